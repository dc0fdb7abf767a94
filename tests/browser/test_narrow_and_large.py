"""Small screens, enlarged letters, and a page that asks nobody for anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

# What of the page's own controls and headings is cut off, or lies outside the window.
CUT = """() => {
  const cut = [];
  const wide = document.documentElement.clientWidth;
  for (const node of document.querySelectorAll("button, h1, h2, h3, summary, label, .date, select, .line-title")) {
    const box = node.getBoundingClientRect();
    if (!box.width || !node.checkVisibility({ visibilityProperty: true }) || node.closest(".unseen, .skip, .leaflet-pane")) continue;
    const name = node.id || node.textContent.trim().slice(0, 30) || node.className;
    if (box.left < -0.5 || box.right > wide + 0.5) cut.push(`${name} lies outside`);
    // A title too long for its line ends in an ellipsis, and is whole in the evidence panel.
    if (node.matches("h1, select")) continue;
    if (node.scrollWidth > node.clientWidth + 1 && node.clientWidth) cut.push(`${name} is cut`);
    if (node.matches("button, summary") && node.scrollHeight > node.clientHeight + 2) cut.push(`${name} is cut below`);
  }
  return cut;
}"""  # noqa: E501  reads as a script
SMALL = """() => [...document.querySelectorAll("button, select, input, summary, a[href]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".unseen, .leaflet-pane, .skip"))
  .map((node) => [node.closest("label") || node, node])
  .filter(([touched]) => { const box = touched.getBoundingClientRect(); return box.width && Math.min(box.width, box.height) < 24; })
  .map(([, node]) => node.id || node.getAttribute("aria-label") || node.textContent.trim() || node.type)"""  # noqa: E501  reads as a script
TALLER = "document.documentElement.scrollHeight - innerHeight"
SHEETS = ("layers", "claims", "evidence")


def _sheets(opened):
    for name in SHEETS:
        opened.page.evaluate(f"DATELINE.app.panels.sheet('{name}')")
        opened.settle()
        yield name
    opened.page.evaluate("DATELINE.app.panels.sheet(null)")


@pytest.fixture
def phone(open_page, seeds_page):
    def opened(width, height=640, **options):
        return open_page(
            path=seeds_page,
            size=(width, height),
            has_touch=True,
            is_mobile=True,
            reduced_motion="reduce",
            **options,
        )

    return opened


def test_nothing_is_cut_off_on_a_screen_of_320_pixels(phone):
    opened = phone(320, 568)
    opened.page.evaluate("() => document.querySelector('#layers-panel .filters button').click()")
    found = {"no sheet": opened.page.evaluate(CUT)}
    for name in _sheets(opened):
        found[name] = opened.page.evaluate(CUT)
    assert {name: cut for name, cut in found.items() if cut} == {}
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 320
    # The map keeps a third of the screen at least.
    assert opened.page.locator("#map").bounding_box()["height"] > 568 / 3
    opened.page.locator("#export").tap()
    menu = opened.page.locator("#export-menu").bounding_box()
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= 320


def test_what_is_touched_is_large_enough_for_a_finger(phone):
    opened = phone(390, 844)
    opened.page.evaluate("() => document.querySelector('#layers-panel .filters button').click()")
    small = set(opened.page.evaluate(SMALL))
    for _ in _sheets(opened):
        small |= set(opened.page.evaluate(SMALL))
    assert small == set()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (768, 1024)])
def test_letters_twice_as_large_are_all_there(size, open_page, seeds_page):
    # A reader who sets 200 % has half the pixels: the page is laid out anew in them.
    opened = open_page(
        path=seeds_page,
        size=(size[0] // 2, size[1] // 2),
        device_scale_factor=2,
        reduced_motion="reduce",
    )
    found = {"no sheet": opened.page.evaluate(CUT)}
    for name in _sheets(opened):
        found[name] = opened.page.evaluate(CUT)
    assert {name: cut for name, cut in found.items() if cut} == {}
    width = opened.page.evaluate("document.documentElement.scrollWidth")
    assert width == size[0] // 2


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (768, 1024), (390, 844)])
def test_the_page_is_as_tall_as_its_window_wherever_one_scrolls(size, open_page, seeds_page):
    opened = open_page(path=seeds_page, size=size, reduced_motion="reduce")
    opened.page.evaluate(
        "() => { for (const one of document.querySelectorAll('#evidence summary, .row, #live'))"
        " one.scrollIntoView(); }"
    )
    assert opened.page.evaluate(TALLER) == 0
    assert opened.page.evaluate("[scrollY, document.body.scrollTop]") == [0, 0]


def test_the_page_of_the_example_reports_asks_the_network_for_nothing(open_page, seeds_page):
    opened = open_page(path=seeds_page)
    page = opened.page
    page.evaluate("() => DATELINE.app.model.items.forEach(({ id }) => DATELINE.app.select(id))")
    page.click("#theme")
    page.click("[data-mode=all]")
    page.fill("#search", "Yarmouk")
    expect(page.locator("#claims-panel .line").first).to_be_visible()
    page.click("#export")
    with page.expect_download():
        page.click("[data-export=png]")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert [one for one in loaded if not one.startswith(("data:", "blob:"))] == []
    assert opened.requests == []
    assert opened.complaints == []
