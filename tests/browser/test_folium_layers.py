"""A user's own Folium layers on the map: they work, and only what they need is loaded."""

from __future__ import annotations

import base64
import html
from pathlib import Path

import folium
import pytest
from folium.plugins import HeatMap, MarkerCluster, MiniMap
from playwright.sync_api import expect

from maps.page import CaseMap

NODE_MODULES = Path(__file__).parent / "node_modules"
# What Folium's plugins load from elsewhere, by the end of the address, and where npm put it.
FILES = {
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "MarkerCluster.css": "leaflet.markercluster/dist/MarkerCluster.css",
    "MarkerCluster.Default.css": "leaflet.markercluster/dist/MarkerCluster.Default.css",
    "leaflet_heat.min.js": "leaflet.heat/dist/leaflet-heat.js",
    "Control.MiniMap.js": "leaflet-minimap/dist/Control.MiniMap.min.js",
    "Control.MiniMap.css": "leaflet-minimap/dist/Control.MiniMap.min.css",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
}
# One red pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
HOSTILE = '<img src=x onerror="window.__x=1">{{7*7}}${window.__x=1}`+(window.__x=1)+`'
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[32.43, 15.61], [32.45, 15.61], [32.45, 15.63], [32.43, 15.61]]],
}


def _camps(**options):
    look = {"color": "#ff00ff"}
    return folium.GeoJson(SQUARE, name="Camps", style_function=lambda _: look, **options)


class _Guest:
    def __init__(self, page):
        self.page = page
        self.asked = []
        self.complaints = []

    def row(self, name):
        return self.page.locator("#layers-panel .row", has_text=name)

    def switch(self, name):
        return self.row(name).get_by_role("checkbox")


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a page with npm's files in place of the hosts that Folium loads from."""
    if not (NODE_MODULES / "jquery").exists():
        pytest.fail("No Folium plugins to test with: make browser-tools")
    contexts = []

    def answer(route):
        name = route.request.url.partition("?")[0].rpartition("/")[2]
        if name in FILES:
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            route.fulfill(path=NODE_MODULES / FILES[name], content_type=kind)
        elif name.endswith(".png"):
            route.fulfill(body=PNG, content_type="image/png")
        elif name.endswith(".css"):
            route.fulfill(body="", content_type="text/css")
        else:
            route.fulfill(body="", content_type="text/javascript")

    def open_map(case_map, *, reachable=True, text=None):
        path = tmp_path / "guests.html"
        if text is None:
            case_map.save(str(path))
        else:
            path.write_text(text, encoding="utf-8")
        context = chromium.new_context(viewport={"width": 1440, "height": 900})
        contexts.append(context)
        guest = _Guest(context.new_page())

        def route(one):
            guest.asked.append(one.request.url)
            answer(one) if reachable else one.abort()

        guest.page.route(lambda url: not url.startswith(("file:", "data:", "blob:")), route)
        guest.page.on(
            "console",
            lambda one: (
                guest.complaints.append(one.text) if one.type in {"error", "warning"} else None
            ),
        )
        guest.page.on("pageerror", lambda error: guest.complaints.append(str(error)))
        guest.page.goto(path.as_uri())
        return guest

    yield open_map
    for context in contexts:
        context.close()


@pytest.fixture
def case_map(made):
    return CaseMap(made.made_case(), base=made.surroundings())


def test_layers_of_every_kind_stand_in_the_tree_and_can_be_switched(opened, case_map):
    _camps().add_to(case_map)
    group = folium.FeatureGroup(name="Hospitals").add_to(case_map)
    folium.CircleMarker([15.62, 32.46], color="#ff00ff").add_to(group)
    cluster = MarkerCluster(name="Clinics").add_to(case_map)
    for number in range(6):
        folium.Marker([15.62 + number / 1e5, 32.44]).add_to(cluster)
    HeatMap([[15.63, 32.47], [15.64, 32.47]], name="Heat").add_to(case_map)
    guest = opened(case_map)
    shapes = {
        "Camps": "path[stroke='#ff00ff']",
        "Clinics": ".marker-cluster",
        "Heat": "canvas.leaflet-heatmap-layer",
    }
    for name, shape in shapes.items():
        expect(guest.switch(name)).to_be_checked()
        assert guest.page.locator(shape).count() >= 1, name
    guest.switch("Clinics").uncheck()
    expect(guest.page.locator(".marker-cluster")).to_have_count(0)
    guest.switch("Clinics").check()
    expect(guest.page.locator(".marker-cluster")).to_have_count(1)
    guest.switch("Hospitals").uncheck()
    guest.switch("Camps").uncheck()
    expect(guest.page.locator("path[stroke='#ff00ff']")).to_have_count(0)
    assert guest.complaints == []


