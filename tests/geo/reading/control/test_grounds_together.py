"""Grounds told together, and which place each is of: lists, examples, clauses side by side."""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.codes import Reason
from geo.reading.control.claims import read_control

TUESDAY = date(2025, 4, 15)


@pytest.fixture(scope="module")
def table():
    return load_actors()


@pytest.fixture
def read(clues_of, gazetteer, table, write_report):
    def reader(text):
        return read_control(clues_of(write_report(text), TUESDAY), gazetteer, table)

    return reader


@pytest.fixture
def told(read):
    """Return who holds where and how much of it, in the order of the text."""

    def lines(text):
        return {
            (c.actor, c.where.place_name, str(c.where.part or ""), c.share and c.share.best)
            for c in read(text)[0]
        }

    return lines


def test_examples_of_a_side_of_a_country_do_not_lie_on_their_own_side(told):
    assert told("The rebels control the south of Yemen, including Aden and Mukalla.") == {
        ("houthis", "Yemen", "S", None),
        ("houthis", "Aden", "", 1.0),
        ("houthis", "Mukalla", "", 1.0),
    }


def test_what_is_held_besides_the_examples_keeps_its_own_share(told):
    found = told(
        "The army controls the east of Sudan, including Kassala, as well as most of Khartoum."
    )
    assert ("sudanese_government", "Sudan", "E", None) in found
    assert ("sudanese_government", "Kassala", "", 1.0) in found
    assert ("sudanese_government", "Khartoum", "", 0.75) in found
    assert len(found) == 3


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "M23 rebels controlled the airport and most of the centre of Goma.",
            ("m23", "Goma", "centre", 0.75),
        ),
        (
            "The Taliban seized the governor's compound and the north of Kunduz.",
            ("taliban", "Kunduz", "N", None),
        ),
    ],
)
def test_a_site_beside_a_share_of_its_town_does_not_stand_for_the_town(told, sentence, line):
    assert told(sentence) == {line}


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "The army withdrew from Kidal, but it still holds villages in the north of Gao.",
            ("malian_government", "Gao", "N", 0.25),
        ),
        (
            "RSF fighters fled Khartoum, but they retain pockets in western Omdurman, people said.",
            ("rsf", "Omdurman", "W", 0.05),
        ),
    ],
)
def test_a_clause_beside_another_has_its_own_place(told, sentence, line):
    found = told(sentence)
    assert line in found
    left = [one for one in found if one[1] in {"Kidal", "Khartoum"}]
    assert [part for _, _, part, _ in left] == [""]


def test_areas_told_only_by_whose_they_are_have_no_place(read):
    claims, not_used = read(
        "The RSF announced a government in the areas it controls. The group seized Nyala in 2023."
    )
    assert [(c.where.place_name, str(c.relation)) for c in claims] == [("Nyala", "seized")]
    assert [one.reason for one in not_used] == [Reason.NO_PLACE]


def test_areas_of_a_town_that_was_named_before_are_there(read):
    claims, _ = read("Fighting hit Nyala. The army lost some of the districts it controlled.")
    assert {c.where.place_name for c in claims} == {"Nyala"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Ukrainian forces hold the west of Chasiv Yar, while Russian troops hold the rest.",
            ("russian_government", "Chasiv Yar", "all-but(W)", None),
        ),
        (
            "The rebels control 60 percent of Taiz. The army holds the rest of the city.",
            ("yemeni_government", "Taiz", "", 0.4),
        ),
    ],
)
def test_the_rest_is_what_the_other_side_leaves(told, text, line):
    assert line in told(text)


def test_a_city_with_its_kind_behind_is_held_whole(told):
    assert told("The army took over Raqqa city.") == {("syrian_government", "Raqqa", "", 1.0)}


def test_what_was_taken_and_lost_again_is_lost(read):
    claims, _ = read("Kurdish-led forces took Raqqa, but lost it to rebels on Sunday.")
    found = {(c.actor, str(c.relation), c.where.place_name) for c in claims}
    assert ("sdf", "withdrew_from", "Raqqa") in found
    assert ("syrian_rebels", "seized", "Raqqa") in found


def test_a_tank_that_was_lost_is_no_ground(read):
    assert read("The army captured a tank in Raqqa and lost it to rebels.")[0] == []
