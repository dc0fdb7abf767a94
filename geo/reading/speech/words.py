"""The lists of ``geo/data/speech.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from geo.codes import Assertion


def words_of(part: str) -> dict[str, frozenset[str]]:
    """Return the lists of one part of the table by their names."""
    return {name: frozenset(words.split()) for name, words in _table()[part].items()}


def verdict_by_word(part: str) -> dict[str, Assertion]:
    """Return what each word of a part makes of a statement."""
    lists = words_of(part)
    return {word: Assertion(verdict) for verdict, words in lists.items() for word in words}


def pairs_of(part: str) -> frozenset[frozenset[str]]:
    """Return the pairs of actors that a part lists."""
    return frozenset(frozenset(pair) for pair in _table()[part]["pairs"])


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("geo").joinpath("data", "speech.toml").read_text("utf-8"))
