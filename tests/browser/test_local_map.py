"""A local map from a file: drawn in vectors, without a request."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from maps.localmap import LocalMap
from maps.page import write_page
from maps.presentation import Presentation
from tests.maps.made_tiles import write_tiles


@pytest.fixture
def town(made, tmp_path):
    path = tmp_path / "town.html"
    dress = Presentation(local_map=LocalMap(write_tiles(tmp_path / "town.pmtiles")))
    write_page(made.made_case(), path, base=made.surroundings(), presentation=dress)
    return path


def test_streets_and_water_are_drawn_without_a_request_or_a_complaint(town, open_page):
    opened = open_page(path=town)
    for kind in ("road", "street", "path", "water", "green", "building"):
        drawn = opened.page.locator(f"path.local-{kind}")
        expect(drawn).to_have_count(1)
        assert drawn.get_attribute("d").startswith("M")
    assert opened.requests == []
    assert opened.complaints == []


def test_the_credit_of_the_file_is_shown_as_text(town, open_page):
    credit = open_page(path=town).page.locator(".leaflet-control-attribution")
    expect(credit).to_contain_text("Protomaps © Us")
    expect(credit.locator("a, b")).to_have_count(0)


def test_streets_stand_where_the_file_has_them_and_below_the_zones(town, open_page):
    page = open_page(path=town).page
    # The highway begins at 32.40 east, 15.60 north.
    start = page.evaluate(
        "() => { const { map } = DATELINE.app;"
        "const { x } = map.latLngToContainerPoint([15.6, 32.4]);"
        "const box = document.querySelector('path.local-road').getBoundingClientRect();"
        "return [x, box.left - map.getContainer().getBoundingClientRect().left]; }"
    )
    assert abs(start[0] - start[1]) < 6
    levels = page.evaluate(
        "['.leaflet-base-pane', '.leaflet-local-pane', '.zone-pane'].map("
        "one => Number(getComputedStyle(document.querySelector(one)).zIndex))"
    )
    assert levels == sorted(levels)


def test_a_street_has_a_colour_of_its_own_in_the_dark(town, open_page):
    colours = {
        scheme: open_page(path=town, color_scheme=scheme).page.evaluate(
            "getComputedStyle(document.querySelector('path.local-street')).stroke"
        )
        for scheme in ("light", "dark")
    }
    assert colours == {"light": "rgb(255, 255, 255)", "dark": "rgb(57, 64, 74)"}
