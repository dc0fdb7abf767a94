"""
What holds a point, asked point by point, beside a spatial join of all points at once.

The peer is ``geopandas.sjoin`` over the same outlines, read and ready: it answers two thousand
points in one call, ours one call a point, as names come. Run with ``make bench``.
"""

from __future__ import annotations

import random
from time import perf_counter

import geopandas
import shapely

_POINTS = 2_000


def test_areas_around_points_are_found_beside_a_spatial_join(benchmark, gazetteer):
    dice = random.Random(1)  # noqa: S311 - not a secret
    spots = [(dice.uniform(-180, 180), dice.uniform(-60, 75)) for _ in range(_POINTS)]

    def one_by_one():
        return sum(len(gazetteer.containing(*spot)) for spot in spots)

    found = benchmark.pedantic(one_by_one, rounds=3, warmup_rounds=1)
    outlines = [gazetteer.place(place_id).outline for place_id in gazetteer.boxes_of_outlines()]
    areas = geopandas.GeoDataFrame(geometry=outlines, crs="EPSG:4326")
    points = geopandas.GeoDataFrame(geometry=shapely.points(spots), crs="EPSG:4326")
    times = []
    for _ in range(3):
        start = perf_counter()
        joined = geopandas.sjoin(points, areas, predicate="covered_by")
        times.append(perf_counter() - start)
    assert found == len(joined)
    if benchmark.enabled:
        ratio = benchmark.stats.stats.median / sorted(times)[1]
        benchmark.extra_info["seconds over a spatial join"] = ratio
        print(f"\nareas around a point: {ratio:.1f} times the seconds of a spatial join")
