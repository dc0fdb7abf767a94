"""Boundaries of OpenStreetMap, exported as GeoJSON, as places with outlines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from gazetteer.place import Place, PlaceKind
from gazetteer.sources.areas import DATA
from gazetteer.sources.features import on_earth, outline_of, point_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KINDS_FILE = DATA / "outline_kinds.toml"
SOURCE = "OpenStreetMap"

_TYPES = {"n": "node", "w": "way", "r": "relation"}
_ID = re.compile(r"(node|way|relation|[nwra])/?(\d+)")
# Names people use now; old_name and was:name are of the past.
_NAME_KEY = re.compile(
    r"(?:name|alt_name|official_name|short_name|int_name|loc_name|nat_name|reg_name)(?::[\w-]+)?"
)
# What stands behind name: and is no language.
_NOT_LANGUAGES = (":etymology", ":prefix", ":suffix", ":left", ":right", ":pronunciation")
_COUNTRY_KEYS = ("ISO3166-1:alpha2", "ISO3166-1", "country_code", "is_in:country_code")


def osm_place(feature: Mapping[str, Any]) -> tuple[Place, str | None]:
    """
    Return the place of a feature, and the id that it has elsewhere if it says one.

    Raises
    ------
    ValueError
        When it has no name, no place on earth, or no kind; the message says which.
    """
    tags = feature.get("properties") or {}
    name = str(tags.get("name:en") or tags.get("name") or "").strip()
    if not name:
        raise ValueError("it has no name")
    outline = outline_of(feature)
    longitude, latitude = on_earth(point_of(feature, outline))
    kind = _kind(tags)
    country = _country(tags)
    place = Place(
        id=f"osm:{_osm_id(feature, tags)}",
        name=name,
        kind=kind,
        longitude=longitude,
        latitude=latitude,
        country=country,
        parents=(f"iso:{country}",) if country and kind is not PlaceKind.COUNTRY else (),
        other_names=tuple(dict.fromkeys(one for one in _names(tags) if one != name)),
        population=_population(tags.get("population")),
        outline=outline,
        source=SOURCE,
    )
    return place, _elsewhere(tags, kind)


def _osm_id(feature: Mapping[str, Any], tags: Mapping[str, Any]) -> str:
    """Return "relation/123" from any of the forms that exports write."""
    for value in (feature.get("id"), tags.get("@id"), tags.get("full_id"), tags.get("id")):
        found = _ID.fullmatch(str(value))
        if found:
            letter, number = found[1][0], int(found[2])
            if found[1] == "a":
                # osmium numbers areas: twice the way's number, or the relation's and one.
                letter, number = ("r" if number % 2 else "w"), number // 2
            return f"{_TYPES[letter]}/{number}"
    kind = str(tags.get("@type") or tags.get("osm_type") or "").lower()
    digits = str(tags.get("@id") or tags.get("osm_id"))
    if not re.fullmatch(r"-?\d+", digits):
        raise ValueError("it has no id of OpenStreetMap (such as relation/123)")
    if kind[:1] in _TYPES:
        return f"{_TYPES[kind[0]]}/{abs(int(digits))}"
    # Without a type, exports made from osm2pgsql give relations negative numbers.
    return f"{'relation' if int(digits) < 0 else 'way'}/{abs(int(digits))}"


def _kind(tags: Mapping[str, Any]) -> PlaceKind:
    table = _kinds()["osm"]
    if tags.get("boundary") == "administrative" and str(tags.get("admin_level")) in {"2", "4"}:
        return PlaceKind(table["admin_level"][str(tags["admin_level"])])
    for key in ("amenity", "place", "admin_level", "natural"):
        word = table[key].get(str(tags.get(key)))
        if word:
            return PlaceKind(word)
    if tags.get("boundary") or tags.get("place"):
        return PlaceKind.REGION
    return PlaceKind.LANDMARK


def _names(tags: Mapping[str, Any]) -> Iterator[str]:
    for key, value in tags.items():
        if _NAME_KEY.fullmatch(key) and not key.endswith(_NOT_LANGUAGES) and value:
            # Several names under one tag stand side by side.
            yield from (part.strip() for part in str(value).split(";") if part.strip())


def _country(tags: Mapping[str, Any]) -> str | None:
    for key in _COUNTRY_KEYS:
        if re.fullmatch(r"[A-Za-z]{2}", str(tags.get(key))):
            return str(tags[key]).upper()
    division = re.match(r"([A-Z]{2})-", str(tags.get("ISO3166-2")))
    return division[1] if division else None


def _elsewhere(tags: Mapping[str, Any], kind: PlaceKind) -> str | None:
    number = str(tags.get("gn:id") or tags.get("geonames:id") or tags.get("ref:geonames") or "")
    if number.isascii() and number.isdecimal():
        return f"geonames:{int(number)}"
    if kind is PlaceKind.COUNTRY:
        country = _country(tags)
        return f"iso:{country}" if country else None
    division = str(tags.get("ISO3166-2") or "")
    return f"iso:{division}" if re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", division) else None


def _population(value: object) -> int | None:
    digits = str(value or "").replace(",", "").replace(" ", "")
    return int(digits) or None if digits.isascii() and digits.isdecimal() else None


@cache
def _kinds() -> dict[str, Any]:
    return tomllib.loads(KINDS_FILE.read_text(encoding="utf-8"))
