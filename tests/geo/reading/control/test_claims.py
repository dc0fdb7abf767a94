"""Who is said to hold, take, leave, besiege or contest what, in wars that no example tells of."""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.codes import Assertion, Reason, Relation, ShareOf, Tense
from geo.reading.control.claims import read_control
from tests.quality.gold import load_gold

TUESDAY = date(2023, 5, 9)


@pytest.fixture(scope="module")
def table():
    return load_actors()


@pytest.fixture
def read(clues_of, gazetteer, table, write_report):
    def reader(text, published=TUESDAY):
        return read_control(clues_of(write_report(text), published), gazetteer, table)

    return reader


@pytest.fixture
def claims_in(read):
    return lambda text: read(text)[0]


def _told(claim):
    part = str(claim.where.part or "")
    return claim.actor, str(claim.relation), claim.where.place_name, part


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("M23 rebels captured the city of Goma.", ("m23", "seized", "Goma", "")),
        ("The Rapid Support Forces control most of Khartoum.", ("rsf", "controls", "Khartoum", "")),
        (
            "The Libyan National Army has taken nearly full control of Benghazi.",
            ("lna", "controls", "Benghazi", ""),
        ),
        ("The Taliban took over Kunduz.", ("taliban", "seized", "Kunduz", "")),
        (
            "Wagner fighters advanced into the centre of Bakhmut.",
            ("wagner", "seized", "Bakhmut", "centre"),
        ),
        (
            "The Houthis have lost ground to government troops in Taiz.",
            ("houthis", "withdrew_from", "Taiz", ""),
        ),
        (
            "Boko Haram was driven out of Bama by the Nigerian army.",
            ("boko_haram", "withdrew_from", "Bama", ""),
        ),
        (
            "The Nigerian army expelled Boko Haram from Bama.",
            ("boko_haram", "withdrew_from", "Bama", ""),
        ),
        (
            "Al-Shabaab remains present in the south and west of Kismayo.",
            ("al_shabaab", "present", "Kismayo", "S+W"),
        ),
        ("An M23 base in Goma was hit.", ("m23", "present", "Goma", "")),
        (
            "RSF fighters are confined largely to the north of Khartoum.",
            ("rsf", "confined_to", "Khartoum", "N"),
        ),
        ("The RSF siege of El Fasher goes on.", ("rsf", "besieges", "El Fasher", "")),
        ("Taiz has been under a Houthi siege since 2015.", ("houthis", "besieges", "Taiz", "")),
        (
            "The encirclement of Mariupol by Russian troops was complete.",
            ("russian_government", "besieges", "Mariupol", ""),
        ),
        (
            "Russian troops are massed outside Kharkiv.",
            ("russian_government", "stationed_outside", "Kharkiv", "outside"),
        ),
        ("The Taliban battled Afghan troops in Kunduz.", ("taliban", "contests", "Kunduz", "")),
        (
            "Wagner fighters were wedged between Ukrainian troops and Chechen forces in Bakhmut.",
            ("wagner", "between", "Bakhmut", ""),
        ),
        ("The Houthi-controlled city of Sanaa was bombed.", ("houthis", "controls", "Sanaa", "")),
        (
            "The RSF, which controls all of Nyala, denied the report.",
            ("rsf", "controls", "Nyala", ""),
        ),
        (
            "Up to 60 percent of Sirte is controlled by the Islamic State group.",
            ("isis", "controls", "Sirte", ""),
        ),
        ("The town of Kidal is under the influence of the M23.", ("m23", "influence", "Kidal", "")),
        (
            "Chadian soldiers are deployed in N'Djamena.",
            ("chadian_government", "present", "N'Djamena", ""),
        ),
        ("Goma fell to the M23.", ("m23", "seized", "Goma", "")),
        (
            "The besieging RSF fighters shelled El Fasher.",
            ("rsf", "besieges", "El Fasher", ""),
        ),
    ],
)
def test_a_sentence_says_who_stands_how_to_which_ground(claims_in, sentence, told):
    assert told in [_told(claim) for claim in claims_in(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The M23 controls the budget of the province.",
        "M23 rebels seized weapons in Goma.",
        "The M23 captured the mood in Goma.",
        "The M23 held a meeting in Goma.",
        "The M23 took part in talks in Goma.",
        "The M23 was not present at the meeting in Goma.",
        "Firefighters brought the blaze in Goma under control.",
        "The minister took control of the party in Kampala.",
        "The storm overran the coast near Mogadishu.",
        "Most of the M23 factions in Goma oppose the army.",
        "The Taliban withdrew the proposal in Kabul.",
        "The M23 entered into talks in Nairobi.",
        "Fighting inflation is the priority in Khartoum.",
        "The Ghana team lost ground to Nigeria in Accra.",
    ],
)
def test_words_of_control_over_anything_but_ground_are_no_claims(claims_in, sentence):
    assert claims_in(sentence) == []


