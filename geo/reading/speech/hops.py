"""The hops of a chain that one frame names: the speaker, whom he cites, the press he used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import ClaimantType
from geo.reading.speech.frames import Frame, said_in
from geo.reading.speech.phrases import words_for
from geo.reading.speech.saying import quoter_of
from geo.reading.speech.speakers import Speaker, speaker_of
from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence

_LISTS = words_of("speakers")
_THE_PRESS, _RECALLED, _BODIES = _LISTS["the_press"], _LISTS["recalled"], _LISTS["bodies"]
_QUOTES = words_of("saying")["quotes"]
_RELATIVES = frozenset({"WP", "WDT"})

NOBODY = Speaker("unattributed", ClaimantType.UNATTRIBUTED, "unattributed")
# So many sentences back a reader keeps a speaker in mind.
_MEMORY = 6


def hops_of(clues: Clues, frame: Frame, table: ActorTable) -> list[Speaker]:
    """Return whom a frame gives a statement to, innermost first."""
    cited = [
        speaker_of(clues, frame.sentence, one, table) for one in _cited(frame.sentence, frame.cue)
    ]
    return [*cited, *_said(clues, frame, table)]


def _said(clues: Clues, frame: Frame, table: ActorTable) -> list[Speaker]:
    """Return the speaker of a frame and the press he used, innermost first."""
    head = frame.speaker
    if head is None:
        return [NOBODY]
    agencies = _agencies(clues, frame, table)
    if head.pos_ == "PRON" and head.tag_ not in _RELATIVES and not _is_known(clues, frame):
        return [*(_hops_before(clues, frame, head.lower_, table) or [NOBODY]), *agencies]
    speaker = speaker_of(clues, frame.sentence, _antecedent(head), table)
    pointed = speaker.actor is None and speaker.party is None and _points_back(head)
    if pointed and (before := _hops_before(clues, frame, head.lower_, table)):
        return [*before, *(one for one in agencies if one not in before)]
    return [speaker, *agencies]


def _is_known(clues: Clues, frame: Frame) -> bool:
    head = frame.speaker
    at = frame.sentence.offset_of(head) if head is not None else -1
    return any(mention.head == at for mention in clues.actors_in(frame.sentence))


def _points_back(head: Token) -> bool:
    """Whether it is "the spokesman", "the official, who …": somebody who spoke before."""
    if head.lower_ in _THE_PRESS:
        return True
    # "The war monitor", but not "the Syrian monitor".
    plain = head.lower_ in _BODIES
    kinds = {
        c.dep_
        for c in head.children
        if c.dep_ != "relcl" and not (plain and c.dep_ in {"amod", "compound"} and c.text.islower())
    }
    definite = any(c.lower_ in {"the", "that", "this"} for c in head.children)
    return head.lower_ in _RECALLED and definite and kinds <= {"det", "punct"}


def _antecedent(head: Token) -> Token:
    """Return whom "who" stands for."""
    return head.head.head if head.tag_ in _RELATIVES and head.head.dep_ == "relcl" else head


def _hops_before(clues: Clues, frame: Frame, word: str, table: ActorTable) -> list[Speaker]:
    """Return who "he", "the spokesman" or "the article" is: the last who spoke and may be it."""
    for one in _frames_before(clues, frame):
        head = one.speaker
        if head is None or head.pos_ == "PRON" or head.lower_ in _THE_PRESS:
            continue
        if _points_back(head) and word in _RECALLED:
            continue  # nor does "the official" before say who he is
        head = _antecedent(head)
        speaker = speaker_of(clues, one.sentence, head, table)
        if _may_be(word, speaker, words_for(head)):
            return [speaker, *_agencies(clues, one, table)]
    return []


def _frames_before(clues: Clues, frame: Frame) -> Iterator[Frame]:
    sentences, here = clues.parsed.sentences, frame.sentence.index
    for index in range(here, max(here - _MEMORY, -1), -1):
        for one in reversed(said_in(sentences[index])):
            if index < here or one.cue.i < frame.cue.i:
                yield one


def _may_be(word: str, speaker: Speaker, described: set[str]) -> bool:
    press = speaker.type is ClaimantType.MEDIA
    if word in _THE_PRESS:
        return press
    if word in _RECALLED:
        bodies = word in _BODIES and not speaker.person and speaker.named and not press
        if word in {"monitor", "watchdog"}:
            bodies = speaker.type in {ClaimantType.MONITOR, ClaimantType.UN_OR_NGO}
        return word in described or bodies
    if word in {"they", "it"}:
        return not speaker.person and not press
    return speaker.person and not press


def _cited(sentence: Sentence, cue: Token) -> Iterator[Token]:
    """Yield whom the words of saying cite: "Reuters reported, citing two officials"."""
    for token in sentence.span:
        if token.tag_ == "VBG" and token.lemma_ in _QUOTES and _belongs(token, cue):
            yield from (child for child in token.children if child.dep_ == "dobj")


def _belongs(citing: Token, cue: Token) -> bool:
    """Whether no other words of saying stand between "citing" and the cue."""
    first, last = sorted((citing.i, cue.i))
    between = (cue.doc[i] for i in range(first + 1, last))
    return not any(t.pos_ == "VERB" and t.dep_ in {"ROOT", "parataxis"} for t in between)


def _agencies(clues: Clues, frame: Frame, table: ActorTable) -> list[Speaker]:
    """Read the press a speaker used: "told AFP", "quoted by SANA", "in a post carried by X"."""
    found = []
    quoter = quoter_of(frame.cue)
    if quoter is not None:
        found.append(speaker_of(clues, frame.sentence, quoter, table))
    for part in frame.cue.subtree:
        if part.pos_ not in {"PROPN", "NOUN", "X"} or part in {frame.speaker, quoter}:
            continue
        if _is_told(part, frame.cue):
            speaker = speaker_of(clues, frame.sentence, part, table)
            if speaker.type is ClaimantType.MEDIA and speaker.actor:
                found.append(speaker)
    return found


def _is_told(part: Token, cue: Token) -> bool:
    link = part.head
    if part.dep_ in {"dobj", "dative"}:
        return link == cue
    return part.dep_ == "pobj" and (
        link.dep_ in {"agent", "dative"}
        or (link.lower_ == "to" and link.head == cue)
        or link.lower_ in {"with", "via", "through"}
    )
