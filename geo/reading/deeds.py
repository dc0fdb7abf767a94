"""Words of a sentence that say something happened: verbs and nouns with what makes them deeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.codes import IncidentType
from geo.reading.arguments import governed, is_passive, prepositions, pruned
from geo.reading.doing import Doing, is_target
from geo.reading.incident_words import incident_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.control_roles import Roles
    from geo.reading.incident_words import Entry
    from geo.reading.people import People

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "such"})
# Prepositions through which a clause tells of a happening: "fled after clashes in the town".
_TELLING = frozenset("after in during amid following by from despite of to for under".split())
# A meeting, a siege or a protest is told of by being set or held.
_BE_THERE = frozenset({"be", "come", "appear"})
_CLAUSES = frozenset({"relcl", "acl"})


@dataclass(frozen=True, eq=False, slots=True)
class Deed:
    """A verb or noun that says something happened."""

    token: Token
    head: Token  # the verb that tells of it; the token itself for a verb
    entry: Entry
    type: IncidentType
    exact: bool  # its words or a weapon say the type; else it is "attack", "blast"
    definite: bool = False  # "the attack": something already told


@dataclass(frozen=True)
class Sentences:
    """What the finding of deeds needs of one sentence."""

    roles: Roles
    people: People
    table: ActorTable


def deeds_in(here: Sentences) -> list[Deed]:
    """Return the deeds of a sentence in the order of its words."""
    found = [deed for token in here.roles.sentence.span if (deed := _deed(here, token))]
    # "launched an attack": the verb of telling is no deed beside its noun.
    told = {deed.head.i for deed in found if deed.head != deed.token}
    return [d for d in found if d.token.i not in told or d.exact or d.token != d.head]


def _deed(here: Sentences, token: Token) -> Deed | None:
    shot_dead = token.lower_ == "shot" and token.i + 1 < len(token.doc) and (
        token.nbor(1).lower_ == "dead"
    )  # the tagger takes the verb for a noun
    if shot_dead or (
        token.pos_ == "VERB" and token.dep_ not in {"amod", "compound", "nmod"}
    ):
        return _verb(here, token, "shoot" if shot_dead else token.lemma_.lower())
    if token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "VBG":
        return _noun(here, token)
    return None


def _verb(here: Sentences, verb: Token, lemma: str) -> Deed | None:
    doing = Doing(here.roles, here.people, verb)
    for entry in incident_words().verbs.get(lemma, ()):
        if doing.fits(entry):
            kind, exact = _kind(here, doing, entry)
            return Deed(verb, verb, entry, kind, exact)
    return _noun(here, verb) if verb.tag_ == "VBG" and verb.dep_ not in {"advcl"} else None


def _kind(here: Sentences, doing: Doing, entry: Entry) -> tuple[IncidentType, bool]:
    weapon = incident_words().weapon(doing.means())
    if entry.type is IncidentType.SHOOTING and weapon is IncidentType.SNIPER:
        return IncidentType.SNIPER, True
    if not entry.generic:
        return entry.type, True
    if weapon is not None:
        return weapon, True
    if entry.by_group is not None:
        armed = here.roles.armed(doing.agents)
        if any(here.table.get(one.actor).kind is ActorKind.ARMED_GROUP for one in armed):
            return entry.by_group, True
    return entry.type, False


def _noun(here: Sentences, noun: Token) -> Deed | None:
    words = incident_words()
    entry = words.noun(noun)
    if entry is None or noun.dep_ in {"compound", "amod", "nmod", "poss"}:
        return None
    if any(c.lower_ in words.around["not_beside"] for c in noun.lefts) or _on_abstract(here, noun):
        return None
    # "an attack and a bombing" are told together, by the verb of the first.
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    definite = _is_definite(noun)
    head = _telling(here, first, definite=definite)
    if head is None:
        return None
    weapon = words.weapon(_means_of(noun))
    if weapon is not None and (entry.generic or entry.type is IncidentType.SHOOTING):
        return Deed(noun, head, entry, weapon, True, definite)
    kind = _strike_kind(here, noun, entry)
    return Deed(noun, head, entry, kind, not entry.generic, definite)


def _strike_kind(here: Sentences, noun: Token, entry: Entry) -> IncidentType:
    del here, noun
    return entry.type


def _means_of(noun: Token) -> list[Token]:
    """Return the words beside and below a noun that may name its weapon."""
    found = [noun]
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod", "poss"}:
            found += [*child.subtree]
        elif child.lower_ in {"with", "by", "from", "of", "using", "involving"}:
            found += [t for one in governed(child) for t in pruned(one)]
    return found


def _on_abstract(here: Sentences, noun: Token) -> bool:
    """Whether it is turned on something that is nobody and no place: "attack on poverty"."""
    onto = [n for p in noun.children if p.lower_ in {"on", "against", "with", "for", "over"}
            for n in governed(p)]  # fmt: skip
    words = incident_words().around
    if any(one.lemma_.lower() in words["abstract"] for one in onto):
        return True
    bare = [one for one in onto if one.pos_ == "NOUN" and one.ent_type_ not in {"DATE", "TIME"}]
    noisy = {"on", "against"} & {c.lower_ for c in noun.children}
    return bool(noisy and bare) and not any(is_target(here.roles, here.people, o) for o in onto)


def _is_definite(noun: Token) -> bool:
    if noun.tag_ in {"NNS", "NNPS"} and not any(c.dep_ == "det" for c in noun.lefts):
        return any(c.dep_ == "poss" for c in noun.lefts)
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def _telling(here: Sentences, noun: Token, *, definite: bool) -> Token | None:
    """Return the verb that tells of a happening named by a noun; None where it is only named."""
    around = incident_words().around
    head, dep = noun.head, noun.dep_
    if dep in {"nsubj", "nsubjpass"} and head.pos_ in {"VERB", "AUX"}:
        occurs = head.lemma_ in around["occur"]
        if occurs or (is_passive(head) and head.lemma_ in around["carry"] | {"repel"}):
            return head
        return None
    if dep == "attr" and head.lemma_ in _BE_THERE:
        return head if any(c.dep_ == "expl" for c in head.children) else None
    if dep == "dobj" and head.lemma_ in around["carry"]:
        return head
    if dep == "pobj" and head.lower_ in _TELLING:
        verb = _verb_above(noun)
        return verb if not definite or _kills(verb) or _is_own(here, noun) else None
    return head if dep == "dobj" and not definite and _is_own(here, noun) else None


def _kills(verb: Token) -> bool:
    return verb.lemma_ in {"kill", "die", "wound", "injure", "hurt", "perish", "slay", "carry", "leave"}


def _is_own(here: Sentences, noun: Token) -> bool:
    """Whether the noun's own phrase says where or who, so that it is more than a mention."""
    return bool(here.roles.mentions_below(noun)) or any(
        here.roles.within(p) for p in prepositions(noun, {"by", "between", "of"})
    )


def _verb_above(noun: Token) -> Token:
    token = noun
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def clause_heads(token: Token) -> Iterator[Token]:
    """Yield the nouns and verbs above a word, nearest first, through clauses of its own."""
    while token.head != token:
        token = token.head
        yield token
