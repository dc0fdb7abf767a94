"""
Cells to polygons: shared borders stay shared, and together they fill the region exactly.

The borders between labels are traced on the grid, smoothed as lines between their fixed
ends, cut at the true outline, and turned back into faces (spatial language, section 6.6).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import LineString

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.ground.grid import Grid

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

# Cells around the raster, so that borders run past the outline before they are cut there.
_MARGIN = 3


def polygons_of(grid: Grid, labels: Ints) -> dict[int, BaseGeometry]:
    """
    Return the smooth area of each label, in WGS 84 degrees.

    Parameters
    ----------
    grid
        The region.
    labels
        One whole number a cell, 0 or more.

    Returns
    -------
    areas
        Polygon or MultiPolygon a label; a valid coverage of the region. A label with
        less ground than a smoothed border keeps may be missing.
    """
    metres = _areas(grid, labels)
    return {label: grid.plane.to_degrees(area) for label, area in metres.items()}


def polygon_of(grid: Grid, cells: NDArray[np.bool_]) -> BaseGeometry:
    """Return the smooth area of some cells, in WGS 84 degrees; empty without cells."""
    return polygons_of(grid, cells.astype(np.int64)).get(1, shapely.Polygon())


def _areas(grid: Grid, labels: Ints) -> dict[int, BaseGeometry]:
    present = np.unique(labels)
    if len(present) == 1:
        return {int(present[0]): grid.region}
    raster = _raster(grid, labels)
    lines = [_smooth(line, grid.cell_m) for line in _borders(grid, raster)]
    faces = _faces(grid.region, lines)
    owners = _owners(grid, labels, raster, faces)
    grouped = {int(one): shapely.union_all(faces[owners == one]) for one in np.unique(owners)}
    return {label: _areal(area) for label, area in grouped.items()}


def _raster(grid: Grid, labels: Ints) -> Ints:
    """Labels on the whole grid and a margin; cells outside take the nearest label."""
    nearest = _nearest(grid)
    return np.asarray(labels[nearest], dtype=np.int64)


@lru_cache(maxsize=64)  # most of the time that a polygon takes, and the same for all of a place
def _nearest(grid: Grid) -> Ints:
    """Which cell of the grid is nearest to each cell of the raster."""
    columns, rows = grid.columns - grid.columns.min(), grid.rows - grid.rows.min()
    shape = (rows.max() + 1 + 2 * _MARGIN, columns.max() + 1 + 2 * _MARGIN)
    raster = np.full(shape, -1, dtype=np.int64)
    raster[rows + _MARGIN, columns + _MARGIN] = np.arange(len(grid))
    up, across = np.nonzero(raster < 0)
    known = shapely.points(columns + _MARGIN, rows + _MARGIN)
    raster[up, across] = shapely.STRtree(known).nearest(shapely.points(across, up))
    return raster


def _borders(grid: Grid, raster: Ints) -> NDArray[np.object_]:
    """Trace the sides of cells with another label beyond, merged into lines between nodes."""
    up, across = np.nonzero(raster[:, 1:] != raster[:, :-1])
    upright = np.stack([across + 1, up, across + 1, up + 1], axis=1)
    up, across = np.nonzero(raster[1:] != raster[:-1])
    level = np.stack([across, up + 1, across + 1, up + 1], axis=1)
    corners = np.concatenate([upright, level]).reshape(-1, 2, 2).astype(float)
    corner = np.array([grid.columns.min() - _MARGIN, grid.rows.min() - _MARGIN])
    metres = np.array(grid.origin_m) + (corners + corner) * grid.cell_m
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(metres)))
    parts: NDArray[np.object_] = shapely.get_parts(merged)
    return parts


def _smooth(line: BaseGeometry, cell_m: float) -> BaseGeometry:
    """Take the steps out of a line; its ends stay where other lines meet it."""
    steps = shapely.get_coordinates(line)
    closed = bool(np.array_equal(steps[0], steps[-1]))
    middles = (steps[1:] + steps[:-1]) / 2
    path = _joined(steps, middles, closed=closed)
    # A full turn of a small ring would be simplified to nothing.
    if len(steps) > 12 or not closed:
        path = shapely.get_coordinates(LineString(path).simplify(0.8 * cell_m))
    for _ in range(2):
        path = _rounded(path, closed=closed)
    return LineString(path)


def _joined(steps: Floats, middles: Floats, *, closed: bool) -> Floats:
    if closed:
        return np.concatenate([middles, middles[:1]])
    return np.concatenate([steps[:1], middles, steps[-1:]])


def _rounded(path: Floats, *, closed: bool) -> Floats:
    """Cut each corner at a quarter of its sides (Chaikin 1974)."""
    near, far = 0.75 * path[:-1] + 0.25 * path[1:], 0.25 * path[:-1] + 0.75 * path[1:]
    cut = np.stack([near, far], axis=1).reshape(-1, 2)
    return _joined(path, cut[1:-1], closed=False) if not closed else np.vstack([cut, cut[:1]])


def _faces(region: BaseGeometry, lines: list[BaseGeometry]) -> NDArray[np.object_]:
    shapely.prepare(region)
    # Noded together with the outline, neighbours get the same corners on it. Lines run past
    # it: cut first, their ends would miss it by a rounding error and close no face.
    noded = shapely.union_all([region.boundary, *lines])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    kept: NDArray[np.object_] = faces[shapely.contains(region, shapely.point_on_surface(faces))]
    return kept


def _owners(grid: Grid, labels: Ints, raster: Ints, faces: NDArray[np.object_]) -> Ints:
    """Say which label most of each face's ground has."""
    face, cell = shapely.STRtree(grid.points).query(faces, predicate="contains")
    votes = np.zeros((len(faces), int(labels.max()) + 1))
    np.add.at(votes, (face, labels[cell]), grid.weights[cell])
    owners: Ints = votes.argmax(axis=1)
    for empty in np.nonzero(votes.sum(axis=1) == 0)[0]:
        owners[empty] = _label_at(grid, raster, shapely.point_on_surface(faces[empty]))
    return owners


def _label_at(grid: Grid, raster: Ints, point: BaseGeometry) -> int:
    x, y = shapely.get_coordinates(point)[0]
    across = int((x - grid.origin_m[0]) // grid.cell_m) - int(grid.columns.min()) + _MARGIN
    up = int((y - grid.origin_m[1]) // grid.cell_m) - int(grid.rows.min()) + _MARGIN
    height, width = raster.shape
    return int(raster[min(max(up, 0), height - 1), min(max(across, 0), width - 1)])


def _areal(shape: BaseGeometry) -> BaseGeometry:
    """Keep only what has area."""
    if shape.geom_type in {"Polygon", "MultiPolygon"}:
        return shape
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.union_all(parts)
