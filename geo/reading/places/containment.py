"""Which of two places in a sentence lies in the other, by the words between them or by the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.reading.parsed import plain
from geo.reading.places.words import PLACE_NOUNS

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer
    from geo.claims import Mention
    from geo.reading.parsed import Sentence

_KIND = (
    rf"(?:{'|'.join(sorted(PLACE_NOUNS))}|hospital|prison|airbase|square|market|junction|"
    r"plant|refinery|factory|mine|dam|mosque|church|university|stadium|barracks|airfield)"
)
# "Orsa, in the northern Malvia", "Orsa town in Malvia", "Orsa, a village in the hills of Malvia".
_INNER_FIRST = re.compile(
    rf"(?:\s+(?:[a-z]+\s+)?{_KIND})?\s*(?:\([^()]*\)\s*)?"
    r"(?:,?\s*(?:(?:which\s+(?:is|lies)\s+)?(?:located|situated|lying)\s+)?|"
    r",\s+(?:an?|the)\s+(?:[a-z-]+\s+){1,5}?)"
    r"(?:in|of|within|inside)\s+(?:the\s+)?(?:(?:[a-z-]+|of)\s+){0,5}?",
    re.IGNORECASE,
)
# "Orsa, Malvia": only where the first is not one of a list.
_COMMA = re.compile(r",\s+(?:[a-z]*(?:ern|central)\s+)?")
# "They left Orsa, Malvia region head Ana Bek said": the second begins another clause.
_OFFICE = re.compile(
    r"(?:(?:region|province|state|oblast|district)(?:al)?\s+)?(?:deputy\s+)?"
    r"(?:head|chief|governor|mayor|spokes\w+|president|minister|commander|leader|police|officials?|"
    r"authorities)\b"
)
# "Malvia's Orsa", "the Malvia village of Orsa", "Malvia's northern city of Orsa".
_OUTER_FIRST = re.compile(
    rf"(?:'s?\s+(?:[a-z-]+\s+){{0,3}}?(?:(?:{_KIND})\s+of\s+)?|"
    rf"\s+(?:regional\s+|provincial\s+|border\s+)?(?:{_KIND})\s+of\s+)(?:the\s+)?"
)


# How large places are, by kind; a name the gazetteer does not know is small.
_SIZES = {
    PlaceKind.COUNTRY: 6,
    PlaceKind.REGION: 5,
    PlaceKind.WATER: 5,  # "the Red Sea port of Orsa"
    PlaceKind.PROVINCE: 5,
    PlaceKind.COUNTY: 4,
    PlaceKind.CITY: 3,
    PlaceKind.TOWN: 2,
}


def lies_in(inner: Mention, outer: Mention, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows that one mentioned place lies in another."""
    if inner.place_id is None or outer.place_id is None or inner.place_id == outer.place_id:
        return False
    place, other = gazetteer.place(inner.place_id), gazetteer.place(outer.place_id)
    return gazetteer.lies_in(place, other) is True


def said_to_lie_in(
    sentence: Sentence, inner: Mention, outer: Mention, gazetteer: Gazetteer
) -> bool:
    """Whether the words between two names say that the one lies in the other."""
    if _size(inner, gazetteer) > _size(outer, gazetteer):
        return False
    text, at = plain(sentence.raw), sentence.start
    if inner.quote.start < outer.quote.start:
        between = text[inner.quote.end - at : outer.quote.start - at]
        if _COMMA.fullmatch(between):
            follows = text[outer.quote.end - at :].lstrip()
            return not (follows.startswith(("and ", "or ", ", and")) or _OFFICE.match(follows))
        return _INNER_FIRST.fullmatch(between) is not None
    if outer.place_id is None:
        return False
    between = text[outer.quote.end - at : inner.quote.start - at]
    return _OUTER_FIRST.fullmatch(between) is not None


def _size(mention: Mention, gazetteer: Gazetteer) -> int:
    if mention.place_id is None:
        return 0
    return _SIZES.get(gazetteer.place(mention.place_id).kind, 1)
