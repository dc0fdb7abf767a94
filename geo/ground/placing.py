"""Where a claim's words put it: a shape, or a point with the metres it may be off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely.geometry import Point

from geo.claims import ControlClaim
from geo.ground import headings
from geo.ground.areas import TWO, from_border, part_of, shape_of
from geo.ground.outlines import outline_of
from geo.ground.plane import destination, half_angle_deg, heading_deg
from geo.ground.uncertainty import PointRadius, around, offset_uncertainty, point_radius

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims import Claim, Part, Where

__all__ = ["area_of", "geometry_of", "part_of", "point_radius_of"]


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
    return shape_of(where, outline_of(place).geometry, _outline(other))


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
    area = shape_of(where, outline, other)
    if near is None:
        return around(own.point, area) if _is_outside(where.part) else point_radius(area)
    if near.word in {"edge", "strip"} or (other is not None and near.word in TWO):
        return point_radius(area)
    if near.heading is None:
        return around(own.point, area)
    if near.distance_m is not None and not from_border(own, near.distance_m):
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


def _offset(
    start: PointRadius, distance_m: tuple[float, float, float], heading: str
) -> PointRadius:
    low_m, best_m, high_m = distance_m
    spot = destination((start.point.x, start.point.y), heading_deg(heading), best_m)
    spread_m = (high_m - low_m) / 2
    radius_m = offset_uncertainty(best_m, half_angle_deg(heading), start.uncertainty_m + spread_m)
    return PointRadius(Point(spot), radius_m)
