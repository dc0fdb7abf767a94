"""The agency a report was taken from: "GOMA (Reuters) -", "(AFP)" at its end, "By AFP"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.boilerplate import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.actors import Actor, ActorTable
    from geo.reading.parsed import ParsedReport

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")
_AT_THE_END = re.compile(
    r"(?:[(\[]([A-Z][\w /-]{1,30})[)\]]|[\u2013\u2014] ?([A-Z]\w{1,30}))\s*\.?\s*$"
)
_BYLINE = re.compile(r"(?:by|source:)\s+([\w ./-]{2,40}?)\s*$", re.IGNORECASE)
# Several agencies of one text are parted so: "Reuters/AFP".
_PARTED = re.compile(r"\s*(?:/|,|&|\band\b)\s*")


@lru_cache(maxsize=4)  # every claim of a report asks for it
def wire_of(parsed: ParsedReport, table: ActorTable) -> Actor | None:
    """Return the one agency that the whole report is taken from; None if none is named."""
    for name in _names(parsed):
        parts = [table.find(part) for part in _PARTED.split(name.strip()) if part]
        agencies = [one for one in parts if one and one.kind is ActorKind.MEDIA_AGENCY]
        if len(agencies) == 1 == len(parts):
            return agencies[0]
    return None


def _names(parsed: ParsedReport) -> Iterator[str]:
    for block in parsed.blocks:
        words = parsed.text[block.start : block.end]
        if block.kind is BlockKind.DATELINE:
            yield from _IN_BRACKETS.findall(words)
        elif block.kind in {BlockKind.BYLINE, BlockKind.CREDIT} and (by := _BYLINE.match(words)):
            yield by[1]
    # What follows the story is a line of its own or the last words of its last paragraph.
    for block in parsed.blocks[-3:]:
        words = parsed.text[block.start : block.end]
        if block.is_story and (found := _AT_THE_END.search(words)):
            yield found[1] or found[2]
        elif block.kind is BlockKind.FOOTER and len(words) < 20:
            yield words.strip("()[]. ")
