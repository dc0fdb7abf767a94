"""Where a claim's words put it: a shape, or a point with the metres it may be off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely.geometry import Point

from geo.claims import ControlClaim
from geo.ground import headings
from geo.ground.areas import TWO, from_border, part_of, shape_of
from geo.ground.outlines import outline_of
from geo.ground.plane import destination, distance_m, half_angle_deg, heading_deg
from geo.ground.uncertainty import (
    PointRadius,
    around,
    offset_uncertainty,
    path_uncertainty,
    point_radius,
)
from geo.ground.unknown import unknown_ground

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims import Claim, Part, Where

# A spot between two places is known to half their distance: from 100 km on that is the reach
# of a whole region (geo/data/reaches.toml), and the first place alone tells as much. Often the
# second is a namesake then, or the far end of a highway that passes the first.
_APART_M = 100_000.0
# Relations that end at the second place; a border with it may be as long as it likes.
_JOINED = frozenset({"between", "road"})
# What lies along a line has its spot on it, not in the middle of the place.
_LINES = frozenset({"edge", "strip", "coast"})

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
    outline = outline_of(place).geometry
    return shape_of(where, outline, _partner(where, outline, other))


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
    What is told without a distance keeps the place's own point, with a radius to the end of
    the area: nobody said how far, so that any other spot would be a guess. Of a ring it is the
    one closest to all others; "south of Orsa" may mean its south as well as beyond it, and
    UCDP, too, codes what lies near a known point with that point (where_prec 2). The edge keeps
    a spot of its band. A part of a place that is known as a point only keeps that point too:
    how far its disc reaches is assumed.
    """
    outline = outline_of(place)
    second = _partner(where, outline.geometry, other)
    if outline.assumed and where.near is None and where.part is not None:
        own = point_radius(outline.geometry).point
        spot = around(own, shape_of(where, outline.geometry, second))
    else:
        spot = _spot(where, outline.geometry, second)
    accuracy_m = 0.0 if outline.assumed else outline.accuracy_m
    return spot.point, spot.uncertainty_m + accuracy_m


def _spot(where: Where, outline: BaseGeometry, other: BaseGeometry | None) -> PointRadius:
    own, near = point_radius(outline), where.near
    area = shape_of(where, outline, other)
    if near is None:
        return around(own.point, area) if _is_outside(where.part) else point_radius(area)
    if near.word in _LINES or (other is not None and near.word in TWO):
        return point_radius(area)
    if near.heading is None or near.distance_m is None:
        return around(own.point, area)
    if from_border(own, near.distance_m):
        return around(headings.border_towards(outline, near.heading), area)
    return _offset(own, near.distance_m, near.heading)


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
    if where.near is not None and unknown_ground(where, place, other):
        return None
    if isinstance(claim, ControlClaim) and (place.outline is not None or where.near):
        return area_of(where, place, other=other)
    return point_radius_of(where, place, other=other)[0]


def _partner(where: Where, outline: BaseGeometry, other: Place | None) -> BaseGeometry | None:
    """
    Return the outline of the second place, if the two do say where something is.

    A place around the first, such as the country of a town, is no far end of a road; and from
    one too far away the first alone tells more.
    """
    if other is None:
        return None
    second = outline_of(other).geometry
    if where.near is None or where.near.word not in _JOINED:
        return second
    if second.covers(outline) or _gap_m(outline, second) > _APART_M:
        return None
    return second


def _gap_m(one: BaseGeometry, other: BaseGeometry) -> float:
    """Return how far two places are apart: their middles, less how far each reaches."""
    first, second = point_radius(one), point_radius(other)
    away_m = distance_m((first.point.x, first.point.y), (second.point.x, second.point.y))
    return away_m - first.uncertainty_m - second.uncertainty_m


def _is_outside(part: Part | None) -> bool:
    return part is not None and part.terms == ("outside",) and not part.except_


def _offset(
    start: PointRadius, distance_m: tuple[float, float, float], heading: str
) -> PointRadius:
    low_m, best_m, high_m = distance_m
    spot = destination((start.point.x, start.point.y), heading_deg(heading), best_m)
    spread_m = (high_m - low_m) / 2
    before_m = path_uncertainty(spread_m, start.uncertainty_m)
    radius_m = offset_uncertainty(best_m, half_angle_deg(heading), before_m)
    return PointRadius(Point(spot), radius_m)
