"""
What lies in a direction of a place: "east of Orsa", "20 km north of Orsa" (section 5.3).

A spot lies north of a place if it is reached from the nearest spot of its hull by going
north, 45 degrees more or less; so a long valley's north is as wide as the valley.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.ground.flat import flat_of
from geo.ground.outside import NEAR_M, band_in_metres
from geo.ground.plane import LocalPlane, areal, half_angle_deg, heading_deg, mended
from geo.ground.uncertainty import point_radius

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]


def towards(outline: BaseGeometry, heading: str) -> BaseGeometry:
    """
    Return "east of": the ground outside on that side, two radii from the boundary, 25 km at most.

    Two radii are the specification's: beyond, a speaker would name another place.
    """
    reach_m = min(2 * point_radius(outline).uncertainty_m, NEAR_M)
    return side_of(outline, heading, 0.0, reach_m)


def side_of(outline: BaseGeometry, heading: str, low_m: float, high_m: float) -> BaseGeometry:
    """Return what lies between two distances from a place's boundary, on one side of it."""
    flat = flat_of(outline)
    hull = shapely.convex_hull(flat.shape)
    fan = _fan(shapely.get_coordinates(hull), heading, high_m)
    bays = _bays(hull.difference(flat.shape), fan, high_m)
    # A metre wider, or slivers would stay between the fan and the place.
    side = shapely.union_all([fan.buffer(1.0), *bays])
    around = band_in_metres(flat.shape, inward_m=0.0, outward_m=high_m, beyond_m=low_m)
    return flat.plane.to_degrees(areal(side.intersection(around)))


def border_towards(outline: BaseGeometry, heading: str) -> Point:
    """
    Return where one leaves a place's hull on a heading from its middle.

    Distances from a country are counted from there: the spot with the least to lose.
    """
    flat, way = flat_of(outline), np.radians(heading_deg(heading))
    hull = shapely.convex_hull(flat.shape)
    middle = flat.plane.to_metres(point_radius(outline).point)
    end_m = 2 * shapely.length(hull.boundary)
    end = shapely.Point(middle.x + end_m * np.sin(way), middle.y + end_m * np.cos(way))
    leaving = shapely.LineString([middle, end]).intersection(hull).coords[-1]
    return flat.plane.to_degrees(shapely.Point(leaving))


def overlap(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return what two shapes in WGS 84 degrees share, cut in metres."""
    flat = flat_of(one)
    shared = areal(flat.shape.intersection(mended(flat.plane.to_metres(other))))
    # Thinner than two metres: the bend of an edge that both have, and no ground.
    ground = shared.buffer(-1.0, join_style="mitre").buffer(1.0, join_style="mitre")
    return flat.plane.to_degrees(ground)


def sector(
    longitude: float, latitude: float, inner_m: float, outer_m: float, heading: str | None
) -> BaseGeometry:
    """Return a ring around a spot, or the piece of it on a heading."""
    plane = LocalPlane.at(longitude, latitude)
    if heading is None:
        ring = shapely.Point(0, 0).buffer(outer_m, quad_segs=24)
        return plane.to_degrees(ring.difference(shapely.Point(0, 0).buffer(inner_m, quad_segs=24)))
    half = half_angle_deg(heading)
    arc = _arc(heading_deg(heading) - half, heading_deg(heading) + half)
    start = arc[::-1] * inner_m if inner_m else np.zeros((1, 2))
    return plane.to_degrees(shapely.Polygon(np.concatenate((arc * outer_m, start))))


def _fan(corners: Floats, heading: str, reach_m: float) -> BaseGeometry:
    """
    Return what is reached from a convex shape along its outward normals near a heading.

    Each bearing starts at the corner farthest that way: the corners and the spots so far
    beyond them are the two sides of the fan.
    """
    half = half_angle_deg(heading)
    ways = _arc(heading_deg(heading) - half, heading_deg(heading) + half)
    foremost = corners[np.argmax(ways @ corners.T, axis=1)]
    return shapely.Polygon(np.concatenate((foremost + ways * reach_m, foremost[::-1])))


def _bays(gaps: BaseGeometry, fan: BaseGeometry, reach_m: float) -> list[BaseGeometry]:
    """
    Return the bays on the side of a fan: north of their shore, if no deeper than the reach.

    What is thinner than a fiftieth of it is no bay but the bend of a straight edge.
    """
    deep = fan.buffer(reach_m)
    bays = [gap for gap in shapely.get_parts(gaps) if gap.area > gap.length * reach_m / 100]
    return [bay for bay in bays if bay.intersects(fan) and bay.within(deep)]


def _arc(first_deg: float, last_deg: float) -> Floats:
    # A step of 4 degrees at most: chords are then within a thousandth of the arc.
    angles = np.radians(np.linspace(first_deg, last_deg, 25))
    return np.column_stack((np.sin(angles), np.cos(angles)))
