"""The picture that a link to the page is shown with, drawn without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maps.preview_fills import Fills
from maps.preview_ground import (
    Frame,
    badges_svg,
    ground_svg,
    names_svg,
    on_day,
    statuses_shown,
    zones_svg,
)
from maps.preview_text import font_files, lines, written
from maps.style import LOOKS, STATUSES
from maps.timeframe import timeframe_of
from maps.words import actor_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.case import Case
    from geo.features import Zone

WIDTH, HEIGHT = 1200, 630  # what those who show links ask for
_MAP = 760  # pixels of it are the map
_LEFT, _RIGHT = _MAP + 40, WIDTH - 36  # the words beside it
_SERIF = 1.1  # as much wider than the other letters the serif ones are
_MOST_ROWS = 5
_PAPER, _PANEL, _INK, _INK_2, _ACCENT = "#FAF8F4", "#FFFFFF", "#191C20", "#4D545D", "#0B4F6C"
_STYLE = (
    ".serif{font-family:'Noto Serif'}.sans{font-family:'Noto Sans'}.bold{font-weight:700}"
    ".italic{font-style:italic}"
    f"text{{fill:{_INK}}}.second{{fill:{_INK_2}}}.brand{{fill:{_ACCENT}}}"
    f".halo{{fill:#3F382C;stroke:{_PAPER};stroke-width:6;stroke-opacity:.9;"
    "stroke-linejoin:round;paint-order:stroke}"
)


def preview_png(case: Case, payload: dict[str, Any]) -> bytes:
    """
    Draw the day a page opens on: what it shows, whose it is, and the key.

    Parameters
    ----------
    case
        What the reports say.
    payload
        The page's own data, for its title, view and base map.

    Returns
    -------
    png
        The same for the same case, whatever fonts a machine has.
    """
    # It takes 20 ms to load, which no command should wait for that draws nothing.
    from resvg_py import svg_to_bytes  # noqa: PLC0415

    return bytes(
        svg_to_bytes(
            svg_string=preview_svg(case, payload),
            font_files=font_files(),
            skip_system_fonts=True,
        )
    )


def preview_svg(case: Case, payload: dict[str, Any]) -> str:
    """Return the picture as SVG."""
    frame = Frame(_MAP, HEIGHT, tuple(payload["view"]))
    time = timeframe_of(case)
    zones, incidents = on_day(case, time.start if time else None)
    fills = Fills(case)
    badges, spots = badges_svg(frame, incidents, case)
    drawn = [
        *ground_svg(frame, payload["base"]),
        *zones_svg(frame, zones, fills),
        *badges,
        *names_svg(frame, case, spots),
    ]
    words = [
        *_head(str(payload["title"]), _day(time.start) if time else "All dates"),
        *_key(statuses_shown(zones), fills, case),
        *_foot(str(payload["subtitle"])),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f"<style>{_STYLE}</style><defs>{fills.definitions}"
        f'<clipPath id="map"><rect width="{_MAP}" height="{HEIGHT}"/></clipPath></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PANEL}"/>'
        f'<g clip-path="url(#map)">{"".join(drawn)}</g>'
        f'<path d="M{_MAP} 0V{HEIGHT}" stroke="#E2DDD3" stroke-width="2"/>{"".join(words)}</svg>'
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _text(words: str, y: float, size: float, classes: str, *, x: float = _LEFT) -> str:
    return f'<text class="{classes}" x="{x}" y="{y}" font-size="{size}">{written(words)}</text>'


def _head(title: str, day: str) -> Iterator[str]:
    yield _text("Dateline", 66, 27, "serif bold italic brand")
    # Two lines of the larger, or three of the smaller, leave the key its room.
    size, most = (44, 2) if len(title) <= 32 else (32, 3)
    y = 126.0
    for line in lines(title, size * _SERIF, _RIGHT - _LEFT, most):
        yield _text(line, y, size, "serif bold")
        y += size * 1.2
    yield _text(day, y, 27, "sans second")


def _key(shown: Sequence[Zone], fills: Fills, case: Case) -> Iterator[str]:
    # From the foot up, so that title and key share what room there is.
    rows = list(shown[:_MOST_ROWS])
    more = len(shown) - len(rows)
    y = 545.0 - 46 * (len(rows) + bool(more))
    for zone in rows:
        look = LOOKS[zone.status]
        yield (
            f'<rect x="{_LEFT}" y="{y}" width="46" height="30" rx="6" fill="{fills.of(zone)}" '
            f'fill-opacity="{look.strength}" stroke="{fills.edge(zone)}" stroke-width="3" '
            f'stroke-dasharray="{look.dash or "none"}"/>'
        )
        name, status = _row(zone, case)
        cut = lines(name, 24, _RIGHT - _LEFT - 62 - len(status) * 12, 1)[0]
        yield (
            f'<text x="{_LEFT + 62}" y="{y + 24}" font-size="24"><tspan class="sans bold">'
            f'{written(cut)}</tspan><tspan class="sans second" font-size="22" dx="9">'
            f"{written(status)}</tspan></text>"
        )
        y += 46
    if more:
        yield _text(f"and {more} more", y + 24, 22, "sans second", x=_LEFT + 62)


def _row(zone: Zone, case: Case) -> tuple[str, str]:
    word = STATUSES[zone.status][0]
    if zone.status in {"disputed", "not_stated"}:
        return word.capitalize(), ""
    return actor_name(zone.actor, case.actor_names) or "Not stated", word


def _foot(subtitle: str) -> Iterator[str]:
    yield f'<path d="M{_LEFT} 558H{_RIGHT}" stroke="#E2DDD3" stroke-width="2"/>'
    # What is counted, then its days.
    for number, part in enumerate(subtitle.split(" · ")[:2]):
        line = lines(part, 20, _RIGHT - _LEFT, 1)[0]
        yield _text(line, 589 + number * 25, 20, "sans second")
