"""How far a place reaches: its outline, or a disc around its point that says it is assumed."""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point

from gazetteer.place import PlaceKind
from geo.ground.plane import LocalPlane

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place

_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
# Fewer people than this were not all counted, or do not live in one spot: a hamlet's disc.
_LEAST_M = 100.0


@dataclass(frozen=True, slots=True)
class Outline:
    """
    Where a place is, in WGS 84 degrees; ``assumed`` if it is a disc of a usual size.

    ``basis`` says in words what the size of the disc rests on; empty for an outline.
    """

    geometry: BaseGeometry
    assumed: bool
    accuracy_m: float  # how far the line may be off, in metres
    basis: str = ""


@dataclass(frozen=True, slots=True)
class _Reaches:
    """The rules of ``geo/data/reaches.toml``, where each has its source."""

    exponent: float
    coefficient_km2: float
    square_metres: dict[str, float]
    metres: dict[str, float]
    landmarks: tuple[tuple[re.Pattern[str], float], ...]


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
    reach_m, by = reach_of(place)
    plane = LocalPlane.at(place.longitude, place.latitude)
    disc = plane.to_degrees(Point(0, 0).buffer(reach_m))
    basis = f"{place.name} is known as a point; it is taken as a disc of {_km(reach_m)} {by}."
    return Outline(disc, assumed=True, accuracy_m=reach_m, basis=basis)


def reach_of(place: Place) -> tuple[float, str]:
    """
    Return how far a place that has no outline is taken to reach, in metres, and after what.

    Returns
    -------
    reach_m, by
        The radius of a disc, and what it rests on: the gazetteer's own reach, the people
        counted there, the name of a landmark, or the kind of place.
    """
    if place.reach_m:
        return place.reach_m, "around it, as the gazetteer has it"
    rules = _reaches()
    if place.population and (area_m2 := _area_m2(place, rules)):
        reach_m = max(_LEAST_M, math.sqrt(area_m2 / math.pi))
        return reach_m, f"around it, after its {place.population:,} people"
    if place.kind is PlaceKind.LANDMARK:
        for pattern, metres in rules.landmarks:
            if found := pattern.search(place.name.casefold()):
                return metres, f"around it, usual for its kind ({found[0]})"
    return rules.metres[place.kind], f"around it, usual for a {place.kind}"


def _area_m2(place: Place, rules: _Reaches) -> float | None:
    """Return the area that so many people usually take; None for kinds where they tell nothing."""
    people = float(place.population or 0)
    if place.kind in _SETTLEMENTS:
        return 1e6 * rules.coefficient_km2 * math.pow(people, rules.exponent)
    if (each := rules.square_metres.get(place.kind)) is not None:
        return each * people
    return None


def _km(metres: float) -> str:
    return f"{metres / 1000:.2g} km" if metres < 10_000 else f"{metres / 1000:.0f} km"


@lru_cache(maxsize=1)
def _reaches() -> _Reaches:
    text = files("geo").joinpath("data", "reaches.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return _Reaches(
        data["people"]["exponent"],
        data["people"]["coefficient_km2"],
        data["square_metres_a_person"],
        data["metres"],
        tuple((_any_of(one["words"]), float(one["metres"])) for one in data["landmarks"]),
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
