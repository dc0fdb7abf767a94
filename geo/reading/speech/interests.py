"""Whose side a speaker is on, and whether a statement serves it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.codes import ClaimantType, Interest
from geo.reading.speech.words import pairs_of

if TYPE_CHECKING:
    from geo.actors import Actor, ActorTable
    from geo.claims import Source

_THIRD_PARTIES = frozenset(
    {
        ClaimantType.MONITOR,
        ClaimantType.UN_OR_NGO,
        ClaimantType.RESIDENT,
        ClaimantType.MEDIA,
        ClaimantType.OUTLET,
    }
)
# Who may stand with a side that is not his own; a monitor or a resident is taken at his word.
_PARTISANS = frozenset({ClaimantType.BELLIGERENT, ClaimantType.OFFICIAL, ClaimantType.MEDIA})


def as_ally(source: Source, doer: str, table: ActorTable) -> Source:
    """
    Return a source as an ally, if it only stands with one side of what it tells.

    A state that backs a side, a militia beside it, or media that belong to it, when they tell
    of that side's deeds or of its enemy's. Whoever tells of his own is a belligerent or an
    official, and so is he who fights the enemy himself.

    Parameters
    ----------
    source
        Who says it.
    doer
        Id of the actor the statement is about.
    table
        Who the actors are.
    """
    party = source.party
    if party is None or not doer or source.claimant_type not in _PARTISANS:
        return source
    if source.claimant_type is ClaimantType.MEDIA:
        stands = _one_side(party, doer, table) or _enemies(party, doer, table)
    else:
        own = table.is_within(party, doer) or table.is_within(doer, party)
        stands = not own and _one_side(party, doer, table)
    if stands or _fights_an_ally(party, doer, table):
        return replace(source, claimant_type=ClaimantType.ALLY)
    return source


def interest_of(
    source: Source, beneficiary: str, table: ActorTable, *, loses: bool = False
) -> Interest:
    """
    Say whether a statement serves the one who makes it.

    Parameters
    ----------
    source
        Who says it.
    beneficiary
        Id of the actor the statement is about.
    table
        Who the actors are.
    loses
        The actor loses by what is said, as when it has withdrawn.
    """
    if source.party is not None:
        if _one_side(source.party, beneficiary, table):
            return Interest.AGAINST_INTEREST if loses else Interest.SELF_SERVING
        if source.claimant_type not in _THIRD_PARTIES:
            # A rival's gain is admitted against interest; of a rival's loss one never knows.
            rivals = table.get(source.party).kind.armed and table.get(beneficiary).kind.armed
            opposed = _enemies(source.party, beneficiary, table) or _fights_an_ally(
                source.party, beneficiary, table
            )
            admits = rivals and not loses and opposed
            return Interest.AGAINST_INTEREST if admits else Interest.UNKNOWN
    return Interest.THIRD_PARTY if source.claimant_type in _THIRD_PARTIES else Interest.UNKNOWN


def _one_side(one: str, other: str, table: ActorTable) -> bool:
    sides = frozenset((table.get(one).side, table.get(other).side))
    return len(sides) == 1 or sides in _sides("allied", table)


@lru_cache(maxsize=8)  # every claim of a party asks for it
def _sides(part: str, table: ActorTable) -> frozenset[frozenset[str]]:
    """Return the pairs of sides of the actors that a part of the words lists."""
    pairs = (frozenset(table.get(one).side for one in pair) for pair in pairs_of(part))
    return frozenset(pair for pair in pairs if len(pair) > 1)


def _enemies(one: str, other: str, table: ActorTable) -> bool:
    """Whether they are known enemies, or a government and an armed group of its country."""
    first, second = table.get(one), table.get(other)
    if frozenset((first.side, second.side)) in _sides("at_war", table):
        return True
    kinds = {first.kind, second.kind}
    return ActorKind.STATE_FORCES in kinds and len(kinds) > 1 and _share_a_country(first, second)


@lru_cache(maxsize=1024)  # every claim of a party asks for it
def _fights_an_ally(party: str, other: str, table: ActorTable) -> bool:
    """
    Whether an actor is the enemy of somebody whom a party from abroad fights beside.

    Whoever is of the same country may be in the fight himself: that is no ally's word.
    """
    stranger = table.get(party)
    if _share_a_country(stranger, table.get(other)) or _enemies(party, other, table):
        return False
    return any(
        _enemies(friend, other, table)
        for pair in pairs_of("allied")
        if stranger.side in (sides := [table.get(one).side for one in pair])
        for friend, side in zip(pair, sides, strict=True)
        if side != stranger.side
    )


def _share_a_country(one: Actor, other: Actor) -> bool:
    return bool(set(one.country) & set(other.country))
