"""What lies in what, and what is near, all around the globe."""

import math
import random

import pytest
from shapely.geometry import box

from gazetteer.candidates import distance_km
from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer
from gazetteer.place import Place, PlaceKind
from gazetteer.store import Store
from gazetteer.topology import SETTLEMENTS


@pytest.fixture
def gazetteer_of():
    """Make a gazetteer of these places and no others."""

    def make(*places, own=()):
        stores = [Store.in_memory(some) for some in (places, own)]
        return Gazetteer(stores[0], own=stores[1] if own else None)

    return make


def _ids(places):
    return [place.id for place in places]


@pytest.mark.parametrize(
    ("longitude", "latitude", "ids"),
    [
        (69.17, 34.53, ["iso:AF-KAB", "iso:AF"]),  # Kabul
        (31.58, 4.85, ["iso:SS-EC", "iso:SS"]),  # Juba
        (-76.5, 3.6, ["iso:CO-VAC", "iso:CO"]),  # north of Cali
        (-50.0, 67.0, ["iso:GL-QE", "iso:GL"]),  # Kangerlussuaq
        (179.3, -16.6, ["iso:FJ-N", "iso:FJ"]),  # Vanua Levu, just west of the antimeridian
        (-179.0, 67.5, ["iso:RU-CHU", "iso:RU"]),  # Chukotka, east of it
    ],
)
def test_the_areas_around_a_point_come_smallest_first(gazetteer, longitude, latitude, ids):
    found = _ids(gazetteer.containing(longitude, latitude))
    assert [i for i in found if i in ids] == ids


def test_no_area_holds_a_point_in_the_open_sea(gazetteer):
    lands = [p for p in gazetteer.containing(-30.0, -30.0) if p.country]
    assert lands == []


def test_the_antimeridian_is_one_line_from_both_sides(gazetteer):
    assert gazetteer.containing(180.0, 67.0) == gazetteer.containing(-180.0, 67.0)
    assert gazetteer.containing(190.0, 65.9) == gazetteer.containing(-170.0, 65.9)
    assert "iso:RU" in _ids(gazetteer.containing(180.0, 67.0))


def test_the_south_pole_is_in_antarctica_whatever_its_longitude(gazetteer):
    for longitude in (-180.0, -10.0, 0.0, 77.0, 180.0):
        assert "iso:AQ" in _ids(gazetteer.containing(longitude, -90.0))
    assert "iso:AQ" not in _ids(gazetteer.containing(0.0, 90.0))


@pytest.mark.parametrize("point", [(0.0, 90.1), (0.0, -91.0), (math.nan, 0.0), (math.inf, 1.0)])
def test_a_point_off_the_globe_is_refused_with_the_cure(gazetteer, point):
    with pytest.raises(GazetteerError, match=r"no point on the globe; give a longitude"):
        gazetteer.containing(*point)
    with pytest.raises(GazetteerError, match="no point on the globe"):
        gazetteer.nearest(*point)


def test_the_nearest_settlement_is_said_with_its_distance_even_far_out_at_sea(gazetteer):
    (nearest,) = gazetteer.nearest(-30.0, 0.0, limit=1)
    assert 400_000 < nearest.distance_m < 700_000
    assert gazetteer.near(-30.0, 0.0) == ()
    assert gazetteer.nearest(-30.0, 0.0, within_m=100_000) == ()


def test_the_nearest_settlement_may_lie_across_the_antimeridian(gazetteer_of):
    west = Place("x:1", "West", PlaceKind.TOWN, 179.95, -16.0)
    east = Place("x:2", "East", PlaceKind.TOWN, -179.98, -16.0)
    gazetteer = gazetteer_of(west, east)
    found = gazetteer.nearest(179.995, -16.0)
    assert [one.place.id for one in found] == ["x:2", "x:1"]
    # 0.025 degrees of longitude at 16 degrees south are 2.7 km.
    assert found[0].distance_m == pytest.approx(2_676, abs=5)


def test_the_nearest_settlement_may_lie_across_the_pole(gazetteer_of):
    gazetteer = gazetteer_of(
        Place("x:1", "This side", PlaceKind.VILLAGE, 10.0, 88.0),
        Place("x:2", "That side", PlaceKind.VILLAGE, -170.0, 89.5),
    )
    assert gazetteer.nearest(10.0, 89.5)[0].place.id == "x:2"


