"""
What shares of a place its claimants can all have (spatial language, sections 4.3, 4.4, 6.2).

Shares are never rescaled in silence: ranges that cannot all be true raise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from geo.errors import ShareConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from geo.claims import Share
    from geo.ground.grid import Grid

# Sums of shares this close to 1 are 1: a hundredth of a cell.
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Target:
    """
    What share of a region a holder should get: at least, best, at most, 0 to 1.

    ``weight`` says how firmly the best is meant. ``claim_ids`` are those it rests on.
    """

    low: float
    best: float
    high: float
    weight: float
    claim_ids: tuple[str, ...] = ()

    @property
    def spread(self) -> float:
        """Half the range; a thousandth for a share without one."""
        return max((self.high - self.low) / 2, 1e-3)


def part_target(grid: Grid, fits: NDArray[np.float64], weight: float) -> Target:
    """Return the share for "holds the north" without a number: sure, mean and possible area."""
    sure, possible = fits >= 0.95, fits > 0.05
    low, best, high = (float(grid.weights @ one) for one in (sure, fits, possible))
    return Target(min(low, best), best, max(high, best), weight)


def of_part(share: Share, part_share: float, weight: float) -> Target:
    """Return the share of the region that a share of one of its parts makes."""
    return Target(share.low * part_share, share.best * part_share, share.high * part_share, weight)


def after_loss(before: Target, lost: Target) -> Target:
    """Return what is left of an earlier holding after a share of it was lost."""
    return replace(
        lost,
        low=before.low * (1 - lost.high),
        best=before.best * (1 - lost.best),
        high=before.high * (1 - lost.low),
    )


def unstated(stated: Sequence[Target]) -> Target:
    """
    Return the target of ground nobody speaks of: what the bests leave, loosely.

    At most .7, because a report about a place speaks of some of it; more only where the
    stated shares cannot fill the rest.
    """
    rest = max(0.0, 1 - sum(target.best for target in stated))
    return Target(0.0, rest, max(0.7, 1 - sum(target.low for target in stated)), 0.1)


def combined(targets: Sequence[Target]) -> tuple[Target, bool]:
    """
    Combine what independent origins say of one holder at one time.

    Returns
    -------
    target
        The ranges' intersection, the best their weighted mean clipped to it; without an
        intersection, the range that spans all of them.
    agree
        False if there is no intersection.
    """
    low, high = max(t.low for t in targets), min(t.high for t in targets)
    agree = low <= high + _TOLERANCE
    if not agree:
        low, high = min(t.low for t in targets), max(t.high for t in targets)
    weights = [max(target.weight, 1e-3) for target in targets]
    mean = float(np.average([target.best for target in targets], weights=weights))
    ids = tuple(dict.fromkeys(one for target in targets for one in target.claim_ids))
    best = min(max(mean, low), max(low, high))
    return Target(low, best, max(low, high), max(weights), ids), agree


def reconcile(targets: Mapping[str, Target]) -> dict[str, float]:
    """
    Choose the shares that sum to 1 and lie closest to what was said.

    Least squares in units of each target's spread, within its range; the one multiplier
    is found by bisection.

    Returns
    -------
    shares
        One a holder; they sum to 1.

    Raises
    ------
    ShareConflictError
        If the least shares sum to more than 1 or the greatest to less; it names the claims.
    """
    _refuse_impossible(targets)
    names = list(targets)
    low, best, high, weight, spread = (
        np.array([getattr(targets[name], field) for name in names])
        for field in ("low", "best", "high", "weight", "spread")
    )
    give = spread**2 / np.maximum(weight, 1e-3)
    least, most = -1.0 / give.min(), 1.0 / give.min()
    for _ in range(200):
        pressure = (least + most) / 2
        if np.clip(best + pressure * give, low, high).sum() < 1:
            least = pressure
        else:
            most = pressure
    shares = np.clip(best + most * give, low, high)
    return dict(zip(names, (shares / shares.sum()).tolist(), strict=True))


def _refuse_impossible(targets: Mapping[str, Target]) -> None:
    least = sum(target.low for target in targets.values())
    most = sum(target.high for target in targets.values())
    if least <= 1 + _TOLERANCE and most >= 1 - _TOLERANCE:
        return
    ids = tuple(dict.fromkeys(one for target in targets.values() for one in target.claim_ids))
    told = ", ".join(f"{name} {t.low:.0%} to {t.high:.0%}" for name, t in targets.items())
    problem = f"at least {least:.0%}" if least > 1 else f"at most {most:.0%}"
    raise ShareConflictError(
        f"The shares said of one place come to {problem} ({told}; claims {', '.join(ids)}); "
        "read the claims as separate views.",
        claim_ids=ids,
    )


def loosened(targets: Mapping[str, Target]) -> dict[str, Target]:
    """Return the targets with their lower bounds dropped, for a picture marked as disputed."""
    return {name: replace(target, low=0.0) for name, target in targets.items()}
