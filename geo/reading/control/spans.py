"""Which words a predicate takes up with its actor, its ground and its opponent: its quote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reading.control.arguments import governed, objects, pruned, subjects
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.found import Ground
    from geo.reading.control.roles import Roles
    from geo.reading.control.words import Frame

_OWN = frozenset({"aux", "auxpass", "neg", "prt", "acomp"})


def other_mentions(roles: Roles, ground: Ground | None) -> frozenset[int]:
    """Return the mentions that are not in the ground's own phrase."""
    if ground is None:
        return frozenset()
    own = {m.quote.start for m in roles.mentions_below(ground.top)}
    return frozenset({m.quote.start for m in roles.places} - own) if own else frozenset()


def noun_span(
    roles: Roles,
    tokens: Iterable[Token],
    actors: tuple[ActorMention, ...],
    *,
    whole: Iterable[Token] = (),
) -> tuple[int, int]:
    """Return the span of nouns with what hangs on them and of the actors beside them."""
    everything = [t for one in tokens for t in pruned(one) if one.pos_ not in {"VERB", "AUX"}]
    everything += [t for t in tokens if t.pos_ in {"VERB", "AUX"}]
    everything += list(whole)
    everything = [t for t in everything if not t.is_punct and not t.is_space]
    starts = [roles.sentence.offset_of(t) for t in everything]
    ends = [roles.sentence.end_of(t) for t in everything]
    starts += [a.quote.start for a in actors]
    ends += [a.quote.end for a in actors]
    return min(starts), max(ends)


@dataclass(frozen=True, slots=True)
class Core:
    """A verb with the words it needs: its noun ("take control"), its ground, what binds it."""

    verb: Token
    frame: Frame
    noun: Token | None
    ground: Ground | None
    bound: Token | None


def verb_span(roles: Roles, core: Core) -> tuple[int, int]:
    """Return where the predicate with its core arguments begins and ends."""
    verb, bound, ground = core.verb, core.bound, core.ground
    tokens = [verb, *(c for c in verb.children if c.dep_ in _OWN)]
    near = [*subjects(verb, own=True), *objects(verb)]
    near += [
        p for p in verb.children if p.dep_ in {"prep", "agent"} and _carries(roles, p, core.frame)
    ]
    if core.noun is not None:
        near.append(core.noun)
    if bound is not None:
        tokens.append(bound)
        near += governed(bound)
    elif ground is not None:
        near.append(ground.top)
    if verb.dep_ == "acl":
        near.append(verb.head)
    if core.frame.attempt and is_attempt(verb):
        tokens += [verb.head, *(c for c in verb.head.children if c.dep_ in _OWN)]
        near += subjects(verb.head, own=True)
    tokens += [t for one in near for t in pruned(one)]
    words = [t for t in tokens if not t.is_punct] or [verb]
    first, last = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return roles.sentence.offset_of(first), roles.sentence.end_of(last)


def _carries(roles: Roles, preposition: Token, frame: Frame) -> bool:
    """Whether a prepositional phrase names an actor or a place of the predicate."""
    if preposition.lower_ in frame.not_under or any(
        c.dep_ == "pcomp" for c in preposition.children
    ):
        return False
    if preposition.lower_ in {"alongside", "with", "against"} and "free" in frame.ground:
        return True
    if preposition.dep_ == "agent" or roles.within(preposition):
        return True
    return bool(roles.mentions_below(preposition)) or preposition.lower_ in frame.ground


def is_attempt(verb: Token) -> bool:
    """Whether a verb is what somebody tries to do."""
    attempts = control_words().around["attempts"]
    return verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ in attempts
