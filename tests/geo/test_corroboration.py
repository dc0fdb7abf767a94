"""One statement printed often is one; what another origin says by itself corroborates it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from geo.actors import load_actors
from geo.claims import Count
from geo.corroboration import corroboration_of
from geo.tables import claims_table
from tests.geo.telling import told
from tests.geo.test_agreement import claim as happened
from tests.geo.test_series import toll

DAY = date(2022, 3, 1)


@pytest.fixture(scope="module")
def table():
    return load_actors()


def after(days):
    return DAY + timedelta(days=days)


def test_one_sentence_of_a_wire_in_four_papers_is_one_statement_of_one_origin(table):
    papers = [told(f"c{n}", "army", "controls", origin="wire", day=after(n)) for n in range(4)]
    found = corroboration_of(papers, table)
    assert {one.statement_id for one in found.values()} == {"c0"}
    assert {one.origins for one in found.values()} == {("wire",)}


def test_a_second_origin_corroborates_and_is_another_statement(table):
    both = [told("a", "army", "controls"), told("b", "army", "controls")]
    found = corroboration_of(both, table)
    assert found["a"].origins == found["b"].origins == ("a", "b")
    assert found["a"].statement_id != found["b"].statement_id


@pytest.mark.parametrize(
    "other",
    [{"actor": "rebels"}, {"part": ["N"]}, {"day": after(30)}, {"share": (0.5, 0.6, 0.7)}],
    ids=["another actor", "another part", "a month later", "another share"],
)
def test_what_says_something_else_is_another_statement(table, other):
    given = {"actor": "army", "origin": "wire", **other}
    found = corroboration_of(
        [
            told("a", "army", "controls", origin="wire"),
            told("b", given.pop("actor"), "controls", **given),
        ],
        table,
    )
    assert found["b"].statement_id == "b"


def test_incidents_and_totals_count_the_origins_that_agree(table):
    shelling = [happened("a"), happened("b"), happened("c")]
    assert {one.origins for one in corroboration_of(shelling, table).values()} == {("wire",)}
    totals = [toll("a", 270), toll("b", 300, days=1), toll("c", 90, count=Count(90, 90, 90))]
    found = corroboration_of(totals, table)
    assert found["a"].statement_id == "a"
    assert found["b"].statement_id == "b"


def test_the_order_of_the_claims_changes_nothing(table):
    claims = [
        told("a", "army", "controls", origin="wire"),
        told("b", "army", "controls", origin="wire", day=after(2)),
        told("c", "army", "controls", day=after(1)),
    ]
    results = [corroboration_of(order, table) for order in permutations(claims)]
    assert all(one == results[0] for one in results)


def test_the_table_of_claims_says_who_else_says_it(seeds_case):
    rows = claims_table(seeds_case).set_index("claim_id")
    dead = rows[(rows.kind == "toll") & (rows.best == 39)]
    assert len(dead) == 2
    assert set(dead.statement_id) == {dead.index[0]} or set(dead.statement_id) == {dead.index[1]}
    assert set(dead.n_origins) == {1}
    captured = rows[(rows.kind == "control") & (rows.share_low == 0.97)]
    assert captured.n_origins.max() > 1