def test_a_layer_that_is_not_shown_at_first_can_be_switched_on(opened, case_map):
    _camps(show=False).add_to(case_map)
    guest = opened(case_map)
    expect(guest.switch("Camps")).not_to_be_checked()
    guest.switch("Camps").check()
    expect(guest.page.locator("path[stroke='#ff00ff']")).to_have_count(1)


def test_a_tile_layer_asks_its_own_host_and_covers_the_drawn_ground(opened, case_map):
    folium.TileLayer("https://tiles.example.org/{z}/{x}/{y}.png", attr="Me", name="Relief").add_to(
        case_map
    )
    guest = opened(case_map)
    guest.page.locator(".leaflet-tile-loaded").first.wait_for()
    assert {url.split("/")[2] for url in guest.asked} == {"tiles.example.org"}
    expect(guest.switch("Relief")).to_be_checked()
    levels = guest.page.evaluate(
        "['.leaflet-base-pane', '.leaflet-tile-pane'].map("
        "one => Number(getComputedStyle(document.querySelector(one)).zIndex))"
    )
    assert levels == sorted(levels)
    assert guest.complaints == []


def test_a_small_map_in_the_corner_works(opened, case_map):
    tiles = folium.TileLayer("https://tiles.example.org/{z}/{x}/{y}.png", attr="Me")
    MiniMap(tile_layer=tiles).add_to(case_map)
    guest = opened(case_map)
    guest.page.locator(".leaflet-control-minimap .leaflet-tile-loaded").first.wait_for()
    assert guest.complaints == []


def test_a_pop_up_of_the_user_opens(opened, case_map):
    folium.Marker([15.62, 32.44], popup="<b>Al Nau</b>").add_to(case_map)
    guest = opened(case_map)
    guest.page.locator(".leaflet-marker-icon[src^='data:']").click()
    expect(guest.page.locator(".leaflet-popup-content b")).to_have_text("Al Nau")
    assert guest.complaints == []


def test_what_no_layer_names_may_not_be_loaded_even_then(opened, case_map):
    popup = '<img class="spy" src="https://spy.example.org/x.png">'
    folium.Marker([15.62, 32.44], popup=popup).add_to(case_map)
    guest = opened(case_map)
    guest.page.locator(".leaflet-marker-icon[src^='data:']").click()
    guest.page.locator(".spy").wait_for(state="attached")
    assert not [url for url in guest.asked if "spy.example.org" in url]
    assert any("Content Security Policy" in one for one in guest.complaints)


def test_a_hostile_name_of_a_layer_is_text_in_the_tree(opened, case_map):
    folium.GeoJson(SQUARE, name=HOSTILE).add_to(case_map)
    folium.FeatureGroup(name="</script><script>window.__x=1</script>").add_to(case_map)
    guest = opened(case_map)
    expect(guest.row("window.__x").first).to_contain_text(HOSTILE)
    expect(guest.row("</script><script>")).to_have_count(1)
    assert guest.page.evaluate("window.__x") is None
    assert guest.complaints == []


def test_folium_s_own_layer_control_is_not_drawn_beside_the_tree(opened, case_map):
    _camps().add_to(case_map)
    folium.LayerControl().add_to(case_map)
    guest = opened(case_map)
    expect(guest.row("Camps")).to_have_count(1)
    expect(guest.page.locator(".leaflet-control-layers")).to_have_count(0)


def test_the_case_is_there_when_the_hosts_of_plugins_are_not(opened, case_map):
    HeatMap([[15.63, 32.47]], name="Heat").add_to(case_map)
    guest = opened(case_map, reachable=False)
    expect(guest.page.locator("path.zone")).to_have_count(3)
    assert guest.page.evaluate("DATELINE.shown()") == [
        "z-army",
        "z-bahri",
        "z-nobody",
        "i-1",
        "i-3",
    ]


def test_a_notebook_shows_the_map_with_its_layers(opened, case_map):
    _camps().add_to(case_map)
    shown = case_map._repr_html_()
    assert html.unescape(shown).count("<!DOCTYPE html>") == 1
    guest = opened(None, text=f"<!DOCTYPE html><title>Notebook</title>{shown}")
    (frame,) = [one for one in guest.page.frames if one.parent_frame]
    expect(frame.locator("path.zone")).to_have_count(3)
    frame.locator("#next").click()
    expect(frame.locator("#date")).to_contain_text("12 March 2024")
    assert frame.locator("#layers-panel .row", has_text="Camps").count() == 1
    assert guest.complaints == []
