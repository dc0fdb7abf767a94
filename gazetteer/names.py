# ruff: noqa: RUF001 - look-alike signs are what this module is about
"""Which spellings are the same name: case, accents, articles, apostrophes, Arabic script."""

from __future__ import annotations

import re
import unicodedata

# The Arabic article as it is written in Latin letters: before "sun letters" the l takes
# the sound of the letter that follows (ash-Sham, ad-Dawhah).
ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "es", "ad", "ed", "an", "en", "at", "et"})
ARTICLES |= {"az", "ez", "ar", "er", "il", "ath", "adh"}

SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

# Apostrophes, quotes and the letters that stand for ayn, hamza and the soft sign.
_DROPPED = "'’‘`´ʼʻʾʿʽˈ′″\"“”„ʹʺ׳״·\u200c\u200d\u200e\u200f\u00ad"
_ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئې", "ي"),
    **dict.fromkeys("ةۀەہ", "ه"),
    "ؤ": "و",
    "ک": "ك",
    "ء": "",
    "ـ": "",
}
_TABLE = str.maketrans({**dict.fromkeys(_DROPPED, ""), **_ARABIC})
# Scripts whose letters stand for single sounds, so that Latin letters can stand for them;
# the others are kept as they are: in Latin letters many Chinese names become one.
_ALPHABETS = re.compile(r"[\u0080-\u052f\u0530-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1e00-\u1fff]")
_INITIALS = re.compile(r"\b(\w)\.\s*(?=\w(?:\.|\b))")
_NOT_WORD = re.compile(r"[\W_]+")
_ARABIC_ARTICLE = re.compile(r"^(?:ال)+(?=\w\w)")


def fold(name: str) -> str:
    """
    Return the key under which all spellings of a name meet.

    Folding twice changes nothing, and a name with a letter in it never becomes empty.

    Examples
    --------
    >>> fold("Al Ḩudaydah") == fold("al-Hudaydah") == fold("HUDAYDAH")
    True
    >>> fold("الحديدة") == fold("حديده")
    True
    >>> fold("St. John's")
    'saint johns'
    """
    words = _letters(name).split()
    kept = [_word(word) for word in words if word not in ARTICLES]
    return " ".join(kept or words)


def plain(name: str) -> str:
    """Return the name without case and accents but with its articles, for close comparison."""
    return _letters(name)


def _letters(name: str) -> str:
    text = name.lower().translate(_TABLE) if name.isascii() else _without_marks(name)
    if "." in text:
        text = _INITIALS.sub(r"\1", text)
    return _NOT_WORD.sub(" ", text).strip() or _bare(name)


def _without_marks(name: str) -> str:
    text = unicodedata.normalize("NFKD", name.translate(_TABLE)).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_TABLE)
    if text.isascii():
        return text
    # Marks over Latin, Greek, Cyrillic, Hebrew and Arabic letters are dropped; those of
    # Indian and other Asian scripts are vowels and stay.
    text = "".join(c for c in text if not (unicodedata.combining(c) and c < "\u0900"))
    if _ALPHABETS.search(text):
        from anyascii import anyascii  # noqa: PLC0415 - most names never need its tables

        text = _ALPHABETS.sub(lambda found: anyascii(found[0]), text).lower()
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def _bare(name: str) -> str:
    """Return something for names made of dropped signs alone, such as an ayn by itself."""
    letters = "".join(c for c in name.casefold() if c.isalnum())
    return " ".join(f"{ord(c):x}" for c in letters)


def _word(word: str) -> str:
    return SHORT_FORMS.get(word, _ARABIC_ARTICLE.sub("", word))
