"""Words that help to tell a place from an ordinary word, and what kind of place it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.names import fold
from gazetteer.place import PlaceKind
from gazetteer.sources.areas import area_id
from gazetteer.sources.regions import region_id

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """
    English words around place names, in lower case.

    ``ordinary`` are no names when alone, among them those of the ``calendar``.

    ``kinds`` says what kind of place a word beside a name announces; the words of
    ``in_name_after`` and ``in_name_before`` belong to the name they stand beside.
    ``in_name_capital`` do where they have a capital (Quezon City); ``parts`` before a name
    stand for a part of the place (Central Luzon).
    ``demonyms`` gives the ISO 3166-1 code of the country whose people are called so.
    ``area_demonyms`` gives the id of the division or region (Texans, Chechen, Darfuri).
    ``people`` are first names, ``also_people`` those that are well-known places too;
    ``longer`` has the words that make a name with a place in it the name of something else.
    """

    ordinary: frozenset[str]
    heads: frozenset[str]
    calendar: frozenset[str]
    people: frozenset[str]
    kinds: dict[str, PlaceKind]
    in_name_after: frozenset[str]
    in_name_before: frozenset[str]
    in_name_capital: frozenset[str]
    parts: frozenset[str]
    before_camp: frozenset[str]
    demonyms: dict[str, str]
    area_demonyms: dict[str, str]
    titles: frozenset[str]
    courtesy: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]
    also_people: frozenset[str]
    with_the: frozenset[str]
    short_states: frozenset[str]
    longer: dict[str, frozenset[str]]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships; read once."""
    words = _read("words.toml")
    kinds = _read("kinds.toml")
    people = {name: frozenset(group.split()) for name, group in _read("people.toml").items()}
    longer = {name: frozenset(group.split()) for name, group in _read("longer_names.toml").items()}
    return Vocabulary(
        ordinary=frozenset(word for group in words.values() for word in group.split()),
        heads=frozenset(kinds["names"]["heads"]),
        calendar=frozenset(words["calendar"].split()),
        people=people["first"],
        kinds={w: PlaceKind(kind) for kind, group in kinds["kinds"].items() for w in group},
        in_name_after=frozenset(kinds["in_name"]["after"]),
        in_name_before=frozenset(kinds["in_name"]["before"]),
        in_name_capital=frozenset(kinds["in_name"]["with_a_capital"]),
        parts=frozenset(kinds["names"]["parts"]),
        before_camp=frozenset(kinds["camp"]["between"]),
        demonyms=_demonyms(_read("countries.toml")),
        area_demonyms=_area_demonyms(),
        titles=people["titles"],
        courtesy=people["courtesy"],
        particles=people["particles"],
        speech=people["speech"],
        also_people=people["both"],
        with_the=frozenset(kinds["names"]["with_the"]),
        short_states=frozenset(kinds["names"]["abbreviated"]),
        longer=longer,
    )


def _demonyms(places: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return the key of the place for each of its demonyms, in the singular and the plural."""
    keys: dict[str, str] = {}
    for key, place in places.items():
        for demonym in place.get("demonyms", ()):
            keys[fold(demonym)] = key
            keys[fold(demonym) + "s"] = key
    return keys


def _area_demonyms() -> dict[str, str]:
    of_areas = _demonyms(_read("areas.toml"))
    regions = {
        name: facts for group in _read("regions.toml").values() for name, facts in group.items()
    }
    return {
        **{demonym: region_id(name) for demonym, name in _demonyms(regions).items()},
        **{demonym: area_id(key) for demonym, key in of_areas.items()},
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
