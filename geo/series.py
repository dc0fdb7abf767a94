"""
Series of figures over reports, and totals that count nobody twice.

A running total printed in four papers is one count; a later and higher one continues it.
Figures of different origins stay apart. Section 10.3 of the spatial language.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.agreement import added
from geo.codes import UNDRAWN, ClaimantType, IncidentType, TollKind, TollScope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from geo.claims import Count, TollClaim
    from geo.features import Incident

_CAUSES = {
    IncidentType.DEPRIVATION_DEATHS: "siege",
    IncidentType.EXECUTION: "execution",
    IncidentType.DISPLACEMENT: "displacement",
}


@dataclass(frozen=True, slots=True)
class Series:
    """Running totals of one origin for one place, kind and cause, the oldest first."""

    claims: tuple[TollClaim, ...]

    @property
    def newest(self) -> TollClaim:
        """The claim that counts: a later figure replaces those before it."""
        return self.claims[-1]

    @property
    def until(self) -> date | None:
        """The day up to which it counts, exclusive; None if no report is dated."""
        return _as_of(self.newest)


@dataclass(frozen=True, slots=True)
class Total:
    """How many of one kind and cause at one place, and what may be among them already."""

    place_id: str
    what: TollKind
    cause: str
    count: Count
    series: tuple[Series, ...]  # the one that counts first
    added: tuple[Incident, ...] = ()  # outside its time, so on top of it
    possibly_included: tuple[Incident, ...] = ()  # inside its time: not added


def series_of(claims: Iterable[TollClaim]) -> tuple[Series, ...]:
    """
    Group running totals that continue each other.

    Parameters
    ----------
    claims
        In any order. What may not be drawn and what has no place is left out.

    Returns
    -------
    series
        Each of one origin, place, kind and cause, with figures that never fall. A figure
        that nobody is named for joins the series it fits.
    """
    groups: list[list[TollClaim]] = []
    usable = [one for one in claims if one.assertion not in UNDRAWN and one.where.place_id]
    for claim in sorted(usable, key=_oldest_first):
        group = next((one for one in groups if _continues(one[-1], claim)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return tuple(Series(tuple(group)) for group in groups)


def totals_of(claims: Iterable[TollClaim], incidents: Iterable[Incident]) -> tuple[Total, ...]:
    """
    Return how many were killed, injured and displaced at each place, by cause.

    The greatest running total, and the single events outside its time; events inside its
    time may be part of it and are named, not added.

    Parameters
    ----------
    claims
        Tolls, in any order.
    incidents
        Merged incidents; those that are running totals themselves are passed over.
    """
    series: defaultdict[tuple[str, TollKind, str], list[Series]] = defaultdict(list)
    for one in series_of(claims):
        if one.newest.scope is TollScope.CUMULATIVE and one.newest.what in _FIGURES:
            series[_key(one.newest)].append(one)
    events: defaultdict[tuple[str, TollKind, str], list[Incident]] = defaultdict(list)
    for incident in incidents:
        for what in _FIGURES:
            cause = _CAUSES.get(incident.incident_type, "fighting")
            if _counts(incident, what):
                events[incident.place_id, what, cause].append(incident)
    keys = sorted(set(series) | set(events))
    return tuple(_total(key, series.get(key, []), events.get(key, [])) for key in keys)


def _total(key: tuple[str, TollKind, str], series: list[Series], events: list[Incident]) -> Total:
    place_id, what, cause = key
    series = sorted(series, key=lambda one: -(one.newest.count.best or one.newest.count.low))
    inside = tuple(one for one in events if series and _is_inside(one, series[0]))
    outside = tuple(one for one in events if one not in inside)
    counts = [one.newest.count for one in series[:1]]
    counts += [count for one in outside if (count := _figure(one, what)) is not None]
    return Total(place_id, what, cause, added(counts), tuple(series), outside, inside)


def _figure(incident: Incident, what: TollKind) -> Count | None:
    return _FIGURES[what](incident)


_FIGURES: dict[TollKind, Callable[[Incident], Count | None]] = {
    TollKind.KILLED: lambda one: one.fatalities,
    TollKind.INJURED: lambda one: one.injured,
    TollKind.DISPLACED: lambda one: one.displaced,
}


def _counts(incident: Incident, what: TollKind) -> bool:
    single = incident.toll_scope is TollScope.EVENT
    return single and _figure(incident, what) is not None


def _is_inside(incident: Incident, series: Series) -> bool:
    """Whether an event may be part of a running total; an unknown time may be."""
    since, until = series.newest.since, series.until
    if since is not None and incident.date_end is not None and incident.date_end <= since:
        return False
    start = incident.date_start
    return until is None or start is None or start < until


def _key(claim: TollClaim) -> tuple[str, TollKind, str]:
    return str(claim.where.place_id), claim.what, claim.cause


def _continues(before: TollClaim, claim: TollClaim) -> bool:
    """Whether a running total is the one before, as it stands by now."""
    if _key(before) != _key(claim) or before.scope is not claim.scope:
        return False
    if claim.scope is TollScope.EVENT and before.when.start != claim.when.start:
        return False
    if before.since and claim.since and before.since != claim.since:
        return False
    nobody = ClaimantType.UNATTRIBUTED
    unknown = nobody in {before.source.claimant_type, claim.source.claimant_type}
    same = before.source.origin == claim.source.origin
    # Inhabitants leave and return; the dead only grow more.
    shrinks = claim.what in {TollKind.POPULATION, TollKind.TRAPPED, TollKind.MISSING}
    grows = (claim.count.best or claim.count.low) >= (before.count.best or before.count.low)
    return (same or unknown) and (grows or shrinks)


def _as_of(claim: TollClaim) -> date | None:
    return claim.when.end or claim.when.as_of or claim.published


def _oldest_first(claim: TollClaim) -> tuple[str, int, str]:
    day = _as_of(claim)
    return day.isoformat() if day else "", claim.count.best or claim.count.low, claim.claim_id
