"""Indexes on request: a dump of GeoNames, outlines, and the analyst's own places kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.build import build_index, extra_path, index_path, key_code_digest, write_index
from gazetteer.errors import GazetteerError
from gazetteer.layers import Layers
from gazetteer.store import Store, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer.build import Progress
    from gazetteer.place import Place

# Misspelt names are found too in a dump of so many rows or fewer, a country's; it takes 1 kB
# of memory a place, so a whole dump would need 12 GB. The embedded names are guessed always.
_FUZZY_UP_TO = 250_000
# A row of allCountries.txt has 135 bytes, for the progress alone.
_BYTES_A_ROW = 135
_GEONAMES, _OUTLINES = "geonames", "outlines"


@dataclass(frozen=True, slots=True)
class Extra:
    """
    What was built.

    ``told`` are sentences on rows that were left out, with the first one's line and fault.
    """

    paths: tuple[Path, ...]
    told: tuple[str, ...]


def build_extra(  # noqa: PLR0913 - each is a file of its own
    *,
    cache_folder: Path | None = None,
    geonames: Path | None = None,
    alternate_names: Path | None = None,
    hierarchy: Path | None = None,
    outlines: Sequence[Path] = (),
    on_progress: Progress | None = None,
) -> Extra:
    """
    Build the indexes that were asked for; ``open_gazetteer`` finds them from then on.

    Parameters
    ----------
    cache_folder
        Where the indexes lie; by default the user's cache folder of this program.
    geonames
        allCountries.zip or one country's, or the text file in it.
    alternate_names, hierarchy
        alternateNamesV2.zip and hierarchy.zip, for a dump given too.
    outlines
        GeoJSON files or folders of OpenStreetMap or Who's On First. Give the dump in the same
        call, or have it built before, so that they are laid over its places.
    on_progress
        Called with a stage, how much of it is done, and of how much.

    Raises
    ------
    GazetteerError
        When a file is not what it should be or the folder cannot be written; the index that
        was there stays. A row that cannot be read is left out and told.
    """
    if geonames is None and (alternate_names or hierarchy or not outlines):
        raise GazetteerError(
            "Nothing to build from: give a dump of GeoNames, with or without its alternate names "
            "and hierarchy, or files of outlines."
        )
    folder = cache_folder or default_cache_folder()
    paths, told = [], []
    if geonames is not None:
        paths.append(extra_path(folder, _GEONAMES))
        told += _build_geonames(paths[-1], geonames, alternate_names, hierarchy, on_progress)
    if outlines:
        paths.append(extra_path(folder, _OUTLINES))
        told += _build_outlines(paths[-1], outlines, on_progress)
    return Extra(tuple(paths), tuple(told))


def default_cache_folder() -> Path:
    """Return the user's cache folder of this program."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - as in open_gazetteer

    return user_cache_path("dateline")


def _build_geonames(
    path: Path,
    dump: Path,
    alternate_names: Path | None,
    hierarchy: Path | None,
    on_progress: Progress | None,
) -> list[str]:
    from gazetteer.sources.alternate_names import AlternateNames  # noqa: PLC0415 - builds only
    from gazetteer.sources.geonames import Dump  # noqa: PLC0415
    from gazetteer.sources.rows import table_size  # noqa: PLC0415

    expected = table_size(dump) // _BYTES_A_ROW
    with ExitStack() as stack:
        names = None
        if alternate_names is not None:
            if on_progress:
                on_progress("sorting the alternate names", 0, 1)
            names = stack.enter_context(AlternateNames(alternate_names))
        source = Dump(dump, hierarchy=hierarchy, alternate_names=names)
        write_index(
            path,
            source.places(),
            on_progress=on_progress,
            capitals=source.capitals,
            expected=expected,
            fuzzy=expected <= _FUZZY_UP_TO,
        )
        return [*source.told(), *([names.faults.told()] if names and names.faults.bad else [])]


def _build_outlines(path: Path, files: Sequence[Path], on_progress: Progress | None) -> list[str]:
    from gazetteer.sources.outlines import WANTED, read_outlines  # noqa: PLC0415 - builds only
    from gazetteer.sources.rows import Faults  # noqa: PLC0415

    faults = [Faults(file, WANTED, row="feature") for file in files]
    known = _known(path.parent, on_progress)
    try:
        places = (
            place
            for file, told in zip(files, faults, strict=True)
            for place in read_outlines(file, known, told)
        )
        write_index(path, _once(places), on_progress=on_progress)
    finally:
        known.close()
    return [told.told() for told in faults if told.bad]


def _known(folder: Path, on_progress: Progress | None) -> Layers:
    """Open what outlines are laid over: the embedded places and a dump that was built."""
    path = index_path(folder)
    if not is_whole(path):
        build_index(path, on_progress)
    dump = extra_path(folder, _GEONAMES)
    extra = [Store.open(dump)] if is_whole(dump) else []
    return Layers(
        Store.open(path),
        extra=[one for one in extra if one.facts().get("keys") == key_code_digest()],
    )


def _once(places: Iterable[Place]) -> Iterator[Place]:
    seen: set[str] = set()
    for place in places:
        if place.id not in seen:
            seen.add(place.id)
            yield place


def add_places(
    files: Sequence[Path],
    *,
    cache_folder: Path | None = None,
    on_progress: Progress | None = None,
) -> tuple[Path, ...]:
    """
    Keep copies of the analyst's files, whose places win over all others from then on.

    A file that is given again replaces its copy. Returns where the copies lie; to be rid of
    one, delete it.

    Raises
    ------
    GazetteerError
        When a file cannot be read as places, which the message says by row, or the folder
        cannot be written; then nothing is kept.
    """
    from gazetteer.sources.places_file import read_places_file  # noqa: PLC0415

    folder = own_folder(cache_folder or default_cache_folder())
    for done, file in enumerate(files):
        if on_progress:
            on_progress("reading your places", done, len(files))
        read_places_file(file)
    try:
        kept = tuple(_copied(file, folder) for file in files)
    except OSError as error:
        raise GazetteerError(
            f"Your places cannot be kept in {folder} ({error}); free some space or pass the "
            "files with --places."
        ) from error
    if on_progress:
        on_progress("reading your places", len(files), len(files))
    return kept


def own_folder(cache_folder: Path) -> Path:
    """Return where the analyst's files are kept."""
    return cache_folder / "own"


def own_files(cache_folder: Path) -> list[Path]:
    """Return the analyst's files that are kept, the latest last, for it wins."""
    found = [file for file in own_folder(cache_folder).glob("*/*") if file.is_file()]
    return sorted(found, key=lambda file: (file.stat().st_mtime_ns, file))


def _copied(file: Path, folder: Path) -> Path:
    # Two files may share a name, and the name is part of what their places are called.
    where = hashlib.sha256(os.fsencode(file.resolve())).hexdigest()[:12]
    target = folder / where / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix="adding-")
    os.close(handle)
    part = Path(name)
    try:
        shutil.copyfile(file, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target
