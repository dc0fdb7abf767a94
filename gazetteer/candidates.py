"""What may be meant by a name, and how places lie to each other."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gazetteer.place import Place, PlaceKind

# Mean radius of the earth in km, IUGG.
RADIUS_KM = 6371.009


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A place that has the name; ``distance`` is how many letters the spelling differs.

    ``same_consonants`` says that an Arabic name spelt by ear led to it, see skeleton.py.
    """

    place: Place
    importance: float
    distance: int = 0
    same_consonants: bool = False


@dataclass(frozen=True, slots=True)
class Clues:
    """
    What the words beside a name say about it.

    ``containers`` are places it is said to lie in and ``nationality`` the country of the
    people named before it. ``listed`` says that the containers may only be the next names
    of a list: "Illinois, Missouri and Ohio". ``as_capital`` says that the name heads a
    dateline or speaks for a government, as names of cities do; ``as_country`` that it is
    told of as countryside, "rural Hama", as names of provinces are.
    """

    written: str
    kind: PlaceKind | None = None
    word: str | None = None
    containers: tuple[Place, ...] = ()
    nationality: str | None = None
    given_country: str | None = None
    listed: bool = False
    as_capital: bool = False
    as_country: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a candidate or against it; its weight is that of ``feature``."""

    feature: str
    value: float
    words: str


def province_of(place: Place) -> str | None:
    """Return the id of the widest division below the country that the place is, or lies in."""
    country = f"iso:{place.country}"
    if place.kind is PlaceKind.COUNTRY or place.id == country:
        return None
    # Parts of a country such as England are wider than what news means by a province.
    areas = [area for area in place.parents if area != country and not area.startswith("ne:")]
    if areas:
        return areas[-1]
    return place.id if place.kind is PlaceKind.PROVINCE else None


def lies_in(place: Place, container: Place) -> bool:
    """Tell whether the place lies in the container, or in the surroundings of that city."""
    if container.id in place.parents or container.id == f"iso:{place.country}" != place.id:
        return True
    # A suburb lies "in" its city though another division governs it; 25 km is the radius
    # of the built-up area of a city of ten million.
    return container.kind is PlaceKind.CITY and 0 < distance_km(place, container) < 25


def distance_km(one: Place, other: Place) -> float:
    """Return the distance of two places' points over the globe in kilometres."""
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude) / 2
    haversine = math.sin((north - south) / 2) ** 2
    haversine += math.cos(south) * math.cos(north) * math.sin(east) ** 2
    return 2 * RADIUS_KM * math.asin(min(1.0, math.sqrt(haversine)))
