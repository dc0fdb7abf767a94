"""What a link to the page is shown with: its tags, and a picture drawn without a browser."""

from __future__ import annotations

import re
from html import unescape

import pytest
from click.testing import CliRunner

from geo.codes import ZoneStatus
from maps.cli import main
from maps.headtags import AddressError, WebAddress
from maps.output import write_case
from maps.page import CaseMap, write_page
from maps.payload import payload_of
from maps.presentation import Presentation
from maps.preview import preview_svg
from maps.preview_text import lines, width, written

HOSTILE = '"><script>alert(1)</script><text>{{7*7}}&amp;\u202e]]></svg>'
_TAG = re.compile(r'<meta (?:name|property)="((?:og|twitter|description)[^"]*)" content="([^"]*)">')


def _tags(page):
    return {name: unescape(text) for name, text in _TAG.findall(page)}


def _svg(case, surroundings, **options):
    return preview_svg(case, payload_of(case, base=surroundings, **options))


def test_the_picture_is_a_png_of_the_size_that_is_asked_for(make_case, surroundings):
    png = CaseMap(make_case(), base=surroundings).preview()
    assert png.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(png[16:20], "big") == 1200
    assert int.from_bytes(png[20:24], "big") == 630
    assert len(png) < 300_000  # what the strictest of those who show links take


def test_the_same_case_gives_the_same_picture(make_case, surroundings):
    assert len({CaseMap(make_case(), base=surroundings).preview() for _ in range(2)}) == 1


def test_the_picture_shows_title_day_key_and_what_holds_that_day(make_case, surroundings):
    svg = _svg(make_case(), surroundings, title="Khartoum & Omdurman")
    words = [unescape(one) for one in re.findall(r">([^<>]+)</t(?:ext|span)>", svg)]
    assert "Khartoum &" in " ".join(words)
    assert "11 March 2024" in words
    assert {"Sudanese army", "Rapid Support…", "held", "presence"} <= set(words)
    assert "Disputed" not in words  # that is the next day's


@pytest.mark.parametrize("status", ZoneStatus)
def test_every_status_of_a_zone_is_drawn(status, make_case, surroundings):
    from dataclasses import replace

    case = make_case()
    zones = tuple(replace(zone, status=status) for zone in case.zones)
    svg = _svg(replace(case, zones=zones), surroundings)
    references = set(re.findall(r"url\(#([^)]+)\)", svg))
    assert references <= set(re.findall(r'id="([^"]+)"', svg))
    assert CaseMap(replace(case, zones=zones)).preview().startswith(b"\x89PNG")


def test_hostile_text_is_written_in_the_picture_as_text(make_case, surroundings):
    svg = _svg(
        make_case(say=lambda text: HOSTILE + text),
        surroundings,
        title=HOSTILE,
    )
    assert "<script" not in svg
    assert svg.count("</svg>") == 1
    assert "\u202e" not in svg


def test_a_case_without_a_day_or_a_shape_has_a_picture_too(make_case):
    from dataclasses import replace

    empty = replace(make_case(), zones=(), incidents=(), claims=(), publications={})
    assert CaseMap(empty).preview().startswith(b"\x89PNG")


def test_letters_that_the_fonts_lack_are_written_in_letters_that_they_have():
    assert written("أم درمان") == written("أم درمان").encode("ascii").decode()
    assert written("Łódź, Київ, Αθήνα – “x”") == "Łódź, Київ, Αθήνα – “x”"


@pytest.mark.parametrize("text", ["a" * 400, "word " * 80, "", "M" * 30])
def test_a_long_title_is_cut_to_its_room(text):
    broken = lines(text, 40, 400, 2)
    assert len(broken) <= 2
    assert all(width(one, 40) <= 400 for one in broken)


def test_the_page_says_what_it_is_to_those_who_show_links(make_case):
    tags = _tags(
        CaseMap(make_case(), presentation=Presentation(title="Omdurman")).get_root().render()
    )
    assert tags["og:title"] == tags["twitter:title"] == "Omdurman"
    assert tags["description"].startswith("6 claims from 2 reports")
    assert "og:image" not in tags  # no picture was written beside it
    assert "og:url" not in tags


def test_with_the_pages_address_those_of_page_and_picture_are_absolute(make_case, tmp_path):
    place = WebAddress("https://example.org/maps/map.html?x=1&y=2")
    write_page(
        make_case(),
        tmp_path / "map.html",
        presentation=Presentation(address=place),
        preview=tmp_path / "preview.png",
    )
    tags = _tags((tmp_path / "map.html").read_text("utf-8"))
    assert tags["og:url"] == place.url
    assert tags["og:image"] == tags["twitter:image"] == "https://example.org/maps/preview.png"
    assert (tmp_path / "preview.png").stat().st_size > 10_000


def test_a_hostile_title_stays_inside_its_tag(make_case):
    page = CaseMap(make_case(), presentation=Presentation(title=HOSTILE)).get_root().render()
    assert "<script>alert" not in page
    assert _tags(page)["og:title"] == HOSTILE.replace("\u202e", "")


@pytest.mark.parametrize("url", ["example.org/map.html", "javascript:alert(1)", "https://", "x"])
def test_an_address_that_is_none_is_refused_with_the_cure(url, tmp_path):
    with pytest.raises(AddressError, match=r"write the one where map\.html will be"):
        WebAddress(url)
    run = CliRunner().invoke(main, ["map", str(tmp_path), "--url", url])
    assert run.exit_code == 1
    assert run.output.startswith("Error: The page's address")


def test_every_map_comes_with_its_picture(seeds_case, gazetteer, tmp_path):
    paths = write_case(seeds_case, tmp_path, gazetteer)
    assert [one.name for one in paths[:2]] == ["map.html", "preview.png"]
    tags = _tags(paths[0].read_text("utf-8"))
    assert tags["og:image"] == "preview.png"
    assert tags["og:image:alt"] == "Map: Yarmouk, Damascus"
