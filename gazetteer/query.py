"""
A name that is asked for by itself: "Goma", "Paris, Texas", "city of Aleppo", "Helmand province".

In a text, what stands behind a comma may be anything; in a query it is where the place lies,
so that what does not lie there is no candidate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer.candidates import Candidate, Clues, distance_km, lies_in
from gazetteer.names import fold
from gazetteer.place import PlaceKind
from gazetteer.query_words import LONGEST, parts_of, without_kind
from gazetteer.rank import Ranked, rank
from gazetteer.reasons import is_enclave, kind_fits
from gazetteer.resolve import Status, settled
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place

# Places of one name that are looked at: the most there are is about 1,700 (San José, San
# Antonio), and a small one may be the only one in its province.
_NAMESAKES = 2_000
# So many readings of a container are tried: "Georgia" is a country, a state and some towns.
_CONTAINERS = 10
_GUESSES = 10
# As much as a container that a text names, see weights.toml; half of it is lost in 35 km.
_NEAR = 6.0
_NEAR_KM = 50.0
# What is in the box that is preferred wins over a place with a hundred times the people: the
# weight of importance is 1.36 for each ten times.
_PREFERRED = 2.7
# Kinds that a settlement of the name does not stand for: Entebbe is not its airport.
_NOT_THE_TOWN = frozenset({PlaceKind.LANDMARK, PlaceKind.WATER, PlaceKind.REGION})
# Kinds whose word is so much of the name that the rest is another one: "Lake Victoria".
_ANOTHER_NAME = frozenset({PlaceKind.WATER, PlaceKind.REGION})
_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.COUNTY})


@dataclass(frozen=True, slots=True)
class Guess:
    """A place with a similar name; ``distance`` is how many letters differ."""

    place: Place
    distance: int


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What a query means.

    ``name`` is the part of the query that names the place and ``key`` its folded form.
    ``place`` is None unless ``status`` is resolved. ``within`` are the places that the
    rest of the query was read as, ``not_known`` the parts that nobody knows; with one of
    those nothing is resolved. ``guesses`` are there only when no place has the name, and are
    never resolved to.
    """

    query: str
    name: str
    key: str
    status: Status
    place: Place | None
    confidence: float
    ranked: tuple[Ranked, ...] = ()
    guesses: tuple[Guess, ...] = ()
    within: tuple[Place, ...] = ()
    not_known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """
    Where the answer should be.

    ``within`` and ``allowed`` leave out every other place; ``near`` and ``preferred`` put
    these first.
    """

    within: tuple[Place, ...] = ()
    allowed: Callable[[Place], bool] | None = None
    near: tuple[Place, ...] = ()
    preferred: Callable[[Place], bool] | None = None


def ask(query: str, gazetteer: Gazetteer, wishes: Wishes | None = None) -> Answer:
    """
    Return what the query means, with all its candidates, the likeliest first.

    It never fails on odd input: what names nothing is unknown.
    """
    wishes = wishes or Wishes()
    parts = parts_of(query)
    if not parts:
        return Answer(query, "", "", Status.UNKNOWN, None, 0.0)
    containers, not_known = _containers(parts[1:], gazetteer)
    answer = _ask(query, parts[0], containers, gazetteer, wishes)
    if not answer.ranked and len(parts) > 1 and (whole := _turned(parts, gazetteer)):
        answer, not_known = _ask(query, whole, [], gazetteer, wishes), []
    if not_known and answer.status is Status.RESOLVED:
        answer = replace(answer, status=Status.AMBIGUOUS, place=None)
    return replace(answer, not_known=tuple(not_known))


def _ask(
    query: str,
    name: str,
    containers: Sequence[tuple[Place, ...]],
    gazetteer: Gazetteer,
    wishes: Wishes,
) -> Answer:
    groups = [*containers, *([wishes.within] if wishes.within else [])]

    def fits(place: Place) -> bool:
        allowed = wishes.allowed is None or wishes.allowed(place)
        return allowed and all(_in_any(place, group, gazetteer) for group in groups)

    candidates, clues = _candidates(name, gazetteer)
    kept = [candidate for candidate in candidates if fits(candidate.place)]
    clues = replace(clues, containers=tuple(place for group in groups for place in group))
    ranked = _wished(rank(kept, clues), wishes)
    status, confidence = settled(ranked)
    if clues.kind and ranked and not _may_be_called(ranked[0].place.kind, clues.kind):
        status = Status.AMBIGUOUS
    guesses = () if ranked else _guesses(name, gazetteer, fits)
    return Answer(
        query=query,
        name=name,
        key=fold(name),
        status=status,
        place=ranked[0].place if status is Status.RESOLVED else None,
        confidence=confidence,
        ranked=ranked,
        guesses=guesses,
        within=tuple(place for group in groups for place in group[:1]),
    )


