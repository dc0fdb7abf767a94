"""
Which words a reader should choose to see: what was done to a body, told so that one sees it.

The lexicon is ``geo/data/graphic.toml``, with the reason beside each list. That people were
killed is no graphic content; it is what the map is about.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


def is_graphic(text: str) -> bool:
    """
    Return whether words describe cruelty to a body, or a child's death.

    >>> is_graphic("They beheaded two men."), is_graphic("Two men were killed.")
    (True, False)
    >>> is_graphic("burnt bodies"), is_graphic("burnt houses")
    (True, False)
    """
    flat = " ".join(text.split())
    return any(pattern.search(flat) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lists = tomllib.loads(files("geo").joinpath("data", "graphic.toml").read_text("utf-8"))
    always = [one for group in lists["always"].values() for one in group]
    child, people = lists["children"], lists["people"]
    clause = rf"[^.;!?]{{0,{child['apart']}}}?"
    beside = rf"[^.;!?]{{0,{people['near']}}}?"
    wanted = [
        *always,
        rf"{child['child']}\b{clause}\b{child['killed']}\b",
        rf"{child['killed']}\b{clause}\b{child['child']}\b",
        rf"{people['verbs']}\b{beside}\b{people['bodies']}\b",
        rf"{people['bodies']}\b{beside}\b{people['verbs']}\b",
    ]
    return tuple(re.compile(rf"\b(?:{one})", re.IGNORECASE) for one in wanted)
