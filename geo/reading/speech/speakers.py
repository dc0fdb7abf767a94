"""What sort of speaker a noun phrase names, and to which party he belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.codes import ClaimantType
from geo.reading.actors import forces
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.actors import Actor, ActorTable
    from geo.reading.clues import ActorMention, Clues
    from geo.reading.parsed import Sentence


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


_RESIDENTS = word_set(
    "resident residents villager villagers witness witnesses eyewitness eyewitnesses survivor "
    "survivors local locals shopkeeper trader farmer farmers student teacher refugee refugees "
    "mother father brother sister uncle relative relatives neighbour neighbor worker herder elder "
    "elders activist activists doctor medic medics nurse man woman people civilian civilians "
    "driver citizen citizens shepherd fisherman vendor evacuee evacuees detainee prisoner"
)
_OFFICIAL = word_set(
    "official officials minister ministry president spokesman spokeswoman spokesperson ambassador "
    "mayor governor authorities authority lawmaker lawmakers diplomat diplomats government "
    "prosecutor chief envoy secretary administrator councillor senator premier chairman director "
    "head deputy leader leadership police policeman judge commissioner coordinator representative "
    "adviser advisor state regime delegation presidency cabinet parliament"
)
_SOLDIERS = word_set(
    "commander general colonel major captain brigadier lieutenant army military soldier soldiers "
    "officer officers rebels rebel militants militant fighters fighter insurgents junta militia "
    "troops general-staff navy coastguard"
)
# Words of a state's own forces: in a report about one state they are that state's.
_REGULARS = word_set(
    "army military navy air-force staff brigadier general colonel major captain lieutenant "
    "gen brig col maj lt sgt ministry coastguard gendarmerie police"
)
_MONITORS = word_set("monitor observatory watchdog tracker monitors")
_AID = word_set(
    "agency agencies charity charities organisation organization ngo ngos humanitarian group groups"
    " society hospital clinic"
)
_PRESS = word_set(
    "media television tv newspaper website radio channel broadcaster reporter correspondent "
    "journalist journalists newspapers outlet press"
)
# What a speaker is by his word, the most telling first.
_ROLES = (
    (_RESIDENTS, ClaimantType.RESIDENT),
    (_MONITORS, ClaimantType.MONITOR),
    (_PRESS, ClaimantType.MEDIA),
    (_SOLDIERS, ClaimantType.BELLIGERENT),
    (_OFFICIAL, ClaimantType.OFFICIAL),
    (_AID, ClaimantType.UN_OR_NGO),
)
# "A security source": whose, nobody says.
_SOURCES = (
    (word_set("security military army intelligence rebel"), ClaimantType.BELLIGERENT),
    (word_set("government ministry diplomatic official police"), ClaimantType.OFFICIAL),
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
    phrase = _phrase(head)
    roles = _roles(phrase, head)
    mention = _actor_in(clues, sentence, phrase, head)
    if _is_person(head):
        return _person(clues, sentence, head, table)
    actor = table.get(mention.actor) if mention is not None else None
    if actor is None and roles & _REGULARS:
        actor = _only_state(clues, table)
    if actor is not None and _stands_for_itself(actor, head):
        return _itself(actor, head)
    kind = _type_by(roles, actor, head)
    party = _party(actor, kind)
    name = _description(head, kind, phrase)
    return Speaker(name, kind, name, party=party, person="Sing" in head.morph.get("Number", []))


def _itself(actor: Actor, head: Token) -> Speaker:
    """Describe a listed actor that speaks in its own name."""
    kind = _KIND_TYPES[actor.kind]
    if actor.kind is ActorKind.STATE_FORCES and head.lower_ in _SOLDIERS | forces.STATE:
        kind = ClaimantType.BELLIGERENT
    party = actor.parent if kind is ClaimantType.MEDIA else _party(actor, kind)
    return Speaker(actor.name, kind, actor.name, actor.id, party, named=True)


def _stands_for_itself(actor: Actor, head: Token) -> bool:
    if actor.id == "civilians" or head.lower_ in forces.OFFICIALS - {"authorities", "leadership"}:
        return actor.kind is ActorKind.MEDIA_AGENCY
    return head.lower_ not in forces.MEMBERS


def _person(clues: Clues, sentence: Sentence, head: Token, table: ActorTable) -> Speaker:
    """Describe a named person by what the report says of him anywhere; here first."""
    name, roles, actor = "", set[str](), None
    for where, token in _namesakes(clues, sentence, head):
        phrase = _phrase(token)
        name = max(name, _full_name(token), key=len)
        roles |= _roles(phrase, token)
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


def _phrase(head: Token) -> list[Token]:
    """Return the words of a noun phrase with its title, apposition and "of …"."""
    words: list[Token] = [head]
    for child in head.children:
        if child.dep_ in {"compound", "amod", "nmod", "poss", "det", "case", "nummod"}:
            words += list(child.subtree)
        elif child.dep_ in {"appos", "conj", "cc"}:
            words += [child, *(t for c in child.children for t in _modifier(c))]
        elif child.dep_ in {"prep", "acl"} and child.lower_ in {"of", "from", "for", "calling"}:
            words += list(child.subtree)
    if head.dep_ == "appos" and head.head.pos_ in {"PROPN", "NOUN"}:
        words += [head.head, *(t for c in head.head.children for t in _modifier(c))]
    if head.dep_ == "oprd":  # "a resident calling himself X"
        words += [head.head.head]
    return sorted(set(words), key=lambda token: token.i)


def _modifier(child: Token) -> list[Token]:
    if child.dep_ in {"compound", "amod", "nmod", "poss"} or (
        child.dep_ == "prep" and child.lower_ in {"of", "from", "for"}
    ):
        return list(child.subtree)
    return []


def _roles(phrase: list[Token], head: Token) -> set[str]:
    roles = {token.lower_ for token in phrase if token.pos_ in {"NOUN", "PROPN", "ADJ"}}
    for child in head.children:
        if child.dep_ == "relcl" and child.lemma_ in {"head", "lead", "run", "chair", "command"}:
            roles.add("head")
    return roles


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
    if word in {"source", "sources"}:
        return next((kind for words, kind in _SOURCES if roles & words), ClaimantType.UNATTRIBUTED)
    for words, kind in _ROLES:
        if word in words or (head.pos_ == "PROPN" and roles & words):
            return kind
    return ClaimantType.UNATTRIBUTED


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


def _full_name(head: Token) -> str:
    first = head.i
    while (
        first > head.sent.start
        and head.doc[first - 1].pos_ in {"PROPN", "PUNCT"}
        and (
            head.doc[first - 1].text == "-"
            or (head.doc[first - 1].pos_ == "PROPN" and head.doc[first - 1].ent_type_ == "PERSON")
        )
    ):
        first -= 1
    return head.doc[first : head.i + 1].text


def _description(head: Token, kind: ClaimantType, phrase: list[Token]) -> str:
    if kind is ClaimantType.RESIDENT:
        return head.lower_
    left = [t for t in phrase if t.i <= head.i and t.dep_ != "det" and t.pos_ != "DET"]
    joined = [t for t in phrase if t.i > head.i and t.dep_ in {"cc", "conj"}]
    words = sorted({*left, *joined}, key=lambda t: t.i)
    return "".join(t.text_with_ws for t in words).strip() or head.text
