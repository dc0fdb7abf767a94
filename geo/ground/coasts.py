"""
The coast of a place, and the banks of a river: strips on one side of a line (section 5.3).

Which border of a place is coast no outline says: it is the one beyond which no country lies,
by the embedded outlines of all countries.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gazetteer.land import land_within
from geo.ground.flat import flat_of
from geo.ground.plane import areal, heading_deg, mended
from geo.ground.uncertainty import point_radius

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.ground.plane import LocalPlane

    Floats = NDArray[np.float64]

# How far inland a coast reaches: what news calls a coastal town lies within a morning's walk of
# the sea. A quarter of a small place's radius, so that its inland stays. Our own default.
COAST_M = 10_000.0
# How far a bank reaches from the water: the towns that lie on a river. Our own default.
BANK_M = 5_000.0
# Outlines are good to 2.5 km (gazetteer.sources.areas): inlets narrower than two of that, and
# gaps between two countries, are no sea that they show.
_INLET_M = 2_500.0
# What is drawn coarser by this is no less exact; it takes a fifth of the time.
_FINE_M = 500.0
# So far around a place the sea is looked for; water that ends within is a lake.
_MARGIN_M = 100_000.0
# Wider than this, water with shores all around is still called a sea: that of Azov, the Caspian.
# The outlines hold no lakes: those belong to their countries.
_SEA_M2 = 1e10
# A river that gains less of its length than this across a heading has no bank on that side.
_LEAST_ACROSS = 0.3


def coast_strip(outline: BaseGeometry, width_m: float | None = None) -> BaseGeometry:
    """
    Return the strip of a place along the sea, on land; empty if it has no coast.

    Parameters
    ----------
    outline
        The place, in WGS 84 degrees.
    width_m
        How far inland, in metres; ten kilometres if None, less in a small place.
    """
    if width_m is None:
        width_m = min(COAST_M, 0.25 * point_radius(outline).uncertainty_m)
    return _coast_strip(shapely.to_wkb(outline), width_m)


def bank(water: BaseGeometry, heading: str) -> BaseGeometry:
    """
    Return the bank of a river or lake on one side; empty if it has none there.

    Parameters
    ----------
    water
        Its line or its area, in WGS 84 degrees.
    heading
        On which side: "the eastern bank" is the one that lies east of the water, whichever way
        a bend may turn.
    """
    flat = flat_of(water)
    way = np.radians(heading_deg(heading))
    side = np.array([np.sin(way), np.cos(way)])
    strips = [_beside(part, side) for part in shapely.get_parts(flat.shape)]
    both = areal(shapely.union_all(strips).difference(flat.shape))
    return flat.plane.to_degrees(both)


@lru_cache(maxsize=32)  # asked for when it is drawn and when a table is written
def _coast_strip(outline_wkb: bytes, width_m: float) -> BaseGeometry:
    outline = shapely.from_wkb(outline_wkb)
    flat = flat_of(outline)
    land = _land_around(outline, flat.plane)
    west, south, east, north = flat.shape.bounds
    near = shapely.box(west - _MARGIN_M, south - _MARGIN_M, east + _MARGIN_M, north + _MARGIN_M)
    waters = shapely.get_parts(near.difference(land))
    seas = [one for one in waters if one.area > _SEA_M2 or one.intersects(near.boundary)]
    if not seas:
        return shapely.Polygon()
    reached = shapely.union_all(shapely.buffer(seas, width_m + _INLET_M, quad_segs=4))
    # The sea begins at the simplified shore: widened by what was closed, it reaches inland fully.
    shore = shapely.intersection(land, reached)
    strip = areal(mended(shapely.simplify(flat.shape, _FINE_M)).intersection(shore))
    return flat.plane.to_degrees(strip)


def _land_around(outline: BaseGeometry, plane: LocalPlane) -> BaseGeometry:
    """Return all land around a place in metres, without gaps and narrow inlets."""
    pieces = [mended(plane.to_metres(one)) for one in land_within(outline)]
    whole = shapely.union_all([shapely.simplify(one, _FINE_M) for one in pieces])
    closed = shapely.buffer(whole, _INLET_M, join_style="mitre", mitre_limit=2)
    return shapely.buffer(closed, -_INLET_M, join_style="mitre", mitre_limit=2)


def _beside(water: BaseGeometry, side: Floats) -> BaseGeometry:
    """Return the strip along a line or an area on the side of a direction; it may be empty."""
    if water.geom_type == "Polygon":
        return _facing(water, side)
    # Without its bends: a meander narrower than the bank turns no bank around.
    course = shapely.simplify(water, BANK_M / 2)
    steps, to_left = _steps(course, side)
    across = float(to_left.sum()) / float(np.hypot(*steps.T).sum())
    if abs(across) < _LEAST_ACROSS:
        return shapely.Polygon()
    return shapely.buffer(course, np.copysign(BANK_M, across), single_sided=True)


def _facing(water: BaseGeometry, side: Floats) -> BaseGeometry:
    """Return the strip along the shores of an area that face a direction."""
    # A little wider, so that narrow bends close; what faces the side there is beside the water.
    wider_m = BANK_M / 4
    wide = shapely.simplify(water.buffer(wider_m, quad_segs=2), BANK_M / 10)
    ring = shapely.orient_polygons(wide).exterior  # counter-clockwise: its outside is on the right
    _, to_left = _steps(ring, side)
    corners = shapely.get_coordinates(ring)
    ends = np.stack((corners[:-1], corners[1:]), axis=1)[to_left < 0.0]
    shores = shapely.get_parts(
        shapely.line_merge(shapely.union_all(shapely.linestrings(ends)), directed=True)
    )
    outer = shapely.buffer(shores, wider_m - BANK_M, single_sided=True)
    inner = shapely.buffer(shores, wider_m, single_sided=True)
    return shapely.union_all([*outer, *inner])


def _steps(line: BaseGeometry, side: Floats) -> tuple[Floats, Floats]:
    """Return the steps of a line, and how far the left of each lies towards a direction."""
    steps = np.diff(shapely.get_coordinates(line), axis=0)
    return steps, np.column_stack((-steps[:, 1], steps[:, 0])) @ side
