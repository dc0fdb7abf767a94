"""Names in context: each resolved to a place, or said to be ambiguous or unknown."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from gazetteer.candidates import Candidate, Clues, distance_km, lies_in
from gazetteer.company import Company, Others, others_of
from gazetteer.context import containers_of, countries_by_people, country_beside, in_a_list
from gazetteer.hints import hinted_areas, with_kind_words
from gazetteer.names import fold
from gazetteer.rank import Ranked, Weighed, in_order, weighed
from gazetteer.tokens import tokens_of
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
# Below this probability of the best candidate the answer is "ambiguous".
_SURE = 0.55
# Candidates nearer to each other than this are one place as far as a map is concerned, in km.
_SAME_KM = 20.0
# A guess from a misspelt name is never believed more than so much.
_GUESS = 0.6
# A misspelt name may be that of a place in a country the text does not speak of, unless it
# has a tenth of the people or less (a difference in importance).
_UNLIKELIER = 1.0


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

    def best(self, keys: Iterable[str]) -> Mapping[str, Known]:
        """Return the most important place of each folded name."""
        ...

    def guesses(self, key: str, *, limit: int) -> list[Candidate]:
        """Return the places whose folded name is a letter or two away."""
        ...


@dataclass(slots=True)
class Group:
    """All mentions of one name in one text; they mean the same place."""

    key: str
    mentions: list[Toponym]
    weighed: list[Weighed]
    clues: Clues
    is_guess: bool = False
    elsewhere: Sequence[Candidate] = ()  # guesses in countries that the text does not speak of

    def shares(self) -> list[float]:
        """Return how likely each candidate is; they sum to 1."""
        return _shares([one.score for one in self.weighed])


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
    groups = read_together(toponyms, text, names, country=country)
    answers: dict[Toponym, Resolution] = {}
    for group in groups:
        ranked = in_order(group.weighed)
        answers |= {toponym: _resolution(toponym, group, ranked) for toponym in group.mentions}
    return tuple(answers[toponym] for toponym in toponyms)


def read_together(
    toponyms: Sequence[Toponym], text: str, names: Names, *, country: str | None = None
) -> list[Group]:
    """Weigh the candidates of every name by the others; the weights are learnt on this too."""
    tokens = tokens_of(text)
    mentions: dict[Sense, list[tuple[Toponym, Toponym]]] = defaultdict(list)
    described = with_kind_words(toponyms, text, tokens)
    for toponym, fuller in zip(toponyms, described, strict=True):
        mentions[_sense(fuller)].append((toponym, fuller))
    groups = []
    for sense, found in mentions.items():
        clues = _clues(sense, [fuller for _, fuller in found], text, names, country)
        compared = weighed(_candidates(sense, names), clues)
        groups.append(Group(sense[0], [toponym for toponym, _ in found], compared, clues))
    hints = hinted_areas(toponyms, tokens, names.best)
    _compare(groups, Company(countries_by_people(text), hints), names)
    return groups


def _compare(groups: Sequence[Group], company: Company, names: Names) -> None:
    """Weigh each name's candidates by the other names."""
    for number, group in enumerate(groups):
        company.expect(number, [one.candidate for one in group.weighed])
        _tell(company, number, group)
    # Twice, since what one name means changes what is likely for the others.
    for turn in range(2):
        for number, group in enumerate(groups):
            others = others_of(company, number)
            if not turn and not group.weighed:
                group.weighed = _guesses(group, others, names)
            for one in group.weighed:
                one.compare(others)
        for number, group in enumerate(groups):
            _tell(company, number, group)


def _tell(company: Company, number: int, group: Group) -> None:
    company.believe(number, [one.candidate.place for one in group.weighed], group.shares())


def _shares(scores: Sequence[float]) -> list[float]:
    """Return the softmax of the scores."""
    top = max(scores, default=0.0)
    odds = [math.exp(score - top) for score in scores]
    total = math.fsum(odds)
    return [one / total for one in odds]


def _sense(toponym: Toponym) -> Sense:
    """Return the folded name, and its kind word where that makes it another name."""
    key = fold(toponym.text)
    vocabulary = load_vocabulary()
    belongs = vocabulary.in_name_after | vocabulary.in_name_before
    return key, toponym.feature if toponym.feature in belongs else None


def _candidates(sense: Sense, names: Names) -> list[Candidate]:
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


def _clues(
    sense: Sense,
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


def _guesses(group: Group, others: Others, names: Names) -> list[Weighed]:
    """Look for a spelling nearby, only among the countries that the text speaks of."""
    near = names.guesses(group.key, limit=50)
    found = [guess for guess in near if guess.place.country in others.countries]
    group.elsewhere = [guess for guess in near if guess.place.country not in others.countries]
    group.is_guess = True
    return weighed(found, group.clues)


def _may_be_elsewhere(place: Place, group: Group) -> bool:
    """Tell whether a name in a country that the text does not speak of is as near."""
    best = next(one.candidate for one in group.weighed if one.candidate.place.id == place.id)
    return any(
        rival.distance <= best.distance and rival.importance > best.importance - _UNLIKELIER
        for rival in group.elsewhere
    )


def _resolution(toponym: Toponym, group: Group, ranked: tuple[Ranked, ...]) -> Resolution:
    if not ranked:
        return Resolution(toponym, Status.UNKNOWN, None, 0.0, ())
    status, confidence = settled(ranked)
    if group.is_guess:
        confidence *= _GUESS
        if _may_be_elsewhere(ranked[0].place, group):
            status = Status.AMBIGUOUS
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
        math.exp(other.score - best.score)
        for other in ranked[1:]
        if not _same_spot(best.place, other.place)
    ]
    return 1.0 / (1.0 + math.fsum(rivals))


def _same_spot(one: Place, other: Place) -> bool:
    return lies_in(one, other) or lies_in(other, one) or distance_km(one, other) < _SAME_KM
