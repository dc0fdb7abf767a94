"""What fills the roles of a verb's frame: its noun, its ground, who does it and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Aspect
from geo.reading.control.arguments import (
    agents,
    governed,
    is_passive,
    made_so,
    objects,
    owners,
    patients,
    prepositions,
    pruned,
    subjects,
)
from geo.reading.control.measures import is_measure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.found import Ground
    from geo.reading.control.roles import Roles
    from geo.reading.control.words import Frame

_GUARDING = frozenset({"defend", "hold", "guard", "garrison", "man", "protect", "station"})
_AT = frozenset({"in", "at", "inside"})
_FROM_WHERE = frozenset({"from", "of", "into", "through"})
_MISREAD = frozenset({"advmod", "npadvmod", "acomp", "oprd", "attr", "dep", "xcomp", "ccomp"})
# "Thwarted an attempted attack": nobody fought.
_NEVER_WAS = frozenset({"attempted", "planned", "suspected"})


def light_noun(verb: Token, frame: Frame) -> Token | None:
    """Return the noun that makes a frame of a plain verb: the control one takes."""
    if not frame.nouns:
        return None
    # "gained a foothold", "the siege which has been imposed": the object, or what it stands for.
    complements = (c for c in verb.children if c.dep_ in {"acomp", "attr"})
    for noun in (*patients(verb), *objects(verb), *complements):
        for one in (noun, *noun.conjuncts):
            if any(c.lower_ in _NEVER_WAS for c in one.children):
                continue
            if one.lemma_.lower() in frame.nouns or one.lower_ in frame.nouns:
                return one
    return None


def ground_of(
    roles: Roles, verb: Token, noun: Token | None, frame: Frame
) -> tuple[Ground | None, Token | None]:
    """Return the ground of a frame and the preposition that binds it."""
    if frame.ground == ("object",):
        held = patients(verb) or made_so(verb)[1:] or _misread_object(roles, verb)
        return _first(roles, held), None
    if frame.guarded:
        return _guarded(roles, verb), None
    if (named := _named_before(verb)) is not None and not frame.is_free:
        return roles.ground(named), None
    if frame.ground == ("subject",):
        return _first(roles, subjects(verb)), None
    if frame.is_free:
        return None, None
    bound = [
        (ground, preposition)
        for holder in (one for one in (noun, verb) if one is not None)
        for preposition in prepositions(holder, frame.ground)
        if (ground := _first(roles, governed(preposition))) is not None
        and ground.kind != "it"
        and (not frame.measured or is_measure(ground.top))
        # "In Bor, youths broke into a house": what is done there is not done to the town.
        and (preposition.i > verb.i or frame.aspect is not Aspect.EVENT)
    ]
    if frame.outside:  # "massed along the border near Rafah": the name says where
        bound.sort(key=lambda one: one[0].kind != "place")
    return bound[0] if bound else (None, None)


def _guarded(roles: Roles, verb: Token) -> Ground | None:
    """Return what those who flee are said to have held: "the marines defending Palma"."""
    if objects(verb) or is_passive(verb) or any(prepositions(verb, _FROM_WHERE)):
        return None
    for subject in subjects(verb, own=True):
        for clause in (c for c in subject.children if c.dep_ in {"acl", "relcl"}):
            if clause.lemma_ in _GUARDING:
                behind = [n for p in prepositions(clause, _AT) for n in governed(p)]
                return _first(roles, [*objects(clause), *behind])
    return None


def _misread_object(roles: Roles, verb: Token) -> list[Token]:
    """Return a name behind a verb that the tagger took for an adverb: "had entered Bakhmut"."""
    if verb.i + 1 >= verb.sent.end or is_passive(verb):
        return []
    after = verb.nbor(1)
    named = roles.place_at(after)
    plain = named is not None and not named.nominal and after.text[0].isupper()
    # "After taking Masisi, the rebels": the parser joins the name to the next noun.
    comma = after.dep_ in {"nmod", "compound"} and after.nbor(1).text == ","
    return [after] if plain and (comma or after.dep_ in _MISREAD) else []


def _named_before(verb: Token) -> Token | None:
    """Return the noun that "where" stands for: "Rutshuru, where the M23 is present"."""
    if verb.dep_ != "relcl" or not any(
        c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children
    ):
        return None
    return verb.head


def _first(roles: Roles, tokens: Iterable[Token]) -> Ground | None:
    for token in tokens:
        for one in (token, *token.conjuncts):  # a name the model knows nothing of goes first
            if (ground := roles.ground(one)) is not None:
                return ground
    return None


def actors_of(
    roles: Roles, verb: Token, noun: Token | None, frame: Frame
) -> tuple[ActorMention, ...]:
    """Return whom a frame speaks of."""
    if frame.actor == "object":
        return roles.armed(subjects(verb) if frame.passive else patients(verb))
    if frame.actor == "to":
        to = [n for p in prepositions(verb, {"to", "into"}) for n in governed(p)]
        found = roles.armed(to)
        return found or tuple(a for n in to for a in roles.within(n))
    if frame.actor == "owner":
        return roles.armed(owners(verb))
    if frame.actor == "between":
        return tuple(a for t in pruned(verb) if t.lower_ == "between" for a in roles.within(t))[:1]
    if frame.actor == "theme" and is_passive(verb):
        return roles.armed(patients(verb))
    found = roles.armed(made_so(verb)[:1] or agents(verb)) or _misparsed_subject(roles, verb)
    if not found and frame.actor == "theme":
        found = roles.armed(objects(verb))
    if not found and noun is not None:
        found = roles.left_of(noun)
    return found


def _misparsed_subject(roles: Roles, verb: Token) -> tuple[ActorMention, ...]:
    """Return "IS" before its verb, which the parser takes for an auxiliary."""
    if is_passive(verb):
        return ()
    aux = (c for c in verb.lefts if c.text == "IS" and c.dep_ in {"aux", "auxpass"})
    return tuple(a for c in aux if (a := roles.actor_at(c)) is not None and a.armed)


def opponents_of(
    roles: Roles,
    verb: Token,
    noun: Token | None,
    frame: Frame,
    actors: tuple[ActorMention, ...],
) -> tuple[ActorMention, ...]:
    """Return the other side of a frame: from whom, to whom, against whom."""
    found: list[ActorMention] = []
    for where in frame.opponent:
        if where == "object":
            found += roles.armed(objects(verb))
        elif where == "subject":
            found += roles.armed(agents(verb))
        else:
            for holder in (one for one in (noun, verb) if one is not None):
                near = prepositions(holder, {where})
                near += [
                    t for t in pruned(verb) if t.lower_ == where and where in {"against", "between"}
                ]
                for preposition in near:
                    found += roles.within(preposition) or roles.armed(governed(preposition))
    return tuple(dict.fromkeys(a for a in found if a not in actors))


def hidden_by(roles: Roles, verb: Token, frame: Frame, ground: Ground | None) -> frozenset[int]:
    """Return the mentions that are not where it is: where from, where to, other clauses."""
    away = {
        m.quote.start
        for preposition in prepositions(verb, frame.not_under)
        for m in roles.mentions_below(preposition)
    }
    if ground is None:
        return frozenset(away)
    own = {m.quote.start for m in roles.mentions_below(ground.top)}
    if roles.place_at(ground.head) is not None:
        # "Hazm, the capital of": the same place again, if it is read right.
        again = (c for c in ground.head.children if c.dep_ == "appos")
        own -= {m.quote.start for c in again for m in roles.mentions_below(c) if m.nominal}
    if own:
        away |= {m.quote.start for m in roles.places} - own
    return frozenset(away)
