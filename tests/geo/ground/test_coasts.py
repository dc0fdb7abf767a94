"""Strips on one side of a line: coasts, borders and banks of the world, with known towns."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon

from gazetteer.place import Place, PlaceKind
from geo.claims import Near, Where
from geo.ground.coasts import bank, coast_strip
from geo.ground.placing import area_of
from geo.ground.unknown import unknown_ground

# (longitude, latitude) of towns on the coast and inland, from an atlas.
COASTS = {
    "iso:SY": ([(35.79, 35.52), (35.89, 34.89)], [(36.72, 34.73), (37.16, 36.20)]),
    "iso:LB": ([(35.50, 33.89), (35.21, 33.27)], [(36.21, 34.00), (35.90, 33.85)]),
    "iso:LY": ([(16.59, 31.21), (20.07, 32.12)], [(14.43, 27.04), (23.31, 24.20)]),
    "iso:SO": ([(42.54, -0.36), (49.18, 11.28)], [(43.65, 3.11), (45.43, 4.74)]),
    "iso:MZ-P": ([(40.35, -11.35)], [(39.55, -11.67), (38.95, -13.10)]),
    "iso:UA": ([(30.72, 46.48), (37.55, 47.10)], [(30.52, 50.45), (37.80, 48.00)]),
    "iso:MM": ([(92.89, 20.14)], [(96.08, 21.97), (97.04, 20.78)]),
    "iso:SD": ([(37.22, 19.61)], [(32.53, 15.59), (25.35, 13.63)]),
    "iso:RU-DA": ([(47.50, 42.97)], [(46.22, 42.66)]),  # on the Caspian
    "iso:FJ": ([(178.44, -18.13)], [(177.95, -17.75)]),  # on both sides of 180 degrees
    "iso:CL": ([(-70.40, -23.65), (-71.62, -33.03)], [(-68.93, -22.46), (-70.65, -33.45)]),
    "iso:LK": ([(79.85, 6.93), (81.23, 8.58)], [(80.64, 7.29), (80.40, 8.35)]),
}


@pytest.mark.parametrize("place_id", COASTS)
def test_a_coast_has_its_ports_and_not_its_inland_towns(gazetteer, place_id):
    outline = gazetteer.place(place_id).outline
    strip = coast_strip(outline)
    ports, inland = COASTS[place_id]
    # An outline is good to two and a half kilometres: a port may lie off it.
    wide = strip.buffer(0.03)
    assert all(wide.covers(Point(*port)) for port in ports)
    assert not any(strip.covers(Point(*town)) for town in inland)


@pytest.mark.parametrize("place_id", ["iso:SY", "iso:SO", "iso:UA", "iso:SD"])
def test_a_coast_lies_on_its_own_land(gazetteer, place_id):
    outline = gazetteer.place(place_id).outline
    strip = coast_strip(outline)
    assert strip.is_valid
    # Half a kilometre of the outline is taken off in drawing.
    assert strip.difference(outline.buffer(0.01)).area < strip.area / 1000


@pytest.mark.parametrize("place_id", ["iso:ML", "iso:RW", "iso:UG", "iso:TD", "iso:SY-HL"])
def test_what_has_no_sea_has_no_coast_though_it_has_lakes(gazetteer, place_id):
    place = gazetteer.place(place_id)
    assert coast_strip(place.outline).is_empty
    assert "sea" in unknown_ground(Where(place.id, near=Near("coast")), place, None)


def test_the_northern_coast_of_a_country_is_the_coast_of_its_north(gazetteer):
    somalia = gazetteer.place("iso:SO")
    area = area_of(Where(somalia.id, near=Near("coast", None, "N")), somalia).buffer(0.03)
    assert area.covers(Point(49.18, 11.28))
    assert not area.covers(Point(42.54, -0.36))


# The country that the strip is in, its neighbour, and towns within and without.
BORDERS = [
    ("iso:SY", "iso:TR", [(37.05, 36.59), (41.22, 37.05)], [(36.17, 36.21), (37.16, 35.50)]),
    ("iso:LB", "iso:IL", [(35.43, 33.12), (35.48, 33.38)], [(35.57, 33.21), (35.50, 33.89)]),
    ("iso:CD", "iso:RW", [(29.23, -1.68), (28.86, -2.51)], [(29.26, -1.70), (27.30, 0.50)]),
    ("iso:SD", "iso:TD", [(22.45, 13.45)], [(21.42, 13.22), (25.35, 13.63)]),
    ("iso:AF", "iso:PK", [(66.40, 31.00)], [(66.45, 30.92), (65.71, 31.61)]),
    ("iso:ML", "iso:NE", [(0.70, 14.96)], [(2.10, 13.51), (-3.00, 16.77)]),
]


@pytest.mark.parametrize(("one", "other", "within", "without"), BORDERS)
def test_one_side_of_a_border_has_no_town_of_the_other(gazetteer, one, other, within, without):
    place, neighbour = gazetteer.place(one), gazetteer.place(other)
    where = Where(one, near=Near("strip"), other_place_id=other)
    strip = area_of(where, place, other=neighbour)
    assert all(strip.buffer(0.03).covers(Point(*town)) for town in within)
    assert not any(strip.covers(Point(*town)) for town in without)
    assert strip.intersection(neighbour.outline).area < strip.area / 100


def test_a_border_of_two_has_both_sides(gazetteer):
    iraq, syria = gazetteer.place("iso:IQ"), gazetteer.place("iso:SY")
    where = Where("iso:IQ", near=Near("border"), other_place_id="iso:SY")
    area = area_of(where, iraq, other=syria)
    assert area.covers(Point(41.08, 34.38))
    assert area.covers(Point(40.93, 34.46))
    assert not area.covers(Point(43.12, 36.34))


RIVER = LineString([(40.0, 30.0), (40.3, 30.5), (39.9, 31.0), (40.2, 31.5), (40.0, 32.0)])


def test_the_two_banks_of_a_river_meet_nowhere_and_lie_on_their_sides():
    east, west = bank(RIVER, "E"), bank(RIVER, "W")
    assert east.intersection(west).area < east.area / 100
    for share in (0.1, 0.4, 0.7):
        spot = RIVER.interpolate(share, normalized=True)
        assert east.covers(Point(spot.x + 0.03, spot.y))
        assert west.covers(Point(spot.x - 0.03, spot.y))
    assert bank(shapely.reverse(RIVER), "E").equals_exact(east, 1e-6) or (
        bank(shapely.reverse(RIVER), "E").symmetric_difference(east).area < east.area / 50
    )


def test_a_river_that_runs_from_south_to_north_has_no_northern_bank():
    assert bank(RIVER, "N").is_empty


def test_the_banks_of_a_river_s_area_lie_outside_it():
    water = RIVER.buffer(0.01)
    east = bank(water, "E")
    spot = RIVER.interpolate(0.4, normalized=True)
    assert east.covers(Point(spot.x + 0.04, spot.y))
    assert not east.covers(Point(spot.x - 0.04, spot.y))
    assert east.intersection(water).area < east.area / 1000


def _water(outline=None):
    return Place("r", "the Savo", PlaceKind.WATER, 40.0, 31.0, reach_m=100_000.0, outline=outline)


@pytest.mark.parametrize("near", [Near("bank", None, "E"), Near("bank"), Near("strip")])
def test_a_river_known_as_a_point_has_no_ground_and_the_reason_says_so(near):
    assert "as a point" in unknown_ground(Where("r", near=near), _water(), None)


def test_a_river_whose_line_is_known_has_its_bank():
    water = _water(RIVER.buffer(0.005))
    where = Where("r", near=Near("bank", None, "W"))
    assert unknown_ground(where, water, None) is None
    assert area_of(where, water).covers(Point(39.96, 30.0))


def test_a_side_of_a_border_that_nobody_names_is_no_ground():
    orsa = Place("o", "Orsa", PlaceKind.COUNTRY, 0, 0, outline=Polygon([(0, 0), (1, 0), (1, 1)]))
    assert "which line" in unknown_ground(Where("o", near=Near("side")), orsa, None)
    assert "which line" in unknown_ground(Where("o", near=Near("strip")), orsa, None)
    assert unknown_ground(Where("o", near=Near("near")), orsa, None) is None
