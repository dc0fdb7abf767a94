"""Names of places that no gazetteer knows, found by what the report says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.spot import Toponym

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.reading.parsed import ParsedReport, Sentence

_ARTICLE = r"(?:(?:al|el|as|ad|ar|ash|at|an)-)?"
_WORD = rf"{_ARTICLE}[A-Z][\w'-]+"
_NAME = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}})"
_KIND = r"(?P<kind>town|city|village|suburb|district|neighbou?rhood|camp|quarter|hamlet)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_KIND}s?\s+of\s+{_NAME}",
        rf"\b{_NAME}\s*,\s+(?:an?|the|another)\s+(?:[\w-]+\s+){{0,3}}?{_KIND}\b",
        rf"\b(?:the|in|of|near)\s+{_NAME}\s+(?:refugee\s+)?{_KIND}\b",
        rf"\b{_NAME}\s+(?:[A-Z][a-z]+\s+)?refugee\s+{_KIND}\b",
    )
)
# The model's own labels are trusted only behind a preposition of place.
_BEHIND = re.compile(r"\b(?:in|at|near|outside|inside|around|towards?)\s+(?:the\s+)?$")
# Adjectives of nations, possessives and compounds.
_NOT_A_NAME = re.compile(r"^\w+(?:an|ish|ese|[^aeiou]ic)$|'s?$|-[a-z]+$")


def names_not_listed(parsed: ParsedReport, listed: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """
    Find names that the report uses as places and the gazetteer did not spot.

    Parameters
    ----------
    parsed
        The report.
    listed
        What the gazetteer spotted.

    Returns
    -------
    toponyms
        Each occurrence in the story of each such name, none overlapping ``listed``.
    """
    taken = [(one.start, one.end) for one in listed]
    names = {
        name
        for sentence in parsed.sentences
        for start, end, name in _candidates(sentence)
        if not any(a < end and start < b for a, b in taken)
    }
    found: list[Toponym] = []
    for name in sorted(names, key=len, reverse=True):
        for hit in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", parsed.text):
            start, end = hit.span()
            if parsed.sentence_at(start) and not any(a < end and start < b for a, b in taken):
                found.append(Toponym(start, end, name, None))
                taken.append((start, end))
    return tuple(found)


def _candidates(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    text = sentence.span.text
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if not _NOT_A_NAME.search(found["name"]):
                yield _at(sentence, *found.span("name"), found["name"])
    first = sentence.span.start_char
    for entity in sentence.span.ents:
        start, end = entity.start_char - first, entity.end_char - first
        if entity.label_ in {"GPE", "LOC", "FAC"} and _BEHIND.search(text[:start]):
            name = re.sub(r"^the\s+", "", entity.text, flags=re.IGNORECASE)
            if name[:1].isupper() and not name.isupper() and not _NOT_A_NAME.search(name):
                yield _at(sentence, end - len(name), end, name)


def _at(sentence: Sentence, start: int, end: int, name: str) -> tuple[int, int, str]:
    return sentence.start + start, sentence.start + end, name
