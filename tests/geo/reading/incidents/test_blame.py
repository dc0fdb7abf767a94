"""Who did it, as sentences tell that only blame somebody for what was told before."""

from __future__ import annotations

from datetime import date

import pytest

from geo.claims import IncidentClaim
from geo.codes import UNDRAWN, IncidentType
from geo.reading.reader import RuleReader

FRIDAY = date(2022, 5, 20)


@pytest.fixture(scope="module")
def doers(gazetteer, language_model):
    """Give (type, actors) of what may be drawn of a text."""
    reader = RuleReader(gazetteer, parser=language_model)

    def told(text, write_report):
        claims = reader.read([write_report(text, published=FRIDAY)]).claims
        return [
            (str(c.incident_type), *c.actors)
            for c in claims
            if isinstance(c, IncidentClaim)
            and c.assertion not in UNDRAWN
            and c.incident_type is not IncidentType.STATEMENT
        ]

    return told


BLAMED = [
    (
        (
            "A roadside bomb killed four soldiers near Kismayo on Monday. Al-Shabaab claimed "
            "responsibility for the attack."
        ),
        ("ied", "al_shabaab"),
    ),
    (
        (
            "Gunmen attacked a village near Djibo on Tuesday, killing 14 people. The attack was "
            "attributed to JNIM."
        ),
        ("armed_clash", "jnim"),
    ),
    (
        (
            "Twelve farmers were shot dead in Beni on Sunday. The army blamed the Allied "
            "Democratic Forces for the killings."
        ),
        ("shooting", "adf"),
    ),
    (
        "A car bomb exploded in Diyarbakir on Monday. The PKK admitted responsibility.",
        ("car_bomb", "pkk"),
    ),
    (
        (
            "The Kurdistan Workers' Party claimed responsibility for a car bomb attack that killed "
            "three policemen in Diyarbakir on Monday."
        ),
        ("car_bomb", "pkk"),
    ),
    (
        (
            "Thirty students were kidnapped in Kaduna on Thursday. Officials accused Boko Haram of "
            "being responsible for the kidnapping."
        ),
        ("abduction", "boko_haram"),
    ),
    (
        (
            "A rocket hit a clinic in Taiz on Monday, killing two nurses. The attack was carried "
            "out by the Houthis."
        ),
        ("shelling", "houthis"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), BLAMED)
def test_whoever_is_blamed_did_it(doers, write_report, text, wanted):
    assert doers(text, write_report) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Kismayo on Monday. Al-Shabaab denied responsibility for the attack.",
        "A bomb exploded in Kismayo on Monday. Al-Shabaab has not claimed responsibility for it.",
        (
            "A bomb exploded in Kismayo on Monday. Al-Shabaab has claimed responsibility for "
            "several attacks in the past."
        ),
        "A bomb exploded in Kismayo on Monday. Al-Shabaab accused the mayor of corruption.",
    ],
)
def test_nobody_did_what_he_is_not_blamed_for(doers, write_report, text):
    assert doers(text, write_report) == [("ied",)]


def test_those_who_are_named_for_it_stay_the_doers(doers, write_report):
    text = (
        "Houthi fighters shelled a market in Taiz on Monday. The Houthis blamed the Saudi-led "
        "coalition for the attack."
    )
    assert doers(text, write_report) == [("shelling", "houthis")]


def test_those_who_claim_it_may_count_its_dead_anew(doers, write_report):
    text = (
        "Suspected jihadists killed dozens of people on Saturday in Barsalogho, survivors said. "
        "The al-Qaeda affiliate JNIM claimed responsibility. It said it had killed 300 soldiers."
    )
    assert doers(text, write_report) == [("armed_clash", "jnim"), ("armed_clash", "jnim")]


def test_those_who_die_in_an_ambush_did_not_lay_it(doers, write_report):
    text = "Twenty-nine soldiers died in an ambush near Ouallam on Monday, the ministry said."
    assert doers(text, write_report) == [("armed_clash",)]


@pytest.mark.parametrize(
    "text",
    [
        "Explosions were heard in Port Sudan on Sunday morning.",
        "More than 25,700 Palestinians have been killed in Gaza since 7 October.",
    ],
)
def test_a_bang_and_the_toll_of_a_war_are_no_incidents(doers, write_report, text):
    assert doers(text, write_report) == []
