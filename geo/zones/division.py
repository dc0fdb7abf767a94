"""One place on one day: who is drawn where, with the claims, the shares and the words why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.codes import ZoneStatus
from geo.errors import ShareConflictError
from geo.ground.fields import is_placed
from geo.ground.partition import NOT_STATED, Partition, partition
from geo.ground.placing import part_of
from geo.ground.polygons import polygon_of, polygons_of
from geo.ground.shares import loosened
from geo.weight import CREDIBLE
from geo.zones.compared import compared
from geo.zones.drawn import Drawn, areal, reading_confidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from geo.ground.audit import Audited
    from geo.ground.outlines import Outline
    from geo.zones.region import Region
    from geo.zones.standing import Said

# A holder that nothing places is drawn as an area only if it has nearly all of it.
_NEARLY_ALL = 0.85
# Half-lives in days after which a statement counts half, our defaults (section 7.1): ground
# moves within a week in a battle and hardly in two months elsewhere; presence shifts faster.
_BATTLE_DAYS, _QUIET_DAYS, _PRESENCE_DAYS = 7.0, 60.0, 7.0
# Of a place known only as a point the boundary is a guess: nothing in it is surer than this.
_ASSUMED_CAP = 0.5
# However many say so: no more than one source of the best letter, A (section 3.4).
_SUREST = 0.95


@dataclass(frozen=True, slots=True)
class Day:
    """Which place on which day, how it lies, and whether there is fighting in it."""

    day: date
    outline: Outline
    battle: bool


def divide(region: Region) -> tuple[Partition | None, bool]:
    """
    Divide a place between those who are said to hold ground in it.

    Returns
    -------
    partition
        None if nobody is, or only in shares that cannot be placed.
    fits
        False if the shares said cannot all be true, so that they bind only loosely.
    """
    targets, split = region.targets()
    evidence, wedged = region.evidence(), region.wedged()
    placed = {one.actor for one in evidence if one.fits.min() < 0.5 <= one.fits.max()}
    if not placed and all(target.best < _NEARLY_ALL for target in targets.values()):
        return None, True
    try:
        return partition(region.grid, targets, evidence, wedged=wedged), not split
    except ShareConflictError:
        # The views are shown apart as disputed ground; the picture between them keeps the
        # upper bounds and the bests.
        return partition(region.grid, loosened(targets), evidence, wedged=wedged), False


def pieces_of(region: Region, divided: Partition | None, at: Day, *, fits: bool) -> list[Drawn]:
    """Return what is drawn of a place on a day: ground held, not stated, and presence."""
    drawn: list[Drawn] = []
    if divided is not None:
        areas = polygons_of(region.grid, divided.holder)
        honoured = compared(region, divided, areas)
        for row, label in enumerate(divided.labels):
            if label == NOT_STATED and row in areas:
                drawn.append(_unstated(region, divided, areas[row], at))
            elif row in areas:
                piece = _area(region, divided, label, areas[row], at, fits=fits)
                drawn += _for_each(piece, region, honoured, at)
    # A share that was said and has no place is stippled: in the ground left over it is a number.
    shown = {one.actor for one in drawn}
    for actor in sorted({one.actor for one in region.standing if one.is_present} - shown):
        drawn += _stippled(_presence(region.of(actor)), actor, at)
    return drawn


def _area(  # noqa: PLR0913 - one piece of one division
    region: Region, divided: Partition, label: str, area: BaseGeometry, at: Day, *, fits: bool
) -> Drawn:
    target, share = divided.targets[label], divided.shares[label]
    claims = region.of(label)
    loose = divided.background == label
    certain = not loose or share >= _NEARLY_ALL
    yolk, egg = _core_and_reach(divided, label, area)
    return Drawn(
        actor=label,
        status=ZoneStatus.HELD if certain else ZoneStatus.PRESENT,
        geometry=area,
        claims=tuple(one.claim for one in claims),
        confidence=_confidence(claims, at, _QUIET_DAYS),
        method=_method(divided, label, loose=loose, fits=fits),
        shares=(target.low, round(share, 4), target.high),
        price=divided.prices[label],
        yolk=yolk,
        egg=egg,
    )


def _for_each(
    piece: Drawn, region: Region, honoured: Mapping[str, tuple[Audited, ...]], at: Day
) -> list[Drawn]:
    """Draw one ground for each of those who share it, with the claims about it."""
    members = region.members(piece.actor)
    method = piece.method
    if len(members) > 1:
        method += " The same is said of more than one actor; who holds which of it is not stated."
    return [
        replace(
            piece,
            actor=actor,
            method=method,
            claims=tuple(one.claim for one in claims),
            confidence=_confidence(claims, at, _QUIET_DAYS),
            audit=(audits := honoured.get(actor, ())),
            conflicts_with=_missed(audits, claims),
        )
        for actor in members
        if (claims := region.of(actor))
    ]


def _missed(audits: Iterable[Audited], claims: Iterable[Said]) -> tuple[str, ...]:
    """Return the actor's claims that are not compatible with the others."""
    credible = {one.claim.claim_id for one in claims if one.weight >= CREDIBLE}
    return tuple(one.claim_id for one in audits if not one.ok and one.claim_id in credible)


