"""Names that no gazetteer lists are placed by the words beside them, and by nothing else."""

from __future__ import annotations

import pytest

from geo.reading.clues import Clues
from geo.reading.places.clause_place import places_of
from geo.reading.places.mentions import find_mentions
from geo.report import Report


@pytest.fixture(scope="session")
def placed(language_model, gazetteer):
    """Place the clause that a word heads; with the real index."""

    def place(text, word, *, roughly=True):
        parsed = language_model.parse(Report(report_id="report", text=text))
        clues = Clues(parsed, None, find_mentions(parsed, gazetteer), (), ())
        sentence = parsed.sentence_at(text.rindex(word))
        token = next(t for t in reversed(list(sentence.span)) if t.text == word)
        return places_of(clues, sentence, token, gazetteer=gazetteer, roughly=roughly)[0]

    return place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took Vorrabad, about 13 km northeast of Mosul.", ("Mosul", 13_000, "NE")),
        ("Rebels took Kalunde, 20 km west of Goma.", ("Goma", 20_000, "W")),
        ("Rebels took the village of Tin-Zarro, 40 km north of Gao.", ("Gao", 40_000, "N")),
    ],
)
def test_a_village_nobody_lists_is_so_far_from_the_town_it_is_measured_from(
    placed, gazetteer, text, expected
):
    where = placed(text, "took", roughly=False)
    name = gazetteer.place(where.place_id).name
    assert (name, where.near.distance_m[1], where.near.heading) == expected


@pytest.mark.parametrize(
    ("text", "word", "near"),
    [
        ("Troops captured Minvola, a town on the western shore of Lake Kivu.", "captured", "Lake"),
        ("Troops shelled the village of Byong Phyar on the outskirts of Sittwe.", "shelled", "Sit"),
        (
            "Gunmen killed 20 farmers in the village of Zabarkori, near Maiduguri.",
            "killed",
            "Maiduguri",
        ),
    ],
)
def test_a_town_nobody_lists_is_near_the_one_beside_it(placed, text, word, near):
    where = placed(text, word)
    assert near in where.place_name
    assert where.unlisted
    assert where.near is not None


def test_a_quarter_nobody_lists_is_in_the_city_that_the_story_is_about(placed, gazetteer):
    text = (
        "Fighting went on in Mosul on Monday. A bomber killed five soldiers in the Entisarra "
        "neighbourhood."
    )
    where = placed(text, "killed")
    assert gazetteer.place(where.place_id).name == "Mosul"
    assert where.unlisted == "Entisarra"


def test_who_holds_a_village_nobody_lists_does_not_hold_its_province(placed):
    text = "Rebels captured the village of Zorrakhel in Helmand province on Monday."
    assert placed(text, "captured").place_id is not None
    assert placed(text, "captured", roughly=False).place_id is None


def test_the_town_that_reinforcements_come_from_is_not_where_the_fighting_is(placed, gazetteer):
    text = (
        "The Taliban held most of Kunduz on Tuesday. Troops were awaiting reinforcements from "
        "Kabul. Police said they had retaken the provincial prison."
    )
    assert gazetteer.place(placed(text, "retaken").place_id).name == "Kunduz"


def test_a_listed_town_stays_itself_and_keeps_the_distance_that_is_told_as_well(placed, gazetteer):
    where = placed("Rebels took Bukavu, 100 km south of Goma.", "took", roughly=False)
    assert gazetteer.place(where.place_id).name == "Bukavu"
    assert where.near is None
    assert (where.stated.distance_m[1], where.stated.heading) == (100_000, "S")
    assert gazetteer.place(where.stated_from).name == "Goma"
