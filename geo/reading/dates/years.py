"""What the years that a report names say of its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from geo.reading.dates.context import Context
from geo.reading.dates.own_dates import Evidence
from geo.reading.dates.rules import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.reading.dates.own_dates import Ordinals, Scores
    from geo.reading.dates.times import Expression

_FADE_YEARS = 0.35  # the same for the newest year named
_OLDEST_NEWS = 1990  # older years are history, and say nothing of the day
_NEVER = -60.0


def newest_year(found: Sequence[Expression]) -> date | None:
    """Return the beginning of the newest year or full date that is named as past."""
    past = [one for one in found if not one.future]
    spans = [
        resolve(one.words, Context(None))
        for one in past
        if one.words.kind in {"year", "years", "month", "date"} and "year" in one.words.parts
    ]
    starts = [span.start for span in spans if span and span.start]
    return max((start for start in starts if start.year >= _OLDEST_NEWS), default=None)


def year_fade(newest: date) -> Evidence:
    """
    Say how days fare by the newest year named: none before it, and few long after.

    Reports that copy each other name the same years, so a group of them counts it once.
    """
    year_end = date(newest.year, 12, 31).toordinal()

    def score(days: Ordinals) -> Scores:
        later = np.ceil(np.maximum(days - year_end, 0) / 365.25)
        return np.where(days < newest.toordinal(), _NEVER, -_FADE_YEARS * later)

    return Evidence(score, lambda _: f"the newest year named is {newest.year}")
