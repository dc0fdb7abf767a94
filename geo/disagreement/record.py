"""A contradiction: two sides that cannot both be right, each with its claims and its figure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.claims import Claim


class ContradictionKind(StrEnum):
    """What two sides disagree about."""

    HOLDER = "holder"  # who holds the ground
    SHARE = "share"  # how much of it
    DISTANCE = "distance"  # how far it was from where
    DATE = "date"  # on which day
    TOLL = "toll"  # how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """
    One side: the claims that say it, in words, and as a range where it is a figure.

    Shares run 0 to 1, distances in metres, tolls in people; ``high`` None is open.
    """

    claim_ids: tuple[str, ...]
    said: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """
    What two sides of different origins say of one thing over ``[date_start, date_end)``.

    ``about`` is what it is about: an actor, a type of incident or a kind of toll. The
    first claim of each side is the one to quote. ``date_end`` None: nobody says it ended.
    """

    contradiction_id: str
    kind: ContradictionKind
    about: str
    place_id: str
    date_start: date | None
    date_end: date | None
    one: Side
    other: Side


def contradiction(
    kind: ContradictionKind,
    about: str,
    place_id: str,
    days: tuple[date | None, date | None],
    sides: tuple[Side, Side],
) -> Contradiction:
    """Return the record of a contradiction, named by its claims, the sides in a fixed order."""
    first, second = sorted(sides, key=lambda side: (side.said, side.claim_ids))
    told = "\x1f".join((kind, about, place_id, *first.claim_ids, "", *second.claim_ids))
    return Contradiction(
        contradiction_id="d" + hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()[:12],
        kind=kind,
        about=about,
        place_id=place_id,
        date_start=days[0],
        date_end=days[1],
        one=first,
        other=second,
    )


def ids_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the ids of claims, the one that was read most surely first, each once."""
    surest = sorted(claims, key=lambda claim: (-claim.confidence, claim.claim_id))
    return tuple(dict.fromkeys(claim.claim_id for claim in surest))


def told_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims come from two origins; one that changed its mind contradicts nobody."""
    return one.source.origin != other.source.origin
