"""
Several claims over one region to one division of its ground (spatial language, section 6).

Each claim becomes evidence for its actor in every cell; the shares say how much ground
each actor gets; prices give it to them where the evidence is best.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.ground.assignment import LOCATED, assign, top_share
from geo.ground.shares import Target, reconcile, unstated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from geo.ground.grid import Grid

    Floats = NDArray[np.float64]

# A part half as large or less is meant more exactly.
EXACT = 0.5
# "The north" fits .93 to .97 of "the northernmost part" for shapes tried, "the west" at most .73.
WITHIN = 0.85
# From this probability on a claim says that its actor holds ground, not only stands there.
HOLDING = 0.8
NOT_STATED = ""  # the label of ground nobody speaks of


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    What one claim says for its actor, cell by cell.

    ``fits`` is the membership of the part it speaks of, 0 to 1; ``inside`` the probability
    that the actor holds a cell well inside it; ``exclusive`` how surely the actor is
    nowhere else (0: nothing is said). ``weight`` is the claim's.
    """

    claim_id: str
    actor: str
    fits: Floats
    inside: float
    weight: float
    exclusive: float = 0.0


@dataclass(frozen=True, slots=True)
class Wedged:
    """That an actor's ground lies between two others' (section 6.5)."""

    claim_id: str
    actor: str
    sides: tuple[str, str]
    weight: float


@dataclass(frozen=True, slots=True)
class Partition:
    """
    A region divided. ``labels`` name the rows; ``holder`` is a row for each cell.

    ``background`` is the label that took what is left because nothing places it, or
    None. ``unplaced`` are shares that were said, cannot be placed, and lie in the
    background. ``prices`` are what each label's evidence was raised by to get its share.
    ``yolk`` and ``egg`` are the certain core and the widest reading.
    """

    grid: Grid
    labels: tuple[str, ...]
    holder: NDArray[np.int64]
    odds: Floats
    shares: dict[str, float]
    targets: dict[str, Target]
    background: str | None
    unplaced: dict[str, float]
    prices: dict[str, float]
    yolk: dict[str, NDArray[np.bool_]]
    egg: dict[str, NDArray[np.bool_]]

    def cells_of(self, label: str) -> NDArray[np.bool_]:
        """Return which cells a label holds."""
        if label not in self.labels:
            return np.zeros(len(self.grid), dtype=bool)
        cells: NDArray[np.bool_] = self.holder == self.labels.index(label)
        return cells

    def confidence(self, label: str) -> float:
        """Return how probable the label is on its own ground, on average, 0 to 1."""
        cells = self.cells_of(label)
        weights = self.grid.weights[cells]
        if not weights.sum():
            return 0.0
        return float(np.average(self.odds[self.labels.index(label), cells], weights=weights))


def partition(
    grid: Grid,
    targets: Mapping[str, Target],
    evidence: Sequence[Evidence],
    *,
    wedged: Sequence[Wedged] = (),
) -> Partition:
    """
    Divide a region between actors and ground nobody speaks of.

    Parameters
    ----------
    grid
        The region.
    targets
        The share each actor should get; ground not stated is added unless it is given
        under `NOT_STATED`.
    evidence
        What the claims say, already merged by origin.
    wedged
        Actors said to lie between two others.

    Raises
    ------
    ShareConflictError
        If the shares cannot all be true.
    """
    targets = dict(sorted(targets.items()))
    targets.setdefault(NOT_STATED, unstated(list(targets.values())))
    shares = reconcile(targets)
    evidence = sorted(evidence, key=lambda one: (one.actor, one.claim_id))
    evidence = [_yielding(one, evidence, grid.weights) for one in evidence]
    found = {label: _pooled(label, evidence, len(grid), len(targets)) for label in shares}
    found = _adjoining(grid, targets, shares, found, wedged)
    return _divided(grid, targets, shares, found)


def _yielding(one: Evidence, evidence: Sequence[Evidence], weights: Floats) -> Evidence:
    """
    Let words for a large part give way to exact words for a small one.

    Whoever says that one side is in the west and another holds the northernmost part
    does not mean that the tip's western corner is the first one's.
    """
    if np.ptp(one.fits) < 0.5:
        return one
    fits = one.fits
    for other in evidence:
        if other.actor == one.actor or other.inside < HOLDING:
            continue
        exact = weights @ other.fits <= EXACT * (weights @ one.fits)
        # "The north" has the northernmost part well inside: there the prices decide.
        beside = weights @ (one.fits * other.fits) < WITHIN * (weights @ other.fits)
        if exact and beside:
            fits = fits * (1 - other.fits)
    return replace(one, fits=fits)


def _pooled(label: str, evidence: Sequence[Evidence], cells: int, labels: int) -> Floats:
    """Log-linear pool of the claims for one label, against a cell taken at random."""
    chance = 1 / labels
    total = np.zeros(cells)
    for one in evidence:
        if one.actor == label:
            outside = max(0.02, chance * (1 - one.exclusive)) if one.exclusive else chance
            held = one.fits * one.inside + (1 - one.fits) * outside
            total += one.weight * np.log(held / chance)
    return total


