"""The page's constant parts: its skeleton, style sheets and scripts, in a fixed order."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each script adds to one namespace what those before it gave; the last one starts the page.
SCRIPTS = (
    "columns",
    "room",
    "axis",
    "lanes",
    "dom",
    "embed",
    "dates",
    "confidence",
    "model",
    "state",
    "address",
    "theme",
    "patterns",
    "seam",
    "inside",
    "local",
    "ground",
    "clusters",
    "canvas",
    "paths",
    "sense",
    "zones",
    "tracts",
    "incidents",
    "badges",
    "donuts",
    "pointer",
    "renderer",
    "range",
    "scenarios",
    "names",
    "tree",
    "filters",
    "graphic",
    "audit",
    "cards",
    "claims",
    "disagree",
    "method",
    "evidence",
    "chart",
    "timeline",
    "geojson",
    "csv",
    "kml",
    "citation",
    "paint",
    "glyphs",
    "sheet",
    "picture",
    "print",
    "files",
    "panels",
    "focus",
    "online",
    "start",
)
# By subject; a later one may mend what an earlier one set.
STYLES = (
    "colours", "page", "tree", "map", "time", "evidence", "small", "filters", "sheet",
    "graphic",
    "online", "access", "embed", "local",
)  # fmt: skip

_SLOT = re.compile(r"@@(\w+)@@")
_INDENT = re.compile(r"^ +", re.MULTILINE)
# Comments that stand on lines of their own. No text of ours runs over the end of a line, which a
# test watches over, so nothing that begins a line can be inside one.
_COMMENT = re.compile(r"^(?://[^\n]*|/\*(?:(?!\*/).)*\*/ *)\n", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"url\(images/[^)]+\)")


@cache
def leaflet_script() -> str:
    """Return Leaflet 1.9.4."""
    return _asset("leaflet/leaflet.js")


@cache
def leaflet_style() -> str:
    """Return Leaflet's style sheet without its pictures, which a single file cannot hold."""
    return _PICTURE.sub("none", _asset("leaflet/leaflet.css"))


@cache
def page_script() -> str:
    """Return the page's own scripts as one, without what a browser skips: indents, comments."""
    whole = "\n".join(_asset(f"scripts/{name}.js") for name in SCRIPTS)
    return _COMMENT.sub("", _INDENT.sub("", whole))


@cache
def page_style() -> str:
    """Return the page's own style sheet."""
    whole = "".join(_asset(f"{name}.css") for name in STYLES)
    return _COMMENT.sub("", _INDENT.sub("", whole))


def fill(parts: Mapping[str, str]) -> str:
    """
    Put the parts into the skeleton's slots, all in one pass.

    A slot's name inside a part stays as it is: what is put in is never read again.
    """
    return _SLOT.sub(lambda match: parts[match[1]], _asset("skeleton.html"))


@cache
def _asset(name: str) -> str:
    return files("maps").joinpath("assets", name).read_text(encoding="utf-8")
