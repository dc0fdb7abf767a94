"""Days told from another: from the day of publication, or from the day told before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from geo.codes import DatePrecision
from geo.reading.dates.spans import (
    Days,
    around,
    before,
    calendar_span,
    number_of,
    one_day,
    sliced,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.reading.dates.context import Context
    from geo.reading.dates.words import TimeWords


_NEAR = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "last night": -1,
         "the day after tomorrow": 2}  # fmt: skip


def _near_day(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    word = words.parts["word"].lower()
    if word == "overnight":  # the night that ended on the day of publication
        first = context.published - timedelta(1)
        return span(first, context.published, DatePrecision.DAYS)
    return one_day(context.published + timedelta(_NEAR.get(word, 0)))


def _ago(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    unit, said = words.parts["unit"].lower(), words.parts["number"].lower()
    day = before(context.published, number_of(said), unit)
    vague = said.endswith(("few", "several", "many"))
    if "exact" in words.parts:
        return one_day(day)
    if vague and unit in {"month", "year", "decade"}:  # at least two of them
        return Days(None, before(context.published, 2, unit), DatePrecision.UNKNOWN)
    if unit in {"hour", "day"} and not vague:
        return one_day(day)
    return around(day, unit)


_STEPS = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1}


def _period(words: TimeWords, context: Context) -> Days | None:
    which, unit = words.parts["which"].lower(), words.parts["unit"].lower()
    if which in {"that", "the same", "the previous", "the following"}:
        day = context.previous.start if context.previous else None
    else:
        day = context.published
    if day is None:
        return None
    step = {
        "the": 0,
        "last": -1,
        "the previous": -1,
        "next": 1,
        "the following": 1,
        "the coming": 1,
    }
    whole = calendar_span(day, unit, step.get(which, 0))
    said = words.parts.get("slice", "").lower()
    if which == "this" and context.published:
        if said == "earlier" and whole.start:
            return span(whole.start, context.published, _precision(unit))
        if said == "later":
            return Days(context.published, whole.end, whole.precision)
    return sliced(whole, said) if unit != "week" else whole


def _precision(unit: str) -> DatePrecision:
    return {"week": DatePrecision.DAYS, "month": DatePrecision.MONTH}.get(unit, DatePrecision.YEAR)


# How far back "recent" reaches, in days: the spatial language, section 9.1; months by analogy.
_RECENT_DAYS = {"hour": 1, "day": 9, "week": 28, "month": 183, "year": 1_096, "decade": 3_653}
_RECENT_PRECISION = {"hour": DatePrecision.DAYS, "day": DatePrecision.DAYS,
                     "week": DatePrecision.MONTH, "month": DatePrecision.QUARTER}  # fmt: skip


def _recent(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    unit, number = words.parts.get("unit", "week").lower(), words.parts.get("number")
    precision = _RECENT_PRECISION.get(unit, DatePrecision.YEAR)
    if "next" in words.parts:
        days = {"hour": 1, "day": 1, "week": 7, "month": 31, "year": 366, "decade": 3_653}[unit]
        last = context.published + timedelta(number_of(number) * days)
        return span(context.published, last, precision)
    if "word" in words.parts or (number or "few").split()[-1] in {"few", "several"}:
        first = context.published - timedelta(_RECENT_DAYS[unit])
    else:
        # "the past week" is one of them.
        first = before(context.published, number_of(number) if number else 1, unit)
    return span(first, context.published, precision)


def _duration(words: TimeWords, context: Context) -> Days | None:
    if context.published is None or words.parts["takes"].lower() in {"within", "after"}:
        return None
    unit, number = words.parts["unit"].lower(), number_of(words.parts["number"])
    if context.future and words.parts["takes"].lower() == "in":
        day = before(context.published, -number, unit)
        return one_day(day) if unit in {"hour", "day"} else around(day, unit)
    start = before(context.published, number, unit)
    precision = DatePrecision.DAYS if unit in {"hour", "day"} else DatePrecision.MONTH
    return span(start, context.published, precision)


def _now(_words: TimeWords, context: Context) -> Days | None:
    return one_day(context.published) if context.published else None


def _same(_words: TimeWords, context: Context) -> Days | None:
    return context.previous


def _after(_words: TimeWords, context: Context) -> Days | None:
    if context.previous is None or context.previous.start is None or context.published is None:
        return None
    if context.previous.start > context.published:
        return None
    return span(context.previous.start, context.published, DatePrecision.DAYS)


def _shift(words: TimeWords, context: Context) -> Days | None:
    day = context.previous.start if context.previous else None
    if words.parts.get("unit_2", "").lower() == "year":
        day = day or context.published  # "against ten a year earlier": before the report
    if day is None:
        return None
    parts = {name: value.lower() for name, value in words.parts.items()}
    number = number_of(parts.get("number", "one"))
    back = parts.get("way") == "earlier" or parts.get("side") == "before"
    if back or parts.get("word") == "previous":
        found = before(day, number, parts.get("unit_2", "day"))
    else:
        found = before(day, -number, parts.get("unit_2", "day"))
    unit = parts.get("unit_2", "day")
    return one_day(found) if unit == "day" else around(found, unit)


def _beside(words: TimeWords, context: Context) -> Days | None:
    """Resolve "a day after rebels overran it": that day, seen from the day told before it."""
    day = context.previous.start if context.previous else None
    unit, said = words.parts["unit"].lower(), words.parts.get("number", "one").lower()
    if day is None or said.endswith(("few", "several", "many")):
        return None
    step = number_of(said) * (1 if words.parts["way"].lower() == "after" else -1)
    # "On Sunday, a day after they overran it" dates the overrunning, one day back;
    # "the day after they came on Sunday" dates the other clause, one day on.
    found = before(day, -step if context.beside_next else step, unit)
    return one_day(found) if unit == "day" else around(found, unit)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
             "ninth", "tenth")  # fmt: skip


def ordinal_of(word: str) -> int:
    """Return the number of an ordinal, written out or as "3rd"."""
    said = word.lower()
    return _ORDINALS.index(said) + 1 if said in _ORDINALS else int(said[:-2])


def _nth_day(words: TimeWords, context: Context) -> Days | None:
    """Resolve "the third day of fighting", counted from the day just told, or as news."""
    number = ordinal_of(words.parts["ordinal"])
    if context.published is None:
        return None
    if "began" in words.parts:  # "on the first day", of what the report dates first
        return one_day(context.first + timedelta(number - 1)) if context.first else None
    if context.previous and context.previous.precision is DatePrecision.DAY:
        day = context.previous.start
        if day and day + timedelta(number - 1) <= context.published:
            return one_day(day + timedelta(number - 1))
    return span(context.published - timedelta(1), context.published, DatePrecision.DAYS)


def _length(_words: TimeWords, _context: Context) -> Days:
    return Days(None, None, DatePrecision.UNKNOWN)


def _past(_words: TimeWords, context: Context) -> Days | None:
    return Days(None, context.published, DatePrecision.UNKNOWN)


RULES: dict[str, Callable[[TimeWords, Context], Days | None]] = {
    "near_day": _near_day,
    "ago": _ago,
    "period": _period,
    "recent": _recent,
    "duration": _duration,
    "now": _now,
    "same": _same,
    "after": _after,
    "shift": _shift,
    "beside": _beside,
    "nth_day": _nth_day,
    "past": _past,
    "length": _length,
}
