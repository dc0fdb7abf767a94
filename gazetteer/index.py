"""The gazetteer: every place that is known, by id, by name, in a text, on the map."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import GazetteerError, UnknownPlaceError
from gazetteer.guesses import guesses
from gazetteer.layers import Layers
from gazetteer.names import fold
from gazetteer.rank import Candidate
from gazetteer.resolve import Resolution, resolve
from gazetteer.spot import Toponym, spot
from gazetteer.store import Store, is_whole
from gazetteer.topology import Topology

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from gazetteer.facts import IndexFacts
    from gazetteer.known import Known
    from gazetteer.place import Place
    from gazetteer.topology import Nearby


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
    from gazetteer.build import build_index, extra_paths, index_path  # noqa: PLC0415 - keeps import cheap

    if cache_folder is None:
        from platformdirs import user_cache_path  # noqa: PLC0415

        cache_folder = user_cache_path("dateline")
    kept = _kept_files(cache_folder)
    own = _own_places([*kept, *places_files]) if kept or places_files else None
    path = index_path(cache_folder)
    embedded = _opened(path)
    if embedded is None:
        build_index(path, on_progress)
        embedded = Store.open(path)
    extra = [_opened_extra(one) for one in extra_paths(cache_folder)]
    return Gazetteer(embedded, own=own, extra=extra)


def _opened(path: Path) -> Store | None:
    """Open the index, or return None where it must be built first."""
    if not is_whole(path):
        return None
    try:
        return Store.open(path)
    except GazetteerError:
        # Damaged inside, though its size is right. Another process may have it open, and
        # keeps it; the new one is renamed over it.
        return None


def _opened_extra(path: Path) -> Store:
    from gazetteer.build import key_code_digest  # noqa: PLC0415 - keeps import cheap

    cure = "build it again with `dateline gazetteer build`, or delete it to do without"
    if not is_whole(path):
        raise GazetteerError(f"{path} is not a whole index of places; {cure}.")
    store = Store.open(path)
    if store.facts().get("keys") != key_code_digest():
        # Names are folded in another way now, and many would not be found, in silence.
        raise GazetteerError(f"{path} was made by another version of Dateline; {cure}.")
    return store


def _kept_files(cache_folder: Path) -> list[Path]:
    if not (cache_folder / "own").is_dir():
        return []
    from gazetteer.extra import own_files  # noqa: PLC0415 - most users have kept none

    return own_files(cache_folder)


def _own_places(files: Sequence[Path]) -> Store:
    from gazetteer.sources.embedded import merged  # noqa: PLC0415
    from gazetteer.sources.places_file import read_places_file  # noqa: PLC0415

    places: list[Place] = []
    for file in files:
        places = merged(places, read_places_file(Path(file)))
    return Store.in_memory(places)


class Gazetteer:
    """
    Look places up; nothing here is changed by use.

    Parameters
    ----------
    store
        The index of the embedded places.
    own
        The analyst's places, which win over all others with the same id.
    extra
        Indexes that were built on request; these win over the embedded one.
    """

    def __init__(
        self, store: Store, *, own: Store | None = None, extra: Sequence[Store] = ()
    ) -> None:
        self._layers = Layers(store, extra=extra, own=own)
        self._topology = Topology(self)

    def place(self, place_id: str) -> Place:
        """
        Return the place with this id.

        Raises
        ------
        UnknownPlaceError
            When no source has it.
        """
        place = self._layers.place(place_id)
        if place is None:
            raise UnknownPlaceError(place_id)
        return place

    def indexes(self) -> tuple[IndexFacts, ...]:
        """Return of each index where it is, from when, and what is in it, the winning first."""
        from gazetteer.facts import facts_of  # noqa: PLC0415 - keeps import cheap

        return tuple(facts_of(store) for store in self._layers.stores)

    def named(self, name: str, *, limit: int = 50) -> tuple[Place, ...]:
        """Return the places with this name in any spelling, most important first."""
        return tuple(candidate.place for candidate in self.candidates(fold(name), limit=limit))

    def ids_named(self, names: Iterable[str]) -> list[tuple[str, ...]]:
        """
        Return the ids of the places of each name, for columns of many names.

        One tuple a name, in the same order, empty where nothing is known. Within an index
        the most important comes first; places of the analyst's own come before all.
        """
        return self._layers.ids(names)

    def similar(self, name: str, *, limit: int = 5) -> tuple[tuple[Place, int], ...]:
        """Return places with a name that is near, and how many letters differ; all are guesses."""
        found = self.guesses(fold(name), limit=limit)
        return tuple((guess.place, guess.distance) for guess in found)

    def spot(
        self,
        text: str,
        *,
        entities: Iterable[tuple[int, int, str]] | None = None,
        demonyms: bool = False,
        embedded: bool = False,
    ) -> tuple[Toponym, ...]:
        """
        Return the place names of a running text in order, none overlapping.

        Parameters
        ----------
        entities
            What a language model found: (start, end, label), counted in code points, with
            labels as of OntoNotes (GPE, LOC, PERSON, ORG ...); None where none was asked.
        demonyms
            Give out nationalities and peoples too ("Syrian", "Iraqis").
        embedded
            Give out names inside names of something else too ("University of Aleppo").
        """
        return spot(text, self.best, entities=entities, demonyms=demonyms, embedded=embedded)

    def best(self, keys: Iterable[str]) -> dict[str, Known]:
        """Return the most important place of each folded name that is known."""
        return self._layers.best(keys)

    def names_in(self, text: str) -> list[tuple[int, int]]:
        """
        Return where known names stand in a text of any length, as (start, end).

        Nothing is judged: "The", "Samer" and "Peace" are names of towns somewhere. They begin
        with a capital, are at most seven words long, and the longest wins. For searching
        archives; ``spot`` tells which of them are meant as places.
        """
        return self._layers.names_in(text)

    def resolve(
        self,
        toponyms: Sequence[Toponym],
        text: str,
        *,
        country: str | None = None,
        speaks_of: Mapping[str, float] | None = None,
    ) -> tuple[Resolution, ...]:
        """
        Return what each name means in this text, one answer a name, in the same order.

        ``country`` is one that the text is likely about, ``speaks_of`` says how often its
        other words point at countries; both by ISO 3166-1 code.
        """
        return resolve(toponyms, text, self, country=country, speaks_of=speaks_of)

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """Return the known places that this one lies in, nearest first."""
        found = (self._or_none(parent) for parent in place.parents)
        return tuple(parent for parent in found if parent is not None)

    def children(self, place: Place, *, limit: int = 100) -> tuple[Place, ...]:
        """Return the places whose nearest known parent this is, most important first."""
        return tuple(self.place(i) for i in self._layers.children(place.id, limit=limit))

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
        return self._layers.inside(bounds)

    def boxes_of_outlines(self) -> dict[str, tuple[float, float, float, float]]:
        """Return (west, south, east, north) of every outline by the id of its place."""
        return self._layers.boxes_of_outlines()

    def base_map(self, bounds: tuple[float, float, float, float]) -> tuple[Place, ...]:
        """Return the countries and provinces in (west, south, east, north), WGS 84 degrees."""
        from shapely.geometry import box  # noqa: PLC0415

        frame = box(*bounds)
        # The boxes of countries with islands overseas reach around the globe.
        areas = self._layers.areas(bounds)
        return tuple(a for a in areas if a.outline is not None and a.outline.intersects(frame))

    def candidates(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places with this folded name, most important first."""
        return self._layers.named(key, limit=limit)

    def candidates_by_id(self, place_id: str) -> list[Candidate]:
        """Return the place with the id, or nothing."""
        place = self._or_none(place_id)
        return [] if place is None else [Candidate(place, math.log10(place.population or 1_000))]

    def guesses(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places whose folded name is near, or sounds alike; nearest first."""
        return guesses(self._layers, key, limit=limit)

    def close(self) -> None:
        """Close the index."""
        self._layers.close()

    def _or_none(self, place_id: str) -> Place | None:
        try:
            return self.place(place_id)
        except UnknownPlaceError:
            return None
