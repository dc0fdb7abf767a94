"""What compares claims as flat rows: contradictions, how far views lie apart, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.graphic import is_graphic
from geo.rows import iso, joined, name_of, rounded

if TYPE_CHECKING:
    from geo.case import Case
    from geo.claims import Claim
    from geo.disagreement.divergence import Divergence
    from geo.disagreement.record import Contradiction, Side
    from geo.ground.audit import Audited
    from geo.series import Total


def contradiction_row(one: Contradiction, case: Case) -> dict[str, object]:
    """Return a contradiction as flat columns, with the words of both sides."""
    return {
        "contradiction_id": one.contradiction_id,
        "kind": str(one.kind),
        "about": one.about,
        "place_id": one.place_id,
        "place_name": name_of(one.place_id, case.places_by_id),
        "date_start": iso(one.date_start),
        "date_end": iso(one.date_end),
        **_side("", one.one, case),
        **_side("other_", one.other, case),
    }


def _side(prefix: str, side: Side, case: Case) -> dict[str, object]:
    claim = case.claims_by_id[side.claim_ids[0]]
    claims = [case.claims_by_id[claim_id] for claim_id in side.claim_ids]
    row = {
        "said": side.said,
        "low": rounded(side.low),
        "high": rounded(side.high),
        "quote": claim.quote.text,
        "claimant": claim.source.claimant,
        "origin": claim.source.origin,
        "outlet": claim.outlet,
        "report_id": claim.quote.report_id,
        "n_origins": len({one.source.origin for one in claims}),
        "claim_ids": joined(side.claim_ids),
        "graphic": is_graphic(claim.quote.text),
    }
    return {prefix + name: value for name, value in row.items()}


def divergence_row(one: Divergence, case: Case) -> dict[str, object]:
    """Return how far origins lie apart over a place as flat columns."""
    return {
        "place_id": one.place_id,
        "place_name": name_of(one.place_id, case.places_by_id),
        "valid_from": iso(one.valid_from),
        "valid_to": iso(one.valid_to),
        "n_origins": len(one.origins),
        "origins": joined(one.origins),
        "divergence": rounded(one.mean),
        "disputed_share": rounded(one.disputed_share),
    }


def corroboration_row(claim: Claim, case: Case) -> dict[str, object]:
    """Return what else says a claim: the statement it repeats, and the independent origins."""
    found = case.corroboration[claim.claim_id]
    return {
        "statement_id": found.statement_id,
        "n_origins": len(found.origins),
        "origins": joined(found.origins),
    }


def audit_row(claim: Claim, case: Case) -> dict[str, object]:
    """
    Return how the map honours a claim: on which days, how far, and whether that will do.

    ``compatible`` is False if on some day it did not fit the picture that the other claims
    make, None for a claim that divides no ground.
    """
    audits = case.audits.get(claim.claim_id, ())
    return {
        "compatible": all(one.ok for _, one in audits) if audits else None,
        "audit": joined([f"{iso(day)}: {audit_words(one)}" for day, one in audits]) or None,
    }


def audit_words(one: Audited) -> str:
    """Say how a claim is honoured, and where it does not fit the others that it does not."""
    return str(one) if one.ok else f"{one}, not compatible with the other claims"


def total_row(total: Total, case: Case) -> dict[str, object]:
    """Return a total as flat columns; what may be among it already is named, not added."""
    newest = [series.newest for series in total.series]
    return {
        "place_id": total.place_id,
        "place_name": name_of(total.place_id, case.places_by_id),
        "what": str(total.what),
        "cause": total.cause,
        "low": total.count.low,
        "best": total.count.best,
        "high": total.count.high,
        "since": iso(min((one.since for one in newest if one.since), default=None)),
        "as_of": iso(max((s.until for s in total.series if s.until), default=None)),
        "n_origins": len({one.source.origin for one in newest}),
        "claim_ids": joined([one.claim_id for s in total.series for one in s.claims]),
        "added": joined([one.incident_id for one in total.added]),
        "possibly_included": joined([one.incident_id for one in total.possibly_included]),
    }
