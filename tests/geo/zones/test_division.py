"""Who is drawn where on one day, and how each claim is honoured by it."""

from datetime import date

import pytest
import shapely
from shapely.geometry import box

from gazetteer.place import Place, PlaceKind
from geo.actors import load_actors
from geo.codes import Assertion, ShareOf, Tense
from geo.codes import ZoneStatus as Status
from geo.disagreement.found import contradictions_of
from geo.disagreement.record import ContradictionKind
from geo.disagreement.views import according_to
from geo.ground.audit import Check
from geo.history import zones_of
from tests.geo.ground.shapes import FIVE, SQUARE
from tests.geo.telling import told

DAY = date(2022, 3, 1)
TOWN = Place("p", "Orsa", PlaceKind.TOWN, 30.01, 10.01, outline=SQUARE, parents=("land",))
LAND = Place("land", "Varna", PlaceKind.COUNTRY, 28, 9, outline=box(25, 5, 31, 12))
PLACES = {place.id: place for place in (TOWN, LAND)} | {
    name: Place(name, name, PlaceKind.TOWN, 30, 10, outline=shape) for name, shape in FIVE.items()
}


def drawn(*claims):
    return zones_of(claims, PLACES.__getitem__)[0]


def of(zones, actor, status=Status.HELD):
    (zone,) = (one for one in zones if one.actor == actor and one.status is status)
    return zone


def share_of(zone, outline=SQUARE):
    return zone.geometry.area / outline.area


# -- those of whom the same is said --------------------------------------------------------------


@pytest.mark.parametrize("part", [["N"], ["S", "W"], ["N-most"]])
def test_two_allies_told_to_hold_one_part_both_hold_it_and_no_more(part):
    zones = drawn(
        told("a", "army", "controls", part=part, report="r", origin="o"),
        told("b", "militia", "controls", part=part, report="r", origin="o"),
    )
    alone = of(drawn(told("a", "army", "controls", part=part)), "army")
    army, militia = of(zones, "army"), of(zones, "militia")
    assert army.geometry.equals(militia.geometry)
    assert army.area_km2 == pytest.approx(alone.area_km2, rel=0.01)
    assert (army.claim_ids, militia.claim_ids) == (("a",), ("b",))
    assert "more than one actor" in army.method


def test_two_allies_told_to_hold_a_whole_town_are_both_drawn():
    whole = {"share": (0.97, 1, 1), "report": "r", "origin": "o"}
    zones, unused = zones_of(
        [told("a", "army", "seized", **whole), told("b", "militia", "seized", **whole)],
        PLACES.__getitem__,
    )
    assert {zone.actor for zone in zones} == {"army", "militia"}
    assert not unused


def test_allies_that_hold_a_part_together_lose_it_together():
    both = {"report": "r", "origin": "o"}
    zones = drawn(
        told("a", "army", "controls", part=["N-half"], **both),
        told("b", "militia", "controls", part=["N-half"], **both),
        told(
            "c", "militia", "withdrew_from", share=(0.51, 0.75, 0.95), of=ShareOf.PRIOR_HOLDING,
            day=date(2022, 3, 9),
        ),
    )  # fmt: skip
    later = [zone for zone in zones if zone.valid_from == date(2022, 3, 9)]
    assert of(later, "militia").share_best < 0.3


def test_two_reports_that_give_one_part_to_two_sides_give_neither_ground_elsewhere():
    zones = drawn(
        told("a", "army", "controls", part=["N"]),
        told("b", "rebels", "controls", part=["N"]),
    )
    assert {zone.actor for zone in zones if zone.status is Status.HELD} == {"army", "rebels"}
    assert of(zones, "rebels").geometry.centroid.y > SQUARE.centroid.y
    assert of(zones, "army", Status.DISPUTED).conflicts_with == ("b",)


# -- shares without a place ----------------------------------------------------------------------


def test_half_each_without_a_place_are_two_numbers_and_no_border():
    half = {"share": (0.42, 0.5, 0.58)}
    zones = drawn(told("a", "army", "controls", **half), told("b", "rebels", "controls", **half))
    assert {(zone.actor, zone.status) for zone in zones} == {
        ("army", Status.PRESENT), ("rebels", Status.PRESENT),
    }  # fmt: skip
    assert all(zone.share_best == 0.5 for zone in zones)
    assert all("place not stated" in zone.method for zone in zones)


def test_a_share_without_a_place_beside_a_third_sides_north_is_still_shown():
    zones = drawn(
        told("a", "army", "controls", share=(0.3, 0.5, 0.6)),
        told("b", "rebels", "controls", share=(0.3, 0.5, 0.6)),
        told("c", "militia", "controls", part=["N-most"]),
    )
    assert {zone.actor for zone in zones if zone.actor} == {"army", "rebels", "militia"}


