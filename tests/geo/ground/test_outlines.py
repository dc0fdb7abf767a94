"""How large a place is taken to be that is known only as a point, against facts."""

from __future__ import annotations

import math
import statistics

import pytest
from shapely.geometry import Point

from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from geo.ground.outlines import outline_of, reach_of
from geo.ground.plane import LocalPlane

# Cities that are a division of their own, so that the gazetteer has the boundary of the city
# and, from another source, its people; in thirteen countries. Left out are divisions of fewer
# than 1,000 people a square kilometre: there the boundary takes in the country around.
CITIES = (
    "Bristol", "Portsmouth", "Leicester", "Nottingham", "Derby", "Plymouth", "Southampton",
    "Luton", "Kingston upon Hull", "Stoke-on-Trent", "St. Louis", "San Francisco",
    "Philadelphia", "Denver", "Berlin", "Hamburg", "Bremen", "Vienna", "Moscow", "Kyiv",
    "Buenos Aires", "Brussels", "Delhi", "Bucharest", "Prague", "Oslo", "Chisinau", "Yerevan",
    "Tashkent", "Bishkek", "Almaty", "Riga", "Bangkok", "Tbilisi", "Alexandria", "Manila",
    "Saint Petersburg",
)  # fmt: skip
_DENSE = 1_000  # people a square kilometre


def place(kind, name="Orsa", **given):
    return Place("t:1", name, kind, 30.0, 10.0, **given)


def km2(shape):
    return LocalPlane.of(shape).to_metres(shape).area / 1e6


@pytest.fixture(scope="module")
def known_areas(gazetteer):
    """Assumed and real square kilometres of cities with people, a point, and a boundary."""
    found = {}
    for name in CITIES:
        places = [one.place for one in gazetteer.candidates(fold(name), limit=60)]
        points = [one for one in places if one.outline is None and one.population]
        for division in (one for one in places if one.outline is not None):
            for point in points:
                around = division.outline.buffer(0.02)  # boundaries are good to a few km
                real = km2(division.outline)
                dense = (point.population or 0) > _DENSE * real
                if dense and around.contains(Point(point.longitude, point.latitude)):
                    found[name] = (km2(outline_of(point).geometry), real)
    return found


def test_a_city_known_as_a_point_is_about_as_large_as_cities_of_its_people_are(known_areas):
    assert len(known_areas) >= 25
    ratios = [assumed / real for assumed, real in known_areas.values()]
    assert 0.8 <= statistics.median(ratios) <= 1.25, sorted(ratios)
    within_twice = sum(0.5 <= ratio <= 2 for ratio in ratios) / len(ratios)
    assert within_twice >= 0.75, sorted(ratios)


def test_one_size_for_all_cities_would_be_far_off(known_areas):
    one_size = math.pi * 5.0**2
    ratios = [one_size / real for _, real in known_areas.values()]
    assert sum(0.5 <= ratio <= 2 for ratio in ratios) / len(ratios) < 0.5


def test_quarters_of_a_city_are_about_as_large_as_the_gazetteer_s_are(gazetteer):
    names = ("El Faloujeh", "Hettin", "Tadamon", "Qadam", "Midan", "Qaboun", "Jobar")
    real = [
        km2(one.place.outline)
        for name in names
        for one in gazetteer.candidates(fold(name), limit=20)
        if one.place.kind is PlaceKind.DISTRICT and one.place.outline is not None
    ]
    assert len(real) >= 6
    assumed = km2(outline_of(place(PlaceKind.DISTRICT)).geometry)
    assert 0.4 <= assumed / statistics.median(real) <= 2.5


def test_a_camp_is_crowded_between_a_planned_site_and_a_quarter_of_huts():
    # UNHCR: Zaatari, 80,000 people on 5.2 km2; UNRWA: Jabalia, 116,000 registered on 1.4 km2.
    for people, real in ((80_000, 5.2), (116_000, 1.4)):
        assumed = km2(outline_of(place(PlaceKind.CAMP, population=people)).geometry)
        assert 1 / 3 <= assumed / real <= 3


def test_more_people_take_more_ground_and_less_of_it_each():
    people = (500, 5_000, 50_000, 500_000, 5_000_000)
    areas = [reach_of(place(PlaceKind.CITY, population=one))[0] ** 2 for one in people]
    assert areas == sorted(areas)
    each = [area / count for area, count in zip(areas, people, strict=True)]
    assert each == sorted(each, reverse=True)


@pytest.mark.parametrize(
    ("name", "at_least", "at_most"),
    [
        ("Simferopol International Airport", 1_500, 3_000),
        ("Abu al-Duhur Air Base", 1_500, 3_000),
        ("Antonivka Road Bridge", 200, 500),
        ("Omar oil field", 2_000, 5_000),
        ("Kakhovka dam", 300, 1_000),
        ("Tishreen University", 500, 1_500),
        ("Church of the Nativity", 50, 300),
        ("Rafah crossing", 300, 1_000),
        ("Camp Speicher", 500, 2_000),
    ],
)
def test_a_landmark_is_as_large_as_its_kind(name, at_least, at_most):
    assert at_least <= reach_of(place(PlaceKind.LANDMARK, name))[0] <= at_most


def test_the_reach_that_a_gazetteer_gives_comes_first():
    assert reach_of(place(PlaceKind.CITY, population=100_000, reach_m=12_000.0))[0] == 12_000


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_kind_of_place_has_a_size_and_says_what_it_rests_on(kind):
    outline = outline_of(place(kind))
    assert outline.assumed
    assert "Orsa is known as a point" in outline.basis
    assert str(kind) in outline.basis


def test_a_country_is_not_sized_by_its_people():
    assert reach_of(place(PlaceKind.COUNTRY, population=10))[0] > 100_000


def test_a_place_with_an_outline_assumes_nothing():
    outlined = outline_of(place(PlaceKind.TOWN, outline=Point(30, 10).buffer(0.01)))
    assert not outlined.assumed
    assert not outlined.basis