def _containers(
    parts: Sequence[str], gazetteer: Gazetteer
) -> tuple[list[tuple[Place, ...]], list[str]]:
    """Read the parts after the name from the last to the first, each inside the ones after."""
    groups: list[tuple[Place, ...]] = []
    not_known: list[str] = []
    for part in reversed(parts):
        found = [candidate.place for candidate in _candidates(part, gazetteer)[0]]
        inside = [p for p in found if all(_in_any(p, group, gazetteer) for group in groups)]
        if inside:
            groups.append(tuple(inside[:_CONTAINERS]))
        else:
            not_known.append(part)
    return groups[::-1], not_known[::-1]


def _in_any(place: Place, group: Iterable[Place], gazetteer: Gazetteer) -> bool:
    """Tell whether the place lies in one of these; a suburb lies in the city it surrounds."""
    return any(
        place.id != other.id and (lies_in(place, other) or gazetteer.lies_in(place, other) is True)
        for other in group
    )


def _turned(parts: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """Return the parts as one name that is known: "Korea, South", "Washington, DC"."""
    for words in (parts, parts[::-1]):
        whole = " ".join(words)
        if len(whole) <= LONGEST and gazetteer.candidates(fold(whole), limit=1):
            return whole
    return None


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[list[Candidate], Clues]:
    """Return the places of the name as it is, and without the word for their kind."""
    found = gazetteer.candidates(fold(name), limit=_NAMESAKES)
    bare, word = without_kind(name)
    if word is None:
        return found, Clues(written=name)
    kind = load_vocabulary().kinds[word]
    others = gazetteer.candidates(fold(bare), limit=_NAMESAKES)
    fitting = [one for one in others if kind_fits(one.place.kind, kind)]
    if not fitting and (found or kind in _ANOTHER_NAME):
        # "Ivory Coast" is no coast called Ivory, and Lake Springfield is not the town.
        return found, Clues(written=name)
    # The town is listed for "Entebbe airport" if nothing better is known, and not resolved to.
    both = {one.place.id: one for one in [*found, *(fitting or others)]}.values()
    kept = [one for one in both if not is_enclave(one.place, both)]
    return kept, Clues(written=bare, kind=kind, word=word)


def _may_be_called(kind: PlaceKind, meant: PlaceKind) -> bool:
    """Tell whether nothing speaks against the kind word: a camp may be listed as a village."""
    if kind_fits(kind, meant):
        return True
    return not ({kind, meant} & _AREAS or meant in _NOT_THE_TOWN)


def _guesses(name: str, gazetteer: Gazetteer, fits: Callable[[Place], bool]) -> tuple[Guess, ...]:
    bare, word = without_kind(name)
    other_name = word and load_vocabulary().kinds[word] in _ANOTHER_NAME
    found = gazetteer.guesses(fold(name if other_name else bare), limit=_NAMESAKES)
    return tuple(
        Guess(one.place, one.distance) for one in found if one.distance and fits(one.place)
    )[:_GUESSES]


def _wished(ranked: tuple[Ranked, ...], wishes: Wishes) -> tuple[Ranked, ...]:
    again = []
    for one in ranked:
        reasons = list(_reasons(one.place, wishes))
        score = one.score + math.fsum(weight for weight, _ in reasons)
        again.append(Ranked(one.place, score, (*one.why, *(why for _, why in reasons))))
    return tuple(sorted(again, key=lambda one: (-one.score, one.place.id)))


def _reasons(place: Place, wishes: Wishes) -> Iterable[tuple[float, str]]:
    others = [other for other in wishes.near if other.id != place.id]
    if others:
        far, other = min(((distance_km(place, o), o) for o in others), key=lambda pair: pair[0])
        yield _NEAR * math.exp(-far / _NEAR_KM), f"{far:,.0f} km from {other.name}"
    if wishes.preferred is not None and wishes.preferred(place):
        yield _PREFERRED, "in the box that is preferred"