def _divided(
    grid: Grid,
    targets: dict[str, Target],
    shares: dict[str, float],
    found: dict[str, Floats],
) -> Partition:
    # Less than a cell cannot be drawn.
    seen = [label for label in shares if shares[label] > grid.weights.max()]
    placed = [label for label in seen if np.ptp(found[label]) >= LOCATED]
    loose = sorted((label for label in seen if label not in placed), key=lambda one: -shares[one])
    labels = tuple(sorted((*placed, *loose[:1])))
    area = np.array([shares[label] for label in labels])
    if loose:
        area[labels.index(loose[0])] += sum(shares[label] for label in loose[1:])
    area /= area.sum()
    rows = np.array([found[label] for label in labels])
    result = assign(rows, area, grid.weights, ties=_compact(grid, rows))
    core, widest = {}, {}
    for label in placed:
        row, target = labels.index(label), targets[label]
        margin, own = result.margin[row], result.holder == row
        core[label] = top_share(margin, target.low, grid.weights, own=own)
        widest[label] = top_share(margin, target.high, grid.weights, own=own)
    return Partition(
        grid,
        labels,
        result.holder,
        result.odds,
        shares,
        targets,
        background=loose[0] if loose else None,
        unplaced={label: shares[label] for label in loose[1:]},
        prices=dict(zip(labels, result.prices.tolist(), strict=True)),
        yolk=core,
        egg=widest,
    )


def _compact(grid: Grid, rows: Floats) -> Floats:
    """Settle equal cells: nearer to the middle of a label's best ground comes first."""
    ties = np.empty_like(rows)
    for row, values in enumerate(rows):
        span = float(np.ptp(values))
        good = grid.weights * np.exp(4 * (values - values.max()) / (span or 1.0))
        middle_x, middle_y = np.average(grid.x, weights=good), np.average(grid.y, weights=good)
        away = np.hypot(grid.x - middle_x, grid.y - middle_y)
        # A hundred-thousandth: below any difference that a claim can make. Of two labels with
        # the same evidence the second leans less, or one would take the ground of both.
        twins = sum(np.array_equal(values, earlier) for earlier in rows[:row])
        ties[row] = -1e-5 * away / (away.max() or 1.0) * (span >= LOCATED) / (1 + twins)
    return ties


def _adjoining(
    grid: Grid,
    targets: dict[str, Target],
    shares: dict[str, float],
    found: dict[str, Floats],
    wedged: Sequence[Wedged],
) -> dict[str, Floats]:
    """Draw an actor between two others, in two passes over their zones as they are."""
    for _ in range(2):
        for one in wedged:
            names = (one.actor, *one.sides)
            if all(name in shares for name in names) and one.actor != NOT_STATED:
                drawn = _divided(grid, targets, shares, found)
                pull = _between(drawn, one, 1 / len(targets))
                # Each pass replaces the last one's pull by a better placed one, by half.
                found = found | {one.actor: found[one.actor] + pull / 2}
    return found


def _between(drawn: Partition, one: Wedged, chance: float) -> Floats:
    distances = [_distance_to(drawn, side) for side in one.sides]
    if any(distance is None for distance in distances):
        return np.zeros(len(drawn.grid))
    first, second = (np.asarray(distance) for distance in distances)
    ratio = first / np.maximum(first + second, 1e-9)
    fits = 1 - np.abs(ratio - 0.5) / 0.5
    # .8 inside and half of chance outside: section 6.5.
    pull: Floats = one.weight * np.log((fits * 0.8 + (1 - fits) * 0.5 * chance) / chance)
    return pull


def _distance_to(drawn: Partition, label: str) -> Floats | None:
    """Metres from each cell to an actor's nearest; None if it has none."""
    cells = drawn.cells_of(label)
    if not cells.any():
        return None
    points = drawn.grid.points
    rim = points[_rim(drawn.grid, cells)]
    distance = np.zeros(len(points))
    # Inside it is 0; from outside the nearest cell is one on the rim, and those are few.
    nearest = shapely.STRtree(rim).nearest(points[~cells])
    distance[~cells] = shapely.distance(points[~cells], rim[nearest])
    return distance


def _rim(grid: Grid, cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which of some cells have a neighbour on one of four sides that is not one."""
    columns, rows = grid.columns - grid.columns.min() + 1, grid.rows - grid.rows.min() + 1
    taken = np.zeros((rows.max() + 2, columns.max() + 2), dtype=bool)
    taken[rows, columns] = cells
    inner = taken[1:-1, :-2] & taken[1:-1, 2:] & taken[:-2, 1:-1] & taken[2:, 1:-1]
    rim: NDArray[np.bool_] = cells & ~inner[rows - 1, columns - 1]
    return rim
