"""Every claim about a place compared with the ground that its actor got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Relation, ShareOf
from geo.ground import audit
from geo.ground.fields import is_placed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from geo.ground.audit import Audited
    from geo.ground.partition import Partition
    from geo.zones.region import Region
    from geo.zones.standing import Said


def compared(
    region: Region, divided: Partition, areas: Mapping[int, BaseGeometry]
) -> dict[str, tuple[Audited, ...]]:
    """
    Return how each actor's claims are honoured, by the actor.

    Parameters
    ----------
    region
        What stands about the place.
    divided
        How it was divided.
    areas
        The smooth area of each row of the division.

    Returns
    -------
    audited
        In the order of the claims' ids; a claim that speaks of no ground is left out.
    """
    sides = {one.claim_id: one.sides for one in region.wedged()}
    found: dict[str, list[Audited]] = {}
    for one in sorted(region.standing, key=lambda said: said.claim.claim_id):
        label, claim_id = region.leaders.get(one.actor, one.actor), one.claim.claim_id
        if label not in divided.labels:
            continue
        if claim_id in sides:
            checked = audit.between(divided, claim_id, (label, *sides[claim_id]), areas)
        elif (alone := _audited(region, divided, one, label)) is not None:
            checked = alone
        else:
            continue
        found.setdefault(one.actor, []).append(checked)
    return {actor: tuple(those) for actor, those in found.items()}


def _audited(region: Region, divided: Partition, one: Said, actor: str) -> Audited | None:
    claim, share, claim_id = one.claim, one.claim.share, one.claim.claim_id
    if claim.relation is Relation.STATIONED_OUTSIDE:
        return audit.absent(divided, claim_id, actor)
    if not one.is_present:
        return None
    if is_placed(claim.where.part):
        fits = region.fits[claim_id]
        if claim.relation is Relation.CONFINED_TO:
            return audit.confined(divided, claim_id, actor, fits)
        # A share of a part may be less than what the part's holder needs for three tenths.
        return None if region.is_vague(one) else audit.held(divided, claim_id, actor, fits)
    # What was reached at most on some day, or "parts of", bounds no other day's ground.
    if share is None or share.of is not ShareOf.REGION or one.is_peak or region.is_vague(one):
        return None
    return audit.stated(divided, claim_id, actor, (share.low, share.high))
