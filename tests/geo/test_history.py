import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shapely
from shapely.geometry import box, shape

from gazetteer.errors import UnknownPlaceError
from gazetteer.place import Place, PlaceKind
from geo.claims import Near, Where
from geo.codes import Aspect, Assertion, ClaimantType, Interest, Reason, ShareOf, Tense
from geo.codes import ZoneStatus as Status
from geo.ground.plane import LocalPlane
from geo.history import zones_of
from tests.geo.ground.shapes import SQUARE
from tests.geo.telling import annotated_claims, told

DAY = date(2022, 3, 1)
TOWN = Place("p", "Orsa", PlaceKind.TOWN, 30.01, 10.01, outline=SQUARE)
DOT = Place("dot", "Nahra", PlaceKind.VILLAGE, 24.0, 48.0)
LAND = Place("land", "Varna", PlaceKind.COUNTRY, 25, 45, outline=box(20, 42, 30, 48))
NEXT = Place("next", "Karsa", PlaceKind.TOWN, 30.41, 10.01, outline=box(30.4, 10.0, 30.42, 10.02))
PLACES = {place.id: place for place in (TOWN, DOT, LAND, NEXT)}


def place_of(place_id):
    if place_id not in PLACES:
        raise UnknownPlaceError(place_id)
    return PLACES[place_id]


def drawn(*claims):
    return zones_of(claims, place_of)[0]


def on(zones, day, status=None):
    return {
        zone.actor: zone
        for zone in zones
        if zone.valid_from <= day
        and (zone.valid_to is None or day < zone.valid_to)
        and status in {None, zone.status}
    }


def after(days):
    return DAY + timedelta(days=days)


# -- one day -----------------------------------------------------------------------------------


def test_a_town_that_is_said_to_be_held_is_drawn_whole():
    (zone,) = drawn(told("c", "army", "controls"))
    assert (zone.actor, zone.status, zone.valid_from, zone.valid_to) == (
        "army", Status.HELD, DAY, None,
    )  # fmt: skip
    assert zone.geometry.symmetric_difference(SQUARE).area < 1e-9


def test_two_sides_share_a_town_and_the_rest_is_not_stated():
    zones = drawn(
        told("a", "army", "controls", part=["N"], report="r"),
        told("b", "rebels", "controls", part=["SW"], report="r"),
    )
    held = on(zones, DAY, Status.HELD)
    assert set(held) == {"army", "rebels"}
    assert held["army"].geometry.centroid.y > held["rebels"].geometry.centroid.y
    assert on(zones, DAY, Status.NOT_STATED)[""].share_best > 0.1
    pieces = [zone.geometry for zone in zones]
    assert shapely.coverage_is_valid(pieces)
    assert shapely.union_all(pieces).symmetric_difference(SQUARE).area < 1e-9


def test_up_to_ninety_percent_is_a_range_with_a_core_and_a_widest_reading():
    (zone,) = (
        one
        for one in drawn(
            told("a", "army", "controls", share=(0.54, 0.81, 0.9)),
            told("b", "army", "present", part=["S", "W", "E"]),
        )
        if one.status is Status.HELD
    )
    assert (zone.share_low, zone.share_high) == (0.54, 0.9)
    plane = LocalPlane.of(SQUARE)
    core, all_, widest = (plane.to_metres(one).area for one in (zone.yolk, zone.geometry, zone.egg))
    assert core < all_ < widest
    assert core / plane.to_metres(SQUARE).area == pytest.approx(0.54, abs=0.02)
    assert widest / plane.to_metres(SQUARE).area == pytest.approx(0.9, abs=0.02)


def test_large_swathes_of_the_east_of_a_country_are_a_number_and_no_border():
    (zone,) = drawn(
        told(
            "c",
            "rebels",
            "controls",
            place="land",
            part=["E"],
            share=(0.2, 0.45, 0.75),
            of=ShareOf.PART,
        )
    )
    assert zone.status is Status.PRESENT
    assert zone.share_best == 0.45
    assert "place not stated" in zone.method
    assert zone.geometry.centroid.x > 26.5


def test_presence_is_drawn_as_presence_and_influence_as_influence():
    zones = drawn(
        told("a", "rebels", "present"), told("b", "party", "influence", share=(0.6, 0.85, 1))
    )
    assert on(zones, DAY)["rebels"].status is Status.PRESENT
    assert on(zones, DAY)["party"].status is Status.INFLUENCE


