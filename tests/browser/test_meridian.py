"""A case on both sides of 180 degrees looks and answers as it would anywhere else."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import expect

from tests.maps.made_case import made_case, surroundings
from tests.maps.moved_case import moved_case, moved_surroundings

# How many pixels of two PNGs are visibly unlike, as a share: decoded by the browser.
COMPARE = """async encoded => {
  const read = async one => {
    const bytes = Uint8Array.from(atob(one), each => each.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const ctx = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    ctx.drawImage(picture, 0, 0);
    return ctx.getImageData(0, 0, picture.width, picture.height);
  };
  const [first, second] = await Promise.all(encoded.map(read));
  let unlike = 0;
  for (let at = 0; at < first.data.length; at += 4) {
    const far = [0, 1, 2].some(by => Math.abs(first.data[at + by] - second.data[at + by]) > 48);
    if (far) unlike += 1;
  }
  return first.data.length === second.data.length ? unlike / (first.data.length / 4) : 1;
}"""
# Hatches begin elsewhere, and a name stands on the wider side; a zone that is missing, or an edge
# along the cut, is more.
UNLIKE = 0.08


@pytest.fixture(params=["nodes", "canvas"])
def both(request, open_page):
    here = open_page(made_case(), base=surroundings(), draw_as=request.param)
    there = open_page(moved_case(), base=moved_surroundings(), draw_as=request.param)
    return here, there


def _map(opened):
    opened.settle()
    return base64.b64encode(opened.page.locator("#map").screenshot()).decode("ascii")


def test_it_opens_on_the_same_picture(both):
    here, there = both
    pictures = [_map(opened) for opened in both]
    assert here.shown() == there.shown()
    assert here.page.evaluate(COMPARE, pictures) < UNLIKE
    assert there.complaints == []


def test_nothing_of_it_is_said_to_lie_outside_the_view(both):
    for opened in both:
        opened.page.click("[data-mode=all]")
        opened.settle()
    chips = [opened.page.locator(".chip").all_text_contents() for opened in both]
    assert chips[0] == chips[1]


def test_a_click_beyond_180_degrees_chooses_the_zone_there(both):
    chosen = []
    for opened in both:
        found = opened.page.evaluate(
            """() => {
              const { zones } = DATELINE.app;
              return DATELINE.app.model.items.filter(one => one.kind === "zone").map(one => {
                const at = DATELINE.position(one.record.label);
                return [one.id, zones.under(at).map(each => each.id)];
              });
            }""",
        )
        chosen.append(found)
    assert chosen[0] == chosen[1]
    assert any(under for *_, under in chosen[0])


def test_a_link_to_a_view_beyond_180_degrees_opens_there(both, open_page):
    _, there = both
    address = there.page.evaluate("location.hash")
    centre = "DATELINE.app.map.getCenter().lng"
    assert there.page.evaluate(centre) == pytest.approx(180, abs=0.2)
    again = open_page(moved_case(), base=moved_surroundings(), address=address)
    assert again.page.evaluate(centre) == pytest.approx(there.page.evaluate(centre), abs=1e-3)


def test_what_is_saved_keeps_its_longitudes(both):
    _, there = both
    there.page.click("[data-mode=all]")
    there.page.click("#export")
    with there.page.expect_download() as download:
        there.page.click("[data-export=geojson]")
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    shapes = [shapely.from_geojson(json.dumps(one["geometry"])) for one in saved["features"]]
    assert abs(shapely.get_coordinates(shapes)[:, 0]).max() <= 180
    west, _, east, _ = saved["bbox"]
    assert west > 0 > east  # RFC 7946, 5.2: across the antimeridian
    expect(there.page.locator("#map")).to_be_visible()
