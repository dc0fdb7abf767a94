"""Incidents on the ground: a point, the metres it may be off, and the ground the words allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from shapely.geometry import box

from gazetteer.errors import UnknownPlaceError
from gazetteer.place import Place, PlaceKind
from geo.actors import load_actors
from geo.claims import Count, IncidentClaim, Near, Part, Quote, Source, When, Where
from geo.codes import (
    Assertion,
    ClaimantType,
    DatePrecision,
    IncidentType,
    Interest,
    Reason,
    WherePrecision,
)
from geo.ground.plane import LocalPlane
from geo.incidents import incidents_of

DAY = date(2016, 10, 20)
OUTLINE = box(43.38, 36.28, 43.42, 36.32)
TOWN = Place(
    "town", "Qaraqosh", PlaceKind.TOWN, 43.4, 36.3, outline=box(43.38, 36.28, 43.42, 36.32)
)
DOT = Place("dot", "Bashiqa", PlaceKind.VILLAGE, 43.3, 36.5)
PLACES = {place.id: place for place in (TOWN, DOT)}


@pytest.fixture(scope="module")
def table():
    return load_actors()


def place_of(place_id):
    if place_id not in PLACES:
        raise UnknownPlaceError(place_id)
    return PLACES[place_id]


def claim(name="c", **other):
    given = {
        "claim_id": name,
        "quote": Quote(name, 0, 4, "Text"),
        "outlet": None,
        "published": DAY,
        "source": Source(name, ClaimantType.MEDIA, name),
        "assertion": Assertion.ASSERTED,
        "interest": Interest.UNKNOWN,
        "where": Where("town", "Qaraqosh", precision=WherePrecision.EXACT),
        "when": When(DAY, DAY + timedelta(days=1), DatePrecision.DAY),
        "rule": "test",
        "confidence": 0.9,
        "incident_type": IncidentType.SHELLING,
    }
    return IncidentClaim(**(given | other))


def drawn(table, *claims):
    return incidents_of(claims, place_of, table)[0]


def at(**where):
    return claim(where=Where("town", "Qaraqosh", precision=WherePrecision.EXACT, **where))


def metres(shape):
    return LocalPlane.of(OUTLINE).to_metres(shape)


@pytest.mark.parametrize(
    "where",
    [
        {},
        {"part": Part(("edge",))},
        {"part": Part(("N",))},
        {"part": Part(("centre",))},
        {"part": Part(("outside",))},
        {"near": Near("near")},
        {"near": Near("outskirts")},
        {"near": Near("heading", heading="W")},
        {"near": Near("distance", (4_500.0, 5_000.0, 5_500.0))},
        {"near": Near("distance", (4_500.0, 5_000.0, 5_500.0), "N")},
    ],
    ids=lambda where: str(next(iter(where.values()), "in")),
)
def test_the_point_the_radius_and_the_area_tell_one_story(table, where):
    (one,) = drawn(table, at(**where))
    point, area = metres(one.geometry), metres(one.area)
    assert one.uncertainty_m > 0
    assert point.distance(area) <= one.uncertainty_m
    assert area.is_valid
    # The truth lies within the radius: half the area at the very least.
    assert area.intersection(point.buffer(one.uncertainty_m + 1)).area > area.area / 2


def test_the_edge_of_a_town_is_a_band_and_not_its_middle(table):
    (one,) = drawn(table, at(part=Part(("edge",))))
    assert one.area.intersects(TOWN.outline.boundary)
    assert not one.area.contains(TOWN.outline.centroid)
    assert one.area.distance(one.geometry) < 1e-9


def test_beside_a_house_in_a_town_is_the_town(table):
    (one,) = drawn(table, claim())
    assert one.area.equals(TOWN.outline)
    assert one.geometry.distance(TOWN.outline.centroid) < 1e-4


def test_incidents_at_one_spot_lie_on_one_spot(table):
    kinds = list(IncidentType)[:5]
    found = drawn(table, *[claim(f"c{n}", incident_type=kind) for n, kind in enumerate(kinds)])
    assert len(found) == 5
    assert len({one.geometry.wkb for one in found}) == 1


def test_a_village_known_as_a_dot_has_a_disc_that_covers_it(table):
    (one,) = drawn(table, claim(where=Where("dot", "Bashiqa", precision=WherePrecision.EXACT)))
    assert one.uncertainty_m >= 500
    assert one.area.contains(one.geometry)


def test_five_papers_with_one_wire_are_one_origin_and_add_no_confidence(table):
    wire = Source("wire", ClaimantType.MEDIA, "wire")
    (one,) = drawn(table, claim("a", source=wire))
    (five,) = drawn(table, *[claim(f"c{n}", source=wire) for n in range(5)])
    (two,) = drawn(table, claim("a", source=wire), claim("b"))
    assert (five.n_reports, five.n_origins) == (5, 1)
    assert five.confidence == one.confidence
    assert two.n_origins == 2
    assert two.confidence > one.confidence


def test_tolls_of_two_origins_span_both_and_the_best_is_the_weightier_ones(table):
    nobody = Source("reports", ClaimantType.UNATTRIBUTED, "reports")
    (one,) = drawn(
        table,
        claim("a", fatalities=Count(8, 9, 12)),
        claim("b", fatalities=Count(10, 12, 15), source=nobody),
    )
    assert one.fatalities == Count(8, 9, 15)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"where": Where(None)}, Reason.NO_PLACE),
        ({"where": Where(None, "Hamra")}, Reason.AMBIGUOUS_PLACE),
        ({"where": Where("gone", precision=WherePrecision.EXACT)}, Reason.UNKNOWN_PLACE),
        ({"where": Where("town", precision=WherePrecision.COUNTRY)}, Reason.NO_AREA),
        ({"assertion": Assertion.PLANNED}, Reason.PLANNED),
        ({"incident_type": IncidentType.STATEMENT}, Reason.UNDRAWN_RELATION),
    ],
)
def test_what_is_not_drawn_is_listed_with_the_reason(table, other, reason):
    found, not_used = incidents_of([claim(**other)], place_of, table)
    assert found == ()
    assert [(one.claim_id, one.reason) for one in not_used] == [("c", reason)]


def test_the_order_of_the_claims_changes_nothing(table):
    claims = [claim("a"), claim("b"), replace(claim("d"), incident_type=IncidentType.SNIPER)]
    assert drawn(table, *claims) == drawn(table, *claims[::-1])
