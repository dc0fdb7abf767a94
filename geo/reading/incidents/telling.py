"""Whether a noun for a deed tells of it, and by which verb; else it is only named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.control.arguments import governed, is_passive, prepositions
from geo.reading.incidents.words import incident_words
from geo.reading.places.words import words
from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.incidents.deeds import Sentences
    from geo.reading.incidents.words import Entry

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "such"})
# Prepositions through which a clause tells of a happening: "fled after clashes in the town".
_TELLING = words("after in during amid following by from despite of to for under")
# A meeting, a siege or a protest is told of by being set or held.
_KILLINGS = words(
    "murder assassination massacre beheading execution kidnapping abduction lynching killing"
)
_HARMS = words("kill die wound injure hurt perish slay carry destroy damage rock shake")
# How people and houses are left by what happened: "left two dead"; not "left the town".
_LEFT = words(
    "dead wounded injured hurt homeless displaced trapped destroyed damaged ruins damage "
    "casualties victims toll balance losses injuries unconscious paralyzed paralysed"
)
# "Beaten back with the help of an air strike".
_HELPED = frozenset({"help", "support", "aid", "backing", "assistance"})
_STAGES = words("launchpad launch-pad springboard base ground post platform hub point route area")
_BE_THERE = frozenset({"be", "come", "appear"})
# Whoever comes, is or was taken under fire.
_UNDER = frozenset({"come", "be", "remain", "take"})
_OFFICIALS = words_of("speakers")["official"]


def is_definite(noun: Token) -> bool:
    """Whether a noun points at something known: "the attack", "Friday's raid"."""
    if noun.tag_ in {"NNS", "NNPS"} and not any(c.dep_ == "det" for c in noun.lefts):
        return any(c.dep_ == "poss" for c in noun.lefts)
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def telling_of(here: Sentences, noun: Token, entry: Entry, *, definite: bool) -> Token | None:
    """Return the verb that tells of a happening named by a noun; None where it is only named."""
    head = noun.head
    if entry.needs:
        return verb_above(noun) if _is_of_place(here, noun, entry) else None
    if _is_told(noun):
        return head if noun.dep_ != "pobj" else head.head
    if _is_help(noun) and not definite:
        return verb_above(noun)
    # "The launchpads for its assault" tell of none.
    if noun.dep_ == "pobj" and _tells(head):
        verb = verb_above(noun)
        own = _is_dated(noun) or (_is_own(here, noun) and not definite)
        own = own and not _is_averse(noun)
        day = definite and _is_only_a_day(noun)
        return verb if (_kills(verb) or own) and not day else None
    if _is_killing_of(here, noun) and not _is_averse(noun):
        return verb_above(noun)
    plain = noun.dep_ == "dobj" and not definite and not _is_averse(noun)
    return head if plain and _is_own(here, noun) else None


def _is_help(noun: Token) -> bool:
    of = noun.head
    return (
        noun.dep_ == "pobj"
        and of.lower_ == "of"
        and of.head.lemma_ in _HELPED
        and of.head.dep_ == "pobj"
    )


def _tells(preposition: Token) -> bool:
    word = preposition.lower_
    return word in _TELLING and not (word == "for" and preposition.head.lemma_ in _STAGES)


def _is_of_place(here: Sentences, noun: Token, entry: Entry) -> bool:
    """Whether it is told with its place and day: "the fall of Kidal on 14 November"."""
    of = [n for p in prepositions(noun, set(entry.needs)) for n in governed(p)]
    of += [child for child in noun.children if child.dep_ == "poss"] if "of" in entry.needs else []
    placed = any(here.roles.place_at(one) is not None for one in of)
    return placed and not _is_averse(noun)


def _is_only_a_day(noun: Token) -> bool:
    """Whether it only says when: "a day after the battle", "hours before the raid"."""
    anchor = noun.head
    return noun.dep_ == "pobj" and any(
        child.dep_ in {"npadvmod", "advmod"} and child.ent_type_ in {"DATE", "TIME"}
        for child in anchor.children
    )


def _is_dated(noun: Token) -> bool:
    """Whether its own phrase says when, so that it is told and not pointed at: "Friday's raid"."""
    return any(t.ent_type_ in {"DATE", "TIME"} for child in noun.children for t in child.subtree)


def _is_averse(noun: Token) -> bool:
    """Whether it is feared, planned or kept from happening: "fears of an attack on the town"."""
    averse = incident_words().around["averse"]
    above = [noun.head, noun.head.head] if noun.dep_ == "pobj" else [noun.head]
    return any(one.lemma_.lower() in averse for one in above)


def _is_told(noun: Token) -> bool:
    """Whether a noun is the subject or object of a verb that tells of happenings."""
    around = incident_words().around
    head, dep = noun.head, noun.dep_
    if head.lemma_ == "hear" and noun.lemma_.lower() in around["heard"]:
        return False  # nobody knows of what, or where
    if dep in {"nsubj", "nsubjpass"}:
        staged = is_passive(head) and head.lemma_ in around["carry"]
        return head.lemma_ in around["occur"] or staged
    if dep == "pobj" and head.lower_ == "under" and head.head.lemma_ in _UNDER:
        return not _is_criticised(noun, head.head)  # "came under mortar fire"
    if dep == "attr":
        return head.lemma_ in _BE_THERE and any(c.dep_ == "expl" for c in head.children)
    if dep == "aux":  # the model takes "shelling killed" for one verb and its auxiliary
        alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
        return _kills(head) or (alone and head.lemma_ in around["occur"])
    return dep == "dobj" and head.lemma_ in around["carry"]


def _is_criticised(noun: Token, verb: Token) -> bool:
    """Whether it may be words alone that somebody is under: "the minister came under fire"."""
    if any(child.dep_ in {"amod", "compound"} for child in noun.children):
        return False
    return any(c.lower_ in _OFFICIALS for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})


def _kills(verb: Token) -> bool:
    """Whether a verb says what a happening did to people and houses."""
    if verb.lemma_ == "leave":
        return any(t.lower_ in _LEFT for t in verb.subtree)
    return verb.lemma_ in _HARMS


def _is_killing_of(here: Sentences, noun: Token) -> bool:
    """Whether it is told with its victims: "the murder of six priests", "the mayor's murder"."""
    return noun.lemma_.lower() in _KILLINGS and any(
        here.people.count_of(one) or one.ent_type_ == "PERSON" for one in victims_of(noun)
    )


def victims_of(noun: Token) -> list[Token]:
    """Return whom a noun for a deed was done to."""
    of = [n for p in noun.children if p.lower_ == "of" for n in governed(p)]
    return [*of, *(child for child in noun.children if child.dep_ == "poss")]


def _is_own(here: Sentences, noun: Token) -> bool:
    """Whether the noun's own phrase says where or who, so that it is more than a mention."""
    return bool(here.roles.mentions_below(noun)) or any(
        here.roles.within(p) for p in prepositions(noun, {"by", "between", "of"})
    )


def verb_above(noun: Token) -> Token:
    """Return the verb of the clause a noun stands in; the topmost word where there is none."""
    token = noun
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token
