"""
A grid over the earth that positions are snapped to: always the same one, so nothing is random.

Rows are counted from the equator and columns from Greenwich; a cell has the same size in metres
at every latitude, in whole degrees of its row.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import LineString, Point, box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

# The length of a degree of latitude on the mean earth; the grid need not be surveyed.
_METRES_A_DEGREE = 111_195.0
# Near the poles a column would be endlessly wide.
_LEAST_COSINE = 0.01
# From the middle of a square to its corner, of its side.
_HALF_DIAGONAL = math.sqrt(0.5)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of ``metres`` a side; coordinates are WGS 84 degrees, longitude first."""

    metres: int

    @property
    def _height(self) -> float:
        return self.metres / _METRES_A_DEGREE

    def _width(self, row: int) -> float:
        cosine = math.cos(math.radians(min(90.0, abs((row + 0.5) * self._height))))
        return self._height / max(cosine, _LEAST_COSINE)

    def point(self, spot: Point) -> Point:
        """Return the middle of the cell that a point lies in."""
        west, south, east, north = self.cell(spot).bounds
        return Point((west + east) / 2, (south + north) / 2)

    def cell(self, spot: Point) -> BaseGeometry:
        """Return the cell that a point lies in."""
        row = math.floor(spot.y / self._height)
        column = math.floor(spot.x / self._width(row))
        return self._box(row, column, column + 1)

    def area(self, shape: BaseGeometry) -> BaseGeometry:
        """Return the cells whose middle lies in an area; empty if it holds no middle."""
        return shapely.union_all([*self._runs(shape)])

    def is_finer(self, shape: BaseGeometry) -> bool:
        """Whether a shape is smaller than a cell, both ways."""
        west, south, east, north = shape.bounds
        row = math.floor((south + north) / 2 / self._height)
        return east - west < self._width(row) and north - south < self._height

    def radius(self, uncertainty_m: float) -> int:
        """Return the radius of a snapped point, in whole cells so that it names no place."""
        return self.metres * math.ceil(uncertainty_m / self.metres + _HALF_DIAGONAL)

    def _runs(self, shape: BaseGeometry) -> Iterator[BaseGeometry]:
        west, south, east, north = shape.bounds
        first, last = (math.floor(edge / self._height) for edge in (south, north))
        shapely.prepare(shape)
        for row in range(first, last + 1):
            middle = (row + 0.5) * self._height
            line = shapely.intersection(shape, LineString([(west, middle), (east, middle)]))
            for part in shapely.get_parts(line):
                if part.is_empty:
                    continue
                start, _, end, _ = part.bounds
                width = self._width(row)
                begin = math.ceil(start / width - 0.5)
                stop = math.floor(end / width - 0.5) + 1
                if stop > begin:
                    yield self._box(row, begin, stop)

    def _box(self, row: int, column: int, stop: int) -> BaseGeometry:
        width, height = self._width(row), self._height
        return box(
            max(column * width, -180.0), max(row * height, -90.0),
            min(stop * width, 180.0), min((row + 1) * height, 90.0),
        )  # fmt: skip
