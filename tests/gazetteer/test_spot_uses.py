"""How a name is used: for the place, its government, its people, or something else."""

import pytest

from gazetteer.longer import Whole
from gazetteer.use import Use


def the(gazetteer, name, text, **asked):
    return next(one for one in gazetteer.spot(text, **asked) if one.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Damascus said it would retaliate.", "Damascus"),
        ("Moscow has repeatedly denied the charge.", "Moscow"),
        ("Talks failed after Washington rejected the plan.", "Washington"),
        ("Israel, which lost two men, accused Hezbollah.", "Israel"),
    ],
)
def test_a_capital_or_country_that_speaks_stands_for_its_government(gazetteer, text, name):
    assert the(gazetteer, name, text).use is Use.METONYM


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Residents of Damascus said they heard a blast.", "Damascus"),
        ("A man in Moscow denied the charge.", "Moscow"),
        ("Aleppo province is quiet.", "Aleppo"),
        ("They fled Iraq.", "Iraq"),
    ],
)
def test_a_place_where_somebody_speaks_is_the_place_itself(gazetteer, text, name):
    assert the(gazetteer, name, text).use is Use.LITERAL


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Syrian troops advanced.", "Syrian", "iso:SY"),
        ("Thousands of Iraqis fled.", "Iraqis", "iso:IQ"),
        ("Ukrainian drones hit a depot.", "Ukrainian", "iso:UA"),
    ],
)
def test_a_demonym_is_given_when_asked_for_and_means_its_country(gazetteer, text, name, country):
    assert gazetteer.spot(text) == ()
    toponym = the(gazetteer, name, text, demonyms=True)
    assert toponym.use is Use.DEMONYM
    (answer,) = gazetteer.resolve([toponym], text)
    assert answer.place.id == country


def test_a_name_inside_another_name_is_given_when_asked_for(gazetteer):
    text = "He taught at the University of Aleppo."
    assert gazetteer.spot(text) == ()
    toponym = the(gazetteer, "Aleppo", text, embedded=True)
    assert (toponym.use, toponym.inside) == (Use.EMBEDDED, Whole.ORGANISATION)


@pytest.mark.parametrize("text", ["Iraq's army", "Iraq’s army", "IRAQ'S ARMY\n"])
def test_a_possessive_is_marked_and_left_out_of_the_name(gazetteer, text):
    (toponym,) = gazetteer.spot(text)
    assert toponym.possessive
    assert toponym.text.lower() == "iraq"


def test_what_a_language_model_says_is_weighed_in(gazetteer):
    text = "Zinder was quiet."
    place = gazetteer.spot(text, entities=[(0, 6, "GPE")])
    person = gazetteer.spot(text, entities=[(0, 6, "PERSON")])
    assert [toponym.text for toponym in place] == ["Zinder"]
    assert all(toponym.probability < place[0].probability for toponym in person)
