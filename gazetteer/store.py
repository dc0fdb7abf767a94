# ruff: noqa: S608 - what is put into the queries is question marks and our own column names
"""The index on disk: open it, look names up, read places."""

from __future__ import annotations

import io
import mmap
import sqlite3
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.grams import similar_keys
from gazetteer.keys import (
    HEADER,
    Keys,
    block_size,
    damaged,
    id_hash,
    key_hash,
    parent_hash,
    sound_hash,
    squares_of,
)
from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

_HEADER = b"SQLite format 3\x00"
# SQLite takes at most 999 parameters on old versions; longer lists go in turns.
_AT_ONCE = 900
_COLUMNS = (
    "id, name, kind, longitude, latitude, country, parents, other_names, population, "
    "accuracy_m, reach_m, source, outline"
)


def is_whole(path: Path) -> bool:
    """Tell whether the file is there and as long as its headers say."""
    try:
        with path.open("rb") as file:
            end = _end_of_tables(file)
            for _ in range(3):
                file.seek(end)
                size = block_size(file.read(HEADER.size))
                if not end or not size:
                    return False
                end += size
            return end == path.stat().st_size
    except OSError:
        return False


def _end_of_tables(file: BinaryIO) -> int:
    """Return how many bytes SQLite's pages take; 0 if the file has none."""
    header = file.read(100)
    if len(header) < 100 or not header.startswith(_HEADER):
        return 0
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    return page * int.from_bytes(header[28:32], "big")


