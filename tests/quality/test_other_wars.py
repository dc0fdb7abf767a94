"""The floors under the reading of short reports of other wars; they only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.reading.reader import RuleReader
from tests.quality.other_wars import score_other_wars
from tests.quality.printed import lines_of

# Before any rule was written for them the reports read .39, .70, .34, .54, .71, .63 and .44.
FLOORS = {
    "other wars, control claims, recall": 0.63,
    "other wars, control claims, precision": 0.88,
    "other wars, with their parts": 0.60,
    "other wars, incidents, recall": 0.55,
    "other wars, incidents, precision": 0.75,
    "other wars, killed": 0.60,
    "other wars, days of incidents": 0.50,
}


@pytest.fixture(scope="module")
def measured(gazetteer, language_model):
    path = Path(__file__).with_name("other_wars.toml")
    return score_other_wars(path, RuleReader(gazetteer, parser=language_model))


def test_other_wars_are_read_at_least_as_well_as_before(measured, capsys):
    table = {
        "other wars, control claims, recall": measured.control.recall,
        "other wars, control claims, precision": measured.control.precision,
        "other wars, with their parts": measured.parts,
        "other wars, incidents, recall": measured.incidents.recall,
        "other wars, incidents, precision": measured.incidents.precision,
        "other wars, killed": measured.killed,
        "other wars, days of incidents": measured.days,
    }
    with capsys.disabled():
        print("\n" + "\n".join(lines_of(table)))
    assert {name: one.value for name, one in table.items() if one.value < FLOORS[name]} == {}
