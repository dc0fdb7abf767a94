"""The map as a picture and on paper: decoded, and compared with what the page draws."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import folium
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from maps.page import CaseMap

HOSTILE = '<img src=x onerror="window.__x=1"></script><script>window.__x=1</script>{{7*7}}'

# Reads a PNG in the browser that wrote it: size, and how many pixels have each colour.
DECODE = """async encoded => {
  const bytes = Uint8Array.from(atob(encoded), one => one.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const ctx = canvas.getContext("2d");
  ctx.drawImage(picture, 0, 0);
  const { data } = ctx.getImageData(0, 0, picture.width, picture.height);
  const colours = {};
  for (let at = 0; at < data.length; at += 4) {
    const key = "#" + [0, 1, 2].map(by => data[at + by].toString(16).padStart(2, "0")).join("");
    colours[key] = (colours[key] || 0) + 1;
  }
  return { width: picture.width, height: picture.height, colours };
}"""


@pytest.fixture
def opened(open_page, made):
    return open_page(made.made_case(), base=made.surroundings())


def _picture(opened):
    opened.page.click("#export")
    with opened.page.expect_download() as download:
        opened.page.click("[data-export=png]")
    content = Path(download.value.path()).read_bytes()
    expect(opened.page.locator("#toast")).to_contain_text("Saved omdurman_")
    return opened.page.evaluate(DECODE, base64.b64encode(content).decode("ascii"))


def _colour(opened, actor):
    return opened.page.evaluate("id => DATELINE.app.theme.colour(id)", actor).lower()


def test_the_picture_is_the_map_at_twice_its_size_with_a_key_beside_it(opened):
    size = opened.page.evaluate("DATELINE.app.map.getSize()")
    picture = _picture(opened)
    # The margins and the column of the key: 18 + 18 + 250 + 18 pixels.
    assert picture["width"] == 2 * (size["x"] + 304)
    assert picture["height"] > 2 * size["y"]
    # A map without letters and hatches has few colours; this one blends hundreds.
    assert len(picture["colours"]) > 300
    assert opened.page.locator("#sheet").count() == 0


def test_the_picture_has_the_colours_of_the_actors_that_are_drawn(opened):
    army = _colour(opened, "army")
    before = _picture(opened)["colours"]
    assert before[army] > 500
    assert before[_colour(opened, "rsf")] > 500
    row = opened.page.locator("#layers-panel .row", has_text="Sudanese army")
    row.get_by_role("checkbox").uncheck()
    opened.settle()
    after = _picture(opened)["colours"]
    assert after.get(army, 0) < 20


def test_the_picture_of_a_dark_page_is_dark(open_page, made):
    opened = open_page(made.made_case(), color_scheme="dark")
    colours = _picture(opened)["colours"]
    assert colours.get("#121417", 0) > 50_000
    assert colours.get("#faf8f4", 0) < 100


def test_a_phone_takes_a_picture_as_wide_as_its_map(open_page, made):
    opened = open_page(made.made_case(), size=(390, 844), is_mobile=True, has_touch=True)
    picture = _picture(opened)
    assert picture["width"] == 2 * (390 + 36)


def test_a_users_folium_layer_is_in_the_picture(open_page, made, tmp_path):
    case_map = CaseMap(made.made_case())
    square = {
        "type": "Polygon",
        "coordinates": [[[32.503, 15.61], [32.515, 15.61], [32.515, 15.66], [32.503, 15.61]]],
    }
    look = {"color": "#ff00ff", "fillColor": "#00ff00", "fillOpacity": 1}
    folium.GeoJson(square, name="Camps", style_function=lambda _: look).add_to(case_map)
    path = tmp_path / "guest.html"
    case_map.save(str(path))
    colours = _picture(open_page(path=path))["colours"]
    assert colours["#00ff00"] > 1000
    assert colours["#ff00ff"] > 100


def test_hostile_names_are_drawn_as_text_and_run_nothing(open_page, made):
    opened = open_page(made.made_case(say=lambda text: HOSTILE + text))
    opened.page.click("#export")
    with opened.page.expect_download() as download:
        opened.page.click("[data-export=png]")
    assert download.value.suggested_filename.endswith("_2024-03-11.png")
    opened.page.pdf()
    assert opened.page.evaluate("window.__x") is None
    assert opened.requests == []
    assert opened.complaints == []


def _printed(opened):
    return PdfReader(io.BytesIO(opened.page.pdf(prefer_css_page_size=True, print_background=True)))


@pytest.mark.parametrize("size", [(1440, 900), (900, 700), (390, 844)])
def test_the_map_prints_on_one_landscape_page_with_its_days_key_and_sources(size, open_page, made):
    opened = open_page(made.made_case(), size=size)
    document = _printed(opened)
    (page,) = document.pages
    # A4 in points, on its side.
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    text = " ".join(page.extract_text().split())
    for part in (
        "Omdurman",
        "11 March 2024",
        "WHO HOLDS WHAT",
        "Sudanese army",
        "SOURCES",
        "monday in Omdurman",
        "not what is established",
        "Natural Earth",
    ):
        assert part in text
    # Nothing of the page's furniture: what cannot be pressed on paper.
    assert "Search" not in text
    assert "About this map" not in text


def test_after_printing_the_page_is_as_it_was(open_page, made):
    opened = open_page(made.made_case(), color_scheme="dark")
    state = """() => {
      const { map, theme } = DATELINE.app;
      const hatches = [...document.querySelectorAll("path.zone")].map(one => one.outerHTML);
      return [map.getZoom(), map.getCenter(), map.getSize(), theme.dark(), hatches,
        document.documentElement.className, document.querySelectorAll("pattern").length];
    }"""
    before = opened.page.evaluate(state)
    _printed(opened)
    opened.settle()
    assert opened.page.evaluate(state) == before
    assert opened.page.locator("#sheet").count() == 0
    assert opened.complaints == []


def test_printing_is_in_the_menu(opened):
    opened.page.evaluate("() => { window.print = () => { window.__printed = true } }")
    opened.page.click("#export")
    opened.page.click("[data-export=print]")
    assert opened.page.evaluate("window.__printed") is True
