"""The files: whole or not at all, and what each format promises."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import LinearRing, Point, Polygon, box, shape

from maps.export.csv import write_csv
from maps.export.files import OutputError, whole_file, write_text
from maps.export.geojson import geometry_member, to_geojson, write_geojson


@pytest.fixture
def table():
    rows = pd.DataFrame({"zone_id": ["z1", "z2", "z3"], "share_best": [0.5, None, 1.0]})
    shapes = pd.Series([box(30, 10, 31, 11), None, Point(30.123456789, 10)], dtype=object)
    return gpd.GeoDataFrame(rows, geometry=gpd.GeoSeries(shapes, crs="EPSG:4326"))


def test_rings_follow_the_right_hand_rule(table):
    (ring, *_), *_ = [
        feature["geometry"]["coordinates"]
        for feature in json.loads(to_geojson(table))["features"]
        if feature["geometry"] and feature["geometry"]["type"] == "Polygon"
    ]
    assert LinearRing(ring).is_ccw


def test_a_feature_without_a_place_has_a_null_geometry(table):
    features = json.loads(to_geojson(table))["features"]
    assert [feature["geometry"] is None for feature in features] == [False, True, False]


def test_a_missing_number_is_null_and_never_nan(table):
    text = to_geojson(table)
    assert "NaN" not in text
    assert json.loads(text)["features"][1]["properties"]["share_best"] is None


def test_coordinates_are_rounded_to_a_tenth_of_a_metre(table):
    point = json.loads(to_geojson(table))["features"][2]["geometry"]
    assert point["coordinates"] == [30.123457, 10.0]


def test_a_zone_over_the_antimeridian_is_cut_at_180_degrees():
    across = Polygon([(178, -17), (182, -17), (182, -15), (178, -15)])
    member = geometry_member(across)
    assert member["type"] == "MultiPolygon"
    cut = shape(member)
    assert cut.bounds[0] >= -180
    assert cut.bounds[2] <= 180
    assert cut.area == pytest.approx(across.area)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_run_as_a_formula_is_text(tmp_path, start):
    path = tmp_path / "claims.csv"
    write_csv(pd.DataFrame({"quote": [start + "HYPERLINK('http://x')"]}), path)
    assert f"'{start}HYPER" in path.read_bytes().decode()


def test_a_count_stays_a_whole_number_in_the_spreadsheet(tmp_path):
    path = tmp_path / "claims.csv"
    write_csv(pd.DataFrame({"fatalities_low": [39.0, None]}), path)
    assert path.read_text().split() == ["fatalities_low", "39", '""']


def test_a_failed_write_leaves_what_stood_there_before(tmp_path):
    path = tmp_path / "zones.geojson"
    path.write_text("before")

    def fail_half_way():
        with whole_file(path) as temporary:
            temporary.write_text("half of")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_one_sentence_with_the_cure(tmp_path):
    (tmp_path / "out").write_text("a file, not a folder")
    with pytest.raises(OutputError, match="choose another folder with --output"):
        write_text(tmp_path / "out" / "map.html", "x")


def test_report_text_in_a_property_stays_text(tmp_path, table):
    path = tmp_path / "zones.geojson"
    table["zone_id"] = ['{{ 7*7 }}</script>"', "مارع", "a\nb"]
    write_geojson(table, path)
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert [one["properties"]["zone_id"] for one in features] == list(table["zone_id"])
