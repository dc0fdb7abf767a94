"""
All known names in a text at once: what Aho and Corasick's automaton does, in array steps.

A text is cut into words by a table of its bytes; each word gets a 64-bit polynomial hash from
one running sum, each stretch of up to seven words a hash of theirs, and all stretches are
looked up together in a sorted array that lies ready in the index. So nothing is built when the
gazetteer is opened (an automaton of a million names takes seconds and 100 MB), and the text
goes through at the speed of memory.

It is exact for words of plain ASCII letters. A stretch with anything else in it (accents,
other scripts, apostrophes, digits, articles, single letters, short forms such as "St") is called
*hard*: it may be a name, and folding has to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np  # only builds and long texts import this module

from gazetteer.names import ARTICLES, SHORT_FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    Hashes = npt.NDArray[np.uint64]
    Places = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

# As in spot.py: no name that news writes is longer.
LONGEST = 7
# So much text is taken at once, in characters: smaller pieces cost more calls, larger ones memory.
_AT_ONCE = 1 << 19
# Odd numbers without a pattern, from the digits of the golden ratio and of pi.
_BASE, _MIX, _NEXT = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0x243F6A8885A308D3 | 1),
    np.uint64(0x13198A2E03707345),
)
_SPECIAL = ARTICLES | SHORT_FORMS.keys()
# Signs of news that are written in ASCII as well; one for one, so offsets stay.
_LIKE_ASCII = {
    "\u2019": "'",
    "\u2018": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": ",",
    "\u2014": ",",
    "\u2026": ".",
    "\u00a0": " ",
    "\u2010": "-",
    "\u2011": "-",
}


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of a text, as arrays of one entry a word.

    ``starts`` and ``ends`` count bytes; ``joined`` tells whether only blanks or one hyphen
    come before the next word, ``hard`` whether folding does more than to lower its case.
    """

    starts: Places
    ends: Places
    hashes: Hashes
    capital: Flags
    hard: Flags
    joined: Flags


def words_of(raw: bytes) -> Words:
    """Return the words of a text in UTF-8, at most ``_AT_ONCE`` bytes long or so."""
    signs = np.frombuffer(raw, dtype=np.uint8)
    tables = _tables()
    kinds = _without_quotes(tables.kinds[signs], signs)
    edges = np.flatnonzero(np.diff((kinds >= _LOWER).view(np.int8), prepend=0, append=0))
    starts, ends = edges[::2], edges[1::2]
    powers, inverse = _powers(len(signs) + 1)
    sums = np.empty(len(signs) + 1, dtype=np.uint64)
    sums[0] = 0
    np.cumsum(tables.values[signs] * powers[: len(signs)], out=sums[1:])
    hashes = _mixed((sums[ends] - sums[starts]) * inverse[starts])
    hard = np.zeros(len(starts), dtype=bool)
    hard[np.searchsorted(starts, np.flatnonzero(kinds == _FOREIGN), side="right") - 1] = True
    hard |= (ends - starts == 1) | np.isin(hashes, tables.special)
    first = kinds[starts]
    # Whether a letter of another script is a capital is left to folding too.
    capital = (first == _CAPITAL) | (first == _FOREIGN)
    return Words(starts, ends, hashes, capital, hard, _joined(kinds, starts, ends))


def _without_quotes(
    kinds: npt.NDArray[np.uint8], signs: npt.NDArray[np.uint8]
) -> npt.NDArray[np.uint8]:
    """Keep apostrophes between two letters as parts of words, but for a possessive 's."""
    at = np.flatnonzero(kinds == _APOSTROPHE)
    inside = at[(at > 0) & (at < len(kinds) - 1)]
    inside = inside[(kinds[inside - 1] >= _LOWER) & (kinds[inside + 1] >= _LOWER)]
    after = kinds[np.minimum(inside + 2, len(kinds) - 1)]
    possessive = (signs[inside + 1] | 0x20 == ord("s")) & (
        (after < _LOWER) | (inside + 2 == len(kinds))
    )
    kinds[at] = _OTHER
    kinds[inside[~possessive]] = _FOREIGN
    return kinds


def _joined(kinds: npt.NDArray[np.uint8], starts: Places, ends: Places) -> Flags:
    """Tell of each word whether the next may belong to the same name."""
    answer = np.zeros(len(starts), dtype=bool)
    if len(starts) < 2:
        return answer
    after, before = ends[:-1], starts[1:]
    blanks = np.cumsum(kinds == _BLANK, dtype=np.int32)
    gap = before - after
    answer[:-1] = blanks[before - 1] - blanks[after - 1] == gap
    answer[:-1] |= (gap == 1) & (kinds[after] == _HYPHEN)
    return answer


