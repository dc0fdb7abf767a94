"""Who holds ground together: actors of whom the same is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Relation
from geo.ground.fields import is_placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.zones.standing import Said

# What says where an actor's ground is, or was.
_OF_GROUND = frozenset(
    {
        Relation.CONTROLS,
        Relation.SEIZED,
        Relation.CONFINED_TO,
        Relation.PRESENT,
        Relation.WITHDREW_FROM,
    }
)


def leaders_of(holders: Mapping[str, Iterable[Said]]) -> dict[str, str]:
    """
    Return whom each holder shares its ground with: the first of whom the same is said.

    "The army and the militia hold the north" gives both one north, and not a border between
    them that nobody told of. Two reports that give one part to two actors do so too; that
    they give a whole place to two is a dispute, and left to that.

    Parameters
    ----------
    holders
        The standing claims of each holder, in the order of their names.
    """
    first: dict[frozenset[tuple[str, ...]], str] = {}
    return {actor: first.setdefault(_told(said), actor) for actor, said in holders.items()}


def _told(said: Iterable[Said]) -> frozenset[tuple[str, ...]]:
    """Return what is said of an actor's ground in a form that can be compared."""
    told: set[tuple[str, ...]] = set()
    for claim in (one.claim for one in said if one.claim.relation in _OF_GROUND):
        share = claim.share and (claim.share.low, claim.share.high, claim.share.of)
        report = "" if is_placed(claim.where.part) else claim.quote.report_id
        told.add((claim.relation, str(claim.where.part), str(share), report))
    return frozenset(told)
