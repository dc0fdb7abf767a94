"""How far a place reaches: its outline, or a disc around its point that says it is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point

from gazetteer.place import PlaceKind
from geo.ground.plane import LocalPlane

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place

# How far such a place usually reaches from its point, in metres, where the gazetteer
# has no boundary. Round numbers, wide on purpose: half the width of a common one.
TYPICAL_REACH_M: dict[PlaceKind, float] = {
    PlaceKind.COUNTRY: 250_000,
    PlaceKind.PROVINCE: 60_000,
    PlaceKind.REGION: 50_000,
    PlaceKind.COUNTY: 20_000,
    PlaceKind.CITY: 5_000,
    PlaceKind.WATER: 5_000,
    PlaceKind.TOWN: 2_000,
    PlaceKind.DISTRICT: 1_500,
    PlaceKind.CAMP: 800,
    PlaceKind.VILLAGE: 800,
    PlaceKind.LANDMARK: 300,
}


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a place is, in WGS 84 degrees; ``assumed`` if it is a disc of a usual size."""

    geometry: BaseGeometry
    assumed: bool
    accuracy_m: float  # how far the line may be off, in metres


def outline_of(place: Place) -> Outline:
    """
    Return the outline of a place, or a disc around its point.

    Notes
    -----
    An outline without a stated accuracy counts as good to 100 metres, a disc as
    good to its radius: the place may fill it or be a tenth of it.
    """
    if place.outline is not None and not place.outline.is_empty:
        shape = place.outline if place.outline.is_valid else shapely.make_valid(place.outline)
        accuracy_m = 100.0 if place.outline_accuracy_m is None else place.outline_accuracy_m
        return Outline(shape, assumed=False, accuracy_m=accuracy_m)
    reach_m = place.reach_m or TYPICAL_REACH_M[place.kind]
    plane = LocalPlane.at(place.longitude, place.latitude)
    disc = plane.to_degrees(Point(0, 0).buffer(reach_m))
    return Outline(disc, assumed=True, accuracy_m=reach_m)
