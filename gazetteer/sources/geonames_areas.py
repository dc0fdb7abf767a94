"""What lies in what in a dump of GeoNames: by its codes of divisions and by its hierarchy."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Self

from gazetteer.sources.areas import province_ids
from gazetteer.sources.rows import Faults, lines, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

HIERARCHY_WANTED = (
    "the hierarchy of GeoNames: each row has parentId, childId and type, as in hierarchy.zip "
    "of https://download.geonames.org/export/dump/"
)
# A division's row, found without splitting the other eleven million.
_DIVISION = re.compile(rb"\tA\t(?:ADM[1-4]|PCL[A-Z]*)\t")
_COLUMNS = 19
# Sections of countries (PCLIX) are parts, and what was one (PCLH) is none.
_COUNTRIES = frozenset({"PCL", "PCLD", "PCLF", "PCLI", "PCLS"})
_CODE = re.compile(r"ADM[1-4]")
# Rows come by country, so the last few thousand combinations of codes are what is asked for.
_REMEMBERED = 50_000


class Areas:
    """
    Countries and divisions of a dump under the ids that the embedded places have too.

    Parameters
    ----------
    ids
        From a number of GeoNames to the id, where that is not ``geonames:N``.
    by_code
        From the codes of a division, outermost first ("SY.09.0902"), to its id.
    lies_in
        From a number to the ids of what the hierarchy puts it in: not by codes, and by codes.
    """

    def __init__(
        self,
        ids: dict[int, str],
        by_code: dict[str, str],
        lies_in: dict[int, tuple[tuple[int, str], ...]],
        faults: Sequence[Faults] = (),
    ) -> None:
        self._ids, self._by_code, self._lies_in = ids, by_code, lies_in
        self._faults = faults
        self._remembered: dict[tuple[str, ...], tuple[str, ...]] = {}

    @classmethod
    def read(cls, dump: Path, hierarchy: Path | None = None) -> Self:
        """Read the divisions of the dump, which lie anywhere in it, and the hierarchy."""
        ids, by_code = _divisions(dump)
        if hierarchy is None:
            return cls(ids, by_code, {})
        faults = Faults(hierarchy, HIERARCHY_WANTED)
        return cls(ids, by_code, _hierarchy(hierarchy, faults), [faults])

    def told(self) -> list[str]:
        """Return sentences on what was left out."""
        return [faults.told() for faults in self._faults]

    def id_of(self, number: int) -> str:
        """Return the id of the place with the number."""
        return self._ids.get(number) or f"geonames:{number}"

    def parents(self, number: int, cells: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of what the row lies in, nearest first, never its own."""
        codes = (cells[8], *cells[10:14])
        found = self._remembered.get(codes)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[codes] = self._by_codes(codes)
        if cells[6] == "A":
            found = self._above(number, cells, found)
        above = self._lies_in.get(number)
        if above:
            near = [self.id_of(parent) for parent, kind in above if kind != "ADM"]
            far = [self.id_of(parent) for parent, kind in above if kind == "ADM"]
            found = tuple(dict.fromkeys((*near, *found, *far)))
        return found

    def _above(self, number: int, cells: Sequence[str], found: tuple[str, ...]) -> tuple[str, ...]:
        if cells[7].startswith("PCL"):
            # A dependency has the code of its own country.
            return ()
        own = self.id_of(number)
        return found[found.index(own) + 1 :] if own in found else found

    def _by_codes(self, codes: Sequence[str]) -> tuple[str, ...]:
        country = codes[0]
        if not country:
            return ()
        found = [f"iso:{country}"]
        path = country
        for code in codes[1:]:
            # "00" says that the place lies in no division or that nobody knows which.
            if not code or code == "00":
                break
            path = f"{path}.{code}"
            place_id = self._by_code.get(path)
            if place_id is not None:
                found.append(place_id)
        return tuple(reversed(found))


@cache
def _embedded() -> Mapping[str, str]:
    return province_ids()


def _divisions(dump: Path) -> tuple[dict[int, str], dict[str, str]]:
    embedded = _embedded()
    ids: dict[int, str] = {}
    by_code: dict[str, str] = {}
    countries: dict[str, int] = {}
    for piece in pieces(dump):
        for match in _DIVISION.finditer(piece):
            start = piece.rfind(b"\n", 0, match.start()) + 1
            end = piece.find(b"\n", match.end())
            row = piece[start : end if end >= 0 else len(piece)].decode(errors="replace")
            cells = row.split("\t")
            if len(cells) == _COLUMNS and cells[0].isascii() and cells[0].isdecimal():
                _note(cells, embedded, ids, by_code, countries)
    ids |= {number: f"iso:{country}" for country, number in countries.items()}
    return ids, by_code


def _note(
    cells: Sequence[str],
    embedded: Mapping[str, str],
    ids: dict[int, str],
    by_code: dict[str, str],
    countries: dict[str, int],
) -> None:
    number, country, code = int(cells[0]), cells[8], cells[7]
    if not _CODE.fullmatch(code):
        # Of two rows for one country the independent state is the country.
        if code in _COUNTRIES and country and (code == "PCLI" or country not in countries):
            countries[country] = number
        return
    level = int(code[3])
    path = ".".join((country, *cells[10 : 10 + level]))
    place_id = embedded.get(path) if level == 1 else None
    if place_id is not None and path not in by_code:
        ids[number] = place_id
    by_code.setdefault(path, place_id or f"geonames:{number}")


def _hierarchy(path: Path, faults: Faults) -> dict[int, tuple[tuple[int, str], ...]]:
    answer: dict[int, tuple[tuple[int, str], ...]] = {}
    for number, line in lines(path, faults):
        cells = line.rstrip("\r").split("\t")
        if len(cells) not in {2, 3}:
            faults.add(number, f"it has {len(cells)} columns and not 3")
            continue
        try:
            parent, child = int(cells[0]), int(cells[1])
        except ValueError as error:
            faults.add(number, str(error))
            continue
        faults.good += 1
        kind = cells[2] if len(cells) == 3 else ""
        answer[child] = (*answer.get(child, ()), (parent, kind))
    faults.check()
    return answer
