"""What is called like a place and is none, in news of many wars and regions."""

import pytest


def names(gazetteer, text):
    return [toponym.text for toponym in gazetteer.spot(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # People: with a title, a first name, an age, and by one name later.
        ("Paris Hilton arrived in London on Monday.", ["London"]),
        ("Mr. Jordan was shot in Leeds.", ["Leeds"]),
        ("President Jackson Smith left Accra. Smith said Jackson was well.", ["Accra"]),
        ("General Abdul Hadi took Herat; Hadi was born in Kabul.", ["Herat", "Kabul"]),
        ("Sydney McClain and Chad Foster were held in Nairobi.", ["Nairobi"]),
        ("Samer Ali told reporters in Idlib that Ali was alive.", ["Idlib"]),
        # Organisations and papers.
        ("He studied at the University of Aleppo before moving to Homs.", ["Homs"]),
        ("The New York Times reported from Mosul.", ["Mosul"]),
        ("The Bank of China and Air France left Caracas.", ["Caracas"]),
        ("Nairobi Hospital and the Washington Post were named in Kampala.", ["Kampala"]),
        ("The White House spoke to the Kremlin about Ukraine.", ["Ukraine"]),
        ("Hamas, Hezbollah and ISIS met in Beirut.", ["Beirut"]),
        # Vessels, teams, weapons, treaties, operations, illnesses.
        (
            "The USS Arizona and HMS London sailed from Portsmouth, England.",
            ["Portsmouth", "England"],
        ),
        ("The Dallas Cowboys and the Toronto Blue Jays flew to Mexico City.", ["Mexico City"]),
        ("Chelsea beat Arsenal in Munich.", ["Munich"]),
        ("Real Madrid won in Lisbon.", ["Lisbon"]),
        ("The Geneva Convention and the Kyoto Protocol bind Canada.", ["Canada"]),
        ("Twelve died of West Nile virus in Greece.", ["Greece"]),
        # Nationalities, languages, religions, months.
        ("Syrian, Iraqi and Kurdish fighters spoke Arabic in May.", []),
        ("Many Muslims, Christians and Yazidis fled Sinjar in August.", ["Sinjar"]),
        # Streets of a town are not other towns.
        ("A fire broke out on Lincoln Avenue in Dublin.", ["Dublin"]),
        # Money and time.
        ("It cost US$10,000 (EST) in Peru.", ["Peru"]),
    ],
)
def test_what_is_called_like_a_place_is_not_spotted(gazetteer, text, expected):
    assert names(gazetteer, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kuala Lumpur-based firm left.", ["Kuala Lumpur"]),
        ("the Israel-Lebanon border was quiet", ["Israel", "Lebanon"]),
        ("pro-Russia and US-led forces", ["Russia", "US"]),
        ("Fighting in Bosnia-Herzegovina", ["Bosnia-Herzegovina"]),
        ("South Sudan's army left northern Iraq.", ["South Sudan", "Iraq"]),
        ("Gaza City, the Gaza Strip and the West Bank", ["Gaza City", "Gaza Strip", "West Bank"]),
        ("In Washington, D.C., the U.S. and the UK agreed.", ["Washington", "D.C.", "U.S.", "UK"]),
        ("They flew to St. Louis.", ["St. Louis"]),
        ("Ebola spread across West Africa and Central Asia.", ["West Africa", "Central Asia"]),
        ("The Philippines and the Gambia voted.", ["Philippines", "Gambia"]),
        ("Judges in The Hague ruled.", ["The Hague"]),
        ("Envoys of the People's Republic of China met.", ["People's Republic of China"]),
        (
            "He flew from New Haven to Louisville, Ky., on Sunday.",
            ["New Haven", "Louisville", "Ky."],
        ),
        ("Abidjan, Côte d’Ivoire", ["Abidjan", "Côte d’Ivoire"]),
        ("Helmand province and Nyanza Province", ["Helmand", "Nyanza Province"]),
        ("ALEPPO, Syria (AP) - Rebels fled.", ["ALEPPO", "Syria"]),
        ("GOMA (Reuters) — The M23 advanced.", ["GOMA"]),
        ("“Kharkiv’s suburbs were shelled,” he said.", ["Kharkiv"]),
        ("Fighting near Tal Afar, Wadi Barada and Jabal al-Zawiya.", ["Tal Afar"]),
    ],
)
def test_names_are_cut_where_they_begin_and_end(gazetteer, text, expected):
    found = names(gazetteer, text)
    assert [name for name in found if name in expected] == expected


def test_headlines_in_capitals_name_places_too(gazetteer):
    text = "REBELS SEIZE MOSUL AND THREATEN KIRKUK\n\nThe army fled."
    assert names(gazetteer, text) == ["MOSUL", "KIRKUK"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They fled the village of Qarzhanu on Monday.", "Qarzhanu", "village"),
        ("Floods hit the Mbwezu district again. Mbwezu has no road.", "Mbwezu", "district"),
        ("Troops are based at Fort Zendrick.", "Fort Zendrick", "fort"),
        ("Clashes spread in the Zwatu Valley.", "Zwatu Valley", "valley"),
    ],
)
def test_a_name_that_no_source_has_is_spotted_where_the_text_calls_it_a_place(
    gazetteer, text, name, kind
):
    first = gazetteer.spot(text)[0]
    assert (first.text, first.feature, first.listed) == (name, kind, False)
    (answer,) = gazetteer.resolve([first], text)
    assert answer.place is None


@pytest.mark.parametrize(
    "text",
    [
        "the Kurdish region and the rebel-held area",
        "the village of the President",
        "Orange Xyzzy County Sheriff's Office",
        "the Tamil community in town",
    ],
)
def test_a_kind_word_alone_makes_no_name(gazetteer, text):
    assert not [toponym for toponym in gazetteer.spot(text) if not toponym.listed]


@pytest.mark.parametrize(
    "text",
    [
        " " * 10_000,
        "\x00" * 10_000,
        "\x00Kabul\x00",
        "A. " * 4_000,
        "the village of " * 1_000,
        "Mr. Ali, " * 2_000,
        "(" * 10_000,
        "District " * 2_000,
        "al-" * 4_000,
        "\ud800 Kabul",
        "’s " * 3_000,
    ],
    ids=range(11),
)
def test_hostile_texts_are_read_without_complaint(gazetteer, text):
    for toponym in gazetteer.spot(text, demonyms=True, embedded=True):
        assert text[toponym.start : toponym.end] == toponym.text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A ferry from Ancona docked in Split on Monday.", ["Ancona", "Split"]),
        ("A heat wave killed dozens in Phoenix, officials said.", ["Phoenix"]),
        ("They split the loot, and Split decisions followed.", []),
        ("He believes in Peace and fought in Liberation.", []),
    ],
)
def test_a_large_city_called_by_an_ordinary_word_is_found_behind_in(gazetteer, text, names):
    assert [one.text for one in gazetteer.spot(text)] == names


def test_a_name_that_goes_on_behind_an_article_is_not_its_first_word(gazetteer):
    text = "A mass grave was found in Hammam al-Alil, south of Mosul."
    assert [one.text for one in gazetteer.spot(text)] == ["Mosul"]


def test_a_prefix_before_a_hyphen_is_no_place(gazetteer):
    text = "Non-state armed groups and Pro-government fighters clashed near Pemba."
    assert [one.text for one in gazetteer.spot(text)] == ["Pemba"]
