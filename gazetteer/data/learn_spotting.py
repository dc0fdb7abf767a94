# ruff: noqa: INP001, T201 - a script, run by hand
"""
Learn the weights in spotting.toml from corpora whose place names people have marked.

Run from the top of the repository, with a folder for each corpus:

    python gazetteer/data/learn_spotting.py GeoVirus:2 LGL:1:organisation

The number is the corpus's share; names with the sign behind it are left out: LGL is local
news that marks places inside names of organisations, and we do not. The lines that it
prints go below the comment in spotting.toml.

A folder has ``docs.jsonl`` ({"doc", "text"}) and ``gold.jsonl`` ({"doc", "start", "end"}),
and, for the weights beside a language model, ``entities.json`` ({doc: [[start, end, label]]}).
Nothing of the corpora but these weights goes into the repository.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from gazetteer import open_gazetteer
from gazetteer.mentions import context_of, mentions_of
from gazetteer.signs import signs_of
from gazetteer.spans import span_of
from gazetteer.spot import reading_of
from gazetteer.windows import chosen_of

# Strength of the pull to zero: a sign seen ten times moves little, one seen a hundred
# times is believed.
_RIDGE = 2.0
# Where the pull goes instead for signs too rare in two corpora to teach their weight; by
# judgement: a dateline is nearly always a place, a team or a treaty never is.
_PRIOR = {"dateline": 1.5, "suffers": 1.2, "team": -2.0, "thing": -2.0, "street": -2.0}
_PRIOR |= {
    "person by a first name": -1.0,
    "ampersand": -1.0,
    "settled": 0.7,
    "is told": -1.5,
    "told elsewhere": -1.5,
}
# Newton's method is at the bottom after six or seven steps.
_STEPS = 15


@dataclass(frozen=True)
class Case:
    """The signs of one name of a corpus, whether it is marked as a place, and its weight."""

    signs: dict[str, float]
    place: bool
    weight: float = 1.0


def cases_of(folder: Path, *, with_a_model: bool) -> list[Case]:
    """Return every known name of a corpus; whatever its size, they weigh 1,500 in all."""
    gazetteer = open_gazetteer()
    gold: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for line in (folder / "gold.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        gold[row["doc"]].add((row["start"], row["end"]))
    entities = json.loads((folder / "entities.json").read_text()) if with_a_model else {}
    cases = []
    for line in (folder / "docs.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        reading, windows = reading_of(
            row["text"], gazetteer.best, entities[row["doc"]] if with_a_model else None
        )
        mentions = mentions_of(reading, chosen_of(reading, windows))
        context = context_of(reading, mentions)
        for mention in mentions:
            marked = span_of(reading, mention) in gold[row["doc"]]
            cases.append(Case(signs_of(reading, mention, context), marked))
    return [Case(case.signs, case.place, 1500 / len(cases)) for case in cases]


def learnt(cases: list[Case]) -> dict[str, float]:
    """Return the weights of a logistic regression with a ridge, by Newton's method."""
    names = sorted({name for case in cases for name in case.signs})
    column = {name: at for at, name in enumerate(names)}
    signs = np.zeros((len(cases), len(names)))
    for row, case in enumerate(cases):
        for name, strength in case.signs.items():
            signs[row, column[name]] = strength
    place = np.array([case.place for case in cases], dtype=float)
    weight = np.array([case.weight for case in cases])
    ridge = np.diag([0.0 if name == "bias" else _RIDGE for name in names])
    ridge += 1e-6 * np.eye(len(names))
    prior = np.array([_PRIOR.get(name, 0.0) for name in names])
    answer = prior.copy()
    for _ in range(_STEPS):
        guess = 1 / (1 + np.exp(-np.clip(signs @ answer, -30, 30)))
        slope = signs.T @ (weight * (place - guess)) - ridge @ (answer - prior)
        curve = (signs * (weight * guess * (1 - guess))[:, None]).T @ signs + ridge
        answer += np.linalg.solve(curve, slope)
    return {name: round(float(value), 2) for name, value in zip(names, answer, strict=True)}


def asked(corpora: list[str], *, with_a_model: bool) -> list[Case]:
    """Return the cases of corpora written FOLDER:SHARE or FOLDER:SHARE:SIGN."""
    answer = []
    for corpus in corpora:
        folder, share, *left_out = corpus.split(":")
        cases = cases_of(Path(folder), with_a_model=with_a_model)
        answer += [
            replace(case, weight=case.weight * float(share))
            for case in cases
            if not set(left_out) & case.signs.keys()
        ]
    return answer


def main() -> None:
    """Print both tables of weights, the strongest signs for a place first."""
    for table, with_a_model in (("alone", False), ("with_a_model", True)):
        weights = learnt(asked(sys.argv[1:], with_a_model=with_a_model))
        print(f"[{table}]")
        for name, value in sorted(weights.items(), key=lambda pair: -pair[1]):
            print(f'"{name}" = {value}')
        print()


if __name__ == "__main__":
    main()
