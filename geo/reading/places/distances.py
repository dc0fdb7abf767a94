"""How far, in words: "seven kilometers", "a few miles", "20 to 30 km", in metres with a range."""

from __future__ import annotations

import math
import re

from geo.reading.number_words import ONES, TENS

# Metres in one unit. Mile, yard and foot: international yard and pound agreement (1959);
# nautical mile: First International Extraordinary Hydrographic Conference (1929).
_UNITS_M = {
    "km": 1_000.0,
    "kilomet": 1_000.0,
    "nautical": 1_852.0,
    "nm": 1_852.0,
    "mi": 1_609.344,
    "met": 1.0,
    "m": 1.0,
    "yard": 0.9144,
    "feet": 0.3048,
    "foot": 0.3048,
}
_UNIT = (
    r"(?:kilomet(?:er|re)s?|kms?|nautical\s+miles?|nm|miles?|mi|met(?:er|re)s?|m|yards?|feet|foot)"
)

# Whether a sentence tells of a distance at all.
UNIT = re.compile(rf"{_UNIT}\b", re.IGNORECASE)

# (low, best, high) of words without a number; section 5.3 of the spatial language, and for
# dozens and hundreds section 10.1. A couple is two, as often loosely three.
_VAGUE: dict[str, tuple[float, float, float]] = {
    "a few": (2, 3, 5),
    "few": (2, 3, 5),
    "several": (3, 4, 9),
    "some": (2, 3, 9),
    "a couple of": (1.5, 2, 3),
    "dozens of": (24, 36, 99),
    "hundreds of": (200, 300, 999),
}
_TIMES = {"": 1, "dozen": 12, "hundred": 100, "thousand": 1_000}

_SPELT = rf"(?:{'|'.join((*ONES, *TENS))})"
_NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?:\s+1/[24]|\s*[\u00bd\u00bc\u00be])?|"
    rf"(?:half\s+an?|{_SPELT}(?:[- ]{_SPELT})?(?:\s+and\s+a\s+half)?|an?)(?:\s+hundred)?)"
)
_HEDGE = (
    r"(?P<hedge>about|around|some|roughly|approximately|nearly|almost|just|only|barely|at\s+least|"
    r"more\s+than|over|less\s+than|under|within|up\s+to|no\s+more\s+than)"
)
_LOOSELY = (
    r"(?P<vague>(?:an?\s+)?(?:few|several|couple\s+of|dozens\s+of|hundreds\s+of))"
    r"(?:\s+(?P<times>hundred|thousand|dozen))?"
)
_QUANTITY = (
    rf"(?:{_HEDGE}\s+)?(?:(?P<first>{_NUMBER})(?:\s*-\s*(?=\d)|\s+(?:to|or)\s+)(?P<last>{_NUMBER})|"
    rf"(?P<number>{_NUMBER})|{_LOOSELY})"
)
_PATTERN = re.compile(rf"{_QUANTITY}[\s-]*(?P<unit>{_UNIT})", re.IGNORECASE)

# The same, to be put into a larger pattern.
DISTANCE = re.sub(r"\?P<\w+>", "?:", rf"(?<![\w.]){_PATTERN.pattern}\b")


def metres(words: str) -> tuple[float, float, float] | None:
    """
    Turn a distance in words into metres: low, best, high.

    >>> metres("seven kilometers")
    (6500.0, 7000.0, 7500.0)
    >>> metres("20 to 30 km")
    (20000.0, 25000.0, 30000.0)
    """
    found = _PATTERN.search(words)
    if found is None:
        return None
    unit = _unit_m(found["unit"])
    low, best, high = _range(found)
    return low * unit, best * unit, high * unit


def _unit_m(word: str) -> float:
    lowered = word.lower()
    return next(size for start, size in _UNITS_M.items() if lowered.startswith(start))


def _range(found: re.Match[str]) -> tuple[float, float, float]:
    if found["vague"]:
        times = _TIMES[(found["times"] or "").lower()]
        low, best, high = _VAGUE[re.sub(r"\s+", " ", found["vague"].lower())]
        return low * times, best * times, high * times
    if found["first"]:
        low, high = number(found["first"]), number(found["last"])
        return min(low, high), (low + high) / 2, max(low, high)
    value = number(found["number"])
    width = half_width(value)
    hedge = re.sub(r"\s+", " ", (found["hedge"] or "").lower())
    if hedge in {"at least", "more than", "over"}:
        return value, value + width, value + 2 * width
    if hedge in {"less than", "under", "up to", "no more than", "within"}:
        return 0.0, value / 2, value
    if hedge in {"nearly", "almost", "barely"}:
        return value - 2 * width, value - width, value
    return value - width, value, value + width


def number(words: str) -> float:
    """
    Read a number in figures or words, halves and quarters included.

    >>> number("twenty-five"), number("1,200"), number("two and a half"), number("half a")
    (25.0, 1200.0, 2.5, 0.5)
    """
    lowered = words.lower()
    figures = re.match(r"\d[\d,]*(?:\.\d+)?", lowered)
    value = float(figures[0].replace(",", "")) if figures else _spelt(lowered)
    for sign, share in (("½", 0.5), ("1/2", 0.5), ("¼", 0.25), ("1/4", 0.25), ("¾", 0.75)):
        if sign in lowered:
            return value + share
    return value


def _spelt(words: str) -> float:
    value = 0.0
    for word in re.findall("[a-z]+", words):
        if word in ONES:
            value += ONES[word]
        elif word in TENS:
            value += TENS[word]
        elif word == "hundred":
            value = max(value, 1.0) * 100
    halves = 0.5 if "half" in words else 0.0
    if value == 0 and not halves:
        return 1.0  # "a mile"
    return value + halves


def half_width(value: float) -> float:
    """
    Return by how much a distance may be off, in its own unit, for the way it is written.

    Georeferencing Quick Reference Guide (2020): a fraction is off by half of what it divides
    the unit into, a decimal by half its last digit, an integer by half its rounding step.

    >>> [half_width(value) for value in (10.1, 10.5, 7, 15, 100, 200, 2000)]
    [0.05, 0.25, 0.5, 0.5, 5.0, 5.0, 50.0]
    """
    fraction = round(value % 1, 6)
    if fraction in {0.25, 0.75}:
        return 1 / 8
    if fraction == 0.5:
        return 1 / 4
    if fraction:
        digits = len(f"{fraction:g}".split(".")[1])
        return 0.5 * math.pow(10, -digits)
    if value < 10:
        return min(0.5, value / 2)
    whole = round(value)
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return 0.5 * max(1.0, min(math.pow(10, math.floor(math.log10(whole)) - 1), math.pow(10, zeros)))
