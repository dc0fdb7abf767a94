"""Sentences about wars that no example report tells of, with what a coder would note."""

from __future__ import annotations

from datetime import date

import pytest

from gazetteer.names import fold
from geo.claims import IncidentClaim
from geo.codes import UNDRAWN
from geo.reading.reader import RuleReader

THURSDAY = date(2024, 3, 14)


@pytest.fixture(scope="module")
def drawn(gazetteer, language_model):
    """Read a text that appeared on a Thursday; return the incidents that may be drawn."""
    reader = RuleReader(gazetteer, parser=language_model)

    def incidents(text, write_report):
        report = write_report(text, published=THURSDAY)
        claims = reader.read([report]).claims
        return [c for c in claims if isinstance(c, IncidentClaim) and c.assertion not in UNDRAWN]

    return incidents


def noted(claim):
    """Write what a coder would: the type, the place, the dead, the hurt."""
    words = [str(claim.incident_type), fold(claim.where.place_name) or "-"]
    for letter, count in (("k", claim.fatalities), ("i", claim.injured), ("d", claim.displaced)):
        words += [f"{letter}{count.low}"] if count else []
    return " ".join(words)


ONE = [
    # told on in the sentences behind
    (
        "A bomb exploded in a market in Baidoa on Friday. Eleven people died and 20 were injured.",
        ["ied baidoa k11 i20"],
    ),
    (
        (
            "Two roadside bombs exploded near Gao on Wednesday. The road is the only one to the "
            "north. Three peacekeepers were injured."
        ),
        ["ied gao i3"],
    ),
    (
        "A school in Khan Younis was hit by tank fire, killing 12 people.",
        ["shelling khan yunis k12"],
    ),
    (
        "In Taiz, rescuers pulled 15 bodies from the rubble after a strike on Tuesday night.",
        ["air_strike taiz k15"],
    ),
    # explosions
    (
        (
            "A car bomb exploded outside a bank in Kandahar on Tuesday, killing five people. "
            "Eight others were injured."
        ),
        ["car_bomb kandahar k5 i8"],
    ),
    (
        "A roadside bomb hit a minibus near Jowhar, killing at least nine passengers.",
        ["ied jowhar k9"],
    ),
    ("Two soldiers died when their vehicle struck a landmine outside Kidal.", ["ied kidal k2"]),
    (
        "A suicide bomber detonated his vest inside a mosque in Peshawar, killing 59.",
        ["suicide_bomb peshawar k59"],
    ),
    (
        "An improvised explosive device killed four Burkinabe soldiers near Djibo on Monday.",
        ["ied djibo k4"],
    ),
    ("Attackers threw a grenade into a bar in Bujumbura, wounding ten.", ["grenade bujumbura i10"]),
    (
        (
            "Twin blasts tore through a wedding hall in Kabul. "
            "Sixty-three people were killed and more than 180 wounded."
        ),
        ["ied kabul k63 i180"],
    ),
    # from the air and from afar
    (
        "An air strike on a market in Adigrat killed 51 people, medics said.",
        ["air_strike adigrat k51"],
    ),
    (
        "Saudi-led coalition warplanes bombed a school bus in Zabid, killing 40 children.",
        ["air_strike zabid k40"],
    ),
    (
        "Three people were killed in a Russian missile strike on Kramatorsk.",
        ["shelling kramatorsk k3"],
    ),
    ("A drone hit a fuel depot in Port Sudan on Sunday.", ["air_strike port sudan"]),
    ("Drones struck the airport in Erbil late on Wednesday.", ["air_strike erbil"]),
    (
        "Myanmar's air force dropped bombs on Monywa, killing more than 100 people.",
        ["air_strike monywa k100"],
    ),
    ("Rockets fired from Gaza landed in Ashkelon, wounding two people.", ["shelling ashkelon i2"]),
    ("Artillery shells fell on the centre of Kherson, killing a woman.", ["shelling kherson k1"]),
    (
        "After Tuesday's shelling of Stepanakert, residents hid in basements.",
        ["shelling stepanakert"],
    ),
    ("Kherson was shelled overnight and two people were wounded.", ["shelling kherson i2"]),
    ("A missile slammed into an apartment block in Dnipro, killing 46.", ["shelling dnipro k46"]),
    (
        "The bombardment of El Fasher killed at least 30 civilians on Friday.",
        ["shelling fasher k30"],
    ),
    ("A helicopter gunship opened fire on a convoy near Moura.", ["air_strike moura"]),
    # fighting
    (
        "Islamist militants ambushed an army patrol near Tongo Tongo, killing 28 soldiers.",
        ["armed_clash tongo tongo k28"],
    ),
    (
        "Gunmen on motorbikes raided the village of Solhan overnight and killed 160 people.",
        ["armed_clash solhan k160"],
    ),
    (
        "Fighting between the army and the RSF in Nyala left 25 people dead.",
        ["armed_clash nyala k25"],
    ),
    ("Rebels stormed the prison in Beni, freeing hundreds of inmates.", ["armed_clash beni"]),
    ("Ukrainian troops repelled an assault on Orikhiv.", ["armed_clash orikhiv"]),
    (
        "A police station in Maungdaw was attacked by insurgents, and 12 officers were killed.",
        ["armed_clash maungdaw district k12"],
    ),
    # people as targets
    (
        "The mayor of Mogadishu was assassinated in his office on Wednesday.",
        ["execution mogadishu k1"],
    ),
    ("Two men on a motorcycle shot dead a judge in Quetta.", ["shooting quetta k1"]),
    ("A sniper killed a nurse in Donetsk on Saturday.", ["sniper donetsk k1"]),
    ("Masked men kidnapped 39 students from a college in Kaduna.", ["abduction kaduna"]),
    ("Thirty-two bus passengers were abducted near Okene on Thursday.", ["abduction okene"]),
    ("Four aid workers were taken hostage in Menaka.", ["abduction menaka"]),
    ("Militiamen beheaded eleven fishermen in Palma.", ["execution palma k11"]),
    ("The massacre of 46 villagers in Karma horrified the country.", ["execution karma k46"]),
    ("Soldiers gang-raped three women in Kutum, a rights group said.", ["sexual_violence kutum"]),
    ("Security forces detained 70 activists in Minsk on Sunday.", ["arrest minsk"]),
    ("Guards opened fire on demonstrators in Nasiriyah, killing three.", ["shooting nasiriyah k3"]),
    (
        "At least six miners were shot dead when armed men attacked a gold mine near Jowhar.",
        ["shooting jowhar k6"],
    ),
    ("Police fired tear gas at protesters in Khartoum, injuring six.", ["protest khartoum i6"]),
    # property and infrastructure
    (
        "Fighters set fire to dozens of homes in Mocimboa da Praia.",
        ["looting_or_destruction mocimboa da praia"],
    ),
    (
        "Looters ransacked a World Food Programme warehouse in Kosti.",
        ["looting_or_destruction kosti"],
    ),
    ("Saboteurs blew up a gas pipeline near Sirte on Friday.", ["ied sirte"]),
    ("ELN guerrillas dynamited an oil pipeline in Arauca.", ["ied arauca"]),
    (
        "Insurgents toppled two power pylons outside Maiduguri, cutting off electricity.",
        ["looting_or_destruction maiduguri"],
    ),
    (
        "Retreating forces destroyed a bridge over the river at Lyman.",
        ["looting_or_destruction lyman"],
    ),
    ("Arsonists burned down a church in Mubi.", ["looting_or_destruction mubi"]),
    # people on the move, aid, politics
    ("More than 10,000 people fled Goma after the attack.", ["displacement goma d10000"]),
    ("The fighting has displaced 4,500 families from Laukkai.", ["displacement laukkai"]),
    ("An aid convoy was turned back at a checkpoint outside Mekele.", ["aid_denied mekele"]),
    ("Troops blocked a convoy carrying food from reaching Bentiu.", ["aid_denied bentiu"]),
    ("Thirty lorries with flour reached Rafah on Monday.", ["aid_allowed rafah"]),
    ("Thousands of people protested in Tbilisi against the law.", ["protest tbilisi"]),
    ("Rioters torched shops in Noumea.", ["looting_or_destruction noumea"]),
    ("Riots broke out in Dakar after the verdict.", ["riot dakar"]),
    ("Twelve children have died of malnutrition in Zamzam.", ["deprivation_deaths zamzam k12"]),
    ("Government and rebel delegations held talks in Doha on Tuesday.", ["talks doha"]),
    (
        (
            "The bishop condemned the murder of two missionaries in Bogota last Wednesday. "
            "No one was held for the murder of the missionaries."
        ),
        ["execution bogota k2"],
    ),
]

