"""Who is said not to be somewhere: "free of militants", "no longer in the town"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Aspect, Relation
from geo.reading.control.arguments import governed, pruned, subjects
from geo.reading.control.found import Found
from geo.reading.control.spans import noun_span, other_mentions
from geo.reading.control.words import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.found import Ground
    from geo.reading.control.roles import Roles

ABSENT = "control.absent"
_ABSENT = Frame(ABSENT, Relation.PRESENT, frozenset(), ("in",), Aspect.STATE, 0.8)
_FREE = frozenset({"free", "clear", "empty", "rid", "cleared", "emptied", "purged"})
_INSIDE = frozenset({"in", "inside", "within"})
_NAME = 4  # words that a force's name and kind take: "no Lord's Resistance Army fighters"
_NO = frozenset({"not", "n't", "never", "longer"})


def absent_forces(roles: Roles) -> Iterator[Found]:
    """Yield who is said not to be somewhere; `Found` names the ground they are not on."""
    for token in roles.sentence.span:
        if token.lower_ in _FREE:
            yield from _free_of(roles, token)
        elif token.lemma_ == "be" and token.pos_ in {"AUX", "VERB"}:
            yield from _not_in(roles, token)
        elif token.lower_ in {"left", "remaining", "remain"}:
            yield from _none_left(roles, token)


def _free_of(roles: Roles, token: Token) -> Iterator[Found]:
    """Read "the town is free of militants", "has been cleared of militants"."""
    head = token if token.dep_ in {"ROOT", "conj", "ccomp", "relcl", "advcl"} else token.head
    of = [c for c in token.children if c.lower_ in {"of", "from"}]
    if not of or _is_negated(head) or _is_negated(token) or _may_be(head) or _may_be(token):
        return
    actors = roles.armed([noun for one in of for noun in governed(one)])
    for subject in subjects(head) or subjects(token):
        ground = roles.ground(subject)
        if actors and ground is not None and ground.kind in {"place", "area", "part"}:
            yield _found(roles, token, actors, ground, [subject, token, *of])


def _not_in(roles: Roles, verb: Token) -> Iterator[Found]:
    """Read "the rebels are no longer in the town"."""
    if not _is_negated(verb) or any(c.dep_ in {"acomp", "attr"} for c in verb.children):
        return
    actors = roles.armed(subjects(verb))
    for child in verb.children:
        if child.lower_ not in _INSIDE or child.i < verb.i:
            continue
        grounds = (roles.ground(noun) for noun in governed(child))
        for ground in (one for one in grounds if one is not None and one.kind == "place"):
            if actors:
                yield _found(roles, verb, actors, ground, [*subjects(verb), verb, child])


def _none_left(roles: Roles, token: Token) -> Iterator[Found]:
    """Read "there are no rebels left in the town"."""
    noun = token.head
    if token.dep_ not in {"acl", "amod"} or not _has_no(noun):
        return
    actors = roles.armed([noun])
    for child in (*token.children, *noun.children):
        if child.lower_ in _INSIDE:
            grounds = (roles.ground(one) for one in governed(child))
            for ground in (one for one in grounds if one is not None and one.kind == "place"):
                if actors:
                    yield _found(roles, token, actors, ground, [noun, token, child])


def is_none(found: Found) -> bool:
    """Whether a predicate is read as told and says that nobody of the actor is there."""
    return found.frame.rule == ABSENT or _has_no(found.token)


def _has_no(noun: Token) -> bool:
    # "No IS fighters": the parser hangs the word on the name before the noun.
    before = (t for t in noun.subtree if noun.i - _NAME <= t.i < noun.i)
    return any(t.lower_ == "no" and t.dep_ == "det" for t in before)


def _is_negated(token: Token) -> bool:
    return any(c.lower_ in _NO for c in token.children)


def _may_be(token: Token) -> bool:
    """Whether it is a wish or a plan: "must be free of militants"."""
    return any(c.dep_ == "aux" and c.tag_ in {"MD", "TO"} for c in token.children)


def _found(
    roles: Roles,
    token: Token,
    actors: tuple[ActorMention, ...],
    ground: Ground,
    tokens: list[Token],
) -> Found:
    start, end = noun_span(roles, [*tokens, *pruned(ground.top)], actors)
    hidden = other_mentions(roles, ground)
    return Found(roles.sentence, _ABSENT, token, actors, (), start, end, ground, hidden)
