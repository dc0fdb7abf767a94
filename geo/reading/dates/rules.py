"""What the words that say when mean, given the day they were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.codes import DatePrecision
from geo.reading.dates.spans import (
    Days,
    around,
    before,
    calendar_span,
    is_day,
    month_span,
    number_of,
    one_day,
    sliced,
    span,
)
from geo.reading.dates.words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.reading.dates.words import TimeWords


@dataclass(frozen=True, slots=True)
class Context:
    """What resolves relative words: the day of publication, the tense, the day last named."""

    published: date | None
    future: bool = False
    past: bool = False  # the verb is in a past tense; both False where nothing tells
    previous: Days | None = None


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday 0, from its name or abbreviation."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3].title()))


def month_of(parts: Mapping[str, str]) -> int:
    """Return the number of a month, January 1, from its name, abbreviation or number."""
    if "month_no" in parts:
        return int(parts["month_no"])
    said = parts["month"][:3].title()
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(said))


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


# A date without a year that would be this old, while the next is this near, is the next one.
_LONG_AGO, _SOON = timedelta(300), timedelta(62)


def _date(words: TimeWords, context: Context) -> Days | None:
    parts = words.parts
    month, day = month_of(parts), int(parts["day"])
    if (year := _year_of(parts, context)) is not None:
        return one_day(date(year, day, month) if month > 12 else date(year, month, day))
    weekday = weekday_of(parts["weekday"]) if "weekday" in parts else None
    found = _nearest_year(month, day, weekday, context)
    return one_day(found) if found else None


def _year_of(parts: Mapping[str, str], context: Context) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if "its_year" in parts and context.published:
        step = {"last": -1, "next": 1}.get(parts["its_year"].lower(), 0)
        return context.published.year + step
    return None


def _nearest_year(month: int, day: int, weekday: int | None, context: Context) -> date | None:
    """Latest such day not after the day of publication, or the next beside a future verb."""
    if context.published is None:
        return None
    # Eight years, because 29 February may be that far.
    years = range(max(1, context.published.year - 8), context.published.year + 9)
    days = [date(year, month, day) for year in years if is_day(year, month, day)]
    if weekday is not None and any(one.weekday() == weekday for one in days):
        days = [one for one in days if one.weekday() == weekday]
        published = context.published
        return min(days, key=lambda one: abs(one - published))
    past = [one for one in days if one <= context.published]
    ahead = [one for one in days if one > context.published]
    if not past or not ahead:
        return None
    old, soon = context.published - past[-1], ahead[0] - context.published
    nearer = not context.past and old > _LONG_AGO and soon < _SOON
    return ahead[0] if context.future or nearer else past[-1]


def _days(words: TimeWords, context: Context) -> Days | None:
    first = _date(words, context)
    if first is None or first.start is None:
        return None
    last = first.start.replace(day=int(words.parts["day_2"]))
    return span(first.start, last, DatePrecision.DAYS) if last >= first.start else None


def _month_words(words: TimeWords, context: Context) -> Days | None:
    month, parts = month_of(words.parts), words.parts
    year = _year_of(parts, context)
    if year is None and context.published:
        year = context.published.year
        ahead = context.future or parts.get("which", "").lower() == "next"
        if ahead and month < context.published.month:
            year += 1
        elif not ahead and month > context.published.month:
            year -= 1
    return sliced(month_span(year, month), parts.get("slice", "")) if year else None


def _year(words: TimeWords, _context: Context) -> Days:
    year = int(words.parts["year"])
    whole = Days(date(year, 1, 1), date(year + 1, 1, 1), DatePrecision.YEAR)
    return sliced(whole, words.parts.get("slice", ""))


def _years(words: TimeWords, _context: Context) -> Days:
    first, last = int(words.parts["year"]), int(words.parts["year_2"])
    return Days(date(first, 1, 1), date(max(first, last) + 1, 1, 1), DatePrecision.YEAR)


def _weekday(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    wanted, which = weekday_of(words.parts["weekday"]), words.parts.get("which", "").lower()
    back = (context.published.weekday() - wanted) % 7
    if which.startswith("next") or "coming" in which or (context.future and which != "last"):
        return one_day(context.published + timedelta(7 - back))
    if which == "last" and back == 0:
        back = 7
    return one_day(context.published - timedelta(back))


def _weekend(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    monday = context.published - timedelta(context.published.weekday())
    ahead = context.future or words.parts["which"].lower() in {"next", "this"}
    # On a Saturday or Sunday "the weekend" is the one that runs.
    running = context.published.weekday() >= 5 and words.parts["which"].lower() != "last"
    saturday = monday + timedelta(5 if ahead or running else -2)
    return span(saturday, saturday + timedelta(1), DatePrecision.DAYS)


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
    if vague and unit in {"month", "year"}:  # at least two of them
        return Days(None, before(context.published, 2, unit), DatePrecision.UNKNOWN)
    if unit in {"hour", "day"} and not vague:
        return one_day(day)
    return around(day, unit)


def _period(words: TimeWords, context: Context) -> Days | None:
    which, unit = words.parts["which"].lower(), words.parts["unit"].lower()
    if which in {"that", "the same", "the previous", "the following"}:
        day = context.previous.start if context.previous else None
    else:
        day = context.published
    if day is None:
        return None
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1}
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
_RECENT_DAYS = {"hour": 1, "day": 9, "week": 28, "month": 183, "year": 1_096}
_RECENT_PRECISION = {"hour": DatePrecision.DAYS, "day": DatePrecision.DAYS,
                     "week": DatePrecision.MONTH, "month": DatePrecision.QUARTER}  # fmt: skip


def _recent(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    unit, number = words.parts["unit"].lower(), words.parts.get("number")
    precision = _RECENT_PRECISION.get(unit, DatePrecision.YEAR)
    if "next" in words.parts:
        days = {"hour": 1, "day": 1, "week": 7, "month": 31, "year": 366}[unit]
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
    unit = words.parts["unit"].lower()
    start = before(context.published, number_of(words.parts["number"]), unit)
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


def _past(_words: TimeWords, context: Context) -> Days | None:
    return Days(None, context.published, DatePrecision.UNKNOWN)


_RULES: dict[str, Callable[[TimeWords, Context], Days | None]] = {
    "date": _date,
    "days": _days,
    "month": _month_words,
    "year": _year,
    "years": _years,
    "weekday": _weekday,
    "weekend": _weekend,
    "near_day": _near_day,
    "ago": _ago,
    "period": _period,
    "recent": _recent,
    "duration": _duration,
    "now": _now,
    "same": _same,
    "after": _after,
    "shift": _shift,
    "past": _past,
}
