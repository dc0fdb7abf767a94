"""
How large a page is, how soon it can be read and how fast it answers, beside plain Folium.

The peers are ``folium.GeoJson`` with a pop-up, the way most scripts put incidents on a map, and
``folium.plugins.FastMarkerCluster``, Folium's own answer to many: the same incidents, in the
same browser, in one run. Their pages load ten files from four hosts; here those they cannot do
without are handed to them at once, which flatters them. Run with ``make bench``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import folium
import pytest
from folium.plugins import FastMarkerCluster
from playwright.sync_api import sync_playwright
from shapely.geometry import Point

from maps.export.geojson import geometry_member
from maps.page import CaseMap
from tests.maps.large_case import around, large_case
from tests.maps.made_case import made_case

ROOT = Path(__file__).parents[2]
VENDORED = {
    "leaflet.js": ROOT / "maps/assets/leaflet/leaflet.js",
    "leaflet.css": ROOT / "maps/assets/leaflet/leaflet.css",
}
CLUSTERS = ROOT / "tests/browser/node_modules/leaflet.markercluster/dist"
VENDORED |= {
    name: CLUSTERS / name
    for name in ("leaflet.markercluster.js", "MarkerCluster.css", "MarkerCluster.Default.css")
}

# In milliseconds, in headless Chromium, 2,000 control claims and 5,000 incidents.
TOGGLE_MS, STEP_MS = 100, 60

# How often an action is timed anew, unless it was fast enough: others may share the machine, and
# what a page needs is what it needs while they are quiet.
RUNS = 4

# The middle of some actions, in milliseconds, until the frame after is drawn.
TIME = """async act => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  for (let round = 0; round < 9; round += 1) {
    await frame();
    const start = performance.now();
    (0, ACTS[act])();
    await frame();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[4];
}"""
OURS = """{
  toggle: () => [...document.querySelectorAll("#layers-panel .row")]
    .find(row => row.textContent.includes("Shelling")).querySelector("input").click(),
  zones: () => document.querySelector("#layers-panel .row.head input").click(),
  filter: () => document.querySelector("#layers-panel .row input").click(),
  step: () => document.getElementById("next").click(),
}"""
# Taking a layer off the map is all that these offer; the names are Folium's.
THEIRS = """{
  toggle: () => {
    const map = window[Object.keys(window).find(name => /^map_[0-9a-f]{32}$/.test(name))];
    const kind = L.MarkerClusterGroup || L.GeoJSON;
    ACTS.layer = ACTS.layer || Object.values(map._layers).find(one => one instanceof kind);
    const { layer } = ACTS;
    if (map.hasLayer(layer)) map.removeLayer(layer); else map.addLayer(layer);
  },
}"""


def many(count):
    """The made case with its incidents repeated over a grid, each with its own id."""
    case = made_case()
    pattern = case.incidents
    incidents = tuple(
        replace(
            pattern[number % len(pattern)],
            incident_id=f"e{number}",
            geometry=Point(
                round(30 + (number % 317) / 150, 5), round(14 + (number // 317) / 150, 5)
            ),
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
    page = folium.Map(location=[15, 31], zoom_start=8, tiles=None)
    popup = folium.GeoJsonPopup(fields=["id", "type"])
    marker = folium.CircleMarker(radius=5)
    collection = {"type": "FeatureCollection", "features": features}
    folium.GeoJson(collection, popup=popup, marker=marker).add_to(page)
    return page.get_root().render()


def fast_cluster(case):
    page = folium.Map(location=[15, 31], zoom_start=8, tiles=None)
    spots = [[incident.geometry.y, incident.geometry.x] for incident in case.incidents]
    page.options["max_zoom"] = 18  # a map without tiles has none, and clusters need it
    FastMarkerCluster(spots).add_to(page)
    return page.get_root().render()


@pytest.fixture(scope="module")
def browser():
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next(filter(None, map(shutil.which, names)), None)
    if executable is None:
        pytest.fail("No browser to open the page with: apt-get install chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=flags)
        yield chromium
        chromium.close()


@dataclass(frozen=True)
class Measured:
    seconds: float  # to make the page
    bytes: int
    ready_ms: float
    toggle_ms: float
    step_ms: float | None = None


# FastMarkerCluster asks this plug-in for its icon; Leaflet's own pin is as good and cheaper.
PINS = "L.AwesomeMarkers = { icon: () => new L.Icon.Default() };"


def _serve(route):
    name = route.request.url.rsplit("/", 1)[-1]
    path = VENDORED.get(name)
    if name == "leaflet.awesome-markers.js":
        route.fulfill(body=PINS)
    elif path is None:
        route.fulfill(body="")  # icons, fonts and what this page does not use
    elif path.is_file():
        route.fulfill(path=path)
    else:
        pytest.fail("No leaflet.markercluster to compare with: make browser-tools")


def _open(browser, path, acts, address=""):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(180_000)
    page.add_init_script(f"globalThis.ACTS = {acts}")
    page.route(lambda url: not url.startswith(("file:", "data:", "blob:")), _serve)
    page.goto(path.as_uri() + address)
    ready = page.evaluate(
        """() => new Promise(done =>
          requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""
    )
    return page, ready


