"""From a predicate found in a sentence to the claim: when, how much, on whose word, how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.claims import ControlClaim, claim_id
from geo.codes import Assertion, Relation
from geo.reading.control.absent import ABSENT, is_none
from geo.reading.control.forces import LOCATED
from geo.reading.control.share import share_of
from geo.reading.control.tense import ended, tense_of
from geo.reading.control.words import control_words
from geo.reading.dates.clause_time import when_of
from geo.reading.dates.clauses import predicate_of
from geo.reading.speech.assertion import Stance, assertion_of
from geo.reading.speech.interests import as_ally, interest_of
from geo.reading.speech.sources import source_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import When, Where
    from geo.reading.clues import ActorMention, Clues
    from geo.reading.control.found import Found
    from geo.reading.control.sides import Sides

# What a place taken from the text around is worth against one in the clause, and likewise
# an actor or a place taken from an earlier statement. Set by judgement, not measured.
_FROM_CONTEXT = 0.7


@dataclass(frozen=True, slots=True)
class Desk:
    """What the reading of one report is done with."""

    clues: Clues
    gazetteer: Gazetteer
    table: ActorTable
    sides: Sides


def claim_again(reader: Desk, found: Found, earlier: ControlClaim) -> ControlClaim:
    """Make the claim of "the withdrawal was confirmed", whose actor was named before."""
    stance = assertion_of(reader.clues, found.sentence, found.token)
    told_by = source_of(reader.clues, found.sentence, found.token, reader.table)
    source = as_ally(told_by, earlier.actor, reader.table)
    loses = found.frame.relation is Relation.WITHDREW_FROM
    quote = found.sentence.quote(found.start, found.end)
    return replace(
        earlier,
        claim_id=_id(reader, found, earlier.actor, earlier.where),
        quote=quote,
        source=source,
        assertion=stance.assertion,
        hedges=stance.hedges,
        interest=interest_of(source, earlier.actor, reader.table, loses=loses),
        when=_when(reader, found),
        rule=found.frame.rule,
        tense=tense_of(found),
        negated=False,
        share=None,
        confidence=round(found.frame.confidence * _FROM_CONTEXT, 2),
    )


def claim_made(reader: Desk, found: Found, actor: ActorMention, where: Where) -> ControlClaim:
    """Make the claim of one actor about one place."""
    clues, sentence, frame = reader.clues, found.sentence, found.frame
    # "Denied that it was under their control": the verb is what is denied, not the noun.
    headed = frame.ahead and found.token.dep_ == "pobj"
    token = predicate_of(found.token) if headed else found.token
    stance = assertion_of(clues, sentence, token)
    told_by = source_of(clues, sentence, token, reader.table)
    relation = _relation(found, where)
    if found.frame.rule == LOCATED:
        stance = _of_clause(clues, found, stance)
    if found.attempted and stance.assertion is Assertion.PLANNED:
        # Who "is trying to retake it" fights there now, whatever comes of it.
        stance = assertion_of(clues, sentence, found.token.head)
    negated = _is_negated(stance) or _no_longer(found.token) or is_none(found)
    if negated and found.frame.rule == ABSENT and stance.assertion is Assertion.DENIED:
        stance = Stance(Assertion.ASSERTED)
    # Who is told not to be there has lost by it, as who withdrew.
    loses = (relation is Relation.WITHDREW_FROM) != negated
    actor, against = _sides(found, actor)
    source = as_ally(told_by, actor.actor, reader.table)
    return ControlClaim(
        claim_id=_id(reader, found, actor.actor, where),
        quote=sentence.quote(found.start, found.end),
        outlet=clues.parsed.report.outlet,
        published=clues.published,
        source=source,
        assertion=stance.assertion,
        interest=interest_of(source, actor.actor, reader.table, loses=loses),
        where=where,
        when=_when(reader, found),
        rule=frame.rule,
        confidence=_confidence(found, actor, where, clues),
        hedges=stance.hedges,
        actor=actor.actor,
        actor_text=actor.quote.text,
        relation=relation,
        tense=tense_of(found),
        negated=negated,
        share=share_of(found, where),
        against=tuple(one.actor for one in against),
    )


def _of_clause(clues: Clues, found: Found, stance: Stance) -> Stance:
    """
    Return how a force in passing is told of; what is definite is there, whatever is doubted.

    "It is unclear whether those inside agree" takes for granted that they are inside; "there
    may be fighters in the camp" does not.
    """
    clause = assertion_of(clues, found.sentence, predicate_of(found.token))
    if clause.assertion is not Assertion.HYPOTHETICAL:
        return stance
    definite = any(c.dep_ == "det" and c.lower_ in {"the", "those"} for c in found.token.children)
    asked = any(c.lower_ == "whether" for c in predicate_of(found.token).children)
    return Stance(Assertion.ASSERTED) if definite and asked else clause


def _sides(found: Found, actor: ActorMention) -> tuple[ActorMention, tuple[ActorMention, ...]]:
    """Return actor and opponents; who "tries to repel" somebody is the one who fights."""
    if found.attempted and found.frame.actor == "object" and found.against:
        return found.against[0], (actor,)
    return actor, found.against


def _id(reader: Desk, found: Found, actor: str, where: Where) -> str:
    text = reader.clues.parsed.report.text
    what = (actor, str(found.frame.relation), str(where.place_id), str(where.part or ""))
    named = filter(None, [where.unlisted])
    return claim_id("control", text, found.start, found.end, *what, *named)


def _when(reader: Desk, found: Found) -> When:
    when = when_of(reader.clues, found.sentence, found.token, aspect=found.frame.aspect)
    return ended(when) if found.ended else when


def _relation(found: Found, where: Where) -> Relation:
    if found.attempted:
        return Relation.CONTESTS
    if found.frame.outside and not _is_outside(where) and not _is_edge(found):
        return Relation.PRESENT
    return found.frame.relation


def _is_edge(found: Found) -> bool:
    """Whether the ground is where a town begins: "posted at its entrances"."""
    edges = control_words().around["edges"]
    return found.ground is not None and found.ground.head.lemma_.lower() in edges


def _is_outside(where: Where) -> bool:
    part = where.part.terms if where.part else ()
    return where.near is not None or part == ("outside",)


def _is_negated(stance: Stance) -> bool:
    return stance.assertion is Assertion.DENIED and stance.words in {"not", "n't", "never", "no"}


def _no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" and c.dep_ == "advmod" for c in verb.children)


def _confidence(found: Found, actor: ActorMention, where: Where, clues: Clues) -> float:
    confidence = found.frame.confidence
    here = {m.place_id for m in clues.mentions_in(found.sentence)}
    if where.place_id not in here:
        confidence *= _FROM_CONTEXT
    if actor.actor.startswith("text:"):
        confidence *= _FROM_CONTEXT
    return round(confidence, 2)
