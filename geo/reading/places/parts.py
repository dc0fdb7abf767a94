"""
Which part of a place the words mean: "the north of the camp", "eastern Mali", "the city centre".

"The north of X" and "northern X" lie inside X. "North of X" and "to the north of X", without
an article of their own, lie outside and are read in `geo.reading.places.near`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.claims import Part
from geo.reading.parsed import plain
from geo.reading.places.distances import UNIT

if TYPE_CHECKING:
    from geo.claims import Mention
    from geo.reading.parsed import Sentence

DIRECTION = r"(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west)"

# "far north", "northern", "northernmost", "south-west": one direction with what it carries.
_HEADING = (
    rf"(?P<far>far|deep|extreme|furthest|farthest|remote|outermost)?[- ]?"
    rf"(?P<dir>{DIRECTION})(?P<most>ernmost|most)?(?P<adj>ern)?"
)
_EXTENT = (
    r"(?P<extent>half|third|quarter|edges?|fringes?|peripher(?:y|ies)|tip|corner|outskirts|"
    r"(?:side|part|section|sector|area|district|suburb|neighbou?rhood|quarter|region|"
    r"front|portion|stretche|wing|end)s?)"
)
_TERM = re.compile(rf"\b{_HEADING}\b(?:\s+{_EXTENT})?", re.IGNORECASE)
_TERMS = re.compile(rf"{_TERM.pattern}|\bcent(?:er|re|ral)\b", re.IGNORECASE)
_BARE = re.sub(r"\?P<\w+>", "?:", _TERM.pattern)
_AND = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|as well as)\s+|\s*/\s*)(?:in\s+|to\s+)?"
# "The centre and north of X", "northern and central X": a centre only beside a direction.
_MIDDLE = r"(?:cent(?:er|re)|central)\b"
_ITEM = rf"(?:(?:{_BARE})|{_MIDDLE})"
_LIST = rf"(?:{_MIDDLE}(?:{_AND}(?:the\s+)?{_ITEM})+|(?:{_BARE})(?:{_AND}(?:the\s+)?{_ITEM})*)"

# What may stand between "of" and the name: "the north of the rebel-held town of X".
_LEAD = r"(?:(?:the|this|that|its)\s+)?(?:(?:[a-z]+-)?[a-z]+\s+)?(?:[a-z]+\s+of\s+)?"
_CENTRE = (
    # The centre of a district is its town.
    r"(?:(?:the\s+)?(?:very\s+)?(?<!district )(?:cent(?:er|re)|heart|middle|core)\s+of|central|"
    r"downtown|inner)"
)
_EDGE = r"(?:the\s+)?(?:very\s+)?(?:inner\s+)?(?:edges?|fringes?|peripher(?:y|ies)|margins?)\s+of"

_BUT = r"(?:all|everything|everywhere|the whole|the entirety)\s+(?:but|except(?:\s+for)?)\s+"
_BEFORE_ALL_BUT = re.compile(
    rf"\b{_BUT}(?:the\s+)?(?P<list>{_LIST})(?:\s+of)?\s+{_LEAD}$", re.IGNORECASE
)
# Characters before a name in which its part stands, however long the list of parts.
_REACH = 200
_BEFORE_OF = re.compile(
    rf"(?P<lead>\S+\s+)?\bthe\s+(?P<list>{_LIST})\s+of\s+{_LEAD}$", re.IGNORECASE
)
# Without an article only the adjective with its noun is a part: "eastern parts of X".
_BEFORE_NOUN_OF = re.compile(rf"\b(?P<list>{_LIST})\s+of\s+{_LEAD}$", re.IGNORECASE)
_BEFORE_BARE = re.compile(rf"(?<!-)\b(?P<list>{_LIST})\s+(?:the\s+)?$", re.IGNORECASE)
_WHOLE_TOWNS = frozenset({"city", "town", "village"})
_BEFORE_CENTRE = re.compile(rf"\b{_CENTRE}\s+{_LEAD}$", re.IGNORECASE)
_BEFORE_EDGE = re.compile(rf"\b{_EDGE}\s+{_LEAD}$", re.IGNORECASE)
_BEFORE_IN_AND_AROUND = re.compile(
    rf"\b(?:in|inside|within)\s*,?\s+(?:and|or)\s+(?:around|near|outside)\s+{_LEAD}$", re.IGNORECASE
)
_BEFORE_OUTSIDE = re.compile(rf"\b(?:outside|outside of)\s+{_LEAD}$", re.IGNORECASE)

_AFTER_IN_AND_AROUND = re.compile(
    r"\s*,?\s+(?:and|or)\s+(?:around|near|outside)\s+(?:it|the\s+\w+)\b", re.IGNORECASE
)
# "the Orsa camp's southwest": the kind of the place may stand between.
_KIND = r"(?:\s+(?:refugee\s+)?(?:camp|city|town|village|district|province))?"
_AFTER_OWN = re.compile(
    rf"{_KIND}'s?\s+(?:entire\s+|whole\s+)?(?P<list>{_LIST})(?!\w)(?!\s+of\b)", re.IGNORECASE
)
_AFTER_OWN_CENTRE = re.compile(
    rf"{_KIND}(?:'s?)?\s+(?:city\s+|town\s+)?(?:cent(?:er|re)|downtown)\b", re.IGNORECASE
)
_AFTER_OWN_EDGE = re.compile(rf"{_KIND}'s?\s+(?:edges?|fringes?|periphery)\b", re.IGNORECASE)

# "the east and north", "the northern third": a part whose place is understood.
_LOOSE = re.compile(rf"\b(?P<but>{_BUT})?(?:the|its|their)\s+(?P<list>{_LIST})", re.IGNORECASE)
_LOOSE_CENTRE = re.compile(
    r"\b(?:the|its)\s+(?:(?:city|town|village)\s+)?(?:cent(?:er|re)|heart)\b(?!\s+of)",
    re.IGNORECASE,
)

# Words that make a direction a heading away from the place, or part of another name.
# "Confined to the north of X", "fled to the south of X": what one can be driven to is inside.
_DRIVEN_TO = re.compile(
    r"\b(?:confined|limited|restricted|reduced|pushed|driven|moved|fled|advanced|spread|retreated|"
    r"withdrew|back|access)\s+(?:\w+ly\s+)?to\s+$",
    re.IGNORECASE,
)
_OUTSIDE_LEAD = frozenset({"to", "toward", "towards"})
# "Sake, 25 km to the northwest": how far off the place is, and no part of it.
_MEASURED = re.compile(
    rf"{UNIT.pattern}\s+(?:away\s+)?(?:(?:further|farther)\s+)?(?:to|towards?)\s+$", re.IGNORECASE
)
_NOT_A_PART = re.compile(
    r"(?:middle|near|far)\s+east\b|the\s+west\s+bank|north\s+atlantic|"
    rf"\b{DIRECTION}ern\s+(?:world|countries|powers|governments?|officials?|allies|media)",
    re.IGNORECASE,
)

# Only the last words before a name can cut it; a longer look back costs time on texts without
# sentences.
_REACH = 160

_EXTENTS = {
    "half": "half",
    "third": "third",
    "quarter": "quarter",
    "tip": "most",
    "corner": "corner",
    "edge": "edge",
    "edges": "edge",
    "fringe": "edge",
    "fringes": "edge",
    "periphery": "edge",
    "peripheries": "edge",
}


def compass(words: str) -> str:
    """
    Turn a direction in words into a compass point.

    >>> compass("north-eastern"), compass("due south"), compass("north-northwest")
    ('NE', 'S', 'NNW')
    """
    letters = re.findall("north|south|east|west", words.lower())
    return "".join(letter[0].upper() for letter in letters)


def terms_of(words: str) -> tuple[str, ...]:
    """
    Read a list of directions as the terms of a part.

    >>> terms_of("south, west and east"), terms_of("northernmost part"), terms_of("eastern half")
    (('S', 'W', 'E'), ('N-most',), ('E-half',))
    """
    return tuple(dict.fromkeys(_term(found) for found in _TERMS.finditer(words)))


def _term(found: re.Match[str]) -> str:
    if found["dir"] is None:
        return "centre"
    point = compass(found["dir"])
    extent = (found["extent"] or "").lower()
    # "the northern quarter" of a city is a neighbourhood, "the northern quarter of" a fourth;
    # both cover about as much ground.
    if found["most"]:
        return f"{point}-most"
    if found["far"]:
        return f"far-{point}"
    return f"{point}-{_EXTENTS[extent]}" if extent in _EXTENTS else point


def part_before_or_after(sentence: Sentence, mention: Mention) -> Part | None:
    """
    Read the part of a place from the words beside its name.

    Parameters
    ----------
    sentence
        The sentence that holds the mention.
    mention
        The mention of the place; one that begins with its article ("the camp") is fine.

    Returns
    -------
    part
        None where the words mean the whole place, or something relative to it.
    """
    text = plain(sentence.raw)
    at = mention.quote.start - sentence.start
    before = text[max(0, at - _REACH) : at]
    after = text[mention.quote.end - sentence.start :]
    if mention.nominal and mention.quote.text.lower() in _WHOLE_TOWNS:
        # "Half of the northern city": which city it is, not which part of it.
        before = _BEFORE_BARE.sub("", before)
    return _inside_and_outside(before, after) or _before(before[-_REACH:]) or _after(after)


def _inside_and_outside(before: str, after: str) -> Part | None:
    if _BEFORE_IN_AND_AROUND.search(before) or _AFTER_IN_AND_AROUND.match(after):
        return Part(("inside", "outside"))
    return None


@lru_cache(maxsize=512)  # several readers ask of one name
def _before(before: str) -> Part | None:
    if found := _BEFORE_ALL_BUT.search(before):
        return Part(terms_of(found["list"]), except_=True)
    if found := _BEFORE_OF.search(before):
        return _inside(found)
    if (found := _BEFORE_NOUN_OF.search(before)) and _has_noun(found["list"]):
        return Part(terms_of(found["list"]))
    if found := _BEFORE_BARE.search(before):
        named = _NOT_A_PART.search(before[-30:])  # "Middle East correspondent"
        return None if named else Part(terms_of(found["list"]))
    for pattern, term in (
        (_BEFORE_CENTRE, "centre"),
        (_BEFORE_EDGE, "edge"),
        (_BEFORE_OUTSIDE, "outside"),
    ):
        if pattern.search(before):
            return Part((term,))
    return None


def _inside(found: re.Match[str]) -> Part | None:
    lead = (found["lead"] or "").strip().lower()
    # "to the north of X" is outside, "to the northern part of X" is not.
    driven = _DRIVEN_TO.search(found.string[: found.end("lead")]) if lead else None
    if lead in _OUTSIDE_LEAD and not driven and not _has_noun(found["list"]):
        return None
    if "outskirts" in found["list"].lower():
        return None
    return Part(terms_of(found["list"]))


def _has_noun(words: str) -> bool:
    """Whether the words name a piece of ground, not only a heading: "part", "deep south"."""
    return any(
        found["far"] or (found["extent"] and found["extent"].lower() != "outskirts")
        for found in _TERM.finditer(words)
    )


def _after(after: str) -> Part | None:
    if found := _AFTER_OWN.match(after):
        return Part(terms_of(found["list"]))
    if _AFTER_OWN_CENTRE.match(after):
        return Part(("centre",))
    return Part(("edge",)) if _AFTER_OWN_EDGE.match(after) else None


def part_in(sentence: Sentence, start: int, end: int) -> Part | None:
    """
    Read a part whose place is understood: "confined to the north", "most of the east".

    Parameters
    ----------
    sentence
        The sentence.
    start, end
        The span of the report to look in, in code points.

    Returns
    -------
    part
        The first part in the span, None if there is none.
    """
    text = plain(sentence.raw)[start - sentence.start : end - sentence.start]
    for found in _LOOSE.finditer(text):
        if _stands_alone(text, found):
            return Part(terms_of(found["list"]), except_=bool(found["but"]))
    return Part(("centre",)) if _LOOSE_CENTRE.search(text) else None


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    words = found["list"]
    rest = text[found.end() :]
    # "the eastern city", "the southern front": the noun that follows is not ours to cut.
    follows_noun = re.match(r"\s+(?!(?:and|or|of|as|in|on|by|with|while|after|since)\b)[a-z]", rest)
    adjective_only = bool(re.search(r"ern$", words, re.IGNORECASE)) and follows_noun
    capital = words[:1].isupper()  # "the West", "the Middle East": not a part of anything
    lead = text[: found.start()].rstrip().rsplit(" ", 1)[-1].lower()
    heading = rest.lstrip().startswith("of ") and lead in _OUTSIDE_LEAD
    heading = heading or _MEASURED.search(text[: found.start()]) is not None
    return not (adjective_only or capital or heading or _NOT_A_PART.search(text[found.start() :]))
