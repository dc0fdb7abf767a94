"""Boundaries of OpenStreetMap become places, laid over known ones only where that is safe."""

import json

import pytest

from gazetteer.errors import GazetteerError
from gazetteer.place import Place, PlaceKind
from gazetteer.sources.osm import osm_place
from gazetteer.sources.outlines import WANTED, read_outlines
from gazetteer.sources.rows import Faults

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[29.0, -1.8], [29.4, -1.8], [29.4, -1.5], [29.0, -1.5], [29.0, -1.8]]],
}
GOMA = Place("geonames:216281", "Goma", PlaceKind.CITY, 29.23, -1.68, country="CD")


class Known:
    """A few places that are known already."""

    def __init__(self, *places):
        self._places = places

    def place(self, place_id):
        return next((place for place in self._places if place.id == place_id), None)

    def namesakes(self, key, *, limit):
        return [place for place in self._places if place.name.lower() == key][:limit]


def feature(feature_id="relation/77", geometry=None, **tags):
    facts = {"name": "Goma", "place": "city"} | tags
    return {
        "type": "Feature",
        "id": feature_id,
        "properties": facts,
        "geometry": geometry or SQUARE,
    }


def read(tmp_path, *features, known=(), lines=False):
    path = tmp_path / "congo.geojson"
    collection = json.dumps({"type": "FeatureCollection", "features": features})
    path.write_text("\n".join(map(json.dumps, features)) if lines else collection)
    faults = Faults(path, WANTED, row="feature")
    return list(read_outlines(path, Known(*known), faults)), faults.told()


@pytest.mark.parametrize(
    ("feature_id", "facts"),
    [
        ("relation/77", {}),
        ("r77", {}),
        ("a155", {}),
        (None, {"@id": "relation/77"}),
        (None, {"@type": "relation", "@id": 77}),
        (None, {"osm_id": "77", "osm_type": "relation"}),
        (None, {"osm_id": -77}),
        (None, {"full_id": "r77"}),
    ],
)
def test_every_exports_way_of_writing_the_id_is_understood(feature_id, facts):
    place, _ = osm_place(feature(feature_id, **facts))
    assert place.id == "osm:relation/77"


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"boundary": "administrative", "admin_level": "4", "place": "state"}, PlaceKind.PROVINCE),
        ({"boundary": "administrative", "admin_level": 2, "place": None}, PlaceKind.COUNTRY),
        ({"boundary": "administrative", "admin_level": "6", "place": ""}, PlaceKind.COUNTY),
        ({"boundary": "administrative", "admin_level": "8", "place": "city"}, PlaceKind.CITY),
        ({"place": "suburb"}, PlaceKind.DISTRICT),
        ({"amenity": "refugee_site"}, PlaceKind.CAMP),
        ({"place": None, "natural": "water"}, PlaceKind.WATER),
        ({"place": None, "boundary": "national_park"}, PlaceKind.REGION),
    ],
)
def test_tags_become_kinds(tags, kind):
    assert osm_place(feature(**tags))[0].kind is kind


def test_names_in_use_are_kept_and_old_ones_are_not():
    tags = {
        "name": "Київ",
        "name:en": "Kyiv",
        "name:fr": "Kiev",
        "alt_name": "Kyjiv;Kiew",
        "old_name": "Kuyaba",
        "name:etymology": "Kyi",
    }
    place, _ = osm_place(feature(**tags))
    assert place.name == "Kyiv"
    assert place.other_names == ("Київ", "Kiev", "Kyjiv", "Kiew")


def test_an_outline_is_laid_over_the_one_city_of_that_name_inside(tmp_path):
    (place,), told = read(tmp_path, feature(population="1 000 000"), known=[GOMA])
    assert (place.id, place.source, place.kind) == (GOMA.id, "OpenStreetMap", PlaceKind.CITY)
    assert place.outline.area == pytest.approx(0.12)
    assert (place.longitude, place.population) == (29.23, 1_000_000)
    assert not told


@pytest.mark.parametrize(
    "known",
    [
        [],
        [Place("geonames:1", "Goma", PlaceKind.CITY, 25.0, -1.68)],
        [Place("geonames:1", "Goma", PlaceKind.PROVINCE, 29.2, -1.68)],
        [GOMA, Place("geonames:1", "Goma", PlaceKind.VILLAGE, 29.3, -1.6)],
    ],
    ids=["no namesake", "outside", "another sort", "two inside"],
)
def test_where_it_is_not_sure_the_outline_is_a_place_of_its_own(tmp_path, known):
    (place,), _ = read(tmp_path, feature(), known=known)
    assert place.id == "osm:relation/77"


def test_the_iso_code_of_a_division_says_which_it_is(tmp_path):
    known = Place("iso:CD-NK", "Nord-Kivu", PlaceKind.PROVINCE, 28.5, -0.8, country="CD")
    tags = {"name": "Kivu Kaskazini", "admin_level": "4", "boundary": "administrative"}
    (place,), _ = read(tmp_path, feature(**tags, **{"ISO3166-2": "CD-NK"}), known=[known])
    assert (place.id, place.name, place.country) == ("iso:CD-NK", "Nord-Kivu", "CD")
    assert "Kivu Kaskazini" in place.other_names


def test_one_feature_a_line_is_read_too_and_a_bad_one_is_told(tmp_path):
    bowtie = [[[29, -2], [30, -1], [30, -2], [29, -1], [29, -2]]]
    features = [
        feature(),
        feature("relation/78", {"type": "Polygon", "coordinates": bowtie}),
        feature("relation/79", name=""),
        feature("relation/80", {"type": "Polygon", "coordinates": [[[3e6, 4e6]] * 4]}),
        feature("relation/77", name="Again"),
    ]
    places, told = read(tmp_path, *features, lines=True)
    assert [place.id for place in places] == ["osm:relation/77", "osm:relation/78"]
    assert places[1].outline.is_valid
    assert told == "congo.geojson: 3 left out, the first at feature 3: it has no name."


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"type": "FeatureCollection", "fea', "name,lon"]
)
def test_what_is_no_geojson_is_refused_with_the_cure(tmp_path, content):
    path = tmp_path / "x.geojson"
    path.write_text(content)
    with pytest.raises(GazetteerError, match="GeoJSON"):
        list(read_outlines(path, Known(), Faults(path, WANTED)))
