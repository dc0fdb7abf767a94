"""The whole area that a claim's words for a place allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.claims import Part
from geo.ground import coasts, headings, outside
from geo.ground.assignment import top_share
from geo.ground.fields import is_placed, membership
from geo.ground.flat import flat_of
from geo.ground.grid import grid_of
from geo.ground.plane import mended
from geo.ground.polygons import polygon_of
from geo.ground.uncertainty import PointRadius, point_radius

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from geo.claims import Near, Where


def part_of(outline: BaseGeometry, part: Part) -> BaseGeometry:
    """
    Return the part of a place as one polygon: its mean share, furthest in its direction.

    Parameters
    ----------
    outline
        Polygon or MultiPolygon in WGS 84 degrees.
    part
        The part; ``edge`` and ``outside`` alone are bands around the boundary.

    Raises
    ------
    PartError
        If a term of the part is not known.
    """
    match part.terms:
        case ("edge",) if not part.except_:
            return outside.edge_band(outline)
        case ("outside",) if not part.except_:
            return outside.ring_outside(outline)
        case _ if not is_placed(part):
            return outline
    grid = grid_of(outline)
    fits = membership(grid, part)
    return polygon_of(grid, top_share(fits, float(grid.weights @ fits), grid.weights))


def shape_of(where: Where, outline: BaseGeometry, other: BaseGeometry | None) -> BaseGeometry:
    """
    Return the area that words allow, in WGS 84 degrees.

    Parameters
    ----------
    where
        A part of a place or a relation to it.
    outline
        The place.
    other
        The second place of "between A and B", if known.
    """
    near = where.near
    if near is None:
        return outline if where.part is None else part_of(outline, where.part)
    if other is not None and near.word in TWO:
        return TWO[near.word](near, outline, other)
    if near.word in _LINES:
        return _LINES[near.word](near, outline)
    if near.distance_m is not None:
        return _at_distance(outline, near.distance_m, near.heading)
    return _beside(near, outline)


def _beside(near: Near, outline: BaseGeometry) -> BaseGeometry:
    if near.heading is None:
        return _SHAPES.get(near.word, outside.in_or_near)(outline)
    side = _towards_or_in(outline, near.heading)
    if near.word == "heading":
        return side
    # "The northern outskirts": the piece of the band on that side.
    return headings.overlap(side, _SHAPES.get(near.word, outside.in_or_near)(outline))


def _towards_or_in(outline: BaseGeometry, heading: str) -> BaseGeometry:
    """
    Return "south of" with the southern part.

    Reporters use it for both, and the more inclusive reading is the one to draw
    (Georeferencing Best Practices 2020).
    """
    inside = part_of(outline, Part((heading,))) if heading in _PARTS else outline
    return _joined(headings.towards(outline, heading), inside)


def _at_distance(
    outline: BaseGeometry, distance_m: tuple[float, float, float], heading: str | None
) -> BaseGeometry:
    low_m, _, high_m = distance_m
    own = point_radius(outline)
    if from_border(own, distance_m):
        if heading is not None:
            return headings.side_of(outline, heading, low_m, high_m)
        return outside.band(outline, inward_m=0.0, outward_m=high_m, beyond_m=low_m)
    inner_m = max(0.0, low_m - own.uncertainty_m)
    outer_m = high_m + own.uncertainty_m
    return headings.sector(own.point.x, own.point.y, inner_m, outer_m, heading)


def from_border(own: PointRadius, distance_m: tuple[float, float, float]) -> bool:
    """
    Say whether a distance is counted from a place's boundary and not from its middle.

    "20 km from Malvia", a country, is 20 km from its border: its middle is no place anyone
    counts from, and the words would put it deep inside.
    """
    return own.uncertainty_m > outside.NEAR_M and distance_m[1] < own.uncertainty_m


def _joined(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return two shapes as one, joined in metres, where seams close."""
    flat = flat_of(one)
    both = shapely.union_all([flat.shape, mended(flat.plane.to_metres(other))])
    return flat.plane.to_degrees(both)


def _adjacent(outline: BaseGeometry) -> BaseGeometry:
    return outside.near(outline, adjacent=True)


def _between(near: Near, one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the ground between two places; the places themselves where they touch."""
    del near
    middle = outside.between(one, other)
    return middle if not middle.is_empty else _joined(one, other)


def _along_road(near: Near, one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the ground from one place to another with both: a road begins in its towns."""
    middle = outside.between(one, other)
    both = _joined(one, other)
    del near
    return both if middle.is_empty else _joined(both, middle)


def _strip(near: Near, one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the strip of the first place along its border with the second."""
    along = outside.strip(other, _width_m(near), one)
    return _between(near, one, other) if along.is_empty else along


def _border(near: Near, one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return both sides of the border of two places."""
    along = outside.strip(other, _width_m(near), one)
    return (
        _between(near, one, other) if along.is_empty else _joined(along, _strip(near, other, one))
    )


def _along(near: Near, outline: BaseGeometry) -> BaseGeometry:
    """Return the strip on the outer side of a place's boundary: a river's two banks."""
    return outside.strip(outline, _width_m(near), None)


def _bank(near: Near, outline: BaseGeometry) -> BaseGeometry:
    """Return one bank, or with no side said what is next to the water."""
    return coasts.bank(outline, near.heading) if near.heading else _adjacent(outline)


def _coast(near: Near, outline: BaseGeometry) -> BaseGeometry:
    """Return the coast of a place, or of a part of it: "the northern coast of Orsa"."""
    strip = coasts.coast_strip(outline, near.distance_m and near.distance_m[2])
    if strip.is_empty or near.heading not in _PARTS:
        return strip
    return headings.overlap(part_of(outline, Part((near.heading,))), strip)


def _width_m(near: Near) -> float:
    return outside.NEAR_M if near.distance_m is None else near.distance_m[2]


_SHAPES: dict[str, Callable[[BaseGeometry], BaseGeometry]] = {
    "edge": outside.edge_band,
    "outskirts": outside.outskirts,
    "outside": outside.ring_outside,
    "adjacent": _adjacent,
}
_LINES: dict[str, Callable[[Near, BaseGeometry], BaseGeometry]] = {
    "strip": _along,
    "coast": _coast,
    "bank": _bank,
}
TWO: dict[str, Callable[[Near, BaseGeometry, BaseGeometry], BaseGeometry]] = {
    "between": _between,
    "road": _along_road,
    "strip": _strip,
    "border": _border,
}
# Parts are told by eight directions; of "north-northeast" only what lies outside is drawn exactly.
_PARTS = frozenset({"N", "NE", "E", "SE", "S", "SW", "W", "NW"})
