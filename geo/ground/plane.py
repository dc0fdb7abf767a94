"""Metres around one spot, where areas are exact; and distances over the ellipsoid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import shapely
from pyproj import Geod, Proj

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Shape = TypeVar("Shape", bound=BaseGeometry)

_GEOD = Geod(ellps="WGS84")

_METRES_A_DEGREE = 111_195.0  # of a great circle; good enough to take a millimetre off

# Compass points, clockwise from north, 22.5 degrees apart.
_COMPASS = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
    "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LocalPlane:
    """
    A flat map in metres around one spot: x to the east, y to the north.

    Lambert azimuthal equal-area on WGS 84, so an area in the plane is the area on the
    ground, anywhere: over the antimeridian, near a pole, for a camp or a country.
    """

    longitude: float
    latitude: float

    @classmethod
    def at(cls, longitude: float, latitude: float) -> LocalPlane:
        """Return the plane centred on a spot in WGS 84 degrees."""
        return cls(longitude, latitude)

    @classmethod
    def of(cls, geometry: BaseGeometry) -> LocalPlane:
        """Return the plane centred on a geometry in WGS 84 degrees, on either side of 180."""
        west, _, east, _ = geometry.bounds
        if east - west < 180:
            middle = geometry.centroid
            return cls(middle.x, middle.y)
        # The numbers span the globe, so it lies across the antimeridian: average on the sphere.
        longitudes, latitudes = np.radians(shapely.get_coordinates(geometry)).T
        x = float(np.mean(np.cos(latitudes) * np.cos(longitudes)))
        y = float(np.mean(np.cos(latitudes) * np.sin(longitudes)))
        z = float(np.mean(np.sin(latitudes)))
        return cls(math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))

    def to_metres(self, geometry: Shape) -> Shape:
        """Take a geometry from WGS 84 degrees to metres in this plane."""
        return shapely.transform(geometry, self._forward)

    def to_degrees(self, geometry: Shape) -> Shape:
        """
        Take a geometry from metres in this plane back to WGS 84 degrees.

        Longitudes run on past 180 where a shape crosses the antimeridian, so that the
        shape stays whole; a file format that wants it cut does the cutting.
        """
        return shapely.transform(geometry, self._backward)

    def _forward(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = _projection(self.longitude, self.latitude)(degrees[:, 0], degrees[:, 1])
        return np.column_stack((x, y))

    def _backward(self, metres: NDArray[np.float64]) -> NDArray[np.float64]:
        project = _projection(self.longitude, self.latitude)
        longitudes, latitudes = project(metres[:, 0], metres[:, 1], inverse=True)
        # The inverse is a series good to a millimetre; one step back makes it exact, so that
        # zones end where the outline does.
        x, y = project(longitudes, latitudes)
        latitudes += (metres[:, 1] - y) / _METRES_A_DEGREE
        shrink = np.maximum(np.cos(np.radians(latitudes)), 1e-6)
        longitudes += (metres[:, 0] - x) / (_METRES_A_DEGREE * shrink)
        turned = np.mod(longitudes - self.longitude + 180.0, 360.0) - 180.0
        return np.column_stack((self.longitude + turned, latitudes))


@lru_cache(maxsize=256)
def _projection(longitude: float, latitude: float) -> Proj:
    return Proj(proj="laea", lon_0=longitude, lat_0=latitude, datum="WGS84")


def distance_m(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the geodesic distance in metres between two (longitude, latitude) spots."""
    return float(_GEOD.inv(*start, *end)[2])


def bearing_deg(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the bearing from one (longitude, latitude) spot to another, 0 to 360 from north."""
    return float(_GEOD.inv(*start, *end)[0]) % 360.0


def destination(
    start: tuple[float, float], heading_deg: float, distance_m: float
) -> tuple[float, float]:
    """Go from a (longitude, latitude) spot along the geodesic and return where one arrives."""
    longitude, latitude, _ = _GEOD.fwd(*start, heading_deg, distance_m)
    return float(longitude), float(latitude)


def heading_deg(point: str) -> float:
    """
    Return the bearing of a compass point in degrees from north.

    >>> heading_deg("E"), heading_deg("SSW")
    (90.0, 202.5)
    """
    return _COMPASS.index(point) * 22.5


def half_angle_deg(point: str) -> float:
    """
    Return how far a heading may be off: half the angle to its neighbours of the same kind.

    45 degrees for N, 22.5 for NE, 11.25 for NNE (Wieczorek, Guo & Hijmans 2004).
    """
    return {1: 45.0, 2: 22.5, 3: 11.25}[len(point)]
