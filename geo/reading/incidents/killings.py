"""Killings told without a word of how, and which of two tellers a figure is told by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import IncidentType
from geo.reading.control.arguments import agents, governed
from geo.reading.dates.clauses import SAYING
from geo.reading.incidents.deeds import Deed
from geo.reading.incidents.meant import is_armed
from geo.reading.incidents.victims import SaidAs
from geo.reading.incidents.words import Entry, incident_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.incidents.deeds import Sentences
    from geo.reading.incidents.victims import Casualties

# Killed without a word of how: an attack, but which is a guess.
_KILLING = Entry(IncidentType.ARMED_CLASH, 0.6, generic=True, tag="killing")
_VIOLENT = frozenset({"kill", "slay", "wound", "injure"})
_DURING = frozenset({"in", "during", "by", "amid", "from", "after"})
_TELLING = SAYING | {"put", "estimate", "report", "count", "accord"}


def deed_of_killing(here: Sentences, one: Casualties) -> Deed | None:
    """Return the deed of a killing that says nothing of how; None where none is told of."""
    verb = one.token if one.token.pos_ == "VERB" else one.token.head
    if one.said_as is SaidAs.NONE or (one.tally is None and not one.victims):
        return None
    if one.said_as is not SaidAs.DEED:
        return Deed(one.token, verb, _KILLING, _KILLING.type, False)
    told = one.token.pos_ == "VERB" or one.token.lemma_ in {"dead", "death", "killing"}
    violent = verb.lemma_ in _VIOLENT or one.token.lemma_ == "killing"
    violent = violent or in_violence(one.token) or in_violence(verb)
    armed = any(is_armed(here.roles, agent) for agent in agents(verb))
    if not (violent and told) and not armed:
        return None
    if agents(verb) and not armed and not _may_kill(one, verb):
        return None  # the flood killed, the bill was killed by lawmakers
    return Deed(one.token, verb, _KILLING, _KILLING.type, False)


def bare_deed(one: Casualties) -> Deed:
    """Return the deed of dead or hurt of whom nothing is said: it was told of before."""
    verb = one.token if one.token.pos_ == "VERB" else one.token.head
    return Deed(one.token, verb, _KILLING, _KILLING.type, False)


def _may_kill(one: Casualties, verb: Token) -> bool:
    """Whether the war, or somebody only a pronoun names, did it: "it had killed 258 militants"."""
    doers = agents(verb)
    if any(_is_lasting(agent) for agent in doers) or verb.lemma_ not in _VIOLENT:
        return True
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and _is_violent(verb.head):
        return one.tally is not None  # "was hit by tank fire, killing 12"
    return one.tally is not None and all(agent.pos_ == "PRON" for agent in doers)


def in_violence(token: Token) -> bool:
    """Whether people died in something violent: "died in the unrest", "left dead by fighting"."""
    inside = [c for c in token.children if c.lower_ in _DURING]
    nouns = [noun for one in inside for noun in governed(one)]
    if token.pos_ == "VERB":
        nouns += agents(token)
    return any(_is_lasting(noun) or incident_words().noun(noun) is not None for noun in nouns)


def _is_violent(verb: Token) -> bool:
    """Whether a weapon or a deed of violence is named in a clause."""
    told = [t for t in verb.subtree if t.pos_ == "NOUN"]
    return incident_words().weapon(told) is not None or in_violence(verb)


def _is_lasting(noun: Token) -> bool:
    return bool({noun.lemma_.lower(), noun.lower_} & incident_words().around["lasting"])


def teller_of(token: Token) -> Token | None:
    """Return the word by which a clause is said to be somebody's: "said", "according"."""
    current = token
    while True:
        own = [c for c in current.children if c.lower_ == "according"]
        if own:
            return own[0]
        above = current.head
        if above == current:
            return current if current.lemma_ in _TELLING else None
        if above.lemma_ in _TELLING and above.pos_ == "VERB":
            return above
        current = above


def told_apart(one: Casualties, others: list[Casualties]) -> bool:
    """Whether the same figure is told of by somebody else: "the army said 5, the rebels 30"."""
    same = [other for other in others if other.killed is one.killed and other.tally is not None]
    if not same or one.tally is None:
        return False
    tellers = {teller_of(other.token) for other in same}
    mine = teller_of(one.token)
    return mine not in tellers and (mine is not None or None not in tellers)
