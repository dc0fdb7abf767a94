"""The ground under a case, drawn from outlines that need no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import shapely

from gazetteer.place import PlaceKind
from maps.meridian import cut_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place

Bounds: TypeAlias = tuple[float, float, float, float]  # west, south, east, north in degrees

# A country's border is seen at scales where a pixel is a kilometre or more; a camp's outline
# where it is a few metres. Tolerance in degrees, and the decimals that are worth keeping.
_DETAIL = {
    PlaceKind.COUNTRY: (0.02, 3),
    PlaceKind.PROVINCE: (0.015, 3),
    PlaceKind.COUNTY: (0.003, 4),
    PlaceKind.REGION: (0.01, 3),
    PlaceKind.WATER: (0.003, 4),
}
_LOCAL_DETAIL = (0.00002, 5)

_CLASSES = {
    PlaceKind.COUNTRY: "land",
    PlaceKind.PROVINCE: "province",
    PlaceKind.COUNTY: "province",
    PlaceKind.REGION: "region",
    PlaceKind.WATER: "water",
    PlaceKind.CITY: "urban",
    PlaceKind.TOWN: "urban",
    PlaceKind.CAMP: "camp",
}

# What is seen from far off, and is where everything happens: no place of one report alone.
WIDE_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.WATER})

# Drawn from the ground up.
_ORDER = ("land", "water", "province", "region", "urban", "district", "camp")

# Degrees around the case: a reader who zooms out still sees the neighbouring countries.
_AROUND_DEG = 6.0
# A case that spans half the globe needs no street-level detail of its borders.
_WIDE_DEG = 40.0


def frame_around(bounds: Bounds, *, wraps: bool = False) -> Bounds:
    """Return the frame the base map is cut to, in degrees: of 0 to 360 if the case ``wraps``."""
    west, south, east, north = bounds
    first, last = (0.0, 360.0) if wraps else (-180.0, 180.0)
    return (
        max(west - _AROUND_DEG, first),
        max(south - _AROUND_DEG, -85.0),  # where Web Mercator ends
        min(east + _AROUND_DEG, last),
        min(north + _AROUND_DEG, 85.0),
    )


def base_shapes(places: Iterable[Place], frame: Bounds) -> list[dict[str, Any]]:
    """
    Cut and simplify outlines for drawing under the layers.

    Parameters
    ----------
    places
        Countries, provinces, and local places; those without an outline are left out.
    frame
        West, south, east and north in degrees; outlines are cut to it.

    Returns
    -------
    shapes
        ``class`` and ``rings``: lists of (longitude, latitude), all rings of a shape
        together, for filling by the even-odd rule.
    """
    wide = frame[2] - frame[0] > _WIDE_DEG
    shapes = []
    for place in {one.id: one for one in places}.values():
        rings = _rings(place, frame, coarse=wide)
        if rings:
            shapes.append({"class": _CLASSES.get(place.kind, "district"), "rings": rings})
    return sorted(shapes, key=lambda shape: _ORDER.index(shape["class"]))


def _rings(place: Place, frame: Bounds, *, coarse: bool) -> list[list[list[float]]]:
    if place.outline is None:
        return []
    tolerance, decimals = _DETAIL.get(place.kind, _LOCAL_DETAIL)
    if coarse and place.kind in _DETAIL:
        tolerance *= 5
    cut = cut_to(shapely.make_valid(place.outline), frame)
    simple = cut.simplify(tolerance)
    return [
        [[round(x, decimals), round(y, decimals)] for x, y in ring.coords]
        for polygon in _polygons(simple)
        # Islets of a few pixels cost more bytes than they tell.
        if polygon.area > tolerance**2 * 4
        for ring in (polygon.exterior, *polygon.interiors)
    ]


def _polygons(shape: BaseGeometry) -> Sequence[Any]:
    parts = getattr(shape, "geoms", [shape])
    flat = [one for part in parts for one in getattr(part, "geoms", [part])]
    return [one for one in flat if one.geom_type == "Polygon" and not one.is_empty]
