"""
Plain words in a row that the parser has lost: "the army retook Madani", "Bakhmut fell to Russia".

The model takes a rare verb for a noun now and then. Where an armed actor, an unmistakable verb
and a place stand side by side, the order of the words alone says who took what.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.control.found import Found, Ground
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles
    from geo.reading.control.words import Frame

_AND = re.compile(r" and (?:(?:the|its|their|allied|pro-\w+|local) )*")
_LEAD = frozenset({"the", "town", "city", "village", "of", "strategic", "key", "to", "by"})


def flat_statements(roles: Roles, used: frozenset[int]) -> Iterator[Found]:
    """Yield what rows of words say whose verb no other reading has used."""
    words = control_words()
    for token in roles.sentence.span:
        lemma = words.flat.get(token.lower_)
        if lemma is None or token.i in used or token.i == roles.sentence.span.start:
            continue
        frame = next(f for f in words.verbs[lemma] if not f.particles and not f.nouns)
        left, right = token.nbor(-1), _behind(token)
        if right is None or (lemma == "fall") != (token.nbor(1).lower_ == "to"):
            continue
        pair = (right, left) if lemma == "fall" else (left, right)
        if (found := _statement(roles, token, frame, *pair)) is not None:
            yield found


def _behind(token: Token) -> Token | None:
    """Return the first word behind a verb that may be a name."""
    for after in token.doc[token.i + 1 : min(token.i + 6, token.sent.end)]:
        if after.lower_ not in _LEAD:
            return after
    return None


def _statement(roles: Roles, verb: Token, frame: Frame, who: Token, where: Token) -> Found | None:
    actor, place = _armed(roles, who), roles.place_at(where)
    if actor is None or place is None or actor.quote.start == place.quote.start:
        return None
    ground = roles.sentence.tokens_between(place.quote.start, place.quote.end)[-1]
    hidden = frozenset(m.quote.start for m in roles.places if m is not place)
    start = min(actor.quote.start, place.quote.start)
    end = max(actor.quote.end, place.quote.end)
    return Found(
        roles.sentence,
        frame,
        verb,
        _joined(roles, actor),
        (),
        start,
        end,
        Ground(ground, ground, "place"),
        hidden,
        words=(verb.i,),
    )


def _joined(roles: Roles, actor: ActorMention) -> tuple[ActorMention, ...]:
    """Return an actor with the one joined to it: "regime forces and allied militia retook"."""
    before = [a for a in roles.actors if a.armed and a.quote.end < actor.quote.start]
    if not before:
        return (actor,)
    gap = roles.sentence.raw[
        before[-1].quote.end - roles.sentence.start : actor.quote.start - roles.sentence.start
    ]
    return (before[-1], actor) if _AND.fullmatch(gap) else (actor,)


def _armed(roles: Roles, token: Token) -> ActorMention | None:
    actor = roles.actor_at(token) or roles.sides.country(roles.sentence, token)
    return actor if actor is not None and actor.armed else None
