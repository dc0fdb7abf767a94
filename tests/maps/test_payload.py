from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shapely.geometry import LinearRing, Point, shape

from gazetteer.place import Place, PlaceKind
from geo.case import Case
from geo.claims import Part
from maps.basemap import base_shapes, frame_around
from maps.layers import around, drawable
from maps.payload import payload_of, title_of, view_of
from maps.timeframe import timeframe_of
from maps.words import local_name, part_words


@pytest.fixture(scope="module")
def payload(make_case, surroundings):
    return payload_of(make_case(), base=surroundings)


def test_every_claim_of_a_shape_brings_its_quote_and_report(payload):
    claims = {claim["id"]: claim for claim in payload["claims"]}
    reports = {report["id"] for report in payload["reports"]}
    for record in payload["zones"] + payload["incidents"]:
        # Ground that no report gives to anybody rests on nobody's words.
        assert record["claims"] or record["row"]["status"] == "not_stated"
        for claim_id in record["claims"]:
            assert claims[claim_id]["quote"]
            assert claims[claim_id]["report"] in reports


def test_a_quote_is_shown_inside_its_own_sentence(payload):
    (claim,) = [one for one in payload["claims"] if one["id"] == "c-army"]
    whole = claim.get("before", "") + claim["quote"] + claim["after"]
    assert whole == (
        "The army holds the northern half of Omdurman, the committee said on Monday, "
        "while the RSF is present in Bahri."
    )


def test_a_quote_that_begins_its_report_keeps_its_place_in_it(seeds_case):
    claims = payload_of(seeds_case)["claims"]
    assert all(isinstance(claim["start"], int) for claim in claims)
    assert any(claim["start"] == 0 for claim in claims)


def test_words_around_a_quote_stop_at_a_paragraph(write_report):
    text = "Photo: Agency\n\nTroops left Orsa\n\nRelated stories"
    start = text.index("Troops")
    assert around(write_report(text).text, start, start + len("Troops left Orsa")) == ("", "")


def test_rings_of_zones_run_anticlockwise_as_geojson_wants(payload):
    for zone in payload["zones"]:
        assert LinearRing(payload["shapes"][zone["shape"]]["coordinates"][0]).is_ccw


def test_the_name_of_a_zone_is_written_inside_it(make_case):
    for zone, record in zip(make_case().zones, payload_of(make_case())["zones"], strict=True):
        assert zone.geometry.covers(shape({"type": "Point", "coordinates": record["label"]}))


def test_reports_that_disagree_bring_both_sides(payload):
    (disputed,) = [zone for zone in payload["zones"] if zone["id"] == "z-disputed"]
    assert set(disputed["who"]) == {"army", "rsf"}
    assert disputed["against"] == ["c-army"]


def test_a_case_is_named_after_the_place_most_claims_are_about(make_case):
    assert title_of(make_case()) == "Omdurman"


def test_the_map_opens_on_that_place_and_not_on_the_country(make_case):
    west, south, east, north = view_of(make_case())
    assert (west, south, east, north) == pytest.approx((32.42, 15.60, 32.50, 15.70))


def test_the_timeline_opens_on_the_day_with_most_to_show(make_case):
    frame = timeframe_of(make_case())
    assert frame is not None
    assert (frame.first, frame.last) == (date(2024, 3, 11), date(2024, 3, 12))
    assert frame.start == date(2024, 3, 11)


def test_a_case_of_nothing_still_gives_a_page():
    empty = Case((), {}, (), (), (), (), (), (), ())
    payload = payload_of(empty)
    assert payload["time"] is None
    assert payload["title"] == "Map of reports"
    assert payload["subtitle"] == "0 claims from 0 reports"


def test_a_place_is_also_named_in_the_script_of_its_country():
    names = ("Одеса", "أوديسا", "Odessa")
    odesa = Place("t:1", "Odesa", PlaceKind.CITY, 30.7, 46.5, country="UA", other_names=names)
    lyon = Place("t:2", "Lyon", PlaceKind.CITY, 4.8, 45.8, country="FR", other_names=("ليون",))
    assert local_name(odesa) == "Одеса"
    assert local_name(lyon) is None


def test_of_several_names_in_its_script_a_place_bears_the_one_that_sounds_like_its_own():
    others = ("Купенко", "Куп'янськ")
    town = Place("k", "Kupyansk", PlaceKind.TOWN, 37.6, 49.7, country="UA", other_names=others)
    assert local_name(town) == others[1]
    assert local_name(replace(town, other_names=others[::-1])) == others[1]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part(("S", "W", "E")), "south, west and east"),
        (Part(("N-most",)), "northernmost part"),
        (Part(("N",), except_=True), "all but the north"),
        (Part(("far-SE",)), "far south-east"),
        (Part(("E-third",)), "eastern third"),
        (Part(("centre", "edge")), "centre and edges"),
    ],
)
def test_parts_are_said_in_words(part, words):
    assert part_words(part) == words


def test_the_base_map_is_cut_to_the_ground_around_the_case(surroundings):
    frame = frame_around((32.4, 15.6, 32.5, 15.7))
    (land,) = base_shapes(surroundings, frame)
    longitudes = [point[0] for ring in land["rings"] for point in ring]
    assert land["class"] == "land"
    assert min(longitudes) >= frame[0]
    assert max(longitudes) <= frame[2]


def test_ground_nobody_is_said_to_hold_has_no_actor_and_no_colour(payload):
    (nobody,) = [zone for zone in payload["zones"] if zone["id"] == "z-nobody"]
    assert nobody["headline"] == "Omdurman: holder not stated"
    assert "" not in {actor["id"] for actor in payload["actors"]}


def test_zones_over_one_ground_share_its_shape(payload):
    shapes = {zone["id"]: zone["shape"] for zone in payload["zones"]}
    assert shapes["z-army"] == shapes["z-disputed"]
    assert len(payload["shapes"]) == 3


def test_a_drawn_zone_is_never_off_by_more_than_a_pixel():
    ragged = Point(36.3, 33.4).buffer(0.01, quad_segs=200)
    assert drawable(ragged).hausdorff_distance(ragged) <= 0.02 / 1000
    assert len(drawable(ragged).exterior.coords) < len(ragged.exterior.coords) / 4