def test_a_siege_is_a_ring_outside_the_town():
    (zone,) = drawn(told("c", "army", "besieges"))
    assert zone.status is Status.BESIEGED
    assert zone.geometry.intersection(SQUARE).area < 1e-9


def test_fighting_on_a_road_is_drawn_from_its_first_town_to_its_second():
    road = told("c", "army", "contests")
    there = Where("p", near=Near("road"), other_place_id="next")
    (zone,) = drawn(replace(road, where=there))
    for town in (SQUARE, NEXT.outline):
        assert zone.geometry.intersection(town).area == pytest.approx(town.area, rel=1e-6)
    assert zone.geometry.covers(shapely.Point(30.2, 10.01))


def test_a_second_town_that_nobody_knows_leaves_the_first():
    there = Where("p", near=Near("road"), other_place_id="gone")
    (zone,) = drawn(replace(told("c", "army", "contests"), where=there))
    assert zone.place_id == "p"


def test_a_boast_has_its_own_status_and_never_divides_the_town():
    boast = told(
        "c", "army", "seized", share=(0.97, 1, 1), kind=ClaimantType.BELLIGERENT,
        interest=Interest.SELF_SERVING, assertion=Assertion.ATTRIBUTED,
    )  # fmt: skip
    (zone,) = drawn(boast)
    assert zone.status is Status.CLAIMED
    confirmed = drawn(boast, told("d", "army", "controls", kind=ClaimantType.RESIDENT))
    assert Status.HELD in {zone.status for zone in confirmed}
    assert Status.CLAIMED not in {zone.status for zone in confirmed}


def test_a_place_known_only_as_a_point_is_never_surer_than_half():
    (zone,) = drawn(told("c", "army", "controls", place="dot"))
    assert zone.confidence <= 0.5


def test_one_origin_printed_five_times_counts_once():
    one = drawn(told("a", "army", "controls", origin="wire"))[0]
    five = drawn(*[told(f"c{n}", "army", "controls", origin="wire") for n in range(5)])[0]
    assert five.n_reports == 5
    assert five.n_origins == 1
    assert five.confidence == one.confidence


def test_sources_that_put_two_holders_on_one_ground_are_both_shown():
    zones = drawn(
        told("sweeping", "rebels", "seized", share=(0.97, 1, 1)),
        told("exact", "army", "controls", part=["N-most"]),
    )
    (zone,) = on(zones, DAY, Status.DISPUTED).values()
    assert {*zone.claim_ids, *zone.conflicts_with} == {"sweeping", "exact"}
    assert on(zones, DAY, Status.HELD)["army"].geometry.centroid.y > 10.015
    assert on(zones, DAY, Status.HELD)["rebels"].conflicts_with == ("sweeping",)


def test_a_vast_majority_contradicts_no_one_in_the_north():
    zones = drawn(
        told("a", "rebels", "controls", share=(0.75, 0.88, 0.97)),
        told("b", "army", "controls", part=["N-most"]),
    )
    assert not on(zones, DAY, Status.DISPUTED)


def test_shares_that_cannot_all_be_true_are_drawn_and_said_to_be_so():
    zones = drawn(
        told("a", "rebels", "controls", part=["S"], share=(0.75, 0.88, 0.97)),
        told("b", "army", "controls", part=["N"], share=(0.51, 0.75, 0.95)),
    )
    assert all("cannot all be true" in zone.method for zone in on(zones, DAY, Status.HELD).values())


# -- time --------------------------------------------------------------------------------------


def test_a_newer_holder_ends_the_older_zone_on_that_day():
    zones = drawn(
        told("old", "army", "controls"),
        told("new", "rebels", "seized", share=(0.97, 1, 1), day=after(9), start=after(9)),
    )
    army, rebels = (next(z for z in zones if z.actor == one) for one in ("army", "rebels"))
    assert (army.valid_from, army.valid_to) == (DAY, after(9))
    assert (rebels.valid_from, rebels.valid_to) == (after(9), None)


def test_losing_most_of_it_leaves_the_rest_and_frees_the_ground():
    most = {"share": (0.51, 0.75, 0.95), "of": ShareOf.PRIOR_HOLDING}
    zones = drawn(
        told("a", "army", "controls", share=(0.75, 0.88, 0.97)),
        told("b", "army", "present", part=["S", "W", "E"]),
        told("c", "army", "withdrew_from", day=after(7), **most),
    )
    later = on(zones, after(7))
    assert later["army"].share_best == pytest.approx(0.22, abs=0.02)
    assert later[""].status is Status.NOT_STATED


