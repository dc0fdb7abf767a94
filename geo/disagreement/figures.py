"""How many: figures of two origins for one thing that cannot both be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from itertools import combinations, product
from typing import TYPE_CHECKING

from geo.codes import ClaimantType, DatePrecision, TollKind, TollScope
from geo.disagreement.record import ContradictionKind, Side, contradiction, told_apart
from geo.series import series_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from geo.agreement import Happening
    from geo.claims import Claim, Count, IncidentClaim, TollClaim
    from geo.disagreement.record import Contradiction
    from geo.series import Series

# Running totals of days at most this far apart are of one time: reports are weekly at least.
_ONE_TIME = timedelta(days=7)

_FIGURES: Mapping[TollKind, Callable[[IncidentClaim], Count | None]] = {
    TollKind.KILLED: lambda claim: claim.fatalities,
    TollKind.INJURED: lambda claim: claim.injured,
    TollKind.DISPLACED: lambda claim: claim.displaced,
}


def running_totals(claims: Iterable[TollClaim]) -> Iterable[Contradiction]:
    """Yield where two origins give one running total of one time figures that differ."""
    groups: defaultdict[tuple[str, TollKind, str, str], list[Series]] = defaultdict(list)
    for one in series_of(claims):
        first = one.newest
        if first.source.claimant_type is not ClaimantType.UNATTRIBUTED:
            where = str(first.where.place_id), first.where.unlisted
            groups[where[0], first.what, first.cause, where[1]].append(one)
    for (place_id, what, _, _), group in sorted(groups.items(), key=lambda item: item[0]):
        for one, other in combinations(group, 2):
            pair = _of_one_time(one, other)
            if pair is not None and differ(pair[0].count, pair[1].count):
                days = sorted(day for claim in pair if (day := _as_of(claim)) is not None)
                yield contradiction(
                    ContradictionKind.TOLL,
                    what,
                    place_id,
                    (days[0], days[-1] + timedelta(days=1)),
                    (_side(pair[0], pair[0].count), _side(pair[1], pair[1].count)),
                )


def of_events(
    happenings: Iterable[Happening], compatible: Callable[[IncidentClaim, IncidentClaim], bool]
) -> Iterable[Contradiction]:
    """
    Yield where two origins count the dead, the hurt or the displaced of one event apart.

    Parameters
    ----------
    happenings
        Incident claims as they were merged.
    compatible
        Whether the actors of two claims may be the same people.

    Notes
    -----
    One event, as far as reports can tell: what was merged, and what is of one kind, place
    and day and was kept apart only because the figures differ. A report that tells of
    two such events is passed over, because choosing between them would be guessing.
    """
    alike: defaultdict[tuple[str, ...], list[IncidentClaim]] = defaultdict(list)
    for happening in happenings:
        yield from _pairs(happening.claims)
        for claim in happening.claims:
            if claim.when.precision is DatePrecision.DAY and claim.toll_scope is TollScope.EVENT:
                alike[_event(claim)].append(claim)
    for key in sorted(alike):
        counted = [claim for claim in alike[key] if _counts(claim)]
        reports = Counter(claim.quote.report_id for claim in counted)
        once = [claim for claim in counted if reports[claim.quote.report_id] == 1]
        yield from _pairs(once, compatible)


def _pairs(
    claims: Iterable[IncidentClaim],
    compatible: Callable[[IncidentClaim, IncidentClaim], bool] | None = None,
) -> Iterable[Contradiction]:
    for one, other in combinations(claims, 2):
        if not told_apart(one, other) or (compatible and not compatible(one, other)):
            continue
        for what, figure in _FIGURES.items():
            counts = figure(one), figure(other)
            if counts[0] is not None and counts[1] is not None and differ(counts[0], counts[1]):
                yield contradiction(
                    ContradictionKind.TOLL,
                    f"{what} ({one.incident_type})",
                    str(one.where.place_id),
                    (one.when.start, one.when.end),
                    (_side(one, counts[0]), _side(other, counts[1])),
                )


def _counts(claim: IncidentClaim) -> bool:
    return any(figure(claim) is not None for figure in _FIGURES.values())


def _event(claim: IncidentClaim) -> tuple[str, ...]:
    where = claim.where
    return claim.incident_type, str(where.place_id), where.unlisted, str(claim.when.start)


def differ(one: Count, other: Count) -> bool:
    """Whether two figures have no number in common."""
    return _below(one, other) or _below(other, one)


def _below(one: Count, other: Count) -> bool:
    return one.high is not None and one.high < other.low


def _of_one_time(one: Series, other: Series) -> tuple[TollClaim, TollClaim] | None:
    """Return the claims of two series that lie nearest in time, if near enough."""
    best: tuple[timedelta, TollClaim, TollClaim] | None = None
    for first, second in product(one.claims, other.claims):
        days = _as_of(first), _as_of(second)
        since = {first.since, second.since} - {None}
        if None in days or len(since) > 1 or not told_apart(first, second):
            continue
        gap = abs(days[0] - days[1])  # type: ignore[operator]
        if gap <= _ONE_TIME and (best is None or gap < best[0]):
            best = gap, first, second
    return None if best is None else best[1:]


def _as_of(claim: TollClaim) -> date | None:
    return claim.when.as_of or claim.when.start or claim.published


def _side(claim: Claim, count: Count) -> Side:
    return Side(claim_ids=(claim.claim_id,), said=_words(count), low=count.low, high=count.high)


def _words(count: Count) -> str:
    """
    Write a figure with its range.

    >>> from geo.claims import Count
    >>> _words(Count(5, 5, 5)), _words(Count(39, 39, None)), _words(Count(2, 3, 9))
    ('5', 'at least 39', '2 to 9')
    """
    if count.high is None:
        return f"at least {count.low:,}"
    return f"{count.low:,}" if count.high == count.low else f"{count.low:,} to {count.high:,}"
