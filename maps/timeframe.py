"""Which days a page's timeline spans, and which it opens on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.codes import ZoneStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.case import Case

# How far before the first report the timeline may begin. What lies earlier ("since 2012") is
# still shown under "All", but would press the days that the reports are about into a sliver.
_LOOKBACK = timedelta(days=31)


# Presence once said stays until it is denied, so that later days always show more of it; who
# holds the ground is what a day is opened for.
_TELLING = frozenset({ZoneStatus.HELD, ZoneStatus.DISPUTED, ZoneStatus.CLAIMED})


@dataclass(frozen=True, slots=True)
class Timeframe:
    """The first and last day of the timeline, both shown, and the day it opens on."""

    first: date
    last: date
    start: date


def timeframe_of(case: Case) -> Timeframe | None:
    """
    Find the days a case is about.

    Returns
    -------
    timeframe
        None when nothing in the case has a day. It opens on the day with most ground
        held and most incidents; of equals the last, which is nearest to the news.
    """
    spans = tuple(_spans(case))
    published = [one.date for one in case.publications.values() if one.date is not None]
    starts = [start for start, _ in spans]
    if not starts and not published:
        return None
    last = max([*published, *starts, *(end - timedelta(days=1) for _, end in spans if end)])
    earliest = (min(published) if published else max(starts)) - _LOOKBACK
    first = min([day for day in (*published, *starts) if day >= earliest], default=last)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    telling = tuple(_spans(case, telling=True))
    start = max(reversed(days), key=lambda day: _going_on(telling, day))
    return Timeframe(first, last, start)


def _spans(case: Case, *, telling: bool = False) -> Iterable[tuple[date, date | None]]:
    for zone in case.zones:
        if not telling or zone.status in _TELLING:
            yield zone.valid_from, zone.valid_to
    for incident in case.incidents:
        if incident.date_start is not None:
            yield (
                incident.date_start,
                incident.date_end or incident.date_start + timedelta(days=1),
            )


def _going_on(spans: Iterable[tuple[date, date | None]], day: date) -> int:
    return sum(start <= day and (end is None or day < end) for start, end in spans)
