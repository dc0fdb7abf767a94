"""
Numbers of people as reports write them: digits, words, bounds, ranges and vague words.

The values are those of section 10.1 of the spatial language. Ages, ordinals, percentages,
sums of money, measures, years, dates and names with digits are no such numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims import Count
from geo.reading.incidents.bounds import bounded
from geo.reading.incidents.number_values import NUMBER, SCALE, SCALES, scale_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# Low, best and high of words that give no number: twice the unit, thrice, just below the next.
_VAGUE = {
    "dozens": (24, 36, 99),
    "tens": (20, 30, 99),
    "scores": (40, 60, 99),
    "hundreds": (200, 300, 999),
    "thousands": (2_000, 3_000, 9_999),
    "tens of thousands": (20_000, 30_000, 99_999),
    "hundreds of thousands": (200_000, 300_000, 999_999),
    "millions": (2_000_000, 3_000_000, 9_999_999),
}
# The same for words that stand alone or before a scale: "several", "a few thousand".
_FEW = {"several": (2, 3, 9), "a few": (2, 3, 5), "a couple": (2, 2, 2), "a handful": (3, 5, 9)}
_FEW |= {"a pair": (2, 2, 2), "a trio": (3, 3, 3), "a score of": (20, 20, 20)}

_FEW_RE = rf"(?:{'|'.join(_FEW)})(?:\s+(?:of\s+)?{SCALE})?"
_VAGUE_RE = "|".join(sorted(_VAGUE, key=len, reverse=True))

# What a word before or behind a number makes of it.
_BOUNDS = {
    "at_least": r"at\s+(?:the\s+very\s+)?least|not?\s+(?:fewer|less)\s+than|a\s+minimum\s+of"
    r"|upwards?\s+of|as\s+few\s+as",
    "more_than": r"(?:(?:well|far|slightly|just)\s+)?(?:more\s+than|over|above|in\s+excess\s+of)",
    "up_to": r"up\s+to|as\s+many\s+as|at\s+most|a\s+maximum\s+of|not?\s+more\s+than",
    "fewer_than": r"(?:fewer|less)\s+than|under",
    "nearly": r"nearly|almost|close\s+to|just\s+under",
    "about": r"about|around|some|roughly|approximately|(?:an\s+)?estimated|circa|perhaps",
}
_BOUND_RE = "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS.items())
_FIGURE = re.compile(
    rf"(?:\b(?:{_BOUND_RE})\s+)?(?:\b(?P<between>between)\s+|\bfrom\s+)?(?<![\w.,/:$€£#)-])(?:"
    rf"(?P<first>{NUMBER})(?:\s*(?:[-\u2013\u2014]|\b(?:to|or|(?(between)and|to))\b)\s*"
    rf"(?P<second>{NUMBER}))?"
    rf"(?P<maybe>(?:,?\s+(?:and|or|but))?,?\s+(?:possibly|perhaps|maybe|probably|even)\s+"
    rf"(?:(?:as\s+many\s+as|up\s+to|more\s+than|over|about|around)\s+)?(?P<most>{NUMBER}))?"
    rf"|(?P<few>\b{_FEW_RE})|(?P<vague>\b(?:{_VAGUE_RE})))(?<=\w)\b"
    r"(?:(?P<more>\s+or\s+more\b|\+|-plus\b|\s+at\s+(?:the\s+)?least\b)|(?P<so>\s+or\s+so\b|-odd\b))?",
    re.IGNORECASE,
)
# A change from one number to another.
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|grew|grown|grows?|climb\w*|dropp?\w*|"
    r"shr[aiu]nk\w*|increas\w+|decreas\w+|declin\w+|dwindl\w+|swell\w*|swollen|jump\w*|"
    r"up|down|revis\w+|rais\w+|lower\w*|reduc\w+|went|gone)\s+(?:\w+\s+)?from\s*$",
    re.IGNORECASE,
)
_MONTHS = "january february march april may june july august september october november december"
_MONTHS += " jan feb mar apr jun jul aug sept sep oct nov dec"
_MONTH_RE = rf"(?:{'|'.join(_MONTHS.split())})\b"
_BEFORE = re.compile(
    rf"(?:\b{_MONTH_RE}\.?|\baged?|\bage\s+of|\bno\.|\bnumber|\barticle|\bresolution|\btype|"
    r"\bchapter|\bno|[$€£#])\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[-\s]*(?:%|per\s?cent\b|percent|years?\b|yrs?\b|months?\b|weeks?\b|days?\b|hours?\b|"
    r"minutes?\b|seconds?\b|kilomet\w+|km\b|miles?\b|met(?:er|re)s?\b|mm\b|cm\b|feet\b|ft\b|"
    r"tons?\b|tonnes?\b|kilos?\b|kilograms?\b|kg\b|litres?\b|liters?\b|dollars?\b|euros?\b|"
    rf"times\b|points?\b|p\.?m\b|a\.?m\b|o'clock|degrees?\b|{_MONTH_RE})"
    r"|\(|(?:st|nd|rd|th)\b|[/:]\d|\.\d|-\w*(?:old|year|day|month|point|storey|story|member|man|"
    r"nation|party|week|hour|strong)\b|s\b|-\d|\s+(?:another|thing|side)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in running text: ``text[start:end]`` says it, its bound included."""

    start: int
    end: int
    count: Count
    bound: str = ""  # at_least, more_than, up_to, fewer_than, nearly, about, range, vague or ""


