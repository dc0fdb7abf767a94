"""
How long a page takes to write and how large it is, beside plain Folium in the same run.

The peer is ``folium.GeoJson`` with a popup, the way most scripts put incidents on a map
(it loads ten files from four hosts when opened; ours none). Run with ``make bench``.
"""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import folium
import pytest
from shapely.geometry import Point

from maps.export.geojson import geometry_member
from maps.page import CaseMap
from tests.maps.made_case import made_case


def many(count):
    """The made case with its incidents repeated over a grid, each with its own id."""
    case = made_case()
    pattern = case.incidents
    incidents = tuple(
        replace(
            pattern[number % len(pattern)],
            incident_id=f"e{number}",
            geometry=Point(30 + (number % 100) / 50, 14 + (number // 100) / 50),
        )
        for number in range(count)
    )
    return replace(case, incidents=incidents)


def ours(case):
    return CaseMap(case).get_root().render()


def plain_folium(case):
    features = [
        {
            "type": "Feature",
            "geometry": geometry_member(incident.geometry),
            "properties": {"id": incident.incident_id, "type": str(incident.incident_type)},
        }
        for incident in case.incidents
    ]
    page = folium.Map(location=[15, 32], tiles=None)
    popup = folium.GeoJsonPopup(fields=["id", "type"])
    folium.GeoJson({"type": "FeatureCollection", "features": features}, popup=popup).add_to(page)
    return page.get_root().render()


@pytest.mark.parametrize("count", [1_000, 5_000])
def test_a_page_is_written_beside_plain_folium(benchmark, count):
    case = many(count)
    page = benchmark.pedantic(ours, args=(case,), rounds=3, warmup_rounds=1)
    times = []
    for _ in range(3):
        start = perf_counter()
        peer = plain_folium(case)
        times.append(perf_counter() - start)
    ratio = benchmark.stats.stats.median / sorted(times)[1] if benchmark.enabled else None
    benchmark.extra_info["seconds over plain folium"] = ratio
    benchmark.extra_info["bytes over plain folium"] = len(page) / len(peer)
    if ratio:
        print(
            f"\n{count} incidents: {ratio:.2f} times the seconds of plain folium.GeoJson, "
            f"{len(page) / len(peer):.2f} times the bytes"
        )
    assert page.count("<script") >= 1
