"""What lies in what and what lies near: by the parents of a place, by outlines, by distance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from gazetteer.candidates import distance_km
from gazetteer.errors import GazetteerError
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import shapely
    from shapely.geometry.base import BaseGeometry

    Bounds = tuple[float, float, float, float]

SETTLEMENTS = frozenset(
    {PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT, PlaceKind.CAMP}
)
# A place lies in one country, one province and one county at most.
_EXCLUSIVE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.COUNTY})
# Two outlines that were simplified apart differ at the edges; an area that lies in another
# shares all of itself but so much.
_SAME_SHARE = 0.95
# No city reaches so far from its point: the built-up area of Tokyo, the largest, does 60 km.
_NO_CITY_REACHES_KM = 100.0
# The first search around a point; most of the inhabited earth has five settlements there.
_FIRST_REACH_M = 10_000.0
# Half of the way around the globe, along a meridian (WGS 84: 20,003,931 m).
_FARTHEST_M = 20_004_000.0
# The shortest degree of latitude (WGS 84, at the equator), so that boxes are never too small.
_DEGREE_M = 110_574.0
# So many prepared outlines are kept, which is all countries and the provinces of a region.
_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Nearby:
    """A place and how far it is, in metres along the WGS 84 ellipsoid."""

    place: Place
    distance_m: float


class Ground(Protocol):
    """Where the places come from."""

    def place(self, place_id: str) -> Place:
        """Return the place with the id."""
        ...

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """Return the known places that this one lies in, nearest first."""
        ...

    def inside(self, bounds: Bounds) -> tuple[Place, ...]:
        """Return the places whose box meets (west, south, east, north)."""
        ...

    def boxes_of_outlines(self) -> Mapping[str, Bounds]:
        """Return (west, south, east, north) of every outline by the id of its place."""
        ...


class Topology:
    """
    Answers about points and outlines; the tree of boxes is built on the first question.

    Outlines themselves are read when a point falls into their box.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._tree: tuple[list[str], shapely.STRtree] | None = None
        self._outline = lru_cache(maxsize=_KEPT)(self._read_outline)

    def containing(self, longitude: float, latitude: float) -> tuple[Place, ...]:
        """
        Return the places whose outline holds the point, the smallest first.

        A point on a border lies in both neighbours.

        Raises
        ------
        GazetteerError
            When the point is not on the globe.
        """
        import shapely  # noqa: PLC0415 - most look-ups ask nothing of the ground

        spots = _spots(longitude, latitude)
        ids, tree = self._boxes()
        rows = {int(row) for spot in spots for row in tree.query(shapely.Point(spot))}
        found = []
        for row in rows:
            outline = self._outline(ids[row])
            if any(shapely.covers(outline, shapely.Point(spot)) for spot in spots):
                found.append((_size(outline), ids[row]))
        places = [self._ground.place(place_id) for _, place_id in sorted(found)]
        # A province that is its whole country has the same size, and comes first.
        return tuple(sorted(places, key=lambda place: place.kind is PlaceKind.COUNTRY))

    def nearest(
        self, longitude: float, latitude: float, *, limit: int = 5, within_m: float | None = None
    ) -> tuple[Nearby, ...]:
        """
        Return the settlements nearest to a point, nearest first, with their distance.

        Far out at sea that is a far place, which the distance says.

        Parameters
        ----------
        within_m
            Leave out what is farther than so many metres; by default nothing is too far.

        Raises
        ------
        GazetteerError
            When the point is not on the globe.
        """
        longitude, latitude = _spots(longitude, latitude)[0]
        farthest = _FARTHEST_M if within_m is None else min(within_m, _FARTHEST_M)
        reach = _FIRST_REACH_M
        while True:
            reach = min(reach, farthest)
            near = self._settlements(longitude, latitude, reach)
            if len(near) >= limit or reach >= farthest:
                return tuple(near[: max(limit, 0)])
            reach *= 2

    def lies_in(self, place: Place, other: Place) -> bool | None:
        """
        Tell whether ``place`` lies in ``other``; None where nothing known can tell.

        What the sources say of its parents comes first, then the outline of ``other``; an
        area lies in another when all of it does. A point nearer to the outline's edge than
        the outline is accurate is not decided.
        """
        if place.id == other.id:
            return False
        above = self._ground.ancestors(place)
        if other.id in place.parents or any(other.id == one.id for one in above):
            return True
        if other.kind is PlaceKind.COUNTRY and place.country and place.kind is not other.kind:
            return f"iso:{place.country}" == other.id
        if other.kind in _EXCLUSIVE and any(one.kind is other.kind for one in above):
            return False
        if other.outline is None:
            far = distance_km(place, other) > _NO_CITY_REACHES_KM
            return False if far and other.kind in SETTLEMENTS else None
        return _inside(place, other)

    def _settlements(self, longitude: float, latitude: float, reach_m: float) -> list[Nearby]:
        from pyproj import Geod  # noqa: PLC0415 - only distances need it

        boxes = _boxes_around(longitude, latitude, reach_m)
        places = {p.id: p for bounds in boxes for p in self._ground.inside(bounds)}
        near = [place for place in places.values() if place.kind in SETTLEMENTS]
        if not near:
            return []
        _, _, distances = Geod(ellps="WGS84").inv(
            [longitude] * len(near),
            [latitude] * len(near),
            [place.longitude for place in near],
            [place.latitude for place in near],
        )
        answer = [Nearby(p, float(d)) for p, d in zip(near, distances, strict=True) if d <= reach_m]
        return sorted(answer, key=lambda one: (one.distance_m, one.place.id))

    def _boxes(self) -> tuple[list[str], shapely.STRtree]:
        if self._tree is None:
            import numpy as np  # noqa: PLC0415
            import shapely  # noqa: PLC0415

            boxes = self._ground.boxes_of_outlines()
            corners = np.array(list(boxes.values()), dtype=float).reshape(-1, 4)
            self._tree = (list(boxes), shapely.STRtree(shapely.box(*corners.T)))
        return self._tree

    def _read_outline(self, place_id: str) -> BaseGeometry:
        import shapely  # noqa: PLC0415

        outline = self._ground.place(place_id).outline
        assert outline is not None  # noqa: S101 - the tree has only places with one
        shapely.prepare(outline)
        return outline


