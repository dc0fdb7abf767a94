"""Towns that tell a reader where a case is: the largest around it, the nearest to its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point

from gazetteer.names import fold
from gazetteer.place import PlaceKind
from maps.basemap import WIDE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place

_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
# A walk of a day, about 25 km: the towns that a village is known by.
_NEAR_DEG = 0.25
# So many of them are read at a glance; any nearer to each other share one line of letters.
_NEAR_MOST = 6
_NEAR_APART_DEG = 0.03
# What a reader sees who zooms out by two steps, and how many names that view has room for.
_AROUND_DEG = 2.0
_AROUND_MOST = 30
# A case as wide as this is read by its countries' names; asking for all its towns takes long.
_WIDEST_DEG = 20.0
# Places beyond these have as many neighbours between them as a map can name.
_MOST_PLACES = 40


def towns_around(places: Sequence[Place], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """
    Choose the settlements to name around a case, the largest first.

    Parameters
    ----------
    places
        The places of the case.
    gazetteer
        Where towns are looked up.

    Returns
    -------
    towns
        None of them is a place of the case, lies in the outline of one, or bears its name.
    """
    local = [place for place in places if place.kind not in WIDE_KINDS]
    if not local:
        return ()
    called = {fold(place.name) for place in places}
    outlines = [place.outline for place in local if place.outline is not None]
    covered = shapely.union_all(outlines) if outlines else None
    if covered is not None:
        shapely.prepare(covered)
    known = {place.id for place in places}
    kept: dict[str, Place] = {}
    for found, most, apart in _searched(local, gazetteer):
        fitting = (
            one
            for one in found
            if one.kind in _SETTLEMENTS and one.id not in known and fold(one.name) not in called
        )
        outside = [
            one
            for one in fitting
            if covered is None or not covered.contains(Point(one.longitude, one.latitude))
        ]
        kept |= {one.id: one for one in _apart(outside, most, apart)}
    return tuple(sorted(kept.values(), key=_largest))


def _searched(
    local: Sequence[Place], gazetteer: Gazetteer
) -> Iterator[tuple[tuple[Place, ...], int, float]]:
    """Yield settlements to choose from, how many at most, and how far apart in degrees."""
    longitudes = [place.longitude for place in local]
    latitudes = [place.latitude for place in local]
    west, south, east, north = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    span = max(east - west, north - south) + 2 * _AROUND_DEG
    if span <= _WIDEST_DEG:
        margin = _AROUND_DEG
        bounds = (west - margin, south - margin, east + margin, north + margin)
        yield gazetteer.inside(bounds), _AROUND_MOST, span / _AROUND_MOST
    for place in local[:_MOST_PLACES]:
        x, y, near = place.longitude, place.latitude, _NEAR_DEG
        yield (
            gazetteer.inside((x - near, y - near, x + near, y + near)),
            _NEAR_MOST,
            _NEAR_APART_DEG,
        )


def _largest(place: Place) -> tuple[int, str]:
    return -(place.population or 0), place.id


def _apart(places: Iterable[Place], most: int, apart: float) -> list[Place]:
    """Return the largest places that keep their distance from each other."""
    kept: list[Place] = []
    for one in sorted(places, key=_largest):
        if len(kept) == most:
            break
        if all(
            max(abs(one.longitude - k.longitude), abs(one.latitude - k.latitude)) >= apart
            for k in kept
        ):
            kept.append(one)
    return kept
