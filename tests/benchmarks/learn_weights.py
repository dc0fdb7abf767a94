"""
Learn what each reason weighs in resolving place names, from corpora of annotated news.

    python tests/benchmarks/learn_weights.py --corpus DIR DIR [--half 0] [--write]

A log-linear model: the chance of a candidate is proportional to the exponential of the
weighted sum of its reasons (softmax over the candidates of one name in one text), fitted
by maximum likelihood with a quadratic penalty on the distance from weights set before.
Every corpus counts the same however long it is. Reasons about the other names depend on
what these mean now, so that fitting and resolving take turns. Without ``--write`` nothing
is changed: use ``--half`` to learn on every second document and measure on the others.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

# Run as a script, this file's folder is on the path and not the project's.
sys.path.insert(0, str(Path(__file__).parents[2]))

from gazetteer import open_gazetteer
from gazetteer.resolve import read_together
from gazetteer.spot import Toponym
from gazetteer.weights import WEIGHTS_FILE, learnt, load_weights
from tests.benchmarks.toponym_scores import (
    CLOSE_KM,
    FARTHEST_KM,
    Answer,
    Errors,
    error_km,
    gold_of,
    great_circle_km,
    texts_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gazetteer.index import Gazetteer
    from gazetteer.resolve import Group
    from tests.benchmarks.toponym_scores import Gold

# Candidates so much farther from the gold point than the nearest one are as right, in km.
_AS_RIGHT_KM = 10.0
# How strongly the weights are held where they were; a corpus counts as 1,000 names.
_PENALTY = 2.0
_TURNS = 3
_STEPS = 30
_SHORTEST = 1e-3


@dataclass(frozen=True, slots=True)
class Lesson:
    """One name of one text: a row of reasons for each candidate, and which are right."""

    rows: NDArray[np.float64]
    right: NDArray[np.bool_]
    weight: float


def main() -> None:
    """Learn, print the weights, measure each corpus."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--corpus", type=Path, nargs="+", required=True)
    parser.add_argument("--test", type=Path, nargs="*", help="corpora to measure; else the same")
    parser.add_argument("--half", type=int, choices=(0, 1), help="learn on every second document")
    parser.add_argument("--write", action="store_true", help=f"overwrite {WEIGHTS_FILE.name}")
    parser.add_argument("--penalty", type=float, default=_PENALTY)
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    tested = options.test or options.corpus
    other = None if options.half is None else 1 - options.half
    for corpus in tested:
        print(f"before: {corpus.name:<12} {measured(corpus, gazetteer, other)}")
    # The one place where weights change while a program runs: they are what is learnt.
    weights, before = load_weights(), dict(load_weights())
    for _ in range(_TURNS):
        lessons = [
            lesson for c in options.corpus for lesson in lessons_of(c, gazetteer, options.half)
        ]
        weights.update(fitted(lessons, before, options.penalty))
    for corpus in tested:
        print(f"after:  {corpus.name:<12} {measured(corpus, gazetteer, other)}")
    for name, weight in weights.items():
        print(f"{name} = {weight:.2f}  # before {before[name]:.2f}")
    if options.write:
        write(weights)


def lessons_of(corpus: Path, gazetteer: Gazetteer, half: int | None) -> list[Lesson]:
    """Return the names of a corpus that have a right candidate and a wrong one."""
    lessons = []
    for _doc, text, gold in _documents(corpus, half):
        spans = [Toponym(g.start, g.end, text[g.start : g.end]) for g in gold]
        placed = {
            span: (name.longitude, name.latitude)
            for name, span in zip(gold, spans, strict=True)
            if name.longitude is not None and name.latitude is not None
        }
        for group in read_together(spans, text, gazetteer):
            points = Counter(placed[span] for span in group.mentions if span in placed)
            for point, count in points.most_common(1):
                lesson = _lesson(group, point, count)
                lessons += [lesson] if lesson else []
    total = sum(lesson.weight for lesson in lessons)
    return [Lesson(one.rows, one.right, 1_000 * one.weight / total) for one in lessons]


