"""What the words that say when mean, given the day they were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.codes import DatePrecision
from geo.reading.date_words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.reading.date_words import TimeWords


@dataclass(frozen=True, slots=True)
class Days:
    """A half-open interval of days; None on a side that is not known."""

    start: date | None
    end: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Context:
    """What resolves relative words: the day of publication, the tense, the day last named."""

    published: date | None
    future: bool = False
    previous: Days | None = None


_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18,
    "twenty": 20, "thirty": 30,
}  # fmt: skip
# How many "several" are, as for people in the spatial language, section 10.1.
_VAGUE_NUMBER = 3


def number_of(word: str | None) -> int:
    """Return the number a word stands for; vague ones are three, "a couple of" two."""
    said = " ".join((word or "").lower().split())
    if said.isdigit():
        return int(said)
    return 2 if "couple" in said else _NUMBERS.get(said, _VAGUE_NUMBER)


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday 0, from its name or abbreviation."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def month_of(parts: Mapping[str, str]) -> int:
    """Return the number of a month, January 1, from its name, abbreviation or number."""
    if "month_no" in parts:
        return int(parts["month_no"])
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(parts["month"][:3]))


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


def one_day(day: date) -> Days:
    """Return the interval of one day."""
    return Days(day, day + timedelta(1), DatePrecision.DAY)


def _span(first: date, last: date, precision: DatePrecision) -> Days:
    return Days(first, last + timedelta(1), precision)


def _month(year: int, month: int) -> Days:
    after = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), after, DatePrecision.MONTH)


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (_month(year, month + 1).end or day) - timedelta(1)
    return date(year, month + 1, min(day.day, last.day))


def _before(day: date, number: int, unit: str) -> date:
    if unit == "hour":
        return day - timedelta(number // 24)
    if unit in {"month", "year"}:
        return months_before(day, number * (12 if unit == "year" else 1))
    return day - timedelta(number * (7 if unit == "week" else 1))


def _date(words: TimeWords, context: Context) -> Days | None:
    parts = words.parts
    month, day = month_of(parts), int(parts["day"])
    if month > 12 >= day:  # 04/25/2015
        month, day = day, month
    if "year" in parts:
        return one_day(date(int(parts["year"]), month, day))
    found = _nearest_year(month, day, context)
    return one_day(found) if found else None


def _nearest_year(month: int, day: int, context: Context) -> date | None:
    """Latest such day not after the day of publication, or the next beside a future verb."""
    if context.published is None:
        return None
    years = range(context.published.year - 4, context.published.year + 5)
    days = [date(year, month, day) for year in years if _is_day(year, month, day)]
    past = [one for one in days if one <= context.published]
    ahead = [one for one in days if one > context.published]
    return ahead[0] if context.future else past[-1]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _days(words: TimeWords, context: Context) -> Days | None:
    first = _date(words, context)
    if first is None or first.start is None:
        return None
    last = first.start.replace(day=int(words.parts["day_2"]))
    return _span(first.start, last, DatePrecision.DAYS) if last >= first.start else None


def _month_words(words: TimeWords, context: Context) -> Days | None:
    month, parts = month_of(words.parts), words.parts
    if "year" in parts:
        return _sliced(_month(int(parts["year"]), month), parts.get("slice", ""))
    if context.published is None:
        return None
    year = context.published.year
    ahead = context.future or parts.get("which", "").lower() == "next"
    if ahead and month < context.published.month:
        year += 1
    elif not ahead and month > context.published.month:
        year -= 1
    return _sliced(_month(year, month), parts.get("slice", ""))


def _year(words: TimeWords, _context: Context) -> Days:
    year = int(words.parts["year"])
    whole = Days(date(year, 1, 1), date(year + 1, 1, 1), DatePrecision.YEAR)
    return _sliced(whole, words.parts.get("slice", ""))


def _years(words: TimeWords, _context: Context) -> Days:
    first, last = int(words.parts["year"]), int(words.parts["year_2"])
    return Days(date(first, 1, 1), date(max(first, last) + 1, 1, 1), DatePrecision.YEAR)


# Which months of a year a slice of it covers, first and last.
_YEAR_SLICES = {
    "end": (10, 12), "late": (10, 12), "start": (1, 3), "beginning": (1, 3), "early": (1, 3),
    "middle": (5, 8), "mid": (5, 8), "first": (1, 6), "second": (7, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12),
}  # fmt: skip
# Which days of a month: its thirds.
_MONTH_SLICES = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20),
                 "middle": (11, 20), "late": (21, 31), "end": (21, 31)}  # fmt: skip


def _sliced(whole: Days, said: str) -> Days:
    if whole.start is None or whole.end is None:
        return whole
    words = said.lower().split()
    if whole.precision is DatePrecision.YEAR:
        for first, last in (_YEAR_SLICES[word] for word in words if word in _YEAR_SLICES):
            end = _month(whole.start.year, last).end
            return Days(whole.start.replace(month=first), end, DatePrecision.QUARTER)
    for first, last in (_MONTH_SLICES[word] for word in words if word in _MONTH_SLICES):
        end = min(whole.end, whole.start + timedelta(last))
        return Days(whole.start.replace(day=first), end, DatePrecision.DAYS)
    return whole


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
    return _span(saturday, saturday + timedelta(1), DatePrecision.DAYS)


_NEAR = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "last night": -1,
         "the day after tomorrow": 2}  # fmt: skip


def _near_day(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    word = words.parts["word"].lower()
    if word == "overnight":  # the night that ended on the day of publication
        first = context.published - timedelta(1)
        return _span(first, context.published, DatePrecision.DAYS)
    return one_day(context.published + timedelta(_NEAR.get(word, 0)))


def _ago(words: TimeWords, context: Context) -> Days | None:
    if context.published is None:
        return None
    unit, said = words.parts["unit"].lower(), words.parts["number"].lower()
    day = _before(context.published, number_of(said), unit)
    vague = said.endswith(("few", "several", "many"))
    if vague and unit in {"month", "year"}:  # at least two of them
        return Days(None, _before(context.published, 2, unit), DatePrecision.UNKNOWN)
    if unit in {"hour", "day"} and not vague:
        return one_day(day)
    return _around(day, unit)


def _around(day: date, unit: str) -> Days:
    if unit == "year":
        return Days(date(day.year, 1, 1), date(day.year + 1, 1, 1), DatePrecision.YEAR)
    if unit == "month":
        return _month(day.year, day.month)
    reach = timedelta(3 if unit == "week" else 1)
    return _span(day - reach, day + reach, DatePrecision.WEEK)


def _period(words: TimeWords, context: Context) -> Days | None:
    which, unit = words.parts["which"].lower(), words.parts["unit"].lower()
    if which in {"that", "the same", "the previous", "the following"}:
        day = context.previous.start if context.previous else None
    else:
        day = context.published
    if day is None:
        return None
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1}
    whole = _calendar(day, unit, step.get(which, 0))
    said = words.parts.get("slice", "").lower()
    if which == "this" and context.published:
        if said == "earlier" and whole.start:
            return _span(whole.start, context.published, _precision(unit))
        if said == "later":
            return Days(context.published, whole.end, whole.precision)
    return _sliced(whole, said) if unit != "week" else whole


def _precision(unit: str) -> DatePrecision:
    return {"week": DatePrecision.DAYS, "month": DatePrecision.MONTH}.get(unit, DatePrecision.YEAR)


def _calendar(day: date, unit: str, step: int) -> Days:
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(7 * step)
        return _span(monday, monday + timedelta(6), DatePrecision.WEEK)
    if unit == "month":
        first = months_before(day.replace(day=1), -step)
        return _month(first.year, first.month)
    return Days(date(day.year + step, 1, 1), date(day.year + step + 1, 1, 1), DatePrecision.YEAR)


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
        return _span(context.published, last, precision)
    if "word" in words.parts or (number or "few").split()[-1] in {"few", "several"}:
        first = context.published - timedelta(_RECENT_DAYS[unit])
    else:
        # "the past week" is one of them.
        first = _before(context.published, number_of(number) if number else 1, unit)
    return _span(first, context.published, precision)


def _duration(words: TimeWords, context: Context) -> Days | None:
    if context.published is None or words.parts["takes"].lower() in {"within", "after"}:
        return None
    unit = words.parts["unit"].lower()
    start = _before(context.published, number_of(words.parts["number"]), unit)
    precision = DatePrecision.DAYS if unit in {"hour", "day"} else DatePrecision.MONTH
    return _span(start, context.published, precision)


def _now(_words: TimeWords, context: Context) -> Days | None:
    return one_day(context.published) if context.published else None


def _same(_words: TimeWords, context: Context) -> Days | None:
    return context.previous


def _after(_words: TimeWords, context: Context) -> Days | None:
    if context.previous is None or context.previous.start is None or context.published is None:
        return None
    if context.previous.start > context.published:
        return None
    return _span(context.previous.start, context.published, DatePrecision.DAYS)


def _shift(words: TimeWords, context: Context) -> Days | None:
    day = context.previous.start if context.previous else None
    if day is None:
        return None
    parts = {name: value.lower() for name, value in words.parts.items()}
    number = number_of(parts.get("number", "one"))
    back = parts.get("way") == "earlier" or parts.get("side") == "before"
    if back or parts.get("word") == "previous":
        found = _before(day, number, parts.get("unit_2", "day"))
    else:
        found = _before(day, -number, parts.get("unit_2", "day"))
    unit = parts.get("unit_2", "day")
    return one_day(found) if unit == "day" else _around(found, unit)


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