SEVERAL = [
    (
        "Shelling killed three people in Kherson, and a drone strike wounded two in Nikopol.",
        ["shelling kherson k3", "air_strike nikopol i2"],
    ),
    (
        (
            "On Monday a bomb went off in Quetta. "
            "On Wednesday another bomb exploded in Karachi, killing two."
        ),
        ["ied quetta", "ied karachi k2"],
    ),
    (
        "Gunmen killed four farmers in Gwoza and kidnapped six women in Chibok.",
        ["shooting gwoza k4", "abduction chibok"],
    ),
    (
        "Air strikes hit Sanaa, Hodeidah and Saada on Sunday.",
        ["air_strike sanaa", "air_strike hudaydah", "air_strike sadah"],
    ),
    (
        (
            "Rebels attacked Butembo on Friday. "
            "Seven people were killed in the attack, and 20 were wounded."
        ),
        ["armed_clash butembo k7 i20"],
    ),
    (
        (
            "A truck bomb ripped through a hotel in Kismayo. "
            "The blast killed 12. No one claimed responsibility."
        ),
        ["car_bomb kismayo k12"],
    ),
]

NOTHING = [
    "Clashes are frequent in the border region.",
    "Car bombs are the weapon of choice of the group.",
    "The army fears an attack on Bamako.",
    "The mayor, who survived a bombing in 2009, met voters in Kirkuk.",
    "Police found and defused a bomb in Lahore.",
    "Shelling of civilians is a war crime.",
    "A drone was shot down over Belgorod.",
    "The team attacked well and struck twice in Tripoli.",
    "Residents said they would flee Rafah if the army attacked.",
    "A curfew could be imposed in Conakry if protests break out.",
    "The bomb squad held an exercise in Nairobi.",
]


