"""The tables keep the promises that renderers and users' scripts rely on."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pytest
from shapely.geometry import Polygon, box

from geo.claims import Where
from geo.errors import TableError
from geo.tables import (
    CLAIM_COLUMNS,
    checked,
    claims_table,
    incidents_table,
    not_used_table,
    reports_table,
    zones_table,
)
from tests.maps.made_case import made_case

BOW_TIE = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


def table(shape, *, crs="EPSG:4326"):
    return gpd.GeoDataFrame({"zone_id": ["z"]}, geometry=[shape], crs=crs)


def test_a_table_without_a_promised_column_is_refused_by_name():
    with pytest.raises(TableError, match="lacks status"):
        checked(table(box(0, 0, 1, 1)), ["zone_id", "status"])


def test_a_table_in_metres_is_refused_with_the_cure():
    with pytest.raises(TableError, match="to_crs"):
        checked(table(box(0, 0, 1, 1), crs="EPSG:3857"), ["zone_id"])


@pytest.mark.parametrize("shape", [BOW_TIE, Polygon()], ids=["invalid", "empty"])
def test_a_shape_that_cannot_be_drawn_is_refused_with_its_row(shape):
    with pytest.raises(TableError, match=r"rows \[0\]"):
        checked(table(shape), ["zone_id"])


def test_every_row_of_a_case_stands_in_its_table():
    case = made_case()
    assert list(zones_table(case).zone_id) == [zone.zone_id for zone in case.zones]
    assert len(incidents_table(case)) == len(case.incidents)
    assert len(claims_table(case)) == len(case.claims)
    assert len(reports_table(case)) == len(case.reports)
    assert len(not_used_table(case)) == len(case.not_used)


def test_claims_of_every_kind_have_the_same_columns():
    claims = claims_table(made_case())
    assert set(CLAIM_COLUMNS) <= set(claims.columns)
    assert set(claims.kind) == {"control", "incident", "toll"}


def test_a_claim_without_a_place_has_no_shape_and_keeps_its_row():
    case = made_case()
    first, *others = case.claims
    lost = replace(first, where=Where(None, "somewhere"))
    claims = claims_table(replace(case, claims=(lost, *others))).set_index("claim_id")
    assert claims.loc[lost.claim_id].geometry is None
    assert claims.loc[lost.claim_id].place_name == "somewhere"
    assert len(claims) == len(case.claims)


def test_dates_are_iso_and_the_end_is_the_first_day_after():
    case = made_case()
    zone = next(zone for zone in case.zones if zone.valid_to is not None)
    row = zones_table(case).set_index("zone_id").loc[zone.zone_id]
    assert row.valid_from == zone.valid_from.isoformat()
    assert row.valid_to == zone.valid_to.isoformat()
