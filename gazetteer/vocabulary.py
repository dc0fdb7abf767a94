"""Words that help to tell a place from an ordinary word, and what kind of place it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer.names import fold
from gazetteer.place import PlaceKind

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
    titles: frozenset[str]
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
        demonyms=_demonyms(),
        titles=people["titles"],
        particles=people["particles"],
        speech=people["speech"],
        also_people=people["both"],
        with_the=frozenset(kinds["names"]["with_the"]),
        short_states=frozenset(kinds["names"]["abbreviated"]),
        longer=longer,
    )


def _demonyms() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, country in _read("countries.toml").items():
        for demonym in country.get("demonyms", ()):
            codes[fold(demonym)] = code
            codes[fold(demonym) + "s"] = code
    return codes


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
