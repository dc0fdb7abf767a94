"""How important a place is: about the logarithm of its population, by which namesakes go."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer.keys import id_hash
from gazetteer.place import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    import numpy as np
    import numpy.typing as npt

    from gazetteer.place import Place

# What importance a place has whose population nobody gives, as the logarithm of it: the
# median of the places in cities500 that have one is 2,600.
_UNKNOWN_POPULATION = 3.0
# Countries come before everything that shares their name; even the smallest one does.
_COUNTRY_AT_LEAST = 7.5
# News names a capital as often as a city five times its size.
_CAPITAL = 0.7
# Somebody drew or measured these by hand because they matter.
_CURATED_AT_LEAST = 5.0
# A sea or a region of 1,000 km is as well known as a city of three million, one of 100 km as
# a city of 300,000; it gains a decimal place with each in its reach in metres.
_WIDE = 0.5
# Where a city and its county have one name, news means the city nine times in ten.
_COUNTY = -1.0
# What others may lie in; that a source counts nobody in these does not mean nobody is there.
_HOLDING = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.CITY, PlaceKind.REGION}
)


class Importance:
    """
    Collects places one by one, numbered from 0.

    ``capitals`` are ids; the set may grow while places come, as long as a capital's id is in
    it when the capital comes.
    """

    def __init__(self, capitals: AbstractSet[str]) -> None:
        self._capitals = capitals
        self._values = array("f")
        self._people: dict[str, int] = defaultdict(int)
        # Areas without a population of their own: the hash of the id, the number, and what is
        # added to the logarithm. A whole dump has millions of them, too many to keep as places.
        self._areas, self._numbers, self._added = array("Q"), array("I"), array("f")

    def __len__(self) -> int:
        return len(self._values)

    def add(self, place: Place) -> None:
        """Take the next place into account."""
        if place.population and place.kind is not PlaceKind.COUNTRY:
            for parent in place.parents:
                self._people[parent] += place.population
        if not place.population and place.kind in _HOLDING:
            self._areas.append(id_hash(place.id))
            self._numbers.append(len(self._values))
            self._added.append(
                (_COUNTY if place.kind is PlaceKind.COUNTY else 0.0)
                + (_CAPITAL if place.id in self._capitals else 0.0)
            )
        self._values.append(self._of(place, place.population))

    def finished(self) -> npt.NDArray[np.float32]:
        """Return the importance of each place; of areas, by the people of their cities."""
        import numpy as np  # noqa: PLC0415 - only builds need it

        answer = np.array(self._values, dtype=np.float32)
        parents = np.array([id_hash(place_id) for place_id in self._people], dtype=np.uint64)
        order = np.argsort(parents)
        parents, people = parents[order], np.array([*self._people.values()], dtype=float)[order]
        areas, numbers, added = map(np.array, (self._areas, self._numbers, self._added))
        at = np.searchsorted(parents, areas)
        known = np.flatnonzero(at < len(parents))
        known = known[parents[at[known]] == areas[known]]
        numbers = numbers[known]
        answer[numbers] = np.maximum(answer[numbers], np.log10(people[at[known]]) + added[known])
        return answer

    def _of(self, place: Place, people: int | None) -> float:
        answer = max(math.log10(people), _UNKNOWN_POPULATION) if people else _UNKNOWN_POPULATION
        if place.kind is PlaceKind.COUNTRY:
            answer = max(answer, _COUNTRY_AT_LEAST)
        elif place.kind is PlaceKind.COUNTY:
            answer = max(answer + _COUNTY, _UNKNOWN_POPULATION)
        elif place.reach_m or (place.outline is not None and place.kind is not PlaceKind.PROVINCE):
            answer = max(answer, _CURATED_AT_LEAST)
            if place.reach_m and place.kind in {PlaceKind.WATER, PlaceKind.REGION}:
                answer = max(answer, math.log10(place.reach_m) + _WIDE)
        return answer + _CAPITAL if place.id in self._capitals else answer
