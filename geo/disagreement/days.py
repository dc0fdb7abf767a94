"""On which day: two origins that date one event, or the beginning of one siege, differently."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from geo.codes import Aspect, DatePrecision, Relation, TollScope
from geo.disagreement.record import ContradictionKind, Side, contradiction, told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geo.claims import Claim, IncidentClaim
    from geo.disagreement.record import Contradiction
    from geo.zones.standing import Said

# Two events of one kind, place and toll are one event dated twice if they lie this near.
_NEAR = timedelta(days=3)
# Smaller tolls recur by chance from day to day.
_TELLING_TOLL = 5
_LENGTHS = {
    DatePrecision.DAY: 1,
    DatePrecision.DAYS: 6,
    DatePrecision.WEEK: 7,
    DatePrecision.MONTH: 31,
    DatePrecision.QUARTER: 92,
    DatePrecision.YEAR: 366,
}


def of_events(
    claims: Iterable[IncidentClaim], compatible: Callable[[IncidentClaim, IncidentClaim], bool]
) -> Iterable[Contradiction]:
    """
    Yield events that two reports give one exact toll and two days.

    Parameters
    ----------
    claims
        Drawable incident claims.
    compatible
        Whether the actors of two claims may be the same people.
    """
    alike: defaultdict[tuple[str, str, str, int], list[IncidentClaim]] = defaultdict(list)
    for claim in claims:
        toll = claim.fatalities
        exact = toll is not None and toll.low == toll.best and toll.low >= _TELLING_TOLL
        known = claim.when.precision is DatePrecision.DAY and claim.when.start is not None
        if toll and exact and known and claim.toll_scope is TollScope.EVENT:
            where = claim.where
            key = str(claim.incident_type), str(where.place_id), where.unlisted, toll.low
            alike[key].append(claim)
    for key in sorted(alike):
        for one, other in combinations(sorted(alike[key], key=lambda c: c.claim_id), 2):
            days = one.when.start, other.when.start
            apart = one.quote.report_id != other.quote.report_id and told_apart(one, other)
            if apart and days[0] != days[1] and _near(*days) and compatible(one, other):
                yield _told(key[0], key[1], one, other)


def of_sieges(place_id: str, said: Sequence[Said]) -> Iterable[Contradiction]:
    """Yield where two origins let one siege begin at two times."""
    sieges = [one for one in said if one.claim.relation is Relation.BESIEGES and _since(one.claim)]
    for one, other in combinations(sieges, 2):
        if one.actor != other.actor or not told_apart(one.claim, other.claim):
            continue
        (start, end), (begin, stop) = _since(one.claim), _since(other.claim)  # type: ignore[misc]
        if end <= begin or stop <= start:
            yield _told("siege", place_id, one.claim, other.claim)


def _since(claim: Claim) -> tuple[date, date] | None:
    """Return the days on which a lasting state may have begun; None if that is not said."""
    when = claim.when
    told = when.as_of or claim.published
    length = _LENGTHS.get(when.precision)
    if when.start is None or when.start == told or when.aspect is Aspect.EVENT or length is None:
        return None
    return when.start, when.start + timedelta(days=length)


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _NEAR


def _told(about: str, place_id: str, one: Claim, other: Claim) -> Contradiction:
    first = min(day for claim in (one, other) if (day := claim.when.start) is not None)
    ends = [claim.when.end for claim in (one, other)]
    return contradiction(
        ContradictionKind.DATE,
        about,
        place_id,
        (first, max(end for end in ends if end is not None) if None not in ends else None),
        (
            Side(claim_ids=(one.claim_id,), said=str(one.when.start)),
            Side(claim_ids=(other.claim_id,), said=str(other.when.start)),
        ),
    )
