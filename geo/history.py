"""Claims over time to zones: who is drawn where, and from which day to which."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.errors import UnknownPlaceError
from gazetteer.place import PlaceKind
from geo.claims import NotUsed
from geo.codes import UNDRAWN, Reason, Relation, Tense, ZoneStatus
from geo.ground.grid import grid_of
from geo.ground.outlines import outline_of
from geo.ground.unknown import unknown_ground
from geo.weight import CREDIBLE, NEGLIGIBLE, Drawing, drawing_of, weight_of
from geo.zones.around import around
from geo.zones.dispute import disputed
from geo.zones.division import Day, pieces_of
from geo.zones.drawn import zone_of
from geo.zones.frames import DIVIDING, divides, frames
from geo.zones.standing import as_absence, in_time, is_absence
from geo.zones.support import supported
from geo.zones.umbrellas import umbrellas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from gazetteer.place import Place
    from geo.actors import ActorTable
    from geo.claims import ControlClaim
    from geo.features import Zone
    from geo.ground.outlines import Outline
    from geo.zones.drawn import Drawn
    from geo.zones.standing import Said

_NO_SHORE = "only a point of the water is known, no shore"


def zones_of(
    claims: Sequence[ControlClaim],
    gazetteer_place: Callable[[str], Place],
    *,
    table: ActorTable | None = None,
    at_its_word: bool = False,
) -> tuple[tuple[Zone, ...], tuple[NotUsed, ...]]:
    """
    Draw what claims say of who holds, besieges, left or fights over which ground.

    Parameters
    ----------
    claims
        In any order; the result does not depend on it.
    gazetteer_place
        Gives the place of an id; raises UnknownPlaceError for one it does not know.
    table
        Who the actors are: a group is then counted with its umbrella where a place's
        reports name both. Without it every id is an actor of its own.
    at_its_word
        Whether to believe what a party says of itself, as in the view of one origin.

    Returns
    -------
    zones
        By place, day, status and actor; over half-open intervals of days, so that any
        day can be drawn.
    not_used
        The claims that were not drawn, with the reason.
    """
    ordered = sorted(claims, key=lambda claim: claim.claim_id)
    everybody = frozenset(claim.claim_id for claim in ordered)
    confirmed = everybody if at_its_word else supported(ordered)
    by_place: dict[str, list[ControlClaim]] = defaultdict(list)
    not_used: list[NotUsed] = []
    for claim in ordered:
        reason = _unusable(claim, corroborated=claim.claim_id in confirmed)
        if reason is None:
            by_place[str(claim.where.place_id)].append(claim)
        else:
            not_used.append(_refused(claim, reason, _unknown_name(claim)))
    zones: list[Zone] = []
    for place_id, group in sorted(by_place.items()):
        try:
            place = gazetteer_place(place_id)
        except UnknownPlaceError as error:
            not_used += [_refused(one, Reason.UNKNOWN_PLACE, str(error)) for one in group]
            continue
        on_water = [one for one in group if _is_on_water(one, place)]
        not_used += [_refused(one, Reason.NO_AREA, _NO_SHORE) for one in on_water]
        ashore = [one for one in group if one not in on_water]
        others = _seconds(ashore, gazetteer_place)
        drawn, left = _place_zones(place, ashore, confirmed, table, others)
        zones += drawn
        not_used += left
    return tuple(zones), tuple(not_used)


def _unusable(claim: ControlClaim, *, corroborated: bool) -> Reason | None:
    claim = as_absence(claim)
    if claim.assertion in UNDRAWN:
        return UNDRAWN[claim.assertion]
    if claim.where.place_id is None:
        return Reason.UNKNOWN_PLACE if claim.where.place_name else Reason.NO_PLACE
    drawing = drawing_of(claim, corroborated=corroborated)
    if claim.relation is Relation.INFLUENCE:
        weak = weight_of(claim, corroborated=corroborated) < NEGLIGIBLE
        return Reason.WEAK if weak else None
    if claim.negated and claim.relation is Relation.BESIEGES and drawing is not Drawing.NO:
        return None  # a siege that is lifted; who takes no part in a fight ends none
    if claim.negated:
        return None if is_absence(claim) else Reason.DENIED
    return Reason.WEAK if drawing in {Drawing.WEAK, Drawing.NO} else None


def _is_on_water(claim: ControlClaim, place: Place) -> bool:
    """Tell whether it is said of a lake or a river itself, of which only a point is known."""
    bare = place.kind is PlaceKind.WATER and place.outline is None
    return bare and claim.where.near is None


def _unknown_name(claim: ControlClaim) -> str:
    return "" if claim.where.place_id else claim.where.place_name


def _refused(claim: ControlClaim, reason: Reason, detail: str = "") -> NotUsed:
    return NotUsed(claim.quote.report_id, reason, claim.quote, detail, claim.claim_id)


def _place_zones(
    place: Place,
    claims: Sequence[ControlClaim],
    confirmed: frozenset[str],
    table: ActorTable | None,
    others: Mapping[str, Place],
) -> tuple[list[Zone], list[NotUsed]]:
    outline = outline_of(place)
    names = umbrellas(claims, table)
    said: list[Said] = []
    claimed: list[Said] = []
    not_used: list[NotUsed] = []
    for claim in claims:
        if why := unknown_ground(claim.where, place, others.get(claim.where.other_place_id or "")):
            not_used.append(_refused(claim, Reason.NO_AREA, why))
            continue
        corroborated = claim.claim_id in confirmed
        meant = as_absence(claim)
        weight = weight_of(meant, corroborated=corroborated)
        told = replace(meant, against=tuple(names.get(one, one) for one in claim.against))
        one = in_time(told, names[claim.actor], weight)
        if one is not None and one.is_absence:
            # It takes ground and is drawn nowhere.
            said += [one] if weight >= CREDIBLE else []
            not_used.append(_refused(claim, Reason.DENIED))
        elif one is None:
            not_used.append(_refused(claim, Reason.NO_DATE))
        elif drawing_of(claim, corroborated=corroborated) is not Drawing.CLAIMED:
            said.append(one)
        elif claim.relation in DIVIDING - {Relation.WITHDREW_FROM, Relation.BETWEEN}:
            claimed.append(one)
        else:
            not_used.append(_refused(claim, Reason.WEAK, "only the other side says so"))
    zones = around(place, outline, said, claimed=claimed, others=others)
    zones += _divided(place, outline, divides(said), [z for z in zones if _is_fighting(z)])
    if outline.assumed:
        zones = [replace(zone, method=f"{zone.method} {outline.basis}") for zone in zones]
    drawn = {claim_id for zone in zones for claim_id in (*zone.claim_ids, *zone.conflicts_with)}
    kept = drawn | {one.claim_id for one in not_used}
    not_used += [_undrawn(one) for one in (*said, *claimed) if one.claim.claim_id not in kept]
    order = sorted(zones, key=lambda zone: (zone.valid_from, zone.status, zone.actor, zone.zone_id))
    return order, not_used


def _seconds(
    claims: Iterable[ControlClaim], gazetteer_place: Callable[[str], Place]
) -> dict[str, Place]:
    """Return the second places of claims by id; one nobody knows leaves the first alone."""
    found: dict[str, Place] = {}
    for place_id in {claim.where.other_place_id for claim in claims} - {None}:
        with suppress(UnknownPlaceError):
            found[str(place_id)] = gazetteer_place(str(place_id))
    return found


def _is_fighting(zone: Zone) -> bool:
    return zone.status is ZoneStatus.CONTESTED


def _undrawn(one: Said) -> NotUsed:
    match one.claim.relation:
        case Relation.BETWEEN:
            return _refused(one.claim, Reason.UNDRAWN_RELATION, "no ground to put between others")
        case Relation.CONTESTS:
            return _refused(one.claim, Reason.NO_AREA, "the fighting is told as over by that day")
        case _ if one.claim.tense is Tense.PAST:
            return _refused(one.claim, Reason.BACKGROUND, "over before any day that is drawn")
        case _:
            return _refused(one.claim, Reason.NO_AREA, "superseded, or nothing known to be lost")


def _divided(
    place: Place, outline: Outline, said: Sequence[Said], fighting: Sequence[Zone]
) -> list[Zone]:
    """Draw the place anew on every day on which something changes, and join equal days."""
    if not said:
        return []
    drawn: list[tuple[date, list[Drawn]]] = []
    for frame in frames(grid_of(outline.geometry), said):
        at = Day(frame.day, outline, any(_covers(zone, frame.day) for zone in fighting))
        pieces = pieces_of(frame.region, frame.partition, at, fits=frame.fits)
        drawn.append((frame.day, pieces + disputed(frame.region, frame.partition)))
    return list(_joined(place.id, drawn))


def _covers(zone: Zone, day: date) -> bool:
    return zone.valid_from <= day and (zone.valid_to is None or day < zone.valid_to)


def _joined(place_id: str, drawn: Sequence[tuple[date, list[Drawn]]]) -> Iterable[Zone]:
    running: list[tuple[date, Drawn]] = []
    for day, pieces in drawn:
        kept: list[tuple[date, Drawn]] = []
        for start, old in running:
            if any(old.same_as(new) for new in pieces):
                kept.append((start, old))
            else:
                yield zone_of(old, place_id, start, day)
        fresh = [new for new in pieces if not any(old.same_as(new) for _, old in kept)]
        running = kept + [(day, new) for new in fresh]
    for start, old in running:
        yield zone_of(old, place_id, start, None)
