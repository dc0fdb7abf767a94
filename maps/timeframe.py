"""Which days a page's timeline spans, and which it opens on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.case import Case

# How far before the first report the timeline may begin. What lies earlier ("since 2012") is
# still shown under "All", but would press the days that the reports are about into a sliver.
_LOOKBACK = timedelta(days=31)


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
        None when nothing in the case has a day. It opens on the day with the most zones
        and incidents; of equals the latest.
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
    start = max(days, key=lambda day: (_going_on(spans, day), day))
    return Timeframe(first, last, start)


def _spans(case: Case) -> Iterable[tuple[date, date | None]]:
    for zone in case.zones:
        yield zone.valid_from, zone.valid_to
    for incident in case.incidents:
        if incident.date_start is not None:
            yield (
                incident.date_start,
                incident.date_end or incident.date_start + timedelta(days=1),
            )


def _going_on(spans: Iterable[tuple[date, date | None]], day: date) -> int:
    return sum(start <= day and (end is None or day < end) for start, end in spans)
