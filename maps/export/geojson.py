"""Tables to GeoJSON as RFC 7946 wants it: WGS 84, right-hand rule, cut at the antimeridian."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import antimeridian
import shapely

from maps.export.files import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

# A millionth of a degree is about 0.1 m: finer than anything a report says.
PRECISION_DEG = 1e-6
_HALF_TURN_DEG = 180.0


def write_geojson(
    table: gpd.GeoDataFrame, path: Path, *, told: Mapping[str, object] | None = None
) -> None:
    """Write a table, one feature a row, whole or not at all."""
    write_text(path, to_geojson(table, told=told))


def to_geojson(table: gpd.GeoDataFrame, *, told: Mapping[str, object] | None = None) -> str:
    """
    Return a table as a FeatureCollection, one feature a line, so that changes can be read.

    ``told`` is what holds for the file as a whole; it becomes the foreign member ``dateline``.
    """
    properties = table.drop(columns=table.geometry.name).to_dict("records")
    features = [
        json.dumps(_feature(row, shape), ensure_ascii=False, allow_nan=False)
        for row, shape in zip(properties, table.geometry, strict=True)
    ]
    body = ",\n".join(features)
    head = f' "dateline": {json.dumps(told, ensure_ascii=False)},' if told else ""
    return f'{{"type": "FeatureCollection",{head} "features": [\n{body}\n]}}\n'


def _feature(row: dict[Any, Any], shape: BaseGeometry | None) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {name: _plain(value) for name, value in row.items()},
        "geometry": None if shape is None else geometry_member(shape),
    }


def geometry_member(shape: BaseGeometry) -> dict[str, Any]:
    """Return a geometry as RFC 7946 writes it: rounded, right-handed, cut at 180 degrees."""
    rounded = shapely.set_precision(shape, PRECISION_DEG)
    if rounded.is_empty:
        # Smaller than the precision: keep what there is rather than lose the feature.
        rounded = shape
    if rounded.geom_type in {"Polygon", "MultiPolygon"} and _may_cross(rounded):
        # Edges are straight in degrees, as they were drawn, not along great circles.
        cut = antimeridian.fix_shape(
            shapely.orient_polygons(rounded), fix_winding=False, great_circle=False
        )
        rounded = shapely.geometry.shape(cut)
    return dict(_trimmed(shapely.geometry.mapping(shapely.orient_polygons(rounded))))


def _may_cross(shape: BaseGeometry) -> bool:
    """Whether a shape may lie over 180 degrees: looking for where costs milliseconds a shape."""
    west, _, east, _ = shape.bounds
    # What is wider than half the earth may have been written across the line without saying so.
    return bool(west <= -_HALF_TURN_DEG or east >= _HALF_TURN_DEG or east - west >= _HALF_TURN_DEG)


def _trimmed(member: dict[str, Any]) -> dict[str, Any]:
    return {"type": member["type"], "coordinates": _rounded(member["coordinates"])}


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401  nested to any depth
    if isinstance(coordinates, (tuple, list)):
        return [_rounded(one) for one in coordinates]
    return round(float(coordinates), 6)


def _plain(value: Any) -> Any:  # noqa: ANN401  a table's cell
    """Turn a table's cell into JSON: missing is null, whole numbers are whole."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
        return None if isinstance(value, float) and math.isnan(value) else _plain(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
