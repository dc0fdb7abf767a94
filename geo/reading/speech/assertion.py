"""How a statement is put: as fact, as someone's word, hedged, denied, supposed, planned, past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.codes import Assertion
from geo.reading.speech import modals
from geo.reading.speech.background import history_word
from geo.reading.speech.doubt import doubts_about
from geo.reading.speech.frames import frames_over
from geo.reading.speech.governors import (
    of_untrue_claim,
    verdicts_of_content_noun,
    verdicts_of_governor,
)
from geo.reading.speech.unreal import unreal_word
from geo.reading.speech.verb_forms import (
    SUBJECTS,
    VERBAL,
    follows_as,
    has_own_subject_or_mood,
    is_condition,
    is_infinitive,
    meant_by,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence


@dataclass(frozen=True, slots=True)
class Stance:
    """How a statement is put, the hedges beside it and the words that show it."""

    assertion: Assertion
    hedges: tuple[str, ...] = ()
    words: str = ""


# These weaken a share, not the statement: "largely confined to" is said outright.
_QUANTITY_HEDGES = frozenset({"largely", "mostly", "nearly", "almost"})
# "Call for a truce", "plan of attack", "agree to a ceasefire".
_AHEAD = frozenset({"for", "of", "to", "on"})
_GOVERNED = frozenset({"acomp", "attr", "dobj", "nsubjpass", "oprd", "ROOT", "advcl", "xcomp"})


def assertion_of(clues: Clues, sentence: Sentence, token: Token) -> Stance:
    """
    Say how the statement headed by a token is put.

    Parameters
    ----------
    clues
        What is known of the report.
    sentence
        The sentence of the token.
    token
        The verb of the clause, or the noun that names the deed or the state.

    Returns
    -------
    stance
        Scope is the clause: a modal covers what depends on it as complement; a
        relative clause is judged by its own words.
    """
    hedges: list[str] = []
    for verdict, word in _verdicts(clues, token):
        if verdict is not Assertion.HEDGED:
            return Stance(verdict, tuple(hedges), word)
        hedges.append(word)
    shares = tuple(c.lower_ for c in token.children if c.lower_ in _QUANTITY_HEDGES)
    frames = frames_over(clues.parsed, sentence, token)
    hedges += doubts_about(clues.parsed, sentence, frames) if frames else []
    if hedges:
        return Stance(Assertion.HEDGED, (*dict.fromkeys(hedges), *shares), hedges[0])
    if frames:
        return Stance(Assertion.ATTRIBUTED, shares, frames[-1].cue.text)
    return Stance(Assertion.ASSERTED, shares)


def _verdicts(clues: Clues, token: Token) -> Iterator[tuple[Assertion, str]]:
    """Yield what each word beside and above a token makes of it, nearest first."""
    if token.sent.text.rstrip(" \"'").endswith("?"):
        yield Assertion.HYPOTHETICAL, "?"
    if token.pos_ not in VERBAL:
        yield from _of_noun_itself(token)
    yield from of_untrue_claim(token)
    if word := history_word(clues, token):
        yield Assertion.BACKGROUND, word
    if word := unreal_word(token):
        yield Assertion.HYPOTHETICAL, word
    current = _clause_of(token)
    while current is not None:
        yield from _of_verb(current)
        if current.head == current:
            return
        yield from verdicts_of_governor(current)
        current = _covered_by(current)


def _clause_of(token: Token) -> Token | None:
    """Return the verb whose mood a token shares; None for a noun that is taken for granted."""
    head = token.head
    if token.pos_ in VERBAL:
        return token
    if any(child.dep_ == "poss" for child in token.children):
        return None  # "their battle with": whatever the sentence does, there is one
    if token.dep_ == "conj":
        return _clause_of(head)
    light_subject = token.dep_ == "nsubj" and head.lemma_ in modals.LIGHT
    governed = token.dep_ in _GOVERNED and head.pos_ in VERBAL
    return head if light_subject or governed else None


def _of_noun_itself(token: Token) -> Iterator[tuple[Assertion, str]]:
    for child in token.children:
        word = child.lower_
        if word == "to" and child.dep_ == "aux":
            yield Assertion.PLANNED, word  # a headline whose verb was taken for a noun
        elif word in modals.NOUN_MODIFIERS:
            yield modals.NOUN_MODIFIERS[word], word
        elif word == "no" and child.dep_ == "det":
            yield Assertion.DENIED, word
    if token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_ in modals.AVERTS:
        yield Assertion.DENIED, token.head.text
    governor = token.head.head
    if token.dep_ == "pobj" and token.head.lower_ in {"of", "about"}:
        yield from verdicts_of_content_noun(governor)
    words = modals.INTENTIONS if governor.pos_ == "NOUN" else modals.INTENDS
    if token.dep_ == "pobj" and token.head.lower_ in _AHEAD and governor.lemma_ in words:
        yield Assertion.PLANNED, governor.text


def _of_verb(verb: Token) -> Iterator[tuple[Assertion, str]]:
    """Read a verb's own auxiliaries, negation and adverbs, and the conditions it hangs on."""
    children = list(verb.children)
    # "Was not itself attacked": the parser hangs the negation on the auxiliary.
    children += [
        c for one in children if one.dep_ == "auxpass" for c in one.children if c.dep_ == "neg"
    ]
    if verb.dep_ == "conj" and not has_own_subject_or_mood(verb):
        children += [child for child in verb.head.children if child.dep_ == "aux"]
    yield from _of_auxiliaries(verb, children)
    for child in children:
        yield from _of_child(child)
    yield from _of_wish(verb, children)


