"""From the example reports to a case and its files, whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import geopandas as gpd
import pytest

from geo.claims import ControlClaim, IncidentClaim
from geo.codes import Reason
from geo.tables import incidents_table, zones_table
from maps.export.geojson import to_geojson
from maps.output import write_case
from maps.pipeline import map_reports

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = {
    "map.html",
    "preview.png",
    "places.geojson",
    "zones.geojson",
    "incidents.geojson",
    "claims.geojson",
    "claims.csv",
    "reports.csv",
    "not_used.csv",
    "notice.csv",
    "contradictions.csv",
    "divergences.geojson",
    "incident_areas.geojson",
    "zone_ranges.geojson",
    "totals.csv",
    "case.gpkg",
}


@pytest.fixture(scope="module")
def written(seeds_case, gazetteer, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    write_case(seeds_case, folder, gazetteer)
    return folder


@pytest.mark.parametrize(
    ("name", "table"), [("zones", zones_table), ("incidents", incidents_table)]
)
def test_the_shapes_of_the_example_reports_are_the_golden_ones(seeds_case, request, name, table):
    now = to_geojson(table(seeds_case))
    golden = GOLDEN / f"{name}.geojson"
    if request.config.getoption("--update-golden"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")


def test_every_promised_file_is_written_and_nothing_else(written):
    assert {path.name for path in written.iterdir()} == FILES


def test_every_geojson_is_read_by_geopandas(written):
    for name in ("places", "zones", "incidents", "claims"):
        table = gpd.read_file(written / f"{name}.geojson")
        assert len(table) > 0
        assert table.crs == "EPSG:4326"


def test_every_zone_and_incident_leads_back_to_words(seeds_case):
    texts = {report.report_id: report.text for report in seeds_case.reports}
    drawn = [*seeds_case.zones, *seeds_case.incidents]
    stated = [one for one in drawn if one.claim_ids]
    assert len(stated) >= len(drawn) * 0.9
    for one in stated:
        for claim_id in one.claim_ids:
            quote = seeds_case.claims_by_id[claim_id].quote
            assert texts[quote.report_id][quote.start : quote.end] == quote.text


def test_claims_keep_their_ids_whatever_else_is_in_the_folder(
    seeds_case, seeds_folder, gazetteer, tmp_path
):
    name = "a-firepower-for-the-factions.txt"
    shutil.copy(seeds_folder / name, tmp_path)
    alone = map_reports([tmp_path], gazetteer=gazetteer)
    ids = {claim.claim_id for claim in alone.claims}
    together = {
        claim.claim_id
        for claim in seeds_case.claims
        if claim.quote.report_id == "a-firepower-for-the-factions"
    }
    assert ids == together


def test_the_same_reports_give_the_same_files_to_the_byte(seeds_case, written, gazetteer, tmp_path):
    write_case(seeds_case, tmp_path, gazetteer)
    for name in FILES - {"case.gpkg"}:  # a GeoPackage holds the time it was written
        assert (tmp_path / name).read_bytes() == (written / name).read_bytes(), name


def test_a_report_that_cannot_be_read_does_not_cost_the_others(gazetteer, tmp_path):
    (tmp_path / "good.txt").write_text(
        "Rebel fighters seized the town of Bentiu on 4 May 2014, the army said.\n"
    )
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "empty.txt").write_text("")
    case = map_reports([tmp_path], gazetteer=gazetteer)
    assert [report.report_id for report in case.reports] == ["good"]
    reasons = {one.report_id: one.reason for one in case.not_used if one.quote is None}
    assert reasons["binary"] is Reason.UNREADABLE
    assert reasons["empty"] is Reason.EMPTY
    assert case.claims


def test_a_folder_without_claims_still_makes_a_map(gazetteer, tmp_path):
    (tmp_path / "quiet.txt").write_text("The weather in the valley was mild. Nothing was said.\n")
    case = map_reports([tmp_path], gazetteer=gazetteer)
    write_case(case, tmp_path / "out", gazetteer)
    assert json.loads((tmp_path / "out" / "zones.geojson").read_text())["features"] == []
    assert "<html" in (tmp_path / "out" / "map.html").read_text(encoding="utf-8")


def test_what_is_drawn_was_asserted_attributed_or_hedged(seeds_case):
    for zone in seeds_case.zones:
        for claim_id in zone.claim_ids:
            claim = seeds_case.claims_by_id[claim_id]
            assert isinstance(claim, ControlClaim)
            assert claim.assertion in {"asserted", "attributed", "hedged"}
    for incident in seeds_case.incidents:
        for claim_id in incident.claim_ids:
            claim = seeds_case.claims_by_id[claim_id]
            assert isinstance(claim, IncidentClaim)
            assert claim.assertion in {"asserted", "attributed", "hedged"}
