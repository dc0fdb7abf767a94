"""The ground as each origin alone tells it, taken at its word (spatial language, section 7.3)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geo.codes import UNDRAWN, Relation
from geo.history import zones_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazetteer.place import Place
    from geo.actors import ActorTable
    from geo.claims import ControlClaim
    from geo.features import Zone

# Whoever tells only of fighting or influence has no view of who holds what.
_OF_GROUND = frozenset(
    {
        Relation.CONTROLS,
        Relation.SEIZED,
        Relation.CONFINED_TO,
        Relation.PRESENT,
        Relation.BESIEGES,
        Relation.STATIONED_OUTSIDE,
    }
)


def origins_of(claims: Iterable[ControlClaim]) -> tuple[str, ...]:
    """Return the origins that tell who is where, the one that tells most first."""
    counts = Counter(
        claim.source.origin
        for claim in claims
        if claim.relation in _OF_GROUND
        and claim.where.place_id is not None
        and claim.assertion not in UNDRAWN
        and not claim.negated
    )
    return tuple(sorted(counts, key=lambda origin: (-counts[origin], origin)))


def according_to(
    origin: str,
    claims: Sequence[ControlClaim],
    place_of: Callable[[str], Place],
    *,
    table: ActorTable | None = None,
) -> tuple[Zone, ...]:
    """
    Draw the ground as one origin tells it.

    A party is taken at its word here: its own view is what it says, confirmed or not.

    Parameters
    ----------
    origin
        The first speaker or wire, as in ``claim.source.origin``.
    claims
        Those of every origin.
    place_of
        Gives the place of an id; raises UnknownPlaceError for one it does not know.
    table
        Who the actors are.

    Returns
    -------
    zones
        As `geo.history.zones_of` gives them; none if the origin tells nothing of ground.
    """
    own = [claim for claim in claims if claim.source.origin == origin]
    zones, _ = zones_of(own, place_of, table=table, at_its_word=True)
    return zones
