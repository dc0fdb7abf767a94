"""Whether a verb with its roles speaks of those who fight, and not of anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.actors.forces import IRREGULAR, NEUTRAL, STATE
from geo.reading.control.arguments import agents, governed, is_passive, objects, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles
    from geo.reading.control.spans import Core
    from geo.reading.control.words import Frame

_LEFT_IN = frozenset({"hands", "ruins", "chaos"})
_FORCES = STATE | IRREGULAR | NEUTRAL | {"men", "units", "personnel"}


def makes_sense(
    roles: Roles,
    core: Core,
    actors: tuple[ActorMention, ...],
    against: tuple[ActorMention, ...],
) -> bool:
    """Whether the clause is about those who fight, and not about anything else."""
    verb, frame = core.verb, core.frame
    if not actors:
        # "Lost it to the rebels", whoever lost it; "the town was captured", by whomever.
        told = (frame.gained and against) or (frame.actor == "subject" and not agents(verb))
        if not told or not _is_placed(roles, core):
            return False
    if any(n.lower_ in _LEFT_IN for p in prepositions(verb, {"in"}) for n in governed(p)):
        return False  # "leaving the town in its hands"
    if frame.near and not roles.mentions_below(verb):
        return False
    if frame.moves and not is_passive(verb) and not _moves_forces(roles, verb):
        return False
    if frame.opposed and not against:
        free = not objects(verb) and frame.is_free and "between" not in frame.opponent
        return free and _places(roles, verb) and not _meets_civilians(roles, verb, frame)
    return True


def _is_placed(roles: Roles, core: Core) -> bool:
    """Whether what was taken by nobody is a place: "the suspect was captured" is no news."""
    return core.ground is not None and roles.place_at(core.ground.head) is not None


def _meets_civilians(roles: Roles, verb: Token, frame: Frame) -> bool:
    """Whether the other side is known and bears no arms: "police clashed with protesters"."""
    others = [n for p in prepositions(verb, frame.opponent) for n in governed(p)]
    return any((a := roles.actor_at(n)) is not None and not a.armed for n in others)


def _moves_forces(roles: Roles, verb: Token) -> bool:
    """Whether what is withdrawn, if anything, are forces: not a motion, an offer, a trigger."""
    return all(one.lower_ in _FORCES or roles.armed([one]) for one in objects(verb))


def _places(roles: Roles, verb: Token) -> bool:
    inside = {roles.sentence.offset_of(one) for one in verb.subtree}
    return any(m.quote.start in inside for m in roles.places)
