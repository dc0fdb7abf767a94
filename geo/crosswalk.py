"""
Our incidents in the codes of ACLED, PLOVER and UCDP.

The event and sub-event types are those of ACLED's codebook, the PLOVER codes its event
types. ACLED tells by the actor, not by the deed, whether a government or a non-state actor
takes ground: the table gives the usual case, and `codes_of` asks who took it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.actors import ActorKind
from geo.codes import IncidentType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.features import Incident


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

_BY_STATE = "Government regains territory"
_BY_OTHERS = "Non-state actor overtakes territory"
# Deeds against people who take no part in the fighting, whoever they are said to be.
_ONE_SIDED = frozenset(
    one for one, codes in CROSSWALK.items() if codes.event_type == _CIVILIANS
) - {IncidentType.SHOOTING, IncidentType.SNIPER}


def codes_of(incident: Incident, kinds: Mapping[str, ActorKind]) -> Codes:
    """
    Return the codes of an incident, with whoever took the ground if that is known.

    Parameters
    ----------
    incident
        The incident.
    kinds
        The sort of each actor by its id.
    """
    codes = CROSSWALK[incident.incident_type]
    takers = {kinds.get(one, ActorKind.ARMED_GROUP) for one in incident.actors}
    if codes.sub_event_type in {_BY_STATE, _BY_OTHERS} and takers:
        by_state = takers == {ActorKind.STATE_FORCES}
        return codes._replace(sub_event_type=_BY_STATE if by_state else _BY_OTHERS)
    return codes


def type_of_violence(incident: Incident, kinds: Mapping[str, ActorKind]) -> int | None:
    """
    Return UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided.

    None without a death or without two known sides: UCDP has no code for either.
    """
    fatal = incident.fatalities is not None and (incident.fatalities.low or 0) > 0
    civilians = ActorKind.CIVILIANS
    if not fatal or not CROSSWALK[incident.incident_type].event_type:
        return None
    actors = {kinds.get(one, ActorKind.ARMED_GROUP) for one in incident.actors}
    targets = {kinds.get(one, ActorKind.ARMED_GROUP) for one in incident.targets}
    if incident.incident_type in _ONE_SIDED or (actors and targets == {civilians}):
        return 3
    sides = {*incident.actors, *incident.targets}
    armed = {kind for kind in actors | targets if kind.armed}
    if len(sides) < 2 or not armed or civilians in actors | targets:
        return None
    return 1 if ActorKind.STATE_FORCES in armed else 2
