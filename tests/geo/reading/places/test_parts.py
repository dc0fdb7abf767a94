"""Parts of a place, read from the words beside its name."""

from __future__ import annotations

import pytest

from geo.claims import Mention, Part
from geo.codes import MentionRole
from geo.reading.places.parts import compass, part_before_or_after, part_in, terms_of

INSIDE = [
    ("The army holds the north of [Omdurman].", "N"),
    ("They were present in the south, west and east of [Omdurman], he said.", "S+W+E"),
    ("Troops took the northernmost part of [the camp], which they want.", "N-most"),
    ("Fighters are confined to [Omdurman]'s southwest.", "SW"),
    ("They still control large swathes of eastern [Chad] and other land.", "E"),
    ("Clashes went on in the eastern half of [the city] on Monday.", "E-half"),
    ("The rebels hold most of the east and north of [Omdurman].", "E+N"),
    ("They took all but the north of [the city].", "all-but(N)"),
    ("People fled to the deep south of [Sudan].", "far-S"),
    ("Only the northern third of [the town] is safe.", "N-third"),
    ("A sniper fired at the edge of [Omdurman].", "edge"),
    ("Tanks reached [the city] centre at noon.", "centre"),
    ("Fire broke out in central [Omdurman].", "centre"),
    ("Troops are stationed outside [the camp].", "outside"),
    ("Groups with fighters in [the camp] or around it agreed.", "inside+outside"),
    ("Shelling hit north-eastern [Chad].", "NE"),
    ("Shells hit the southern edge of [the camp].", "S-edge"),
    ("The militia left eastern districts of [Omdurman].", "E"),
    ("Shells fell on [the camp]'s northern fringes.", "N-edge"),
    ("Fighters were confined to the east and south of [Omdurman].", "E+S"),
    ("It retreated from the south of [Omdurman].", "S"),
]

NO_PART = [
    "The village lies north of [Omdurman].",
    "The base is to the east of [the camp].",
    "A town seven kilometres south of [Khartoum] burned.",
    "The eastern city of [Kassala] is calm.",
    "He met Middle East [Sudan] watchers.",
    "Clashes broke out in [Omdurman].",
]


@pytest.fixture
def marked(language_model, write_report):
    """Parse a sentence whose place is in brackets."""

    def parse(text):
        start, end = text.index("["), text.index("]") - 1
        parsed = language_model.parse(write_report(text.replace("[", "").replace("]", "")))
        sentence = parsed.sentence_at(start)
        return sentence, Mention(parsed.quote(start, end), MentionRole.SUBJECT, None)

    return parse


@pytest.mark.parametrize(("text", "part"), INSIDE)
def test_a_part_of_a_place_is_read_from_the_words_beside_its_name(marked, text, part):
    assert str(part_before_or_after(*marked(text))) == part


@pytest.mark.parametrize("text", NO_PART)
def test_what_lies_outside_a_place_is_no_part_of_it(marked, text):
    assert part_before_or_after(*marked(text)) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Fighters were confined to the north, residents said.", Part(("N",))),
        ("The militia controls most of the east and north.", Part(("E", "N"))),
        ("They hold all except the western third.", Part(("W-third",), except_=True)),
        ("The army entered the city centre.", Part(("centre",))),
        ("The West condemned the attack.", None),
        ("The northern town is quiet.", None),
        ("Officials from the Middle East met.", None),
    ],
)
def test_a_part_whose_place_is_understood_is_read_too(language_model, write_report, text, part):
    (sentence,) = language_model.parse(write_report(text)).sentences
    assert part_in(sentence, sentence.start, sentence.end) == part


def test_a_direction_keeps_its_order_of_north_before_east():
    assert compass("south-east") == "SE"
    assert compass("northwestern") == "NW"


def test_saying_a_direction_twice_adds_nothing():
    assert terms_of("the north and the northern part") == ("N",)
