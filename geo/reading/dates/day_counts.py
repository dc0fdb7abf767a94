"""What counted days say of a report's day: "a day after they came", "into a fourth day"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.reading.dates.forms import WEEKDAYS
from geo.reading.dates.named_days import weekday_of
from geo.reading.dates.own_dates import Evidence, day_months, is_fresh, latest, weekdays
from geo.reading.dates.relative_days import ordinal_of
from geo.reading.dates.spans import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.reading.dates.own_dates import Ordinals, Scores
    from geo.reading.dates.times import Expression

# One counted day in seven or so is counted from something else than the date that is named.
_COUNTED = np.log(0.15)
# "On Sunday" and "on Sunday, September 27" in one report are seldom one day.
_SAME_DAY = np.log(0.1)


def counted_days(past: Sequence[Expression]) -> Iterator[Evidence]:
    """
    Give what the days say that are counted from a happening dated elsewhere in the report.

    Parameters
    ----------
    past
        The expressions of a report that speak of the past, in the order of the text.
    """
    dated = sorted(day_months([one.words for one in past if one.words.kind == "date"]))
    if not dated:
        return
    yield from _other_week(past)
    for before, one in zip([None, *past], past, strict=False):
        if one.words.kind == "nth_day":
            nth = ordinal_of(one.words.parts["ordinal"])
            yield _agrees(dated, nth - 1, None, one)
        elif one.words.kind == "beside" and one.words.parts["unit"].lower() == "day":
            if before is None or before.sentence is not one.sentence:
                continue
            if before.words.kind == "weekday" and one.words.parts["way"].lower() == "after":
                number = number_of(one.words.parts.get("number", "one"))
                yield _agrees(dated, number, weekday_of(before.words.parts["weekday"]), one)


def _other_week(past: Sequence[Expression]) -> Iterator[Evidence]:
    """Give the weekdays that are named bare beside one with its date: they are two days."""
    bare = {weekday_of(one.words.parts["weekday"]) for one in past if one.words.kind == "weekday"}
    for one in past:
        if one.words.kind == "date" and is_fresh(one.words):
            weekday = weekday_of(one.words.parts["weekday"])
            for month, day in day_months([one.words]) if weekday in bare else ():
                yield _not_the_same(month, day, weekday)


def _not_the_same(month: int, day: int, weekday: int) -> Evidence:
    def score(days: Ordinals) -> Scores:
        told = days - (weekdays(days) - weekday) % 7
        return np.where(latest(month, day, days) == told, _SAME_DAY, 0.0)

    name = WEEKDAYS[weekday]
    return Evidence(score, lambda _: f"{name} is named both with its date and without")


def _agrees(
    dated: list[tuple[int, int]], later: int, weekday: int | None, one: Expression
) -> Evidence:
    """Ask for a date so many days before the weekday told, or before the day of the report."""

    def score(days: Ordinals) -> Scores:
        told = days if weekday is None else days - (weekdays(days) - weekday) % 7
        fits = np.zeros(len(days), dtype=bool)
        for month, day in dated:
            gap = told - latest(month, day, days)
            # A count without a weekday was made on the day of writing or the day before.
            fits |= (gap == later) | ((weekday is None) & (gap == later + 1))
        return np.where(fits, 0.0, _COUNTED)

    said = " ".join(one.quote_text.split())
    return Evidence(score, lambda _: f"{said!r} counts from a date that is named")
