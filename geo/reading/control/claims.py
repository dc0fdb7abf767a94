"""
Control claims: who holds, takes, leaves, besieges or contests which ground.

The words are in ``geo/data/control.toml``; `control_verbs` and `control_nouns` find them with
their actors and their ground, this module adds where, when, how much, on whose word and how
surely, and says why what was found was not used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.claims import ControlClaim, NotUsed, claim_id
from geo.codes import Assertion, Reason, Relation, WherePrecision
from geo.reading.control.flat import flat_statements
from geo.reading.control.forces import LOCATED, located_forces
from geo.reading.control.ground import unplaced_name, wheres_of, with_its_place, within_known
from geo.reading.control.nouns import noun_statements
from geo.reading.control.roles import Roles
from geo.reading.control.share import share_of
from geo.reading.control.sides import Sides
from geo.reading.control.tense import ended, overtaken, tense_of
from geo.reading.control.verbs import verb_statements
from geo.reading.dates.clause_time import when_of
from geo.reading.dates.clauses import predicate_of
from geo.reading.left_out import left_out
from geo.reading.speech.assertion import Stance, assertion_of
from geo.reading.speech.sources import interest_of, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import When, Where
    from geo.reading.clues import ActorMention, Clues
    from geo.reading.control.roles import Found
    from geo.reading.parsed import Sentence

_NOBODY = (Reason.WEAK, "nobody is said to do it")
_HOLD = frozenset({Relation.CONTROLS, Relation.SEIZED})
# What a place taken from the text around is worth against one in the clause, and likewise
# an actor or a place taken from an earlier statement. Set by judgement, not measured.
_FROM_CONTEXT = 0.7


@dataclass(frozen=True, slots=True)
class _Reader:
    clues: Clues
    gazetteer: Gazetteer
    table: ActorTable
    sides: Sides


def read_control(
    clues: Clues, gazetteer: Gazetteer, table: ActorTable
) -> tuple[list[ControlClaim], list[NotUsed]]:
    """
    Read the control claims of one report.

    Parameters
    ----------
    clues
        The report with its places, actors and times.
    gazetteer
        Where places are looked up.
    table
        The listed actors.

    Returns
    -------
    claims, not_used
        Every claim the words make, planned, denied and supposed ones with that assertion and
        a row in ``not_used``; and a row for each predicate without a place or an actor.
    """
    reader = _Reader(clues, gazetteer, table, Sides.of(table))
    drafts: list[tuple[ControlClaim, Found]] = []
    not_used: list[NotUsed] = []
    for sentence in clues.parsed.sentences:
        for found in _statements(reader, sentence):
            made, reason = _claims(reader, found, drafts)
            drafts.extend((claim, found) for claim in made)
            if reason is not None:
                not_used.append(reason)
    claims = overtaken(_distinct(drafts), table)
    not_used.extend(left_out(claims))
    return claims, not_used


def _statements(reader: _Reader, sentence: Sentence) -> Iterator[Found]:
    """Yield the predicates of a sentence; what another one contains only once."""
    roles = Roles(reader.clues, sentence, reader.sides)
    verbs = list(verb_statements(roles))
    used = frozenset(i for found in verbs for i in found.words)
    verbs += flat_statements(roles, used)
    found = [*verbs, *noun_statements(roles, used)]
    located = [
        one for one in located_forces(roles) if not any(_covers(other, one) for other in found)
    ]
    yield from sorted([*found, *located], key=lambda one: (one.start, one.end))


def _covers(found: Found, force: Found) -> bool:
    """Whether a predicate speaks of the same force already."""
    return found.start < force.end and force.start < found.end


def _claims(
    reader: _Reader, found: Found, before: Sequence[tuple[ControlClaim, Found]]
) -> tuple[list[ControlClaim], NotUsed | None]:
    found = with_its_place(reader.clues, found)
    if found.anaphoric:
        earlier = _earlier(found, before)
        return ([_again(reader, found, earlier)], None) if earlier else _refused(found, _NOBODY)
    if not found.actors:
        return _refused(found, _NOBODY)
    name = unplaced_name(reader.clues, found)
    wheres = () if name else wheres_of(reader.clues, found, reader.gazetteer)
    if not any(where.place_id for where in wheres):
        inside = within_known(reader.clues, found, reader.gazetteer)
        if inside is None and name:
            return _refused(found, (Reason.UNKNOWN_PLACE, name))
        found = inside or found
        wheres = wheres_of(reader.clues, found, reader.gazetteer)
    placed = [where for where in wheres if where.place_id is not None]
    if not placed:
        named = next((where.place_name for where in wheres if where.place_name), "")
        return _refused(found, (Reason.UNKNOWN_PLACE if named else Reason.NO_PLACE, named))
    if found.frame.rule == LOCATED:
        # "the forces in Mali" says who they are, not where in the country they stand.
        placed = [one for one in placed if one.precision is not WherePrecision.COUNTRY]
    made = [_claim(reader, found, actor, where) for actor in found.actors for where in placed]
    return made, None


def _refused(found: Found, why: tuple[Reason, str]) -> tuple[list[ControlClaim], NotUsed]:
    quote = found.sentence.quote(found.start, found.end)
    return [], NotUsed(quote.report_id, why[0], quote, why[1])


def _earlier(found: Found, before: Sequence[tuple[ControlClaim, Found]]) -> ControlClaim | None:
    wanted = _HOLD if found.frame.relation in _HOLD else {found.frame.relation}
    for claim, its in reversed(before):
        two_sides = claim.relation is not Relation.CONTESTS or claim.against
        if claim.relation in wanted and two_sides and not its.anaphoric:
            return claim
    return None


def _again(reader: _Reader, found: Found, earlier: ControlClaim) -> ControlClaim:
    """Make the claim of "the withdrawal was confirmed", whose actor was named before."""
    stance = assertion_of(reader.clues, found.sentence, found.token)
    source = source_of(reader.clues, found.sentence, found.token, reader.table)
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


def _claim(reader: _Reader, found: Found, actor: ActorMention, where: Where) -> ControlClaim:
    clues, sentence, frame = reader.clues, found.sentence, found.frame
    # "Denied that it was under their control": the verb is what is denied, not the noun.
    headed = frame.ahead and found.token.dep_ == "pobj"
    token = predicate_of(found.token) if headed else found.token
    stance = assertion_of(clues, sentence, token)
    source = source_of(clues, sentence, token, reader.table)
    relation = _relation(found, where)
    if found.frame.rule == LOCATED:
        stance = _of_clause(clues, found, stance)
    if found.attempted and stance.assertion is Assertion.PLANNED:
        # Who "is trying to retake it" fights there now, whatever comes of it.
        stance = assertion_of(clues, sentence, found.token.head)
    loses = relation is Relation.WITHDREW_FROM
    actor, against = _sides(found, actor)
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
        negated=_is_negated(stance) or _no_longer(found.token),
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


def _id(reader: _Reader, found: Found, actor: str, where: Where) -> str:
    text = reader.clues.parsed.report.text
    what = (actor, str(found.frame.relation), str(where.place_id), str(where.part or ""))
    return claim_id("control", text, found.start, found.end, *what)


def _when(reader: _Reader, found: Found) -> When:
    when = when_of(reader.clues, found.sentence, found.token, aspect=found.frame.aspect)
    return ended(when) if found.ended else when


def _relation(found: Found, where: Where) -> Relation:
    if found.attempted:
        return Relation.CONTESTS
    if found.frame.outside and not _is_outside(where):
        return Relation.PRESENT
    return found.frame.relation


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


def _distinct(drafts: Sequence[tuple[ControlClaim, Found]]) -> list[tuple[ControlClaim, Found]]:
    """Keep the first of claims that say one thing in one sentence with overlapping words."""
    kept: list[tuple[ControlClaim, Found]] = []
    for claim, found in drafts:
        if not any(_repeats(claim, other) for other, _ in kept):
            kept.append((claim, found))
    return kept


def _repeats(claim: ControlClaim, other: ControlClaim) -> bool:
    one, two = _class(claim), _class(other)
    overlap = claim.quote.start < other.quote.end and other.quote.start < claim.quote.end
    return overlap and one == two


def _class(claim: ControlClaim) -> tuple[object, ...]:
    relation = "hold" if claim.relation in _HOLD else claim.relation
    sides = (
        frozenset({claim.actor, *claim.against}) if relation is Relation.CONTESTS else claim.actor
    )
    return relation, sides, claim.where.place_id, claim.where.part, claim.tense
