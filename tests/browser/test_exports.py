"""What the reader takes home from the page, compared with what the page shows."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import expect
from shapely.geometry import shape

HOSTILE = (
    '<img src=x onerror="window.__x=1"></script><script>window.__x=1</script>]]>'
    "${window.__x=1}{{7*7}}\"'&=1+1|"
)
REFUSE = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }"
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture
def opened(open_page, made):
    return open_page(made.made_case(), base=made.surroundings())


def _save(opened, kind):
    opened.page.click("#export")
    return _downloaded(opened, lambda: opened.page.click(f"[data-export={kind}]"))


def _downloaded(opened, act):
    with opened.page.expect_download() as download:
        act()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def _placemarks(opened):
    _, content = _save(opened, "kml")
    # The page that wrote it is ours, and the tests are what reads it.
    return ET.fromstring(content).findall(f".//{KML}Placemark")  # noqa: S314


def _names(placemarks):
    return [one.findtext(f"{KML}name") for one in placemarks]


def _shown_headlines(opened):
    return opened.page.evaluate("DATELINE.app.state.shown().map(item => item.headline)")


def test_the_kml_is_what_is_shown_and_follows_layers_and_days(opened):
    first = _placemarks(opened)
    assert sorted(_names(first)) == sorted(_shown_headlines(opened))
    opened.page.click("#next")
    opened.settle()
    second = _placemarks(opened)
    assert sorted(_names(second)) == sorted(_shown_headlines(opened))
    assert _names(first) != _names(second)
    opened.page.locator("#layers-panel .row", has_text="Disputed").get_by_role("checkbox").uncheck()
    opened.settle()
    assert len(_placemarks(opened)) == len(second) - 1


def test_the_complete_file_holds_all_that_is_hidden_too(opened):
    opened.page.locator("#layers-panel .row", has_text="Disputed").get_by_role("checkbox").uncheck()
    name, content = _save(opened, "complete")
    collection = json.loads(content)
    assert name == "omdurman_complete.geojson"
    ids = {one["id"] for one in collection["features"]}
    assert ids == set(opened.page.evaluate("[...DATELINE.app.model.byId.keys()]"))
    assert {"z-disputed", "t-toll"} <= ids
    assert len(collection["dateline"]["claims"]) == 6


def test_a_files_box_holds_its_shapes_and_its_tolerance_is_told(opened):
    _, content = _save(opened, "geojson")
    collection = json.loads(content)
    west, south, east, north = collection["bbox"]
    for feature in collection["features"]:
        low_x, low_y, high_x, high_y = shape(feature["geometry"]).bounds
        assert west <= low_x <= high_x <= east
        assert south <= low_y <= high_y <= north
    # Half a thousandth of the widest zone shown: 0.08 degrees of about 111 km.
    assert 4 < collection["dateline"]["simplified"]["tolerance_m"] < 5
    assert collection["dateline"]["from"] == "2024-03-11"
    assert collection["dateline"]["to"] == "2024-03-12"


@pytest.mark.parametrize("kind", ["geojson", "complete", "csv", "kml"])
def test_hostile_text_in_a_file_is_text_and_runs_nothing(kind, open_page, made):
    opened = open_page(made.made_case(say=lambda text: HOSTILE + text))
    name, content = _save(opened, kind)
    assert re.fullmatch(r"[a-z0-9_.-]+", name)
    text = content.decode("utf-8-sig")
    if kind == "kml":
        assert HOSTILE in _names(ET.fromstring(content).iter(f"{KML}Placemark"))[0]  # noqa: S314
        assert "<script" not in text
    elif kind == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        assert all(HOSTILE in row["headline"] for row in rows)
        assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]
    else:
        assert HOSTILE in json.loads(text)["features"][0]["properties"]["headline"]
    assert opened.page.evaluate("window.__x") is None
    assert opened.requests == []
    assert opened.complaints == []


def test_one_feature_can_be_saved_from_its_evidence(opened):
    opened.page.evaluate("DATELINE.app.select('z-army')")
    opened.settle()
    name, content = _downloaded(
        opened, lambda: opened.page.get_by_role("button", name="Save feature").click()
    )
    feature = json.loads(content)
    assert feature["type"] == "Feature"
    assert feature["id"] == "z-army"
    assert feature["properties"]["quotes"] == "The army holds the northern half of Omdurman"
    assert re.fullmatch(r"[a-z0-9_-]+\.geojson", name)


def _cite(opened):
    opened.page.evaluate("DATELINE.app.select('z-army')")
    opened.settle()
    opened.page.get_by_role("button", name="Copy citation").click()


def _is_whole(citation):
    assert "\n" not in citation
    for part in (
        "monday in Omdurman",
        "11 March 2024",
        "according to the committee",
        "“The army holds the northern half of Omdurman” (characters 24–68)",
        "Map: Omdurman",
    ):
        assert part in citation


def test_a_citation_is_copied_from_a_file_without_a_network(open_page, made):
    opened = open_page(made.made_case(), permissions=["clipboard-read", "clipboard-write"])
    _cite(opened)
    expect(opened.page.locator("#toast")).to_have_text("Citation copied")
    _is_whole(opened.page.evaluate("navigator.clipboard.readText()"))


def test_a_citation_is_copied_where_the_clipboard_is_refused(open_page, made):
    opened = open_page(made.made_case(), permissions=["clipboard-read"])
    opened.page.evaluate(REFUSE)
    _cite(opened)
    expect(opened.page.locator("#toast")).to_have_text("Citation copied")
    _is_whole(opened.page.evaluate("navigator.clipboard.readText()"))


def test_a_citation_that_may_not_be_copied_is_there_to_be_copied_by_hand(opened):
    opened.page.evaluate(REFUSE)
    opened.page.evaluate("() => { document.execCommand = () => false }")
    _cite(opened)
    box = opened.page.get_by_label("Citation", exact=True)
    expect(box).to_be_focused()
    _is_whole(box.input_value())
    selected = "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
    assert opened.page.evaluate(selected) == [0, len(box.input_value())]
