"""
Texts typed all in capitals, read as if they were typed as usual.

Wire telexes and cables write everything in capitals. Then nothing tells a name from a word,
and a language model that learnt from newspapers reads nearly every word as a name. Each
letter is replaced by one letter, so that offsets and quotes stay those of the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.vocabulary import load_vocabulary
from geo.actors import fold_word
from geo.reading.telex import is_date_word, telex_words, things, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from gazetteer.known import Known
    from geo.actors import ActorTable
    from geo.reading.dictionary import Dictionary

# A text with a headline, a few acronyms and a name in capitals has far fewer of them.
_SHARE = 0.9
# Two sentences or so: less is a headline or a list of acronyms.
_FEWEST_LETTERS = 80
_LONGEST_NAME = 6  # words; longer windows find nothing and cost look-ups
# A noun of the dictionary is a place's name from 300,000 people on (Lima, Nice), about which
# papers write; behind "in" or "near" from 30,000 on. "Mine" and "Battle" are towns too.
_KNOWN_CITY, _KNOWN_BEHIND_IN = 5.5, 4.5
_LONGEST_ACRONYM = 8
# Spaces where a mark of the editors stood may separate a word from the stop before it.
_LOOK_BACK = 80
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_OPENS = re.compile(
    r"(?:\A|\n[ \t]*\r?\n|(?<!\b\w)[.!?][\"'\u201d\u2019)\]]*\s|--\s{2,})[\s\"'(\[\u201c\u2018]*\Z"
)
_VOWEL = re.compile(r"[aeiouy]")
_BRACKETED = re.compile(r"[\[(]([A-Z]{2,8}(?:-[A-Z]{1,5})?)[\])]")
_PLACING = frozenset({"in", "near", "from", "at", "outside", "of", "to"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "each", "every", "another"})
_LOWER, _TITLE, _UPPER = "lower", "title", "upper"


@dataclass(frozen=True)
class Recaser:
    """
    Gives a text in capitals the capitals that it would have in a newspaper.

    ``known`` says of folded names which places bear them, ``table`` who the actors are; the
    dictionary has some names among its nouns.
    """

    known: Callable[[Iterable[str]], Mapping[str, Known]]
    table: ActorTable
    dictionary: Dictionary

    def __call__(self, text: str) -> str:
        """Return the text, changed only if it is typed all in capitals; the length stays."""
        if not is_all_capitals(text):
            return text
        text = without_marks(text)
        words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
        forms = self._forms(text, words)
        letters = list(text)
        for (start, end), form in zip(words, forms, strict=True):
            opens = form == _LOWER and _OPENS.search(text, max(0, start - _LOOK_BACK), start)
            letters[start:end] = _written(text[start:end], _TITLE if opens else form)
        return "".join(letters)

    def _forms(self, text: str, words: list[tuple[int, int]]) -> list[str]:
        said = [text[start:end].lower() for start, end in words]
        forms = self._alone(text, words, said)
        self._name_places(said, forms, words, text)
        self._name_actors(said, forms)
        self._spell_out(text, words, said, forms)
        self._name_people(said, forms)
        _join_names(said, forms)
        return forms

    def _alone(self, text: str, words: list[tuple[int, int]], said: list[str]) -> list[str]:
        """Decide each word by itself and the word before it."""
        brackets = {one.lower() for m in _BRACKETED.findall(text) for one in m.split("-")}
        brackets = {one for one in brackets if not self._is_plain(one)}
        places = self.known(
            {fold(word) for word in said if "noun" in self.dictionary.parts_of(word)}
        )
        forms = []
        for at, word in enumerate(said):
            if word in brackets or (len(word) == 1 and _is_letter(text, words[at])):
                forms.append(_UPPER)
            elif _follows_digit(text, words[at][0]):
                forms.append(_LOWER)
            elif is_date_word(word, text, words[at]):
                forms.append(_TITLE)
            elif self._is_common(word):
                before = said[at - 1] if at else ""
                place = places.get(fold(word))
                named = place is not None and self._is_city(word, before, place.importance)
                forms.append(_TITLE if named else _LOWER)
            else:
                forms.append(_TITLE if _VOWEL.search(word.partition("'")[0]) else _UPPER)
        return forms

    def _is_city(self, word: str, before: str, importance: float) -> bool:
        if len(word) <= 3 or before in _ARTICLES or word in things():
            return False
        if self.dictionary.parts_of(word) - {"noun"}:
            return False
        return importance >= (_KNOWN_BEHIND_IN if before in _PLACING else _KNOWN_CITY)

    def _is_common(self, word: str) -> bool:
        """Whether it is an ordinary word or form of one, whatever else bears its letters."""
        if fold(word) in self._peoples:
            return False
        bare = re.sub(r"['\u2019]s?$", "", word)
        parts = self.dictionary.parts_of(bare)
        first_name = bare in load_vocabulary().people and not parts & {"verb", "adj"}
        if first_name or word in telex_words().begin_names:
            return False
        return bool(parts) or bare in load_vocabulary().ordinary

    def _is_plain(self, word: str) -> bool:
        """Whether it is so much a word that no acronym is meant: "is", "aid", "who"."""
        if self.dictionary.parts_of(word) - {"noun"} or word in telex_words().words_first:
            return True
        # The lists of ordinary words have acronyms that no longer are names of places.
        return self._is_common(word) and (len(word) > 5 or word in things(acronyms=False))

    @cached_property
    def _peoples(self) -> frozenset[str]:
        vocabulary = load_vocabulary()
        listed = {fold(w) for n in self.table.nations.values() for w in (*n.people, *n.names)}
        known = listed | set(vocabulary.demonyms) | set(vocabulary.area_demonyms)
        return frozenset(known - telex_words().words_first)

    def _name_places(
        self, said: list[str], forms: list[str], words: list[tuple[int, int]], text: str
    ) -> None:
        """Give capitals to names of places of several words: "New York", "La Libertad"."""
        windows: dict[tuple[int, int], str] = {}
        for first in range(len(said)):
            last = first
            while last + 1 < len(said) and last - first + 1 < _LONGEST_NAME:
                gap = text[words[last][1] : words[last + 1][0]]
                if not gap or gap.strip(" -\n"):
                    break
                last += 1
                if said[first] not in _ARTICLES and said[last] not in telex_words().inside_names:
                    windows[first, last] = fold(" ".join(said[first : last + 1]))
        known = self.known(set(windows.values()))
        done = -1
        for (first, last), key in sorted(windows.items(), key=_longest_first):
            if key not in known or first <= done:
                continue
            strange = any(form != _LOWER for form in forms[first : last + 1])
            if strange or self._is_known(said[first : last + 1], known[key].importance):
                _title(said, forms, first, last)
                done = last

    def _is_known(self, words: list[str], importance: float) -> bool:
        """Whether ordinary words are a well-known name together: "New York"."""
        return importance >= _KNOWN_CITY and not things() >= {*words}

    def _name_actors(self, said: list[str], forms: list[str]) -> None:
        """Give listed actors the capitals that the table has."""
        folded = [fold_word(word) for word in said]
        for first in range(len(said)):
            for last in range(min(len(said), first + _LONGEST_NAME), first, -1):
                names = self.table.spellings.get(tuple(folded[first:last]))
                if names is None:
                    continue
                listed = max((name for name, _ in names), key=_capitals_in)
                # "IS" and "AID" may be the words; nothing tells them from the names.
                if last - first > 1 or not self._is_plain(said[first]):
                    for at, word in enumerate(listed, start=first):
                        forms[at] = _form_of(word)
                break

    def _name_people(self, said: list[str], forms: list[str]) -> None:
        """Give a capital to the noun behind a first name: "Luis Alberto Sanchez"."""
        for at in range(1, len(said)):
            first = forms[at - 1] == _TITLE and said[at - 1] in load_vocabulary().people
            if first and forms[at] == _LOWER and self.dictionary.parts_of(said[at]) == {"noun"}:
                forms[at] = _TITLE

    def _spell_out(
        self, text: str, words: list[tuple[int, int]], said: list[str], forms: list[str]
    ) -> None:
        """Give capitals to what an acronym in brackets stands for: "National X Front [NXF]"."""
        starts = {start: at for at, (start, _) in enumerate(words)}
        for match in _BRACKETED.finditer(text):
            at = starts.get(match.start(1))
            if at is None:
                continue
            first, left = at, list(match[1].replace("-", "").lower())
            while first and left and at - first <= _LONGEST_ACRONYM:
                if said[first - 1][0] == left[-1]:
                    left.pop()
                elif said[first - 1] not in telex_words().inside_names:
                    break
                first -= 1
            if not left:
                _title(said, forms, first, at - 1)


def is_all_capitals(text: str) -> bool:
    """Whether a text is typed all in capitals, with slips allowed."""
    upper = sum(map(str.isupper, text))
    if upper < _FEWEST_LETTERS:
        return False
    return upper >= _SHARE * (upper + sum(map(str.islower, text)))


def _join_names(said: list[str], forms: list[str]) -> None:
    """Carry a name's capital to the ranks before it, and to what ends it."""
    telex = telex_words()
    for at in range(len(said) - 1, 0, -1):
        if forms[at] == _TITLE and said[at - 1] in telex.ranks:
            forms[at - 1] = _TITLE
    for at in range(1, len(said)):
        if forms[at - 1] == _TITLE and forms[at] == _LOWER and said[at] in telex.end_names:
            forms[at] = _TITLE


