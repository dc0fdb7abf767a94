"""
Which incident claims tell of one happening, and what they make together.

Claims are merged by what they say, never by how often it is printed: reports that share
an origin count as one witness (spatial language, section 10.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.names import fold
from geo.claims import Count
from geo.codes import Aspect, DatePrecision, IncidentType, TollScope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.actors import ActorTable
    from geo.claims import IncidentClaim, When


# Characters between the figures of two sources that are set against each other: a sentence.
_SAME_BREATH = 120


@dataclass(frozen=True, slots=True)
class Happening:
    """Incident claims that tell of one happening; the most exactly dated one first."""

    claims: tuple[IncidentClaim, ...]

    @property
    def first(self) -> IncidentClaim:
        """The claim that dates and types the happening."""
        return self.claims[0]


def happenings(claims: Iterable[IncidentClaim], table: ActorTable) -> tuple[Happening, ...]:
    """
    Group claims that tell of one happening.

    Claims known to the day are grouped first. A vague one then joins the only group it
    fits; if it fits several it stays alone, because choosing would be guessing.

    Parameters
    ----------
    claims
        Drawable incident claims, in any order; the result does not depend on it.
    table
        Who the actors are: a faction and its umbrella may be one side of one clash.
    """
    groups: list[list[IncidentClaim]] = []
    # Only claims of one kind and place can be one happening: thousands are not asked of all.
    near: dict[tuple[str, ...], list[list[IncidentClaim]]] = {}
    for claim in sorted(claims, key=_exactest_first):
        others = near.setdefault(_kind_and_place(claim), [])
        fitting = [group for group in others if all(_same(claim, one, table) for one in group)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        else:
            groups.append([claim])
            others.append(groups[-1])
    return tuple(Happening(tuple(group)) for group in groups)


def merged_count(counts: Sequence[tuple[Count, float]]) -> Count | None:
    """
    Merge what several claims say of one figure: widest range, best of the weightiest.

    Parameters
    ----------
    counts
        Each figure with its claim's weight.

    Returns
    -------
    count
        None without figures. ``high`` is None if any claim leaves it open.
    """
    if not counts:
        return None
    # "Soldiers were killed" gives no number that could widen one: it is only a mention.
    numbered = [pair for pair in counts if pair[0].best is not None or pair[0].high is not None]
    counts = numbered or counts
    highs = [count.high for count, _ in counts]
    known = [high for high in highs if high is not None]
    best = max(counts, key=lambda pair: (pair[0].best is not None, pair[1]))[0].best
    return Count(
        low=min(count.low for count, _ in counts),
        best=best,
        high=max(known) if len(known) == len(highs) else None,
    )


def added(counts: Iterable[Count]) -> Count:
    """Add up numbers; what one of them leaves open stays open."""
    counts = list(counts)
    bests = [one.best for one in counts if one.best is not None]
    highs = [one.high for one in counts if one.high is not None]
    return Count(
        sum(one.low for one in counts),
        sum(bests) if len(bests) == len(counts) else None,
        sum(highs) if len(highs) == len(counts) else None,
    )


def merged_when(happening: Happening) -> tuple[date | None, date | None, DatePrecision]:
    """
    Return when a happening was, as a half-open interval and its precision.

    One event lies where all its claims overlap; what recurs or lasts spans all of them.
    """
    whens = [claim.when for claim in happening.claims]
    starts = [when.start for when in whens if when.start is not None]
    ends = [when.end for when in whens if when.end is not None]
    siege = happening.first.incident_type is IncidentType.SIEGE
    if siege or any(when.aspect is Aspect.RECURRING for when in whens):
        start, end = min(starts, default=None), max(ends, default=None)
    else:
        start, end = max(starts, default=None), min(ends, default=None)
    precision = min((when.precision for when in whens), key=_RANK.__getitem__)
    return start, end, precision


_RANK = {precision: rank for rank, precision in enumerate(DatePrecision)}


def _exactest_first(claim: IncidentClaim) -> tuple[int, str, str]:
    start = claim.when.start
    return _RANK[claim.when.precision], start.isoformat() if start else "", claim.claim_id


def _kind_and_place(claim: IncidentClaim) -> tuple[str, ...]:
    # Two villages that nobody lists may lie in one province; they are still two.
    where = claim.where
    return claim.incident_type, where.place_id or "", fold(where.unlisted), claim.toll_scope


def _same(one: IncidentClaim, other: IncidentClaim, table: ActorTable) -> bool:
    return (
        _may_coincide(one.when, other.when)
        and compatible(one, other, table)
        and _figures_agree(one, other)
        and not _two_exact_figures(one, other)
    )


def compatible(one: IncidentClaim, other: IncidentClaim, table: ActorTable) -> bool:
    """Say whether the actors and the targets of two claims may be the same people."""
    return _compatible(one.actors, other.actors, table) and _compatible(
        one.targets, other.targets, table
    )


def _may_coincide(one: When, other: When) -> bool:
    day = DatePrecision.DAY
    if one.precision is day and other.precision is day:
        return one.start == other.start
    if one.start is not None and other.end is not None and other.end <= one.start:
        return False
    return not (other.start is not None and one.end is not None and one.end <= other.start)


def _compatible(one: Sequence[str], other: Sequence[str], table: ActorTable) -> bool:
    """Whether two lists of actors may be the same people; an empty list says nothing."""
    if not one or not other:
        return True
    sides = {table.get(actor).side or actor for actor in one}
    return bool(sides & {table.get(actor).side or actor for actor in other})


def _figures_agree(one: IncidentClaim, other: IncidentClaim) -> bool:
    if one.fatalities is None or other.fatalities is None:
        return True
    if _contradict(one, other):
        return True
    if one.toll_scope is TollScope.CUMULATIVE:
        # A running total grows: another figure on another day is the same series.
        return True
    low = max(one.fatalities.low, other.fatalities.low)
    highs = [count.high for count in (one.fatalities, other.fatalities) if count.high is not None]
    return not highs or low <= min(highs)


def _two_exact_figures(one: IncidentClaim, other: IncidentClaim) -> bool:
    """Two tolls of one report on one day, both told apart, are two happenings."""
    same_report = one.quote.report_id == other.quote.report_id
    both = one.fatalities is not None and other.fatalities is not None
    return same_report and both and not _contradict(one, other)


def _contradict(one: IncidentClaim, other: IncidentClaim) -> bool:
    """Whether two sources count the dead of one event: "the army said 5, the rebels said 30"."""
    if one.quote.report_id != other.quote.report_id or one.source.origin == other.source.origin:
        return False
    first, second = sorted((one.quote, other.quote), key=lambda quote: quote.start)
    return second.start - first.end <= _SAME_BREATH
