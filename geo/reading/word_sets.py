"""Sets of words, written as a reader reads them."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """
    Return the words of a text as a set.

    >>> sorted(word_set("army navy"))
    ['army', 'navy']
    """
    return frozenset(text.split())
