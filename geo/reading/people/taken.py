"""What in a report is named already: places, actors, and people everybody knows."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.people.words import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.actors import ActorTable
    from geo.reading.clues import Clues

_IN = re.compile(r"\b(?:in|at|near|outside|around|inside)(?: the)? $")
_BEFORE = 12  # characters: "outside the "


class Taken:
    """What spans of a report name a place or an actor."""

    def __init__(self, clues: Clues, table: ActorTable) -> None:
        text = clues.parsed.text
        named = [one for one in clues.mentions if not one.nominal]
        # What no gazetteer lists is a place where the report once says "in" before it.
        inside = {
            one.quote.text
            for one in named
            if _IN.search(text, max(0, one.quote.start - _BEFORE), one.quote.start)
        }
        places = [
            one.quote for one in named if one.place_id or one.candidates or one.quote.text in inside
        ]
        leaders = _words_of_leaders(table)
        acting = [one for one in clues.actors if not one.anaphoric]
        bands = [one for one in acting if table.get(one.actor).kind is not ActorKind.CIVILIANS]
        self._acts = _Spans((one.quote.start, one.quote.end) for one in bands)
        spans = [(one.start, one.end) for one in places]
        spans += [
            (one.quote.start, one.quote.end)
            for one in acting
            if not leaders.issuperset(plain_name(one.quote.text).split())
        ]
        self._spans = _Spans(spans)

    def __call__(self, start: int, end: int) -> bool:
        """Return whether a span names a place or an actor."""
        return self._spans.meet(start, end)

    def acts(self, start: int, end: int) -> bool:
        """Return whether a span names an actor who is no civilian."""
        return self._acts.meet(start, end)


class _Spans:
    """Spans that are asked for often: a long report has thousands, and as many names."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        joined: list[tuple[int, int]] = []
        for first, last in sorted(spans):
            if joined and first < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        self._starts = [first for first, _ in joined]
        self._ends = [last for _, last in joined]

    def meet(self, start: int, end: int) -> bool:
        """Return whether a span shares a letter with one of them."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._ends[before] > start


def known_in(table: ActorTable) -> frozenset[str]:
    """Return the names, without accents, by which everybody knows somebody in public life."""
    leaders = {name for actor in table.actors.values() for name in actor.leaders}
    return frozenset(map(plain_name, leaders | known_names()))


def _words_of_leaders(table: ActorTable) -> frozenset[str]:
    leaders = (name for actor in table.actors.values() for name in actor.leaders)
    return frozenset(word for name in leaders for word in plain_name(name).split())


def plain_name(name: str) -> str:
    """Return a name without accents: "Karadžić" is written "Karadzic" too."""
    if name.isascii():
        return name
    apart = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
