"""What reports disagree about, in words and as records for the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.codes import DatePrecision, IncidentType
from geo.disagreement.record import ContradictionKind
from geo.rows import iso
from maps.style import INCIDENTS
from maps.words import actor_name

if TYPE_CHECKING:
    from geo.case import Case
    from geo.claims import When
    from geo.disagreement.record import Contradiction, Side
    from maps.layers import Record

# What one side says of an actor that the other side says is not there; no verb that would
# have to agree with a name.
_THERE = {
    "left": "gone from there",
    "no": "denied",
    "controls": "holding it",
    "seized": "seized it",
    "confined_to": "left with only this",
    "present": "present there",
    "besieges": "besieging it",
}
_EVENT_OF_TOLL = re.compile(r"(?P<what>\w+) \((?P<event>\w+)\)")


def contradiction_records(case: Case) -> list[Record]:
    """Return what reports disagree about; each side names its claims, which carry the quotes."""
    return [
        {
            "id": one.contradiction_id,
            "kind": str(one.kind),
            "headline": contradiction_headline(one, case),
            "place": one.place_id,
            "from": iso(one.date_start),
            "to": iso(one.date_end),
            "sides": [
                {"said": side_words(side, one, case), "claims": list(side.claim_ids)}
                for side in (one.one, one.other)
            ],
        }
        for one in case.contradictions
    ]


def contradiction_headline(one: Contradiction, case: Case) -> str:
    """Say what a contradiction is about, without taking a side."""
    place = case.places_by_id.get(one.place_id)
    where = place.name if place else "place not known"
    names = [actor_name(actor, case.actor_names) for actor in one.about.split("|")]
    if one.kind is ContradictionKind.HOLDER:
        there = " or ".join(names) if len(names) > 1 else f"{names[0]}, there or not"
        return f"{where}: {there}"
    if one.kind is ContradictionKind.SHARE:
        return f"{where}: the share of {names[0]}"
    if one.kind is ContradictionKind.TOLL:
        return f"{where}: how many {_toll(one.about)}"
    if one.about == "siege":
        return f"{where}: besieged since when"
    far = one.kind is ContradictionKind.DISTANCE
    return f"{_event(one.about)}" + (f": how far from {where}" if far else f", {where}: which day")


def side_words(side: Side, one: Contradiction, case: Case) -> str:
    """Say in a few words what one side says."""
    match one.kind:
        case ContradictionKind.HOLDER if "|" in one.about:
            return actor_name(side.said, case.actor_names)
        case ContradictionKind.HOLDER:
            return _THERE.get(side.said, side.said.replace("_", " "))
        case ContradictionKind.SHARE if side.low is not None and side.high is not None:
            return f"{side.low:.0%} to {side.high:.0%}" if side.low else f"up to {side.high:.0%}"
        case ContradictionKind.DATE:
            claim = case.claims_by_id.get(side.claim_ids[0])
            return _begun(claim.when) if claim is not None else side.said
        case _:
            return side.said


def _begun(when: When) -> str:
    """Write the start of an interval as exactly as it is known, and no more exactly."""
    if when.start is None:
        return "day not known"
    match when.precision:
        case DatePrecision.YEAR:
            return f"{when.start:%Y}"
        case DatePrecision.MONTH | DatePrecision.QUARTER:
            return f"{when.start:%B %Y}"
        case DatePrecision.DAY:
            return f"{when.start.day} {when.start:%B %Y}"
        case _:
            return f"about {when.start.day} {when.start:%B %Y}"


def _event(kind: str) -> str:
    return INCIDENTS[IncidentType(kind)][0]


def _toll(about: str) -> str:
    """
    Say what a toll counts.

    >>> _toll("killed"), _toll("killed (shelling)"), _toll("population")
    ('killed', 'killed (shelling)', 'people living there')
    """
    if found := _EVENT_OF_TOLL.fullmatch(about):
        return f"{found['what']} ({_event(found['event']).lower()})"
    return "people living there" if about == "population" else about
