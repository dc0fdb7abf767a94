from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from maps.cli import main
from maps.page import CaseMap
from maps.presentation import Presentation
from maps.tiles import Tiles, TilesError

GOOD = "https://tiles.example.org/{z}/{x}/{y}.png"


def _policy(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    return dict(one.strip().partition(" ")[::2] for one in policy.split(";"))


def test_without_tiles_the_page_may_ask_no_host(make_case):
    page = CaseMap(make_case()).get_root().render()
    assert _policy(page)["img-src"] == "data: blob:"
    assert '"tiles":null' in page


def test_the_tiles_host_is_the_only_one_the_policy_gains(make_case):
    plain = _policy(CaseMap(make_case()).get_root().render())
    tiled = _policy(
        CaseMap(make_case(), presentation=Presentation(tiles=Tiles(GOOD))).get_root().render()
    )
    assert tiled.pop("img-src") == "data: blob: https://tiles.example.org"
    del plain["img-src"]
    assert tiled == plain


def test_an_attribution_is_data_and_never_markup_of_the_page(make_case):
    credit = "<img src=x onerror=alert(1)> {{7*7}} &copy; Me"
    page = (
        CaseMap(make_case(), presentation=Presentation(tiles=Tiles(GOOD, credit)))
        .get_root()
        .render()
    )
    (data,) = re.findall(r'(?s)id="data">(.*?)</script>', page)
    assert json.loads(data)["tiles"]["attribution"] == credit
    assert "<img" not in page.split("<script>")[0]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080/{z}/{x}/{y}.png",
        "http://localhost/{z}/{x}/{-y}.png",
        "https://tiles.example.org:8443/{z}/{x}/{y}{r}.png?key=abc",
        "https://[::1]/{z}/{x}/{y}",
        "https://TILES.example.org/{z}/{x}/{y}",
    ],
)
def test_an_https_address_or_one_of_this_machine_is_taken(url):
    assert Tiles(url).origin == url.partition("/{")[0].lower()


@pytest.mark.parametrize(
    ("url", "cure"),
    [
        ("https://a.example/1/2/3.png", "lacks"),
        ("https://a.example/{z}/{x}.png", "lacks"),
        ("http://a.example/{z}/{x}/{y}.png", "https://"),
        ("https://{s}.a.example/{z}/{x}/{y}.png", "write one of them out"),
        ("https://a.example/{z}/{x}/{y}?{key}", "cannot fill in"),
        ("https://user:secret@a.example/{z}/{x}/{y}", "plain host"),
        ("https://a.example:99999/{z}/{x}/{y}", "no address"),
        ("javascript:alert(1)//{z}{x}{y}", "plain host"),
        ("data:text/html,{z}{x}{y}", "plain host"),
        ("https://a.example;script-src */{z}/{x}/{y}", "plain host"),
        ("https://a.example' 'unsafe-inline'/{z}/{x}/{y}", "plain host"),
        ("{z}/{x}/{y}", "plain host"),
        ("", "lacks"),
    ],
)
def test_any_other_address_is_refused_in_one_sentence_with_its_cure(url, cure):
    with pytest.raises(TilesError, match=re.escape(cure)) as refused:
        Tiles(url)
    assert "\n" not in str(refused.value)


def test_the_command_refuses_a_bad_address_before_it_reads_a_report(tmp_path):
    (tmp_path / "a.txt").write_text("Rain fell.", encoding="utf-8")
    run = CliRunner().invoke(
        main, ["map", str(tmp_path), "--tiles", "http://a.example/{z}/{x}/{y}"]
    )
    assert run.exit_code == 1
    assert run.output.startswith("Error: The address of tiles")
    assert not (tmp_path / "out").exists()


def test_a_credit_for_no_tiles_is_refused(tmp_path):
    run = CliRunner().invoke(main, ["map", str(tmp_path), "--tiles-attribution", "Me"])
    assert run.exit_code == 1
    assert "name them with --tiles URL" in run.output
