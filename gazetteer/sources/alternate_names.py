"""alternateNamesV2 of GeoNames: which names are real, and which are codes or of the past."""

from __future__ import annotations

import re
import tempfile
from array import array
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, BinaryIO, Self

from gazetteer.sources.rows import Faults, lines

if TYPE_CHECKING:
    from pathlib import Path

WANTED = (
    "a table of alternate names: each row has alternateNameId, geonameid, isolanguage, name and "
    "six marks, as in alternateNamesV2.zip of https://download.geonames.org/export/dump/"
)
# Rows of the older table end after the four marks; the newer one has from and to.
_COLUMNS = frozenset({8, 10})
# Two or three letters and perhaps a region or a script are a language ("ar", "zh-Hant");
# GeoNames puts other things there: link, post, iata, icao, faac, wkdt, unlc, tcid, phon.
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*|abbr|piny)?")
# Numbers go to files by these leading bits, each of which is sorted by itself: 14 million
# numbers make 54 files of at most a few hundred thousand names.
_BITS = 18
# Numbers of GeoNames are below 14 million; the starts of so many take 134 MB.
_LARGEST = 1 << 25


class AlternateNames:
    """
    Names by the number of their place, in a file without a name; close it when done.

    Attributes
    ----------
    faults
        The rows that were left out.
    """

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        self.faults = Faults(path, WANTED)
        self._stack = ExitStack()
        self._folder = folder
        try:
            self._names, self._starts = self._sorted(self._parted(path))
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def of(self, number: int) -> tuple[list[str], frozenset[str]]:
        """Return the place's real names, preferred ones first, and those not to be used."""
        if number + 1 >= len(self._starts):
            return [], frozenset()
        start, end = self._starts[number], self._starts[number + 1]
        if start == end:
            return [], frozenset()
        self._names.seek(start)
        rows = self._names.read(end - start).decode().split("\n")
        # The sign before a name sorts: "!" preferred, "+" another, "-" not to be used.
        real = sorted((row for row in rows if row[:1] in {"!", "+"}), key=lambda row: row[0])
        names = [row[1:] for row in real]
        return names, frozenset(row[1:] for row in rows if row[:1] == "-").difference(names)

    def _parted(self, path: Path) -> list[BinaryIO]:
        files: list[BinaryIO] = []
        held: list[list[str]] = []
        count = 0
        for at, line in lines(path, self.faults):
            try:
                number, name = _row(line)
            except ValueError as error:
                self.faults.add(at, str(error))
                continue
            self.faults.good += 1
            part = number >> _BITS
            while part >= len(files):
                files.append(self._temporary())
                held.append([])
            held[part].append(f"{number}\t{name}\n")
            count += 1
            if count % 200_000 == 0:
                _written(files, held)
        self.faults.check()
        _written(files, held)
        return files

    def _sorted(self, files: list[BinaryIO]) -> tuple[IO[bytes], array[int]]:
        # Unbuffered: each place reads a few bytes from anywhere, and a buffer would read 8 kB.
        out = self._stack.enter_context(
            tempfile.TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115 - closed by the stack
        )
        starts = array("I", [0])
        written = 0
        for part, file in enumerate(files):
            file.seek(0)
            by_number: dict[int, list[str]] = {}
            for row in file.read().decode().split("\n")[:-1]:
                digits, _, name = row.partition("\t")
                by_number.setdefault(int(digits), []).append(name)
            file.close()
            blobs: list[bytes] = []
            for number in range(part << _BITS, (part + 1) << _BITS):
                names = by_number.get(number)
                if names:
                    blobs.append("\n".join(names).encode())
                    written += len(blobs[-1])
                starts.append(written)
            out.write(b"".join(blobs))
        return out, starts

    def _temporary(self) -> BinaryIO:
        return self._stack.enter_context(tempfile.TemporaryFile(dir=self._folder))


def _row(line: str) -> tuple[int, str]:
    """Return the number of the place and the name behind its sign."""
    cells = line.rstrip("\r").split("\t")
    if len(cells) not in _COLUMNS:
        raise ValueError(f"it has {len(cells)} columns and not 10")
    number, language, name = int(cells[1]), cells[2], cells[3].strip()
    if not 0 < number < _LARGEST or not name:
        raise ValueError(f"{cells[1]} and {name!r} are not a number of GeoNames and a name")
    if cells[7] == "1" or not _LANGUAGE.fullmatch(language):
        return number, f"-{name}"
    return number, f"{'!' if cells[4] == '1' else '+'}{name}"


def _written(files: list[BinaryIO], held: list[list[str]]) -> None:
    for file, rows in zip(files, held, strict=True):
        file.write("".join(rows).encode())
        rows.clear()
