"""Bands that nobody listed and that a report gives a short name: "the Ruvuma Front (RF)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX
from geo.reading.actors.forces import IRREGULAR, NEUTRAL, STATE
from geo.reading.actors.phrase_shape import folded_phrase
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.actors import ActorTable
    from geo.reading.parsed import ParsedReport

# Two letters at least; more than eight is a word in capitals.
_SHORT = re.compile(r"\(\"?([A-Z][A-Z0-9]{1,7}(?:-[A-Z]{1,5})?)\"?\)")
_JOINTS = word_set("of the for and in des de du la le les pour et del los y para da dos do e")
# What the long name must have to be that of a band.
_BANDS = word_set(
    "front army forces force brigade brigades militia resistance liberation guerrilla fighters "
    "revolutionary mujahideen mujahidin armed frente ejército ejercito armée forças libération "
    "liberación libertação"
)
_LONGEST = 12  # words of a long name
_OF_THEM = re.compile(
    rf"\b(?:{'|'.join(sorted(IRREGULAR | NEUTRAL | STATE))}) (?:of|from) (?:the |a )?$",
    re.IGNORECASE,
)


def coined_names(parsed: ParsedReport, table: ActorTable) -> dict[str, str]:
    """Return the names, long and short, that a report gives bands nobody listed."""
    found: dict[str, str] = {}
    # What some actor is called in its own country is read where that country is known.
    local = {name for actor in table for name in actor.generic} if "(" in parsed.text else set()
    for match in _SHORT.finditer(parsed.text):
        short = match[1]
        if short in found or short in local or table.find(short) is not None:
            continue
        start = _start_of_name(parsed.text, match.start(), short)
        if start is None:
            continue
        name = parsed.text[start : match.start()].split()
        if {word.lower() for word in name} & _BANDS or _OF_THEM.search(parsed.text[:start][-40:]):
            found[short] = f"{TEXT_PREFIX}{folded_phrase(name)}"
            found[parsed.text[start : match.start()].strip()] = found[short]
    return found


def _start_of_name(text: str, end: int, short: str) -> int | None:
    """Return where the long name before a bracket begins: its words start with the letters."""
    words = list(re.finditer(r"[^\W\d_][\w'-]*", text[max(0, end - 160) : end]))
    base = max(0, end - 160)
    letters = [letter for letter in short.split("-", maxsplit=1)[0] if letter.isalpha()]
    for word in reversed(words[-_LONGEST:]):
        own = word[0]
        if own[0].upper() == letters[-1]:
            letters.pop()
        elif own[0].isupper() or own.lower() not in _JOINTS:
            return None
        if not letters:
            return base + word.start() if own[0].isupper() else None
    return None


def spots_of(text: str, coined: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where the short names of a report stand in a text: start, end and actor id."""
    for short, actor in coined.items():
        if short in text:
            for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text):
                yield match.start(), match.end(), actor
