"""
Ground that changed hands is news too: the happening in what is said of who holds it.

The readers of control and of incidents know different words. Where the first has read that a
town was taken or left and the second has read nothing there, the deed is told all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import ControlClaim, IncidentClaim, claim_id
from geo.codes import UNDRAWN, IncidentType, Relation, Tense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.claims import Claim
    from geo.reading.parsed import ParsedReport

# Rules of control that tell of a deed, not of a state; "entered" and "advanced" take no town.
_TAKING = frozenset(
    f"control.{rule}"
    for rule in (
        "seize", "take_over", "fall_to", "control_of", "free", "clear", "lose_place_gain",
        "lose_control_gain", "hand_over_gain", "hand_to_gain",
    )
)  # fmt: skip
_LEAVING = frozenset(
    f"control.{rule}" for rule in ("withdraw", "leave", "driven_out", "lose_place", "hand_over")
)
_TAKEN = frozenset({IncidentType.SEIZURE, IncidentType.RECAPTURE})
# Deeds that the same words may tell of: "stormed the town", "was driven out of the town".
_TOLD_AS_TAKEN = _TAKEN | {IncidentType.ARMED_CLASH}
_TOLD_AS_LEFT = _TAKEN | {IncidentType.WITHDRAWAL}
_BACK = ("retak", "retook", "recaptur", "regain", "reclaim", "reconquer", "recover", "liberat")


def deeds_of(parsed: ParsedReport, claims: Sequence[Claim]) -> Iterator[IncidentClaim]:
    """Yield an incident for each claim of ground taken or left that has none beside it."""
    incidents = [one for one in claims if isinstance(one, IncidentClaim)]
    for claim in claims:
        if not isinstance(claim, ControlClaim) or not _happened(claim):
            continue
        kind = _kind(claim)
        told = _TOLD_AS_LEFT if kind is IncidentType.WITHDRAWAL else _TOLD_AS_TAKEN
        if not _is_told(claim, incidents, told):
            incidents.append(_deed(parsed, claim, kind))
            yield incidents[-1]


def _happened(claim: ControlClaim) -> bool:
    drawn = claim.assertion not in UNDRAWN and not claim.negated and claim.tense is Tense.CURRENT
    taken = claim.rule in _TAKING and claim.relation is not Relation.CONTESTS
    left = claim.rule in _LEAVING and claim.relation is Relation.WITHDREW_FROM
    return drawn and (taken or left) and claim.where.place_id is not None


def _kind(claim: ControlClaim) -> IncidentType:
    if claim.relation is Relation.WITHDREW_FROM:
        return IncidentType.WITHDRAWAL
    back = any(word in claim.quote.text.lower() for word in _BACK)
    return IncidentType.RECAPTURE if back else IncidentType.SEIZURE


def _is_told(
    claim: ControlClaim, incidents: Iterable[IncidentClaim], kinds: frozenset[IncidentType]
) -> bool:
    """Whether an incident tells of the same in overlapping words, or the taking of the leaving."""
    return any(
        one.incident_type in kinds
        and one.quote.start < claim.quote.end
        and claim.quote.start < one.quote.end
        and one.where.place_id == claim.where.place_id
        for one in incidents
    )


def _deed(parsed: ParsedReport, claim: ControlClaim, kind: IncidentType) -> IncidentClaim:
    quote, place = claim.quote, str(claim.where.place_id)
    text = parsed.report.text
    return IncidentClaim(
        claim_id=claim_id("incident", text, quote.start, quote.end, str(kind), place),
        quote=quote,
        outlet=claim.outlet,
        published=claim.published,
        source=claim.source,
        assertion=claim.assertion,
        interest=claim.interest,
        where=claim.where,
        when=claim.when,
        rule=f"incident.{kind}.ground",
        confidence=claim.confidence,
        hedges=claim.hedges,
        incident_type=kind,
        actors=(claim.actor,),
        targets=claim.against,
    )
