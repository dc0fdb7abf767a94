"""How far: one event that two origins put at two distances from one place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from geo.disagreement.record import ContradictionKind, Side, contradiction, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.agreement import Happening
    from geo.claims import IncidentClaim
    from geo.disagreement.record import Contradiction

_KM = 1_000


@dataclass(frozen=True, slots=True)
class _Away:
    """How far from a place something is told to be, in metres."""

    anchor: str | None
    low_m: float
    high_m: float


def distances(happenings: Iterable[Happening]) -> Iterable[Contradiction]:
    """Yield where the claims of one happening give ranges of distance that do not meet."""
    for happening in happenings:
        for one, other in combinations(happening.claims, 2):
            first, second = _range(one), _range(other)
            if first is None or second is None or not told_apart(one, other):
                continue
            if first.anchor != second.anchor:
                continue
            if first.high_m < second.low_m or second.high_m < first.low_m:
                yield contradiction(
                    ContradictionKind.DISTANCE,
                    str(happening.first.incident_type),
                    str(one.where.place_id),
                    (one.when.start, one.when.end),
                    (_side(one, first), _side(other, second)),
                )


def _range(claim: IncidentClaim) -> _Away | None:
    where = claim.where
    # "Twelve kilometres from Orsa", or of a named place that the report puts so far from it.
    for near, anchor in ((where.near, where.place_id), (where.stated, where.stated_from)):
        if near is not None and near.distance_m is not None:
            low_m, _, high_m = near.distance_m
            return _Away(anchor, low_m, high_m)
    return None


def _side(claim: IncidentClaim, away: _Away) -> Side:
    words = f"{away.low_m / _KM:g} to {away.high_m / _KM:g} km"
    return Side(claim_ids=(claim.claim_id,), said=words, low=away.low_m, high=away.high_m)
