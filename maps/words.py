"""Headlines and names for a reader: short, without a verb that must agree with a name."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from anyascii import anyascii

from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.codes import IncidentType, Relation, ZoneStatus
from maps.style import INCIDENTS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Place
    from geo.case import Case
    from geo.claims import Claim, Count, Part, Where
    from geo.features import Incident, Zone

_COMPASS = {
    "N": "north", "NE": "north-east", "E": "east", "SE": "south-east", "S": "south",
    "SW": "south-west", "W": "west", "NW": "north-west",
}  # fmt: skip
_EXTENTS = {
    "most": "{0}ernmost part", "corner": "{0}ern corner", "half": "{0}ern half",
    "third": "{0}ern third", "quarter": "{0}ern quarter", "edge": "{0}ern edge",
}  # fmt: skip
_OTHER_TERMS = {"centre": "centre", "edge": "edges", "inside": "inside", "outside": "outside"}

_RELATIONS = {
    Relation.CONTROLS: "held by",
    Relation.SEIZED: "seized by",
    Relation.CONFINED_TO: "last ground of",
    Relation.PRESENT: "presence of",
    Relation.INFLUENCE: "influence of",
    Relation.BESIEGES: "besieged by",
    Relation.CONTESTS: "fought over by",
    Relation.WITHDREW_FROM: "left by",
    Relation.STATIONED_OUTSIDE: "positions outside, of",
    Relation.BETWEEN: "between others,",
}

# Which script a country's own place names are written in, where it is not Latin: gazetteers
# list names in every script, and a reader on the ground needs this one.
_SCRIPTS = {
    "ARABIC": "AE AF BH DZ EG EH IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TN YE",
    "CYRILLIC": "BG BY KG KZ ME MK MN RS RU TJ UA",
    "HEBREW": "IL",
    "ETHIOPIC": "ER ET",
    "MYANMAR": "MM",
    "GREEK": "CY GR",
    "GEORGIAN": "GE",
    "ARMENIAN": "AM",
    "HANGUL": "KP KR",
    "CJK": "CN JP TW",
    "DEVANAGARI": "IN NP",
    "BENGALI": "BD",
    "THAI": "TH",
    "KHMER": "KH",
}
_SCRIPT_OF = {
    country: script for script, countries in _SCRIPTS.items() for country in countries.split()
}


def part_words(part: Part) -> str:
    """
    Say a part in words.

    >>> from geo.claims import Part
    >>> part_words(Part(("N-half", "W")))
    'northern half and west'
    """
    terms = _listed([_term(term) for term in part.terms])
    return f"all but the {terms}" if part.except_ else terms


def _term(term: str) -> str:
    if term in _OTHER_TERMS:
        return _OTHER_TERMS[term]
    if term.startswith("far-"):
        return f"far {_COMPASS.get(term[4:], term[4:])}"
    heading, _, extent = term.partition("-")
    compass = _COMPASS.get(heading, heading)
    return _EXTENTS[extent].format(compass) if extent in _EXTENTS else compass


_OF_TWO = {"road": "on the road between", "strip": "along the border of"}


def where_words(where: Where, case: Case) -> str:
    """Say where, as the report did: the place, its part, or a distance from it."""
    place = case.places_by_id.get(where.place_id or "")
    name = place.name if place else where.place_name or "place not known"
    if where.near is not None:
        second = case.places_by_id.get(where.other_place_id or "")
        both = f"{name} and {second.name}" if second else name
        return f"{_near(where.near.distance_m, where.near.heading, where.near.word)} {both}"
    return f"{part_words(where.part)} of {name}" if where.part else name


def _near(distance_m: tuple[float, float, float] | None, heading: str | None, word: str) -> str:
    if word in _OF_TWO:
        return _OF_TWO[word]
    way = f"{_COMPASS.get(heading, heading)} of" if heading else ""
    if distance_m is not None:
        return f"{distance_m[1] / 1000:g} km {way or 'from'}"
    return way or {"adjacent": "next to", "outskirts": "outskirts of", "edge": "edge of"}.get(
        word, word if word in {"near", "outside", "between"} else "near"
    )


def zone_headline(zone: Zone, case: Case) -> str:
    """Say what a zone shows."""
    where = _zone_where(zone, case)
    words = STATUSES[zone.status][1]
    if zone.status is ZoneStatus.NOT_STATED:
        # It is what the stated parts leave, so their words would name the wrong ground.
        place = case.places_by_id.get(zone.place_id)
        return _capital(f"{place.name if place else where}: {words}")
    names = [_name(actor, case) for actor in sides_of(zone, case)]
    if zone.status is ZoneStatus.DISPUTED:
        return _capital(f"{where}: {' or '.join(names)}? {_capital(words)}")
    who = _listed(names)
    return _capital(f"{where}: {words} {who}")


def sides_of(zone: Zone, case: Case) -> list[str]:
    """Return the actor of a zone and, where it is contested or disputed, the others named."""
    actors = [zone.actor]
    if zone.status in {ZoneStatus.DISPUTED, ZoneStatus.CONTESTED}:
        for claim_id in (*zone.claim_ids, *zone.conflicts_with):
            claim = case.claims_by_id.get(claim_id)
            if isinstance(claim, ControlClaim):
                actors.extend((claim.actor, *claim.against))
    return list(dict.fromkeys(actors))


def _zone_where(zone: Zone, case: Case) -> str:
    claims = [case.claims_by_id[one] for one in zone.claim_ids if one in case.claims_by_id]
    here = [claim.where for claim in claims if claim.where.place_id == zone.place_id]
    worded = {where_words(where, case) for where in here if where.near is None}
    if len(worded) == 1:
        return worded.pop()
    place = case.places_by_id.get(zone.place_id)
    name = place.name if place else "place not known"
    if len(worded) > 1 and all(where.part for where in here):
        return f"part of {name}"
    return name


def incident_headline(incident: Incident, case: Case) -> str:
    """Say what happened, where, and how many were killed if that is said."""
    place = case.places_by_id.get(incident.place_id)
    label = incident_label(incident.incident_type, incident.tags)
    text = f"{label}, {place.name}" if place else label
    return f"{text}: {figure(incident.fatalities)} killed" if incident.fatalities else text


def incident_label(kind: IncidentType, tags: Sequence[str]) -> str:
    """Name an incident: its most exact word."""
    if kind is IncidentType.AIR_STRIKE and "barrel_bomb" in tags:
        return "Barrel bombs"
    return INCIDENTS[kind][0]


def claim_headline(claim: Claim, case: Case) -> str:
    """Say what one claim says."""
    where = where_words(claim.where, case)
    match claim:
        case ControlClaim():
            how = ("not " if claim.negated else "") + _RELATIONS[claim.relation]
            return _capital(f"{where}: {how} {_name(claim.actor, case)}")
        case IncidentClaim():
            text = f"{incident_label(claim.incident_type, claim.tags)}, {where}"
            return f"{text}: {figure(claim.fatalities)} killed" if claim.fatalities else text
        case TollClaim():
            what = "people living there" if claim.what == "population" else str(claim.what)
            return _capital(f"{where}: {figure(claim.count)} {what}")
        case _:
            return where


def figure(count: Count) -> str:
    """
    Write a number of people as it is known.

    >>> from geo.claims import Count
    >>> figure(Count(39, None, None)), figure(Count(2, None, 4)), figure(Count(7, 7, 7))
    ('at least 39', '2 to 4', '7')
    """
    if count.high is None:
        return f"at least {count.low:,}"
    if count.low != count.high:
        return f"{count.low:,} to {count.high:,}" if count.low else f"up to {count.high:,}"
    return f"{count.low:,}"


def local_name(place: Place) -> str | None:
    """Return a place's name in the script of its country, None where there is none."""
    script = _SCRIPT_OF.get(place.country or "")
    if script is None:
        return None
    own = [name for name in place.other_names if in_script(name, script)]
    # Sources list a village's former and neighbours' names beside its own.
    return max(own, key=lambda name: _sounds_like(name, place.name), default=None)


def _sounds_like(name: str, other: str) -> float:
    """Return how alike two names are in Latin letters, 0 to 1; of equals the first is taken."""
    return SequenceMatcher(None, anyascii(name).lower(), anyascii(other).lower()).ratio()


def in_script(name: str, script: str) -> bool:
    """Return whether all letters of a name are of a script, by their Unicode names."""
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(one, "").startswith(script) for one in letters)


def actor_name(actor_id: str, names: dict[str, str]) -> str:
    """Name an actor, listed or only named in a text."""
    return names.get(actor_id) or actor_id.removeprefix("text:")


def _name(actor_id: str, case: Case) -> str:
    return actor_name(actor_id, case.actor_names)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
