# ruff: noqa: RUF001 - news has curly quotes and dashes
"""Place names in running text: the longest known names, without the words that only look so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.beside import evidence_of, feature_of
from gazetteer.context import countries_by_people
from gazetteer.names import ARTICLES, fold, plain
from gazetteer.place import PlaceKind
from gazetteer.tokens import may_start, tokens_of
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from gazetteer.place import Place
    from gazetteer.tokens import Token

# The longest names that news writes have so many words ("Democratic People's Republic of
# Korea" has six); a longer window finds nothing and costs look-ups.
_LONGEST = 7
# Importance is about the logarithm of the population. Below these a name is read as a
# place only where the text treats it as one: many villages are called like people.
_WELL_KNOWN_WORD, _WELL_KNOWN_PHRASE = 5.0, 4.2
# Smaller places are expected in a country that the text names.
_IN_A_COUNTRY_OF_THE_TEXT = 0.8
# From here on a place is named beside strange capitals too ("Reuters Baghdad").
_WORLD_KNOWN = 6.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """
    A span of a text that names a place: ``text[start:end]``, counted in code points.

    ``feature`` is the kind word beside the name, in lower case ("province", "camp").
    """

    start: int
    end: int
    text: str
    feature: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The most important place of a name; ``importance`` is about log10 of its population."""

    place: Place
    importance: float


@dataclass(frozen=True, slots=True)
class _Window:
    first: int
    last: int
    key: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text while it is read."""

    text: str
    tokens: Sequence[Token]
    known: Mapping[str, Known]


def spot(text: str, lookup: Callable[[set[str]], Mapping[str, Known]]) -> tuple[Toponym, ...]:
    """
    Return the place names of the text, in order, none overlapping.

    Parameters
    ----------
    text
        Any running text; in Latin, Greek and Cyrillic script names begin with a capital.
    lookup
        Returns the most important place of each folded name that is known.
    """
    tokens = tokens_of(text)
    windows = [window for at in range(len(tokens)) for window in _windows(tokens, at, text)]
    reading = _Reading(text, tokens, lookup({window.key for window in windows}))
    chosen: list[_Window] = []
    for window in windows:
        # Windows come by their first word, the longest first.
        overlaps = chosen and window.first <= chosen[-1].last
        if not overlaps and window.key in reading.known and _may_be_name(reading, window):
            chosen.append(_without_kind_word(reading, window))
    return tuple(_trusted(reading, chosen))


def _windows(tokens: Sequence[Token], at: int, text: str) -> Iterator[_Window]:
    if not may_start(tokens, at):
        return
    last = at
    while last + 1 < len(tokens) and last - at + 1 < _LONGEST and tokens[last].joined:
        last += 1
    for end in range(last, at - 1, -1):
        if tokens[end].is_capital:
            yield _Window(at, end, fold(text[tokens[at].start : tokens[end].end]))


def _without_kind_word(reading: _Reading, window: _Window) -> _Window:
    """Shorten "Zaatari Camp" to "Zaatari" where both mean one place; not "Kuwait City"."""
    last = reading.tokens[window.last]
    if window.last == window.first or last.word.lower() not in load_vocabulary().kinds:
        return window
    start, end = reading.tokens[window.first].start, reading.tokens[window.last - 1].end
    shorter = _Window(window.first, window.last - 1, fold(reading.text[start:end]))
    known, whole = reading.known.get(shorter.key), reading.known[window.key]
    return shorter if known and known.place.id == whole.place.id else window


def _may_be_name(reading: _Reading, window: _Window) -> bool:
    vocabulary = load_vocabulary()
    tokens = reading.tokens[window.first : window.last + 1]
    place = reading.known[window.key].place
    words = [token.word.lower() for token in tokens]
    if words[0] in ARTICLES and tokens[0].spaced and not _is_written_so(reading, window):
        return False
    if len(words) > 1:
        well_known = reading.known[window.key].importance >= _WORLD_KNOWN
        return well_known or not all(word in vocabulary.ordinary for word in words)
    if tokens[0].is_acronym:
        # "US" is a country and "us" is not; "ISIS" is no village called Isis.
        written = tokens[0].word.replace(".", "")
        forms = {form.replace(".", "") for form in (place.name, *place.other_names)}
        if written in forms and (place.kind is PlaceKind.COUNTRY or _after_comma(reading, window)):
            return True
        return words[0] not in vocabulary.ordinary and _heads_line(reading, window)
    if len(words[0]) <= 2 and not _after_comma(reading, window):
        return False
    explained = vocabulary.ordinary | vocabulary.demonyms.keys() | ARTICLES
    return words[0] not in explained


def _is_written_so(reading: _Reading, window: _Window) -> bool:
    """Tell whether the place is spelt with that article: An Najaf is, "An Aleppo man" not."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    place = reading.known[window.key].place
    written = plain(reading.text[start:end])
    return any(plain(form) == written for form in (place.name, *place.other_names))