def stretches(words: Words) -> Iterator[tuple[Places, Places, Hashes, Flags]]:
    """
    Yield by length the stretches that begin and end with a capital.

    Each is the first and the last word, the hash and whether it is hard.
    """
    first = np.flatnonzero(words.capital)
    hashes, hard = words.hashes[first], words.hard[first]
    for length in range(1, LONGEST + 1):
        last = first + (length - 1)
        if length > 1:
            going = words.joined[last - 1]
            first, last, hard = first[going], last[going], hard[going]
            hashes = _mixed(hashes[going] * _NEXT + words.hashes[last])
            hard = hard | words.hard[last]
        ends = words.capital[last]
        yield first[ends], last[ends], hashes[ends], hard[ends]


def hashes_of(keys: Sequence[str]) -> tuple[Hashes, Flags]:
    """Return the hash of each folded name, and whether a stretch of a text can have it."""
    answer = np.zeros(len(keys), dtype=np.uint64)
    # Folded names are lower case; what begins with a capital is found, so all words do here.
    words = words_of("\n".join(keys).encode("utf-8", "surrogatepass"))
    line_ends = np.cumsum([len(key.encode("utf-8", "surrogatepass")) + 1 for key in keys])
    line = np.searchsorted(line_ends, words.starts, side="right")
    # Digits and signs of other scripts never stand in a stretch that is not hard.
    letters = np.bincount(line, weights=words.ends - words.starts, minlength=len(keys))
    count = np.bincount(line, minlength=len(keys))
    sizes = np.diff(line_ends, prepend=0) - 1
    usable = (count > 0) & (count <= LONGEST) & (letters + count - 1 == sizes)
    usable &= ~np.bincount(line, weights=words.hard, minlength=len(keys)).astype(bool)
    first = np.cumsum(count) - count
    at = np.flatnonzero(usable)
    hashes = words.hashes[first[at]]
    for length in range(1, LONGEST + 1):
        done = count[at] == length
        answer[at[done]] = hashes[done]
        at, hashes = at[~done], hashes[~done]
        if length < LONGEST:
            hashes = _mixed(hashes * _NEXT + words.hashes[first[at] + length])
    return answer, usable


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text at line ends or blanks into pieces, with the offset of each."""
    for sign, plain in _LIKE_ASCII.items():
        text = text.replace(sign, plain)
    start = 0
    while start < len(text):
        end = start + _AT_ONCE
        if end < len(text):
            # A name does not run over the end of a line or a sentence.
            cuts = (text.rfind(sign, start, end) + 1 for sign in ("\n", ". ", " "))
            end = next((cut for cut in cuts if cut > start), end)
        yield start, text[start:end]
        start = end


def _mixed(hashes: Hashes) -> Hashes:
    hashes = hashes ^ (hashes >> np.uint64(32))
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes


_OTHER, _BLANK, _HYPHEN, _APOSTROPHE, _LOWER, _CAPITAL, _FOREIGN = range(7)


@dataclass(frozen=True, slots=True)
class _Tables:
    kinds: npt.NDArray[np.uint8]
    values: Hashes
    special: Hashes


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    kinds = np.full(256, _FOREIGN, dtype=np.uint8)
    kinds[:128] = _OTHER
    kinds[[ord(c) for c in " \t"]] = _BLANK
    kinds[ord("-")] = _HYPHEN
    kinds[ord("a") : ord("z") + 1] = _LOWER
    kinds[ord("A") : ord("Z") + 1] = _CAPITAL
    kinds[[ord(c) for c in "'`"]] = _APOSTROPHE
    # Digits stick to words and make them hard.
    kinds[[ord(c) for c in "0123456789"]] = _FOREIGN
    values = np.zeros(256, dtype=np.uint64)
    values[:] = _mixed(np.arange(1, 257, dtype=np.uint64) * _BASE)
    values[ord("A") : ord("Z") + 1] = values[ord("a") : ord("z") + 1]
    return _Tables(kinds, values, _hashes_of_words(values))


def _hashes_of_words(values: Hashes) -> Hashes:
    powers, _ = _powers(32)
    words = [np.frombuffer(word.encode(), dtype=np.uint8) for word in sorted(_SPECIAL)]
    sums = [np.sum(values[word] * powers[: len(word)], dtype=np.uint64) for word in words]
    return _mixed(np.array(sums, dtype=np.uint64))


@lru_cache(maxsize=2)
def _powers(least: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base and of its inverse, as many as a power of two holds."""
    size = 1 << max(least - 1, _AT_ONCE * 2).bit_length()
    return _powers_of(int(_BASE), size), _powers_of(pow(int(_BASE), -1, 1 << 64), size)


@lru_cache(maxsize=4)
def _powers_of(base: int, size: int) -> Hashes:
    factors = np.full(size, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors)
