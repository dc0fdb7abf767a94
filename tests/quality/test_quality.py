"""The floors under the reading of the example reports; they only go up."""

from __future__ import annotations

import pytest

from geo.claims import ControlClaim
from geo.weight import Drawing, drawing_of
from tests.quality.gold import load_gold
from tests.quality.score import Scorer


@pytest.fixture(scope="module")
def scorer(seeds_case, seeds_folder):
    return Scorer(seeds_case, load_gold(seeds_folder))


def test_the_table_of_the_example_reports(scorer, capsys):
    lines = [
        _ratio("publication dates inside their window", scorer.publications()),
        *_measure("place mentions", scorer.mentions()),
        *_measure("control claims, current", scorer.control()),
        *_measure("incidents", scorer.incidents()),
        _ratio("casualty triples and figures", scorer.figures()),
        _ratio("dates of claims known to the day", scorer.dates()),
        _ratio("traps not drawn as current fact", scorer.traps()),
        _ratio("quotes found letter for letter", scorer.quotes()),
    ]
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert len(lines) == 11


def test_every_quote_stands_letter_for_letter_in_its_report(scorer):
    assert scorer.quotes().wrong == []


def test_something_is_drawn(scorer):
    drawn = [
        claim
        for claim in scorer.case.claims
        if isinstance(claim, ControlClaim) and drawing_of(claim) is Drawing.CURRENT
    ]
    assert len(drawn) >= 20


def _ratio(name, ratio):
    return f"{name:42} {ratio.value:6.3f}  ({ratio.right} of {ratio.of})"


def _measure(name, measure):
    yield f"{name:42} {measure.f1:6.3f}  F1"
    yield _ratio("    precision", measure.precision)
    # The recall line closes the three of one measure.
    yield _ratio("    recall", measure.recall)