@pytest.mark.parametrize(("text", "wanted"), ONE)
def test_one_incident_is_noted_once(drawn, write_report, text, wanted):
    assert [noted(one) for one in drawn(text, write_report)] == wanted


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_what_is_told_apart_stays_apart_and_what_is_one_becomes_one(
    drawn, write_report, text, wanted
):
    assert sorted(noted(one) for one in drawn(text, write_report)) == sorted(wanted)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_general_feared_or_averted_is_no_incident(drawn, write_report, text):
    assert [noted(one) for one in drawn(text, write_report)] == []


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Al-Shabaab attacked an army base in Galkayo.", ("al_shabaab",), None),
        (
            "Israeli jets bombed Hezbollah positions near Tyre.",
            ("israeli_government",),
            ("hezbollah",),
        ),
        ("A village near Djenne was burned by Dogon militiamen.", ("dogon_militia",), None),
        (
            "Russian missiles killed five civilians in Odesa.",
            ("russian_government",),
            ("civilians",),
        ),
        ("Boko Haram claimed responsibility for a bombing in Jos that killed 118.", None, None),
        ("Taliban fighters assassinated a judge in Jalalabad.", ("taliban",), None),
    ],
)
def test_who_did_it_and_to_whom(drawn, write_report, text, actors, targets):
    claims = [c for c in drawn(text, write_report) if c.incident_type != "statement"]
    assert len(claims) == 1
    assert actors is None or claims[0].actors == actors
    assert targets is None or claims[0].targets == targets
