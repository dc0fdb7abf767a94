"""A stated distance is compared with the outline of a resolved name and moves nothing."""

import pytest
from shapely.geometry import box

from gazetteer.place import Place, PlaceKind
from geo.claims import Near, Where
from geo.ground.placing import point_radius_of
from geo.ground.stated import compared

CITY = Place("c", "Orsa", PlaceKind.CITY, 30.0, 10.0, reach_m=2_000)
# About 3.3 to 6.7 km south of the city's middle.
CAMP = Place(
    "k", "Nahra", PlaceKind.CAMP, 30.0, 9.955, outline=box(29.99, 9.94, 30.01, 9.97)
)  # fmt: skip


def said(best_km, heading=None):
    half = 500.0
    far = (best_km * 1000 - half, best_km * 1000.0, best_km * 1000 + half)
    return Where("c", near=Near("distance", far, heading))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (said(5), "consistent"),
        (said(5, "S"), "consistent"),
        (said(8.5), "weak"),
        (said(30), "contradiction"),
        (said(5, "N"), "contradiction"),
    ],
)
def test_a_stated_distance_fits_the_outline_or_is_told_not_to(words, status):
    assert compared(words, CAMP, CITY).status == status


def test_the_difference_is_told_in_kilometres_of_both():
    found = compared(said(6, "S"), CAMP, CITY)
    assert found.words == (
        "The report says 6 km S of Orsa; the outline of Nahra spans 3.3 to 6.7 km from its middle."
    )


def test_a_place_around_its_anchor_spans_from_nothing():
    around = Place("a", "Malvia", PlaceKind.COUNTY, 30, 10, outline=box(29.9, 9.9, 30.1, 10.1))
    assert compared(said(6), around, CITY).low_m == 0


def test_a_resolved_name_stays_where_it_is_whatever_distance_is_stated():
    alone, _ = point_radius_of(Where("k"), CAMP)
    compared(said(60), CAMP, CITY)
    assert point_radius_of(Where("k"), CAMP)[0].equals(alone)
