"""The tables of an index and the keys beside them, filled from places that come one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Self

from gazetteer.errors import GazetteerError
from gazetteer.grams import postings
from gazetteer.importance import Importance
from gazetteer.key_writer import KeyWriter
from gazetteer.keys import id_hash, key_hash, parent_hash, sound_hash, square_key
from gazetteer.names import fold, joined
from gazetteer.skeleton import COUNTRIES, by_ear, skeleton

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from gazetteer.place import Place

    Progress = Callable[[str, int, int], None]

# ``number`` counts the places from 0 and is what the keys lead to. ``key`` and ``gram`` are
# for misspelt names alone. ``box`` has the places with an outline; the others are points.
SCHEMA = """
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    longitude REAL NOT NULL, latitude REAL NOT NULL, country TEXT, parents TEXT NOT NULL,
    other_names TEXT NOT NULL, population INTEGER, accuracy_m REAL, reach_m REAL,
    source TEXT NOT NULL, outline BLOB
);
CREATE TABLE key(number INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE gram(gram INTEGER PRIMARY KEY, keys BLOB NOT NULL);
CREATE VIRTUAL TABLE box USING rtree(number, west, east, south, north, +importance REAL);
CREATE TABLE counted(source TEXT PRIMARY KEY, places INTEGER NOT NULL) WITHOUT ROWID;
"""
# How often the progress is told, in places.
_TOLD = 5_000
# So many names are hashed at once for the automaton.
_HASHED = 50_000


class Filling:
    """
    One index while it is made; use it as a context manager.

    ``folder`` is where sorted pieces go when there are many; None keeps all in the usual
    folder for temporary files.
    """

    def __init__(
        self, folder: Path | None, *, capitals: AbstractSet[str] = frozenset(), fuzzy: bool = True
    ) -> None:
        self._names, self._squares = KeyWriter(folder), KeyWriter(folder)
        self._stretches = KeyWriter(folder)
        # Names that wait to be hashed together for the automaton, and their places.
        self._waiting: tuple[list[str], list[int]] = ([], [])
        self._importance = Importance(capitals)
        self._boxes: list[tuple[int, float, float, float, float]] = []
        self._spellings: set[str] | None = set() if fuzzy else None
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._names.close()
        self._squares.close()
        self._stretches.close()

    def fill(
        self,
        connection: sqlite3.Connection,
        places: Iterable[Place],
        report: Progress,
        *,
        expected: int | None = None,
    ) -> None:
        """Write the tables into an empty database."""
        # A file that is not whole is thrown away, so nothing has to be journalled.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        try:
            connection.executemany(
                f"INSERT INTO place VALUES ({', '.join('?' * 14)})",  # noqa: S608 - question marks
                self._rows(places, report, expected),
            )
        except (UnicodeEncodeError, OverflowError) as error:
            # Half of a sign that takes two ("\ud83d" in JSON), or 10 to the 30 people.
            raise GazetteerError(
                f"Place {len(self._importance)} of the source cannot be stored ({error}); "
                "correct its text or its population."
            ) from error
        report("writing the index", 0, 3)
        importance = self._importance.finished()
        connection.executemany(
            "INSERT INTO box VALUES (?, ?, ?, ?, ?, ?)",
            ((*box, float(importance[box[0]])) for box in self._boxes),
        )
        connection.executemany("INSERT INTO counted VALUES (?, ?)", self._counts.items())
        report("writing the index", 1, 3)
        keys = sorted(self._spellings or ())
        connection.executemany("INSERT INTO key VALUES (?, ?)", enumerate(keys))
        report("writing the index", 2, 3)
        connection.executemany("INSERT INTO gram VALUES (?, ?)", postings(keys))
        connection.commit()
        report("writing the index", 3, 3)

    def write_keys(self, out: BinaryIO) -> None:
        """Write names and ids, then squares, then stretches, each as a block."""
        importance = self._importance.finished()
        self._names.write(out, importance)
        self._squares.write(out, importance)
        self._hash_waiting()
        self._stretches.write(out, importance)

    def _hash_waiting(self) -> None:
        from gazetteer.automaton import hashes_of  # noqa: PLC0415 - needs numpy, only to build

        keys, numbers = self._waiting
        hashes, usable = hashes_of(keys)
        kept = [number for number, use in zip(numbers, usable.tolist(), strict=True) if use]
        self._stretches.add_all(hashes[usable], kept)
        self._waiting = ([], [])

    def _rows(
        self, places: Iterable[Place], report: Progress, expected: int | None
    ) -> Iterator[tuple[object, ...]]:
        number = 0
        for number, place in enumerate(places, start=1):
            if number % _TOLD == 0:
                report("folding names", number, max(number, expected or 0))
            yield self._row(number - 1, place)
        report("folding names", number, number)

    def _row(self, number: int, place: Place) -> tuple[object, ...]:
        self._importance.add(place)
        self._counts[place.source] = self._counts.get(place.source, 0) + 1
        names = (place.name, *place.other_names)
        keys = {fold(name) for name in names}
        if place.country in COUNTRIES:
            # News writes Deir Ezzor and Alhoula as often as with the article by itself.
            keys.update(*map(joined, names))
            keys |= {by_ear(key, place.country) for key in keys if key.isascii()}
        keys.discard("")
        for key in keys:
            self._names.add(key_hash(key), number)
        self._waiting[0].extend(keys)
        self._waiting[1].extend([number] * len(keys))
        if len(self._waiting[0]) > _HASHED:
            self._hash_waiting()
        if place.country in COUNTRIES:
            for consonants in {skeleton(key) for key in keys} - {""}:
                self._names.add(sound_hash(consonants), number)
        if self._spellings is not None:
            self._spellings |= keys
        self._names.add(id_hash(place.id), number)
        if place.parents:
            self._names.add(parent_hash(place.parents[0]), number)
        outline = None
        if place.outline is None:
            self._squares.add(square_key(place.longitude, place.latitude), number)
        else:
            outline = place.outline.wkb
            west, south, east, north = place.outline.bounds
            self._boxes.append((number, west, east, south, north))
        return (
            number,
            place.id,
            place.name,
            place.kind.value,
            place.longitude,
            place.latitude,
            place.country,
            "|".join(place.parents),
            "|".join([name.replace("|", " ") for name in place.other_names]),
            place.population,
            place.outline_accuracy_m,
            place.reach_m,
            place.source,
            outline,
        )
