"""What is built on request is found by every later run, and a failure leaves what was there."""

import json
import shutil

import pytest

from gazetteer import build, extra, open_gazetteer
from gazetteer.errors import GazetteerError
from gazetteer.extra import add_places, build_extra
from gazetteer.place import PlaceKind
from tests.gazetteer.sources.dumps import row, zipped
from tests.gazetteer.sources.test_geonames import SYRIA
from tests.gazetteer.sources.test_osm import feature

DUMP = [*SYRIA, row(8001, "Tell Zzyzx", 36.3, 36.9, codes=("09",), population=700)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    # One index of the embedded places for all the tests here; it takes half a minute.
    folder = tmp_path_factory.mktemp("cache")
    with_it = extra.default_cache_folder()
    whole = build.index_path(with_it)
    if whole.is_file():
        shutil.copyfile(whole, folder / whole.name)
    return folder


@pytest.fixture
def cache(folder):
    yield folder
    for path in (*folder.glob("extra-*"), folder / "own"):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def test_a_dump_that_was_built_is_used_from_then_on_beside_the_embedded_places(tmp_path, cache):
    dump = zipped(tmp_path / "SY.zip", "SY.txt", DUMP)
    built = build_extra(cache_folder=cache, geonames=dump)
    assert not built.told
    gazetteer = open_gazetteer(cache_folder=cache)
    (place,) = gazetteer.named("Tell Zzyzx")
    assert [one.id for one in gazetteer.ancestors(place)] == ["iso:SY-HL", "iso:SY"]
    assert gazetteer.place("iso:SY-HL").outline is not None
    assert [one.id for one in gazetteer.named("Aleppo")].count("geonames:170063") == 1
    assert gazetteer.place("iso:SY").kind is PlaceKind.COUNTRY
    assert gazetteer.similar("Tell Zzyzz")[0][0].id == "geonames:8001"
    gazetteer.close()


def test_outlines_are_laid_over_the_places_of_the_dump(tmp_path, cache):
    dump = zipped(tmp_path / "SY.zip", "SY.txt", DUMP)
    ring = [[36.8, 36.2], [37.0, 36.2], [37.0, 36.4], [36.8, 36.4], [36.8, 36.2]]
    polygon = {"type": "Polygon", "coordinates": [ring]}
    outlines = tmp_path / "syria.geojson"
    outlines.write_text(
        json.dumps(feature(None, polygon, name="Tell Zzyzx", osm_id=-5, place="town"))
    )
    build_extra(cache_folder=cache, geonames=dump, outlines=[outlines])
    gazetteer = open_gazetteer(cache_folder=cache)
    (place,) = gazetteer.named("tell zzyzx")
    assert place.id == "geonames:8001"
    assert place.outline.bounds == (36.8, 36.2, 37.0, 36.4)
    assert place in gazetteer.containing(36.95, 36.25)
    gazetteer.close()


def test_rows_left_out_are_told(tmp_path, cache):
    dump = zipped(tmp_path / "SY.zip", "SY.txt", [*DUMP, row(8002, "Off the map", 200, 0)])
    (sentence,) = build_extra(cache_folder=cache, geonames=dump).told
    assert sentence.startswith("SY.zip: 1 left out, the first at line 9: 200, 0 is not")


def test_a_build_that_fails_leaves_the_index_that_was_there(tmp_path, cache):
    dump = zipped(tmp_path / "SY.zip", "SY.txt", DUMP)
    (path,) = build_extra(cache_folder=cache, geonames=dump).paths
    before = path.read_bytes()
    rows = [row(n, f"Place {n * 7919 % 1013}", n % 90, n % 180) for n in range(1, 9_000)]
    damaged = zipped(tmp_path / "bad.zip", "bad.txt", rows)
    content = bytearray(damaged.read_bytes())
    content[-len(content) // 3] ^= 0xFF
    damaged.write_bytes(content)
    with pytest.raises(GazetteerError, match="download it again"):
        build_extra(cache_folder=cache, geonames=damaged)
    assert path.read_bytes() == before
    assert sorted(file.name for file in cache.glob("*")) == sorted(
        [path.name, build.index_path(cache).name]
    )


def test_nothing_to_build_from_is_said(cache):
    with pytest.raises(GazetteerError, match="Nothing to build from"):
        build_extra(cache_folder=cache)


def test_places_that_were_added_win_in_later_runs_until_they_are_replaced(tmp_path, cache):
    mine = tmp_path / "mine.csv"
    mine.write_text("id,name,lon,lat\ngeonames:170063,Aleppo,37.2,36.21\n,Checkpoint Nine,37,36\n")
    (kept,) = add_places([mine], cache_folder=cache)
    gazetteer = open_gazetteer(cache_folder=cache)
    assert gazetteer.place("geonames:170063").longitude == 37.2
    assert gazetteer.named("Aleppo")[0].source == "mine.csv"
    assert gazetteer.named("Checkpoint Nine")
    gazetteer.close()
    mine.write_text("name,lon,lat\nCheckpoint Ten,37,36\n")
    assert add_places([mine], cache_folder=cache) == (kept,)
    gazetteer = open_gazetteer(cache_folder=cache)
    assert gazetteer.named("Checkpoint Ten")
    assert not gazetteer.named("Checkpoint Nine")
    gazetteer.close()


def test_a_file_with_a_bad_row_keeps_none_of_those_given_with_it(tmp_path, cache):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("name,lon,lat\nHere,37,36\n")
    bad.write_text("name,lon,lat\nThere,370,36\n")
    with pytest.raises(GazetteerError, match=r"Place 1 of .*bad\.csv"):
        add_places([good, bad], cache_folder=cache)
    assert not extra.own_files(cache)
