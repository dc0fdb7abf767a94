"""The scorer of place names counts as its sources define, on a small corpus made here."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

# The fixture builds the index, should it be missing, before a script is started on it.
pytestmark = pytest.mark.usefixtures("gazetteer")

SCRIPT = Path(__file__).with_name("toponyms.py")
TEXT = "Floods reached Nairobi on Monday. The Kenyan mayor of Springfield, Turkana Vale, spoke."


def row(name, **more):
    at = TEXT.index(name)
    return {"doc": 1, "start": at, "end": at + len(name), "text": name, **more}


@pytest.fixture
def corpus(tmp_path):
    docs = [{"doc": 1, "text": TEXT}, {"doc": "2", "text": "Nothing happened."}]
    gold = [
        row("Nairobi", lat=-1.2833, lon=36.8167, geonameid="184745", fcode="PPLC"),
        row("Springfield", lat=None, lon=None),
        row("Turkana Vale", lat=3.0, lon=35.5, resolve=True),
        {"doc": 1, "start": -1, "end": -1, "text": "Lost", "lat": 0, "lon": 0},
        row("Kenyan", recognise=False, lat=1.0, lon=38.0),
    ]
    for name, rows in (("docs", docs), ("gold", gold)):
        lines = "".join(json.dumps(line) + "\n" for line in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def printed(corpus, *arguments):
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(SCRIPT), "--corpus", str(corpus), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=SCRIPT.parents[2],
        env=_environment(),
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def _environment():
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


def test_predictions_are_scored_as_the_definitions_say(corpus, tmp_path):
    predictions = tmp_path / "predictions.jsonl"
    # One degree east of Nairobi is 111 km; the second span is longer than gold's; the third
    # is nobody's.
    rows = [
        {"doc": 1, "start": 15, "end": 22, "lat": -1.2833, "lon": 37.8167},
        {"doc": "1", "start": TEXT.index("Turkana") - 2, "end": TEXT.index(", spoke"), "lat": 0},
        {"doc": "2", "start": 0, "end": 7, "lat": None, "lon": None},
    ]
    predictions.write_text("".join(json.dumps(line) + "\n" for line in rows), encoding="utf-8")
    out = printed(corpus, "--predictions", str(predictions))
    assert "recognition, exact  : P 0.3333 R 0.3333 F1 0.3333" in out
    assert "recognition, overlap: P 0.6667 R 0.6667 F1 0.6667" in out
    far = math.log(20_040)
    near = math.log(111.17 + 1)
    auc = (near + far) / 2 / math.log(20_039)
    assert f"end to end, all gold:      n      2  A@161 0.5000  mean {20_150.2 / 2:>8,.1f}" in out
    assert f"AUC {auc:.4f}" in out
    assert "end to end, answered only: n      1  A@161 1.0000  mean    111.2 km" in out
    assert "1  marked with other ends" in out


def test_gold_spans_are_resolved_and_the_errors_have_a_kind(corpus):
    out = printed(corpus, "--spans-given", "--errors", "2")
    assert "spans given: 3 names" in out
    assert "the best candidate, all gold:      n      2  A@161 0.5000" in out
    assert "1  name not in the gazetteer" in out
    assert "Turkana Vale" in out


def test_a_text_is_read_end_to_end_with_its_speed(corpus):
    out = printed(corpus, "--end-to-end")
    assert "words/s" in out
    assert "recognition, overlap" in out
