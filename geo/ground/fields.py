"""
How well each cell fits the words for a part of a place.

"The north" is the share of the place furthest north, and how large a share is itself
uncertain: a Beta distribution. A cell's membership is the probability that it lies within.
Shares are counted in ranks of area, so the words mean the same for a round camp, a long
valley and two islands (spatial language, sections 5.1 and 5.2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from geo.errors import PartError
from geo.ground.vernacular import vernacular

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.claims import Part
    from geo.ground.grid import Grid

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a place a phrase takes: mean share, firmness of the Beta, how cone-like."""

    mean: float
    firmness: float
    cone: float


# Mean shares, firmness and cones of section 5.2. They are our defaults, not measured ones:
# "the north" is about a third and may be a fifth or a half; a tip is a tenth at most.
EXTENTS: dict[str, Extent] = {
    "plain": Extent(0.35, 10, 0.35),
    "far": Extent(0.15, 20, 0.0),
    "most": Extent(0.09, 22, 0.0),
    "half": Extent(0.50, 120, 0.0),
    "third": Extent(1 / 3, 120, 0.0),
    "quarter": Extent(0.25, 120, 0.0),
    "corner": Extent(0.12, 15, 0.35),
    "centre": Extent(0.25, 10, 0.0),
    "edge": Extent(0.22, 12, 0.0),
}
# A speaker who shares out three or more directions divides the compass: 45-degree cones.
CONTRAST_CONE = 1.0

# How firm the share of a part is whose provinces are known: nearly that of a half or a third.
_KNOWN = 60.0

_HEADINGS = {
    "N": 0, "NNE": 22.5, "NE": 45, "ENE": 67.5, "E": 90, "ESE": 112.5, "SE": 135, "SSE": 157.5,
    "S": 180, "SSW": 202.5, "SW": 225, "WSW": 247.5, "W": 270, "WNW": 292.5, "NW": 315,
    "NNW": 337.5,
}  # fmt: skip


def membership(grid: Grid, part: Part, *, contrast: bool = False) -> Floats:
    """
    Return how well each cell fits a part, 0 to 1.

    Parameters
    ----------
    grid
        The region.
    part
        The part; its terms are joined by "or".
    contrast
        Whether the speaker divides the compass between actors; see `contrasted`.

    Raises
    ------
    PartError
        If a term is not known.
    """
    fits = _union(grid, part.terms, contrast)
    return 1.0 - fits if part.except_ else fits


def mean_share(grid: Grid, part: Part, *, contrast: bool = False) -> float:
    """Return the share of the region that a part takes on average over its readings."""
    return float(grid.weights @ membership(grid, part, contrast=contrast))


def is_placed(part: Part | None) -> bool:
    """Say whether a part narrows down where in the place."""
    return part is not None and (part.except_ or not {"inside", "outside"} & set(part.terms))


@lru_cache(maxsize=512)
def _union(grid: Grid, terms: tuple[str, ...], contrast: bool) -> Floats:  # noqa: FBT001 - cached
    fits: Floats = np.zeros(len(grid))
    for term in terms:
        fits = np.maximum(fits, _term(grid, term, contrast))
    usual = not contrast and any(vernacular(grid, term) is not None for term in terms)
    if usual or not (corners := _corners_between(terms)):
        return fits
    # "The east and north" has the north-east in it: cones alone would leave a gap there.
    cone = CONTRAST_CONE if contrast else EXTENTS["plain"].cone
    headings = [float(_HEADINGS[term]) for term in terms if term in _HEADINGS] + corners
    leanings = [_lean(grid, heading, cone) for heading in headings]
    ranks = np.array([np.mean(_ranks(one, grid.weights), axis=0) for one in leanings])
    # A soft maximum: the eighth power rounds the notches where two cones meet.
    furthest = np.sum(ranks**8, axis=0)
    share = float(grid.weights @ fits)
    return _graded(grid, furthest, Extent(share, EXTENTS["plain"].firmness, 0.0))


def _corners_between(terms: tuple[str, ...]) -> list[float]:
    """Bearings half way between directions a quarter turn apart; none if a term is no direction."""
    if not set(terms) <= set(_HEADINGS):
        return []
    headings = sorted(float(_HEADINGS[term]) for term in terms)
    return [(one + 45) % 360 for one in headings if (one + 90) % 360 in headings]


@lru_cache(maxsize=1024)
def _term(grid: Grid, term: str, contrast: bool) -> Floats:  # noqa: FBT001 - key of a cache
    if term in {"inside", "outside"}:
        return np.full(len(grid), 1.0 if term == "inside" else 0.0)
    if not contrast and (named := vernacular(grid, term)) is not None:
        return _usual(grid, term, named)
    if term in {"centre", "edge"}:
        depth = grid.depth_m if term == "centre" else -grid.depth_m
        return _graded(grid, depth, EXTENTS[term])
    heading, size = _split(term)
    if size == "edge":
        return _edge_towards(grid, heading, contrast)
    extent = EXTENTS[size]
    cone = CONTRAST_CONE if contrast and size == "plain" else extent.cone
    return _graded(grid, _lean(grid, heading, cone), extent)


