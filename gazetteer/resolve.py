"""Names in context: each resolved to a place, or said to be ambiguous or unknown."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from gazetteer.context import containers_of, countries_by_people, country_beside, in_a_list
from gazetteer.names import fold
from gazetteer.place import PlaceKind
from gazetteer.rank import Candidate, Clues, Ranked, distance_km, lies_in, rank
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def candidates_by_id(self, place_id: str) -> list[Candidate]:
        """Return the place with the id, or nothing."""
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
    guesses: list[Candidate] | None = None


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
        sense: _Group(_candidates(sense, names), _clues(sense, found, text, names, country))
        for sense, found in mentions.items()
    }
    people = countries_by_people(text)
    for group in groups.values():
        group.ranked = rank(group.candidates, group.clues)
    # Twice, since what one name means changes what is likely for the others.
    for _ in range(2):
        best = {sense: group.ranked[0].place for sense, group in groups.items() if group.ranked}
        for sense, group in groups.items():
            others = [place for other, place in best.items() if other != sense]
            group.clues = _among(group.clues, others, people)
            group.ranked = rank(group.candidates or _guesses(sense[0], group, names), group.clues)
    return tuple(_resolution(toponym, groups[_sense(toponym)]) for toponym in toponyms)


def _among(clues: Clues, others: Sequence[Place], people: Counter[str]) -> Clues:
    """Add to the clues what the other names of the text mean."""
    counts = people + Counter(place.country for place in others if place.country)
    shares = {code: count / counts.total() for code, count in counts.items()}
    neighbours = tuple(place for place in others if place.kind is not PlaceKind.COUNTRY)
    return replace(clues, countries=shares, neighbours=neighbours)


def _sense(toponym: Toponym) -> tuple[str, str | None]:
    """Return the folded name, and its kind word where that makes it another name."""
    key = fold(toponym.text)
    vocabulary = load_vocabulary()
    belongs = vocabulary.in_name_after | vocabulary.in_name_before
    return key, toponym.feature if toponym.feature in belongs else None


def _candidates(sense: tuple[str, str | None], names: Names) -> list[Candidate]:
    key, word = sense
    by_id = {c.place.id: c for c in names.candidates(key, limit=_RANKED)}
    if word:
        bare = " ".join(part for part in key.split() if part != word)
        for spelling in (bare, f"{bare} {word}", f"{word} {bare}"):
            for candidate in names.candidates(spelling, limit=_RANKED):
                by_id.setdefault(candidate.place.id, candidate)
    nation = load_vocabulary().demonyms.get(key)
    if nation and not by_id:
        return names.candidates_by_id(f"iso:{nation}")
    if not by_id:
        # "Central Luzon", "Quezon City": a part or the whole of what the rest names.
        return names.candidates(_without_part(key), limit=_RANKED)
    return list(by_id.values())


def _without_part(key: str) -> str:
    """Drop the point of the compass before a name, and the kind word behind it."""
    vocabulary = load_vocabulary()
    words = key.split()
    while len(words) > 1 and words[0] in vocabulary.parts:
        words = words[1:]
    if len(words) > 1 and words[-1] in vocabulary.in_name_capital:
        words = words[:-1]
    return " ".join(words)


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
        listed=all(in_a_list(text, t.start, t.end) for t in found),
        nationality=nationality,
        given_country=country,
    )


def _guesses(key: str, group: _Group, names: Names) -> list[Candidate]:
    """Look for a spelling nearby, only among the countries that the text speaks of."""
    if group.guesses is None:
        group.guesses = names.guesses(key, limit=50)
    countries = group.clues.countries or {}
    return [guess for guess in group.guesses if guess.place.country in countries]


def _resolution(toponym: Toponym, group: _Group) -> Resolution:
    ranked = group.ranked
    if not ranked:
        return Resolution(toponym, Status.UNKNOWN, None, 0.0, ())
    status, confidence = settled(ranked)
    if not group.candidates:
        confidence *= _GUESS
    place = ranked[0].place if status is Status.RESOLVED else None
    return Resolution(toponym, status, place, confidence, ranked)


def settled(ranked: Sequence[Ranked]) -> tuple[Status, float]:
    """Return whether the best of these is sure, and how probable it is, from 0 to 1."""
    if not ranked:
        return Status.UNKNOWN, 0.0
    confidence = _confidence(ranked)
    return (Status.RESOLVED if confidence >= _SURE else Status.AMBIGUOUS), confidence


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
    return lies_in(one, other) or lies_in(other, one) or distance_km(one, other) < _SAME_KM
