"""Relative places: distances, headings, nearness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import Mention
from geo.codes import MentionRole
from geo.reading.places.distances import half_width, metres, number
from geo.reading.places.near import near_at, near_phrases

MILE_M = 1609.344


@pytest.fixture
def marked(language_model, write_report):
    """Parse a sentence whose places are in brackets."""

    def parse(text):
        spans, plain = [], ""
        for piece in text.split("["):
            name, _, rest = piece.rpartition("]")
            if name:
                spans.append((len(plain), len(plain) + len(name)))
            plain += name + rest
        parsed = language_model.parse(write_report(plain))
        mentions = [Mention(parsed.quote(*span), MentionRole.SUBJECT, None) for span in spans]
        return parsed.sentence_at(spans[0][0]), mentions

    return parse


@pytest.mark.parametrize(
    ("text", "metres_away", "heading"),
    [
        ("A camp seven kilometers south of [Goma] was hit.", (6500, 7000, 7500), "S"),
        (
            "It lies six kilometers (nearly four miles) from central [Goma].",
            (5500, 6000, 6500),
            None,
        ),
        ("A post a few miles away from [Goma] fell.", (2 * MILE_M, 3 * MILE_M, 5 * MILE_M), None),
        ("About 20 km north-east of [Goma], shells fell.", (19_500, 20_000, 20_500), "NE"),
        ("A ship 12 nautical miles off the coast of [Yemen].", (21_298, 22_224, 23_150), None),
        ("A mine 100 km to the west of the town of [Goma].", (95_000, 100_000, 105_000), "W"),
        ("Twenty-five km due south of [Goma].", (24_500, 25_000, 25_500), "S"),
        ("They were 20 to 30 km from [Goma].", (20_000, 25_000, 30_000), None),
        ("Several hundred metres from [Goma].", (300, 400, 900), None),
    ],
)
def test_a_distance_becomes_metres_with_the_range_its_words_allow(
    marked, text, metres_away, heading
):
    sentence, (anchor,) = marked(text)
    phrase = near_at(sentence, anchor)
    assert phrase is not None
    near = phrase.near
    assert near.word == "distance"
    assert near.distance_m == pytest.approx(metres_away)
    assert near.heading == heading


@pytest.mark.parametrize(
    ("text", "word", "heading"),
    [
        ("A village east of [Goma] was taken.", "heading", "E"),
        ("The front is to the north of [Goma].", "heading", "N"),
        ("Troops gathered near the northern town of [Sake].", "near", None),
        ("A man was shot next to [Goma].", "adjacent", None),
        ("Clashes on the outskirts of [Goma].", "outskirts", None),
        ("Clashes in the western outskirts of [Goma].", "outskirts", "W"),
        ("A bomb went off outside [Goma].", "outside", None),
        ("A sniper on the edge of [Goma].", "edge", None),
    ],
)
def test_a_relation_without_a_distance_keeps_its_kind(marked, text, word, heading):
    sentence, (anchor,) = marked(text)
    phrase = near_at(sentence, anchor)
    assert phrase is not None
    near = phrase.near
    assert (near.word, near.heading, near.distance_m) == (word, heading, None)


@pytest.mark.parametrize(
    "text",
    [
        "The army holds the north of [Goma].",
        "They are in the south and east of [Goma].",
        "Rebels captured [Goma].",
        "Clashes went on in [Goma].",
    ],
)
def test_what_lies_inside_is_not_near(marked, text):
    sentence, (anchor,) = marked(text)
    assert near_at(sentence, anchor) is None


def test_between_two_towns_has_both_as_anchors(marked):
    sentence, mentions = marked("An ambush between [Goma] and [Sake] killed two.")
    (phrase,) = near_phrases(sentence, mentions)
    assert phrase.near.word == "between"
    assert phrase.anchors == tuple(mentions)


def test_a_road_has_the_towns_it_joins_as_anchors(marked):
    sentence, mentions = marked("A mine exploded on the road from [Goma] to [Sake].")
    (phrase,) = near_phrases(sentence, mentions)
    assert phrase.near.word == "road"
    assert [anchor.quote.text for anchor in phrase.anchors] == ["Goma", "Sake"]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Troops hold a five-kilometre strip along [Chad]'s border with [Sudan].", 5_000),
        ("A 10 km wide belt along the border between [Chad] and [Sudan] is closed.", 10_000),
        ("Clashes broke out on [Chad]'s border with [Sudan].", None),
    ],
)
def test_a_border_has_the_two_countries_it_parts_and_the_width_that_is_said(marked, text, width):
    sentence, mentions = marked(text)
    (phrase,) = near_phrases(sentence, mentions)
    assert phrase.near.word == "strip"
    assert phrase.anchors == tuple(mentions)
    assert (phrase.near.distance_m or (0, None, 0))[1] == width


def test_a_strip_along_a_river_has_its_width(marked):
    sentence, mentions = marked("Mines lie in a 2 km wide strip along the [Senegal] river.")
    (phrase,) = near_phrases(sentence, mentions)
    assert (phrase.near.word, phrase.near.distance_m[1]) == ("strip", 2_000)


def test_the_span_of_a_phrase_is_its_words_in_the_report(marked):
    sentence, mentions = marked("Soldiers died five miles north of [Goma] at dawn.")
    (phrase,) = near_phrases(sentence, mentions)
    assert sentence.quote(phrase.start, phrase.end).text == "five miles north of Goma"


# Test vector 10 of the published rule: what a distance may be off by, as it is written.
@pytest.mark.parametrize(
    ("value", "width"),
    [
        *[(10.1, 0.05), (10.25, 0.125), (10.5, 0.25), (10.6, 0.05), (10.75, 0.125), (10, 0.5)],
        *[(15, 0.5), (30, 0.5), (33, 0.5), (100, 5), (140, 5), (200, 5), (1000, 50), (2000, 50)],
    ],
)
def test_half_widths_are_the_published_ones(value, width):
    assert half_width(value) == pytest.approx(width)


@given(st.integers(1, 9_999), st.sampled_from(["km", "miles", "metres", "nautical miles"]))
def test_a_distance_lies_inside_its_own_range(value, unit):
    read = metres(f"{value} {unit}")
    assert read is not None
    low, best, high = read
    assert 0 <= low < best < high


@pytest.mark.parametrize(
    ("words", "value"), [("2 ½", 2.5), ("three hundred", 300), ("a", 1), ("forty-two", 42)]
)
def test_numbers_are_read_in_figures_and_words(words, value):
    assert number(words) == value


def test_words_without_a_distance_have_none():
    assert metres("a long way") is None
