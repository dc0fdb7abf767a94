"""What a report or a voice is called on the page: what a reader knows it by."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from geo.public.names import marked
from geo.reading.boilerplate import BlockKind, blocks_of

if TYPE_CHECKING:
    from geo.case import Case
    from geo.report import Report

# The reader's word for a voice that nobody names.
_NOBODY = "unattributed"
# What sorts files and tells nobody anything: "a-", "03_", and numbers in base 16.
_SORTS = re.compile(r"[a-z]|\d+|[0-9a-f]{8,}", re.IGNORECASE)
# A headline longer than this is a standfirst that was taken for one.
_LONGEST_HEADLINE = 160


def report_title(report: Report) -> str:
    r"""
    Name a report by its title, its headline or its outlet; by its file's words if it has none.

    >>> from geo.report import Report
    >>> text = "Two Dead in Goma\n\nGOMA (Reuters) - Shells fell on Goma on Friday."
    >>> report_title(Report("note-7", text))
    'Two Dead in Goma'
    >>> report_title(Report("note-7", "Shells fell on Goma on Friday.", outlet="Radio Kivu"))
    'Radio Kivu'
    >>> report_title(Report("03_shells-on-goma", "Shells fell on Goma on Friday."))
    'Shells on goma'
    """
    return report.title or _headline(report.text) or report.outlet or _file_words(report.report_id)


def _file_words(stem: str) -> str:
    words = re.split(r"[-_\s]+", stem.strip("-_ "))
    first = next((at for at, word in enumerate(words) if not _SORTS.fullmatch(word)), None)
    text = "" if first is None else " ".join(words[first:])
    return text[:1].upper() + text[1:] or f"Report {stem}"


def _headline(text: str) -> str | None:
    # A headline stands first: later blocks of that kind are the headlines of other stories.
    found = next((one for one in blocks_of(text) if one.kind is BlockKind.HEADLINE), None)
    if found is None or text[: found.start].strip():
        return None
    headline = marked(" ".join(text[found.start : found.end].split()))
    return headline if len(headline) <= _LONGEST_HEADLINE else None


def origin_names(case: Case) -> dict[str, str]:
    """
    Return what to call each origin: an actor, a report, or the voice as reports name it.

    Returns
    -------
    names
        By origin. No two are alike: whoever shares a name is told apart by the origin's own.
    """
    said: dict[str, Counter[str]] = {}
    for claim in case.claims:
        said.setdefault(claim.source.origin, Counter())[claim.source.claimant] += 1
    reports = {report.report_id: report_title(report) for report in case.reports}
    names = {
        origin: case.actor_names.get(origin)
        or reports.get(origin)
        or min(voices, key=lambda voice: (-voices[voice], voice))
        for origin, voices in said.items()
    }
    names = {origin: "Hearsay" if name == _NOBODY else name for origin, name in names.items()}
    alike = Counter(names.values())
    return {
        origin: name if alike[name] == 1 else f"{name} ({origin})" for origin, name in names.items()
    }
