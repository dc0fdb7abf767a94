"""Names that a report puts beside another and a gazetteer far away: an unlisted namesake."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from gazetteer.candidates import distance_km
from gazetteer.place import PlaceKind
from geo.reading.places.fallback import relation_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazetteer.index import Gazetteer
    from geo.claims import Mention
    from geo.reading.parsed import ParsedReport

_SETTLED = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.CAMP})
# "West of Orsa" is said of what lies within a day's drive on bad roads, in km; of a distance
# that is told, this is what the writer may be wrong by.
_BESIDE_KM = 120.0


def without_far_namesakes(
    parsed: ParsedReport, named: Iterable[Mention], gazetteer: Gazetteer
) -> Iterator[Mention]:
    """
    Yield the mentions, without the place of one that lies far from where the report puts it.

    "Makarivka (south of Orsa)" is none of the Makarivkas 300 km away, though only those may be
    listed. The mentions are in the order of the text.
    """
    ordered = list(named)
    for mention, other in zip_longest(ordered, ordered[1:]):
        far = other is not None and _is_far(parsed, mention, other, gazetteer)
        yield replace(mention, place_id=None, confidence=0.0) if far else mention


def _is_far(parsed: ParsedReport, mention: Mention, other: Mention, gazetteer: Gazetteer) -> bool:
    sentence = parsed.sentence_at(mention.quote.start)
    if mention.place_id is None or other.place_id is None or sentence is None:
        return False
    if other.quote.start >= sentence.end or mention.place_id == other.place_id:
        return False
    place, beside = gazetteer.place(mention.place_id), gazetteer.place(other.place_id)
    if place.kind not in _SETTLED or beside.kind not in _SETTLED:
        return False
    near = relation_to(sentence, mention, other)
    if near is None:
        return False
    said = near.distance_m[2] / 1000 if near.distance_m is not None else 0.0
    return distance_km(place, beside) > said + _BESIDE_KM
