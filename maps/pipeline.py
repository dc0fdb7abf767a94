"""From reports to a case, in the order the data moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.index import open_gazetteer
from geo.actors import load_actors
from geo.case import Case
from geo.claims import ControlClaim, IncidentClaim
from geo.history import zones_of
from geo.incidents import incidents_of
from geo.reading.guarded import read_guarded
from geo.reading.reader import RuleReader
from geo.report import load_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from geo.actors import Actor, ActorTable
    from geo.claims import Claim, NotUsed
    from geo.features import Incident, Zone
    from geo.reading.contract import Reader, Reading
    from geo.report import Report


def map_reports(
    paths: Sequence[Path],
    *,
    gazetteer: Gazetteer | None = None,
    reader: Reader | None = None,
    table: ActorTable | None = None,
) -> Case:
    """
    Read reports and draw what they say.

    Parameters
    ----------
    paths
        Files and folders of reports.
    gazetteer
        Where names become places; the embedded one, built on first use, if None.
    reader
        What finds claims in reports; our own rules if None. See `geo.reading.contract`.
    table
        Who the actors are; the packaged table if None.

    Returns
    -------
    case
        With one bad report the others are still there; it is listed in ``not_used``, as is
        one on which the reader fails.
    """
    reports, unreadable = load_reports(paths)
    gazetteer = gazetteer if gazetteer is not None else open_gazetteer()
    table = table if table is not None else load_actors()
    reader = reader if reader is not None else RuleReader(gazetteer, table=table)
    reading = read_guarded(reader, reports, gazetteer)
    if reading.people is None:
        # Whose name may be shown is asked whoever reads.
        people = RuleReader(gazetteer, table=table).people(reports)
        reading = replace(reading, people=people)
    return draw(reports, reading, gazetteer, table, unreadable=unreadable)


def draw(
    reports: tuple[Report, ...],
    reading: Reading,
    gazetteer: Gazetteer,
    table: ActorTable,
    *,
    unreadable: Iterable[NotUsed] = (),
) -> Case:
    """Turn what was read into zones and incidents on the ground."""
    control = [claim for claim in reading.claims if isinstance(claim, ControlClaim)]
    happened = [claim for claim in reading.claims if isinstance(claim, IncidentClaim)]
    zones, undrawn = zones_of(control, gazetteer.place, table=table)
    incidents, unplaced = incidents_of(happened, gazetteer.place, table)
    return Case(
        reports=reports,
        publications=reading.publications,
        mentions=reading.mentions,
        claims=reading.claims,
        zones=zones,
        incidents=incidents,
        places=_places_used(reading.claims, zones, incidents, gazetteer),
        not_used=_once((*unreadable, *reading.not_used, *undrawn, *unplaced)),
        actors=_actors_named(reading.claims, table),
        people=reading.people,
    )


def _places_used(
    claims: Iterable[Claim],
    zones: Iterable[Zone],
    incidents: Iterable[Incident],
    gazetteer: Gazetteer,
) -> tuple[Place, ...]:
    wheres = [claim.where for claim in claims]
    ids = {one.place_id for one in wheres} | {one.other_place_id for one in wheres}
    ids |= {one.stated_from for one in wheres}
    ids |= {zone.place_id for zone in zones} | {incident.place_id for incident in incidents}
    return tuple(gazetteer.place(place_id) for place_id in sorted(filter(None, ids)))


def _actors_named(claims: Iterable[Claim], table: ActorTable) -> tuple[Actor, ...]:
    ids: set[str] = set()
    for claim in claims:
        match claim:
            case ControlClaim():
                ids.update((claim.actor, *claim.against))
            case IncidentClaim():
                ids.update((*claim.actors, *claim.targets))
            case _:
                pass
    return tuple(table.get(actor) for actor in sorted(ids))


def _once(not_used: Iterable[NotUsed]) -> tuple[NotUsed, ...]:
    """Drop rows that two stages gave for one thing, keeping the first."""
    return tuple(dict.fromkeys(not_used))
