"""Looking places up on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from maps.cli import main
from maps.console import harmless
from maps.progress import Bar, Lines, build_progress


@pytest.fixture
def run(gazetteer):  # noqa: ARG001  its first building is not part of what is printed
    runner = CliRunner()

    def invoke(*arguments, typed=None):
        return runner.invoke(main, ["places", *map(str, arguments)], typed, catch_exceptions=False)

    return invoke


@pytest.fixture
def answers(run):
    def ask(*arguments, typed=None):
        return json.loads(run(*arguments, "--json", typed=typed).stdout)

    return ask


@pytest.fixture
def own_file(tmp_path):
    """Write a file with one place of a name."""

    def write(name):
        path = tmp_path / "own.csv"
        path.write_text(f'name,lon,lat\n"{name}",10.5,59.9\n', encoding="utf-8")
        return path

    return write


def test_a_name_that_is_sure_ends_with_0_and_says_where_it_lies(run):
    result = run("Goma")
    assert result.exit_code == 0
    assert "North Kivu, Democratic Republic of the Congo" in result.stdout
    assert result.stderr == ""


def test_an_ambiguous_name_ends_with_1_and_its_candidates(run):
    result = run("Springfield", "--limit", 3)
    assert result.exit_code == 1
    assert result.stdout.count("ambiguous") == 3
    assert "say more with a comma, --in or --near" in result.stderr


def test_an_unknown_name_ends_with_1_and_a_known_one_beside_it_is_shown(run):
    result = run("Qzxwvkj", "Juba")
    assert result.exit_code == 1
    assert "South Sudan" in result.stdout
    assert "No source knows a place called 'Qzxwvkj'; add it with --places." in result.stderr


def test_a_misspelt_name_is_a_guess_with_its_distance(answers, run):
    (answer,) = answers("Mogadishuu")
    assert (answer["status"], answer["place"], answer["candidates"]) == ("unknown", None, [])
    assert answer["guesses"][0]["name"] == "Mogadishu"
    assert answer["guesses"][0]["distance"] == 1
    assert "did you mean 'Mogadishu'" in run("Mogadishuu").stderr


def test_the_keys_of_the_json_are_the_documented_ones(answers, run):
    (answer,) = answers("Tripoli")
    documented = run("--help").stdout
    assert list(answer) == [
        "query",
        "folded",
        "status",
        "confidence",
        "place",
        "candidates",
        "guesses",
        "within",
        "not_known",
    ]
    assert all(key in documented for key in answer)
    assert all(key in documented for key in answer["candidates"][0])
    assert answer["place"]["country"] == "LY"
    assert abs(answer["place"]["latitude"] - 32.9) < 0.1
    assert {one["country"] for one in answer["candidates"]} >= {"LY", "LB"}
    assert answer["candidates"][0]["why"]


def test_the_name_of_a_place_around_it_decides(answers):
    answer, other = answers("Tripoli, Lebanon", "Valencia, Carabobo")
    assert answer["place"]["country"] == "LB"
    assert answer["within"] == ["iso:LB"]
    assert other["place"]["country"] == "VE"


def test_in_keeps_to_a_place_and_near_puts_the_near_ones_first(answers):
    (inside,) = answers("Alexandria", "--in", "Egypt")
    assert {one["country"] for one in inside["candidates"]} == {"EG"}
    (near,) = answers("Hamilton", "--near", "Toronto")
    assert near["place"]["country"] == "CA"
    assert any("from Toronto" in why for why in near["candidates"][0]["why"])
    (camp,) = answers("Yarmuk", "--near", "Damascus")
    assert camp["place"]["kind"] == "camp"


@pytest.mark.parametrize(
    ("option", "name", "said"),
    [
        ("--in", "Springfield", "may mean several places (Springfield, "),
        ("--near", "Springfield", "'Springfield' in --near may mean"),
        ("--in", "Qzxwvkj", "No gazetteer source knows a place called 'Qzxwvkj'"),
        ("--in", "Mogadishuu", "Did you mean 'Mogadishu'"),
        ("--in", "x" * 10_000, "No gazetteer source knows"),
    ],
)
def test_an_option_that_names_no_single_place_is_one_clear_sentence(run, option, name, said):
    result = run("Goma", option, name)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""
    assert len(result.stderr) < 500


def test_explain_shows_scores_reasons_and_what_was_looked_up(run):
    result = run("El-Fasher", "--explain")
    assert "looked up as 'fasher'" in result.stdout
    assert "people" in result.stdout
    assert "score" in result.stdout
    many = run("Springfield", "--explain", "--limit", 2)
    assert "more; --limit shows them" in many.stdout


def test_names_are_read_from_standard_input_one_a_line(answers, run):
    typed = "Kyiv\n\n  Nairobi  \nPort-au-Prince\n"
    found = answers("-", typed=typed)
    assert [one["place"]["country"] for one in found] == ["UA", "KE", "HT"]
    assert run("-", typed="Kyiv\nSpringfield\n").exit_code == 1
    assert run("-", typed=b"Kyiv\n\xff\xfe\n").exit_code == 1


def test_a_point_is_told_by_what_holds_it_and_what_is_near(run):
    result = run("--at", "15.50,32.56", "--json", "--limit", 2)
    said = json.loads(result.stdout)
    assert said["containing"][-1]["id"] == "iso:SD"
    assert [one["distance_m"] for one in said["nearest"]] == sorted(
        one["distance_m"] for one in said["nearest"]
    )
    assert "holds the point" in run("--at", "15.50 32.56").stdout


@pytest.mark.parametrize("point", ["", "north", "1", "1,2,3", "91,0", "nan,0"])
def test_what_is_no_point_is_one_clear_sentence(run, point):
    result = run("--at", point)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "give" in result.stderr


def test_without_a_name_the_use_is_said(run):
    assert run().exit_code == 2


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "a" * 10_000,
        "a, " * 5_000,
        "'; DROP TABLE place; --",
        "(.*)+$",
        "مكان غير معروف بالمرة",
        "未知的地方名字",
        "\x1b[2J\x1b]0;owned\x07",
        "[bold]Nowhere[/bold]",
    ],
)
def test_odd_names_are_unknown_in_one_sentence_each(run, name):
    result = run(name)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert len(result.stderr) < 400
    assert "\x1b" not in result.output
    assert json.loads(run(name, "--json").stdout)[0]["status"] == "unknown"


def test_names_in_files_by_others_do_not_reach_the_terminal_as_commands(run, own_file):
    path = own_file("Evil\x1b[31m [red]town[/red]\u202e\x9b2J")
    result = run("Evil [31m red town red 2J", "--places", path, "--explain")
    assert "[red]town[/red]" in result.stdout
    for sign in "\x1b\x9b\u202e":
        assert sign not in result.output
    written = run("Evil [31m red town red 2J", "--places", path, "--json").stdout
    assert "\x9b" not in written
    assert "\u202e" not in written
    assert json.loads(written)[0]["place"]["name"] == "Evil\x1b[31m [red]town[/red]\u202e\x9b2J"


def test_what_is_harmless_stays_as_it_is():
    assert harmless("Đà Nẵng, Кривий Ріг, می\u200cدان, 東京 [x]") == (
        "Đà Nẵng, Кривий Ріг, می\u200cدان, 東京 [x]"
    )
    assert harmless("two\nlines\tand a tab") == "two lines and a tab"
    assert harmless("\ud800") == "\ufffd"


def test_info_says_where_how_large_from_when_and_under_which_licence(own_file):
    command = ["gazetteer", "info", "--places", str(own_file("Own town"))]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert ".sqlite (" in result.stdout
    assert "CC BY 4.0, credit GeoNames" in result.stdout
    assert "public domain" in result.stdout
    assert "your own file" in result.stdout
    said = json.loads(CliRunner().invoke(main, [*command, "--json"]).stdout)
    assert said[0]["sources"] == [{"name": "own.csv", "places": 1, "licence": "your own file"}]
    assert said[-1]["made"]
    assert sum(one["places"] for one in said[-1]["sources"]) > 200_000


def test_every_source_of_the_index_has_a_licence(gazetteer):
    for index in gazetteer.indexes():
        assert all(one.licence != "your own file" for one in index.sources)


def test_progress_in_a_log_is_a_line_a_stage_and_then_the_rate_and_the_time_left(capsys):
    seconds = iter([0.0, 0.0, 5.0, 11.0, 12.0, 30.0, 31.0])
    lines = Lines(clock=lambda: next(seconds))
    for done in (0, 1_000, 2_200, 2_400):
        lines.on_progress("reading names", done, 12_000)
    lines.on_progress("writing", 0, 0)
    assert capsys.readouterr().err.splitlines() == [
        "reading names …",
        "reading names: 2,200 of 12,000, 200/s, 0:49 left",
        "writing …",
    ]


def test_nothing_is_printed_when_nothing_is_built(capsys):
    with build_progress():
        pass
    assert capsys.readouterr().err == ""


def test_a_bar_shows_the_stage_that_runs_also_when_nobody_knows_how_much_is_to_do():
    drawn = io.StringIO()
    bar = Bar(drawn)
    for stage, done, total in [("reading", 0, 10), ("reading", 10, 10), ("counting", 5, 0)]:
        bar.on_progress(stage, done, total)
    bar.stop()
    said = drawn.getvalue()
    assert "counting" in said
    assert "5/?" in said
    assert "5/10" not in said


@pytest.fixture
def own_cache(gazetteer, tmp_path, monkeypatch):
    """A cache folder of the test's own, with the index that is built already."""
    from gazetteer.build import index_path

    there = Path(gazetteer.indexes()[-1].file)
    folder = tmp_path / "cache" / "dateline"
    folder.mkdir(parents=True)
    index_path(folder).symlink_to(there)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder.parent))
    return folder