def test_the_nearest_is_what_comparing_with_every_settlement_finds(gazetteer_of):
    dice = random.Random(7)  # noqa: S311 - not a secret
    places = [
        Place(f"x:{n}", f"Town {n}", PlaceKind.TOWN, dice.uniform(-180, 180), dice.uniform(-90, 90))
        for n in range(400)
    ]
    gazetteer = gazetteer_of(*places)
    for _ in range(60):
        here = Place("here", "here", PlaceKind.TOWN, dice.uniform(-180, 180), dice.uniform(-90, 90))
        found = gazetteer.nearest(here.longitude, here.latitude, limit=1)[0]
        true = min(distance_km(here, place) for place in places)
        # The sphere and the ellipsoid differ by half a percent.
        assert distance_km(here, found.place) == pytest.approx(true, rel=0.01)


def test_only_settlements_are_near(gazetteer):
    found = gazetteer.nearest(36.3, 33.5, limit=50)
    assert {one.place.kind for one in found} <= SETTLEMENTS
    distances = [one.distance_m for one in found]
    assert distances == sorted(distances)


def test_siblings_share_the_nearest_parent_and_the_most_important_come_first(gazetteer):
    (kisumu,) = (p for p in gazetteer.named("Kisumu") if p.kind == "city")
    siblings = gazetteer.siblings(kisumu, limit=5)
    assert siblings
    assert kisumu not in siblings
    assert {gazetteer.ancestors(one)[0].id for one in siblings} == {
        gazetteer.ancestors(kisumu)[0].id
    }
    populations = [one.population or 0 for one in siblings]
    assert populations[0] == max(populations)


def test_the_children_of_a_country_are_its_provinces(gazetteer):
    names = {place.name for place in gazetteer.children(gazetteer.place("iso:UA"), limit=40)}
    assert {"Kharkiv", "Donetsk", "Odessa"} <= names
    assert gazetteer.siblings(gazetteer.place("iso:UA")) == ()


def test_own_places_are_children_and_areas_too(gazetteer_of):
    country = Place("iso:XA", "Xa", PlaceKind.COUNTRY, 0.5, 0.5, outline=box(0, 0, 1, 1))
    quarter = Place(
        "own:1",
        "Quarter",
        PlaceKind.DISTRICT,
        0.25,
        0.25,
        parents=("iso:XA",),
        outline=box(0.2, 0.2, 0.3, 0.3),
    )
    gazetteer = gazetteer_of(country, own=[quarter])
    assert _ids(gazetteer.children(country)) == ["own:1"]
    assert _ids(gazetteer.containing(0.25, 0.25)) == ["own:1", "iso:XA"]


@pytest.mark.parametrize(
    ("name", "area", "answer"),
    [
        ("Mosul", "iso:IQ", True),
        ("Mosul", "iso:SY", False),
        ("Lyon", "iso:FR", True),
        ("Medellín", "iso:CO-ANT", True),
        ("Medellín", "iso:CO-VAC", False),
    ],
)
def test_is_x_in_y_is_answered_from_the_parents(gazetteer, name, area, answer):
    city = next(p for p in gazetteer.named(name) if p.kind == "city")
    assert gazetteer.lies_in(city, gazetteer.place(area)) is answer


def test_a_country_does_not_lie_in_its_province_nor_a_place_in_itself(gazetteer):
    country, province = gazetteer.place("iso:NG"), gazetteer.place("iso:NG-BO")
    assert gazetteer.lies_in(province, country) is True
    assert gazetteer.lies_in(country, province) is False
    assert gazetteer.lies_in(country, country) is False


def test_without_parents_the_outline_decides_and_at_its_blurred_edge_nobody(gazetteer_of):
    area = Place(
        "x:a", "Area", PlaceKind.REGION, 5.0, 5.0, outline=box(0, 0, 10, 10), outline_accuracy_m=3e3
    )
    towns = [
        Place(f"x:{n}", f"Town {n}", PlaceKind.TOWN, longitude, 5.0)
        for n, longitude in enumerate((5.0, 20.0, 9.99, 10.01))
    ]
    sea = Place("x:s", "Sea", PlaceKind.WATER, 5.0, 5.0)
    gazetteer = gazetteer_of(area, sea, *towns)
    assert [gazetteer.lies_in(town, area) for town in towns] == [True, False, None, None]
    assert gazetteer.lies_in(sea, area) is None
    assert gazetteer.lies_in(area, sea) is None


def test_a_town_is_not_known_to_lie_in_a_city_without_a_boundary_unless_it_is_far(gazetteer_of):
    city = Place("x:c", "City", PlaceKind.CITY, 0.0, 0.0)
    near = Place("x:1", "Near", PlaceKind.TOWN, 0.1, 0.0)
    far = Place("x:2", "Far", PlaceKind.TOWN, 3.0, 0.0)
    gazetteer = gazetteer_of(city, near, far)
    assert gazetteer.lies_in(near, city) is None
    assert gazetteer.lies_in(far, city) is False
