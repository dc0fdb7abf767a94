"""
How well short reports of other wars are read, against what a coder would note.

Every file was written before the rules that read it. A control claim matches on actor,
relation and place, strictly also on part; an incident on type and place. A line may allow
several answers ("seized/controls"). Told is what is asserted, attributed or hedged of a place
with a name; told claims that no line names are wrong.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazetteer.names import fold
from geo.actors import load_actors
from geo.claims import ControlClaim, IncidentClaim
from geo.codes import UNDRAWN
from geo.report import Report
from tests.quality.score import Measure, Ratio

if TYPE_CHECKING:
    from pathlib import Path

    from geo.reading.reader import RuleReader


@dataclass
class OtherWars:
    """What was measured over all reports of one file."""

    control: Measure = field(default_factory=Measure)
    parts: Ratio = field(default_factory=Ratio)
    incidents: Measure = field(default_factory=Measure)
    killed: Ratio = field(default_factory=Ratio)
    days: Ratio = field(default_factory=Ratio)


def score_other_wars(path: Path, reader: RuleReader) -> OtherWars:
    """Read each report of the file by itself and compare."""
    answer = OtherWars()
    for one in tomllib.loads(path.read_text("utf-8"))["report"]:
        report = Report(one["name"], one["text"].strip(), published=one["published"])
        told = [claim for claim in reader.read([report]).claims if _is_told(claim)]
        _score_control(answer, one, [c for c in told if isinstance(c, ControlClaim)])
        _score_incidents(answer, one, [c for c in told if isinstance(c, IncidentClaim)])
    return answer


def _is_told(claim):
    negated = isinstance(claim, ControlClaim) and claim.negated
    statement = isinstance(claim, IncidentClaim) and claim.incident_type == "statement"
    # A village that nobody lists is read with its name, though it has no place on the map.
    placed = bool(claim.where.place_name)
    return claim.assertion not in UNDRAWN and placed and not negated and not statement


def _score_control(answer, one, claims):
    used: set[str] = set()
    for line in one["control"]:
        actor, relation, place, part = _fields(line)
        found = [c for c in claims if _same(c, c.relation, relation, place) and _is(c, actor)]
        used.update(claim.claim_id for claim in found)
        what = f"{one['name']}: {line}"
        answer.control.recall.add(right=bool(found), what=what)
        exact = any(part == "-" or str(claim.where.part or "") == part for claim in found)
        answer.parts.add(right=exact, what=what)
    for claim in claims:
        right = claim.claim_id in used or _may_be(claim, claim.relation, one)
        answer.control.precision.add(right=right, what=_told(one, claim, claim.relation))


def _score_incidents(answer, one, claims):
    used: set[str] = set()
    for line in one["incidents"]:
        kind, place, killed, day = _fields(line)
        found = [c for c in claims if _same(c, c.incident_type, kind, place)]
        used.update(claim.claim_id for claim in found)
        what = f"{one['name']}: {line}"
        answer.incidents.recall.add(right=bool(found), what=what)
        if killed != "-":
            wanted = tuple(None if n == "-" else int(n) for n in killed.split(","))
            counts = [claim.fatalities for claim in found if claim.fatalities]
            got = [(count.low, count.best, count.high) for count in counts]
            answer.killed.add(right=wanted in got, what=f"{what}, got {got}")
        if day != "-":
            days = [str(claim.when.start) for claim in found]
            answer.days.add(right=day in days, what=f"{what}, got {days}")
    for claim in claims:
        right = claim.claim_id in used or _may_be(claim, claim.incident_type, one)
        answer.incidents.precision.add(right=right, what=_told(one, claim, claim.incident_type))


def _fields(line):
    return [*(part.strip() for part in line.split("|")), "", "", ""][:4]


def _same(claim, kind, kinds, places):
    got = fold(claim.where.place_name)
    wanted = [fold(place) for place in places.split("/")]
    return str(kind) in kinds.split("/") and any(one in got or got in one for one in wanted)


def _may_be(claim, kind, one):
    return any(_same(claim, kind, *_fields(line)[:2]) for line in one.get("also", ()))


def _is(claim, actors):
    actor = load_actors().get(claim.actor)
    names = " ".join((claim.actor, claim.actor_text, actor.name, str(actor.side))).lower()
    return any(word in names for word in actors.lower().split("/"))


def _told(one, claim, kind):
    part = claim.where.part or ""
    return f"{one['name']}: {kind} {claim.where.place_name} {part} {claim.quote.text[:70]!r}"
