"""A case in a notebook: how each report was dated, and how else it may be."""

from __future__ import annotations

from datetime import date

from geo.case import Case
from geo.reading.dates.published import DateCandidate, Publication
from geo.report import Report


def html_of(publication: Publication) -> str:
    report = Report("one", "Shells fell on the market of Orsa on Friday.", outlet="A & B")
    empty = ((), (), (), (), (), (), ())
    return Case((report,), {"one": publication}, *empty)._repr_html_()


def test_a_notebook_shows_the_days_a_report_may_be_of_with_their_chances_and_reasons():
    candidates = (
        DateCandidate(date(2015, 4, 7), 0.83, ("1 April is <last> Wednesday",)),
        DateCandidate(date(2020, 4, 7), 0.14, ()),
        DateCandidate(date(2026, 4, 7), 0.004, ()),
    )
    shown = html_of(Publication(date(2015, 4, 7), candidates, given=False))
    assert "2015-04-07 (83%)" in shown
    assert "2020-04-07 (14%)" in shown
    assert "2026-04-07 (under 1%)" in shown
    assert "1 April is &lt;last&gt; Wednesday" in shown
    assert "A &amp; B" in shown


def test_a_notebook_shows_what_was_considered_where_nothing_was_chosen():
    candidates = (
        DateCandidate(date(2015, 4, 7), 0.4, ()),
        DateCandidate(date(2016, 4, 5), 0.3, ()),
    )
    shown = html_of(Publication(None, candidates, given=False))
    assert "not known" in shown
    assert "2015-04-07 (40%)" in shown


def test_a_day_that_was_given_has_no_chance():
    day = date(2015, 4, 7)
    shown = html_of(Publication(day, (DateCandidate(day, 1.0, ()),), given=True))
    assert "2015-04-07" in shown
    assert "100%" not in shown
