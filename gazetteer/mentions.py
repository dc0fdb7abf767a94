"""The known names of one text with what stands around each, and what they say together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.beside import Evidence, evidence_of, feature_of
from gazetteer.context import countries_by_people
from gazetteer.longer import Whole, whole_of
from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from gazetteer.beside import Feature
    from gazetteer.known import Reading, Window
    from gazetteer.tokens import Token

_STRONG = frozenset(
    {Evidence.RULED, Evidence.SIDED, Evidence.DATELINE, Evidence.COMMA, Evidence.SUFFERS}
)
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")
# Behind these stands who listens or is quoted.
_LISTENERS = frozenset({"told", "tells", "telling", "asked", "informed", "thanked"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A chosen window with what stands around it."""

    window: Window
    feature: Feature
    evidence: Evidence | None
    whole: Whole | None
    told: bool  # "told Ma'an": it listens


@dataclass(frozen=True, slots=True)
class Context:
    """What all the mentions of one text say together."""

    starts: AbstractSet[int]
    ends: AbstractSet[int]
    sure: AbstractSet[str]  # names that the text treats as places somewhere
    countries: AbstractSet[str | None]
    linked: AbstractSet[int]  # first words of names in a list with a sure one
    told: AbstractSet[str]  # names of somebody who listens somewhere
    counts: Counter[str]
    parts: Counter[str]  # how often each name stands in a longer name


def mentions_of(reading: Reading, chosen: Sequence[Window]) -> list[Mention]:
    """Return the windows with their kind words, evidence and longer names."""
    text, tokens = reading.text, reading.tokens
    starts = {window.first for window in chosen}
    return [
        Mention(
            window,
            feature_of(text, tokens, window.first, window.last, load_vocabulary()),
            evidence_of(text, tokens, window.first, window.last, starts),
            whole_of(reading, window),
            _is_told(tokens, window),
        )
        for window in chosen
    ]


def _is_told(tokens: Sequence[Token], window: Window) -> bool:
    before = tokens[window.first - 1] if window.first else None
    return before is not None and before.joined and before.word.lower() in _LISTENERS


def context_of(reading: Reading, mentions: Sequence[Mention]) -> Context:
    """Return what the text says of its names as a whole."""
    chosen = [mention.window for mention in mentions]
    counts = Counter(window.key for window in chosen)
    sure = {m.window.key for m in mentions if m.evidence in _STRONG and m.whole is None}
    sure |= {m.window.key for m in mentions if m.feature.word and m.whole is None}
    return Context(
        starts={window.first for window in chosen},
        ends={window.last for window in chosen},
        sure=sure,
        countries=_countries(reading, chosen),
        linked=_linked(reading, mentions, sure),
        told={mention.window.key for mention in mentions if mention.told},
        counts=counts,
        parts=Counter(mention.window.key for mention in mentions if mention.whole is not None),
    )


def _countries(reading: Reading, chosen: Sequence[Window]) -> set[str | None]:
    """Return the countries that the text names, or whose people it names."""
    places = (reading.known[window.key].place for window in chosen)
    named = {place.country for place in places if place.kind is PlaceKind.COUNTRY}
    return named | set(countries_by_people(reading.text))


def _linked(reading: Reading, mentions: Sequence[Mention], sure: AbstractSet[str]) -> set[int]:
    """Return where names stand that a list ties to a sure one: near Aden, Lahj and Abyan."""
    answer: set[int] = set()
    run: list[Window] = []
    for mention in [*mentions, None]:
        if mention is not None and run and _tied(reading, run[-1], mention.window):
            run.append(mention.window)
            continue
        if len(run) > 1 and any(window.key in sure for window in run):
            answer.update(window.first for window in run)
        run = [] if mention is None else [mention.window]
    return answer


def _tied(reading: Reading, one: Window, other: Window) -> bool:
    gap = reading.text[reading.tokens[one.last].end : reading.tokens[other.first].start]
    return gap == ", " or bool(_AND.fullmatch(gap))
