"""Forces that are named by where they are: "the fighters inside the camp"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.codes import Aspect, Relation
from geo.reading.actors.forces import IRREGULAR, NEUTRAL, STATE
from geo.reading.control.arguments import governed, pruned
from geo.reading.control.found import Found, Ground
from geo.reading.control.spans import noun_span, other_mentions
from geo.reading.control.words import Frame, control_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles

_INSIDE = frozenset({"in", "inside", "within"})
# Those who are somewhere by being named there: fighters, not governments or single officers.
_GROUPS = frozenset({"group", "groups", "faction", "factions"})
_THERE = (IRREGULAR | NEUTRAL | STATE | _GROUPS) - control_words().around["not_there"]
# "Offered the rebels in Goma aid": the parser takes the place for the verb's.
_IN = re.compile(r"\s+in\s+(?:the\s+)?")
_ON_THE_GROUND = re.compile(r"\s+(?:on\s+the\s+ground\s+)?(?:inside|within)\s+(?:the\s+)?")
LOCATED = "control.forces_in"
_LOCATED = Frame(
    LOCATED,
    Relation.PRESENT,
    frozenset(),
    tuple(sorted(_INSIDE)),
    Aspect.STATE,
    0.6,  # said in passing, of a force and not of the ground
)


def located_forces(roles: Roles) -> Iterator[Found]:
    """Yield forces that are named by where they are: "the fighters inside the camp"."""
    for token in roles.sentence.span:
        if token.lower_ not in _THERE or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        actor = roles.actor_at(token)
        bound = _inside(roles, token) or _beside(roles, token, actor)
        if actor is None or not actor.armed or bound is None or _is_counted(token):
            continue
        actors, last = _named_as(roles, token, actor)
        tokens = [token, *pruned(bound.top), *last]
        start, end = noun_span(roles, tokens, (actor,))
        yield Found(
            roles.sentence,
            _LOCATED,
            token,
            actors,
            (),
            start,
            end,
            bound,
            other_mentions(roles, bound),
        )


def _inside(roles: Roles, token: Token) -> Ground | None:
    holders = [token, *(c for c in token.children if c.dep_ == "prep")]
    holders += [n for c in token.children if c.lower_ == "on" for n in governed(c)]
    for holder in holders:
        for child in holder.children:
            if child.lower_ in _INSIDE and child.i > token.i:
                for noun in governed(child):
                    ground = roles.ground(noun)
                    if ground is not None and ground.kind == "place":
                        return ground
    return None


def _beside(roles: Roles, token: Token, actor: ActorMention | None) -> Ground | None:
    """Read "fighters on the ground inside the town" where the parser takes it for the verb's."""
    if actor is None:
        return None
    text, at = roles.sentence.span.text, roles.sentence.start
    between = _IN if _is_given(token) else _ON_THE_GROUND
    for mention in roles.places:
        gap = text[actor.quote.end - at : mention.quote.start - at]
        if mention.quote.start >= actor.quote.end and between.fullmatch(gap):
            tokens = roles.sentence.tokens_between(mention.quote.start, mention.quote.end)
            return Ground(tokens[-1], tokens[-1], "place") if tokens else None
    return None


def _is_given(token: Token) -> bool:
    """Whether known forces are offered or sent something: "offered the rebels in Goma aid"."""
    definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
    return definite and token.head.lemma_ in control_words().around["helping"]


def _is_counted(token: Token) -> bool:
    """Whether a phrase counts forces or names those at a table: "most of the factions"."""
    if any(child.dep_ == "nummod" for child in token.children):
        return True  # "two militants in Gao were shot": people, not a force that stands there
    while token.dep_ == "conj":
        token = token.head  # "clashes between the army and rebels in": where they clash
    if token.dep_ != "pobj" or token.head.lower_ not in {"of", "among", "between", "with"}:
        return False
    above = token.head.head
    gathering = control_words().around["gathering"]
    return above.pos_ in {"ADJ", "NUM", "PRON", "DET"} or above.lemma_.lower() in gathering | {
        "most", "many", "some", "majority", "all", "number",
    }  # fmt: skip


def _named_as(
    roles: Roles, token: Token, actor: ActorMention
) -> tuple[tuple[ActorMention, ...], list[Token]]:
    """Read "the main faction there is X", "the forces inside include X"."""
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in {"be", "include", "comprise"}:
        named = [c for c in verb.children if c.dep_ in {"attr", "dobj"}]
        others = roles.armed(named)
        if others:
            kept = () if actor.actor.startswith("text:") or verb.lemma_ == "be" else (actor,)
            return (*kept, *others), [verb, *(t for n in named for t in pruned(n))]
    return (actor,), []
