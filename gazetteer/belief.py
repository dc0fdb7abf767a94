# ruff: noqa: RUF001 - news has curly quotes and dashes
"""Whether a known name in a text is meant as a place, or is a person, a paper, a firm."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.beside import evidence_of, feature_of
from gazetteer.context import countries_by_people
from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from gazetteer.beside import Feature
    from gazetteer.place import Place
    from gazetteer.tokens import Token

# Importance is about the logarithm of the population. Below these a name is read as a
# place only where the text treats it as one: many villages are called like people.
_WELL_KNOWN_WORD, _WELL_KNOWN_PHRASE = 5.0, 4.2
# Smaller places are expected in a country that the text names.
_IN_A_COUNTRY_OF_THE_TEXT = 0.8
# From here on a place is named beside strange capitals too ("Reuters Baghdad").
WORLD_KNOWN = 6.0


_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Known:
    """The most important place of a name; ``importance`` is about log10 of its population."""

    place: Place
    importance: float


@dataclass(frozen=True, slots=True)
class Window:
    """The words ``first`` to ``last`` of a text, and their folded name."""

    first: int
    last: int
    key: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One text while it is read."""

    text: str
    tokens: Sequence[Token]
    known: Mapping[str, Known]


def believed(reading: Reading, chosen: Sequence[Window]) -> list[tuple[Window, Feature]]:
    """Return the names that are well known or that the text itself treats as places."""
    tokens = reading.tokens
    starts, ends = {w.first for w in chosen}, {w.last for w in chosen}
    features = [
        feature_of(reading.text, tokens, w.first, w.last, load_vocabulary()) for w in chosen
    ]
    sure = {
        window.key
        for window, feature in zip(chosen, features, strict=True)
        if feature.word or evidence_of(reading.text, tokens, window.first, window.last, starts)
    }
    sure |= {window.key for window in chosen if _says_its_kind(reading, window)}
    countries = _countries(reading, chosen)
    sure |= {w.key for w in chosen if _is_well_known(reading, w, countries)}
    links = list(_listed_together(reading, chosen))
    # Both ways, so that one sure name makes a whole list sure.
    for one, other in (*links, *reversed(links)):
        for window, beside in ((one, other), (other, one)):
            if beside.key in sure and not _is_first_name(reading, window):
                sure.add(window.key)
    return [
        (window, feature)
        for window, feature in zip(chosen, features, strict=True)
        if window.key in sure
        and not _inside_a_name(reading, window, starts)
        and not _is_overshadowed(reading, window, starts, ends)
    ]


def _listed_together(reading: Reading, chosen: Sequence[Window]) -> Iterator[tuple[Window, Window]]:
    """Yield neighbours in lists that end in "and": Aden, Lahj and Abyan; from the end."""
    linked = False
    for one, other in zip(chosen[-2::-1], chosen[:0:-1], strict=True):
        gap = reading.text[reading.tokens[one.last].end : reading.tokens[other.first].start]
        linked = bool(_AND.fullmatch(gap)) or (linked and gap == ", ")
        if linked:
            yield one, other


def _says_its_kind(reading: Reading, window: Window) -> bool:
    """Tell whether its last word is "County" or the like: nobody is called Laurel County."""
    last = reading.tokens[window.last].word.lower()
    return window.last > window.first and last in load_vocabulary().in_name_after


def _is_overshadowed(
    reading: Reading, window: Window, starts: AbstractSet[int], ends: AbstractSet[int]
) -> bool:
    important = reading.known[window.key].importance >= WORLD_KNOWN
    important = important or _says_its_kind(reading, window)
    return not important and _beside_stranger(reading.tokens, window, starts, ends)


def _is_first_name(reading: Reading, window: Window) -> bool:
    return reading.tokens[window.first].word.lower() in load_vocabulary().people


def _is_well_known(reading: Reading, window: Window, countries: AbstractSet[str | None]) -> bool:
    if _is_first_name(reading, window):
        return False
    known = reading.known[window.key]
    margin = _IN_A_COUNTRY_OF_THE_TEXT if known.place.country in countries else 0.0
    alone = window.first == window.last
    return known.importance + margin >= (_WELL_KNOWN_WORD if alone else _WELL_KNOWN_PHRASE)


def _inside_a_name(reading: Reading, window: Window, starts: AbstractSet[int]) -> bool:
    """Tell whether a hyphen or a first name makes it part of another name: Jordan Times-Post."""
    tokens, before, after = reading.tokens, window.first - 1, window.last + 1
    first_name = before >= 0 and tokens[before].joined and tokens[before].word[0].isupper()
    if first_name and tokens[before].word.lower() in load_vocabulary().people:
        return True
    end = tokens[window.last].end
    hyphen = reading.text[end : end + 1] in {"-", "‐", "‑"} and tokens[window.last].joined
    return hyphen and after not in starts and _is_strange(tokens[after])


def _beside_stranger(
    tokens: Sequence[Token], window: Window, starts: AbstractSet[int], ends: AbstractSet[int]
) -> bool:
    """Tell whether a capitalised word that is no place touches the name, as in people's."""
    before, after = window.first - 1, window.last + 1
    if before >= 0 and before not in ends and tokens[before].joined and _is_strange(tokens[before]):
        return True
    follows = after < len(tokens) and after not in starts and tokens[window.last].joined
    return follows and _is_strange(tokens[after])


def _is_strange(token: Token) -> bool:
    vocabulary = load_vocabulary()
    word = token.word.lower()
    explained = vocabulary.ordinary | vocabulary.kinds.keys()
    return token.word[0].isupper() and word not in explained and word not in vocabulary.demonyms


def _countries(reading: Reading, chosen: Sequence[Window]) -> set[str | None]:
    """Return the countries that the text names, or whose people it names."""
    places = (reading.known[window.key].place for window in chosen)
    named = {place.country for place in places if place.kind is PlaceKind.COUNTRY}
    return named | set(countries_by_people(reading.text))
