"""A case as the one block of data that a page carries."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry import Point, box

from gazetteer.place import PlaceKind
from geo.rows import incident_row, iso, zone_row
from maps.basemap import WIDE_KINDS, base_shapes, frame_around
from maps.columns import columns_of
from maps.disagreements import contradiction_records
from maps.layers import (
    claim_records,
    incident_records,
    place_record,
    report_records,
    status_words,
    toll_items,
    unused_records,
    zone_records,
)
from maps.meridian import crosses, eastward
from maps.notices import notices_of
from maps.palette import NOBODY, actor_styles
from maps.scenarios import COLUMNS as SCENARIO_COLUMNS
from maps.scenarios import scenario_records
from maps.style import INCIDENTS, drawing_styles, glyph_of
from maps.timeframe import timeframe_of
from maps.views import view_records
from maps.words import actor_name, in_script

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.case import Case
    from maps.basemap import Bounds

# Degrees around a place that has neither outline nor shape: a village and its fields.
_POINT_MARGIN_DEG = 0.02
# How far around it neighbours count, in degrees: what is a day's walk away, about 25 km.
_NEIGHBOURS_DEG = 0.25
_WORLD: Bounds = (-180.0, -60.0, 180.0, 80.0)
# A record's geometries, and where the number of each stands.
_SHAPES = {"geometry": "shape", "yolk": "yolk", "egg": "egg"}


def payload_of(
    case: Case, *, title: str | None = None, base: Sequence[Place] = ()
) -> dict[str, Any]:
    """
    Return everything a page needs, as JSON values.

    Parameters
    ----------
    case
        What the reports say.
    title
        The page's title; the place most claims are about, if None.
    base
        Places whose outlines make the base map: countries, provinces, districts.
    """
    wraps = _wraps(case)
    frame = frame_around(_extent(case), wraps=wraps)
    ground = _ground(case, base)
    return {
        "title": title or title_of(case, base),
        "subtitle": subtitle_of(case),
        "time": _time(case),
        "view": list(view_of(case)),
        "frame": list(frame),
        "wraps": wraps,
        "actors": _actors(case),
        "nobody": {"light": NOBODY.light, "dark": NOBODY.dark, "hatch": NOBODY.hatch},
        "types": _types(case),
        "styles": drawing_styles(),
        "statuses": status_words(),
        "reports": report_records(case),
        "places": [place_record(place, wraps=wraps) for place in case.places]
        + _ground_names(case, ground, frame, wraps=wraps),
        **_shaped(case),
        # As columns when they are many; the seam for more stands in `maps.columns`.
        "incidents": columns_of(incident_records(case)),
        "claims": claim_records(case),
        "tolls": toll_items(case),
        "contradictions": contradiction_records(case),
        "not_used": unused_records(case.not_used),
        "notices": list(notices_of(case)),
        "coarsened_m": case.notice.coarsened_m if case.notice else None,
        "columns": {
            "zone": [name for zone in case.zones[:1] for name in zone_row(zone, case)],
            "incident": [name for one in case.incidents[:1] for name in incident_row(one, case)],
            "scenario": list(SCENARIO_COLUMNS),
        },
        "base": base_shapes([*ground, *_local(case)], frame),
    }


def title_of(case: Case, base: Sequence[Place] = ()) -> str:
    """Name a case after the place that most of its claims are about, and what that lies in."""
    place = _main_place(case)
    if place is None:
        return "Map of reports"
    known = {one.id: one for one in (*base, *case.places)}
    parents = [known[parent] for parent in place.parents if parent in known]
    wider = [parent.name for parent in parents if parent.name != place.name]
    return ", ".join([place.name, *wider[:1]])


def subtitle_of(case: Case) -> str:
    """Say how much the case holds, and of which days."""
    frame = timeframe_of(case)
    counts = f"{_plural(len(case.claims), 'claim')} from {_plural(len(case.reports), 'report')}"
    return f"{counts} · {_days(frame.first, frame.last)}" if frame else counts


def view_of(case: Case) -> Bounds:
    """
    Return what the map first shows: west, south, east, north in degrees.

    It is the place most claims are about and the zones drawn there, so that a map of one
    town does not open on the country because a report names its capital. The east of a case
    across the antimeridian lies beyond 180 degrees.
    """
    place = _main_place(case)
    if place is None:
        return _WORLD
    turned = eastward if _wraps(case) else _unturned
    shapes = [turned(zone.geometry) for zone in case.zones if zone.place_id == place.id]
    here = turned(Point(place.longitude, place.latitude))
    shapes.append(turned(place.outline) if place.outline else here)
    if place.outline is None:
        # A point on bare ground tells nobody where it is: its neighbours do.
        drawn = [turned(shape) for shape in _drawn(case)]
        shapes += [
            shape.intersection(here.buffer(_NEIGHBOURS_DEG)).buffer(_POINT_MARGIN_DEG)
            for shape in drawn
            if shape.distance(here) < _NEIGHBOURS_DEG
        ]
    west, south, east, north = shapely.total_bounds(shapes)
    if max(east - west, north - south) < _POINT_MARGIN_DEG / 2:
        around = here.buffer(_POINT_MARGIN_DEG)
        west, south, east, north = around.bounds
    return (round(west, 5), round(south, 5), round(east, 5), round(north, 5))


def _main_place(case: Case) -> Place | None:
    counts: Counter[str] = Counter()
    counts.update(claim.where.place_id for claim in case.claims if claim.where.place_id)
    counts.update(zone.place_id for zone in case.zones)
    counts.update(incident.place_id for incident in case.incidents)
    known = {one: count for one, count in counts.items() if one in case.places_by_id}
    # A country is where everything happens; it is the title only if nothing nearer is named.
    ranked = sorted(
        known, key=lambda one: (case.places_by_id[one].kind in WIDE_KINDS, -known[one], one)
    )
    return case.places_by_id[ranked[0]] if ranked else None


def _extent(case: Case) -> Bounds:
    # A country's outline would take the frame to its far end: what counts is where it is named.
    shapes = [*_drawn(case), *_spots(case)]
    if not shapes:
        return _WORLD
    turned = eastward if _wraps(case) else _unturned
    bounds = shapely.total_bounds([turned(shape) for shape in shapes])
    west, south, east, north = (float(one) for one in bounds)
    return (west, south, east, north)


def _wraps(case: Case) -> bool:
    """Whether the case is drawn in one piece only over the antimeridian."""
    place = _main_place(case)
    outlines = [place.outline] if place and place.outline else []
    return crosses([*_drawn(case), *_spots(case), *outlines])


def _unturned(shape: BaseGeometry) -> BaseGeometry:
    return shape


def _drawn(case: Case) -> list[BaseGeometry]:
    return [zone.geometry for zone in case.zones] + [one.geometry for one in case.incidents]


def _spots(case: Case) -> list[BaseGeometry]:
    return [Point(place.longitude, place.latitude) for place in case.places]


def _shaped(case: Case) -> dict[str, Any]:
    """Return what has a shape, naming it: one ground is often many zones over time."""
    numbers: dict[str, int] = {}
    zones = zone_records(case)
    views = view_records(case)
    scenarios = scenario_records(case)
    for record in [*zones, *(zone for view in views for zone in view["zones"]), *scenarios]:
        for geometry, name in _SHAPES.items():
            if geometry in record:
                written = json.dumps(record.pop(geometry))
                record[name] = numbers.setdefault(written, len(numbers))
    shapes = [json.loads(written) for written in numbers]
    return {"zones": zones, "views": views, "scenarios": scenarios, "shapes": shapes}


def _time(case: Case) -> dict[str, Any] | None:
    frame = timeframe_of(case)
    if frame is None:
        return None
    return {"first": iso(frame.first), "last": iso(frame.last), "start": iso(frame.start)}


def _actors(case: Case) -> list[dict[str, Any]]:
    names = case.actor_names
    aliases = {actor.id: getattr(actor, "aliases", ()) for actor in case.actors}
    records = []
    for actor_id, style in actor_styles(case).items():
        local = [one for one in aliases.get(actor_id, ()) if not one.isascii()]
        records.append(
            {
                "id": actor_id,
                "name": actor_name(actor_id, names),
                "local": next((one for one in local if not in_script(one, "LATIN")), None),
                "light": style.light,
                "dark": style.dark,
                "hatch": style.hatch,
            }
        )
    return records


def _types(case: Case) -> dict[str, dict[str, str]]:
    order = list(INCIDENTS).index
    used = sorted({incident.incident_type for incident in case.incidents}, key=order)
    return {str(kind): {"label": INCIDENTS[kind][0], "glyph": glyph_of(kind)} for kind in used}


def _local(case: Case) -> list[Place]:
    return [place for place in case.places if place.kind not in WIDE_KINDS]


def _ground(case: Case, base: Sequence[Place]) -> list[Place]:
    """Leave out the provinces of countries that the case does not touch: bytes without news."""
    touched = {place.country for place in case.places if place.kind != PlaceKind.COUNTRY}
    return [one for one in base if one.kind != PlaceKind.PROVINCE or one.country in touched]


def _ground_names(
    case: Case, ground: Sequence[Place], frame: Bounds, *, wraps: bool
) -> list[dict[str, Any]]:
    """Return the names of what the base map draws and no claim is about."""
    seen = box(*frame)
    turned = eastward if wraps else _unturned
    return [
        place_record(place, wraps=wraps) | {"base": True}
        for place in ground
        if place.id not in case.places_by_id
        and seen.contains(turned(Point(place.longitude, place.latitude)))
    ]


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


_BETWEEN = "\N{EN DASH}"


def _days(first: date, last: date) -> str:
    if first == last:
        return f"{last.day} {last:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{_BETWEEN}{last.day} {last:%B %Y}"
    start = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"{start} {_BETWEEN} {last.day} {last:%B %Y}"
