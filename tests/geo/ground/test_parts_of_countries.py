"""Parts of countries on the outlines that ship, where an atlas would draw them: by their towns."""

from __future__ import annotations

from datetime import date

import pytest
import shapely

from gazetteer.names import fold
from geo.actors import load_actors
from geo.claims import Part
from geo.ground.placing import part_of
from geo.history import zones_of
from geo.reading.control.claims import read_control
from geo.reading.reader import RuleReader

# Borders are good to 2.5 km; a town on the coast may lie in the sea by as much.
_ACCURACY_DEG = 0.025
# Towns inside, towns outside; "&" for a blank.
PARTS = [
    ("IQ", "N", "Mosul Erbil Kirkuk Sinjar", "Basrah Najaf Baghdad"),
    ("SY", "E", "Al-Hasakah Deir&ez-Zor Al&Qamishli", "Damascus Homs Latakia Aleppo"),
    ("LB", "S", "Tyre Sidon", "Tripoli Beirut Baalbek"),
    ("UA", "E", "Luhansk Donetsk Mariupol Kharkiv", "Lviv Kyiv Odesa"),
    ("NG", "N", "Maiduguri Kano Sokoto", "Lagos Port&Harcourt"),
    ("AF", "S", "Kandahar Lashkar&Gah", "Mazar-e&Sharif Kabul Kunduz"),
    ("CD", "E", "Goma Bukavu Bunia", "Kinshasa Mbandaka"),
    ("SO", "S", "Kismayo Mogadishu", "Hargeysa Bosaso"),
    ("YE", "S", "Aden Zinjibar", "Saada"),
    ("YE", "N", "Saada", "Aden"),
    ("CO", "S", "Pasto Leticia", "Barranquilla Medellin"),
]
SENTENCES = [
    ("The Islamic State controls northern Iraq.", "isis", "IQ", "Mosul", "Basrah"),
    ("The Islamic State controls eastern Syria.", "isis", "SY", "Al-Hasakah", "Damascus"),
    ("Hezbollah controls southern Lebanon.", "hezbollah", "LB", "Tyre", "Tripoli"),
]


@pytest.fixture(scope="module")
def town(gazetteer):
    """Give the largest town of a name in a country."""

    def find(name, country):
        key = fold(name.replace("&", " "))
        found = [one.place for one in gazetteer.candidates(key, limit=80)]
        here = [one for one in found if one.country == country]
        assert here, f"no {name} in {country}"
        place = max(here, key=lambda one: one.population or 0)
        return shapely.Point(place.longitude, place.latitude)

    return find


@pytest.mark.parametrize("case", PARTS, ids=lambda case: " ".join(case[:2]))
def test_a_part_of_a_country_has_the_towns_an_atlas_puts_there(gazetteer, town, case):
    country, heading, inside, outside = case
    area = part_of(gazetteer.place(f"iso:{country}").outline, Part((heading,)))
    for name in inside.split():
        assert area.distance(town(name, country)) <= _ACCURACY_DEG, name
    for name in outside.split():
        assert area.distance(town(name, country)) > _ACCURACY_DEG, name


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case[0])
def test_a_sentence_about_a_part_of_a_country_is_drawn_there_and_not_beyond(
    language_model, gazetteer, write_report, town, case
):
    text, actor, country, inside, outside = case
    reader = RuleReader(gazetteer, parser=language_model)
    clues = reader.clues_of(language_model.parse(write_report(text)), date(2014, 9, 1))
    claims, _ = read_control(clues, gazetteer, load_actors())
    zones = [zone for zone in zones_of(claims, gazetteer.place)[0] if zone.actor == actor]
    assert zones
    for zone in zones:
        assert zone.geometry.distance(town(inside, country)) <= _ACCURACY_DEG
        assert zone.geometry.distance(town(outside, country)) > _ACCURACY_DEG
        assert (
            gazetteer.place(f"iso:{country}").outline.buffer(0.002).covers(zone.geometry)
        )  # edges bend
