"""Whose names are taken out, against short reports of many wars that were marked by hand."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from geo.people import Standing
from geo.reading.reader import RuleReader
from geo.report import Report

# Measured over all spans of private names that are marked; raise when the reading improves.
PRECISION_FLOOR = 0.98
RECALL_FLOOR = 0.99
# Of reports whose misses nobody has read.
UNSEEN_PRECISION_FLOOR = 0.92
UNSEEN_RECALL_FLOOR = 0.88


def gold(name):
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))["report"]


@pytest.fixture(scope="module")
def reader(gazetteer, language_model):
    return RuleReader(gazetteer, parser=language_model)


@pytest.fixture(scope="module")
def judged(reader):
    """The spans that are private, those found to be, and the names that must stay."""
    return [judge(one, reader) for one in (*gold("people"), *gold("people_met"))]


def judge(one, reader):
    report = Report(one["name"], one["text"].strip())
    people = reader.people([report])
    found = {(p.quote.start, p.quote.end) for p in people if p.standing is Standing.PRIVATE}
    private: list[tuple[int, int]] = []
    for name in sorted(one["private"], key=len, reverse=True):
        private += [s for s in spans(name, report) if not any(meet(s, other) for other in private)]
    public = [(name, span) for name in one["public"] for span in spans(name, report)]
    return report, private, found, public


def spans(name, report):
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", report.text)]


def meet(one, other):
    return one[0] < other[1] and other[0] < one[1]


def test_private_names_are_found_wherever_they_stand(judged):
    marked = [(report, span) for report, private, _, _ in judged for span in private]
    missed = [
        f"{report.report_id}: {report.text[slice(*span)]}"
        for report, private, found, _ in judged
        for span in private
        if not any(start <= span[0] and span[1] <= end for start, end in found)
    ]
    assert 1 - len(missed) / len(marked) >= RECALL_FLOOR, missed


def test_what_is_found_is_a_private_name(judged):
    every = [span for _, _, found, _ in judged for span in found]
    wrong = [
        f"{report.report_id}: {report.text[slice(*span)]}"
        for report, private, found, _ in judged
        for span in found
        if not any(meet(span, one) for one in private)
    ]
    assert 1 - len(wrong) / len(every) >= PRECISION_FLOOR, wrong


def test_places_groups_and_people_in_public_life_keep_their_names(judged):
    lost = [
        f"{report.report_id}: {name}"
        for report, _, found, public in judged
        for name, span in public
        if any(meet(span, one) for one in found)
    ]
    assert not lost


def test_private_names_are_found_in_reports_that_no_rule_was_made_for(reader):
    """Tell totals only: a miss that was read is a miss that a rule will be made for."""
    marked = missed = every = wrong = 0
    for one in gold("people_unseen"):
        _, private, found, _ = judge(one, reader)
        marked += len(private)
        every += len(found)
        inside = [any(a <= span[0] and span[1] <= b for a, b in found) for span in private]
        missed += inside.count(False)
        wrong += sum(not any(meet(span, other) for other in private) for span in found)
    assert marked - missed >= UNSEEN_RECALL_FLOOR * marked, f"{missed} of {marked} missed"
    assert every - wrong >= UNSEEN_PRECISION_FLOOR * every, f"{wrong} of {every} wrong"


def test_no_report_with_people_in_it_fails_to_be_read_for_claims(reader):
    reports = [Report(one["name"], one["text"].strip()) for one in gold("people_met")]
    assert reader.read(reports).claims
