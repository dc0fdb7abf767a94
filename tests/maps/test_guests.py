from __future__ import annotations

import json
import re

import folium
import pytest
from folium.plugins import HeatMap, MiniMap

from maps.page import CaseMap


def _policy(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    return dict(one.strip().partition(" ")[::2] for one in policy.split(";"))


def _names(page):
    (data,) = re.findall(r'(?s)id="data">(.*?)</script>', page)
    return [guest["name"] for guest in json.loads(data)["guests"]]


def _page(case, *layers):
    case_map = CaseMap(case)
    for layer in layers:
        layer.add_to(case_map)
    return case_map.get_root().render()


def test_a_plugin_may_run_its_own_file_and_no_other_of_its_host(make_case):
    policy = _policy(_page(make_case(), HeatMap([[15.6, 32.5]], name="Heat")))
    (allowed,) = [one for one in policy["script-src"].split() if one.startswith("http")]
    assert allowed.endswith("/leaflet_heat.min.js")
    assert policy["connect-src"] == "'none'"


def test_pictures_may_come_from_the_hosts_of_tiles_and_from_nowhere_else(make_case):
    tiles = folium.TileLayer("https://{s}.tiles.example.org/{z}/{x}/{y}.png", attr="x")
    small = MiniMap(tile_layer=folium.TileLayer("https://small.example.org/{z}/{x}/{y}", attr="x"))
    sources = _policy(_page(make_case(), tiles, small))["img-src"].split()
    assert "https:" not in sources
    tiled = {one for one in sources if one.endswith("example.org")}
    assert tiled == {
        "https://a.tiles.example.org",
        "https://b.tiles.example.org",
        "https://c.tiles.example.org",
        "https://small.example.org",
    }


@pytest.mark.parametrize(
    "url", ["https://a.example;script-src *//{z}/{x}/{y}", "javascript:alert(1)", "//a.example/x"]
)
def test_no_address_of_a_layer_says_more_in_the_policy_than_a_host(url, make_case):
    policy = _policy(_page(make_case(), folium.TileLayer(url, attr="x", name="T")))
    assert policy["img-src"] == "data: blob:"
    assert "*" not in policy["script-src"]


def test_layers_without_a_name_are_called_by_their_kind(make_case):
    page = _page(make_case(), folium.FeatureGroup(), folium.FeatureGroup(name="Hospitals"))
    assert _names(page) == ["FeatureGroup", "Hospitals"]


def test_a_layer_that_wants_no_switch_has_none(make_case):
    assert _names(_page(make_case(), folium.FeatureGroup(name="Quiet", control=False))) == []


def test_the_same_layers_give_the_same_bytes(make_case):
    pages = set()
    for _ in range(2):
        group = folium.FeatureGroup()
        folium.Marker([15.6, 32.5], popup="Al Nau").add_to(group)
        pages.add(_page(make_case(), group, HeatMap([[15.6, 32.5]])))
    assert len(pages) == 1
