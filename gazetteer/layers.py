"""Several indexes as one: the analyst's own places over what was asked for over the embedded."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from gazetteer.known import Known
from gazetteer.names import fold
from gazetteer.rank import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.place import Place
    from gazetteer.store import Store

    Bounds = tuple[float, float, float, float]

# A place the analyst brought counts as much as a city of a hundred million people.
_ANALYSTS = 8.0


class Layers:
    """
    Indexes in the order in which they win where several have one id.

    Parameters
    ----------
    embedded
        The places that come with the package.
    extra
        Indexes that were built on request, such as a dump of GeoNames.
    own
        The analyst's places, which come before all others of the name.
    """

    def __init__(
        self, embedded: Store, *, extra: Sequence[Store] = (), own: Store | None = None
    ) -> None:
        self._own = own
        self._known = (*extra, embedded)
        self.stores = (own, *self._known) if own else self._known

    def place(self, place_id: str) -> Place | None:
        """Return the place with the id, with what every index knows of it."""
        found = [p for store in self.stores if (p := store.by_id(place_id)) is not None]
        return _laid_over(found) if found else None

    def named(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places with this folded name, most important first."""
        if len(self.stores) == 1:
            (store,) = self.stores
            return [Candidate(store.place(n), i) for n, i in store.ranked(key)[:limit]]
        importance: dict[str, float] = {}
        for store in self.stores:
            for number, score in store.ranked(key)[:limit]:
                mine = _ANALYSTS if store is self._own else score
                importance.setdefault(store.place(number).id, mine)
        first = sorted(importance.items(), key=lambda pair: -pair[1])[:limit]
        places = ((self.place(place_id), score) for place_id, score in first)
        return [Candidate(place, score) for place, score in places if place is not None]

    def sounding(self, consonants: str, *, limit: int) -> list[Candidate]:
        """Return the places with a name of these consonants, most important first."""
        found: dict[str, Candidate] = {}
        for store in self.stores:
            for number, score in store.sounding(consonants)[:limit]:
                place = store.place(number)
                mine = _ANALYSTS if store is self._own else score
                found.setdefault(place.id, Candidate(place, mine))
        return sorted(found.values(), key=lambda one: -one.importance)[:limit]

    def ids(self, names: Iterable[str]) -> list[tuple[str, ...]]:
        """Return the ids of the places of each name in any spelling, most important first."""
        names = list(names)
        answer: list[dict[str, None]] = [{} for _ in names]
        for store in self.stores:
            found = list(map(store.find, names))
            ids = store.ids(chain.from_iterable(found))
            for known, numbers in zip(answer, found, strict=True):
                known.update(dict.fromkeys(ids[number] for number in numbers if number in ids))
        return list(map(tuple, answer))

    def namesakes(self, key: str, *, limit: int) -> list[Place]:
        """Return the places with this folded name, with what every index knows of them."""
        return [candidate.place for candidate in self.named(key, limit=limit)]

    def best(self, keys: Iterable[str]) -> dict[str, Known]:
        """Return the most important place of each folded name that is known."""
        keys = list(keys)
        found: dict[str, Known] = {}
        for store in reversed(self.stores):
            for key, (number, score) in store.best(keys).items():
                mine = _ANALYSTS if store is self._own else score
                if key not in found or mine >= found[key].importance:
                    found[key] = Known(store.place(number), mine)
        return found

    def names_in(self, text: str) -> list[tuple[int, int]]:
        """Return where names stand that are known, none overlapping; see ``scan.names_in``."""
        from gazetteer.scan import HashTable, names_in  # noqa: PLC0415 - long texts need numpy

        tables = [HashTable(store.stretches()) for store in self.stores]
        return names_in(text, tables, lambda name: bool(self.best([fold(name)])))

    def importance(self, keys: Iterable[str]) -> dict[str, float]:
        """Return how important the most important place of each folded name is."""
        found: dict[str, float] = {}
        for store in self.stores:
            for key, (_, score) in store.best(keys).items():
                mine = _ANALYSTS if store is self._own else score
                found[key] = max(mine, found.get(key, mine))
        return found

    def similar(self, key: str, *, most: int) -> dict[str, int]:
        """Return known keys at most ``most`` letters away, nearest first, and how far."""
        found = (pair for store in self.stores for pair in store.similar(key, most=most))
        return dict(sorted(found, key=lambda pair: pair[1]))

    def inside(self, bounds: Bounds, *, areas_only: bool = False) -> tuple[Place, ...]:
        """Return the places whose box meets (west, south, east, north), WGS 84 degrees."""
        found: dict[str, Place] = {}
        for store in self.stores:
            for place in store.inside(*bounds, areas_only=areas_only):
                found.setdefault(place.id, place)
        return tuple(found.values())

    def areas(self, bounds: Bounds) -> tuple[Place, ...]:
        """Return the embedded countries and provinces in (west, south, east, north)."""
        return tuple(self._known[-1].inside(*bounds, areas_only=True))

    def children(self, place_id: str, *, limit: int) -> list[str]:
        """Return the ids of places whose nearest parent has the id, most important first."""
        found = (store.children(place_id, limit=limit) for store in self.stores)
        return list(dict.fromkeys(chain.from_iterable(found)))[:limit]

    def boxes_of_outlines(self) -> dict[str, Bounds]:
        """Return (west, south, east, north) of every outline by the id of its place."""
        boxes: dict[str, Bounds] = {}
        for store in reversed(self.stores):
            boxes |= store.boxes_of_outlines()
        return boxes

    def close(self) -> None:
        """Close all files."""
        for store in self.stores:
            store.close()


def _laid_over(places: Sequence[Place]) -> Place:
    answer = places[0]
    if len(places) > 1:
        from gazetteer.sources.embedded import laid_over  # noqa: PLC0415 - reads sources

        for under in places[1:]:
            answer = laid_over(answer, under)
    return answer
