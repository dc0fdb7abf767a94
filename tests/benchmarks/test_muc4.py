"""The scorer of incidents counts as it defines, on a corpus of two texts made here."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# The fixture builds the index, should it be missing, before a script is started on it.
pytestmark = pytest.mark.usefixtures("gazetteer")

SCRIPT = Path(__file__).with_name("muc4.py")


def template(kind, place, day, *, deaths=0, optional=False):
    return {
        "type": kind, "type_alternatives": [kind], "stage": "ACCOMPLISHED", "optional": optional,
        "location": [[{"name": "KENYA"}, {"name": place}]], "location_raw": [f"KENYA: {place}"],
        "date": [{"raw": day, "start": day, "end": day, "on_or_before": False}],
        "perpetrator_org": [], "victims": [], "target": [], "deaths": deaths,
    }  # fmt: skip


@pytest.fixture
def corpus(tmp_path):
    texts = [
        {
            "doc": "1",
            "date": "1990-02-05",
            "text": "A bomb exploded in Nairobi on Sunday, killing three people.",
            "incidents": [
                template("BOMBING", "NAIROBI", "1990-02-04", deaths=3),
                template("KIDNAPPING", "MOMBASA", "1990-02-04"),
                template("ATTACK", "KISUMU", "1990-02-01", optional=True),
            ],
        },
        {
            "doc": "2",
            "date": "1990-02-05",
            "text": "Gunmen kidnapped a teacher in Mombasa on Sunday.",
            "incidents": [],
        },
    ]
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    (tmp_path / "dev.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_found_missed_and_spurious_incidents_are_counted_as_defined(corpus):
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), "--corpus", str(corpus), "--errors", "3"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    assert run.returncode == 0, run.stderr
    lines = [" ".join(line.split()) for line in run.stdout.splitlines()]
    assert "recall of incidents 0.500 (1 of 2)" in lines
    assert "precision of incidents 0.500 (1 of 2)" in lines
    for measure in ("type", "place", "date", "killed"):
        assert f"{measure} 1.000 (1 of 1)" in lines
    assert "missed KIDNAPPING ACCOMPLISHED: 1" in lines
    assert "not in the gold, without templates: abduction: 1" in lines
