"""Parts of countries that usage draws by provinces, by the towns that everybody puts there."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from shapely.geometry import Point, box

from geo.claims import Part
from geo.ground.areas import part_of
from geo.ground.fields import mean_share, membership
from geo.ground.grid import grid_of
from geo.ground.vernacular import vernacular

# (longitude, latitude) of towns inside and outside, from an atlas.
PARTS = [
    (
        "iso:ML",
        "N",
        [(1.41, 18.44), (-0.04, 16.27), (-3.00, 16.77)],
        [(-4.19, 14.49), (-8, 12.6)],
    ),
    ("iso:ML", "centre", [(-4.19, 14.49), (-6.26, 13.43)], [(-0.04, 16.27), (-11.43, 14.45)]),
    ("iso:NG", "N", [(13.15, 11.83), (8.52, 12.00), (7.44, 10.52)], [(3.38, 6.52), (7.49, 6.44)]),
    ("iso:NG", "NE", [(13.15, 11.83), (12.48, 9.21)], [(8.52, 12.00), (5.24, 13.06)]),
    ("iso:NG", "NW", [(5.24, 13.06), (6.66, 12.17)], [(13.15, 11.83), (3.38, 6.52)]),
    (
        "iso:LY",
        "E",
        [(20.07, 32.12), (23.96, 32.08), (23.31, 24.2)],
        [(13.19, 32.89), (14.43, 27.0)],
    ),
    ("iso:LY", "S", [(14.43, 27.04), (10.18, 24.96)], [(20.07, 32.12), (13.19, 32.89)]),
    ("iso:YE", "S", [(45.03, 12.80), (49.12, 14.54)], [(44.21, 15.35), (43.76, 16.94)]),
    ("iso:ET", "N", [(39.47, 13.49), (37.39, 11.59)], [(38.75, 9.02), (42.79, 9.35)]),
    ("iso:LB", "S", [(35.21, 33.27), (35.48, 33.38)], [(35.50, 33.89), (35.85, 34.44)]),
    (
        "iso:UA",
        "E",
        [(37.80, 48.00), (39.31, 48.57), (36.25, 49.98)],
        [(30.5, 50.4), (33.4, 47.9)],
    ),
    (
        "iso:UA",
        "S",
        [(32.62, 46.64), (31.99, 46.97), (30.72, 46.48)],
        [(36.25, 49.98), (24.03, 49.8)],
    ),
    (
        "iso:IQ",
        "N",
        [(43.13, 36.34), (44.01, 36.19), (44.39, 35.47)],
        [(44.37, 33.31), (43.31, 33.4)],
    ),
    ("iso:IQ", "S", [(47.78, 30.51), (46.26, 31.05)], [(44.37, 33.31), (43.13, 36.34)]),
    ("iso:SY", "NW", [(36.63, 35.93), (37.16, 36.20)], [(40.14, 35.33), (36.29, 33.51)]),
    ("iso:SY", "S", [(36.10, 32.62), (36.57, 32.71)], [(36.29, 33.51), (36.72, 34.73)]),
    ("iso:MZ", "N", [(40.52, -12.97), (39.27, -15.12)], [(34.84, -19.84), (32.58, -25.97)]),
    ("iso:CM", "N", [(14.32, 10.59), (13.39, 9.30)], [(11.52, 3.87), (10.15, 5.96)]),
    ("iso:BF", "N", [(-1.63, 14.10), (-0.03, 14.03)], [(-1.52, 12.37), (-4.30, 11.18)]),
]


@pytest.mark.parametrize("case", PARTS, ids=lambda case: " ".join(case[:2]))
def test_a_part_that_usage_knows_has_the_towns_that_usage_puts_there(gazetteer, case):
    place_id, term, inside, outside = case
    area = part_of(gazetteer.place(place_id).outline, Part((term,)))
    assert all(area.distance(Point(*town)) < 0.06 for town in inside)
    assert all(area.distance(Point(*town)) > 0.06 for town in outside)


def _listed():
    text = files("geo").joinpath("data", "vernacular.toml").read_text("utf-8")
    return tomllib.loads(text)


def test_every_listed_country_and_province_is_known_by_its_outline(gazetteer):
    for country in _listed().values():
        first = next(iter(country["parts"].values()))[0]
        grid = grid_of(gazetteer.place(f"iso:{first[:2]}").outline)
        for term, ids in country["parts"].items():
            assert all(gazetteer.place(f"iso:{one}").outline is not None for one in ids)
            named = vernacular(grid, term)
            assert named is not None, (first, term)
            assert named.any()


def test_a_part_that_usage_knows_is_as_large_as_its_provinces_and_surest_at_its_end(gazetteer):
    grid = grid_of(gazetteer.place("iso:ML").outline)
    part = Part(("N",))
    named = vernacular(grid, "N")
    assert mean_share(grid, part) == pytest.approx(float(grid.weights @ named), abs=0.01)
    fits = membership(grid, part)
    assert fits[grid.y.argmax()] > 0.999
    assert fits[named == 1.0].min() > fits[named == 0.0].max() - 1e-9


def test_a_place_of_the_same_size_elsewhere_has_its_parts_by_area():
    grid = grid_of(box(10.0, 10.0, 21.0, 21.0))
    assert vernacular(grid, "N") is None
    assert mean_share(grid, Part(("N",))) == pytest.approx(0.35, abs=0.01)


def test_a_third_of_a_country_is_a_third_whatever_usage_calls_its_north(gazetteer):
    grid = grid_of(gazetteer.place("iso:ML").outline)
    assert mean_share(grid, Part(("N-third",))) == pytest.approx(1 / 3, abs=0.01)
    assert mean_share(grid, Part(("far-N",))) == pytest.approx(0.15, abs=0.01)
