"""What the rest of a text says: the kind words of its names, and areas in other names."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.beside import feature_of
from gazetteer.names import fold
from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from gazetteer.known import Known
    from gazetteer.spot import Toponym
    from gazetteer.tokens import Token

# Countries and provinces in the names of police and universities have at most so many
# words: "Papua New Guinea", "Northern Ireland", "Kentucky".
_LONGEST = 3
_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE})


def with_kind_words(
    toponyms: Sequence[Toponym], text: str, tokens: Sequence[Token]
) -> list[Toponym]:
    """Return the names, each with the kind word beside it or at its end, if it has one."""
    starts = [token.start for token in tokens]
    return [
        toponym if toponym.feature else _with_kind_word(toponym, text, tokens, starts)
        for toponym in toponyms
    ]


def _with_kind_word(
    toponym: Toponym, text: str, tokens: Sequence[Token], starts: Sequence[int]
) -> Toponym:
    vocabulary = load_vocabulary()
    words = toponym.text.lower().split()
    if len(words) > 1 and words[-1] in vocabulary.in_name_after:
        return replace(toponym, feature=words[-1])
    first = bisect_right(starts, toponym.start) - 1
    last = bisect_right(starts, max(toponym.start, toponym.end - 1)) - 1
    if first < 0:
        return toponym
    return replace(toponym, feature=feature_of(text, tokens, first, last, vocabulary).word)


def hinted_areas(
    toponyms: Sequence[Toponym],
    tokens: Sequence[Token],
    best: Callable[[Iterable[str]], Mapping[str, Known]],
) -> dict[str, float]:
    """
    Return the countries and provinces in names that are not places: "Kentucky State Police".

    Each id has how often it is so named, as a share of all of them.
    """
    keys = list(_keys(tokens, _outside(toponyms, tokens)))
    known = best(set(keys))
    counts: dict[str, float] = {}
    for key in keys:
        found = known.get(key)
        if found is not None and found.place.kind in _AREAS and fold(found.place.name) == key:
            counts[found.place.id] = counts.get(found.place.id, 0.0) + 1.0
    total = sum(counts.values())
    return {area: count / total for area, count in counts.items()}


def _outside(toponyms: Sequence[Toponym], tokens: Sequence[Token]) -> list[bool]:
    """Tell of each word whether it has a capital and is in none of the names."""
    ends = {toponym.start: toponym.end for toponym in toponyms}
    starts = sorted(ends)
    outside = []
    for token in tokens:
        at = bisect_right(starts, token.start) - 1
        inside = at >= 0 and token.start < ends[starts[at]]
        outside.append(token.is_capital and not inside)
    return outside


def _keys(tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if not free[at]:
            continue
        words = token.word
        yield fold(words)
        for after in range(at + 1, min(at + _LONGEST, len(tokens))):
            if not (free[after] and tokens[after - 1].joined):
                break
            words = f"{words} {tokens[after].word}"
            yield fold(words)
