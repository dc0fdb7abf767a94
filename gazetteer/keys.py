"""
Numbers of places under 64-bit keys: sorted arrays that are looked up where they lie.

Three such blocks are appended to the SQLite file of an index: the folded names and the ids,
the squares of a tenth of a degree that points lie in, and the names as the automaton hashes
them. They are mapped into memory, so opening reads nothing and processes share them. On a
million names a look-up takes about 1 microsecond; in a table of SQLite 3, by text 13.

A block is, in the machine's own byte order and each part padded to eight bytes: the header,
``buckets`` (where the keys with each leading bits begin), ``keys`` in order, ``starts``
(where the places of each key begin), and side by side ``numbers`` and ``importance``.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from typing import TYPE_CHECKING

from xxhash import xxh3_64_intdigest

from gazetteer.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = struct.Struct("=8sQQQ")  # magic, keys, pairs, bits of the buckets
MAGIC = b"places\x00\x01"
# Degrees to a square; a city and its surroundings are a handful of squares.
_SQUARES_PER_DEG = 10
_ROW = 360 * _SQUARES_PER_DEG
# 6,480,000 squares fit 23 bits; in the highest ones, so that buckets divide them.
_SQUARE_BITS = 41


def key_hash(key: str) -> int:
    """Return the key of a folded name; among twenty million, two share one once in 90,000."""
    return xxh3_64_intdigest(key.encode("utf-8", "surrogatepass"))


def id_hash(place_id: str) -> int:
    """Return the key of a place's id, which is none of a name: folding drops the sign NUL."""
    return key_hash("\x00" + place_id)


def parent_hash(place_id: str) -> int:
    """Return the key under which the places lie whose nearest parent has the id."""
    return key_hash("\x01" + place_id)


def sound_hash(consonants: str) -> int:
    """Return the key under which the places lie whose names have the consonants."""
    return key_hash("\x02" + consonants)


def square_key(longitude: float, latitude: float) -> int:
    """Return the key of the square that a point in degrees lies in."""
    row = min(max(int((latitude + 90) * _SQUARES_PER_DEG), 0), 180 * _SQUARES_PER_DEG - 1)
    column = min(max(int((longitude + 180) * _SQUARES_PER_DEG), 0), _ROW - 1)
    return (row * _ROW + column) << _SQUARE_BITS


def squares_of(west: float, south: float, east: float, north: float) -> Iterator[tuple[int, int]]:
    """Yield the first and the last key of each row of squares that meets the box, degrees."""
    step = 1 << _SQUARE_BITS
    first = square_key(west, south)
    width = square_key(east, south) - first
    for start in range(first, square_key(west, north) + 1, _ROW * step):
        yield start, start + width


def padded(size: int) -> int:
    """Return the size in bytes rounded up to a multiple of eight."""
    return -(-size // 8) * 8


def block_size(header: bytes) -> int:
    """Return the bytes of the block that begins with the header; 0 when it is none."""
    if len(header) < HEADER.size:
        return 0
    magic, keys, pairs, bits = HEADER.unpack_from(header)
    if magic != MAGIC or bits > 40:
        return 0
    parts = (4 * ((1 << bits) + 1), 8 * keys, 4 * (keys + 1), 4 * pairs, 4 * pairs)
    return HEADER.size + sum(map(padded, parts))


class Keys:
    """
    One block, anywhere in memory.

    Raises GazetteerError where the block turns out to be damaged.
    """

    __slots__ = ("_buckets", "_importance", "_keys", "_numbers", "_shift", "_starts", "size")

    def __init__(self, memory: memoryview) -> None:
        self.size = block_size(bytes(memory[: HEADER.size]))
        if not self.size or len(memory) < self.size:
            raise damaged("its list of names is cut off")
        _, keys, pairs, bits = HEADER.unpack_from(memory)
        self._shift = 64 - bits
        rest, parts = memory[HEADER.size :], []
        for size in (4 * ((1 << bits) + 1), 8 * keys, 4 * (keys + 1), 4 * pairs, 4 * pairs):
            parts.append(rest[:size])
            rest = rest[padded(size) :]
        self._buckets, self._keys = parts[0].cast("I"), parts[1].cast("Q")
        self._starts, self._numbers = parts[2].cast("I"), parts[3].cast("I")
        self._importance = parts[4].cast("f")

    def find(self, key: int) -> list[int]:
        """Return the numbers of the key's places, most important first."""
        keys, bucket = self._keys, key >> self._shift
        try:
            at = bisect_left(keys, key, self._buckets[bucket], self._buckets[bucket + 1])
            if at == len(keys) or keys[at] != key:
                return []
            return self._numbers[self._starts[at] : self._starts[at + 1]].tolist()
        except (IndexError, ValueError) as error:
            raise damaged(error) from error

    def ranked(self, key: int) -> list[tuple[int, float]]:
        """Return the key's places with their importance, most important first."""
        return self.between(key, key)

    def best(self, key: int) -> tuple[int, float] | None:
        """Return the key's most important place and its importance, or None."""
        keys, bucket = self._keys, key >> self._shift
        try:
            at = bisect_left(keys, key, self._buckets[bucket], self._buckets[bucket + 1])
            if at == len(keys) or keys[at] != key:
                return None
            start = self._starts[at]
            return self._numbers[start], self._importance[start]
        except (IndexError, ValueError) as error:
            raise damaged(error) from error

    def between(self, first: int, last: int) -> list[tuple[int, float]]:
        """Return the places of all keys from the first to the last, with their importance."""
        try:
            start, end = self._starts[self._at(first)], self._starts[self._at(last + 1)]
            numbers, importance = self._numbers[start:end], self._importance[start:end]
            return list(zip(numbers.tolist(), importance.tolist(), strict=True))
        except (IndexError, ValueError) as error:
            raise damaged(error) from error

    def table(self) -> tuple[memoryview, memoryview, int]:
        """Return the buckets, the keys, and how far a key is shifted to tell its bucket."""
        return self._buckets, self._keys, self._shift

    def _at(self, key: int) -> int:
        bucket = key >> self._shift
        if bucket >= len(self._buckets) - 1:
            return len(self._keys)
        return bisect_left(self._keys, key, self._buckets[bucket], self._buckets[bucket + 1])


def damaged(why: object) -> GazetteerError:
    """Return the error of an index that cannot be trusted."""
    return GazetteerError(
        f"The index of places is damaged ({why}); delete it, and it is built again."
    )