def _of_child(child: Token) -> Iterator[tuple[Assertion, str]]:
    word, link = child.lower_, child.dep_
    if link == "neg":
        yield Assertion.DENIED, word
    elif link in SUBJECTS:
        yield from _of_subject(child)
    elif link == "advcl" and is_condition(child):
        yield Assertion.HYPOTHETICAL, "if"
    elif link == "mark" and word in modals.CONDITIONS and not follows_as(child):
        yield Assertion.HYPOTHETICAL, word
    elif link in {"advmod", "acomp"} and word in modals.HEDGING_ADVERBS:
        yield Assertion.HEDGED, word
    elif link in {"acomp", "oprd"} and word in modals.PLAN_ADJECTIVES:
        yield Assertion.PLANNED, word
    elif link in {"acomp", "oprd"} and word in {"unclear", "uncertain"}:
        yield Assertion.HYPOTHETICAL, word


def _of_subject(subject: Token) -> Iterator[tuple[Assertion, str]]:
    meant = meant_by(subject)
    if meant.lower_ in modals.ABSTRACT:
        yield Assertion.BACKGROUND, meant.text
    if any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"} for c in meant.children):
        yield Assertion.DENIED, "no"
    elif meant.lower_ in {"nobody", "none"}:
        yield Assertion.DENIED, meant.text


def _of_auxiliaries(verb: Token, children: list[Token]) -> Iterator[tuple[Assertion, str]]:
    perfect = verb.tag_ == "VBN" and any(c.lower_ == "have" for c in children)
    negative = any(c.dep_ == "neg" for c in children)
    for child in (c for c in children if c.dep_ == "aux"):
        word = child.lower_
        if word in {"may", "might", "could"} and perfect:
            # "Could have stormed" is what was not done, "may have been hit" a guess.
            yield Assertion.HYPOTHETICAL if word == "could" else Assertion.HEDGED, word
        elif word == "had" and verb.dep_ == "advcl" and _stands_first(child, children):
            yield Assertion.HYPOTHETICAL, word
        elif child.tag_ == "MD" and word in modals.HYPOTHETICAL_AUX:
            able = word in {"could", "can", "ca"}
            # "could not enter" denies, "could hear shelling" tells what was heard.
            if not (able and (negative or verb.lemma_ in {"hear", "see"})):
                yield Assertion.HYPOTHETICAL, word
        elif child.tag_ == "MD" and word in modals.PLANNED_AUX:
            yield Assertion.PLANNED, word
        elif word == "to" and verb.dep_ == "ROOT":
            yield Assertion.PLANNED, word  # a headline: "X to Join Talks"


def _stands_first(aux: Token, children: list[Token]) -> bool:
    """Whether it is "had the bomb exploded", without a word that joins."""
    subject = next((c for c in children if c.dep_ in SUBJECTS), None)
    return subject is not None and aux.i < subject.i and all(c.dep_ != "mark" for c in children)


def _of_wish(verb: Token, children: list[Token]) -> Iterator[tuple[Assertion, str]]:
    passive = any(c.dep_ == "auxpass" for c in children)
    if verb.lemma_ in (modals.APPOINTED if passive else modals.WISHES) and not _is_set_off(verb):
        yield Assertion.PLANNED, verb.text
    infinitive = any(c.dep_ == "xcomp" and is_infinitive(c) for c in children)
    if verb.lemma_ == "use" and verb.tag_ == "VBD" and infinitive:
        yield Assertion.BACKGROUND, "used to"


def _is_set_off(verb: Token) -> bool:
    """Whether it is "was set on fire", "was set up": done, and not set for some day."""
    for child in verb.children:
        if child.dep_ == "prt" or child.lower_ in {"ablaze", "alight", "free"}:
            return verb.lemma_ == "set"
        if child.lower_ == "on" and any(one.lower_ == "fire" for one in child.children):
            return verb.lemma_ == "set"
    return False


def _covered_by(current: Token) -> Token | None:
    """Return the next verb whose mood covers the clause; None where a clause is its own."""
    parent, link = current.head, current.dep_
    if link == "conj":
        # With its own mood it is still part of what is feared or hoped as a whole.
        shared = parent.head if parent.dep_ == "ccomp" else None
        above = shared if has_own_subject_or_mood(current) else parent
    elif link == "advcl":
        above = parent if _timed_by_plan(current, parent) else None
    elif link in {"pcomp", "prep"}:
        above = parent.head if parent.lower_ in {"by", "in", "of", "from"} else None
    elif link in {"xcomp", "ccomp", "csubj", "oprd", "acomp", "attr"}:
        above = parent if parent.pos_ in VERBAL else parent.head
    elif link in {"relcl", "acl"} and is_infinitive(current):
        above = parent.head
    else:
        above = None
    return above if above is not None and above.pos_ in VERBAL else None


def _timed_by_plan(clause: Token, main: Token) -> bool:
    """Whether it is "when they enter" beside "they will …": neither has happened."""
    ahead = any(c.dep_ == "aux" and c.lower_ in modals.PLANNED_AUX for c in main.children)
    timed = any(
        c.lower_ in {"when", "once", "until", "before", "after"} and c.dep_ in {"mark", "advmod"}
        for c in clause.children
    )
    return ahead and timed and clause.tag_ in {"VBP", "VBZ", "VB"}
