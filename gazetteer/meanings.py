"""What each name may mean, and what the words beside it say about that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from gazetteer.beside import heads_dateline
from gazetteer.candidates import Candidate, Clues
from gazetteer.context import containers_of, country_beside, in_a_list
from gazetteer.names import fold
from gazetteer.use import Use
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gazetteer.known import Known
    from gazetteer.place import Place
    from gazetteer.spot import Toponym

# A folded name, and its kind word where that makes it another name.
Sense = tuple[str, "str | None"]

# So many namesakes are ranked; the hundredth San José has no chance without a container,
# and with one it is found among the same number in that container's country.
_RANKED = 100
_RURAL = re.compile(r"\brural\s+$", re.IGNORECASE)


class Names(Protocol):
    """Where candidates come from."""

    def candidates(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places with the folded name, most important first."""
        ...

    def candidates_by_id(self, place_id: str) -> list[Candidate]:
        """Return the place with the id, or nothing."""
        ...

    def best(self, keys: Iterable[str]) -> Mapping[str, Known]:
        """Return the most important place of each folded name."""
        ...

    def guesses(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places whose folded name is a letter or two away."""
        ...


def sense_of(toponym: Toponym) -> Sense:
    """Return the folded name, and its kind word where that makes it another name."""
    key = fold(toponym.text)
    vocabulary = load_vocabulary()
    belongs = vocabulary.in_name_after | vocabulary.in_name_before
    return key, toponym.feature if toponym.feature in belongs else None


def candidates_of(sense: Sense, names: Names) -> list[Candidate]:
    """Return what the name may mean: places called so, and homes of peoples called so."""
    key, word = sense
    by_id = {c.place.id: c for c in names.candidates(key, limit=_RANKED)}
    if word:
        bare = " ".join(part for part in key.split() if part != word)
        for spelling in (bare, f"{bare} {word}", f"{word} {bare}"):
            for candidate in names.candidates(spelling, limit=_RANKED):
                by_id.setdefault(candidate.place.id, candidate)
    # A people's name may be a town's too: Canadian in Texas.
    for place_id in _homes_of(key):
        for candidate in names.candidates_by_id(place_id):
            by_id.setdefault(candidate.place.id, candidate)
    if not by_id:
        # "Central Luzon", "Quezon City": a part or the whole of what the rest names.
        return names.candidates(_without_part(key), limit=_RANKED)
    return list(by_id.values())


def _homes_of(people: str) -> list[str]:
    """Return the ids of the country and the area whose people are called so."""
    vocabulary = load_vocabulary()
    nation, area = vocabulary.demonyms.get(people), vocabulary.area_demonyms.get(people)
    return [*([f"iso:{nation}"] if nation else []), *([area] if area else [])]


def _without_part(key: str) -> str:
    """Drop the point of the compass before a name, and the kind word behind it."""
    vocabulary = load_vocabulary()
    words = key.split()
    while len(words) > 1 and words[0] in vocabulary.parts:
        words = words[1:]
    if len(words) > 1 and words[-1] in vocabulary.in_name_capital:
        words = words[:-1]
    return " ".join(words)


def clues_of(
    sense: Sense,
    found: Sequence[Toponym],
    text: str,
    names: Names,
    country: str | None,
) -> Clues:
    """Return what the words beside all mentions of one name say about it."""
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
        as_country=any(_RURAL.search(text, max(0, t.start - 20), t.start) for t in found),
        as_capital=any(t.use is Use.METONYM or heads_dateline(text, t.start, t.end) for t in found),
    )
