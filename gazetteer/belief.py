"""Whether a known name in a text is meant as a place, or is a person, a paper, a firm."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.mentions import context_of, mentions_of
from gazetteer.signs import signs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.known import Reading, Window
    from gazetteer.mentions import Mention

_WEIGHTS = Path(__file__).parent / "data" / "spotting.toml"


def believed(reading: Reading, chosen: Sequence[Window]) -> list[tuple[Mention, float]]:
    """
    Return the chosen names with the probability that each is meant as a place.

    The probability is a logistic function of the signs; their weights, and how they were
    learnt, stand in data/spotting.toml.
    """
    mentions = mentions_of(reading, chosen)
    context = context_of(reading, mentions)
    weights = _weights()["alone" if reading.labels is None else "with_a_model"]
    return [
        (mention, _probability(signs_of(reading, mention, context), weights))
        for mention in mentions
    ]


def _probability(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    score = math.fsum(weights.get(name, 0.0) * strength for name, strength in signs.items())
    return 1.0 / (1.0 + math.exp(-score))


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
