"""Names in context: each resolved to a place, or said to be ambiguous or unknown."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from gazetteer.candidates import Candidate, Clues, distance_km, lies_in
from gazetteer.company import Company, Others, others_of
from gazetteer.context import countries_by_people
from gazetteer.doubt import is_stray, lies_elsewhere
from gazetteer.hints import hinted_areas, with_kind_words
from gazetteer.meanings import Names, Sense, candidates_of, clues_of, sense_of
from gazetteer.rank import Ranked, Weighed, in_order, weighed
from gazetteer.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.place import Place
    from gazetteer.spot import Toponym

# Below this probability of the best candidate the answer is "ambiguous".
_SURE = 0.55
# Candidates nearer to each other than this are one place as far as a map is concerned, in km.
_SAME_KM = 20.0
# A guess from a misspelt name is never believed more than so much.
_GUESS = 0.6
# Slips of the hand are rarer than other names: one in each five letters.
_LETTERS_A_SLIP = 5
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
    toponyms: Sequence[Toponym],
    text: str,
    names: Names,
    *,
    country: str | None = None,
    speaks_of: Mapping[str, float] | None = None,
) -> tuple[Resolution, ...]:
    """
    Resolve the names of one text together.

    Parameters
    ----------
    toponyms
        Spans of ``text``.
    country
        ISO 3166-1 code of a country the text is likely about, such as its outlet's.
    speaks_of
        How often other words of the text point at countries, by ISO 3166-1 code: the names
        of those who fight there. Words for their people are counted here.
    """
    hints = Counter(speaks_of or {})
    groups = read_together(toponyms, text, names, country=country, speaks_of=hints)
    told = len(groups) - 1 + math.ceil(hints.total())
    found = [(group, in_order(group.weighed)) for group in groups]
    believed = {ranked[0].place.id for _, ranked in found if ranked}
    answers: dict[Toponym, Resolution] = {}
    for group, ranked in found:
        doubted = bool(ranked) and _is_doubted(group, ranked[0].place, believed, told)
        for toponym in group.mentions:
            answers[toponym] = _resolution(toponym, group, ranked, doubted=doubted)
    return tuple(answers[toponym] for toponym in toponyms)


def read_together(
    toponyms: Sequence[Toponym],
    text: str,
    names: Names,
    *,
    country: str | None = None,
    speaks_of: Counter[str] | None = None,
) -> list[Group]:
    """Weigh the candidates of every name by the others; the weights are learnt on this too."""
    tokens = tokens_of(text)
    mentions: dict[Sense, list[tuple[Toponym, Toponym]]] = defaultdict(list)
    described = with_kind_words(toponyms, text, tokens)
    for toponym, fuller in zip(toponyms, described, strict=True):
        mentions[sense_of(fuller)].append((toponym, fuller))
    groups = []
    for sense, found in mentions.items():
        clues = clues_of(sense, [fuller for _, fuller in found], text, names, country)
        compared = weighed(candidates_of(sense, names), clues)
        groups.append(Group(sense[0], [toponym for toponym, _ in found], compared, clues))
    hints = hinted_areas(toponyms, tokens, names.best)
    people = countries_by_people(text) + (speaks_of or Counter())
    _compare(groups, Company(people, hints), names)
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


def _guesses(group: Group, others: Others, names: Names) -> list[Weighed]:
    """Look for a spelling nearby, only among the countries that the text speaks of."""
    near = [one for one in names.guesses(group.key, limit=50) if _is_slip(one, group.key)]
    found = [guess for guess in near if guess.place.country in others.countries]
    group.elsewhere = [guess for guess in near if guess.place.country not in others.countries]
    group.is_guess = True
    return weighed(found, group.clues)


def _is_slip(guess: Candidate, key: str) -> bool:
    """Tell whether the guess is near enough to stand for what is written: Robotyne, no Rybotyn."""
    return guess.same_consonants or guess.distance <= len(key) // _LETTERS_A_SLIP


def _is_doubted(group: Group, place: Place, believed: set[str], others: int) -> bool:
    """Tell whether the likeliest place of the name is not to be believed all the same."""
    best = next(one for one in group.weighed if one.candidate.place.id == place.id)
    return (
        (group.is_guess and _may_be_elsewhere(best.candidate, group))
        or lies_elsewhere(place, group.clues, believed)
        or is_stray(best, others)
    )


def _may_be_elsewhere(best: Candidate, group: Group) -> bool:
    """Tell whether a name in a country that the text does not speak of is as near."""
    return any(
        rival.distance <= best.distance and rival.importance > best.importance - _UNLIKELIER
        for rival in group.elsewhere
    )


def _resolution(
    toponym: Toponym, group: Group, ranked: tuple[Ranked, ...], *, doubted: bool
) -> Resolution:
    if not ranked:
        return Resolution(toponym, Status.UNKNOWN, None, 0.0, ())
    status, confidence = settled(ranked)
    if group.is_guess:
        confidence *= _GUESS
    if doubted:
        # Two answers are as likely then: this place, and one that no source lists.
        status, confidence = Status.AMBIGUOUS, min(confidence, 0.5)
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