def test_one_share_of_nearly_all_is_drawn_as_the_ground_that_others_leave():
    zones = drawn(
        told("a", "army", "controls", share=(0.85, 0.95, 0.99)),
        told("b", "rebels", "controls", part=["W-edge"], share=(0.01, 0.05, 0.15)),
    )
    assert share_of(of(zones, "army")) > 0.85


# -- shares of several origins -------------------------------------------------------------------


def test_shares_of_two_origins_that_overlap_bound_the_ground_by_both():
    zones = drawn(
        told("a", "army", "controls", share=(0.51, 0.75, 0.95)),
        told("b", "army", "controls", share=(0.6, 0.65, 0.7)),
        told("c", "army", "present", part=["E"]),
    )
    zone = of(zones, "army")
    assert (zone.share_low, zone.share_high) == (0.6, 0.7)
    assert 0.6 <= zone.share_best <= 0.7
    assert not zone.conflicts_with


def clashing():
    return [
        told("a", "army", "controls", share=(0.75, 0.88, 0.97), origin="monitor"),
        told("b", "army", "controls", share=(0.42, 0.5, 0.58), origin="wire"),
        told("c", "army", "present", part=["E"], origin="monitor"),
        told("d", "army", "present", part=["E"], origin="wire"),
    ]


def test_shares_without_a_number_in_common_are_two_views_and_no_mean_is_called_agreed():
    claims = clashing()
    zone = of(drawn(*claims), "army")
    assert (zone.share_low, zone.share_high) == (0.42, 0.97)
    assert "cannot all be true" in zone.method
    assert zone.conflicts_with
    views = {
        origin: of(according_to(origin, claims, PLACES.__getitem__), "army").share_best
        for origin in ("monitor", "wire")
    }
    assert views["monitor"] == pytest.approx(0.88, abs=0.02)
    assert views["wire"] == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(
    "claims",
    [
        clashing(),
        [
            told("a", "rebels", "controls", share=(0.75, 0.88, 0.97), origin="monitor"),
            told("b", "army", "controls", share=(0.51, 0.75, 0.95), origin="wire"),
        ],
        [  # a quarter is a number, though where it lies is not said
            told("a", "army", "controls", share=(0.75, 0.88, 0.97), origin="monitor"),
            told("b", "army", "controls", share=(0.2, 0.25, 0.3), origin="wire"),
        ],
    ],
)
def test_shares_that_cannot_both_be_true_are_told_with_both_ranges_and_both_claims(claims):
    found = contradictions_of(claims, PLACES.__getitem__, load_actors())
    (clash,) = (one for one in found if one.kind is ContradictionKind.SHARE)
    assert {*clash.one.claim_ids, *clash.other.claim_ids} == {"a", "b"}
    assert {clash.one.high, clash.other.high} >= {0.97}


def test_shares_of_more_ground_than_there_is_are_kept_as_views_and_nothing_is_lost():
    claims = [
        told("a", "rebels", "controls", part=["S"], share=(0.75, 0.88, 0.97)),
        told("b", "army", "controls", part=["N"], share=(0.51, 0.75, 0.95)),
    ]
    zones, unused = zones_of(claims, PLACES.__getitem__)
    assert {one for zone in zones for one in zone.claim_ids} == {"a", "b"}
    assert not unused
    for claim in claims:
        (view,) = (
            zone
            for zone in according_to(claim.source.origin, claims, PLACES.__getitem__)
            if zone.status is Status.HELD
        )
        assert view.share_low == pytest.approx(claim.share.low)
        assert "cannot all be true" not in view.method


# -- how each claim is honoured -------------------------------------------------------------------


def test_a_zone_tells_of_each_of_its_claims_how_far_it_is_honoured():
    zones = drawn(
        told("a", "rebels", "present", part=["S", "W", "E"], report="r"),
        told("b", "locals", "confined_to", part=["N"], report="r"),
        told("c", "army", "controls", part=["N-most"], report="r"),
        told("d", "locals", "between", against=("rebels", "army"), report="r"),
        told("e", "rebels", "controls", share=(0.75, 0.88, 0.97), report="r"),
    )
    audits = {one.claim_id: one for zone in zones for one in zone.audit}
    assert {claim: one.check for claim, one in audits.items()} == {
        "a": Check.HELD, "b": Check.CONFINED, "c": Check.HELD, "d": Check.BETWEEN,
        "e": Check.SHARE,
    }  # fmt: skip
    assert all(one.ok for one in audits.values())
    assert min(audits["d"].measures) > 50  # metres of border on either side