def _after_comma(reading: _Reading, window: _Window) -> bool:
    """Tell whether it stands as a state does: "Lebanon, PA"."""
    start = reading.tokens[window.first].start
    return reading.text[max(0, start - 2) : start] == ", "


def _heads_line(reading: _Reading, window: _Window) -> bool:
    """Tell whether the word stands where a line of capitals or a dateline has it."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    line_start = reading.text.rfind("\n", 0, start) + 1
    line_end = reading.text.find("\n", end)
    line = reading.text[line_start : line_end if line_end >= 0 else None]
    return line.isupper() or (
        not reading.text[line_start:start].strip() and reading.text[end : end + 2] in {", ", " ("}
    )


def _trusted(reading: _Reading, chosen: Sequence[_Window]) -> Iterator[Toponym]:
    """Yield the names that are well known or that the text itself treats as places."""
    text, tokens = reading.text, reading.tokens
    starts = {window.first for window in chosen}
    ends = {window.last for window in chosen}
    features = [feature_of(text, tokens, w.first, w.last, load_vocabulary()) for w in chosen]
    evident = {
        window.key
        for window, feature in zip(chosen, features, strict=True)
        if feature.word or evidence_of(text, tokens, window.first, window.last, starts)
    }
    countries = _countries(reading, chosen)
    for window, feature in zip(chosen, features, strict=True):
        if _inside_a_name(reading, window, starts):
            continue
        strange = _beside_stranger(tokens, window, starts, ends)
        known = reading.known[window.key]
        margin = _IN_A_COUNTRY_OF_THE_TEXT if known.place.country in countries else 0.0
        if _believed(reading, window, margin, strange=strange, evident=window.key in evident):
            start, end = tokens[feature.first].start, tokens[feature.last].end
            yield Toponym(start, end, text[start:end], feature.word)


def _inside_a_name(reading: _Reading, window: _Window, starts: AbstractSet[int]) -> bool:
    """Tell whether a hyphen or a first name makes it part of another name: Jordan Times-Post."""
    tokens, before, after = reading.tokens, window.first - 1, window.last + 1
    first_name = before >= 0 and tokens[before].joined and tokens[before].word[0].isupper()
    if first_name and tokens[before].word.lower() in load_vocabulary().people:
        return True
    end = tokens[window.last].end
    hyphen = reading.text[end : end + 1] in {"-", "‐", "‑"} and tokens[window.last].joined
    return hyphen and after not in starts and _is_strange(tokens[after])


def _beside_stranger(
    tokens: Sequence[Token], window: _Window, starts: AbstractSet[int], ends: AbstractSet[int]
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


def _countries(reading: _Reading, chosen: Sequence[_Window]) -> set[str | None]:
    """Return the countries that the text names, or whose people it names."""
    places = (reading.known[window.key].place for window in chosen)
    named = {place.country for place in places if place.kind is PlaceKind.COUNTRY}
    return named | set(countries_by_people(reading.text))


def _believed(
    reading: _Reading, window: _Window, margin: float, *, strange: bool, evident: bool
) -> bool:
    importance = reading.known[window.key].importance
    if strange and importance < _WORLD_KNOWN:
        return False
    if reading.tokens[window.first].word.lower() in load_vocabulary().people:
        return evident
    alone = window.first == window.last
    well_known = _WELL_KNOWN_WORD if alone else _WELL_KNOWN_PHRASE
    return evident or importance + margin >= well_known
