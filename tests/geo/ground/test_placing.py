import pytest
import shapely
from shapely.geometry import Point, box

from gazetteer.place import Place, PlaceKind
from geo.claims import Near, Part, Where
from geo.ground import headings, outside
from geo.ground.outlines import outline_of
from geo.ground.placing import area_of, point_radius_of
from geo.ground.plane import LocalPlane, bearing_deg, distance_m
from tests.geo.ground.shapes import SQUARE

TOWN = Place("t", "Orsa", PlaceKind.TOWN, 30.01, 10.01, outline=SQUARE)
DOT = Place("d", "Nahra", PlaceKind.VILLAGE, 24.0, 48.0)


def spot_of(near=None, part=None, place=TOWN):
    return point_radius_of(Where(place.id, part=part, near=near), place)


def test_a_place_known_only_as_a_point_gets_a_disc_that_says_so():
    outline = outline_of(DOT)
    assert outline.assumed
    assert LocalPlane.of(outline.geometry).to_metres(outline.geometry).area == pytest.approx(
        3.14159 * 650**2, rel=0.01
    )


def test_seven_kilometres_south_of_a_town_is_seven_kilometres_south_of_it():
    point, uncertainty_m = spot_of(Near("distance", (6_500, 7_000, 7_500), "S"))
    assert distance_m((30.01, 10.01), (point.x, point.y)) == pytest.approx(7_000, rel=0.01)
    assert bearing_deg((30.01, 10.01), (point.x, point.y)) == pytest.approx(180, abs=1)
    # Due south may be off by 45 degrees: the error is most of the distance.
    assert 5_000 < uncertainty_m < 9_000


def test_an_area_at_a_distance_holds_its_point_and_not_the_town():
    near = Near("distance", (6_500, 7_000, 7_500), "S")
    area = area_of(Where("t", near=near), TOWN)
    assert area.covers(spot_of(near)[0])
    assert area.disjoint(SQUARE)


def test_a_direction_without_a_distance_moves_no_point():
    near = Near("heading", None, "S")
    point, uncertainty_m = spot_of(near)
    assert distance_m((30.01, 10.01), (point.x, point.y)) < 50
    corners = shapely.get_coordinates(area_of(Where("t", near=near), TOWN))
    farthest = max(distance_m((point.x, point.y), corner) for corner in corners.tolist())
    assert uncertainty_m >= farthest * 0.999


@pytest.mark.parametrize("word", ["between", "road"])
def test_a_second_town_far_away_leaves_the_first_alone(word):
    near = Where("t", near=Near(word))
    close, far = (
        Place(name, name, PlaceKind.TOWN, 30.01, 10.01 + degrees)
        for name, degrees in (("close", 0.5), ("far", 3.0))
    )
    assert area_of(near, TOWN, other=close).bounds[3] > 10.4
    assert area_of(near, TOWN, other=far).equals(area_of(near, TOWN))
    point, _ = point_radius_of(near, TOWN, other=far)
    assert distance_m((30.01, 10.01), (point.x, point.y)) < 50


def test_the_country_of_a_town_is_no_far_end_of_its_road():
    country = Place("c", "Varna", PlaceKind.COUNTRY, 30.0, 10.0, outline=box(29, 9, 31, 11))
    near = Where("t", near=Near("road"))
    assert area_of(near, TOWN, other=country).equals(area_of(near, TOWN))


def test_a_distance_without_a_direction_is_a_ring_around_the_place():
    area = area_of(Where("t", near=Near("distance", (9_500, 10_000, 10_500))), TOWN)
    assert shapely.get_num_interior_rings(area) == 1
    assert not area.covers(Point(30.01, 10.01))


def test_the_edge_of_a_town_is_a_band_on_both_sides_of_its_boundary():
    band = outside.edge_band(SQUARE)
    assert band.covers(SQUARE.boundary)
    assert not band.covers(Point(30.01, 10.01))


@pytest.mark.parametrize("ring", [outside.siege_ring, outside.ring_outside, outside.near])
def test_rings_lie_outside_and_touch_the_place(ring):
    shape = ring(SQUARE)
    assert shape.intersection(SQUARE).area < 1e-9
    assert shape.distance(SQUARE) < 1e-6


def test_east_of_a_town_is_east_of_it_and_outside():
    area = headings.towards(SQUARE, "E")
    assert area.centroid.x > 30.02
    assert area.intersection(SQUARE).area < 1e-12


def test_between_two_places_lies_between_them():
    one, other = box(10, 50, 10.05, 50.05), box(10.5, 50, 10.55, 50.05)
    middle = outside.between(one, other)
    assert middle.covers(Point(10.3, 50.025))
    assert middle.intersection(one).area < 1e-9


def test_the_part_of_a_town_is_placed_more_exactly_than_the_town():
    whole, part = spot_of()[1], spot_of(part=Part(("N-most",)))[1]
    assert part < whole
    assert spot_of(part=Part(("N",)))[0].y > 10.01


@pytest.mark.parametrize("word", ["near", "adjacent", "outskirts", "edge", "outside"])
def test_every_way_of_being_near_has_a_shape(word):
    area = area_of(Where("d", near=Near(word)), DOT)
    assert area.is_valid
    assert not area.is_empty
