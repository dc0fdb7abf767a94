"""
Our types of incident in the codes of ACLED and PLOVER, as one table.

The event and sub-event types are those of ACLED's codebook, the PLOVER codes its event
types. ACLED tells by the actor, not by the deed, whether a government or a non-state actor
takes ground: `seizure` and `recapture` give the usual case.
"""

from __future__ import annotations

from typing import NamedTuple

from geo.codes import IncidentType


class Codes(NamedTuple):
    """How others code a type of incident; None where they do not code it."""

    event_type: str | None  # ACLED
    sub_event_type: str | None  # ACLED
    plover: str | None


_BATTLE = "Battles"
_REMOTE = "Explosions/Remote violence"
_CIVILIANS = "Violence against civilians"
_STRATEGIC = "Strategic developments"

# ACLED has no sub-event for people fleeing, aid or deaths of hunger: "Other" strategic
# developments is where its coders note them. PLOVER codes deeds, not plain statements.
CROSSWALK: dict[IncidentType, Codes] = {
    IncidentType.ARMED_CLASH: Codes(_BATTLE, "Armed clash", "ASSAULT"),
    IncidentType.SEIZURE: Codes(_BATTLE, "Non-state actor overtakes territory", "ASSAULT"),
    IncidentType.RECAPTURE: Codes(_BATTLE, "Government regains territory", "ASSAULT"),
    IncidentType.WITHDRAWAL: Codes(_STRATEGIC, "Non-violent transfer of territory", "RETREAT"),
    IncidentType.AIR_STRIKE: Codes(_REMOTE, "Air/drone strike", "ASSAULT"),
    IncidentType.SHELLING: Codes(_REMOTE, "Shelling/artillery/missile attack", "ASSAULT"),
    IncidentType.CAR_BOMB: Codes(_REMOTE, "Remote explosive/landmine/IED", "ASSAULT"),
    IncidentType.IED: Codes(_REMOTE, "Remote explosive/landmine/IED", "ASSAULT"),
    IncidentType.SUICIDE_BOMB: Codes(_REMOTE, "Suicide bomb", "ASSAULT"),
    IncidentType.GRENADE: Codes(_REMOTE, "Grenade", "ASSAULT"),
    IncidentType.CHEMICAL: Codes(_REMOTE, "Chemical weapon", "ASSAULT"),
    IncidentType.SHOOTING: Codes(_CIVILIANS, "Attack", "ASSAULT"),
    IncidentType.SNIPER: Codes(_CIVILIANS, "Attack", "ASSAULT"),
    IncidentType.EXECUTION: Codes(_CIVILIANS, "Attack", "ASSAULT"),
    IncidentType.ABDUCTION: Codes(_CIVILIANS, "Abduction/forced disappearance", "ASSAULT"),
    IncidentType.SEXUAL_VIOLENCE: Codes(_CIVILIANS, "Sexual violence", "ASSAULT"),
    IncidentType.ARREST: Codes(_STRATEGIC, "Arrests", "COERCE"),
    IncidentType.SIEGE: Codes(_STRATEGIC, "Other", "COERCE"),
    IncidentType.LOOTING_OR_DESTRUCTION: Codes(
        _STRATEGIC, "Looting/property destruction", "ASSAULT"
    ),
    IncidentType.TALKS: Codes(_STRATEGIC, "Other", "CONSULT"),
    IncidentType.DISPLACEMENT: Codes(_STRATEGIC, "Other", None),
    IncidentType.AID_DENIED: Codes(_STRATEGIC, "Other", "COERCE"),
    IncidentType.AID_ALLOWED: Codes(_STRATEGIC, "Other", "AID"),
    IncidentType.DEPRIVATION_DEATHS: Codes(_STRATEGIC, "Other", None),
    IncidentType.PROTEST: Codes("Protests", "Peaceful protest", "PROTEST"),
    IncidentType.RIOT: Codes("Riots", "Violent demonstration", "PROTEST"),
    IncidentType.STATEMENT: Codes(None, None, None),
}
