"""
On which day a report was published, given or worked out, over a whole folder at once.

Each report scores candidate days by its own words (`own_dates`); reports that tell of
the same things hold each other (`shared_dates`). The report that knows its day best is
placed first, and each of its likely days is followed through the others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from geo.reading.dates.day_counts import counted_days
from geo.reading.dates.own_dates import own_evidence
from geo.reading.dates.printed import printed_day
from geo.reading.dates.shared_dates import likely_pairs, link_of, traits_of
from geo.reading.dates.times import expressions_in
from geo.reading.dates.years import newest_year, year_fade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.reading.dates.own_dates import Evidence, Ordinals, Scores
    from geo.reading.dates.shared_dates import Link
    from geo.reading.parsed import ParsedReport

# Before 2001 there is hardly any news on the web; the archive's user gives the day.
_FIRST = date(2001, 1, 1)
_HYPOTHESES = 24  # likely days of the first report that are followed through the others
_WINDOW = 45  # days around a placed report in which a linked one is sought
_SHOWN = 8
_EXPRESSIONS = 100  # times of a report that are weighed
_SHOWN_ANYWAY = 3
_LEAST = 0.005  # a candidate under one in two hundred is not shown
# Under this the likeliest day is no better than a guess, and none is chosen.
_CHOSEN = 0.3
# A day may be off by a few days and still date the war; a year that may be another may not.
_NEAR, _SURE = 3, 0.5


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A day on which a report may have been published, and what speaks for it."""

    date: date
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of a report: None where no candidate is likely enough to be chosen."""

    date: date | None
    candidates: tuple[DateCandidate, ...]  # likeliest first
    given: bool


@dataclass(frozen=True)
class _Folder:
    """What the solver knows of all reports."""

    parsed: Sequence[ParsedReport]
    evidence: list[list[Evidence]]
    scores: list[Scores]  # by report, one a day of `days`
    newest: list[date | None]  # the newest year each names
    links: dict[int, dict[int, Link]]
    days: Ordinals

    def window(self, centre: int) -> slice:
        """Return the part of the days that lies around one."""
        at = centre - int(self.days[0])
        return slice(max(0, at - _WINDOW), min(len(self.days), at + _WINDOW + 1))


def publication_dates(
    reports: Sequence[ParsedReport], *, today: date | None = None
) -> dict[str, Publication]:
    """
    Say when each report was published.

    Parameters
    ----------
    reports
        The parsed reports of one folder; they can date each other.
    today
        The last day that is possible; the system's own if None.

    Returns
    -------
    publications
        By report id. A given day always wins. Furniture of the page dates no story.
    """
    known = [one.report.published for one in reports if one.report.published]
    last = max([today or datetime.now(tz=UTC).date(), *known])
    printed = [day for one in reports if (day := printed_day(one))]
    folder = _folder(reports, min([_FIRST, *known, *printed]), last)
    chances: dict[int, dict[int, float]] = {}
    for group in _groups(folder):
        chances.update(_solved(folder, group))
    return {
        one.report.report_id: _publication(folder, number, chances[number])
        for number, one in enumerate(reports)
    }


def _folder(reports: Sequence[ParsedReport], first: date, last: date) -> _Folder:
    days = np.arange(first.toordinal(), last.toordinal() + 1, dtype=np.int64)
    # A long report is dated by its beginning; the rest would only cost time.
    found = [list(islice(expressions_in(one), _EXPRESSIONS)) for one in reports]
    undated = [one.report.published is None for one in reports]
    evidence = [[*own_evidence(one, said), *counted_days([e for e in said if not e.future])]
                if free else []
                for one, said, free in zip(reports, found, undated, strict=True)]  # fmt: skip
    scores = []
    for one, clues in zip(reports, evidence, strict=True):
        total = np.zeros(len(days))
        for clue in clues:
            total = total + clue.score(days)
        if one.report.published:
            # Nothing in the words can overrule a given day.
            total = np.where(days == one.report.published.toordinal(), 0.0, -np.inf)
        scores.append(total)
    traits = [traits_of(one, said) for one, said in zip(reports, found, strict=True)]
    links: dict[int, dict[int, Link]] = defaultdict(dict)
    for i, j in likely_pairs(traits):
        if link := link_of((i, j), traits[i], traits[j]):
            links[i][j] = links[j][i] = link
    newest = [newest_year(said) if free else None
              for said, free in zip(found, undated, strict=True)]  # fmt: skip
    return _Folder(reports, evidence, scores, newest, links, days)


def _groups(folder: _Folder) -> list[list[int]]:
    """Return the linked reports together, in the order in which they are placed."""
    left = set(range(len(folder.parsed)))
    groups = []
    for first in sorted(left, key=lambda number: (_spread(folder, number), number)):
        if first not in left:
            continue
        order = [first]
        left.remove(first)
        while linked := {other for one in order for other in folder.links[one]} & left:
            order.append(max(linked, key=lambda n: (_hold(folder, n, order), -n)))
            left.remove(order[-1])
        groups.append(order)
    return groups


def _spread(folder: _Folder, number: int) -> float:
    """Return the entropy of a report's own days, in nats: 0 for a given day."""
    chances = _chances(_with_year(folder, number, [number]))
    return float(-(chances * np.log(np.maximum(chances, 1e-300))).sum())


