"""All contradictions of a set of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.errors import UnknownPlaceError
from geo.agreement import compatible, happenings
from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.codes import UNDRAWN
from geo.disagreement import days, figures
from geo.disagreement.distances import distances
from geo.disagreement.holders import holders
from geo.disagreement.shares import shares
from geo.disagreement.timed import timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazetteer.place import Place
    from geo.actors import ActorTable
    from geo.claims import Claim
    from geo.disagreement.record import Contradiction


def contradictions_of(
    claims: Sequence[Claim], place_of: Callable[[str], Place], table: ActorTable
) -> tuple[Contradiction, ...]:
    """
    Return what claims of different origins contradict each other about.

    Parameters
    ----------
    claims
        Of any kind and in any order; the result does not depend on it.
    place_of
        Gives the place of an id; raises UnknownPlaceError for one it does not know.
    table
        Who the actors are, and on whose side.

    Returns
    -------
    contradictions
        By kind, place and day, each with the claims of both sides. What is known to be
        later is news and no contradiction; nor is what one origin says twice.
    """
    ordered = sorted(claims, key=lambda claim: claim.claim_id)
    control = [claim for claim in ordered if isinstance(claim, ControlClaim)]
    happened = [claim for claim in ordered if isinstance(claim, IncidentClaim) and _is_told(claim)]
    tolls = [claim for claim in ordered if isinstance(claim, TollClaim)]
    merged = happenings(happened, table)

    def alike(one: IncidentClaim, other: IncidentClaim) -> bool:
        return compatible(one, other, table)

    found = [
        *_of_ground(control, place_of, table),
        *figures.running_totals(tolls),
        *figures.of_events(merged, alike),
        *days.of_events(happened, alike),
        *distances(merged),
    ]
    once = {one.contradiction_id: one for one in found}
    return tuple(sorted(once.values(), key=_order))


def _of_ground(
    claims: Sequence[ControlClaim], place_of: Callable[[str], Place], table: ActorTable
) -> Iterable[Contradiction]:
    for place_id, told in timed(claims, table).items():
        try:
            place = place_of(place_id)
        except UnknownPlaceError:
            continue  # its claims are listed as not used, with the reason
        yield from holders(place, told, table)
        yield from shares(place_id, told.said)
        yield from days.of_sieges(place_id, told.said)


def _is_told(claim: Claim) -> bool:
    return claim.where.place_id is not None and claim.assertion not in UNDRAWN


def _order(one: Contradiction) -> tuple[str, str, str, str]:
    day = one.date_start.isoformat() if one.date_start else ""
    return one.kind, one.place_id, day, one.contradiction_id
