"""Ground that independent origins give to different holders (spatial language, section 7.3)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from geo.codes import Relation, ZoneStatus
from geo.ground.fields import is_placed
from geo.ground.polygons import polygon_of
from geo.weight import CREDIBLE
from geo.zones.drawn import Drawn

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.ground.partition import Partition
    from geo.zones.region import Region
    from geo.zones.standing import Said

    Cells = NDArray[np.bool_]

# Less of a place cannot be seen as disputed.
_LEAST_SHARE = 0.01
# Two parts speak of one ground if at least half of the larger one is in both.
_SAME_GROUND = 0.5


def disputed(region: Region, divided: Partition | None) -> list[Drawn]:
    """
    Return the ground that two origins give to two actors, each with the claims of both.

    Only words that settle the matter count: a part of a place, or all of it. "The vast
    majority" leaves room for another's north and contradicts nobody; "controls the town"
    leaves room for it too, and none for another who controls the town.
    """
    pairs: dict[tuple[str, str], list[tuple[Said, Said, Cells]]] = {}
    speaking = [one for one in region.standing if _settles(region, one)]
    for one, other in combinations(sorted(speaking, key=lambda said: said.claim.claim_id), 2):
        if one.actor == other.actor or one.claim.source.origin == other.claim.source.origin:
            continue
        cells = _shared_ground(region, one, other)
        if region.grid.weights[cells].sum() >= _LEAST_SHARE:
            first, second = sorted((one, other), key=lambda said: said.actor)
            pairs.setdefault((first.actor, second.actor), []).append((first, second, cells))
    return [_zone(region, divided, found) for _, found in sorted(pairs.items())]


def _settles(region: Region, one: Said) -> bool:
    located = is_placed(one.claim.where.part) and not region.is_vague(one)
    settles = located or one.is_whole or _is_bare(one)
    return one.holds and one.weight >= CREDIBLE and settles


def _is_bare(one: Said) -> bool:
    """Whether it says "controls the town" and neither how much of it nor where."""
    claim = one.claim
    bare = claim.share is None and not is_placed(claim.where.part)
    return bare and claim.relation is Relation.CONTROLS


def _shared_ground(region: Region, one: Said, other: Said) -> Cells:
    first, second = (region.fits[said.claim.claim_id] >= 0.5 for said in (one, other))
    both: Cells = first & second
    bare = _is_bare(one), _is_bare(other)
    if any(bare):
        # Beside a part there is room for whoever "controls the town".
        alone = all(bare) or one.is_whole or other.is_whole
        return both if alone else np.zeros_like(both)
    if one.is_whole or other.is_whole:
        return both
    weights = region.grid.weights
    larger = max(float(weights[first].sum()), float(weights[second].sum()))
    return both if weights[both].sum() >= _SAME_GROUND * larger else np.zeros_like(both)


def _zone(
    region: Region, divided: Partition | None, found: list[tuple[Said, Said, Cells]]
) -> Drawn:
    cells = np.any([one[2] for one in found], axis=0)
    sides = (tuple(one[0] for one in found), tuple(one[1] for one in found))
    drawn = [_drawn(region, divided, side[0].actor, cells) for side in sides]
    holders, others = sides if drawn[0] >= drawn[1] else sides[::-1]
    return Drawn(
        actor=holders[0].actor,
        status=ZoneStatus.DISPUTED,
        geometry=polygon_of(region.grid, cells),
        claims=tuple(one.claim for one in holders),
        # How sure it is that the sources disagree: as sure as the weaker of both sides.
        confidence=min(max(one.weight for one in side) for side in sides),
        method="Independent sources give this ground to different holders; both are kept.",
        conflicts_with=tuple(sorted({one.claim.claim_id for one in others})),
    )


def _drawn(region: Region, divided: Partition | None, actor: str, cells: Cells) -> float:
    """Return how much of disputed ground was drawn as an actor's."""
    own = cells if divided is None else cells & divided.cells_of(actor)
    return float(region.grid.weights[own].sum())
