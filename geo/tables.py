"""A case as tables: flat columns, named as in the records, geometry in WGS 84."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
from shapely.geometry import Point

from geo.comparison_rows import (
    audit_row,
    contradiction_row,
    corroboration_row,
    divergence_row,
    total_row,
)
from geo.errors import TableError
from geo.graphic import is_graphic
from geo.ground.placing import geometry_of
from geo.ground.stated import told_of
from geo.rows import claim_row, incident_row, iso, place_row, range_row, zone_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.case import Case

WGS84 = "EPSG:4326"

# What the renderers and the users' scripts rely on: no table lacks these.
ZONE_COLUMNS = (
    "zone_id", "actor", "actor_name", "status", "place_id", "place_name", "valid_from", "valid_to",
    "share_low", "share_best", "share_high", "area_km2", "confidence", "n_reports", "n_origins",
    "claim_ids", "conflicts_with", "method", "price", "audit",
)  # fmt: skip
ZONE_RANGE_COLUMNS = (
    "zone_id", "actor", "actor_name", "status", "place_id", "place_name", "valid_from", "valid_to",
    "reading", "share",
)  # fmt: skip
INCIDENT_COLUMNS = (
    "incident_id", "incident_type", "tags", "date_start", "date_end", "date_prec", "place_id",
    "place_name", "where_prec", "geo_precision", "uncertainty_m", "actors", "targets",
    "fatalities_low", "fatalities_best", "fatalities_high", "injured_low", "injured_best",
    "injured_high", "deaths_civilians", "displaced_low", "displaced_best", "displaced_high",
    "toll_scope", "confidence", "n_reports", "n_origins", "claim_ids", "time_precision",
    "event_type", "sub_event_type", "plover", "type_of_violence",
)  # fmt: skip
INCIDENT_AREA_COLUMNS = (
    "incident_id", "incident_type", "date_start", "date_end", "place_id", "place_name",
    "where_prec", "geo_precision", "uncertainty_m",
)  # fmt: skip
CLAIM_COLUMNS = (
    "claim_id", "kind", "report_id", "start", "end", "quote", "outlet", "published", "claimant",
    "claimant_type", "origin", "assertion", "interest", "place_id", "place_name", "part",
    "near", "heading", "distance_low_m", "distance_best_m", "distance_high_m", "other_place_id",
    "distance_check",
    "where_prec", "geo_precision", "uncertainty_m", "date_start", "date_end", "date_prec",
    "date_basis", "rule", "confidence", "actor", "actor_text", "relation", "share_low",
    "share_best", "share_high", "share_of", "tense", "negated", "against", "incident_type", "tags",
    "actors", "targets", "fatalities_low", "fatalities_best", "fatalities_high", "injured_low",
    "injured_best", "injured_high", "deaths_civilians", "toll_scope", "what", "low", "best",
    "high", "scope", "since", "cause", "hedges", "statement_id", "n_origins", "origins",
    "compatible", "audit", "graphic", "names_removed",
)  # fmt: skip
_SIDE_COLUMNS = (
    "said", "low", "high", "quote", "claimant", "origin", "outlet", "report_id", "n_origins",
    "claim_ids", "graphic",
)  # fmt: skip
CONTRADICTION_COLUMNS = (
    "contradiction_id", "kind", "about", "place_id", "place_name", "date_start", "date_end",
    *_SIDE_COLUMNS, *(f"other_{name}" for name in _SIDE_COLUMNS),
)  # fmt: skip
DIVERGENCE_COLUMNS = (
    "place_id", "place_name", "valid_from", "valid_to", "n_origins", "origins", "divergence",
    "disputed_share",
)  # fmt: skip
TOTAL_COLUMNS = (
    "place_id", "place_name", "what", "cause", "low", "best", "high", "since", "as_of",
    "n_origins", "claim_ids", "added", "possibly_included",
)  # fmt: skip
PLACE_COLUMNS = (
    "place_id", "name", "kind", "longitude", "latitude", "country", "parents", "other_names",
    "population", "outline_accuracy_m", "source",
)  # fmt: skip


def checked(table: gpd.GeoDataFrame, columns: Sequence[str]) -> gpd.GeoDataFrame:
    """
    Return the table as it is, if it keeps the promises that its readers rely on.

    Raises
    ------
    TableError
        If a column is missing, the coordinates are not WGS 84 degrees, or a geometry
        is empty or invalid. A missing geometry (None) is allowed.
    """
    if missing := [column for column in columns if column not in table]:
        raise TableError(f"The table lacks {', '.join(missing)}; add these columns.")
    if table.crs != WGS84:
        raise TableError(f"Expected coordinates in {WGS84}, got {table.crs}; use .to_crs() first.")
    bad = [
        row
        for row, shape in zip(table.index, table.geometry, strict=True)
        if shape is not None and (shape.is_empty or not shape.is_valid)
    ]
    if bad:
        raise TableError(f"Empty or invalid geometry in rows {bad[:5]}; mend these.")
    return table


def zones_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row a zone; geometry is Polygon or MultiPolygon."""
    rows = [zone_row(zone, case) for zone in case.zones]
    return _table(rows, [zone.geometry for zone in case.zones], ZONE_COLUMNS)


