"""Reports typed all in capitals, as wire telexes and cables are."""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.reading.capitals import Recaser, is_all_capitals
from geo.reading.reader import RuleReader

PAD = " THE GOVERNMENT HAS NOT SAID ANYTHING ABOUT IT, AND NOBODY ELSE IN THE COUNTRY HAS EITHER."


@pytest.fixture(scope="module")
def retyped(gazetteer, language_model):
    recaser = Recaser(gazetteer.best, load_actors(), language_model.dictionary)
    return lambda text: recaser(text + PAD)[: len(text)]


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        (
            "REBELS ATTACKED THE TOWN OF GOMA ON 3 MAY.",
            "Rebels attacked the town of Goma on 3 May.",
        ),
        ("THE ARMY MAY MARCH ON ADDIS ABABA.", "The army may march on Addis Ababa."),
        ("A MINE KILLED A MAN NEAR MEDENINE.", "A mine killed a man near Medenine."),
        (
            "THE NATIONAL UNION FOR FREE LANDS [NUFL] HIT LUANDA. THE NUFL DENIED IT.",
            "The National Union for Free Lands [NUFL] hit Luanda. The NUFL denied it.",
        ),
        (
            "GENERAL OKELLO TOLD THE U.S. EMBASSY THAT I LIED.",
            "General Okello told the U.S. embassy that I lied.",
        ),
        (
            "THE UKRAINIAN ARMY'S 3D BRIGADE LEFT NEW YORK CITY.",
            "The Ukrainian army's 3d brigade left New York City.",
        ),
        ("ISIS SEIZED SANTA CRUZ DE LA SIERRA.", "ISIS seized Santa Cruz de la Sierra."),
    ],
)
def test_names_have_capitals_and_words_have_none(retyped, typed, usual):
    assert retyped(typed) == usual


def test_a_text_in_usual_letters_is_left_alone(gazetteer, language_model):
    text = "The UN and MSF left DEIR EZZOR in SYRIA. IS is said to be near. " * 5
    assert Recaser(gazetteer.best, load_actors(), language_model.dictionary)(text) == text


def test_a_headline_in_capitals_is_no_text_in_capitals():
    assert not is_all_capitals("MISSILES HIT KYIV")
    assert not is_all_capitals("MISSILES HIT KYIV " * 9 + "and nobody was hurt in it" * 9)


def test_what_editors_put_in_brackets_is_blanked_and_the_length_kept(retyped):
    typed = "LIMA, 8 MAY -- [TEXT] [PASSAGE OMITTED] SHELLS FELL ON CALLAO."
    assert retyped(typed) == "Lima, 8 May -- " + " " * 25 + "Shells fell on Callao."


@pytest.mark.parametrize("odd", ["İSTANBUL", "STRASSE ß", "ﬁ", "ŉ", "Ω", "ǅ"])
def test_letters_without_a_twin_do_not_move_what_follows(retyped, odd):
    assert retyped(odd + " NEAR KYIV.").endswith(" near Kyiv.")


def test_an_incident_in_a_telex_is_read_and_quoted_in_its_own_letters(
    gazetteer, language_model, write_report
):
    text = (
        "NAIROBI, 4 FEB 15 (AFP) -- [TEXT] A CAR BOMB EXPLODED YESTERDAY IN MOGADISHU,\n"
        "KILLING 12 PEOPLE, THE POLICE SAID.  THE GOVERNMENT HAS CALLED ON ALL THOSE\n"
        "WHO HAVE SEEN ANYTHING TO COME FORWARD, AND HAS SENT TWO MINISTERS TO THE HOME\n"
        "OF THE MAYOR.  AL-SHABAAB CLAIMED RESPONSIBILITY FOR THE EXPLOSION IN A SHORT\n"
        "MESSAGE TO THE PRESS, WHICH NOBODY HAS BEEN ABLE TO CONFIRM SO FAR.\n"
    )
    report = write_report(text, published=date(2015, 2, 4))
    (bomb, *_) = RuleReader(gazetteer, parser=language_model).read([report]).claims
    assert bomb.incident_type == "car_bomb"
    assert bomb.where.place_name == "Mogadishu"
    assert bomb.fatalities.best == 12
    assert bomb.when.start == date(2015, 2, 3)
    assert bomb.quote.text == text[bomb.quote.start : bomb.quote.end]
    assert "CAR BOMB EXPLODED" in bomb.quote.text
