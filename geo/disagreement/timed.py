"""Control claims in time, by place, for everything that compares what origins say of ground."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo.codes import UNDRAWN, Assertion
from geo.weight import NEGLIGIBLE, weight_of
from geo.zones.standing import Said, in_time
from geo.zones.support import supported
from geo.zones.umbrellas import umbrellas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.actors import ActorTable
    from geo.claims import ControlClaim

# Later than any day a report speaks of.
FOREVER = date.max


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one place, in time, and what somebody says is not so."""

    said: tuple[Said, ...]
    denied: tuple[Said, ...]


def timed(claims: Sequence[ControlClaim], table: ActorTable | None) -> dict[str, Told]:
    """
    Return what may be believed of each place, in time.

    Parties that speak for themselves are among it: that nobody confirms them is no reason
    not to tell that they disagree.
    """
    confirmed = supported(claims)
    places: dict[str, list[ControlClaim]] = {}
    for claim in sorted(claims, key=lambda one: one.claim_id):
        if claim.where.place_id is not None:
            places.setdefault(claim.where.place_id, []).append(claim)
    found: dict[str, Told] = {}
    for place_id, group in sorted(places.items()):
        names = umbrellas(group, table)
        said = [one for one in group if one.assertion not in UNDRAWN and not one.negated]
        denied = [one for one in group if denies(one)]
        found[place_id] = Told(
            tuple(_said(said, names, confirmed)), tuple(_said(denied, names, confirmed))
        )
    return found


def denies(claim: ControlClaim) -> bool:
    """Whether a claim says that something is not so."""
    return claim.assertion is Assertion.DENIED or (claim.negated and claim.assertion not in UNDRAWN)


def _said(
    claims: Iterable[ControlClaim], names: dict[str, str], confirmed: frozenset[str]
) -> Iterable[Said]:
    for claim in claims:
        stance = Assertion.ATTRIBUTED if claim.assertion is Assertion.DENIED else claim.assertion
        against = tuple(names.get(one, one) for one in claim.against)
        told = replace(claim, against=against, assertion=stance)
        weight = weight_of(told, corroborated=claim.claim_id in confirmed)
        one = in_time(told, names[claim.actor], weight)
        if one is not None and weight >= NEGLIGIBLE:
            yield one


@dataclass(frozen=True, slots=True)
class Span:
    """Days over which two statements meet, ``end`` exclusive; `FOREVER` while nothing ends it."""

    start: date
    end: date

    @property
    def days(self) -> tuple[date, date | None]:
        """The days as a record has them."""
        return self.start, None if self.end == FOREVER else self.end


def meeting(one: Said, other: Said, others: Iterable[Said]) -> Span | None:
    """
    Return the days on which two statements both stand; None if one is later than the other.

    A later statement is news, not a contradiction. A third one that is later than both
    ends the matter.
    """
    if one.earliest > other.latest or other.earliest > one.latest:
        return None
    start = max(one.day, other.day)
    end = min(one.until or FOREVER, other.until or FOREVER)
    later = (
        third.day
        for third in others
        if third.follows(one) and third.follows(other) and third.day > start
    )
    end = min(end, min(later, default=FOREVER))
    return Span(start, end) if start < end else None
