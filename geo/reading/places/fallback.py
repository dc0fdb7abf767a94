"""
Where a name that no gazetteer lists is, by what the report says of it.

Relative to a listed place ("Bashiqa, 13 km northeast of Mosul"), else in one ("the Intisar
neighbourhood" of the city under discussion), else in the narrowest area the story keeps to.
The name itself stays with the claim, so that two such villages are not taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.place import PlaceKind
from geo.claims import Near, Where
from geo.codes import MentionRole, WherePrecision
from geo.reading.parsed import plain
from geo.reading.places.containment import said_to_lie_in
from geo.reading.places.distances import DISTANCE, UNIT, metres
from geo.reading.places.near import near_at
from geo.reading.places.parts import DIRECTION, compass
from geo.reading.places.topic import is_set_first
from geo.reading.places.words import PLACE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from geo.claims import Mention
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence

_KIND = rf"(?:{'|'.join(sorted(PLACE_NOUNS))}|township|refugee\s+camp|locality)"
# Between a name and what places it: ", a town on the", " camp", ", which lies", " (just".
_LEADS_IN = re.compile(
    rf"(?:\s+(?:[a-z]+\s+)?{_KIND})?\s*,?\s*\(?(?:(?:an?|the)\s+(?:[a-z-]+\s+){{1,5}}?)?"
    r"(?:(?:which\s+)?(?:is|lies)\s+)?(?:located\s+|situated\s+|lying\s+)?"
    r"(?:(?:just|only|immediately|directly|some|about|roughly|around)\s+)?"
    r"(?:(?:on|in|at)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:neighbou?rhood|district|quarter|suburb|market|hospital|square|street|"
    r"roundabout|prison|mosque|church|stadium|junction|university|area)s?\b",
    re.IGNORECASE,
)
# "Orsa, 25 kilometres to the north": from the place that is spoken of.
_AWAY = re.compile(
    rf"\s*,\s+(?:(?:about|some|around|roughly|nearly|just)\s+)?(?P<distance>{DISTANCE})\s+"
    rf"(?:away\s+)?(?:(?:further|farther)\s+)?(?:to\s+the\s+)?(?P<heading>{DIRECTION}"
    rf"(?:[- ]{DIRECTION})?)\b(?!\s+(?:of|from)\b)",
    re.IGNORECASE,
)
_ANCHORED = frozenset({"distance", "heading", "near", "adjacent", "outskirts", "edge", "outside"})
_NEVER = frozenset(
    {MentionRole.ORGANISATION, MentionRole.FURNITURE, MentionRole.METONYM, MentionRole.NATIONALITY}
)
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.CAMP})
_AREAS = {
    PlaceKind.COUNTY: WherePrecision.DISTRICT,
    PlaceKind.PROVINCE: WherePrecision.PROVINCE,
    PlaceKind.REGION: WherePrecision.VAGUE,
    PlaceKind.COUNTRY: WherePrecision.COUNTRY,
}
# The country of a story with names of several: that of two in three of them.
_MOST = 2 / 3


def beside_listed(
    clues: Clues, sentence: Sentence, mention: Mention, gazetteer: Gazetteer
) -> Where | None:
    """
    Place an unlisted name by the words that its report has beside it, or return None.

    Looks first where the name stands, then at its other mentions in the report.
    """
    if (found := _beside(clues, sentence, mention, gazetteer)) is not None:
        return found
    key = fold(mention.quote.text)
    for other in clues.mentions:
        if other is mention or other.place_id is not None or fold(other.quote.text) != key:
            continue
        at = clues.parsed.sentence_at(other.quote.start)
        if at is not None and (found := _beside(clues, at, other, gazetteer)) is not None:
            return found
    return None


def with_distance(where: Where, clues: Clues, sentence: Sentence, mention: Mention) -> Where:
    """Add the distance from another listed place that stands right behind a listed name."""
    if where.near is not None or not UNIT.search(sentence.raw):
        return where
    for other in clues.mentions_in(sentence):
        if other.place_id in {None, where.place_id} or other.role in _NEVER:
            continue
        near = relation_to(sentence, mention, other)
        if near is not None and near.distance_m is not None:
            return replace(where, stated=near, stated_from=other.place_id)
    return where


def in_town(
    sentence: Sentence, mention: Mention, topic: Mention | None, gazetteer: Gazetteer
) -> Where | None:
    """Place a quarter, a hospital or a market in the town that the story is about."""
    after = plain(sentence.raw)[mention.quote.end - sentence.start :]
    if topic is None or topic.place_id is None or not _QUARTER.match(after):
        return None
    town = gazetteer.place(topic.place_id)
    if town.kind not in _TOWNS:
        return None
    return _inside(mention, town, WherePrecision.NEAR)


def away_from(
    sentence: Sentence,
    mention: Mention,
    beside: Sequence[Mention],
    topic: Mention | None,
    gazetteer: Gazetteer,
) -> Where | None:
    """Place "Orsa, 25 kilometres to the north" from the place before it, else the story's."""
    found = _AWAY.match(plain(sentence.raw), mention.quote.end - sentence.start)
    distance = metres(found["distance"]) if found else None
    if found is None or distance is None:
        return None
    before = [one for one in beside if one.quote.end <= mention.quote.start]
    for one in (*reversed([b for b in before if b.role not in _NEVER]), topic):
        if one is not None and one.place_id is not None:
            place = gazetteer.place(one.place_id)
            if place.kind not in _AREAS:
                near = Near("distance", distance, compass(found["heading"]))
                return _relative(mention, place, near)
    return None


