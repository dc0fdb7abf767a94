"""Where quotation marks open and close."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.parsed import ParsedReport, Sentence


def quote_around(parsed: ParsedReport, sentence: Sentence, token: Token) -> tuple[int, int] | None:
    """Return the span of the quotation a token lies in, in the report; None outside of one."""
    at = sentence.offset_of(token)
    for start, end in quotes_of(parsed, sentence):
        if start < at < end:
            return start, end
    return None


def quotes_of(parsed: ParsedReport, sentence: Sentence) -> list[tuple[int, int]]:
    """
    Return the quotations of a sentence's paragraph; an unclosed one runs to its end.

    Marks are paired in order: the plain text has no opening and closing ones.
    """
    block = sentence.block
    pairs = _pairs_of_marks(parsed.text[block.start : block.end])
    return [(block.start + first, block.start + last) for first, last in pairs]


@lru_cache(maxsize=64)  # every claim of a paragraph asks for its quotations
def _pairs_of_marks(text: str) -> tuple[tuple[int, int], ...]:
    marks = [mark.start() for mark in re.finditer('"', text)]
    if len(marks) % 2:
        marks.append(len(text))
    return tuple(zip(marks[::2], marks[1::2], strict=True))
