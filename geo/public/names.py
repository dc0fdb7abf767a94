"""
The words of a case without the names of private persons.

Who is private was found while reading (`geo.reading.people`); here his names are only taken
out. Offsets of quotes stay those of the report as it was delivered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.claims import ControlClaim
from geo.people import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.case import Case
    from geo.claims import Claim, Mention, NotUsed, Quote, Source
    from geo.report import Report

MARK = "[name removed]"
# As long as the name, so that offsets into a report stay true; never shown, see `marked`.
_MASK = "\N{FULL BLOCK}"
_MASKED = re.compile(f"{_MASK}(?:[ -]?{_MASK})*")


def marked(text: str) -> str:
    """
    Return words cut from a report of a public case, as they may be shown.

    >>> marked("said \N{FULL BLOCK}\N{FULL BLOCK}, a nurse")
    'said [name removed], a nurse'
    """
    return _MASKED.sub(MARK, text)


class Wording:
    """Takes private names out of the words of one case."""

    def __init__(self, case: Case) -> None:
        people = case.people or ()
        self.private = tuple(one for one in people if one.standing is Standing.PRIVATE)
        self._texts = {report.report_id: report.text for report in case.reports}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for one in self.private:
            span = (one.quote.start, one.quote.end)
            self._spans.setdefault(one.quote.report_id, []).append(span)
        for spans in self._spans.values():
            spans.sort()
        self._origins: dict[str, str] = {}

    @property
    def people(self) -> int:
        """How many persons' names are taken out."""
        return len({(one.quote.report_id, one.name) for one in self.private})

    def removed(self, quote: Quote) -> int:
        """Return how many names a quote loses."""
        return len(self._inside(quote.report_id, quote.start, quote.end))

    def report(self, one: Report) -> Report:
        """Return a report whose text has the same length, with the names masked."""
        text = list(one.text)
        for start, end in self._spans.get(one.report_id, ()):
            text[start:end] = _MASK * (end - start)
        title = self._free(one.title, one.report_id) if one.title else one.title
        return replace(one, text="".join(text), title=title)

    def quote(self, one: Quote) -> Quote:
        """Return a quote with a mark for each name; its offsets are those of the report."""
        inside = self._inside(one.report_id, one.start, one.end)
        if not inside:
            return one
        parts, at = [], one.start
        for start, end in inside:
            parts += [one.text[at - one.start : max(start, at) - one.start], MARK]
            at = min(end, one.end)
        return replace(one, text="".join(parts) + one.text[at - one.start :])

    def claim(self, one: Claim) -> Claim:
        """Return a claim without names in its quote, its source and what it took over."""
        report_id = one.quote.report_id
        when = replace(one.when, basis=self._free(one.when.basis, report_id))
        changed = replace(
            one,
            quote=self.quote(one.quote),
            source=self._source(one.source, report_id),
            when=when,
            hedges=tuple(self._free(hedge, report_id) for hedge in one.hedges),
        )
        if isinstance(changed, ControlClaim):
            return replace(changed, actor_text=self._free(changed.actor_text, report_id))
        return changed

    def mention(self, one: Mention) -> Mention:
        """Return a mention of a place without names in its words."""
        return replace(one, quote=self.quote(one.quote))

    def not_used(self, one: NotUsed) -> NotUsed:
        """Return what was not used without names in its words."""
        quote = self.quote(one.quote) if one.quote else None
        return replace(one, quote=quote, detail=self._free(one.detail, one.report_id))

    def origin(self, one: str) -> str:
        """Return an origin as the public case calls it."""
        return self._origins.get(one, one)

    def _source(self, one: Source, report_id: str) -> Source:
        claimant = self._free(one.claimant, report_id)
        if claimant != one.claimant and one.origin not in self._origins:
            # Two persons stay two origins without a name.
            number = len(self._origins) + 1
            self._origins[one.origin] = MARK if number == 1 else f"{MARK} {number}"
        return replace(
            one,
            claimant=claimant,
            origin=self.origin(one.origin),
            chain=tuple(self._free(hop, report_id) for hop in one.chain),
        )

    def _inside(self, report_id: str, start: int, end: int) -> list[tuple[int, int]]:
        spans = self._spans.get(report_id, [])
        first = max(0, bisect_left(spans, (start, start)) - 1)
        return [one for one in spans[first:] if one[0] < end and start < one[1]]

    def _free(self, text: str, report_id: str) -> str:
        """Take names out of words that have no offsets."""
        pattern = self._patterns.get(report_id)
        return pattern.sub(MARK, text) if pattern and text else text

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        names: dict[str, set[str]] = {}
        for one in self.private:
            names.setdefault(one.quote.report_id, set()).update((one.name, one.quote.text))
        return {report_id: _any_of(found) for report_id, found in names.items()}


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
