"""Records of Who's On First, GeoJSON, as places with outlines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from gazetteer.place import Place, PlaceKind
from gazetteer.sources.features import on_earth, outline_of, point_of
from gazetteer.sources.osm import KINDS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SOURCE = "Who's On First"

# Variants are other spellings, colloquial ones nicknames; unknown ones may be anything.
_NAME_KEY = re.compile(r"name:[a-z]{3}(?:_[a-z]+)?_x_(?:preferred|variant|colloquial)")
# Labels point at a good place to write the name, geom at the arithmetic middle.
_POINTS = (("lbl:longitude", "lbl:latitude"), ("geom:longitude", "geom:latitude"))


def is_wof(feature: Mapping[str, Any]) -> bool:
    """Tell whether the feature is a record of Who's On First."""
    return any(key.startswith("wof:") for key in feature.get("properties") or ())


def wof_place(feature: Mapping[str, Any]) -> tuple[Place, str | None]:
    """
    Return the place of a record, and the id that it has elsewhere if it says one.

    Raises
    ------
    ValueError
        When the record is no longer in force or lacks a name or a place on earth.
    """
    facts = feature["properties"]
    # 0 is known to be no more; -1 is not known.
    if facts.get("wof:superseded_by") or str(facts.get("mz:is_current")) == "0":
        raise ValueError("it is no longer in force")
    number = facts.get("wof:id")
    name = _english(facts)
    if not name or not isinstance(number, int):
        raise ValueError("it has no wof:name or no wof:id")
    outline = outline_of(feature)
    longitude, latitude = on_earth(_point(facts) or point_of(feature, outline))
    country = str(facts.get("wof:country") or "").upper()
    kind = _kinds()["wof"]["placetype"].get(facts.get("wof:placetype"), "region")
    place = Place(
        id=f"wof:{number}",
        name=name,
        kind=PlaceKind(kind),
        longitude=longitude,
        latitude=latitude,
        country=country if re.fullmatch(r"[A-WYZ][A-Z]|XK", country) else None,
        parents=_parents(facts, number),
        other_names=tuple(dict.fromkeys(one for one in _names(facts) if one != name)),
        population=_population(facts),
        outline=outline,
        source=SOURCE,
    )
    return place, _elsewhere(facts)


def _english(facts: Mapping[str, Any]) -> str:
    preferred = facts.get("name:eng_x_preferred") or [facts.get("wof:name") or ""]
    return str(preferred[0] if isinstance(preferred, list) else preferred).strip()


def _names(facts: Mapping[str, Any]) -> Iterator[str]:
    yield str(facts.get("wof:name") or "").strip() or _english(facts)
    for key, value in facts.items():
        if _NAME_KEY.fullmatch(key):
            names = value if isinstance(value, list) else [value]
            yield from (str(one).strip() for one in names if str(one).strip())


def _point(facts: Mapping[str, Any]) -> tuple[float, float] | None:
    for keys in _POINTS:
        longitude, latitude = (facts.get(key) for key in keys)
        # Records without a place have 0, 0.
        if longitude is not None and latitude is not None and (longitude or latitude):
            return float(longitude), float(latitude)
    return None


def _parents(facts: Mapping[str, Any], own: int) -> tuple[str, ...]:
    """Return the ids of what the record lies in, by the fewest ancestors first."""
    hierarchy = facts.get("wof:hierarchy") or [{}]
    first = hierarchy[0] if isinstance(hierarchy, list) else hierarchy
    order = _kinds()["wof"]["nearest_first"]
    found = (first.get(f"{placetype}_id") for placetype in order)
    # Negative numbers say that it is not known, or that there are several.
    ids = [f"wof:{number}" for number in found if isinstance(number, int) and number > 0]
    parents = [one for one in ids if one != f"wof:{own}"]
    country = str(facts.get("wof:country") or "").upper()
    is_country = facts.get("wof:placetype") in {"country", "dependency", "empire", "continent"}
    if re.fullmatch(r"[A-WYZ][A-Z]|XK", country) and not is_country:
        parents.append(f"iso:{country}")
    return tuple(parents)


def _elsewhere(facts: Mapping[str, Any]) -> str | None:
    same = facts.get("wof:concordances") or {}
    number = str(same.get("gn:id") or "")
    if number.isascii() and number.isdecimal() and int(number):
        return f"geonames:{int(number)}"
    code = str(same.get("iso:id") or same.get("iso:code") or "")
    return f"iso:{code}" if re.fullmatch(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", code) else None


def _population(facts: Mapping[str, Any]) -> int | None:
    value = facts.get("wof:population") or facts.get("gn:population")
    return int(value) if isinstance(value, (int, float)) and value > 0 else None


@cache
def _kinds() -> dict[str, Any]:
    return tomllib.loads(KINDS_FILE.read_text(encoding="utf-8"))
