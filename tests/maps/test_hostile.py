from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from maps.inert import safe_json, shown
from maps.page import CaseMap

# What ran in Folium's own layers, in a browser or while the map was built.
PAYLOADS = (
    '<img src=x onerror="window.__x=1">',
    "</script><script>window.__x=1</script>",
    "${window.__x=1}",
    "`+(window.__x=1)+`",
    "{{ cycler.__init__.__globals__.os.abort() }}",
    "{{7*7}} 50{% of {#12",
    "<!--<script>",
    "javascript:window.__x=1",
    "\u202eevil\u202c",
    '=HYPERLINK("http://x")',
    "<svg onload=window.__x=1>",
    "@@script@@ @@data@@",
    "\u2028window.__x=1\u2029",
    "\ud800 alone",
    "]]>&lt;b&gt;'\"",
)


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
def plain_page(make_case):
    return CaseMap(make_case(), title="Plain").get_root().render()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_adds_no_element_and_runs_nothing_while_building(
    payload, make_case, plain_page
):
    # In every field a stranger may write: texts, titles, outlets, names of places and actors.
    case = make_case(say=lambda text: f"{payload} {text}")
    page = CaseMap(case, title=payload).get_root().render()
    page.encode("utf-8")
    assert _elements(page).opened == _elements(plain_page).opened
    assert not _elements(page).handlers


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_is_shown_as_the_text_it_is(payload, make_case):
    case = make_case(say=lambda text: f"{payload} {text}")
    page = CaseMap(case).get_root().render()
    data = _data(page)
    assert data["actors"][0]["name"].startswith(shown(payload))


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
