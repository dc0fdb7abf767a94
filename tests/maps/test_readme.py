"""The README says what is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from maps.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

_PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_of_the_readme_leads_somewhere(target):
    assert (ROOT / target).exists()


def test_every_command_stands_in_the_readme():
    for name in main.commands:
        assert f"dateline {name}" in README, name


def test_every_file_of_a_case_stands_in_the_readme(seeds_case, gazetteer, tmp_path):
    from maps.output import write_case

    for path in write_case(seeds_case, tmp_path, gazetteer):
        assert f"`{path.name}`" in README, path.name


def test_the_summary_in_the_readme_is_the_one_that_is_printed(seeds_case):
    assert seeds_case.summary() in README


def test_the_python_example_of_the_readme_runs(tmp_path, monkeypatch, seeds_folder):
    block, _ = _PYTHON
    (tmp_path / "seeds").symlink_to(seeds_folder)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(block, names)  # noqa: S102  our own README
    assert set(names["held"].actor_name) >= {"Islamic State", "Palestinian factions"}
    assert (tmp_path / "case.html").stat().st_size > 100_000


@pytest.mark.usefixtures("gazetteer")
def test_the_places_in_the_readme_are_what_the_command_prints():
    ((line, table),) = re.findall(r"\$ dateline (places [^\n#]+)\n(┏.*?)```", README, re.DOTALL)
    assert CliRunner().invoke(main, shlex.split(line)).stdout.strip() == table.strip()


@pytest.mark.usefixtures("gazetteer")
def test_the_example_that_looks_places_up_runs():
    names: dict[str, object] = {}
    exec(_PYTHON[1], names)  # noqa: S102  our own README
    assert names["answer"].place.name == "Yarmouk"
    assert names["answer"].confidence == pytest.approx(1.0, abs=0.05)
    assert names["around"][-1].name == "Syria"
    assert names["nearby"][0].distance_m < 5_000
    assert list(names["table"].geometry.is_empty) == [False, True]
