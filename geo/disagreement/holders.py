"""Who holds the ground: two origins that give one ground to two sides."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from geo.codes import Relation
from geo.disagreement.record import ContradictionKind, Side, contradiction, ids_of, told_apart
from geo.disagreement.timed import Span, meeting
from geo.ground.fields import is_placed, membership
from geo.ground.grid import grid_of
from geo.ground.outlines import outline_of
from geo.zones.region import Region
from geo.zones.standing import HOLDING, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.place import Place
    from geo.actors import ActorTable
    from geo.claims import Part
    from geo.disagreement.record import Contradiction
    from geo.disagreement.timed import Told
    from geo.zones.standing import Said

# Two parts speak of one ground if at least half of the larger one is in both.
_SAME_GROUND = 0.5


def holders(place: Place, told: Told, table: ActorTable | None) -> Iterable[Contradiction]:
    """
    Yield where two origins give the ground of a place, or one part of it, to two sides.

    Parameters
    ----------
    place
        The place.
    told
        What is said of it, and denied.
    table
        Who is on whose side: allies who hold a town together contradict nobody.
    """
    speaking = [one for one in told.said if _settles(one)]
    pairs: dict[tuple[str, str], list[tuple[Said, Said, Span]]] = {}
    for one, other in combinations(speaking, 2):
        if not _enemies(one.actor, other.actor, table) or not told_apart(one.claim, other.claim):
            continue
        span = meeting(one, other, speaking)
        if span is not None and _one_ground(place, one, other):
            first, second = sorted((one, other), key=lambda side: side.actor)
            pairs.setdefault((first.actor, second.actor), []).append((first, second, span))
    for actors, found in sorted(pairs.items()):
        yield from _stretches(place.id, actors, found)
    yield from _gone(place.id, told)
    yield from _denied(place.id, told)


def _settles(one: Said) -> bool:
    bare = one.claim.relation is Relation.CONTROLS and one.claim.share is None
    located = is_placed(one.claim.where.part) and not Region.is_vague(one)
    return one.holds and one.claim.where.near is None and (located or one.is_whole or bare)


def _enemies(one: str, other: str, table: ActorTable | None) -> bool:
    if one == other:
        return False
    return table is None or table.get(one).side != table.get(other).side


def _one_ground(place: Place, one: Said, other: Said) -> bool:
    parts = one.claim.where.part, other.claim.where.part
    placed = [part for part in parts if part is not None and is_placed(part)]
    if len(placed) < len(parts):
        # "Controls the town" without "all" leaves room for another's north.
        bare = not all(said.is_whole or is_placed(said.claim.where.part) for said in (one, other))
        return not (placed and bare)
    return _overlap(place, *placed) >= _SAME_GROUND


def _overlap(place: Place, one: Part, other: Part) -> float:
    if one == other:
        return 1.0
    grid = grid_of(outline_of(place).geometry)
    cells = [membership(grid, part) >= 0.5 for part in (one, other)]
    larger = max(float(grid.weights[each].sum()) for each in cells)
    return float(grid.weights[cells[0] & cells[1]].sum()) / larger if larger else 0.0


def _stretches(
    place_id: str, actors: tuple[str, str], found: list[tuple[Said, Said, Span]]
) -> Iterable[Contradiction]:
    """Yield one contradiction for each stretch of days in which the pairs hang together."""
    stretches: list[tuple[Span, list[tuple[Said, Said, Span]]]] = []
    for pair in sorted(found, key=lambda three: (three[2].start, three[2].end)):
        span = pair[2]
        if stretches and span.start < stretches[-1][0].end:
            before, pairs = stretches.pop()
            stretches.append((Span(before.start, max(before.end, span.end)), [*pairs, pair]))
        else:
            stretches.append((span, [pair]))
    for span, pairs in stretches:
        one = ids_of(first.claim for first, _, _ in pairs)
        other = ids_of(second.claim for _, second, _ in pairs)
        yield contradiction(
            ContradictionKind.HOLDER,
            "|".join(actors),
            place_id,
            span.days,
            (Side(claim_ids=one, said=actors[0]), Side(claim_ids=other, said=actors[1])),
        )


def _gone(place_id: str, told: Told) -> Iterable[Contradiction]:
    """Yield where one origin says that an actor left and another that it holds on."""
    for gone in (one for one in told.said if _left_all(one)):
        holding = [
            one
            for one in told.said
            # Held on a day by which, says the other, it had surely left.
            if one.holds and one.earliest >= gone.latest and _meet(one, gone, told)
        ]
        if holding:
            yield _against(place_id, gone, "left", holding)


def _left_all(one: Said) -> bool:
    # "Lost ground" names no share: only who is said to have left all of it holds nothing.
    share = one.claim.share
    left = one.claim.relation is Relation.WITHDREW_FROM and not is_placed(one.claim.where.part)
    return left and share is not None and share.low >= WHOLE


def _denied(place_id: str, told: Told) -> Iterable[Contradiction]:
    """Yield where one origin says what another denies."""
    for no in told.denied:
        relation = no.claim.relation
        # Whoever is nowhere in a place holds none of it either.
        present = relation is Relation.PRESENT
        same = HOLDING if relation in HOLDING else frozenset({relation})
        same |= HOLDING if present else frozenset()
        everywhere = present and not is_placed(no.claim.where.part)
        holding = [
            one
            for one in told.said
            if one.claim.relation in same
            and (everywhere or one.claim.where.part == no.claim.where.part)
            and _meet(one, no, told)
        ]
        if holding:
            yield _against(place_id, no, "no", holding)


def _meet(one: Said, other: Said, told: Told) -> bool:
    apart = told_apart(one.claim, other.claim)
    return one.actor == other.actor and apart and meeting(one, other, told.said) is not None


def _against(place_id: str, no: Said, word: str, yes: Sequence[Said]) -> Contradiction:
    return contradiction(
        ContradictionKind.HOLDER,
        no.actor,
        place_id,
        (max(one.day for one in (no, *yes)), None),
        (
            Side(claim_ids=(no.claim.claim_id,), said=word),
            Side(claim_ids=ids_of(one.claim for one in yes), said=str(yes[0].claim.relation)),
        ),
    )
