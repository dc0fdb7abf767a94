"""Published test vectors of the point-radius method (spatial language, section 8)."""

import math

import pytest
from shapely.geometry import Point, box

from geo.ground.plane import LocalPlane, destination, distance_m, half_angle_deg, heading_deg
from geo.ground.uncertainty import (
    coordinate_uncertainty_m,
    offset_uncertainty,
    orthogonal_uncertainty,
    path_uncertainty,
    point_radius,
)

MILE_M = 1_609.344
# Of the Calculator: an unknown datum is 79 m off here, and a map of 1:24,000 is good to 40 feet.
DATUM, MAP = 79 / MILE_M, 40 * 0.3048 / MILE_M


def miles_of(latitude, step_deg):
    return math.hypot(*coordinate_uncertainty_m(latitude, step_deg)) / MILE_M


def degrees(whole, minutes, seconds):
    return whole + minutes / 60 + seconds / 3600


def test_coordinates_to_a_hundredth_of_a_degree_are_good_to_a_mile():
    north, east = coordinate_uncertainty_m(10.27, 0.01)
    assert north == pytest.approx(1106.1, abs=0.5)
    assert east == pytest.approx(1095.5, abs=0.5)
    assert math.hypot(north, east) == pytest.approx(1556.8, abs=0.5)


def test_coordinates_to_half_a_degree():
    assert math.hypot(*coordinate_uncertainty_m(10.0, 0.5)) == pytest.approx(77_870, abs=50)


@pytest.mark.parametrize(
    ("latitude", "degree_m", "second_m"),
    [(0, 156_904, 44), (30, 146_962, 41), (60, 124_605, 35), (85, 112_109, 32)],
)
def test_coordinates_to_a_degree_and_to_a_second(latitude, degree_m, second_m):
    assert math.hypot(*coordinate_uncertainty_m(latitude, 1)) == pytest.approx(degree_m, abs=1)
    second = math.hypot(*coordinate_uncertainty_m(latitude, 1 / 3600))
    assert second == pytest.approx(second_m, abs=1)


def test_ten_kilometres_north_east_by_direction_alone():
    assert offset_uncertainty(10, 22.5) == pytest.approx(3.90, abs=0.005)


def test_nine_kilometres_north_east_of_a_city_with_an_extent():
    assert offset_uncertainty(9, 22.5) == pytest.approx(3.512, abs=0.001)
    assert offset_uncertainty(9, 22.5, 4.119) == pytest.approx(5.918, abs=0.01)


def test_two_distances_at_a_right_angle():
    assert orthogonal_uncertainty(0.5) == pytest.approx(0.707, abs=0.001)
    assert orthogonal_uncertainty(1.0) == pytest.approx(1.414, abs=0.001)


def test_the_rule_of_2004_enlarges_the_extent_too():
    assert orthogonal_uncertainty(1 + 3) == pytest.approx(5.657, abs=0.001)
    assert orthogonal_uncertainty(1 + 3 + 0.079, other=0.039) == pytest.approx(5.808, abs=0.001)


def test_the_calculators_datum_adds_to_a_second_of_arc():
    second = math.hypot(*coordinate_uncertainty_m(35.373333, 1 / 3600))
    assert second + 79 == pytest.approx(118.837, abs=1)
    assert (second + 79 + 3_000) / 1000 == pytest.approx(3.119, abs=0.002)


def test_five_miles_from_a_city_without_a_direction():
    # Extent 2 miles, the distance itself, half a mile of precision, .001 degree.
    miles = math.hypot(*coordinate_uncertainty_m(35.373333, 0.001)) / 1609.344
    assert 2 + 5 + 0.5 + miles == pytest.approx(7.589, abs=0.002)


def test_six_kilometres_east_along_a_highway_on_a_map_of_one_to_a_hundred_thousand():
    # Rule of 2004: 1 km of precision, 3 km of extent, 51 m of the map.
    assert path_uncertainty(1, 3, 0.051) == pytest.approx(4.051, abs=1e-6)


def test_thirteen_miles_east_by_road_read_from_a_map():
    # Coordinates to a tenth of a minute; 50 m of the map, and as much of measuring on it.
    other = miles_of(35.435, 0.1 / 60) + 2 * 0.03107
    assert path_uncertainty(0.5, 2, other) == pytest.approx(2.711, abs=0.002)


def test_two_miles_east_and_three_north_of_a_city():
    latitude, longitude = degrees(35, 25, 4), -degrees(118, 58, 54)
    other = miles_of(latitude, 1 / 3600) + DATUM
    assert orthogonal_uncertainty(0.5, 2, other) == pytest.approx(2.781, abs=0.002)
    north = destination((longitude, latitude), heading_deg("N"), 3 * MILE_M)
    spot = destination(north, heading_deg("E"), 2 * MILE_M)
    assert spot == pytest.approx((-118.946227, 35.4612939), abs=0.0007)


@pytest.mark.parametrize(
    ("heading", "start", "own", "total", "spot"),
    [
        ("E", ((118, 50, 56), (35, 22, 24)), DATUM, 12.254, (-118.671788, 35.3733333)),
        (
            "ENE", ((118, 51, 25), (35, 24, 21)), MAP + 0.007, 7.491,
            (-118.6932627, 35.4613445),
        ),
    ],
    ids=["E", "ENE on a map"],
)  # fmt: skip
def test_ten_miles_by_air_to_the_nearest_ten(heading, start, own, total, spot):
    longitude, latitude = -degrees(*start[0]), degrees(*start[1])
    # The Calculator adds the precision of the coordinates after the direction.
    off = offset_uncertainty(10, half_angle_deg(heading), path_uncertainty(5, 2, own))
    assert off + miles_of(latitude, 1 / 3600) == pytest.approx(total, abs=0.003)
    there = destination((longitude, latitude), heading_deg(heading), 10 * MILE_M)
    assert there == pytest.approx(spot, abs=0.0007)


def test_no_spot_of_an_area_is_farther_than_its_uncertainty():
    area = box(20, 50, 20.3, 50.1)
    spot = point_radius(area)
    corners = [(20, 50), (20.3, 50), (20.3, 50.1), (20, 50.1)]
    farthest = max(distance_m((spot.point.x, spot.point.y), corner) for corner in corners)
    assert farthest <= spot.uncertainty_m * 1.001


def test_the_point_of_a_ring_lies_on_the_ring():
    plane = LocalPlane.at(20, 50)
    ring = Point(0, 0).buffer(1_000).difference(Point(0, 0).buffer(800))
    spot = point_radius(plane.to_degrees(ring))
    assert ring.distance(plane.to_metres(spot.point)) < 1
