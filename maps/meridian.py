"""
Cases across the antimeridian: Fiji, Chukotka, the Aleutians.

Longitude begins again at 180 degrees, so the two halves of such a case lie at the two ends of
a map. A page draws it in one piece by counting its western longitudes on, beyond 180; the page's
script does the same with what it draws (`assets/scripts/inside.js`). Files keep every position
as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from maps.basemap import Bounds

_HALF, _WHOLE = 180.0, 360.0  # degrees of longitude


def crosses(shapes: Sequence[BaseGeometry]) -> bool:
    """
    Return whether shapes lie closer together over the antimeridian than the other way round.

    >>> crosses([shapely.Point(178, -18), shapely.Point(-179, -17)])
    True
    >>> crosses([shapely.Point(-3, 54), shapely.Point(2, 49)])
    False
    """
    longitudes = shapely.get_coordinates(list(shapes))[:, 0]
    if not len(longitudes) or np.ptp(longitudes) <= _HALF:
        return False
    return bool(np.ptp(_counted_on(longitudes)) < np.ptp(longitudes))


def eastward(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape with its western longitudes counted on beyond 180 degrees."""

    def turned(positions: np.ndarray) -> np.ndarray:
        return np.column_stack([_counted_on(positions[:, 0]), positions[:, 1:]])

    return shapely.transform(shape, turned)


def width_of(shape: BaseGeometry) -> float:
    """Return how many degrees a shape spans from west to east, the short way round."""
    whole = eastward(shape) if crosses([shape]) else shape
    return float(whole.bounds[2] - whole.bounds[0])


def cut_to(shape: BaseGeometry, frame: Bounds) -> BaseGeometry:
    """Return what of a shape lies in a frame, whose east may lie beyond 180 degrees."""
    _, south, east, north = frame
    here = shape.intersection(box(*frame))
    if east <= _HALF:
        return here
    beyond = shape.intersection(box(-_HALF, south, east - _WHOLE, north))
    return here.union(translate(beyond, _WHOLE))


def _counted_on(longitudes: np.ndarray) -> np.ndarray:
    return np.where(longitudes < 0, longitudes + _WHOLE, longitudes)
