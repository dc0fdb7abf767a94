"""The GeoPackage: every table a layer, and the styles that QGIS finds in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from shapely.geometry import box

from geo.codes import ZoneStatus
from maps.export.geopackage import write_geopackage
from maps.export.qgis_style import incidents_style, zones_style
from maps.palette import ActorStyle


@pytest.fixture
def package(tmp_path):
    zones = gpd.GeoDataFrame(
        {"zone_id": ["z1"], "actor": ["o'brien"], "status": ["held"], "share_best": [None]},
        geometry=[box(30, 10, 31, 11)],
        crs="EPSG:4326",
    )
    sheet = pd.DataFrame({"report_id": ["r"], "start": pd.array([None], dtype="Int64")})
    styles = {
        "zones": zones_style({"o'brien": ActorStyle("#33363F", "#FFFFFF", "dots")}, {}),
        "incidents": incidents_style(),
    }
    path = tmp_path / "case.gpkg"
    empty = zones.iloc[:0]
    write_geopackage({"zones": zones, "incidents": empty, "not_used": sheet}, path, styles=styles)
    return path


def test_every_table_is_a_layer(package):
    layers = {name for name, _ in pyogrio.list_layers(package)}
    assert layers >= {"zones", "incidents", "not_used"}


def test_a_layer_reads_back_as_it_was_written(package):
    back = gpd.read_file(package, layer="zones")
    assert back.crs == "EPSG:4326"
    assert back.loc[0, "zone_id"] == "z1"
    assert back.geometry.iloc[0].equals(box(30, 10, 31, 11))


def test_the_styles_are_where_qgis_looks_for_them(package):
    with closing(sqlite3.connect(package)) as database:
        rows = database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles")
        styles = {name: ET.fromstring(qml) for name, default, qml in rows if default}  # noqa: S314  ours
    assert set(styles) == {"zones", "incidents"}
    filters = [rule.get("filter") for rule in styles["zones"].iter("rule")]
    assert "\"actor\" = 'o''brien'" in filters
    assert f"\"status\" = '{ZoneStatus.NOT_STATED}'" in filters


def test_writing_twice_leaves_one_complete_file(package):
    again = gpd.read_file(package, layer="zones")
    write_geopackage({"zones": again}, package, styles={})
    assert {name for name, _ in pyogrio.list_layers(package)} == {"zones", "layer_styles"}
    assert [path.name for path in package.parent.iterdir()] == ["case.gpkg"]
