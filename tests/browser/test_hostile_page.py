"""Text by strangers in every field of every record: it runs nothing and is shown as it is."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from maps.inert import shown
from tests.maps.hostile import SAYABLE, hostile

# In three heaps, because a page of one text takes a second; one text of a heap begins it.
HEAPS = [" ".join(SAYABLE[at::3]) for at in range(3)]
TRAP = """() => {
  window.__refused = [];
  document.addEventListener("securitypolicyviolation", (one) => window.__refused.push(one.violatedDirective));
}"""  # noqa: E501  one statement
# Everything that can be chosen, one by one, and every tip; what is seen of it is gathered.
WALK = """async () => {
  const { app } = DATELINE;
  const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const seen = [];
  document.querySelector("[data-mode=all]").click();
  document.querySelector("#layers-panel .filters button").click();
  app.panels.sheet("claims");
  for (const one of DATELINE.SCENARIOS) app.state.scenarios.add(one.id);
  for (const item of app.model.items) {
    app.select(item.id);
    await next();
    seen.push(document.querySelector("#evidence").textContent);
  }
  for (const origin of app.model.views.keys()) { app.setView(origin); await next(); }
  app.setView(null);
  app.openList("Here", app.model.items);
  app.map.eachLayer((layer) => layer.getTooltip && layer.getTooltip() && layer.openTooltip());
  app.sheet.build();
  await next();
  app.select(null);
  for (const one of document.querySelectorAll("details")) one.open = true;
  await next();
  return seen;
}"""  # noqa: E501  reads as a script
LINKS = """() => [...document.querySelectorAll("body [href], body [src], body [action]")]
  .map((one) => one.getAttribute("href") || one.getAttribute("src")).filter((one) => !one.startsWith("#"))"""  # noqa: E501


@pytest.fixture(params=HEAPS, ids=range(len(HEAPS)))
def heap(request):
    return request.param


@pytest.fixture
def opened(heap, open_page, made):
    opened = open_page(hostile(made.made_dispute(), heap), base=made.surroundings())
    opened.page.on("dialog", lambda dialog: opened.complaints.append(dialog.message))
    opened.page.evaluate(TRAP)
    return opened


def _ran_nothing(opened):
    assert opened.page.evaluate("[window.__x, window.__refused]") == [None, []]
    assert opened.page.evaluate(LINKS) == []
    assert opened.requests == []
    assert opened.complaints == []


def _saved(opened, kind):
    opened.page.click("#export")
    with opened.page.expect_download() as download:
        opened.page.click(f"[data-export={kind}]")
    assert re.fullmatch(r"[a-z0-9_.-]+", download.value.suggested_filename)
    return Path(download.value.path()).read_bytes()


def test_nothing_runs_whatever_is_opened_and_every_text_is_shown_as_it_is(opened, heap):
    seen = opened.page.evaluate(WALK)
    as_text = shown(heap)
    assert [one for one in seen if as_text not in one] == []
    # HTML ends every line in the one way.
    assert as_text.replace("\r\n", "\n") in opened.page.locator("h1").text_content()
    for panel in ("#layers-panel", "#claims-panel", "#evidence", "#map"):
        assert as_text in opened.page.locator(panel).text_content(), panel
    opened.page.evaluate("text => { DATELINE.app.state.query = text; }", as_text)
    opened.page.evaluate("DATELINE.app.queue()")
    opened.settle()
    assert as_text in opened.page.locator("#chips").text_content()
    # A word of three hundred letters is broken, and nothing is pushed off the screen.
    wide = "[document.documentElement.scrollWidth, document.querySelector('#evidence').scrollWidth]"
    assert opened.page.evaluate(wide) == [
        1440,
        opened.page.locator("#evidence").bounding_box()["width"],
    ]
    _ran_nothing(opened)


def test_what_is_saved_from_the_page_holds_the_text_and_no_formula(opened, heap):
    opened.page.evaluate("() => document.querySelector('[data-mode=all]').click()")
    opened.settle()
    as_text = shown(heap)
    for kind in ("geojson", "complete"):
        features = json.loads(_saved(opened, kind))["features"]
        assert all(as_text in one["properties"]["headline"] for one in features)
    rows = list(csv.DictReader(io.StringIO(_saved(opened, "csv").decode("utf-8-sig"), newline="")))
    assert all(as_text in row["headline"] for row in rows)
    cells = [cell for row in rows for cell in row.values()]
    assert [one for one in cells if re.match(r"[=+@\t\r]|-(?![\d.])", one or "")] == []
    kml = ET.fromstring(_saved(opened, "kml"))  # noqa: S314  our own page wrote it
    names = [one.text for one in kml.iter("{http://www.opengis.net/kml/2.2}name")]
    # XML ends every line in the one way.
    as_xml = as_text.replace("\r\n", "\n").replace("\r", "\n")
    assert sum(as_xml in (one or "").replace("\r", "\n") for one in names) >= len(features) // 2
    assert not list(kml.iter("script"))
    assert _saved(opened, "png").startswith(b"\x89PNG")
    _ran_nothing(opened)
