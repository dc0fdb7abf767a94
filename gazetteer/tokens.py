# ruff: noqa: RUF001 - look-alike signs are what this module is about
"""The words of a running text, as spans, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.names import ARTICLES, SHORT_FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|W\.[ ]?Va\.|[^\W\d_]+(?:['’ʼ‘`´ʿʾʻ][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’`´ʼ][sS]$")
_JOINS = re.compile(r"[ \u00a0\t]+|[-‐‑]|['’]")
# "d'Ivoire", "l'Aquila".
_ELISION = frozenset({"'", "’"})
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)]*(?:\s|$)|\n|[“\"‘(•—]\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """
    One word: ``text[start:end]``, without a possessive 's.

    ``joined`` says whether the next word may belong to the same name, ``spaced`` whether a
    space comes before it rather than a hyphen; ``opens`` whether
    the word begins a sentence, a line or a quotation.
    """

    start: int
    end: int
    word: str
    joined: bool
    spaced: bool
    opens: bool
    is_capital: bool  # a capital letter, or a letter of a script that has none

    @property
    def is_acronym(self) -> bool:
        """All capitals and short, which names of places hardly ever are."""
        letters = self.word.replace(".", "")
        return 1 < len(letters) <= 5 and letters.isupper()


def tokens_of(text: str) -> list[Token]:
    """Return the words of the text in order."""
    answer = []
    found = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    last_end, before = 0, "\n"
    for at, (start, whole) in enumerate(found):
        word = _POSSESSIVE.sub("", whole) if whole[-1] in "sS" else whole
        end = start + len(word)
        after = found[at + 1][0] if at + 1 < len(found) else end
        if at:
            before = text[last_end:start]
        # Most words have a single space on either side.
        following = text[end:after]
        joined = following == " " or _joins(word, following)
        opens = before != " " and bool(_SENTENCE_END.search(before))
        spaced = following[:1].isspace()
        answer.append(Token(start, end, word, joined, spaced, opens, _is_capital(word)))
        last_end = start + len(whole)
    return answer


def _is_capital(word: str) -> bool:
    first = word[2] if word[1:2] in _ELISION and len(word) > 2 else word[0]
    return first.isupper() or first == first.swapcase()


def _joins(word: str, following: str) -> bool:
    if word.lower() in SHORT_FORMS and following.startswith("."):
        following = following[1:]
    return bool(_JOINS.fullmatch(following))


def may_start(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name may begin with this word: a capital, or an article before one."""
    token = tokens[at]
    lower = token.word.lower()
    if lower not in ARTICLES:
        return token.is_capital
    followed = at + 1 < len(tokens) and token.joined and tokens[at + 1].is_capital
    hyphen = followed and not token.spaced
    # In lower case "as", "at" and "an" are English words unless a hyphen follows.
    return hyphen or (followed and (token.word[0].isupper() or lower in {"al", "el"}))
