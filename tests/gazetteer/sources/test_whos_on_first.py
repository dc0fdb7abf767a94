"""Records of Who's On First become places, and their concordances are believed."""

import json

import pytest

from gazetteer.place import Place, PlaceKind
from gazetteer.sources.outlines import WANTED, read_outlines
from gazetteer.sources.rows import Faults
from gazetteer.sources.whos_on_first import wof_place
from tests.gazetteer.sources.test_osm import SQUARE, Known


def record(number=421168683, geometry=None, **facts):
    properties = {
        "wof:id": number,
        "wof:name": "Goma",
        "wof:placetype": "locality",
        "wof:country": "CD",
        "wof:hierarchy": [{"country_id": 85632253, "region_id": 85668923, "locality_id": number}],
        "name:eng_x_preferred": ["Goma"],
        "name:fra_x_variant": ["Ville de Goma"],
        "name:rus_x_preferred": ["Гома"],
        "name:eng_x_unknown": ["XQZ"],
        "lbl:longitude": 29.22,
        "lbl:latitude": -1.67,
        "geom:longitude": 0.0,
        "mz:is_current": 1,
    } | facts
    return {
        "type": "Feature",
        "id": number,
        "properties": properties,
        "geometry": geometry or SQUARE,
    }


def test_a_record_becomes_a_place_with_outline_names_and_parents():
    place, elsewhere = wof_place(record())
    assert (place.id, place.kind, place.country) == ("wof:421168683", PlaceKind.TOWN, "CD")
    assert (place.longitude, place.latitude) == (29.22, -1.67)
    assert place.other_names == ("Ville de Goma", "Гома")
    assert place.parents == ("wof:85668923", "wof:85632253", "iso:CD")
    assert elsewhere is None


def test_the_concordance_with_geonames_says_which_place_it_is(tmp_path):
    path = tmp_path / "goma.geojson"
    path.write_text(json.dumps(record(**{"wof:concordances": {"gn:id": 216281, "wd:id": "Q1"}})))
    known = Place("geonames:216281", "Gomma", PlaceKind.CITY, 29.23, -1.68, population=9)
    (place,) = read_outlines(path, Known(known), Faults(path, WANTED))
    assert (place.id, place.name, place.kind) == ("geonames:216281", "Gomma", PlaceKind.CITY)
    assert place.outline is not None
    (place,) = read_outlines(path, Known(), Faults(path, WANTED))
    assert (place.id, place.name) == ("geonames:216281", "Goma")


@pytest.mark.parametrize("over", [{"wof:superseded_by": [5]}, {"mz:is_current": 0}])
def test_a_record_that_is_no_longer_in_force_is_left_out(over):
    with pytest.raises(ValueError, match="no longer in force"):
        wof_place(record(**over))


def test_a_folder_of_records_is_read_without_their_second_outlines(tmp_path):
    for name, number in (("1/1.geojson", 1), ("2/2.geojson", 2), ("1/1-alt-us.geojson", 1)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(record(number), indent=1))
    faults = Faults(tmp_path, WANTED)
    places = list(read_outlines(tmp_path, Known(), faults))
    assert [place.id for place in places] == ["wof:1", "wof:2"]
    assert not faults.told()
