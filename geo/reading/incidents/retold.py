"""What a report has told before and tells again: tolls added later, those who are blamed for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.codes import UNDRAWN, DatePrecision, IncidentType, TollScope
from geo.reading.control.arguments import agents
from geo.reading.dates.clauses import predicate_of
from geo.reading.incidents.blame import is_vague
from geo.reading.incidents.events import VIOLENT
from geo.reading.incidents.recounts import COUNTING, counts_them_all, widened
from geo.reading.incidents.running_totals import (
    is_days_after,
    is_of_campaign,
    is_of_war,
)
from geo.reading.incidents.telling import victims_of
from geo.reading.incidents.victims import SaidAs

if TYPE_CHECKING:
    from geo.claims import Count, IncidentClaim
    from geo.reading.incidents.events import Event

_OF_PEOPLE = frozenset({IncidentType.EXECUTION, IncidentType.ABDUCTION})
_DEADLY = frozenset({IncidentType.SHOOTING, IncidentType.ARMED_CLASH, IncidentType.EXECUTION})
# As one event UCDP takes fighting of up to a week (its date precision 3), and so do we.
_WEEK = timedelta(days=8)
_LONG_DATES = frozenset({DatePrecision.MONTH, DatePrecision.QUARTER, DatePrecision.YEAR})
# What somebody is blamed for without its being named again.
_BLAMED = VIOLENT | {IncidentType.ABDUCTION, IncidentType.LOOTING_OR_DESTRUCTION}


def stands_alone(event: Event, claim: IncidentClaim) -> bool:
    """Whether a happening is told here, and not only pointed back at: "the attack"."""
    if claim.toll_scope is TollScope.CUMULATIVE and is_of_war(event.main.token):
        return False  # a toll of the whole war, told in `geo.reading.incidents.tolls`
    if is_of_campaign(event) and _has_no_cause(event, claim):
        return False
    if claim.toll_scope is TollScope.CUMULATIVE and _is_of_weeks(event, claim):
        vague = claim.incident_type is IncidentType.EXECUTION and event.main.token.pos_ == "VERB"
        if vague or _has_no_cause(event, claim):
            return False  # "70 have been killed since July": nothing that happened there
    if not all(deed.definite for deed in event.deeds):
        return True
    basis = claim.when.basis
    return bool(event.casualties) or bool(basis and basis in claim.quote.text)


def _is_of_weeks(event: Event, claim: IncidentClaim) -> bool:
    """Whether a count is said to run over weeks, as no happening does."""
    basis = claim.when.basis.lower()
    start, last = claim.when.start, claim.when.as_of or claim.published
    if claim.when.precision in _LONG_DATES:
        return True
    if any(is_days_after(predicate_of(one.token)) for one in event.casualties):
        return True
    if start is None or last is None:
        return basis.startswith("since")
    return last - start > _WEEK


def is_first_told(event: Event, claim: IncidentClaim, before: list[IncidentClaim]) -> bool:
    """Whether "the murder of the mayor" tells of a killing that the report has not told yet."""
    if not any(victims_of(deed.token) for deed in event.deeds if deed.token != deed.head):
        return False
    if claim.toll_scope is TollScope.CUMULATIVE or claim.incident_type not in _OF_PEOPLE:
        return False
    same = [one for one in before if one.incident_type in {claim.incident_type, *_DEADLY}]
    return not any(_may_be_one(one, claim) for one in same)


def _may_be_one(one: IncidentClaim, other: IncidentClaim) -> bool:
    places = {one.where.place_id, other.where.place_id} - {None}
    return len(places) < 2 or one.fatalities == other.fatalities


def told_before(event: Event, claim: IncidentClaim, before: IncidentClaim, *, placed: bool) -> bool:
    """
    Say whether an event only adds a toll to the claim told last: "the blast killed".

    ``placed`` says whether its own sentence names a place.
    """
    if not _may_join(event, claim, before, placed=placed):
        return False
    silent = claim.actors == before.actors or _may_be_theirs(event, claim, before)
    clash = claim.fatalities is not None and before.fatalities is not None
    if event.is_toll or all(c.said_as is SaidAs.BODIES for c in event.casualties):
        clash = False  # the same dead, counted anew, or found
    exact = event.main.exact and claim.incident_type != before.incident_type
    return silent and not clash and not exact and claim.toll_scope == before.toll_scope


def _may_join(event: Event, claim: IncidentClaim, before: IncidentClaim, *, placed: bool) -> bool:
    points_back = all(deed.definite for deed in event.deeds) and bool(event.casualties)
    elsewhere = placed and claim.where.place_id not in {before.where.place_id, None}
    other = {claim.where.unlisted, before.where.unlisted} - {None}
    elsewhere = elsewhere or (placed and len(other) > 1)
    if elsewhere or before.incident_type not in VIOLENT or before.assertion in UNDRAWN:
        return False
    return points_back or (_has_no_cause(event, claim) and _may_be_theirs(event, claim, before))


def _may_be_theirs(event: Event, claim: IncidentClaim, before: IncidentClaim) -> bool:
    """Whether nobody else is said to have killed: "They killed 31 people"."""
    they = [agent.lower_ for agent in agents(event.main.token)] == ["they"]
    died = event.main.token.lemma_ in {"die", "perish"}  # its subject killed nobody
    return not claim.actors or died or (they and before.actors in {(), claim.actors})


def _has_no_cause(event: Event, claim: IncidentClaim) -> bool:
    return not event.main.exact and "killing" in claim.tags


def counted_anew(
    event: Event, claim: IncidentClaim, before: IncidentClaim, *, placed: bool
) -> bool:
    """Whether another counts the dead of the happening told last: "it said it killed 300"."""
    same = not claim.actors or is_vague(before.actors) or claim.actors == before.actors
    counts = claim.fatalities is not None and claim.toll_scope == before.toll_scope
    told = claim.source.origin != before.source.origin and before.assertion not in UNDRAWN
    return _has_no_cause(event, claim) and same and counts and told and not placed


def at_the_place_of(before: IncidentClaim, claim: IncidentClaim) -> IncidentClaim:
    """Return a claim of another source about what was told before, where and when that was."""
    undated = claim.when.basis not in claim.quote.text or not claim.when.basis
    when = before.when if undated and before.when.start else claim.when
    return replace(claim, where=before.where, incident_type=before.incident_type, when=when)


def recounted(event: Event, claim: IncidentClaim, before: IncidentClaim) -> bool:
    """Whether somebody else gives another number for the dead told last: "four had died"."""
    return (
        claim.fatalities is not None
        and before.fatalities is not None
        and claim.source.origin != before.source.origin
        and claim.toll_scope == before.toll_scope
        and all(counts_them_all(one.token, one.victims) for one in event.casualties)
    )


def with_range(
    before: IncidentClaim, count: Count | None, *, killed: bool = True, earlier: bool = False
) -> IncidentClaim:
    """Return a claim whose number of dead or hurt reaches to what another source counts."""
    told = before.fatalities if killed else before.injured
    if count is None:
        return before
    wide = count if told is None else widened(told, count, earlier=earlier)
    return replace(before, fatalities=wide) if killed else replace(before, injured=wide)


def with_toll(before: IncidentClaim, claim: IncidentClaim, event: Event) -> IncidentClaim:
    """Return a claim with what is told of it later: the dead, the hurt, who did it."""
    # "The death toll rose to 41": the newest figure counts.
    first, second = (claim, before) if event.is_toll else (before, claim)
    if event.is_toll and event.head.lemma_ in COUNTING and recounted(event, claim, before):
        before = first = with_range(before, claim.fatalities)
    return replace(
        before,
        fatalities=first.fatalities or second.fatalities,
        injured=first.injured or second.injured,
        deaths_civilians=before.deaths_civilians or claim.deaths_civilians,
        actors=before.actors or claim.actors,
        targets=tuple(dict.fromkeys((*before.targets, *claim.targets))),
    )


def ascribed(
    claims: list[IncidentClaim], actors: tuple[str, ...], kind: IncidentType | None
) -> None:
    """Name those who are blamed for the deed told last, where nobody was named for it."""
    for at in range(len(claims) - 1, -1, -1):
        one = claims[at]
        if one.incident_type not in _BLAMED or one.assertion in UNDRAWN:
            continue
        if (
            kind in _BLAMED
            and one.incident_type != kind
            and not {kind, one.incident_type} <= _DEADLY
        ):
            continue
        if is_vague(one.actors) and not set(actors) & set(one.targets):
            claims[at] = replace(one, actors=actors)
        return
