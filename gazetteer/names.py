# ruff: noqa: RUF001 - look-alike signs are what this module is about
"""Which spellings are the same name: case, accents, articles, apostrophes, scripts."""

from __future__ import annotations

import itertools
import re
import unicodedata

from gazetteer.letters import DROPPED, SIGNS

# The Arabic article as it is written in Latin letters: before "sun letters" the l takes
# the sound of the letter that follows (ash-Sham, ad-Dawhah).
ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "es", "ad", "ed", "an", "en", "at", "et"})
ARTICLES |= {"az", "ez", "ar", "er", "il", "ath", "adh"}

# Only before another word: a street ends in "St".
SHORT_FORMS = {
    "st": "saint",
    "ste": "sainte",
    "sta": "santa",
    "sto": "santo",
    "mt": "mount",
    "mts": "mountains",
    "ft": "fort",
    "pt": "point",
    "pto": "puerto",
    "cd": "ciudad",
}
# Only the first word: "N. Korea", "S. Sudan", "E. Timor", "W. Bank". The Italian "e" and the
# Polish "w" stand in the middle.
_QUARTERS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_SPECIAL = ARTICLES | SHORT_FORMS.keys() | _QUARTERS.keys()

# An article glued on by an apostrophe: before its sun letter (As'Suwayda), or "al" before a
# vowel, h, q and w (Al'Hasakah). Before another letter the apostrophe is a Russian soft
# sign: Al'met'yevsk is Almetyevsk.
_GLUED = re.compile(
    r"\b(?:[ae](sh|th|dh|[szrdnt])['’‘`´ʼʻʾʿʽ](?=\1\w\w)|[aeu]l['’‘`´ʼʻʾʿʽ](?=[aeiouhqw]\w))",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b(\w)\.\s*(?=\w(?:\.|\b))")
_ARMENIAN_U = re.compile("[ոՈ][ւՒ]")
_ARABIC_ARTICLE = re.compile(r"^(?:ال)+(?=\w\w)")

# Names in ASCII, half of all, go through the faster tables of bytes; the same signs as SIGNS.
_ASCII_DROPPED = DROPPED.encode("ascii", "ignore")
_ASCII = bytes(ord(SIGNS[code][:1] or " ") for code in range(128)) + bytes(range(128, 256))


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
    words = _words(name)
    if len(words) > 1 and not _SPECIAL.isdisjoint(words):
        words = _written_out([w for w in words[:-1] if w not in ARTICLES], words)
    if not words:
        return _signs_alone(name)
    key = " ".join(words)
    return key if key.isascii() else _without_arabic_articles(key)


def joined(name: str) -> set[str]:
    """
    Return the keys of the name with its articles written as one with what follows.

    There are none where the name has no article before another word.

    Examples
    --------
    >>> sorted(joined("Deir ez-Zor"))
    ['deir alzor', 'deir ezzor']
    >>> joined("Goma")
    set()
    """
    words = _words(name)
    if ARTICLES.isdisjoint(words[:-1]):
        return set()
    return {fold(" ".join(_joined(words, article))) for article in (None, "al")}


def _joined(words: list[str], article: str | None) -> list[str]:
    """Join each article, or this one in its place, to the word behind it."""
    answer = words[:1]
    for before, word in itertools.pairwise(words):
        if before in ARTICLES:
            answer[-1] = (article or before) + word
        else:
            answer.append(word)
    return answer


def plain(name: str) -> str:
    """Return the name without case and accents but with its articles, for close comparison."""
    return " ".join(_words(name)) or _signs_alone(name)


def _words(name: str) -> list[str]:
    if "." in name:
        name = _INITIALS.sub(r"\1", name)
    if name.isascii():
        if "'" in name or "`" in name:
            name = _GLUED.sub("al ", name)
        if "&" in name:
            name = name.replace("&", " and ")
        return name.encode().translate(_ASCII, _ASCII_DROPPED).decode().split()
    if "\u0306" in name:
        # The only mark that makes another letter: и with a breve is й.
        name = unicodedata.normalize("NFC", name)
    if "ւ" in name or "Ւ" in name:
        name = _ARMENIAN_U.sub("u", name)
    text = _GLUED.sub("al ", name).translate(SIGNS)
    if not text.isascii():
        # Marks that come in another order, and letters made of several signs.
        text = unicodedata.normalize("NFC", text)
    return text.split()


def _written_out(kept: list[str], words: list[str]) -> list[str]:
    """
    Return the words without articles and short forms.

    An article never ends a name: the last word of Hoi An stays.
    """
    last = words[-1]
    if not kept:
        return words if last in ARTICLES else [last]
    kept = [SHORT_FORMS.get(word, word) for word in kept]
    kept[0] = _QUARTERS.get(kept[0], kept[0])
    return [*kept, last]


def _without_arabic_articles(key: str) -> str:
    if "ال" not in key:
        return key
    return " ".join(_ARABIC_ARTICLE.sub("", word) for word in key.split(" "))


def _signs_alone(name: str) -> str:
    """Return something for names made of dropped signs alone, such as an ayn by itself."""
    letters = "".join(c for c in name.casefold() if c.isalnum())
    return " ".join(f"{ord(c):x}" for c in letters)
