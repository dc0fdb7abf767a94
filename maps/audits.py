"""What became of a claim: drawn, drawn with capped confidence, set against, or why not drawn."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from geo.claims import TollClaim
from geo.comparison_rows import audit_words
from geo.rows import iso, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.case import Case
    from geo.claims import Claim, NotUsed
    from geo.features import Incident, Zone

# Statuses: a claim may be in several zones; the strongest word for it is told.
PLACED, CAPPED, AGAINST, FIGURE, NOT_DRAWN = "placed", "capped", "against", "figure", "not drawn"


def audit_records(case: Case) -> dict[str, dict[str, Any]]:
    """
    Return by the id of each claim what the map made of it.

    Returns
    -------
    records
        ``status``: ``placed`` in a zone or an incident; ``capped``: placed, and its confidence
        held down, because the extent of its place is assumed; ``against``: drawn only as the
        other side of a zone; ``figure``: a number, which has no shape; ``not drawn``.
        ``why`` and ``detail`` say why not. ``shares`` are the low, best and high share of the
        newest zone it is in; ``won`` tells, in pairs of a day and words, what it got of the
        ground it names and
        whether that fits the other claims (``compatible``); ``lost_to`` are claims that the
        same ground was given to against it.
    """
    drawn, against = _zones_by_claim(case)
    incidents = {name: one for one in case.incidents for name in one.claim_ids}
    refused = {one.claim_id: one for one in case.not_used if one.claim_id}
    return {
        claim.claim_id: _record(
            claim,
            case,
            drawn.get(claim.claim_id, ()),
            against.get(claim.claim_id, ()),
            incidents.get(claim.claim_id),
            refused.get(claim.claim_id),
        )
        for claim in case.claims
    }


def _zones_by_claim(case: Case) -> tuple[Mapping[str, list[Zone]], Mapping[str, list[Zone]]]:
    drawn: dict[str, list[Zone]] = defaultdict(list)
    against: dict[str, list[Zone]] = defaultdict(list)
    for zone in sorted(case.zones, key=lambda zone: (zone.valid_from, zone.zone_id)):
        for name in zone.claim_ids:
            drawn[name].append(zone)
        for name in zone.conflicts_with:
            against[name].append(zone)
    return drawn, against


def _record(  # noqa: PLR0913, PLR0917 - one claim and the four tables that tell of it
    claim: Claim,
    case: Case,
    zones: Sequence[Zone],
    against: Sequence[Zone],
    incident: Incident | None,
    refused: NotUsed | None,
) -> dict[str, Any]:
    audits = case.audits.get(claim.claim_id, ())
    lost = sorted({name for zone in against for name in zone.claim_ids} - {claim.claim_id})
    shares = next((_shares(zone) for zone in reversed(zones) if zone.share_best is not None), None)
    record: dict[str, Any] = {
        "status": _status(claim, case, zones, against, incident),
        "shares": shares,
        "won": [[iso(day), audit_words(one)] for day, one in audits],
        "compatible": all(one.ok for _, one in audits) if audits else None,
        "lost_to": lost,
    }
    if record["status"] == NOT_DRAWN and refused is not None:
        record |= {"why": str(refused.reason), "detail": refused.detail}
    return {name: value for name, value in record.items() if value not in (None, "", [])}


def _status(
    claim: Claim,
    case: Case,
    zones: Sequence[Zone],
    against: Sequence[Zone],
    incident: Incident | None,
) -> str:
    if zones:
        return CAPPED if all(_is_assumed(zone, case) for zone in zones) else PLACED
    if incident is not None:
        return PLACED
    if isinstance(claim, TollClaim):
        return FIGURE
    return AGAINST if against else NOT_DRAWN


def _is_assumed(zone: Zone, case: Case) -> bool:
    place = case.places_by_id.get(zone.place_id)
    return place is not None and place.outline is None


def _shares(zone: Zone) -> list[float | None]:
    return [rounded(one) for one in (zone.share_low, zone.share_best, zone.share_high)]
