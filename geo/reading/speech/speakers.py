"""What sort of speaker a noun phrase names, and to which party he belongs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.codes import ClaimantType
from geo.reading.actors import forces
from geo.reading.speech.phrases import full_name, hung_on, phrase_of, roles_of
from geo.reading.speech.press import is_press, is_state_press, side_of_press, state_in
from geo.reading.speech.words import words_of
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.actors import Actor, ActorTable
    from geo.reading.clues import ActorMention, Clues
    from geo.reading.parsed import Sentence


# "The deputy governor of the Central Equatoria State": what is longer tells a story.
_LONGEST_OFFICE = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """One hop of a chain. ``actor`` is set where the speaker is a listed actor itself."""

    name: str
    type: ClaimantType
    role: str
    actor: str | None = None
    party: str | None = None
    person: bool = False
    named: bool = False


_LISTS = words_of("speakers")
_RESIDENTS = _LISTS["residents"]
_OFFICIAL = _LISTS["official"]
_SOLDIERS = _LISTS["soldiers"]
_REGULARS = _LISTS["regulars"]
_MONITORS = _LISTS["monitors"]
_AID = _LISTS["aid"]
_PRESS = _LISTS["press"]
_ONE_OF_MANY = _LISTS["one_of_many"]
# What a speaker is by his word, the most telling first.
_ROLES = (
    (_RESIDENTS, ClaimantType.RESIDENT),
    (_MONITORS, ClaimantType.MONITOR),
    (_PRESS, ClaimantType.MEDIA),
    (_SOLDIERS, ClaimantType.BELLIGERENT),
    (_OFFICIAL, ClaimantType.OFFICIAL),
    (_AID, ClaimantType.UN_OR_NGO),
)
_HELPERS = word_set("medical hospital health humanitarian aid relief un")
# Whose worker speaks for an agency; one of a hospital is a witness, as a doctor is.
_AGENCIES, _WORKERS = word_set("humanitarian aid relief charity ngo"), _LISTS["helpers"]
# "A security source": whose, nobody says.
_SOURCES = (
    (word_set("security military army intelligence rebel"), ClaimantType.BELLIGERENT),
    (word_set("government ministry diplomatic official police"), ClaimantType.OFFICIAL),
    (_HELPERS, ClaimantType.UN_OR_NGO),
    (word_set("local tribal village civilian"), ClaimantType.RESIDENT),
)
_KIND_TYPES = {
    ActorKind.MONITOR: ClaimantType.MONITOR,
    ActorKind.UN_AGENCY: ClaimantType.UN_OR_NGO,
    ActorKind.NGO: ClaimantType.UN_OR_NGO,
    ActorKind.MEDIA_AGENCY: ClaimantType.MEDIA,
    ActorKind.ARMED_GROUP: ClaimantType.BELLIGERENT,
    ActorKind.FACTION_UMBRELLA: ClaimantType.BELLIGERENT,
    ActorKind.CIVILIANS: ClaimantType.RESIDENT,
    ActorKind.POLITICAL: ClaimantType.OFFICIAL,
    ActorKind.CIVIL_AUTHORITY: ClaimantType.OFFICIAL,
    ActorKind.STATE_FORCES: ClaimantType.OFFICIAL,
}

# Who somebody is stands with one of the first mentions of his name, or where he speaks.
_INTRODUCED = 12


def speaker_of(clues: Clues, sentence: Sentence, head: Token, table: ActorTable) -> Speaker:
    """
    Describe the speaker a noun phrase names.

    Parameters
    ----------
    clues, sentence
        The report, and the sentence of the noun.
    head
        Head of the noun phrase.
    table
        Who the actors are.
    """
    head = _named_beside(head)
    phrase = phrase_of(head)
    roles = roles_of(phrase, head)
    if roles & _HELPERS:
        roles.discard("staff")  # the hospital's, not the army's
    mention = _actor_in(clues, sentence, phrase, head)
    if _is_person(head) and not _ends_a_name(sentence, head, mention, table):
        return _person(clues, sentence, head, table)
    actor = table.get(mention.actor) if mention is not None else None
    if is_state_press(phrase, head, actor):
        return _state_press(clues, phrase, head, table)
    if not is_press(actor) and (side := side_of_press(phrase, head, table)):
        name = _description(head, ClaimantType.MEDIA, phrase)
        return Speaker(name, ClaimantType.MEDIA, name, party=side.id)
    if actor is None and roles & (_REGULARS | _ONE_OF_MANY | _OFFICIAL):
        actor = state_in([token for token in phrase if token.dep_ == "amod"], table)
    if actor is None and roles & _REGULARS:
        actor = _only_state(clues, table)
    if actor is not None and _stands_for_itself(actor, head):
        return itself(actor, head)
    kind = _type_by(roles, actor, head)
    party = _party(actor, kind)
    name = _description(head, kind, phrase)
    return Speaker(name, kind, name, party=party, person="Sing" in head.morph.get("Number", []))


def _named_beside(head: Token) -> Token:
    """Return the person of "the head of the region, Jane Roe, said"."""
    if head.pos_ != "NOUN":
        return head
    named = (c for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON")
    return next((c for c in named if c.pos_ == "PROPN"), head)


def _ends_a_name(
    sentence: Sentence, head: Token, mention: ActorMention | None, table: ActorTable
) -> bool:
    """Whether the word is the last of a listed group's name, and no leader's."""
    if mention is None or mention.quote.end != sentence.end_of(head):
        return False
    actor = table.get(mention.actor)
    long = " " in mention.quote.text or actor.kind is ActorKind.MEDIA_AGENCY
    return long and mention.quote.text not in actor.leaders


def _state_press(clues: Clues, phrase: list[Token], head: Token, table: ActorTable) -> Speaker:
    """Describe the press of a state: the one it is said to be of, or the only one there is."""
    state = state_in([*phrase, *hung_on(head, {"in"})], table) or _only_state(clues, table)
    name = _description(head, ClaimantType.MEDIA, phrase)
    return Speaker(name, ClaimantType.MEDIA, name, party=state.id if state else None)


def itself(actor: Actor, head: Token | None = None) -> Speaker:
    """Describe a listed actor that speaks in its own name."""
    kind = _KIND_TYPES[actor.kind]
    soldiers = head is not None and head.lower_ in _SOLDIERS | forces.STATE | {"staff"}
    if actor.kind is ActorKind.STATE_FORCES and soldiers:
        kind = ClaimantType.BELLIGERENT
    party = actor.parent if kind is ClaimantType.MEDIA else _party(actor, kind)
    return Speaker(actor.name, kind, actor.name, actor.id, party, named=True)


def _stands_for_itself(actor: Actor, head: Token) -> bool:
    if actor.id == "civilians" or head.lower_ in forces.OFFICIALS - {"authorities", "leadership"}:
        return actor.kind is ActorKind.MEDIA_AGENCY
    return head.lower_ not in forces.MEMBERS | _ONE_OF_MANY


def _person(clues: Clues, sentence: Sentence, head: Token, table: ActorTable) -> Speaker:
    """Describe a named person by what the report says of him anywhere; here first."""
    name, roles, actor = "", set[str](), None
    for where, token in islice(_namesakes(clues, sentence, head), _INTRODUCED):
        phrase = phrase_of(token)
        name = max(name, full_name(token), key=len)
        roles |= roles_of(phrase, token)
        if actor is None and (mention := _actor_in(clues, where, phrase, token)):
            actor = table.get(mention.actor)
    if actor is None and {role.rstrip(".") for role in roles} & _REGULARS:
        actor = _only_state(clues, table)
    kind = _type_by(roles, actor, head)
    if kind is ClaimantType.UNATTRIBUTED:
        kind = ClaimantType.RESIDENT  # somebody with a name and no office
    if kind is ClaimantType.RESIDENT:
        role = next((word for word in sorted(roles & _RESIDENTS)), "resident")
        return Speaker(role, kind, role, person=True)
    return Speaker(name, kind, name, party=_party(actor, kind), person=True, named=True)


def _namesakes(clues: Clues, sentence: Sentence, head: Token) -> Iterator[tuple[Sentence, Token]]:
    yield sentence, head
    for other in clues.parsed.sentences:
        if head.text in other.raw:
            for token in other.span:
                last = token.text == head.text and token.dep_ != "compound"
                if last and not (other.index == sentence.index and token.i == head.i):
                    yield other, token


def _actor_in(
    clues: Clues, sentence: Sentence, phrase: list[Token], head: Token
) -> ActorMention | None:
    """Return the actor a phrase names; the one that covers its head, else the nearest."""
    heads = sentence.offset_of(head)
    spots = [sentence.offset_of(token) for token in phrase]
    relative = [c for c in head.children if c.dep_ == "relcl"]
    spots += [sentence.offset_of(t) for c in relative for t in c.subtree if c.lemma_ == "head"]
    inside = []
    for mention in clues.actors_in(sentence):
        if mention.quote.start <= heads < mention.quote.end or mention.head == heads:
            return mention
        if any(mention.quote.start <= at < mention.quote.end for at in spots):
            inside.append(mention)
    return min(inside, key=lambda m: abs(m.head - heads), default=None)


def _only_state(clues: Clues, table: ActorTable) -> Actor | None:
    """Return the one state whose forces the report names; with two it cannot be told whose."""
    named = {mention.actor for mention in clues.actors}
    states = [one for one in map(table.get, named) if one.kind is ActorKind.STATE_FORCES]
    return states[0] if len(states) == 1 else None


def _type_by(roles: set[str], actor: Actor | None, head: Token) -> ClaimantType:
    if actor is not None and actor.kind is not ActorKind.CIVILIANS:
        soldier = actor.kind is ActorKind.STATE_FORCES and roles & (_SOLDIERS | {"security"})
        return ClaimantType.BELLIGERENT if soldier else _KIND_TYPES[actor.kind]
    word = head.lower_
    if _is_aid_worker(roles, word):
        return ClaimantType.UN_OR_NGO
    if word in {"source", "sources"}:
        return next((kind for words, kind in _SOURCES if roles & words), ClaimantType.UNATTRIBUTED)
    for words, kind in _ROLES:
        if word in words or (head.pos_ == "PROPN" and roles & words):
            return kind
    return ClaimantType.UNATTRIBUTED


def _is_aid_worker(roles: set[str], word: str) -> bool:
    """Whether it is "aid workers", "a humanitarian official", "relief worker Jane Roe"."""
    return bool(roles & _AGENCIES) and (word in _WORKERS or bool(roles & _WORKERS))


def _party(actor: Actor | None, kind: ClaimantType) -> str | None:
    if actor is None or kind in {
        ClaimantType.MONITOR,
        ClaimantType.UN_OR_NGO,
        ClaimantType.RESIDENT,
    }:
        return None
    return actor.parent if actor.kind is ActorKind.MEDIA_AGENCY else actor.id


def _is_person(head: Token) -> bool:
    if head.pos_ != "PROPN" or head.text.isupper():
        return False
    if any(child.lower_ == "the" for child in head.children):
        return False  # "the Observatory said": a person's name takes no article
    return head.ent_type_ in {"PERSON", ""} or any(
        child.lower_ in _OFFICIAL | _SOLDIERS for child in head.children
    )


def _description(head: Token, kind: ClaimantType, phrase: list[Token]) -> str:
    if kind is ClaimantType.RESIDENT:
        return head.lower_
    left = [t for t in phrase if t.i <= head.i and t.dep_ != "det" and t.pos_ != "DET"]
    joined = [t for t in phrase if t.i > head.i and t.dep_ in {"cc", "conj"}]
    office = hung_on(head, {"of", "for"}) if kind is ClaimantType.OFFICIAL else []
    short = office if len(office) <= _LONGEST_OFFICE else []
    words = sorted({*left, *joined, *short}, key=lambda t: t.i)
    return "".join(t.text_with_ws for t in words).strip() or head.text
