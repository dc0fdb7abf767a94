"""Which stretches of a text may be the name of a place: known, and no ordinary word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.beside import LOCATIVE
from gazetteer.known import Window
from gazetteer.longer import is_house
from gazetteer.names import ARTICLES, fold, plain
from gazetteer.place import PlaceKind
from gazetteer.tokens import may_start
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.known import Reading
    from gazetteer.tokens import Token

# The longest names that news writes have so many words ("Democratic People's Republic of
# Korea" has six); a longer window finds nothing and costs look-ups.
_LONGEST = 7
# A city called by an ordinary word is looked for from this importance on, a hundred
# thousand people: Split, Phoenix and Bath, and not the hamlets of Victory and Peace.
_CITY_BY_A_WORD = 5.0
# A phrase of ordinary words is a name where the place is so well known: New Haven.
_WELL_KNOWN_PHRASE = 4.5
_CURRENCIES = frozenset("$€£¥")
_DIVISIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})


def windows_of(text: str, tokens: Sequence[Token]) -> list[Window]:
    """Return all stretches that may be names, by their first word, the longest first."""
    folded: dict[str, str] = {}
    answer = []
    for at in range(len(tokens)):
        if not may_start(tokens, at):
            continue
        for end in _ends(tokens, at):
            words = text[tokens[at].start : tokens[end].end]
            key = folded.get(words)
            if key is None:
                key = folded[words] = fold(words)
            answer.append(Window(at, end, key))
    return answer


def _ends(tokens: Sequence[Token], at: int) -> Iterator[int]:
    last = at
    while last + 1 < len(tokens) and last - at + 1 < _LONGEST and tokens[last].joined:
        last += 1
    # Folding drops articles, so that "MOSUL AS" would be Mosul.
    return (
        end
        for end in range(last, at - 1, -1)
        if tokens[end].is_capital and (end == at or tokens[end].word.lower() not in ARTICLES)
    )


def chosen_of(reading: Reading, windows: Sequence[Window]) -> list[Window]:
    """Return the longest known stretches that may be names, none overlapping."""
    chosen: list[Window] = []
    last = -1
    for window in windows:
        if window.first <= last or window.key not in reading.known:
            continue
        if may_be_name(reading, window) and not _goes_on(reading, window):
            window = _without_kind_word(reading, window)  # noqa: PLW2901 - the same, shorter
            chosen.append(window)
            last = window.last
    return chosen


def _without_kind_word(reading: Reading, window: Window) -> Window:
    """Shorten "Zaatari Camp" to "Zaatari" where both mean one place; not "Kuwait City"."""
    last = reading.tokens[window.last]
    if window.last == window.first or last.word.lower() not in load_vocabulary().kinds:
        return window
    shorter = Window(
        window.first, window.last - 1, fold(reading.slice(window.first, window.last - 1))
    )
    known, whole = reading.known.get(shorter.key), reading.known[window.key]
    return shorter if known and known.place.id == whole.place.id else window


def may_be_name(reading: Reading, window: Window) -> bool:
    """Tell whether it can be a name at all: "In" and "The" cannot, whatever is called so."""
    vocabulary = load_vocabulary()
    tokens = reading.tokens[window.first : window.last + 1]
    words = [token.word.lower() for token in tokens]
    if words[0] in ARTICLES and tokens[0].spaced and not _is_written_so(reading, window):
        return False
    if _is_titled(reading, window) or is_house(reading, window) or _is_currency(reading, window):
        return False
    if len(words) > 1:
        known = reading.known[window.key].importance >= _WELL_KNOWN_PHRASE
        return known or not all(word in vocabulary.ordinary for word in words)
    if tokens[0].is_acronym:
        return _is_abbreviation(reading, window)
    if len(words[0]) <= 2 and not (len(words[0]) == 2 and after_comma(reading, window)):
        return False
    country = reading.known[window.key].place.kind is PlaceKind.COUNTRY
    demonym = words[0] in vocabulary.demonyms and not (country and words[0].endswith("s"))
    ordinary = words[0] in vocabulary.ordinary and not _is_city_spoken_of(reading, window)
    return not (demonym or ordinary or words[0] in ARTICLES)


def _goes_on(reading: Reading, window: Window) -> bool:
    """Tell whether an article and its word end the name: Hammam al-Alil is no Hammam."""
    behind = reading.tokens[window.last : window.last + 3]
    if len(behind) < 3 or not (behind[0].joined and behind[0].spaced and behind[1].joined):
        return False
    article, word = behind[1], behind[2]
    hyphen = article.word in ARTICLES and not article.spaced and word.is_capital
    return hyphen and word.word.lower() not in load_vocabulary().ordinary


def _is_city_spoken_of(reading: Reading, window: Window) -> bool:
    """Tell whether a word such as "Split" or "Phoenix" stands behind "in", as cities do."""
    known, before = reading.known[window.key], window.first - 1
    city = known.place.kind is PlaceKind.CITY and known.importance >= _CITY_BY_A_WORD
    if not city or fold(known.place.name) != window.key or before < 0:
        return False
    token = reading.tokens[before]
    return token.joined and not reading.tokens[window.first].opens and token.word in LOCATIVE


def _is_abbreviation(reading: Reading, window: Window) -> bool:
    """Tell whether capitals abbreviate: "US" is a country and "us" is not; "ISIS" is no Isis."""
    word = reading.tokens[window.first].word
    place = reading.known[window.key].place
    written = word.replace(".", "")
    forms = {form.replace(".", "") for form in (place.name, *place.other_names)}
    if written in forms and (place.kind in _DIVISIONS or after_comma(reading, window)):
        return (
            place.kind is PlaceKind.COUNTRY
            or len(written) > 2
            or after_comma(reading, window)
            or "." in word
        )
    if word.lower() in load_vocabulary().ordinary or _in_brackets(reading, window):
        return False
    return heads_line(reading, window) or (place.kind in _DIVISIONS and len(written) > 2)


def _is_titled(reading: Reading, window: Window) -> bool:
    """Tell whether a title stands before it: Mr. Jordan, however well known the country is."""
    if not window.first:
        return False
    before = reading.tokens[window.first - 1]
    beside = reading.tokens[window.first].start - before.end <= 2
    return beside and before.word.lower() in load_vocabulary().courtesy


def _is_currency(reading: Reading, window: Window) -> bool:
    """Tell whether the sign of a currency touches it: US$10,000."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    return reading.text[end : end + 1] in _CURRENCIES or reading.text[start - 1 : start] == "$"


def _in_brackets(reading: Reading, window: Window) -> bool:
    """Tell whether it shortens the words before it: Bureau of Animal Industry (BAI)."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    return reading.text[start - 1 : start] in {"(", "["} and reading.text[end : end + 1] in {
        ")",
        "]",
    }


def _is_written_so(reading: Reading, window: Window) -> bool:
    """Tell whether the place is spelt with that article: An Najaf is, "An Aleppo man" not."""
    place = reading.known[window.key].place
    written = plain(reading.slice(window.first, window.last))
    return any(plain(form) == written for form in (place.name, *place.other_names))


def after_comma(reading: Reading, window: Window) -> bool:
    """Tell whether it stands as a state does: "Lebanon, PA"."""
    start = reading.tokens[window.first].start
    return reading.text[max(0, start - 2) : start] == ", "


def heads_line(reading: Reading, window: Window) -> bool:
    """Tell whether the word stands where a line of capitals or a dateline has it."""
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    line_start = reading.text.rfind("\n", 0, start) + 1
    line_end = reading.text.find("\n", end)
    line = reading.text[line_start : line_end if line_end >= 0 else None]
    return line.isupper() or (
        not reading.text[line_start:start].strip() and reading.text[end : end + 2] in {", ", " ("}
    )
