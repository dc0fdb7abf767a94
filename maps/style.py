"""How zones and incidents look: edges, fills, hatches, glyphs and words; data for every painter."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from geo.codes import IncidentType, ZoneStatus

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
    ZoneStatus.DISPUTED: ("disputed", "the reports disagree"),
    ZoneStatus.BESIEGED: ("besieging", "besieged by"),
    ZoneStatus.INFLUENCE: ("influence", "influence of"),
    ZoneStatus.NOT_STATED: ("holder not stated", "holder not stated"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """
    How a zone's status is drawn, in every theme and by every painter of the page.

    ``dash`` is the edge's dash array in pixels, None for a line without gaps; ``weight`` its
    width in pixels; ``fill`` what covers the ground; ``strength`` the fill's opacity; ``level``
    the order of drawing: "under" what is held, the "ground" itself, or "over" it.
    """

    dash: str | None
    weight: float
    fill: str
    strength: float
    level: str


# Each is told from the others in grey: by the edge, and by what covers the ground.
LOOKS: dict[ZoneStatus, Look] = {
    ZoneStatus.HELD: Look(None, 2.2, "hatch", 1, "ground"),
    ZoneStatus.DISPUTED: Look(None, 2.2, "stripes", 1, "ground"),
    ZoneStatus.CLAIMED: Look("2 5", 2.4, "hatch", 0.45, "under"),
    ZoneStatus.PRESENT: Look("7 5", 1.8, "stipple", 1, "under"),
    ZoneStatus.INFLUENCE: Look("1 6", 2, "none", 0, "under"),
    ZoneStatus.NOT_STATED: Look("2 6", 1.6, "plain", 0.75, "under"),
    # Under the ground, whose own border it would hide.
    ZoneStatus.BESIEGED: Look("13 4 2 4", 1.8, "bars", 0.8, "under"),
    ZoneStatus.CONTESTED: Look("3 6", 1.3, "marks", 1, "over"),
}


@dataclass(frozen=True, slots=True)
class Hatch:
    """A mark that repeats every 8 pixels: an SVG path, stroked or filled, and its opacity."""

    path: str
    filled: bool = False
    opacity: float = 0.5


def _disc(x: float, y: float, radius: float) -> str:
    half = f"a{radius} {radius} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0"


HATCHES: dict[str, Hatch] = {
    "none": Hatch(""),
    "diagonal": Hatch("M-2 2L2-2M0 8L8 0M6 10L10 6"),
    "antidiagonal": Hatch("M-2 6L2 10M0 0L8 8M6-2L10 2"),
    "dots": Hatch(_disc(2, 2, 1.15) + _disc(6, 6, 1.15), filled=True, opacity=0.7),
    "horizontal": Hatch("M0 4H8"),
    "vertical": Hatch("M4 0V8"),
    "grid": Hatch("M0 4H8M4 0V8"),
    "rings": Hatch(_disc(4, 4, 2.2), opacity=0.7),
    "dashes": Hatch("M1 2H5M5 6H8M0 6H1", opacity=0.7),
    "lattice": Hatch("M-2 2L2-2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6-2L10 2", opacity=0.4),
    "waves": Hatch("M-2 5Q0 2 2 4T6 4T10 3", opacity=0.6),
    "crosses": Hatch("M2.2 4H5.8M4 2.2V5.8", opacity=0.7),
    "chevrons": Hatch("M0 6L4 2L8 6", opacity=0.55),
}


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


def drawing_styles() -> dict[str, dict[str, dict[str, object]]]:
    """Return the looks and hatches as the page's painters read them."""
    return {
        "looks": {str(status): asdict(look) for status, look in LOOKS.items()},
        "hatches": {name: asdict(hatch) for name, hatch in HATCHES.items()},
    }
