"""Whoever takes or leaves ground makes news: the two readers may not contradict each other."""

from __future__ import annotations

from datetime import date

import pytest

from geo.claims import ControlClaim, IncidentClaim
from geo.codes import UNDRAWN, IncidentType, Relation
from geo.reading.reader import RuleReader
from geo.report import Report

TAKEN = {IncidentType.SEIZURE, IncidentType.RECAPTURE}
HELD = {Relation.SEIZED, Relation.CONTROLS}
CHANGES = [
    ("Sudan's army retook Wad Madani from the paramilitary Rapid Support Forces.", "taken"),
    ("Bakhmut fell to Russia in May.", "taken"),
    ("Kalbajar passed to Azerbaijan on 25 November.", "taken"),
    ("Ethiopian troops freed six towns, among them Lalibela and Debre Markos.", "taken"),
    ("Somali forces regained control of Beledweyne on Monday.", "taken"),
    ("Congo's army lost Rutshuru to the M23 rebels.", "taken"),
    ("Libyan government forces captured Tarhuna on Friday.", "taken"),
    ("Mali's army and Wagner fighters took the town of Kidal.", "taken"),
    ("Eritrean troops have withdrawn from Axum.", "left"),
    ("Venezuelan soldiers left Arauquita in Colombia.", "left"),
    ("Afghan troops pulled out of Lashkar Gah overnight.", "left"),
]


@pytest.fixture(scope="module")
def read(language_model, gazetteer):
    reader = RuleReader(gazetteer, parser=language_model)

    def claims(text):
        reading = reader.read([Report("report", text, published=date(2024, 6, 12))])
        return [one for one in reading.claims if one.assertion not in UNDRAWN]

    return claims


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_ground_that_changes_hands_is_both_a_claim_of_ground_and_an_incident(read, text, change):
    deeds, relations = (TAKEN, HELD) if change == "taken" else (
        {IncidentType.WITHDRAWAL}, {Relation.WITHDREW_FROM}
    )  # fmt: skip
    claims = read(text)
    on_the_ground = {
        one.where.place_id
        for one in claims
        if isinstance(one, ControlClaim) and one.relation in relations
    }
    happened = {
        one.where.place_id
        for one in claims
        if isinstance(one, IncidentClaim) and one.incident_type in deeds
    }
    assert on_the_ground
    assert on_the_ground == happened


def test_a_town_that_is_taken_is_no_two_incidents_for_two_armies(read):
    claims = read("Rwandan and Mozambican troops took Mocimboa da Praia.")
    assert len([one for one in claims if isinstance(one, ControlClaim)]) == 2
    assert len([one for one in claims if isinstance(one, IncidentClaim)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Russia could capture Pokrovsk before winter.",
        "Kenyan troops did not leave Kismayo.",
        "The M23 has held Bunagana since 2022.",
        "Ukraine denied that Bakhmut had fallen to Russia.",
    ],
)
def test_ground_that_stays_with_whom_it_was_is_no_incident(read, text):
    deeds = {*TAKEN, IncidentType.WITHDRAWAL}
    incidents = [one for one in read(text) if isinstance(one, IncidentClaim)]
    assert [one for one in incidents if one.incident_type in deeds] == []
