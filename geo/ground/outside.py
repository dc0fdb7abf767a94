"""
Shapes around a place: rings, bands, strips, and what is near (section 5.3).

Where a width depends on the place's radius it is capped: "near Russia" is no ring as wide as
half the country, and nothing that is drawn here comes near the far side of the globe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely.affinity import translate

from geo.ground.flat import flat_of
from geo.ground.plane import LocalPlane, mended
from geo.ground.uncertainty import point_radius

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# What coders of conflicts still call near a known place: UCDP's where_prec 2 ends at 25 km.
NEAR_M = 25_000.0
# The rim of a wide place: a fifth of what is near it, so that it stays a line on the map.
_RIM_M = 5_000.0
# Outlines with more corners than this are drawn coarser before they are widened, by a
# twentieth of the width: a band rounds such bends off, and they take seconds else.
_MANY_CORNERS = 3_000
# Arcs of so many chords a quarter turn keep within half a hundredth of the distance; of a
# ragged coast, which has an arc a corner, within a fiftieth.
_ARC, _COARSE_ARC = 8, 4


def siege_ring(outline: BaseGeometry) -> BaseGeometry:
    """
    Return the ring around a besieged place: a thin band outside its boundary.

    It stands for a siege, not for ground held. A twentieth of the place's radius wide,
    100 m to 2 km, so that it is seen around a camp and around a city.
    """
    width_m = _clipped(0.05 * point_radius(outline).uncertainty_m, 100, 2_000)
    return band(outline, inward_m=0.0, outward_m=width_m)


def ring_outside(outline: BaseGeometry) -> BaseGeometry:
    """
    Return where forces "stationed outside" stand: half a radius around, 300 m to 5 km.

    Our own default; the guides call any such number arbitrary and ask to record it.
    """
    width_m = _clipped(0.5 * point_radius(outline).uncertainty_m, 300, 5_000)
    return band(outline, inward_m=0.0, outward_m=width_m)


def edge_band(outline: BaseGeometry) -> BaseGeometry:
    """Return "the edge of": a tenth of the radius on both sides of the boundary, 50 m or more."""
    width_m = _clipped(0.1 * point_radius(outline).uncertainty_m, 50, _RIM_M)
    return band(outline, inward_m=width_m, outward_m=width_m)


def outskirts(outline: BaseGeometry) -> BaseGeometry:
    """Return "the outskirts of": a quarter of the radius on both sides, 1 km or more."""
    width_m = _clipped(0.25 * point_radius(outline).uncertainty_m, 1_000, _RIM_M)
    return band(outline, inward_m=width_m, outward_m=width_m)


def near(outline: BaseGeometry, *, adjacent: bool = False) -> BaseGeometry:
    """Return "near": one radius outside the boundary, 25 km at most; "next to": a quarter."""
    reach_m = min(point_radius(outline).uncertainty_m, NEAR_M) * (0.25 if adjacent else 1.0)
    return band(outline, inward_m=0.0, outward_m=reach_m)


def in_or_near(outline: BaseGeometry) -> BaseGeometry:
    """Return a place with what is near it: "near" does not rule out "in"."""
    flat = flat_of(outline)
    reach_m = min(point_radius(outline).uncertainty_m, NEAR_M)
    # Coarser by less than the reach, so that all of the place is in it.
    whole = _widened(_coarse(flat.shape, reach_m), reach_m)
    return flat.plane.to_degrees(whole)


def strip(outline: BaseGeometry, width_m: float, within: BaseGeometry | None) -> BaseGeometry:
    """
    Return a strip of a width along a place: a river with its banks, or a border.

    Parameters
    ----------
    outline
        What it runs along, in WGS 84 degrees.
    width_m
        How wide, in metres, from the boundary outwards.
    within
        The place that it is a strip of: "along Malvia's border with Orsa" lies in Malvia.
    """
    along = band(outline, inward_m=0.0, outward_m=width_m)
    if within is None:
        return along
    flat = flat_of(along)
    return flat.plane.to_degrees(flat.shape.intersection(mended(flat.plane.to_metres(within))))


def between(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the ground between two places: the hull of both, without them; empty if they meet."""
    pair = [mended(one), mended(_beside(one, other))]
    plane = LocalPlane.of(shapely.union_all(pair))
    flat = [mended(plane.to_metres(shape)) for shape in pair]
    both = shapely.union_all(flat)
    # A metre more is cut out, or slivers would stay along their outer sides.
    cut = shapely.convex_hull(both).difference(both.buffer(1.0))
    parts = shapely.get_parts(cut)
    widest = [part for part in parts if all(part.distance(shape) < 2.0 for shape in flat)]
    return plane.to_degrees(shapely.union_all(widest))


def band(
    outline: BaseGeometry, *, inward_m: float, outward_m: float, beyond_m: float = 0.0
) -> BaseGeometry:
    """
    Return the band along a boundary, in WGS 84 degrees.

    Parameters
    ----------
    outline
        The place, in WGS 84 degrees.
    inward_m, outward_m
        How far it reaches on either side, in metres.
    beyond_m
        How far outside it begins; only with ``inward_m`` 0.
    """
    flat = flat_of(outline)
    wide = band_in_metres(flat.shape, inward_m=inward_m, outward_m=outward_m, beyond_m=beyond_m)
    return flat.plane.to_degrees(wide)


def band_in_metres(
    shape: BaseGeometry, *, inward_m: float, outward_m: float, beyond_m: float = 0.0
) -> BaseGeometry:
    """Return the same of a shape in metres, in its own plane."""
    width_m = max(inward_m, outward_m)
    coarse = _coarse(shape, width_m)
    inner = _widened(coarse, beyond_m - inward_m) if inward_m or beyond_m else coarse
    # Mitred corners would spike: round ones keep one distance all around.
    ring = _widened(coarse, outward_m).difference(inner)
    return ring if coarse is shape else _coarse(ring, width_m)


def _coarse(shape: BaseGeometry, width_m: float) -> BaseGeometry:
    """Return a shape with many corners without those that a band of a width rounds off."""
    if shapely.get_num_coordinates(shape) <= _MANY_CORNERS:
        return shape
    # Each piece alone: what they share is a boundary no band can see, and a fifth of the time.
    pieces = shapely.simplify(shapely.get_parts(shape), width_m / 20)
    coarse: BaseGeometry = shapely.multipolygons([one for one in pieces if not one.is_empty])
    return mended(coarse)


def _widened(shape: BaseGeometry, distance_m: float) -> BaseGeometry:
    """Widen a shape, or narrow it if negative: piece by piece, ten times as fast for islands."""
    arc = _COARSE_ARC if shapely.get_num_coordinates(shape) > _MANY_CORNERS else _ARC
    pieces = shapely.buffer(shapely.get_parts(shape), distance_m, quad_segs=arc)
    whole: BaseGeometry = shapely.union_all(pieces)
    return whole


def _beside(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the second shape in the turn of longitudes in which it is closest to the first."""
    turns = round((one.bounds[0] + one.bounds[2] - other.bounds[0] - other.bounds[2]) / 720)
    return translate(other, 360.0 * turns)


def _clipped(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
