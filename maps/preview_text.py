"""Text in a preview picture: escaped, in letters that its fonts have, broken into lines."""

from __future__ import annotations

import html
from importlib.resources import files

from anyascii import anyascii

from maps.inert import shown

FONTS = ("NotoSerif-Bold", "NotoSerif-BoldItalic", "NotoSans-Regular", "NotoSans-Bold")
# What the fonts that ship hold: Latin, Greek and Cyrillic, and the signs of a printed page.
_LETTERS = ((0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x45F), (0x1EA0, 0x1EF9))
_PRINTED = ((0x218, 0x21B), (0x490, 0x491), (0x2010, 0x2015), (0x2018, 0x201E), (0x2026, 0x2026))
_WIDE = frozenset("MWmw@%&ЖШЩЮжшщю")
_NARROW = frozenset("Iijlt.,:;'|!()[] f")


def font_files() -> list[str]:
    """Return the fonts that ship with Dateline: no machine's own, so that bytes are the same."""
    folder = files("maps").joinpath("assets", "fonts")
    return [str(folder.joinpath(f"{name}.ttf")) for name in FONTS]


def written(text: str) -> str:
    """Return a text in letters that the fonts have, ready to stand in SVG."""
    return html.escape("".join(_letter(sign) for sign in shown(" ".join(text.split()))))


def _letter(sign: str) -> str:
    known = any(first <= ord(sign) <= last for first, last in (*_LETTERS, *_PRINTED))
    return sign if known else anyascii(sign)


def width(text: str, size: float) -> float:
    """Return about how wide a text is in pixels, rather too much than too little."""
    ems = (0.95 if sign in _WIDE else 0.36 if sign in _NARROW else 0.62 for sign in text)
    return sum(ems) * size


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """Break a text into lines of a width in pixels; one at least; what does not fit is cut."""
    broken: list[str] = []
    for word in "".join(_letter(sign) for sign in shown(text)).split():
        joined = f"{broken[-1]} {word}" if broken else word
        if broken and width(joined, size) <= room:
            broken[-1] = joined
        else:
            broken.append(word)
    if len(broken) > most:
        broken = [*broken[: most - 1], " ".join(broken[most - 1 :])]
    return [_cut(one, size, room) for one in broken] or [""]


def _cut(text: str, size: float, room: float) -> str:
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip(" ,.;:") + "…"


def label(text: str, x: float, y: float, *, main: bool) -> str:
    """Write a place's name on the map, with a halo."""
    kind, size = ("serif", 30) if main else ("sans", 22)
    return (
        f'<text class="{kind} bold halo" x="{x:.1f}" y="{y:.1f}" font-size="{size}" '
        f'text-anchor="middle">{written(text)}</text>'
    )
