"""Who a report speaks of, mostly in sentences about wars that the examples do not mention."""

from __future__ import annotations

import json

import pytest

from geo.actors import load_actors
from geo.reading.actors.mentions import find_actors


@pytest.fixture(scope="module")
def table():
    return load_actors()


@pytest.fixture
def read(language_model, write_report, table):
    def read_text(text):
        parsed = language_model.parse(write_report(text))
        return [(m.quote.text, m.actor) for m in find_actors(parsed, (), table)]

    return read_text


YEMEN = "Houthi rebels seized the port of Hodeidah in Yemen on Sunday. "
CONGO = "M23 rebels attacked Rutshuru in the Democratic Republic of Congo. "
SUDAN = "Fighting raged in Sudan between the army and the Rapid Support Forces. "
SOMALIA = "Al-Shabaab attacked a base in Somalia. "


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("ISIS fighters entered Sirte in Libya.", "ISIS fighters", "isis"),
        ("The Islamic State group said so.", "Islamic State group", "isis"),
        ("Fighters from the Boko Haram group fled.", "Fighters", "boko_haram"),
        ("Forces loyal to Khalifa Haftar entered Derna, Libya.", "Forces", "lna"),
        ("The Arakan Army (AA) took Paletwa.", "Arakan Army (AA)", "arakan_army"),
        ("Turkish troops crossed the border.", "Turkish troops", "turkish_government"),
        ("Chad's army withdrew.", "Chad's army", "chadian_government"),
        (YEMEN + "Government forces fled.", "Government forces", "yemeni_government"),
        (YEMEN + "The rebels advanced.", "rebels", "houthis"),
        (YEMEN + "Coalition warplanes struck Sanaa.", "Coalition warplanes", "saudi_coalition"),
        (YEMEN + "Planes struck rebel positions.", "rebel", "houthis"),
        (CONGO + "The army fled.", "army", "congolese_government"),
        (CONGO + "The rebels took the hill.", "rebels", "m23"),
        (SUDAN + "The army bombed a market.", "army", "sudanese_government"),
        (SUDAN + "The paramilitaries left.", "paramilitaries", "rsf"),
        (SOMALIA + "African Union troops fled.", "African Union troops", "amisom"),
        (SOMALIA + "Gunmen shot a clerk.", "Gunmen", "text:gunmen"),
        (
            "Pro-Russian separatists hold the airport.",
            "Pro-Russian separatists",
            "donbas_separatists",
        ),
        ("The Nalut Brigades left Tripoli.", "Nalut Brigades", "text:nalut brigades"),
        ("The Red Hills rebel group took the mine.", "Red Hills rebel group", "text:red hills"),
        ("Palestinian fighters held the road.", "Palestinian fighters", "palestinian_factions"),
        ("Turkey struck the town overnight.", "Turkey", "turkish_government"),
        ("The town was shelled by Russia.", "Russia", "russian_government"),
        ("In Haiti, gang members burned homes.", "gang members", "haiti_gangs"),
        ("Army spokesman Ali Moussa spoke in Chad.", "Army spokesman", "chadian_government"),
        ("JNIM is linked to al-Qaeda. Jihadists left Mali.", "Jihadists", "jnim"),
        ("Villagers buried the dead.", "Villagers", "civilians"),
    ],
)
def test_a_phrase_means_whom_a_reader_takes_it_to_mean(read, text, phrase, actor):
    assert (phrase, actor) in read(text)


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        (SUDAN + "The RSF said it had taken the bridge.", "it", "rsf"),
        (CONGO + "The group is backed by Rwanda.", "The group", "m23"),
        (SOMALIA + "The militants then fled.", "The militants", "al_shabaab"),
        (SOMALIA + "The jihadist group fired mortars.", "The jihadist group", "al_shabaab"),
        ("Boko Haram fighters left the villages they had seized in Nigeria.", "they", "boko_haram"),
        ("AA had withdrawn from the hills it previously held in Myanmar.", "it", "arakan_army"),
        ("The Kachin Independence Army clashed with the ELN. Its base burned.", "Its", "kia"),
    ],
)
def test_a_pronoun_or_the_group_means_the_actor_spoken_of(read, text, pronoun, actor):
    assert (pronoun, actor) in read(text)


def test_a_group_means_the_subject_of_the_sentence_before_not_the_last_name(read):
    text = "The Karen National Union, which fights the Arakan Army, did not attend. "
    assert ("The group", "knu") not in read(text)
    assert ("The group", "knla") in read(text + "The group rejects the talks.")


@pytest.mark.parametrize(
    "text",
    [
        "Residents said they fled.",
        "The city is quiet and it has no water.",
        '"They burned our homes," said a farmer. The Guardian visited the village.',
        "Syrians and Iraqis live there.",
        "This is what the mayor said.",
        "The military aid arrived.",
        "A clash of cultures, he said, is what it was.",
        "Taliban-linked accounts were closed.",
        "The task force will report in May.",
        "Mali has seen worse.",
    ],
)
def test_what_stands_for_no_fighter_is_no_armed_actor(language_model, write_report, table, text):
    parsed = language_model.parse(write_report(text))
    assert [m.quote.text for m in find_actors(parsed, (), table) if m.armed] == []


