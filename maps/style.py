"""How actors and incidents look: colours, hatches, glyphs and their words; the same everywhere."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.claims import ControlClaim, IncidentClaim
from geo.codes import IncidentType, ZoneStatus

if TYPE_CHECKING:
    from geo.case import Case


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """An actor's colour on light and dark ground, and its hatch: colour is never the only cue."""

    light: str
    dark: str
    hatch: str


# Each pair keeps 3:1 against the map's ground in its theme (WCAG 1.4.11). The first five are told
# apart under protanopia and deuteranopia; the rest are told apart by their hatches as well.
_PALETTE = (
    ActorStyle("#33363F", "#B9BDC9", "diagonal"),
    ActorStyle("#B23A2E", "#F08A7C", "antidiagonal"),
    ActorStyle("#0F7B5F", "#4CC7A3", "dots"),
    ActorStyle("#2468B0", "#7DB2EE", "horizontal"),
    ActorStyle("#A86C00", "#F0BD4F", "vertical"),
    ActorStyle("#8A3B76", "#DB9BCB", "grid"),
    ActorStyle("#5B6B1D", "#B9CB74", "rings"),
    ActorStyle("#0B7285", "#6CCADB", "dashes"),
    ActorStyle("#7A4B2A", "#D3A27E", "diagonal"),
    ActorStyle("#4B4FA6", "#A9ACF0", "antidiagonal"),
)

# Who did it is not said, or who holds it: no colour of anybody.
NOBODY = ActorStyle("#767C85", "#969DA6", "none")

INCIDENTS: dict[IncidentType, tuple[str, str]] = {
    IncidentType.ARMED_CLASH: ("Armed clashes", "clash"),
    IncidentType.SEIZURE: ("Ground seized", "flag"),
    IncidentType.RECAPTURE: ("Ground retaken", "return"),
    IncidentType.WITHDRAWAL: ("Withdrawals", "return"),
    IncidentType.AIR_STRIKE: ("Air strikes", "bomb"),
    IncidentType.SHELLING: ("Shelling", "shell"),
    IncidentType.CAR_BOMB: ("Car bombs", "car"),
    IncidentType.IED: ("Planted bombs", "blast"),
    IncidentType.SUICIDE_BOMB: ("Suicide bombs", "blast"),
    IncidentType.GRENADE: ("Grenades", "grenade"),
    IncidentType.CHEMICAL: ("Chemical weapons", "chemical"),
    IncidentType.SHOOTING: ("Shootings", "sight"),
    IncidentType.SNIPER: ("Sniper fire", "sight"),
    IncidentType.EXECUTION: ("Executions", "execution"),
    IncidentType.ABDUCTION: ("Abductions", "person"),
    IncidentType.SEXUAL_VIOLENCE: ("Sexual violence", "person"),
    IncidentType.ARREST: ("Arrests", "bars"),
    IncidentType.SIEGE: ("Siege", "barrier"),
    IncidentType.LOOTING_OR_DESTRUCTION: ("Looting and destruction", "broken"),
    IncidentType.TALKS: ("Talks", "speech"),
    IncidentType.DISPLACEMENT: ("People displaced", "walk"),
    IncidentType.AID_DENIED: ("Aid denied", "barrier"),
    IncidentType.AID_ALLOWED: ("Aid let in", "parcel"),
    IncidentType.DEPRIVATION_DEATHS: ("Deaths from want", "bowl"),
    IncidentType.PROTEST: ("Protests", "crowd"),
    IncidentType.RIOT: ("Riots", "crowd"),
    IncidentType.STATEMENT: ("Statements", "speech"),
}

# The word beside the actor in a layer, and what stands before the actor's name in a headline.
# None of them has to agree with a name that may be singular or plural.
STATUSES: dict[ZoneStatus, tuple[str, str]] = {
    ZoneStatus.HELD: ("held", "held by"),
    ZoneStatus.PRESENT: ("presence", "presence of"),
    ZoneStatus.CLAIMED: ("claimed", "claimed by"),
    ZoneStatus.CONTESTED: ("fighting", "fought over by"),
    ZoneStatus.DISPUTED: ("disputed", "reports disagree,"),
    ZoneStatus.BESIEGED: ("besieging", "besieged by"),
    ZoneStatus.INFLUENCE: ("influence", "influence of"),
    ZoneStatus.NOT_STATED: ("holder not stated", "holder not stated"),
}


def actor_styles(case: Case) -> dict[str, ActorStyle]:
    """
    Give every actor of a case its colour and hatch, by id.

    Those who are said to hold most come first, because the first colours are the easiest
    to tell apart; ties go by id, so that the same case always looks the same.
    """
    weight: Counter[str] = Counter()
    for zone in case.zones:
        if zone.status is not ZoneStatus.NOT_STATED:
            weight[zone.actor] += 100
    for claim in case.claims:
        match claim:
            case ControlClaim():
                weight.update((claim.actor, *claim.against))
            case IncidentClaim():
                weight.update((*claim.actors, *claim.targets))
    for incident in case.incidents:
        weight.update((*incident.actors, *incident.targets))
    ranked = sorted(weight, key=lambda actor: (-weight[actor], actor))
    return {actor: _PALETTE[rank % len(_PALETTE)] for rank, actor in enumerate(ranked)}


@cache
def glyphs() -> dict[str, str]:
    """Return the glyphs as SVG paths of strokes in a box of 24 by 24."""
    loaded: dict[str, str] = json.loads(
        files("maps").joinpath("assets/glyphs.json").read_text(encoding="utf-8")
    )
    return loaded


def glyph_of(kind: IncidentType) -> str:
    """Return the path of an incident type's glyph."""
    return glyphs()[INCIDENTS[kind][1]]
