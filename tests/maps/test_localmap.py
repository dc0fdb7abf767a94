from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from shapely.geometry import LineString, MultiPolygon, box

from maps import localmap
from maps.cli import main
from maps.localmap import LocalMap, LocalMapError
from maps.payload import view_of
from tests.maps.made_tiles import write_tiles


@pytest.fixture(scope="module")
def view(make_case):
    return view_of(make_case())


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return write_tiles(tmp_path_factory.mktemp("tiles") / "town.pmtiles")


def _drawn(record):
    return {shape["class"]: shape.get("rings") or shape["lines"] for shape in record["shapes"]}


def _positions(steps):
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / 100_000, y / 100_000


def test_streets_water_and_buildings_are_drawn_from_the_ground_up(town, view):
    record = LocalMap(town).record(view)
    drawn = _drawn(record)
    assert list(drawn) == ["green", "water", "building", "path", "street", "road"]
    (river,) = drawn["water"]  # cut at the edges of tiles, and joined again
    xs = [x for x, _ in _positions(river)]
    assert min(xs) == pytest.approx(32.505, abs=1e-4)
    assert max(xs) == pytest.approx(32.515, abs=1e-4)


def test_what_lies_far_from_the_case_is_left_out(town, view):
    west, south, east, north = view
    for steps in (one for shape in _drawn(LocalMap(town).record(view)).values() for one in shape):
        for x, y in _positions(steps):
            assert west - (east - west) < x < east + (east - west)
            assert south - (north - south) < y < north + (north - south)


def test_the_same_file_gives_the_same_bytes(town, view):
    assert json.dumps(LocalMap(town).record(view)) == json.dumps(LocalMap(town).record(view))


def test_the_layers_of_openmaptiles_are_known_as_well(tmp_path, view):
    layers = {
        "transportation": [("motorway", LineString([(32.40, 15.60), (32.52, 15.71)]))],
        "waterway": [("stream", LineString([(32.42, 15.68), (32.49, 15.61)]))],
        "building": [(None, box(32.46, 15.64, 32.4605, 15.6405))],
    }
    path = write_tiles(tmp_path / "omt.pmtiles", layers=layers, column="class")
    assert list(_drawn(LocalMap(path).record(view))) == ["stream", "building", "road"]


def test_a_credit_that_is_markup_is_taken_as_its_text(town, view):
    assert LocalMap(town).record(view)["credit"] == "Protomaps © Us"


def test_what_does_not_fit_the_budget_loses_its_buildings_first(tmp_path, view, monkeypatch):
    many = [
        ("building", box(x, y, x + 0.0004, y + 0.0004))
        for x in (32.40 + 0.001 * step for step in range(100))
        for y in (15.60 + 0.001 * step for step in range(40))
    ]
    roads = [("highway", LineString([(32.40, 15.60), (32.52, 15.71)]))]
    layers = {"roads": roads, "buildings": many}
    path = write_tiles(tmp_path / "dense.pmtiles", layers=layers)
    assert "building" in _drawn(LocalMap(path).record(view))
    monkeypatch.setattr(localmap, "_BUDGET", 20_000)
    record = LocalMap(path).record(view)
    assert list(_drawn(record)) == ["road"]
    assert len(json.dumps(record)) < 21_000


def test_a_file_about_somewhere_else_is_refused_with_the_cure(tmp_path, view):
    path = write_tiles(tmp_path / "elsewhere.pmtiles", shift=30.0)
    with pytest.raises(LocalMapError, match="cut another one out there"):
        LocalMap(path).record(view)


@pytest.mark.parametrize(
    "content",
    [b"", b"PMTiles", b"PMTiles\x03" + b"\x00" * 200, b"PMTiles\x03" + b"\xff" * 400, b"{}" * 99],
)
def test_a_file_that_is_no_such_map_is_refused_in_one_sentence(content, tmp_path):
    path = tmp_path / "town.pmtiles"
    path.write_bytes(content)
    with pytest.raises(LocalMapError, match=r"^town\.pmtiles is no PMTiles file") as refused:
        LocalMap(path)
    assert "\n" not in str(refused.value)


def test_a_file_with_no_layer_that_is_known_is_refused(tmp_path):
    layers = {"mine": [("x", MultiPolygon([box(32.4, 15.6, 32.5, 15.7)]))]}
    with pytest.raises(LocalMapError, match="layers of Protomaps or OpenMapTiles"):
        LocalMap(write_tiles(tmp_path / "mine.pmtiles", layers=layers))


def test_the_command_refuses_a_bad_file_before_it_reads_a_report(tmp_path):
    path = tmp_path / "town.pmtiles"
    path.write_bytes(b"no")
    run = CliRunner().invoke(main, ["map", str(tmp_path), "--pmtiles", str(path)])
    assert run.exit_code == 1
    assert "is no PMTiles file" in run.output
