"""How far: one event that two origins put at two distances from one place."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from geo.disagreement.record import ContradictionKind, Side, contradiction, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.agreement import Happening
    from geo.claims import IncidentClaim
    from geo.disagreement.record import Contradiction

_KM = 1_000


def distances(happenings: Iterable[Happening]) -> Iterable[Contradiction]:
    """Yield where the claims of one happening give ranges of distance that do not meet."""
    for happening in happenings:
        for one, other in combinations(happening.claims, 2):
            first, second = _range(one), _range(other)
            if first is None or second is None or not told_apart(one, other):
                continue
            if first[1] < second[0] or second[1] < first[0]:
                yield contradiction(
                    ContradictionKind.DISTANCE,
                    str(happening.first.incident_type),
                    str(one.where.place_id),
                    (one.when.start, one.when.end),
                    (_side(one, first), _side(other, second)),
                )


def _range(claim: IncidentClaim) -> tuple[float, float] | None:
    near = claim.where.near
    if near is None or near.distance_m is None:
        return None
    low_m, _, high_m = near.distance_m
    return low_m, high_m


def _side(claim: IncidentClaim, span_m: tuple[float, float]) -> Side:
    low_m, high_m = span_m
    words = f"{low_m / _KM:g} to {high_m / _KM:g} km"
    return Side(claim_ids=(claim.claim_id,), said=words, low=low_m, high=high_m)
