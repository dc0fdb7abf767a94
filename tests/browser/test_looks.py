"""
The page still looks as it did: pictures of it, compared with those that were accepted.

After a change that is meant, look at the new ones and accept them:
``python -m pytest tests/browser/test_looks.py --update-pictures``.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

PICTURES = Path(__file__).parent / "pictures"

# Machines smooth letters and edges differently; in a picture of a quarter of the size that
# evens out. A pixel counts as changed by a tenth of the whole range, a hatch that is gone, or a
# panel that moved, changes more than one pixel in two hundred.
SHRUNK = 4
CHANGED = 26
ALLOWED = 0.005

# Every machine has other fonts: the pictures are taken in one that is free and knows Arabic.
FONT = "DejaVu Sans"
SET_FONT = """font => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: "${font}" !important; }`);
  document.adoptedStyleSheets = [sheet];
  const brush = document.createElement("canvas").getContext("2d");
  const width = (family) => { brush.font = `40px ${family}`; return brush.measureText("Omdurman").width; };
  DATELINE.app.retheme();
  return ["monospace", "serif"].some((other) => width(`"${font}", ${other}`) !== width(other))
    && width(`"${font}", monospace`) === width(`"${font}", serif`);
}"""  # noqa: E501  reads as a script

_PHONE: dict[str, Any] = {"size": (390, 844), "has_touch": True, "is_mobile": True}
_PRINT = "dispatchEvent(new Event('beforeprint'))"
# By name: which page, its address, how it is opened, and what is done then.
LOOKS: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "desktop": ("made", "#d=2024-03-12", {}, ""),
    "dark": ("made", "#d=2024-03-12", {"color_scheme": "dark"}, ""),
    "chosen": ("made", "#d=2024-03-12", {}, "app.select('z-disputed')"),
    "all dates": ("made", "#d=all&u=1&s=planned", {}, ""),
    "phone": ("made", "#d=2024-03-12", _PHONE, ""),
    "sheet": ("made", "#d=2024-03-12", _PHONE, "app.select('z-bahri')"),
    "print": ("made", "#d=2024-03-12", {"size": (1047, 718)}, _PRINT),
    "14 April": ("seeds", "#d=2015-04-14", {}, ""),
}  # fmt: skip


def _picture(opened):
    return Image.open(io.BytesIO(opened.page.screenshot())).convert("RGB").reduce(SHRUNK)


def _changed(one, other):
    """Give the share of pixels that differ."""
    if one.size != other.size:
        return 1.0
    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[CHANGED:]) / (one.width * one.height)


@pytest.fixture
def look(open_page, dispute_page, seeds_page):
    def opened(name):
        which, address, options, act = LOOKS[name]
        path = {"made": dispute_page, "seeds": seeds_page}[which]
        made = open_page(path=path, address=address, reduced_motion="reduce", **options)
        if not made.page.evaluate(SET_FONT, FONT):
            pytest.fail(f"No {FONT} to take pictures with: apt-get install fonts-dejavu-core")
        made.settle()
        made.page.evaluate(f"() => {{ const {{ app }} = DATELINE; {act} }}")
        made.settle()
        return made

    return opened


@pytest.mark.parametrize("name", LOOKS)
def test_the_page_looks_as_it_was_accepted(name, look, tmp_path, pytestconfig):
    picture = _picture(look(name))
    accepted = PICTURES / f"{name.replace(' ', '-')}.png"
    if pytestconfig.getoption("--update-pictures"):
        picture.save(accepted, optimize=True)
    changed = _changed(picture, Image.open(accepted).convert("RGB"))
    picture.save(tmp_path / accepted.name)
    assert changed <= ALLOWED, (
        f"{changed:.1%} of the picture differ: compare {tmp_path / accepted.name} with {accepted}"
    )


def test_a_hatch_that_is_gone_is_seen(look):
    opened = look("desktop")
    before = _picture(opened)
    assert _changed(before, _picture(opened)) == 0
    opened.page.evaluate(
        "() => document.querySelector('path.zone[data-id=z-disputed]').setAttribute('fill', 'none')"
    )
    assert _changed(before, _picture(opened)) > ALLOWED
