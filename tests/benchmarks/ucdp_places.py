"""
Measure relative places on UCDP's descriptions of where something happened, in kilometres.

    python tests/benchmarks/ucdp_places.py --corpus FILE.csv [--first N] [--worst 20]

The file has one description a row: ``where_description`` ("5 km south of X"), ``country``,
``adm_1``, ``lat``, ``lon``, and where known ``relation`` and ``gold_is_reference`` (True: the
coder wrote down the named town itself, which measures no relation; such rows are left out).
No corpus ships with the program: its texts keep their owners' terms.

Definitions
-----------
read
    Each description becomes "Three men were killed DESCRIPTION." with the province and the
    country as a line of its own, as a report names its setting, and is read like any report.
placed
    Rows whose killing has a place that is no province, region or country.
error
    From the coder's coordinates to the point that stands for the described spot.
anchor
    From the coder's coordinates to the named place alone, whatever is said of it.
within
    Rows whose coordinates lie within the uncertainty that is given with the point.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gazetteer import open_gazetteer
from gazetteer.place import PlaceKind
from geo.claims import IncidentClaim
from geo.ground.placing import point_radius_of
from geo.ground.plane import distance_m
from geo.reading.reader import RuleReader
from geo.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazetteer.index import Gazetteer
    from geo.claims import Where

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})
# Descriptions that begin so need no "in" before them.
_OPENS = re.compile(
    r"(?:in|on|near|at|between|close|around|from|along|outside|north|south|east|west|about|just|"
    r"some|approximately|next|\d+)\b",
    re.IGNORECASE,
)
# Any day: no description tells of one.
_DAY = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """One row with its errors in kilometres."""

    relation: str
    error_km: float
    anchor_km: float
    within: bool
    told: str


def text_of(row: dict[str, str]) -> str:
    """Put a description into a report of two lines."""
    words = row["where_description"].strip().rstrip(".")
    lead = "" if _OPENS.match(words) else "in "
    return f"Three men were killed {lead}{words}.\n\n{row['adm_1']}, {row['country']}."


def placed(
    rows: Iterable[dict[str, str]], gazetteer: Gazetteer, reader: RuleReader
) -> Iterator[Placed | None]:
    """Yield a row's errors, or None where it is not placed."""
    for number, row in enumerate(rows):
        report = Report(f"row-{number}", text_of(row), published=_DAY)
        claims = reader.read([report]).claims
        found = next((one.where for one in claims if isinstance(one, IncidentClaim)), None)
        yield None if found is None else _measured(row, found, gazetteer)


def _measured(row: dict[str, str], where: Where, gazetteer: Gazetteer) -> Placed | None:
    if where.place_id is None:
        return None
    place = gazetteer.place(where.place_id)
    if place.kind in _WIDE:
        return None
    other = gazetteer.place(where.other_place_id) if where.other_place_id else None
    point, uncertainty_m = point_radius_of(where, place, other=other)
    truth = (float(row["lon"]), float(row["lat"]))
    off_m = distance_m(truth, (point.x, point.y))
    anchor_m = distance_m(truth, (place.longitude, place.latitude))
    told = f"{row['where_description'][:90]} -> {where.place_name} {where.near or where.part or ''}"
    relation = row.get("relation") or "all relations"
    return Placed(relation, off_m / 1e3, anchor_m / 1e3, off_m <= uncertainty_m, told)


def lines(found: list[Placed], total: int) -> Iterator[str]:
    """Yield the figures, in all and by relation."""
    yield f"{total} descriptions, {len(found)} placed"
    groups: dict[str, list[Placed]] = defaultdict(list)
    for one in found:
        groups["all"].append(one)
        groups[one.relation].append(one)
    for name, group in groups.items():
        errors, anchors = (
            np.percentile([getattr(one, field) for one in group], [50, 90])
            for field in ("error_km", "anchor_km")
        )
        within = np.mean([one.within for one in group])
        yield (
            f"{name:20} {len(group):4}  median {errors[0]:7.1f} km (anchor {anchors[0]:7.1f})  "
            f"p90 {errors[1]:7.1f} km (anchor {anchors[1]:7.1f})  within {within:.2f}"
        )


def main() -> None:
    """Read the descriptions and print the errors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[1])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--first", type=int, default=None, metavar="N", help="only N rows")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print N rows")
    given = parser.parse_args()
    with given.corpus.open(encoding="utf-8", newline="") as file:
        rows = [one for one in csv.DictReader(file) if one.get("gold_is_reference") != "True"]
    rows = rows[: given.first]
    if not rows:
        sys.exit(f"{given.corpus} has no row to measure; give a file with where_description.")
    gazetteer = open_gazetteer()
    results = list(placed(rows, gazetteer, RuleReader(gazetteer)))
    found = [one for one in results if one is not None]
    print("\n".join(lines(found, len(rows)) if found else ["nothing placed"]))
    for one in sorted(found, key=lambda one: one.anchor_km - one.error_km)[: given.worst]:
        print(f"    {one.error_km:.1f} km, anchor {one.anchor_km:.1f}: {one.told}")


if __name__ == "__main__":
    main()
