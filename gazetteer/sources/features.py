"""GeoJSON features out of a collection, a single feature, one a line, or a folder of files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from gazetteer.sources.rows import Faults

    Feature = dict[str, Any]

_SUFFIXES = {".geojson", ".json", ".geojsonl", ".geojsons", ".geojsonseq", ".ndjson", ".jsonl"}
_WHOLE = {"Feature", "FeatureCollection"}


def features(path: Path, faults: Faults) -> Iterator[tuple[int, Feature]]:
    """
    Yield each feature with its number, from 1.

    Raises
    ------
    GazetteerError
        When the file is not GeoJSON; a line that cannot be read is counted as a fault.
    """
    number = 0
    for file in _files(path):
        for feature in _features_of(file, number, faults):
            number += 1
            if feature is not None:
                yield number, feature


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    # Who's On First keeps a second outline of a place in a file of its own, "1-alt-uscensus".
    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in _SUFFIXES and "-alt-" not in file.name
    )
    if not found:
        raise GazetteerError(f"{path} has no GeoJSON files in it; name the folder they are in.")
    return found


def _features_of(path: Path, before: int, faults: Faults) -> Iterator[Feature | None]:
    try:
        with path.open("rb") as file:
            first = file.readline(1 << 20).removeprefix(b"\xef\xbb\xbf").lstrip(b"\x1e").strip()
            if _is_feature(first):
                file.seek(0)
                for at, line in enumerate(filter(bytes.strip, file), start=before + 1):
                    yield _of_line(line, at, faults)
                return
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, error) from error
    if not isinstance(document, dict) or document.get("type") not in _WHOLE:
        raise _unreadable(path, "it has no features")
    for feature in document.get("features", [document]):
        if not isinstance(feature, dict):
            faults.add(before + 1, "it is no feature")
        yield feature if isinstance(feature, dict) else None


def _is_feature(line: bytes) -> bool:
    try:
        document = json.loads(line)
    except ValueError:
        return False
    return isinstance(document, dict) and document.get("type") == "Feature"


def _of_line(line: bytes, number: int, faults: Faults) -> Feature | None:
    try:
        feature = json.loads(line.removeprefix(b"\xef\xbb\xbf").lstrip(b"\x1e"))
    except (ValueError, RecursionError) as error:
        faults.add(number, f"it is not JSON ({error})")
        return None
    if isinstance(feature, dict):
        return feature
    faults.add(number, "it is no feature")
    return None


def outline_of(feature: Mapping[str, Any]) -> BaseGeometry | None:
    """
    Return the polygon of a feature, made valid; None where it is a point or a line.

    Raises
    ------
    ValueError
        When the geometry cannot be read or is not in degrees.
    """
    import shapely  # noqa: PLC0415 - only builds need it
    from shapely.geometry import shape  # noqa: PLC0415

    geometry = feature.get("geometry")
    if not geometry:
        return None
    try:
        found = shapely.force_2d(shape(geometry))
    except Exception as error:
        # shapely raises many kinds here; whichever it is, the feature is at fault.
        raise ValueError(f"its geometry cannot be read ({error})") from error
    if found.is_empty or found.geom_type not in {"Polygon", "MultiPolygon"}:
        return None
    west, south, east, north = found.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError("its geometry is not in degrees of longitude and latitude")
    if not found.is_valid:
        found = shapely.make_valid(found, method="structure", keep_collapsed=False)
    return None if found.is_empty else found


def point_of(
    feature: Mapping[str, Any], outline: BaseGeometry | None
) -> tuple[float, float] | None:
    """Return longitude and latitude of a point in the outline, or of the feature's point."""
    if outline is not None:
        point = outline.representative_point()
        return point.x, point.y
    geometry = feature.get("geometry") or {}
    if geometry.get("type") != "Point":
        return None
    longitude, latitude = map(float, geometry["coordinates"][:2])
    return longitude, latitude


def on_earth(point: tuple[float, float] | None) -> tuple[float, float]:
    """Return the point; raise ValueError where there is none or it is not in degrees."""
    if point is None:
        raise ValueError("it has neither an outline nor a point")
    longitude, latitude = point
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise ValueError(f"{longitude}, {latitude} is not a longitude and a latitude")
    return longitude, latitude


def _unreadable(path: Path, why: object) -> GazetteerError:
    return GazetteerError(
        f"{path} cannot be read as outlines ({why}); give GeoJSON in UTF-8: a "
        "FeatureCollection, or one feature a line or a file."
    )
