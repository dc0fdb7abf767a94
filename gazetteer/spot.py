"""Place names in running text: the longest known names, without the words that only look so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.belief import WORLD_KNOWN, Known, Reading, Window, believed
from gazetteer.names import ARTICLES, fold, plain
from gazetteer.place import PlaceKind
from gazetteer.tokens import may_start, tokens_of
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from gazetteer.beside import Feature
    from gazetteer.tokens import Token

# The longest names that news writes have so many words ("Democratic People's Republic of
# Korea" has six); a longer window finds nothing and costs look-ups.
_LONGEST = 7


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
    reading = Reading(text, tokens, lookup({window.key for window in windows}))
    chosen: list[Window] = []
    for window in windows:
        # Windows come by their first word, the longest first.
        overlaps = chosen and window.first <= chosen[-1].last
        if not overlaps and window.key in reading.known and _may_be_name(reading, window):
            chosen.append(_without_kind_word(reading, window))
    return tuple(_toponym(reading, feature) for _, feature in believed(reading, chosen))


def _toponym(reading: Reading, feature: Feature) -> Toponym:
    start, end = reading.tokens[feature.first].start, reading.tokens[feature.last].end
    return Toponym(start, end, reading.text[start:end], feature.word)


def _windows(tokens: Sequence[Token], at: int, text: str) -> Iterator[Window]:
    if not may_start(tokens, at):
        return
    last = at
    while last + 1 < len(tokens) and last - at + 1 < _LONGEST and tokens[last].joined:
        last += 1
    for end in range(last, at - 1, -1):
        if tokens[end].is_capital:
            yield Window(at, end, fold(text[tokens[at].start : tokens[end].end]))


def _without_kind_word(reading: Reading, window: Window) -> Window:
    """Shorten "Zaatari Camp" to "Zaatari" where both mean one place; not "Kuwait City"."""
    last = reading.tokens[window.last]
    if window.last == window.first or last.word.lower() not in load_vocabulary().kinds:
        return window
    start, end = reading.tokens[window.first].start, reading.tokens[window.last - 1].end
    shorter = Window(window.first, window.last - 1, fold(reading.text[start:end]))
    known, whole = reading.known.get(shorter.key), reading.known[window.key]
    return shorter if known and known.place.id == whole.place.id else window


def _may_be_name(reading: Reading, window: Window) -> bool:
    vocabulary = load_vocabulary()
    tokens = reading.tokens[window.first : window.last + 1]
    place = reading.known[window.key].place
    words = [token.word.lower() for token in tokens]
    if words[0] in ARTICLES and tokens[0].spaced and not _is_written_so(reading, window):
        return False
    if len(words) > 1:
        well_known = reading.known[window.key].importance >= WORLD_KNOWN
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


def _is_written_so(reading: Reading, window: Window) -> bool:
    """Tell whether the place is spelt with that article: An Najaf is, "An Aleppo man" not."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    place = reading.known[window.key].place
    written = plain(reading.text[start:end])
    return any(plain(form) == written for form in (place.name, *place.other_names))


def _after_comma(reading: Reading, window: Window) -> bool:
    """Tell whether it stands as a state does: "Lebanon, PA"."""
    start = reading.tokens[window.first].start
    return reading.text[max(0, start - 2) : start] == ", "


def _heads_line(reading: Reading, window: Window) -> bool:
    """Tell whether the word stands where a line of capitals or a dateline has it."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    line_start = reading.text.rfind("\n", 0, start) + 1
    line_end = reading.text.find("\n", end)
    line = reading.text[line_start : line_end if line_end >= 0 else None]
    return line.isupper() or (
        not reading.text[line_start:start].strip() and reading.text[end : end + 2] in {", ", " ("}
    )
