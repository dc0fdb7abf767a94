# ruff: noqa: RUF001 - news has curly quotes
"""How a place's name is used: for the place, or for what is associated with it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from gazetteer.known import Reading, Window
    from gazetteer.place import Place

_AHEAD = re.compile(r"(?:,[^,.;\n]{1,60},)?\s+(?:has\s+|had\s+|also\s+|later\s+|\w+ly\s+)*([a-z]+)")
_POSSESSIVE = re.compile(r"['’`´ʼ](?:[sS]\b)?")
# What is bound to a place by these is not its government.
_RULING = re.compile(
    r"\b(?:in|at|from|to|near|into|of|outside|inside|for|with|on|by|between|through|and|leave|left)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)


class Use(StrEnum):
    """
    How a name of a place is used, after the pragmatic taxonomy of toponyms.

    M. Gritta, M. T. Pilehvar and N. Collier, "A Pragmatic Guide to Geoparsing
    Evaluation", Language Resources and Evaluation 54 (2020), section 2. Their literal
    toponyms are `LITERAL` here, also where the name modifies a noun ("Aleppo province");
    of the associative ones `METONYM`, `DEMONYM` and `EMBEDDED` are told apart.
    """

    LITERAL = "literal"  # the place itself: "in Damascus", "the Paris suburbs"
    METONYM = "metonym"  # its government or people: "Damascus said"
    DEMONYM = "demonym"  # its people, or an adjective of it: "Syrian forces", "Iraqis"
    EMBEDDED = "embedded"  # part of the name of something else: "University of Aleppo"


def use_of(reading: Reading, window: Window, place: Place) -> Use:
    """Tell whether the name stands for the place or for those who govern it."""
    if place.kind is not PlaceKind.COUNTRY and not _may_govern(reading, window):
        return Use.LITERAL
    start, end = reading.tokens[window.first].start, reading.tokens[window.last].end
    if _RULING.search(reading.text, max(0, start - 12), start):
        return Use.LITERAL
    verb = _AHEAD.match(reading.text, end)
    return Use.METONYM if verb and verb[1] in load_vocabulary().speech else Use.LITERAL


def _may_govern(reading: Reading, window: Window) -> bool:
    """Tell whether a government is called so: capitals are; they weigh as much as millions."""
    # A capital of a small country has at least this importance in the index.
    return reading.known[window.key].importance >= 5.5


def is_possessive(text: str, end: int) -> bool:
    """Tell whether a possessive sign follows: Iraq's, the Philippines'."""
    found = _POSSESSIVE.match(text, end)
    return found is not None and (len(found[0]) > 1 or text[end - 1] in "sS")
