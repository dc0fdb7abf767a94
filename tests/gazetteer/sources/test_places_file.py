"""The analyst's own places win over all others, and a bad row is named."""

import json

import pytest

from gazetteer import open_gazetteer
from gazetteer.errors import GazetteerError
from gazetteer.place import PlaceKind
from gazetteer.sources.places_file import read_places_file

SQUARE = [[[34.0, 48.0], [34.1, 48.0], [34.1, 48.1], [34.0, 48.1], [34.0, 48.0]]]


def write(folder, name, content):
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def feature(geometry=None, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_half_a_letter_in_a_name_is_shown_as_missing_and_breaks_no_index(tmp_path):
    row = {"name": "Nahra \ud800", "id": "mine:\udc00", "other_names": ["\ud83d\ude00"]}
    rows = [feature({"type": "Point", "coordinates": [36.5, 33.1]}, **row)]
    content = json.dumps({"type": "FeatureCollection", "features": rows})
    (place,) = read_places_file(write(tmp_path, "mine.geojson", content))
    assert (place.name, place.id, place.other_names) == ("Nahra ?", "mine:?", ("\U0001f600",))


def test_a_table_gives_places(tmp_path):
    path = write(
        tmp_path,
        "mine.csv",
        "name,kind,lon,lat,other_names,reach_m\nNahra,camp,36.5,33.1,Nahrah|نهرة,800\n",
    )
    (place,) = read_places_file(path)
    assert (place.name, place.kind, place.longitude, place.latitude) == (
        "Nahra",
        PlaceKind.CAMP,
        36.5,
        33.1,
    )
    assert place.other_names == ("Nahrah", "نهرة")
    assert (place.reach_m, place.id, place.source) == (800.0, "mine:1", "mine.csv")


def test_an_outline_gives_a_place_with_a_point_inside_it(tmp_path):
    geometry = {"type": "Polygon", "coordinates": SQUARE}
    features = [feature(geometry, name="Orsa", kind="district", other_names=["Orssa"])]
    path = write(tmp_path, "mine.geojson", json.dumps({"features": features}))
    (place,) = read_places_file(path)
    assert place.outline.area == pytest.approx(0.01)
    assert 34.0 < place.longitude < 34.1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "name,lon,lat\nNahra,36,33\nOrsa,,\n", "Place 2 .* no lon and lat"),
        ("a.csv", "name,lon,lat\n,36,33\n", "Place 1 .* no name"),
        ("a.csv", "name,lon,lat\nNahra,33,136\n", "not a longitude and a latitude"),
        ("a.csv", "name,lon,lat\nNahra,east,33\n", "'east' is not a number"),
        ("a.csv", "name,lon,lat,kind\nNahra,36,33,shire\n", "'shire' is not one of"),
        ("a.geojson", "{", "not a readable places file"),
        ("a.geojson", "[]", "no features"),
        ("a.geojson", '{"features": [{"geometry": {"type": "Blob"}}]}', "Place 1 .* geometry"),
    ],
)
def test_a_bad_file_is_an_error_that_names_the_row(tmp_path, name, content, message):
    with pytest.raises(GazetteerError, match=message):
        read_places_file(write(tmp_path, name, content))


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(GazetteerError, match="not a readable places file"):
        read_places_file(tmp_path / "none.csv")


def test_the_analysts_place_wins_over_a_city_of_the_same_name(tmp_path, gazetteer):
    text = "Shelling was heard in Kharkiv."
    assert gazetteer.resolve(gazetteer.spot(text), text)[0].place.country == "UA"
    path = write(
        tmp_path, "mine.csv", "name,kind,lon,lat\nKharkiv,camp,12.5,41.9\nZzyzq,town,1,2\n"
    )
    mine = open_gazetteer(places_files=[path])
    (answer,) = mine.resolve(mine.spot(text), text)
    assert answer.place.id == "mine:1"
    assert [t.text for t in mine.spot("Zzyzq was quiet.")] == ["Zzyzq"]
    mine.close()


def test_a_place_with_a_known_id_is_laid_over_that_place(tmp_path, gazetteer):
    (kharkiv, *_) = gazetteer.named("Kharkiv")
    geometry = {"type": "Polygon", "coordinates": SQUARE}
    features = [feature(geometry, id=kharkiv.id, name="Kharkiv", kind="city")]
    path = write(tmp_path, "mine.geojson", json.dumps({"features": features}))
    mine = open_gazetteer(places_files=[path])
    place = mine.place(kharkiv.id)
    assert place.outline is not None
    assert place.population == kharkiv.population
    assert mine.named("Kharkiv")[0] == place
    assert [p.id for p in mine.named("Charkow")].count(kharkiv.id) == 1
    mine.close()
