"""Which place a name means: each reason for a candidate, what it weighs, and in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.names import plain
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Weights are in the unit of importance, the decimal logarithm of the population: a reason
# of weight 1 outweighs ten times the people. Set by judgement and corrected after reading
# the errors on the two public corpora named in data/SOURCES.md; not fitted.
_OWN_NAME = 1.2
_EXACT_SPELLING = 0.2
_KIND_FITS = 1.5
_KIND_DIFFERS = -2.5
_NAMED_CONTAINER = 4.0
_LISTED_CONTAINER = 1.0
_NATIONALITY_BESIDE = 2.0
_COUNTRY_OF_TEXT = 1.6
_COUNTRY_GIVEN = 0.8
# Each of the nearest places of the text adds so much.
_NEIGHBOUR = 1.2
_NEIGHBOURS = 3
_AREA_OF_ITS_CITY = -1.2
# A bare name that is a whole country's means the country: Niger, not Niger state.
_NAMED_LIKE_COUNTRY = -0.5
# A city of so many (a hundred thousand) may stand for its name though it lies outside.
_LARGE = 5.0
_PER_WRONG_LETTER = -1.0
# At this distance from another place of the text the reason has lost two thirds, in km.
_NEIGHBOUR_KM = 150.0

# Kinds that a kind word may mean: a "town" is a city or a village in another source.
_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_FITTING: dict[PlaceKind, frozenset[PlaceKind]] = {
    PlaceKind.CITY: _SETTLEMENTS,
    PlaceKind.TOWN: _SETTLEMENTS | {PlaceKind.DISTRICT},
    PlaceKind.VILLAGE: _SETTLEMENTS,
    PlaceKind.DISTRICT: frozenset({PlaceKind.DISTRICT, PlaceKind.COUNTY}),
    # "The state of Israel", "the territory of Ukraine".
    PlaceKind.PROVINCE: frozenset({PlaceKind.PROVINCE, PlaceKind.COUNTRY}),
    PlaceKind.COUNTY: frozenset({PlaceKind.COUNTY, PlaceKind.PROVINCE}),
    PlaceKind.REGION: frozenset({PlaceKind.REGION, PlaceKind.PROVINCE}),
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate, its score (about log10 of population, plus the reasons), and the reasons."""

    place: Place
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that has the name; ``distance`` is how many letters the spelling differs."""

    place: Place
    importance: float
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Clues:
    """
    What the text says about one name.

    ``containers`` are places it is said to lie in, ``countries`` the share of the text's
    names that each has, ``neighbours`` what its other names mean. ``listed`` says that the
    containers may only be the next names of a list: "Illinois, Missouri and Ohio".
    """

    written: str
    kind: PlaceKind | None = None
    word: str | None = None
    containers: tuple[Place, ...] = ()
    nationality: str | None = None
    countries: Mapping[str, float] | None = None
    given_country: str | None = None
    neighbours: tuple[Place, ...] = ()
    listed: bool = False


def rank(candidates: Sequence[Candidate], clues: Clues) -> tuple[Ranked, ...]:
    """Order the candidates, the likeliest first."""
    ranked = [_ranked(candidate, clues, candidates) for candidate in candidates]
    return tuple(sorted(ranked, key=lambda r: (-r.score, r.place.id)))


def _ranked(candidate: Candidate, clues: Clues, rivals: Sequence[Candidate]) -> Ranked:
    place = candidate.place
    reasons = [
        (candidate.importance, _size(place)),
        *_by_spelling(candidate, clues.written),
        *_by_kind(place, clues, rivals),
        *_by_container(place, clues),
        *_by_country(place, clues),
        *_by_neighbours(place, clues.neighbours),
    ]
    return Ranked(place, sum(weight for weight, _ in reasons), tuple(why for _, why in reasons))


def _size(place: Place) -> str:
    if place.kind is PlaceKind.COUNTRY:
        return "a country"
    if place.population:
        return f"{place.kind} of {place.population:,} people"
    return f"{place.kind}, population not known"


def _by_spelling(candidate: Candidate, written: str) -> Iterable[tuple[float, str]]:
    place = candidate.place
    if candidate.distance:
        letters = "1 letter" if candidate.distance == 1 else f"{candidate.distance} letters"
        yield _PER_WRONG_LETTER * candidate.distance, f"spelling differs: {letters}"
    elif plain(place.name) == plain(written):
        yield _OWN_NAME, "this is its own name"
    elif plain(written) in {plain(name) for name in place.other_names}:
        yield _EXACT_SPELLING, f"another name of {place.name}"
    else:
        yield 0.0, f"another spelling of {place.name}"


def _by_kind(
    place: Place, clues: Clues, rivals: Sequence[Candidate]
) -> Iterable[tuple[float, str]]:
    if clues.kind is not None:
        fits = kind_fits(place.kind, clues.kind)
        areas = {PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.COUNTRY}
        if fits:
            yield _KIND_FITS, f"called a {clues.word}"
        elif clues.kind in areas or place.kind in areas:
            yield _KIND_DIFFERS, f"called a {clues.word}, but is a {place.kind}"
    elif place.kind is not PlaceKind.COUNTRY and any(
        rival.place.kind is PlaceKind.COUNTRY and plain(rival.place.name) == plain(clues.written)
        for rival in rivals
    ):
        yield _NAMED_LIKE_COUNTRY, "a country has the same name"
    if place.kind is not PlaceKind.PROVINCE or clues.kind in {PlaceKind.PROVINCE, PlaceKind.COUNTY}:
        return
    if any(_is_city_of(rival, place) for rival in rivals):
        yield _AREA_OF_ITS_CITY, "a city has the same name"


def kind_fits(kind: PlaceKind, meant: PlaceKind) -> bool:
    """Tell whether a place of this kind may be called by the word that means the other."""
    return kind in _FITTING.get(meant, {meant})


def _is_city_of(rival: Candidate, area: Place) -> bool:
    """Tell whether the candidate is a city in the area, or a large one of its country."""
    city = rival.place
    if city.kind not in _SETTLEMENTS or city.country != area.country:
        return False
    return area.id in city.parents or rival.importance >= _LARGE


def _by_container(place: Place, clues: Clues) -> Iterable[tuple[float, str]]:
    for container in clues.containers:
        if lies_in(place, container):
            weight = _LISTED_CONTAINER if clues.listed else _NAMED_CONTAINER
            yield weight, f"the text says it is in {container.name}"
            return
    if clues.nationality and place.country == clues.nationality:
        yield _NATIONALITY_BESIDE, "its nationality stands beside the name"


def _by_country(place: Place, clues: Clues) -> Iterable[tuple[float, str]]:
    share = (clues.countries or {}).get(place.country or "", 0.0)
    if share:
        yield _COUNTRY_OF_TEXT * math.sqrt(share), "the text speaks of its country"
    if clues.given_country and place.country == clues.given_country:
        yield _COUNTRY_GIVEN, "in the country that was given"


def _by_neighbours(place: Place, neighbours: Sequence[Place]) -> Iterable[tuple[float, str]]:
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}:
        return
    nearest = sorted(
        ((distance_km(place, other), other) for other in neighbours if other.id != place.id),
        key=lambda pair: pair[0],
    )[:_NEIGHBOURS]
    weight = math.fsum(_NEIGHBOUR * math.exp(-far / _NEIGHBOUR_KM) for far, _ in nearest)
    if weight >= 0.1:
        distance, other = nearest[0]
        yield weight, f"{distance:,.0f} km from {other.name}, which the text names too"


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
    # Mean radius of the earth, IUGG.
    return 2 * 6371.009 * math.asin(min(1.0, math.sqrt(haversine)))