class Store:
    """
    One index, opened read-only; threads may share it.

    ``blocks`` are names, squares and stretches as ``Filling.write_keys`` wrote them.

    Raises GazetteerError where the file turns out to be damaged.
    """

    def __init__(self, connection: sqlite3.Connection, blocks: memoryview) -> None:
        self._connection = connection
        # A connection's statements are shared; two threads must not step through one.
        self._lock = Lock()
        self._blocks = len(blocks)
        self._names = Keys(blocks)
        blocks = blocks[self._names.size :]
        self._squares = Keys(blocks)
        self._stretches = Keys(blocks[self._squares.size :])
        self._place: Callable[[int], Place] = lru_cache(maxsize=20_000)(self._read_place)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the file; it is never written to."""
        try:
            with path.open("rb") as file:
                end = _end_of_tables(file)
                memory = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            connection.execute("SELECT number FROM place LIMIT 1").fetchall()
            return cls(connection, memory[end:])
        except (OSError, ValueError, sqlite3.Error, GazetteerError) as error:
            raise GazetteerError(
                f"{path} is not an index of places ({error}); delete it, and it is built again."
            ) from error

    @classmethod
    def in_memory(cls, places: Iterable[Place]) -> Store:
        """Index a few places without a file."""
        from gazetteer.fill import Filling  # noqa: PLC0415 - opening an index does without

        connection = sqlite3.connect(":memory:", check_same_thread=False)
        blocks = io.BytesIO()
        with Filling(None) as filling:
            filling.fill(connection, places, lambda *_: None)
            filling.write_keys(blocks)
        return cls(connection, memoryview(blocks.getvalue()))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def numbers(self, keys: Iterable[str]) -> dict[str, list[int]]:
        """Return the places of each folded name that is known, most important first."""
        find = self._names.find
        found = ((key, find(key_hash(key))) for key in keys)
        return {key: numbers for key, numbers in found if numbers}

    def find(self, name: str) -> list[int]:
        """Return the places with this name in any spelling, most important first."""
        return self._names.find(key_hash(fold(name)))

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids of places without reading the places."""
        wanted = list(dict.fromkeys(numbers))
        answer: dict[int, str] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            answer.update(
                self._rows(f"SELECT number, id FROM place WHERE number IN ({marks})", some)
            )
        return answer

    def ranked(self, key: str) -> list[tuple[int, float]]:
        """Return the places of a folded name, most important first, with their importance."""
        return self._names.ranked(key_hash(key))

    def sounding(self, consonants: str) -> list[tuple[int, float]]:
        """Return places whose names have these consonants, with their importance."""
        return self._names.ranked(sound_hash(consonants))

    def best(self, keys: Iterable[str]) -> dict[str, tuple[int, float]]:
        """Return the most important place of each folded name, and how important it is."""
        best = self._names.best
        found = ((key, best(key_hash(key))) for key in keys)
        return {key: place for key, place in found if place is not None}

    def place(self, number: int) -> Place:
        """Return the place with this number of the index."""
        return self._place(number)

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with this id, or None."""
        places = map(self._place, self._names.find(id_hash(place_id)))
        return next((place for place in places if place.id == place_id), None)

    def by_source(self) -> dict[str, int]:
        """Return how many places came from each source."""
        return dict(self._rows("SELECT source, places FROM counted", ()))

    def facts(self) -> dict[str, str]:
        """Return when the index was made ("made") and by which code ("keys"); or nothing."""
        return dict(self._rows("SELECT name, value FROM fact", ()))

    def file(self) -> str:
        """Return the path of the index; empty for one in memory."""
        return str(self._rows("PRAGMA database_list", ())[0][2])

    def size(self) -> int:
        """Return the size of the index in bytes."""
        pages, page = (
            self._rows(f"PRAGMA {name}", ())[0][0] for name in ("page_count", "page_size")
        )
        return int(pages * page) + self._blocks

    def similar(self, key: str, *, most: int) -> list[tuple[str, int]]:
        """Return known keys at most ``most`` letters away, nearest first."""
        with self._lock:
            try:
                return similar_keys(self._connection, key, most=most)
            except sqlite3.DatabaseError as error:
                raise damaged(error) from error

    def inside(
        self, west: float, south: float, east: float, north: float, *, areas_only: bool = False
    ) -> Iterator[Place]:
        """Yield the places whose bounding box meets this one, in degrees, important first."""
        found = self._rows(
            "SELECT number, importance FROM box "
            "WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?",
            (east, west, north, south),
        )
        if not areas_only:
            for first, last in squares_of(west, south, east, north):
                found += self._squares.between(first, last)
        for number, _ in sorted(found, key=lambda pair: (-pair[1], pair[0])):
            place = self._place(number)
            if areas_only:
                if place.kind in {PlaceKind.COUNTRY, PlaceKind.PROVINCE}:
                    yield place
            elif place.outline is not None or (
                west <= place.longitude <= east and south <= place.latitude <= north
            ):
                yield place

    def boxes_of_outlines(self) -> dict[str, tuple[float, float, float, float]]:
        """Return (west, south, east, north) of every outline by the id of its place."""
        rows = self._rows(
            "SELECT id, west, south, east, north FROM box JOIN place ON place.number = box.number",
            (),
        )
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}

    def stretches(self) -> Keys:
        """Return the names as the automaton hashes them, see ``scan.names_in``."""
        return self._stretches

    def children(self, place_id: str, *, limit: int) -> list[str]:
        """Return the ids of places whose nearest parent has the id, most important first."""
        numbers = self._names.find(parent_hash(place_id))[:limit]
        return [self._place(number).id for number in numbers]

    def _rows(self, query: str, values: Sequence[object]) -> list[Any]:
        with self._lock:
            try:
                return self._connection.execute(query, tuple(values)).fetchall()
            except sqlite3.DatabaseError as error:
                raise damaged(error) from error

    def _read_place(self, number: int) -> Place:
        rows = self._rows(f"SELECT {_COLUMNS} FROM place WHERE number = ?", (number,))
        if not rows:
            raise damaged(f"place {number} is missing")
        row = rows[0]
        outline = row[12]
        if outline is not None:
            import shapely  # noqa: PLC0415 - most look-ups meet no outline

            outline = shapely.from_wkb(outline)
        return Place(
            id=row[0],
            name=row[1],
            kind=PlaceKind(row[2]),
            longitude=row[3],
            latitude=row[4],
            country=row[5],
            parents=tuple(row[6].split("|")) if row[6] else (),
            other_names=tuple(row[7].split("|")) if row[7] else (),
            population=row[8],
            outline_accuracy_m=row[9],
            reach_m=row[10],
            source=row[11],
            outline=outline,
        )
