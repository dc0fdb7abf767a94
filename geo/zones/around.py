"""What lies over or around a place and divides no ground: sieges, fighting, influence, boasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Aspect, Relation, ZoneStatus
from geo.ground import outside
from geo.ground.outlines import outline_of
from geo.ground.placing import area_of
from geo.weight import is_ended
from geo.zones.drawn import Drawn, reading_confidence, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.features import Zone
    from geo.ground.outlines import Outline
    from geo.zones.standing import Said

_ASSUMED_CAP = 0.5  # as in geo.zones.division

_OWN = frozenset({ZoneStatus.INFLUENCE, ZoneStatus.CLAIMED})
_WORDS = {
    ZoneStatus.BESIEGED: "A ring around a besieged place; it stands for the siege, not for ground.",
    ZoneStatus.CONTESTED: "Fighting is reported in this area; it gives no ground to either side.",
    ZoneStatus.INFLUENCE: "Said to be under this actor's influence; that is not control.",
    ZoneStatus.CLAIMED: "Only the actor or its side says so; no independent source does.",
    ZoneStatus.PRESENT: "Reported at a place given relative to this one; its extent is not stated.",
}


def around(
    place: Place,
    outline: Outline,
    said: Sequence[Said],
    *,
    claimed: Sequence[Said],
    others: Mapping[str, Place] | None = None,
) -> list[Zone]:
    """
    Return the zones of a place that divide no ground, each over its own days.

    Parameters
    ----------
    place, outline
        The place.
    said
        Its drawable claims in time; the relations that divide ground are passed over.
    claimed
        Claims that only their own side makes.
    others
        The second places by id, of claims on a road or between two towns.
    """
    ring = outside.siege_ring(outline.geometry)
    fights = _sides(said)
    groups: dict[tuple[str, str, str], list[Said]] = {}
    for one in said:
        # Whoever is not there is drawn nowhere.
        if not one.is_absence and (kind := _status(one)) is not None:
            name = one.claim.actor if kind in _OWN else one.actor
            key = (str(kind), fights.get(one.claim.claim_id, name), _where(one))
            groups.setdefault(key, []).append(one)
    for one in claimed:
        groups.setdefault((ZoneStatus.CLAIMED, one.claim.actor, _where(one)), []).append(one)
    zones: list[Zone] = []
    for (name, _, _), group in sorted(groups.items()):
        status = ZoneStatus(name)
        first = max(group, key=lambda one: (one.weight, one.claim.claim_id))
        geometry = ring if status is ZoneStatus.BESIEGED else _ground(first, place, others or {})
        for start, end, claims in spells(group):
            drawn = _drawn(status, first, geometry, claims, outline)
            zones.append(zone_of(drawn, place.id, start, end))
    return zones


def _ground(said: Said, place: Place, others: Mapping[str, Place]) -> BaseGeometry:
    where = said.claim.where
    if said.claim.relation is Relation.STATIONED_OUTSIDE and where.near is None:
        return outside.ring_outside(outline_of(place).geometry)
    return area_of(where, place, other=others.get(where.other_place_id or ""))


def spells(said: Iterable[Said]) -> list[tuple[date, date | None, list[Said]]]:
    """
    Return the half-open spells of days over which something is said to go on.

    A spell runs from the first day it is reported to the day that is told as its end.
    Whoever reports it anew after such an end opens another from the day he speaks of.
    """
    ordered = sorted(said, key=lambda one: (one.earliest, one.day, one.claim.claim_id))
    stops = {_end(one) or one.day for one in ordered if one.claim.negated or is_ended(one.claim)}
    pieces = [piece for one in ordered for piece in _pieces(one, sorted(stops))]
    merged: list[tuple[date, date | None, list[Said]]] = []
    for start, end, one in sorted(pieces, key=lambda piece: piece[0]):
        if merged and (merged[-1][1] is None or start < merged[-1][1]):
            first, until, claims = merged.pop()
            later = None if until is None or end is None else max(until, end)
            merged.append((first, later, [*claims, one]))
        else:
            merged.append((start, end, [one]))
    return merged


def _pieces(one: Said, stops: Sequence[date]) -> Iterable[tuple[date, date | None, Said]]:
    """Cut a claim's days where others, or it, tell of an end."""
    if one.claim.negated:
        return
    event = one.claim.when.aspect is Aspect.EVENT and one.claim.relation is not Relation.CONTESTS
    start = one.day if event or one.claim.when.start is None else one.earliest
    end, known = _end(one), one.claim.when.as_of or one.day
    before = [stop for stop in stops if start <= stop <= known]
    after = [stop for stop in stops if stop > known]
    last = min(after, default=end) if end is None else end
    if is_ended(one.claim) or not before:
        if last is None or start < last:
            yield start, last, one
        return
    if start < before[0]:
        yield start, before[0], one
    if known > before[-1] and (last is None or known < last):
        yield known, last, one


def _end(one: Said) -> date | None:
    fights = one.claim.relation is Relation.CONTESTS
    if is_ended(one.claim) or (fights and one.claim.when.aspect is Aspect.EVENT):
        return one.claim.when.end
    return one.until


def _sides(said: Sequence[Said]) -> dict[str, str]:
    """Name each fight by its sides: a claim of one side belongs to the fight that has it."""
    sides: dict[str, frozenset[str]] = {
        one.claim.claim_id: frozenset((one.actor, *one.claim.against))
        for one in said
        if one.claim.relation is Relation.CONTESTS
    }
    names: dict[str, str] = {}
    for claim_id, own in sides.items():
        wider = sorted("|".join(sorted(other)) for other in sides.values() if own <= other)
        names[claim_id] = max(wider, key=lambda name: name.count("|"))
    return names


def _status(one: Said) -> ZoneStatus | None:
    match one.claim.relation:
        case Relation.BESIEGES:
            return ZoneStatus.BESIEGED
        case Relation.CONTESTS:
            return ZoneStatus.CONTESTED
        case Relation.INFLUENCE:
            return ZoneStatus.INFLUENCE
        case Relation.STATIONED_OUTSIDE:
            return ZoneStatus.PRESENT
        case _ if is_relative(one):
            return ZoneStatus.PRESENT
        case _:
            return None


def is_relative(one: Said) -> bool:
    """Say whether a claim speaks of ground outside its place, or near it."""
    part = one.claim.where.part
    outer = part is not None and set(part.terms) == {"outside"}
    return one.claim.where.near is not None or outer


def _where(one: Said) -> str:
    where = one.claim.where
    return f"{where.near or ''}|{where.part or ''}|{where.other_place_id or ''}"


def _drawn(
    status: ZoneStatus,
    first: Said,
    geometry: BaseGeometry,
    claims: Sequence[Said],
    outline: Outline,
) -> Drawn:
    share = next((one.claim.share for one in claims if one.claim.share is not None), None)
    trust = max(one.weight for one in claims) * reading_confidence(one.claim for one in claims)
    return Drawn(
        # Influence and boasts are one group's own, not its umbrella's.
        actor=first.claim.actor if status in _OWN else first.actor,
        status=status,
        geometry=geometry,
        claims=tuple(one.claim for one in claims),
        confidence=min(trust, _ASSUMED_CAP) if outline.assumed else trust,
        method=_WORDS[status],
        shares=(share.low, share.best, share.high) if share is not None else None,
    )
