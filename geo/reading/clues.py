"""What is known of a report before its claims are read: places, actors, times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from geo.claims import Mention, Quote, When
    from geo.reading.parsed import ParsedReport, Sentence


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A span that names an actor: by name, by a general phrase, or by a pronoun."""

    quote: Quote
    actor: str  # id in the table of actors, or "text:the march 23 movement"
    head: int  # offset of the head token in the report
    armed: bool  # can hold ground or attack; False for agencies, monitors, diplomats
    anaphoric: bool = False  # "the group", "they": resolved from what came before


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A span that says when, resolved with the report's day of publication."""

    quote: Quote
    when: When
    kind: str  # weekday, date, since, duration, ago, relative, now ...


class _HasQuote(Protocol):
    @property
    def quote(self) -> Quote: ...


_Quoted = TypeVar("_Quoted", bound=_HasQuote)


@dataclass(frozen=True, slots=True)
class Clues:
    """All that the readers of claims need, for one report; each list in the order of the text."""

    parsed: ParsedReport
    published: date | None
    mentions: tuple[Mention, ...]
    actors: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]

    def mentions_in(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Return the place mentions that begin inside a sentence."""
        return _inside(self.mentions, sentence)

    def actors_in(self, sentence: Sentence) -> tuple[ActorMention, ...]:
        """Return the actor mentions that begin inside a sentence."""
        return _inside(self.actors, sentence)

    def times_in(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """Return the time mentions that begin inside a sentence."""
        return _inside(self.times, sentence)

    def without(self, hidden: Collection[int]) -> Clues:
        """Leave out the place mentions that begin at some offsets of the report."""
        kept = self.mentions
        for offset in hidden:
            first = bisect_left(kept, offset, key=_start)
            last = bisect_right(kept, offset, lo=first, key=_start)
            kept = (*kept[:first], *kept[last:])
        return replace(self, mentions=kept)


def _inside(found: tuple[_Quoted, ...], sentence: Sentence) -> tuple[_Quoted, ...]:
    first = bisect_left(found, sentence.start, key=_start)
    return found[first : bisect_left(found, sentence.end, lo=first, key=_start)]


def _start(one: _Quoted) -> int:
    return one.quote.start
