"""The command, as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from maps.cli import main


@pytest.fixture
def run():
    runner = CliRunner()

    def invoke(*arguments):
        return runner.invoke(main, [str(one) for one in arguments], catch_exceptions=False)

    return invoke


def _commands(group, path=()):
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))


@pytest.mark.parametrize("path", list(_commands(main)), ids=" ".join)
def test_every_command_says_what_it_does(run, path):
    result = run(*path, "--help")
    assert result.exit_code == 0
    command: click.Command = main
    for name in path:
        command = command.commands[name]
    assert command.help.strip().split(".")[0] in result.output


def test_help_does_not_wait_for_the_libraries_of_maps():
    script = (
        "import sys; from maps.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "slow = {'folium', 'geopandas', 'pandas', 'spacy', 'numpy', 'shapely', 'rich'}\n"
        "sys.exit(str(slow & set(sys.modules)) if slow & set(sys.modules) else 0)"
    )
    done = subprocess.run(  # noqa: S603  our own interpreter and our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_wrong_use_ends_with_2(run):
    assert run("map").exit_code == 2
    assert run("map", "no-such-folder").exit_code == 2


def test_a_folder_without_a_readable_report_ends_with_1_and_one_sentence(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    result = run("map", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "None of these reports can be read" in result.output
    assert "Traceback" not in result.output


def test_reading_prints_claims_as_json_with_their_quotes(run, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "Government forces have captured the town of Bentiu, the UN said on 4 May 2014. "
        "Rebel fighters retreated from Bentiu after two days of fighting."
    )
    result = run("read", path, "--json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    text = path.read_text()
    assert rows
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_the_days_an_undated_report_may_be_from_are_all_told(run, tmp_path):
    (tmp_path / "one.txt").write_text(
        "KHARTOUM, April 23 (Wire) - Jets bombed the town of Bahri on Sunday, residents said."
    )
    (tmp_path / "two.txt").write_text("Shells fell on the harbour of Mocha on Thursday, he said.")
    result = run("read", tmp_path)
    assert "one: published on an unknown day, perhaps 2023-04-23 (" in result.output
    assert "2017-04-23 (" in result.output
    assert "two: published on an unknown day; if you know it, say so in reports.toml" in (
        " ".join(result.output.split())
    )
    out = tmp_path / "out"
    assert run("map", tmp_path / "one.txt", "-o", out).exit_code == 0
    table = (out / "reports.csv").read_text(encoding="utf-8")
    assert "2017-04-23 p=0." in table
    assert "the text is dated" in table
    assert '["2017-04-23", 0.' in (out / "map.html").read_text().replace('["2017', '["2017') or (
        '["2017-04-23",0.' in (out / "map.html").read_text(encoding="utf-8")
    )


def test_markup_in_a_report_is_printed_as_it_stands(run, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Rebels seized [bold red]Goma[/bold red] and Goma airport on 4 May 2014.")
    assert run("read", path).exit_code == 0
