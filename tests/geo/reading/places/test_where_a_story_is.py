"""Which place a story, a paragraph or a sentence keeps to, in reports of many wars."""

from __future__ import annotations

import pytest

from geo.reading.clues import Clues
from geo.reading.places.clause_place import places_of
from geo.reading.places.mentions import find_mentions
from geo.report import Report
from tests.geo.reading.places.test_places_of_other_wars import names_of, placed  # noqa: F401

ANAPHORA = [
    # "The city" is the one the story is about, not where its reporter or an army comes from.
    (
        (
            "GAZIANTEP, Turkey (AP) - Rebels from Idlib attacked the army in Aleppo on Friday. "
            "Shells hit the city all night."
        ),
        "hit",
        "Aleppo",
    ),
    (
        (
            "Government forces seized a district in central Benghazi. The units, mostly "
            "of men from "
            "Zintan, now control half of the city."
        ),
        "control",
        "Benghazi",
    ),
    (
        (
            "Fighting broke out in Pibor. Thousands fled, most of them towards Bor and "
            "Juba. The town "
            "was shelled on Monday."
        ),
        "shelled",
        "Pibor",
    ),
    # A second "the town" is the same as the one before.
    (
        (
            "Rebels entered Sake at dawn. Soldiers left the town after an hour and drove to Goma. "
            "Witnesses said the town was looted."
        ),
        "looted",
        "Sake",
    ),
    # A village that nobody lists is still the village that "the village" means.
    (
        (
            "Gunmen attacked the village of Zorrakhel in Helmand province. They surrounded the "
            "village before dawn. Survivors have reached Lashkar Gah."
        ),
        "surrounded",
        "Zorrakhel",
    ),
    (
        (
            "In the town of Kashgul, militants beheaded two elders and blew up the town's well. "
            "Kismayo was calm."
        ),
        "blew",
        "Kashgul",
    ),
    # "The province" is the one of the town, although another is named later.
    (
        (
            "Taliban fighters entered Kunduz on Monday. Nine soldiers were killed elsewhere in the "
            "province. In Badghis Province, a base was attacked."
        ),
        "killed",
        "Kunduz",
    ),
    (
        "Clashes went on in Mocha on Sunday. Four people were killed in the province's east.",
        "killed",
        "Taiz",
    ),
    # The capital of a region is no capital of a country.
    (
        (
            "The jihadists now rule three districts of Gao region. Ansongo fell to them "
            "in May. Only "
            "the regional capital holds out, and rockets hit it on Friday."
        ),
        "hit",
        "Gao",
    ),
    (
        "Shelling went on in Donetsk region. Two people were killed in the regional capital.",
        "killed",
        "Donetsk",
    ),
    (
        "Seven people were killed in Maiduguri. Gunmen roam the rest of the state.",
        "roam",
        "Borno",
    ),
    (
        "MUZAFFARABAD: A bomb went off in Quetta on Friday. The city was under curfew.",
        "curfew",
        "Quetta",
    ),
]

FRONTED = [
    (
        (
            "In Bambari, 380 kilometres northeast of the capital, residents reached by telephone "
            "said that rebels moved about freely, while soldiers hold the centre."
        ),
        "hold",
        "Bambari",
    ),
    (
        (
            "Rebels took Bangassou on Monday. In Bria, a priest said that nine people were killed "
            "when gunmen attacked a convoy."
        ),
        "attacked",
        "Bria",
    ),
    (
        (
            "Rebels captured Bentiu on Tuesday. They overran the town at dawn. Soldiers "
            "left the town. "
            "\n\nIn Bor, armed youths broke into a base. At least 58 people died."
        ),
        "died",
        "Bor",
    ),
    (
        (
            "Fighting raged in Kharkiv. Kharkiv was shelled twice. The army reinforced Kharkiv.\n\n"
            "A drone struck a bus in Sumy on Friday. Three passengers were killed."
        ),
        "killed",
        "Sumy",
    ),
    (
        (
            "Near Mogadishu, soldiers raided a farm on Friday and killed four militants, "
            "an officer "
            "in Baidoa said."
        ),
        "killed",
        "Mogadishu",
    ),
    (
        "In the west of the province, militants overran the district centre of Gizab.",
        "overran",
        "Gizab",
    ),
    (
        "In the Gulf of Aden port of Mukalla, jets bombed a barracks on Saturday.",
        "bombed",
        "Mukalla",
    ),
    (
        "In the Black Sea port of Odesa, a missile hit a hotel.",
        "hit",
        "Odesa",
    ),
    (
        "In Yemen's western port city of Hodeidah, shells hit a market.",
        "hit",
        "Hodeidah",
    ),
]

