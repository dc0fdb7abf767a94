"""In which language a text is written, told by its letters and its commonest words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

# So much of a text is looked at: what language it is in shows within a page or two.
_LOOKED_AT = 20_000
_SOUGHT_IN = 400_000  # with what is no text taken out
# Single letters are initials, or what an apostrophe cuts off.
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_WORDS = re.compile(r"\S{100,}")  # encoded data
# English news has two of our words in five, lists of names and numbers one in ten; in a
# language that is not listed it is one in thirty, by chance.
_ENOUGH = 0.07
_ENOUGH_OF_FEW = 0.03
_FEW_WORDS = 40
# Texts shorter than this say too little: they are let through.
_TOO_FEW_WORDS = 8
_MANY_LETTERS = 300  # without eight words they are no text


def why_not_english(text: str) -> str | None:
    """
    Say why a text is not read as English; None if it is English, or too short to tell.

    >>> why_not_english("Des obus sont tombés sur le marché de la ville vendredi soir")
    'it looks French; only English is read.'
    >>> why_not_english("Abu Omar al-Shishani was seen in Deir ez-Zor and in Raqqa.")
    """
    letters = [letter for letter in text[:_LOOKED_AT] if letter.isalpha()]
    if sum(letter < "\u0250" for letter in letters) * 2 < len(letters):
        return f"most letters are {_script(letters)}; only English is read."
    read = _NO_WORDS.sub(" ", text[:_SOUGHT_IN])[:_LOOKED_AT]
    words = [word.lower() for word in _WORD.findall(read)]
    if not words:
        return "there are no words in it; only English is read."
    if len(words) < _TOO_FEW_WORDS and len(letters) < _MANY_LETTERS:
        return None
    found = Counter(words)
    shares = {
        name: sum(found[word] for word in common) / max(1, len(words))
        for name, common in _languages().items()
    }
    best = max(shares, key=lambda name: (shares[name], name == "English"))
    enough = _ENOUGH if len(words) >= _FEW_WORDS else _ENOUGH_OF_FEW
    if best != "English" and shares[best] >= _ENOUGH:
        return f"it looks {best}; only English is read."
    if shares["English"] < enough:
        return "few of its words are English; only English is read."
    return None


def _script(letters: list[str]) -> str:
    """Return the script of most letters: the first word of their names in Unicode."""
    names = (unicodedata.name(letter, "unknown") for letter in letters[:1_000])
    first = Counter(re.split("[ -]", name)[0] for name in names).most_common(1)[0][0]
    return "Chinese or Japanese" if first == "CJK" else first.capitalize()


@cache
def _languages() -> dict[str, frozenset[str]]:
    listed = files("geo").joinpath("data", "languages.toml").read_text(encoding="utf-8")
    words = {name: frozenset(said.split()) for name, said in tomllib.loads(listed).items()}
    english = words["English"]
    return {name: said if said is english else said - english for name, said in words.items()}
