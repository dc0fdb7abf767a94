"""Days, months, seasons and years that are named: "3 May", "on Monday", "last summer"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.codes import DatePrecision
from geo.reading.dates.forms import MONTHS, WEEKDAYS
from geo.reading.dates.spans import (
    Days,
    is_day,
    month_span,
    number_of,
    one_day,
    quarter_span,
    sliced,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.reading.dates.context import Context
    from geo.reading.dates.words import TimeWords


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday 0, from its name or abbreviation."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3].title()))


def month_of(parts: Mapping[str, str]) -> int:
    """Return the number of a month, January 1, from its name, abbreviation or number."""
    if "month_no" in parts:
        return int(parts["month_no"])
    said = parts["month"][:3].title()
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(said))


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


def _day_of_month(words: TimeWords, context: Context) -> Days | None:
    """Resolve "on the 3rd": the latest such day that is not after the report's."""
    if context.published is None:
        return None
    day, month = int(words.parts["day"]), context.published.replace(day=1)
    for _ in range(3):  # one of two months in a row has 31 days, but for the leap of February
        if is_day(month.year, month.month, day):
            found = month.replace(day=day)
            if found <= context.published:
                return one_day(found)
        month = (month - timedelta(1)).replace(day=1)
    return None


def _days(words: TimeWords, context: Context) -> Days | None:
    first = _date(words, context)
    if first is None or first.start is None:
        return None
    last = first.start.replace(day=int(words.parts["day_2"]))
    return span(first.start, last, DatePrecision.DAYS) if last >= first.start else None


def _span(words: TimeWords, context: Context) -> Days | None:
    """Resolve "from March 28 to April 2": the second day is the next such after the first."""
    parts = dict(words.parts)
    last_year = parts.pop("year_2", None)
    if last_year:
        parts.setdefault("year", last_year)
    first = _date(replace(words, parts=parts), context)
    if first is None or first.start is None:
        return None
    month, day = month_of({"month": parts["month_2"]}), int(parts["day_2"])
    year = int(last_year) if last_year else first.start.year
    last = date(year, month, day)
    if last < first.start and not last_year:
        last = last.replace(year=year + 1)
    return span(first.start, last, DatePrecision.DAYS) if last >= first.start else None


def _weekdays(words: TimeWords, context: Context) -> Days | None:
    last = _weekday(replace(words, parts={"weekday": words.parts["weekday_2"]}), context)
    if last is None or last.start is None:
        return None
    back = (last.start.weekday() - weekday_of(words.parts["weekday"])) % 7
    return span(last.start - timedelta(back), last.start, DatePrecision.DAYS)


def _night(words: TimeWords, context: Context) -> Days | None:
    """Resolve a night: it is named by the day it begins on, unless it is one "into" a day."""
    named = _date(words, context) if "day" in words.parts else _weekday(words, context)
    if named is None or named.start is None:
        return None
    first = named.start - timedelta(1 if "into" in words.parts else 0)
    return span(first, first + timedelta(1), DatePrecision.DAYS)


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


def _spelled_year(words: TimeWords, _context: Context) -> Days:
    century = {"nineteen": 1900}.get(words.parts["century"].lower(), 2000)
    year = century + (number_of(words.parts["rest"]) if "rest" in words.parts else 0)
    return Days(date(year, 1, 1), date(year + 1, 1, 1), DatePrecision.YEAR)


def _quarter(words: TimeWords, context: Context) -> Days | None:
    names = ("first", "second", "third", "fourth")
    said = words.parts["quarter"].lower()
    if said == "quarter":  # "the quarter": the one that is over
        if context.published is None:
            return None
        over = context.published.replace(month=3 * ((context.published.month - 1) // 3) + 1, day=1)
        before = over - timedelta(1)
        return quarter_span(before.year, (before.month + 2) // 3)
    number = names.index(said) + 1 if said in names else len(names)  # "the last quarter"
    year = _year_of(words.parts, context)
    if year is not None:
        return quarter_span(year, number)
    if context.published is None:
        return None
    # A quarter is told of once it is over, or ahead beside a future verb.
    year = context.published.year
    begun = date(year, 3 * number - 2, 1) <= context.published
    return quarter_span(year if begun or context.future else year - 1, number)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first months


def _season(words: TimeWords, context: Context) -> Days | None:
    """Resolve "last summer": the latest that is over; "this" is the one of the year."""
    if context.published is None:
        return None
    month, year = _SEASONS[words.parts["season"].lower()], context.published.year
    found = [_season_of(one, month) for one in range(year - 2, year + 2)]
    match words.parts["which"].lower():
        case "last":
            return next(one for one in reversed(found) if one.end and one.end <= context.published)
        case "next":
            return next((one for one in found if one.start and one.start > context.published), None)
    return _season_of(year, month)


def _season_of(year: int, month: int) -> Days:
    first = date(year, month, 1)
    last = month_span(year + (month + 2) // 13, (month + 1) % 12 + 1)
    return Days(first, last.end, DatePrecision.QUARTER)


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


RULES: dict[str, Callable[[TimeWords, Context], Days | None]] = {
    "date": _date,
    "days": _days,
    "day_of_month": _day_of_month,
    "month": _month_words,
    "year": _year,
    "years": _years,
    "weekday": _weekday,
    "weekend": _weekend,
    "span": _span,
    "weekdays": _weekdays,
    "night": _night,
    "quarter": _quarter,
    "spelled_year": _spelled_year,
    "season": _season,
}
