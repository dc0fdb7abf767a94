"""What happened, read from sentences about many wars."""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.claims import Count
from geo.codes import Aspect, Assertion, IncidentType, Reason, TollScope
from geo.reading.incidents.claims import read_incidents

THURSDAY = date(2024, 3, 14)


@pytest.fixture(scope="session")
def table():
    return load_actors()


@pytest.fixture
def read(clues_of, write_report, gazetteer, table):
    """Read the incidents of a text that appeared on a Thursday."""

    def incidents(text):
        return read_incidents(clues_of(write_report(text), THURSDAY), gazetteer, table)

    return incidents


def told(claims):
    return [(str(one.incident_type), one.where.place_name) for one in claims]


def triple(count):
    return None if count is None else (count.low, count.best, count.high)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen attacked a checkpoint in Gao on Monday.", ["armed_clash Gao"]),
        ("M23 rebels launched an assault on Sake overnight.", ["armed_clash Sake"]),
        (
            "Heavy clashes broke out between the army and the RSF in Omdurman.",
            ["armed_clash Omdurman"],
        ),
        ("Fighting resumed on Tuesday around Bakhmut.", ["armed_clash Bakhmut"]),
        ("Taliban fighters captured Kunduz on Sunday.", ["seizure Kunduz"]),
        ("Government troops recaptured Mocha from the Houthis.", ["recapture Mocha"]),
        ("Ukrainian forces withdrew from Avdiivka on Saturday.", ["withdrawal Avdiyivka"]),
        ("Saudi-led coalition warplanes bombed Sanaa on Wednesday.", ["air_strike Sanaa"]),
        ("An air strike on a market in Mekelle killed dozens.", ["air_strike Mek'ele"]),
        ("The army dropped barrel bombs on Aleppo.", ["air_strike Aleppo"]),
        ("Russian artillery shelled Kherson for hours.", ["shelling Kherson"]),
        ("Rockets hit a hospital in Misrata on Friday.", ["shelling Misrata"]),
        ("A car bomb exploded near a police station in Kirkuk.", ["car_bomb Kirkuk"]),
        ("A roadside bomb killed three soldiers in Helmand.", ["ied Helmand"]),
        ("A suicide bomber blew himself up at a mosque in Maiduguri.", ["suicide_bomb Maiduguri"]),
        ("Attackers threw grenades at a bar in Bujumbura.", ["grenade Bujumbura"]),
        ("A chlorine attack on Aleppo sickened dozens of people.", ["chemical Aleppo"]),
        ("Soldiers opened fire on a crowd in Conakry.", ["shooting Conakry"]),
        ("A sniper killed a nurse in Taiz.", ["sniper Taiz"]),
        ("Islamic State militants beheaded two fishermen in Palma.", ["execution Palma"]),
        ("Boko Haram abducted 30 girls from a school in Dapchi.", ["abduction Dapchi"]),
        ("Soldiers raped dozens of women in Nyala.", ["sexual_violence Nyala"]),
        ("Police arrested 20 protesters in Minsk.", ["arrest Minsk"]),
        ("Rebels laid siege to Kut.", ["siege Al-Kut"]),
        ("Militiamen looted shops and burned houses in Geneina.", ["looting_or_destruction"]),
        ("The envoys of both sides held talks in Geneva on Monday.", ["talks Geneva"]),
        ("The foreign minister met with a delegation of rebels in Doha.", ["talks Doha"]),
        ("Thousands of people fled Goma on Monday.", ["displacement Goma"]),
        ("Troops blocked an aid convoy from entering Mekelle.", ["aid_denied Mek'ele"]),
        ("An aid convoy reached Madaya on Monday.", ["aid_allowed Madaya"]),
        ("Sixteen people have starved to death in Madaya.", ["deprivation_deaths Madaya"]),
        ("Thousands of people protested in Khartoum on Sunday.", ["protest Khartoum"]),
        ("Riots broke out in Kampala.", ["riot Kampala"]),
        ("Al-Shabaab claimed responsibility for the attack.", ["statement"]),
    ],
)
def test_every_type_is_read_from_other_wars(read, text, wanted):
    got = [f"{kind} {place}" for kind, place in told(read(text)[0])]
    assert len(got) == len(wanted)
    assert all(one.startswith(other) for one, other in zip(got, wanted, strict=True)), got


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("An attack in Gao killed 5 people and wounded 7.", (5, 5, 5), (7, 7, 7)),
        (
            "Five people were killed and 30 wounded when rockets hit a market in Bakhmut.",
            (5, 5, 5),
            (30, 30, 30),
        ),
        (
            "A suicide bomber blew himself up in Bama, killing at least 20 and injuring dozens.",
            (20, 20, None),
            (24, 36, 99),
        ),
        ("Gunmen killed 12 villagers and two soldiers near Gao.", (14, 14, 14), None),
        (
            "At least nine people, including two children, died in an air strike on Idlib.",
            (9, 9, None),
            None,
        ),
        ("A mortar shell killed a woman and her daughter in Taiz.", (2, 2, 2), None),
        (
            "The blast in Quetta left 11 people dead and about 40 injured.",
            (11, 11, 11),
            (35, 40, 45),
        ),
        ("A sniper shot dead a 70-year-old man in Beni.", (1, 1, 1), None),
        ("Shelling in Donetsk wounded several people.", None, (2, 3, 9)),
        ("The army's shelling of Kadugli killed no one.", (0, 0, 0), None),
        ("A bomb in Kirkuk claimed the lives of eight people.", (8, 8, 8), None),
        (
            "Militants killed 12 people in Bama, including three soldiers, and injured 20 others.",
            (12, 12, 12),
            (20, 20, 20),
        ),
        ("Up to 50 people were killed in an air raid on Tigray's Togoga.", (30, 45, 50), None),
        ("More than 60 people died when gunmen stormed a church in Owo.", (60, 65, 70), None),
        ("Soldiers shot and killed a farmer in Jenin.", (1, 1, 1), None),
        ("The attack in Barsalogho caused the deaths of 14 people.", (14, 14, 14), None),
        (
            "Two Ukrainian soldiers died and another five were injured in shelling near Luhansk.",
            (2, 2, 2),
            (5, 5, 5),
        ),
    ],
)
def test_the_dead_and_the_hurt_are_counted_once(read, text, killed, injured):
    (claim,) = read(text)[0]
    assert (triple(claim.fatalities), triple(claim.injured)) == (killed, injured)
    assert claim.toll_scope is TollScope.EVENT


