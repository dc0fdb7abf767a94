"""What the payload tells besides the map: accounts, disagreements, plans, and names of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shapely.geometry import box, shape

from geo.codes import DatePrecision
from geo.disagreement.record import Contradiction, ContradictionKind, Side
from maps.disagreements import contradiction_headline, side_words
from maps.payload import payload_of
from maps.titles import origin_names, report_title


@pytest.fixture(scope="module")
def dispute(make_dispute):
    return make_dispute()


@pytest.fixture(scope="module")
def payload(dispute):
    return payload_of(dispute)


def test_a_plan_has_the_ground_of_the_place_it_names_and_the_day_it_was_told(payload):
    (plan,) = payload["scenarios"]
    assert plan["headline"].startswith("Only planned or offered: Burri")
    assert (plan["from"], plan["to"]) == ("2024-03-12", "2024-03-13")
    ground = shape(payload["shapes"][plan["shape"]])
    assert ground.equals(box(32.55, 15.58, 32.58, 15.605))


def test_a_plan_is_no_zone_of_the_map_nor_of_an_account(payload):
    zones = payload["zones"] + [zone for view in payload["views"] for zone in view["zones"]]
    assert all("c-plan" not in zone["claims"] for zone in zones)


def test_the_account_of_an_origin_rests_on_its_own_claims_alone(payload):
    assert [view["name"] for view in payload["views"]] == ["the committee", "Rapid Support Forces"]
    for view in payload["views"]:
        for zone in view["zones"]:
            assert set(zone["claims"]) <= set(view["claims"])


def test_no_zone_of_an_account_has_the_id_of_another(payload):
    ids = [zone["id"] for zone in payload["zones"]]
    ids += [zone["id"] for view in payload["views"] for zone in view["zones"]]
    assert len(ids) == len(set(ids))


def test_a_single_origin_has_no_account_beside_the_map(make_case):
    assert payload_of(make_case())["views"] == []


def test_both_sides_of_a_disagreement_say_what_they_say(payload):
    (one,) = payload["contradictions"]
    assert one["headline"] == "Omdurman: Sudanese army or Rapid Support Forces"
    assert [side["said"] for side in one["sides"]] == ["Sudanese army", "Rapid Support Forces"]


@pytest.mark.parametrize(
    ("kind", "about", "headline"),
    [
        (ContradictionKind.HOLDER, "rsf", "Omdurman: Rapid Support Forces, there or not"),
        (ContradictionKind.SHARE, "rsf", "Omdurman: the share of Rapid Support Forces"),
        (ContradictionKind.DISTANCE, "shelling", "Shelling: how far from Omdurman"),
        (ContradictionKind.DATE, "siege", "Omdurman: besieged since when"),
        (ContradictionKind.DATE, "air_strike", "Air strikes, Omdurman: which day"),
        (ContradictionKind.TOLL, "killed", "Omdurman: how many killed"),
        (ContradictionKind.TOLL, "killed (shelling)", "Omdurman: how many killed (shelling)"),
    ],
)
def test_every_kind_of_disagreement_is_named_in_words(kind, about, headline, dispute):
    assert contradiction_headline(_contradiction(kind, about), dispute) == headline


def test_a_date_is_told_no_more_exactly_than_it_is_known(dispute):
    (claim,) = [one for one in dispute.claims if one.claim_id == "c-rsf"]
    vague = replace(claim.when, start=date(2012, 1, 1), precision=DatePrecision.YEAR)
    claims = tuple(replace(one, when=vague) if one is claim else one for one in dispute.claims)
    one = _contradiction(ContradictionKind.DATE, "siege")
    assert side_words(one.other, one, replace(dispute, claims=claims)) == "2012"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0.0, 0.9, "up to 90%"), (0.97, 1.0, "97% to 100%")]
)
def test_a_share_is_told_as_its_range(low, high, words, dispute):
    one = _contradiction(ContradictionKind.SHARE, "rsf")
    assert side_words(replace(one.one, low=low, high=high), one, dispute) == words


def _contradiction(kind, about):
    return Contradiction(
        contradiction_id="d1",
        kind=kind,
        about=about,
        place_id="sd:omdurman",
        date_start=None,
        date_end=None,
        one=Side(claim_ids=("c-army",), said="army"),
        other=Side(claim_ids=("c-rsf",), said="2012-01-01"),
    )


def test_a_report_without_a_title_is_named_by_its_headline_then_its_outlet(write_report):
    story = "Shells fell on the market of Orsa on Friday, killing two people, the mayor said."
    assert report_title(write_report(f"Two Dead in Orsa\n\n{story}")) == "Two Dead in Orsa"
    untitled = write_report(story)
    assert report_title(replace(untitled, outlet="Kesh Radio")) == "Kesh Radio"
    named = replace(untitled, outlet=None, report_id="b-two_dead-in-orsa")
    assert report_title(named) == "Two dead in orsa"
    assert report_title(replace(named, report_id="000_02bf7528e7636f99")).startswith("Report 000")


def test_two_origins_of_one_name_are_told_apart(dispute):
    renamed = tuple(
        replace(one, source=replace(one.source, claimant="residents", origin=f"residents ({at})"))
        for at, one in enumerate(dispute.claims[:2])
    )
    names = origin_names(replace(dispute, claims=renamed))
    assert sorted(names.values()) == [
        "residents (residents (0))",
        "residents (residents (1))",
    ]


def test_a_zone_brings_its_core_and_widest_reading_where_they_differ_from_it(make_case):
    case = make_case()
    first, *rest = case.zones
    core = box(32.42, 15.67, 32.50, 15.70)
    ranged = replace(first, yolk=core, egg=first.geometry)
    payload = payload_of(replace(case, zones=(ranged, *rest)))
    assert shape(payload["shapes"][payload["zones"][0]["yolk"]]).equals(core)
    assert "egg" not in payload["zones"][0]
