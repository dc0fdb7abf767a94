"""The annotation of the example reports, in Dateline's own words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"

# The annotation names relations more finely; controls and seized are one class, because
# "has captured the town" is both. Strikes and attacks are incidents with us.
RELATION_CLASS = {
    "controls": "hold",
    "seizes/advances": "hold",
    "seized": "hold",
    "confined-to": "confined_to",
    "confined_to": "confined_to",
    "holds/present": "present",
    "present": "present",
    "influence": "influence",
    "besieges/surrounds": "besieges",
    "besieges": "besieges",
    "contests/clashes": "contests",
    "contests": "contests",
    "withdraws/loses": "withdrew_from",
    "withdrew_from": "withdrew_from",
    "stationed-outside": "stationed_outside",
    "stationed_outside": "stationed_outside",
    "between": "between",
}

# Each annotated type, and the types of ours that say the same.
INCIDENT_TYPES = {
    "ground assault": {"armed_clash"},
    "armed clashes": {"armed_clash"},
    "air strike": {"air_strike"},
    "air strike (barrel bombs)": {"air_strike"},
    "shooting (sniper)": {"sniper", "shooting"},
    "siege deaths": {"deprivation_deaths", "killed"},
    "battle deaths (cumulative)": {"armed_clash", "killed"},
    "car bomb": {"car_bomb"},
    "diplomatic meeting": {"talks"},
    "displacement": {"displacement", "displaced"},
    "evacuation (claimed)": {"displacement", "aid_allowed"},
    "executions/beheadings": {"execution"},
    "seizure (claimed)": {"seizure"},
    "diplomatic statement": {"statement", "talks"},
    "official statement": {"statement"},
    "organisational": {"statement", "talks"},
    "offer": {"statement"},
    "responsibility claim": {"statement"},
}

# A control claim of the annotation that an incident may tell as well.
INCIDENT_OF_RELATION = {
    "contests/clashes": {"armed_clash"},
    "attacks": {"armed_clash"},
    "seizes/advances": {"seizure", "recapture", "armed_clash"},
    "controls": {"seizure"},
    "withdraws/loses": {"withdrawal"},
    "besieges/surrounds": {"siege"},
    "bombs/strikes": {"air_strike"},
    "access-denied": {"aid_denied"},
}

# What the annotation calls a place, and the ids under which a gazetteer may hold it.
PLACES = {
    "yarmouk_camp": ("geonames:166716", "pack:yarmouk-camp"),
    "damascus": ("geonames:170654",),
    "central_damascus": ("geonames:170654",),
    "southern_damascus": ("geonames:170654",),
    "syria": ("iso:SY",),
    "eastern_syria": ("iso:SY",),
    "northern_syria": ("iso:SY",),
    "iraq": ("iso:IQ",),
    "northern_iraq": ("iso:IQ",),
    "jordan": ("iso:JO",),
    "israel": ("iso:IL",),
    "united_kingdom": ("iso:GB",),
    "united_states": ("iso:US",),
    "aleppo_province": ("iso:SY-HL",),
    "marea": ("geonames:167245",),
    "yalda": ("pack:yalda",),
    "hajar_al_aswad": ("geonames:8419677",),
    "qaboun": ("pack:qaboun",),
    "presidential_palace": ("pack:presidential-palace-damascus",),
}


@dataclass(frozen=True)
class GoldReport:
    """One annotated report."""

    key: str
    report_id: str
    text: str
    published: date
    earliest: date
    latest: date
    toponyms: list[dict]
    control_claims: list[dict]
    incidents: list[dict]
    figures: list[dict]
    time_expressions: list[dict]
    traps: list[dict]


@dataclass(frozen=True)
class Gold:
    """The whole annotation."""

    reports: tuple[GoldReport, ...]
    actors: dict[str, dict]

    def side(self, actor: str) -> str | None:
        """Return the side of an annotated actor."""
        return self.actors.get(actor, {}).get("side")


def load_gold(folder=SEEDS):
    raw = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return Gold(tuple(_report(one, folder) for one in raw["documents"]), raw["actors"])


def _report(one, folder):
    path = folder / one["file"]
    published = one["publication"]
    return GoldReport(
        key=one["key"],
        report_id=path.stem,
        text=path.read_bytes().decode("utf-8"),
        published=date.fromisoformat(published["date"]),
        earliest=date.fromisoformat(published["earliest"]),
        latest=date.fromisoformat(published["latest"]),
        toponyms=one["toponyms"],
        control_claims=one["control_claims"],
        incidents=one["incidents"],
        figures=one["figures"],
        time_expressions=one["time_expressions"],
        traps=one["traps"],
    )


def day(text):
    """Read a date of the annotation; None stays None."""
    return date.fromisoformat(text) if text else None
