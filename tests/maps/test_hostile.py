from __future__ import annotations

import csv
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from contextlib import closing
from dataclasses import fields, is_dataclass
from enum import Enum
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from maps.cli import main
from maps.inert import safe_json, shown
from maps.output import write_case
from maps.page import CaseMap
from maps.presentation import Presentation
from tests.maps.hostile import OUR_WORDS, PAYLOADS, SAYABLE, hostile


class _Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.opened = []
        self.handlers = []

    def handle_starttag(self, tag, attrs):
        self.opened.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def _data(page):
    (block,) = re.findall(r'(?s)id="data">(.*?)</script>', page)
    return json.loads(block)


def _elements(page):
    parser = _Elements()
    parser.feed(page)
    return parser


@pytest.fixture(scope="module")
def plain_page(make_dispute):
    return CaseMap(make_dispute(), presentation=Presentation(title="Plain")).get_root().render()


def _texts(value, name=""):
    """Give every text of every record with its field, codes of our own left out."""
    if is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    elif isinstance(value, dict):
        yield from _texts(tuple(value) + tuple(value.values()), name)
    elif isinstance(value, (tuple, frozenset)):
        for one in value:
            yield from _texts(one, name)
    elif isinstance(value, str) and not isinstance(value, Enum) and name not in OUR_WORDS:
        yield name, value


def test_every_field_that_can_hold_a_text_is_tried(make_dispute):
    """A field that is new is tried by itself: fields are walked, not listed."""
    texts = list(_texts(hostile(make_dispute(), "<x>")))
    # What is empty names another record, or nobody.
    assert {name for name, text in texts if text and "<x>" not in text} == set()
    tried = {name for name, text in texts if text}
    assert {"Report.title", "Quote.text", "Source.claimant", "Place.name", "Zone.method"} <= tried
    assert len(tried) > 40


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_adds_no_element_and_runs_nothing_while_building(
    payload, make_dispute, plain_page
):
    case = hostile(make_dispute(), payload)
    page = CaseMap(case, presentation=Presentation(title=payload)).get_root().render()
    page.encode("utf-8")
    assert _elements(page).opened == _elements(plain_page).opened
    assert not _elements(page).handlers
    # As the text it is: in what names actors, and in the words of every claim.
    data = _data(page)
    as_text = shown(payload)
    assert all(one["name"].startswith(as_text) for one in data["actors"])
    assert all(as_text in claim["quote"] for claim in data["claims"])
    assert len(data["claims"]) == len(case.claims)


# In four heaps, because files take a second each: one text of a heap begins it, as a formula must.
HEAPS = [" ".join(SAYABLE[at::4]) for at in range(4)] + ["=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("heap", HEAPS, ids=range(len(HEAPS)))
def test_hostile_text_in_files_is_text_and_no_formula(
    heap, make_dispute, gazetteer, tmp_path_factory
):
    case = hostile(make_dispute(), heap)
    folder = tmp_path_factory.mktemp("out")
    written = write_case(case, folder, gazetteer)
    assert sorted(folder.iterdir()) == sorted(written)
    assert all(re.fullmatch(r"[a-z_]+\.[a-z]+", path.name) for path in written)
    for path in written:
        if path.suffix == ".geojson":
            json.loads(path.read_text("utf-8"))
        if path.suffix == ".csv":
            _is_a_harmless_table(path)
    (claim, *_) = json.loads((folder / "claims.geojson").read_text("utf-8"))["features"]
    assert heap in claim["properties"]["quote"]
    with closing(sqlite3.connect(folder / "case.gpkg")) as package:
        for (style,) in package.execute("SELECT styleQML FROM layer_styles"):
            ET.fromstring(style)  # noqa: S314  our own file


def _is_a_harmless_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert all(len(row) == len(header) for row in rows)
    cells = [cell for row in rows for cell in row]
    assert [one for one in cells if re.match(r"[=+@\t\r]|-(?![\d.])", one)] == []


def test_hostile_names_of_files_and_folders_are_names_and_a_terminal_obeys_none(tmp_path):
    # A file's name can hold all but a slash and a NUL.
    names = [re.sub("[/\x00]", "", one)[:60] for one in SAYABLE]
    folder = tmp_path / names[0]
    folder.mkdir()
    for number, name in enumerate(names):
        text = f"Shells fell on the market of Goma, witness {number} said. Two people had died.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "{{7*7}} <out>"
    done = CliRunner().invoke(main, ["map", str(folder), "-o", str(out)], catch_exceptions=False)
    assert done.exit_code == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", done.output)
    page = (out / "map.html").read_text("utf-8")
    assert not _elements(page).handlers
    reports = {one["id"] for one in _data(page)["reports"]}
    assert {"${window.__x=1}", "__proto__", "{{7*7}} 50{% of {#12"} <= reports
    assert len(reports) == len(names)


def test_what_would_reorder_text_is_taken_out_of_what_is_shown_and_offsets_stay(make_case):
    case = make_case(say=lambda text: f"\u202e{text}")
    page = CaseMap(case).get_root().render()
    assert "\u202e" not in page
    data = _data(page)
    spans = {claim["id"]: claim["end"] for claim in data["claims"]}
    assert spans == {claim.claim_id: claim.quote.end for claim in case.claims}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_for_a_page_holds_nothing_a_browser_or_a_template_reads(payload):
    written = safe_json({"text": payload, "{{": [payload]})
    assert not re.search(r"[<>&\u2028\u2029]|\{[{%#]", written)
    assert json.loads(written)["text"] == shown(payload)
