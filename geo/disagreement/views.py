"""The ground as each origin alone tells it, taken at its word (spatial language, section 7.3)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.codes import UNDRAWN, ClaimantType, Interest, Relation
from geo.history import zones_of
from geo.weight import weight_of

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


_PARTIES = frozenset({ClaimantType.BELLIGERENT, ClaimantType.ALLY})


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
    own = {claim.claim_id: claim for claim in claims if claim.source.origin == origin}
    told = [_at_its_word(claim) for claim in own.values()]
    zones, _ = zones_of(told, place_of, table=table, at_its_word=True)
    weights = {one: weight_of(claim, corroborated=True) for one, claim in own.items()}
    # Drawn as it says, and no surer than it was.
    return tuple(
        replace(
            zone,
            confidence=min(zone.confidence, max(weights[one] for one in zone.claim_ids)),
        )
        if zone.claim_ids
        else zone
        for zone in zones
    )


def _at_its_word(claim: ControlClaim) -> ControlClaim:
    """
    Return a claim as if a witness had made it.

    A party's word about itself weighs less than an even chance, so that no share of a place
    would ever be drawn for it, not even in its own view.
    """
    if claim.source.claimant_type not in _PARTIES and claim.interest is not Interest.SELF_SERVING:
        return claim
    witness = replace(claim.source, claimant_type=ClaimantType.MONITOR, party=None)
    return replace(claim, source=witness, interest=Interest.THIRD_PARTY)
