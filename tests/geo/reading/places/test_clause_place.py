"""The place that a clause is about."""

from __future__ import annotations

import pytest

from geo.codes import WherePrecision
from geo.reading.clues import Clues
from geo.reading.places.clause_place import places_of, where_of
from geo.reading.places.mentions import find_mentions
from tests.geo.reading.small_gazetteer import small_gazetteer


@pytest.fixture
def ask(language_model, write_report):
    """Ask for the places of the clause that a word heads, the last time it is written."""

    def places(text, word, *, reader=places_of):
        gazetteer = small_gazetteer()
        parsed = language_model.parse(write_report(text))
        clues = Clues(parsed, None, find_mentions(parsed, gazetteer), (), ())
        sentence = parsed.sentence_at(text.rindex(word))
        token = next(t for t in reversed(list(sentence.span)) if t.text == word)
        return reader(clues, sentence, token, gazetteer=gazetteer)

    return places


@pytest.mark.parametrize(
    ("text", "word", "place_id", "part"),
    [
        ("The army captured Bakhmut on Monday.", "captured", "test:bakhmut", None),
        ("Bakhmut fell to the army.", "fell", "test:bakhmut", None),
        ("Soledar has been under siege since May.", "siege", "test:soledar", None),
        ("People left Omdurman, which has seen clashes since May.", "seen", "test:omdurman", None),
        ("Fighters are confined to Zamzam's southwest.", "confined", "test:zamzam", "SW"),
        ("A bomb exploded on the edge of Soledar.", "exploded", "test:soledar", "edge"),
        ("Troops are stationed outside Soledar.", "stationed", "test:soledar", "outside"),
        ("A blast hit Soledar, a town in eastern Ukraine.", "blast", "test:soledar", None),
        ("In Ukraine, a blast killed two people in Soledar.", "killed", "test:soledar", None),
        ("Chad's army shelled Zamzam.", "shelled", "test:zamzam", None),
        ("A source in Khartoum said rebels took Omdurman.", "took", "test:omdurman", None),
        (
            "Militants hold villages in Ukraine, notably Klishchiivka.",
            "hold",
            "test:klishchiivka",
            None,
        ),
    ],
)
def test_a_clause_is_about_the_most_local_place_attached_to_it(ask, text, word, place_id, part):
    where = ask(text, word, reader=where_of)
    assert where.place_id == place_id
    assert (str(where.part) if where.part else None) == part


def test_the_text_before_gives_a_place_to_a_sentence_without_one(ask):
    text = "Clashes broke out in Soledar. At least nine people were killed in the fighting."
    assert ask(text, "killed", reader=where_of).place_id == "test:soledar"


def test_a_part_without_a_place_is_a_part_of_the_place_before(ask):
    text = "The militia is in the south of Zamzam, with rebels confined to the north."
    where = ask(text, "confined", reader=where_of)
    assert (where.place_id, str(where.part)) == ("test:zamzam", "N")


def test_elsewhere_is_not_the_place_before(ask):
    text = "Clashes broke out in Soledar. Elsewhere, two people were killed."
    assert ask(text, "killed", reader=where_of).place_id is None


def test_a_government_never_locates_what_it_speaks_of(ask):
    assert ask("Moscow said two soldiers were killed.", "killed", reader=where_of).place_id is None


def test_a_name_that_was_not_resolved_keeps_its_words(ask):
    where = ask("They took the village of Umm Dresaya.", "took", reader=where_of)
    assert (where.place_id, where.place_name) == (None, "Umm Dresaya")


def test_what_lies_near_a_place_keeps_the_distance_and_is_less_precise(ask):
    where = ask("A convoy was ambushed 12 km north of Bakhmut.", "ambushed", reader=where_of)
    assert where.place_id == "test:bakhmut"
    assert (where.near.distance_m, where.near.heading) == ((11_500, 12_000, 12_500), "N")
    assert where.precision is WherePrecision.NEAR


def test_a_name_beats_the_arithmetic_beside_it(ask):
    text = "Shells hit Soledar, 12 km north of Bakhmut."
    where = ask(text, "hit", reader=where_of)
    assert (where.place_id, where.near) == ("test:soledar", None)


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        (
            "They captured Bakhmut and Soledar.",
            "captured",
            {"test:bakhmut": "", "test:soledar": ""},
        ),
        (
            "They control swathes of eastern Chad and northern Ukraine.",
            "control",
            {"test:chad": "E", "test:ukraine": "N"},
        ),
        ("They captured Bakhmut, in Ukraine.", "captured", {"test:bakhmut": ""}),
    ],
)
def test_coordinated_places_are_all_given_and_no_others(ask, text, word, found):
    assert {w.place_id: str(w.part or "") for w in ask(text, word)} == found


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Clashes hit Soledar.", WherePrecision.EXACT),
        ("Clashes hit villages near Soledar.", WherePrecision.NEAR),
        ("Clashes hit North Darfur.", WherePrecision.PROVINCE),
        ("Clashes hit eastern Chad.", WherePrecision.VAGUE),
        ("Clashes hit Chad.", WherePrecision.COUNTRY),
    ],
)
def test_the_precision_follows_from_the_kind_of_place(ask, text, precision):
    assert ask(text, "hit", reader=where_of).precision is precision
