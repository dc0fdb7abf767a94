"""A place is refused where the text says that it must be another one that no source lists."""

import pytest

from gazetteer.resolve import Status


def answers(gazetteer, text):
    found = gazetteer.resolve(gazetteer.spot(text), text)
    return {one.toponym.text: one for one in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen raided the town of Solhan in Burkina Faso on Friday.", "Solhan"),
        ("Shells hit Bratislava, Ukraine, on Friday, police in Ukraine said.", "Bratislava"),
    ],
)
def test_a_namesake_outside_the_country_that_the_text_names_is_no_answer(gazetteer, text, name):
    found = answers(gazetteer, text)[name]
    assert found.status is Status.AMBIGUOUS
    assert found.place is None
    assert found.confidence <= 0.5
    assert found.ranked


def test_a_place_in_the_country_that_the_text_names_stays_the_answer(gazetteer):
    found = answers(gazetteer, "Gunmen raided the town of Djibo in Burkina Faso on Friday.")
    assert found["Djibo"].place.country == "BF"


def test_a_village_that_nothing_in_the_text_is_tied_to_is_no_answer(gazetteer):
    text = "Rebels took Goma, Bukavu and Kisangani in Congo, then the village of Piccadilly."
    assert answers(gazetteer, text)["Piccadilly"].status is Status.AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("MISRATA, Libya (AP) - Fighters left for Sirte on Monday.", "MISRATA", "geonames:2214846"),
        ("Washington condemned the attack in Mali.", "Washington", "geonames:4140963"),
    ],
)
def test_datelines_and_governments_go_by_the_city(gazetteer, text, name, place_id):
    assert answers(gazetteer, text)[name].place.id == place_id


def test_a_state_that_is_called_one_stays_a_state_in_a_dateline_country(gazetteer):
    found = answers(gazetteer, "Floods hit Washington state on Monday, officials in Seattle said.")
    assert found["Washington"].place.id == "iso:US-WA"
