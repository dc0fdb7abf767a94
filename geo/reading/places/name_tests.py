"""Whether a name that a gazetteer knows is used as the name of a place.

Almost every word is a town somewhere: Ali, Mora, Samer, Liberation. What stands around the
name decides, and once a name is clearly a place, the whole report uses it so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.names import fold
from geo.reading.places.words import SPEECH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from geo.reading.places.spots import Spot

# A name needs this much evidence; what is called an organisation or a person needs a phrase
# of place beside it. A country's own name is enough by itself.
ENOUGH = 0
# With more than this a name is clearly a place.
CLEAR = 2
# Once it is that anywhere, only a person's full name speaks against it.
CLEAR_ELSEWHERE = -3

_BETWEEN = (
    r"(?:(?:the|central|downtown|nearby|neighbou?ring|[a-z]+-held|[a-z-]*ern|[a-z]+)\s+){0,2}?"
)
_IN = re.compile(
    rf"\b(?:in|inside|near|outside|around|at|within|outskirts of|towards?)\s+{_BETWEEN}$",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\b(?:(?:into|across|through|under|left|fled|withdrew from|north of|south of|east of|west of|"
    r"struck|(?:re)?took|(?:re)?taken|overran|held|lost|"
    r"(?:(?:re)?captur|(?:re)?tak|seiz|storm|besieg|shell|bomb|attack|liberat|enter|reach|leav|"
    r"hitt?|pound|control|march|regain|hold|occup|encircl|surround|evacuat|raid|overrunn?|"
    r"defend|invad|los|quit)(?:e|es|ed|ing|s|y|ies|ied|ying)?|"
    r"(?:north|south|east|west)[a-z]*|rural|greater|nearby|neighbou?ring)\s+"
    r"(?:the\s+)?|(?:most|much|all|half|parts?|third|quarter|per ?cent|%|swathe?s|control|siege|"
    r"rest|remainder|whole)\s+of\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\b(?:from|to|between|towards?)\s+(?:the\s+)?$", re.IGNORECASE)
_SUFFERS = re.compile(
    r"\s+(?:fell|(?:has|had|have)\s+(?:fallen|seen|witnessed)|burn(?:ed|t)|"
    r"(?:is|was|were|has been|had been|came|remains|remained)\s+(?:under|besieged|surrounded|"
    r"shelled|captured|bombed|hit|attacked|liberated|recaptured|encircled|home\s+to|once\s+home))\b"
)
_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_OF = re.compile(r"\b(?:of|for|over|on)\s+(?:the\s+)?$", re.IGNORECASE)
_KIND_WORD = (
    r"(?:town|city|village|suburb|district|neighbou?rhood|camp|quarter|province|hamlet|"
    r"settlement|region|area|governorate|county|port|island|municipality|capital|countryside|sector|outskirts)"
)
_KIND_BEFORE = re.compile(rf"\b{_KIND_WORD}s?(?:\s+of|\s+called)?\s+$", re.IGNORECASE)
_KIND_AFTER = re.compile(
    rf"\s+(?:refugee\s+|[A-Z][a-z]+\s+refugee\s+)?{_KIND_WORD}s?\b|"
    rf"\s*,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}{_KIND_WORD}\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|General|Colonel|Major|Captain|President|Minister|"
    r"King|Prince|Sheikh|Pope|Senator|Judge|Abu|Umm|Saint|named|calling himself|nicknamed)\.?\s+$"
)
# Parts of speech a name never has, whatever the gazetteer says of "In", "On" or "Many".
_CLOSED = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "INTJ"})
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def used_as_places(spots: Sequence[Spot], countries: Iterable[str]) -> list[Spot]:
    """
    Keep the spots that name places here.

    Parameters
    ----------
    spots
        Candidates of one report, in order; those outside the story may be among them.
    countries
        Folded names of the spots that are whole countries.

    Returns
    -------
    places
        A name with enough evidence in one sentence is kept wherever nothing speaks against it.
    """
    known = set(countries)
    scores = [(spot, evidence(spot, country=fold(spot.name) in known)) for spot in spots]
    persons = _people(spots)
    clear = {fold(spot.name) for spot, score in scores if score > CLEAR}
    listed = _beside_places(scores)
    return [
        spot
        for number, (spot, score) in enumerate(scores)
        if score >= (CLEAR_ELSEWHERE if fold(spot.name) in clear or number in listed else ENOUGH)
        and (fold(spot.name) not in persons or score > CLEAR)
    ]


def _beside_places(scores: Sequence[tuple[Spot, int]]) -> set[int]:
    """Return the numbers of the names that stand in a list with a place: "in A, B and C"."""
    listed: set[int] = set()
    for number in range(1, len(scores)):
        (before, score), (spot, _) = scores[number - 1], scores[number]
        gap = spot.parsed.text[before.span[1] : spot.span[0]]
        if (score >= ENOUGH or number - 1 in listed) and _LISTED.fullmatch(gap):
            listed.add(number)
    return listed


def _people(spots: Sequence[Spot]) -> set[str]:
    """Names that are part of a person's longer name somewhere in the report."""
    names = set()
    for spot in spots:
        ent = _entity(spot)
        if ent and ent[0] == "PERSON" and ent[1] > len(spot.name) + 1:
            names.add(fold(spot.name))
    return names


