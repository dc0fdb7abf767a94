"""
Streets, water and buildings from a PMTiles file, drawn in vectors by the page itself.

The file is read while the page is made, by the GDAL that comes with pyogrio: nothing is fetched,
no script of a map library is needed, and the page's policy stays as it is. What lies around the
case is embedded at the finest zoom that fits a budget of bytes.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from shapely.geometry import box

from gazetteer.errors import DatelineError
from maps.localmap_kinds import AREAS, KINDS, ORDER, SOURCES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from maps.basemap import Bounds

# As much again as the page without it: a phone on a slow line still opens it in seconds.
_BUDGET = 400_000
# What is left out first when it does not fit.
_SPARED = ((), ("building",), ("building", "path"), ("building", "path", "green", "builtup"))
# A screen to each side of what the map opens on.
_AROUND = 0.6
# More tiles than this at one zoom are no finer to the eye, and take seconds to read.
_MOST_TILES = 60
_HEADER, _VECTOR = 127, 1  # bytes of a header, and its code for vector tiles
_DEGREE = 100_000  # units a degree: one is about a metre, which is the grid of tiles at zoom 14


class LocalMapError(DatelineError):
    """A PMTiles file cannot be drawn."""


@dataclass(frozen=True, slots=True)
class LocalMap:
    """
    A PMTiles file of vector tiles, with the layers of Protomaps or OpenMapTiles.

    Raises
    ------
    LocalMapError
        If it is no such file.
    """

    path: Path

    def __post_init__(self) -> None:
        self._layers()

    def record(self, view: Bounds) -> dict[str, Any]:
        """
        Return what the page draws around a view: west, south, east and north in degrees.

        Returns
        -------
        record
            ``credit`` as text, and ``shapes`` from the ground up: ``class`` and ``lines`` or
            ``rings``, each a flat list of longitude and latitude in 1e-5 degrees, the first
            position whole and the rest as steps from the one before.

        Raises
        ------
        LocalMapError
            If nothing in the file lies there, or it cannot be read.
        """
        around = _around(view)
        lowest, highest = self._zooms()
        first = max(lowest, min(highest, _finest(around)))
        shapes: list[dict[str, Any]] = []
        for zoom in range(first, lowest - 1, -1):
            kinds = self._kinds(around, zoom)
            for spared in _SPARED:
                shapes = list(_shapes({k: v for k, v in kinds.items() if k not in spared}, zoom))
                if len(json.dumps(shapes, separators=(",", ":"))) <= _BUDGET:
                    return {"credit": self._credit(), "shapes": self._some(shapes)}
        return {"credit": self._credit(), "shapes": self._some(shapes)}

    def _some(self, shapes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if not shapes:
            raise LocalMapError(
                f"Nothing in {self.path.name} lies around this case; cut another one out there, "
                "for example with `pmtiles extract`."
            )
        return shapes

    def _kinds(self, around: Bounds, zoom: int) -> dict[str, list[BaseGeometry]]:
        """Return shapes in degrees by what they are drawn as."""
        kinds: dict[str, list[BaseGeometry]] = {}
        corners = gpd.GeoSeries([box(*around)], crs=4326).to_crs(3857)
        cut = tuple(corners.total_bounds)
        for layer in self._layers():
            try:
                table = pyogrio.read_dataframe(
                    self.path, layer=layer, bbox=cut, ZOOM_LEVEL=str(zoom)
                )
            except (DataSourceError, DataLayerError) as error:
                raise self._unreadable() from error
            if table.empty:
                continue
            shapes = table.geometry.set_crs(3857, allow_override=True).to_crs(4326)
            clipped = shapely.make_valid(shapes.to_numpy())
            clipped = shapely.intersection(clipped, box(*around))
            column = next((one for one in SOURCES.get(layer, WORDS) if one in table), None)
            words = table[column].tolist() if column else [None] * len(table)
            for shape, word in zip(clipped, words, strict=True):
                kind = KINDS[layer](word)
                if kind == "water" and "Line" in shape.geom_type:
                    kind = "stream"
                if kind and shape is not None and not shape.is_empty:
                    kinds.setdefault(kind, []).append(shape)
        return kinds

    def _layers(self) -> list[str]:
        self._zooms()
        try:
            found = [str(name) for name, _ in pyogrio.list_layers(self.path)]
        except (DataSourceError, DataLayerError) as error:
            raise self._unreadable() from error
        known = [name for name in found if name in KINDS]
        if not known:
            raise self._unreadable()
        return known

    def _zooms(self) -> tuple[int, int]:
        """Return the lowest and highest zoom, from the header of version 3 of the format."""
        with self.path.open("rb") as file:
            header = file.read(_HEADER)
        if len(header) < _HEADER or header[:8] != b"PMTiles\x03" or header[99] != _VECTOR:
            raise self._unreadable()
        return header[100], header[101]

    def _credit(self) -> str:
        about = pyogrio.read_info(self.path, layer=self._layers()[0])["dataset_metadata"] or {}
        return _plain(str(about.get("attribution") or f"Map: {self.path.stem}"))

    def _unreadable(self) -> LocalMapError:
        return LocalMapError(
            f"{self.path.name} is no PMTiles file of vector tiles with the layers of Protomaps or "
            "OpenMapTiles; cut one out of a Protomaps build with `pmtiles extract`."
        )


def _around(view: Bounds) -> Bounds:
    west, south, east, north = view
    wide, high = (east - west) * _AROUND, (north - south) * _AROUND
    return west - wide, south - high, east + wide, north + high


def _finest(around: Bounds) -> int:
    """Return the zoom at which the area is covered by about as many tiles as are worth reading."""
    west, south, east, north = around
    area = max((east - west) * (north - south), 1e-9)
    tiles_at_zero = area / (360.0 * 170.0)
    return max(0, min(15, int(math.log2(_MOST_TILES / tiles_at_zero) / 2)))


def _shapes(kinds: dict[str, list[BaseGeometry]], zoom: int) -> Iterator[dict[str, Any]]:
    # Two steps of a tile's own grid of 4096.
    tolerance = 360 / 2**zoom / 4096 * 2
    for kind in ORDER:
        if kind not in kinds:
            continue
        if kind in AREAS:
            # Tiles cut areas at their edges; joined, no seam is seen.
            whole = kinds[kind] if kind == "building" else [shapely.union_all(kinds[kind])]
            rings = [
                _steps(ring.coords)
                for shape in whole
                for polygon in _parts(shape.simplify(tolerance), "Polygon")
                if polygon.area > tolerance**2
                for ring in (polygon.exterior, *polygon.interiors)
            ]
            found = {"class": kind, "rings": rings}
        else:
            parts = [line for shape in kinds[kind] for line in _parts(shape, "LineString")]
            merged = shapely.line_merge(shapely.MultiLineString(parts)).simplify(tolerance)
            rings = [_steps(line.coords) for line in _parts(merged, "LineString")]
            found = {"class": kind, "lines": rings}
        if rings:
            yield found


def _parts(shape: BaseGeometry, wanted: str) -> Iterator[Any]:
    if shape.geom_type == wanted:
        if not shape.is_empty:
            yield shape
        return
    for part in getattr(shape, "geoms", ()):
        yield from _parts(part, wanted)


def _steps(positions: Sequence[Sequence[float]]) -> list[int]:
    """Write positions as whole numbers, each as its step from the one before."""
    steps: list[int] = []
    last = (0, 0)
    for x, y, *_ in positions:
        now = (round(x * _DEGREE), round(y * _DEGREE))
        if steps and now == last:
            continue
        steps += [now[0] - last[0], now[1] - last[1]]
        last = now
    return steps


class _Text(HTMLParser):
    """Keeps the text of markup: most files write their credit as links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def _plain(markup: str) -> str:
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return " ".join("".join(parser.said).split())
