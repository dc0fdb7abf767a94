"""Which incident claims tell of one happening."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from geo.actors import load_actors
from geo.agreement import happenings, merged_count, merged_when
from geo.claims import Count, IncidentClaim, Quote, Source, When, Where
from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    IncidentType,
    Interest,
    TollScope,
)

DAY = date(2023, 5, 4)


@pytest.fixture(scope="module")
def table():
    return load_actors()


def known(day=DAY):
    return When(day, day + timedelta(days=1), DatePrecision.DAY)


def vague(until=DAY):
    return When(None, until + timedelta(days=1), DatePrecision.UNKNOWN)


def claim(name, when=None, **other):
    given = {
        "claim_id": name,
        "quote": Quote(name, 0, 4, "Text"),
        "outlet": None,
        "published": DAY,
        "source": Source("wire", ClaimantType.MEDIA, "wire"),
        "assertion": Assertion.ASSERTED,
        "interest": Interest.UNKNOWN,
        "where": Where("geonames:379253", "Omdurman"),
        "when": when or known(),
        "rule": "test",
        "confidence": 0.9,
        "incident_type": IncidentType.SHELLING,
    }
    return IncidentClaim(**(given | other))


def names(found):
    return sorted(sorted(one.claim_id for one in happening.claims) for happening in found)


def test_two_reports_of_one_day_and_place_are_one_happening(table):
    assert names(happenings([claim("a"), claim("b")], table)) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        {"when": known(DAY + timedelta(days=1))},
        {"where": Where("geonames:365137", "Khartoum North")},
        {"where": Where("geonames:379253", "Dorra (near Omdurman)", unlisted="Dorra")},
        {"incident_type": IncidentType.AIR_STRIKE},
        {"toll_scope": TollScope.CUMULATIVE},
    ],
    ids=[
        "another day",
        "another place",
        "a village nobody lists",
        "another type",
        "a running total",
    ],
)
def test_what_differs_in_kind_is_two_happenings(table, other):
    assert len(happenings([claim("a"), claim("b", **other)], table)) == 2


def test_enemies_did_not_do_the_same_thing(table):
    ours, theirs = claim("a", actors=("isis",)), claim("b", actors=("syrian_government",))
    assert len(happenings([ours, theirs], table)) == 2


def test_a_vague_claim_joins_the_only_happening_it_fits(table):
    assert names(happenings([claim("a"), claim("b", vague())], table)) == [["a", "b"]]


def test_a_vague_claim_that_fits_two_happenings_stays_alone(table):
    early, late = claim("a", known(DAY - timedelta(days=3))), claim("b", known())
    assert names(happenings([early, late, claim("c", vague())], table)) == [["a"], ["b"], ["c"]]


def test_two_tolls_told_apart_in_one_report_are_two_happenings(table):
    quote = Quote("one-report", 0, 4, "Text")
    first = claim("a", quote=quote, fatalities=Count(3, 3, 3))
    second = claim("b", quote=quote, fatalities=Count(3, 3, 3))
    assert len(happenings([first, second], table)) == 2


def test_tolls_that_cannot_both_be_true_are_two_happenings(table):
    few, many = claim("a", fatalities=Count(2, 2, 2)), claim("b", fatalities=Count(40, 45, 50))
    assert len(happenings([few, many], table)) == 2


def test_the_order_of_the_claims_changes_nothing(table):
    claims = [claim("a"), claim("b", vague()), claim("c", known(DAY - timedelta(days=2)))]
    results = {str(names(happenings(order, table))) for order in permutations(claims)}
    assert len(results) == 1


def test_a_merged_figure_has_the_widest_range_and_the_best_of_the_weightiest():
    counts = [(Count(10, 12, 15), 0.4), (Count(8, 9, 10), 0.8)]
    assert merged_count(counts) == Count(8, 9, 15)


def test_a_figure_that_someone_leaves_open_stays_open():
    assert merged_count([(Count(7, 7, None), 0.5), (Count(7, 7, 7), 0.9)]).high is None


def test_one_event_lies_where_its_claims_overlap(table):
    wide = When(DAY - timedelta(days=5), DAY + timedelta(days=3), DatePrecision.WEEK)
    (happening,) = happenings([claim("a"), claim("b", wide)], table)
    assert merged_when(happening)[:2] == (DAY, DAY + timedelta(days=1))


def test_what_recurs_spans_all_its_claims(table):
    start = DAY - timedelta(days=5)
    recurring = When(start, DAY, DatePrecision.DAYS, Aspect.RECURRING)
    later = When(DAY - timedelta(days=2), DAY + timedelta(days=4), DatePrecision.DAYS)
    (happening,) = happenings([claim("a", recurring), claim("b", later)], table)
    assert merged_when(happening)[:2] == (start, DAY + timedelta(days=4))


def test_a_siege_told_by_two_papers_lasts_as_long_as_either_says(table):
    early = When(DAY - timedelta(days=9), DAY - timedelta(days=2), DatePrecision.DAYS)
    later = When(DAY - timedelta(days=9), DAY + timedelta(days=1), DatePrecision.DAYS)
    besieged = {"incident_type": IncidentType.SIEGE}
    (happening,) = happenings([claim("a", early, **besieged), claim("b", later, **besieged)], table)
    assert merged_when(happening)[:2] == (later.start, later.end)
