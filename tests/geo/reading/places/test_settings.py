"""Where "the city" is, and what lies how far from where, when a sentence sets its own place."""

from __future__ import annotations

from datetime import date

import pytest

from geo.claims import ControlClaim, IncidentClaim
from geo.reading.reader import RuleReader
from geo.report import Report

DAY = date(2025, 9, 12)


@pytest.fixture(scope="module")
def claims_in(language_model, gazetteer):
    reader = RuleReader(gazetteer, parser=language_model)

    def claims(text):
        return reader.read([Report("wars", text, published=DAY)]).claims

    return claims


def _control(claims):
    found = [c for c in claims if isinstance(c, ControlClaim)]
    return [(c.actor, c.where.place_name, str(c.where.part or "")) for c in found]


def test_the_city_is_the_one_that_its_sentence_begins_with(claims_in):
    claims = claims_in(
        "El-Fasher is the last city in Darfur in the hands of the army. The RSF has besieged the "
        "city since May. In the capital Khartoum, the army consolidated its hold on the city "
        "centre on Tuesday."
    )
    assert _control(claims)[-1] == ("sudanese_government", "Khartoum", "centre")


def test_a_village_named_in_between_does_not_become_the_city(claims_in):
    claims = claims_in(
        "Russian forces have entered the northern outskirts of Kupiansk. Ukraine's General Staff "
        "said the city remained under Ukrainian control and that the exit at Radkivka had been "
        "blocked. Russia claimed that its troops held half of the city."
    )
    assert {place for _, place, _ in _control(claims)} <= {"Kupiansk", "Kupyansk"}


@pytest.mark.parametrize(
    "text",
    [
        "In Kinshasa, 1,600 kilometres to the west, protesters attacked an embassy on Tuesday.",
        "In Kananga, about 20 miles further to the south, militiamen shot two policemen.",
    ],
)
def test_a_distance_to_a_side_is_no_side_of_the_place(claims_in, text):
    (incident,) = [c for c in claims_in(text) if isinstance(c, IncidentClaim)]
    assert incident.where.place_id is not None
    assert incident.where.part is None


def test_a_village_nobody_lists_is_in_the_area_its_sentence_begins_with(claims_in):
    claims = claims_in(
        "In Donetsk region, Ukrainian troops recaptured the village of Filiia on Friday. "
        "In Russia, drones struck a refinery in Saratov region."
    )
    placed = [c.where for c in claims if isinstance(c, IncidentClaim)]
    assert placed[0].place_name == "Filiia (in Donetsk)"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Shops were looted in Uvira on Monday.", "Uvira"),
        ("Houses were burnt in Uvira. Vehicles were seized there.", "Uvira"),
        ("Gunfire could be heard in the western parts of Goma near Lake Kivu on Monday.", "Goma"),
        ("Five peacekeepers were killed by a mine near Aguelhok.", "Aguelhok"),
        ("A mine killed three peacekeepers near Aguelhok.", "Aguelhok"),
        ("Shelling hit the northern districts of Mekelle on Friday.", "Mek'ele"),
    ],
)
def test_what_happened_is_where_the_sentence_says(claims_in, text, where):
    incidents = [c for c in claims_in(text) if isinstance(c, IncidentClaim)]
    assert incidents
    assert {c.where.place_name for c in incidents} == {where}
