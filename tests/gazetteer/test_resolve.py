"""Names in context: the right place, its reasons, and a refusal where the text does not tell."""

import pytest

from gazetteer.resolve import Status
from gazetteer.spot import Toponym


def answers(gazetteer, text, **options):
    found = gazetteer.resolve(gazetteer.spot(text), text, **options)
    return {answer.toponym.text: answer for answer in found}


def place_of(gazetteer, text, name):
    place = answers(gazetteer, text)[name].place
    return place and (place.id if place.id.startswith("iso:") else (place.name, place.country))


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Fighting spread across Iraq on Monday.", "Iraq", "iso:IQ"),
        ("Shells fell in Kherson oblast.", "Kherson", "iso:UA-65"),
        ("Shells fell in Kherson, a city in southern Ukraine.", "Kherson", ("Kherson", "UA")),
        ("A court in Paris, Texas, freed him.", "Paris", ("Paris", "US")),
        ("A court in Paris freed him.", "Paris", ("Paris", "FR")),
        ("Militants attacked Tripoli in northern Lebanon.", "Tripoli", ("Tripoli", "LB")),
        ("The Libyan capital Tripoli was shelled.", "Tripoli", ("Tripoli", "LY")),
        ("Rebels took Goma, in eastern Congo.", "Goma", ("Goma", "CD")),
        ("Houthi forces entered Hudaydah in Yemen.", "Hudaydah", ("Al Ḩudaydah", "YE")),
        ("Troops left Mekelle in Tigray.", "Tigray", "iso:ET-TI"),
    ],
)
def test_a_name_is_placed_by_what_stands_around_it(gazetteer, text, name, place):
    assert place_of(gazetteer, text, name) == place


def test_other_places_of_the_text_move_a_name_to_them(gazetteer):
    text = "They drove from Alexandria to Cairo and on to Suez."
    assert place_of(gazetteer, text, "Alexandria") == ("Alexandria", "EG")
    text = "They drove from Alexandria to Shreveport, Monroe and Lafayette in Louisiana."
    alexandria = answers(gazetteer, text)["Alexandria"].ranked[0].place
    assert alexandria.country == "US"
    assert "iso:US-LA" in alexandria.parents


def test_a_name_that_fits_two_far_places_equally_is_refused(gazetteer):
    text = "A man was arrested in Springfield."
    answer = answers(gazetteer, text)["Springfield"]
    assert answer.status is Status.AMBIGUOUS
    assert answer.place is None
    assert len(answer.ranked) > 5


def test_a_name_nobody_knows_is_unknown(gazetteer):
    text = "It happened in Qzxwvkj."
    (answer,) = gazetteer.resolve([Toponym(15, 22, "Qzxwvkj")], text)
    assert answer.status is Status.UNKNOWN
    assert answer.ranked == ()


def test_a_misspelt_name_is_a_guess_that_says_so_and_only_in_the_countries_of_the_text(gazetteer):
    text = "Shelling in Ukraine hit Mariupoll on Friday."
    at = text.index("Mariupoll")
    toponyms = [Toponym(12, 19, "Ukraine"), Toponym(at, at + 9, "Mariupoll")]
    answer = gazetteer.resolve(toponyms, text)[1]
    assert answer.place.name == "Mariupol"
    assert "spelling differs: 1 letter" in answer.ranked[0].why
    assert answer.confidence <= 0.6
    elsewhere = "Shelling in Peru hit Mariupoll on Friday."
    toponyms = [Toponym(12, 16, "Peru"), Toponym(21, 30, "Mariupoll")]
    assert gazetteer.resolve(toponyms, elsewhere)[1].place is None


def test_one_name_means_one_place_in_one_text(gazetteer):
    text = "Clashes hit Tripoli, Lebanon. Tripoli was quiet at night. In Tripoli people fled."
    found = gazetteer.resolve(gazetteer.spot(text), text)
    assert {a.place.country for a in found if a.toponym.text == "Tripoli"} == {"LB"}


def test_every_candidate_has_its_reasons_in_words(gazetteer):
    text = "Shelling hit Kherson in southern Ukraine."
    for answer in gazetteer.resolve(gazetteer.spot(text), text):
        assert answer.ranked
        assert all(candidate.why for candidate in answer.ranked)


def test_answers_do_not_depend_on_the_order_of_the_names(gazetteer):
    text = "From Goma to Bukavu in Congo, and from Kigali in Rwanda."
    toponyms = gazetteer.spot(text)
    forwards = gazetteer.resolve(toponyms, text)
    backwards = gazetteer.resolve(toponyms[::-1], text)
    assert [a.place for a in forwards] == [a.place for a in backwards[::-1]]


def test_a_large_city_far_from_all_else_in_the_text_is_not_believed(gazetteer):
    text = (
        "Non-state armed groups attacked Palma town, Cabo Delgado. People displaced from Palma"
        " arrived in Mueda, Montepuez and Pemba."
    )
    toponyms = gazetteer.spot(text)
    answers = zip(toponyms, gazetteer.resolve(toponyms, text), strict=True)
    assert {one.place for toponym, one in answers if toponym.text == "Palma"} == {None}


def test_a_village_nobody_lists_is_not_one_that_sounds_a_little_like_it(gazetteer):
    text = "The village of Robotyne near Orikhiv in Zaporizhzhia region was shelled."
    assert place_of(gazetteer, text, "Robotyne") is None


def test_two_names_far_from_all_else_do_not_bear_each_other_out(gazetteer):
    text = (
        "Militiamen struck the Savo camp near Bule in Ituri, in the Democratic Republic of Congo."
        " In Djugu territory thousands fled towards Bunia."
    )
    assert place_of(gazetteer, text, "Savo") is None
    assert place_of(gazetteer, text, "Bule") is None


def test_a_division_is_not_called_by_the_name_of_its_neighbour(gazetteer):
    text = "The Taliban took Panjshir province north of Kabul."
    assert place_of(gazetteer, text, "Panjshir") == ("Panjshir", "AF")
