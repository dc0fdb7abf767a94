"""
A stated distance against the outline of a place that is known by name.

A name that resolves is never moved by "six kilometres from the capital": the two are compared,
and the difference is told (spatial language, principle 9 and section 8).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from geo.claims import Where
from geo.ground.areas import shape_of
from geo.ground.flat import flat_of
from geo.ground.outlines import outline_of
from geo.ground.plane import distances_m, mended
from geo.ground.uncertainty import point_radius

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims import Near

# Section 8: "weak" where less than half of the place lies where the words put it.
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Compared:
    """How a stated relation fits a place: consistent, weak or contradiction, and in words."""

    status: str
    low_m: float  # from the anchor's middle to the nearest and the farthest spot of the outline
    high_m: float
    words: str


def compared(said: Where, place: Place, anchor: Place) -> Compared:
    """
    Compare where a place is said to lie with where it lies.

    Parameters
    ----------
    said
        The relation to the anchor: a distance, a heading or both, as ``near``.
    place
        The named place, which stays where its outline is.
    anchor
        The place the relation is to.
    """
    if said.near is None:
        raise ValueError("There is nothing to compare without a relation; give one as near.")
    outline = outline_of(place).geometry
    allowed = shape_of(said, outline_of(anchor).geometry, None)
    flat = flat_of(outline)
    inside = mended(flat.plane.to_metres(allowed)).intersection(flat.shape).area / flat.shape.area
    status = "consistent" if inside >= _HALF else "weak" if inside > 0 else "contradiction"
    low_m, high_m = _span(outline, anchor)
    return Compared(status, low_m, high_m, _words(said.near, place, anchor, low_m, high_m))


def told_of(where: Where, places: Mapping[str, Place]) -> str | None:
    """Say how the distance a claim states as well fits its place; None if it states none."""
    place, anchor = places.get(where.place_id or ""), places.get(where.stated_from or "")
    if where.stated is None or place is None or anchor is None:
        return None
    found = compared(Where(anchor.id, near=where.stated), place, anchor)
    return f"{found.status}: {found.words}"


def _span(outline: BaseGeometry, anchor: Place) -> tuple[float, float]:
    middle = point_radius(outline_of(anchor).geometry).point
    flat = flat_of(outline)
    # The nearest spot may lie on a long edge, so corners are set a hundredth apart.
    dense = shapely.segmentize(flat.shape, max(flat.shape.length / 100, 1.0))
    ends = shapely.get_coordinates(
        flat.plane.to_degrees(shapely.MultiPoint(shapely.get_coordinates(dense)))
    )
    away = distances_m((middle.x, middle.y), ends)
    inside = flat.shape.covers(flat.plane.to_metres(middle))
    return 0.0 if inside else float(away.min()), float(away.max())


def _words(near: Near, place: Place, anchor: Place, low_m: float, high_m: float) -> str:
    far = f"{near.distance_m[1] / 1000:g} km" if near.distance_m else "a place"
    way = f"{far} {near.heading} of" if near.heading else f"{far} from"
    span = f"{low_m / 1000:.1f} to {high_m / 1000:.1f} km"
    return (
        f"The report says {way} {anchor.name}; the outline of {place.name} spans {span} "
        "from its middle."
    )