def zone_ranges_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row for the certain core of each zone and one for its widest reading."""
    ranges = [
        (zone, reading, share, shape)
        for zone in case.zones
        for reading, share, shape in (
            ("core", zone.share_low, zone.yolk),
            ("widest", zone.share_high, zone.egg),
        )
        if shape is not None
    ]
    rows = [range_row(zone, reading, share, case) for zone, reading, share, _ in ranges]
    return _table(rows, [shape for *_, shape in ranges], ZONE_RANGE_COLUMNS)


def incidents_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row an incident; geometry is Point."""
    rows = [incident_row(incident, case) for incident in case.incidents]
    return _table(rows, [incident.geometry for incident in case.incidents], INCIDENT_COLUMNS)


def incident_areas_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row an incident with all the ground that its words allow."""
    rows = [incident_row(incident, case) for incident in case.incidents]
    shapes = [incident.area for incident in case.incidents]
    return _table(rows, shapes, INCIDENT_AREA_COLUMNS)


def claims_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row a claim, drawn or not; geometry is None where it has no place."""
    rows = [
        claim_row(claim)
        | corroboration_row(claim, case)
        | audit_row(claim, case)
        | {"distance_check": told_of(claim.where, case.places_by_id)}
        for claim in case.claims
    ]
    places = case.places_by_id
    shapes = [case.shape_shown(geometry_of(claim, places)) for claim in case.claims]
    return _table(rows, shapes, CLAIM_COLUMNS)


def places_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row a place that was used, with its outline or else its point."""
    rows = [place_row(place) for place in case.places]
    shapes = [
        place.outline if place.outline is not None else Point(place.longitude, place.latitude)
        for place in case.places
    ]
    return _table(rows, shapes, PLACE_COLUMNS)


def reports_table(case: Case) -> pd.DataFrame:
    """Return one row a report, with the days it may have been published on."""
    rows = []
    for report in case.reports:
        publication = case.publications[report.report_id]
        rows.append(
            {
                "report_id": report.report_id,
                "title": report.title,
                "outlet": report.outlet,
                "published": iso(publication.date),
                "published_given": publication.given,
                "published_candidates": "; ".join(
                    f"{one.date.isoformat()} p={one.probability:.2f} ({', '.join(one.reasons)})"
                    for one in publication.candidates
                ),
                "characters": len(report.text),
                "n_claims": sum(c.quote.report_id == report.report_id for c in case.claims),
            }
        )
    columns = (
        "report_id", "title", "outlet", "published", "published_given", "published_candidates",
        "characters", "n_claims",
    )  # fmt: skip
    return pd.DataFrame(rows, columns=list(columns))


def not_used_table(case: Case) -> pd.DataFrame:
    """Return one row a statement or report that was not used, and why."""
    rows = [
        {
            "report_id": one.report_id,
            "reason": str(one.reason),
            "detail": one.detail,
            "start": one.quote.start if one.quote else None,
            "end": one.quote.end if one.quote else None,
            "quote": one.quote.text if one.quote else None,
            "claim_id": one.claim_id,
            "graphic": one.quote is not None and is_graphic(one.quote.text),
        }
        for one in case.not_used
    ]
    columns = ["report_id", "reason", "detail", "start", "end", "quote", "claim_id", "graphic"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"start": "Int64", "end": "Int64"})


def contradictions_table(case: Case) -> pd.DataFrame:
    """Return one row a contradiction, with the words of both sides."""
    rows = [contradiction_row(one, case) for one in case.contradictions]
    return pd.DataFrame(rows, columns=list(CONTRADICTION_COLUMNS))


def divergences_table(case: Case) -> gpd.GeoDataFrame:
    """Return one row a place and stretch of days; geometry is what is given to two holders."""
    rows = [divergence_row(one, case) for one in case.divergences]
    return _table(rows, [one.disputed for one in case.divergences], DIVERGENCE_COLUMNS)


def totals_table(case: Case) -> pd.DataFrame:
    """Return one row for each place, kind and cause: how many, counting nobody twice."""
    rows = [total_row(total, case) for total in case.totals]
    table = pd.DataFrame(rows, columns=list(TOTAL_COLUMNS))
    return table.astype({"low": "Int64", "best": "Int64", "high": "Int64"})


def _table(
    rows: list[dict[str, object]], shapes: Iterable[BaseGeometry | None], columns: Sequence[str]
) -> gpd.GeoDataFrame:
    # An array of objects, because a row without a place has no shape.
    column = gpd.GeoSeries(pd.Series(list(shapes), dtype=object), crs=WGS84)
    table = gpd.GeoDataFrame(pd.DataFrame(rows, columns=list(columns)), geometry=column)
    return checked(table, columns)
