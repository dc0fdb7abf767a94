"""What every division keeps, whatever is claimed of whichever shape (specification, section 12)."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import scale

from geo.claims import Part
from geo.errors import ShareConflictError
from geo.ground.fields import EXTENTS, membership
from geo.ground.grid import Grid, grid_of
from geo.ground.partition import NOT_STATED, Evidence, Wedged, partition
from geo.ground.plane import LocalPlane
from geo.ground.polygons import polygons_of
from geo.ground.shares import Target, unstated
from tests.geo.ground.shapes import FIVE, WEDGE

SHAPES = FIVE | {"wedge": WEDGE}
CELLS = 900  # a third of the usual, for speed: what is kept does not depend on it
PARTS = (("N",), ("S", "W", "E"), ("SW",), ("E", "N"), ("N-most",), ("far-S",), ("centre",),
         ("edge",), ("W-half",), ("NE-corner",), ("W-edge",))  # fmt: skip
# A quarter turn takes each direction to the next but one of eight.
TURNED = {"N": "E", "E": "S", "S": "W", "W": "N", "NE": "SE", "SE": "SW", "SW": "NW", "NW": "NE"}


@st.composite
def told(draw):
    """Draw two or three actors with a part, a share and a weight each."""
    made = []
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=2, max_size=3, unique=True))
    for name, part in zip("abc", parts, strict=False):
        best = draw(st.floats(0.05, 0.3))
        target = Target(best * draw(st.floats(0.3, 1)), best, best * draw(st.floats(1, 1.8)), 0.6)
        inside = draw(st.sampled_from([0.7, 0.8, 0.95]))
        exclusive = draw(st.sampled_from([0.0, 0.85]))
        made.append((name, target, part, inside, draw(st.floats(0.35, 0.95)), exclusive))
    return made


def divided(grid, made, *, order=1, wedged=()):
    targets = {name: target for name, target, *_ in made}
    evidence = [
        Evidence(f"c-{name}", name, membership(grid, Part(part)), inside, weight, exclusive)
        for name, _, part, inside, weight, exclusive in made
    ]
    return partition(grid, dict(list(targets.items())[::order]), evidence[::order], wedged=wedged)


def won(division):
    weights = division.grid.weights
    return {one: float(weights[division.cells_of(one)].sum()) for one in division.labels}


@settings(max_examples=15)
@given(st.sampled_from(sorted(SHAPES)), told())
def test_drawn_shares_are_the_agreed_ones_and_fill_the_place(shape, made):
    outline = SHAPES[shape]
    grid = grid_of(outline, cells=CELLS)
    division = divided(grid, made)
    got = won(division)
    assert sum(got.values()) == pytest.approx(1)
    for label, share in got.items():
        if label != division.background:
            assert share == pytest.approx(division.shares[label], abs=2.5 * grid.weights.max())
    areas = list(polygons_of(grid, division.holder).values())
    assert shapely.coverage_is_valid(areas)
    whole = shapely.union_all(areas)
    assert whole.symmetric_difference(outline).area < 1e-6 * outline.area


@settings(max_examples=15)
@given(st.sampled_from(sorted(SHAPES)), told())
def test_the_core_lies_in_the_zone_in_the_widest_reading_with_the_shares_that_are_said(shape, made):
    grid = grid_of(SHAPES[shape], cells=CELLS)
    division = divided(grid, made)
    weights, cell = grid.weights, float(grid.weights.max())
    for label, core in division.yolk.items():
        zone, widest, target = (
            division.cells_of(label),
            division.egg[label],
            division.targets[label],
        )
        # Shares are drawn to two and a half cells: where a range is as narrow, its rim may miss.
        assert weights[core & ~zone].sum() <= 2.5 * cell
        assert weights[zone & ~widest].sum() <= 2.5 * cell
        assert not (core & ~widest).any()
        assert weights[core].sum() == pytest.approx(target.low, abs=cell)
        assert weights[widest].sum() == pytest.approx(target.high, abs=cell)


def test_two_actors_of_whom_one_part_is_told_get_a_share_each():
    made = [
        (name, Target(best, best, best, 0.6), ("N",), 0.95, 0.8, 0.0)
        for name, best in (("a", 0.3), ("b", 0.1))
    ]
    division = divided(grid_of(WEDGE, cells=CELLS), made)
    assert won(division) == pytest.approx({"a": 0.3, "b": 0.1, NOT_STATED: 0.6}, abs=0.003)


@settings(max_examples=15)
@given(st.sampled_from(sorted(SHAPES)), told())
def test_soft_shares_are_right_to_a_hundred_thousandth(shape, made):
    division = divided(grid_of(SHAPES[shape], cells=CELLS), made)
    area = dict(division.shares)
    if division.background is not None:
        area[division.background] += sum(division.unplaced.values())
    drawn = np.array([area[label] for label in division.labels])
    expected = division.odds @ division.grid.weights
    assert expected == pytest.approx(drawn / drawn.sum(), abs=1e-5)


@settings(max_examples=10)
@given(st.sampled_from(sorted(SHAPES)), told())
def test_the_order_of_claims_and_a_second_run_change_nothing(shape, made):
    grid = grid_of(SHAPES[shape], cells=CELLS)
    first, again, backwards = (divided(grid, made, order=order) for order in (1, 1, -1))
    for other in (again, backwards):
        assert (first.holder == other.holder).all()
        assert np.array_equal(first.odds, other.odds)
        assert (first.shares, first.background) == (other.shares, other.background)


def turned(grid):
    """Turn a grid clockwise by a quarter: east becomes south."""
    return Grid(
        grid.plane,
        shapely.transform(grid.region, lambda xy: np.stack([xy[:, 1], -xy[:, 0]], axis=1)),
        grid.cell_m,
        (grid.origin_m[1], -grid.origin_m[0]),
        grid.rows,
        -grid.columns - 1,
        grid.weights,
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("term", sorted(TURNED))
def test_turning_place_and_words_by_a_quarter_turns_what_is_drawn(shape, term):
    grid = grid_of(SHAPES[shape], cells=CELLS)
    one, other = (
        divided(it, [("a", Target(0.2, 0.3, 0.4, 0.6), (word,), 0.95, 0.8, 0.0)])
        for it, word in ((grid, term), (turned(grid), TURNED[term]))
    )
    moved = grid.weights[one.cells_of("a") != other.cells_of("a")].sum()
    assert moved <= 2.5 * grid.weights.max()


@settings(max_examples=8)
@given(st.sampled_from(sorted(SHAPES)), told(), st.sampled_from([0.1, 7.0]))
def test_a_place_ten_times_smaller_or_seven_times_larger_is_divided_alike(shape, made, factor):
    outline = SHAPES[shape]
    sized = scale(outline, factor, factor, origin=(30.0, 10.0) if shape in FIVE else "center")
    one, other = (won(divided(grid_of(it, cells=CELLS), made)) for it in (outline, sized))
    assert set(one) == set(other)
    for label, share in one.items():
        assert other[label] == pytest.approx(share, abs=0.01)
    first, second = (
        polygons_of(it.grid, it.holder)
        for it in (divided(grid_of(it, cells=CELLS), made) for it in (outline, sized))
    )
    for row, area in first.items():
        back = scale(second[row], 1 / factor, 1 / factor,
                     origin=(30.0, 10.0) if shape in FIVE else "center")  # fmt: skip
        assert back.centroid.distance(area.centroid) < 0.05 * np.sqrt(outline.area)


@settings(max_examples=8)
@given(st.sampled_from(sorted(SHAPES)), told(), st.sampled_from([-150.0, 60.0, 149.99]))
def test_a_place_elsewhere_on_its_latitude_is_divided_alike(shape, made, degrees):
    outline = SHAPES[shape]
    moved = shapely.transform(outline, lambda xy: xy + np.array([degrees, 0.0]))
    one, other = (divided(grid_of(it, cells=CELLS), made) for it in (outline, moved))
    assert won(other) == pytest.approx(won(one), abs=0.005)


@pytest.mark.parametrize(
    "parts", [(("S", "W", "E"), ("N",)), (("SW",), ("E", "N")), (("E",), ("far-W",))]
)
def test_a_finer_grid_draws_the_same_zones(parts):
    made = [
        (name, Target(0.2, 0.35, 0.5, 0.6), part, 0.95, 0.8, 0.0)
        for name, part in zip("ab", parts, strict=True)
    ]
    coarse, fine = (
        polygons_of(it.grid, it.holder)
        for it in (divided(grid_of(WEDGE, cells=cells), made) for cells in (2_500, 6_000))
    )
    # The ground between them has the borders of both and may move by the steps of both.
    for row in (1, 2):
        area = coarse[row]
        assert area.intersection(fine[row]).area / area.union(fine[row]).area > 0.97


@settings(max_examples=15)
@given(st.floats(0.51, 0.95), st.floats(0.51, 0.95))
def test_two_majorities_of_one_place_are_refused_and_both_are_named(one, other):
    targets = {
        "a": Target(one, one, 1.0, 0.6, ("c1",)),
        "b": Target(other, other, 1.0, 0.6, ("c2",)),
    }
    with pytest.raises(ShareConflictError) as caught:
        partition(grid_of(WEDGE, cells=CELLS), targets, [])
    assert caught.value.claim_ids == ("c1", "c2")


@pytest.mark.parametrize("shape", SHAPES)
def test_of_a_place_nobody_speaks_of_nothing_is_stated(shape):
    division = partition(grid_of(SHAPES[shape], cells=CELLS), {}, [])
    assert won(division) == {NOT_STATED: pytest.approx(1)}
    assert division.background == NOT_STATED


@settings(max_examples=20)
@given(st.lists(st.floats(0.02, 0.24), min_size=1, max_size=4))
def test_what_the_stated_shares_leave_is_not_stated(bests):
    stated = [Target(best / 2, best, min(1.0, best * 1.5), 0.6) for best in bests]
    rest = unstated(stated)
    assert rest.best == pytest.approx(1 - sum(bests))
    assert rest.high >= min(0.7, rest.best)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_side_between_two_others_borders_on_both_in_any_shape_in_one_piece(shape):
    made = [
        ("a", Target(0.3, 0.4, 0.5, 0.6), ("S-half",), 0.95, 0.8, 0.0),
        ("b", Target(0.2, 0.25, 0.3, 0.6), ("N",), 0.8, 0.8, 0.85),
        ("c", Target(0.1, 0.15, 0.2, 0.6), ("N-most",), 0.95, 0.8, 0.0),
    ]
    grid = grid_of(SHAPES[shape], cells=CELLS)
    division = divided(grid, made, wedged=[Wedged("w", "b", ("a", "c"), 0.6)])
    areas = polygons_of(grid, division.holder)
    own, south, tip = (areas[division.labels.index(one)] for one in "bac")
    assert south.centroid.y < own.centroid.y < tip.centroid.y
    assert LocalPlane.of(own).to_metres(own.intersection(tip)).length > grid.cell_m


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", ["plain", "far", "most", "half", "third", "quarter", "corner"])
def test_a_part_takes_its_mean_share_of_any_shape_in_every_direction(shape, size):
    grid = grid_of(SHAPES[shape], cells=CELLS)
    for heading in TURNED:
        term = {"plain": heading, "far": f"far-{heading}"}.get(size, f"{heading}-{size}")
        mean = float(grid.weights @ membership(grid, Part((term,))))
        assert mean == pytest.approx(EXTENTS[size].mean, abs=0.01)