BESIDE = [
    (
        (
            "Russian troops entered Kreminna after Ukrainian units withdrew from the town, Luhansk "
            "Oblast head Serhiy Haidai said."
        ),
        "withdrew",
        "Kreminna",
    ),
    (
        "Gunmen raided Dikwa overnight. Police in Abuja said 11 villagers were shot dead.",
        "shot",
        "Dikwa",
    ),
    (
        (
            "Fighting spread to Loikaw on Monday. Thousands fled towards Mae Hong Son and "
            "Demoso. Jets bombed the town again on Tuesday."
        ),
        "bombed",
        "Loikaw",
    ),
    ("Mahas, the region's second town, was shelled on Friday.", "shelled", "Mahas"),
    (
        "Troops and gunmen clashed in the Zorra district of Kirkuk on Friday.",
        "clashed",
        "Zorra",
    ),
    (
        (
            "Fighting went on in Aleppo. A strike on boats crossing the river near the town of "
            "Maskanah on Friday killed 14 civilians."
        ),
        "killed",
        "Maskanah",
    ),
    (
        (
            "More than half of the people of Tigray had fled to Sudan, officials said. "
            "Shire was shelled."
        ),
        "fled",
        "Tigray",
    ),
    (
        "The army seized Bashiqa, a town 20 km from Mosul, on Monday.",
        "seized",
        "Bashiqa",
    ),
    ("Rebels took Kibumba, a village 25 km north of Goma.", "took", "Kibumba"),
    (
        "Shells landed on a market in the Zorraf area of Taiz.",
        "landed",
        "Zorraf",
    ),
    (
        (
            "Houthi fighters attacked Taiz on Friday. Shells landed on a market in the "
            "Zorraf area, "
            "killing four people."
        ),
        "killing",
        "Zorraf",
    ),
    (
        "Nine fighters were killed in Sirte, hospital officials in Misrata said.",
        "killed",
        "Sirte",
    ),
    (
        (
            "Islamic State was driven out of Manbij. Nine fighters were killed, according "
            "to hospital "
            "officials in Gaziantep."
        ),
        "killed",
        "Manbij",
    ),
    (
        "Officers from Bamako said jihadists killed six soldiers in Boni.",
        "killed",
        "Boni",
    ),
    (
        (
            "Ukrainian units withdrew from the town, Luhansk region head Serhiy Haidai "
            "said. They had "
            "held Kreminna since March. The town was shelled."
        ),
        "shelled",
        "Kreminna",
    ),
    (
        (
            "M23 fighters entered Bukavu, two days after taking the airport at Zorumu, 25 "
            "kilometres "
            "to the north."
        ),
        "taking",
        "Zorumu",
    ),
    (
        "Gunmen who had fled Baga killed nine fishermen in Monguno.",
        "killed",
        "Monguno",
    ),
    (
        "A Tutsi officer from Minembwe was killed in Uvira by a man who came from Bukavu.",
        "killed",
        "Uvira",
    ),
    (
        "Troops left Avdiivka, where 40 soldiers had died, and dug in at Orlivka.",
        "died",
        "Avdiivka",
    ),
    (
        "Rebels attacked Kidal and Tessalit on Monday. Six soldiers were killed in Tessalit.",
        "killed",
        "Tessalit",
    ),
]


def test_a_northern_city_is_no_northern_part_of_it(placed, gazetteer):  # noqa: F811
    text = "Militia units entered Raqqa. They now control 60 percent of the northern city."
    (where,) = placed(text, "control")
    assert gazetteer.place(where.place_id).name == "Raqqa"
    assert where.part is None


def test_a_distance_without_its_place_is_from_the_place_spoken_of(placed):  # noqa: F811
    text = (
        "Rebels walked into Bukavu on Sunday, two days after taking the airport at Zorumu, "
        "25 kilometres to the north."
    )
    (where,) = placed(text, "taking")
    assert (where.unlisted, where.near.heading) == ("Zorumu", "N")
    assert where.near.distance_m[1] == 25_000


def test_a_quarter_nobody_lists_is_in_the_town_of_its_story(language_model, gazetteer):
    text = (
        "Houthi fighters attacked Taiz on Friday. Shells landed on a market in the Zorraf area. "
        "Seven people died when rockets struck the Gullab quarter."
    )
    assert rough_place(text, "struck", language_model, gazetteer) == ("Gullab", "Taiz")


def test_a_plant_in_the_east_of_the_city_is_in_that_city(language_model, gazetteer):
    text = (
        "Troops hold half of Mariupol. Marines defend the Zorstal steel plant in the east of the "
        "city. Bombers struck Zorstal on Friday."
    )
    assert rough_place(text, "struck", language_model, gazetteer) == ("Zorstal", "Mariupol")


def rough_place(text, word, language_model, gazetteer):
    parsed = language_model.parse(Report(report_id="report", text=text))
    clues = Clues(parsed, None, find_mentions(parsed, gazetteer), (), ())
    sentence = parsed.sentence_at(text.rindex(word))
    token = next(t for t in sentence.span if t.text == word)
    (where,) = places_of(clues, sentence, token, gazetteer=gazetteer, roughly=True)
    return where.unlisted, gazetteer.place(where.place_id).name


@pytest.mark.parametrize(("text", "word", "place"), [*ANAPHORA, *FRONTED, *BESIDE])
def test_a_clause_happens_where_its_story_is(placed, gazetteer, text, word, place):  # noqa: F811
    assert names_of(placed(text, word), place, gazetteer) == place
