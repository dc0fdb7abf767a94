"""Whose side a speaker is on: allies, partisan media, and those who help, in many wars."""

from __future__ import annotations

import pytest

from geo.actors import load_actors
from geo.codes import ClaimantType, Interest
from geo.reading.actors.mentions import find_actors
from geo.reading.clues import Clues
from geo.reading.speech.interests import as_ally, interest_of
from geo.reading.speech.sources import source_of
from geo.weight import weight_of
from tests.geo import telling


@pytest.fixture(scope="module")
def table():
    return load_actors()


@pytest.fixture
def told(language_model, write_report, table):
    """Return who is said to tell of an actor's deed, with his interest in it."""

    def of(text, word, doer, *, loses=False):
        parsed = language_model.parse(write_report(text, outlet="The Lake Post"))
        clues = Clues(parsed, None, (), find_actors(parsed, (), table), ())
        for sentence in parsed.sentences:
            for token in sentence.span:
                if token.text == word:
                    source = as_ally(source_of(clues, sentence, token, table), doer, table)
                    return source, interest_of(source, doer, table, loses=loses)
        raise AssertionError(word)

    return of


@pytest.mark.parametrize(
    ("text", "word", "doer", "interest"),
    [
        (
            "The army recaptured Palmyra, the Russian Defence Ministry said.",
            "recaptured",
            "syrian_government",
            Interest.SELF_SERVING,
        ),
        (
            "Rebels hold most of Idlib in Syria, Russian officials said.",
            "hold",
            "syrian_rebels",
            Interest.AGAINST_INTEREST,
        ),
        (
            "Hezbollah said the Syrian army had captured Zabadani.",
            "captured",
            "syrian_government",
            Interest.SELF_SERVING,
        ),
        (
            "Wagner fighters said the Malian army had taken Kidal.",
            "taken",
            "malian_government",
            Interest.SELF_SERVING,
        ),
        (
            "US officials said the SDF had captured Manbij.",
            "captured",
            "sdf",
            Interest.SELF_SERVING,
        ),
        (
            "Pro-Houthi media said the Houthis had seized Marib.",
            "seized",
            "houthis",
            Interest.SELF_SERVING,
        ),
        (
            "Hezbollah-affiliated media said the army had taken Yabroud.",
            "taken",
            "syrian_government",
            Interest.SELF_SERVING,
        ),
        (
            "Pro-Russian Telegram channels said Russian troops had taken Avdiivka.",
            "taken",
            "russian_government",
            Interest.SELF_SERVING,
        ),
        (
            "Syrian state television said troops had entered Idlib.",
            "entered",
            "syrian_government",
            Interest.SELF_SERVING,
        ),
    ],
)
def test_who_stands_with_a_side_tells_of_it_as_its_ally(told, text, word, doer, interest):
    source, found = told(text, word, doer)
    assert source.claimant_type is ClaimantType.ALLY
    assert found is interest


@pytest.mark.parametrize(
    ("text", "word", "doer", "kind"),
    [
        ("The RSF says it has seized Wad Madani.", "seized", "rsf", "belligerent"),
        ("The Malian army said jihadists had taken Kidal.", "taken", "jnim", "belligerent"),
        ("Peshmerga fighters said Islamic State held Sinjar.", "held", "isis", "belligerent"),
        (
            "Malian officials said the army had taken Kidal.",
            "taken",
            "malian_government",
            "official",
        ),
        ("Chinese officials said the RSF had taken Nyala.", "taken", "rsf", "official"),
        ("Xinhua said the RSF had taken Nyala.", "taken", "rsf", "media"),
        ("Radio Okapi said the M23 had taken Sake.", "taken", "m23", "media"),
    ],
)
def test_who_fights_himself_or_stands_with_nobody_is_no_ally(told, text, word, doer, kind):
    assert told(text, word, doer)[0].claimant_type == kind


def test_an_ally_s_boast_weighs_as_a_party_s_own_and_less_than_a_witness_s():
    def boast(kind):
        claim = telling.told("a", "m23", "seized", kind=kind, interest=Interest.SELF_SERVING)
        return weight_of(claim)

    witness = telling.told("a", "m23", "seized", kind=ClaimantType.UN_OR_NGO)
    assert boast(ClaimantType.ALLY) == boast(ClaimantType.BELLIGERENT) < weight_of(witness) / 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Aid workers said rebels had captured Goma.", "captured"),
        ("Aid workers in Kadugli said rebels had captured Dilling.", "captured"),
        ("Relief workers said the town was held by militias.", "held"),
        ("Rebels took Sake, an aid worker told Reuters.", "took"),
        ("Rebels took Sake, humanitarian officials said.", "took"),
        ("Rebels took Sake, according to humanitarian sources.", "took"),
    ],
)
def test_those_who_bring_aid_speak_as_the_organisations_they_work_for(told, text, word):
    source, interest = told(text, word, "m23")
    assert source.claimant_type is ClaimantType.UN_OR_NGO
    assert interest is Interest.THIRD_PARTY


def test_a_factory_worker_and_a_nurse_are_residents(told):
    for who in ("A factory worker", "A hospital nurse"):
        source, _ = told(f"{who} said rebels had captured Goma.", "captured", "m23")
        assert source.claimant_type is ClaimantType.RESIDENT
