"""Where a claim's words put it: a shape, or a point with the metres it may be off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point

from geo.claims import ControlClaim, Part
from geo.ground import headings, outside
from geo.ground.assignment import top_share
from geo.ground.fields import is_placed, membership
from geo.ground.flat import flat_of
from geo.ground.grid import grid_of
from geo.ground.outlines import outline_of
from geo.ground.plane import destination, half_angle_deg, heading_deg, mended
from geo.ground.polygons import polygon_of
from geo.ground.uncertainty import PointRadius, around, offset_uncertainty, point_radius

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims import Claim, Near, Where


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


def area_of(where: Where, place: Place, *, other: Place | None = None) -> BaseGeometry:
    """
    Return the whole area that the words for a place allow, in WGS 84 degrees.

    Parameters
    ----------
    where
        The place, with a part of it or a relation to it.
    place
        The place it names.
    other
        The second place of "between A and B" or of a border, where it is known.
    """
    return _area(where, outline_of(place).geometry, _outline(other))


def point_radius_of(
    where: Where, place: Place, *, other: Place | None = None
) -> tuple[Point, float]:
    """
    Return the point that stands for a described spot, and its uncertainty in metres.

    Parameters
    ----------
    where
        The place, with a part of it or a relation to it.
    place
        The place it names.
    other
        The second place of "between A and B" or of a border, where it is known.

    Returns
    -------
    point, uncertainty_m
        Longitude and latitude in WGS 84 degrees; the true spot lies within the radius.

    Notes
    -----
    A relation that holds on all sides of a place keeps the place's own point: every spot of
    the ring would be a guess, and farther from the others. The edge keeps a spot of its band.
    """
    outline = outline_of(place)
    spot = _spot(where, outline.geometry, _outline(other))
    accuracy_m = 0.0 if outline.assumed else outline.accuracy_m
    return spot.point, spot.uncertainty_m + accuracy_m


def _spot(where: Where, outline: BaseGeometry, other: BaseGeometry | None) -> PointRadius:
    own, near = point_radius(outline), where.near
    area = _area(where, outline, other)
    if near is None:
        return around(own.point, area) if _is_outside(where.part) else point_radius(area)
    if near.word == "edge" or (other is not None and near.word in _TWO):
        return point_radius(area)
    if near.heading is None:
        return around(own.point, area)
    if near.distance_m is not None and not _from_border(own, near.distance_m):
        return _offset(own, near.distance_m, near.heading)
    return around(headings.border_towards(outline, near.heading), area)


def geometry_of(claim: Claim, places: Mapping[str, Place]) -> BaseGeometry | None:
    """
    Return the shape of a claim for a table: an area for ground, a point for an incident.

    None where the claim has no place.
    """
    where = claim.where
    place = places.get(where.place_id or "")
    if place is None:
        return None
    other = places.get(where.other_place_id or "")
    if isinstance(claim, ControlClaim) and (place.outline is not None or where.near):
        return area_of(where, place, other=other)
    return point_radius_of(where, place, other=other)[0]


def _outline(place: Place | None) -> BaseGeometry | None:
    return None if place is None else outline_of(place).geometry


def _is_outside(part: Part | None) -> bool:
    return part is not None and part.terms == ("outside",) and not part.except_


def _area(where: Where, outline: BaseGeometry, other: BaseGeometry | None) -> BaseGeometry:
    near = where.near
    if near is None:
        return outline if where.part is None else part_of(outline, where.part)
    if other is not None and near.word in _TWO:
        return _TWO[near.word](near, outline, other)
    if near.distance_m is not None:
        return _at_distance(outline, near.distance_m, near.heading)
    if near.heading is None:
        return _SHAPES.get(near.word, _in_or_near)(outline)
    if near.word == "heading":
        return _towards_or_in(outline, near.heading)
    # "The northern outskirts": the piece of the band on that side.
    side = _towards_or_in(outline, near.heading)
    return headings.overlap(side, _SHAPES.get(near.word, _in_or_near)(outline))


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
    if _from_border(own, distance_m):
        if heading is not None:
            return headings.side_of(outline, heading, low_m, high_m)
        return outside.band(outline, inward_m=0.0, outward_m=high_m, beyond_m=low_m)
    inner_m = max(0.0, low_m - own.uncertainty_m)
    outer_m = high_m + own.uncertainty_m
    return headings.sector(own.point.x, own.point.y, inner_m, outer_m, heading)


def _from_border(own: PointRadius, distance_m: tuple[float, float, float]) -> bool:
    """
    Say whether a distance is counted from a place's boundary and not from its middle.

    "20 km from Malvia", a country, is 20 km from its border: its middle is no place anyone
    counts from, and the words would put it deep inside.
    """
    return own.uncertainty_m > outside.NEAR_M and distance_m[1] < own.uncertainty_m


def _in_or_near(outline: BaseGeometry) -> BaseGeometry:
    """Return the place with its surroundings: "near" does not rule out "in"."""
    return _joined(outline, outside.near(outline))


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


def _strip(near: Near, one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the strip of the first place along its border with the second."""
    width_m = outside.NEAR_M if near.distance_m is None else near.distance_m[2]
    along = outside.strip(other, width_m, one)
    return _between(near, one, other) if along.is_empty else along


_SHAPES: dict[str, Callable[[BaseGeometry], BaseGeometry]] = {
    "edge": outside.edge_band,
    "outskirts": outside.outskirts,
    "outside": outside.ring_outside,
    "adjacent": _adjacent,
}
_TWO: dict[str, Callable[[Near, BaseGeometry, BaseGeometry], BaseGeometry]] = {
    "between": _between,
    "strip": _strip,
}
# Parts are told by eight directions; of "north-northeast" only what lies outside is drawn exactly.
_PARTS = frozenset({"N", "NE", "E", "SE", "S", "SW", "W", "NW"})


def _offset(
    start: PointRadius, distance_m: tuple[float, float, float], heading: str
) -> PointRadius:
    low_m, best_m, high_m = distance_m
    spot = destination((start.point.x, start.point.y), heading_deg(heading), best_m)
    spread_m = (high_m - low_m) / 2
    radius_m = offset_uncertainty(best_m, half_angle_deg(heading), start.uncertainty_m + spread_m)
    return PointRadius(Point(spot), radius_m)
