"""How much a noun phrase says of ground: quantities, measures, and what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.control.arguments import governed
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_COUNTED = frozenset({"of", "in", "inside", "but", "except"})
_MEASURED = _COUNTED | {"around", "near", "from", "along", "outside", "within"}


def counted(token: Token) -> Iterator[Token]:
    """Yield what a quantity or a measure is of: "most of", "30 km of", "all but the south"."""
    through = _MEASURED if is_measure(token) else _COUNTED
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in through:
            for noun in governed(child):
                yield _meant(noun, token) if noun.lower_ == "which" else noun
        elif child.dep_ == "conj" and any(c.lower_ == "but" for c in token.children):
            yield child


def _meant(relative: Token, quantity: Token) -> Token:
    """Return what stands before "half of which"."""
    before = quantity.left_edge.i - 1
    if before > relative.sent.start and relative.doc[before].text == ",":
        return relative.doc[before - 1]
    return relative


def is_quantity(token: Token) -> bool:
    """Whether a word says how much: most, half, 40."""
    quantities = control_words().around["quantities"]
    return token.lemma_.lower() in quantities or token.pos_ == "NUM"


def is_square(token: Token) -> bool:
    """Whether a measure is one of area."""
    square = any(c.lower_ in {"square", "sq"} for c in token.children)
    return square or token.lemma_.lower() in {"hectare", "acre"}


def is_measure(token: Token) -> bool:
    """Whether a word measures ground: "30 square kilometres"."""
    return token.lemma_.lower() in control_words().around["measures"]