def _capitals_in(words: tuple[str, ...]) -> int:
    return sum(letter.isupper() for word in words for letter in word)


def _longest_first(window: tuple[tuple[int, int], str]) -> tuple[int, int]:
    (first, last), _ = window
    return first, -last


def _title(said: list[str], forms: list[str], first: int, last: int) -> None:
    for at in range(first, last + 1):
        if forms[at] != _UPPER and (at == first or said[at] not in telex_words().inside_names):
            forms[at] = _TITLE
        elif forms[at] == _TITLE:
            forms[at] = _LOWER if at > first else _TITLE


def _form_of(listed: str) -> str:
    if listed.isupper() and len(listed) > 1:
        return _UPPER
    return _TITLE if listed[:1].isupper() else _LOWER


def _written(word: str, form: str) -> Iterable[str]:
    """Yield the letters of a word in a form; a letter without a lower-case twin is kept."""
    for at, letter in enumerate(word):
        after_apostrophe = at >= 2 and word[at - 1] in "'\u2019" and len(word) - at > 1
        keeps = form == _UPPER and "'" not in word[max(0, at - 1) : at]
        opens = form == _TITLE and (at == 0 or (after_apostrophe and at <= 2))
        low = letter.lower()
        yield letter if keeps or opens or len(low) != 1 else low


def _is_letter(text: str, span: tuple[int, int]) -> bool:
    """Whether one letter stands for itself: "I", "U.S.", "M-16", "Jose A. Perez"."""
    start, end = span
    if text[start] == "I":
        return True
    after = text[end : end + 1]
    dotted = after == "." and (text[start] != "A" or text[end + 1 : end + 2] != "\n")
    return dotted or after == "-" or text[start - 1 : start] in {".", "-", "/"}


def _follows_digit(text: str, start: int) -> bool:
    """Whether it is the end of "1ST" or "40MM"."""
    return text[max(0, start - 1) : start].isdigit()
