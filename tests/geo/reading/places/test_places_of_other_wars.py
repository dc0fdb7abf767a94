"""Where it happened, in sentences about many wars, as an expert coder would note it."""

from __future__ import annotations

import pytest

from gazetteer.names import fold
from geo.reading.clues import Clues
from geo.reading.places.clause_place import places_of
from geo.reading.places.mentions import find_mentions


@pytest.fixture(scope="session")
def placed(language_model, gazetteer):
    """Place the clause that a word heads, the last time it is written; with the real index."""
    from geo.report import Report

    def places(text, word):
        parsed = language_model.parse(Report(report_id="report", text=text))
        clues = Clues(parsed, None, find_mentions(parsed, gazetteer), (), ())
        sentence = parsed.sentence_at(text.rindex(word))
        token = next(t for t in reversed(list(sentence.span)) if t.text == word)
        return places_of(clues, sentence, token, gazetteer=gazetteer)

    return places


def names_of(wheres, expected, gazetteer):
    """Return the names, several joined by a plus, each as expected if the place is called so."""
    wanted = expected.split(" + ")
    return " + ".join(_name(where, wanted, gazetteer) for where in wheres if where.place_name)


def _name(where, wanted, gazetteer):
    place = gazetteer.place(where.place_id) if where.place_id else None
    called = {fold(n) for n in (place.name, *place.other_names)} if place else set()
    words = where.unlisted or where.place_name
    known = (one for one in wanted if fold(one) in called and " and " not in words)
    return next(known, next((one for one in wanted if fold(one) == fold(words)), words))


ATTACHED = [
    ("Shelling in Kherson killed two people on Friday.", "killed", "Kherson"),
    ("Two people were killed when a drone struck a bus in Nikopol.", "killed", "Nikopol"),
    ("A drone struck a bus in Nikopol, killing two people.", "killing", "Nikopol"),
    ("Gunmen attacked a convoy on the road from Goma to Butembo.", "attacked", "Goma and Butembo"),
    ("Al-Shabaab fighters overran a base in Buulo Mareer.", "overran", "Buulo Mareer"),
    ("The RSF seized Wad Madani, the capital of Gezira state.", "seized", "Wad Madani"),
    (
        "Fighting broke out in Kalobeyei, a settlement in northern Kenya.",
        "Fighting",
        "Kalobeyei",
    ),
    ("Troops clashed with rebels in Sake, a town in North Kivu.", "clashed", "Sake"),
    ("Russia's army struck the port of Odesa overnight.", "struck", "Odesa"),
    ("Washington said it had carried out air strikes on Hodeidah.", "strikes", "Hodeidah"),
    ("Saudi-led warplanes bombed a funeral hall in Sanaa.", "bombed", "Sanaa"),
    ("Israel shelled the Jabaliya refugee camp.", "shelled", "Jabaliya"),
    (
        "A resident of Mariupol who fled to Zaporizhzhia said his street was shelled.",
        "shelled",
        "Mariupol",
    ),
    ("Speaking from Kyiv, the minister said troops had left Avdiivka.", "left", "Avdiivka"),
    ("The rebels, who are based in Chad, attacked Bangui on Sunday.", "attacked", "Bangui"),
    ("Fighters from Benghazi attacked a checkpoint in Sirte.", "attacked", "Sirte"),
    ("Protesters marched in Khartoum against the massacre in El Geneina.", "marched", "Khartoum"),
    ("Protesters marched against the killings in El Geneina.", "killings", "El Geneina"),
    ("Thousands have fled Bambari for Bangui since clashes erupted there.", "erupted", "Bambari"),
    ("Thousands fled from Kramatorsk to Dnipro.", "fled", "Kramatorsk"),
    (
        "The convoy travelled from Port Sudan to Kassala, where it was attacked.",
        "attacked",
        "Kassala",
    ),
    (
        "The army recaptured Timbuktu, Gao and Kidal from the militants.",
        "recaptured",
        "Timbuktu + Gao + Kidal",
    ),
    ("Air strikes hit Idlib and rural Hama.", "hit", "Idlib + Hama"),
    (
        "The general, who had taken part in the siege of Grozny, was killed in Bucha.",
        "killed",
        "Bucha",
    ),
    ("In Kabul, a bomb killed a judge from Herat.", "killed", "Kabul"),
    (
        "A judge was shot dead in Jalalabad on Monday, hours after a bombing in Kabul.",
        "shot",
        "Jalalabad",
    ),
    (
        "A judge was shot dead in Jalalabad on Monday, hours after a bombing in Kabul.",
        "bombing",
        "Kabul",
    ),
    ("Militants abducted 12 girls from a school in Chibok.", "abducted", "Chibok"),
    ("The embassy in Nairobi warned of attacks in Garissa.", "attacks", "Garissa"),
    ("A bomb exploded outside the Turkish embassy in Mogadishu.", "exploded", "Mogadishu"),
    (
        "Clashes between the army and the Karen National Union continued in Myawaddy.",
        "Clashes",
        "Myawaddy",
    ),
    ("In Lashio, captured by rebels in July, shops reopened.", "captured", "Lashio"),
    ("Lashio, which the rebels captured in July, was bombed.", "captured", "Lashio"),
    ("Seven miners were killed in Rubaya, in the Masisi territory.", "killed", "Rubaya"),
    (
        "Artillery fire hit Beit Hanoun, in the northern Gaza Strip, on Tuesday.",
        "hit",
        "Beit Hanoun",
    ),
    (
        "At least 19 militants were killed in Anbar province, in western Iraq.",
        "killed",
        "Anbar",
    ),
    ("The army bombed Mindat, in Chin State, in a dawn raid.", "bombed", "Mindat"),
    (
        "The Houthis launched an offensive in Marib, targeting positions in Sirwah.",
        "targeting",
        "Sirwah",
    ),
    ("Al-Qaeda's leader in Yemen was killed in a strike on Shabwa.", "strike", "Shabwa"),
    ("The deputy governor of Kandahar was shot dead in Quetta.", "shot", "Quetta"),
    ("They killed 20 farmers in Zabarmari, near Maiduguri.", "killed", "Zabarmari"),
    (
        "Near Tillabéri, Niger, gunmen killed 17 soldiers who had come from Niamey.",
        "killed",
        "Tillabéri",
    ),
    ("The bishop of Bukavu said that soldiers had looted a church in Kavumu.", "looted", "Kavumu"),
]

