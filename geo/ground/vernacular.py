"""
Parts of countries by the provinces that everybody means by them: "northern Mali".

A directional word may follow local usage and not the compass (spatial language, section 13).
Where usage names provinces they come before what only lies that way.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gazetteer.land import provinces_with
from geo.ground.plane import mended

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.ground.grid import Grid

# A country is known again by the middle and the area of its outline: an analyst's own outline
# of it, drawn finer, differs by less than these.
_OFF_DEG, _OFF_SHARE = 0.15, 0.03
# Smaller than every country of the table: camps and cities are not looked for.
_LEAST_KM2 = 9_000.0


@dataclass(frozen=True, slots=True)
class _Country:
    longitude: float
    latitude: float
    km2: float
    parts: dict[str, tuple[str, ...]]


@lru_cache(maxsize=256)
def vernacular(grid: Grid, term: str) -> NDArray[np.float64] | None:
    """
    Return 1 for each cell in the provinces that a part's word means, else 0; None if it has none.

    Parameters
    ----------
    grid
        The region.
    term
        A direction or ``centre``.
    """
    country = _country_of(grid) if grid.area_km2 > _LEAST_KM2 else None
    if country is None or term not in country.parts:
        return None
    provinces = provinces_with([f"iso:{one}" for one in country.parts[term]])
    named = mended(grid.plane.to_metres(shapely.union_all(provinces)))
    half = grid.cell_m / 2
    cells = shapely.box(grid.x - half, grid.y - half, grid.x + half, grid.y + half)
    held = np.zeros(len(grid))
    shapely.prepare(named)
    touched = shapely.intersects(named, cells)
    held[touched] = shapely.area(shapely.intersection(cells[touched], named))
    # Of a cell on the coast only the land counts. A cell belongs to what has most of it.
    return np.where(held > grid.weights * grid.region.area / 2, 1.0, 0.0)


def _country_of(grid: Grid) -> _Country | None:
    for one in _countries():
        near = (
            abs(grid.plane.longitude - one.longitude) < _OFF_DEG
            and abs(grid.plane.latitude - one.latitude) < _OFF_DEG
        )
        if near and abs(grid.area_km2 / one.km2 - 1.0) < _OFF_SHARE:
            return one
    return None


@lru_cache(maxsize=1)
def _countries() -> tuple[_Country, ...]:
    text = files("geo").joinpath("data", "vernacular.toml").read_text("utf-8")
    return tuple(_read(one) for one in tomllib.loads(text).values())


def _read(entry: dict[str, Any]) -> _Country:
    longitude, latitude = entry["at"]
    parts = {term: tuple(ids) for term, ids in entry["parts"].items()}
    return _Country(longitude, latitude, entry["km2"], parts)
