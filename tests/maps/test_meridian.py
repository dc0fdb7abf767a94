"""Cases on both sides of 180 degrees are shown in one piece; files keep their positions."""

from __future__ import annotations

import json

import pytest
import shapely
from shapely.geometry import Point, box

from maps.basemap import base_shapes, frame_around
from maps.layers import tolerance_m
from maps.meridian import crosses, cut_to, eastward, width_of
from maps.page import CaseMap
from maps.payload import payload_of, view_of
from tests.maps.made_case import made_case, surroundings
from tests.maps.moved_case import BY, moved, moved_case, moved_surroundings

FIJI = shapely.MultiPolygon([box(177, -19, 180, -16), box(-180, -17, -179, -16)])


@pytest.fixture(scope="module")
def payload():
    return payload_of(moved_case(), base=moved_surroundings())


def test_the_view_of_a_case_across_the_antimeridian_is_as_wide_as_the_case():
    west, south, east, north = view_of(moved_case())
    here = view_of(made_case())
    assert (west - BY, south, east - BY, north) == pytest.approx(here, abs=1e-4)
    assert west < 180 < east


def test_the_frame_runs_on_beyond_180_degrees(payload):
    west, _, east, _ = payload["frame"]
    here = payload_of(made_case())["frame"]
    assert (west - BY, east - BY) == pytest.approx((here[0], here[2]), abs=1e-4)


def test_the_ground_is_drawn_on_both_sides(payload):
    def longitudes(shapes):
        found = [x for shape in shapes for ring in shape["rings"] for x, _ in ring]
        return min(found), max(found)

    here = longitudes(payload_of(made_case(), base=surroundings())["base"])
    there = longitudes(payload["base"])
    assert (there[0] - BY, there[1] - BY) == pytest.approx(here, abs=0.05)


def test_shapes_and_positions_stay_what_they_were(payload):
    positions = shapely.get_coordinates(
        [shapely.from_geojson(json.dumps(one)) for one in payload["shapes"]]
    )
    assert positions[:, 0].min() < 0 < positions[:, 0].max()
    assert abs(positions[:, 0]).max() <= 180


def test_a_zone_on_both_sides_is_drawn_as_exactly_as_any_other(payload):
    here = {one["id"]: one["tolerance_m"] for one in payload_of(made_case())["zones"]}
    assert {one["id"]: one["tolerance_m"] for one in payload["zones"]} == pytest.approx(here)
    assert width_of(FIJI) == pytest.approx(4)
    assert tolerance_m(FIJI) < 500


def test_an_ordinary_case_is_not_turned():
    payload = payload_of(made_case())
    assert not payload["wraps"]
    assert payload["frame"][2] <= 180


@pytest.mark.parametrize(
    ("longitudes", "is_across"),
    [((178, -179), True), ((-3, 2), False), ((-100, 100, 0), False), ((-170, 170), True)],
)
def test_what_crosses_is_what_is_nearer_that_way_round(longitudes, is_across):
    assert crosses([Point(one, 0) for one in longitudes]) is is_across


def test_nothing_crosses_nothing():
    assert not crosses([])


def test_an_outline_is_cut_on_both_sides_and_joined():
    west, south, east, north = eastward(FIJI).bounds
    frame = frame_around((west, south, east, north), wraps=True)
    whole = cut_to(FIJI, frame)
    assert whole.geom_type == "Polygon"
    assert whole.area == pytest.approx(FIJI.area)
    assert base_shapes([], frame) == []


def test_a_spot_beyond_is_where_its_shape_is():
    assert eastward(moved(Point(33, 15))).x == pytest.approx(33 + BY)


def test_the_preview_of_a_case_across_the_antimeridian_shows_it():
    page = CaseMap(moved_case(), base=moved_surroundings())
    same = CaseMap(made_case(), base=surroundings())
    # The same town in the same picture: about as many bytes of it.
    assert len(page.preview()) == pytest.approx(len(same.preview()), rel=0.1)
