"""Places an analyst brings: a GeoJSON or a CSV file. The pack that ships is such a file too."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry


def read_places_file(path: Path) -> list[Place]:
    """
    Read places from a GeoJSON FeatureCollection or a CSV table.

    Each row needs ``name`` and, in CSV, ``lon`` and ``lat`` (WGS 84 degrees). It may have
    ``id``, ``kind``, ``country`` (ISO 3166-1 alpha-2), ``other_names`` and ``parents``
    (separated by | in CSV), ``population``, ``reach_m`` and ``outline_accuracy_m`` (metres)
    and ``source``. A place whose ``id`` the index has already is laid over that one.

    Raises
    ------
    GazetteerError
        When the file cannot be read; the message names the row.
    """
    rows = _geojson_rows if path.suffix.lower() in {".geojson", ".json"} else _csv_rows
    places = []
    try:
        for number, (facts, geometry) in enumerate(rows(path), start=1):
            places.append(_place(facts, geometry, path, number))
    except (OSError, UnicodeDecodeError, csv.Error, json.JSONDecodeError) as error:
        raise GazetteerError(
            f"{path} is not a readable places file ({error}); it must be GeoJSON or CSV in UTF-8."
        ) from error
    return places


def _geojson_rows(path: Path) -> Iterator[tuple[Mapping[str, Any], BaseGeometry | None]]:
    from shapely.geometry import shape  # noqa: PLC0415 - only builds need shapely

    document = json.loads(path.read_text(encoding="utf-8-sig"))
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise GazetteerError(f"{path} has no features; it must be a GeoJSON FeatureCollection.")
    for number, feature in enumerate(features, start=1):
        try:
            geometry = feature.get("geometry")
            yield feature.get("properties") or {}, shape(geometry) if geometry else None
        except Exception as error:
            # shapely raises many kinds here; whichever it is, the row is at fault.
            raise _bad(path, number, f"its geometry cannot be read ({error})") from error


def _csv_rows(path: Path) -> Iterator[tuple[Mapping[str, Any], None]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {(key or "").strip().lower(): value for key, value in row.items()}, None


def _place(
    facts: Mapping[str, Any], geometry: BaseGeometry | None, path: Path, number: int
) -> Place:
    name = _text(facts.get("name"))
    if not name:
        raise _bad(path, number, "it has no name")
    longitude, latitude = _point(facts, geometry, path, number)
    kind = str(facts.get("kind") or "town").strip().lower()
    if kind not in {known.value for known in PlaceKind}:
        known = ", ".join(PlaceKind)
        raise _bad(path, number, f"its kind {kind!r} is not one of {known}")
    has_area = geometry is not None and geometry.geom_type in {"Polygon", "MultiPolygon"}
    return Place(
        id=_text(facts.get("id")) or f"{path.stem}:{number}",
        name=name,
        kind=PlaceKind(kind),
        longitude=longitude,
        latitude=latitude,
        country=_text(facts.get("country")).upper() or None,
        parents=_listed(facts.get("parents")),
        other_names=_listed(facts.get("other_names")),
        population=int(_number(facts.get("population"), path, number) or 0) or None,
        outline=geometry if has_area else None,
        outline_accuracy_m=_number(facts.get("outline_accuracy_m"), path, number),
        reach_m=_number(facts.get("reach_m"), path, number),
        source=_text(facts.get("source")) or path.name,
    )


def _point(
    facts: Mapping[str, Any], geometry: BaseGeometry | None, path: Path, number: int
) -> tuple[float, float]:
    longitude = _number(facts.get("longitude") or facts.get("lon"), path, number)
    latitude = _number(facts.get("latitude") or facts.get("lat"), path, number)
    if (longitude is None or latitude is None) and geometry is not None and not geometry.is_empty:
        point = geometry.representative_point()
        longitude, latitude = point.x, point.y
    if longitude is None or latitude is None:
        raise _bad(path, number, "it has no lon and lat")
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise _bad(path, number, f"{longitude}, {latitude} is not a longitude and a latitude")
    return longitude, latitude


def _number(value: object, path: Path, number: int) -> float | None:
    if value is None or value == "":
        return None
    try:
        return float(str(value))
    except ValueError as error:
        raise _bad(path, number, f"{value!r} is not a number") from error


def _listed(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value or "").split("|")
    return tuple(text for part in parts if (text := _text(part)))


def _text(value: object) -> str:
    # JSON can write half of a surrogate pair, which no file in UTF-8 can hold.
    return str(value or "").strip().encode(errors="replace").decode()


def _bad(path: Path, number: int, fault: str) -> GazetteerError:
    return GazetteerError(f"Place {number} of {path} cannot be used: {fault}. Correct that row.")
