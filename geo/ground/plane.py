"""Metres around one spot, where areas are exact; and distances over the ellipsoid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
import shapely
from pyproj import Geod, Proj

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Shape = TypeVar("Shape", bound=BaseGeometry)

_GEOD = Geod(ellps="WGS84")

_AREAL = frozenset({"Polygon", "MultiPolygon"})
_METRES_A_DEGREE = 111_195.0  # of a great circle; good enough to take a millimetre off

_BY_POLE_DEG = 89.0
# More than the plane's radius, twice that of the earth.
_FAR_M = 13_000_000.0

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
        # The numbers span the globe, so it lies across the antimeridian: counted from 0 to 360
        # it is in one piece again.
        eastward = shapely.transform(geometry, _counted_east)
        west, _, east, _ = eastward.bounds
        if east - west < 180:
            middle = eastward.centroid
            return cls(_turned(middle.x), middle.y)
        # It goes around a pole: average on the sphere.
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
        shape stays whole; a file format that wants it cut does the cutting. A shape that
        holds a pole is cut from the pole along the meridian opposite the plane's, where its
        longitudes end. A shape valid in metres is valid in degrees.
        """
        return mended(shapely.transform(self._slit(geometry), self._backward))

    def _slit(self, geometry: Shape) -> Shape:
        """Open a polygon along the meridian beyond a pole, if it reaches there."""
        west, south, east, north = geometry.bounds
        lower, upper = _poles(self.longitude, self.latitude)
        # False for an empty shape, whose bounds are no numbers.
        if geometry.geom_type not in _AREAL or not (west <= 0 <= east):
            return geometry
        if lower < south and north < upper:
            return geometry
        ways = ((upper, 1.0), (lower, -1.0))
        # On a map around one pole the other is at no spot.
        slits = [_slit_from(pole, side) for pole, side in ways if math.isfinite(pole)]
        # Straight in metres is bent in degrees, most of all beside a pole.
        step = max(east - west, north - south) / 200
        opened = shapely.difference(geometry, shapely.union_all(slits))
        return cast("Shape", shapely.segmentize(opened, step))

    def _forward(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = _projection(self.longitude, self.latitude)(degrees[:, 0], degrees[:, 1])
        return np.column_stack((x, y))

    def _backward(self, metres: NDArray[np.float64]) -> NDArray[np.float64]:
        project = _projection(self.longitude, self.latitude)
        longitudes, latitudes = project(metres[:, 0], metres[:, 1], inverse=True)
        # The inverse is a series good to a millimetre; one step back makes it exact, so that
        # zones end where the outline does. Not by the poles, where north is no one way.
        x, y = project(longitudes, latitudes)
        plain = np.abs(latitudes) < _BY_POLE_DEG
        latitudes += np.where(plain, metres[:, 1] - y, 0.0) / _METRES_A_DEGREE
        shrink = np.cos(np.radians(np.minimum(np.abs(latitudes), _BY_POLE_DEG)))
        longitudes += np.where(plain, metres[:, 0] - x, 0.0) / (_METRES_A_DEGREE * shrink)
        turned = np.mod(longitudes - self.longitude + 180.0, 360.0) - 180.0
        return np.column_stack((self.longitude + turned, latitudes))


def mended(shape: Shape) -> Shape:
    """Return a shape as it is if it is valid, else the areas it encloses."""
    if shape.geom_type not in _AREAL or shape.is_valid:
        return shape
    return cast("Shape", areal(shapely.make_valid(shape)))


def areal(shape: BaseGeometry) -> BaseGeometry:
    """Return what has area of a shape, without the points and lines where things touch."""
    if shape.geom_type in _AREAL:
        return shape
    return shapely.union_all([one for one in _parts(shape) if one.geom_type in _AREAL])


def _parts(shape: BaseGeometry) -> NDArray[np.object_]:
    # Collections hold collections; two levels are all that GEOS makes.
    parts: NDArray[np.object_] = shapely.get_parts(shapely.get_parts(shape))
    return parts


def _slit_from(pole_m: float, side: float) -> BaseGeometry:
    """
    Return a slit two millimetres wide from a pole away from the plane's centre.

    A corner a metre on keeps its side from cutting across the degrees beside the pole.
    """
    width_m, ends = 1e-3, [pole_m, pole_m + side, pole_m + side * _FAR_M]
    right = [(width_m, end) for end in ends]
    return shapely.Polygon([*right, *((-x, y) for x, y in reversed(right))])


def _counted_east(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Take longitudes to 0 to 360; those on the meridian of 0 go with the west of it."""
    return np.column_stack((np.mod(degrees[:, 0] - 1e-12, 360.0), degrees[:, 1]))


def _turned(longitude: float) -> float:
    """Take a longitude to -180 to 180."""
    return (longitude + 180.0) % 360.0 - 180.0


@lru_cache(maxsize=256)
def _poles(longitude: float, latitude: float) -> tuple[float, float]:
    """Say how far north of the plane's centre the south and the north pole lie, in metres."""
    project = _projection(longitude, latitude)
    return float(project(longitude, -90.0)[1]), float(project(longitude, 90.0)[1])


@lru_cache(maxsize=256)
def _projection(longitude: float, latitude: float) -> Proj:
    return Proj(proj="laea", lon_0=longitude, lat_0=latitude, datum="WGS84")


def distance_m(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the geodesic distance in metres between two (longitude, latitude) spots."""
    return float(_GEOD.inv(*start, *end)[2])


def distances_m(start: tuple[float, float], ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the geodesic distances in metres from a spot to rows of longitude and latitude."""
    starts = np.broadcast_to(start, ends.shape)
    return np.asarray(_GEOD.inv(starts[:, 0], starts[:, 1], ends[:, 0], ends[:, 1])[2])


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