def _lesson(group: Group, point: tuple[float, float], count: int) -> Lesson | None:
    names = list(load_weights())
    places = [one.candidate.place for one in group.weighed]
    far = np.array([great_circle_km(p.longitude, p.latitude, *point) for p in places])
    if len(far) < 2 or far.min() >= CLOSE_KM:
        return None
    right = (far < far.min() + _AS_RIGHT_KM) & (far < CLOSE_KM)
    if right.all():
        return None
    rows = np.zeros((len(places), len(names)))
    for row, one in zip(rows, group.weighed, strict=True):
        for reason in (*one.beside, *one.among):
            row[names.index(reason.feature)] += reason.value
    # A name that stands ten times is no ten names: they are read as one.
    return Lesson(rows, right, float(np.sqrt(count)))


def fitted(lessons: Sequence[Lesson], before: dict[str, float], penalty: float) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest, by Newton's method."""
    centre = np.array(list(before.values()))
    weights = np.array([load_weights()[name] for name in before])
    free = np.array([name in learnt() for name in before])
    loss, slope, bend = _surface(lessons, weights - centre, weights, penalty)
    for _ in range(_STEPS):
        step = np.zeros_like(slope)
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        length = 1.0
        while length > _SHORTEST:
            tried = weights - length * step
            found = _surface(lessons, tried - centre, tried, penalty)
            if found[0] < loss:
                break
            length /= 2
        if length <= _SHORTEST or loss - found[0] < _SHORTEST:
            break
        weights, (loss, slope, bend) = tried, found
    return dict(zip(before, (float(weight) for weight in weights), strict=True))


def _surface(
    lessons: Sequence[Lesson],
    moved: NDArray[np.float64],
    weights: NDArray[np.float64],
    penalty: float,
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Return the loss, its gradient, and a curvature that is nowhere too small."""
    loss = penalty * float(moved @ moved)
    slope = 2 * penalty * moved
    bend = 2 * penalty * np.eye(len(weights))
    for lesson in lessons:
        scores = lesson.rows @ weights
        odds = np.exp(scores - scores.max())
        share = odds / odds.sum()
        right = np.where(lesson.right, odds, 0.0) / odds[lesson.right].sum()
        mean = share @ lesson.rows
        loss -= lesson.weight * float(np.log(share[lesson.right].sum()))
        slope = slope + lesson.weight * (mean - right @ lesson.rows)
        spread = (lesson.rows.T * share) @ lesson.rows - np.outer(mean, mean)
        bend = bend + lesson.weight * spread
    return loss, slope, bend


def measured(corpus: Path, gazetteer: Gazetteer, half: int | None) -> str:
    """Return the figures of the best candidates with the spans given."""
    errors = []
    for doc, text, gold in _documents(corpus, half):
        spans = [Toponym(g.start, g.end, text[g.start : g.end]) for g in gold]
        for name, found in zip(gold, gazetteer.resolve(spans, text), strict=True):
            place = found.ranked[0].place if found.ranked else None
            where = (place.longitude, place.latitude) if place else (None, None)
            km = error_km(name, Answer(doc, name.start, name.end, *where))
            if name.latitude is not None:
                errors.append(FARTHEST_KM if km is None else km)
    return Errors(tuple(errors)).described()


def write(weights: dict[str, float]) -> None:
    """Put the learnt weights into the data file, whose comments and other table stay."""
    stored = WEIGHTS_FILE.read_text(encoding="utf-8")
    head, _, rest = stored.partition("[weights]\n")
    by_hand = rest.partition("[by_hand]\n")[2]
    lines = "".join(f"{name} = {weights[name]:.2f}\n" for name in weights if name in learnt())
    new = f"{head}[weights]\n{lines}\n[by_hand]\n{by_hand}"
    WEIGHTS_FILE.write_text(new, encoding="utf-8")


def _documents(corpus: Path, half: int | None) -> list[tuple[str, str, list[Gold]]]:
    texts, gold = texts_of(corpus), gold_of(corpus)
    docs = sorted(texts)[half::2] if half is not None else sorted(texts)
    return [(doc, texts[doc], gold.get(doc, [])) for doc in docs]


if __name__ == "__main__":
    main()
