"""Where a claim's words put it: a shape, or a point with the metres it may be off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point

from geo.claims import ControlClaim
from geo.ground import outside
from geo.ground.assignment import top_share
from geo.ground.fields import is_placed, membership
from geo.ground.grid import grid_of
from geo.ground.outlines import outline_of
from geo.ground.plane import destination, half_angle_deg, heading_deg
from geo.ground.polygons import polygon_of
from geo.ground.uncertainty import PointRadius, offset_uncertainty, point_radius

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims import Claim, Near, Part, Where


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


def area_of(where: Where, place: Place) -> BaseGeometry:
    """Return the whole area that the words for a place allow, in WGS 84 degrees."""
    outline = outline_of(place).geometry
    if where.near is not None:
        return _near_area(outline, where.near)
    return outline if where.part is None else part_of(outline, where.part)


def point_radius_of(where: Where, place: Place) -> tuple[Point, float]:
    """
    Return the point that stands for a described spot, and its uncertainty in metres.

    Parameters
    ----------
    where
        The place, with a part of it or a relation to it.
    place
        The place it names.

    Returns
    -------
    point, uncertainty_m
        Longitude and latitude in WGS 84 degrees; the true spot lies within the radius.
    """
    outline = outline_of(place)
    near = where.near
    if near is not None and near.distance_m is not None and near.heading is not None:
        spot = _offset(point_radius(outline.geometry), near.distance_m, near.heading)
    else:
        spot = point_radius(area_of(where, place))
    accuracy_m = 0.0 if outline.assumed else outline.accuracy_m
    return spot.point, spot.uncertainty_m + accuracy_m


def geometry_of(claim: Claim, places: Mapping[str, Place]) -> BaseGeometry | None:
    """
    Return the shape of a claim for a table: an area for ground, a point for an incident.

    None where the claim has no place.
    """
    place = places.get(claim.where.place_id or "")
    if place is None:
        return None
    if isinstance(claim, ControlClaim) and (place.outline is not None or claim.where.near):
        return area_of(claim.where, place)
    return point_radius_of(claim.where, place)[0]


def _near_area(outline: BaseGeometry, near: Near) -> BaseGeometry:
    if near.distance_m is not None:
        low_m, _, high_m = near.distance_m
        return outside.at_distance(outline, low_m, high_m, near.heading)
    if near.heading is not None:
        return outside.towards(outline, near.heading)
    return _SHAPES.get(near.word, _in_or_near)(outline)


def _in_or_near(outline: BaseGeometry) -> BaseGeometry:
    """Return the place with its surroundings: "near" does not rule out "in"."""
    return shapely.union_all([outline, outside.near(outline)])


def _adjacent(outline: BaseGeometry) -> BaseGeometry:
    return outside.near(outline, adjacent=True)


_SHAPES: dict[str, Callable[[BaseGeometry], BaseGeometry]] = {
    "edge": outside.edge_band,
    "outskirts": outside.outskirts,
    "outside": outside.ring_outside,
    "adjacent": _adjacent,
}


def _offset(
    start: PointRadius, distance_m: tuple[float, float, float], heading: str
) -> PointRadius:
    low_m, best_m, high_m = distance_m
    spot = destination((start.point.x, start.point.y), heading_deg(heading), best_m)
    spread_m = (high_m - low_m) / 2
    radius_m = offset_uncertainty(best_m, half_angle_deg(heading), start.uncertainty_m + spread_m)
    return PointRadius(Point(spot), radius_m)
