# ruff: noqa: S608 - what is put into the queries is question marks and our own column names
"""The index on disk: open it, look names up, read places."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.grams import similar_keys
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_HEADER = b"SQLite format 3\x00"
# SQLite takes at most 999 parameters on old versions; longer lists go in turns.
_AT_ONCE = 900
_COLUMNS = (
    "id, name, kind, longitude, latitude, country, parents, other_names, population, "
    "accuracy_m, reach_m, source, outline"
)


def is_whole(path: Path) -> bool:
    """Tell whether the file is there and has as many pages as its header says."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    if len(header) < 100 or not header.startswith(_HEADER):
        return False
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    return size == page * int.from_bytes(header[28:32], "big") > 0


class Store:
    """
    One index, opened read-only.

    Raises GazetteerError where the file turns out to be damaged.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._place: Callable[[int], Place] = lru_cache(maxsize=20_000)(self._read_place)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the file; it is never written to."""
        try:
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            connection.execute("SELECT number FROM place LIMIT 1").fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(
                f"{path} is not an index of places ({error}); delete it, and it is built again."
            ) from error
        return cls(connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def numbers(self, keys: Iterable[str]) -> dict[str, list[int]]:
        """Return the places of each folded name that is known, most important first."""
        answer: dict[str, list[int]] = {}
        for some in _batches(list(dict.fromkeys(keys))):
            rows = self._rows(
                "SELECT key.key, place.number FROM key JOIN named ON named.key = key.number "
                f"JOIN place ON place.number = named.place WHERE key.key IN ({_marks(some)}) "
                "ORDER BY place.importance DESC, place.number",
                some,
            )
            for key, number in rows:
                answer.setdefault(key, []).append(number)
        return answer

    def best(self, keys: Iterable[str]) -> dict[str, tuple[int, float]]:
        """Return the most important place of each folded name, and how important it is."""
        answer: dict[str, tuple[int, float]] = {}
        for some in _batches(list(dict.fromkeys(keys))):
            # SQLite gives the other columns of the row that has the maximum.
            rows = self._rows(
                "SELECT key.key, place.number, max(place.importance) FROM key "
                "JOIN named ON named.key = key.number JOIN place ON place.number = named.place "
                f"WHERE key.key IN ({_marks(some)}) GROUP BY key.key",
                some,
            )
            answer.update({key: (number, importance) for key, number, importance in rows})
        return answer

    def place(self, number: int) -> Place:
        """Return the place with this number of the index."""
        return self._place(number)

    def importance(self, numbers: Sequence[int]) -> dict[int, float]:
        """Return about the logarithm of the population of each place."""
        answer: dict[int, float] = {}
        for some in _batches(list(numbers)):
            rows = self._rows(
                f"SELECT number, importance FROM place WHERE number IN ({_marks(some)})",
                some,
            )
            answer.update(rows)
        return answer

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with this id, or None."""
        rows = self._rows("SELECT number FROM place WHERE id = ?", (place_id,))
        return self._place(rows[0][0]) if rows else None

    def by_source(self) -> dict[str, int]:
        """Return how many places came from each source."""
        return dict(self._rows("SELECT source, count(*) FROM place GROUP BY source", ()))

    def file(self) -> str:
        """Return the path of the index; empty for one in memory."""
        return str(self._rows("PRAGMA database_list", ())[0][2])

    def similar(self, key: str, *, most: int) -> list[tuple[str, int]]:
        """Return known keys at most ``most`` letters away, nearest first."""
        return similar_keys(self._connection, key, most=most)

    def inside(
        self, west: float, south: float, east: float, north: float, *, areas_only: bool = False
    ) -> Iterator[Place]:
        """Yield the places whose bounding box meets this one, in degrees."""
        rows = self._rows(
            "SELECT place.number FROM box JOIN place ON place.number = box.number "
            "WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?"
            + (" AND kind IN ('country', 'province')" if areas_only else "")
            + " ORDER BY place.importance DESC, place.number",
            (east, west, north, south),
        )
        for (number,) in rows:
            yield self._place(number)

    def boxes_of_outlines(self) -> dict[str, tuple[float, float, float, float]]:
        """Return (west, south, east, north) of every outline by the id of its place."""
        rows = self._rows(
            "SELECT id, west, south, east, north FROM place JOIN box ON box.number = place.number "
            "WHERE outline IS NOT NULL",
            (),
        )
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}

    def children(self, place_id: str, *, limit: int) -> list[str]:
        """Return the ids of places whose nearest parent has the id, most important first."""
        # Parents are written "nearest|next|…", and "}" is the sign after "|".
        rows = self._rows(
            "SELECT id FROM place WHERE parents = ? OR (parents >= ? AND parents < ?) "
            "ORDER BY importance DESC, number LIMIT ?",
            (place_id, f"{place_id}|", f"{place_id}}}", limit),
        )
        return [row[0] for row in rows]

    def _rows(self, query: str, values: Sequence[object]) -> list[Any]:
        try:
            return self._connection.execute(query, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(
                f"The index of places is damaged ({error}); delete it, and it is built again."
            ) from error

    def _read_place(self, number: int) -> Place:
        (row,) = self._rows(f"SELECT {_COLUMNS} FROM place WHERE number = ?", (number,))
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


def _batches(values: list[str] | list[int]) -> Iterator[list[str] | list[int]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
