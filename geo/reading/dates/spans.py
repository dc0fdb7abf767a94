"""Spans of days: what a day, a month, the beginning of a year or "some weeks before" cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from geo.codes import DatePrecision


@dataclass(frozen=True, slots=True)
class Days:
    """A half-open interval of days; None on a side that is not known."""

    start: date | None
    end: date | None
    precision: DatePrecision


_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_ONES, start=1)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_NUMBERS |= {f"{tens} {ones}": _NUMBERS[tens] + _NUMBERS[ones]
             for tens in _TENS for ones in _ONES[:9]}  # fmt: skip
# How many "several" are, as for people in the spatial language, section 10.1.
_VAGUE_NUMBER = 3


def number_of(word: str | None) -> int:
    """Return the number a word stands for; vague ones are three, "a couple of" two."""
    said = " ".join((word or "").lower().replace("-", " ").split())
    if said.isdigit():
        return int(said)
    return 2 if "couple" in said else _NUMBERS.get(said, _VAGUE_NUMBER)


def one_day(day: date) -> Days:
    """Return the interval of one day."""
    return Days(day, day + timedelta(1), DatePrecision.DAY)


def span(first: date, last: date, precision: DatePrecision) -> Days:
    """Return the days from one to another, both included."""
    return Days(first, last + timedelta(1), precision)


def month_span(year: int, month: int) -> Days:
    """Return the days of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), after, DatePrecision.MONTH)


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (month_span(year, month + 1).end or day) - timedelta(1)
    return date(year, month + 1, min(day.day, last.day))


_MONTHS = {"month": 1, "year": 12, "decade": 120}


def before(day: date, number: int, unit: str) -> date:
    """Return the day that lies some hours, days, weeks, months or years before another."""
    if unit == "hour":
        return day - timedelta(number // 24)
    if unit in _MONTHS:
        return months_before(day, number * _MONTHS[unit])
    return day - timedelta(number * (7 if unit == "week" else 1))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether a year has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


# Which months of a year a slice of it covers, first and last.
_YEAR_SLICES = {
    "end": (10, 12), "late": (10, 12), "start": (1, 3), "beginning": (1, 3), "early": (1, 3),
    "middle": (5, 8), "mid": (5, 8), "first": (1, 6), "second": (7, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12),
}  # fmt: skip
# Which days of a month: its thirds.
_MONTH_SLICES = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20),
                 "middle": (11, 20), "late": (21, 31), "end": (21, 31)}  # fmt: skip
_WEEKS = {"first": 0, "second": 1, "third": 2}


def sliced(whole: Days, said: str) -> Days:
    """Cut a year or a month to the part that is said: "early", "the end of", "summer"."""
    if whole.start is None or whole.end is None:
        return whole
    words = said.lower().split()
    if whole.precision is DatePrecision.YEAR:
        for first, last in (_YEAR_SLICES[word] for word in words if word in _YEAR_SLICES):
            end = month_span(whole.start.year, last).end
            return Days(whole.start.replace(month=first), end, DatePrecision.QUARTER)
    if "week" in words:
        last_seven = whole.end - timedelta(7)
        week = next(
            (whole.start + timedelta(7 * _WEEKS[w]) for w in words if w in _WEEKS), last_seven
        )
        return Days(week, week + timedelta(7), DatePrecision.WEEK)
    for first, last in (_MONTH_SLICES[word] for word in words if word in _MONTH_SLICES):
        end = min(whole.end, whole.start + timedelta(last))
        return Days(whole.start.replace(day=first), end, DatePrecision.DAYS)
    return whole


def quarter_span(year: int, quarter: int) -> Days:
    """Return the days of a quarter of a year."""
    first = date(year, 3 * quarter - 2, 1)
    return Days(first, month_span(year, 3 * quarter).end, DatePrecision.QUARTER)


def around(day: date, unit: str) -> Days:
    """Return the span that "some weeks ago" covers around the day it points at."""
    if unit in {"year", "decade"}:
        return Days(date(day.year, 1, 1), date(day.year + 1, 1, 1), DatePrecision.YEAR)
    if unit == "month":
        return month_span(day.year, day.month)
    reach = timedelta(3 if unit == "week" else 1)
    return span(day - reach, day + reach, DatePrecision.WEEK)


def calendar_span(day: date, unit: str, step: int) -> Days:
    """Return the week (from Monday), month or year of a day, or one some steps away."""
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(7 * step)
        return span(monday, monday + timedelta(6), DatePrecision.WEEK)
    if unit == "month":
        first = months_before(day.replace(day=1), -step)
        return month_span(first.year, first.month)
    return Days(date(day.year + step, 1, 1), date(day.year + step + 1, 1, 1), DatePrecision.YEAR)
