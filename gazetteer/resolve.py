"""Names in context: each resolved to a place, or said to be ambiguous or unknown."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from gazetteer.context import containers_of, countries_by_people, country_beside
from gazetteer.names import fold
from gazetteer.place import PlaceKind
from gazetteer.rank import Candidate, Clues, Ranked, distance_km, lies_in, rank
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.place import Place
    from gazetteer.spot import Toponym

# So many namesakes are ranked; the hundredth San José has no chance without a container,
# and with one it is found among the same number in that container's country.
_RANKED = 100
# Below this probability of the best candidate the answer is "ambiguous".
_SURE = 0.55
# How fast the odds grow with the score: a lead of 1 makes about 5 to 1.
_STEEPNESS = 1.6
# Candidates nearer to each other than this are one place as far as a map is concerned, in km.
_SAME_KM = 20.0
# A guess from a misspelt name is never believed more than so much.
_GUESS = 0.6


class Status(StrEnum):
    """What became of a name."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Resolution:
    """
    What a name in a text means.

    ``place`` is None unless ``status`` is resolved; ``ranked`` has the candidates that
    lost too, with the reasons for each. ``confidence`` is between 0 and 1.
    """

    toponym: Toponym
    status: Status
    place: Place | None
    confidence: float
    ranked: tuple[Ranked, ...]


class Names(Protocol):
    """Where candidates come from."""

    def candidates(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places with the folded name, most important first."""
        ...

    def guesses(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places whose folded name is a letter or two away."""
        ...


@dataclass(slots=True)
class _Group:
    """All mentions of one name in one text; they mean the same place."""

    candidates: list[Candidate]
    clues: Clues
    ranked: tuple[Ranked, ...] = ()

    @property
    def best(self) -> Place | None:
        return self.ranked[0].place if self.ranked else None


def resolve(
    toponyms: Sequence[Toponym], text: str, names: Names, *, country: str | None = None
) -> tuple[Resolution, ...]:
    """
    Resolve the names of one text together.

    Parameters
    ----------
    toponyms
        Spans of ``text``.
    country
        ISO 3166-1 code of a country the text is likely about, such as its outlet's.
    """
    mentions: dict[tuple[str, str | None], list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        mentions[_sense(toponym)].append(toponym)
    groups = {
        sense: _Group(_candidates(sense, found, names), _clues(sense, found, text, names, country))
        for sense, found in mentions.items()
    }
    shares = _country_shares(groups, mentions, text)
    for group in groups.values():
        group.clues = replace(group.clues, countries=shares)
        group.ranked = rank(group.candidates, group.clues)
    _rank_together(groups)
    for sense, group in groups.items():
        if not group.candidates:
            _guess(sense[0], group, names, shares)
    return tuple(_resolution(toponym, groups[_sense(toponym)]) for toponym in toponyms)


def _sense(toponym: Toponym) -> tuple[str, str | None]:
    """Return the folded name, and its kind word where that makes it another name."""
    key = fold(toponym.text)
    vocabulary = load_vocabulary()
    belongs = vocabulary.in_name_after | vocabulary.in_name_before
    inside = toponym.feature in belongs and toponym.feature in key.split()
    return key, toponym.feature if inside else None


def _candidates(
    sense: tuple[str, str | None], found: Sequence[Toponym], names: Names
) -> list[Candidate]:
    key, word = sense
    by_id = {c.place.id: c for c in names.candidates(key, limit=_RANKED)}
    if word:
        bare = " ".join(part for part in key.split() if part != word)
        for candidate in names.candidates(bare, limit=_RANKED):
            by_id.setdefault(candidate.place.id, candidate)
    del found
    return list(by_id.values())


def _clues(
    sense: tuple[str, str | None],
    found: Sequence[Toponym],
    text: str,
    names: Names,
    country: str | None,
) -> Clues:
    word = sense[1] or next((t.feature for t in found if t.feature), None)
    containers: dict[str, Place] = {}
    for toponym in found:
        for key in containers_of(text, toponym.start, toponym.end):
            for candidate in names.candidates(key, limit=10):
                containers[candidate.place.id] = candidate.place
    nationality = next(filter(None, (country_beside(text, t.start) for t in found)), None)
    written = found[0].text
    if sense[1]:
        written = " ".join(w for w in written.split() if w.lower() != sense[1])
    return Clues(
        written=written,
        kind=load_vocabulary().kinds.get(word or ""),
        word=word,
        containers=tuple(containers.values()),
        nationality=nationality,
        given_country=country,
    )


def _country_shares(
    groups: Mapping[tuple[str, str | None], _Group],
    mentions: Mapping[tuple[str, str | None], Sequence[Toponym]],
    text: str,
) -> dict[str, float]:
    counts: Counter[str] = countries_by_people(text)
    for sense, group in groups.items():
        top = max(group.candidates, key=lambda c: c.importance, default=None)
        if top is not None and top.place.kind is PlaceKind.COUNTRY and top.place.country:
            counts[top.place.country] += len(mentions[sense])
    total = counts.total()
    return {code: count / total for code, count in counts.items()} if total else {}


def _rank_together(groups: Mapping[tuple[str, str | None], _Group]) -> None:
    """Rank again with what the other names mean, twice: the first time moves some of them."""
    for _ in range(2):
        best = {
            sense: group.best
            for sense, group in groups.items()
            if group.best and group.best.kind is not PlaceKind.COUNTRY
        }
        for sense, group in groups.items():
            others = tuple(p for other, p in best.items() if p and other != sense)
            group.clues = replace(group.clues, neighbours=others)
            group.ranked = rank(group.candidates, group.clues)


def _guess(key: str, group: _Group, names: Names, shares: Mapping[str, float]) -> None:
    """Look for a spelling nearby, only among the countries that the text speaks of."""
    near = [c for c in names.guesses(key, limit=50) if c.place.country in shares]
    group.candidates = near
    group.ranked = rank(near, group.clues)


def _resolution(toponym: Toponym, group: _Group) -> Resolution:
    ranked = group.ranked
    if not ranked:
        return Resolution(toponym, Status.UNKNOWN, None, 0.0, ())
    best = ranked[0]
    confidence = _confidence(ranked)
    if any(c.distance for c in group.candidates):
        confidence *= _GUESS
        sure = confidence >= _SURE * _GUESS
    else:
        sure = confidence >= _SURE
    if not sure:
        return Resolution(toponym, Status.AMBIGUOUS, None, confidence, ranked)
    return Resolution(toponym, Status.RESOLVED, best.place, confidence, ranked)


def _confidence(ranked: Sequence[Ranked]) -> float:
    """Return the probability of the best candidate among those that are another place."""
    best = ranked[0]
    rivals = [
        math.exp(_STEEPNESS * (other.score - best.score))
        for other in ranked[1:]
        if not _same_spot(best.place, other.place)
    ]
    return 1.0 / (1.0 + math.fsum(rivals))


def _same_spot(one: Place, other: Place) -> bool:
    return (
        lies_in(one, other)
        or lies_in(other, one)
        or distance_km(one, other) < _SAME_KM
    )
