"""Countries and their first-order divisions, from the data file that ships."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

DATA = Path(__file__).parent.parent / "data"
AREAS_FILE = DATA / "areas.json.gz"
COUNTRIES_FILE = DATA / "countries.toml"
ADDITIONS_FILE = DATA / "areas.toml"

# Outlines are simplified to 0.01 degree and stored on a grid of 0.01 degree, which at the
# equator is 1.1 km; the source, drawn for 1:10 million, adds a kilometre or so of its own.
ACCURACY_M = 2_500.0
SOURCE = "Natural Earth 1:10m"
_ISO_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def read_areas(facts: Mapping[str, Mapping[str, Any]]) -> tuple[list[Place], dict[str, str]]:
    """
    Return countries, parts of countries and provinces, and the provinces' GeoNames codes.

    Parameters
    ----------
    facts
        What GeoNames knows of each country by its ISO 3166-1 code: name, population, capital.

    Returns
    -------
    places
        Outlines in WGS 84 degrees, see ``ACCURACY_M``.
    id_by_code
        From GeoNames' code of a division ("SY.09") to the id of the place.
    """
    stored = json.loads(gzip.decompress(AREAS_FILE.read_bytes()))
    added = tomllib.loads(ADDITIONS_FILE.read_text(encoding="utf-8"))
    provinces = [
        _province(row, stored["steps"], added.get(row["id"].partition(":")[2], {}))
        for row in stored["provinces"]
    ]
    id_by_code = _ids_by_code(stored["provinces"])
    units = _units(stored["provinces"], provinces, added)
    countries = _countries(facts, stored["countries"], provinces)
    return [*countries, *units, *provinces], id_by_code


def province_ids() -> dict[str, str]:
    """Return from GeoNames' code of a division ("SY.09") to its id, without reading outlines."""
    stored = json.loads(gzip.decompress(AREAS_FILE.read_bytes()))
    return _ids_by_code(stored["provinces"])


