"""A shape in degrees as one valid shape in the metres of its own plane."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import shapely

from geo.ground.plane import LocalPlane, mended

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, eq=False, slots=True)
class Flat:
    """A shape in the metres of the plane around it."""

    plane: LocalPlane
    shape: BaseGeometry


def flat_of(outline: BaseGeometry) -> Flat:
    """
    Lay a shape flat; the same shape is laid only once.

    Parameters
    ----------
    outline
        In WGS 84 degrees. Pieces cut apart at the antimeridian become one again.
    """
    return _flat_of(shapely.to_wkb(outline))


@lru_cache(maxsize=128)
def _flat_of(outline_wkb: bytes) -> Flat:
    outline = shapely.from_wkb(outline_wkb)
    plane = LocalPlane.of(outline)
    west, south, east, north = outline.bounds
    # Straight edges in degrees bend in metres: short ones bend too little to see.
    step = max(min(east - west, 360.0), north - south) / 100
    whole = mended(plane.to_metres(shapely.segmentize(outline, step) if step else outline))
    if east - west > 180:
        # Pieces cut at the antimeridian meet again: a millimetre closes the rounding of the seam.
        whole = shapely.set_precision(whole.buffer(1e-3, join_style="mitre"), 1e-3)
    return Flat(plane, whole)
