"""The lists of ``geo/data/people.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words_for(name: str) -> frozenset[str]:
    """Return one list of words about the standing of people."""
    return frozenset(_table()["standing"][name].split())


@cache
def known_names() -> frozenset[str]:
    """Return the names by which everybody knows somebody in public life."""
    lines = _table()["known"]["names"].splitlines()
    return frozenset(line.strip() for line in lines if line.strip())


@cache
def common_names() -> frozenset[str]:
    """Return those of them that thousands bear."""
    return frozenset(_table()["known"]["common"].split())


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("geo").joinpath("data", "people.toml").read_text("utf-8"))
