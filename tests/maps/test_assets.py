"""Nothing is shipped with the page that the page does not use."""

from __future__ import annotations

import re
from pathlib import Path

import maps
from maps.skeleton import SCRIPTS, STYLES

ASSETS = Path(maps.__file__).parent / "assets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR = re.compile(r"([^{}@]+)\{")
# Classes that are put together from a word and a kind: "place place-camp".
MADE = ("base-", "local-", "place-", "zone-")


def _scripts():
    return {path.stem: path.read_text() for path in (ASSETS / "scripts").glob("*.js")}


def test_every_script_and_style_sheet_is_in_the_page():
    assert sorted(SCRIPTS) == sorted(_scripts())
    assert sorted(STYLES) == sorted(path.stem for path in ASSETS.glob("*.css"))


def test_every_class_that_is_styled_is_given_to_something():
    told = "".join(_scripts().values()) + (ASSETS / "skeleton.html").read_text()
    words = set(re.findall(r"[A-Za-z][\w-]*", told))
    for path in ASSETS.glob("*.css"):
        rules = COMMENT.sub("", path.read_text())
        styled = {
            name
            for selector in SELECTOR.findall(rules)
            for name in re.findall(r"\.([A-Za-z][\w-]*)", selector)
        }
        own = {name for name in styled if not name.startswith(("leaflet-", *MADE))}
        assert own <= words, f"{path.name} styles what nothing is: {sorted(own - words)}"


def test_what_a_script_gives_the_others_is_used_by_one_of_them_or_tested():
    tests = Path(__file__).parent.parent
    told = "".join(path.read_text() for path in (tests / "scripts").glob("*.js"))
    told += "".join(path.read_text() for path in (tests / "browser").glob("*.py"))
    scripts = _scripts()
    everything = "".join(scripts.values())
    for stem, script in scripts.items():
        for name in re.findall(r"^  D\.(\w+) =", script, re.MULTILINE):
            used = len(re.findall(rf"\bD\.{name}\b", everything)) > 1
            assert used or re.search(rf"\b(D|DATELINE)\.{name}\b", told), f"{stem}.js: D.{name}"
