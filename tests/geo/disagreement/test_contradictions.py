"""What reports contradict each other about, and what is only news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from gazetteer.errors import UnknownPlaceError
from gazetteer.place import Place, PlaceKind
from geo.actors import load_actors
from geo.claims import Count, IncidentClaim, Near, Quote, Source, TollClaim, When, Where
from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    IncidentType,
    Interest,
    ShareOf,
    Tense,
    TollKind,
    TollScope,
)
from geo.disagreement.found import contradictions_of
from tests.geo.ground.shapes import SQUARE
from tests.geo.telling import told

DAY = date(2022, 3, 1)
TOWN = Place("p", "Orsa", PlaceKind.TOWN, 30.01, 10.01, outline=SQUARE)
WHOLE = (0.97, 1, 1)


@pytest.fixture(scope="module")
def table():
    return load_actors()


def place_of(place_id):
    if place_id != "p":
        raise UnknownPlaceError(place_id)
    return TOWN


@pytest.fixture
def found(table):
    def find(*claims):
        return contradictions_of(claims, place_of, table)

    return find


def after(days):
    return DAY + timedelta(days=days)


def kinds(contradictions):
    return [str(one.kind) for one in contradictions]


def sides(one):
    return {one.one.claim_ids, one.other.claim_ids}


# -- who holds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"share": WHOLE}, {"part": ["N-most"]}),
        ({"share": WHOLE}, {"share": WHOLE}),
        ({"part": ["N"]}, {"part": ["N-half"]}),
    ],
    ids=["both simply control it", "all of it, its tip", "all of it twice", "its north twice"],
)
def test_two_origins_that_give_one_ground_to_two_sides_contradict_each_other(found, one, other):
    (both,) = found(told("a", "army", "controls", **one), told("b", "rebels", "controls", **other))
    assert both.kind == "holder"
    assert sides(both) == {("a",), ("b",)}
    assert (both.date_start, both.date_end) == (DAY, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"day": after(2)}),
        ({"origin": "wire"}, {"origin": "wire"}),
        ({"part": ["N"]}, {"part": ["S"]}),
        ({}, {"part": ["N"]}),
        ({"share": (0.75, 0.88, 0.97)}, {"part": ["N-most"]}),
        ({}, {"place": "elsewhere"}),
        ({"assertion": Assertion.HYPOTHETICAL}, {}),
    ],
    ids=[
        "the second is later: news",
        "one origin",
        "two parts",
        "control that leaves room",
        "most of it",
        "two places",
        "a hypothesis",
    ],
)
def test_what_can_both_be_true_or_is_news_is_no_contradiction(found, one, other):
    assert not found(told("a", "army", "controls", **one), told("b", "rebels", "controls", **other))


def test_boasts_of_two_enemies_contradict_each_other_though_neither_is_drawn(found):
    boast = {
        "kind": ClaimantType.BELLIGERENT,
        "interest": Interest.SELF_SERVING,
        "assertion": Assertion.ATTRIBUTED,
        "share": WHOLE,
    }
    assert kinds(
        found(told("a", "army", "seized", **boast), told("b", "rebels", "seized", **boast))
    ) == ["holder"]


def test_allies_who_hold_a_town_together_do_not_contradict_each_other(found):
    assert not found(
        told("a", "syrian_government", "controls", share=WHOLE),
        told("b", "pro_assad_groups", "controls", share=WHOLE),
    )


def test_five_papers_with_one_wire_are_one_side(found):
    papers = [told(f"a{n}", "army", "controls", origin="wire") for n in range(5)]
    (both,) = found(*papers, told("b", "rebels", "controls"))
    assert sides(both) == {tuple(one.claim_id for one in papers), ("b",)}


def test_what_another_denies_is_a_contradiction(found):
    (both,) = found(
        told("a", "rebels", "seized", share=WHOLE),
        told("b", "rebels", "seized", share=WHOLE, assertion=Assertion.DENIED),
    )
    assert (both.kind, both.about) == ("holder", "rebels")


def test_a_contradiction_ends_when_somebody_tells_of_a_later_day(found):
    both = found(
        told("a", "army", "controls"),
        told("b", "rebels", "controls"),
        told("c", "army", "controls", share=WHOLE, day=after(6)),
    )
    assert [one.date_end for one in both] == [after(6)]


def test_that_all_have_left_contradicts_that_they_hold_on(found):
    gone = told("a", "army", "withdrew_from", share=WHOLE, of=ShareOf.PRIOR_HOLDING)
    assert kinds(found(gone, told("b", "army", "controls"))) == ["holder"]
    lost_ground = told("a", "army", "withdrew_from")
    assert not found(lost_ground, told("b", "army", "controls"))


# -- how much ----------------------------------------------------------------------------------


def test_shares_without_a_number_in_common_are_both_kept(found):
    (both,) = found(
        told("a", "army", "controls", share=(0.75, 0.88, 0.97)),
        told("b", "army", "controls", share=(0.42, 0.5, 0.58)),
    )
    assert both.kind == "share"
    assert {(one.low, one.high) for one in (both.one, both.other)} == {(0.75, 0.97), (0.42, 0.58)}


def test_two_sides_cannot_both_have_most_of_a_town(found):
    most = {"share": (0.51, 0.75, 0.95)}
    (both,) = found(told("a", "army", "controls", **most), told("b", "rebels", "controls", **most))
    assert (both.kind, both.about) == ("share", "army|rebels")


def test_parts_of_a_town_taken_say_nothing_of_what_was_held_before(found):
    assert not found(
        told("a", "army", "seized", share=(0.05, 0.25, 0.6)),
        told("b", "army", "controls", share=(0.75, 0.88, 0.97)),
    )


def test_a_peak_contradicts_only_what_is_above_it(found):
    peak = told(
        "peak", "army", "seized", share=(0.54, 0.81, 0.9), day=after(13), start=DAY,
        end=after(10), tense=Tense.PAST, aspect=Aspect.EVENT,
    )  # fmt: skip
    peak = replace(peak, share=replace(peak.share, text="up to 90 percent"))
    little = told("a", "army", "controls", share=(0.51, 0.55, 0.6), day=after(4))
    everything = told("b", "army", "controls", share=WHOLE, day=after(4))
    assert not found(peak, little)
    assert kinds(found(peak, everything)) == ["share"]


# -- how many, when, how far -------------------------------------------------------------------


def happened(name, *, day=DAY, toll=None, origin=None, report=None, **more):
    given = {
        "claim_id": name,
        "quote": Quote(report or f"report-{name}", 0, 4, "Text"),
        "outlet": None,
        "published": day,
        "source": Source(origin or name, ClaimantType.MEDIA, origin or name),
        "assertion": Assertion.ASSERTED,
        "interest": Interest.UNKNOWN,
        "where": Where("p", "Orsa"),
        "when": When(day, day + timedelta(days=1), DatePrecision.DAY),
        "rule": "test",
        "confidence": 0.9,
        "incident_type": IncidentType.SHELLING,
        "fatalities": None if toll is None else Count(*toll),
    }
    return IncidentClaim(**(given | more))


def total(name, count, *, days=0, origin=None, **more):
    day = after(days)
    given = {
        "claim_id": name,
        "quote": Quote(f"report-{name}", 0, 4, "Text"),
        "outlet": None,
        "published": day,
        "source": Source(origin or name, ClaimantType.MONITOR, origin or name),
        "assertion": Assertion.ATTRIBUTED,
        "interest": Interest.UNKNOWN,
        "where": Where("p", "Orsa"),
        "when": When(None, None, aspect=Aspect.STATE, as_of=day),
        "rule": "test",
        "confidence": 0.9,
        "what": TollKind.KILLED,
        "count": Count(*count),
        "scope": TollScope.CUMULATIVE,
    }
    return TollClaim(**(given | more))


def test_two_tolls_of_one_shelling_are_a_contradiction_with_both_figures(found):
    (both,) = found(happened("a", toll=(5, 5, 5)), happened("b", toll=(30, 30, 30)))
    assert both.kind == "toll"
    assert {both.one.said, both.other.said} == {"5", "30"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"toll": (5, 5, None)}, {"toll": (30, 30, 30)}),
        ({"toll": (5, 5, 5)}, {"toll": (30, 30, 30), "day": after(1)}),
        ({"toll": (5, 5, 5)}, {"toll": (30, 30, 30), "incident_type": IncidentType.AIR_STRIKE}),
        ({"toll": (5, 5, 5), "origin": "x"}, {"toll": (30, 30, 30), "origin": "x"}),
        ({"toll": (5, 5, 5)}, {"toll": None}),
    ],
    ids=["at least five", "another day", "another deed", "one origin", "no figure"],
)
def test_tolls_that_may_both_be_right_are_no_contradiction(found, one, other):
    assert not found(happened("a", **one), happened("b", **other))


def test_a_report_of_two_shellings_on_one_day_is_set_against_nobody(found):
    assert not found(
        happened("a", toll=(5, 5, 5), report="r", origin="wire"),
        happened("b", toll=(9, 9, 9), report="r", origin="wire"),
        happened("c", toll=(30, 30, 30)),
    )


def test_running_totals_of_two_counters_contradict_each_other_if_of_one_time(found):
    few, many = total("a", (300, 300, 300)), total("b", (900, 900, None), days=3)
    assert kinds(found(few, many)) == ["toll"]
    assert not found(few, total("b", (900, 900, None), days=60))
    assert not found(total("a", (300, 300, None)), many)
    since = {"since": date(2011, 1, 1)}
    assert not found(total("a", (300, 300, 300), since=after(-9)), total("b", (900,) * 3, **since))


def test_one_toll_on_two_days_is_one_event_dated_twice(found):
    (both,) = found(happened("a", toll=(7, 7, None)), happened("b", toll=(7, 7, 7), day=after(1)))
    assert both.kind == "date"
    assert {both.one.said, both.other.said} == {"2022-03-01", "2022-03-02"}


def test_two_dead_on_two_days_are_two_events(found):
    assert not found(happened("a", toll=(2, 2, 2)), happened("b", toll=(2, 2, 2), day=after(1)))


def test_a_siege_that_begins_in_two_years_is_a_contradiction(found):
    def siege(name, start, precision):
        one = told(name, "army", "besieges", start=start)
        return replace(one, when=replace(one.when, precision=precision))

    early = siege("a", date(2020, 1, 1), DatePrecision.YEAR)
    assert kinds(found(early, siege("b", date(2021, 5, 3), DatePrecision.DAY))) == ["date"]
    assert not found(early, siege("b", date(2020, 5, 3), DatePrecision.DAY))


def test_one_event_at_two_distances_is_a_contradiction(found):
    def at(name, km, heading=None):
        near = Near("distance", (km * 900.0, km * 1_000.0, km * 1_100.0), heading)
        return happened(name, where=Where("p", "Orsa", near=near))

    (both,) = found(at("a", 5), at("b", 12))
    assert both.kind == "distance"
    assert {both.one.high, both.other.high} == {5_500.0, 13_200.0}
    assert not found(at("a", 5), at("b", 5.5))


def test_a_named_place_at_two_stated_distances_from_one_town_is_a_contradiction(found):
    def at(name, km, anchor="q"):
        stated = Near("distance", (km * 900.0, km * 1_000.0, km * 1_100.0))
        return happened(name, where=Where("p", "Orsa", stated=stated, stated_from=anchor))

    (both,) = found(at("a", 6), at("b", 12))
    assert (both.kind, both.place_id) == ("distance", "p")
    assert not found(at("a", 6), at("b", 6.5))
    assert not found(at("a", 6), at("b", 12, anchor="another"))


def test_the_order_of_the_claims_changes_nothing(table):
    claims = [
        told("a", "army", "controls"),
        told("b", "rebels", "controls"),
        happened("c", toll=(5, 5, 5)),
        happened("d", toll=(30, 30, 30)),
    ]
    orders = {contradictions_of(order, place_of, table) for order in permutations(claims)}
    assert len(orders) == 1


# -- the five reports --------------------------------------------------------------------------


def test_the_example_reports_disagree_where_a_careful_reader_says_so(seeds_case):
    found = {str(one.kind) for one in seeds_case.contradictions}
    assert {"holder", "share", "date"} <= found
    words = " ".join(
        seeds_case.claims_by_id[claim_id].quote.text
        for one in seeds_case.contradictions
        if (one.kind, one.about) == ("holder", "isis|syrian_government")
        for side in (one.one, one.other)
        for claim_id in side.claim_ids
    )
    assert "northernmost" in words
    assert "captured Yarmouk" in words
