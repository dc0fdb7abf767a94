"""A record as one flat row: dates ISO 8601, lists joined by a bar, names as in the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.crosswalk import codes_of, type_of_violence
from geo.graphic import is_graphic
from geo.public.names import MARK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from gazetteer.place import Place
    from geo.case import Case
    from geo.claims import Claim, Count, Share, When, Where
    from geo.features import Incident, Zone


def zone_row(zone: Zone, case: Case) -> dict[str, object]:
    """Return a zone as flat columns."""
    return {
        "zone_id": zone.zone_id,
        "actor": zone.actor,
        "actor_name": case.actor_names.get(zone.actor, ""),
        "status": str(zone.status),
        "place_id": zone.place_id,
        "place_name": name_of(zone.place_id, case.places_by_id),
        "valid_from": iso(zone.valid_from),
        "valid_to": iso(zone.valid_to),
        "share_low": rounded(zone.share_low),
        "share_best": rounded(zone.share_best),
        "share_high": rounded(zone.share_high),
        "area_km2": rounded(zone.area_km2),
        "confidence": rounded(zone.confidence),
        "n_reports": zone.n_reports,
        "n_origins": zone.n_origins,
        "claim_ids": joined(zone.claim_ids),
        "conflicts_with": joined(zone.conflicts_with),
        "method": zone.method,
        "price": zone.price,
        "audit": joined([f"{one.claim_id} {one}" for one in zone.audit]),
    }


def range_row(zone: Zone, reading: str, share: float | None, case: Case) -> dict[str, object]:
    """Return the certain core or the widest reading of a zone as flat columns."""
    shared = (
        "zone_id", "actor", "actor_name", "status", "place_id", "place_name", "valid_from",
        "valid_to",
    )  # fmt: skip
    row = zone_row(zone, case)
    return {name: row[name] for name in shared} | {"reading": reading, "share": rounded(share)}


def incident_row(incident: Incident, case: Case) -> dict[str, object]:
    """Return an incident as flat columns."""
    civilians = incident.deaths_civilians
    codes = codes_of(incident, case.actor_kinds)
    return {
        "incident_id": incident.incident_id,
        "incident_type": str(incident.incident_type),
        "tags": joined(incident.tags),
        "date_start": iso(incident.date_start),
        "date_end": iso(incident.date_end),
        "date_prec": incident.date_prec.ucdp,
        "place_id": incident.place_id,
        "place_name": name_of(incident.place_id, case.places_by_id),
        "where_prec": int(incident.where_prec),
        "geo_precision": incident.where_prec.acled,
        "uncertainty_m": round(incident.uncertainty_m),
        "actors": joined(incident.actors),
        "targets": joined(incident.targets),
        **_count("fatalities", incident.fatalities),
        **_count("injured", incident.injured),
        **_count("displaced", incident.displaced),
        "deaths_civilians": civilians.best if civilians else None,
        "toll_scope": str(incident.toll_scope),
        "confidence": rounded(incident.confidence),
        "n_reports": incident.n_reports,
        "n_origins": incident.n_origins,
        "claim_ids": joined(incident.claim_ids),
        "time_precision": incident.date_prec.acled,
        "event_type": codes.event_type,
        "sub_event_type": codes.sub_event_type,
        "plover": codes.plover,
        "type_of_violence": type_of_violence(incident, case.actor_kinds),
    }


def claim_row(claim: Claim) -> dict[str, object]:
    """Return a claim of any kind as flat columns."""
    match claim:
        case ControlClaim():
            own = _control_fields(claim)
        case IncidentClaim():
            own = _incident_fields(claim)
        case TollClaim():
            own = _toll_fields(claim)
        case _:
            own = {}
    return _common_fields(claim) | own


def _common_fields(claim: Claim) -> dict[str, object]:
    where = claim.where
    return {
        "claim_id": claim.claim_id,
        "report_id": claim.quote.report_id,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "quote": claim.quote.text,
        "outlet": claim.outlet,
        "published": iso(claim.published),
        "claimant": claim.source.claimant,
        "claimant_type": str(claim.source.claimant_type),
        "origin": claim.source.origin,
        "assertion": str(claim.assertion),
        "interest": str(claim.interest),
        "place_id": where.place_id,
        "place_name": where.place_name,
        "part": str(where.part) if where.part else None,
        **_near(where),
        "where_prec": int(where.precision) if where.precision else None,
        "geo_precision": where.precision.acled if where.precision else None,
        "uncertainty_m": None if where.uncertainty_m is None else round(where.uncertainty_m),
        **_dates(claim.when),
        "rule": claim.rule,
        "confidence": rounded(claim.confidence),
        "hedges": joined(claim.hedges),
        "graphic": is_graphic(claim.quote.text),
        "names_removed": claim.quote.text.count(MARK),
    }


def _control_fields(claim: ControlClaim) -> dict[str, object]:
    return {
        "kind": "control",
        "actor": claim.actor,
        "actor_text": claim.actor_text,
        "relation": str(claim.relation),
        "tense": str(claim.tense),
        "negated": claim.negated,
        "against": joined(claim.against),
        **_share(claim.share),
    }


def _incident_fields(claim: IncidentClaim) -> dict[str, object]:
    civilians = claim.deaths_civilians
    return {
        "kind": "incident",
        "incident_type": str(claim.incident_type),
        "tags": joined(claim.tags),
        "actors": joined(claim.actors),
        "targets": joined(claim.targets),
        **_count("fatalities", claim.fatalities),
        **_count("injured", claim.injured),
        "deaths_civilians": civilians.best if civilians else None,
        "toll_scope": str(claim.toll_scope),
    }


def _toll_fields(claim: TollClaim) -> dict[str, object]:
    return {
        "kind": "toll",
        "what": str(claim.what),
        "low": claim.count.low,
        "best": claim.count.best,
        "high": claim.count.high,
        "scope": str(claim.scope),
        "since": iso(claim.since),
        "cause": claim.cause,
    }


def place_row(place: Place) -> dict[str, object]:
    """Return a place as flat columns."""
    return {
        "place_id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "longitude": round(place.longitude, 6),
        "latitude": round(place.latitude, 6),
        "country": place.country,
        "parents": joined(place.parents),
        "other_names": joined(place.other_names),
        "population": place.population,
        "outline_accuracy_m": place.outline_accuracy_m,
        "source": place.source,
    }


def _near(where: Where) -> dict[str, object]:
    near = where.near
    low, best, high = near.distance_m if near and near.distance_m else (None, None, None)
    return {
        "near": near.word if near else None,
        "heading": near.heading if near else None,
        "distance_low_m": rounded(low),
        "distance_best_m": rounded(best),
        "distance_high_m": rounded(high),
        "other_place_id": where.other_place_id,
    }


def _dates(when: When) -> dict[str, object]:
    return {
        "date_start": iso(when.start),
        "date_end": iso(when.end),
        "date_prec": when.precision.ucdp,
        "date_basis": when.basis,
    }


def _count(prefix: str, count: Count | None) -> dict[str, object]:
    return {
        f"{prefix}_low": count.low if count else None,
        f"{prefix}_best": count.best if count else None,
        f"{prefix}_high": count.high if count else None,
    }


def _share(share: Share | None) -> dict[str, object]:
    return {
        "share_low": rounded(share.low) if share else None,
        "share_best": rounded(share.best) if share else None,
        "share_high": rounded(share.high) if share else None,
        "share_of": str(share.of) if share else None,
    }


def rounded(number: float | None) -> float | None:
    """Round a share, an area or a confidence; None stays None."""
    # Four decimals are finer than any share, area or confidence is known.
    return None if number is None else round(number, 4)


def iso(day: date | None) -> str | None:
    """Write a day as ISO 8601; None stays None."""
    return None if day is None else day.isoformat()


def joined(items: Sequence[str]) -> str:
    """Write a list as one cell."""
    return "|".join(items)


def name_of(place_id: str, places: Mapping[str, Place]) -> str:
    """Return the name of a place, empty if it is not known."""
    return places[place_id].name if place_id in places else ""
