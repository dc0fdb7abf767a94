"""The page, opened by a real browser as a reader opens it: from a file, without a network."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from shapely.geometry import LinearRing

HOSTILE = (
    '<img src=x onerror="window.__x=1"></script><script>window.__x=1</script>'
    "${window.__x=1}`+(window.__x=1)+`{{7*7}}<svg onload=window.__x=1>"
)
ZONES = "path.zone"


def _row(opened, name):
    return opened.page.locator("#layers-panel .row", has_text=name)


def _exported(opened, kind):
    opened.page.click("#export")
    with opened.page.expect_download() as download:
        opened.page.click(f"[data-export={kind}]")
    return Path(download.value.path()).read_text("utf-8")


@pytest.fixture
def opened(open_page, made):
    return open_page(made.made_case(), base=made.surroundings())


def test_the_page_opens_without_a_request_or_a_complaint(opened):
    assert opened.shown() == ["z-army", "z-bahri", "z-nobody", "i-1", "i-3"]
    assert opened.requests == []
    assert opened.complaints == []


def test_switching_a_layer_off_takes_its_shapes_away_and_back(opened):
    assert opened.page.locator(ZONES).count() == 3
    _row(opened, "Sudanese army").get_by_role("checkbox").uncheck()
    opened.settle()
    assert opened.page.locator(ZONES).count() == 2
    assert opened.shown() == ["z-bahri", "z-nobody", "i-1", "i-3"]
    _row(opened, "Sudanese army").get_by_role("checkbox").check()
    opened.settle()
    assert opened.page.locator(ZONES).count() == 3


def test_moving_the_date_changes_what_is_shown_and_counted(opened):
    count = _row(opened, "Disputed ground").locator("b")
    assert count.text_content() == "0"
    opened.page.click("#next")
    opened.settle()
    # What held until the twelfth no longer holds on it: intervals are half-open.
    assert opened.shown() == ["z-bahri", "z-nobody", "z-disputed", "i-2"]
    assert count.text_content() == "1"
    opened.page.click("[data-mode=all]")
    opened.settle()
    assert len(opened.shown()) == 7


def test_the_exported_geojson_is_exactly_what_was_visible(opened):
    _row(opened, "Armed clashes").get_by_role("checkbox").uncheck()
    opened.settle()
    collection = json.loads(_exported(opened, "geojson"))
    assert (
        [one["id"] for one in collection["features"]]
        == opened.shown()
        == ["z-army", "z-bahri", "z-nobody", "i-1"]
    )
    assert "crs" not in collection
    assert collection["dateline"]["hidden_layers"] == ["incident:armed_clash"]
    zone = collection["features"][0]
    assert LinearRing(zone["geometry"]["coordinates"][0]).is_ccw
    assert zone["properties"]["valid_from"] == "2024-03-11"
    assert zone["properties"]["quotes"] == "The army holds the northern half of Omdurman"
    assert all(not isinstance(value, (dict, list)) for value in zone["properties"].values())


def test_the_exported_csv_runs_no_formula(open_page, made):
    opened = open_page(made.made_case(say=lambda text: f"=1+1 {text}"))
    rows = list(csv.DictReader(io.StringIO(_exported(opened, "csv").removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == opened.shown()
    assert not [cell for row in rows for cell in row.values() if (cell or "").startswith("=")]


def test_choosing_a_zone_shows_the_words_it_rests_on(opened):
    opened.page.locator(f"{ZONES}[data-id=z-army]").press("Enter")
    opened.settle()
    evidence = opened.page.locator("#evidence")
    assert (
        evidence.locator("mark").first.text_content()
        == "The army holds the northern half of Omdurman"
    )
    caption = evidence.locator("figcaption").first.text_content()
    assert "monday in Omdurman" in caption
    assert "characters 24–68" in caption


def test_incidents_at_one_spot_open_as_a_list(opened):
    opened.page.get_by_label("2 incidents").click()
    lines = opened.page.locator("#evidence .line")
    assert lines.count() == 2


def test_searching_in_arabic_finds_the_actor(opened):
    opened.page.fill("#search", "الدعم")
    expect(opened.page.locator("#claims-count")).to_have_text("2")
    assert opened.shown() == ["z-bahri", "i-3"]


def test_hostile_text_does_nothing_and_is_shown_as_it_is(open_page, made):
    opened = open_page(made.made_case(say=lambda text: HOSTILE + text))
    opened.page.click("[data-mode=all]")
    for item in opened.shown():
        opened.page.evaluate("id => DATELINE.app.select(id)", item)
        opened.settle()
    opened.page.click("#claims-tab")
    assert opened.page.evaluate("window.__x") is None
    assert HOSTILE in opened.page.locator("#evidence").text_content()
    assert opened.requests == []
    assert opened.complaints == []


def test_the_address_brings_back_the_view(opened, open_page, made):
    opened.page.click("#next")
    opened.settle()
    opened.page.evaluate("DATELINE.app.select('z-disputed')")
    opened.settle()
    address = opened.page.evaluate("location.hash")
    again = open_page(made.made_case(), address=address)
    assert again.shown() == opened.shown()
    assert (
        again.page.locator("#evidence h2").text_content()
        == "North of Omdurman: Rapid Support Forces or Sudanese army? The reports disagree"
    )


@pytest.mark.parametrize(
    "address", ["#d=2024-99-99&m=a/b/c", "#f=__proto__&x=%zz", "#d=..&q=%3Cimg%3E", "#m=9/900/900"]
)
def test_a_broken_address_is_ignored(address, open_page, made):
    opened = open_page(made.made_case(), address=address)
    assert opened.complaints == []


def test_a_phone_shows_the_evidence_as_a_sheet_inside_its_screen(open_page, made):
    # Without motion the sheet is there at once, and no test waits for it to slide.
    opened = open_page(
        made.made_case(), size=(390, 844), has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    opened.page.evaluate("DATELINE.app.select('z-army')")
    box = opened.page.locator(".right").bounding_box()
    assert box["y"] + box["height"] <= 845
    assert box["width"] == 390
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_users_folium_layer_appears_in_the_tree_and_can_be_switched(made, open_page, tmp_path):
    import folium

    from maps.page import CaseMap

    case_map = CaseMap(made.made_case())
    folium.GeoJson({"type": "Point", "coordinates": [32.46, 15.62]}, name="Hospitals").add_to(
        case_map
    )
    path = tmp_path / "with-layer.html"
    case_map.save(str(path))
    opened = open_page(path=path)
    box = _row(opened, "Hospitals").get_by_role("checkbox")
    assert box.is_checked()
    assert opened.page.locator(".leaflet-marker-icon[src^='data:']").count() == 1
    box.uncheck()
    opened.settle()
    assert opened.page.locator(".leaflet-marker-icon[src^='data:']").count() == 0
    assert opened.complaints == []
