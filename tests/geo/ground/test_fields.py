import numpy as np
import pytest
import shapely
from shapely.affinity import rotate

from geo.claims import Part
from geo.errors import PartError
from geo.ground.fields import EXTENTS, mean_share, membership
from geo.ground.grid import grid_of
from geo.ground.placing import part_of
from geo.ground.plane import LocalPlane
from tests.geo.ground.shapes import FIVE, SQUARE, WEDGE

SIZED = {
    "N": "plain", "SW": "plain", "far-E": "far", "N-most": "most", "W-half": "half",
    "S-third": "third", "E-quarter": "quarter", "NE-corner": "corner", "centre": "centre",
    "edge": "edge",
}  # fmt: skip


@pytest.mark.parametrize("shape", FIVE)
@pytest.mark.parametrize("term", SIZED)
def test_a_part_takes_its_share_of_any_shape(shape, term):
    share = mean_share(grid_of(FIVE[shape]), Part((term,)))
    assert share == pytest.approx(EXTENTS[SIZED[term]].mean, abs=0.01)


@pytest.mark.parametrize("shape", FIVE)
def test_a_drawn_part_has_the_size_that_was_meant(shape):
    outline = FIVE[shape]
    plane = LocalPlane.of(outline)
    north = plane.to_metres(part_of(outline, Part(("N-third",))))
    assert north.area / plane.to_metres(outline).area == pytest.approx(1 / 3, abs=0.02)


def test_the_north_lies_north_of_the_south():
    for outline in FIVE.values():
        north, south = part_of(outline, Part(("N",))), part_of(outline, Part(("S",)))
        assert north.centroid.y > south.centroid.y


def test_the_northern_half_of_a_square_is_its_northern_half():
    north = part_of(SQUARE, Part(("N-half",)))
    wanted = shapely.box(30.0, 10.01, 30.02, 10.02)
    assert north.symmetric_difference(wanted).area < 0.02 * wanted.area


def test_all_but_the_north_is_what_the_north_leaves():
    grid = grid_of(WEDGE)
    north, rest = membership(grid, Part(("N",))), membership(grid, Part(("N",), except_=True))
    assert np.allclose(north + rest, 1)


def test_east_and_north_hold_the_north_east_between_them():
    grid = grid_of(SQUARE)
    fits = membership(grid, Part(("E", "N")), contrast=True)
    corner = (grid.x > np.quantile(grid.x, 0.9)) & (grid.y > np.quantile(grid.y, 0.9))
    assert fits[corner].min() > 0.9
    west, south = np.quantile(grid.x, 0.4), np.quantile(grid.y, 0.4)
    assert fits[(grid.x < west) & (grid.y < south)].max() < 0.5


def test_turning_the_place_and_the_words_turns_the_part():
    turned = rotate(SQUARE, -90, origin="center")
    north = membership(grid_of(SQUARE), Part(("N",)))
    east = membership(grid_of(turned), Part(("E",)))
    assert np.allclose(np.sort(north), np.sort(east), atol=0.02)


def test_a_finer_grid_draws_the_same_part():
    coarse, fine = (grid_of(WEDGE, cells=cells) for cells in (1_500, 6_000))
    for terms in (("N",), ("S", "W", "E"), ("SW",)):
        shares = [mean_share(grid, Part(terms), contrast=True) for grid in (coarse, fine)]
        assert shares[0] == pytest.approx(shares[1], abs=0.01)


@pytest.mark.parametrize("term", ["northish", "N-", "far-", "edge-N", "N-huge"])
def test_a_part_that_has_no_shape_is_refused_with_the_cure(term):
    with pytest.raises(PartError, match="write it like"):
        membership(grid_of(SQUARE), Part((term,)))