def _with_year(folder: _Folder, number: int, group: list[int]) -> Scores:
    """Return the scores of a report's days with the newest year that its group names."""
    named = [newest for one in group if (newest := folder.newest[one])]
    return folder.scores[number] + (year_fade(max(named)).score(folder.days) if named else 0.0)


def _hold(folder: _Folder, number: int, placed: list[int]) -> tuple[int, int]:
    """Return how firmly a report is tied to the placed ones: copied words before dates."""
    given = int(folder.parsed[number].report.published is not None)
    links = [folder.links[number][one] for one in placed if one in folder.links[number]]
    return given, sum(link.copied for link in links)


def _chances(scores: Scores) -> Scores:
    weights = np.exp(scores - scores.max())
    return np.asarray(weights / weights.sum())


def _solved(folder: _Folder, group: list[int]) -> dict[int, dict[int, float]]:
    """Return the probability of each likely day of each report of a linked group."""
    first = group[0]
    own = _chances(_with_year(folder, first, group))
    if len(group) == 1:
        return {first: _likely(own, folder.days)}
    likely = [int(at) for at in np.argsort(-own, kind="stable")[:_HYPOTHESES]]
    likely = [at for at in likely if own[at] > own.max() * 1e-4]
    worlds = [
        (np.log(own[at]) + fit, placed)
        for at in likely
        for fit, placed in [_followed(folder, group, int(folder.days[at]))]
    ]
    weights = _chances(np.array([weight for weight, _ in worlds]))
    mixed: dict[int, dict[int, float]] = {number: defaultdict(float) for number in group}
    for weight, (_, placed) in zip(weights, worlds, strict=True):
        for number, (days, chances) in placed.items():
            for day, chance in zip(days.tolist(), chances.tolist(), strict=True):
                mixed[number][day] += float(weight) * chance
    return mixed


def _followed(
    folder: _Folder, group: list[int], day: int
) -> tuple[float, dict[int, tuple[Ordinals, Scores]]]:
    """Follow one day of the first report through its group; return how well the rest fit it."""
    fit = 0.0
    placed = {group[0]: (np.array([day], dtype=np.int64), np.ones(1))}
    for number in group[1:]:
        links = [one for one in placed if one in folder.links[number]]
        days, chances = placed[links[0]]
        window = folder.window(int(days[chances.argmax()]))
        if folder.parsed[number].report.published:
            window = slice(0, len(folder.days))
        here, scores = folder.days[window], folder.scores[number][window]
        if np.isneginf(scores).any():
            here, scores = here[~np.isneginf(scores)], scores[~np.isneginf(scores)]
        for one in links:
            scores = scores + _message(folder.links[number][one], placed[one], number, here)
        top = float(scores.max())
        fit += top + float(np.log(np.exp(scores - top).sum()))
        placed[number] = (here, _chances(scores))
    return fit, placed


def _message(link: Link, known: tuple[Ordinals, Scores], number: int, days: Ordinals) -> Scores:
    """Return what a placed report says of the days of another."""
    others, chances = known
    later = link.second == number
    pairs = link.score(others, days) if later else link.score(days, others).T
    return np.asarray(np.log(chances @ np.exp(pairs) + 1e-300))


def _likely(chances: Scores, days: Ordinals) -> dict[int, float]:
    top = np.argsort(-chances[::-1], kind="stable")[: 4 * _SHOWN]
    top = len(chances) - 1 - top  # the newer of equally likely days
    return {int(days[at]): float(chances[at]) for at in top}


def _publication(folder: _Folder, number: int, chances: dict[int, float]) -> Publication:
    given = folder.parsed[number].report.published
    if given:
        return Publication(given, (DateCandidate(given, 1.0, ("given with the report",)),), True)
    # Of days that are equally likely the newer stand first: most reports are of late.
    ranked = sorted(chances.items(), key=lambda one: (-round(one[1], 9), -one[0]))[:_SHOWN]
    candidates = tuple(
        DateCandidate(date.fromordinal(day), round(chance, 4), _reasons(folder, number, day))
        for rank, (day, chance) in enumerate(ranked)
        if chance >= _LEAST or rank < _SHOWN_ANYWAY
    )
    return Publication(_chosen(chances, candidates), candidates, given=False)


def _chosen(chances: dict[int, float], candidates: tuple[DateCandidate, ...]) -> date | None:
    """Return the likeliest day, unless other weeks or years are as likely as its own."""
    if not candidates or candidates[0].probability < _CHOSEN:
        return None
    best = candidates[0].date
    near = sum(chance for day, chance in chances.items() if abs(day - best.toordinal()) <= _NEAR)
    return best if near >= _SURE else None


def _reasons(folder: _Folder, number: int, day: int) -> tuple[str, ...]:
    when = date.fromordinal(day)
    only = np.array([day], dtype=np.int64)
    # A clue that speaks against a day is no reason for it.
    clues = [*folder.evidence[number]]
    if newest := folder.newest[number]:
        clues.append(year_fade(newest))
    own = [clue.reason(when) for clue in clues if clue.score(only)[0] > -4]
    for other, link in sorted(folder.links[number].items()):
        own += link.reasons(number, folder.parsed[other].report.report_id)
    return tuple(dict.fromkeys(own))