def test_who_clashes_with_whom_is_one_claim_with_an_opponent(claims_in):
    (claim,) = claims_in("Clashes between Ukrainian forces and Wagner mercenaries hit Bakhmut.")
    assert (claim.actor, claim.against) == ("ukrainian_government", ("wagner",))


def test_joined_actors_and_joined_places_are_claims_of_their_own(claims_in):
    claims = claims_in(
        "Boko Haram and ISWAP militants hold large parts of eastern Chad and northern Nigeria."
    )
    told = {(c.actor, c.where.place_name, str(c.where.part)) for c in claims}
    assert len(claims) == 4
    assert ("iswap", "Nigeria", "N") in told


def test_a_general_word_adds_nothing_to_the_names_it_includes(claims_in):
    claims = claims_in("Bunia is calm. A base used by militias including the M23 in Bunia was hit.")
    assert [claim.actor for claim in claims] == ["m23"]


def test_two_men_shot_in_a_town_are_no_force_that_stands_there(claims_in):
    assert claims_in("Two Taliban fighters in Kunduz were shot dead.") == []


def test_a_surrounded_hospital_is_not_a_surrounded_town(read):
    claims, rows = read("RSF fighters surrounded the hospital in El Fasher.")
    assert claims == []
    assert [row.detail for row in rows] == ["the hospital"]


def test_police_and_protesters_do_not_contest_ground(claims_in):
    assert claims_in("Kenyan police clashed with protesters in Nairobi.") == []


def test_a_with_clause_takes_the_place_of_its_sentence(claims_in):
    claims = claims_in(
        "The RSF now holds most of Khartoum, with Sudanese troops confined to the north."
    )
    assert [_told(c) for c in claims] == [
        ("rsf", "controls", "Khartoum", ""),
        ("sudanese_government", "confined_to", "Khartoum", "N"),
    ]


def test_where_a_force_goes_is_not_where_it_withdrew_from(claims_in):
    (claim,) = claims_in("Ukrainian troops withdrew from Avdiivka to new lines in the west.")
    assert claim.where.place_name.startswith("Avdi")
    assert claim.where.part is None


def test_a_captured_town_is_all_of_it_and_a_captured_airport_a_small_bit(claims_in):
    (town,) = claims_in("M23 rebels captured Goma.")
    (airport,) = claims_in("M23 rebels captured the airport in Goma.")
    assert town.share.best == 1.0
    assert airport.share.high <= 0.15


def test_a_loss_of_earlier_gains_is_a_share_of_those(claims_in):
    claims = claims_in("Boko Haram withdrew from most of the territory it had captured in Bama.")
    lost = next(c for c in claims if c.relation is Relation.WITHDREW_FROM)
    assert lost.share.of is ShareOf.PRIOR_HOLDING
    assert [c.tense for c in claims if c.relation is Relation.SEIZED] == [Tense.PAST]


def test_a_report_that_tells_of_the_loss_puts_the_capture_in_the_past(claims_in):
    claims = claims_in(
        "The RSF took over most of Khartoum in May. The RSF has since withdrawn from Khartoum."
    )
    assert {str(c.relation): c.tense for c in claims} == {
        "seized": Tense.PAST,
        "withdrew_from": Tense.CURRENT,
    }


def test_a_report_that_tells_what_is_held_puts_the_coming_in_the_past(claims_in):
    claims = claims_in("The M23 entered Goma on Sunday. The M23 now controls most of Goma.")
    assert [c.tense for c in claims] == [Tense.PAST, Tense.CURRENT]


def test_a_coming_that_nothing_follows_is_the_news(claims_in):
    (claim,) = claims_in("The M23 entered Goma on Sunday.")
    assert claim.tense is Tense.CURRENT


