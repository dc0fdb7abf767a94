"""The days on which a place is divided anew, and how it is divided on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.codes import Relation
from geo.zones.around import is_relative
from geo.zones.division import divide
from geo.zones.region import Region
from geo.zones.standing import standing_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from geo.ground.grid import Grid
    from geo.ground.partition import Partition
    from geo.ground.shares import Target
    from geo.zones.standing import Said

# Relations that divide the ground of a place, or bear on how it is divided.
DIVIDING = frozenset(
    {
        Relation.CONTROLS,
        Relation.SEIZED,
        Relation.CONFINED_TO,
        Relation.PRESENT,
        Relation.WITHDREW_FROM,
        Relation.STATIONED_OUTSIDE,
        Relation.BETWEEN,
    }
)


class Frame(NamedTuple):
    """
    A place from one day on until the next frame.

    ``partition`` is None if nobody is said to hold ground that can be placed; ``fits``
    False if the shares said cannot all be true.
    """

    day: date
    region: Region
    partition: Partition | None
    fits: bool


def divides(said: Iterable[Said]) -> list[Said]:
    """Return the claims that divide the ground inside a place; none if nobody is in it."""
    inside = [
        one
        for one in said
        if one.claim.relation in DIVIDING
        and (not is_relative(one) or one.claim.relation is Relation.STATIONED_OUTSIDE)
    ]
    return inside if any(one.is_present and not is_relative(one) for one in inside) else []


def frames(grid: Grid, said: Sequence[Said]) -> Iterator[Frame]:
    """
    Divide a place anew on every day on which something changes.

    Parameters
    ----------
    grid
        The place.
    said
        What divides it, as `divides` gives it.
    """
    earlier: list[tuple[date, dict[str, Target]]] = []

    def before(actor: str, day: date) -> Target | None:
        for then, targets in reversed(earlier):
            if then < day and actor in targets:
                return targets[actor]
        return None

    for day in _days(said):
        region = Region(grid, tuple(standing_on(day, said)), before)
        partition, fits = divide(region)
        yield Frame(day, region, partition, fits)
        if partition is not None:
            targets = {
                actor: target
                for label, target in partition.targets.items()
                for actor in region.members(label)
            }
            earlier.append((day, targets))


def _days(said: Iterable[Said]) -> list[date]:
    lasting = [one for one in said if not one.past]
    days = {one.day for one in lasting} | {one.until for one in lasting if one.until is not None}
    for one in said:
        if not one.past or one.until is None:
            continue
        if one.lasted:
            days |= {one.day, one.until}
        # What happened on some day of these gets a day of its own only if no other speaks
        # of then: the last, by which it has surely happened.
        elif not any(one.day <= day < one.until for day in days):
            days |= {one.latest, one.until}
    return sorted(days)
