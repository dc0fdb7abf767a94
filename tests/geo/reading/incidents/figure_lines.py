"""Figures in short, so that a table of sentences can be read: "killed 39+ total civilians 8"."""

from __future__ import annotations

import re
from itertools import zip_longest

from geo.codes import UNDRAWN, TollScope

_LINE = re.compile(
    r"(?P<what>[a-z]+) (?P<low>\d+)(?:(?P<open>\+)|-(?P<best>\d+|\?)-(?P<high>\d+|\?))?"
    r"(?P<total> total)?(?: civilians (?P<civilians>\d+\+?))?"
)


def wanted_lines(text):
    """
    Return the figures of a short form, sorted: what, low, best, high, total?, civilians.

    "39" is exactly 39, "39+" at least 39, "20-25-30" low, best and high.
    """
    return sorted(_wanted(_LINE.fullmatch(part.strip())) for part in text.split(";") if part)


def _wanted(match):
    low = match["low"]
    best, high = (low, "?") if match["open"] else (match["best"] or low, match["high"] or low)
    return match["what"], low, best, high, bool(match["total"]), match["civilians"]


def found_lines(incidents, tolls):
    """Return the figures of claims that may be drawn, in the same form, each once."""
    drawn = [one for one in incidents if one.assertion not in UNDRAWN]
    found = [line for claim in drawn for line in _of_incident(claim)]
    for claim in tolls:
        if claim.assertion not in UNDRAWN:
            line = _line(str(claim.what), claim.count, claim.scope, None)
            # A running total stands in its incident claim and in a toll of its own.
            if line[:5] not in {other[:5] for other in found}:
                found.append(line)
    return sorted(found, key=str)


def _of_incident(claim):
    for what, count in zip_longest(
        ("killed", "injured", "displaced"), (claim.fatalities, claim.injured, claim.displaced)
    ):
        if count is not None:
            civil = claim.deaths_civilians if what == "killed" else None
            yield _line(what, count, claim.toll_scope, civil)


def _line(what, count, scope, civilians):
    low, best, high = ("?" if n is None else str(n) for n in (count.low, count.best, count.high))
    total = scope is TollScope.CUMULATIVE
    return what, low, best, high, total, None if civilians is None else _short(civilians)


def _short(count):
    return f"{count.low}" if count.high == count.low else f"{count.low}+"
