"""Every kind of part and relation at every kind of spot of the globe."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import scale, translate
from shapely.geometry import MultiPolygon, Polygon, box

from gazetteer.place import Place, PlaceKind
from geo.claims import Near, Part, Where
from geo.ground.flat import flat_of
from geo.ground.outlines import outline_of
from geo.ground.placing import area_of, point_radius_of
from geo.ground.plane import LocalPlane, distance_m, distances_m

FAR = (19_000.0, 20_000.0, 21_000.0)
RELATIONS = (
    *(Near(word) for word in ("near", "adjacent", "outskirts", "edge", "outside")),
    *(Near("heading", None, heading) for heading in ("N", "SE", "WNW")),
    *(Near("distance", FAR, heading) for heading in (None, "S", "ENE")),
    Near("outskirts", None, "E"),
    Near("adjacent", None, "SW"),
)
PARTS = tuple(
    Part((term,)) for term in ("N", "far-E", "S-most", "W-half", "centre", "edge", "outside")
)
# A cap around the south pole as atlases write it: along 180, down to -90 and back.
CAP = Polygon(
    [(-180, -90), (-180, -70), *((x, -70 - (x % 40) / 20) for x in range(-170, 180, 10)),
     (180, -70), (180, -90)]
)  # fmt: skip
OUTLINES = {
    "town on 180": MultiPolygon([box(179.9, -17.1, 180, -17), box(-180, -17.1, -179.9, -17)]),
    "archipelago": MultiPolygon([box(176, -18, 178, -17), box(-179, -19, -178, -18.5)]),
    "country on 180": MultiPolygon([box(30, 50, 180, 70), box(-180, 62, -170, 70)]),
    "far states": MultiPolygon(
        [box(-125, 30, -70, 48), box(-168, 60, -141, 70), box(172, 52, 173, 53)]
    ),
    "polar cap": CAP,
    "arctic isle": box(10, 84, 40, 88),
    "southern town": box(-70.1, -33.6, -70, -33.5),
    "equator": box(-0.05, -0.05, 0.05, 0.05),
}
DOTS = {"dateline": (179.999, 0.0), "pole": (12.0, 89.999), "south pole": (0.0, -90.0)}


def placed(name):
    if name in DOTS:
        return Place(name, name, PlaceKind.TOWN, *DOTS[name])
    outline = OUTLINES[name]
    middle = LocalPlane.of(outline)
    kind = PlaceKind.COUNTRY if "t" in name and outline.area > 100 else PlaceKind.CITY
    return Place(name, name, kind, middle.longitude, middle.latitude, outline=outline)


def where_of(name, words):
    if isinstance(words, Near):
        return Where(name, near=words)
    return Where(name, part=words)


@pytest.mark.parametrize("words", [*RELATIONS, *PARTS], ids=str)
@pytest.mark.parametrize("name", [*OUTLINES, *DOTS])
def test_every_phrase_has_a_valid_shape_and_a_point_at_every_spot_of_the_globe(name, words):
    place, where = placed(name), where_of(name, words)
    area = area_of(where, place)
    assert area.is_valid
    assert not area.is_empty
    assert area.geom_type in {"Polygon", "MultiPolygon"}
    point, uncertainty_m = point_radius_of(where, place)
    assert -180 <= point.x <= 180
    assert -90 <= point.y <= 90
    corners = shapely.get_coordinates(area)
    far_m = distances_m((point.x, point.y), corners).max()
    # A sector's own formula (section 8) leaves out the far corners that an area has.
    if not (isinstance(words, Near) and words.distance_m and words.heading):
        assert far_m <= uncertainty_m * 1.001 + 1


@pytest.mark.parametrize("name", [*OUTLINES, *DOTS])
@pytest.mark.parametrize("word", ["near", "adjacent", "outskirts", "outside"])
def test_what_is_near_a_place_is_never_half_a_continent_away(name, word):
    place = placed(name)
    flat = flat_of(outline_of(place).geometry)
    area = flat.plane.to_metres(area_of(Where(name, near=Near(word)), place)).buffer(0)
    # A hundred metres for edges that are straight in metres and bent in degrees.
    assert area.difference(flat.shape.buffer(25_100)).area < 1


def test_a_place_across_180_is_treated_as_its_like_elsewhere():
    on_it, elsewhere = placed("town on 180"), box(9.9, -17.1, 10.1, -17)
    like = Place("l", "Like", PlaceKind.CITY, 10, -17.05, outline=elsewhere)
    for words in (*RELATIONS, *PARTS):
        sizes = [
            LocalPlane.of(area).to_metres(area).area
            for area in (area_of(where_of("x", words), one) for one in (on_it, like))
        ]
        assert sizes[0] == pytest.approx(sizes[1], rel=1e-3), words
        radii = [point_radius_of(where_of("x", words), one)[1] for one in (on_it, like)]
        assert radii[0] == pytest.approx(radii[1], rel=2e-2), words


SHAPE = Polygon([(0, 0), (0.3, 0.02), (0.28, 0.1), (0.12, 0.11), (0.1, 0.25), (0, 0.2)])


@settings(max_examples=20)
@given(st.floats(-180, 180), st.sampled_from([*RELATIONS, *PARTS]))
def test_where_on_a_parallel_a_place_lies_changes_no_shape(longitude, words):
    outlines = [translate(SHAPE, start, 47) for start in (20.0, longitude)]
    areas, radii = [], []
    for outline in outlines:
        middle = outline.centroid
        place = Place("x", "X", PlaceKind.CITY, middle.x, middle.y, outline=outline)
        area = area_of(where_of("x", words), place)
        areas.append(LocalPlane.of(area).to_metres(area).area)
        radii.append(point_radius_of(where_of("x", words), place)[1])
    assert areas[0] == pytest.approx(areas[1], rel=5e-3)
    assert radii[0] == pytest.approx(radii[1], rel=2e-2)


@pytest.mark.parametrize(("here", "there"), [("N", "S"), ("NE", "SE"), ("far-N", "far-S")])
def test_the_southern_hemisphere_mirrors_the_northern(here, there):
    north = translate(SHAPE, 20, 47)
    south = scale(north, yfact=-1, origin=(0, 0))
    shapes = []
    for outline, term in ((north, here), (south, there)):
        middle = outline.centroid
        place = Place("x", "X", PlaceKind.CITY, middle.x, middle.y, outline=outline)
        shapes.append(area_of(Where("x", part=Part((term,))), place))
    mirrored = scale(shapes[1], yfact=-1, origin=(0, 0))
    assert shapes[0].symmetric_difference(mirrored).area < 0.01 * shapes[0].area


def test_north_of_a_long_valley_is_as_wide_as_the_valley():
    valley = box(10, 50, 11, 50.05)
    place = Place("v", "Valley", PlaceKind.REGION, 10.5, 50.025, outline=valley)
    area = area_of(Where("v", near=Near("heading", None, "N")), place)
    west, south, east, _ = area.bounds
    assert west < 10.01
    assert east > 10.99
    # The southern bank is not north of it.
    assert south > 50.01


def test_twenty_kilometres_from_a_country_are_counted_from_its_border():
    place = placed("country on 180")
    area = area_of(Where("c", near=Near("distance", FAR, "S")), place)
    flat = flat_of(place.outline)
    gap_m = flat.plane.to_metres(area).distance(flat.shape)
    assert gap_m == pytest.approx(19_000, rel=0.1)


def test_a_ring_at_a_distance_keeps_the_towns_point_and_adds_the_distance():
    place = Place("d", "Dot", PlaceKind.TOWN, 20, 50, reach_m=1_000)
    point, uncertainty_m = point_radius_of(Where("d", near=Near("distance", FAR)), place)
    assert distance_m((20, 50), (point.x, point.y)) < 1
    assert uncertainty_m == pytest.approx(22_000, rel=0.01)


def test_south_of_a_town_takes_in_its_south_and_moves_nothing_without_a_distance():
    place = Place("d", "Dot", PlaceKind.TOWN, 20, 50, reach_m=2_000)
    where = Where("d", near=Near("heading", None, "S"))
    point, uncertainty_m = point_radius_of(where, place)
    assert distance_m((20, 50), (point.x, point.y)) < 1
    assert 2_000 < uncertainty_m < 8_500
    area = area_of(where, place)
    assert area.covers(shapely.Point(20, 49.99))
    assert not area.covers(shapely.Point(20, 50.01))


def test_all_longitudes_of_a_cap_over_the_pole_are_drawn():
    cap = outline_of(Place("p", "Pole", PlaceKind.TOWN, 12.0, 89.999, reach_m=2_000.0)).geometry
    for longitude in np.linspace(-165, 185, 8):
        assert cap.covers(shapely.Point(longitude, 89.995))
    assert LocalPlane.at(12, 89.999).to_metres(cap).area == pytest.approx(np.pi * 4e6, rel=0.01)
