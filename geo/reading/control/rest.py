"""What "the rest of the town" is: what another side is said not to hold of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims import Part, Share
from geo.codes import Relation, ShareOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims import ControlClaim
    from geo.reading.control.found import Found

_REST = frozenset({"rest", "remainder", "remaining"})
_HOLD = frozenset({Relation.CONTROLS, Relation.SEIZED, Relation.CONFINED_TO})
# What is said so many sentences before is not what a rest is of.
_NEAR = 2


def with_rests(drafts: Sequence[tuple[ControlClaim, Found]]) -> list[tuple[ControlClaim, Found]]:
    """
    Give a claim to "the rest" of a place what the other sides leave of it.

    "Ukrainian forces hold the west of the town, while Russian troops control the rest" is all
    but the west; of a share, it is what is missing to all of it.
    """
    return [(_of_rest(claim, found, drafts), found) for claim, found in drafts]


def _of_rest(
    claim: ControlClaim, found: Found, drafts: Sequence[tuple[ControlClaim, Found]]
) -> ControlClaim:
    if claim.relation not in _HOLD or claim.where.part is not None or not _is_rest(found):
        return claim
    for other, its in reversed(drafts):
        away = found.sentence.index - its.sentence.index
        same = other.where.place_id == claim.where.place_id and other.actor != claim.actor
        if not (same and other.relation in _HOLD and 0 <= away < _NEAR):
            continue
        part, share = other.where.part, other.share
        if part is not None and not part.except_ and (share is None or share.of is ShareOf.PART):
            where = replace(claim.where, part=Part(part.terms, except_=True))
            return replace(claim, where=where, share=None)
        if share is not None and share.of is ShareOf.REGION and part is None:
            return replace(claim, share=_what_is_left(share))
    return claim


def _is_rest(found: Found) -> bool:
    return found.ground is not None and found.ground.top.lower_ in _REST


def _what_is_left(share: Share) -> Share:
    left = [round(1 - one, 4) for one in (share.high, share.best, share.low)]
    return Share(left[0], left[1], left[2], ShareOf.REGION, "the rest")
