"""Which control claims speak of an earlier day, and which a later statement overtakes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.codes import Aspect, Assertion, Relation, Tense
from geo.reading.control.arguments import is_passive
from geo.reading.control.words import control_words
from geo.reading.dates.clauses import SAYING, auxiliaries, is_past_perfect, is_perfect, predicate_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.claims import ControlClaim, When
    from geo.reading.control.found import Found

_Ground = tuple[str | None, str | None]  # a place and a side
_HOLD = frozenset({Relation.CONTROLS, Relation.SEIZED})
_AFTERMATH = frozenset({Relation.WITHDREW_FROM, Relation.CONFINED_TO})
_SAID = frozenset({Assertion.ASSERTED, Assertion.ATTRIBUTED})
_LATER = frozenset({"since", "later", "then", "now", "subsequently", "eventually"})


def tense_of(found: Found) -> Tense:
    """Return past where the words themselves put a statement before the day it is made."""
    if found.token.pos_ not in {"VERB", "AUX"}:
        verb = predicate_of(found.token)
        seen = found.token.dep_ in {"dobj", "nsubj", "attr"}
        return Tense.PAST if seen and _is_background(verb) else Tense.CURRENT
    state = found.frame.aspect is Aspect.STATE and found.frame.relation is not Relation.CONTESTS
    return Tense.PAST if _is_background(found.token, state=state) else Tense.CURRENT


def _is_background(verb: Token, *, state: bool = False) -> bool:
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    if adverbs & control_words().around["past"]:
        return True
    if _is_plain_past(verb) and any(_is_limit(c, state=state) for c in verb.children):
        return True  # "which they held until 2017"
    # "Gao, which had seen clashes": older than the story. Under a verb of saying, "had" is
    # only the tense of the report, and a main clause in it tells the story itself.
    return is_past_perfect(verb) and verb.dep_ == "relcl"


def _is_plain_past(verb: Token) -> bool:
    was = any(c.lower_ in {"was", "were"} for c in verb.children if c.dep_ in {"aux", "auxpass"})
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and was)


def _is_limit(child: Token, *, state: bool) -> bool:
    """Whether a phrase says when a state ended: "until 2017", "from March to November"."""
    if child.dep_ not in {"prep", "mark"}:
        return False
    if child.lower_ == "for" and state:  # "ruled the city for three years"
        return any(n.ent_type_ in {"DATE", "TIME"} for n in child.children if n.dep_ == "pobj")
    if child.lower_ in control_words().around["until"]:
        return True
    dated = any(n.ent_type_ == "DATE" for n in child.children if n.dep_ == "pobj")
    return child.lower_ in {"from", "between"} and dated


def ended(when: When) -> When:
    """Return the time of something that is over by the day it is spoken of."""
    if when.as_of is None:
        return when
    start = when.start if when.start and when.start < when.as_of else None
    start = start or when.as_of - timedelta(1)
    return replace(when, start=start, end=when.as_of)


def overtaken(
    claims: Sequence[tuple[ControlClaim, Found]], table: ActorTable
) -> list[ControlClaim]:
    """
    Put in the past what the same report says has changed since.

    A report that tells how a force came in and what it holds now tells the coming as
    history; one that tells of a capture and of a later loss tells the capture so; clashes
    that "have died down" are over, and so is the day they began.

    Parameters
    ----------
    claims
        The claims of one report with what they were read from, in the order of the text.
    table
        The listed actors; those of one side count as one.
    """
    said: dict[_Ground, list[tuple[ControlClaim, Found]]] = defaultdict(list)
    over: dict[str | None, list[Found]] = defaultdict(list)
    for claim, found in claims:
        if claim.tense is Tense.CURRENT and claim.assertion in _SAID and not claim.negated:
            said[_ground(claim, table)].append((claim, found))
        if found.ended:
            over[claim.where.place_id].append(found)
    return [
        replace(claim, tense=Tense.PAST)
        if claim.tense is Tense.CURRENT
        and _is_overtaken(claim, found, said[_ground(claim, table)], over[claim.where.place_id])
        else claim
        for claim, found in claims
    ]


def _ground(claim: ControlClaim, table: ActorTable) -> _Ground:
    """Return the place of a claim and the side that is said to be there."""
    return claim.where.place_id, table.get(claim.actor).side


def _is_overtaken(
    claim: ControlClaim,
    found: Found,
    said: Sequence[tuple[ControlClaim, Found]],
    over: Sequence[Found],
) -> bool:
    """Whether what else is said of a side and place puts a claim about them in the past."""
    same = [(other, its) for other, its in said if other is not claim]
    if claim.relation in _HOLD:
        return _hold_overtaken(claim, found, same)
    if claim.relation is Relation.WITHDREW_FROM:
        return any(
            o.relation in _HOLD and its.sentence is found.sentence and _is_later(its, found)
            for o, its in same
        )
    if claim.relation is Relation.CONTESTS and not found.ended:
        began = _is_simple_past(found) or (found.token.pos_ == "NOUN" and _began(found.token))
        return began and any(its.start > found.start for its in over)
    return False


def _hold_overtaken(
    claim: ControlClaim, found: Found, same: Sequence[tuple[ControlClaim, Found]]
) -> bool:
    left = (i for o, i in same if o.relation is Relation.WITHDREW_FROM)
    if found.token.pos_ == "NOUN" and any(i.sentence is found.sentence for i in left):
        return True  # "driven out of Tarhuna, their last stronghold"
    told = _is_simple_past(found) or found.token.pos_ not in {"VERB", "AUX"}
    if not told:
        return False
    if found.frame.aspect is Aspect.STATE and found.token.pos_ not in {"VERB", "AUX"}:
        return False
    if any(other.relation in _AFTERMATH for other, _ in same):
        return True
    outcome = [
        other
        for other, its in same
        if other.relation in _HOLD
        and (its.ground is None or its.ground.kind != "site")  # an airport is no outcome
        and (other.share is not None or its.frame.aspect is Aspect.STATE)
        and its.frame.confidence > 0.6  # a modifier in passing is no outcome
    ]
    return (claim.share is None or found.frame.partial) and bool(outcome)


def _is_simple_past(found: Found) -> bool:
    verb = found.token
    # In capitals the model takes the name of the group for the auxiliary.
    helped = any(aux.text != "IS" for aux in auxiliaries(verb))
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helped and not is_passive(verb))


def _began(noun: Token) -> bool:
    verb = predicate_of(noun)
    return verb.tag_ == "VBD" and not auxiliaries(verb) and verb.lemma_ not in SAYING


def _is_later(its: Found, found: Found) -> bool:
    marked = any(c.lower_ in _LATER for c in its.token.children)
    return its.start > found.start and (marked or is_perfect(its.token))
