"""Nouns and modifiers that say it in passing: "the army's advance into", "rebel-held"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.arguments import governed, pruned, subjects
from geo.reading.control_roles import Found, Ground
from geo.reading.control_words import Frame, control_words
from geo.codes import Aspect, Relation
from geo.reading.forces import IRREGULAR, NEUTRAL, STATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control_roles import Roles

_INSIDE = frozenset({"in", "inside", "within"})
# Those who are somewhere by being named there: fighters, not governments or single officers.
_GROUPS = frozenset({"group", "groups", "faction", "factions"})
_THERE = (IRREGULAR | NEUTRAL | STATE | _GROUPS) - frozenset(
    "police army military navy jets jet warplane warplanes aircraft helicopter helicopters "
    "sniper snipers gunman gunmen attacker attackers".split()
)
_MANNED = frozenset({"use", "run", "hold", "man", "operate", "control", "occupy", "own"})
_LED_BY = frozenset({"impose", "lay", "lead", "launch", "conduct", "enforce", "maintain", "mount"})
_FIGHT_IN = frozenset({"engage", "involve", "lock", "embroil", "take", "fight", "exchange"})
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


def noun_statements(roles: Roles, used: frozenset[int]) -> Iterator[Found]:
    """
    Yield what nouns and modifiers of a sentence say of ground.

    ``used`` are the tokens that a verb's statement has taken up already.
    """
    words = control_words()
    for token in roles.sentence.span:
        lemma = token.lemma_.lower()
        if token.i not in used and token.pos_ in {"NOUN", "PROPN"}:
            for frame in words.nouns.get(lemma, words.nouns.get(token.lower_, ())):
                if (found := _noun(roles, token, frame)) is not None:
                    yield found
                    break
        if token.lower_ in words.participles and token.dep_ == "amod":
            yield from _participle(roles, token, words.participles[token.lower_][0])
        if token.lower_ in words.held and token.i > roles.sentence.span.start:
            yield from _held(roles, token, words.held[token.lower_][0])


def _noun(roles: Roles, noun: Token, frame: Frame) -> Found | None:
    if frame.relation is Relation.CONTESTS:
        return _clash(roles, noun, frame)
    actors = _owners(roles, noun)
    ground = None if frame.is_free else _bound(roles, noun, frame)
    if ground is None and not frame.is_free:
        return _recalled(roles, noun, frame) if not actors else None
    if not actors:
        return _recalled(roles, noun, frame)
    start, end = _span(roles, [noun, *([ground.top] if ground else [])], actors)
    return Found(
        roles.sentence,
        frame,
        noun,
        actors,
        (),
        start,
        end,
        ground,
        _others(roles, ground),
        ended=_is_lifted(noun),
    )


def _owners(roles: Roles, noun: Token) -> tuple[ActorMention, ...]:
    """Return whose advance, siege or base it is."""
    found = list(roles.left_of(noun))
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"of", "by"}:
            found += roles.armed(governed(child))
        elif child.dep_ in {"acl", "relcl"} and child.lemma_ in _MANNED | _LED_BY:
            by = [n for c in child.children if c.dep_ == "agent" for n in governed(c)]
            found += roles.armed(by)
    if not found and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        # "under the influence of", "under siege by" the verb's own by-phrase.
        verb = noun.head.head
        by = [n for c in verb.children if c.lower_ in {"by", "from"} for n in governed(c)]
        found += roles.armed(by)
    return tuple({one.actor: one for one in reversed(found)}.values())[::-1]


def _bound(roles: Roles, noun: Token, frame: Frame) -> Ground | None:
    """Return the ground of a noun: behind its preposition, its possessor, or its subject."""
    for child in sorted(noun.subtree, key=lambda one: one.i):
        if child.lower_ in frame.ground and child.i > noun.i and child.dep_ in {"prep", "aux"}:
            for one in governed(child) or [child.nbor(1) if child.i + 1 < len(child.doc) else child]:
                ground = roles.ground(one)
                if ground is not None and ground.kind != "it":
                    return ground
    for child in noun.children:
        if child.dep_ in {"poss", "appos"} and roles.place_at(child) is not None:
            return Ground(child, child, "place")
    if noun.dep_ == "pobj" and noun.head.lower_ == "under":
        for subject in subjects(noun.head.head):
            if (ground := roles.ground(subject)) is not None:
                return ground
    if noun.dep_ in {"appos", "attr"}:
        named = [noun.head] if noun.dep_ == "appos" else subjects(noun.head)
        return next((g for one in named if (g := roles.ground(one)) is not None), None)
    return None


def _recalled(roles: Roles, noun: Token, frame: Frame) -> Found | None:
    """Read "the withdrawal was confirmed": whose and where was said before."""
    definite = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.children)
    if not (frame.definite and definite and noun.dep_ in {"nsubj", "nsubjpass"}):
        return None
    if any(c.dep_ in {"prep", "poss", "compound"} for c in noun.children):
        return None
    tokens = [t for t in pruned(noun.head) if t.i >= noun.i and not t.is_punct]
    start, end = _span(roles, [noun, *tokens], (), whole=tokens)
    return Found(
        roles.sentence, frame, noun, (), (), start, end, ended=_is_ended(noun), anaphoric=True
    )


def _clash(roles: Roles, noun: Token, frame: Frame) -> Found | None:
    first, second, last = _sides(roles, noun, frame)
    if not first or not second:
        if first and (last or _has_place(roles, noun)):
            start, end = _span(roles, [noun, *last], first)
            return Found(roles.sentence, frame, noun, first, (), start, end)
        shown = noun.dep_ in {"nsubj", "nsubjpass"} or noun.head.lemma_ in {"see", "witness"}
        if not shown or first:
            return None
        start, end = _span(roles, [noun, *_clause(noun)], ())
        return Found(
            roles.sentence, frame, noun, (), (), start, end, ended=_is_ended(noun), anaphoric=True
        )
    tokens = [noun, *last, *_clause(noun)]
    from_ = roles.sentence.offset_of(noun.left_edge)
    near = tuple(a for a in (*first, *second) if a.quote.start >= from_ or last[0].lower_ == "between")
    start, end = _span(roles, tokens, near)
    return Found(
        roles.sentence, frame, noun, first, second, start, end, ended=_is_ended(noun)
    )


def _clause(noun: Token) -> list[Token]:
    """Return the verb a clash is the subject of, with its auxiliaries."""
    if noun.dep_ not in {"nsubj", "nsubjpass", "attr"}:
        return []
    verb = noun.head
    return [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass", "prt", "expl"})]


def _sides(
    roles: Roles, noun: Token, frame: Frame
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...], list[Token]]:
    span = roles.sentence.span
    for token in span:
        if token.lower_ == "between" and token.i > noun.i and not _another_clash(noun, token):
            both = roles.within(token)
            if len(both) > 1:
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
    named = [
        a
        for a in roles.actors
        if a.armed and not a.anaphoric and a.quote.end <= at and a.actor not in taken
    ]
    return tuple(named[-1:])


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


def _is_ended(noun: Token) -> bool:
    words = control_words().around["ended"]
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in words


def _is_lifted(noun: Token) -> bool:
    lifted = control_words().around["lifted"]
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in lifted


def _participle(roles: Roles, word: Token, frame: Frame) -> Iterator[Found]:
    actor = roles.actor_at(word.head)
    if actor is None or not actor.armed:
        return
    start, end = roles.sentence.offset_of(word), actor.quote.end
    yield Found(roles.sentence, frame, word.head, (actor,), (), start, end)


def _held(roles: Roles, word: Token, frame: Frame) -> Iterator[Found]:
    """Read "rebel-held Kherson"."""
    hyphen = word.nbor(-1)
    if hyphen.text != "-" or hyphen.i == roles.sentence.span.start:
        return
    actor = roles.actor_at(hyphen.nbor(-1))
    if actor is None or not actor.armed:
        return
    noun = word.head if word.head.i > word.i else word.nbor(1)
    ground = roles.ground(noun)
    if ground is None:
        return
    below = [*roles.mentions_below(noun)] or None
    if below is None and ground.kind != "place":
        return
    start, end = _span(roles, [noun, word], (actor,))
    yield Found(
        roles.sentence, frame, word, (actor,), (), start, end, ground, _others(roles, ground)
    )


def located_forces(roles: Roles) -> Iterator[Found]:
    """Yield forces that are named by where they are: "the fighters inside the camp"."""
    for token in roles.sentence.span:
        if token.lower_ not in _THERE or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        actor = roles.actor_at(token)
        bound = _inside(roles, token) or _beside(roles, actor)
        if actor is None or not actor.armed or bound is None or _is_counted(token):
            continue
        actors, last = _named_as(roles, token, actor)
        tokens = [token, *pruned(bound.top), *last]
        start, end = _span(roles, tokens, (actor,))
        yield Found(
            roles.sentence, _LOCATED, token, actors, (), start, end, bound, _others(roles, bound)
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


def _beside(roles: Roles, actor: ActorMention | None) -> Ground | None:
    """Read "fighters on the ground inside the town" where the parser takes it for the verb's."""
    if actor is None:
        return None
    text = roles.sentence.span.text
    for mention in roles.places:
        gap = text[actor.quote.end - roles.sentence.start : mention.quote.start - roles.sentence.start]
        if mention.quote.start >= actor.quote.end and _ON_THE_GROUND.fullmatch(gap):
            tokens = roles.sentence.tokens_between(mention.quote.start, mention.quote.end)
            return Ground(tokens[-1], tokens[-1], "place") if tokens else None
    return None


def _is_counted(token: Token) -> bool:
    """Whether a phrase counts forces or names those at a table: "most of the factions"."""
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


def _others(roles: Roles, ground: Ground | None) -> frozenset[int]:
    """Return the mentions that are not in the ground's own phrase."""
    if ground is None:
        return frozenset()
    own = {m.quote.start for m in roles.mentions_below(ground.top)}
    return frozenset({m.quote.start for m in roles.places} - own) if own else frozenset()


def _span(
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
