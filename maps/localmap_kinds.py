"""What the layers of vector tiles are drawn as: the schemas of Protomaps and OpenMapTiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# From the ground up, as the page draws them.
ORDER = (
    "green", "builtup", "water", "stream", "building", "path", "rail", "street", "road", "border",
)  # fmt: skip
AREAS = frozenset({"green", "builtup", "water", "building"})

_GREEN = frozenset({
    "park", "forest", "wood", "grass", "grassland", "farmland", "scrub", "cemetery",
    "nature_reserve", "national_park", "golf_course", "meadow", "orchard", "vineyard", "garden",
    "recreation_ground", "protected_area", "pitch",
})  # fmt: skip
_BUILT = frozenset({
    "residential", "industrial", "commercial", "retail", "urban_area", "hospital", "school",
    "university", "college", "military", "railway", "airfield", "aerodrome", "pedestrian",
    "suburb", "neighbourhood", "quarter",
})  # fmt: skip
_ROADS = frozenset(["highway", "major_road", "motorway", "trunk", "primary", "secondary"])
_PATHS = frozenset(["path", "track", "other", "footway"])
_RAILS = frozenset({"rail", "transit", "railway"})


def _ground(word: object) -> str | None:
    if word in _GREEN:
        return "green"
    return "builtup" if word in _BUILT else None


def _way(word: object) -> str | None:
    if word in _ROADS:
        return "road"
    if word in _RAILS:
        return "rail"
    return "path" if word in _PATHS else None if word in {"ferry", "aerialway"} else "street"


def _border(word: object) -> str | None:
    # Countries and what is one step below them: Protomaps' words, or OpenStreetMap's levels.
    try:
        level = int(float(str(word)))
    except ValueError:
        return "border" if word in {"country", "region"} else None
    return "border" if level <= 4 else None


# The columns that may say what a feature is: Protomaps' and OpenMapTiles' words.
SOURCES = {"boundary": ("admin_level",)}
WORDS = ("kind", "class")

KINDS: dict[str, Callable[[object], str | None]] = {
    "landcover": _ground,
    "landuse": _ground,
    "water": lambda _: "water",
    "waterway": lambda _: "stream",
    "park": lambda _: "green",
    "buildings": lambda _: "building",
    "building": lambda _: "building",
    "roads": _way,
    "transportation": _way,
    "boundaries": _border,
    "boundary": _border,
}
