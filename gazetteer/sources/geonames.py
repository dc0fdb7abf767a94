"""A dump of GeoNames, allCountries.zip or one country's, as a stream of places."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.place import Place, PlaceKind
from gazetteer.sources.areas import DATA
from gazetteer.sources.embedded import DUMMY_POPULATIONS, kind_of_settlement, usable
from gazetteer.sources.geonames_areas import Areas
from gazetteer.sources.rows import Faults, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from gazetteer.sources.alternate_names import AlternateNames

KINDS_FILE = DATA / "geonames_kinds.toml"
SOURCE = "GeoNames"
WANTED = (
    "a dump of GeoNames: each row has 19 columns, as in allCountries.zip or a country's "
    "such as SY.zip of https://download.geonames.org/export/dump/"
)
_COLUMNS = 19
# Numbers of GeoNames are below 14 million; ten times that leaves room for decades.
_LARGEST_NUMBER = 140_000_000
_SIZES = (PlaceKind.VILLAGE, PlaceKind.TOWN, PlaceKind.CITY)


class Dump:
    """
    A dump, read row by row.

    Parameters
    ----------
    path
        The zip as GeoNames publishes it, or the text file in it.
    hierarchy
        hierarchy.zip, which says what lies in what beyond the divisions.
    alternate_names
        The names of alternateNamesV2.zip, which win over the row's own list.

    Attributes
    ----------
    faults
        The rows that were left out so far.
    capitals
        Ids of the countries' capitals met so far.
    """

    def __init__(
        self,
        path: Path,
        *,
        hierarchy: Path | None = None,
        alternate_names: AlternateNames | None = None,
    ) -> None:
        self._path = path
        self._alternate_names = alternate_names
        self._kind_of = _kinds()
        self.faults = Faults(path, WANTED)
        self.capitals: set[str] = set()
        self._areas = Areas.read(path, hierarchy)
        self._seen = bytearray()

    def told(self) -> list[str]:
        """Return sentences on what was left out."""
        return [text for text in (self.faults.told(), *self._areas.told()) if text]

    def places(self) -> Iterator[Place]:
        """
        Yield the places in the order of the file, each id once.

        Raises
        ------
        GazetteerError
            When the file is damaged or not a dump; a bad row is counted and left out.
        """
        faults = self.faults
        for number, line in lines(self._path, faults):
            try:
                place = self._place(line.split("\t"))
            except ValueError as error:
                faults.add(number, str(error))
                continue
            faults.good += 1
            yield place
        faults.check()

    def _place(self, cells: list[str]) -> Place:
        if len(cells) != _COLUMNS:
            raise ValueError(f"it has {len(cells)} columns and not {_COLUMNS}")
        number, name = int(cells[0]), cells[1].strip()
        latitude, longitude = float(cells[4]), float(cells[5])
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError(f"{cells[4]}, {cells[5]} is not a latitude and a longitude")
        if not name:
            raise ValueError("it has no name")
        population = int(cells[14] or 0)
        if population in DUMMY_POPULATIONS or population < 0:
            population = 0
        country = cells[8] or None
        self._meet(number)
        place_id = self._areas.id_of(number)
        if cells[7] == "PPLC":
            self.capitals.add(place_id)
        return Place(
            place_id,
            name,
            self._kind_of(cells[6], cells[7], population),
            longitude,
            latitude,
            country,
            self._areas.parents(number, cells),
            self._other_names(number, name, cells),
            population or None,
            source=SOURCE,
        )

    def _other_names(self, number: int, name: str, cells: list[str]) -> tuple[str, ...]:
        # Most rows repeat the name without accents, which folding does anyway.
        ascii_name = () if name.isascii() else (cells[2],)
        own = cells[3].split(",") if cells[3] else []
        if self._alternate_names is not None:
            real, dropped = self._alternate_names.of(number)
            own = [*real, *(one for one in own if one not in dropped)]
        names = dict.fromkeys(one for one in (*ascii_name, *own) if one and usable(one))
        names.pop(name, None)
        return tuple(names)

    def _meet(self, number: int) -> None:
        if not 0 < number < _LARGEST_NUMBER:
            raise ValueError(f"{number} is not a number of GeoNames")
        byte, bit = number >> 3, 1 << (number & 7)
        if byte >= len(self._seen):
            self._seen.extend(bytes(byte - len(self._seen) + 100_000))
        if self._seen[byte] & bit:
            raise ValueError(f"number {number} came before")
        self._seen[byte] |= bit


def _kinds() -> Callable[[str, str, int], PlaceKind]:
    """Return what tells the kind by class, code and population, after the data file."""
    table = tomllib.loads(KINDS_FILE.read_text(encoding="utf-8"))
    classes, codes = table["classes"], table["codes"]
    least = {code: _SIZES.index(PlaceKind(kind)) for code, kind in table["at_least"].items()}

    @cache
    def kind_of(feature_class: str, code: str) -> PlaceKind | None:
        word = codes.get(feature_class, {}).get(code) or classes.get(feature_class, "landmark")
        return None if word == "people" else PlaceKind(word)

    def answer(feature_class: str, code: str, population: int) -> PlaceKind:
        kind = kind_of(feature_class, code)
        if kind is not None:
            return kind
        # In a whole dump nobody was counted in hamlets, unlike in a list of cities.
        kind = kind_of_settlement(population) if population else PlaceKind.VILLAGE
        return _SIZES[max(_SIZES.index(kind), least.get(code, 0))]

    return answer
