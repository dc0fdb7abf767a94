"""Who takes part in a case, for how much, in which country, and who only speaks of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.claims import ControlClaim, IncidentClaim
from geo.codes import IncidentType, ZoneStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.case import Case
    from geo.claims import Claim
    from geo.features import Incident

# What holds ground outweighs what is only named.
_A_ZONE = 100

# Who tells of a war and fights in none.
_REPORTING = {ActorKind.MEDIA_AGENCY, ActorKind.MONITOR}


def acting(case: Case) -> list[str]:
    """
    Return the ids of who takes part by more than words; those who hold most come first.

    An outlet or a monitor that is read as fighting was misread, unless it is drawn with ground.
    """
    weight: Counter[str] = Counter()
    for zone in case.zones:
        if zone.status is not ZoneStatus.NOT_STATED:
            weight[zone.actor] += _A_ZONE
    for one in _said(case):
        if getattr(one, "incident_type", None) is not IncidentType.STATEMENT:
            weight.update(_named(one))
    found = (
        actor
        for actor, heavy in weight.items()
        if heavy >= _A_ZONE or case.table.get(actor).kind not in _REPORTING
    )
    # Ties go by id, so that the same case always looks the same.
    return sorted(found, key=lambda actor: (-weight[actor], actor))


def speaking(case: Case) -> list[str]:
    """Return the ids of who is named and takes part by words alone."""
    named = {actor for one in _said(case) for actor in _named(one)}
    return sorted(named.difference(acting(case)))


def reports_by_actor(case: Case) -> Mapping[str, set[str]]:
    """Return by actor the reports that name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in case.claims:
        for actor in _named(claim):
            found[actor].add(claim.quote.report_id)
    return found


def theatres(case: Case) -> Mapping[str, str]:
    """
    Return by actor the country that its war is in: where most places of its reports lie.

    A case may hold the reports of several wars. Whoever no report names has the country of
    most places of the case.
    """
    everywhere = _most(place.country for place in case.places)
    places: dict[str, set[str]] = defaultdict(set)
    for claim in case.claims:
        if claim.where.place_id in case.places_by_id:
            places[claim.quote.report_id].add(claim.where.place_id)
    found: dict[str, str] = {}
    reports = reports_by_actor(case)
    for actor in acting(case):
        named = {place for report in reports.get(actor, ()) for place in places[report]}
        home = _most(case.places_by_id[one].country for one in named) or everywhere
        if home is not None:
            found[actor] = home
    return found


def _most(countries: Iterator[str | None]) -> str | None:
    counts = Counter(country for country in countries if country)
    return min(counts, key=lambda one: (-counts[one], one)) if counts else None


def _said(case: Case) -> list[Claim | Incident]:
    return [*case.claims, *case.incidents]


def _named(one: Claim | Incident) -> tuple[str, ...]:
    match one:
        case ControlClaim():
            return (one.actor, *one.against)
        case IncidentClaim():
            return (*one.actors, *one.targets)
        case _:
            return (*getattr(one, "actors", ()), *getattr(one, "targets", ()))
