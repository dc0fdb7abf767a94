"""Shapes around a place: rings, bands, sectors, and what is near (section 5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import Polygon

from geo.ground.plane import LocalPlane, half_angle_deg, heading_deg
from geo.ground.uncertainty import point_radius

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def siege_ring(outline: BaseGeometry) -> BaseGeometry:
    """
    Return the ring around a besieged place: a thin band outside its boundary.

    It stands for a siege, not for ground held. A twentieth of the place's radius wide,
    100 m to 2 km, so that it is seen around a camp and around a city.
    """
    width_m = _clipped(0.05 * point_radius(outline).uncertainty_m, 100, 2_000)
    return _band(outline, inward_m=0.0, outward_m=width_m)


def ring_outside(outline: BaseGeometry) -> BaseGeometry:
    """
    Return where forces "stationed outside" stand: half a radius around, 300 m to 5 km.

    Our own default; the guides call any such number arbitrary and ask to record it.
    """
    width_m = _clipped(0.5 * point_radius(outline).uncertainty_m, 300, 5_000)
    return _band(outline, inward_m=0.0, outward_m=width_m)


def edge_band(outline: BaseGeometry) -> BaseGeometry:
    """Return "the edge of": a tenth of the radius on both sides of the boundary, 50 m or more."""
    width_m = max(50.0, 0.1 * point_radius(outline).uncertainty_m)
    return _band(outline, inward_m=width_m, outward_m=width_m)


def outskirts(outline: BaseGeometry) -> BaseGeometry:
    """Return "the outskirts of": a quarter of the radius on both sides, 1 km or more."""
    width_m = max(1_000.0, 0.25 * point_radius(outline).uncertainty_m)
    return _band(outline, inward_m=width_m, outward_m=width_m)


def near(outline: BaseGeometry, *, adjacent: bool = False) -> BaseGeometry:
    """Return "near": one radius outside the boundary; "next to": a quarter of it."""
    radius_m = point_radius(outline).uncertainty_m
    return _band(outline, inward_m=0.0, outward_m=radius_m * (0.25 if adjacent else 1.0))


def at_distance(
    outline: BaseGeometry, low_m: float, high_m: float, heading: str | None = None
) -> BaseGeometry:
    """
    Return where a spot lies that is so far from a place, in a direction if one is said.

    Parameters
    ----------
    outline
        The place, in WGS 84 degrees.
    low_m, high_m
        The distance from its centre, in metres; the place's own extent is added.
    heading
        Compass point, or None for a ring.
    """
    spot = point_radius(outline)
    inner_m = max(0.0, low_m - spot.uncertainty_m)
    return _sector(spot.point.x, spot.point.y, inner_m, high_m + spot.uncertainty_m, heading)


def towards(outline: BaseGeometry, heading: str) -> BaseGeometry:
    """Return "east of": the sector outside a place as far as two radii from its boundary."""
    spot = point_radius(outline)
    reach_m = 3 * spot.uncertainty_m
    fan = _sector(spot.point.x, spot.point.y, 0.0, reach_m, heading)
    return fan.difference(outline)


def between(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the ground between two places: the hull of both, without them."""
    plane = LocalPlane.of(shapely.union_all([one, other]))
    flat = [plane.to_metres(shape) for shape in (one, other)]
    both = shapely.union_all(flat)
    # A metre more is cut out, or slivers would stay along their outer sides.
    cut = shapely.convex_hull(both).difference(both.buffer(1.0))
    parts = shapely.get_parts(cut)
    # Empty for places that overlap or touch.
    widest = [part for part in parts if all(part.distance(shape) < 2.0 for shape in flat)]
    return plane.to_degrees(shapely.union_all(widest))


def _band(outline: BaseGeometry, *, inward_m: float, outward_m: float) -> BaseGeometry:
    plane = LocalPlane.of(outline)
    flat = plane.to_metres(outline)
    inner = flat.buffer(-inward_m) if inward_m else flat
    # Mitred corners would spike: round ones keep one distance all around.
    return plane.to_degrees(flat.buffer(outward_m, quad_segs=8).difference(inner))


def _sector(
    longitude: float, latitude: float, inner_m: float, outer_m: float, heading: str | None
) -> BaseGeometry:
    plane = LocalPlane.at(longitude, latitude)
    if heading is None:
        ring = shapely.Point(0, 0).buffer(outer_m, quad_segs=24)
        return plane.to_degrees(ring.difference(shapely.Point(0, 0).buffer(inner_m, quad_segs=24)))
    half = half_angle_deg(heading)
    angles = np.radians(heading_deg(heading) + np.linspace(-half, half, 25))
    arc = np.column_stack((np.sin(angles), np.cos(angles)))
    start = arc[::-1] * inner_m if inner_m else np.zeros((1, 2))
    return plane.to_degrees(Polygon(np.concatenate((arc * outer_m, start))))


def _clipped(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
