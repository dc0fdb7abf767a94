"""Seas, rivers and regions, and what news calls divisions and their people."""

import tomllib

import pytest
from shapely import Point

from gazetteer.place import PlaceKind
from gazetteer.sources.areas import ADDITIONS_FILE, COUNTRIES_FILE, area_id
from gazetteer.sources.embedded import embedded_files
from gazetteer.sources.regions import REGIONS_FILE, region_id
from gazetteer.vocabulary import load_vocabulary

# Seas and small islands lie off the coast of the country they belong to, in degrees.
OFF_SHORE_DEG = 2.6
ON_LAND_DEG = 0.6


@pytest.fixture(scope="module")
def entries():
    groups = tomllib.loads(REGIONS_FILE.read_text(encoding="utf-8"))
    return [(name, facts) for group in groups.values() for name, facts in group.items()]


def test_no_two_regions_have_one_id(entries):
    assert len({region_id(name) for name, _ in entries}) == len(entries)


def test_every_region_is_in_the_gazetteer_and_near_the_country_it_is_said_to_lie_in(
    gazetteer, entries
):
    for name, facts in entries:
        place = gazetteer.place(region_id(name))
        assert place.reach_m or place.outline is not None, name
        # Svalbard's code has no outline of its own.
        if (country := facts.get("country")) and country != "SJ":
            at = Point(place.longitude, place.latitude)
            far = gazetteer.place(f"iso:{country}").outline.distance(at)
            small_or_sea = place.kind is PlaceKind.WATER or place.kind is PlaceKind.REGION
            assert far < (OFF_SHORE_DEG if small_or_sea else ON_LAND_DEG), name


def test_the_point_of_every_country_lies_in_it_or_among_its_islands(gazetteer):
    for code, facts in tomllib.loads(COUNTRIES_FILE.read_text(encoding="utf-8")).items():
        if "point" in facts:
            country = gazetteer.place(f"iso:{code}")
            if country.outline is None:
                assert country.reach_m, code
                continue
            assert country.outline.distance(Point(*facts["point"])) < ON_LAND_DEG, code


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Fighting in Darfur went on.", "Darfur", "region:darfur"),
        ("Ships were attacked in the Red Sea.", "Red Sea", "region:red-sea"),
        ("Shells fell across the Donbas.", "Donbas", "region:donbas"),
        ("Soldiers were sent to South Ossetia.", "South Ossetia", "region:south-ossetia"),
        ("They fled to Tigray.", "Tigray", "iso:ET-TI"),
        ("Troops left Nagorno-Karabakh.", "Nagorno-Karabakh", "region:nagorno-karabakh"),
        ("Rebels roam the Sahel.", "Sahel", "region:sahel"),
        ("Talks on the Middle East failed.", "Middle East", "region:middle-east"),
        ("A tanker sank in the Persian Gulf.", "Persian Gulf", "region:persian-gulf"),
        ("Clashes in the West Bank grew.", "West Bank", "iso:PS-WBK"),
        ("The army shelled the Golan Heights.", "Golan Heights", "region:golan-heights"),
        ("Voters in Catalonia were split.", "Catalonia", "region:catalonia"),
        ("A storm struck Central Luzon.", "Central Luzon", "region:central-luzon"),
        ("A flood hit the Swat Valley.", "Swat Valley", "region:swat-valley"),
    ],
)
def test_a_region_in_the_news_is_found_in_a_sentence(gazetteer, text, name, place_id):
    found = {r.toponym.text: r.place for r in gazetteer.resolve(gazetteer.spot(text), text)}
    assert found.get(name) is not None, found
    assert found[name].id == place_id


def test_the_vatican_and_the_departments_overseas_are_countries_of_the_gazetteer(gazetteer):
    for name, code in {"Vatican City": "VA", "Guadeloupe": "GP", "French Guiana": "GF"}.items():
        assert gazetteer.named(name)[0].id == f"iso:{code}"


def test_what_several_states_claim_has_no_country_and_crimea_has_the_one_of_iso(gazetteer):
    claimed = ("Kashmir", "Golan Heights", "Nagorno-Karabakh", "South Ossetia", "Spratly Islands")
    assert [gazetteer.place(region_id(name)).country for name in claimed] == [None] * 5
    crimea = gazetteer.place("iso:UA-43")
    assert (crimea.name, crimea.country) == ("Crimea", "UA")
    assert gazetteer.contains(gazetteer.place("iso:UA"), crimea)


def test_newspapers_abbreviations_of_states_are_their_names(gazetteer):
    for short, place_id in {
        "Kan.": "iso:US-KS",
        "N.C.": "iso:US-NC",
        "Calif.": "iso:US-CA",
        "Ont.": "iso:CA-ON",
        "N.S.W.": "ne:AUS-2654",
    }.items():
        assert place_id in [place.id for place in gazetteer.named(short)], short


def test_every_addition_to_an_area_is_to_an_area_that_exists(gazetteer):
    for key in tomllib.loads(ADDITIONS_FILE.read_text(encoding="utf-8")):
        assert gazetteer.place(area_id(key)).kind is PlaceKind.PROVINCE


def test_peoples_and_adjectives_lead_to_the_place_they_are_of(gazetteer):
    demonyms = load_vocabulary().demonyms
    for people, code in {"ivorians": "CI", "burkinabe": "BF", "monegasque": "MC"}.items():
        assert demonyms[people] == code
    areas = load_vocabulary().area_demonyms
    for people, place_id in {
        "texans": "iso:US-TX",
        "ontarians": "iso:CA-ON",
        "chechen": "iso:RU-CE",
        "darfuris": "region:darfur",
        "scottish": "ne:Scotland",
        "catalans": "region:catalonia",
    }.items():
        assert areas[people] == place_id
    assert all(gazetteer.place(place_id) for place_id in set(areas.values()))


def test_a_language_is_no_people():
    known = load_vocabulary().demonyms.keys() | load_vocabulary().area_demonyms.keys()
    assert not known & {"arabic", "hebrew", "farsi", "dari", "pashto", "mandarin", "urdu"}


def test_every_file_that_is_read_is_accounted_for():
    table = (ADDITIONS_FILE.parent / "SOURCES.md").read_text(encoding="utf-8")
    ours = [file.name for file in embedded_files() if file.parent == ADDITIONS_FILE.parent]
    assert [name for name in ours if f"`{name}`" not in table] == []


def test_the_point_of_every_american_state_lies_in_it_or_among_its_islands(gazetteer):
    inside = gazetteer.children(gazetteer.place("iso:US"), limit=100)
    states = [place for place in inside if place.kind is PlaceKind.PROVINCE]
    assert len(states) >= 50
    for state in states:
        hull = state.outline.convex_hull
        assert hull.covers(Point(state.longitude, state.latitude)), state.name


def test_the_city_of_moscow_is_told_from_the_oblast_around_it(gazetteer):
    city, oblast = gazetteer.place("iso:RU-MOW"), gazetteer.place("iso:RU-MOS")
    assert oblast.outline.area > 5 * city.outline.area
    (found,) = [p for p in gazetteer.named("Московская область") if p.kind is PlaceKind.PROVINCE]
    assert found.id == oblast.id