NEVER = [
    ("The Azov regiment attacked a column on Sunday.", "attacked", ""),
    ("Soldiers of the 36th Mykolaiv brigade captured two tanks.", "captured", ""),
    ("Moscow accused Kyiv of shelling civilians.", "shelling", ""),
    ("The Cairo-based group said three people were killed.", "killed", ""),
    ("A University of Khartoum professor was arrested.", "arrested", ""),
    ("Tehran vowed to retaliate for the killing.", "killing", ""),
    ("The commander, Ali al-Tikriti, was killed on Monday.", "killed", ""),
    ("The Ukrainian army shot down two drones, Kyiv said.", "shot", ""),
    ("The International Crisis Group in Brussels said 20 were killed.", "killed", ""),
    ("Two US soldiers were wounded, the Pentagon said in Washington.", "wounded", ""),
]

PLACED_BY_NOUNS = [
    (
        "Rebels shelled Pokrovsk, a hub in Donetsk region. Forty were wounded in the town.",
        "wounded",
        "Pokrovsk",
    ),
    ("Shells fell on a village in Sumy region.", "fell", "Sumy"),
    ("Gunmen killed nine people in a village near Djibo.", "killed", "Djibo"),
    ("Two towns in Shan State were captured by the alliance.", "captured", "Shan State"),
    (
        "Israeli troops entered Khan Younis on Friday. Fighting was reported in the city's east.",
        "Fighting",
        "Khan Younis",
    ),
    ("Drones hit the Sudanese capital on Monday.", "hit", "Khartoum"),
    (
        "The siege of El Fasher began in May. Hunger is spreading in the besieged city.",
        "spreading",
        "El Fasher",
    ),
    ("Fighting is raging in Aden. The city's airport was hit by a rocket.", "hit", "Aden"),
]

# What is behind: the part, or the relation with its heading.
RELATIVE = [
    ("Rebels hold northern Mali.", "hold", "Mali", "N", ""),
    ("Fighting raged in the north of Gaza City.", "raged", "Gaza", "N", ""),
    ("A convoy was hit 7 km south of Kupiansk.", "hit", "Kupiansk", "", "distance S"),
    ("An ambush north of Kaduna killed four.", "ambush", "Kaduna", "", "heading N"),
    ("Troops dug in on the edge of Tokmak.", "dug", "Tokmak", "edge", ""),
    ("Clashes erupted on the outskirts of Tripoli.", "erupted", "Tripoli", "", "outskirts"),
    ("Shells landed in downtown Donetsk.", "landed", "Donetsk", "centre", ""),
    ("Rebels captured the western half of Loikaw.", "captured", "Loikaw", "W-half", ""),
    (
        "A mine exploded between Mopti and Bandiagara.",
        "exploded",
        "Mopti and Bandiagara",
        "",
        "between",
    ),
    (
        "A bus was ambushed along the Damaturu-Biu highway.",
        "ambushed",
        "Damaturu and Biu",
        "",
        "road",
    ),
    ("Fighting spread to Aleppo's eastern districts.", "spread", "Aleppo", "E", ""),
    ("They crossed to the eastern bank of the Dnieper.", "crossed", "Dnieper", "", "bank E"),
    ("Gunmen killed six near the town of Jowhar.", "killed", "Jowhar", "", "near"),
    ("A drone crashed in the southern suburbs of Beirut.", "crashed", "Beirut", "S", "outskirts S"),
    ("The strike hit al-Shifa hospital in Gaza City.", "hit", "al-Shifa", "", ""),
    ("Rockets hit the airport of Erbil.", "hit", "Erbil", "", ""),
]


RELATIVE_ROWS = [(text, word, (place, part, near)) for text, word, place, part, near in RELATIVE]


@pytest.mark.parametrize(("text", "word", "expected"), ATTACHED)
def test_a_deed_belongs_to_the_place_where_it_was_done(placed, gazetteer, text, word, expected):
    assert names_of(placed(text, word), expected, gazetteer) == expected


@pytest.mark.parametrize(("text", "word", "expected"), NEVER)
def test_names_of_groups_and_governments_place_nothing(placed, gazetteer, text, word, expected):
    assert names_of(placed(text, word), expected, gazetteer) == expected


@pytest.mark.parametrize(("text", "word", "expected"), PLACED_BY_NOUNS)
def test_a_common_noun_places_a_deed_where_the_text_says(placed, gazetteer, text, word, expected):
    assert names_of(placed(text, word), expected, gazetteer) == expected


@pytest.mark.parametrize(("text", "word", "expected"), RELATIVE_ROWS)
def test_parts_and_relations_stay_with_their_place(placed, gazetteer, text, word, expected):
    wheres = placed(text, word)
    where = wheres[0]
    relation = f"{where.near.word} {where.near.heading or ''}".strip() if where.near else ""
    name = names_of(wheres, expected[0], gazetteer)
    assert (name, str(where.part or ""), relation) == expected
