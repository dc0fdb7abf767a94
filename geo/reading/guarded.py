"""
Reading with a reader that may fail: a report it fails on is lost with the reason, no other.

A reader is a seam: its code may be anybody's, and a model makes things up.
"""

from __future__ import annotations

import logging
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.errors import UnknownPlaceError
from geo.claims import ControlClaim, IncidentClaim, Mention, NotUsed, TollClaim
from geo.codes import Reason
from geo.people import Person
from geo.reading.contract import Reading
from geo.reading.dates.published import Publication
from geo.reading.records import fault_of, wrong_field, wrong_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer.index import Gazetteer
    from geo.claims import Claim
    from geo.reading.contract import Reader
    from geo.reading.records import Known
    from geo.report import Report

_log = logging.getLogger(__name__)
_CLAIMS = (ControlClaim, IncidentClaim, TollClaim)


def read_guarded(reader: Reader, reports: Sequence[Report], gazetteer: Gazetteer) -> Reading:
    """
    Read reports, and leave out those on which the reader fails.

    Parameters
    ----------
    reader
        Ours, or that of another distribution.
    reports
        Read together first; one by one only where that fails.
    gazetteer
        Has the places that claims and mentions may name.

    Returns
    -------
    reading
        With a publication for every report, and in ``not_used`` each lost report with what
        the reader did: raised an error, or gave back a record that cannot be true.
    """
    is_place = _places_of(gazetteer)
    reading, faults = _attempt(reader, reports, is_place)
    if not faults:
        return reading
    # Only what failed is read again by itself: all of them where an error told nothing of which.
    alone = {one.report_id: _attempt(reader, [one], is_place) for one in reports
             if one.report_id in faults}  # fmt: skip
    lost = {name: faults[name] for name, (_, faults) in alone.items() if faults}
    good = [one for one in reports if one.report_id not in lost]
    again, faults = _attempt(reader, good, is_place) if lost else (reading, faults)
    if faults:  # it fails on some of them only when they are together
        rest = {one.report_id: _attempt(reader, [one], is_place) for one in good
                if one.report_id not in alone}  # fmt: skip
        again = _joined([(alone | rest)[one.report_id][0] for one in good])
    return _without(lost, again, reports)


def _places_of(gazetteer: Gazetteer) -> Known:
    @cache
    def is_place(place_id: str) -> bool:
        try:
            gazetteer.place(place_id)
        except UnknownPlaceError:
            return False
        return True

    return is_place


def _attempt(
    reader: Reader, reports: Sequence[Report], is_place: Known
) -> tuple[Reading, dict[str, str]]:
    """Return what was read, and what is wrong with it by report id."""
    try:
        made = reader.read(tuple(reports))
        reading = Reading(
            {one.report_id: _unsaid(one) for one in reports} | dict(made.publications),
            tuple(made.mentions),
            tuple(made.claims),
            tuple(made.not_used),
            None if made.people is None else tuple(made.people),
        )
        faults = dict(_faults(reading, reports, is_place))
    except Exception as error:  # noqa: BLE001 - whatever the code of others does
        _log.info("A reader failed on %d reports.", len(reports), exc_info=True)
        said = f"{type(error).__name__}: {error}"[:200]
        return _joined([]), {one.report_id: said for one in reports}
    return reading, faults


def _unsaid(report: Report) -> Publication:
    return Publication(report.published, (), given=report.published is not None)


def _faults(
    reading: Reading, reports: Sequence[Report], is_place: Known
) -> Iterator[tuple[str, str]]:
    texts = {one.report_id: one.text for one in reports}
    for fault in _strangers(reading, texts):
        yield from ((report_id, fault) for report_id in texts)
        return
    for person in reading.people or ():
        if found := wrong_field(person) or wrong_quote(person.quote, texts[person.quote.report_id]):
            yield person.quote.report_id, found
    told = [(one.report_id, one) for one in reading.not_used]
    for report_id, record in (*reading.publications.items(), *told):
        if (wrong := wrong_field(record)) is not None:
            yield report_id, wrong
    named: tuple[Claim | Mention, ...] = (*reading.mentions, *reading.claims)
    for one in named:
        if found := fault_of(one, texts[one.quote.report_id], is_place):
            yield one.quote.report_id, found
    times = Counter(claim.claim_id for claim in reading.claims)
    for claim in reading.claims:
        if times[claim.claim_id] > 1:
            yield claim.quote.report_id, f"two claims have the id {claim.claim_id}"


def _strangers(reading: Reading, report_ids: Iterable[str]) -> Iterator[str]:
    """Yield what cannot be told to any report: no records at all, or of other reports."""
    known = set(report_ids)
    kinds = (
        (reading.publications.values(), Publication),
        (reading.mentions, Mention),
        (reading.claims, _CLAIMS),
        (reading.not_used, NotUsed),
        (reading.people or (), Person),
    )
    for records, kind in kinds:
        for one in records:
            if not isinstance(one, kind):
                yield f"it gave back {type(one).__name__} {str(one)[:60]!r}, which is no record"
    told = [*reading.publications, *(one.report_id for one in reading.not_used)]
    told += [mention.quote.report_id for mention in reading.mentions]
    told += [claim.quote.report_id for claim in reading.claims]
    told += [person.quote.report_id for person in reading.people or ()]
    if strange := set(told) - known:
        yield f"it tells of a report it was not given: {min(map(str, strange))[:60]!r}"


def _joined(readings: Sequence[Reading]) -> Reading:
    return Reading(
        {name: day for one in readings for name, day in one.publications.items()},
        tuple(mention for one in readings for mention in one.mentions),
        tuple(claim for one in readings for claim in one.claims),
        tuple(left for one in readings for left in one.not_used),
        None
        if any(one.people is None for one in readings)
        else tuple(person for one in readings for person in one.people or ()),
    )


def _without(lost: dict[str, str], reading: Reading, reports: Sequence[Report]) -> Reading:
    unsaid = {one.report_id: _unsaid(one) for one in reports if one.report_id in lost}
    failed = (NotUsed(name, Reason.READER_FAILED, detail=why) for name, why in lost.items())
    return Reading(
        {**reading.publications, **unsaid},
        reading.mentions,
        reading.claims,
        (*reading.not_used, *failed),
        reading.people,
    )
