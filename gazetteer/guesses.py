"""What a name that nobody knows may be meant for: a letter or two away, or the same consonants."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.skeleton import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazetteer.candidates import Candidate
    from gazetteer.layers import Layers

    # Namesakes last and the distance; what is likelier, below zero; the guess.
    Found = tuple[tuple[int, float], float, Candidate]

_SIGNS = f"{ascii_lowercase} "
# No place name known is longer; a text without blanks is no name.
_LONGEST = 200
# A longer list of guesses has the namesakes of so many names, the likeliest ones.
_NAMES = 20
# So many places with the same consonants are looked at.
_PLACES = 60
# Importance is about log10 of the population. Swapped letters are a slip of the hand, a
# wrong first letter is rarer than one further on, and an own name is meant more
# often than another one; measured on names with random edits, see the benchmark.
_SWAPPED = 1.5
_SAME_FIRST = 1.5
_OWN_NAME = 1.5
# The same consonants say as much as one letter and a half: they come after names with one
# wrong letter, and before those with two.
_SAME_CONSONANTS = 1.5
# Of a spelling by ear, no more than half of the letters are others; without this
# limit one in six places with the same consonants was another one, with it one in eight.
_BY_EAR = 0.5


def guesses(layers: Layers, key: str, *, limit: int) -> list[Candidate]:
    """
    Return the places whose folded name is near to ``key``, nearest first, then by importance.

    Each name gives its most important place first; namesakes come after all names.
    """
    if len(key) > _LONGEST:
        return []
    ordered = sorted(
        (*_misspelt(layers, key, limit), *_by_ear(layers, key)), key=lambda one: one[:2]
    )
    found: dict[str, Candidate] = {}
    for _, _, candidate in ordered:
        found.setdefault(candidate.place.id, candidate)
    return list(found.values())[:limit]


def _misspelt(layers: Layers, key: str, limit: int) -> Iterator[Found]:
    # One letter may be wrong in a short name, two in one of six letters or more.
    most = 0 if len(key) < 4 else 1 if len(key) < 6 else 2
    near = layers.similar(key, most=most) if most > 1 or (most and not key.isascii()) else {}
    if most and key.isascii():
        # A thousand exact look-ups take a millisecond, and miss none.
        near |= dict.fromkeys(_one_letter_off(key), 1)
    likely = {k: score + _slip(key, k) for k, score in layers.importance(near).items()}
    # Only of the likeliest names are places read, which takes longer than all the rest.
    keys = sorted(likely, key=lambda k: (near[k], -likely[k]))[: 3 * min(limit, _NAMES)]
    best = layers.best(keys)
    for k in keys:
        likely[k] += _OWN_NAME * (fold(best[k].place.name) == k)
    keys.sort(key=lambda k: (near[k], -likely[k]))
    keys = keys[: min(limit, _NAMES)]
    for k in keys:
        # Twice as many as are wanted, for one place may have several of these names.
        for turn, one in enumerate(layers.named(k, limit=-(-2 * limit // len(keys)))):
            guess = replace(one, distance=near[k])
            yield (min(turn, 1), float(near[k])), -likely[k], guess


def _one_letter_off(key: str) -> set[str]:
    halves = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    found = {before + sign + after for before, after in halves for sign in _SIGNS}
    found |= {before + sign + after[1:] for before, after in halves for sign in ("", *_SIGNS)}
    found |= {b + a[1] + a[0] + a[2:] for b, a in halves if len(a) > 1}
    return found - {key}


def _slip(key: str, other: str) -> float:
    """Return how much likelier this slip is than another with as many letters."""
    swapped = len(key) == len(other) and sorted(key) == sorted(other)
    return _SWAPPED * swapped + _SAME_FIRST * (key[0] == other[0])


def _by_ear(layers: Layers, key: str) -> Iterator[Found]:
    consonants = skeleton(key)
    if not consonants:
        return
    for candidate in layers.sounding(consonants, limit=_PLACES):
        names = (candidate.place.name, *candidate.place.other_names)
        distance = _nearest(key, consonants, names)
        if 0 < distance <= _BY_EAR * len(key):
            guess = replace(candidate, distance=distance, same_consonants=True)
            yield (0, min(distance, _SAME_CONSONANTS)), -candidate.importance, guess


def _nearest(key: str, consonants: str, names: Iterable[str]) -> int:
    """Return how many letters the nearest of the names with these consonants differs."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most names are known

    keys = {other for other in map(fold, names) if skeleton(other) == consonants}
    return min((int(OSA.distance(key, other)) for other in keys), default=0)
