"""The lists of ``geo/data/people.toml`` and ``geo/data/given_names.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from gazetteer.vocabulary import load_vocabulary
from geo.people import Standing


@cache
def words_for(name: str) -> frozenset[str]:
    """Return one list of words about the standing of people."""
    return frozenset(_table("people")["standing"][name].split())


@cache
def standing_of(word: str) -> Standing | None:
    """
    Return what a word in lower case says of whom it is told, in the singular or the plural.

    >>> str(standing_of("sisters")), str(standing_of("governor")), standing_of("street")
    ('private', 'public', None)
    """
    for form in _singulars(word):
        # "A deputy mayor" holds an office, "a private" does not.
        if form in words_for("public"):
            return Standing.PUBLIC
        if form in words_for("private"):
            return Standing.PRIVATE
    return None


def _singulars(word: str) -> tuple[str, ...]:
    forms = [word]
    forms += [word[:-3] + "y"] * word.endswith("ies")
    forms += [word[:-3] + "fe"] * word.endswith("ves")
    forms += [word[:-3] + "man"] * word.endswith("men")
    forms += [word[:-1]] * (word.endswith("s") and len(word) > 3)
    return tuple(forms)


@cache
def is_given_name(word: str) -> bool:
    """Return whether a word in lower case is a first name."""
    return word in _given_names() or word in load_vocabulary().people


@cache
def known_names() -> frozenset[str]:
    """Return the names by which everybody knows somebody in public life."""
    lines = _table("people")["known"]["names"].splitlines()
    return frozenset(line.strip() for line in lines if line.strip())


@cache
def common_names() -> frozenset[str]:
    """Return those of them that thousands bear."""
    return frozenset(_table("people")["known"]["common"].split())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_table("given_names")["names"].split())


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("geo").joinpath("data", f"{name}.toml").read_text("utf-8"))