def _spots(longitude: float, latitude: float) -> tuple[tuple[float, float], ...]:
    """Return the point with its longitude in -180 to 180; on the antimeridian, twice."""
    if not (math.isfinite(longitude) and math.isfinite(latitude) and -90 <= latitude <= 90):
        raise GazetteerError(
            f"{longitude}, {latitude} is no point on the globe; give a longitude and then a "
            "latitude of -90 to 90 degrees."
        )
    if not -180 <= longitude <= 180:
        longitude = (longitude + 180) % 360 - 180
    if abs(longitude) == 180:
        return ((-180.0, latitude), (180.0, latitude))
    return ((longitude, latitude),)


def _boxes_around(longitude: float, latitude: float, reach_m: float) -> Iterable[Bounds]:
    """Return one box or two, on both sides of the antimeridian, with all that is so near."""
    tall = reach_m / _DEGREE_M
    south, north = max(latitude - tall, -90.0), min(latitude + tall, 90.0)
    # The widest parallel of the circle is the one nearest to a pole; at the pole it is all.
    narrow = math.cos(math.radians(max(abs(south), abs(north))))
    wide = tall / narrow if narrow > 1e-9 else 180.0
    if wide >= 180:
        return [(-180.0, south, 180.0, north)]
    west, east = longitude - wide, longitude + wide
    if west < -180:
        return [(-180.0, south, east, north), (west + 360, south, 180.0, north)]
    if east > 180:
        return [(west, south, 180.0, north), (-180.0, south, east - 360, north)]
    return [(west, south, east, north)]


def _size(outline: BaseGeometry) -> float:
    """Return about the area, in square degrees of the equator; only to tell larger from smaller."""
    _, south, _, north = outline.bounds
    return float(outline.area) * math.cos(math.radians((south + north) / 2))


def _inside(place: Place, other: Place) -> bool | None:
    import shapely  # noqa: PLC0415

    assert other.outline is not None  # noqa: S101 - the caller looked
    if place.outline is not None:
        shared = place.outline.intersection(other.outline).area
        return bool(shared >= _SAME_SHARE * place.outline.area)
    point = shapely.Point(place.longitude, place.latitude)
    holds = bool(other.outline.covers(point))
    # Degrees of longitude are shorter than those of latitude; the edge is at least so far.
    edge_m = point.distance(other.outline.boundary) * _DEGREE_M
    edge_m *= math.cos(math.radians(place.latitude))
    if edge_m < (other.outline_accuracy_m or 0.0):
        return None
    # The point of a region or a sea is in many areas that do not hold the whole of it.
    return None if holds and place.kind not in SETTLEMENTS | {PlaceKind.LANDMARK} else holds
