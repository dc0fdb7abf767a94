import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, box

from geo.ground.grid import grid_of
from geo.ground.plane import LocalPlane, bearing_deg, destination, distance_m


@settings(max_examples=25)
@given(st.floats(-180, 180), st.floats(-85, 85))
def test_a_shape_comes_back_from_metres_where_it_was(longitude, latitude):
    shape = box(longitude, latitude, longitude + 0.1, latitude + 0.1)
    plane = LocalPlane.of(shape)
    back = plane.to_degrees(plane.to_metres(shape))
    assert back.hausdorff_distance(shape) < 1e-8


@pytest.mark.parametrize("latitude", [0, 45, 70, 89])
def test_a_circle_of_a_kilometre_has_the_area_of_one_at_any_latitude(latitude):
    plane = LocalPlane.at(20, latitude)
    disc = plane.to_degrees(Point(0, 0).buffer(1_000, quad_segs=64))
    edge = shapely.get_coordinates(disc)[0]
    assert distance_m((20, latitude), tuple(edge)) == pytest.approx(1_000, abs=0.5)


def test_a_place_cut_at_the_antimeridian_is_one_place_again():
    halves = MultiPolygon([box(179.9, -17.1, 180, -17), box(-180, -17.1, -179.9, -17)])
    grid = grid_of(halves)
    assert grid.region.geom_type == "Polygon"
    whole = grid_of(box(10, -17.1, 10.2, -17))
    assert grid.area_km2 == pytest.approx(whole.area_km2, rel=1e-6)


def test_shapes_over_the_antimeridian_run_on_past_180():
    west, _, east, _ = LocalPlane.at(179.99, 0).to_degrees(Point(0, 0).buffer(5_000)).bounds
    assert west < 180 < east < 181


def test_going_out_and_looking_back_agree():
    there = destination((37.6, 48.6), 135.0, 20_000)
    assert distance_m((37.6, 48.6), there) == pytest.approx(20_000, abs=0.01)
    assert bearing_deg((37.6, 48.6), there) == pytest.approx(135.0, abs=0.01)
