"""Rows of the tables that GeoNames publishes, out of a zip or a text file, faults counted."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

from gazetteer.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = 1 << 20
# The longest row of GeoNames is under 20 kB: ten thousand signs of other names and the rest.
_LONGEST_ROW = 1 << 20
# What lies beside the table in the archives of GeoNames.
_NOT_TABLES = frozenset({"readme.txt", "iso-languagecodes.txt"})
# When so many rows at the head of a file are all bad, it is another kind of file.
_TRIED = 10_000


class Faults:
    """Counts the rows of a file that cannot be read, and keeps the first one's fault."""

    def __init__(self, path: Path, wanted: str, *, row: str = "line") -> None:
        self._path, self._wanted, self._row = path, wanted, row
        self.good = self.bad = 0
        self._first = ""

    def add(self, line: int, fault: str) -> None:
        """Count a row; raise GazetteerError where the file is not what it should be."""
        self.bad += 1
        self._first = self._first or f"{self._row} {line:,}: {fault}"
        if not self.good and self.bad >= _TRIED:
            self.check()

    def check(self) -> None:
        """Raise GazetteerError when no row at all was good."""
        if not self.good:
            why = f" ({self._first})" if self._first else ", it has no rows"
            raise GazetteerError(f"{self._path} is not {self._wanted}{why}.")

    def told(self) -> str:
        """Return what was left out in a sentence, or nothing."""
        if not self.bad:
            return ""
        return f"{self._path.name}: {self.bad:,} left out, the first at {self._first}."


def table_size(path: Path) -> int:
    """Return how many bytes the table has when unpacked."""
    with ExitStack() as stack:
        return _opened(path, stack)[1]


def lines(path: Path, faults: Faults) -> Iterator[tuple[int, str]]:
    """
    Yield each line of the table with its number, from 1, streaming.

    Lines that are not UTF-8 or have a NUL are counted as faults.

    Raises
    ------
    GazetteerError
        When the file cannot be read or its archive is damaged.
    """
    before = 0
    for piece in pieces(path):
        try:
            rows = piece.decode().split("\n")
        except UnicodeDecodeError:
            rows = list(_decoded(piece.split(b"\n"), before, faults))
        if b"\x00" in piece:
            rows = [
                "" if _has_nul(row, before + at, faults) else row for at, row in enumerate(rows)
            ]
        for number, row in enumerate(rows, start=before + 1):
            if row:
                yield number, row
        before += len(rows)


def _decoded(rows: list[bytes], before: int, faults: Faults) -> Iterator[str]:
    for number, row in enumerate(rows, start=before + 1):
        try:
            yield row.decode()
        except UnicodeDecodeError:
            faults.add(number, "it is not in UTF-8")
            yield ""


def _has_nul(row: str, before: int, faults: Faults) -> bool:
    if "\x00" not in row:
        return False
    faults.add(before + 1, "it has a NUL in it")
    return True


def pieces(path: Path) -> Iterator[bytes]:
    """Yield the table in pieces of whole lines, without the last line's end."""
    with ExitStack() as stack:
        file, _ = _opened(path, stack)
        rest = b""
        first = True
        while piece := _read(file, path):
            head, end, tail = piece.rpartition(b"\n")
            if end:
                whole = (rest + head).removeprefix(b"\xef\xbb\xbf") if first else rest + head
                first, rest = False, tail
                yield whole
            else:
                rest += tail
            if len(rest) > _LONGEST_ROW + _PIECE:
                raise GazetteerError(
                    f"{path} has no lines, so it is not a table of GeoNames; download it again "
                    "from https://download.geonames.org/export/dump/."
                )
        if rest:
            yield rest.removeprefix(b"\xef\xbb\xbf") if first else rest


def _opened(path: Path, stack: ExitStack) -> tuple[BinaryIO, int]:
    try:
        if not zipfile.is_zipfile(path):
            if path.suffix.lower() == ".zip":
                raise _damaged(path, "it is cut off or no zip file")
            return stack.enter_context(path.open("rb")), path.stat().st_size
        archive = stack.enter_context(zipfile.ZipFile(path))
        tables = [
            member
            for member in archive.infolist()
            if member.filename.lower().endswith(".txt")
            and member.filename.rpartition("/")[2].lower() not in _NOT_TABLES
        ]
        if not tables:
            inside = ", ".join(archive.namelist()[:3]) or "nothing"
            raise GazetteerError(
                f"{path} holds {inside} and no table; download the archive of GeoNames again "
                "from https://download.geonames.org/export/dump/."
            )
        member = max(tables, key=lambda one: one.file_size)
        return stack.enter_context(archive.open(member)), member.file_size  # type: ignore[return-value]
    # zipfile's own: an unknown compression, and a password, which is a RuntimeError too.
    except (OSError, RuntimeError, zipfile.BadZipFile) as error:
        raise _damaged(path, error) from error


def _read(file: BinaryIO, path: Path) -> bytes:
    try:
        return file.read(_PIECE)
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, why: object) -> GazetteerError:
    return GazetteerError(
        f"{path} cannot be read ({why}); download it again from "
        "https://download.geonames.org/export/dump/."
    )
