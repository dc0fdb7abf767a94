"""
How far a described spot may be from where it is put: the point-radius method.

Maximum errors are added, never averaged. Sources: Wieczorek, Guo & Hijmans (2004), IJGIS
18(8), 745-767; Chapman & Wieczorek (2020), Georeferencing Best Practices, doi
10.15468/doc-gg7h-s853, and the Quick Reference Guide of the same year.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import MultiPoint

from geo.ground.flat import flat_of
from geo.ground.plane import distances_m

if TYPE_CHECKING:
    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

# WGS 84: half the long axis in metres, and the square of the eccentricity.
_SEMI_MAJOR_M = 6_378_137.0
_ECCENTRICITY_2 = 0.00669437999014


@dataclass(frozen=True, slots=True)
class PointRadius:
    """A spot in WGS 84 degrees and the distance in metres within which the truth lies."""

    point: Point
    uncertainty_m: float


def point_radius(shape: BaseGeometry) -> PointRadius:
    """
    Reduce a shape in WGS 84 degrees to a point on it and the radius that covers it.

    The point is the centre of the smallest enclosing circle, moved onto the shape if it
    lies outside.
    """
    flat = flat_of(shape)
    centre = shapely.minimum_bounding_circle(flat.shape).centroid
    if not flat.shape.covers(centre):
        centre = shapely.shortest_line(flat.shape, centre).interpolate(0)
    return around(flat.plane.to_degrees(centre), shape)


def around(point: Point, shape: BaseGeometry) -> PointRadius:
    """Return a point with the distance to the farthest spot of a shape, both in degrees."""
    flat = flat_of(shape)
    # The farthest spot is a corner of the hull, which has few; measured over the ellipsoid,
    # because a flat map is only true near its middle.
    corners = shapely.get_coordinates(shapely.convex_hull(flat.shape))
    ends = shapely.get_coordinates(flat.plane.to_degrees(MultiPoint(corners)))
    spot = shapely.Point((point.x + 180.0) % 360.0 - 180.0, point.y)
    return PointRadius(spot, float(distances_m((spot.x, spot.y), ends).max()))


def offset_uncertainty(distance: float, half_angle_deg: float, other: float = 0.0) -> float:
    """
    Return the uncertainty of a distance along a heading.

    Parameters
    ----------
    distance
        How far, in any unit.
    half_angle_deg
        How far the heading may be off: 45 for N, 22.5 for NE, 11.25 for NNE.
    other
        Extent of the starting place, half-width of the distance, coordinates, datum and
        source, added up, in the same unit.
    """
    angle = math.radians(half_angle_deg)
    outer = distance + other
    return math.hypot(distance * math.cos(angle) - outer, distance * math.sin(angle))


def path_uncertainty(half_width: float, extent: float = 0.0, other: float = 0.0) -> float:
    """
    Return the uncertainty of "13 miles by road from", in the unit of the inputs.

    Parameters
    ----------
    half_width
        Of the distance.
    extent
        Of the starting place.
    other
        Map, measurement, coordinates, datum and source, added up.
    """
    return extent + half_width + other


def orthogonal_uncertainty(half_width: float, extent: float = 0.0, other: float = 0.0) -> float:
    """
    Return the uncertainty of "8 km east and 6 km north of", in the unit of the inputs.

    Parameters
    ----------
    half_width
        Of both distances.
    extent
        Of the starting place.
    other
        Coordinates, datum and source, added up.
    """
    return extent + math.sqrt(2) * half_width + other


def coordinate_uncertainty_m(latitude_deg: float, precision_deg: float) -> tuple[float, float]:
    """Return the metres north and east that coordinates given to a precision may be off."""
    sine = math.sin(math.radians(latitude_deg))
    shrink = 1 - _ECCENTRICITY_2 * sine**2
    along_meridian = _SEMI_MAJOR_M * (1 - _ECCENTRICITY_2) / shrink**1.5
    along_parallel = _SEMI_MAJOR_M / math.sqrt(shrink) * math.cos(math.radians(latitude_deg))
    step = math.radians(precision_deg)
    return along_meridian * step, along_parallel * step
