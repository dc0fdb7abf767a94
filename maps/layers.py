"""
A case's zones, incidents, places and claims as the records the page draws.

Coordinates stay longitude, latitude; the page's script turns them round for Leaflet in one
place, `assets/scripts/ground.js`.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from shapely.geometry import MultiPolygon

from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.graphic import is_graphic
from geo.ground.stated import told_of
from geo.public.names import marked
from geo.rows import claim_row, incident_row, iso, zone_row
from maps.audits import audit_records
from maps.basemap import WIDE_KINDS
from maps.export.geojson import geometry_member
from maps.meridian import eastward, width_of
from maps.style import STATUSES
from maps.titles import report_title
from maps.words import claim_headline, incident_headline, local_name, sides_of, zone_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.case import Case
    from geo.claims import Claim, NotUsed
    from geo.features import Incident, Zone

Record: TypeAlias = dict[str, Any]

# Of the width of a map a thousand pixels wide.
_HALF_PIXEL = 0.0005

# The longest a degree gets on the WGS 84 ellipsoid: one of latitude, at the poles.
_METRES_A_DEGREE = 111_694

# Words around a quote, in characters each way: a sentence or two, enough to judge it by.
_CONTEXT = 260
# What was not used may be a whole footer; its beginning is enough to recognise it by.
_NOT_USED_CHARACTERS = 220

_SENTENCE_END = re.compile(r"(?<=[.!?\u201d\"])\s+(?=[\"\u201c\u2018A-Z0-9])|\n\s*\n")

# What the page tells of a claim; the files tell everything.
_CLAIM_FIELDS = (
    "start", "end", "quote", "claimant", "assertion", "interest", "place_name", "date_basis",
    "rule", "confidence",
)  # fmt: skip


def zone_records(case: Case) -> list[Record]:
    """Return a record a zone; ``row`` is what an export writes."""
    return [zone_record(zone, case) for zone in case.zones]


def zone_record(zone: Zone, case: Case) -> Record:
    """
    Return one zone as the page draws it.

    ``yolk`` and ``egg`` are its certain core and its widest reading, where the words leave
    a range.
    """
    inside = _widest(zone.geometry).representative_point()
    return {
        "id": zone.zone_id,
        "headline": zone_headline(zone, case),
        "who": sides_of(zone, case),
        "claims": list(zone.claim_ids),
        "against": list(zone.conflicts_with),
        "label": [round(inside.x, 6), round(inside.y, 6)],
        "geometry": geometry_member(drawable(zone.geometry)),
        "tolerance_m": tolerance_m(zone.geometry),
        **_range(zone),
        "row": _full(zone_row(zone, case)),
    }


def _range(zone: Zone) -> Record:
    shapes = {"yolk": zone.yolk, "egg": zone.egg}
    return {
        name: geometry_member(drawable(shape))
        for name, shape in shapes.items()
        # What the range adds to the shape itself is no more than what a screen can show.
        if shape is not None and not shape.is_empty and not shape.equals(zone.geometry)
    }


def drawable(shape: BaseGeometry) -> BaseGeometry:
    """
    Leave out what no screen shows of a zone; the files keep all of it.

    Returns
    -------
    shape
        Off by less than half a pixel when the zone fills a map of a thousand pixels, and
        by no more than the metre or so that five decimals of a degree are good for.
    """
    simple = shape.simplify(_tolerance(shape))
    return simple if simple.is_valid and simple.geom_type == shape.geom_type else shape


def tolerance_m(shape: BaseGeometry) -> float:
    """Return how far, in metres, an edge that is drawn may lie from where it was."""
    return math.ceil(10 * _tolerance(shape) * _METRES_A_DEGREE) / 10


def _tolerance(shape: BaseGeometry) -> float:
    _, south, _, north = shape.bounds
    return max(max(width_of(shape), north - south) * _HALF_PIXEL, 1e-5)


def _widest(shape: BaseGeometry) -> BaseGeometry:
    if isinstance(shape, MultiPolygon):
        return max(shape.geoms, key=lambda part: part.area)
    return shape


def incident_records(case: Case) -> list[Record]:
    """Return a record an incident; ``row`` is what an export writes."""
    return [_incident_record(incident, case) for incident in case.incidents]


def _incident_record(incident: Incident, case: Case) -> Record:
    place = case.places_by_id.get(incident.place_id)
    narrowed = incident.area is not None and place is not None and incident.area != place.outline
    return {
        "id": incident.incident_id,
        "headline": incident_headline(incident, case),
        "who": list(incident.actors),
        "targets": list(incident.targets),
        "claims": list(incident.claim_ids),
        "geometry": geometry_member(incident.geometry),
        # Where the words say no more than the place, the page has its outline already.
        **(_area(incident.area) if incident.area and narrowed else {}),
        "row": _full(incident_row(incident, case)),
    }


def _area(shape: BaseGeometry) -> Record:
    return {"area": geometry_member(drawable(shape)), "tolerance_m": tolerance_m(shape)}


def claim_records(case: Case) -> list[Record]:
    """Return a record a claim, with its quote inside the words around it and what became of it."""
    texts = {report.report_id: report.text for report in case.reports}
    audits = audit_records(case)
    return [
        _claim_record(claim, case, texts) | {"audit": audits[claim.claim_id]}
        for claim in case.claims
    ]


def _claim_record(claim: Claim, case: Case, texts: dict[str, str]) -> Record:
    row = claim_row(claim)
    quote = claim.quote
    before, after = around(texts.get(quote.report_id, ""), quote.start, quote.end)
    record: Record = {name: row[name] for name in _CLAIM_FIELDS if row.get(name) is not None}
    record |= {
        "id": claim.claim_id,
        "report": quote.report_id,
        "headline": claim_headline(claim, case),
        "who": actors_of(claim),
        "before": before,
        "after": after,
        "distance_check": told_of(claim.where, case.places_by_id) or "",
        "graphic": is_graphic(quote.text),
        # What stands around a quote is shown with it, in the evidence only.
        "graphic_around": is_graphic(f"{before}{quote.text}{after}"),
    }
    # By identity: a quote that begins its report starts at 0, which equals False.
    return {name: value for name, value in record.items() if value is not False and value != ""}


def actors_of(claim: Claim) -> list[str]:
    """Return who a claim says does something."""
    match claim:
        case ControlClaim():
            return [claim.actor]
        case IncidentClaim():
            return list(claim.actors)
        case _:
            return []


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """
    Return the rest of the sentence, or sentences, that a quote stands in.

    >>> around("Quiet. At dawn Orsa fell to them. Rain.", 15, 24)
    ('At dawn ', ' to them.')
    """
    before = text[max(0, start - _CONTEXT) : start]
    after = text[end : end + _CONTEXT]
    starts = [match.end() for match in _SENTENCE_END.finditer(before + "A")]
    first = starts[-1] if starts else 0
    stop = re.search(r"[.!?][\u201d\"]?(?=\s|$)|\n\s*\n", after)
    quote_ends_sentence = text[start:end].rstrip("\u201d\"'\u2019 ").endswith((".", "!", "?"))
    last = 0 if quote_ends_sentence else (stop.end() if stop else len(after))
    lead = "…" if not starts and start > _CONTEXT else ""
    tail = "…" if stop is None and not quote_ends_sentence and end + _CONTEXT < len(text) else ""
    return marked(lead + before[first:]), marked(after[:last].rstrip() + tail)


def toll_items(case: Case) -> list[Record]:
    """Return the figures of a case: they have a day and a place, and no shape."""
    return [
        {
            "id": claim.claim_id,
            "from": iso(claim.when.start or claim.when.as_of or claim.published),
            "to": iso(claim.when.end),
        }
        for claim in case.claims
        if isinstance(claim, TollClaim)
    ]


def place_record(place: Place, *, wraps: bool = False) -> Record:
    """
    Return a name to write on the map.

    ``box`` is how far the place reaches, as it is drawn: beyond 180 degrees if the case
    ``wraps``. ``spot`` tells that only its point is known.
    """
    record: Record = {
        "id": place.id,
        "name": place.name,
        "local": local_name(place),
        "kind": str(place.kind),
        "at": [round(place.longitude, 5), round(place.latitude, 5)],
    }
    if place.outline is not None:
        outline = eastward(place.outline) if wraps else place.outline
        record["box"] = [round(edge, 5) for edge in outline.bounds]
    elif place.kind not in WIDE_KINDS:
        record["spot"] = True
    return record


# A day that is less likely than one in a hundred tells nobody anything.
_WORTH_TELLING = 0.01


def report_records(case: Case) -> list[Record]:
    """Return the reports with the days they may have been published on."""
    records = []
    for report in case.reports:
        published = case.publications.get(report.report_id)
        records.append(
            {
                "id": report.report_id,
                "name": report_title(report),
                "outlet": report.outlet,
                "published": iso(published.date) if published else None,
                "given": bool(published and published.given),
                "candidates": [
                    [iso(one.date), round(one.probability, 2)]
                    for one in (published.candidates if published else ())[:3]
                    if one.probability >= _WORTH_TELLING
                ],
            }
        )
    return records


def unused_records(not_used: Sequence[NotUsed]) -> list[Record]:
    """Return what was read and not used, with the reason."""
    return [
        {
            "report": one.report_id,
            "reason": str(one.reason),
            "detail": one.detail,
            "quote": _shortened(one.quote.text) if one.quote else "",
            **({"graphic": True} if one.quote and is_graphic(one.quote.text) else {}),
        }
        for one in not_used
    ]


def status_words() -> dict[str, str]:
    """Return the word for each status of a zone."""
    return {str(status): words[0] for status, words in STATUSES.items()}


def _shortened(text: str) -> str:
    if len(text) <= _NOT_USED_CHARACTERS:
        return text
    return text[:_NOT_USED_CHARACTERS].rsplit(" ", 1)[0] + " …"


def _full(row: Record) -> Record:
    """Drop empty cells: the page knows the columns and writes them again as null."""
    return {name: value for name, value in row.items() if value is not None}
