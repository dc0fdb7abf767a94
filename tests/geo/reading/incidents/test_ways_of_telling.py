"""What happened, told in the many ways of reports, about wars that no example tells of."""

from __future__ import annotations

from datetime import date

import pytest

from gazetteer.names import fold
from geo.claims import IncidentClaim
from geo.codes import UNDRAWN
from geo.reading.reader import RuleReader

THURSDAY = date(2024, 3, 14)


@pytest.fixture(scope="module")
def noted(gazetteer, language_model):
    """Read a text that appeared on a Thursday as a coder would: type, place, dead, moved."""
    reader = RuleReader(gazetteer, parser=language_model)

    def lines(report):
        claims = reader.read([report]).claims
        told = [c for c in claims if isinstance(c, IncidentClaim) and c.assertion not in UNDRAWN]
        return sorted(_line(one) for one in told)

    return lines


def _line(claim):
    words = [str(claim.incident_type), fold(claim.where.place_name) or "-"]
    for letter, count in (("k", claim.fatalities), ("i", claim.injured), ("d", claim.displaced)):
        words += [f"{letter}{count.low}"] if count else []
    return " ".join(words)


TOLD = [
    ("Two men in a car fired some shots at students in Santiago, Chile.", "shooting santiago"),
    ("Gunmen fired several shots into the air in Loikaw.", "shooting loikaw"),
    ("The rebels drove 3,000 villagers from their homes in Goma.", "displacement goma"),
    (
        "A suicide bomber rammed a lorry into a barracks in Gardez on Tuesday. Four guards died.",
        "suicide_bomb gardez k4",
    ),
    (
        "Suicide bombers struck a police academy in Lahore, killing 14 recruits.",
        "suicide_bomb lahore k14",
    ),
    ("A suicide bomber blew up a minibus near Quetta.", "suicide_bomb quetta"),
    ("Sukhoi bombers dropped cluster munitions on Idlib overnight.", "air_strike idlib"),
    (
        "The junta's air force dropped two 500-pound bombs on a school in Loikaw.",
        "air_strike loikaw",
    ),
    ("Government helicopters fired on rebels outside Wau on Monday.", "air_strike wau"),
    ("Soldiers pulled three men out of a shop in Bamenda and shot them.", "shooting bamenda"),
    (
        "Fighters dragged worshippers out of a church in Bangassou and executed nine of them.",
        "execution bangassou k9",
    ),
    ("An explosion at a checkpoint in Kabul killed four policemen on Sunday.", "ied kabul k4"),
    (
        "Assaults on Kupiansk and Lyman were repelled on Thursday.",
        "armed_clash kupyansk; armed_clash lyman",
    ),
    ("An attack on the airport in Nyala was beaten back.", "armed_clash nyala"),
    ("With the fall of Kidal on 14 November, the army now holds the north.", "seizure kidal"),
    ("The rebels' capture of Mrauk-U last month shocked the junta.", "seizure mrauk u"),
    (
        "Since the army's withdrawal from Gao on Friday, residents have lived in fear.",
        "withdrawal gao",
    ),
    ("Heavy gunfire was heard in Conakry on Sunday morning.", "shooting conakry"),
    ("Artillery fire was reported in Bria from dawn.", "shelling bria"),
    (
        "Some 12,000 people have taken refuge in Bunia since the attack.",
        "displacement bunia d11500",
    ),
    (
        "About 3,000 residents left Bamenda in the days after the raid.",
        "displacement bamenda d2500",
    ),
    ("Almost all residents of Bakhmut have been forced to leave.", "displacement bakhmut"),
    (
        "At least 40,000 people were forced from their homes in Les Cayes.",
        "displacement les cayes d40000",
    ),
    ("In Maiduguri, a police post was set on fire.", "looting_or_destruction maiduguri"),
    (
        "Bulldozers flattened dozens of houses in Hebron on Wednesday.",
        "looting_or_destruction hebron",
    ),
    ("The army blew up the homes of two suspects in Nablus.", "looting_or_destruction nablus"),
    (
        "Gunmen broke into shops in Les Cayes and drove off with sacks of rice.",
        "looting_or_destruction les cayes",
    ),
    ("Two cargo planes were hit by gunfire at the airport in Juba.", "shooting juba"),
    ("Army positions in Sake came under mortar fire on Tuesday.", "shelling sake"),
    ("Armed men took five teachers from their homes in Kumbo.", "abduction kumbo"),
    ("Nine fishermen were seized by pirates in Bosaso.", "abduction bosaso"),
    ("Militants seized two aid workers in Dikwa on Monday.", "abduction dikwa"),
    ("Six bodies were found on a road outside Tamaulipas on Sunday.", "armed_clash tamaulipas k6"),
    ("A mine went off under a patrol near Mopti, leaving three soldiers dead.", "ied mopti k3"),
    ("Three officers were killed in an ambush on the road to Baidoa.", "armed_clash baidoa k3"),
    (
        "Twelve miners died when gunmen opened fire on their camp near Bamako.",
        "shooting bamako k12",
    ),
    ("Rival militias fought each other in Zawiya on Friday.", "armed_clash zawiya"),
    (
        "Army units battled Tigrayan forces in Mekelle on Saturday, and eleven civilians died.",
        "armed_clash mekele k11",
    ),
    ("Fighting broke out in Malakal on Tuesday between two army units.", "armed_clash malakal"),
    (
        "Militants, who captured the town of Palma in March 2021, attacked Pemba on Friday.",
        "armed_clash pemba",
    ),
    ("Police raided a house in Algiers and killed three militants.", "armed_clash algiers k3"),
    ("Two teenagers were killed by Israeli fire in Nablus.", "shooting nablus k2"),
    ("A journalist was killed by shrapnel in Gaza City.", "shelling gaza k1"),
    ("Aerial bombing of Sumy left nine people dead.", "air_strike sumy k9"),
    ("Police in Kisumu shot dead two protesters on Thursday.", "shooting kisumu k2"),
    ("The bridge at Irpin was blown up on Thursday.", "ied irpin"),
    ("Two villages near Bogoro were burned to the ground.", "looting_or_destruction bogoro"),
    ("A convoy of food was looted in Kosti on Tuesday.", "looting_or_destruction kosti"),
    ("The army imposed a blockade on Gonder.", "siege gonder"),
]

# Accidents, running totals of weeks and months, and what is told to explain the news.
NOTHING = [
    "An explosion at an ammunition depot in Goma killed 12 people on Sunday.",
    "A gas explosion in a bakery in Baghdad wounded six people.",
    "At least 900 people were killed across Myanmar in March.",
    "Twelve days after the war began, 61 people have been killed in Guayaquil and 40 are missing.",
    "The group seized Mosul in 2014 and held it for three years.",
    "The rebels recall the massacre in Andijan in 2005.",
    "Rebels shot down a military plane over Rutshuru.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_happened_is_noted_however_it_is_told(noted, write_report, text, wanted):
    assert noted(write_report(text, published=THURSDAY)) == sorted(wanted.split("; "))


@pytest.mark.parametrize("text", NOTHING)
def test_accidents_totals_and_history_are_no_incident(noted, write_report, text):
    assert noted(write_report(text, published=THURSDAY)) == []
