"""What a number in digits or words is worth, and the pattern that finds one."""

from __future__ import annotations

import re

from geo.reading.number_words import ONES, TENS

# "zero" counts nobody.
_SMALL = {word: value for word, value in (ONES | TENS).items() if value}
_UNITS = tuple(word for word, value in ONES.items() if value)
_LAKH, _CRORE = 100_000, 10_000_000
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
SCALES |= {"billion": 1_000_000_000, "lakh": _LAKH, "lakhs": _LAKH}
SCALES |= {"crore": _CRORE, "crores": _CRORE}
# Letters set right behind digits: "1.2m", "600k".
_LETTERS = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}

# 1,200,000 and the Indian 12,00,000; the 1.200.000 and 18 000 of other languages, where
# they can be nothing else: "1.200" may be a decimal.
_DIGITS = r"\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])"
_DIGITS += r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d{1,3}(?: \d{3})+(?![\d,.])|\d+(?:\.\d+)?"
_TENS_RE = rf"(?:{'|'.join(TENS)})(?:[\s-]+(?:{'|'.join(_UNITS[:9])}))?"
_SIMPLE = rf"\b(?:{_TENS_RE}|{'|'.join(reversed(_UNITS))})\b"
SCALE = rf"\b(?:{'|'.join(sorted(SCALES, key=len, reverse=True))})\b"
_WORDS = rf"(?:half\s+an?\s+|an?\s+|{_SIMPLE}[\s-]+)?{SCALE}"
_WORDS += rf"(?:\s+(?:and\s+)?{_SIMPLE}(?:\s+{SCALE})?)*(?:\s+{SCALE})*|{_SIMPLE}"
_HALF = r"\s+and\s+a\s+half\b"
_HALVED = rf"(?:\b\d+|\ban?|{_SIMPLE})(?:{_HALF}\s+{SCALE}|\s+{SCALE}{_HALF})"
# A letter is no scale where it may be a metre: "5m from the market".
_NO_METRE = r"(?!\s+(?:from|away|long|high|wide|deep|tall|to|into|of)\b)"
_SCALED = rf"(?:{_DIGITS})(?:\s*-?{SCALE}|(?:{'|'.join(_LETTERS)})\b{_NO_METRE})?"
NUMBER = rf"(?:{_HALVED}|{_SCALED}|{_WORDS})"

_DIGITS_RE = re.compile(_DIGITS)
_HALF_RE = re.compile(_HALF)
_WORD_RE = re.compile("[a-z]+")


def value_of(number: str) -> int:
    """
    Return what digits or words say.

    >>> [value_of(n) for n in ("two hundred and fifty", "1.2m", "three and a half million")]
    [250, 1200000, 3500000]
    """
    text, halves = _HALF_RE.subn("", number.lower())
    words = _WORD_RE.findall(text)
    digits = _DIGITS_RE.match(text)
    if digits:
        unit = (SCALES | _LETTERS)[words[0]] if words else 1
        value = round(_of_digits(digits[0]) * unit)
    else:
        value = _of_words(words)
    if halves:
        return value + SCALES[words[-1]] // 2
    return value // 2 if words and words[0] == "half" else value


def scale_of(number: str) -> int:
    """Return the scale a number in words ends with: 1,000 for "three thousand"."""
    return SCALES.get(number.lower().split()[-1], 1)


def _of_digits(digits: str) -> float:
    plain = digits.replace(",", "").replace(" ", "")
    # No number of people has twenty digits; a row of a thousand has no float either.
    return float((plain.replace(".", "") if plain.count(".") > 1 else plain)[:20])


def _of_words(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _SMALL:
            current += _SMALL[word]
        elif word in SCALES:
            current = max(current, 1) * SCALES[word]
            if SCALES[word] >= 1_000:
                total, current = total + current, 0
    return total + current
