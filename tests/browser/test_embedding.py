"""The page inside another: small, without panels, and no trap for the reader of the page around."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from maps.page import write_page

SANDBOXES = {
    "free": "",
    "of the README": 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox '
    'allow-downloads"',
    "strict": 'sandbox="allow-scripts"',
}
HOST = (
    "<!DOCTYPE html><title>News</title><p>Before</p>"
    '<iframe src="map.html?embed{more}" title="Map" width="{width}" height="{height}" {sandbox}'
    ' style="border:0;{style}"></iframe><p style="height:3000px">After</p>'
)


class _Host:
    """A page with the map in a frame, and what went wrong in either."""

    def __init__(self, page):
        self.page = page
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.said = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on(
            "console",
            lambda one: self.problems.append(one.text) if one.type in {"error", "warning"} else 0,
        )
        page.on(
            "request",
            lambda one: self.requests.append(one.url) if not one.url.startswith("file:") else 0,
        )

    @property
    def frame(self):
        (frame,) = [one for one in self.page.frames if one.parent_frame]
        return frame

    def ready(self):
        self.frame.locator(".zone").first.wait_for(state="attached")
        return self.frame


@pytest.fixture
def embedded(chromium, made, tmp_path):
    """Open a page that shows the map in a frame."""
    contexts = []
    write_page(made.made_case(), tmp_path / "map.html", base=made.surroundings())

    def opened(size=(600, 400), *, sandbox="free", more="", style="", **options):
        text = HOST.format(
            width=size[0], height=size[1], sandbox=SANDBOXES[sandbox], more=more, style=style
        )
        (tmp_path / "host.html").write_text(text, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": 1000, "height": 800}, offline=True, **options
        )
        contexts.append(context)
        host = _Host(context.new_page())
        host.page.goto((tmp_path / "host.html").as_uri())
        return host

    yield opened
    for context in contexts:
        context.close()


def _zoom(frame):
    return frame.evaluate("DATELINE.app.map.getZoom()")


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_the_map_opens_in_a_frame_however_locked_without_a_request_or_a_complaint(
    sandbox, embedded
):
    host = embedded(sandbox=sandbox)
    frame = host.ready()
    expect(frame.locator(".title h1")).to_have_text("Omdurman")
    expect(frame.locator(".bar .date")).to_contain_text("11 March 2024")
    frame.locator(".zone").first.focus()
    frame.locator(".zone").first.press("Enter")
    expect(frame.locator(".right blockquote").first).to_be_visible()
    frame.locator(".right").get_by_role("button", name="Close").click()
    expect(frame.locator(".right blockquote").first).not_to_be_visible()
    assert host.problems == []
    assert host.requests == []


def test_a_frame_has_no_panels_and_the_page_by_itself_has(embedded, open_page, made):
    frame = embedded().ready()
    for gone in (".left", ".bottom", "#search", "#export", "#theme"):
        expect(frame.locator(gone)).not_to_be_visible()
    whole = open_page(made.made_case()).page
    for there in (".left", "#search", "#export", "#theme"):
        expect(whole.locator(there)).to_be_visible()


@pytest.mark.parametrize(
    "size", [(300, 200), (320, 480), (600, 320), (800, 300), (1000, 700), (1600, 900)]
)
def test_the_map_fits_every_frame_and_shows_what_it_is_about(size, embedded):
    frame = embedded(size).ready()
    assert frame.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert frame.evaluate("document.documentElement.scrollHeight") <= size[1]
    stage = frame.locator(".stage").bounding_box()
    assert stage["width"] == size[0]
    # The head has 44 pixels, and the row of days as many where the frame is high enough.
    assert stage["height"] == size[1] - (44 if size[1] < 320 else 88)
    assert frame.evaluate(
        "DATELINE.app.map.getBounds().contains(DATELINE.bounds(DATELINE.app.model.payload.view))"
    )


def test_a_frame_that_is_opened_later_or_grows_shows_the_same_ground(embedded):
    host = embedded(style="display:none")
    frame = host.frame
    host.page.evaluate("document.querySelector('iframe').style.display = 'block'")
    frame.locator(".zone").first.wait_for(state="attached")
    sees_it = (
        "DATELINE.app.map.getBounds().contains(DATELINE.bounds(DATELINE.app.model.payload.view))"
    )
    expect(frame.locator(".leaflet-control-zoom")).to_be_visible()
    host.page.evaluate("document.querySelector('iframe').width = 320")
    expect(frame.locator(".map")).to_have_js_property("clientWidth", 320)
    assert frame.evaluate(sees_it)
    assert host.problems == []


def test_the_link_opens_the_whole_map_as_it_is_looked_at(embedded):
    host = embedded(more="&theme=dark#d=2024-03-12")
    frame = host.ready()
    link = frame.get_by_role("link", name="Open the whole map")
    frame.evaluate("DATELINE.app.map.setZoom(13, { animate: false })")
    link.focus()
    address = link.get_attribute("href")
    assert re.search(r"/map\.html#m=13\.00/.*&d=2024-03-12", address)
    assert link.get_attribute("target") == "_blank"
    assert "noopener" in link.get_attribute("rel")


def test_the_page_around_may_ask_for_light_or_dark(embedded):
    frame = embedded(more="&theme=dark").ready()
    assert frame.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    other = embedded(more="&theme=%3Cb%3E", color_scheme="light").ready()
    assert other.evaluate("document.documentElement.dataset.theme") is None


def test_a_wheel_over_the_map_scrolls_the_page_around_and_says_how_to_zoom(embedded):
    host = embedded()
    frame = host.ready()
    before = _zoom(frame)
    host.page.mouse.move(300, 250)
    host.page.mouse.wheel(0, 240)
    expect(frame.locator(".embed-hint.shown")).to_contain_text("scroll to zoom the map")
    host.page.wait_for_function("scrollY > 0")
    assert _zoom(frame) == before
    host.page.evaluate("scrollTo(0, 0)")
    host.page.keyboard.down("Control")
    host.page.mouse.wheel(0, -240)
    host.page.keyboard.up("Control")
    zoomed = (
        "before => new Promise((done) => { const { map } = DATELINE.app; const now = () => "
        "map.getZoom() !== before && done(true); map.on('zoomend', now); now(); })"
    )
    assert frame.evaluate(zoomed, before)


def test_one_finger_scrolls_the_page_around_and_two_move_the_map(embedded):
    host = embedded(has_touch=True, is_mobile=True)
    frame = host.ready()
    assert frame.evaluate("DATELINE.app.map.dragging.enabled()") is False
    assert frame.evaluate("DATELINE.app.map.touchZoom.enabled()") is True
    allowed = frame.evaluate("getComputedStyle(DATELINE.app.map.getContainer()).touchAction")
    assert allowed == "pan-x pan-y"


def test_the_keyboard_goes_through_the_frame_and_out_again(embedded):
    host = embedded()
    frame = host.ready()
    reached = []
    host.page.locator("p").first.evaluate("node => { node.tabIndex = 0; node.focus(); }")
    for _ in range(60):
        host.page.keyboard.press("Tab")
        name = frame.evaluate(
            "document.activeElement.className?.baseVal ?? document.activeElement.className"
        )
        reached.append(name)
        if host.page.evaluate("document.activeElement.tagName") != "IFRAME":
            break
    else:
        pytest.fail(f"The frame keeps the focus: {reached}")
    for wanted in ("button whole", "zone", "leaflet-control-zoom-in"):
        assert any(wanted in one for one in reached), wanted


def test_the_map_tells_the_page_around_nothing(embedded):
    host = embedded()
    host.page.evaluate(
        "window.heard = []; addEventListener('message', (one) => heard.push(one.data))"
    )
    frame = host.ready()
    frame.locator("#play").click()
    frame.locator("#play").click()
    assert host.page.evaluate("heard") == []


def test_a_chosen_zone_stands_clear_of_its_words(open_page, made):
    opened = open_page(
        made.made_case(),
        base=made.surroundings(),
        address="?embed",
        size=(900, 520),
        reduced_motion="reduce",
    )
    opened.page.evaluate("DATELINE.app.map.panBy([-200, 0], { animate: false })")
    opened.page.evaluate("DATELINE.app.select('z-army')")
    opened.settle()
    zone = opened.page.locator("path.zone.chosen").bounding_box()
    words = opened.page.locator(".right").bounding_box()
    assert zone["x"] + zone["width"] <= words["x"]
    assert zone["x"] >= 0


@pytest.mark.parametrize(
    ("size", "theme"), [((300, 200), "light"), ((600, 400), "dark"), ((1200, 800), "light")]
)
def test_axe_finds_nothing_in_a_frame_with_or_without_its_words(
    size, theme, open_page, axe, seeds_page
):
    opened = open_page(
        path=seeds_page,
        address="?embed",
        size=size,
        color_scheme=theme,
        reduced_motion="reduce",
    )
    opened.page.evaluate(axe)
    run = (
        "async () => (await axe.run(document, { resultTypes: ['violations'], "
        "rules: { 'target-size': { enabled: false } } })).violations.flatMap("
        "({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))"
    )
    assert opened.page.evaluate(run) == []
    opened.page.evaluate("DATELINE.app.select(DATELINE.shown()[0])")
    opened.settle()
    assert opened.page.evaluate(run) == []
