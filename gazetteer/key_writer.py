"""Sort keys and the places under them into a block, on disk where they are many."""

from __future__ import annotations

import shutil
import tempfile
from array import array
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

from gazetteer.keys import HEADER, MAGIC, padded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    Keys64 = npt.NDArray[np.uint64]
    Numbers = npt.NDArray[np.uint32]
    Scores = npt.NDArray[np.float32]

# So many pairs are collected before they go to files, 12 bytes each.
_HELD = 4_000_000
# Pairs go to files by the leading bits of the key, and each file is sorted by itself: forty
# million pairs then need a tenth of a gigabyte.
_FILE_BITS = 4
# Parts are joined in pieces of so many bytes, a multiple of all their items.
_COPIED = 8 << 20
# About so many keys share a bucket.
_IN_A_BUCKET = 2


class KeyWriter:
    """
    Collects pairs of a key and a place's number; its files lie in ``folder``, without a name.

    Close it when done.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._keys, self._numbers = array("Q"), array("I")
        self._stack = ExitStack()
        self._files: list[BinaryIO] = []

    def close(self) -> None:
        """Drop what was collected."""
        self._stack.close()

    def add(self, key: int, number: int) -> None:
        """Put the place under the key; twice is the same as once."""
        self._keys.append(key)
        self._numbers.append(number)
        if len(self._keys) >= _HELD:
            self._spill()

    def add_all(self, keys: Keys64, numbers: Sequence[int]) -> None:
        """Put each place under the key of the same position."""
        self._keys.frombytes(keys.tobytes())
        self._numbers.extend(numbers)
        if len(self._keys) >= _HELD:
            self._spill()

    def write(self, out: BinaryIO, importance: Scores) -> None:
        """Write the block; ``importance`` is that of each place by its number."""
        import numpy as np  # noqa: PLC0415 - looking names up does without

        parts = [self._stack.enter_context(self._temporary()) for _ in range(4)]
        keys_file, lengths_file, numbers_file, scores_file = parts
        keys = pairs = 0
        for some_keys, some_numbers in self._pieces():
            scores = importance[some_numbers]
            order = np.lexsort((some_numbers, -scores, some_keys))
            key, number, score = some_keys[order], some_numbers[order], scores[order]
            kept = np.ones(len(key), dtype=bool)
            kept[1:] = (key[1:] != key[:-1]) | (number[1:] != number[:-1])
            key, number, score = key[kept], number[kept], score[kept]
            distinct, lengths = np.unique(key, return_counts=True)
            keys, pairs = keys + len(distinct), pairs + len(number)
            keys_file.write(distinct.tobytes())
            lengths_file.write(lengths.astype(np.uint32).tobytes())
            numbers_file.write(number.tobytes())
            scores_file.write(score.tobytes())
        self._join(out, parts, keys, pairs)

    def _join(self, out: BinaryIO, parts: list[BinaryIO], keys: int, pairs: int) -> None:
        bits = max(1, (keys // _IN_A_BUCKET).bit_length())
        for part in parts:
            part.seek(0)
        out.write(HEADER.pack(MAGIC, keys, pairs, bits))
        out.write(_buckets(parts[0], bits).data)
        out.write(_filling(4 * ((1 << bits) + 1)))
        parts[0].seek(0)
        shutil.copyfileobj(parts[0], out, _COPIED)
        _write_starts(out, parts[1])
        out.write(_filling(4 * (keys + 1)))
        for part in parts[2:]:
            shutil.copyfileobj(part, out, _COPIED)
            out.write(_filling(4 * pairs))

    def _pieces(self) -> Iterator[tuple[Keys64, Numbers]]:
        """Yield all pairs in pieces, every key of one before every key of the next."""
        import numpy as np  # noqa: PLC0415

        if not self._files:
            yield np.array(self._keys, dtype=np.uint64), np.array(self._numbers, dtype=np.uint32)
            return
        self._spill()
        for file in self._files:
            file.seek(0)
            pairs = np.frombuffer(file.read(), dtype=_PAIR)
            yield pairs["key"].copy(), pairs["number"].copy()

    def _spill(self) -> None:
        import numpy as np  # noqa: PLC0415

        if not self._files:
            files = range(1 << _FILE_BITS)
            self._files = [self._stack.enter_context(self._temporary()) for _ in files]
        pairs = np.empty(len(self._keys), dtype=_PAIR)
        pairs["key"], pairs["number"] = self._keys, self._numbers
        place = (pairs["key"] >> np.uint64(64 - _FILE_BITS)).astype(np.uint8)
        for at, file in enumerate(self._files):
            file.write(pairs[place == at].tobytes())
        self._keys, self._numbers = array("Q"), array("I")

    def _temporary(self) -> BinaryIO:
        return tempfile.TemporaryFile(dir=self._folder)


_PAIR = [("key", "<u8"), ("number", "<u4")]


def _buckets(keys: BinaryIO, bits: int) -> Numbers:
    """Return where the keys with each leading bits begin, and where the last ones end."""
    import numpy as np  # noqa: PLC0415

    counts = np.zeros((1 << bits) + 1, dtype=np.uint32)
    while piece := keys.read(_COPIED):
        buckets = np.frombuffer(piece, dtype=np.uint64) >> np.uint64(64 - bits)
        np.add.at(counts, buckets.astype(np.int64) + 1, np.uint32(1))
    return np.cumsum(counts, dtype=np.uint32, out=counts)


def _write_starts(out: BinaryIO, lengths: BinaryIO) -> None:
    """Write where the places of each key begin, and where the last ones end."""
    import numpy as np  # noqa: PLC0415

    start = np.uint32(0)
    out.write(start.tobytes())
    while piece := lengths.read(_COPIED):
        ends = np.cumsum(np.frombuffer(piece, dtype=np.uint32), dtype=np.uint32) + start
        out.write(ends.tobytes())
        start = ends[-1]


def _filling(size: int) -> bytes:
    """Return what comes after so many bytes, so that the next part is aligned."""
    return b"\x00" * (padded(size) - size)
