"""Coarse positions: on a grid that never moves, as the place they lie in, and said so."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from gazetteer.place import Place, PlaceKind
from geo.errors import CoarseningError
from geo.ground.plane import distance_m
from geo.public.case import published
from geo.public.grid import Grid
from geo.tables import claims_table
from tests.maps.made_case import made_case

CAPITAL = Place(
    "sd:capital", "Greater Khartoum", PlaceKind.PROVINCE, 32.5, 15.6, country="SD",
    outline=box(32.0, 15.2, 33.0, 16.0),
)  # fmt: skip


@pytest.fixture
def case():
    from dataclasses import replace

    made = made_case()
    places = [replace(place, parents=("sd:capital",)) for place in made.places]
    return replace(made, places=tuple(places))


def coarse(case, metres=15_000):
    return published(case, coarsen_m=metres, look={"sd:capital": CAPITAL}.__getitem__)


spots = st.builds(Point, st.floats(-179.9, 179.9), st.floats(-80, 80))


@given(spots, st.sampled_from([100, 2_000, 50_000]))
def test_a_snapped_point_is_no_farther_than_the_radius_that_is_told(spot, metres):
    grid = Grid(metres)
    snapped = grid.point(spot)
    # The grid is that of a sphere: a hundredth covers the difference.
    assert distance_m((spot.x, spot.y), (snapped.x, snapped.y)) <= grid.radius(0) * 1.01
    assert grid.point(snapped).equals_exact(snapped, 1e-9)


@given(spots)
def test_a_radius_is_a_whole_number_of_cells_so_that_it_names_no_place(spot):
    assert Grid(2_000).radius(abs(spot.x) * 37) % 2_000 == 0


def test_areas_side_by_side_share_no_cell():
    left, right = box(32.0, 15.0, 32.33, 15.7), box(32.33, 15.0, 33.0, 15.7)
    cells = [Grid(3_000).area(one) for one in (left, right)]
    assert cells[0].intersection(cells[1]).area < 1e-12
    whole = Grid(3_000).area(box(32.0, 15.0, 33.0, 15.7))
    assert shapely.union_all(cells).symmetric_difference(whole).area < 1e-12


def test_what_is_smaller_than_the_grid_stands_as_the_place_it_lies_in(case):
    public = coarse(case)
    assert [place.id for place in public.places] == ["sd:capital"]
    assert {zone.place_id for zone in public.zones} == {"sd:capital"}
    assert all(zone.geometry.equals(CAPITAL.outline) for zone in public.zones)
    assert all("shown as the whole of Greater Khartoum" in zone.method for zone in public.zones)
    assert {claim.where.place_name for claim in public.claims} == {"Greater Khartoum"}
    assert {incident.place_id for incident in public.incidents} == {"sd:capital"}
    assert all(incident.where_prec >= 4 for incident in public.incidents)


def test_a_zone_that_is_larger_than_the_grid_has_its_edges_on_it(case):
    public = coarse(case, 1_000)
    (zone, *_) = public.zones
    for x, y in shapely.get_coordinates(zone.geometry):
        height = 1_000 / 111_195.0
        assert abs(y / height - round(y / height)) < 1e-6
        assert x
    assert "edges moved to a grid of 1,000 m" in zone.method


def test_without_a_place_that_holds_it_a_small_place_becomes_a_cell_of_the_grid(case):
    public = published(case, coarsen_m=15_000)
    assert all(place.id.startswith("grid:15000:") for place in public.places)
    assert {zone.place_id for zone in public.zones} <= {place.id for place in public.places}


def test_radius_area_and_claims_give_no_sharper_position_than_the_point(case):
    public = coarse(case)
    for before, after in zip(case.incidents, public.incidents, strict=True):
        assert after.uncertainty_m >= before.uncertainty_m + 15_000 * 0.7
        assert after.area is None or after.area.covers(after.geometry)
    middles = [Grid(15_000).point(Point(x, y)) for x, y in _points(claims_table(public))]
    shown = [Point(x, y) for x, y in _points(claims_table(public))]
    assert all(a.equals_exact(b, 1e-9) for a, b in zip(middles, shown, strict=True))
    assert not public.mentions


def _points(table):
    return [(s.x, s.y) for s in table.geometry if s is not None and s.geom_type == "Point"]


def test_ids_that_a_place_could_be_tried_against_are_made_anew(case):
    public = coarse(case)
    assert not {zone.zone_id for zone in case.zones} & {zone.zone_id for zone in public.zones}
    assert len({zone.zone_id for zone in public.zones}) == len(public.zones)


def test_the_same_case_gives_the_same_positions(case):
    assert [zone.geometry.wkt for zone in coarse(case).zones] == [
        zone.geometry.wkt for zone in coarse(case).zones
    ]


def test_a_grid_without_a_size_is_refused(case):
    with pytest.raises(CoarseningError, match="give a metre or more"):
        published(case, coarsen_m=0)
