"""
How long it takes to draw zones, beside reading the same reports, in the same run.

The peer is spaCy's own parse of the five example reports: drawing should cost less than
reading the words. Run with ``make bench``.
"""

from __future__ import annotations

from time import perf_counter

from geo.history import zones_of


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
