"""What each reason weighs when places of one name are compared."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

WEIGHTS_FILE = Path(__file__).parent / "data" / "weights.toml"


@cache
def load_weights() -> dict[str, float]:
    """
    Return the weight of each reason by its name; read once.

    Weights are natural logarithms of odds: a reason of weight 1 makes its place e times as
    likely beside its rivals as it was.
    """
    return {**_table("weights"), **_table("by_hand")}


def learnt() -> frozenset[str]:
    """Return the names of the reasons whose weights were learnt and not set by hand."""
    return frozenset(_table("weights"))


def _table(name: str) -> dict[str, float]:
    stored = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {reason: float(weight) for reason, weight in stored[name].items()}
