"""
How far the views of origins lie apart, as one number for a place on a day (section 7.3).

The number is the Jensen-Shannon divergence of what each origin makes of a cell, 0 where
all who speak of it agree and 1 where each gives it to another. Lin (1991), IEEE
Transactions on Information Theory 37(1), 145-151.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from geo.codes import UNDRAWN
from geo.ground.grid import grid_of
from geo.ground.outlines import outline_of
from geo.ground.partition import NOT_STATED
from geo.ground.polygons import polygon_of
from geo.weight import CREDIBLE, weight_of
from geo.zones.frames import divides, frames
from geo.zones.standing import WHOLE, in_time
from geo.zones.umbrellas import umbrellas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, timedelta

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.actors import ActorTable
    from geo.claims import ControlClaim
    from geo.ground.grid import Grid
    from geo.zones.frames import Frame
    from geo.zones.standing import Said

    Floats = NDArray[np.float64]

# From here on ground that views give to different holders is hatched, section 7.3.
_HATCHED = 0.25
# Days after which an origin's last word counts half beside newer ones: the half-life of
# control in a battle (section 7.1). What has changed since is news more than disagreement.
_HALF_LIFE_DAYS = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """
    How far origins disagree about a place over ``[valid_from, valid_to)``.

    ``mean`` is the divergence over the place's area, 0 to 1. ``disputed`` is the ground
    that they give to different holders, ``disputed_share`` how much of the place it is.
    """

    place_id: str
    valid_from: date
    valid_to: date | None
    origins: tuple[str, ...]
    mean: float
    disputed_share: float
    disputed: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class _View:
    """
    What one origin makes of each cell, from a day on; no odds while it places nobody.

    ``speaks`` is False where it is silent: ground it does not state, and ground of which
    it gives somebody a share and does not say where.
    """

    day: date
    weight: float
    odds: dict[str, Floats]
    speaks: NDArray[np.bool_]


def divergences_of(
    place: Place, claims: Sequence[ControlClaim], *, table: ActorTable | None = None
) -> tuple[Divergence, ...]:
    """
    Return how far the views of origins of one place lie apart, over all its days.

    Parameters
    ----------
    place
        The place.
    claims
        Those about it; of other places none.
    table
        Who the actors are.

    Returns
    -------
    divergences
        By day; only of days on which two origins or more place somebody.
    """
    grid = grid_of(outline_of(place).geometry)
    views = {
        origin: [_view(frame) for frame in frames(grid, said)]
        for origin, said in _by_origin(claims, table).items()
    }
    days = sorted({view.day for each in views.values() for view in each})
    found = []
    for day, until in zip_longest(days, days[1:]):
        now = {
            origin: replace(last, weight=last.weight * _fresh(day - last.day))
            for origin, each in sorted(views.items())
            if (last := _last(each, day)) is not None and last.speaks.any()
        }
        if len(now) > 1:
            found.append(_divergence(place.id, (day, until), grid, now))
    return tuple(found)


def _by_origin(claims: Sequence[ControlClaim], table: ActorTable | None) -> dict[str, list[Said]]:
    usable = [one for one in claims if one.assertion not in UNDRAWN and not one.negated]
    names = umbrellas(usable, table)
    groups: defaultdict[str, list[Said]] = defaultdict(list)
    for claim in sorted(usable, key=lambda one: one.claim_id):
        weight = weight_of(claim, corroborated=True)  # at its word, as in its own view
        one = in_time(claim, names[claim.actor], weight)
        if one is not None and weight >= CREDIBLE:
            groups[claim.source.origin].append(one)
    dividing = {origin: divides(said) for origin, said in groups.items()}
    return {origin: said for origin, said in dividing.items() if said}


def _view(frame: Frame) -> _View:
    divided = frame.partition
    weight = max((one.weight for one in frame.region.standing), default=0.0)
    if divided is None:
        return _View(frame.day, weight, {}, np.zeros(len(frame.region.grid), dtype=bool))
    loose = divided.background
    unplaced = loose is not None and divided.shares[loose] < WHOLE
    silent = {NOT_STATED} | ({loose} if unplaced else set())
    speaks = ~np.any([divided.cells_of(label) for label in silent if label is not None], axis=0)
    return _View(frame.day, weight, dict(zip(divided.labels, divided.odds, strict=True)), speaks)


def _last(views: Iterable[_View], day: date) -> _View | None:
    return max((view for view in views if view.day <= day), key=lambda v: v.day, default=None)


def _fresh(age: timedelta) -> float:
    return float(2 ** (-age.days / _HALF_LIFE_DAYS))


def _divergence(
    place_id: str, days: tuple[date, date | None], grid: Grid, views: dict[str, _View]
) -> Divergence:
    apart, differing = _field(len(grid), list(views.values()))
    hatched = differing & (apart > _HATCHED)
    share = float(grid.weights[hatched].sum())
    return Divergence(
        place_id=place_id,
        valid_from=days[0],
        valid_to=days[1],
        origins=tuple(views),
        mean=float(grid.weights @ apart),
        disputed_share=share,
        disputed=polygon_of(grid, hatched) if share else None,
    )


def _field(cells: int, views: Sequence[_View]) -> tuple[Floats, NDArray[np.bool_]]:
    """
    Return the divergence in each cell, and where the likeliest holders differ.

    A view counts by its weight in the cells it speaks of: silence about ground is no
    other opinion of it.
    """
    labels = sorted({label for view in views for label in view.odds} - {NOT_STATED})
    odds = np.zeros((len(views), len(labels), cells))
    for row, view in enumerate(views):
        for label, chance in view.odds.items():
            if label != NOT_STATED:
                odds[row, labels.index(label)] = chance
    said = odds.sum(axis=1)
    odds /= np.where(said > 0, said, 1.0)[:, None]
    speaks = np.array([view.speaks for view in views])
    voice = np.array([view.weight for view in views])[:, None] * speaks
    total = voice.sum(axis=0)
    voice /= np.where(total > 0, total, 1.0)
    mixed = np.einsum("vc,vlc->lc", voice, odds)
    apart = _entropy(mixed, 0) - (voice * _entropy(odds, 1)).sum(axis=0)
    apart = np.clip(apart / np.log(len(views)), 0.0, 1.0)
    likeliest = np.where(speaks, odds.argmax(axis=1), -1)
    highest = likeliest.max(axis=0)
    lowest = np.where(speaks, likeliest, len(labels)).min(axis=0)
    differing = (speaks.sum(axis=0) > 1) & (lowest < highest)
    return apart, differing


def _entropy(chances: Floats, axis: int) -> Floats:
    safe = np.where(chances > 0, chances, 1.0)
    entropy: Floats = -(chances * np.log(safe)).sum(axis=axis)
    return entropy
