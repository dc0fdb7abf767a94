"""Which place a name means: the candidates in order, each with its score and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.candidates import Candidate, Clues, Reason, distance_km, lies_in
from gazetteer.company import Others, reasons_among
from gazetteer.reasons import kind_fits, reasons_beside
from gazetteer.weights import load_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.place import Place

__all__ = [
    "Candidate",
    "Clues",
    "Ranked",
    "Weighed",
    "distance_km",
    "kind_fits",
    "lies_in",
    "rank",
    "weighed",
]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate, its score (the logarithm of its odds), and the reasons, strongest first."""

    place: Place
    score: float
    why: tuple[str, ...]


@dataclass(slots=True)
class Weighed:
    """A candidate while the names of its text are compared."""

    candidate: Candidate
    beside: tuple[Reason, ...]
    score_beside: float
    among: tuple[Reason, ...] = ()
    score: float = 0.0

    def compare(self, others: Others) -> None:
        """Weigh again, now that the other names mean ``others``."""
        self.among = tuple(reasons_among(self.candidate.place, others))
        self.score = self.score_beside + total(self.among)

    def ranked(self) -> Ranked:
        """Return the candidate with its reasons in words."""
        reasons = [reason for reason in (*self.beside, *self.among) if reason.words]
        return Ranked(self.candidate.place, self.score, tuple(reason.words for reason in reasons))


def rank(candidates: Sequence[Candidate], clues: Clues) -> tuple[Ranked, ...]:
    """Order the candidates by their names and the words beside them, the likeliest first."""
    return in_order(weighed(candidates, clues))


def in_order(compared: Iterable[Weighed]) -> tuple[Ranked, ...]:
    """Return the candidates with their reasons, the likeliest first."""
    ranked = (one.ranked() for one in compared)
    return tuple(sorted(ranked, key=lambda r: (-r.score, r.place.id)))


def weighed(candidates: Sequence[Candidate], clues: Clues) -> list[Weighed]:
    """Return the candidates weighed by their names and by the words beside them."""
    found = []
    for candidate in candidates:
        reasons = tuple(reasons_beside(candidate, clues, candidates))
        score = total(reasons)
        found.append(Weighed(candidate, reasons, score, score=score))
    return found


def total(reasons: Iterable[Reason]) -> float:
    """Return the sum of what the reasons weigh."""
    weights = load_weights()
    return sum(reason.value * weights[reason.feature] for reason in reasons)
