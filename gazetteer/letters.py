# ruff: noqa: RUF001 - look-alike signs are what this module is about
"""What each sign of any script becomes in the key of a name."""

from __future__ import annotations

import re
import unicodedata

# Apostrophes, quotes and the letters that stand for ayn, hamza and the soft sign, then signs
# without width that only steer how text is set.
DROPPED = "'’‘`´ʼʻʾʿʽˈ′″\"“”„ʹʺ׳״·ـ\u200c\u200d\u200e\u200f\u00ad\ufeff\u2060"
DROPPED += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

# Letters of the Arabic script that keyboards and spelling habits exchange, from Morocco to
# Pakistan; among them Persian, Urdu, Pashto and Kurdish forms of Arabic letters.
_ARABIC = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیئېےۍێ", "ي"),
    **dict.fromkeys("ةۀەہھۃ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    "ؤ": "و",
    "ء": "",
    "ں": "ن",
    "ګ": "گ",
    "ۆ": "و",
    "ڕ": "ر",
    "ڵ": "ل",
}
# Signs of one sound in Amharic and Tigrinya, used for each other: first sign of the row, of
# the row that stands for both, and how many follow (Unicode chart 1200-137F).
_ETHIOPIC = (
    (0x1210, 0x1200, 7),
    (0x1280, 0x1200, 7),
    (0x1220, 0x1230, 8),
    (0x12D0, 0x12A0, 7),
    (0x1340, 0x1338, 7),
    (0x1203, 0x1200, 1),
    (0x1213, 0x1200, 1),
    (0x1283, 0x1200, 1),
    (0x12A3, 0x12A0, 1),
    (0x12D3, 0x12A0, 1),
)
# Where the Latin letters for a sign are not those that the same name has in Latin script:
# Serbian Ђаково is Đakovo, Бийск is Biysk, the Armenian և is ev.
_OWN = {"ђ": "d", "џ": "dz", "й": "y", "ւ": "v"}
# Dots under Indian letters, which many texts leave out.
_NUKTAS = "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc"
_SAME = {
    **dict.fromkeys(DROPPED + _NUKTAS, ""),
    **_ARABIC,
    **{
        chr(one + step): chr(other + step)
        for one, other, count in _ETHIOPIC
        for step in range(count)
    },
    **_OWN,
    "&": " and ",
}
# Latin, Greek, Cyrillic, Armenian, Georgian and Tifinagh: alphabets whose letters stand for
# single sounds, so that Latin letters can stand for them. Hebrew and Arabic leave out the
# vowels and the syllables of Ethiopic and kana have more of them than the Latin name; in
# Latin letters they would meet nothing but each other, and many Chinese names become one.
_ALPHABETS = re.compile(
    "[\u0080-\u052f\u0530-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u1dbf\u1e00-\u1fff"
    "\u2c60-\u2c7f\u2d00-\u2d7f\ua640-\ua69f\ua720-\ua7ff\uab30-\uab6f]"
)


class _Signs(dict[int, str]):
    """A table for ``str.translate`` that works a sign out when it first comes."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(sign: str) -> str:
    """Return what the sign becomes: letters that stay as they are, blanks, or nothing."""
    if sign in _SAME:
        return _SAME[sign]
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    if lower != sign:
        # Letter by letter until nothing changes any more.
        return "".join(_folded(part) if part != sign else part for part in lower)
    if unicodedata.category(sign).startswith("M"):
        return sign if _is_vowel(sign) else ""
    if not sign.isalnum():
        return " "
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    return _in_latin(sign) if _ALPHABETS.match(sign) else sign


def _is_vowel(mark: str) -> bool:
    """Tell whether the mark is a vowel, as in Indian scripts, or a voiced sound in kana."""
    # Accents, Hebrew and Arabic vowels come before the Indian scripts; the rest are marks
    # for signs of any script, variants of signs and halves of marks.
    others = (("\u1ab0", "\u1aff"), ("\u1dc0", "\u20ff"), ("\ufe00", "\ufe2f"))
    strange = any(first <= mark <= last for first, last in others)
    return "\u0900" <= mark < "\U000e0000" and not strange


def _in_latin(sign: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - most names never need its tables

    return "".join(c for c in anyascii(sign).lower() if c.isalnum())


SIGNS = _Signs()
