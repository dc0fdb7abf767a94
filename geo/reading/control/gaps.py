"""A second side whose verb is left out: "the army holds the north and the rebels the south"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.codes import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.found import Found, Ground
    from geo.reading.control.roles import Roles

_HOLD = frozenset({Relation.CONTROLS, Relation.SEIZED, Relation.PRESENT, Relation.WITHDREW_FROM})
_JOINTS = frozenset({"and", "but", "while", ",", ";"})
_BEFORE_GROUND = frozenset({"of", "in", "the", "from"})


def with_sides_apart(roles: Roles, found: Sequence[Found]) -> list[Found]:
    """Return statements and those that share their verbs, each with its own ground alone."""
    others = [list(_without_verb(roles, one)) for one in found]
    taken = {(o.token.i, o.ground.head.i) for some in others for o in some if o.ground}
    said: list[Found] = []
    for one, own in zip(found, others, strict=True):
        if one.ground is not None and (one.token.i, one.ground.head.i) in taken:
            continue  # the parser has joined the ground of the second side to that of the first
        first = min((other.start for other in own), default=roles.sentence.end)
        theirs = {m.quote.start for m in roles.places if m.quote.start >= first}
        said += [replace(one, hidden=one.hidden | theirs) if own else one, *own]
    return said


def _without_verb(roles: Roles, found: Found) -> Iterator[Found]:
    """Yield the statements that share a verb with one and do not repeat it."""
    if found.ground is None or found.frame.relation not in _HOLD or not found.actors:
        return
    last = max(found.ground.head, found.ground.top, key=lambda t: t.i)
    known = {actor.quote.start for actor in found.actors}
    for actor in roles.actors:
        if not actor.armed or actor.quote.start in known or actor.anaphoric:
            continue
        if actor.quote.start < roles.sentence.offset_of(last):
            continue
        ground = _ground_behind(roles, actor)
        if ground is not None and _is_joined(roles, actor):
            yield _said_of(roles, found, actor, ground)


def _is_joined(roles: Roles, actor: ActorMention) -> bool:
    """Whether a joint stands before an actor who is no verb's subject."""
    tokens = roles.sentence.tokens_between(actor.quote.start, actor.quote.end)
    if not tokens or any(t.dep_ in {"nsubj", "nsubjpass"} for t in tokens):
        return False
    first = tokens[0].i - 1
    while first > roles.sentence.span.start and tokens[0].doc[first].pos_ == "DET":
        first -= 1
    return tokens[0].doc[first].lower_ in _JOINTS


def _ground_behind(roles: Roles, actor: ActorMention) -> Ground | None:
    """Return the ground right behind an actor: "the rebels of the south"."""
    after = roles.sentence.tokens_between(actor.quote.end, roles.sentence.end)
    at = 0
    while at < min(len(after), 3) and after[at].lower_ in _BEFORE_GROUND:
        at += 1
    if not at or at == len(after):
        return None
    noun: Token = after[at]
    while noun.dep_ in {"compound", "amod"} and noun.i < noun.head.i:
        noun = noun.head
    return roles.ground(noun)


def _said_of(roles: Roles, found: Found, actor: ActorMention, ground: Ground) -> Found:
    sentence = roles.sentence
    end = sentence.end_of(max(ground.head, ground.top, key=lambda t: t.i))
    start = sentence.offset_of(ground.top.left_edge)
    below = [m for m in roles.mentions_below(ground.top) if m.quote.start >= start]
    end = max([end, *(m.quote.end for m in below)])
    own = {m.quote.start for m in below}
    if not own and found.ground is not None:  # a part of the town that the verb named
        named = roles.mentions_below(found.ground.top)
        own = {m.quote.start for m in named if m.quote.start < actor.quote.start}
    hidden = frozenset(m.quote.start for m in roles.places if m.quote.start not in own)
    return replace(
        found,
        actors=(actor,),
        against=(),
        ground=ground,
        start=actor.quote.start,
        end=end,
        hidden=hidden,
        own=(max(start, actor.quote.end), end),
    )
