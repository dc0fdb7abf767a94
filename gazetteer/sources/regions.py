"""Seas, rivers, mountains, islands and vernacular regions, from the data file that ships."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gazetteer.names import plain
from gazetteer.place import Place, PlaceKind
from gazetteer.sources.areas import DATA, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

REGIONS_FILE = DATA / "regions.toml"
SOURCE = "Regions, by hand"
_KINDS = {
    "sea": PlaceKind.WATER,
    "lake": PlaceKind.WATER,
    "river": PlaceKind.WATER,
    "region": PlaceKind.REGION,
    "division": PlaceKind.PROVINCE,
}


def read_regions(areas: Iterable[Place]) -> list[Place]:
    """
    Return the seas, rivers, lakes, regions and divisions of the file.

    Parameters
    ----------
    areas
        Places that may be named as parts; a place with parts has their outline.
    """
    by_id = {area.id: area for area in areas}
    groups = tomllib.loads(REGIONS_FILE.read_text(encoding="utf-8"))
    return [
        _region(name, facts, _KINDS[group], by_id)
        for group, entries in groups.items()
        for name, facts in entries.items()
    ]


def with_regions(areas: Iterable[Place]) -> list[Place]:
    """Return the areas, those that are parts of a region with it among their parents."""
    above: dict[str, list[str]] = defaultdict(list)
    groups = tomllib.loads(REGIONS_FILE.read_text(encoding="utf-8"))
    for name, facts in groups["division"].items():
        for part in facts["parts"]:
            above[f"iso:{part}"].append(region_id(name))
    return [replace(area, parents=(*above.get(area.id, ()), *area.parents)) for area in areas]


def region_id(name: str) -> str:
    """Return the id of the region with this name in the file."""
    return "region:" + re.sub(r"\W+", "-", plain(name))


def _region(
    name: str, facts: Mapping[str, Any], kind: PlaceKind, by_id: Mapping[str, Place]
) -> Place:
    country: str | None = facts.get("country")
    names = tuple(facts.get("names", ()))
    if "parts" in facts:
        parts = [by_id[f"iso:{part}"] for part in facts["parts"]]
        return joined(
            region_id(name), name, kind, parts, country=facts["country"], other_names=names
        )
    longitude, latitude = facts["at"]
    return Place(
        id=region_id(name),
        name=name,
        kind=kind,
        longitude=float(longitude),
        latitude=float(latitude),
        country=country,
        parents=(f"iso:{country}",) if country else (),
        other_names=names,
        reach_m=facts["reach_km"] * 1_000.0,
        source=SOURCE,
    )