def test_leaving_a_town_ends_what_was_held_of_it():
    zones = drawn(told("a", "army", "controls"), told("b", "army", "withdrew_from", day=after(3)))
    assert not on(zones, after(3), Status.HELD)


def test_troops_stationed_outside_no_longer_hold_the_north():
    zones = drawn(
        told("a", "army", "controls", part=["N-most"]),
        told("b", "rebels", "controls", share=(0.75, 0.88, 0.97)),
        told("c", "army", "stationed_outside", day=after(5)),
    )
    assert "army" in on(zones, DAY, Status.HELD)
    assert "army" not in on(zones, after(5), Status.HELD)
    assert on(zones, after(5), Status.PRESENT)["army"].geometry.intersection(SQUARE).area < 1e-9


def test_a_peak_told_later_bounds_the_days_before_and_not_the_day_it_was_told():
    now = told("now", "army", "controls", share=(0.75, 0.88, 0.97), day=after(6))
    part = told("part", "army", "present", part=["S", "W", "E"], day=after(6))
    peak = told(
        "peak", "army", "seized", share=(0.54, 0.81, 0.9), day=after(13), start=DAY,
        end=after(10), tense=Tense.PAST, aspect=Aspect.EVENT,
    )  # fmt: skip
    zones = drawn(now, part, peak)
    assert on(zones, after(6), Status.HELD)["army"].share_high == 0.9
    assert max(zone.valid_from for zone in zones) <= after(10)


def test_what_was_taken_and_lost_long_ago_is_drawn_to_the_end_of_its_own_days():
    told_later = replace(
        told(
            "c", "army", "seized", share=(0.97, 1, 1), start=DAY, end=after(90), day=after(89),
            tense=Tense.PAST, aspect=Aspect.EVENT,
        ),
        published=after(500),
    )  # fmt: skip
    (zone,) = drawn(told_later)
    assert zone.valid_to == after(90)


@pytest.mark.parametrize(("aspect", "first"), [(Aspect.STATE, 0), (Aspect.EVENT, 9)])
def test_what_lasted_is_drawn_on_all_its_days_what_happened_once_by_the_last(aspect, first):
    over = told(
        "c", "army", "controls", share=(0.97, 1, 1), start=DAY, end=after(10), day=after(20),
        tense=Tense.PAST, aspect=aspect,
    )  # fmt: skip
    (zone,) = drawn(over)
    assert (zone.valid_from, zone.valid_to) == (after(first), after(10))


def test_a_state_that_was_over_is_drawn_though_others_speak_of_some_of_its_days():
    zones = drawn(
        told(
            "a", "army", "controls", share=(0.97, 1, 1), start=DAY, end=after(10), day=after(20),
            tense=Tense.PAST,
        ),
        told("b", "rebels", "present", day=after(5)),
    )  # fmt: skip
    assert "army" in on(zones, DAY, Status.HELD)
    assert "army" in on(zones, after(9), Status.HELD)
    assert "army" not in on(zones, after(10), Status.HELD)


def test_two_who_simply_control_one_town_are_shown_as_a_dispute():
    zones = drawn(told("a", "army", "controls"), told("b", "rebels", "controls"))
    (zone,) = on(zones, DAY, Status.DISPUTED).values()
    assert {*zone.claim_ids, *zone.conflicts_with} == {"a", "b"}
    assert {z.actor for z in zones if z.status is Status.PRESENT} == {"army", "rebels"}


def test_who_controls_a_town_leaves_room_for_another_in_its_north():
    zones = drawn(told("a", "army", "controls"), told("b", "rebels", "controls", part=["N-most"]))
    assert not on(zones, DAY, Status.DISPUTED)


@pytest.mark.parametrize(("days", "half"), [(7, True), (60, False)])
def test_confidence_halves_within_a_week_of_fighting_and_two_months_of_quiet(days, half):
    hold = told("a", "army", "controls", part=["N"])
    fight = told("f", "army", "contests", start=DAY) if half else None
    marker = told("m", "rebels", "present", day=after(days))
    zones = drawn(*filter(None, (hold, fight, marker)))
    young, aged = (on(zones, day, Status.HELD)["army"] for day in (DAY, after(days)))
    assert aged.confidence == pytest.approx(young.confidence / 2, abs=0.01)


