"""Numbers as reports write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.incidents.bounds import rounding_step
from geo.reading.incidents.numbers import figures


def triples(text):
    return [(f.count.low, f.count.best, f.count.high) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("seven soldiers", (7, 7, 7)),
        ("twenty-three miners", (23, 23, 23)),
        ("two hundred and fifty men", (250, 250, 250)),
        ("a hundred villagers", (100, 100, 100)),
        ("a dozen monks", (12, 12, 12)),
        ("half a dozen monks", (6, 6, 6)),
        ("two dozen monks", (24, 24, 24)),
        ("at least 52 people", (52, 52, None)),
        ("no fewer than 52 people", (52, 52, None)),
        ("30 or more people", (30, 30, None)),
        ("more than 300 people", (300, 350, 400)),
        ("over 300 people", (300, 350, 400)),
        ("nearly 40 people", (30, 35, 40)),
        ("up to 600,000 people", (360_000, 540_000, 600_000)),
        ("as many as 50 people", (30, 45, 50)),
        ("about 200 people", (150, 200, 250)),
        ("some 160,000 people", (155_000, 160_000, 165_000)),
        ("roughly 18,000 people", (17_500, 18_000, 18_500)),
        ("around 39 people", (36, 39, 42)),
        ("about 7 people", (6, 7, 8)),
        ("18,000 people", (17_500, 18_000, 18_500)),
        ("1,234 people", (1_234, 1_234, 1_234)),
        ("1.5 million people", (1_250_000, 1_500_000, 1_750_000)),
        ("five million descendants", (4_500_000, 5_000_000, 5_500_000)),
        ("between 20 and 30 people", (20, 25, 30)),
        ("20-30 people", (20, 25, 30)),
        ("20 to 30 people", (20, 25, 30)),
        ("7-800,000 people", (700_000, 750_000, 800_000)),
        ("20-30,000 people", (20_000, 25_000, 30_000)),
        ("two to three thousand people", (2_000, 2_500, 3_000)),
        ("5-100 people", (5, 52, 100)),
        ("several people", (2, 3, 9)),
        ("several hundred people", (200, 300, 900)),
        ("a few thousand people", (2_000, 3_000, 5_000)),
        ("dozens of people", (24, 36, 99)),
        ("at least dozens of people", (24, 36, None)),
        ("scores of people", (40, 60, 99)),
        ("hundreds of people", (200, 300, 999)),
        ("tens of thousands of people", (20_000, 30_000, 99_999)),
        ("hundreds of thousands of people", (200_000, 300_000, 999_999)),
        ("two and a half million people", (2_250_000, 2_500_000, 2_750_000)),
        ("a million and a half people", (1_250_000, 1_500_000, 1_750_000)),
        ("half a million people", (450_000, 500_000, 550_000)),
        ("1.2m people", (1_150_000, 1_200_000, 1_250_000)),
        ("some 600k people", (550_000, 600_000, 650_000)),
        ("three lakh people", (250_000, 300_000, 350_000)),
        ("1.5 crore people", (12_500_000, 15_000_000, 17_500_000)),
        ("12,50,000 people", (1_225_000, 1_250_000, 1_275_000)),
        ("18 000 people", (17_500, 18_000, 18_500)),
        ("1.250.000 people", (1_225_000, 1_250_000, 1_275_000)),
        ("three to four hundred people", (300, 350, 400)),
        ("two or three thousand people", (2_000, 2_500, 3_000)),
        ("between 18,000 and 20,000 people", (18_000, 19_000, 20_000)),
        ("a population that fell from 100,000 to 12,000", (11_500, 12_000, 12_500)),
        ("a toll that rose from 30 to 41", (41, 41, 41)),
        ("30 people or so", (30, 30, 30)),
        ("50 or so people", (45, 50, 55)),
        ("50-odd people", (45, 50, 55)),
        ("200+ people", (200, 200, None)),
        ("no less than 30 people", (30, 30, None)),
        ("two dozen or more people", (24, 24, None)),
        ("one hundred and twenty-six people", (126, 126, 126)),
        ("MORE THAN TWENTY-FIVE PEOPLE", (25, 28, 30)),
        ("several dozen people", (24, 36, 108)),
    ],
)
def test_a_number_gives_the_range_that_the_table_of_bounds_gives(text, triple):
    assert triples(text) == [triple]


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old boy",
        "Okello, aged 34, said so",
        "the 3rd brigade",
        "40 percent of the town",
        "45% of it",
        "in 2014",
        "since April 6",
        "on 6 April",
        "for 18 months",
        "60 kilometres away",
        "a 120mm mortar",
        "F-16 jets and T-72 tanks",
        "the M23 rebels",
        "a registered 501(c)3 organization",
        "$500 each",
        "at 10:30",
        "in the 1990s",
        "a 14-member council",
        "no one another",
        "5m from the market",
        "1.200 of them",
        "a $1.2m ransom",
        "the 1960s and 70s",
        "one another",
    ],
)
def test_what_only_looks_like_a_number_of_people_is_none(text):
    assert triples(text) == []


def test_numbers_joined_by_and_are_two():
    assert triples("killed five and wounded six, or five and six of them") == [
        (5, 5, 5),
        (6, 6, 6),
        (5, 5, 5),
        (6, 6, 6),
    ]


def test_the_span_of_a_figure_holds_its_bound():
    text = "There were at least 52 dead."
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == "at least 52"


@given(st.integers(min_value=2, max_value=10**9))
def test_a_rounding_step_divides_its_number(number):
    step = rounding_step(number)
    assert number % step == 0
    assert step == 1 or number // step >= 2


@given(
    st.integers(min_value=2, max_value=10**7), st.sampled_from(["", "about ", "nearly ", "up to "])
)
def test_low_is_never_above_best_nor_best_above_high(number, bound):
    if 1900 <= number < 2100:
        number += 1_000
    (figure,) = figures(f"{bound}{number:,} people")
    assert figure.count.low <= figure.count.best <= figure.count.high


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
