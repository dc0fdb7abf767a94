"""Whether a report can mean a namesake that lies far from all it speaks of."""

from __future__ import annotations

import pytest

from gazetteer.place import Place, PlaceKind
from geo.reading.places.strangers import strangers


def _town(name, country, longitude, latitude, population=20_000):
    where = {"longitude": longitude, "latitude": latitude}
    return Place(name, name, PlaceKind.TOWN, **where, country=country, population=population)


LAUKKAI = _town("Laukkai", "MM", 98.8, 23.7)
KUTKAI = _town("Kutkai", "MM", 97.9, 23.5)
KOKANG = _town("Kokang", "ID", 115.0, -8.3)
MANTONG = _town("Mantong", "ID", 116.0, -8.3)
REPORT = "Rebels in Myanmar hold Laukkai, Kutkai, Mantong and all of Kokang."


def test_villages_of_a_country_that_a_report_never_names_are_strangers():
    odd = strangers([LAUKKAI, KUTKAI, KOKANG, MANTONG], REPORT)
    assert odd == {KOKANG.id, MANTONG.id}


@pytest.mark.parametrize("said", ["Indonesia", "Indonesian"])
def test_a_country_that_the_text_names_is_meant(said):
    text = f"{REPORT} The {said} minister spoke."
    assert not strangers([LAUKKAI, KUTKAI, KOKANG, MANTONG], text)


def test_a_village_over_the_border_is_no_stranger():
    nansan = _town("Nansan", "CN", 98.83, 23.77)
    assert not strangers([LAUKKAI, KUTKAI, nansan], REPORT)


def test_a_city_that_everybody_knows_needs_no_country():
    geneva = _town("Geneva", "CH", 6.1, 46.2, population=183_000)
    assert not strangers([LAUKKAI, KUTKAI, geneva], REPORT)


def test_a_report_that_is_at_home_nowhere_keeps_its_names():
    assert not strangers([KOKANG, LAUKKAI], "Fighting was heard in Laukkai and Kokang.")
