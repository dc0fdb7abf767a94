"""Misspelt names: which known names share the most three-letter groups with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

# So many of the names that share most groups are compared letter by letter.
_COMPARED = 1_500


def postings(keys: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """Yield each three-letter group with the positions of the keys that have it, as uint32."""
    import numpy as np  # noqa: PLC0415 - only builds and misspelt names need it

    if not keys:
        return
    groups = _groups("".join(f"  {key}  " for key in keys))
    owner = np.repeat(np.arange(len(keys), dtype=np.uint32), [len(key) + 4 for key in keys])[:-2]
    # Groups that run over the end of a key begin at its last two signs.
    length = np.array([len(key) + 4 for key in keys])
    ends = np.cumsum(length)
    inside = np.ones(len(groups), dtype=bool)
    for back in (1, 2):
        over = ends - back
        inside[over[over < len(groups)]] = False
    groups, owner = groups[inside], owner[inside]
    order = np.lexsort((owner, groups))
    groups, owner = groups[order], owner[order]
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    for start, end in zip(starts, np.r_[starts[1:], len(groups)], strict=True):
        yield int(groups[start]), np.unique(owner[start:end]).tobytes()


def _groups(text: str) -> npt.NDArray[np.int64]:
    """Return every three signs in a row as one number; 21 bits hold any code point."""
    import numpy as np  # noqa: PLC0415

    signs = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    return (signs[:-2] << 42) | (signs[1:-1] << 21) | signs[2:]


def similar_keys(connection: sqlite3.Connection, key: str, *, most: int) -> list[tuple[str, int]]:
    """
    Return the known keys at most ``most`` letters away, nearest first, with the distance.

    A letter missing, added, changed, or two neighbours swapped counts as one.
    """
    import numpy as np  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    groups = {int(group) for group in _groups(f"  {key}  ")}
    marks = ", ".join("?" * len(groups))
    rows = connection.execute(
        f"SELECT keys FROM gram WHERE gram IN ({marks})",  # noqa: S608 - only question marks
        tuple(groups),
    )
    found = [np.frombuffer(row[0], dtype=np.uint32) for row in rows]
    if not found:
        return []
    shared = np.bincount(np.concatenate(found))
    # A wrong letter breaks three groups and a swap four; a key with fewer is not near enough.
    candidates = np.flatnonzero(shared >= max(1, len(groups) - 4 * most))
    best = candidates[np.argsort(-shared[candidates], kind="stable")][:_COMPARED]
    answer = []
    for near in _keys(connection, best.tolist()):
        distance: Any = OSA.distance(key, near, score_cutoff=most)
        if distance <= most:
            answer.append((near, int(distance)))
    return sorted(answer, key=lambda pair: (pair[1], pair[0]))


def _keys(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT key FROM key WHERE number IN ({marks})",  # noqa: S608 - only question marks
        tuple(numbers),
    )
    return [row[0] for row in rows]
