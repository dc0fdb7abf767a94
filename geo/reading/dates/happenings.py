"""Whether two statements tell of one happening, and whether as planned or as done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.dates.clauses import SAYING, auxiliaries, is_predicate, predicate_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.dates.times import Expression
    from geo.reading.parsed import ParsedReport, Sentence

_BEGINS = frozenset({"begin", "start", "launch", "erupt", "break", "open", "mount"})
_ENTERS = frozenset({"enter", "attack", "invade", "storm", "assault", "raid", "overrun"})
FIGHTS = frozenset({
    "clash", "fighting", "assault", "attack", "offensive", "battle", "war", "siege", "push",
    "advance", "incursion", "raid", "invasion", "hostility", "operation", "campaign",
})  # fmt: skip
_GAINS = frozenset({"seize", "capture", "overrun", "consolidate", "conquer", "take", "overtake"})
_LEAVES = frozenset({"retreat", "withdraw", "flee", "lose"})
_GROUND = frozenset({
    "ground", "territory", "control", "town", "city", "village", "camp", "district", "area",
    "neighborhood", "neighbourhood", "base", "position", "airport", "swathe", "hold",
})  # fmt: skip
_PLANS = frozenset({
    "agree", "plan", "propose", "call", "urge", "offer", "want", "discuss", "intend", "demand",
    "seek", "consider", "prepare", "back", "support", "promise", "vow", "hope",
})  # fmt: skip
_MODALS = frozenset({"will", "would", "shall", "should", "could", "may", "might", "can", "must"})
# "the National Patriotic Front (NPF)", "the Islamic Courts group (ICU)".
_SHORT_NAME = re.compile(r"((?:[A-Z][\w'-]+\s+){2,5})(?:[a-z]+\s+)?\(([A-Z]{2,6})\)")
_OPENING = 6  # sentences: what a report is about stands there


def same_happening(one: Expression, other: Expression) -> bool:
    """Whether two dated clauses tell of one happening: both the outbreak, or the same act."""
    if is_outbreak(one.verb) and is_outbreak(other.verb):
        return True
    shared = _things(one.verb) & _things(other.verb)
    return one.verb.lemma_ == other.verb.lemma_ not in SAYING | {"be", "have"} and len(shared) >= 2


def is_outbreak(verb: Token) -> bool:
    """Whether a clause tells that fighting began somewhere."""
    if verb.lemma_ in _ENTERS:
        return True
    return verb.lemma_ in _BEGINS and bool(_things(verb) & FIGHTS)


def _things(verb: Token) -> set[str]:
    """Return the lemmas of what takes part: subject, objects, and the noun of a relative clause."""
    things = {one.lemma_.lower() for one in verb.subtree if one.pos_ in {"NOUN", "PROPN", "VERB"}}
    if verb.dep_ == "relcl":
        things.add(verb.head.lemma_.lower())
    return things - {verb.lemma_}


def phrases(parsed: ParsedReport) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the common-noun phrases of two words or more that are planned or done."""
    for sentence in parsed.sentences:
        for phrase, head in _noun_phrases(sentence):
            if stage := _stage(head):
                yield phrase, stage


def _noun_phrases(sentence: Sentence) -> Iterator[tuple[tuple[str, ...], Token]]:
    run: list[Token] = []
    for token in [*sentence.span, None]:
        if token is not None and token.pos_ in {"NOUN", "ADJ"} and token.text[0].islower():
            run.append(token)
            continue
        while run and run[-1].pos_ != "NOUN":
            run.pop()
        # People and forces come in the plural; what is agreed on is a room, a corridor, a truce.
        if len(run) >= 2 and run[-1].tag_ == "NN":
            yield tuple(one.lemma_.lower() for one in run), run[-1]
        run = []


def _stage(noun: Token) -> str | None:
    """Whether what a noun names is still planned or is done, by the verbs above it."""
    verb = predicate_of(noun)
    words = {aux.lemma_ for aux in auxiliaries(verb)}
    if verb.lemma_ not in _PLANS | SAYING and not words & _MODALS:
        tags = {aux.tag_ for aux in auxiliaries(verb) if aux.lemma_ == "have"}
        if tags & {"VBZ", "VBP", "VBD"} or (verb.tag_ == "VBD" and noun.dep_ == "dobj"):
            return "done"
    for _ in range(3):
        modal = {aux.lemma_ for aux in auxiliaries(verb)} & _MODALS
        if modal or verb.lemma_ in _PLANS or verb.tag_ == "VB":
            return "planned"
        if verb.head == verb:
            break
        verb = predicate_of(verb.head)
    return None


def fortunes(parsed: ParsedReport) -> tuple[set[str], set[str]]:
    """Return the names of those whom the opening of a report tells to gain and to lose ground."""
    gain: set[str] = set()
    loss: set[str] = set()
    for sentence in parsed.sentences[:_OPENING]:
        for verb in sentence.span:
            if verb.pos_ != "VERB" or not is_predicate(verb) or not _is_real(verb):
                continue
            objects = {one.lemma_ for one in verb.children if one.dep_ in {"dobj", "prt", "prep"}}
            names = _subject_names(verb)
            if verb.lemma_ in _LEAVES and (verb.lemma_ != "lose" or objects & _GROUND):
                loss |= names
            elif verb.lemma_ in _GAINS and (
                verb.lemma_ != "take" or objects & (_GROUND | {"over"})
            ):
                gain |= names
    behind = _full_names(parsed.text)
    gain |= {word for short in gain for word in behind.get(short, ())}
    loss |= {word for short in loss for word in behind.get(short, ())}
    return gain - loss, loss


def _full_names(text: str) -> dict[str, set[str]]:
    """Return the words behind each short name that is introduced in brackets after a long one."""
    return {
        found[2].lower(): {word.lower() for word in found[1].split()}
        for found in _SHORT_NAME.finditer(text)
    }


def _is_real(verb: Token) -> bool:
    words = {aux.lemma_ for aux in auxiliaries(verb)}
    denied = any(child.dep_ == "neg" for child in verb.children)
    perfect = "have" in words or verb.tag_ == "VBD"
    return perfect and not denied and not words & _MODALS


def _subject_names(verb: Token) -> set[str]:
    return {
        one.lower_
        for child in verb.children
        if child.dep_ == "nsubj"
        for one in child.subtree
        if one.pos_ == "PROPN"
    }