def test_presence_halves_within_a_week():
    zones = drawn(told("a", "army", "present"), told("m", "rebels", "present", day=after(7)))
    young, aged = (on(zones, day)["army"] for day in (DAY, after(7)))
    assert aged.confidence == pytest.approx(young.confidence / 2, abs=0.01)


def test_a_newer_part_takes_only_its_own_cells_of_an_older_whole():
    zones = drawn(
        told("old", "army", "controls", share=(0.97, 1, 1)),
        told("new", "rebels", "seized", part=["N"], day=after(3), start=after(3)),
    )
    held = on(zones, after(3), Status.HELD)
    assert set(held) == {"army", "rebels"}
    assert held["rebels"].geometry.centroid.y > held["army"].geometry.centroid.y
    assert set(on(zones, after(2), Status.HELD)) == {"army"}


def test_a_weak_newer_claim_takes_no_ground():
    weak = told(
        "new", "rebels", "seized", share=(0.97, 1, 1), day=after(3), start=after(3),
        kind=ClaimantType.UNATTRIBUTED, assertion=Assertion.ATTRIBUTED,
    )  # fmt: skip
    zones = drawn(told("old", "army", "controls", share=(0.97, 1, 1)), weak)
    assert set(on(zones, after(9), Status.HELD)) == {"army"}


def test_who_is_confined_to_the_south_no_longer_holds_the_north():
    zones = drawn(
        told("old", "army", "controls", part=["N"]),
        told("new", "army", "confined_to", part=["S"], day=after(4)),
        told("other", "rebels", "controls", part=["N"], day=after(4)),
    )
    south = on(zones, after(4), Status.HELD)["army"].geometry.centroid.y
    assert south < SQUARE.centroid.y < on(zones, DAY, Status.HELD)["army"].geometry.centroid.y


def test_every_day_of_a_year_has_at_most_one_picture_of_the_ground():
    zones = drawn(
        told("a", "army", "controls", part=["N"]),
        told("b", "rebels", "controls", part=["S"]),
        told("c", "rebels", "seized", share=(0.97, 1, 1), day=after(40), start=after(40)),
        told("d", "army", "seized", part=["W"], day=after(200), start=after(200)),
    )
    for day in map(after, range(365)):
        shown = [
            zone.geometry
            for zone in zones
            if zone.status in {Status.HELD, Status.NOT_STATED}
            and zone.valid_from <= day
            and (zone.valid_to is None or day < zone.valid_to)
        ]
        assert shapely.union_all(shown).symmetric_difference(SQUARE).area < 1e-9
        assert sum(one.area for one in shown) == pytest.approx(SQUARE.area, rel=1e-6)


def test_a_state_said_to_last_since_long_is_drawn_since_then():
    (zone,) = drawn(told("c", "army", "besieges", start=date(2020, 1, 1)))
    assert zone.valid_from == date(2020, 1, 1)


def test_fighting_ends_on_the_day_it_is_said_to_have_ceased_and_can_begin_again():
    zones = drawn(
        told("a", "army", "contests", start=DAY, day=after(1)),
        told("b", "army", "contests", start=DAY, end=after(4), day=after(4)),
        told("c", "army", "contests", day=after(8)),
    )
    days = [(zone.valid_from, zone.valid_to) for zone in zones]
    assert days == [(DAY, after(4)), (after(8), None)]


def test_age_lowers_confidence_and_moves_no_border():
    old = told("a", "army", "controls", part=["N"])
    young, aged = (
        on(drawn(old, told("b", "rebels", "present", day=after(days))), after(days))["army"]
        for days in (1, 200)
    )
    assert aged.confidence < young.confidence
    assert aged.geometry.equals_exact(young.geometry, 1e-12)


def test_the_order_of_the_claims_changes_nothing():
    claims = [
        told("a", "army", "controls", part=["N"]),
        told("b", "rebels", "controls", part=["S"], day=after(2)),
        told("c", "army", "besieges"),
        told("d", "rebels", "present", day=after(4)),
    ]
    assert zones_of(claims, place_of) == zones_of(claims[::-1], place_of)


SAID = {"assertion": Assertion.ATTRIBUTED}

