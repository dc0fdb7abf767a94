"""
What one report's words say about the day it was published, as scores of candidate days.

The rules and their numbers are those of section 9.2 of the spatial language, set by
judgement on agency style: named days are recent, and the newest most of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.reading.dates.context import Context
from geo.reading.dates.forms import MONTHS, WEEKDAYS
from geo.reading.dates.happenings import same_happening
from geo.reading.dates.named_days import month_of, weekday_of
from geo.reading.dates.printed import printed_dates
from geo.reading.dates.rules import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from geo.reading.dates.times import Expression
    from geo.reading.dates.words import TimeWords
    from geo.reading.parsed import ParsedReport

    Ordinals = NDArray[np.int64]
    Scores = NDArray[np.float64]

# How many days after the newest named day a report appears: 0, 1, ... 6.
_LAG = np.log([0.55, 0.28, 0.08, 0.04, 0.02, 0.02, 0.01])
# The day named first in the opening is nearly always the newest or the one before.
_LEAD_LAG = np.log([1.0, 0.9, 0.4, 0.2, 0.1, 0.07, 0.05])
_OPENING = 4  # sentences
_OTHER_DAY = -0.3  # a day, for each further weekday: old ones get a date instead
_FADE_DAYS = 20.0  # how fast a day-month without a year stops being news
_FADE_SOON = 7.0  # the same where its weekday is said: "Wednesday, November 9"
_ODD = np.log(0.15)  # "last Friday" or a Friday ahead, said on a Friday
_DISTAL = np.log(0.3)  # "that same day", said on that day
_CLASH = np.log(0.005)  # two dates for what looks like one happening
# Within the week a day is called by its weekday, so a date of the last days is odd beside them.
_NAMED_BY_DATE = np.log(0.3)
_WITHIN = 3  # days
_NEVER = -60.0
_MISPRINT = -80.0  # a printed date wins over all that the story seems to say


@dataclass(frozen=True)
class Evidence:
    """One clue: a log score for each candidate day, and its reason in words."""

    score: Callable[[Ordinals], Scores]
    reason: Callable[[date], str]


def weekdays(days: Ordinals) -> Ordinals:
    """Return the weekday of each proleptic Gregorian ordinal, Monday 0."""
    return (days + 6) % 7


def latest(month: int, day: int, days: Ordinals) -> Ordinals:
    """Return the latest such day of a year that is not after each of the given days."""
    first, last = date.fromordinal(int(days.min())).year, date.fromordinal(int(days.max())).year
    every = [_ordinal(year, month, day) for year in range(first - 4, last + 1)]
    known = np.array([one for one in every if one], dtype=np.int64)
    if not len(known):  # a misprint such as 31 June
        return np.zeros_like(days)
    return known[np.searchsorted(known, days, side="right") - 1]


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0


def own_evidence(parsed: ParsedReport, found: Sequence[Expression]) -> list[Evidence]:
    """Collect what the time expressions and the printed date of a report say of its day."""
    past = [one for one in found if not one.future]
    return [
        *(_printed_date(words, said) for words, said in islice(printed_dates(parsed), 1)),
        *_named_days(past),
        *_dates(past),
        *_ahead(found),
        *_this_week(past),
        *_one_happening(past),
    ]


def _printed_date(words: TimeWords, said: str) -> Evidence:
    month, day = month_of(words.parts), int(words.parts["day"])
    full = resolve(words, Context(None))

    def score(days: Ordinals) -> Scores:
        printed = full.start.toordinal() if full and full.start else latest(month, day, days)
        # A dateline is the day of writing; the paper may print it on the next.
        return np.select([days == printed, days == printed + 1], [0.0, np.log(0.15)], _MISPRINT)

    return Evidence(score, lambda _: f"the text is dated: {said[:60]!r}")


def _named_days(past: list[Expression]) -> Iterator[Evidence]:
    named = [one for one in past if one.words.kind == "weekday"]
    bare = [one for one in named if one.words.parts.get("which", "").lower() != "last"]
    if bare:
        wanted = list(dict.fromkeys(weekday_of(one.words.parts["weekday"]) for one in bare))
        opening = bare[0].sentence.index < _OPENING
        yield _newest_day(wanted, opening=opening)
    for one in named:
        if one not in bare:
            name = one.words.parts["weekday"]
            yield _not_on(weekday_of(name), f'"last {name}" is not said on a {name}')
    for before, one in pairwise(past):
        if one.words.kind == "same" and before.words.kind == "weekday":
            yield _distal(weekday_of(before.words.parts["weekday"]))


def _newest_day(wanted: list[int], *, opening: bool) -> Evidence:
    def ages(days: Ordinals) -> Ordinals:
        return np.stack([(weekdays(days) - weekday) % 7 for weekday in wanted])

    def score(days: Ordinals) -> Scores:
        old = ages(days)
        newest = old.min(axis=0)
        scores = _LAG[newest] + _OTHER_DAY * (old.sum(axis=0) - newest)
        return np.asarray(scores + _LEAD_LAG[old[0]] if opening else scores)

    def reason(day: date) -> str:
        lag = min((day.weekday() - weekday) % 7 for weekday in wanted)
        name = WEEKDAYS[(day.weekday() - lag) % 7]
        after = {0: "that day", 1: "the day after"}.get(lag, f"{lag} days after")
        return f"the newest day named is {name}; this is {after}"

    return Evidence(score, reason)


def _not_on(weekday: int, reason: str) -> Evidence:
    return Evidence(lambda days: np.where(weekdays(days) == weekday, _ODD, 0.0), lambda _: reason)


def _distal(weekday: int) -> Evidence:
    return Evidence(
        lambda days: np.where(weekdays(days) == weekday, _DISTAL, 0.0),
        lambda _: f"{WEEKDAYS[weekday]} is looked back on",
    )


def _dates(past: list[Expression]) -> Iterator[Evidence]:
    """Give the newest of the dates named, and the weekdays that stand beside dates."""
    dated = [one.words for one in past if one.words.kind == "date"]
    only = not any(one.words.kind == "weekday" for one in past)
    full = [days.start for w in dated if "year" in w.parts and (days := resolve(w, Context(None)))]
    bare = day_months(dated)
    # A date that is said with its weekday is fresh, and is no odd name for a day of this week.
    fresh_ones = day_months([words for words in dated if is_fresh(words)])
    explained = day_months([words for words in dated if "explained" in words.parts])
    newest = max((one.toordinal() for one in full if one), default=None)
    plain = np.array([one not in fresh_ones | explained for one in sorted(bare)]
                     + [True] * (newest is not None))  # fmt: skip
    fades = np.array([_FADE_SOON if one in fresh_ones else _FADE_DAYS for one in sorted(bare)]
                     + [_FADE_DAYS] * (newest is not None))  # fmt: skip

    def score(days: Ordinals) -> Scores:
        known = [latest(month, day, days) for month, day in sorted(bare)]
        if newest is not None:
            known.append(np.full_like(days, newest))
        which = np.stack(known).argmax(axis=0)
        age = days - np.stack(known).max(axis=0)
        fade = np.exp(-np.maximum(age, 0) / fades[which])
        if only:  # the newest date is the newest day
            fade = 0.7 * np.exp(_LAG)[np.clip(age, 0, 6)] * (age <= 6) + 0.3 * fade / fades[which]
        odd = (age <= _WITHIN) & (not only) & plain[which]
        fresh = np.where(odd, _NAMED_BY_DATE, 0.0)
        return np.where(age < 0, _NEVER, np.log(np.maximum(fade, 1e-20)) + fresh)

    if bare or newest is not None:
        names = [f"{day} {MONTHS[month - 1]}" for month, day in sorted(bare)]
        names += [date.fromordinal(newest).isoformat()] if newest else []
        yield Evidence(score, lambda _: f"it speaks of {' and '.join(names)} as of late")
    for words in dated:
        if "weekday" in words.parts and _is_bare(words):
            month, day = month_of(words.parts), int(words.parts["day"])
            if _ordinal(2000, month, day):
                yield _falls_on(month, day, weekday_of(words.parts["weekday"]))


def is_fresh(words: TimeWords) -> bool:
    """Whether a date has its weekday as news has: not "June 13, a Wednesday", which explains."""
    return "weekday" in words.parts and "explained" not in words.parts


def day_months(dated: Sequence[TimeWords]) -> set[tuple[int, int]]:
    """Return the months and days that are named without a year."""
    bare = {(month_of(w.parts), int(w.parts["day"])) for w in dated if _is_bare(w)}
    return {(month, day) for month, day in bare if _ordinal(2000, month, day)}


def _is_bare(words: TimeWords) -> bool:
    return "year" not in words.parts and "its_year" not in words.parts


def _falls_on(month: int, day: int, weekday: int) -> Evidence:
    return Evidence(
        lambda days: np.where(weekdays(latest(month, day, days)) == weekday, 0.0, _CLASH * 2),
        lambda _: f"{day} {MONTHS[month - 1]} is a {WEEKDAYS[weekday]} in that year",
    )


def _ahead(found: Sequence[Expression]) -> Iterator[Evidence]:
    for one in found:
        if one.future and one.words.kind == "weekday":
            weekday = weekday_of(one.words.parts["weekday"])
            yield _not_on(weekday, f"{WEEKDAYS[weekday]} is still ahead")


def _this_week(past: list[Expression]) -> Iterator[Evidence]:
    for one in past:
        parts = one.words.parts
        said = (parts.get("slice", "").lower(), parts.get("which", "").lower(), parts.get("unit"))
        if said == ("earlier", "this", "week"):
            yield Evidence(
                lambda days: np.where(weekdays(days) == 0, _NEVER, 0.0),
                lambda _: '"earlier this week" is not said on a Monday',
            )
            return


def _one_happening(past: list[Expression]) -> Iterator[Evidence]:
    """Give the pairs of a date and a weekday that tell of one happening."""
    dates = [one for one in past if one.words.kind == "date" and _is_bare(one.words)]
    named = [one for one in past if one.words.kind == "weekday"]
    for dated in dates:
        month, day = month_of(dated.words.parts), int(dated.words.parts["day"])
        for other in named:
            if _ordinal(2000, month, day) and same_happening(dated, other):
                yield _agree(month, day, other)


def _agree(month: int, day: int, other: Expression) -> Evidence:
    weekday = weekday_of(other.words.parts["weekday"])
    last = other.words.parts.get("which", "").lower() == "last"

    def score(days: Ordinals) -> Scores:
        back = (weekdays(days) - weekday) % 7
        named = days - np.where(last & (back == 0), 7, back)
        return np.where(named == latest(month, day, days), 0.0, _CLASH)

    said = other.quote_text
    return Evidence(score, lambda _: f"{day} {MONTHS[month - 1]} and {said!r} are one happening")
