"""Online tiles: asked of one host, after a click, and of nobody else."""

from __future__ import annotations

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from maps.page import write_page
from maps.presentation import Presentation
from maps.tiles import Tiles

# One red pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
HOSTILE = '<img src=x onerror="window.__x=1">${window.__x=1}'


class _Server(ThreadingHTTPServer):
    """Gives a tile, or refuses, and remembers what it was asked and how."""

    daemon_threads = True

    def __init__(self):
        self.asked = []
        self.refuses = False
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def host(self):
        return f"127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(404 if self.server.refuses else 200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        if not self.server.refuses:
            self.wfile.write(PNG)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with _Server() as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def tiled(chromium, made, server, tmp_path):
    """Open the map with tiles of the local server; all other hosts are refused and noted."""
    path = tmp_path / "tiled.html"
    tiles = Tiles(f"http://{server.host}/{{z}}/{{x}}/{{y}}.png", f"Tiles by {HOSTILE}")
    write_page(
        made.made_case(), path, base=made.surroundings(), presentation=Presentation(tiles=tiles)
    )
    context = chromium.new_context(viewport={"width": 1200, "height": 800}, accept_downloads=True)
    page = context.new_page()
    page.others = []
    page.problems = []

    def elsewhere(url):
        return not url.startswith(("file:", "data:", "blob:", f"http://{server.host}/"))

    def refuse(route):
        page.others.append(route.request.url)
        route.abort()

    page.route(elsewhere, refuse)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(path.as_uri())
    page.locator(".row").first.wait_for(state="attached")
    yield page
    assert page.others == []
    assert page.problems == []
    assert page.evaluate("window.__x") is None
    context.close()


def _loaded(page):
    return page.locator(".leaflet-tile-loaded")


def test_nothing_is_asked_of_the_host_before_the_click(tiled, server):
    button = tiled.get_by_role("button", name="Show online map")
    expect(button).to_contain_text(f"Asks {server.host} for tiles")
    tiled.evaluate("DATELINE.app.map.setZoom(14, { animate: false })")
    tiled.keyboard.press("Tab")
    assert server.asked == []


def test_a_click_shows_the_tiles_with_their_credit_as_text_and_another_takes_them_away(
    tiled, server
):
    tiled.get_by_role("button", name="Show online map").click()
    _loaded(tiled).first.wait_for()
    assert server.asked
    credit = tiled.locator(".leaflet-control-attribution")
    expect(credit).to_contain_text(f"Tiles by {HOSTILE}")
    tiled.get_by_role("button", name="Hide online map").click()
    expect(_loaded(tiled)).to_have_count(0)
    expect(credit).not_to_contain_text("Tiles by")


def test_the_host_learns_neither_the_pages_address_nor_a_cookie(tiled, server):
    tiled.get_by_role("button", name="Show online map").click()
    _loaded(tiled).first.wait_for()
    for _, headers in server.asked:
        assert "Cookie" not in headers
        assert "file:" not in headers.get("Referer", "")


def test_no_link_switches_the_tiles_on_for_another_reader(tiled, server):
    tiled.get_by_role("button", name="Show online map").click()
    _loaded(tiled).first.wait_for()
    tiled.evaluate("DATELINE.app.map.setZoom(13, { animate: false })")
    address = tiled.url.partition("#")[2]
    assert {part[0] for part in address.split("&")} == {"m", "d"}
    tiled.reload()
    tiled.get_by_role("button", name="Show online map").wait_for()
    before = len(server.asked)
    tiled.evaluate("DATELINE.app.map.setZoom(12, { animate: false })")
    assert len(server.asked) == before


def test_tiles_that_are_refused_go_away_with_a_word_and_the_drawn_ground_stays(tiled, server):
    server.refuses = True
    tiled.get_by_role("button", name="Show online map").click()
    expect(tiled.locator("#toast")).to_contain_text("gave no tiles")
    button = tiled.get_by_role("button", name="Show online map")
    expect(button).to_contain_text(f"{server.host} gave no tiles")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(tiled.locator(".leaflet-tile")).to_have_count(0)
    assert tiled.locator(".base-land").count() > 0
    server.refuses = False
    button.click()
    _loaded(tiled).first.wait_for()


def test_tiles_cover_the_drawn_ground_and_stand_below_the_zones(tiled):
    tiled.get_by_role("button", name="Show online map").click()
    _loaded(tiled).first.wait_for()
    levels = tiled.evaluate(
        "['.leaflet-base-pane', '.leaflet-tile-pane', '.zone-pane'].map("
        "one => Number(getComputedStyle(document.querySelector(one)).zIndex))"
    )
    assert levels == sorted(levels)


def test_a_picture_holds_the_tiles_that_are_shown(tiled):
    tiled.get_by_role("button", name="Show online map").click()
    _loaded(tiled).first.wait_for()
    tiled.click("#export")
    with tiled.expect_download() as download:
        tiled.click("[data-export=png]")
    assert download.value.suggested_filename.endswith(".png")
    assert download.value.failure() is None


def test_the_button_works_from_the_keyboard(tiled):
    button = tiled.get_by_role("button", name="Show online map")
    button.focus()
    tiled.keyboard.press("Enter")
    _loaded(tiled).first.wait_for()


def test_axe_finds_nothing_in_the_button_and_the_tiles(tiled, axe):
    tiled.evaluate(axe)
    run = (
        "async () => (await axe.run('.online-control', { resultTypes: ['violations'] }))"
        ".violations.map(({ id }) => id)"
    )
    assert tiled.evaluate(run) == []
    tiled.get_by_role("button", name="Show online map").click()
    _loaded(tiled).first.wait_for()
    assert tiled.evaluate(run) == []
