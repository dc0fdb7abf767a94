"""Where a noun's own words begin, and which of them say what sort it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both"})
_INDEFINITE = word_set("a an any no some other another")
# Adjectives that tell nothing of who somebody is.
_IDLE = word_set(
    "main key other new remaining local many several numerous suspected unidentified unknown "
    "masked dozens hundreds more some such various respective so-called last first final surviving "
    "fleeing retreating advancing besieged trapped outnumbered"
)
_JOINTS = frozenset({"-", "'s", "'"})
_LONGEST = 7  # words before a noun; more is a slip of the parser


def phrase_start(token: Token) -> int:
    """Return where the noun's own words begin: no article, no verb, no date."""
    doc, start = token.doc, token.i
    floor = max(token.sent.start, token.i - _LONGEST)
    while start > floor and _belongs(doc[start - 1], doc[start], token):
        start -= 1
    while start < token.i and doc[start].text in _JOINTS:
        start += 1
    return start


def _belongs(before: Token, first: Token, noun: Token) -> bool:
    """Whether a word stands in the noun's phrase and not just beside it."""
    if before.ent_type_ in {"DATE", "TIME"} or (before.is_punct and before.text != "-"):
        return False
    kind = before.pos_ in {"ADJ", "NOUN", "PROPN"} or before.text in _JOINTS
    kind = kind or before.dep_ == "amod" or first.text == "-"
    hangs_inside = before.text in _JOINTS or before.i < before.head.i <= noun.i
    # "Indian and Pakistani troops": the second adjective hangs on the first.
    joined = before.dep_ == "conj" and before.head.i < before.i and before.head.head == noun
    return kind and (hangs_inside or joined)


def classifying(phrase: Span) -> list[str]:
    """Return the words that say what sort they are: no superlative, number or "suspected"."""
    text = "".join(
        token.text_with_ws
        for token in phrase
        if token.i == phrase.end - 1
        or not (token.tag_ in {"JJS", "JJR", "RBS", "CD", "VBG"} or token.lower_ in _IDLE)
    )
    return text.split() or [phrase[-1].text]


def is_definite(token: Token) -> bool:
    """Whether it is "the", "these" … of them."""
    return _determiner(token) in _DEFINITE


def is_indefinite(token: Token) -> bool:
    """Whether it is "a", "no", "another" … of them."""
    return _determiner(token) in _INDEFINITE


def folded_phrase(words: list[str]) -> str:
    """
    Return the words of a phrase in the form that ids use.

    >>> folded_phrase(["Zintan", "Brigades"])
    'zintan brigades'
    """
    return " ".join(word.casefold().removesuffix("'s") for word in words)


def _determiner(token: Token) -> str:
    start = phrase_start(token)
    left = token.doc[start - 1].lower_ if start > token.sent.start else ""
    return next((c.lower_ for c in token.children if c.dep_ == "det"), left)