def figures(text: str) -> Iterator[Figure]:
    """
    Yield the numbers of a text that may count people, in order.

    >>> [figure.count for figure in figures("At least 39 dead, some 2,500 displaced.")]
    [Count(low=39, best=39, high=None), Count(low=2250, best=2500, high=2750)]
    """
    for match in _FIGURE.finditer(text):
        if (figure := _figure(match)) is not None:
            yield figure


def _figure(match: re.Match[str]) -> Figure | None:
    bound = next((name for name in _BOUNDS if match[name]), "")
    group = next(name for name in ("first", "few", "vague") if match[name])
    start = match.start() if bound or match["between"] else match.start(group)
    if match["first"] and not _may_count(match):
        return None
    if match["first"] is None:
        low, best, high = _vague_values(match[group])
        count = (
            Count(low, best, None) if bound in {"at_least", "more_than"} else Count(low, best, high)
        )
        return Figure(start, match.end(), count, "vague")
    first = value_of(match[group])
    if match["second"]:
        return _range(match, start, first, value_of(match["second"]))
    if match["maybe"] and (most := value_of(match["most"])) > first:
        # "At least 14 and possibly as many as 30": what is sure is best.
        return Figure(start, match.end(), Count(first, first, most), "range")
    bound = "at_least" if match["more"] else "about" if match["so"] else bound
    return Figure(start, match.end(), bounded(first, bound), bound)


def _range(match: re.Match[str], start: int, first: int, second: int) -> Figure:
    low = _spelled_out(match["first"], first, match["second"], second)
    changed = _CHANGED.search(match.string[max(0, start - 40) : match.start("first")])
    if changed is not None:
        # "has fallen from 100,000 to 12,000": what it was counts no more.
        return Figure(match.start("second"), match.end(), bounded(second, ""), "")
    if low >= second:
        return Figure(start, match.end(), bounded(first, ""), "")
    return Figure(start, match.end(), Count(low, (low + second) // 2, second), "range")


def _spelled_out(first_words: str, first: int, second_words: str, second: int) -> int:
    """Return what "7" means in "7-800,000", and "two" in "two to three thousand"."""
    scale = scale_of(second_words)
    if scale > 1 == scale_of(first_words) and first < second // scale and first_words.isalpha():
        return first * scale
    digits = str(second)
    lead = len(str(first))
    elliptical = second >= 1_000 > first and lead < len(digits)
    if elliptical and first < int(digits[:lead]) and int(digits[lead:]) == 0:
        return first * int(10 ** (len(digits) - lead))
    return first


def _may_count(match: re.Match[str]) -> bool:
    text, first = match.string, match["first"]
    last = max(match.end(name) for name in ("first", "second", "most"))
    if _BEFORE.search(text[max(0, match.start("first") - 24) : match.start("first")]):
        return False
    if _BEHIND.match(text, last) or re.match(r"\w|-[A-Za-z]*\d", text[last : last + 2]):
        return False
    if first.count(".") == 1 and not re.search("[a-z]", first, re.IGNORECASE):
        return False
    if first.isdigit() and len(first) == 4 and 1900 <= int(first) < 2100:
        # A year, unless a noun for people follows at once.
        return bool(re.match(r"\s+(?:people|civilians|soldiers|fighters)\b", text[last:]))
    return True


def _vague_values(words: str) -> tuple[int, int, int]:
    plain = " ".join(words.lower().split())
    if plain in _VAGUE:
        return _VAGUE[plain]
    few = next(name for name in _FEW if plain.startswith(name))
    scale = SCALES.get(plain.rsplit(" ", 1)[-1], 1)
    low, best, high = _FEW[few]
    return low * scale, best * scale, high * scale
