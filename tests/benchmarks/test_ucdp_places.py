"""The measure of relative places counts as it defines, on rows made here."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

# The fixture builds the index, should it be missing, before a script is started on it.
pytestmark = pytest.mark.usefixtures("gazetteer")

SCRIPT = Path(__file__).with_name("ucdp_places.py")
ROW = {"country": "Kenya", "adm_1": "Nairobi", "relation": "distance+direction"}
NAIROBI = {"lat": "-1.2833", "lon": "36.8167"}


def run(tmp_path, rows):
    path = tmp_path / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        names = ["country", "adm_1", "where_description", "lat", "lon", "relation",
                 "gold_is_reference"]  # fmt: skip
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(ROW | row for row in rows)
    command = [sys.executable, str(SCRIPT), "--corpus", str(path)]
    return subprocess.run(  # noqa: S603 - our own script
        command, capture_output=True, text=True, check=False
    )


def test_a_described_offset_is_nearer_than_the_town_and_coders_towns_are_left_out(tmp_path):
    # 20 km south of the city, to the kilometre; the second row measures no relation.
    rows = [
        {"where_description": "20 km south of Nairobi", "lat": "-1.464", "lon": "36.8167"},
        {"where_description": "20 km south of Nairobi", **NAIROBI, "gold_is_reference": "True"},
        {"where_description": "an undisclosed location", **NAIROBI},
    ]
    done = run(tmp_path, rows)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 descriptions, 1 placed")
    whole = next(line for line in done.stdout.splitlines() if line.startswith("all"))
    median, anchor = float(whole.split()[3]), float(whole.split("anchor")[1].split(")")[0])
    assert median < 3
    assert anchor == pytest.approx(20, abs=3)
    assert "within 1.00" in whole


def test_a_file_without_a_row_is_refused_with_the_cure(tmp_path):
    done = run(tmp_path, [])
    assert done.returncode == 1
    assert "give a file with where_description" in done.stderr
