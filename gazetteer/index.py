"""The gazetteer: every place that is known, by id, by name, in a text, on the map."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.belief import Known
from gazetteer.errors import GazetteerError, UnknownPlaceError
from gazetteer.names import fold
from gazetteer.rank import Candidate
from gazetteer.resolve import Resolution, resolve
from gazetteer.spot import Toponym, spot
from gazetteer.store import Store, is_whole
from gazetteer.topology import Topology

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazetteer.place import Place
    from gazetteer.topology import Nearby

# A place the analyst brought counts as much as a city of a hundred million people.
_ANALYSTS = 8.0


def open_gazetteer(
    *,
    cache_folder: Path | None = None,
    places_files: Sequence[Path] = (),
    on_progress: Callable[[str, int, int], None] | None = None,
) -> Gazetteer:
    """
    Open the gazetteer; the first time, or after an update, build its index first.

    Parameters
    ----------
    cache_folder
        Where the index lies; by default the user's cache folder of this program.
    places_files
        GeoJSON or CSV files with places of your own, which win over all others.
    on_progress
        Called while the index is built with a stage, how much is done, and of how much.

    Raises
    ------
    GazetteerError
        When a places file cannot be read or the index cannot be written.
    """
    from gazetteer.build import build_index, index_path  # noqa: PLC0415 - keeps import cheap

    if cache_folder is None:
        from platformdirs import user_cache_path  # noqa: PLC0415

        cache_folder = user_cache_path("dateline")
    own = _own_places(places_files) if places_files else None
    path = index_path(cache_folder)
    if is_whole(path):
        try:
            return Gazetteer(Store.open(path), own=own)
        except GazetteerError:
            # Damaged inside, though its size is right: it is built again below.
            path.unlink(missing_ok=True)
    build_index(path, on_progress)
    return Gazetteer(Store.open(path), own=own)


def _own_places(files: Sequence[Path]) -> Store:
    from gazetteer.build import fill  # noqa: PLC0415
    from gazetteer.sources.embedded import merged  # noqa: PLC0415
    from gazetteer.sources.places_file import read_places_file  # noqa: PLC0415

    places: list[Place] = []
    for file in files:
        places = merged(places, read_places_file(Path(file)))
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection, places, lambda *_: None)
    return Store(connection)


class Gazetteer:
    """
    Look places up; nothing here is changed by use.

    Parameters
    ----------
    store
        The index of the embedded places.
    own
        The analyst's places, which win over the embedded ones with the same id.
    """

    def __init__(self, store: Store, *, own: Store | None = None) -> None:
        self._store = store
        self._own = own
        self._topology = Topology(self)

    def place(self, place_id: str) -> Place:
        """
        Return the place with this id.

        Raises
        ------
        UnknownPlaceError
            When no source has it.
        """
        place = self._own.by_id(place_id) if self._own else None
        under = self._store.by_id(place_id)
        if place is None and under is None:
            raise UnknownPlaceError(place_id)
        return self._laid_over(place, under)

    def described(self) -> str:
        """Say in a few lines where the index is and what is in it."""
        stores = [self._store, *([self._own] if self._own else [])]
        counts = {name: n for store in stores for name, n in store.by_source().items()}
        lines = [f"{n:>9,} places from {name}" for name, n in sorted(counts.items())]
        return "\n".join((self._store.file(), *lines))

    def named(self, name: str, *, limit: int = 50) -> tuple[Place, ...]:
        """Return the places with this name in any spelling, most important first."""
        return tuple(candidate.place for candidate in self.candidates(fold(name), limit=limit))

    def similar(self, name: str, *, limit: int = 5) -> tuple[tuple[Place, int], ...]:
        """Return places with a name that differs by a letter or two, and by how many."""
        guesses = self.guesses(fold(name), limit=limit)
        return tuple((guess.place, guess.distance) for guess in guesses)

    def spot(self, text: str) -> tuple[Toponym, ...]:
        """Return the place names of a running text in order, none overlapping."""
        return spot(text, self._best)

    def resolve(
        self, toponyms: Sequence[Toponym], text: str, *, country: str | None = None
    ) -> tuple[Resolution, ...]:
        """Return what each name means in this text, one answer a name, in the same order."""
        return resolve(toponyms, text, self, country=country)

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """Return the known places that this one lies in, nearest first."""
        found = (self._or_none(parent) for parent in place.parents)
        return tuple(parent for parent in found if parent is not None)

    def children(self, place: Place, *, limit: int = 100) -> tuple[Place, ...]:
        """Return the places whose nearest known parent this is, most important first."""
        found = [store.children(place.id, limit=limit) for store in self._stores()]
        return tuple(self.place(i) for i in dict.fromkeys(chain.from_iterable(found)))[:limit]

    def siblings(self, place: Place, *, limit: int = 20) -> tuple[Place, ...]:
        """Return the other places with the same nearest parent, most important first."""
        above = self.ancestors(place)[:1]
        found = [one for p in above for one in self.children(p, limit=limit + 1)]
        return tuple(one for one in found if one.id != place.id)[:limit]

    def lies_in(self, place: Place, other: Place) -> bool | None:
        """Tell whether ``place`` lies in ``other``; None where nothing known can tell."""
        return self._topology.lies_in(place, other)

    def contains(self, place: Place, other: Place) -> bool:
        """Tell whether ``other`` is known to lie in ``place``."""
        return self.lies_in(other, place) is True

    def containing(self, longitude: float, latitude: float) -> tuple[Place, ...]:
        """Return the places whose outline holds a point in WGS 84 degrees, smallest first."""
        return self._topology.containing(longitude, latitude)

    def nearest(
        self, longitude: float, latitude: float, *, limit: int = 5, within_m: float | None = None
    ) -> tuple[Nearby, ...]:
        """Return the settlements nearest to a point in WGS 84 degrees, and how far they are."""
        return self._topology.nearest(longitude, latitude, limit=limit, within_m=within_m)

    def near(self, longitude: float, latitude: float, *, limit: int = 5) -> tuple[Place, ...]:
        """Return the settlements nearest to a point in WGS 84 degrees, within 100 km."""
        found = self.nearest(longitude, latitude, limit=limit, within_m=100_000)
        return tuple(one.place for one in found)

    def inside(self, bounds: tuple[float, float, float, float]) -> tuple[Place, ...]:
        """Return the places whose box meets (west, south, east, north), WGS 84 degrees."""
        found = {place.id: place for place in self._store.inside(*bounds)}
        if self._own:
            found |= {place.id: place for place in self._own.inside(*bounds)}
        return tuple(found.values())

    def boxes_of_outlines(self) -> dict[str, tuple[float, float, float, float]]:
        """Return (west, south, east, north) of every outline by the id of its place."""
        boxes = self._store.boxes_of_outlines()
        return boxes | self._own.boxes_of_outlines() if self._own else boxes

    def base_map(self, bounds: tuple[float, float, float, float]) -> tuple[Place, ...]:
        """Return the countries and provinces in (west, south, east, north), WGS 84 degrees."""
        from shapely.geometry import box  # noqa: PLC0415

        frame = box(*bounds)
        # The boxes of countries with islands overseas reach around the globe.
        areas = self._store.inside(*bounds, areas_only=True)
        return tuple(a for a in areas if a.outline is not None and a.outline.intersects(frame))

    def candidates(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places with this folded name, most important first."""
        found: dict[str, Candidate] = {}
        if self._own:
            found = {c.place.id: c for c in _from(self._own, key, limit)}
            found = {
                i: Candidate(self._laid_over(c.place, self._store.by_id(i)), _ANALYSTS)
                for i, c in found.items()
            }
        for candidate in _from(self._store, key, limit):
            found.setdefault(candidate.place.id, candidate)
        return list(found.values())[:limit]

    def candidates_by_id(self, place_id: str) -> list[Candidate]:
        """Return the place with the id, or nothing."""
        place = self._or_none(place_id)
        return [] if place is None else [Candidate(place, math.log10(place.population or 1_000))]

    def guesses(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places whose folded name is a letter or two away, nearest first."""
        # One letter may be wrong in a short name, two in one of six letters or more.
        most = 0 if len(key) < 4 else 1 if len(key) < 6 else 2
        found: dict[str, Candidate] = {}
        for store in filter(None, (self._own, self._store)):
            for near, distance in store.similar(key, most=most)[:20] if most else ():
                for candidate in _from(store, near, limit):
                    found.setdefault(candidate.place.id, replace(candidate, distance=distance))
        ordered = sorted(found.values(), key=lambda c: (c.distance, -c.importance))
        return ordered[:limit]

    def close(self) -> None:
        """Close the index."""
        for store in filter(None, (self._own, self._store)):
            store.close()

    def _stores(self) -> tuple[Store, ...]:
        return (self._own, self._store) if self._own else (self._store,)

    def _or_none(self, place_id: str) -> Place | None:
        try:
            return self.place(place_id)
        except UnknownPlaceError:
            return None

    def _best(self, keys: Iterable[str]) -> dict[str, Known]:
        keys = list(keys)
        found = {k: Known(self._store.place(n), i) for k, (n, i) in self._store.best(keys).items()}
        if self._own:
            own = self._own.best(keys)
            found |= {k: Known(self._own.place(n), _ANALYSTS) for k, (n, _) in own.items()}
        return found

    def _laid_over(self, place: Place | None, under: Place | None) -> Place:
        if place is None or under is None:
            only = place or under
            assert only is not None  # noqa: S101 - the callers have one of the two
            return only
        from gazetteer.sources.embedded import laid_over  # noqa: PLC0415

        return laid_over(place, under)


def _from(store: Store, key: str, limit: int) -> list[Candidate]:
    numbers = store.numbers([key]).get(key, [])[:limit]
    importance = store.importance(numbers)
    return [Candidate(store.place(number), importance[number]) for number in numbers]
