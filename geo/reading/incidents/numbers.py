"""
Numbers of people as reports write them: digits, words, bounds, ranges and vague words.

The values are those of section 10.1 of the spatial language. Ages, ordinals, percentages,
sums of money, measures, years, dates and names with digits are no such numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from geo.claims import Count
from geo.reading.number_words import ONES, TENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# "zero" counts nobody.
_SMALL = {word: value for word, value in (ONES | TENS).items() if value}
_UNITS = tuple(word for word, value in ONES.items() if value)
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_SCALES |= {"billion": 1_000_000_000, "lakh": 100_000}

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

_DIGITS = r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?"
_TENS_RE = rf"(?:{'|'.join(TENS)})(?:[\s-]+(?:{'|'.join(_UNITS[:9])}))?"
_SIMPLE = rf"\b(?:{_TENS_RE}|{'|'.join(reversed(_UNITS))})\b"
_SCALE = rf"\b(?:{'|'.join(_SCALES)})\b"
_WORDS = rf"(?:half\s+an?\s+|an?\s+|{_SIMPLE}[\s-]+)?{_SCALE}"
_WORDS += rf"(?:\s+(?:and\s+)?{_SIMPLE}(?:\s+{_SCALE})?)*(?:\s+{_SCALE})*|{_SIMPLE}"
_SCALED = rf"(?:{_DIGITS})(?:\s*-?(?:{'|'.join(_SCALES)})\b)?"
_FEW_RE = rf"(?:{'|'.join(_FEW)})(?:\s+(?:of\s+)?(?:{'|'.join(_SCALES)})\b)?"
_VAGUE_RE = "|".join(sorted(_VAGUE, key=len, reverse=True))
_NUMBER = rf"(?:{_SCALED}|{_WORDS})"

# What a word before or behind a number makes of it.
_BOUNDS = {
    "at_least": r"at\s+(?:the\s+very\s+)?least|not?\s+(?:fewer|less)\s+than|a\s+minimum\s+of"
    r"|upwards?\s+of",
    "more_than": r"(?:(?:well|far|slightly|just)\s+)?(?:more\s+than|over|above|in\s+excess\s+of)",
    "up_to": r"up\s+to|as\s+many\s+as|at\s+most|a\s+maximum\s+of|not?\s+more\s+than",
    "fewer_than": r"(?:fewer|less)\s+than|under",
    "nearly": r"nearly|almost|close\s+to|just\s+under",
    "about": r"about|around|some|roughly|approximately|(?:an\s+)?estimated|circa|perhaps",
}
_BOUND_RE = "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS.items())
_FIGURE = re.compile(
    rf"(?:\b(?:{_BOUND_RE})\s+)?(?:\b(?P<between>between)\s+|\bfrom\s+)?(?<![\w.,/:$€£#)-])(?:"
    rf"(?P<first>{_NUMBER})(?:\s*(?:[-\u2013\u2014]|\b(?:to|or|(?(between)and|to))\b)\s*"
    rf"(?P<second>{_NUMBER}))?"
    rf"|(?P<few>\b{_FEW_RE})|(?P<vague>\b(?:{_VAGUE_RE})))\b(?P<more>\s+or\s+more\b)?",
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


def rounding_step(number: int) -> int:
    """
    Return the step a number is rounded to: the largest 1 or 5 times a power of ten.

    >>> [rounding_step(n) for n in (200, 2_500, 18_000, 160_000, 39)]
    [100, 500, 1000, 10000, 1]
    """
    best = power = 1
    while power * 2 <= number:
        for step in (power, 5 * power):
            if number % step == 0 and number / step >= 2:
                best = step
        power *= 10
    return best


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
    first = _value(match[group])
    if match["second"]:
        return _range(match, start, first, _value(match["second"]))
    bound = "at_least" if match["more"] else bound
    return Figure(start, match.end(), _bounded(first, bound), bound)


def _range(match: re.Match[str], start: int, first: int, second: int) -> Figure:
    low = _spelled_out(first, second)
    if low >= second:
        return Figure(start, match.end(), _bounded(first, ""), "")
    return Figure(start, match.end(), Count(low, (low + second) // 2, second), "range")


def _spelled_out(first: int, second: int) -> int:
    """Return what "7" means in "7-800,000", and "two" in "two to three thousand"."""
    digits = str(second)
    lead = len(str(first))
    elliptical = second >= 1_000 > first and lead < len(digits)
    if elliptical and first < int(digits[:lead]) and int(digits[lead:]) == 0:
        return first * int(10 ** (len(digits) - lead))
    return first


def _may_count(match: re.Match[str]) -> bool:
    text, first = match.string, match["first"]
    last = match.end("second") if match["second"] else match.end("first")
    if _BEFORE.search(text[max(0, match.start("first") - 24) : match.start("first")]):
        return False
    if _BEHIND.match(text, last) or re.match(r"\w|-[A-Za-z]*\d", text[last : last + 2]):
        return False
    if "." in first and not re.search("[a-z]", first, re.IGNORECASE):
        return False
    if first.isdigit() and len(first) == 4 and 1900 <= int(first) < 2100:
        # A year, unless a noun for people follows at once.
        return bool(re.match(r"\s+(?:people|civilians|soldiers|fighters)\b", text[last:]))
    return True


def _value(number: str) -> int:
    """Return what digits or words say."""
    digits = re.match(_DIGITS, number)
    if digits:
        scale = re.search("[a-z]+", number, re.IGNORECASE)
        unit = _SCALES[scale[0].lower()] if scale else 1
        return round(float(digits[0].replace(",", "")) * unit)
    total = current = 0
    words = re.findall("[a-z]+", number.lower())
    for word in words:
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, current = total + current, 0
    value = total + current
    return value // 2 if words[0] == "half" else value


def _vague_values(words: str) -> tuple[int, int, int]:
    plain = " ".join(words.lower().split())
    if plain in _VAGUE:
        return _VAGUE[plain]
    few = next(name for name in _FEW if plain.startswith(name))
    scale = _SCALES.get(plain.rsplit(" ", 1)[-1], 1)
    low, best, high = _FEW[few]
    return low * scale, best * scale, high * scale


def _about(number: int) -> Count:
    step = rounding_step(number)
    half = step / 2 if step > 1 else max(1.0, number / 10)
    return Count(ceil(number - half), number, floor(number + half))


def _plain(number: int) -> Count:
    # From a thousand on a round number is a rounded one, whether a hedge says so or not.
    return _about(number) if number >= 1_000 and rounding_step(number) > 1 else _exact(number)


def _exact(number: int) -> Count:
    return Count(number, number, number)


def _at_least(number: int) -> Count:
    return Count(number, number, None)


def _more_than(number: int) -> Count:
    step = rounding_step(number)
    return Count(number, ceil(number + step / 2), number + step)


def _nearly(number: int) -> Count:
    step = rounding_step(number)
    return Count(number - step, ceil(number - step / 2), number)


def _up_to(number: int) -> Count:
    return Count(round(0.6 * number), round(0.9 * number), number)


def _fewer_than(number: int) -> Count:
    return Count(0, None, number)


_BOUNDED: dict[str, Callable[[int], Count]] = {
    "": _plain,
    "at_least": _at_least,
    "more_than": _more_than,
    "up_to": _up_to,
    "fewer_than": _fewer_than,
    "nearly": _nearly,
    "about": _about,
}


def _bounded(number: int, bound: str) -> Count:
    return _BOUNDED[bound](number)
