"""Verbs that say who holds, takes, leaves, besieges or contests ground."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.codes import Relation
from geo.reading.control.arguments import (
    is_passive,
    objects,
)
from geo.reading.control.filled import (
    actors_of,
    ground_of,
    hidden_by,
    light_noun,
    opponents_of,
)
from geo.reading.control.found import Found
from geo.reading.control.lists import apart
from geo.reading.control.sense import makes_sense
from geo.reading.control.spans import Core, is_attempt, verb_span
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.control.roles import Roles
    from geo.reading.control.words import Frame


def verb_statements(roles: Roles) -> Iterator[Found]:
    """Yield what the verbs of a sentence say of ground, in the order of the text."""
    words = control_words()
    for token in roles.sentence.span:
        lemma = words.lemma(token)
        if lemma not in words.verbs or not _may_be_verb(token):
            continue
        told = False
        for frame in words.verbs[lemma]:
            if told and not frame.besides:
                continue
            found = _read(roles, token, frame)
            for one in (found, gained(found)) if found is not None else ():
                yield from apart(roles, one) if one is not None else ()
            told = told or found is not None


def gained(found: Found) -> Found | None:
    """Return what the other side has won by a loss: "lost Kismayo to Kenya"."""
    if not found.frame.gained or not found.against or found.ground is None:
        return None
    frame = replace(found.frame, rule=f"{found.frame.rule}_gain", relation=Relation.SEIZED)
    return replace(found, frame=frame, actors=found.against, against=found.actors)


def _may_be_verb(token: Token) -> bool:
    if token.pos_ == "VERB" or (token.lemma_ == "be" and token.dep_ not in {"aux", "auxpass"}):
        between = any(c.lower_ == "between" for c in token.children)
        # "after fighting between": a noun, whatever the tagger says.
        return token.dep_ not in {"amod", "compound"} and not (token.tag_ == "VBG" and between)
    # Headlines in capitals: "Rebels Seize Town" has a proper noun for its verb.
    return (
        token.pos_ in {"PROPN", "ADJ"}
        and token.dep_ in {"ROOT", "advcl", "ccomp"}
        and any(c.dep_ in {"nsubj", "dobj"} for c in token.children)
    )


def _read(roles: Roles, verb: Token, frame: Frame) -> Found | None:
    if frame.passive and not _suffers(verb):
        return None
    if frame.particles and not _particle(verb, frame):
        return None
    noun = light_noun(verb, frame)
    if frame.nouns and noun is None:
        return None
    ground, bound = ground_of(roles, verb, noun, frame)
    if ground is None and (frame.guarded or not frame.is_free):
        return None
    actors = actors_of(roles, verb, noun, frame)
    against = opponents_of(roles, verb, noun, frame, actors)
    core = Core(verb, frame, noun, ground, bound)
    if not makes_sense(roles, core, actors, against):
        return None
    hidden = hidden_by(roles, verb, frame, ground)
    start, end = verb_span(roles, core)
    return Found(
        roles.sentence,
        frame,
        verb,
        actors,
        tuple(a for a in against if a.actor not in {one.actor for one in actors}),
        start,
        end,
        ground,
        hidden,
        attempted=frame.attempt and is_attempt(verb),
        words=_used_up(core),
    )


def _used_up(core: Core) -> tuple[int, ...]:
    """Return the words that say nothing more: a base that is left is no presence."""
    used = [core.verb.i] if core.noun is None else [core.verb.i, core.noun.i]
    left = core.frame.relation is Relation.WITHDREW_FROM
    # "Returned to the base of the 275th", "captured rebel positions": theirs no more.
    if core.ground is not None and (left or core.ground.kind == "site"):
        used.append(core.ground.head.i)
    return tuple(used)


def _suffers(verb: Token) -> bool:
    # "with the rebels wedged between": the tagger takes the participle for a past tense.
    return is_passive(verb) or (verb.tag_ in {"VBN", "VBD"} and not objects(verb))


def _particle(verb: Token, frame: Frame) -> bool:
    return any(
        c.lower_ in frame.particles
        and c.dep_ in {"prt", "advmod", "prep"}
        and not any(n.dep_ == "pobj" for n in c.children)
        for c in verb.children
    )
