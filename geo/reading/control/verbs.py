"""Verbs that say who holds, takes, leaves, besieges or contests ground."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.codes import Relation
from geo.reading.actors.forces import IRREGULAR, NEUTRAL, STATE
from geo.reading.control.arguments import (
    agents,
    governed,
    is_passive,
    objects,
    patients,
    prepositions,
    pruned,
    subjects,
)
from geo.reading.control.lists import apart
from geo.reading.control.roles import Found, is_measure
from geo.reading.control.spans import Core, is_attempt, verb_span
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Ground, Roles
    from geo.reading.control.words import Frame

_MISREAD = frozenset({"advmod", "npadvmod", "acomp", "oprd", "attr", "dep", "xcomp", "ccomp"})
_LEFT_IN = frozenset({"hands", "ruins", "chaos"})
_FORCES = STATE | IRREGULAR | NEUTRAL | {"men", "units", "personnel"}


def verb_statements(roles: Roles) -> Iterator[Found]:
    """Yield what the verbs of a sentence say of ground, in the order of the text."""
    words = control_words()
    for token in roles.sentence.span:
        lemma = words.lemma(token)
        if lemma not in words.verbs or not _may_be_verb(token):
            continue
        for frame in words.verbs[lemma]:
            found = _read(roles, token, frame)
            if found is not None:
                for one in (found, gained(found)):
                    yield from apart(roles, one) if one is not None else ()
                break


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
    noun = _light_noun(verb, frame)
    if frame.nouns and noun is None:
        return None
    ground, bound = _ground(roles, verb, noun, frame)
    if ground is None and not frame.is_free:
        return None
    actors = _actors(roles, verb, noun, frame)
    against = _against(roles, verb, noun, frame, actors)
    core = Core(verb, frame, noun, ground, bound)
    if not _makes_sense(roles, core, actors, against):
        return None
    hidden = _hidden(roles, verb, frame, ground)
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
        words=(verb.i,) if noun is None else (verb.i, noun.i),
    )


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


def _light_noun(verb: Token, frame: Frame) -> Token | None:
    if not frame.nouns:
        return None
    # "gained a foothold", "the siege which has been imposed": the object, or what it stands for.
    complements = (c for c in verb.children if c.dep_ in {"acomp", "attr"})
    for noun in (*patients(verb), *objects(verb), *complements):
        for one in (noun, *noun.conjuncts):
            if one.lemma_.lower() in frame.nouns or one.lower_ in frame.nouns:
                return one
    return None


def _ground(
    roles: Roles, verb: Token, noun: Token | None, frame: Frame
) -> tuple[Ground | None, Token | None]:
    """Return the ground of a frame and the preposition that binds it."""
    if frame.ground == ("object",):
        return _first(roles, patients(verb) or _misread_object(roles, verb)), None
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
    ]
    if frame.outside:  # "massed along the border near Rafah": the name says where
        bound.sort(key=lambda one: one[0].kind != "place")
    return bound[0] if bound else (None, None)


def _misread_object(roles: Roles, verb: Token) -> list[Token]:
    """Return a name behind a verb that the tagger took for an adverb: "had entered Bakhmut"."""
    if verb.i + 1 >= verb.sent.end or is_passive(verb):
        return []
    after = verb.nbor(1)
    named = roles.place_at(after)
    plain = named is not None and not named.nominal and after.text[0].isupper()
    return [after] if plain and after.dep_ in _MISREAD else []


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


def _actors(
    roles: Roles, verb: Token, noun: Token | None, frame: Frame
) -> tuple[ActorMention, ...]:
    if frame.actor == "object":
        return roles.armed(subjects(verb) if frame.passive else patients(verb))
    if frame.actor == "to":
        to = [n for p in prepositions(verb, {"to", "into"}) for n in governed(p)]
        found = roles.armed(to)
        return found or tuple(a for n in to for a in roles.within(n))
    if frame.actor == "between":
        return tuple(a for t in pruned(verb) if t.lower_ == "between" for a in roles.within(t))[:1]
    if frame.actor == "theme" and is_passive(verb):
        return roles.armed(patients(verb))
    found = roles.armed(agents(verb)) or _misparsed_subject(roles, verb)
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


def _against(
    roles: Roles,
    verb: Token,
    noun: Token | None,
    frame: Frame,
    actors: tuple[ActorMention, ...],
) -> tuple[ActorMention, ...]:
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


def _makes_sense(
    roles: Roles,
    core: Core,
    actors: tuple[ActorMention, ...],
    against: tuple[ActorMention, ...],
) -> bool:
    """Whether the clause is about those who fight, and not about anything else."""
    verb, frame = core.verb, core.frame
    if not actors and (frame.actor != "subject" or agents(verb) or not _is_placed(roles, core)):
        return False
    if any(n.lower_ in _LEFT_IN for p in prepositions(verb, {"in"}) for n in governed(p)):
        return False  # "leaving the town in its hands"
    if frame.near and not roles.mentions_below(verb):
        return False
    if frame.moves and not is_passive(verb) and not _moves_forces(roles, verb):
        return False
    if frame.opposed and not against:
        free = not objects(verb) and frame.is_free and "between" not in frame.opponent
        return free and _places(roles, verb) and not _meets_civilians(roles, verb, frame)
    return True


def _is_placed(roles: Roles, core: Core) -> bool:
    """Whether what was taken by nobody is a place: "the suspect was captured" is no news."""
    return core.ground is not None and roles.place_at(core.ground.head) is not None


def _meets_civilians(roles: Roles, verb: Token, frame: Frame) -> bool:
    """Whether the other side is known and bears no arms: "police clashed with protesters"."""
    others = [n for p in prepositions(verb, frame.opponent) for n in governed(p)]
    return any((a := roles.actor_at(n)) is not None and not a.armed for n in others)


def _moves_forces(roles: Roles, verb: Token) -> bool:
    """Whether what is withdrawn, if anything, are forces: not a motion, an offer, a trigger."""
    return all(one.lower_ in _FORCES or roles.armed([one]) for one in objects(verb))


def _places(roles: Roles, verb: Token) -> bool:
    inside = {roles.sentence.offset_of(one) for one in verb.subtree}
    return any(m.quote.start in inside for m in roles.places)


def _hidden(roles: Roles, verb: Token, frame: Frame, ground: Ground | None) -> frozenset[int]:
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