def _usual(grid: Grid, term: str, named: Floats) -> Floats:
    """
    Grade the provinces that usage means by a part, and after them what else lies that way.

    The word means as much of the country as they are; its surest ground is still that
    furthest in its direction.
    """
    plain = EXTENTS["plain"]
    leaning = grid.depth_m if term == "centre" else _lean(grid, _split(term)[0], plain.cone)
    ranks = np.mean(_ranks(leaning, grid.weights), axis=0)
    return _graded(grid, named + ranks / 2, Extent(float(grid.weights @ named), _KNOWN, 0.0))


def _split(term: str) -> tuple[float, str]:
    """Read ``N``, ``far-N`` or ``N-most`` as a bearing in degrees and a size."""
    head, _, tail = term.partition("-")
    heading, size = (tail, "far") if head == "far" else (head, tail)
    if term in _HEADINGS:
        size = "plain"
    if heading not in _HEADINGS or size not in EXTENTS:
        raise PartError(f"{term!r} is no part of a place; write it like N, far-N or N-most.")
    return float(_HEADINGS[heading]), size


def _edge_towards(grid: Grid, heading: float, contrast: bool) -> Floats:  # noqa: FBT001 - passed on
    cone = CONTRAST_CONE if contrast else EXTENTS["plain"].cone
    both = _graded(grid, _lean(grid, heading, cone), EXTENTS["plain"])
    both = both * _graded(grid, -grid.depth_m, EXTENTS["edge"])
    # Ranked anew, so that the furthest rim is certain and its mean share stays.
    share = float(grid.weights @ both)
    return _graded(grid, both, Extent(share, EXTENTS["edge"].firmness, 0.0))


def _lean(grid: Grid, heading: float, cone: float) -> Floats:
    """How far each cell lies towards a bearing, in rank coordinates."""
    east, north = _rank_coordinates(grid)
    angle = math.radians(heading)
    along = east * math.sin(angle) + north * math.cos(angle)
    across = east * math.cos(angle) - north * math.sin(angle)
    if cone:
        across = across - _axis(along, across, grid.weights)
    # .3 rounds the cone's tip, so that the middle of the place belongs to no direction.
    leaning: Floats = along - cone * np.sqrt(across**2 + 0.3**2)
    return leaning


def _axis(along: Floats, across: Floats, weights: Floats) -> Floats:
    """
    Line through the middle of the place along a direction, as a straight fit.

    The north of a place that leans lies on its leaning end, not above its centre.
    """
    middle = weights @ along
    slope = (weights @ ((along - middle) * across)) / (weights @ (along - middle) ** 2)
    fitted: Floats = slope * (along - middle) + weights @ across
    return fitted


@lru_cache(maxsize=256)
def _rank_coordinates(grid: Grid) -> tuple[Floats, Floats]:
    """Each cell's place between west and east and south and north, -1 to 1, by area."""
    east, north = (2 * np.mean(_ranks(t, grid.weights), axis=0) - 1 for t in (grid.x, grid.y))
    return east, north


def _ranks(values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """
    Share of area below each cell and up to it; cells with one value share one rank.

    Without ties a grid's rows would be ranked cell by cell, and the fields would differ
    between the north and the east of a square.
    """
    span = float(np.ptp(values)) or 1.0
    # A billionth of the span: rows differ by rounding only.
    steps, member = np.unique(np.round(values / span, 9), return_inverse=True)
    areas = np.bincount(member, weights, minlength=len(steps)).astype(float)
    upper: Floats = np.cumsum(areas)
    return (upper - areas)[member], upper[member]


def _graded(grid: Grid, values: Floats, extent: Extent) -> Floats:
    """
    Probability that the share of the region with the highest values includes each cell.

    Averaged over the ranks that tied cells span, so the mean over the region is the
    extent's mean share for any shape and any grid.
    """
    lower, upper = _ranks(values, grid.weights)
    shares, reached = _reached(extent.mean, extent.firmness)
    below, above = np.interp(1 - upper, shares, reached), np.interp(1 - lower, shares, reached)
    fits: Floats = np.clip((above - below) / (upper - lower), 0.0, 1.0)
    return fits


@lru_cache(maxsize=64)
def _reached(mean: float, firmness: float) -> tuple[Floats, Floats]:
    """
    Tabulate the integral of the Beta's survival function from 0.

    Both shape parameters exceed 1 for every extent, so the density is bounded; 4,096
    steps give six right digits.
    """
    shares = np.linspace(0.0, 1.0, 4097)
    first, second = max(mean * firmness, 1.0), max((1 - mean) * firmness, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = (first - 1) * np.log(shares) + (second - 1) * np.log1p(-shares)
    density = np.exp(np.nan_to_num(logs - np.nanmax(logs), nan=0.0, neginf=-np.inf))
    grown = _integral(density)
    return shares, _integral(1 - grown / grown[-1]) / (len(shares) - 1)


def _integral(values: Floats) -> Floats:
    """Trapezoids from the start, in units of one step."""
    grown: Floats = np.concatenate(([0.0], np.cumsum((values[1:] + values[:-1]) / 2)))
    return grown
