"""Names of places that the gazetteer did not spot, found by what the report says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.spot import Toponym
from geo.reading.places.roles import ORGANISATION_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.reading.parsed import ParsedReport, Sentence

_ARTICLE = r"(?:(?:al|el|as|ad|ar|ash|at|an)-)?"
_WORD = rf"{_ARTICLE}[A-Z][\w'-]+"
_NAME = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}})"
_KINDS = (
    r"(?:towns?|city|cities|villages?|suburbs?|districts?|neighbou?rhoods?|camps?|quarters?|"
    r"hamlets?)"
)
# What may follow a name that is not a modifier: "captured Orsa.", not "captured Orsa fighters".
_ENDS = (
    r"(?=\s*(?:[,.;:)\"]|$|'s\b|(?:in|on|at|from|and|or|after|where|which|before|with|during|"
    r"for|by|as|to|has|have|had|is|was|were|since|last|this|early|late)\b))"
)
_AREAS = rf"(?:{_KINDS}|area|valley|mountains?|hills?|region|province|island)"
_CALLED = (
    re.compile(rf"\b{_KINDS}\s+of\s+{_NAME}"),
    re.compile(rf"\b{_NAME}\s*,\s+(?:an?|the|another)\s+(?:[\w-]+\s+){{0,3}}?{_KINDS}{_ENDS}"),
    re.compile(rf"\b(?:the|in|of|near)\s+{_NAME}\s+(?:refugee\s+)?{_AREAS}\b"),
    re.compile(rf"\b{_NAME}\s+(?:[A-Z][a-z]+\s+)?refugee\s+{_KINDS}\b"),
)
# Used as one: behind a preposition of place, or taken, left or fought for.
_USED = re.compile(
    rf"\b(?:in|inside|near|outside|at|around|of|(?:captur|seiz|storm|besieg|shell|bomb|recaptur|"
    rf"liberat|enter|pound)(?:e|ed|ing|s|es)?|took|overran|(?:withdrew|retreated|fled|withdrawn) "
    rf"from|(?:battle|fight|fighting) for|(?:assault|attack|advance|offensive|raid|raids) on|"
    rf"advanced? (?:on|into|towards?))\s+{_NAME}{_ENDS}"
)
_MORE = re.compile(rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+){_NAME}(?=\s*(?:[,.;]|and\b|in\b|on\b|$))")
# What the model may call a name in such a place. It calls many villages organisations, and
# behind "of" too many other things are named to trust less than its own word for a place.
_LABELS = frozenset({"", "GPE", "LOC", "FAC", "ORG"})
_SURE = frozenset({"GPE", "LOC", "FAC"})
# Adjectives of nations, possessives and compounds.
_NOT_A_NAME = re.compile(r"^\w+(?:an|ish|ese|[^aeiou]ic)s?$|'s?$|-[a-z]+$")
_CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\w+day|Ramadan|Christmas|Easter)\b"
)


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
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for hit in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", parsed.text):
            start, end = hit.span()
            if parsed.sentence_at(start) and not any(a < end and start < b for a, b in taken):
                found.append(Toponym(start, end, name, None))
                taken.append((start, end))
    return tuple(found)


def _candidates(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    text = sentence.span.text
    for pattern in _CALLED:
        for found in pattern.finditer(text):
            yield from _listed(sentence, found, _LABELS | {"PERSON"})
    for found in _USED.finditer(text):
        label = _label(sentence, *found.span("name"))
        behind_of = found[0].startswith("of")
        if label in (_SURE if behind_of else _LABELS):
            yield from _listed(sentence, found, _LABELS)


def _listed(
    sentence: Sentence, found: re.Match[str], labels: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield a name and those that follow it in a list: "the villages of A, B and C"."""
    text = sentence.span.text
    at: re.Match[str] | None = found
    while at is not None:
        name = at["name"]
        other = _NOT_A_NAME.search(name) or _CALENDAR.search(name) or name.isupper()
        # "an advance on the Liberation Front": armies attack each other too.
        if not (other or ORGANISATION_WORD.search(name)):
            start, end = at.span("name")
            yield sentence.start + start, sentence.start + end, name
        at = _MORE.match(text, at.end("name"))
        if at is not None and _label(sentence, *at.span("name")) not in labels:
            at = None


def _label(sentence: Sentence, start: int, end: int) -> str:
    first = sentence.span.start_char
    covered = sentence.span.doc.char_span(first + start, first + end, alignment_mode="expand")
    labels = {token.ent_type_ for token in covered} if covered is not None else {""}
    return str(max(labels))
