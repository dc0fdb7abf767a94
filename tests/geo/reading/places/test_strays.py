"""Places far from all that a report names are not believed."""

import pytest

from geo.reading.places.mentions import find_mentions


@pytest.fixture
def placed(language_model, write_report, gazetteer):
    def place(text, name):
        report = language_model.parse(write_report(text))
        found = [one for one in find_mentions(report, gazetteer) if one.quote.text == name]
        return gazetteer.place(found[0].place_id) if found and found[0].place_id else None

    return place


def test_a_village_of_a_province_is_no_namesake_on_the_other_side_of_the_country(placed):
    # The only one that is listed lies in another state, three hundred kilometres away.
    text = "Three men were killed in the La Fe neighborhood. Zacatecas state, Mexico."
    assert placed(text, "La Fe") is None


def test_a_town_inside_the_province_that_is_named_is_believed(placed):
    assert placed("Clashes broke out in Fresnillo. Zacatecas state, Mexico.", "Fresnillo")


def test_a_city_far_from_the_province_that_is_named_is_believed(placed):
    text = "Fighters from Idlib province reached Palmyra on Monday, residents of Raqqa said."
    for city in ("Palmyra", "Raqqa"):
        assert placed(text, city).country == "SY"


def test_behind_a_comma_stands_the_province_that_the_report_writes_of(placed):
    text = "Three men were killed in Galeana (near the town), Chihuahua. Chihuahua state, Mexico."
    assert str(placed(text, "Chihuahua").kind) == "province"
