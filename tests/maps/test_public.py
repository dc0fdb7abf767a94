"""What strangers get: no private name and no sharp position in any file that is written."""

from __future__ import annotations

import json
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from click.testing import CliRunner

from gazetteer.place import Place, PlaceKind
from geo.claims import Quote
from geo.people import Person, Standing
from geo.public.case import published
from maps.cli import main
from maps.output import write_case
from maps.page import CaseMap
from maps.payload import payload_of
from tests.maps.made_case import TEXTS, made_case

NAME = "Amna Idris"
STATE = Place(
    "sd:state", "Khartoum State", PlaceKind.PROVINCE, 32.57, 15.63, country="SD",
    outline=shapely.box(32.01, 15.21, 33.13, 16.05),
)  # fmt: skip


@pytest.fixture(scope="module")
def case():
    words = TEXTS["monday"].replace("in Omdurman.", f"in Omdurman, {NAME} said.")
    made = made_case(texts={"monday": words, "tuesday": f"{TEXTS['tuesday']} {NAME} fled."})
    people = []
    for report in made.reports:
        at = report.text.index(NAME)
        quote = Quote(report.report_id, at, at + len(NAME), NAME)
        people.append(Person(quote, Standing.PRIVATE, NAME, "teacher"))
    first = made.reports[0]
    shells = made.claims_by_id["i-shells"]
    quote = Quote(first.report_id, 0, len(first.text), first.text)
    told = replace(shells, quote=quote, source=replace(shells.source, claimant=NAME))
    claims = tuple(told if claim is shells else claim for claim in made.claims)
    places = tuple(replace(place, parents=("sd:state",)) for place in made.places)
    titled = (replace(first, title=f"What {NAME} saw"), *made.reports[1:])
    return replace(made, reports=titled, claims=claims, places=places, people=tuple(people))


@pytest.fixture(scope="module")
def files(case, gazetteer, tmp_path_factory):
    folder = tmp_path_factory.mktemp("public")
    public = published(case, coarsen_m=15_000, look={"sd:state": STATE}.__getitem__)
    return write_case(public, folder, gazetteer)


def test_a_private_name_is_in_no_file(files):
    for path in files:
        assert b"Idris" not in path.read_bytes(), path.name


STORY = """Strike kills two in Kharkiv

KHARKIV (Reuters) - A missile killed Yefrosinia Bilous, 62, and her neighbour Arseny in Kharkiv on Monday, Zhanna Shevchuk said.

Russian forces hold Kupiansk, Shevchuk told Reuters by phone. "They shelled Izium," Yefrosinia’s brother said.
"""  # noqa: E501


def test_no_byte_of_what_the_command_writes_or_says_has_a_private_name(tmp_path):
    (tmp_path / "monday.txt").write_text(STORY, "utf-8")
    (tmp_path / "tuesday.txt").write_text(STORY.replace("two", "three"), "utf-8")
    out = tmp_path / "out"
    told = CliRunner().invoke(main, ["map", str(tmp_path), "-o", str(out)])
    assert told.exit_code == 0, told.output
    words = {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert {"map.html", "claims.csv", "case.gpkg", "preview.png"} <= set(words)
    for where, text in {**words, "output": told.output.encode()}.items():
        for name in ("yefrosinia", "bilous", "arseny", "zhanna", "shevchuk"):
            assert name.encode() not in text.lower(), f"{name} in {where}"
    assert b"[name removed]" in words["claims.csv"]


def test_names_are_in_the_files_where_that_is_asked_for(case, gazetteer, tmp_path):
    written = write_case(published(case, include_names=True), tmp_path, gazetteer)
    texts = {path.name: path.read_bytes() for path in written}
    assert NAME.encode() in texts["claims.csv"]
    assert NAME.encode() in texts["map.html"]


def test_every_file_says_what_was_taken_out(files):
    by_name = {path.name: path for path in files}
    for name in ("zones.geojson", "incidents.geojson", "claims.geojson", "places.geojson"):
        told = json.loads(by_name[name].read_text("utf-8"))
        assert told["dateline"]["names_removed"] == 2
        assert told["dateline"]["coarsened_m"] == 15_000
        assert all(one["properties"]["coarsened_m"] == 15_000 for one in told["features"])
    claims = pd.read_csv(by_name["claims.csv"])
    assert claims.names_removed.sum() == 1
    assert set(claims.coarsened_m) == {15_000}
    (notice,) = pd.read_csv(by_name["notice.csv"]).to_dict("records")
    assert "Quotes may still name the place" in notice["notice"]
    layer = pyogrio.read_dataframe(by_name["case.gpkg"], layer="notice")
    assert list(layer.names_removed) == [2]
    assert "coarsened_m" in pyogrio.read_dataframe(by_name["case.gpkg"], layer="zones")
    page = by_name["map.html"].read_text("utf-8")
    assert "2 names of 2 private persons" in page
    assert "coarsened to 15,000 m" in page


def spots(value):
    """Yield every pair of coordinates in JSON."""
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(one, (int, float)) for one in value):
            yield tuple(round(one, 4) for one in value)
        else:
            for one in value:
                yield from spots(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from spots(one)


def sharp(case):
    shapes = [incident.geometry for incident in case.incidents]
    shapes += [zone.geometry for zone in case.zones]
    shapes += [place.outline for place in case.places]
    found = {tuple(pair) for one in shapes for pair in shapely.get_coordinates(one).round(4)}
    return found | {(round(one.longitude, 4), round(one.latitude, 4)) for one in case.places}


def test_no_sharp_position_is_in_any_file(case, files):
    kept = sharp(case)
    for path in files:
        if path.suffix == ".geojson":
            assert not kept & set(spots(json.loads(path.read_text("utf-8")))), path.name
    package = next(path for path in files if path.suffix == ".gpkg")
    for layer, kind in pyogrio.list_layers(package):
        if kind is not None:
            shapes = gpd.read_file(package, layer=layer).geometry.dropna()
            found = {tuple(pair) for pair in shapely.get_coordinates(list(shapes)).round(4)}
            assert not kept & found, layer


def test_no_sharp_position_and_no_place_id_is_in_the_page(case):
    public = published(case, coarsen_m=15_000, look={"sd:state": STATE}.__getitem__)
    payload = payload_of(public)
    assert not sharp(case) & set(spots(payload))
    text = json.dumps(payload)
    assert not [place.id for place in case.places if place.id in text]
    assert len(payload["view"]) == 4
    assert payload["coarsened_m"] == 15_000


def test_a_page_made_in_python_is_for_the_public_too(case):
    page = CaseMap(case, coarsen_m=15_000, base=[STATE]).get_root().render()
    assert NAME not in page
    assert "sd:omdurman" not in page
    assert NAME in CaseMap(case, include_names=True).get_root().render()
