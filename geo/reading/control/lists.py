"""Grounds in a list, each with its own quantity: "controls Bahri and most of Omdurman"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.control.arguments import objects, patients
from geo.reading.control.roles import is_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.control.roles import Found, Ground, Roles

_BESIDE = frozenset({"conj", "cc", "punct", "relcl", "acl", "advcl", "appos", "npadvmod"})


def apart(roles: Roles, found: Found) -> Iterator[Found]:
    """
    Yield a statement once for each ground of its list.

    A list of bare names stays one statement, whose places are found together; a quantity or
    a part said of one of them must not be taken for the others'.
    """
    grounds = _listed(roles, found)
    named = [one for one in grounds if _mentions(roles, one)]
    if len(named) < 2 or not any(_is_special(one) for one in named):
        yield found
        return
    for ground in named:
        own = _mentions(roles, ground)
        hidden = frozenset(m.quote.start for m in roles.places if m.quote.start not in own)
        yield replace(found, ground=ground, hidden=hidden, own=_span(roles, ground))


def _listed(roles: Roles, found: Found) -> list[Ground]:
    if found.frame.ground != ("object",) or found.token.pos_ != "VERB":
        return []
    tokens: list[Token] = []
    for one in patients(found.token):
        tokens += [one, *one.conjuncts]
    # A quantity behind a comma is an adverb to the parser.
    if objects(found.token):
        loose = (c for c in found.token.children if c.dep_ == "npadvmod")
        tokens += [c for c in loose if c.i > tokens[-1].i and is_quantity(c)]
    for one in tuple(tokens):
        if is_quantity(one):  # "most of Omdurman and the east of Bahri": hangs on Omdurman
            below = [n for c in one.children if c.dep_ == "prep" for n in c.children]
            tokens += [k for n in below for k in n.conjuncts if is_quantity(k) or _has_of(k)]
    grounds = [roles.ground(one) for one in sorted(set(tokens), key=lambda t: t.i)]
    return [one for one in grounds if one is not None and one.kind != "it"]


def _has_of(token: Token) -> bool:
    return any(c.lower_ in {"of", "in"} for c in token.children)


def _is_special(ground: Ground) -> bool:
    """Whether a ground is more than a bare name."""
    return ground.kind != "place" or ground.top != ground.head or _has_of(ground.top)


def _phrase(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _BESIDE:
            yield from _phrase(child)


def _mentions(roles: Roles, ground: Ground) -> frozenset[int]:
    inside = {roles.sentence.offset_of(token) for token in _phrase(ground.top)}
    return frozenset(
        m.quote.start
        for m in roles.places
        if any(m.quote.start <= at < m.quote.end for at in inside)
    )


def _span(roles: Roles, ground: Ground) -> tuple[int, int]:
    tokens = sorted(_phrase(ground.top), key=lambda t: t.i)
    return roles.sentence.offset_of(tokens[0]), roles.sentence.end_of(tokens[-1])
