"""Which towns are named around a case, so that a reader knows where it is."""

from __future__ import annotations

import pytest
from shapely.geometry import box

from gazetteer.place import Place, PlaceKind
from maps.layers import place_record
from maps.orientation import towns_around
from maps.output import surroundings

FASHER = Place("f", "El Fasher", PlaceKind.CITY, 25.35, 13.63, country="SD")
GOMA = Place("g", "Goma", PlaceKind.CITY, 29.22, -1.68, country="CD")


def _near(town, place, degrees):
    gaps = abs(town.longitude - place.longitude), abs(town.latitude - place.latitude)
    return max(gaps) <= degrees


@pytest.mark.parametrize(
    ("place", "named"), [(FASHER, {"Nyala", "Kutum"}), (GOMA, {"Gisenyi", "Bukavu"})]
)
def test_the_largest_towns_around_are_named(gazetteer, place, named):
    assert named <= {town.name for town in towns_around([place], gazetteer)}


def test_towns_next_to_a_village_are_named_however_small(gazetteer):
    village = Place("v", "Made Village", PlaceKind.VILLAGE, 37.62, 49.71, country="UA")
    close = [town for town in towns_around([village], gazetteer) if _near(town, village, 0.25)]
    assert close


def test_no_name_of_the_case_is_written_twice(gazetteer):
    names = [town.name for town in towns_around([GOMA], gazetteer)]
    assert "Goma" not in names
    assert len(names) == len(set(names))


def test_nothing_is_named_inside_the_outline_of_a_place_of_the_case(gazetteer):
    ground = box(28.5, -3.0, 29.5, -1.0)
    area = Place("a", "Made Area", PlaceKind.DISTRICT, 29.0, -2.0, outline=ground)
    towns = towns_around([area], gazetteer)
    assert towns
    assert all(not box(28.51, -2.99, 29.49, -1.01).contains_properly(_spot(t)) for t in towns)


def _spot(town):
    return box(town.longitude, town.latitude, town.longitude + 1e-9, town.latitude + 1e-9)


def test_a_case_of_countries_names_no_towns(gazetteer):
    sudan = Place("c", "Sudan", PlaceKind.COUNTRY, 30.0, 15.0)
    assert towns_around([sudan], gazetteer) == ()


def test_a_case_around_the_world_asks_only_for_the_neighbours_of_its_places(gazetteer):
    far = Place("s", "Made Town", PlaceKind.TOWN, 121.0, 14.6)
    towns = towns_around([GOMA, far], gazetteer)
    assert all(_near(town, GOMA, 0.25) or _near(town, far, 0.25) for town in towns)


def test_the_names_are_of_the_surroundings_of_a_written_case(make_case, gazetteer):
    case = make_case()
    around = surroundings(case, gazetteer)
    assert set(towns_around(case.places, gazetteer)) <= set(around)


def test_a_place_that_is_only_a_point_says_so_to_the_page():
    assert place_record(FASHER)["spot"] is True
    assert "spot" not in place_record(
        Place("o", "Orsa", PlaceKind.TOWN, 1, 1, outline=box(0, 0, 2, 2))
    )
    assert "spot" not in place_record(Place("l", "Varna", PlaceKind.COUNTRY, 1, 1))
