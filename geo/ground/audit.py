"""Whether a division honours the claims it was made from, claim by claim (section 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.ground.partition import Evidence, Partition

# An actor said to hold a part has three tenths of it, one said to be confined to it has
# six tenths of his ground there; below, the words and the picture do not fit.
_HELD, _CONFINED = 0.3, 0.6


@dataclass(frozen=True, slots=True)
class Audited:
    """How far one claim is honoured, 0 to 1, and whether that will do."""

    claim_id: str
    honoured: float
    ok: bool


def audit(divided: Partition, evidence: Iterable[Evidence]) -> tuple[Audited, ...]:
    """
    Compare each claim with the ground its actor got.

    Claims about no part of the region say nothing that could be missed here: their
    shares are checked by `geo.ground.shares.reconcile`.
    """
    return tuple(
        _audited(divided, one) for one in evidence if one.fits.any() and np.ptp(one.fits) > 0
    )


def _audited(divided: Partition, one: Evidence) -> Audited:
    weights = divided.grid.weights
    own = weights * divided.cells_of(one.actor)
    if one.exclusive:
        held = float(own.sum())
        inside = float(own @ one.fits) / held if held else 0.0
        # Cells at the edge of a part fit it half: a holding on a border counts as inside.
        return Audited(one.claim_id, inside, ok=inside >= _CONFINED)
    honoured = float(own @ one.fits) / float(weights @ one.fits)
    # Whoever was given less ground than the part cannot fill it.
    reachable = min(1.0, float(own.sum()) / float(weights @ one.fits))
    return Audited(one.claim_id, honoured, ok=honoured >= _HELD * reachable)
