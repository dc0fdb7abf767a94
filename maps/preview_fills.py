"""What covers zones in a preview picture: the page's hatches as SVG patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import ZoneStatus
from maps.palette import NOBODY, actor_styles
from maps.style import HATCHES, LOOKS
from maps.words import sides_of

if TYPE_CHECKING:
    from geo.case import Case
    from geo.features import Zone

_WARNING = "#9A3412"  # as in the page's style sheet
# A preview is seen at a third of its size.
_LARGER = 1.5


class Fills:
    """Gives zones their fill and edge, and collects the patterns they need."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._styles = actor_styles(case)
        self._patterns: dict[str, str] = {}

    @property
    def definitions(self) -> str:
        """The patterns that were asked for."""
        return "".join(self._patterns.values())

    def edge(self, zone: Zone) -> str:
        """Return the colour of a zone's edge."""
        if zone.status is ZoneStatus.DISPUTED:
            return _WARNING
        return self._colour("" if zone.status is ZoneStatus.NOT_STATED else zone.actor)

    def of(self, zone: Zone) -> str:
        """Return what fills a zone, as an SVG paint."""
        kind = LOOKS[zone.status].fill
        if kind == "none":
            return "none"
        if kind == "plain":
            return _mixed(NOBODY.light, 0.26)
        actors = sides_of(zone, self._case)[:3] if kind in {"stripes", "marks"} else [zone.actor]
        name = "-".join([kind, *(str(self._number(actor)) for actor in actors)])
        if name not in self._patterns:
            self._patterns[name] = _PATTERNS[kind](self, name, actors)
        return f"url(#{name})"

    def _number(self, actor: str) -> int:
        return list(self._styles).index(actor) if actor in self._styles else -1

    def _colour(self, actor: str) -> str:
        return self._styles.get(actor, NOBODY).light

    def _hatch(self, name: str, actors: list[str]) -> str:
        style = self._styles.get(actors[0], NOBODY)
        mark = HATCHES[style.hatch]
        drawn = (
            f'fill="{style.light}" fill-opacity="{mark.opacity}"'
            if mark.filled
            else f'fill="none" stroke="{style.light}" stroke-width="1.5" '
            f'stroke-opacity="{mark.opacity}"'
        )
        ground = f'<rect width="8" height="8" fill="{_mixed(style.light, 0.26)}"/>'
        path = f'<path d="{mark.path}" {drawn}/>' if mark.path else ""
        return _pattern(name, 8, ground + path)

    def _stripes(self, name: str, actors: list[str]) -> str:
        one, other = (_mixed(self._colour(side), 0.55) for side in (actors[0], actors[-1]))
        return _pattern(
            name,
            14,
            f'<rect width="7" height="14" fill="{one}"/>'
            f'<rect x="7" width="7" height="14" fill="{other}"/>',
            turn=45,
        )

    def _stipple(self, name: str, actors: list[str]) -> str:
        # Each actor's dots stand elsewhere in the tile, so that two on one ground are both seen.
        at = max(0, self._number(actors[0])) * 5
        dots = "".join(
            f'<circle cx="{x % 14 + 1}" cy="{y % 14 + 1}" r="1.4" '
            f'fill="{self._colour(actors[0])}" fill-opacity=".65"/>'
            for x, y in ((2 + at, 2 + at * 2), (9 + at, 9 + at * 2))
        )
        return _pattern(name, 16, dots)

    def _bars(self, name: str, actors: list[str]) -> str:
        colour = _mixed(self._colour(actors[0]), 0.42)
        return _pattern(name, 10, f'<rect width="5" height="10" fill="{colour}"/>', turn=-45)

    def _marks(self, name: str, actors: list[str]) -> str:
        size = 28 * max(2, len(actors))
        crosses = ""
        for number, actor in enumerate(actors):
            x = (number + 0.5) * size / len(actors)
            y = (number * (len(actors) - 1) % len(actors) + 0.5) * size / len(actors)
            path = f"M{x - 4:g} {y - 4:g}l8 8M{x + 4:g} {y - 4:g}l-8 8"
            for colour, width in (("#FFFFFF", 5.0), (self._colour(actor), 2.1)):
                crosses += (
                    f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" '
                    'stroke-linecap="round"/>'
                )
        return _pattern(name, size, crosses)


_PATTERNS = {
    "hatch": Fills._hatch,  # noqa: SLF001  one table for one class
    "stripes": Fills._stripes,  # noqa: SLF001
    "stipple": Fills._stipple,  # noqa: SLF001
    "bars": Fills._bars,  # noqa: SLF001
    "marks": Fills._marks,  # noqa: SLF001
}


def _pattern(name: str, size: float, children: str, *, turn: int = 0) -> str:
    return (
        f'<pattern id="{name}" patternUnits="userSpaceOnUse" width="{size}" height="{size}" '
        f'patternTransform="rotate({turn}) scale({_LARGER})">{children}</pattern>'
    )


def _mixed(colour: str, share: float) -> str:
    """Mix a colour with white: ``share`` of the colour."""
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + 255 * (1 - share)):02x}" for one in channels)
