"""Counties and districts: what lies in them, and which is meant."""

import pytest

from gazetteer.place import PlaceKind
from gazetteer.sources.divisions import read_divisions

# Small islands are not drawn; they lie up to so far from one that is, in degrees.
ISLAND_DEG = 0.7


@pytest.fixture(scope="module")
def divisions():
    return read_divisions()


def test_every_division_is_a_county_with_a_name_a_point_and_a_number_of_its_own(divisions):
    places, codes, _ = divisions
    assert len({place.id for place in places}) == len(places) == len(codes)
    assert {place.kind for place in places} == {PlaceKind.COUNTY}
    assert all(place.name and place.name == place.name.strip() for place in places)
    assert all(-180 <= p.longitude <= 180 and -90 <= p.latitude <= 90 for p in places)


def test_a_division_says_how_far_it_reaches_or_where_its_border_is(divisions):
    places, _, _ = divisions
    assert all((place.outline is None) != (place.reach_m is None) for place in places)
    assert all(place.outline.is_valid for place in places if place.outline is not None)


def test_no_place_lies_in_two_divisions_of_the_second_order(divisions):
    _, _, homes = divisions
    stored = read_divisions()[0]
    assert set(homes.values()) <= {place.id for place in stored}
    assert len(homes) > 100_000


@pytest.mark.parametrize(
    ("name", "longitude", "latitude", "province"),
    [
        ("Rapides Parish", -92.5, 31.2, "iso:US-LA"),
        ("Rapides", -92.5, 31.2, "iso:US-LA"),
        ("Laurel County", -84.1, 37.1, "iso:US-KY"),
        ("Kenai Peninsula Borough", -150.5, 60.1, "iso:US-AK"),
        ("Swat", 72.4, 35.2, "iso:PK-KP"),
        ("Tel Afar District", 42.4, 36.4, "iso:IQ-NI"),
        ("Bakhmut Raion", 38.0, 48.6, "iso:UA-14"),
        ("West Sussex", -0.4, 50.9, "ne:England"),
    ],
)
def test_a_division_is_found_by_its_name_in_its_province(
    gazetteer, name, longitude, latitude, province
):
    found = [p for p in gazetteer.named(name) if p.kind is PlaceKind.COUNTY]
    assert any(
        abs(p.longitude - longitude) < 0.7
        and abs(p.latitude - latitude) < 0.7
        and province in p.parents
        for p in found
    ), found


def test_a_town_lies_in_its_county(gazetteer):
    (parish,) = gazetteer.named("Rapides Parish")
    towns = [p for p in gazetteer.named("Alexandria") if p.country == "US"]
    inside = [town for town in towns if gazetteer.contains(parish, town)]
    assert [town.parents[1] for town in inside] == ["iso:US-LA"]


def test_the_points_of_the_divisions_lie_in_the_country_they_are_of(gazetteer, divisions):
    far = [
        place
        for place in divisions[0][::40]
        if gazetteer.place(f"iso:{place.country}").outline.distance(point_of(place)) > ISLAND_DEG
    ]
    assert far == []


def point_of(place):
    from shapely import Point

    return Point(place.longitude, place.latitude)


def test_a_city_comes_before_the_county_that_shares_its_name(gazetteer):
    for name in ("Los Angeles", "Houston", "Lviv", "Aleppo", "Hyderabad"):
        kinds = [place.kind for place in gazetteer.named(name)]
        assert PlaceKind.COUNTY not in kinds[:1], name


def test_a_county_is_told_from_the_province_that_shares_its_name(gazetteer):
    text = "The law holds in Oklahoma County and in Oklahoma state."
    county, province = gazetteer.resolve(gazetteer.spot(text), text)
    assert county.place.kind is PlaceKind.COUNTY
    assert province.place.kind is PlaceKind.PROVINCE
