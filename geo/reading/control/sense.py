"""Whether a verb with its roles speaks of those who fight, and not of anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.actors.forces import IRREGULAR, NEUTRAL, STATE
from geo.reading.control.arguments import (
    agents,
    governed,
    is_passive,
    objects,
    prepositions,
    subjects,
)
from geo.reading.control.measures import is_quantity
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles
    from geo.reading.control.spans import Core
    from geo.reading.control.words import Frame

_LEFT_IN = frozenset({"hands", "ruins", "chaos"})
_FORCES = STATE | IRREGULAR | NEUTRAL | {"men", "units", "personnel"}
_BUILDINGS = control_words().around["buildings"]
_FROM = frozenset({"from", "of", "to", "into"})
_GOING = frozenset({"advance", "enter", "move_in", "withdraw", "leave"})
_BREAKING = frozenset({"break", "burst"})
# Those whose being somewhere is news: a government may be in a town for talks.
_STANDING = _FORCES | control_words().around["bearers"]
# What an object becomes or is kept at: "kept the road open", "ran the town dry".
_COMPLEMENTS = frozenset({"acomp", "oprd", "prt", "ccomp", "xcomp"})


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
        # But not "drove the villagers from the town": it says nothing of who held it.
        handed = frame.gained and against and frame.actor != "object"
        told = handed or (frame.actor == "subject" and not agents(verb))
        if not told or not _is_placed(roles, core):
            return False
    if not _fits_flags(roles, core) or _is_break_in(roles, core):
        return False
    if frame.opposed and not against:
        free = not objects(verb) and frame.is_free and "between" not in frame.opponent
        return free and _places(roles, verb) and not _meets_civilians(roles, verb, frame)
    return True


def _is_break_in(roles: Roles, core: Core) -> bool:
    """Whether a building is entered or left, or a base is broken into: no ground changes hands."""
    ground, rule = core.ground, core.frame.rule.removeprefix("control.")
    if rule == "advance" and not is_passive(core.verb):
        # "Stormed a house in Nairobi": the object is what is entered.
        stormed = (o for o in objects(core.verb) if not roles.armed([o]))
        if any(o.lemma_ in _BUILDINGS or roles.ground(o) is None for o in stormed):
            return not all(o.lower_ in _FORCES for o in objects(core.verb))
    if ground is None or ground.kind != "site" or rule not in _GOING:
        return False
    return core.verb.lemma_ in _BREAKING or ground.head.lemma_ in _BUILDINGS


def _fits_flags(roles: Roles, core: Core) -> bool:
    """Whether what stands around the verb is what its frame asks for."""
    verb, frame = core.verb, core.frame
    if any(n.lower_ in _LEFT_IN for p in prepositions(verb, {"in"}) for n in governed(p)):
        return False  # "leaving the town in its hands"
    near = not frame.near or bool(roles.mentions_below(verb)) or _is_taken_up(roles, core)
    moves = not frame.moves or is_passive(verb) or _moves_forces(roles, verb)
    return near and moves and _fits_object(core) and _fits_words(core)


def _is_taken_up(roles: Roles, core: Core) -> bool:
    """Whether "it" is what the clause before is about: "took Raqqa, but lost it to rebels"."""
    verb = core.verb
    if verb.dep_ != "conj" or core.ground is None or core.ground.kind != "it":
        return False
    return any(roles.place_at(one) is not None for one in objects(verb.head))


def _fits_object(core: Core) -> bool:
    counted = core.ground is not None and is_quantity(core.ground.top)
    return (counted or not core.frame.counted) and (not core.frame.bare or _is_bare(core))


def _fits_words(core: Core) -> bool:
    """Whether the subject and what stands "under" are what the frame asks for."""
    verb, frame = core.verb, core.frame
    if frame.forces and not any(n.lower_ in _STANDING for n in subjects(verb)):
        return False
    if frame.alone and (objects(verb) or is_passive(verb) or prepositions(verb, _FROM)):
        return False
    if frame.forces and core.bound is not None:
        # "Were in control of the north, in Sudan": where is said last is not where they are.
        first = min(prepositions(verb, frame.ground), key=lambda p: p.i)
        if first.i != core.bound.i:
            return False
    if frame.theirs and frame.is_free:
        return any(n.lower_ in control_words().around["rest"] for n in subjects(verb))
    under = (n for p in prepositions(verb, {"under"}) for n in governed(p)) if frame.under else ()
    return not frame.under or any(n.lemma_.lower() in frame.under for n in under)


def _is_bare(core: Core) -> bool:
    """Whether ground of some size is kept, and not kept quiet, under siege or from falling."""
    if core.ground is None or core.ground.kind not in {"place", "part", "area"}:
        return False
    after = (c for c in core.verb.children if c.i > core.verb.i)
    return not any(c.dep_ in _COMPLEMENTS or c.lower_ in {"under", "from"} for c in after)


def _is_placed(roles: Roles, core: Core) -> bool:
    """Whether what was taken by nobody is a place: "the suspect was captured" is no news."""
    return core.ground is not None and roles.place_at(core.ground.head) is not None


def _meets_civilians(roles: Roles, verb: Token, frame: Frame) -> bool:
    """Whether the other side is known and bears no arms: "police clashed with protesters"."""
    others = [n for p in prepositions(verb, frame.opponent) for n in governed(p)]
    return any((a := roles.actor_at(n)) is not None and not a.armed for n in others)


def _moves_forces(roles: Roles, verb: Token) -> bool:
    """Whether what is withdrawn, if anything, are forces: not a motion, an offer, a trigger."""
    moved = objects(verb)
    named = (o for o in moved if o.lower_ in {"men", "personnel"})
    if any(not any(c.dep_ == "poss" for c in one.children) for one in named):
        return False  # "pulled men out of a mosque": not their own
    return all(one.lower_ in _FORCES or roles.armed([one]) for one in moved)


def _places(roles: Roles, verb: Token) -> bool:
    inside = {roles.sentence.offset_of(one) for one in verb.subtree}
    return any(m.quote.start in inside for m in roles.places)
