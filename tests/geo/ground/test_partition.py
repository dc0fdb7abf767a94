import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.claims import Part
from geo.errors import ShareConflictError
from geo.ground import audit
from geo.ground.fields import membership
from geo.ground.grid import grid_of
from geo.ground.partition import NOT_STATED, Evidence, Wedged, partition
from geo.ground.polygons import polygon_of, polygons_of
from geo.ground.shares import Target
from tests.geo.ground.shapes import FIVE, WEDGE

# The inputs of section 6.7, two days of one place.
FIRST_TARGETS = {
    "attacker": Target(0.75, 0.88, 0.97, 0.7),
    "locals": Target(0.02, 0.08, 0.25, 0.2),
    "army": Target(0.03, 0.08, 0.15, 0.7),
    NOT_STATED: Target(0, 0, 0.4, 0.1),
}
SECOND_TARGETS = {
    "attacker": Target(0.04, 0.22, 0.48, 0.6),
    "locals": Target(0.31, 0.46, 0.58, 0.6),
    "army": Target(0, 0, 0.02, 0.7),
    NOT_STATED: Target(0, 0.2, 0.7, 0.1),
}


def first_evidence(grid):
    def fits(*terms):
        return membership(grid, Part(terms), contrast=True)

    return [
        Evidence("most", "attacker", np.ones(len(grid)), 0.95, 0.35),
        Evidence("sides", "attacker", fits("S", "W", "E"), 0.7, 0.8),
        Evidence("north", "locals", fits("N"), 0.8, 0.8, exclusive=0.85),
        Evidence("tip", "army", fits("N-most"), 0.95, 0.7),
    ]


def first_day(outline=WEDGE, *, cells=2_500, order=1):
    grid = grid_of(outline, cells=cells)
    wedged = [Wedged("between", "locals", ("attacker", "army"), 0.6)]
    return partition(grid, FIRST_TARGETS, first_evidence(grid)[::order], wedged=wedged)


def second_evidence(grid):
    southwest = membership(grid, Part(("SW",)), contrast=True)
    rest = membership(grid, Part(("E", "N")), contrast=True)
    return [
        Evidence("southwest", "attacker", southwest, 0.8, 0.6, exclusive=0.85),
        Evidence("rest", "locals", rest, 0.95, 0.6),
    ]


def second_day():
    grid = grid_of(WEDGE)
    return partition(grid, SECOND_TARGETS, second_evidence(grid))


def won(divided):
    weights = divided.grid.weights
    return {label: float(weights[divided.cells_of(label)].sum()) for label in divided.labels}


def centre(divided, label):
    cells = divided.cells_of(label)
    return divided.grid.x[cells].mean(), divided.grid.y[cells].mean()


def test_the_first_day_of_the_demonstration_has_its_shares():
    wanted = {"attacker": 0.872, "locals": 0.050, "army": 0.078}
    assert won(first_day()) == pytest.approx(wanted, abs=0.001)


def test_the_second_day_of_the_demonstration_has_its_shares():
    wanted = {"attacker": 0.227, "locals": 0.463, NOT_STATED: 0.310}
    assert won(second_day()) == pytest.approx(wanted, abs=0.001)


def test_the_army_has_the_tip_and_the_locals_lie_below_it():
    divided = first_day()
    army, locals_, attacker = (centre(divided, one)[1] for one in ("army", "locals", "attacker"))
    assert army > locals_ > attacker
    tip = divided.grid.y > np.quantile(divided.grid.y, 0.96)
    assert divided.cells_of("army")[tip].all()


def test_the_wedged_side_borders_on_both_others():
    divided = first_day()
    areas = polygons_of(divided.grid, divided.holder)
    middle = areas[divided.labels.index("locals")]
    for side in ("army", "attacker"):
        border = middle.intersection(areas[divided.labels.index(side)])
        assert border.length > 1e-4


def test_nobody_is_given_the_ground_between_the_sides_on_the_second_day():
    divided = second_day()
    assert divided.background == NOT_STATED
    east, _ = centre(divided, "locals")
    west, _ = centre(divided, "attacker")
    assert west < centre(divided, NOT_STATED)[0] < east


@pytest.mark.parametrize("day", [first_day, second_day])
def test_zones_fill_the_region_without_gaps_and_keep_their_shares(day):
    divided = day()
    grid = divided.grid
    areas = polygons_of(grid, divided.holder)
    assert shapely.coverage_is_valid(list(areas.values()))
    whole = shapely.union_all(list(areas.values()))
    assert whole.symmetric_difference(WEDGE).area < 1e-6 * WEDGE.area
    for row, area in areas.items():
        share = grid.plane.to_metres(area).area / grid.region.area
        assert share == pytest.approx(divided.shares[divided.labels[row]], abs=0.006)


@pytest.mark.parametrize("day", [first_day, second_day])
def test_the_core_lies_in_the_zone_and_the_zone_in_its_widest_reading(day):
    divided = day()
    weights = divided.grid.weights
    for label, core in divided.yolk.items():
        zone, widest = divided.cells_of(label), divided.egg[label]
        assert (weights[core & ~zone].sum(), weights[zone & ~widest].sum()) < (0.001, 0.001)
        assert weights[core].sum() == pytest.approx(divided.targets[label].low, abs=0.001)
        assert weights[widest].sum() == pytest.approx(divided.targets[label].high, abs=0.001)


def test_the_soft_picture_has_the_same_shares_as_the_crisp_one():
    divided = first_day()
    expected = divided.odds @ divided.grid.weights
    shares = [divided.shares[label] for label in divided.labels]
    assert expected == pytest.approx(shares, abs=1e-4)