def evidence(spot: Spot, *, country: bool = False) -> int:
    """Weigh what speaks for a place against what speaks for a person or a plain word."""
    bonus = CLEAR + 1 if country else 0
    if spot.sentence is None:
        return _in_furniture(spot) + bonus
    if not spot.tokens or _plain_word(spot, country=country):
        return -9
    labels = _labels(spot)
    if country:
        # The model's spans run over "and" ("Niger and northern Nigeria"): of a country's
        # whole name its word counts for little.
        labels = max(labels, -2)
    return _around(spot) + labels + _speaks(spot) + bonus


def _in_furniture(spot: Spot) -> int:
    if re.search(r"\b(?:in|near|at|from|of|outside)\s+(?:the\s+)?$", spot.before):
        return CLEAR
    beside = re.search(r"[A-Z]\w+\s$", spot.before) or re.match(r"\s[A-Z]", spot.after)
    return -1 if beside else 0


def _plain_word(spot: Spot, *, country: bool) -> bool:
    token = spot.tokens[0]
    if not any(c.isupper() for c in spot.name):
        return True
    if len(spot.tokens) > 1:
        return False
    acronym = spot.name.isupper() and len(spot.name) <= 5 and not _shouted(spot)
    if acronym and (country or _labelled_place(spot)):
        return False
    return token.pos_ in _CLOSED or token.is_stop or acronym


def _shouted(spot: Spot) -> bool:
    return spot.sentence is not None and spot.sentence.raw.isupper()


def _labelled_place(spot: Spot) -> bool:
    return any(token.ent_type_ in _PLACE_LABELS for token in spot.tokens)


def _around(spot: Spot) -> int:
    score = 0
    if spot.toponym.feature or _KIND_BEFORE.search(spot.before) or _KIND_AFTER.match(spot.after):
        score += 4
    if _SUFFERS.match(spot.after):
        score += 3
    for pattern, weight in ((_IN, 3), (_MOVING, 3), (_FROM_TO, 2), (_OF, 1)):
        if pattern.search(spot.before):
            return score + weight
    return score - 4 if _TITLE.search(spot.before) else score


def _labels(spot: Spot) -> int:
    entity = _entity(spot)
    longer = _longer_name(spot)
    if entity is None:
        return -2 if longer else 0
    label, length = entity
    if label in _PLACE_LABELS:
        return 1 if longer else 3
    if label in _NUMBERS:
        return -9
    exact = length <= len(spot.name) + len(" camp")
    if label == "PERSON":
        return -2 if exact and not longer else -9
    return -1 if exact else -3


def _entity(spot: Spot) -> tuple[str, int] | None:
    """Return the label and length of the model's entity over the name."""
    for token in spot.tokens:
        if token.ent_type_:
            run = [t for t in token.doc if t.ent_type_ and _start(t) == _start(token)]
            return token.ent_type_, run[-1].idx + len(run[-1]) - run[0].idx
    return None


def _start(token: Token) -> int:
    at = token.i
    while token.doc[at].ent_iob_ == "I" and at > 0:
        at -= 1
    return at


def _longer_name(spot: Spot) -> bool:
    """Whether a capitalised word before or after belongs to the same name."""
    previous, following = spot.neighbour(-1), spot.neighbour(+1)
    left = previous is not None and previous.pos_ == "PROPN" and previous.head in spot.tokens
    right = (
        following is not None
        and following.pos_ == "PROPN"
        and following.dep_ != "appos"
        and any(token.head in (following, following.head) for token in spot.tokens)
        and not _KIND_AFTER.match(spot.after)
    )
    return bool(left or right)


def _speaks(spot: Spot) -> int:
    head = spot.head
    if head is None or head.dep_ != "nsubj" or head.head.lemma_ not in SPEECH:
        return 0
    return -1
