"""What the other names of a text, its peoples and its kind words make of a name."""

import pytest

from gazetteer.spot import Toponym
from gazetteer.weights import learnt, load_weights


def best(gazetteer, text, *names):
    """Return the id, the country and the province of the likeliest place of the first name."""
    spans = [Toponym(text.index(name), text.index(name) + len(name), name) for name in names]
    place = gazetteer.resolve(spans, text)[0].ranked[0].place
    return place.id, place.country, place.parents[-2] if len(place.parents) > 1 else None


def test_a_small_namesake_wins_in_the_local_news_of_its_own_state(gazetteer):
    text = "Paris and Bonham, two towns of north Texas, were flooded, as was Sherman."
    assert best(gazetteer, text, "Paris", "Bonham", "Texas", "Sherman")[2] == "iso:US-TX"
    text = "Police of London and Corbin in Kentucky met the sheriff of Laurel County."
    names = ("London", "Corbin", "Kentucky", "Laurel County")
    assert best(gazetteer, text, *names)[2] == "iso:US-KY"


def test_two_doubtful_names_settle_each_other_where_one_lies_in_the_other(gazetteer):
    text = "The fair in Huntsville drew crowds from all over Walker County."
    assert best(gazetteer, text, "Huntsville", "Walker County")[2] == "iso:US-TX"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Thousands of Ontarians lost power.", "Ontarians", "iso:CA-ON"),
        ("Canadian troops left Kandahar.", "Canadian", "iso:CA"),
        ("Palestinians buried their dead.", "Palestinians", "iso:PS"),
        ("Chechen fighters crossed the pass.", "Chechen", "iso:RU-CE"),
    ],
)
def test_a_people_stands_for_its_country_or_its_region(gazetteer, text, name, place):
    assert best(gazetteer, text, name)[0] == place


def test_a_place_by_the_border_of_a_country_that_is_named_beats_a_far_namesake(gazetteer):
    text = "Egypt and Israel closed the crossings to Gaza on Sunday."
    assert best(gazetteer, text, "Gaza", "Egypt", "Israel")[1] == "PS"


def test_a_county_is_meant_where_the_text_says_county(gazetteer):
    text = "Deputies of Orange County, California, searched the hills."
    place_id, country, province = best(gazetteer, text, "Orange County", "California")
    assert (country, province) == ("US", "iso:US-CA")
    assert gazetteer.place(place_id).kind == "county"


def test_every_answer_says_why_in_words(gazetteer):
    text = "Rebels shelled Tripoli and Zahle in Lebanon."
    spans = [Toponym(text.index(n), text.index(n) + len(n), n) for n in ("Tripoli", "Lebanon")]
    ranked = gazetteer.resolve(spans, text)[0].ranked
    assert ranked[0].place.country == "LB"
    assert "the text names its country" in ranked[0].why
    assert all(one.why and all(one.why) for one in ranked)


def test_the_weights_that_were_learnt_are_told_from_those_set_by_hand():
    assert "importance" in learnt()
    assert "given_country" in load_weights().keys() - learnt()
