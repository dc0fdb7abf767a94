"""Names that a report cuts out of longer ones, lists with others, or lets its fighters place."""

import pytest

from gazetteer.index import open_gazetteer
from geo.actors import load_actors
from geo.reading.actors.theatres import theatres_of
from geo.reading.places.mentions import find_mentions
from geo.report import Report


@pytest.fixture(scope="module")
def read(language_model):
    gazetteer, table = open_gazetteer(), load_actors()

    def mentions(text):
        parsed = language_model.parse(Report("report", text))
        found = find_mentions(parsed, gazetteer, speaks_of=theatres_of(parsed, table))
        return {
            one.quote.text: one.place_id and gazetteer.place(one.place_id).name
            for one in found
            if not one.nominal or one.place_id
        }

    return mentions


@pytest.mark.parametrize(
    ("text", "name", "piece"),
    [
        ("Rival groups traded fire in Ain Zara and Gharyan in Libya.", "Ain Zara", "Ain"),
        ("Troops took Derna's Bab Tobruk quarter in Libya on Friday.", "Bab Tobruk", "Tobruk"),
    ],
)
def test_a_piece_of_a_longer_name_is_no_place_of_its_own(read, text, name, piece):
    found = read(text)
    assert found[name] is None
    assert piece not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Syrian aircraft struck Kafr Nabl, Maarzita and al-Dana on Monday.", "Maarzita"),
        ("Warplanes bombed the Swat and Shangla valleys in Pakistan on Monday.", "Swat"),
        ("Fighting hit Wad Madani, Hantoub and Rufaa in Sudan.", "Hantoub"),
    ],
)
def test_every_name_of_a_list_of_places_is_a_place(read, text, name):
    assert name in read(text)


def test_a_group_beside_a_place_in_a_sentence_is_no_place(read):
    assert "Hezbollah" not in read("Support came from Iran, Hezbollah and Russia, officials said.")


def test_fighters_tell_in_which_country_a_namesake_lies(read):
    text = "Kurdish YPG fighters took the village from Islamic State. The militants hold Suluk."
    assert read(text)["Suluk"] == "Sulūk"


def test_the_city_is_not_a_quarter_that_nobody_lists(read):
    found = read(
        "Iraqi police recaptured the Shifa neighbourhood of Mosul on Saturday. In the city, "
        "snipers killed a man."
    )
    assert found["Mosul"] == found["the city"] == "Mosul"


def test_a_river_is_no_deed_done_in_the_town_that_bears_its_name(read):
    found = read("Ukrainian marines hold Krynky, on the left bank of the Dnipro River.")
    assert set(found) == {"Krynky"}


def test_a_namesake_far_from_where_the_report_puts_a_name_is_refused(read):
    text = "Russian forces seized Makarivka (south of Velyka Novosilka) in Ukraine on Monday."
    found = read(text)
    assert found["Makarivka"] is None
    assert found["Velyka Novosilka"] == "Velyka Novosilka"
