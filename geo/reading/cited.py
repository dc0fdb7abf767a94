"""
A state told by another outlet holds on the day of the news it is told with.

A report that cites an article mostly cites it more than once, and dates it once: "On Tuesday
they took the town, says the Herald. ... They are present in its suburb, notes the Herald." Both
stood in one article, so the second is as old as the first (spatial language, section 3.3:
reported speech keeps its own reference time).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.claims import ControlClaim, IncidentClaim
from geo.codes import Aspect, ClaimantType, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.claims import Claim

# Older news of the same outlet stood in another article: a daily paper's stories live so long.
_ONE_ARTICLE = timedelta(days=3)


def dated_as_cited(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of one report; undated states of cited articles begin on their day."""
    days = {one: _days(claims, one) for one in {claim.source.origin for claim in claims}}
    return [_as_cited(claim, days[claim.source.origin]) for claim in claims]


def _days(claims: Iterable[Claim], origin: str) -> list[date]:
    """Return the days that a report says an outlet tells news of."""
    return sorted(
        claim.when.start
        for claim in claims
        if isinstance(claim, IncidentClaim)
        and _is_cited(claim)
        and claim.source.origin == origin
        and claim.when.precision is DatePrecision.DAY
        and claim.when.basis
        and claim.when.start is not None
    )


def _as_cited(claim: Claim, days: Sequence[date]) -> Claim:
    told = claim.when.start
    undated = not claim.when.basis and claim.when.aspect is Aspect.STATE
    if not (isinstance(claim, ControlClaim) and _is_cited(claim) and undated) or told is None:
        return claim
    earlier = [day for day in days if told - _ONE_ARTICLE <= day <= told]
    if not earlier:
        return claim
    day = earlier[-1]
    when = replace(claim.when, start=day, end=day + timedelta(days=1), as_of=day)
    return replace(claim, when=when)


def _is_cited(claim: Claim) -> bool:
    return claim.source.claimant_type is ClaimantType.MEDIA and len(claim.source.chain) > 1
