"""What "there are no fighters in the town" does to the map, and what it never does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gazetteer.place import Place, PlaceKind
from geo.actors import load_actors
from geo.codes import Assertion, ClaimantType, Reason
from geo.codes import ZoneStatus as Status
from geo.disagreement.found import contradictions_of
from geo.history import zones_of
from geo.zones.drawn import areal
from tests.geo.ground.shapes import SQUARE
from tests.geo.telling import told

DAY = date(2022, 3, 1)
LATER = DAY + timedelta(days=9)
TOWN = Place("p", "Orsa", PlaceKind.TOWN, 30.01, 10.01, outline=SQUARE)


def drawn(*claims):
    return zones_of(claims, lambda _: TOWN)[0]


def on(day, zones, actor):
    return [
        zone
        for zone in zones
        if zone.actor == actor
        and zone.valid_from <= day
        and (zone.valid_to is None or day < zone.valid_to)
    ]


def absent(claim_id="gone", *, day=LATER, relation="present", **more):
    return told(claim_id, "rebels", relation, day=day, negated=True, **more)


HELD = told("held", "rebels", "controls", share=(0.97, 1, 1))


@pytest.mark.parametrize("assertion", [Assertion.ATTRIBUTED, Assertion.DENIED])
def test_whoever_is_said_to_be_gone_is_drawn_no_more_from_that_day(assertion):
    zones = drawn(HELD, absent(assertion=assertion))
    assert on(DAY, zones, "rebels")
    assert not on(LATER, zones, "rebels")


def test_nobody_gets_a_zone_by_not_being_there():
    assert drawn(absent()) == ()
    army = told("army", "army", "controls", part=["S"])
    zones = drawn(army, absent(part=["N"], day=DAY))
    assert {zone.actor for zone in zones} <= {"army", ""}


def test_the_claim_is_kept_with_the_reason():
    _, not_used = zones_of([HELD, absent()], lambda _: TOWN)
    assert [(one.claim_id, one.reason) for one in not_used] == [("gone", Reason.DENIED)]


def test_no_fighters_in_the_north_takes_the_north_and_leaves_the_south():
    whole = told("held", "rebels", "controls", share=(0.42, 0.5, 0.58))
    army = told("army", "army", "present", share=(0.42, 0.5, 0.58))
    zones = drawn(whole, army, absent(part=["N"], day=DAY))
    (rebels,) = on(DAY, zones, "rebels")
    west, south, east, north = SQUARE.bounds
    middle = (south + north) / 2
    assert areal(rebels.geometry).centroid.y < middle
    assert west < rebels.geometry.centroid.x < east


def test_a_place_that_is_not_controlled_may_still_have_fighters_in_it():
    there = told("there", "rebels", "present")
    zones = drawn(there, absent(relation="controls"))
    assert [zone.status for zone in on(LATER, zones, "rebels")] == [Status.PRESENT]


def test_a_party_that_denies_its_enemy_is_there_takes_nothing_from_him():
    boast = absent(kind=ClaimantType.BELLIGERENT, interest="self_serving")
    assert on(LATER, drawn(HELD, boast), "rebels")


def test_an_older_denial_does_not_undo_newer_news():
    again = told("again", "rebels", "controls", day=LATER, share=(0.97, 1, 1))
    assert on(LATER, drawn(again, absent(day=DAY)), "rebels")


def test_who_says_the_opposite_on_the_same_day_is_shown_against_it():
    (found,) = contradictions_of([HELD, absent(day=DAY)], lambda _: TOWN, load_actors())
    assert {found.one.claim_ids, found.other.claim_ids} == {("held",), ("gone",)}


def test_who_says_the_opposite_of_a_part_is_shown_too():
    north = told("north", "rebels", "controls", part=["N"])
    (found,) = contradictions_of([north, absent(day=DAY)], lambda _: TOWN, load_actors())
    assert {found.one.claim_ids, found.other.claim_ids} == {("north",), ("gone",)}
