"""Nouns for fighting: who fights whom in "clashes between", "their battle against"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Relation
from geo.reading.control.arguments import governed, subjects
from geo.reading.control.found import Found
from geo.reading.control.spans import noun_span
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles
    from geo.reading.control.words import Frame

_FIGHT_IN = frozenset({"engage", "involve", "lock", "embroil", "take", "fight", "exchange"})


def clash_of(roles: Roles, noun: Token, frame: Frame) -> Found | None:
    """Return what a noun for fighting says, or that it points back; None if it says nothing."""
    first, second, last = _sides(roles, noun)
    if not first or not second:
        if first and (last or _has_place(roles, noun)):
            start, end = noun_span(roles, [noun, *last], first)
            return Found(roles.sentence, frame, noun, first, (), start, end)
        shown = noun.dep_ in {"nsubj", "nsubjpass"} or noun.head.lemma_ in {"see", "witness"}
        if not shown or first:
            return None
        start, end = noun_span(roles, [noun, *_clause(noun)], ())
        return Found(
            roles.sentence, frame, noun, (), (), start, end, ended=is_ended(noun), anaphoric=True
        )
    tokens = [noun, *last, *_clause(noun)]
    from_ = roles.sentence.offset_of(noun.left_edge)
    near = tuple(
        a for a in (*first, *second) if a.quote.start >= from_ or last[0].lower_ == "between"
    )
    start, end = noun_span(roles, tokens, near)
    return Found(roles.sentence, frame, noun, first, second, start, end, ended=is_ended(noun))


def _clause(noun: Token) -> list[Token]:
    """Return the verb a clash is the subject of, with its auxiliaries."""
    if noun.dep_ not in {"nsubj", "nsubjpass", "attr"}:
        return []
    verb = noun.head
    return [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass", "prt", "expl"})]


def _sides(
    roles: Roles, noun: Token
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...], list[Token]]:
    span = roles.sentence.span
    for token in span:
        if token.lower_ == "between" and token.i > noun.i and not _another_clash(noun, token):
            both = roles.within(token)
            if both:
                return both[:1], both[1:], [token]
    for token in span:
        if token.lower_ in {"with", "against"} and noun.i < token.i <= noun.i + 4:
            second = roles.armed(governed(token)) or roles.within(token)
            first = roles.left_of(noun) or _fighters(roles, noun)
            if second:
                first = first or _meant_by_pronoun(roles, noun, second)
                first = tuple(a for a in first if a not in second)
                # "their fight against M23": one side is known, and it fights there.
                return (first, second, [token]) if first else (second, (), [token])
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in {"pit", "involve"}:
            both = tuple(a for a in roles.actors if a.armed and _below(roles, a, child))
            return both[:1], both[1:], [child]
    return (roles.left_of(noun) or _by(roles, noun)), (), []


def _meant_by_pronoun(
    roles: Roles, noun: Token, opponents: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """Return who "their battle" is: the force named last, as long as it is not the opponent."""
    pronoun = next((c for c in noun.lefts if c.lower_ in {"their", "its"}), None)
    if pronoun is None:
        return ()
    at = roles.sentence.offset_of(pronoun)
    taken = {one.actor for one in opponents}
    named = [a for a in roles.actors if a.armed and not a.anaphoric and a.quote.end <= at]
    named = [a for a in named if a.actor not in taken]
    if not named:
        return ()
    between = roles.sentence.tokens_between(named[-1].quote.end, at)
    # "offered the Tuareg arms in their battle": people we know no force of stand closer.
    return () if any(t.ent_type_ == "NORP" and t.pos_ == "PROPN" for t in between) else (named[-1],)


def _another_clash(noun: Token, between: Token) -> bool:
    nouns = control_words().nouns
    return any(
        Relation.CONTESTS is frame.relation
        for token in noun.doc[noun.i + 1 : between.i]
        for frame in nouns.get(token.lemma_.lower(), ())
        if token.pos_ == "NOUN"
    )


def _fighters(roles: Roles, noun: Token) -> tuple[ActorMention, ...]:
    """Return who is said to be in a fight: "the army is engaged in battles with"."""
    verb = noun.head
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    if verb.lemma_ in _FIGHT_IN and verb.pos_ == "VERB":
        return roles.armed(subjects(verb))
    return ()


def _by(roles: Roles, noun: Token) -> tuple[ActorMention, ...]:
    by = [n for c in noun.children if c.lower_ == "by" for n in governed(c)]
    return roles.armed(by)


def _below(roles: Roles, actor: ActorMention, token: Token) -> bool:
    inside = {roles.sentence.offset_of(one) for one in token.subtree}
    return actor.head in inside


def _has_place(roles: Roles, noun: Token) -> bool:
    return bool(roles.mentions_below(noun))


def is_ended(noun: Token) -> bool:
    """Whether a noun is said to have stopped: "the clashes have died down"."""
    words = control_words().around["ended"]
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in words
