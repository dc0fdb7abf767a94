"""What the words that say when mean, given the day they were published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.dates import named_days, relative_days

if TYPE_CHECKING:
    from geo.reading.dates.context import Context
    from geo.reading.dates.spans import Days
    from geo.reading.dates.words import TimeWords


def resolve(words: TimeWords, context: Context) -> Days | None:
    """
    Resolve words that say when; None when the context does not suffice.

    The table is section 9.1 of the spatial language: a bare weekday is the nearest on
    or before the day of publication, or after it beside a future verb.
    """
    try:
        return _RULES[words.kind](words, context)
    except (OverflowError, ValueError):  # 31 June, or a day before the year one
        return None


_RULES = {**named_days.RULES, **relative_days.RULES}