def test_civilians_among_the_dead_are_a_subset_and_not_added(read):
    (claim,) = read("At least 31 people, among them six civilians, died in a raid on Jenin.")[0]
    assert claim.fatalities == Count(31, 31, None)
    assert claim.deaths_civilians == Count(6, 6, 6)


def test_several_incidents_in_one_sentence_are_several(read):
    text = "Raiders stormed Barsalogho, torched houses and abducted ten women."
    kinds = [kind for kind, _ in told(read(text)[0])]
    assert kinds == ["armed_clash", "looting_or_destruction", "abduction"]


@pytest.mark.parametrize(
    "toll",
    [
        "The war has killed tens of thousands of people.",
        "More than 150,000 people have been killed in the war, which began in 2023.",
    ],
)
def test_the_dead_of_a_whole_war_are_no_incident_of_one_town(read, toll):
    text = f"Shells hit Omdurman on Monday. {toll}"
    assert told(read(text)[0]) == [("shelling", "Omdurman")]


def test_what_was_shot_down_did_not_strike(read):
    assert read("Air defences shot down 22 of 31 drones launched at Odesa.")[0] == []


def test_weapons_of_a_country_are_its_government_s(read):
    (claim,) = read("Russian missiles struck Odesa on Friday, killing 16 people.")[0]
    assert claim.actors == ("russian_government",)


def test_two_attacks_in_two_places_are_two(read):
    text = "A car bomb killed six people in Kirkuk, and gunmen shot dead a judge in Mosul."
    claims = read(text)[0]
    assert told(claims) == [("car_bomb", "Kirkuk"), ("shooting", "Mosul")]
    assert [triple(one.fatalities) for one in claims] == [(6, 6, 6), (1, 1, 1)]


