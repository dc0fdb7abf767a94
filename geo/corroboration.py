"""
Which claims are one statement printed again, and which origins say the same by themselves.

Four papers with one sentence of a wire are one statement of one origin; a monitor who
says it as well is a second origin (spatial language, sections 3.3 and 10.3).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.agreement import happenings
from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.codes import UNDRAWN
from geo.disagreement.figures import differ
from geo.zones.support import supporters

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from geo.actors import ActorTable
    from geo.claims import Claim

# What is said again within a week is repeated, later it is news that it still is so: the
# half-life of control in an active battle (section 7.1).
_SAME_TIME = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The statement a claim repeats, named by its first claim, and who else says so."""

    statement_id: str
    origins: tuple[str, ...]  # independent ones, its own among them


def corroboration_of(claims: Sequence[Claim], table: ActorTable) -> dict[str, Corroboration]:
    """
    Return for each claim, by its id, its statement and the origins that say the same.

    Parameters
    ----------
    claims
        Of any kind, in any order.
    table
        Who the actors are.
    """
    ordered = sorted(claims, key=lambda one: (_day(one) or date.min, one.claim_id))
    statements = _statements(ordered)
    origins = _origins(ordered, table)
    return {
        one.claim_id: Corroboration(
            statements[one.claim_id],
            tuple(sorted({one.source.origin, *origins.get(one.claim_id, ())})),
        )
        for one in ordered
    }


def _statements(ordered: Iterable[Claim]) -> dict[str, str]:
    groups: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in ordered:
        groups[_what(claim)].append(claim)
    named: dict[str, str] = {}
    for group in groups.values():
        named[group[0].claim_id] = group[0].claim_id
        for before, claim in pairwise(group):
            again = _near(before, claim)
            named[claim.claim_id] = named[before.claim_id] if again else claim.claim_id
    return named


def _what(claim: Claim) -> Hashable:
    """Return what two claims of one statement have in common, whatever the words are."""
    where = claim.where.place_id, claim.where.unlisted, claim.where.part, claim.where.near
    said = claim.source.origin, claim.assertion, where
    match claim:
        case ControlClaim():
            share = claim.share and (claim.share.low, claim.share.high, claim.share.of)
            return *said, claim.actor, claim.relation, claim.tense, claim.negated, share
        case IncidentClaim():
            days = claim.when.start, claim.when.end
            return *said, claim.incident_type, days, claim.fatalities, claim.actors
        case TollClaim():
            return *said, claim.what, claim.cause, claim.count
        case _:
            return *said, claim.claim_id


def _origins(claims: Sequence[Claim], table: ActorTable) -> dict[str, frozenset[str]]:
    usable = [one for one in claims if one.assertion not in UNDRAWN and one.where.place_id]
    found = dict(supporters([one for one in usable if isinstance(one, ControlClaim)]))
    happened = [one for one in usable if isinstance(one, IncidentClaim)]
    for happening in happenings(happened, table):
        origins = frozenset(one.source.origin for one in happening.claims)
        found |= {one.claim_id: origins for one in happening.claims}
    tolls: defaultdict[Hashable, list[TollClaim]] = defaultdict(list)
    for one in usable:
        if isinstance(one, TollClaim):
            tolls[one.where.place_id, one.where.unlisted, one.what, one.cause].append(one)
    for group in tolls.values():
        found |= {
            one.claim_id: frozenset(
                other.source.origin
                for other in group
                if _near(one, other) and not differ(one.count, other.count)
            )
            for one in group
        }
    return found


def _near(one: Claim, other: Claim) -> bool:
    days = _day(one), _day(other)
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= _SAME_TIME


def _day(claim: Claim) -> date | None:
    return claim.when.as_of or claim.when.start or claim.published