def in_area(clues: Clues, mention: Mention, gazetteer: Gazetteer) -> Where | None:
    """Place a name in the one county or province its report names, else in its country."""
    listed = [one for one in clues.mentions if one.place_id and one.role not in _NEVER]
    first = _set_first(clues, mention, listed, gazetteer)
    if first is not None:
        return _inside(mention, first, _AREAS[first.kind])
    places = [gazetteer.place(str(one.place_id)) for one in listed]
    for kind in (PlaceKind.COUNTY, PlaceKind.PROVINCE):
        areas = {place.id: place for place in places if place.kind is kind}
        if len(areas) == 1:
            (area,) = areas.values()
            return _inside(mention, area, _AREAS[kind])
    country = _country_of(places, gazetteer)
    return None if country is None else _inside(mention, country, WherePrecision.COUNTRY)


def _set_first(
    clues: Clues, mention: Mention, listed: Sequence[Mention], gazetteer: Gazetteer
) -> Place | None:
    """Return the area of "In Donetsk region, troops recaptured the village of Filiia"."""
    sentence = clues.parsed.sentence_at(mention.quote.start)
    if sentence is None:
        return None
    for one in listed:
        if sentence.start <= one.quote.start < mention.quote.start and is_set_first(sentence, one):
            place = gazetteer.place(str(one.place_id))
            if place.kind in _AREAS:
                return place
    return None


def _country_of(places: list[Place], gazetteer: Gazetteer) -> Place | None:
    counts = Counter(place.country for place in places if place.country)
    if not counts:
        return None
    code, most = counts.most_common(1)[0]
    if most < _MOST * counts.total():
        return None
    one = next(place for place in places if place.country == code)
    if one.kind is PlaceKind.COUNTRY:
        return one
    above = (up for up in gazetteer.ancestors(one) if up.kind is PlaceKind.COUNTRY)
    return next(above, None)


def _beside(
    clues: Clues, sentence: Sentence, mention: Mention, gazetteer: Gazetteer, *, deep: bool = True
) -> Where | None:
    for other in _others(clues, sentence, mention):
        near = relation_to(sentence, mention, other)
        lies = near is not None or said_to_lie_in(sentence, mention, other, gazetteer)
        if other.place_id is not None:
            place = gazetteer.place(other.place_id)
            if near is not None and place.kind not in _AREAS:
                return _relative(mention, place, near)
            if lies:
                return _within(mention, other, place)
        elif near is not None and deep:
            # "The Savo camp near Bule in Ituri", and nobody lists Bule either.
            further = _beside(clues, sentence, other, gazetteer, deep=False)
            if further is not None and further.place_id is not None:
                place = gazetteer.place(further.place_id)
                precision = _AREAS.get(place.kind, WherePrecision.NEAR)
                words = f"{mention.quote.text} (near {further.place_name})"
                name = mention.quote.text
                return Where(place.id, words, precision=precision, unlisted=name)
    return None


def _others(clues: Clues, sentence: Sentence, mention: Mention) -> Iterator[Mention]:
    """Yield the names that may place one: those behind it first, then those before."""
    inside = [one for one in clues.mentions_in(sentence) if one.role not in _NEVER]
    named = [one for one in inside if not one.nominal or one.place_id is not None]
    yield from (one for one in named if one.quote.start >= mention.quote.end)
    yield from (one for one in reversed(named) if one.quote.end <= mention.quote.start)


def relation_to(sentence: Sentence, mention: Mention, other: Mention) -> Near | None:
    """Return the relation that the words right behind a name put it in to another."""
    if other.quote.start < mention.quote.end:
        return None
    phrase = near_at(sentence, other)
    if phrase is None or phrase.start < mention.quote.end:
        return None
    near = phrase.near
    if near.word == "bank":
        near = replace(near, word="adjacent")  # a town beside the water; no strip of it is told of
    if near.word not in _ANCHORED:
        return None
    text = plain(sentence.raw)
    lead = text[mention.quote.end - sentence.start : phrase.start - sentence.start]
    return near if _LEADS_IN.fullmatch(lead) else None


def _within(mention: Mention, other: Mention, place: Place) -> Where:
    precision = _AREAS.get(place.kind, WherePrecision.NEAR)
    if place.kind is PlaceKind.COUNTRY and other.part is not None:
        precision = WherePrecision.VAGUE
    name = mention.quote.text
    return Where(place.id, f"{name} (in {place.name})", other.part, None, precision, unlisted=name)


def _relative(mention: Mention, place: Place, near: Near) -> Where:
    name = mention.quote.text
    words = f"{name} ({_worded(near)} {place.name})"
    return Where(place.id, words, None, near, WherePrecision.NEAR, unlisted=name)


def _inside(mention: Mention, place: Place, precision: WherePrecision) -> Where:
    name = mention.quote.text
    words = f"{name} (in {place.name})"
    return Where(place.id, words, precision=precision, unlisted=name)


def _worded(near: Near) -> str:
    if near.distance_m is not None:
        far = f"{near.distance_m[1] / 1000:g} km"
        return f"{far} {near.heading} of" if near.heading else f"{far} from"
    return f"{near.heading} of" if near.heading and near.word == "heading" else "near"
