"""Incident claims to incidents on the ground: merged, dated, placed, never jittered."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from math import prod
from typing import TYPE_CHECKING

from gazetteer.errors import UnknownPlaceError
from geo.agreement import happenings, merged_count, merged_when
from geo.claims import IncidentClaim, NotUsed
from geo.codes import UNDRAWN, IncidentType, Reason, WherePrecision
from geo.features import Incident
from geo.ground.placing import area_of, point_radius_of
from geo.ground.unknown import unknown_ground
from geo.weight import weight_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazetteer.place import Place
    from geo.actors import ActorTable
    from geo.agreement import Happening
    from geo.claims import Count


def incidents_of(
    claims: Iterable[IncidentClaim],
    place_of: Callable[[str], Place],
    table: ActorTable,
) -> tuple[tuple[Incident, ...], tuple[NotUsed, ...]]:
    """
    Merge incident claims into incidents and put them on the ground.

    Parameters
    ----------
    claims
        In any order.
    place_of
        Gives the place of an id; raises UnknownPlaceError for one it does not know.
    table
        Who the actors are.

    Returns
    -------
    incidents
        By day, then by id.
    not_used
        The claims that were not drawn, with the reason.
    """
    drawn: list[IncidentClaim] = []
    not_used: list[NotUsed] = []
    for claim in claims:
        reason = _why_not(claim)
        if reason is None:
            if why := _no_ground(claim, place_of):
                left = NotUsed(
                    claim.quote.report_id, Reason.NO_AREA, claim.quote, why, claim.claim_id
                )
                not_used.append(left)
            else:
                drawn.append(claim)
        else:
            not_used.append(
                NotUsed(claim.quote.report_id, reason, claim.quote, claim_id=claim.claim_id)
            )
    incidents = []
    for happening in happenings(drawn, table):
        try:
            incidents.append(_incident(happening, place_of))
        except UnknownPlaceError as error:
            not_used.extend(
                NotUsed(c.quote.report_id, Reason.UNKNOWN_PLACE, c.quote, str(error), c.claim_id)
                for c in happening.claims
            )
    return tuple(sorted(incidents, key=_by_day)), tuple(not_used)


def _why_not(claim: IncidentClaim) -> Reason | None:
    """Say why a claim is not drawn; None if it is."""
    if claim.assertion in UNDRAWN:
        return UNDRAWN[claim.assertion]
    if claim.where.place_id is None:
        return Reason.AMBIGUOUS_PLACE if claim.where.place_name else Reason.NO_PLACE
    if claim.incident_type is IncidentType.STATEMENT:
        # Where somebody spoke is not where anything happened.
        return Reason.UNDRAWN_RELATION
    if claim.where.precision in {WherePrecision.COUNTRY, WherePrecision.VAGUE}:
        # A point for a whole country would be read as a place in it.
        return Reason.NO_AREA
    return None


def _no_ground(claim: IncidentClaim, place_of: Callable[[str], Place]) -> str | None:
    """Say why nobody can tell which spots the words mean: "the eastern bank" of a mere point."""
    where = claim.where
    if where.near is None:
        return None  # a place as wide as a sea still has a point, and metres that say how wide
    with suppress(UnknownPlaceError):
        other = place_of(where.other_place_id) if where.other_place_id else None
        return unknown_ground(where, place_of(str(where.place_id)), other)
    return None


def _incident(happening: Happening, place_of: Callable[[str], Place]) -> Incident:
    claims = happening.claims
    # The most exactly placed claim places all of them: they name one place.
    where = min((claim.where for claim in claims), key=lambda one: one.part is None)
    place = place_of(str(where.place_id))
    other = place_of(where.other_place_id) if where.other_place_id else None
    point, uncertainty_m = point_radius_of(where, place, other=other)
    start, end, precision = merged_when(happening)
    weights = {claim.claim_id: weight_of(claim) for claim in claims}
    return Incident(
        incident_id=_incident_id(claims),
        incident_type=happening.first.incident_type,
        date_start=start,
        date_end=end,
        date_prec=precision,
        place_id=str(where.place_id),
        where_prec=min((c.where.precision or WherePrecision.VAGUE for c in claims), key=int),
        uncertainty_m=uncertainty_m,
        actors=_union(claim.actors for claim in claims),
        targets=_union(claim.targets for claim in claims),
        claim_ids=tuple(sorted(weights)),
        n_reports=len({claim.quote.report_id for claim in claims}),
        n_origins=len({claim.source.origin for claim in claims}),
        geometry=point,
        confidence=_confidence(claims, weights),
        fatalities=_figure(claims, weights, "fatalities"),
        injured=_figure(claims, weights, "injured"),
        deaths_civilians=_figure(claims, weights, "deaths_civilians"),
        displaced=_figure(claims, weights, "displaced"),
        toll_scope=happening.first.toll_scope,
        tags=_union(claim.tags for claim in claims),
        area=area_of(where, place, other=other),
    )


def _incident_id(claims: Sequence[IncidentClaim]) -> str:
    """Name an incident by its claims: the same claims make the same incident."""
    digest = hashlib.sha256(
        "|".join(sorted(claim.claim_id for claim in claims)).encode(errors="surrogatepass")
    )
    return f"e{digest.hexdigest()[:12]}"


def _confidence(claims: Iterable[IncidentClaim], weights: dict[str, float]) -> float:
    """Independent origins support each other; repeats of one origin do not."""
    by_origin: dict[str, float] = {}
    for claim in claims:
        weight = min(weights[claim.claim_id], 1.0) * claim.confidence
        by_origin[claim.source.origin] = max(weight, by_origin.get(claim.source.origin, 0.0))
    return 1 - prod(1 - weight for weight in by_origin.values())


def _figure(claims: Iterable[IncidentClaim], weights: dict[str, float], name: str) -> Count | None:
    figures = [(getattr(claim, name), weights[claim.claim_id]) for claim in claims]
    return merged_count([(figure, weight) for figure, weight in figures if figure is not None])


def _union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for one in lists for item in one))


def _by_day(incident: Incident) -> tuple[str, str]:
    day = incident.date_start or incident.date_end
    return day.isoformat() if day else "", incident.incident_id
