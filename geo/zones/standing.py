"""
Which claims about a place stand on a day, and which newer ones took their ground.

A state holds from the day it speaks of until something known to be later supersedes it; an
event changes the state from its day on. "Captured in recent days" is not known to be later
than a state of yesterday: such claims stand side by side (spatial language, section 7.1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.codes import Aspect, Assertion, Relation, ShareOf, Tense
from geo.ground.fields import is_placed
from geo.weight import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.claims import ControlClaim

HOLDING = frozenset({Relation.CONTROLS, Relation.SEIZED, Relation.CONFINED_TO})
# Shares from here on mean the whole place; "all" starts at .97 (section 4.1).
WHOLE = 0.97


@dataclass(frozen=True, slots=True)
class Said:
    """
    A claim in time: it holds from ``day``, cannot be older than ``earliest``.

    ``until`` is the day from which it no longer holds, None while nothing says so.
    ``actor`` is the actor or the umbrella it is counted under.
    """

    claim: ControlClaim
    actor: str
    weight: float
    day: date
    earliest: date
    until: date | None

    @property
    def holds(self) -> bool:
        """Whether it says that its actor holds ground, not only stands there."""
        claim = self.claim
        if claim.negated:
            return False
        bare = claim.share is None and not is_placed(claim.where.part)
        # "Entered the town" takes an unknown piece of it.
        return claim.relation in HOLDING and not (claim.relation is Relation.SEIZED and bare)

    @property
    def is_present(self) -> bool:
        """Whether it says that its actor is there."""
        there = self.claim.relation in HOLDING or self.claim.relation is Relation.PRESENT
        return there and not self.claim.negated

    @property
    def is_absence(self) -> bool:
        """Whether it says that its actor is not there, or does not hold the place."""
        return is_absence(self.claim)

    @property
    def is_whole(self) -> bool:
        """Whether it gives its actor the whole place."""
        claim = self.claim
        whole = not claim.negated and claim.share is not None and claim.share.low >= WHOLE
        no_part = not is_placed(claim.where.part)
        return whole and no_part and claim.relation in {Relation.CONTROLS, Relation.SEIZED}

    @property
    def is_peak(self) -> bool:
        """
        Whether it gives a share that was reached at some unknown day of its own days.

        "Took over up to 90 percent" in a text about the retreat bounds every day before,
        and says of none how much it was.
        """
        share = self.claim.share
        return self.past and share is not None and share.of is ShareOf.REGION

    @property
    def past(self) -> bool:
        """Whether it was over when it was told, or happened at an unknown day before."""
        return self.until is not None and self.claim.tense is Tense.PAST

    @property
    def lasted(self) -> bool:
        """Whether it is over and was so throughout its days, not on some day of them."""
        return self.past and self.claim.when.aspect is not Aspect.EVENT

    @property
    def latest(self) -> date:
        """The last day it may speak of, as the beginning of what it says."""
        return self.until - timedelta(days=1) if self.past and self.until else self.day

    @property
    def leaves(self) -> bool:
        """Whether it says that its actor gave up the whole place."""
        bare = self.claim.share is None and not is_placed(self.claim.where.part)
        return self.claim.relation is Relation.WITHDREW_FROM and bare

    def follows(self, other: Said) -> bool:
        """Whether it is credible and known to be later than another claim."""
        return self.weight >= CREDIBLE and self.earliest > other.latest


def is_absence(claim: ControlClaim) -> bool:
    """Whether a claim tells that its actor is not in a place, or does not hold it."""
    return claim.negated and claim.relation in HOLDING | {Relation.PRESENT}


def as_absence(claim: ControlClaim) -> ControlClaim:
    """
    Return a claim with a "not" as what its speaker does say: that the actor is not there.

    "There are no rebels in Goma, residents said" is a statement, as good as its speaker;
    "the army denied that rebels are in Goma" has no "not", and stays a denial.
    """
    if not is_absence(claim) or claim.assertion is not Assertion.DENIED:
        return claim
    return replace(claim, assertion=Assertion.ATTRIBUTED)


def in_time(claim: ControlClaim, actor: str, weight: float) -> Said | None:
    """Return a claim in time; None if no day can be given to it."""
    when = claim.when
    as_of = when.as_of or claim.published
    last = when.end - timedelta(days=1) if when.end is not None else None
    one_day = when.aspect is Aspect.EVENT and when.start is not None and when.start == last
    if claim.tense is Tense.PAST and not one_day:
        return _past(claim, actor, weight, as_of)
    if when.aspect is Aspect.EVENT:
        # The last day of the window: from then on it has surely happened.
        known = [day for day in (last, as_of) if day is not None]
        day = min(known, default=when.start)
    else:
        day = when.start or as_of
    if day is None:
        return None
    earliest = min(when.start or day, day)
    until = when.end if when.aspect is not Aspect.EVENT and when.end != earliest else None
    if until is not None and as_of is not None and until > as_of:
        until = None  # said of a day that runs to its end, not of a state that ended
    return Said(claim, actor, weight, day, earliest, until)


def _past(claim: ControlClaim, actor: str, weight: float, as_of: date | None) -> Said | None:
    """Place a state that was over when it was told: it belongs to its own days only."""
    # What is told as past does not reach into the day of the telling.
    start = claim.when.start
    if start is None:
        return None
    told = claim.published or as_of
    ends = [day for day in (claim.when.end, told) if day is not None and day > start]
    until = min(ends, default=None)
    if until is None:
        return None
    return Said(claim, actor, weight, start, start, until)


def standing_on(day: date, said: Iterable[Said]) -> list[Said]:
    """Return the claims that hold on a day, without those whose actor is said to have moved on."""
    here = [one for one in said if one.day <= day and (one.until is None or day < one.until)]
    return [one for one in here if not any(_ended_by(one, other) for other in here)]


def _ended_by(one: Said, other: Said) -> bool:
    if one.actor != other.actor or not other.follows(one):
        return False
    if other.is_absence:
        # "Is not in control" takes no presence away; "is not in the north" nothing of the south.
        gone = one.is_present if other.claim.relation is Relation.PRESENT else one.holds
        part = other.claim.where.part
        return (
            gone
            and other.claim.where.near is None
            and (not is_placed(part) or part == one.claim.where.part)
        )
    if one.is_present and (other.leaves or other.claim.relation is Relation.STATIONED_OUTSIDE):
        return True
    if one.is_present and other.claim.relation is Relation.CONFINED_TO:
        return True
    outside = one.claim.relation in {Relation.STATIONED_OUTSIDE, Relation.CONFINED_TO}
    return (outside or one.leaves) and other.holds
