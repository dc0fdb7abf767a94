"""Who counts the dead, how many and of which day, in sentences about many wars."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from geo.claims import IncidentClaim
from geo.codes import UNDRAWN
from geo.reading.reader import RuleReader

THURSDAY = date(2024, 3, 14)
CASES = tomllib.loads(Path(__file__).with_name("who_counts.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def reader(gazetteer, language_model):
    return RuleReader(gazetteer, parser=language_model)


def noted(claim):
    """Write what a coder would: the type, the dead, the hurt, the day."""
    counts = (triple(claim.fatalities), triple(claim.injured))
    return " ".join([str(claim.incident_type), *counts, str(claim.when.start)])


def triple(count):
    if count is None:
        return "."
    return "-".join("N" if n is None else str(n) for n in (count.low, count.best, count.high))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_each_source_counts_the_dead_once_and_on_their_day(reader, write_report, case):
    claims = reader.read([write_report(case["text"], published=THURSDAY)]).claims
    drawn = [c for c in claims if isinstance(c, IncidentClaim) and c.assertion not in UNDRAWN]
    assert [noted(claim) for claim in drawn] == case["wanted"]
