"""The land of the earth around a place: the embedded outlines of the countries."""

from __future__ import annotations

import gzip
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import shapely

from gazetteer.sources.areas import AREAS_FILE, outline_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

# So many degrees around a place its neighbours still matter to it: over 100 km up to 70 degrees
# north or south.
_AROUND_DEG = 3.0


def land_within(outline: BaseGeometry) -> list[BaseGeometry]:
    """
    Return the provinces that lie around a place, each whole, in WGS 84 degrees.

    Parameters
    ----------
    outline
        In WGS 84 degrees; across the antimeridian in pieces.
    """
    provinces, tree = _provinces()
    boxes = shapely.get_parts(outline)
    west, south, east, north = shapely.bounds(boxes).T
    wide = shapely.box(
        west - _AROUND_DEG, south - _AROUND_DEG, east + _AROUND_DEG, north + _AROUND_DEG
    )
    # A set: a country of islands asks for its neighbours once for each of them.
    return [provinces[number] for number in sorted({int(n) for n in tree.query(wide)[1]})]


def provinces_with(ids: Iterable[str]) -> list[BaseGeometry]:
    """Return the embedded outlines of provinces, in WGS 84 degrees; ids like ``iso:ML-8``."""
    rows, steps = _rows()
    wanted = set(ids)
    found = (outline_of(row["outline"], steps) for row in rows if row["id"] in wanted)
    return [one for one in found if one is not None]


@lru_cache(maxsize=1)
def _provinces() -> tuple[list[BaseGeometry], shapely.STRtree]:
    """Make the outlines of all provinces: every piece of land belongs to one."""
    rows, steps = _rows()
    outlines = (outline_of(row["outline"], steps) for row in rows)
    found = [part for one in outlines if one is not None for part in shapely.get_parts(one)]
    return found, shapely.STRtree(found)


@lru_cache(maxsize=1)
def _rows() -> tuple[list[dict[str, Any]], int]:
    stored = json.loads(gzip.decompress(AREAS_FILE.read_bytes()))
    return stored["provinces"], stored["steps"]
