"""Names of places that the gazetteer did not spot, found by what the report says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.spot import Toponym
from gazetteer.vocabulary import load_vocabulary
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
# What no person can undergo: the model calls many a village a person.
_ONLY_PLACES = re.compile(
    r"^(?:storm|besieg|shell|bomb|recaptur|liberat|enter|pound|patrol|overran|advance|withdr|"
    r"retreat|fled|reach)"
)
# Used as one: behind a preposition of place, or taken, left or fought for.
_USED = re.compile(
    rf"\b(?:in|inside|near|outside|at|around|of|(?:captur|seiz|storm|besieg|shell|bomb|recaptur|"
    rf"liberat|enter|pound|patrol|patroll|reach)(?:e|ed|ing|s|es)?|"
    rf"took|overran|"
    rf"(?:withdrew|retreated|fled|withdrawn) from|(?:battle|fight|fighting) for|"
    rf"(?:assault|attack|advance|offensive|raid|raids) on|"
    rf"advanced? (?:on|into|towards?))\s+{_NAME}{_ENDS}"
)
_MORE = re.compile(rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+){_NAME}(?=\s*(?:[,.;]|and\b|in\b|on\b|$))")
# What the model may call a name in such a place. It calls many villages organisations, and
# behind "of" too many other things are named to trust less than its own word for a place.
_LABELS = frozenset({"", "GPE", "LOC", "FAC", "ORG", "PRODUCT"})
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
        word = re.escape(name)
        linked = rf"{word}(?=-[A-Z][\w']+\s+{_ROADS})|(?<=-){word}(?=\s+{_ROADS})"
        for hit in re.finditer(rf"(?<![\w-]){word}(?![\w-])|{linked}", parsed.text):
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
        allowed = _SURE if behind_of else _LABELS
        if label in allowed or (label == "PERSON" and _ONLY_PLACES.match(found[0])):
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
        other = other or _is_of_a_people(name)
        # "an advance on the Liberation Front": armies attack each other too.
        if not (other or ORGANISATION_WORD.search(name)):
            start, end = at.span("name")
            yield sentence.start + start, sentence.start + end, name
        at = _MORE.match(text, at.end("name"))
        if at is not None and _label(sentence, *at.span("name")) not in labels:
            at = None


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
