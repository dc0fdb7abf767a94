"""Names of places that the gazetteer did not spot, found by what the report says of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.spot import Toponym
from gazetteer.vocabulary import load_vocabulary
from geo.reading.places.roles import ORGANISATION_WORD
from geo.reading.places.used_as_places import names_used

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
_AREAS = (
    rf"(?i:{_KINDS}|areas?|valley|mountains?|hills?|heights|region|province|island|locality|"
    r"governorate|sub-?district|township|county|commune|territory|forest|plains?|countryside|"
    r"outskirts|farms?)"
)
# Sites are called by their own names too: "the Palma prison", "Kuer military airport".
_SITES = (
    r"(?:(?i:international|military|central|general|air|power|bus|railway|police|border|naval|gas|"
    r"oil)\s+)?(?i:airport|airbase|airfield|prison|jail|hospital|dam|bridge|junction|roundabout|"
    r"square|crossing|market|mosque|church|refinery|fields?|quarry|mine|bazaar|stadium|plant|"
    r"station|hotel|checkpoint|intersection|monastery|cemetery|harbou?r)"
)
_ROADS = r"(?:highway|road|motorway|route|corridor|railway|axis)"
_FAR_FROM = r"(?=,?\s+(?:about\s+|some\s+)?\d+\s*(?:km|kilom|miles))"
_CALLED = (
    re.compile(rf"\b{_KINDS}\s+of\s+{_NAME}"),
    re.compile(rf"\b{_NAME}\s*,\s+(?:an?|the|another)\s+(?:[\w-]+\s+){{0,3}}?{_KINDS}{_ENDS}"),
    re.compile(
        rf"\b(?:siege|fall|bombardment|shelling|liberation|streets|outskirts|recapture|battle|"
        rf"evacuation)\s+of\s+{_NAME}{_ENDS}"
    ),
    re.compile(rf"\b(?:in|near|at)\s+{_NAME}{_FAR_FROM}"),
    re.compile(rf"\bbetween\s+{_WORD}(?:\s+{_WORD})?\s+and\s+{_NAME}{_ENDS}"),
    re.compile(rf"\b(?P<name>[A-Z][\w']+)-[A-Z][\w']+\s+{_ROADS}\b"),
    re.compile(rf"\b[A-Z][\w']+-(?P<name>[A-Z][\w']+)\s+{_ROADS}\b"),
    re.compile(rf"(?:\b(?:the|in|of|near|at|on|to)|'s)\s+{_NAME}\s+(?:refugee\s+)?{_AREAS}\b"),
    re.compile(rf"\b(?:the|in|of|near|at|on|outside)\s+(?:the\s+)?{_NAME}\s+{_SITES}\b"),
    re.compile(rf"\b{_NAME}\s+(?:[A-Z][a-z]+\s+)?refugee\s+{_KINDS}\b"),
)
_MORE = re.compile(rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+){_NAME}(?=\s*(?:[,.;]|and\b|in\b|on\b|$))")
# A word of the same name before it; one that opens a sentence has a capital anyhow.
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w'-]*\.?[ ]$")
# So many names of a report are looked for again: those of any article, not those of a book,
# which would be read once for each.
_AT_ONCE = 300
# What the model may call a name in such a place; it calls many villages organisations.
_LABELS = frozenset({"", "GPE", "LOC", "FAC", "ORG", "PRODUCT", "PERSON"})
# Adjectives of nations, possessives and compounds.
_NOT_A_NAME = re.compile(r"^\w+(?:ian|ish|ese|[^aeiou]ic)s?$|'s?$|-[a-z]+$")
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
    names |= {
        one.name
        for sentence in parsed.sentences
        for one in names_used(parsed, sentence, taken)
        if _may_be_placed(one.name)
    }
    found = spotted_again(parsed, listed)
    taken += [(one.start, one.end) for one in found]
    for name in sorted(names, key=lambda name: (-len(name), name)):
        word = re.escape(name)
        linked = rf"{word}(?=-[A-Z][\w']+\s+{_ROADS})|(?<=-){word}(?=\s+{_ROADS})"
        for hit in re.finditer(rf"(?<![\w-]){word}(?![\w-])|{linked}", parsed.text):
            start, end = hit.span()
            if parsed.sentence_at(start) and not any(a < end and start < b for a, b in taken):
                found.append(Toponym(start, end, name, None, listed=False))
                taken.append((start, end))
    return tuple(found)


def spotted_again(parsed: ParsedReport, listed: Sequence[Toponym]) -> list[Toponym]:
    """
    Find names that the gazetteer has spotted by what stands beside them, where nothing does.

    "Troops fled the base outside Orsa" makes "the attack on Orsa" one on the same place; but
    nothing is known of "Ana Orsa" or "the Orsa Times".
    """
    if len(listed) > _AT_ONCE:
        return []
    taken = [(one.start, one.end) for one in listed]
    first = {one.text: one for one in reversed(listed) if _may_be_placed(one.text)}
    found: list[Toponym] = []
    for name, one in first.items():
        for hit in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!-?\w|'?\s+[A-Z])", parsed.text):
            start, end = hit.span()
            alone = not _CAPITAL_BEFORE.search(parsed.text, max(0, start - 30), start)
            free = not any(a < end and start < b for a, b in taken)
            if alone and free and parsed.sentence_at(start):
                found.append(replace(one, start=start, end=end))
                taken.append((start, end))
    return found


def _candidates(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    text = sentence.span.text
    for pattern in _CALLED:
        for found in pattern.finditer(text):
            yield from _listed(sentence, found)


def _listed(sentence: Sentence, found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield a name and those that follow it in a list: "the villages of A, B and C"."""
    text = sentence.span.text
    at: re.Match[str] | None = found
    while at is not None:
        name = at["name"]
        if _may_be_placed(name):
            start, end = at.span("name")
            yield sentence.start + start, sentence.start + end, name
        at = _MORE.match(text, at.end("name"))
        if at is not None and _label(sentence, *at.span("name")) not in _LABELS:
            at = None


def _may_be_placed(name: str) -> bool:
    numbered = name[0].isdigit()  # "6 October City"
    if _NOT_A_NAME.search(name) or name.isupper() or (_CALENDAR.search(name) and not numbered):
        return False
    # "an advance on the Liberation Front": armies attack each other too.
    return not (_is_of_a_people(name) or ORGANISATION_WORD.search(name))


def _is_of_a_people(name: str) -> bool:
    """Whether a word of the name is an adjective of a people: "the Houthi-run", "Iraqi base"."""
    vocabulary = load_vocabulary()
    return any(
        fold(word) in vocabulary.demonyms or fold(word) in vocabulary.area_demonyms
        for word in name.split()
    )


def _label(sentence: Sentence, start: int, end: int) -> str:
    first = sentence.span.start_char
    covered = sentence.span.doc.char_span(first + start, first + end, alignment_mode="expand")
    labels = {token.ent_type_ for token in covered} if covered is not None else {""}
    return str(max(labels))
