from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import folium
import pytest

import maps
from maps.page import CaseMap, write_page
from maps.presentation import Presentation
from maps.skeleton import page_script, page_style

ROOT = Path(__file__).parents[2]
# What would make a browser ask for something: an element's address, or a style's.
_REQUEST = re.compile(r"""(?:src|href)\s*=\s*["'](?!#|data:)|url\((?!#)|@import""")


@pytest.fixture(scope="module")
def page(make_case, surroundings):
    return CaseMap(make_case(), base=surroundings).get_root().render()


def _data(page):
    (block,) = re.findall(r'(?s)<script type="application/json" id="data">(.*?)</script>', page)
    return json.loads(block)


def test_a_case_map_is_a_folium_map(make_case):
    assert isinstance(CaseMap(make_case()), folium.Map)


def test_the_same_case_gives_the_same_bytes(make_case, surroundings):
    pages = {CaseMap(make_case(), base=surroundings).get_root().render() for _ in range(2)}
    assert len(pages) == 1


def test_another_process_writes_the_same_bytes():
    script = (
        "import hashlib; from maps.page import CaseMap; from tests.maps import made_case\n"
        "page = CaseMap(made_case.made_dispute(), base=made_case.surroundings())\n"
        "print(hashlib.sha256(page.get_root().render().encode()).hexdigest())"
    )
    # Sets and dicts of another hash seed come in another order.
    runs = [
        subprocess.Popen(  # noqa: S603  our own interpreter and our own script
            [sys.executable, "-c", script],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        )
        for seed in ("1", "2")
    ]
    one, other = (run.communicate()[0] for run in runs)
    assert len(one.strip()) == 64
    assert one == other


def test_rendering_twice_gives_the_same_page(make_case):
    case_map = CaseMap(make_case())
    assert case_map.get_root().render() == case_map.get_root().render()


def test_the_page_asks_the_network_for_nothing(page):
    without_scripts = re.sub(r"(?s)<script[^>]*>.*?</script>", "", page)
    assert not _REQUEST.search(without_scripts)


def test_the_policy_allows_exactly_the_scripts_and_styles_in_the_page(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        for body in re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", page):
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy


def test_the_page_of_a_small_case_stays_small(page):
    # Leaflet is 160 KB of it, our scripts and styles are as much again.
    assert len(page.encode()) < 440_000


def test_no_text_spans_lines_whose_indentation_and_comments_are_dropped():
    sources = (Path(maps.__file__).parent / "assets").rglob("*.*s*")
    for path in sources:
        if path.suffix not in {".js", ".css"} or "leaflet" in path.parts:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            # In a comment a single backtick would do no harm; so it need not be there.
            assert line.count("`") % 2 == 0, f"{path.name}: {line}"
            assert not line.endswith("\\"), f"{path.name}: {line}"


def test_nothing_but_comments_is_dropped_from_scripts_and_styles():
    assets = Path(maps.__file__).parent / "assets"
    kept = {*page_script().splitlines(), *page_style().splitlines()}
    assert not [line for line in kept if line.startswith(("//", "/*"))]
    for path in [*(assets / "scripts").glob("*.js"), *assets.glob("*.css")]:
        in_comment = False
        for line in path.read_text(encoding="utf-8").splitlines():
            bare = line.strip(" ")
            in_comment = in_comment or bare.startswith("/*")
            if not in_comment and not bare.startswith("//"):
                assert line.lstrip(" ") in kept, f"{path.name}: {line}"
            if in_comment and "*/" in bare:
                # What stands behind a comment on its line stays with it.
                in_comment = False


def test_a_page_is_written_whole(make_case, tmp_path):
    path = tmp_path / "map.html"
    write_page(make_case(), path)
    assert path.read_text(encoding="utf-8").endswith("</html>\n")
    assert [one.name for one in tmp_path.iterdir()] == ["map.html"]


def test_folium_saves_it_and_a_notebook_shows_it(make_case, tmp_path):
    case_map = CaseMap(make_case(), presentation=Presentation(title="Khartoum & Omdurman"))
    case_map.save(str(tmp_path / "map.html"))
    assert "<h1>Khartoum &amp; Omdurman</h1>" in (tmp_path / "map.html").read_text("utf-8")
    assert "Khartoum" in case_map._repr_html_()


def test_layers_of_the_user_keep_their_names_and_bring_their_scripts(make_case):
    case_map = CaseMap(make_case())
    group = folium.FeatureGroup(name="Hospitals").add_to(case_map)
    folium.Marker([15.6, 32.5], popup="Al Nau").add_to(group)
    page = case_map.get_root().render()
    assert [guest["name"] for guest in _data(page)["guests"]] == ["Hospitals"]
    assert _data(page)["map"] in page.split("</script>")[-2]
    assert "jquery" in page
    assert "leaflet@" not in page  # ours is there already


def test_without_such_layers_nothing_of_folium_is_loaded(page):
    assert "jquery" not in page
    assert _data(page)["guests"] == []


def test_the_data_says_where_every_quote_stands(page, make_case):
    texts = {report.report_id: report.text for report in make_case().reports}
    for claim in _data(page)["claims"]:
        text = texts[claim["report"]]
        assert text[claim.get("start", 0) : claim["end"]] == claim["quote"]


def test_a_page_wears_the_title_it_is_given_and_its_own_without(make_case):
    titled = CaseMap(make_case(), presentation=Presentation(title="Two rivers"))
    assert "<title>Two rivers</title>" in titled.get_root().render()
    assert "<title>Two rivers</title>" not in CaseMap(make_case()).get_root().render()
