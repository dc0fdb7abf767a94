"""What was only planned, offered, supposed or denied: records for a layer that is no fact."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from shapely.geometry import Point

from gazetteer.place import PlaceKind
from geo.claims import ControlClaim, IncidentClaim
from geo.codes import Assertion
from geo.rows import iso, joined, rounded
from maps.export.geojson import geometry_member
from maps.layers import actors_of, drawable, tolerance_m
from maps.words import claim_headline

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.case import Case
    from geo.claims import Claim
    from maps.layers import Record

# What history tells is background, and no scenario.
_WORDS = {
    Assertion.PLANNED: "Only planned or offered",
    Assertion.HYPOTHETICAL: "Only supposed",
    Assertion.DENIED: "Denied",
}
# The outline of a country would say that all of it was meant.
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.WATER})
_DAY = timedelta(days=1)


COLUMNS = (
    "assertion", "actors", "place_id", "place_name", "told_on", "confidence", "claim_ids",
)  # fmt: skip


def scenario_records(case: Case) -> list[Record]:
    """
    Return what was told and never drawn as fact: plans, offers, suppositions, denials.

    Each has the outline or the point of the place that its own claim names, whole: where
    in it was meant is not asked, because nothing happened there. It has the day on which
    it was told, because a plan has no other.
    """
    return [
        _record(claim, case.places_by_id[place_id], case)
        for claim in case.claims
        if claim.assertion in _WORDS
        and isinstance(claim, (ControlClaim, IncidentClaim))
        and (place_id := claim.where.place_id) in case.places_by_id
    ]


def _record(claim: Claim, place: Place, case: Case) -> Record:
    shape: BaseGeometry = Point(place.longitude, place.latitude)
    off_m = 0.0
    if place.outline is not None and place.kind not in _WIDE:
        shape, off_m = drawable(place.outline), tolerance_m(place.outline)
    told = _told_on(claim)
    what = claim_headline(claim, case)
    return {
        "id": f"s{claim.claim_id}",
        "assertion": str(claim.assertion),
        "headline": f"{_WORDS[claim.assertion]}: {what.replace(': ', ', ', 1)}",
        "who": actors_of(claim),
        "claims": [claim.claim_id],
        "place": place.id,
        "from": iso(told),
        "to": iso(told + _DAY) if told else None,
        "label": [round(place.longitude, 6), round(place.latitude, 6)],
        "geometry": geometry_member(shape),
        "tolerance_m": off_m,
        "row": _row(claim, place, told),
    }


def _row(claim: Claim, place: Place, told: date | None) -> Record:
    return {
        "assertion": str(claim.assertion),
        "actors": joined(actors_of(claim)),
        "place_id": place.id,
        "place_name": place.name,
        "told_on": iso(told),
        "confidence": rounded(claim.confidence),
        "claim_ids": claim.claim_id,
    }


def _told_on(claim: Claim) -> date | None:
    return claim.when.as_of or claim.published
