"""
How much of an area the words say: "most of the east", "up to 90 percent", "large swathes".

The numbers are the lexicon of section 4.1 of the spatial language. A quantity over people or
groups ("most of the factions") is no share of anything here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims import Share
from geo.codes import ShareOf
from geo.reading.number_words import ONES
from geo.reading.parsed import plain
from geo.reading.places.parts import DIRECTION

if TYPE_CHECKING:
    from geo.reading.parsed import Sentence

# low, best, high of each phrase, the first that matches; after section 4.1, which took them
# from studies of how such words are used. "Most" is logically above half, in use nearer 80 %.
ALL = (0.97, 1.0, 1.0)
NEARLY_ALL = (0.85, 0.95, 0.99)
SOME = (0.05, 0.25, 0.60)
POCKETS = (0.01, 0.05, 0.15)
_NEARLY = r"(?:nearly|almost|virtually|practically|all but)"
_FULL = r"(?:full|complete|total)\s+control"
_PIECES = r"(?:parts?|portions?|sections?|areas?)"
_LARGE = r"(?:large|wide|vast|huge|big|broad|great|significant|substantial|sizeable|sizable|major)"
_LEXICON: tuple[tuple[str, tuple[float, float, float]], ...] = (
    (
        rf"{_NEARLY}\s+(?:\w+\s+){{0,2}}?(?:all|the\s+(?:entire|whole)|{_FULL}|entirely|completely)",
        NEARLY_ALL,
    ),
    (r"(?:vast|overwhelming|great)\s+(?:majority|bulk)|(?:the\s+)?bulk", (0.75, 0.88, 0.97)),
    (r"more\s+than\s+half|over\s+half|(?:a\s+)?(?:slim\s+)?majority\s+share", (0.50, 0.58, 0.80)),
    (r"most|(?:a\s+|the\s+)?majority", (0.51, 0.75, 0.95)),
    (r"(?:nearly|almost|close\s+to|about|roughly|around)\s+half", (0.38, 0.47, 0.52)),
    (r"(?:one\s+|a\s+)?half", (0.42, 0.50, 0.58)),
    (r"(?:two|2)[- ]thirds", (0.60, 0.67, 0.73)),
    (r"(?:three|3)[- ]quarters", (0.69, 0.75, 0.81)),
    (r"(?:one|a)[- ]third", (0.28, 0.33, 0.38)),
    (r"(?:one|a)[- ]quarter", (0.20, 0.25, 0.30)),
    (r"much", (0.35, 0.60, 0.90)),
    (
        rf"{_LARGE}\s+(?:swath(?:e|es|s)?|{_PIECES}|chunks?|tracts?|stretches|expanses?)|swath(?:e|es|s)",
        (0.20, 0.45, 0.75),
    ),
    (r"(?:small\s+|isolated\s+|last\s+)?pockets?|(?:a\s+)?(?:small\s+)?foothold", POCKETS),
    (r"(?:some\s+)?(?:parts?|portions?|sections?|areas?)|some|several|a\s+few|a\s+number", SOME),
    (r"all|(?:the\s+)?(?:entire(?:ty)?|whole)", ALL),
)
_WORDS = tuple(
    (re.compile(rf"\b(?P<much>{words})\s+of\b", re.IGNORECASE), numbers)
    for words, numbers in _LEXICON
)
# Without "of": "the entire city", "all the city", "full control of the city".
_BARE = (
    (re.compile(rf"\b(?P<much>{_NEARLY}\s+(?:\w+\s+){{0,2}}?(?:all|the\s+(?:entire|whole)|"
                r"(?:full|complete|total)\s+control))\b", re.IGNORECASE), NEARLY_ALL),
    (re.compile(r"\b(?P<much>(?:the\s+)?(?:entire|whole)|all(?=\s+(?:the|its)\b)|"
                r"(?:full|complete|total|firm)\s+control|fully|completely|entirely)\b",
                re.IGNORECASE), ALL),
    (re.compile(r"\b(?P<much>(?:a|its|their)\s+(?:small\s+)?foothold)\b", re.IGNORECASE), POCKETS),
    (re.compile(r"\b(?P<much>(?:(?:small|isolated|last|only|a\s+few)\s+)*pockets?)\s+(?:in|across|"
                r"around|near|inside)\b", re.IGNORECASE), POCKETS),
    (re.compile(r"\b(?P<much>much|most)\s+of\b", re.IGNORECASE), (0.35, 0.60, 0.90)),
)  # fmt: skip
_PERCENT = re.compile(
    r"\b(?P<much>(?:(?P<bound>up to|as much as|at most|more than|over|at least|no less than|nearly|"
    r"almost|less than|about|around|roughly|some|approximately|an estimated)\s+)?"
    r"(?P<number>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent))(?:\s+of\b)?",
    re.IGNORECASE,
)
# "14 of the 17 townships": divisions of one state differ in area, which leaves this much open;
# set by judgement, not measured.
_UNEQUAL = 0.15
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(ONES)})"
_COUNTED = re.compile(
    rf"\b(?P<much>(?P<held>{_COUNT})\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+|[\w-]+(?:'s|s')\s+)?"
    rf"(?:[\w-]+(?:'s|s')\s+)?(?P<all>{_COUNT})\s+(?:[a-z-]+\s+){{0,2}}"
    r"(?:townships|districts|provinces|states|regions|counties|municipalities|departments|"
    r"governorates|neighbou?rhoods|quarters|wards|villages|towns|communes|oblasts|islands))\b",
    re.IGNORECASE,
)
_UPPER = {"up to", "as much as", "at most", "less than"}
_LOWER = {"more than", "over", "at least", "no less than"}

_PEOPLE = re.compile(
    r"^\s*(?:(?:the|its|their|these|those|all|camp|city|town|local|other|\w+'s|[\w-]+(?:ian|ish|ese|ic|ist|ed))"
    r"\s+){0,4}(?:whom|us|people|residents?|civilians?|doctors?|refugees?|factions?|groups?|"
    r"fighters?|militants?|rebels?|forces|troops|soldiers?|inhabitants|population|families|"
    r"officials?|members?|staff|men|women|children|victims?|dead|wounded|homes|houses|seats|votes?|"
    r"money|time|day|week|month|year|aid|budget)\b",
    re.IGNORECASE,
)
_PRIOR = re.compile(
    r"^[^,;.]*?\b(?:it|they|he|the\s+\w+|[A-Z]\w+)\s+(?:had\s+|has\s+|have\s+|once\s+|previously\s+|"
    r"formerly\s+|initially\s+|recently\s+|earlier\s+){0,3}(?:controlled|seized|held|captured|took|"
    r"taken|occupied|gained|won|conquered|overran|ruled)\b",
)
_DIRECTION = re.compile(
    rf"^\s*(?:the|its)\s+(?:far\s+|\w+'s\s+)?{DIRECTION}(?:ern)?\b", re.IGNORECASE
)
_ADJECTIVE = re.compile(rf"^\s*{DIRECTION}ern\b", re.IGNORECASE)
_OWN_DIRECTION = re.compile(rf"^[^,;]{{0,40}}'s\s+{DIRECTION}(?:ern)?\b", re.IGNORECASE)

_PART_BEFORE = re.compile(
    rf"{DIRECTION}(?:ern)?(?:most)?\s+$|\b(?:central|inner|old|as|in)\s+$", re.IGNORECASE
)

_LARGELY = re.compile(
    r"\b(?:largely|mostly|mainly|chiefly|primarily|principally|essentially|almost|nearly|"
    r"predominantly)\b",
    re.IGNORECASE,
)


def share_in(sentence: Sentence, start: int, end: int) -> Share | None:
    """
    Read the share of an area that a span of a sentence says.

    Parameters
    ----------
    sentence
        The sentence.
    start, end
        The span of the report to look in, in code points: from the predicate to the end of
        its object. What the share is of is read from the words behind it, up to ``end``.

    Returns
    -------
    share
        None where no quantity is said, or it counts people and not ground.
    """
    text = plain(sentence.raw)[start - sentence.start : end - sentence.start]
    found = _percent(text) or _counted(text) or _word(text)
    if found is None:
        return None
    (low, best, high), words, rest = found
    if _PEOPLE.match(rest):
        return None
    return Share(low, best, high, _of_what(rest), words)


def exclusivity_in(sentence: Sentence, start: int, end: int) -> Share:
    """
    Read how much of its own ground a force that is "confined to" a part has there.

    "Largely" is 0.6 to 1, best 0.85 (section 4.2); without such a word it is all of it.
    """
    text = plain(sentence.raw)[start - sentence.start : end - sentence.start]
    if hedge := _LARGELY.search(text):
        return Share(0.60, 0.85, 1.0, ShareOf.HOLDER, hedge[0])
    return Share(*ALL, ShareOf.HOLDER, "")


def _percent(text: str) -> tuple[tuple[float, float, float], str, str] | None:
    found = _PERCENT.search(text)
    if found is None:
        return None
    number = float(found["number"]) / 100
    if not 0 < number <= 1:
        return None
    bound = (found["bound"] or "").lower()
    return _bounded(number, bound), found["much"], text[found.end() :]


def _counted(text: str) -> tuple[tuple[float, float, float], str, str] | None:
    """Read the share of a count: "four of its five states"."""
    found = _COUNTED.search(text)
    if found is None:
        return None
    held, every = (
        ONES[one] if (one := found[name].lower()) in ONES else int(one) for name in ("held", "all")
    )
    if not 0 < held <= every:
        return None
    share = held / every
    numbers = ALL if held == every else (
        round(max(0.0, share - _UNEQUAL), 4), round(share, 4), round(min(1.0, share + _UNEQUAL), 4)
    )  # fmt: skip
    return numbers, found["much"], text[found.end() :]


def _bounded(number: float, bound: str) -> tuple[float, float, float]:
    step = _rounding(number)
    if bound in _UPPER:
        return round(0.6 * number, 4), round(0.9 * number, 4), number
    if bound in _LOWER:
        return number, min(1.0, number + step / 2), min(1.0, round(number + 2 * step, 4))
    if bound in {"nearly", "almost"}:
        return round(number - step, 4), round(number - step / 2, 4), number
    return round(number - step / 2, 4), number, min(1.0, round(number + step / 2, 4))


def _rounding(number: float) -> float:
    """Return how finely a percentage was rounded: 10, 5 or 1 points (section 10.1)."""
    points = round(number * 100, 2)
    if points % 10 == 0:
        return 0.10
    return 0.05 if points % 5 == 0 else 0.01


def _word(text: str) -> tuple[tuple[float, float, float], str, str] | None:
    hits = [
        (found.start(), order, numbers, found)
        for order, (pattern, numbers) in enumerate((*_WORDS, *_BARE))
        if (found := pattern.search(text)) and not _named_part(text, found)
    ]
    if not hits:
        return None
    # The lexicon is in order of specificity, but the outermost quantity of a phrase is the
    # one that counts: "most of the parts of the city".
    first = min(hits, key=lambda hit: (hit[0], hit[1]))
    return first[2], first[3]["much"], text[first[3].end() :]


def _named_part(text: str, found: re.Match[str]) -> bool:
    """Whether it is "the northern part of", a place and no quantity."""
    return _PART_BEFORE.search(text[: found.start()]) is not None


def _of_what(rest: str) -> ShareOf:
    if _PRIOR.match(rest):
        return ShareOf.PRIOR_HOLDING
    if _DIRECTION.match(rest) or _ADJECTIVE.match(rest) or _OWN_DIRECTION.match(rest):
        return ShareOf.PART
    return ShareOf.REGION
