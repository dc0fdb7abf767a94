"""Known names in a long text: the stretches of the automaton, told apart and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np  # only long texts import this module

from gazetteer.automaton import pieces, stretches, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gazetteer.automaton import Flags, Hashes, Places
    from gazetteer.keys import Keys


def names_in(
    text: str, tables: Sequence[HashTable], is_known: Callable[[str], bool]
) -> list[tuple[int, int]]:
    """
    Return where known names stand, the longest first from the left, none overlapping.

    Parameters
    ----------
    tables
        The stretches of each index; one that has a stretch is enough.
    is_known
        Whether a stretch as it is written is a name, for those with accents and the like.
    """
    answer: list[tuple[int, int]] = []
    told: dict[str, bool] = {}
    end = 0
    for start, stop, hard in zip(
        *(part.tolist() for part in stretches_in(text, tables)), strict=True
    ):
        if start < end:
            continue
        if hard:
            written = text[start:stop]
            known = told.get(written)
            if known is None:
                known = not written[0].islower() and is_known(written)
                told[written] = known
            if not known:
                continue
        answer.append((start, stop))
        end = stop
    return answer


def stretches_in(text: str, tables: Sequence[HashTable]) -> tuple[Places, Places, Flags]:
    """
    Return all stretches of a text that are known, or hard, by their start.

    They are the first sign, the one after the last, counted in code points, and whether
    folding has to say if the stretch is known.
    """
    found = [_in_piece(offset, piece, tables) for offset, piece in pieces(text)]
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, bool)
    starts, ends, hard = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return starts, ends, hard


def _in_piece(offset: int, piece: str, tables: Sequence[HashTable]) -> tuple[Places, Places, Flags]:
    raw = piece.encode("utf-8", "surrogatepass")
    words = words_of(raw)
    parts = []
    for first, last, hashes, hard in stretches(words):
        kept = hard.copy()
        easy = np.flatnonzero(~hard)
        for table in tables:
            kept[easy[table.has(hashes[easy])]] = True
        parts.append((words.starts[first[kept]], words.ends[last[kept]], hard[kept]))
    starts, ends, hard = (np.concatenate(some) for some in zip(*parts, strict=True))
    order = np.lexsort((-ends, starts))
    starts, ends, hard = starts[order], ends[order], hard[order]
    if len(raw) != len(piece):
        # Bytes to code points: all but the bytes that go on with a sign count.
        signs = np.frombuffer(raw, dtype=np.uint8)
        counted = np.r_[0, np.cumsum((signs & 0xC0) != 0x80)]
        starts, ends = counted[starts], counted[ends]
    return starts + offset, ends + offset, hard


class HashTable:
    """Sorted hashes with the places where those with each leading bits begin."""

    def __init__(self, keys: Keys) -> None:
        buckets, hashes, shift = keys.table()
        self._buckets = np.frombuffer(buckets, dtype=np.uint32)
        self._hashes = np.frombuffer(hashes, dtype=np.uint64)
        self._shift = np.uint64(shift)

    def has(self, hashes: Hashes) -> Places:
        """Return the positions of the hashes that are in the table."""
        bucket = hashes >> self._shift
        at, end = self._buckets[bucket].astype(np.int64), self._buckets[bucket + np.uint64(1)]
        asked = np.arange(len(hashes))
        found = []
        while len(asked):
            going = at < end
            at, end, asked = at[going], end[going], asked[going]
            same = self._hashes[at] == hashes[asked]
            found.append(asked[same])
            at, end, asked = at[~same] + 1, end[~same], asked[~same]
        return np.sort(np.concatenate(found)) if found else asked
