"""Who is said not to be somewhere, in wars that no example tells of."""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.codes import Relation
from geo.reading.control.claims import read_control


@pytest.fixture
def claims_in(clues_of, gazetteer, write_report):
    table = load_actors()

    def read(text):
        report = write_report(text)
        return read_control(clues_of(report, date(2016, 6, 10)), gazetteer, table)[0]

    return read


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("There are no IS fighters in Sirte, residents said.", "isis", "Sirte"),
        ("The city of Mosul is clear of Islamic State fighters, they said.", "isis", "Mosul"),
        ("Al-Shabaab is no longer in Kismayo, residents said.", "al_shabaab", "Kismayo"),
        ("Kobani has been cleared of IS, residents said.", "isis", "Kobani"),
        ("The M23 was not in Bukavu, the governor said.", "m23", "Bukavu"),
        ("There are no M23 rebels left in Goma.", "m23", "Goma"),
        ("There is no Taliban presence in Kunduz.", "taliban", "Kunduz"),
    ],
)
def test_whoever_is_not_there_is_read_as_not_there(claims_in, text, actor, place):
    claims = [one for one in claims_in(text) if one.actor == actor]
    assert [one.negated for one in claims] == [True]
    assert claims[0].relation is Relation.PRESENT
    assert place in claims[0].where.place_name


@pytest.mark.parametrize(
    "text",
    [
        "Sirte must be free of Islamic State fighters, the minister said.",
        "Goma will be cleared of the M23, the president said.",
        "Kobani is not free of Islamic State fighters.",
    ],
)
def test_a_wish_for_a_town_without_fighters_says_nothing_of_who_is_there(claims_in, text):
    assert not [one for one in claims_in(text) if one.rule == "control.absent"]
