# ruff: noqa: RUF001 - news has curly quotes and dashes
"""Names that no source has, but that the text says are places: "the village of Kampungu"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.longer import ends_as_something_else
from gazetteer.names import fold
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.known import Reading

_CAPITAL = (
    r"(?<!\w)(?:(?:[Aa]l|[Ee]l|an|ad|ar|as|ash|at|az)-)?[^\W\d_a-zà-ÿ][^\W\d_]+"
    r"(?:(?!['’]s\b)['’ʼ-][^\W\d_]+)*"
)
_PARTICLE = r"(?:(?:de|del|la|al|el|kwa|ya|bin|do|da|dos) )?"
_NAME = rf"(?P<name>{_CAPITAL}(?: {_PARTICLE}{_CAPITAL}){{0,2}})"
# The words that say what is a place, wherever they stand.
_KIND = re.compile(
    r"\b(?:(?P<small>villages?|towns?|city|cities|hamlets?|suburbs?|neighbou?rhoods?|townships?|"
    r"districts?|provinces?|municipalit(?:y|ies)|governorates?|count(?:y|ies)|islands?|slums?|"
    r"settlements?|prefectures?|barangays?|communes?|sub-?districts?|rivers?)|"
    r"(?P<area>regions?|valley|mountains?|peninsula|area|(?:refugee )?camps?|hills|desert|"
    r"archipelago|enclave|crossing|oblast|raion)|(?P<people>communit(?:y|ies))|"
    r"(?P<noun>County|Province|River|Valley|Islands?|Sea|Ocean|Mountains?|Bay|Peninsula|"
    r"Desert|Strait|Governorate|Oblast|Prefecture|Township|Municipality|Parish|Creek|"
    r"Archipelago)|"
    r"(?P<head>Lake|Mount|Mt\.?|Cape|Fort|Ft\.?|Gulf of|Bay of|Strait of|Sea of|Isle of|Camp|"
    r"Loch|Wadi|Jabal|Tal|Tell|Jebel))(?!\w)"
)
_OF = re.compile(rf"\s+(?:of|called|named)\s+{_NAME}")
_BEFORE = re.compile(rf"\b(?:[Tt]he|[Ii]n|of|near|from|to|across|around)\s+{_NAME}\s+$")
_APPOSED = re.compile(rf"{_NAME}\s*,\s+(?:an?|another)\s+(?:[a-z-]+\s+){{0,3}}?$")
_WITH_NOUN = re.compile(rf"(?P<name>(?:{_CAPITAL} ){{1,2}})$")
_WITH_HEAD = re.compile(rf" {_PARTICLE}{_CAPITAL}")
_MORE = re.compile(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+){_NAME}(?=[,.;]|\s+(?:and|in|on|to|near|were|have|had)\b)"
)
# So far before a kind word the name begins: three long words and an apposition.
_REACH = 80
# Adjectives of nations, and compounds such as "rebel-held".
_NO_NAME = re.compile(r"(?:[a-z](?:ian|ish|ese|[^aeiou]ic)s?|-[a-z]+|['’]s?)$")
# A text with more different such names than this is a list of something, not news.
_NAMES = 50


def unlisted_in(reading: Reading) -> list[tuple[int, int, str]]:
    """Return where each such name stands, everywhere in the text, with its kind word."""
    found: dict[str, str] = {}
    for kind in _KIND.finditer(reading.text):
        for name in _names_by(reading, kind):
            if not _is_name(reading, name):
                break
            found.setdefault(name, kind[0].lower())
    return [
        (hit.start(), hit.end(), kind)
        for name, kind in list(found.items())[:_NAMES]
        for hit in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", reading.text)
        if not ends_as_something_else(reading.text, hit.end())
    ]


def _names_by(reading: Reading, kind: re.Match[str]) -> Iterator[str]:
    """Yield the names that the kind word gives: behind "of", before it, in apposition."""
    if kind["head"] or kind["noun"]:
        yield from _in_the_name(reading, kind)
        return
    text, start, end = reading.text, *kind.span()
    found = None if kind["area"] else _OF.match(text, end)
    while found is not None:
        yield found["name"]
        found = _MORE.match(text, found.end("name"))
    if kind["people"] or _OF.match(text, end):
        return
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found is None and kind["small"]:
        found = _APPOSED.search(text, max(0, start - _REACH), start)
    if found is not None:
        yield found["name"]


def _in_the_name(reading: Reading, kind: re.Match[str]) -> Iterator[str]:
    """Yield the name that the kind word is part of: Lake Turkana, Cooke County."""
    text, start, end = reading.text, *kind.span()
    behind = _WITH_HEAD.match(text, end) if kind["head"] else None
    if behind:
        yield text[start : behind.end()]
        return
    noun = kind["noun"] or ("Lake" if kind["head"] == "Lake" else None)
    before = _WITH_NOUN.search(text, max(0, start - _REACH), start) if noun else None
    if before:
        yield _without_opening(reading, f"{before['name']}{noun}")


def _without_opening(reading: Reading, name: str) -> str:
    """Drop ordinary words and another place in front: "In Clark County", "Decatur Clark County"."""
    words = name.split(" ")
    while len(words) > 1 and words[0].lower() in load_vocabulary().ordinary:
        words = words[1:]
    if len(words) > 2 and fold(words[0]) in reading.known:
        words = words[1:]
    return " ".join(words)


def _is_name(reading: Reading, name: str) -> bool:
    vocabulary = load_vocabulary()
    words = [word.lower().rstrip(".") for word in name.split(" ")]
    bare = [word for word in words if word not in vocabulary.kinds.keys() | vocabulary.heads]
    if not bare or _NO_NAME.search(name) or name.isupper() or fold(name) in reading.known:
        return False
    if any(word in vocabulary.demonyms or word in vocabulary.calendar for word in words):
        return False
    if bare[0] in vocabulary.people or bare[-1] in reading.people.names:
        return False
    return not any(word in vocabulary.ordinary for word in bare)
