"""
Names that were taken for a far namesake: a quarter, a street, a village no gazetteer lists.

A report that names a province speaks of that province. A small place outside every province it
names, and far from all else it names, is hardly the one that is meant; refusing it leaves the
name to what the report says of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.candidates import distance_km
from gazetteer.names import fold
from gazetteer.place import PlaceKind
from gazetteer.resolve import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from gazetteer.resolve import Resolution
    from geo.reading.places.spots import Spot

# Farther from all else a report names, no neighbour of it: four of UCDP's "near" (25 km), more
# than half of a usual province's width.
_FAR_KM = 100.0
# A town of so many people is told of without its province; its namesakes are told of with theirs.
_KNOWN_WIDELY = 100_000
# Half of an ambiguous name: this place, and one that no source lists.
_DOUBTFUL = 0.5

_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER, PlaceKind.PROVINCE})
_UNLISTED_NAMESAKES = frozenset({PlaceKind.VILLAGE, PlaceKind.DISTRICT, PlaceKind.LANDMARK})
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN})
# Streets and quarters are called after towns far away.
_IN_A_TOWN = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:neighbou?rhood|quarter|suburb|subdivision|colony|street|avenue|boulevard|"
    r"road|roundabout|square|bridge|market|hotel|bar)s?\b",
    re.IGNORECASE,
)
# "Orsa (outside), Malvia.": what stands behind the comma holds what stands before it.
_HOLDS_BEFORE = re.compile(r"[\w)],\s+$")
_HOLDS_AFTER = re.compile(r"\s*(?:[.,;)]|$)(?!\s*(?:and|or)\b)")


def without_strays(
    spots: Sequence[Spot], resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> list[Resolution]:
    """
    Return what the names of a report mean, without places far from all that it names.

    Parameters
    ----------
    spots, resolutions
        Its names, and what each was resolved to.
    gazetteer
        Tells what lies in what.
    """
    found = _holders(spots, resolutions)
    named = {one.place.id: one.place for one in found if one.place is not None}
    provinces = [place for place in named.values() if place.kind is PlaceKind.PROVINCE]
    if not provinces:
        return found
    small = [place for place in named.values() if place.kind not in _AREAS]
    strays = {
        place.id
        for place in small
        if _is_outside(place, provinces, gazetteer) and _is_far(place, small)
    }
    return [
        _refused(one) if one.place and one.place.id in strays and _is_doubtful(spot, one) else one
        for spot, one in zip(spots, found, strict=True)
    ]


def _holders(spots: Sequence[Spot], resolutions: Sequence[Resolution]) -> list[Resolution]:
    """Take "Orsa, Malvia" for the province where the report writes "Malvia province" as well."""
    provinces = {
        fold(one.place.name): one
        for one in resolutions
        if one.place is not None and one.place.kind is PlaceKind.PROVINCE
    }
    found = []
    for spot, one in zip(spots, resolutions, strict=True):
        other = provinces.get(fold(spot.name))
        if other is not None and one.place and one.place.kind in _TOWNS and _holds(spot):
            found.append(replace(other, toponym=one.toponym))
        else:
            found.append(one)
    return found


def _holds(spot: Spot) -> bool:
    before, after = _HOLDS_BEFORE.search(spot.before), _HOLDS_AFTER.match(spot.after)
    return before is not None and after is not None


def _is_outside(place: Place, provinces: Sequence[Place], gazetteer: Gazetteer) -> bool:
    """Tell whether it is known to lie in another province than those named of its country."""
    own = [one for one in provinces if one.country == place.country]
    return bool(own) and all(gazetteer.lies_in(place, one) is False for one in own)


def _is_far(place: Place, others: Iterable[Place]) -> bool:
    return all(distance_km(place, one) > _FAR_KM for one in others if one.id != place.id)


def _is_doubtful(spot: Spot, resolution: Resolution) -> bool:
    """Tell whether the name may well be that of another place: not every town is in a source."""
    place = resolution.place
    if place is None:
        return False
    if not spot.toponym.listed or _IN_A_TOWN.match(spot.after):
        return True
    if place.kind in _UNLISTED_NAMESAKES:
        return True
    others = [one.place for one in resolution.ranked if one.place.country == place.country]
    # A town and the district called after it are no namesakes.
    return (
        any(distance_km(place, one) > _FAR_KM for one in others)
        and (place.population or 0) < _KNOWN_WIDELY
    )


def _refused(resolution: Resolution) -> Resolution:
    confidence = min(resolution.confidence, _DOUBTFUL)
    return replace(resolution, status=Status.AMBIGUOUS, place=None, confidence=confidence)
