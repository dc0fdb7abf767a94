# ruff: noqa: RUF001 - news has curly quotes
"""The people a text names in full, for later it calls them by one name alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.known import Known
    from gazetteer.tokens import Token

# Between the parts of a person's name: "John F. Kennedy", "Ban Ki-moon", "Juan 'Che' Perez".
_GAP = re.compile(r"\.?[ \u00a0]+[\"“'‘(]?|\.?-|[\"”'’)] ")
# "Warden, 44, of Alexandria": an age stands behind people only.
_AGE = re.compile(r"(?:,| \()\s?\d{1,2}(?:[,;.)]| of\b)")
# Five parts of a name and a particle or two: "Maria del Carmen Fernandez de la Vega".
_LONGEST = 6
# A country or a large city stays a place behind a single title: "minister Iran named".
_TOO_KNOWN = 6.5
# A place with fewer people than some 300,000 may be a surname in "Chad Foster".
_SURNAME = 5.5


@dataclass(frozen=True, slots=True)
class People:
    """
    The words (by number) inside full names of people, and the parts of those names.

    ``titled`` are the parts of names behind a title or before an age: surely people's.
    """

    inside: frozenset[int]
    names: frozenset[str]
    titled: frozenset[str]


def people_of(text: str, tokens: Sequence[Token], known: Mapping[str, Known]) -> People:
    """
    Find people's full names: behind a title, a first name or an initial, or before an age.

    Parameters
    ----------
    known
        Places by folded name, so that San Jose and Prince William County are no people.
    """
    inside: set[int] = set()
    names: set[str] = set()
    titled: set[str] = set()
    at = 0
    while at < len(tokens):
        run = _run(text, tokens, at)
        if not run:
            at += 1
            continue
        person = _person(text, tokens, run, known)
        inside.update(person)
        parts = {tokens[one].word.lower() for one in person}
        names |= parts
        if person and _surely(text, tokens, person):
            titled |= parts
        at = run[-1] + 1
    return People(frozenset(inside), _long(names), _long(titled))


def _surely(text: str, tokens: Sequence[Token], person: Sequence[int]) -> bool:
    title = tokens[person[0] - 1].word.lower() if person[0] else ""
    return title in load_vocabulary().courtesy or bool(_AGE.match(text, tokens[person[-1]].end))


def _long(names: set[str]) -> frozenset[str]:
    particles = load_vocabulary().particles
    return frozenset(name for name in names - particles if len(name) > 2)


def _run(text: str, tokens: Sequence[Token], at: int) -> range:
    """Return the numbers of the words with capitals from here on that may be one name."""
    vocabulary = load_vocabulary()
    if not (tokens[at].word[0].isupper() or tokens[at].word.lower() in vocabulary.titles):
        return range(0)
    last = at
    while last + 1 < len(tokens) and last - at < _LONGEST:
        following = tokens[last + 1]
        if not _GAP.fullmatch(text, tokens[last].end, following.start):
            break
        if tokens[last].word.endswith(".") and len(tokens[last].word) > 4:
            break
        particle = following.word.lower() in vocabulary.particles
        if not (following.word[0].isupper() or particle or _is_title(tokens, last + 1)):
            break
        if text[tokens[last].end] == "." and not _abbreviated(tokens[last]):
            break
        last += 1
    while last > at and not tokens[last].word[0].isupper():
        last -= 1
    return range(at, last + 1)


def _abbreviated(token: Token) -> bool:
    return len(token.word) == 1 or (
        len(token.word) <= 5 and token.word.lower() in load_vocabulary().titles
    )


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].word.lower() in load_vocabulary().titles


def _person(
    text: str, tokens: Sequence[Token], run: range, known: Mapping[str, Known]
) -> Sequence[int]:
    """Return the words of the person's name in a run of capitals, or nothing."""
    vocabulary = load_vocabulary()
    start = _first_name_at(tokens, run, known)
    if start is None and _AGE.match(text, tokens[run[-1]].end):
        start = max(run[0], run[-1] - 2)
        while start <= run[-1] and tokens[start].word.lower() in vocabulary.ordinary:
            start += 1
        if _is_well_known(tokens, range(start, run[-1] + 1), known):
            return ()
    if start is None:
        return ()
    stop = run[-1] + 1
    name = range(start, stop)
    words = [tokens[one].word.lower() for one in name]
    if any(_is_of_something_else(word) for word in words[1:]) or not words:
        return ()
    titled = start > run[0] and _is_title(tokens, start - 1)
    if len(words) == 1 and not titled and not _AGE.match(text, tokens[name[-1]].end):
        return ()
    if _is_well_known(tokens, name, known) or words[0] in vocabulary.ordinary:
        return ()
    return name


def _first_name_at(tokens: Sequence[Token], run: range, known: Mapping[str, Known]) -> int | None:
    """Return where the person's own name begins in a run: behind titles, at a first name."""
    vocabulary = load_vocabulary()
    start = None
    for at in run:
        word = tokens[at].word.lower()
        if word in vocabulary.titles:
            start = at + 1
        elif start is None and (word in vocabulary.people or _is_initial(tokens, at, run)):
            return at if at < run[-1] else None
        elif start is None and _is_namesake(tokens, at, run, known):
            return at
        elif start is not None:
            break
    return start if start is not None and start <= run[-1] else None


def _is_namesake(tokens: Sequence[Token], at: int, run: range, known: Mapping[str, Known]) -> bool:
    """Tell whether Chad, Sydney or Paris stands before a surname: Chad Foster."""
    vocabulary = load_vocabulary()
    if at == run[-1] or tokens[at].word.lower() not in vocabulary.also_people:
        return False
    surname = tokens[at + 1].word.lower()
    place = known.get(surname)
    explained = surname in vocabulary.ordinary or surname in vocabulary.demonyms
    return not explained and (place is None or place.importance < _SURNAME)


def _is_initial(tokens: Sequence[Token], at: int, run: range) -> bool:
    """Tell whether "F." in "John F. Kennedy" or "J. Smith" stands here, or "X" alone."""
    return len(tokens[at].word) == 1 and at < run[-1] and tokens[at].word not in "AI"


def _is_of_something_else(word: str) -> bool:
    vocabulary = load_vocabulary()
    longer = vocabulary.longer
    return (
        word in vocabulary.kinds
        or word in longer["organisations"]
        or word in longer["streets"]
        or word in {"city", "day"}
    )


def _is_well_known(tokens: Sequence[Token], name: range, known: Mapping[str, Known]) -> bool:
    """Tell whether the whole is the name of a place that a text may well mean."""
    key = " ".join(tokens[one].word.lower() for one in name)
    found = known.get(key)
    if found is None:
        return False
    least = _TOO_KNOWN if len(name) == 1 else 4.5
    return found.importance >= least or found.place.kind is PlaceKind.COUNTRY
