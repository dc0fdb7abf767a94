# ruff: noqa: RUF001 - news has curly quotes and dashes
"""What a text says about where its names lie: containers, countries, neighbours."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = r"(?:[^\W\d_a-z][\w.'’-]*|al-\w+)"
_NAME = rf"({_CAPITAL}(?:[ -](?:{_CAPITAL}|de|la|of|the)){{0,4}})"
# "Zinder, Niger"; "Zinder, a city in southern Niger"; "Zinder (Niger)"; "Zinder in Niger".
_AFTER = re.compile(
    r"(?:,\s+(?:(?:an?|the)\s[^,.;:\n]{0,60}?\s(?:in|of)\s+)?|\s+\(|\s+in\s+)"
    r"(?:(?:the|north|south|east|west|central|rural|\w+ern|\w+-?\w+ern)\s+){0,3}" + _NAME
)
# "Niger's Zinder"; "the Nigerien city of Zinder".
_BEFORE = re.compile(_NAME + r"['’]s?\s+(?:[a-z-]+\s+){0,3}(?:of\s+)?$")
_DEMONYM = re.compile(r"\b([A-Z]\w+)\s+(?:(?!and\b)[a-z-]+\s+){0,3}(?:of\s+)?$")
_LIST_AFTER = re.compile(rf",\s+{_NAME}(?:,\s+{_NAME})*,?\s+(?:and|or)\s+(?:the\s+)?[^\W\d_a-z]")
_LIST_BEFORE = re.compile(rf"{_NAME},\s+{_NAME},\s+(?:and\s+)?$")
_WORDS = re.compile(r"[^\W\d_]+")


def containers_of(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the folded names of what the span is said to lie in, the likeliest first."""
    after = _AFTER.match(text, end)
    before = _BEFORE.search(text, max(0, start - 60), start)
    found = [match[1] for match in (after, before) if match]
    return tuple(dict.fromkeys(key for name in found for key in _prefixes(name)))


def in_a_list(text: str, start: int, end: int) -> bool:
    """Tell whether the name stands in a list of names, so that a comma says nothing."""
    return bool(
        _LIST_AFTER.match(text, end) or _LIST_BEFORE.search(text, max(0, start - 60), start)
    )


def country_beside(text: str, start: int) -> str | None:
    """Return the country of the nationality before the name: "the Nigerien city of"."""
    found = _DEMONYM.search(text, max(0, start - 60), start)
    return load_vocabulary().demonyms.get(fold(found[1])) if found else None


def countries_by_people(text: str) -> Counter[str]:
    """Count how often the text names each country's people: Nigerien, Nigeriens."""
    demonyms = load_vocabulary().demonyms
    words = (word.lower() for word in _WORDS.findall(text) if word[0].isupper())
    return Counter(demonyms[word] for word in words if word in demonyms)


def _prefixes(name: str) -> Iterator[str]:
    """Yield the name and its beginnings, for what follows a name may have a capital too."""
    words = re.split(r"[ -]", name)
    for count in range(len(words), 0, -1):
        if key := fold(" ".join(words[:count])):
            yield key
