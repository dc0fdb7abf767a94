"""Second-order divisions, counties and districts, from the data file that ships."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from gazetteer.place import Place, PlaceKind
from gazetteer.sources.areas import ACCURACY_M, DATA, outline_of

if TYPE_CHECKING:
    from collections.abc import Sequence

DIVISIONS_FILE = DATA / "divisions.json.gz"
SOURCE = "GeoNames divisions"
CENSUS = "GeoNames divisions, outlines of the US Census Bureau"


def read_divisions() -> tuple[list[Place], list[str], dict[int, str]]:
    """
    Return the divisions, without their parents.

    A division has an outline, good to ``ACCURACY_M``, or a point in the middle of its places
    and a reach that covers them.

    Returns
    -------
    places
        Of kind county; ``country`` is set and ``parents`` empty.
    codes
        For each place GeoNames' code of the first-order division it lies in ("US.LA").
    homes
        From the number of a GeoNames place to the id of the division it lies in.
    """
    stored = json.loads(gzip.decompress(DIVISIONS_FILE.read_bytes()))
    rows = stored["divisions"]
    places = [_division(row, stored["steps"]) for row in rows]
    homes = {
        number: place.id
        for row, place in zip(rows, places, strict=True)
        for number in accumulate(row[6])
    }
    return places, [row[1] for row in rows], homes


def _division(row: Sequence[Any], steps: int) -> Place:
    number, code, name, names, point, reach_km, _, *polygons = row
    outline = outline_of(polygons[0], steps) if polygons else None
    return Place(
        id=f"geonames:{number}",
        name=name,
        kind=PlaceKind.COUNTY,
        longitude=point[0],
        latitude=point[1],
        country=code.partition(".")[0],
        other_names=tuple(names),
        outline=outline,
        outline_accuracy_m=None if outline is None else ACCURACY_M,
        reach_m=None if reach_km is None else reach_km * 1_000.0,
        source=SOURCE if outline is None else CENSUS,
    )
