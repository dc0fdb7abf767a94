"""
How much a claim weighs, and how it may be drawn (spatial language, section 3.4).

The scale is the Admiralty's: a letter for the kind of source, a number for the statement.
F and 6 mean that it cannot be judged, not that it is worst.
"""

from __future__ import annotations

import re
from enum import StrEnum
from math import prod
from typing import TYPE_CHECKING

from geo.claims import ControlClaim
from geo.codes import Assertion, ClaimantType, Interest, Relation, Tense

if TYPE_CHECKING:
    from geo.claims import Claim

# From here on a claim draws borders and supersedes older ones.
CREDIBLE = 0.35
# Below this it is not even weak evidence.
NEGLIGIBLE = 0.1

# Values of the letters, section 3.4: A .95, B .80, C .65, D .40, E .15, F .50. Who starts
# where: monitors and agencies B, outlets C, the UN between them, witnesses C, officials C
# about others, parties D, unnamed "reports" F.
_SOURCE = {
    ClaimantType.MONITOR: 0.80,
    ClaimantType.MEDIA: 0.80,
    ClaimantType.UN_OR_NGO: 0.72,
    ClaimantType.OUTLET: 0.65,
    ClaimantType.RESIDENT: 0.65,
    ClaimantType.OFFICIAL: 0.65,
    ClaimantType.ALLY: 0.40,
    ClaimantType.BELLIGERENT: 0.40,
    ClaimantType.UNATTRIBUTED: 0.50,
}
_PARTIES = (ClaimantType.BELLIGERENT, ClaimantType.ALLY, ClaimantType.OFFICIAL)
_PARTY = 0.40  # letter D: whoever speaks about his own side
_UNKNOWN_SIDE = 0.50  # letter F: cannot be judged

# Numbers: 1 confirmed by an independent origin, 2 probably true, 6 cannot be judged.
_CONFIRMED, _PROBABLE, _UNJUDGED = 1.0, 0.85, 0.60

_STANCE = {
    Assertion.ASSERTED: 1.0,
    Assertion.ATTRIBUTED: 0.9,
    Assertion.HEDGED: 0.9,  # its hedges take off more
}
_OWN_GAIN, _OWN_LOSS = 0.4, 1.1
_POSSIBLE = 0.2
# Words a speaker weakens a statement with. "largely" and "nearly" are shares, not doubts.
_HEDGES = {
    "possibl|might|may|could|perhaps|potential": _POSSIBLE,
    # .6 in section 3.4; at .6 what an outlet takes for granted would just miss CREDIBLE.
    "presuppos": 0.65,
    "appear|seem|believ|thought|likely|probabl|suspect|presum|rumou?r|unconfirmed": 0.7,
    "key points|some": 0.7,
    "apparent|report|alleg|purport|claim": 0.8,
}


class Drawing(StrEnum):
    """What may be drawn of a claim."""

    CURRENT = "current"
    CLAIMED = "claimed"  # a party's own gain that nobody else confirms: its own layer
    HISTORIC = "historic"  # at its own dates
    ENDED = "ended"  # says that something is over
    WEAK = "weak"  # evidence, but no border
    NO = "no"


def weight_of(claim: Claim, *, corroborated: bool = False) -> float:
    """
    Return how much a claim weighs, 0 to 1.

    Parameters
    ----------
    claim
        Of any kind.
    corroborated
        Whether an independent origin says the same.
    """
    stance = _STANCE.get(claim.assertion, 0.0)
    if stance == 0.0:
        return 0.0
    self_serving = claim.interest is Interest.SELF_SERVING
    if self_serving and not corroborated:
        stance = _OWN_GAIN
    elif claim.interest is Interest.AGAINST_INTEREST:
        stance = _OWN_LOSS
    weight = _letter(claim) * _number(claim, corroborated=corroborated) * stance * _hedging(claim)
    return min(1.0, weight)


def drawing_of(claim: Claim, *, corroborated: bool = False) -> Drawing:
    """
    Say what may be drawn of a claim, judged by itself.

    That newer claims supersede it is worked out in `geo.history`.

    Parameters
    ----------
    claim
        Of any kind.
    corroborated
        Whether an independent origin says the same.
    """
    weight = weight_of(claim, corroborated=corroborated)
    control = claim if isinstance(claim, ControlClaim) else None
    if weight < NEGLIGIBLE or (control and control.relation is Relation.INFLUENCE):
        return Drawing.NO
    if claim.where.place_id is None or (control and control.negated):
        return Drawing.WEAK
    if claim.interest is Interest.SELF_SERVING and not corroborated:
        return Drawing.CLAIMED
    if weight < CREDIBLE:
        return Drawing.WEAK
    if control and is_ended(control):
        return Drawing.ENDED
    return Drawing.HISTORIC if control and control.tense is Tense.PAST else Drawing.CURRENT


def is_ended(claim: ControlClaim) -> bool:
    """Say whether a claim tells that fighting or a siege is over by the day it speaks of."""
    when = claim.when
    lasting = claim.relation in {Relation.CONTESTS, Relation.BESIEGES}
    if not lasting or claim.negated or when.end is None or when.as_of is None:
        return False
    return when.start is not None and when.start < when.end <= when.as_of


def _letter(claim: Claim) -> float:
    kind = claim.source.claimant_type
    if kind not in _PARTIES or claim.interest is Interest.THIRD_PARTY:
        return _SOURCE[kind]
    return _of_others(claim) if claim.interest is Interest.UNKNOWN else _PARTY


def _of_others(claim: Claim) -> float:
    """
    Return the letter of an official or a party who does not speak of his own side.

    D is for those who speak of themselves. An official whose side is not said cannot be
    judged; one of another state is a third party, unless he tells of a loss, which may be
    his enemy's.
    """
    party = claim.source.party
    if claim.source.claimant_type is not ClaimantType.OFFICIAL:
        return _PARTY
    if party is None:
        return _UNKNOWN_SIDE
    lost = isinstance(claim, ControlClaim) and claim.relation is Relation.WITHDREW_FROM
    return _PARTY if lost else _SOURCE[ClaimantType.OFFICIAL]


def _number(claim: Claim, *, corroborated: bool) -> float:
    if corroborated:
        return _CONFIRMED
    unjudged = claim.source.claimant_type is ClaimantType.UNATTRIBUTED
    return _UNJUDGED if unjudged else _PROBABLE


def _hedging(claim: Claim) -> float:
    """Multiply the doubts; a hedge without words we know means "possible"."""
    hedges = claim.hedges
    if claim.interest is Interest.SELF_SERVING:
        # Nobody confirms a party's own gain: its weight says so already.
        hedges = tuple(hedge for hedge in hedges if hedge != "unconfirmed")
        if claim.hedges and not hedges:
            return 1.0
    words = " ".join(hedges).lower()
    found = [value for doubt, value in _HEDGES.items() if re.search(rf"\b(?:{doubt})", words)]
    if not found and claim.assertion is Assertion.HEDGED:
        return _POSSIBLE
    return prod(found)