def test_those_who_speak_for_an_actor_are_not_armed(language_model, write_report, table):
    text = "A Hamas official met Israeli diplomats. UNICEF and Reuters said so."
    parsed = language_model.parse(write_report(text))
    found = find_actors(parsed, (), table)
    assert {m.actor for m in found} >= {"hamas", "israeli_government", "unicef", "reuters"}
    assert not any(m.armed for m in found)


def test_a_strangers_last_name_is_no_leader(read):
    text = "In Yemen, engineer Omar Saleh Hadi spoke. Doctor Ali Bashir agreed."
    assert all(actor == "yemeni_government" or "Hadi" not in name for name, actor in read(text))
    assert ("Bashir", "sudanese_government") not in read(text)


def test_every_mention_is_found_letter_for_letter(language_model, write_report, table):
    text = (
        "\u201cIS\u00a0fighters\u201d, the Islamic State\u00a0(ISIS) said, hold Iraq\u2019s hills."
    )
    report = write_report(text)
    for mention in find_actors(language_model.parse(report), (), table):
        quote = mention.quote
        assert report.text[quote.start : quote.end] == quote.text
        assert quote.start <= mention.head < quote.end


# Measured on the examples; raise when the reader improves.
ACTORS_OF_CLAIMS_FLOOR = 0.93


def test_the_actors_of_the_examples_are_found_where_their_claims_are(
    seeds_folder, language_model, write_report, table
):
    gold = json.loads((seeds_folder / "gold.json").read_text())
    found, missed = 0, []
    for document in gold["documents"]:
        report = write_report((seeds_folder / document["file"]).read_text())
        mentions = find_actors(language_model.parse(report), (), table)
        for claim in document["control_claims"]:
            line = report.text.rfind("\n", 0, claim["start"])
            near = {m.actor for m in mentions if line <= m.quote.start < claim["end"] + 120}
            sides = {table.get(actor).side for actor in near}
            wanted = [a for a in claim["actors"] if a in table.actors]
            if claim["mappable"] != "current" or not wanted:
                continue
            if any(actor in near or table.get(actor).side in sides for actor in wanted):
                found += 1
            else:
                missed.append((claim["id"], claim["text"]))
    assert found / (found + len(missed)) >= ACTORS_OF_CLAIMS_FLOOR, missed


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        (
            "Fighters of the Union des patriotes congolais (UPC) took Bunia in Congo.",
            "Fighters",
            "upc_congo",
        ),
        (
            "Rebels of the Front pour la libération nationale (FLN) seized Bukavu in Congo.",
            "Rebels",
            "text:front pour la libération nationale",
        ),
        (
            "Soldiers from the International Security Assistance Force (ISAF) left Kunduz.",
            "Soldiers",
            "nato_afghanistan",
        ),
        (
            CONGO + "MONUC's Uruguayan battalion holds the airport.",
            "Uruguayan battalion",
            "monusco",
        ),
        (CONGO + "The UN's Pakistani contingent left.", "Pakistani contingent", "monusco"),
        (
            "Nigerian-led West African troops entered Freetown in Sierra Leone.",
            "Nigerian-led West African troops",
            "ecomog",
        ),
        ("Bosnian Serb troops held Zepa in Bosnia.", "Bosnian Serb troops", "bosnian_serbs"),
        ("Bosnian Croat forces took Glamoc in Bosnia.", "Bosnian Croat forces", "bosnian_croats"),
        (CONGO + "The Kenyan contingent of MONUSCO left.", "Kenyan contingent", "monusco"),
        ("French-led troops took Gao in Mali.", "French-led troops", "text:french-led troops"),
        (
            "The Orsa Youth Liberation Army took Nekemte in Ethiopia.",
            "Orsa Youth Liberation Army",
            "text:orsa youth liberation army",
        ),
        (
            "Sri Lanka's army advanced. Elements of Task Force 1 captured Paranthan.",
            "Task Force",
            "sri_lankan_government",
        ),
        (
            "Sri Lanka's army advanced. The 57 Division captured Kilinochchi.",
            "57 Division",
            "sri_lankan_government",
        ),
    ],
)
def test_units_and_missions_are_those_they_belong_to(read, text, phrase, actor):
    assert (phrase, actor) in read(text)


def test_a_short_name_that_a_report_gives_a_band_means_it_from_there_on(read):
    found = read(
        "The Ruvuma Liberation Front (RLF) seized Mueda in Mozambique. RLF fighters entered "
        "Palma on Tuesday. The RLF said so."
    )
    named = [actor for text, actor in found if "RLF" in text]
    assert named == ["text:ruvuma liberation front"] * len(named)
    assert len(named) >= 3


def test_the_short_name_of_an_office_is_no_band(read):
    found = read("The National Disaster Agency (NDA) met in Bangui. The NDA said so.")
    assert not [text for text, _ in found if "NDA" in text]
