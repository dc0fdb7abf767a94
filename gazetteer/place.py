"""What is a place: one entry of a gazetteer, whichever source it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class PlaceKind(StrEnum):
    """What sort of place an entry is, coarse enough for every source to know."""

    COUNTRY = "country"
    PROVINCE = "province"  # first-order division: governorate, oblast, state
    COUNTY = "county"  # second-order division: district of a province
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    DISTRICT = "district"  # part of a city: quarter, neighbourhood, suburb
    CAMP = "camp"  # refugee or displacement camp
    LANDMARK = "landmark"  # building, base, airport, crossing
    WATER = "water"  # sea, river, lake
    REGION = "region"  # vernacular or historic, no official boundary


@dataclass(frozen=True, slots=True)
class Place:
    """
    One entry of a gazetteer.

    Coordinates are WGS 84 longitude and latitude in degrees (EPSG:4326), in that
    order, as in GeoJSON.

    ``outline_accuracy_m`` says how far the outline may be off, in metres; None when
    the source does not say. ``reach_m`` is how far the place may extend from its
    point, in metres, where it has no outline.
    """

    id: str  # unique over all sources: "geonames:170654", "iso:SY", "iso:SY-HL", "pack:yalda"
    name: str
    kind: PlaceKind
    longitude: float
    latitude: float
    country: str | None = None  # ISO 3166-1 alpha-2
    parents: tuple[str, ...] = ()  # ids of the places it lies in, nearest first
    other_names: tuple[str, ...] = ()
    population: int | None = None  # None where the source has a dummy
    outline: BaseGeometry | None = None  # Polygon or MultiPolygon, WGS 84
    outline_accuracy_m: float | None = None
    reach_m: float | None = None
    source: str = "unknown"
