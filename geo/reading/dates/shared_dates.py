"""What reports that tell of the same things say about each other's day of publication."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from geo.reading.dates.happenings import fortunes, phrases
from geo.reading.dates.named_days import month_of
from geo.reading.dates.own_dates import latest, weekdays
from geo.reading.dates.spans import is_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.reading.dates.own_dates import Ordinals, Scores
    from geo.reading.dates.times import Expression
    from geo.reading.parsed import ParsedReport

_WORD = re.compile(r"\w+")
_SHINGLE = 6  # words: two writers seldom choose the same six by themselves
_COPIED = 3  # shingles: one shared run of eight words
_NAMES = 3  # shared names that make a shared date one happening
# Copied words are news within a day or two of each other, then less and less.
_COPY_DAYS, _COPY_LEAST = 4.0, -6.0
# A happening is dated in reports of the weeks after it; those of one week are likelier.
_DATE_FREE_DAYS, _DATE_DAYS, _DATE_LEAST = 5, 10.0, -4.0
_OTHER_YEAR = np.log(0.02)
_NOT_YET = np.log(0.05)  # done in one report before another still plans it
_REVERSED = np.log(0.4)  # ground is won and lost again: weak
_OTHER_WEEK = np.log(0.08)


@dataclass(frozen=True)
class Traits:
    """What a report can share with another."""

    shingles: frozenset[tuple[str, ...]]
    names: frozenset[str]
    dates: frozenset[tuple[int, int]]  # month and day, named without a year or with
    planned: frozenset[tuple[str, ...]]
    done: frozenset[tuple[str, ...]]
    gains: frozenset[str]
    losses: frozenset[str]
    earlier_this_week: frozenset[tuple[str, ...]]  # shingles of what was said then


@dataclass(frozen=True)
class Link:
    """What two reports share; ``first`` and ``second`` are their numbers."""

    first: int
    second: int
    copied: int = 0
    dates: tuple[tuple[int, int], ...] = ()
    order: int = 0  # 1: the second is later, -1: the first is
    order_words: str = ""
    reversal: int = 0  # the same for ground won and then lost
    quoted_by: tuple[int, ...] = field(default=())  # who says "earlier this week" of shared words

    def score(self, first: Ordinals, second: Ordinals) -> Scores:
        """Return the log score of each pair of days, one row a day of the first report."""
        one, other = first[:, None], second[None, :]
        gap = other - one
        total = np.zeros(gap.shape)
        if self.copied:
            total += np.maximum(-np.maximum(np.abs(gap) - 1, 0) / _COPY_DAYS, _COPY_LEAST)
        for month, day in self.dates[:3]:
            same = latest(month, day, first)[:, None] == latest(month, day, second)[None, :]
            total += np.where(same, 0.0, _OTHER_YEAR)
        if self.dates:
            far = np.maximum(np.abs(gap) - _DATE_FREE_DAYS, 0) / _DATE_DAYS
            total += np.maximum(-far, _DATE_LEAST)
        total += np.where(gap * self.order < 0, _NOT_YET, 0.0)
        if self.reversal:  # nor both on one day
            total += np.where(gap * self.reversal <= 0, _REVERSED, 0.0)
        for quoting in self.quoted_by:
            later, said = (one, other) if quoting == self.first else (other, one)
            outside = (said < later - weekdays(later)) | (later < said - 1)
            total += np.where(outside, _OTHER_WEEK, 0.0)
        return total

    def reasons(self, number: int, other_id: str) -> list[str]:
        """Say in words what ties one of the two reports to the other."""
        said = []
        if self.copied:
            said.append(f"shares sentences with {other_id}")
        elif self.dates:
            said.append(f"tells of the same happening as {other_id}")
        later = 1 if number == self.second else -1
        if self.order == later:
            said.append(f'tells as done what {other_id} still plans: "{self.order_words}"')
        elif self.order == -later:
            said.append(f'plans what {other_id} tells as done: "{self.order_words}"')
        if self.reversal == later:
            said.append(f"tells of ground lost that {other_id} tells as won")
        if number in self.quoted_by:
            said.append(f'dates words of {other_id} "earlier this week"')
        return said


def traits_of(parsed: ParsedReport, found: Sequence[Expression]) -> Traits:
    """Collect what a report, with its time expressions, can share with others."""
    shingles: set[tuple[str, ...]] = set()
    by_sentence = []
    for sentence in parsed.sentences:
        words = _WORD.findall(parsed.text[sentence.start : sentence.end].lower())
        mine = {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
        by_sentence.append(mine)
        shingles |= mine
    names = {t.lower_ for s in parsed.sentences for t in s.span if t.pos_ == "PROPN" and len(t) > 2}
    dates, earlier = set(), set()
    for one in found:
        parts = one.words.parts
        if one.words.kind == "date" and "its_year" not in parts and is_day(2000, *_named(parts)):
            dates.add(_named(parts))
        elif one.words.kind == "period" and parts.get("slice", "").lower() == "earlier":
            earlier |= by_sentence[one.sentence.index] if parts["unit"] == "week" else set()
    staged = list(phrases(parsed))
    gains, losses = fortunes(parsed)
    return Traits(
        frozenset(shingles),
        frozenset(names),
        frozenset(dates),
        frozenset(phrase for phrase, stage in staged if stage == "planned"),
        frozenset(phrase for phrase, stage in staged if stage == "done"),
        frozenset(gains),
        frozenset(losses),
        frozenset(earlier),
    )


def _named(parts: Mapping[str, str]) -> tuple[int, int]:
    return month_of(parts), int(parts["day"])


def likely_pairs(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Return the pairs of reports that share words in a row or a date; no others can be tied."""
    holders: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(traits):
        for trait in (*one.shingles, *one.dates):
            holders[trait].append(number)
    pairs = {pair for numbers in holders.values() if len(numbers) > 1
             for pair in combinations(numbers, 2)}  # fmt: skip
    return sorted(pairs)


def link_of(numbers: tuple[int, int], one: Traits, other: Traits) -> Link | None:
    """Tie two reports by what they share; None when they tell of different things."""
    first, second = numbers
    copied = one.shingles & other.shingles
    shared_names = len(one.names & other.names)
    dates = tuple(sorted(one.dates & other.dates)) if shared_names >= _NAMES else ()
    if len(copied) < _COPIED and not dates:
        return None
    ahead, behind = _carried_out(one, other), _carried_out(other, one)
    won_first = bool(one.gains & other.losses) - bool(other.gains & one.losses)
    quoting = [number for number, t in zip(numbers, (one, other), strict=True)
               if len(t.earlier_this_week & copied) >= _COPIED]  # fmt: skip
    return Link(
        first,
        second,
        len(copied) if len(copied) >= _COPIED else 0,
        dates,
        bool(ahead) - bool(behind),
        max((" ".join(phrase) for phrase in ahead or behind), key=len, default=""),
        won_first,
        tuple(quoting),
    )


def _carried_out(plan: Traits, deed: Traits) -> set[tuple[str, ...]]:
    """Return the phrases that one report only plans and the other only tells as done."""
    return set((plan.planned - plan.done) & (deed.done - deed.planned))