@pytest.mark.usefixtures("own_cache")
def test_places_that_were_added_are_known_without_naming_the_file_again(run, own_file):
    added = CliRunner().invoke(main, ["gazetteer", "add", str(own_file("Qzorsa Nova"))])
    assert added.exit_code == 0
    assert "delete it to be rid of its places" in added.stdout
    assert run("Qzorsa Nova").exit_code == 0
    said = CliRunner().invoke(main, ["gazetteer", "info", "--json"]).stdout
    assert "own.csv" in said


@pytest.mark.usefixtures("own_cache")
def test_a_dump_of_geonames_is_built_and_found_and_its_bad_rows_are_told(run, tmp_path):
    row = ["99999901", "Qzorsa", "Qzorsa", "", "15.5", "32.5", "P", "PPL", "SD"]
    row += ["", "29", "", "", "", "1200", "", "380", "Africa/Khartoum", "2026-01-01"]
    dump = tmp_path / "SD.txt"
    bad = ["99999902", "Bad", "Bad", "", "north", *row[5:]]
    dump.write_text("\t".join(row) + "\n" + "\t".join(bad) + "\n", encoding="utf-8")
    built = CliRunner().invoke(main, ["gazetteer", "build", "--geonames", str(dump)])
    assert built.exit_code == 0, built.output
    assert "CC BY 4.0, credit GeoNames" in built.stdout
    assert "SD.txt" in built.stderr
    assert run("Qzorsa, Sudan").exit_code == 0


def test_names_of_a_dump_without_the_dump_are_wrong_use(tmp_path):
    names = tmp_path / "alternateNamesV2.zip"
    names.write_bytes(b"")
    result = CliRunner().invoke(main, ["gazetteer", "build", "--alternate-names", str(names)])
    assert result.exit_code == 2
    assert "need --geonames" in result.stderr
