"""The floors under the reading of short reports of other wars; they only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.reading.reader import RuleReader
from tests.quality.other_wars import score_other_wars
from tests.quality.printed import lines_of

# Both files were annotated before the rules that read them: then the first 18 reports of
# other_wars.toml read .39, .70, .34, .54, .71, .63 and .44, and unseen_wars.toml, once many
# rules were written but none for it, as its floors say. Of it only totals are printed.
FLOORS = {
    "other_wars.toml": {
        "control claims, recall": 0.86,
        "control claims, precision": 0.93,
        "with their parts": 0.84,
        "incidents, recall": 0.84,
        "incidents, precision": 0.85,
        "killed": 0.75,
        "days of incidents": 0.78,
    },
    "unseen_wars.toml": {
        "control claims, recall": 0.34,
        "control claims, precision": 0.72,
        "with their parts": 0.32,
        "incidents, recall": 0.58,
        "incidents, precision": 0.75,
        "killed": 0.40,
        "days of incidents": 0.52,
    },
}


@pytest.mark.parametrize(("name", "floors"), FLOORS.items())
def test_other_wars_are_read_at_least_as_well_as_before(
    gazetteer, language_model, capsys, name, floors
):
    path = Path(__file__).with_name(name)
    measured = score_other_wars(path, RuleReader(gazetteer, parser=language_model))
    table = {
        "control claims, recall": measured.control.recall,
        "control claims, precision": measured.control.precision,
        "with their parts": measured.parts,
        "incidents, recall": measured.incidents.recall,
        "incidents, precision": measured.incidents.precision,
        "killed": measured.killed,
        "days of incidents": measured.days,
    }
    lines = [line for line in lines_of(table) if name != "unseen_wars.toml" or line[0] != " "]
    with capsys.disabled():
        print("\n" + "\n".join([name, *lines]))
    assert {what: one.value for what, one in table.items() if one.value < floors[what]} == {}
