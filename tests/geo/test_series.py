"""Running totals over reports, and totals in which nobody is counted twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo.claims import Count, Quote, Source, TollClaim, When, Where
from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    Interest,
    TollKind,
    TollScope,
)
from geo.series import series_of, totals_of

DAY = date(2023, 5, 4)


def toll(name, best, *, days=0, **other):
    day = DAY + timedelta(days=days)
    given = {
        "claim_id": name,
        "quote": Quote(name, 0, 4, "Text"),
        "outlet": None,
        "published": day,
        "source": Source("doctors' union", ClaimantType.MONITOR, "union"),
        "assertion": Assertion.ATTRIBUTED,
        "interest": Interest.UNKNOWN,
        "where": Where("geonames:379253", "Omdurman"),
        "when": When(day, day + timedelta(days=1), DatePrecision.DAY, Aspect.STATE),
        "rule": "test",
        "confidence": 0.9,
        "what": TollKind.KILLED,
        "count": Count(best, best, None),
        "scope": TollScope.CUMULATIVE,
    }
    return TollClaim(**(given | other))


def values(claims):
    return sorted([one.count.best for one in series.claims] for series in series_of(claims))


def test_one_count_printed_in_two_papers_is_one_series():
    assert values([toll("a", 270), toll("b", 270, days=1)]) == [[270, 270]]


def test_the_newest_figure_of_a_series_counts_whatever_order_the_reports_come_in():
    claims = [toll("b", 330, days=3), toll("a", 270), toll("c", 410, days=6)]
    for order in (claims, claims[::-1]):
        (series,) = series_of(order)
        assert series.newest.count.best == 410


def test_the_dead_do_not_grow_fewer():
    assert values([toll("a", 330), toll("b", 270, days=2)]) == [[270], [330]]


@pytest.mark.parametrize(
    "other",
    [
        {"source": Source("the army", ClaimantType.BELLIGERENT, "army")},
        {"where": Where("geonames:379252", "Khartoum")},
        {"cause": "siege"},
        {"what": TollKind.INJURED},
        {"since": date(2019, 1, 1)},
    ],
)
def test_another_source_place_cause_kind_or_time_is_another_series(other):
    first = toll("a", 270, since=date(2023, 4, 15))
    assert len(series_of([first, toll("b", 300, days=1, **other)])) == 2


def test_a_figure_nobody_is_named_for_joins_the_series_it_fits():
    nobody = Source("the report", ClaimantType.UNATTRIBUTED, "paper")
    assert values([toll("a", 270), toll("b", 290, days=1, source=nobody)]) == [[270, 290]]


def test_a_denied_figure_is_in_no_series():
    assert series_of([toll("a", 270, assertion=Assertion.DENIED)]) == ()


def test_two_sources_for_one_place_are_never_added_up():
    army = Source("the army", ClaimantType.BELLIGERENT, "army")
    (total,) = totals_of([toll("a", 270), toll("b", 90, source=army)], [])
    assert total.count == Count(270, 270, None)
    assert len(total.series) == 2


@pytest.fixture(scope="module")
def seeds_totals(seeds_case):
    names = {place.id: place.name for place in seeds_case.places}
    return {(names[t.place_id], str(t.what), t.cause): t for t in seeds_case.totals}


@pytest.mark.parametrize(
    ("key", "count"),
    [
        (("Yarmouk", "killed", "fighting"), Count(39, 39, None)),
        (("Yarmouk", "killed", "siege"), Count(150, 200, 250)),
        (("Yarmouk", "killed", "execution"), Count(2, 3, 9)),
        (("Marea", "killed", "fighting"), Count(7, 7, None)),
    ],
)
def test_the_totals_of_the_example_reports_are_those_a_careful_reader_gives(
    seeds_totals, key, count
):
    assert seeds_totals[key].count == count


def test_the_dead_of_events_inside_a_running_total_are_named_and_not_added(seeds_totals):
    fighting = seeds_totals["Yarmouk", "killed", "fighting"]
    assert fighting.added == ()
    assert sorted(str(one.incident_type) for one in fighting.possibly_included) == [
        "air_strike", "sniper",
    ]  # fmt: skip


def test_thirty_nine_dead_in_two_reports_are_one_count_by_one_observatory(seeds_totals):
    (series,) = seeds_totals["Yarmouk", "killed", "fighting"].series
    assert [one.count.best for one in series.claims] == [39, 39]
    assert len({one.quote.report_id for one in series.claims}) == 2


def test_those_who_fled_by_two_sources_are_not_summed(seeds_totals):
    fled = seeds_totals["Yarmouk", "displaced", "displacement"]
    assert fled.count == Count(2_250, 2_500, 2_750)
    assert [one.displaced for one in fled.possibly_included] == [Count(2_000, 3_000, 5_000)]