def test_the_order_in_which_claims_are_told_changes_nothing():
    assert (first_day(order=1).holder == first_day(order=-1).holder).all()


def test_a_finer_grid_draws_the_same_zones():
    shapes = []
    for cells in (2_500, 6_000):
        divided = first_day(cells=cells)
        shapes.append(polygon_of(divided.grid, divided.cells_of("attacker")))
    assert shapes[0].intersection(shapes[1]).area / shapes[0].union(shapes[1]).area > 0.97


def test_every_claim_of_the_first_day_is_honoured():
    divided = first_day()
    areas = polygons_of(divided.grid, divided.holder)
    _, sides, north, tip = first_evidence(divided.grid)
    audits = [
        audit.stated(divided, "most", "attacker", (0.75, 0.97)),
        audit.held(divided, "sides", "attacker", sides.fits),
        audit.confined(divided, "north", "locals", north.fits),
        audit.held(divided, "tip", "army", tip.fits),
        audit.between(divided, "between", ("locals", "attacker", "army"), areas),
    ]
    assert all(one.ok for one in audits), [str(one) for one in audits if not one.ok]


def test_every_claim_of_the_second_day_is_honoured():
    divided = second_day()
    southwest, rest = second_evidence(divided.grid)
    audits = [
        audit.confined(divided, "southwest", "attacker", southwest.fits),
        audit.held(divided, "rest", "locals", rest.fits),
        audit.absent(divided, "outside", "army"),
    ]
    assert all(one.ok for one in audits), [str(one) for one in audits if not one.ok]


def test_the_borders_of_the_wedged_side_are_told_in_metres():
    divided = first_day()
    areas = polygons_of(divided.grid, divided.holder)
    names = ("locals", "attacker", "army")
    to_attacker, to_army = audit.between(divided, "c", names, areas).measures
    # The demonstration's camp is about a kilometre wide where the locals are.
    assert 100 < to_army < 1_500
    assert 100 < to_attacker < 3_000


def test_who_borders_on_one_side_only_is_not_between_both():
    grid = grid_of(WEDGE)
    targets = {"a": Target(0.2, 0.3, 0.4, 0.6), "b": Target(0.2, 0.3, 0.4, 0.6)}
    told = [
        Evidence("c1", "a", membership(grid, Part(("N",))), 0.95, 0.8),
        Evidence("c2", "b", membership(grid, Part(("S",))), 0.95, 0.8),
    ]
    divided = partition(grid, targets, told)
    areas = polygons_of(grid, divided.holder)
    checked = audit.between(divided, "c3", ("a", "b", "nobody here"), areas)
    assert not checked.ok
    assert checked.measures[1] == 0


def test_words_that_the_ground_does_not_honour_are_told_so():
    divided = second_day()
    grid = divided.grid
    northeast = membership(grid, Part(("NE",)))
    assert not audit.held(divided, "c", "attacker", northeast).ok
    assert not audit.confined(divided, "c", "attacker", northeast).ok
    assert not audit.absent(divided, "c", "locals").ok
    assert not audit.stated(divided, "c", "attacker", (0.75, 0.97)).ok


def test_an_actor_with_a_share_and_no_place_is_not_scattered_over_the_map():
    grid = grid_of(WEDGE)
    targets = {"placed": Target(0.2, 0.3, 0.4, 0.6), "loose": Target(0.2, 0.3, 0.5, 0.6)}
    evidence = [
        Evidence("c1", "placed", membership(grid, Part(("N",))), 0.95, 0.8),
        Evidence("c2", "loose", np.ones(len(grid)), 0.95, 0.8),
    ]
    divided = partition(grid, targets, evidence)
    assert divided.background in {"loose", NOT_STATED}
    assert len(divided.unplaced) == 1
    assert len(divided.labels) == 2


def test_without_claims_everything_is_not_stated():
    divided = partition(grid_of(WEDGE), {}, [])
    assert won(divided) == {NOT_STATED: pytest.approx(1)}


def test_shares_that_cannot_all_be_true_are_refused():
    grid = grid_of(WEDGE)
    targets = {"a": Target(0.9, 0.95, 1, 1, ("c1",)), "b": Target(0.3, 0.4, 0.5, 1, ("c2",))}
    with pytest.raises(ShareConflictError, match="c1"):
        partition(grid, targets, [])


@settings(max_examples=12)
@given(
    st.sampled_from(sorted(FIVE)),
    st.sampled_from(["N", "E-half", "SW", "far-S", "centre", "W-edge"]),
    st.floats(0.05, 0.6),
)
def test_any_place_and_part_is_covered_exactly(shape, term, share):
    grid = grid_of(FIVE[shape], cells=900)
    evidence = [Evidence("c", "a", membership(grid, Part((term,))), 0.95, 0.8)]
    divided = partition(grid, {"a": Target(share / 2, share, share, 0.8)}, evidence)
    areas = polygons_of(grid, divided.holder)
    assert shapely.coverage_is_valid(list(areas.values()))
    covered = shapely.union_all(list(areas.values()))
    assert covered.symmetric_difference(FIVE[shape]).area < 1e-6 * FIVE[shape].area
    assert won(divided).get("a", 0) == pytest.approx(
        divided.shares["a"], abs=2.5 * grid.weights.max()
    )


def test_a_shape_moved_elsewhere_on_earth_is_divided_alike():
    moved = shapely.transform(WEDGE, lambda xy: xy - (150.0, 0.0))
    assert won(first_day(moved)) == pytest.approx(won(first_day()), abs=0.001)
