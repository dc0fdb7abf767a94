"""The ground as each origin alone tells it, and how far the views lie apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gazetteer.place import Place, PlaceKind
from geo.codes import Assertion, ClaimantType, Interest, ZoneStatus
from geo.disagreement.divergence import divergences_of
from geo.disagreement.views import according_to, origins_of
from geo.history import zones_of
from tests.geo.ground.shapes import SQUARE
from tests.geo.telling import told

DAY = date(2022, 3, 1)
TOWN = Place("p", "Orsa", PlaceKind.TOWN, 30.01, 10.01, outline=SQUARE)
WHOLE = {"share": (0.97, 1, 1)}
BOAST = {
    "kind": ClaimantType.BELLIGERENT,
    "interest": Interest.SELF_SERVING,
    "assertion": Assertion.ATTRIBUTED,
}


def place_of(_):
    return TOWN


def after(days):
    return DAY + timedelta(days=days)


def divergence(*claims):
    return divergences_of(TOWN, claims)


def test_a_view_holds_only_what_its_origin_says():
    claims = [
        told("a", "army", "controls", part=["N"], origin="wire"),
        told("b", "rebels", "controls", origin="monitor", **WHOLE),
    ]
    (zone,) = according_to("monitor", claims, place_of)
    assert (zone.actor, zone.status, zone.claim_ids) == ("rebels", ZoneStatus.HELD, ("b",))
    assert {one.actor for one in according_to("wire", claims, place_of)} == {"army", ""}
    assert according_to("nobody", claims, place_of) == ()


def test_in_its_own_view_a_party_is_taken_at_its_word_and_on_the_map_it_is_not():
    boast = told("a", "army", "seized", origin="army", **WHOLE, **BOAST)
    assert [one.status for one in according_to("army", [boast], place_of)] == [ZoneStatus.HELD]
    assert [one.status for one in zones_of([boast], place_of)[0]] == [ZoneStatus.CLAIMED]


def test_a_party_that_says_which_part_it_holds_holds_it_in_its_own_view():
    boast = told("a", "army", "controls", origin="army", part=["W-half"], **BOAST)
    held, rest = according_to("army", [boast], place_of)
    assert (held.status, rest.status) == (ZoneStatus.HELD, ZoneStatus.NOT_STATED)
    assert held.geometry.area == pytest.approx(SQUARE.area / 2, rel=0.02)
    # Its word is no surer for being listened to.
    assert held.confidence < 0.5


def test_origins_are_those_who_tell_of_ground_the_one_that_tells_most_first():
    claims = [
        told("a", "army", "controls", origin="wire"),
        told("b", "army", "present", origin="monitor"),
        told("c", "army", "besieges", origin="monitor"),
        told("d", "army", "contests", origin="of fighting only"),
        told("e", "army", "controls", origin="of plans", assertion=Assertion.PLANNED),
    ]
    assert origins_of(claims) == ("monitor", "wire")


def test_two_who_give_all_of_a_town_to_two_sides_could_not_be_further_apart():
    (one,) = divergence(
        told("a", "army", "controls", **WHOLE), told("b", "rebels", "controls", **WHOLE)
    )
    assert one.mean > 0.9
    assert one.disputed_share == pytest.approx(1, abs=0.01)
    assert one.disputed.symmetric_difference(SQUARE).area < 1e-6
    assert one.origins == ("a", "b")


def test_two_who_say_the_same_do_not_differ():
    (one,) = divergence(
        told("a", "army", "controls", part=["N"]), told("b", "army", "controls", part=["N"])
    )
    assert one.mean < 0.01
    assert one.disputed is None


def test_silence_about_ground_is_no_other_opinion_of_it():
    (one,) = divergence(
        told("a", "army", "controls", part=["N"]), told("b", "rebels", "controls", part=["S"])
    )
    assert one.mean < 0.15
    assert one.disputed_share < 0.05


def test_only_the_part_that_two_give_differently_is_hatched():
    (one,) = divergence(
        told("a", "army", "controls", **WHOLE),
        told("b", "rebels", "controls", part=["N"]),
    )
    assert 0.1 < one.disputed_share < 0.6
    assert one.disputed.centroid.y > SQUARE.centroid.y


def test_an_old_word_weighs_less_beside_a_new_one_and_is_over_when_its_days_are():
    old = told("a", "army", "controls", **WHOLE)
    soon, late = (
        divergence(old, told("b", "rebels", "controls", day=after(days), **WHOLE))[-1]
        for days in (1, 60)
    )
    assert late.mean < soon.mean
    assert soon.valid_from == after(1)


def test_one_origin_alone_diverges_from_nobody():
    claims = [
        told("a", "army", "controls", origin="wire"),
        told("b", "rebels", "controls", origin="wire", day=after(2)),
    ]
    assert divergence(*claims) == ()


def test_a_place_of_which_only_plans_are_told_has_no_days_to_differ_over():
    plans = [
        told("a", "army", "controls", assertion=Assertion.PLANNED),
        told("b", "rebels", "controls", assertion=Assertion.DENIED),
    ]
    assert divergence(*plans) == ()


def test_the_order_of_the_claims_changes_nothing():
    claims = [
        told("a", "army", "controls", **WHOLE),
        told("b", "rebels", "controls", part=["N"]),
        told("c", "rebels", "present", day=after(3)),
    ]
    assert divergence(*claims) == divergence(*claims[::-1])


def test_every_origin_of_the_example_reports_has_its_own_view(seeds_case):
    views = {origin: seeds_case.according_to(origin) for origin in seeds_case.origins}
    for origin, zones in views.items():
        for zone in zones:
            told_by = {seeds_case.claims_by_id[one].source.origin for one in zone.claim_ids}
            assert told_by == {origin}
    assert sum(bool(zones) for zones in views.values()) >= 8
    assert all(0 <= one.mean <= 1 for one in seeds_case.divergences)
