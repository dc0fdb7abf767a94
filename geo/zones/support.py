"""Which control claims an independent and credible origin supports."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.codes import Interest, Relation
from geo.weight import CREDIBLE, weight_of
from geo.zones.standing import HOLDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims import ControlClaim

# Two statements support each other if they speak of days at most this far apart: the
# half-life of control in an active battle (section 7.1).
_SAME_TIME = timedelta(days=7)


def supported(claims: Sequence[ControlClaim]) -> frozenset[str]:
    """
    Return the ids of claims that an independent and credible one supports.

    Independent: another origin, and not a party speaking for itself.
    """
    return frozenset(claim_id for claim_id, origins in supporters(claims).items() if origins)


def supporters(claims: Sequence[ControlClaim]) -> dict[str, frozenset[str]]:
    """Return the independent and credible origins that support each claim, by its id."""
    witnesses: defaultdict[str | None, list[ControlClaim]] = defaultdict(list)
    for claim in claims:
        if claim.interest is not Interest.SELF_SERVING and weight_of(claim) >= CREDIBLE:
            witnesses[claim.where.place_id].append(claim)
    return {
        claim.claim_id: frozenset(
            one.source.origin
            for one in witnesses.get(claim.where.place_id, ())
            if _supports(one, claim)
        )
        for claim in claims
    }


def _supports(witness: ControlClaim, claim: ControlClaim) -> bool:
    if witness.source.origin == claim.source.origin or witness.negated or claim.negated:
        return False
    if witness.where.place_id != claim.where.place_id or not _near_in_time(witness, claim):
        return False
    loses = {Relation.WITHDREW_FROM, Relation.CONFINED_TO}
    same = witness.actor == claim.actor
    if claim.relation in HOLDING | loses:
        gains = witness.relation in HOLDING and claim.relation in HOLDING
        both_lose = witness.relation in loses and claim.relation in loses
        gives_way = witness.relation in loses and claim.relation in HOLDING
        return (same and (gains or both_lose)) or (not same and gives_way)
    return same and witness.relation in HOLDING | {claim.relation}


def _near_in_time(one: ControlClaim, other: ControlClaim) -> bool:
    days = [claim.when.as_of or claim.when.start or claim.published for claim in (one, other)]
    return None not in days and abs(days[0] - days[1]) <= _SAME_TIME  # type: ignore[operator]
