from dataclasses import replace
from datetime import date, timedelta

import pytest

from geo.claims import Source
from geo.codes import Assertion, ClaimantType, Interest, Tense
from geo.weight import CREDIBLE, Drawing, drawing_of, weight_of
from tests.geo.telling import told

BASE = {"actor": "army", "relation": "controls", "share": (0.97, 1, 1)}


def claim(**given):
    return told("c", **{**BASE, **given})


def test_a_monitor_weighs_more_than_an_outlet_and_a_party_least():
    kinds = (ClaimantType.MONITOR, ClaimantType.OUTLET, ClaimantType.BELLIGERENT)
    weights = [weight_of(claim(kind=kind)) for kind in kinds]
    assert weights == sorted(weights, reverse=True)
    assert weights[1] >= CREDIBLE > weights[2]


@pytest.mark.parametrize(
    "assertion",
    [Assertion.HYPOTHETICAL, Assertion.PLANNED, Assertion.DENIED, Assertion.BACKGROUND],
)
def test_what_is_not_said_to_be_so_weighs_nothing(assertion):
    assert weight_of(claim(assertion=assertion)) == 0
    assert drawing_of(claim(assertion=assertion)) is Drawing.NO


def test_a_boast_is_drawn_as_claimed_until_someone_else_says_the_same():
    boast = claim(kind=ClaimantType.BELLIGERENT, interest=Interest.SELF_SERVING)
    assert drawing_of(boast) is Drawing.CLAIMED
    assert drawing_of(boast, corroborated=True) is Drawing.CURRENT


def test_an_admission_is_believed_more_than_a_report_by_the_same_party():
    kind = ClaimantType.BELLIGERENT
    admission = claim(kind=kind, interest=Interest.AGAINST_INTEREST)
    assert weight_of(admission) > weight_of(claim(kind=kind, interest=Interest.UNKNOWN))


def test_an_official_is_believed_about_others_and_not_about_his_own_side():
    kind = ClaimantType.OFFICIAL
    of_others = claim(kind=kind, interest=Interest.UNKNOWN)
    boast = claim(kind=kind, interest=Interest.SELF_SERVING)
    assert drawing_of(of_others) is Drawing.CURRENT
    assert drawing_of(boast) is Drawing.CLAIMED
    assert weight_of(of_others) > weight_of(boast)


def test_a_government_that_tells_of_its_enemys_loss_draws_no_border():
    ours = Source("ministry", ClaimantType.OFFICIAL, "ministry", party="a_government")
    loss = claim(relation="withdrew_from", interest=Interest.UNKNOWN)
    assert drawing_of(replace(loss, source=ours)) is Drawing.WEAK
    gain = claim(relation="seized", interest=Interest.UNKNOWN)
    assert drawing_of(replace(gain, source=ours)) is Drawing.CURRENT


def test_a_possibility_is_not_drawn_and_an_appearance_takes_something_off():
    possible = claim(assertion=Assertion.HEDGED, hedges=("possible",))
    apparent = claim(assertion=Assertion.HEDGED, hedges=("apparently",))
    assert drawing_of(possible) is Drawing.WEAK
    assert drawing_of(apparent) is Drawing.CURRENT
    assert weight_of(apparent) < weight_of(claim())


def test_a_share_word_is_no_doubt():
    assert weight_of(claim(hedges=("largely",))) == weight_of(claim())


def test_influence_is_never_drawn_as_control():
    assert drawing_of(claim(relation="influence")) is Drawing.NO


def test_a_claim_without_a_place_is_evidence_and_no_more():
    assert drawing_of(claim(place=None)) is Drawing.WEAK


def test_the_past_is_historic_and_the_end_of_a_battle_an_end():
    assert drawing_of(claim(tense=Tense.PAST)) is Drawing.HISTORIC
    day = date(2022, 3, 9)
    ceased = claim(relation="contests", start=day - timedelta(days=6), end=day, day=day)
    assert drawing_of(ceased) is Drawing.ENDED