def _timed(page, act, most=0.0):
    """Time an action: the quietest of several runs."""
    least = page.evaluate(TIME, act)
    for _ in range(RUNS - 1):
        if least < most:
            break
        least = min(least, page.evaluate(TIME, act))
    return least


def _measured(browser, path, make, case, acts):
    start = perf_counter()
    written = make(case)
    seconds = perf_counter() - start
    path.write_text(written, encoding="utf-8")
    page, ready = _open(browser, path, acts, "#d=all" if acts is OURS else "")
    toggle = _timed(page, "toggle")
    step = None
    if acts is OURS:
        page.click("[data-mode=day]")
        step = _timed(page, "step")
    page.close()
    return Measured(seconds, len(written.encode()), ready, toggle, step)


MAKERS = {
    "Dateline": (ours, OURS),
    "folium.GeoJson": (plain_folium, THEIRS),
    "FastMarkerCluster": (fast_cluster, THEIRS),
}


def _compared(browser, folder, counts):
    return {
        count: {
            name: _measured(browser, folder / f"{name}.html", make, many(count), acts)
            for name, (make, acts) in MAKERS.items()
        }
        for count in counts
    }


def _print_table(found):
    heads = f"{'s':>6} {'MB':>6} {'ready':>6} {'toggle':>6} {'step':>6}"
    print(f"\n{'incidents':>9} {'page':18} {heads}")
    for count, rows in found.items():
        for name, one in rows.items():
            step = "" if one.step_ms is None else f"{one.step_ms:.0f}"
            print(
                f"{count:9,} {name:18} {one.seconds:6.2f} {one.bytes / 1e6:6.2f} "
                f"{one.ready_ms:6.0f} {one.toggle_ms:6.0f} {step:>6}"
            )


def test_a_page_beside_plain_folium(benchmark, browser, tmp_path):
    counts = (1_000, 10_000, 100_000) if benchmark.enabled else (1_000,)
    # Measured first and judged after: what fails is then a figure, and the table is printed.
    found = benchmark.pedantic(_compared, args=(browser, tmp_path, counts), rounds=1)
    _print_table(found)
    for count, rows in found.items():
        us, plain = rows["Dateline"], rows["folium.GeoJson"]
        benchmark.extra_info[f"{count} toggle over folium.GeoJson"] = us.toggle_ms / plain.toggle_ms
        # With 10,000 and more a filter answers sooner than plain Folium hides its layer.
        assert count < 10_000 or us.toggle_ms < plain.toggle_ms
        assert count < 10_000 or us.ready_ms < 2 * plain.ready_ms


def _answers(browser, path, leave):
    """How fast a page answers, by what is looked at and what is done, in milliseconds."""
    found = {}
    for name, address in {"first view": "", "country": "#m=7.25/15.5/35&d=2024-04-10"}.items():
        page, found[name, "ready"] = _open(browser, path, OURS, address)
        found[name, "step"] = _timed(page, "step", STEP_MS * leave)
        for days in ("day", "all"):
            page.click(f"[data-mode={days}]")
            for act in ("zones", "toggle", "filter"):
                found[name, f"{act}, {days}"] = _timed(page, act, TOGGLE_MS * leave)
        page.close()
    return found


def test_a_large_page_answers_as_fast_as_the_issue_asks(benchmark, browser, tmp_path):
    path = tmp_path / "large.html"
    path.write_text(CaseMap(large_case(), base=around()).get_root().render(), encoding="utf-8")
    # In the ordinary run, which may share its cores, five times as long passes; at rest it is to
    # be done with a quarter of the time to spare, so that a slower machine keeps to it too.
    leave = 0.75 if benchmark.enabled else 5
    found = benchmark.pedantic(_answers, args=(browser, path, leave), rounds=1)
    print("\n2,000 control claims, 5,000 incidents, milliseconds:")
    for (view, act), milliseconds in found.items():
        print(f"{view:10} {act:12} {milliseconds:6.0f}")
    most = 1 if benchmark.enabled else leave
    for (_, act), milliseconds in found.items():
        if act != "ready":
            assert milliseconds < (STEP_MS if act == "step" else TOGGLE_MS) * most


# What a build takes of a machine, told by a process that does nothing else.
BUILD = """
import resource, time
from tests.benchmarks.test_page_speed import many, ours
case = many({count})
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
ours(case)
seconds = time.process_time() - start
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(seconds, most / 1024, (most - before) / 1024)
"""


def _built(count):
    run = subprocess.run(  # noqa: S603  our own lines
        [sys.executable, "-c", BUILD.format(count=count)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return tuple(map(float, run.stdout.split()))


def test_making_a_page_grows_with_its_incidents_and_no_faster(benchmark):
    few, more = (10_000, 100_000) if benchmark.enabled else (500, 5_000)

    def both():
        _built(few)  # what is made once
        return _built(few), _built(more)

    (small, *_), (large, most, case) = benchmark.pedantic(both, rounds=1)
    print(
        f"\n{more:,} incidents: {large:.1f} s of a processor, {large / small:.1f} times {few:,}; "
        f"at most {most:.0f} MB, {case:.0f} of them for the page"
    )
    # Ten times the incidents; were every pair looked at, it would be a hundred.
    assert large < 20 * max(small, 0.01)
