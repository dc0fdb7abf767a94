"""Whether a division honours the claims it was made from, claim by claim (section 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.ground.partition import Partition

    Floats = NDArray[np.float64]

# An actor said to hold a part has three tenths of it, one said to be confined to it has six
# tenths of his ground there, one said to be outside has less than a fiftieth of the place;
# otherwise the words and the picture do not fit.
_HELD, _CONFINED, _OUTSIDE = 0.3, 0.6, 0.02
# A share is drawn to two and a half cells of 2,500 and told to a percent.
_SHARE_TOLERANCE = 0.01


class Check(StrEnum):
    """What of a claim is compared with the ground its actor got."""

    HELD = "held"  # how much of the part it speaks of
    CONFINED = "confined"  # how much of the actor's ground lies in the part
    ABSENT = "absent"  # how much of the place, where none should be
    BETWEEN = "between"  # metres of border with each of the two others
    SHARE = "share"  # how much of the place, against the share that is said


@dataclass(frozen=True, slots=True)
class Audited:
    """
    How one claim is honoured: what was compared, what came out, and whether that will do.

    ``measures`` is one share of area, 0 to 1, or the metres of two borders.
    """

    claim_id: str
    check: Check
    measures: tuple[float, ...]
    ok: bool

    def __str__(self) -> str:
        """Say it in words a reader understands."""
        words = _WORDS[self.check]
        if self.check is Check.BETWEEN:
            return words.format(*(f"{metres:,.0f} m" for metres in self.measures))
        return words.format(f"{self.measures[0]:.0%}")


_WORDS = {
    Check.HELD: "drawn with {} of the ground it names",
    Check.CONFINED: "{} of what is drawn lies in the ground it names",
    Check.ABSENT: "drawn with {} of the place",
    Check.BETWEEN: "borders of {} and {} with the two others",
    Check.SHARE: "drawn with {} of the place",
}


def held(divided: Partition, claim_id: str, actor: str, fits: Floats) -> Audited:
    """Say how much of a part an actor got; whoever got less ground than it cannot fill it."""
    weights = divided.grid.weights
    own = weights * divided.cells_of(actor)
    part = float(weights @ fits)
    honoured = float(own @ fits) / part if part else 0.0
    reachable = min(1.0, float(own.sum()) / part) if part else 0.0
    return Audited(claim_id, Check.HELD, (honoured,), ok=honoured >= _HELD * reachable)


def confined(divided: Partition, claim_id: str, actor: str, fits: Floats) -> Audited:
    """Say how much of an actor's ground lies in the part it is confined to."""
    own = divided.grid.weights * divided.cells_of(actor)
    ground = float(own.sum())
    # Cells at the edge of a part fit it half: a holding on a border counts as inside.
    inside = float(own @ fits) / ground if ground else 0.0
    return Audited(claim_id, Check.CONFINED, (inside,), ok=inside >= _CONFINED)


def absent(divided: Partition, claim_id: str, actor: str) -> Audited:
    """Say how much of the place somebody has who is said to be outside."""
    share = float(divided.grid.weights[divided.cells_of(actor)].sum())
    return Audited(claim_id, Check.ABSENT, (share,), ok=share < _OUTSIDE)


def stated(divided: Partition, claim_id: str, actor: str, bounds: tuple[float, float]) -> Audited:
    """Compare the share an actor got with the least and the most that is said."""
    # Not its cells: ground left over may be drawn under one name for several shares.
    share, (low, high) = divided.shares.get(actor, 0.0), bounds
    fits = low - _SHARE_TOLERANCE <= share <= high + _SHARE_TOLERANCE
    return Audited(claim_id, Check.SHARE, (share,), ok=fits)


def between(
    divided: Partition,
    claim_id: str,
    names: tuple[str, str, str],
    areas: Mapping[int, BaseGeometry],
) -> Audited:
    """
    Measure the borders of an actor with the two it is said to lie between.

    Parameters
    ----------
    divided
        The division.
    claim_id
        The claim's.
    names
        The actor, and the two others.
    areas
        The smooth area of each label's row, in degrees, as `polygons_of` gives it.
    """
    rows = [divided.labels.index(one) if one in divided.labels else -1 for one in names]
    own, *others = (areas.get(row) for row in rows)
    metres = tuple(_border_m(divided, own, other) for other in others)
    return Audited(claim_id, Check.BETWEEN, metres, ok=all(one > 0 for one in metres))


def _border_m(divided: Partition, one: BaseGeometry | None, other: BaseGeometry | None) -> float:
    if one is None or other is None:
        return 0.0
    # Neighbours of one coverage have the same corners, so that what they share is a line.
    return float(divided.grid.plane.to_metres(one.intersection(other)).length)