# -- what is not drawn ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (told("c", "army", "controls", assertion=Assertion.HYPOTHETICAL), Reason.HYPOTHETICAL),
        (told("c", "army", "controls", assertion=Assertion.DENIED), Reason.DENIED),
        (told("c", "army", "controls", place=None), Reason.NO_PLACE),
        (told("c", "army", "controls", place="nowhere"), Reason.UNKNOWN_PLACE),
        (told("c", "army", "controls", day=None), Reason.NO_DATE),
        (
            told(
                "c",
                "army",
                "controls",
                kind=ClaimantType.UNATTRIBUTED,
                assertion=Assertion.ATTRIBUTED,
            ),
            Reason.WEAK,
        ),
        (told("c", "army", "between"), Reason.UNDRAWN_RELATION),
    ],
)
def test_what_is_not_drawn_is_listed_with_the_reason(claim, reason):
    zones, not_used = zones_of([claim], place_of)
    assert zones == ()
    assert [(one.claim_id, one.reason) for one in not_used] == [("c", reason)]


# -- the five reports, as annotated by hand --------------------------------------------------------

CAMP, SUBURB, NEIGHBOUR = "geonames:166716", "pack:yalda", "geonames:8419677"


@pytest.fixture(scope="module")
def annotated(request):
    root = request.config.rootpath
    features = json.loads((root / "gazetteer/data/pack.geojson").read_text("utf-8"))["features"]
    outlines = {one["properties"]["id"]: shape(one["geometry"]) for one in features}

    def known(place_id):
        outline = outlines[place_id]
        middle = outline.centroid
        return Place(place_id, place_id, PlaceKind.TOWN, middle.x, middle.y, outline=outline)

    ids = {"yarmouk_camp": CAMP, "yalda": SUBURB, "hajar_al_aswad": NEIGHBOUR}
    claims = list(annotated_claims(root / "seeds/gold.json", ids))
    return zones_of(claims, known)[0]


def at(zones, place_id, day, status=None):
    return on([zone for zone in zones if zone.place_id == place_id], day, status)


def test_early_in_april_the_army_has_the_tip_and_the_factions_lie_below(annotated):
    held = at(annotated, CAMP, date(2015, 4, 7), Status.HELD)
    army, factions, attackers = (
        held[one] for one in ("syrian_government", "palestinian_factions", "isis")
    )
    shares = [zone.share_best for zone in (attackers, factions, army)]
    assert shares == pytest.approx([0.872, 0.050, 0.078], abs=0.006)
    north = [zone.geometry.centroid.y for zone in (army, factions, attackers)]
    assert north == sorted(north, reverse=True)
    assert army.geometry.boundary.distance(factions.geometry) < 1e-9


def test_in_the_middle_of_april_the_sides_hold_the_corners_and_the_rest_is_not_stated(annotated):
    now = at(annotated, CAMP, date(2015, 4, 14))
    west, east = now["isis"].geometry.centroid, now["palestinian_factions"].geometry.centroid
    assert west.x < east.x
    assert west.y < east.y
    assert now[""].status is Status.NOT_STATED
    assert "syrian_government" not in at(annotated, CAMP, date(2015, 4, 14), Status.HELD)


def test_the_suburb_is_claimed_only_and_its_neighbour_has_a_presence(annotated):
    day = date(2015, 4, 8)
    assert at(annotated, SUBURB, day)["isis"].status is Status.CLAIMED
    assert at(annotated, NEIGHBOUR, day)["isis"].status is Status.PRESENT


def test_captured_against_a_northern_tip_still_held_is_disputed(annotated):
    found = at(annotated, CAMP, date(2015, 4, 9), Status.DISPUTED)
    assert any(zone.conflicts_with for zone in found.values())


def test_ground_that_has_a_name_and_no_position_is_left_out_with_its_name():
    claim = told("c", "army", "controls", place=None)
    named = replace(claim, where=replace(claim.where, place_name="Xyquorum", unlisted="Xyquorum"))
    zones, (row,) = zones_of([named], place_of)
    assert zones == ()
    assert (row.claim_id, row.reason, row.detail) == ("c", Reason.UNKNOWN_PLACE, "Xyquorum")


# -- water -------------------------------------------------------------------------------------


def test_a_lake_known_as_a_point_is_nobodys_ground():
    lake = Place("lake", "Lake Made", PlaceKind.WATER, 29.0, -2.0)
    claim = told("c", "army", "controls", place="lake")
    zones, (unused,) = zones_of([claim], lambda _: lake)
    assert zones == ()
    assert unused.reason is Reason.NO_AREA
    assert "point" in unused.detail


def test_a_lake_with_a_shore_can_be_held():
    lake = Place("lake", "Lake Made", PlaceKind.WATER, 30.01, 10.01, outline=SQUARE)
    (zone,) = zones_of([told("c", "army", "controls", place="lake")], lambda _: lake)[0]
    assert zone.status is Status.HELD
