"""
Places given relative to a named one: "20 km north of Kidal", "near Kidal", "between A and B".

Distances become metres with a range (section 5.3 and 8 of the spatial language): the half-width
comes from the way the number is written, after the Georeferencing Quick Reference Guide (2020).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.claims import Near
from geo.reading.parsed import plain
from geo.reading.places.distances import DISTANCE, metres
from geo.reading.places.parts import DIRECTION, compass, part_before_or_after
from geo.reading.places.shores import (
    SIDE_OF_BORDER_WITH,
    is_joint_border,
    shore_after,
    shore_before,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims import Mention
    from geo.reading.parsed import Sentence

_HEADING = (
    rf"(?:(?:due|directly|just)\s+)?(?P<heading>{DIRECTION}(?:[- ]{DIRECTION})?)(?:wards?|erly)?"
)
# What may stand between the relation and the name: "near the northern town of X".
_LEAD = (
    r"(?:(?:the|its|their|his|her|\w+'s)\s+)?(?:[a-z]+(?:-[a-z]+)*\s+){0,2}?(?:(?:city|town|village|"
    r"province|district|state|camp|port|capital|settlement|county)\s+of\s+)?"
)

_DISTANCE = re.compile(
    rf"(?P<distance>{DISTANCE})(?:\s*\((?P<aside>[^)]*)\))?\s*,?\s*"
    rf"(?:(?:to\s+the\s+)?{_HEADING}\s+(?:of|from)|(?:further\s+)?(?:away\s+)?(?:from|outside(?:\s+of)?|"
    rf"off(?:\s+the\s+coast\s+of)?|short\s+of)|of)\s+{_LEAD}$",
    re.IGNORECASE,
)
# "the outskirts of X" reaches both sides of its border; a heading says which.
_OUTSKIRTS = re.compile(
    rf"(?:(?P<heading>{DIRECTION})(?:ern)?\s+)?(?:outskirts|suburbs|environs)\s+of\s+{_LEAD}$",
    re.IGNORECASE,
)
_HEADING_OF = re.compile(rf"(?P<lead>\S+\s+)?(?<!\w){_HEADING}\s+of\s+{_LEAD}$", re.IGNORECASE)
_EDGE = re.compile(rf"\b(?:edges?|fringes?|periphery)\s+of\s+{_LEAD}$", re.IGNORECASE)
_ADJACENT = re.compile(
    rf"\b(?:next\s+to|adjacent\s+to|adjoining|beside|alongside|bordering)\s+{_LEAD}$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"\b(?:near(?:\s+to)?|close\s+to|not\s+far\s+from|(?:in|around)\s+the\s+vicinity\s+of|"
    rf"in\s+the\s+area\s+(?:around|of)|around|a\s+short\s+distance\s+from)\s+{_LEAD}$",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(rf"\boutside(?:\s+of)?\s+{_LEAD}$", re.IGNORECASE)
_BETWEEN = re.compile(rf"\b(?:mid-?way\s+|half-?way\s+)?between\s+{_LEAD}$", re.IGNORECASE)
_ROAD_BEFORE = re.compile(
    rf"\b(?:road|highway|route|motorway|track)\s+(?:from|between|linking|connecting|leading\s+to|to)"
    rf"\s+{_LEAD}$",
    re.IGNORECASE,
)
_ROAD_AFTER = re.compile(r"\s*(?:road|highway|motorway)\b", re.IGNORECASE)
_JOIN = re.compile(rf"\s*(?:,?\s*(?:and|to|with)|-|/|\u2013)\s*{_LEAD}$", re.IGNORECASE)

_BORDER = r"(?:border|frontier|boundary)"
_BORDER_BETWEEN = re.compile(rf"\b{_BORDER}\s+between\s+{_LEAD}$", re.IGNORECASE)
_BORDER_WITH = re.compile(rf"(?:'s|\u2019s|s')?\s+{_BORDER}\s+with\s+(?:the\s+)?", re.IGNORECASE)
# "A five-kilometre strip along the border with X", "a 10 km wide belt along the X river".
_STRIP = re.compile(
    rf"(?P<distance>{DISTANCE})[\s-]*(?:wide|deep|long)?\s*(?:buffer\s+|security\s+|border\s+)?"
    rf"(?:strip|belt|zone|corridor)(?:\s+of\s+(?:land|territory))?\s+(?:along|on|inside|beside)\s+"
    rf"(?:the\s+)?(?:{_BORDER}\s+(?:with|between|of)\s+|(?:banks?|course)\s+of\s+)?{_LEAD}$",
    re.IGNORECASE,
)

_SIMPLE = ((_ADJACENT, "adjacent"), (_NEAR, "near"), (_OUTSIDE, "outside"), (_EDGE, "edge"))


# Only the last words can govern the name; a long prefix would cost quadratic time.
_REACH = 120


@dataclass(frozen=True, slots=True)
class NearPhrase:
    """
    A relation to one or two named places, with its span in the report.

    ``anchors`` has two mentions for "between A and B" and roads, else one.
    """

    near: Near
    anchors: tuple[Mention, ...]
    start: int
    end: int


def near_phrases(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[NearPhrase, ...]:
    """
    Read the relative places of a sentence.

    Parameters
    ----------
    sentence
        The sentence.
    mentions
        The place mentions that begin in it, in order.

    Returns
    -------
    phrases
        One for each anchor or pair of anchors, in order; empty if there is none.
    """
    found: list[NearPhrase] = []
    taken: set[int] = set()
    ordered = sorted(mentions, key=lambda mention: mention.quote.start)
    for number, mention in enumerate(ordered):
        if mention.quote.start in taken:
            continue
        following = ordered[number + 1] if number + 1 < len(ordered) else None
        phrase = _pair(sentence, mention, following) or near_at(sentence, mention)
        if phrase is not None:
            found.append(phrase)
            taken.update(anchor.quote.start for anchor in phrase.anchors)
    return tuple(found)


def near_at(sentence: Sentence, mention: Mention) -> NearPhrase | None:
    """Read the relation that the words before a mention put something in, or None."""
    before = plain(sentence.raw)[: mention.quote.start - sentence.start]
    passed = max(0, len(before) - _REACH)
    read = _relation(before[passed:])
    if read is None:
        return _shore_at(sentence, mention, before[passed:])
    near, start = read[0], read[1] + passed
    if near.word == "heading" and part_before_or_after(sentence, mention) is not None:
        return None  # "in the south and east of X" lies inside
    return NearPhrase(near, (mention,), sentence.start + start, mention.quote.end)


def _shore_at(sentence: Sentence, mention: Mention, before: str) -> NearPhrase | None:
    """Read what the words behind a name put something on: "Orsa's coast"."""
    after = plain(sentence.raw)[mention.quote.end - sentence.start :]
    read = shore_after(before, after[:_REACH])
    if read is None:
        return None
    return NearPhrase(read[0], (mention,), mention.quote.start, mention.quote.end + read[1])


@lru_cache(maxsize=512)  # several readers ask of one name
def _relation(before: str) -> tuple[Near, int] | None:
    return _measured(before) or shore_before(before) or _headed(before) or _simple(before)


def _measured(before: str) -> tuple[Near, int] | None:
    if found := _last(_STRIP, before):
        width = metres(found["distance"])
        shore = shore_before(before)
        near = Near("strip", width) if shore is None else replace(shore[0], distance_m=width)
        return near, found.start()
    found = _last(_DISTANCE, before)
    distance = metres(found["distance"]) if found else None
    if found is None or distance is None:
        return None
    heading = compass(found["heading"]) if found["heading"] else None
    return Near("distance", distance, heading), found.start()


def _headed(before: str) -> tuple[Near, int] | None:
    if found := _last(_OUTSKIRTS, before):
        heading = compass(found["heading"]) if found["heading"] else None
        return Near("outskirts", None, heading), found.start()
    if (found := _last(_HEADING_OF, before)) and (found["lead"] or "").strip().lower() != "the":
        return Near("heading", None, compass(found["heading"])), found.start("heading")
    if to_the := re.search(rf"\bto\s+the\s+{_HEADING}\s+of\s+{_LEAD}$", before, re.IGNORECASE):
        return Near("heading", None, compass(to_the["heading"])), to_the.start()
    return None


def _simple(before: str) -> tuple[Near, int] | None:
    for pattern, word in _SIMPLE:
        if found := _last(pattern, before):
            return Near(word), found.start()
    return None


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    return pattern.search(before, max(0, len(before) - _REACH))


def _pair(sentence: Sentence, first: Mention, second: Mention | None) -> NearPhrase | None:
    if second is None:
        return _along(sentence, (first,))
    text = plain(sentence.raw)
    at = sentence.start
    gap = text[first.quote.end - at : second.quote.start - at]
    before = text[: first.quote.start - at]
    with_border = _BORDER_WITH.fullmatch(gap) or SIDE_OF_BORDER_WITH.fullmatch(gap)
    if is_joint_border(gap, text[second.quote.end - at :]):
        return NearPhrase(Near("border"), (first, second), first.quote.start, second.quote.end)
    if not with_border and not _JOIN.fullmatch(gap):
        return _along(sentence, (first,))
    strip = _last(_STRIP, before)
    border = _last(_BORDER_BETWEEN, before)
    if with_border or border or strip:
        width = metres(strip["distance"]) if strip else None
        start = strip.start() if strip else border.start() if border else first.quote.start - at
        word = "border" if border and not strip else "strip"
        return NearPhrase(Near(word, width), (first, second), at + start, second.quote.end)
    if found := _last(_BETWEEN, before):
        return NearPhrase(Near("between"), (first, second), at + found.start(), second.quote.end)
    return _along(sentence, (first, second))


def _along(sentence: Sentence, anchors: tuple[Mention, ...]) -> NearPhrase | None:
    text = plain(sentence.raw)
    # The road to one town may end anywhere; between two it keeps to the ground that joins them.
    near = Near("road" if len(anchors) > 1 else "near")
    first, last = anchors[0].quote, anchors[-1].quote
    if found := _last(_ROAD_BEFORE, text[: first.start - sentence.start]):
        return NearPhrase(near, anchors, sentence.start + found.start(), last.end)
    after = text[last.end - sentence.start :]
    if road := _ROAD_AFTER.match(after):
        return NearPhrase(near, anchors, first.start, last.end + road.end())
    return None