def test_troops_said_to_be_outside_who_hold_ground_inside_are_told_to_conflict():
    zones = drawn(
        told("a", "army", "controls", part=["N"], origin="monitor"),
        told("b", "army", "stationed_outside", origin="wire"),
    )
    zone = of(zones, "army")
    (outside,) = (one for one in zone.audit if one.check is Check.ABSENT)
    assert not outside.ok
    assert zone.conflicts_with == ("b",)


def test_everything_of_it_beside_anothers_north_is_told_as_not_compatible():
    zones = drawn(
        told("sweeping", "rebels", "seized", share=(0.97, 1, 1)),
        told("exact", "army", "controls", part=["N-most"]),
    )
    (checked,) = of(zones, "rebels").audit
    assert (checked.claim_id, checked.check, checked.ok) == ("sweeping", Check.SHARE, False)


# -- a place and what contains it -----------------------------------------------------------------


@pytest.mark.parametrize("share", [None, (0.2, 0.45, 0.75), (0.97, 1, 1)])
def test_what_is_said_of_a_country_draws_no_border_in_its_towns(share):
    town = told("t", "army", "controls", part=["S"], place="p")
    land = told("l", "rebels", "controls", share=share, place="land")
    alone, beside = drawn(town), drawn(town, land)
    in_town = [zone for zone in beside if zone.place_id == "p"]
    assert [zone.geometry.wkt for zone in in_town] == [zone.geometry.wkt for zone in alone]
    assert {zone.place_id for zone in beside if zone.actor == "rebels"} == {"land"}


def test_large_swathes_of_the_east_of_a_country_are_stippled_in_the_east_only():
    (zone,) = drawn(
        told("c", "rebels", "controls", place="land", part=["E"], share=(0.2, 0.45, 0.75),
             of=ShareOf.PART)
    )  # fmt: skip
    assert zone.status is Status.PRESENT
    assert zone.geometry.bounds[0] > 27.5
    assert zone.yolk is zone.egg is None


def test_the_north_of_a_country_is_drawn_as_the_north_of_a_town_is():
    shares = [
        share_of(of(drawn(told("c", "army", "controls", place=place, part=["N"])), "army"), shape)
        for place, shape in (("p", SQUARE), ("land", LAND.outline))
    ]
    assert shares[0] == pytest.approx(shares[1], abs=0.02)


@pytest.mark.parametrize("shape", FIVE)
def test_cores_and_widest_readings_nest_as_shapes(shape):
    zones = drawn(
        told("a", "army", "controls", place=shape, part=["N"]),
        told("b", "rebels", "controls", place=shape, part=["S"], share=(0.51, 0.75, 0.95),
             of=ShareOf.PART),
    )  # fmt: skip
    for zone in zones:
        if zone.yolk is not None:
            assert zone.yolk.difference(zone.geometry).area < 1e-9 * zone.geometry.area
        if zone.egg is not None:
            assert zone.geometry.difference(zone.egg).area < 1e-9 * zone.geometry.area
            assert zone.egg.difference(FIVE[shape].buffer(1e-9)).area < 1e-9


# -- what may not be drawn ------------------------------------------------------------------------


@pytest.mark.parametrize("assertion", [Assertion.HYPOTHETICAL, Assertion.PLANNED])
def test_what_might_be_held_divides_nothing(assertion):
    zones = drawn(
        told("a", "army", "controls", part=["N"]),
        told("b", "rebels", "controls", part=["S"], assertion=assertion),
    )
    assert "rebels" not in {zone.actor for zone in zones}


def test_a_peak_that_is_past_is_no_share_of_today():
    zones = drawn(
        told("a", "army", "confined_to", part=["SW"], day=date(2022, 3, 20)),
        told("b", "army", "seized", share=(0.54, 0.81, 0.9), start=DAY, end=date(2022, 3, 10),
             day=date(2022, 3, 20), tense=Tense.PAST),
    )  # fmt: skip
    today = [one for one in zones if one.valid_to is None and one.status is Status.HELD]
    assert all(one.share_best < 0.5 for one in today)


def test_pieces_of_one_day_cover_the_place_once():
    zones = drawn(
        told("a", "army", "controls", part=["N"], report="r"),
        told("b", "rebels", "controls", part=["SW"], report="r"),
        told("c", "locals", "confined_to", part=["E"], report="r"),
    )
    pieces = [one.geometry for one in zones if one.status in {Status.HELD, Status.NOT_STATED}]
    assert shapely.coverage_is_valid(pieces)
    assert sum(one.area for one in pieces) == pytest.approx(SQUARE.area, rel=1e-6)
