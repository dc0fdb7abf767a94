"""Running totals and numbers of inhabitants."""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.codes import Assertion, Reason, TollScope
from geo.reading.incidents.tolls import read_tolls

THURSDAY = date(2024, 3, 14)


@pytest.fixture
def read(clues_of, write_report, gazetteer):
    def tolls(text):
        return read_tolls(clues_of(write_report(text), THURSDAY), gazetteer, load_actors())

    return tolls


def told(claims):
    return [(str(one.what), one.count.low, one.count.best, one.count.high) for one in claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "At least 210 people have been killed in the fighting in Goma.",
            ("killed", 210, 210, None),
        ),
        ("Some 2,500 villagers have fled Goma.", ("displaced", 2_250, 2_500, 2_750)),
        (
            "About 5,000 people have been displaced in Gedaref since May.",
            ("displaced", 4_500, 5_000, 5_500),
        ),
        ("Another 18,000 civilians are trapped in Bakhmut.", ("trapped", 17_500, 18_000, 18_500)),
        ("Bakhmut is home to some 70,000 people.", ("population", 65_000, 70_000, 75_000)),
        ("More than 300 residents live in Soledar.", ("population", 300, 350, 400)),
        ("Soledar's population had shrunk to just 500.", ("population", 500, 500, 500)),
    ],
)
def test_totals_and_inhabitants_are_read(read, text, wanted):
    claims, not_used = read(text)
    assert told(claims) == [wanted]
    assert not_used == []
    assert claims[0].scope is TollScope.CUMULATIVE


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed in a car bombing in Kirkuk on Monday.",
        "Khartoum is the largest of 12 camps.",
        "The city has 40 percent of the seats.",
        "A group of 14 factions met in Juba.",
        "He is 34 and lives in Goma.",
        "The brigade fired 30 rockets at Goma.",
    ],
)
def test_single_events_and_other_numbers_are_no_tolls(read, text):
    assert read(text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "Bakhmut was once home to some 70,000 people.",
        "The 7-800,000 villagers expelled from Goma in 1948 never returned.",
        "Before the war, 90,000 people lived in Bakhmut.",
    ],
)
def test_figures_of_the_past_are_background(read, text):
    claims, not_used = read(text)
    assert [one.assertion for one in claims] == [Assertion.BACKGROUND]
    assert [(one.reason, one.claim_id) for one in not_used] == [
        (Reason.BACKGROUND, claims[0].claim_id)
    ]


def test_the_dead_of_a_siege_are_a_series_of_their_own(read):
    (hunger,) = read("Since 2016, about 200 people have died of hunger in Aleppo.")[0]
    (fighting,) = read("Since 2016, about 200 people have been killed in Aleppo.")[0]
    assert (hunger.cause, fighting.cause) == ("siege", "fighting")
    assert hunger.since == date(2016, 1, 1)


def test_descendants_are_never_dead(read):
    claims = read("They are among five million descendants of the people of Goma.")[0]
    assert "killed" not in {str(one.what) for one in claims}