def test_a_later_sentence_adds_the_toll_of_the_same_event(read):
    text = "A truck bomb exploded in Mogadishu on Monday. The blast killed 9 people and wounded 14."
    (claim,) = read(text)[0]
    assert claim.incident_type is IncidentType.CAR_BOMB
    assert (claim.fatalities, claim.injured) == (Count(9, 9, 9), Count(14, 14, 14))


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Al-Shabaab militants attacked Kenyan soldiers in Kismayo.", ["al_shabaab"], True),
        ("A base in Kismayo was attacked by Al-Shabaab.", ["al_shabaab"], False),
        ("A car bomb exploded in Kirkuk.", [], False),
        ("Boko Haram killed 12 villagers in Bama.", ["boko_haram"], True),
        ("A bomb targeting Taliban fighters exploded in Herat.", [], True),
    ],
)
def test_who_did_it_to_whom_is_read_from_the_sentence(read, text, actors, targets):
    (claim,) = read(text)[0]
    assert list(claim.actors) == actors
    assert bool(claim.targets) is targets


def test_barrel_bombs_are_an_air_strike_with_a_tag(read):
    (claim,) = read("Government helicopters dropped barrel bombs on Daraya.")[0]
    assert claim.tags == ("barrel_bomb",)


def test_what_goes_on_and_on_recurs(read):
    (claim,) = read("Government forces continue to drop barrel bombs on Daraya.")[0]
    assert claim.when.aspect is Aspect.RECURRING


@pytest.mark.parametrize(
    "text",
    [
        "At least 210 people have been killed in the fighting in Goma since January.",
        "Malnutrition and lack of medicine have left about 200 people dead in El Fasher.",
        "Since May, about 200 people have died of hunger in El Fasher.",
    ],
)
def test_a_running_total_is_cumulative(read, text):
    (claim,) = read(text)[0]
    assert claim.toll_scope is TollScope.CUMULATIVE
    assert claim.fatalities is not None


@pytest.mark.parametrize(
    ("text", "assertion", "reason"),
    [
        ("Rebels might attack Goma on Friday.", Assertion.HYPOTHETICAL, Reason.HYPOTHETICAL),
        ("The army plans to shell Kherson.", Assertion.PLANNED, Reason.PLANNED),
        ("Troops did not attack the town of Bama.", Assertion.DENIED, Reason.DENIED),
    ],
)
def test_what_did_not_happen_is_kept_with_the_reason(read, text, assertion, reason):
    claims, not_used = read(text)
    assert [one.assertion for one in claims] == [assertion]
    assert [(one.reason, one.claim_id) for one in not_used] == [(reason, claims[0].claim_id)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister launched an attack on poverty in Nairobi.",
        "The inquiry was a bomb shell of a report for Kyiv.",
        "Kharkiv has seen explosive growth.",
        "Lawmakers in Kinshasa killed the bill.",
        "The sniper rifle was made in Tula.",
        "The thief fled the scene in Lagos.",
        "The two sides struck a deal in Juba.",
        "The film 'The Siege of Jadotville' was shown in Dublin.",
        "The team shot to fame in Accra.",
        "The ISIS attack is only the latest blow for Sirte.",
        "Doctors in Goma are fighting cholera.",
        "The general has a heart attack every spring in Tripoli.",
        "Prices exploded in Khartoum.",
        "The president met expectations in Kigali.",
        "The army marched on parade in Pyongyang.",
        "He said the town of Beni was calm on Monday.",
        "The bank seized the chance in Beirut.",
        "Voters in Monrovia are battling unemployment.",
    ],
)
def test_figures_of_speech_are_no_incidents(read, text):
    assert read(text)[0] == []


def test_the_quote_is_letter_for_letter_in_the_report(read):
    text = (
        "On Monday, gunmen \u201cfrom the hills\u201d attacked Gao\u2019s market, killing 4 people."
    )
    (claim,) = read(text)[0]
    assert text[claim.quote.start : claim.quote.end] == claim.quote.text
    assert claim.quote.text.endswith("4 people")
    assert claim.when.start == date(2024, 3, 11)


def test_a_list_without_an_end_is_passed_over_and_said_so(read):
    claims, not_used = read("Rebels killed 5 people and " * 500)
    assert claims == []
    assert {one.reason for one in not_used} == {Reason.UNREADABLE}


def test_the_same_text_gives_the_same_claims(read):
    text = "Gunmen attacked Gao on Monday. Rebels shelled Goma on Tuesday."
    assert read(text)[0] == read(text)[0]