def _unstated(region: Region, divided: Partition, area: BaseGeometry, at: Day) -> Drawn:
    share = divided.shares[NOT_STATED]
    claims = tuple(one.claim for one in region.standing if one.actor in region.holders)
    return Drawn(
        actor=NOT_STATED,
        status=ZoneStatus.NOT_STATED,
        geometry=area,
        claims=claims,
        confidence=_confidence([one for one in region.standing if one.holds], at, _QUIET_DAYS),
        method="No report says who holds this ground; it is what the stated shares leave.",
        shares=(0.0, round(share, 4), divided.targets[NOT_STATED].high),
        price=divided.prices[NOT_STATED],
    )


def _core_and_reach(
    divided: Partition, label: str, area: BaseGeometry
) -> tuple[BaseGeometry | None, BaseGeometry | None]:
    if label not in divided.yolk:
        return None, None
    target, share, grid = divided.targets[label], divided.shares[label], divided.grid
    yolk = egg = None
    # Half a per cent of a place cannot be told from its zone.
    if target.low < share - 0.005:
        core = areal(polygon_of(grid, divided.yolk[label]).intersection(area))
        yolk = None if core.is_empty else core
    if target.high > share + 0.005:
        egg = areal(polygon_of(grid, divided.egg[label]).union(area))
    return yolk, egg


def _method(divided: Partition, label: str, *, loose: bool, fits: bool) -> str:
    target, share = divided.targets[label], divided.shares[label]
    said = f"about {share:.0%} of the place, between {target.low:.0%} and {target.high:.0%}"
    if loose and share < _NEARLY_ALL:
        words = f"share known, place not stated within this area: {said}"
    elif loose:
        words = f"everything the others are not said to hold: {said}"
    else:
        words = f"placed by the parts that are named, sized by the shares that are said: {said}"
    rest = [one for one in divided.unplaced if one == NOT_STATED]
    if loose and rest:
        words += f"; for {divided.unplaced[NOT_STATED]:.0%} nobody is named, and not where"
    if not fits:
        words += "; the shares that are said cannot all be true"
    return words[0].upper() + words[1:] + "."


def _presence(claims: Sequence[Said]) -> list[Said]:
    """Return what places an actor; how much it once had at most says nothing of a day."""
    present = [one for one in claims if one.is_present]
    return [one for one in present if not one.is_peak] or present


def _stippled(claims: Sequence[Said], actor: str, at: Day) -> list[Drawn]:
    by_part: dict[str, list[Said]] = {}
    for one in claims:
        part = one.claim.where.part
        by_part.setdefault(str(part) if is_placed(part) else "", []).append(one)
    return [_stipple(group, actor, at) for _, group in sorted(by_part.items())]


def _stipple(claims: Sequence[Said], actor: str, at: Day) -> Drawn:
    part = claims[0].claim.where.part
    area = at.outline.geometry
    if part is not None and is_placed(part):
        area = part_of(area, part)
    heaviest = max(claims, key=lambda one: (one.claim.share is not None, one.weight))
    share = heaviest.claim.share
    words = "Present somewhere in this area; how much of it is not stated."
    shares = None
    if share is not None:
        shares = (share.low, share.best, share.high)
        words = (
            f"Share known, place not stated within this area: {share.low:.0%} to "
            f"{share.high:.0%} of it."
        )
    return Drawn(
        actor=actor,
        status=ZoneStatus.PRESENT,
        geometry=area,
        claims=tuple(one.claim for one in claims),
        confidence=_confidence(claims, at, _PRESENCE_DAYS),
        method=words,
        shares=shares,
    )


def _confidence(claims: Sequence[Said], at: Day, half_life: float) -> float:
    """
    Return how far claims can be trusted on a day, 0 to 1.

    Independent origins add up as chances; age takes off, and never moves a border.
    """
    by_origin: dict[str, float] = {}
    for one in claims:
        origin = one.claim.source.origin
        by_origin[origin] = max(by_origin.get(origin, 0.0), one.weight)
    doubt = 1.0
    for weight in by_origin.values():
        doubt *= 1 - weight
    days = (at.day - max(one.day for one in claims)).days if claims else 0
    fresh = 2 ** (-days / (_BATTLE_DAYS if at.battle else half_life))
    trust = min(1 - doubt, _SUREST) * fresh * reading_confidence(one.claim for one in claims)
    return min(trust, _ASSUMED_CAP) if at.outline.assumed else trust
