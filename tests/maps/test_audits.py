"""What the page tells of each claim beside its quote: what became of it on the map."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.claims import Near, TollClaim
from geo.codes import Reason
from geo.tables import claims_table
from maps.audits import audit_records
from maps.payload import payload_of


@pytest.fixture(scope="module")
def seeds_records(seeds_case):
    return {record["id"]: record for record in payload_of(seeds_case)["claims"]}


def test_every_claim_says_what_became_of_it(seeds_records):
    assert all(record["audit"]["status"] for record in seeds_records.values())


def test_a_claim_in_a_zone_is_placed_and_one_that_is_not_drawn_has_a_reason(
    seeds_case, seeds_records
):
    drawn = {name for zone in seeds_case.zones for name in zone.claim_ids}
    drawn |= {name for one in seeds_case.incidents for name in one.claim_ids}
    for name, record in seeds_records.items():
        audit = record["audit"]
        if name in drawn:
            assert audit["status"] in {"placed", "capped"}, record["quote"]
        elif audit["status"] == "not drawn":
            assert audit["why"] in set(Reason), record["quote"]


def test_the_page_tells_of_each_claim_what_the_table_tells(seeds_case, seeds_records):
    table = claims_table(seeds_case).set_index("claim_id")
    told = 0
    for name, record in seeds_records.items():
        written = table.loc[name, "audit"]
        won = record["audit"].get("won")
        assert (won is None) == (not isinstance(written, str))
        if won:
            told += 1
            assert "|".join(f"{day}: {words}" for day, words in won) == written
            assert record["audit"]["compatible"] == table.loc[name, "compatible"]
    assert told >= 5


def test_shares_of_a_claim_are_those_of_the_zone_it_is_drawn_in(make_case):
    case = make_case()
    (army,) = [zone for zone in case.zones if zone.zone_id == "z-army"]
    (record,) = [one for one in payload_of(case)["claims"] if one["id"] == "c-army"]
    assert record["audit"]["shares"] == [army.share_low, army.share_best, army.share_high]


def test_a_claim_about_a_place_known_as_a_point_is_capped(make_case):
    case = make_case()
    points = tuple(replace(place, outline=None) for place in case.places)
    assert audit_records(case)["c-bahri"]["status"] == "placed"
    assert audit_records(replace(case, places=points))["c-bahri"]["status"] == "capped"


def test_a_claim_that_lost_its_ground_names_the_claim_that_has_it(make_case):
    case = make_case()
    alone = replace(case, zones=tuple(z for z in case.zones if z.zone_id == "z-disputed"))
    audit = audit_records(alone)["c-army"]
    assert audit["status"] == "against"
    assert audit["lost_to"] == ["c-rsf"]


def test_a_number_has_no_shape_and_says_so(make_case):
    case = make_case()
    figures = [one.claim_id for one in case.claims if isinstance(one, TollClaim)]
    assert figures
    assert {audit_records(case)[one]["status"] for one in figures} == {"figure"}


def test_a_distance_that_is_told_of_a_named_place_is_checked_on_the_page(make_case):
    case = make_case()
    (army,) = [one for one in case.claims if one.claim_id == "c-army"]
    stated = Near("distance", (9_000.0, 10_000.0, 11_000.0))
    where = replace(army.where, stated=stated, stated_from="sd:bahri")
    told = replace(army, where=where)
    claims = tuple(told if one is army else one for one in case.claims)
    (record,) = [one for one in payload_of(replace(case, claims=claims))["claims"]
                 if one["id"] == "c-army"]  # fmt: skip
    assert record["distance_check"].startswith(("consistent", "weak", "contradiction"))
    assert "10 km" in record["distance_check"]
