"""A case to its files: the page, the tables, and the ground around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.public.case import published
from geo.tables import (
    claims_table,
    contradictions_table,
    divergences_table,
    incident_areas_table,
    incidents_table,
    not_used_table,
    places_table,
    reports_table,
    totals_table,
    zone_ranges_table,
    zones_table,
)
from maps.basemap import WIDE_KINDS
from maps.export.csv import write_csv
from maps.export.geojson import write_geojson
from maps.export.geopackage import write_geopackage
from maps.export.qgis_style import incidents_style, zones_style
from maps.headtags import PREVIEW_NAME
from maps.notices import notice_member, notice_table
from maps.orientation import towns_around
from maps.page import write_page
from maps.palette import actor_styles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from geo.case import Case
    from maps.presentation import Presentation

# Countries a reader meets when zooming out: eight degrees are the neighbours of most countries.
_COUNTRIES_AROUND_DEG = 8.0
# Districts and towns beside a local place: a twentieth of a degree is about five kilometres.
_NEIGHBOURS_AROUND_DEG = 0.05


def write_case(
    case: Case, folder: Path, gazetteer: Gazetteer, *, presentation: Presentation | None = None
) -> tuple[Path, ...]:
    """
    Write every file of a case, each whole or not at all.

    What is written is for the public: names of private persons are removed, unless the case
    is a copy made by `geo.public.case.published` that keeps them.

    Returns
    -------
    paths
        Of the files; the page first.

    Raises
    ------
    OutputError
        If the folder cannot be written to.
    """
    case = published(case)
    page = folder / "map.html"
    preview = folder / PREVIEW_NAME
    around = surroundings(case, gazetteer)
    write_page(case, page, base=around, presentation=presentation, preview=preview)
    tables = {
        "places": places_table(case),
        "zones": zones_table(case),
        "incidents": incidents_table(case),
        "claims": claims_table(case),
        "zone_ranges": zone_ranges_table(case),
        "incident_areas": incident_areas_table(case),
        "divergences": divergences_table(case),
    }
    sheets = {
        "reports": reports_table(case),
        "not_used": not_used_table(case),
        "contradictions": contradictions_table(case),
        "totals": totals_table(case),
        "notice": notice_table(case),
    }
    coarsened_m = case.notice.coarsened_m if case.notice else None
    if coarsened_m is not None:
        for table in (*tables.values(), *sheets.values()):
            table["coarsened_m"] = coarsened_m
    written = [page, preview]
    for name, table in tables.items():
        written.append(folder / f"{name}.geojson")
        write_geojson(table, written[-1], told=notice_member(case))
    for name, sheet in {"claims": tables["claims"], **sheets}.items():
        written.append(folder / f"{name}.csv")
        write_csv(sheet, written[-1])
    styles = {
        "zones": zones_style(actor_styles(case), case.actor_names),
        "incidents": incidents_style(),
    }
    written.append(folder / "case.gpkg")
    write_geopackage(tables | sheets, written[-1], styles=styles)
    return tuple(written)


def surroundings(case: Case, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return what lies around a case: countries, provinces, neighbours with outlines, towns."""
    if not case.places:
        return gazetteer.base_map((-180.0, -90.0, 180.0, 90.0))
    countries = gazetteer.base_map(_frame(case.places, _COUNTRIES_AROUND_DEG))
    neighbours = [
        neighbour
        for place in case.places
        if place.kind not in WIDE_KINDS
        for neighbour in gazetteer.inside(_frame([place], _NEIGHBOURS_AROUND_DEG))
        if neighbour.outline is not None and neighbour.kind not in WIDE_KINDS
    ]
    towns = towns_around(case.places, gazetteer)
    return tuple({place.id: place for place in (*countries, *neighbours, *towns)}.values())


def _frame(places: Iterable[Place], margin_deg: float) -> tuple[float, float, float, float]:
    spots = [(place.longitude, place.latitude) for place in places]
    longitudes, latitudes = zip(*spots, strict=True)
    return (
        min(longitudes) - margin_deg,
        max(min(latitudes) - margin_deg, -90.0),
        max(longitudes) + margin_deg,
        min(max(latitudes) + margin_deg, 90.0),
    )
