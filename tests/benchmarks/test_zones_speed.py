"""
How long it takes to draw zones, beside reading the same reports, in the same run.

The peer is spaCy's own parse of the five example reports: drawing should cost less than
reading the words. Run with ``make bench``.
"""

from __future__ import annotations

import statistics
from time import perf_counter, process_time

import pytest

from geo.ground.grid import grid_of
from geo.ground.partition import Wedged, partition
from geo.ground.polygons import polygons_of
from geo.history import zones_of
from tests.geo.ground.shapes import WEDGE
from tests.geo.ground.test_partition import FIRST_TARGETS, first_evidence

# Of one core with the grid cached, in milliseconds, for five claims on 2,500 cells.
_SOLVE_MS, _POLYGONS_MS = 30, 60


@pytest.mark.parametrize("cells", [1_000, 2_500, 4_000, 10_000])
def test_five_claims_of_one_place_are_solved_and_drawn_in_milliseconds(benchmark, cells):
    grid = grid_of(WEDGE, cells=cells)
    told = first_evidence(grid)
    between = [Wedged("between", "locals", ("attacker", "army"), 0.6)]

    def draw():
        start = process_time()
        divided = partition(grid, FIRST_TARGETS, told, wedged=between)
        solved = process_time()
        polygons_of(grid, divided.holder)
        return solved - start, process_time() - solved

    draw()  # what is kept of a place from its first day on
    times = []
    benchmark.pedantic(lambda: times.append(draw()), rounds=9 if benchmark.enabled else 1)
    if benchmark.enabled:
        # Seconds of the processor: another program on the same machine takes none of them.
        solve, polygons = (1e3 * statistics.median(one) for one in zip(*times, strict=True))
        print(f"\n{len(grid):,} cells: solve {solve:.1f} ms, polygons {polygons:.1f} ms")
        assert cells > 2_500 or (solve < _SOLVE_MS and polygons < _POLYGONS_MS)


def test_zones_are_drawn_beside_the_parsing_of_the_same_reports(
    benchmark, seeds_case, gazetteer, language_model
):
    claims = seeds_case.control_claims
    benchmark.pedantic(zones_of, args=(claims, gazetteer.place), rounds=3, warmup_rounds=1)
    times = []
    for _ in range(3):
        start = perf_counter()
        for report in seeds_case.reports:
            language_model.parse(report)
        times.append(perf_counter() - start)
    if benchmark.enabled:
        ratio = benchmark.stats.stats.median / sorted(times)[1]
        benchmark.extra_info["seconds over parsing"] = ratio
        print(f"\nzones of five reports: {ratio:.2f} times the seconds of parsing them")
