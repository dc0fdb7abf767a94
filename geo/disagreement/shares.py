"""How much of a place: ranges of two origins that have no number in common."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from geo.codes import Relation, ShareOf
from geo.disagreement.record import ContradictionKind, Side, contradiction, ids_of, told_apart
from geo.disagreement.timed import Span, meeting
from geo.zones.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.disagreement.record import Contradiction
    from geo.zones.standing import Said

# Shares that are nearer than this are one share: the rounding step of a bare percentage.
_APART = 0.01


def shares(place_id: str, said: Sequence[Said]) -> Iterable[Contradiction]:
    """
    Yield where two origins give one actor shares, or two actors more ground than there is.

    Parameters
    ----------
    place_id
        The place.
    said
        What is said of it.
    """
    stating = [one for one in said if _states(one)]
    alike: dict[tuple[str, str], list[tuple[Said, Said, Span]]] = {}
    for pair in combinations(stating, 2):
        one, other = sorted(pair, key=_words)
        if not told_apart(one.claim, other.claim) or not _clash(one, other):
            continue
        if (span := meeting(one, other, stating)) is not None:
            alike.setdefault((_words(one), _words(other)), []).append((one, other, span))
    for _, found in sorted(alike.items()):
        yield _told(place_id, found)


def _states(one: Said) -> bool:
    share = one.claim.share
    region = share is not None and share.of is ShareOf.REGION and one.claim.where.part is None
    return region and one.is_present and one.claim.where.near is None


def _clash(one: Said, other: Said) -> bool:
    (low, high), (least, most) = _range(one), _range(other)
    if one.actor == other.actor:
        return low > most + _APART or least > high + _APART
    # Two holders of the whole are a matter of who holds it, told as that.
    return low + least > 1 + _APART and not (one.is_whole and other.is_whole)


def _range(one: Said) -> tuple[float, float]:
    """
    Return the least and the most that an actor has by a claim.

    "Seized parts of the town" says nothing of what else it has; a peak says that it never
    had more, and of no day that it had as much.
    """
    share = one.claim.share
    assert share is not None  # noqa: S101 - asked before
    seized = one.claim.relation is Relation.SEIZED and not share.counted
    some = Region.is_some(one) or seized
    return (0.0 if one.is_peak else share.low, 1.0 if some else share.high)


def _told(place_id: str, found: Sequence[tuple[Said, Said, Span]]) -> Contradiction:
    """Return one contradiction for all claims that put the same two ranges against each other."""
    days = Span(min(span.start for *_, span in found), max(span.end for *_, span in found)).days
    about = "|".join(sorted({found[0][0].actor, found[0][1].actor}))
    one, other = _side([pair[0] for pair in found]), _side([pair[1] for pair in found])
    return contradiction(ContradictionKind.SHARE, about, place_id, days, (one, other))


def _side(said: Sequence[Said]) -> Side:
    low, high = _range(said[0])
    ids = ids_of(one.claim for one in said)
    return Side(claim_ids=ids, said=_words(said[0]), low=low, high=high)


def _words(one: Said) -> str:
    low, high = _range(one)
    return f"{one.actor}: {low:.0%} to {high:.0%}"