def test_clashes_that_died_down_end_those_told_before(claims_in):
    began, over = claims_in(
        "Fighting began on Monday between the Taliban and the Islamic State group in Kunduz. "
        "The clashes have died down."
    )
    assert began.tense is Tense.PAST
    assert over.actor == "taliban"
    assert over.when.end == over.when.as_of == TUESDAY


def test_who_tries_to_retake_a_town_fights_for_it(claims_in):
    (claim,) = claims_in("Congolese troops are trying to retake the city of Goma from the M23.")
    assert (claim.actor, str(claim.relation)) == ("congolese_government", "contests")
    assert claim.against == ("m23",)


@pytest.mark.parametrize(
    ("sentence", "assertion", "reason"),
    [
        ("The M23 could seize Goma.", Assertion.HYPOTHETICAL, Reason.HYPOTHETICAL),
        ("The M23 plans to seize Goma.", Assertion.PLANNED, Reason.PLANNED),
        ("The M23 does not control Goma.", Assertion.DENIED, Reason.DENIED),
        ("If the M23 seizes Goma, many will flee.", Assertion.HYPOTHETICAL, Reason.HYPOTHETICAL),
    ],
)
def test_what_is_not_so_is_recorded_with_its_reason(read, sentence, assertion, reason):
    (claim,), (row,) = read(sentence)
    assert claim.assertion is assertion
    assert (row.reason, row.claim_id) == (reason, claim.claim_id)


def test_forces_inside_a_town_are_there_whatever_is_unclear_about_them(claims_in):
    (claim,) = claims_in(
        "Goma is calm. It was unclear whether the deal was shared by the M23 fighters inside Goma."
    )
    assert (claim.actor, str(claim.relation)) == ("m23", "present")
    assert claim.assertion is Assertion.ASSERTED


def test_forces_in_a_town_that_get_help_are_there(claims_in):
    (claim,) = claims_in("France has offered the Congolese forces in Goma military aid.")
    assert _told(claim) == ("congolese_government", "present", "Goma", "")


def test_each_ground_of_a_list_has_its_own_share(claims_in):
    claims = claims_in("The RSF controls Nyala, most of Omdurman and a third of El Obeid.")
    shares = {claim.where.place_name: claim.share.best for claim in claims}
    assert shares == {"Nyala": 1.0, "Omdurman": 0.75, "El Obeid": 0.33}


def test_square_kilometres_are_no_share_of_a_town(claims_in):
    (claim,) = claims_in("Ukrainian troops took 30 square kilometres near the town of Bakhmut.")
    assert claim.share.high <= 0.15


def test_who_is_handed_a_town_holds_it(claims_in):
    claims = claims_in("French troops handed Gao over to the Malian army.")
    assert [(c.actor, str(c.relation)) for c in claims] == [
        ("french_government", "withdrew_from"),
        ("malian_government", "seized"),
    ]


def test_a_quarter_nobody_lists_is_a_small_bit_of_its_town(claims_in):
    (claim,) = claims_in("Iraqi special forces recaptured the Gugjaliyo district of Mosul.")
    assert claim.share.high <= 0.15


def test_a_denied_hold_is_denied_in_its_nominal_form_too(claims_in):
    (claim,) = claims_in("The army denied that Goma was under the control of the M23.")
    assert claim.assertion is Assertion.DENIED


def test_no_longer_is_a_denial_of_today(claims_in):
    (claim,) = claims_in("The Taliban no longer control Kunduz.")
    assert claim.negated


def test_a_capture_by_nobody_is_left_out_with_its_words(read):
    claims, (row,) = read("Goma was captured on Monday.")
    assert claims == []
    assert row.quote.text == "Goma was captured"


def test_a_name_nobody_lists_is_not_taken_for_the_town_of_the_story(read):
    (claim,), rows = read("Goma is calm. M23 rebels captured Xyquorum district.")
    assert (claim.where.place_id, claim.where.place_name) == (None, "Xyquorum")
    assert rows == []


def test_every_quote_and_id_belongs_to_its_report(read, seeds_folder):
    ids = []
    for report in load_gold(seeds_folder).reports:
        claims, rows = read(report.text, report.published)
        for one in (*claims, *rows):
            quote = one.quote
            assert report.text[quote.start : quote.end] == quote.text
            assert quote.text
        ids += [claim.claim_id for claim in claims]
    assert len(ids) == len(set(ids)) > 40


def test_reading_twice_gives_the_same(read):
    text = "M23 rebels captured Goma. Congolese troops withdrew from the city."
    assert read(text) == read(text)