def _ids_by_code(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    codes: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["code"]:
            codes[row["code"]].append(row["id"])
    # A code that several areas share cannot say which of them is meant.
    return {code: ids[0] for code, ids in codes.items() if len(ids) == 1}


def area_id(key: str) -> str:
    """Return the id of the area that a key of areas.toml means: "iso:SY-HL", "ne:England"."""
    return f"iso:{key}" if _ISO_CODE.fullmatch(key) else f"ne:{key}"


def _province(row: Mapping[str, Any], steps: int, added: Mapping[str, Any]) -> Place:
    country = added.get("country", row["country"]) or None
    longitude, latitude = added.get("point", row["point"])
    parents = [f"ne:{row['unit']}"] if row.get("unit") else []
    source_names = () if added.get("renamed") else _spellings(row["names"])
    names = dict.fromkeys((*added.get("names", ()), *source_names))
    return Place(
        id=row["id"],
        name=added.get("name", row["name"]),
        kind=PlaceKind.PROVINCE,
        longitude=longitude,
        latitude=latitude,
        country=country,
        parents=(*parents, *([f"iso:{country}"] if country else [])),
        other_names=tuple(name for name in names if name not in added.get("without", ())),
        outline=outline_of(row["outline"], steps),
        outline_accuracy_m=ACCURACY_M,
        source=SOURCE,
    )


def _spellings(names: Sequence[str]) -> Iterable[str]:
    """Yield the names; of "Aleppo (Halab)" both."""
    for name in names:
        first, bracket, second = name.partition("(")
        yield first.strip()
        if bracket:
            yield second.rstrip(") ")


def outline_of(polygons: Sequence[Sequence[Sequence[int]]], steps: int) -> BaseGeometry | None:
    """Return the outline whose rings are steps on a grid of ``1 / steps`` degree, or None."""
    import numpy as np  # noqa: PLC0415 - only builds need it
    import shapely  # noqa: PLC0415

    if not polygons:
        return None
    parts = []
    for rings in polygons:
        lines = [np.cumsum(np.reshape(ring, (-1, 2)), axis=0) / steps for ring in rings]
        parts.append(shapely.Polygon(lines[0], lines[1:]))
    # Rounding to the grid can make a narrow neck touch itself.
    return shapely.make_valid(shapely.MultiPolygon(parts), method="structure", keep_collapsed=False)


def _units(
    rows: Sequence[Mapping[str, Any]],
    provinces: Sequence[Place],
    added: Mapping[str, Mapping[str, Any]],
) -> list[Place]:
    """Join provinces to the parts of a country that stand between: England, Scotland."""
    members: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for row, province in zip(rows, provinces, strict=True):
        if row.get("unit") and row["unit"] != row["name"] and row["country"]:
            members[row["unit"], row["country"]].append(province)
    return [
        joined(
            f"ne:{unit}",
            unit,
            PlaceKind.PROVINCE,
            parts,
            country=country,
            other_names=added.get(unit, {}).get("names", ()),
        )
        for (unit, country), parts in members.items()
        if len(parts) > 1
    ]


def _countries(
    facts: Mapping[str, Mapping[str, Any]],
    names: Mapping[str, Sequence[str]],
    provinces: Sequence[Place],
) -> list[Place]:
    parts: dict[str, list[Place]] = defaultdict(list)
    for province in provinces:
        if province.country and province.outline is not None:
            parts[province.country].append(province)
    extra = tomllib.loads(COUNTRIES_FILE.read_text(encoding="utf-8"))
    return [
        *(
            joined(
                f"iso:{code}",
                fact["name"],
                PlaceKind.COUNTRY,
                parts[code],
                country=code,
                other_names=(*extra.get(code, {}).get("names", ()), *names.get(code, ())),
                population=fact["population"] or None,
                point=extra.get(code, {}).get("point"),
            )
            for code, fact in facts.items()
            if parts[code]
        ),
        *(
            _undrawn(code, facts[code], extra[code], names.get(code, ()))
            for code in extra
            if code in facts and not parts[code] and "reach_km" in extra[code]
        ),
    ]


def _undrawn(
    code: str, fact: Mapping[str, Any], extra: Mapping[str, Any], names: Sequence[str]
) -> Place:
    """Return a country that is too small for the source to draw."""
    return Place(
        id=f"iso:{code}",
        name=fact["name"],
        kind=PlaceKind.COUNTRY,
        longitude=extra["point"][0],
        latitude=extra["point"][1],
        country=code,
        other_names=tuple(dict.fromkeys(n for n in (*extra.get("names", ()), *names))),
        population=fact["population"] or None,
        reach_m=extra["reach_km"] * 1_000.0,
        source="Countries, by hand",
    )


def _middle(outline: BaseGeometry) -> tuple[float, float]:
    import shapely  # noqa: PLC0415

    largest = max(shapely.get_parts(outline), key=shapely.area)
    point = largest.centroid
    if not largest.covers(point):
        point = largest.representative_point()
    return round(point.x, 4), round(point.y, 4)


def joined(  # noqa: PLR0913 - the fields of a Place
    place_id: str,
    name: str,
    kind: PlaceKind,
    parts: Sequence[Place],
    *,
    country: str,
    other_names: Sequence[str] = (),
    population: int | None = None,
    point: Sequence[float] | None = None,
) -> Place:
    """Return the place that the parts make up together; its point is in the largest of them."""
    import shapely  # noqa: PLC0415

    outline = shapely.union_all([part.outline for part in parts if part.outline is not None])
    longitude, latitude = point or _middle(outline)
    return Place(
        id=place_id,
        name=name,
        kind=kind,
        longitude=longitude,
        latitude=latitude,
        country=country,
        parents=() if kind is PlaceKind.COUNTRY else (f"iso:{country}",),
        other_names=tuple(dict.fromkeys(n for n in other_names if n != name)),
        population=population,
        outline=outline,
        outline_accuracy_m=ACCURACY_M,
        source=SOURCE,
    )
