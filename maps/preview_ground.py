"""The map inside a preview picture: ground, zones, badges and names, as SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from geo.codes import ZoneStatus
from maps.palette import NOBODY, actor_styles
from maps.preview_text import label
from maps.style import LOOKS, glyph_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from geo.case import Case
    from geo.features import Incident, Zone
    from maps.basemap import Bounds
    from maps.preview_fills import Fills

# The page's own tokens for the ground in daylight: fill, edge, and the edge's dashes.
_GROUND = {
    "land": ("#EFEBE2", "#A2988A", ""),
    "water": ("#CBDCE4", "none", ""),
    "province": ("none", "#CBC3B4", "6 3 2 3"),
    "region": ("none", "#CBC3B4", "2 5"),
    "urban": ("#E7E1D5", "#CBC3B4", ""),
    "district": ("#E7E1D5", "#CFC6B6", ""),
    "camp": ("#FBF9F4", "#8D8371", "1 4"),
}
_SEA, _LAND = "#CBDCE4", "#EFEBE2"
_LEVELS = ("under", "ground", "over")
# A preview is seen at a third of its size: lines and badges are drawn larger than on the page.
_LARGER = 1.5
_CLUSTER_PX = 54  # badges of 46 pixels and a little air
_MOST_NAMES = 7
_OUTSIDE_PX = 60.0  # so far outside no edge or hatch is seen


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of pixels that shows a part of the world in Web Mercator."""

    width: float
    height: float
    bounds: Bounds
    margin: float = 46.0

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a position lies, in pixels from the upper left."""
        west, south, east, north = self.bounds
        if longitude < 0 and east > 180:  # a case across the antimeridian
            longitude += 360
        left, right = math.radians(west), math.radians(east)
        low, high = _mercator(south), _mercator(north)
        scale = min(
            (self.width - 2 * self.margin) / max(right - left, 1e-9),
            (self.height - 2 * self.margin) / max(high - low, 1e-9),
        )
        x = self.width / 2 + (math.radians(longitude) - (left + right) / 2) * scale
        y = self.height / 2 - (_mercator(latitude) - (low + high) / 2) * scale
        return x, y

    def shows(self, points: Sequence[tuple[float, float]]) -> bool:
        """Return whether any of a line's box is inside."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return max(xs) > 0 and min(xs) < self.width and max(ys) > 0 and min(ys) < self.height

    def path(self, rings: Iterable[Iterable[Sequence[float]]]) -> str:
        """Return closed rings as an SVG path; nothing for what lies outside."""
        drawn = [[self.point(*position[:2]) for position in ring] for ring in rings]
        near = (self._near(ring) for ring in drawn if self.shows(ring))
        return "".join(
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in near if ring
        )

    def _near(self, ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """
        Cut a ring to the box and a margin, by the way of Sutherland and Hodgman.

        A country's border around a camp is a million pixels long; its dashes would take seconds.
        """
        for axis, size in enumerate((self.width, self.height)):
            ring = list(_cut_at(ring, axis, -_OUTSIDE_PX, upper=False))
            ring = list(_cut_at(ring, axis, size + _OUTSIDE_PX, upper=True))
        return ring


def _cut_at(
    ring: list[tuple[float, float]], axis: int, edge: float, *, upper: bool
) -> Iterator[tuple[float, float]]:
    for last, now in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        inside = (last[axis] <= edge) == upper, (now[axis] <= edge) == upper
        if inside[0] != inside[1]:
            share = (edge - last[axis]) / (now[axis] - last[axis])
            yield (
                last[0] + share * (now[0] - last[0]),
                last[1] + share * (now[1] - last[1]),
            )
        if inside[1]:
            yield now


def _mercator(latitude: float) -> float:
    # Web Mercator ends at 85 degrees.
    bounded = max(-85.0, min(85.0, latitude))
    return math.asinh(math.tan(math.radians(bounded)))


def ground_svg(frame: Frame, shapes: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Draw the base map."""
    sea = _SEA if any(shape["class"] == "land" for shape in shapes) else _LAND
    yield f'<rect width="{frame.width}" height="{frame.height}" fill="{sea}"/>'
    for shape in shapes:
        fill, edge, dash = _GROUND.get(shape["class"], ("none", "none", ""))
        path = frame.path(shape["rings"])
        if path and (fill, edge) != ("none", "none"):
            yield (
                f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{edge}" '
                f'stroke-width="1.6" stroke-dasharray="{dash or "none"}" stroke-linecap="round"/>'
            )


def zones_svg(frame: Frame, zones: Sequence[Zone], fills: Fills) -> Iterator[str]:
    """Draw zones as the page does: presence under what is held, fighting over it."""
    order = sorted(
        zones,
        key=lambda zone: (_LEVELS.index(LOOKS[zone.status].level), -zone.area_km2, zone.zone_id),
    )
    for zone in order:
        look = LOOKS[zone.status]
        path = frame.path(_rings(zone.geometry))
        if not path:
            continue
        dash = " ".join(f"{float(one) * _LARGER:g}" for one in (look.dash or "").split())
        yield (
            f'<path d="{path}" fill="{fills.of(zone)}" fill-opacity="{look.strength}" '
            f'fill-rule="evenodd" stroke="{fills.edge(zone)}" '
            f'stroke-width="{look.weight * _LARGER:g}" stroke-dasharray="{dash or "none"}" '
            'stroke-linejoin="round"/>'
        )


def _rings(shape: BaseGeometry) -> Iterator[Iterable[Sequence[float]]]:
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon":
            yield part.exterior.coords
            for hole in part.interiors:
                yield hole.coords


def badges_svg(
    frame: Frame, incidents: Sequence[Incident], case: Case
) -> tuple[list[str], list[tuple[float, float]]]:
    """Draw incidents, those close together as one number; and say where badges stand."""
    colours = {actor: style.light for actor, style in actor_styles(case).items()}
    groups: list[tuple[tuple[float, float], list[Incident]]] = []
    for incident in incidents:
        spot = frame.point(incident.geometry.x, incident.geometry.y)
        if not (0 < spot[0] < frame.width and 0 < spot[1] < frame.height):
            continue
        near = next((group for at, group in groups if math.dist(at, spot) < _CLUSTER_PX), None)
        if near is None:
            groups.append((spot, [incident]))
        else:
            near.append(incident)
    drawn = [
        _badge(x, y, group[0], colours) if len(group) == 1 else _ring(x, y, group, colours)
        for (x, y), group in groups
    ]
    return drawn, [spot for spot, _ in groups]


def _colour(incident: Incident, colours: dict[str, str]) -> str:
    known = [colours[actor] for actor in incident.actors[:1] if actor in colours]
    return known[0] if known else NOBODY.light


def _badge(x: float, y: float, incident: Incident, colours: dict[str, str]) -> str:
    known = any(actor in colours for actor in incident.actors[:1])
    colour = _colour(incident, colours)
    # Who did it is not stated: a hollow badge, as on the page.
    fill, line = (colour, "#FFFFFF") if known else ("#FFFFFF", colour)
    return (
        f'<g transform="translate({x:.1f} {y:.1f})"><circle r="22" fill="{fill}" '
        f'stroke="{line}" stroke-width="3"/><path transform="scale(1.2) translate(-12 -12)" '
        f'd="{glyph_of(incident.incident_type)}" fill="none" stroke="{line}" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round"/></g>'
    )


def _ring(x: float, y: float, group: Sequence[Incident], colours: dict[str, str]) -> str:
    around = 2 * math.pi * 24
    share = around / len(group)
    arcs = "".join(
        f'<circle r="24" fill="none" stroke="{colour}" stroke-width="8" '
        f'stroke-dasharray="{share:.2f} {around - share:.2f}" '
        f'stroke-dashoffset="{-number * share:.2f}" transform="rotate(-90)"/>'
        for number, colour in enumerate(sorted(_colour(one, colours) for one in group))
    )
    return (
        f'<g transform="translate({x:.1f} {y:.1f})"><circle r="29" fill="#FFFFFF"/>{arcs}'
        f'<text class="sans bold" y="9" font-size="25" text-anchor="middle">{len(group)}</text></g>'
    )


def names_svg(frame: Frame, case: Case, taken: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Write the names of places where there is room, the most told of first."""
    told = [claim.where.place_id for claim in case.claims]
    places = sorted(case.places, key=lambda place: (-told.count(place.id), place.id))
    boxes = [(x - 30, y - 30, x + 30, y + 30) for x, y in taken]
    written = 0
    for place in places:
        x, y = frame.point(place.longitude, place.latitude)
        half = len(place.name) * 6.5 + 6  # of 22-pixel letters
        for lower in (0, 52, -46):  # where it is, else below or above a badge
            box = (x - half, y + lower - 20, x + half, y + lower + 10)
            inside = box[0] > 0 and box[2] < frame.width and box[1] > 0 and box[3] < frame.height
            if inside and not any(_meet(box, other) for other in boxes):
                boxes.append(box)
                yield label(place.name, x, y + lower, main=written == 0)
                written += 1
                break
        if written == _MOST_NAMES:
            return


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def on_day(case: Case, day: date | None) -> tuple[list[Zone], list[Incident]]:
    """Return what holds or happens on a day; everything if the case has none."""
    if day is None:
        return list(case.zones), list(case.incidents)
    zones = [
        zone
        for zone in case.zones
        if zone.valid_from is not None
        and zone.valid_from <= day
        and (zone.valid_to is None or zone.valid_to > day)
    ]
    incidents = [
        one
        for one in case.incidents
        if one.date_start is not None
        and one.date_start <= day < (one.date_end or one.date_start + timedelta(days=1))
    ]
    return zones, incidents


def statuses_shown(zones: Sequence[Zone]) -> list[Zone]:
    """Return one zone of each actor and status, what says most of it first."""
    order = list(LOOKS)
    first: dict[tuple[str, ZoneStatus], Zone] = {}
    for zone in sorted(zones, key=lambda one: (order.index(one.status), -one.area_km2)):
        shared = zone.status in {ZoneStatus.DISPUTED, ZoneStatus.NOT_STATED}
        first.setdefault(("" if shared else zone.actor, zone.status), zone)
    return list(first.values())
