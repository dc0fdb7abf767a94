"""The dead and the hurt of one sentence."""

from __future__ import annotations

import pytest

from geo.agreement import added
from geo.claims import Count
from geo.reading.incidents.casualties import casualties_in
from geo.reading.incidents.people import People


@pytest.fixture
def count(language_model, write_report):
    """Give (killed?, low, best, high, civilians) of each word for dead or hurt."""

    def casualties(text):
        (sentence,) = language_model.parse(write_report(text)).sentences
        return [
            (
                one.killed,
                one.tally and (one.tally.count.low, one.tally.count.best, one.tally.count.high),
                one.tally and one.tally.civilians,
            )
            for one in casualties_in(People(sentence))
        ]

    return casualties


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Seven people were killed in Juba.", [(True, (7, 7, 7))]),
        ("Two guards and a driver died in Juba.", [(True, (3, 3, 3))]),
        (
            "The raid left 16 people dead and 20 injured.",
            [(True, (16, 16, 16)), (False, (20, 20, 20))],
        ),
        (
            "The raid killed at least 16 and wounded over 60.",
            [(True, (16, 16, None)), (False, (60, 65, 70))],
        ),
        ("Dozens of soldiers were wounded in Bunia.", [(False, (24, 36, 99))]),
        ("A boy was killed by a mine.", [(True, (1, 1, 1))]),
        ("Soldiers were killed in Bunia.", [(True, (2, None, None))]),
        ("The storm claimed the lives of 12 sailors.", [(True, (12, 12, 12))]),
        ("Troops shot dead three miners in Bunia.", [(True, (3, 3, 3))]),
        ("Air raids killed 12 people in Saada and 3 in Hajjah.", [(True, (12, 12, 12))]),
        ("The deaths of 14 nurses shocked Bunia.", [(True, (14, 14, 14))]),
        ("The mayor, 52, was killed on 6 May 2013.", [(True, (1, 1, 1))]),
        ("A 9-year-old girl was killed in Taiz.", [(True, (1, 1, 1))]),
        ("Some 300 villagers were massacred in Bunia.", [(True, (250, 300, 350))]),
    ],
)
def test_people_are_counted_and_nothing_else(count, text, wanted):
    assert [(killed, triple) for killed, triple, _ in count(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers killed the bill.",
        "The frost killed two orchards.",
        "The general died hard as a legend of 12 camps.",
        "He was hurt by the remark.",
        "We picked him up in pieces.",
    ],
)
def test_no_number_of_people_is_read_where_none_is_said(count, text):
    assert all(triple in {None, (1, 1, 1)} for _, triple, _ in count(text))


def test_those_said_to_be_among_the_dead_are_not_added(count):
    text = "At least 31 people, among them six civilians and two guards, were killed."
    ((killed, triple, civilians),) = count(text)
    assert (killed, triple, civilians) == (True, (31, 31, None), Count(6, 6, 6))


def test_commanders_among_the_dead_are_no_civilians(count):
    ((_, triple, civilians),) = count("Nine people, including two commanders, died.")
    assert (triple, civilians) == ((9, 9, 9), None)


def test_what_one_number_leaves_open_its_sum_leaves_open():
    assert added([Count(5, 5, None), Count(2, 3, 9)]) == Count(7, 8, None)


def test_hunger_is_no_violence(language_model, write_report):
    (sentence,) = language_model.parse(
        write_report("Forty people have died of malnutrition in Baidoa.")
    ).sentences
    (one,) = casualties_in(People(sentence))
    assert one.of_deprivation
