"""Write what was measured as a table, with everything that was wrong below its figure."""

from __future__ import annotations

from tests.quality.score import Measure


def lines_of(table):
    """Return the lines of a table of measures by name."""
    return [line for name, one in table.items() for line in _lines(name, one)]


def _lines(name, one):
    if not isinstance(one, Measure):
        return [f"{name:40} {one.value:6.3f}  ({one.right} of {one.of})", *_misses(one)]
    return [
        f"{name:40} {one.value:6.3f}  F1",
        (
            f"{'    precision':40} {one.precision.value:6.3f}"
            f"  ({one.precision.right} of {one.precision.of})"
        ),
        *_misses(one.precision),
        f"{'    recall':40} {one.recall.value:6.3f}  ({one.recall.right} of {one.recall.of})",
        *_misses(one.recall),
    ]


def _misses(ratio):
    return [f"        - {what}" for what in ratio.wrong]
