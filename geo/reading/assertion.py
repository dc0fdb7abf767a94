"""How a statement is put: as fact, as someone's word, hedged, denied, supposed, planned, past."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.codes import Assertion
from geo.reading import modals
from geo.reading.speech import frames_over

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


# A year this long before the report is history, not news.
_HISTORY_YEARS = 10
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_QUANTITY_HEDGES = frozenset({"largely", "mostly", "nearly", "almost"})
_PRESENT = frozenset({"VBP", "VBZ", "VB"})


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
        if verdict is Assertion.HEDGED:
            hedges.append(word)
        else:
            return Stance(verdict, tuple(hedges), word)
    hedges += [c.lower_ for c in token.children if c.lower_ in _QUANTITY_HEDGES]
    if any(word not in _QUANTITY_HEDGES for word in hedges):
        return Stance(Assertion.HEDGED, tuple(dict.fromkeys(hedges)), hedges[0])
    frames = frames_over(clues.parsed, sentence, token)
    if frames:
        return Stance(Assertion.ATTRIBUTED, tuple(hedges), frames[-1].cue.text)
    return Stance(Assertion.ASSERTED, tuple(hedges))


def _verdicts(clues: Clues, token: Token) -> Iterator[tuple[Assertion, str]]:
    """Yield what each word above and beside a token makes of it, nearest first."""
    if token.sent.text.rstrip(" \"'").endswith("?"):
        yield Assertion.HYPOTHETICAL, "?"
    yield from _of_noun_itself(token)
    yield from _of_history(clues, token)
    current: Token | None = _clause_of(token)
    while current is not None:
        yield from _of_verb(current)
        link = current.dep_
        parent = current.head
        if parent == current:
            return
        yield from _of_link(current, parent)
        current = _covers(current, parent, link)


def _clause_of(token: Token) -> Token | None:
    """Return the verb whose mood a token shares; None for a noun that is taken for granted."""
    if token.pos_ in {"VERB", "AUX"}:
        return token
    if any(child.dep_ == "poss" for child in token.children):
        return None  # "their battle with": whatever the sentence does, there is one
    if token.dep_ in {"acomp", "attr", "dobj", "nsubjpass", "oprd", "ROOT", "advcl", "xcomp"}:
        return token.head if token.head.pos_ in {"VERB", "AUX"} else None
    if token.dep_ == "nsubj":
        return token.head if token.head.lemma_ in modals.LIGHT else None
    if token.dep_ == "conj":
        return _clause_of(token.head)
    if token.dep_ == "pobj" and token.head.head.lemma_ in modals.INTENDS:
        return token.head
    return None


def _of_noun_itself(token: Token) -> Iterator[tuple[Assertion, str]]:
    if token.pos_ in {"VERB", "AUX"}:
        return
    for child in token.children:
        if child.lower_ == "to" and child.dep_ == "aux":
            yield Assertion.PLANNED, "to"  # a headline whose verb was taken for a noun
        elif child.lower_ in modals.NOUN_MODIFIERS:
            yield modals.NOUN_MODIFIERS[child.lower_], child.lower_
        elif child.lower_ == "no" and child.dep_ == "det":
            yield Assertion.DENIED, "no"
    governor = token.head.head
    if token.dep_ == "pobj" and governor.pos_ == "NOUN" and governor.lemma_ in modals.INTENTIONS:
        yield Assertion.PLANNED, governor.text


def _of_verb(verb: Token) -> Iterator[tuple[Assertion, str]]:
    """Read a verb's own auxiliaries, negation and adverbs, and the conditions it hangs on."""
    children = list(verb.children)
    if verb.dep_ == "conj" and not any(c.dep_ in {"aux", "auxpass"} for c in children):
        children += [c for c in verb.head.children if c.dep_ == "aux"]
    yield from _of_auxiliaries(verb, children)
    for child in children:
        word = child.lower_
        if child.dep_ == "neg":
            yield Assertion.DENIED, word
        elif word in modals.HEDGING_ADVERBS and child.dep_ in {"advmod", "acomp"}:
            yield Assertion.HEDGED, word
        elif child.dep_ == "mark" and word in modals.CONDITIONS and not _as_if(child):
            yield Assertion.HYPOTHETICAL, word
        elif child.dep_ == "advcl" and _is_condition(child):
            yield Assertion.HYPOTHETICAL, "if"
        elif child.dep_ in {"acomp", "oprd"} and word in modals.PLAN_ADJECTIVES:
            yield Assertion.PLANNED, word
        elif child.dep_ in {"acomp", "oprd"} and word in {"unclear", "uncertain"}:
            yield Assertion.HYPOTHETICAL, word
        elif child.dep_ in {"nsubj", "nsubjpass"} and any(
            c.lower_ in {"no", "none", "neither"} and c.dep_ in {"det", "preconj"}
            for c in child.children
        ):
            yield Assertion.DENIED, "no"
        elif child.dep_ in {"nsubj", "nsubjpass"} and _means(child).lemma_ in modals.ABSTRACT:
            yield Assertion.BACKGROUND, _means(child).text
    yield from _of_wish(verb, children)


def _of_auxiliaries(verb: Token, children: list[Token]) -> Iterator[tuple[Assertion, str]]:
    perfect = verb.tag_ == "VBN" and any(c.lower_ == "have" for c in children)
    negative = any(c.dep_ == "neg" for c in children)
    for child in children:
        if child.dep_ != "aux":
            continue
        word = child.lower_
        if word == "may" or (perfect and word in {"might", "could"}):
            yield (Assertion.HEDGED if perfect else Assertion.HYPOTHETICAL), word
        elif word in modals.HYPOTHETICAL_AUX and child.tag_ == "MD":
            if word in {"could", "can", "ca"} and (negative or verb.lemma_ in {"hear", "see"}):
                continue
            yield Assertion.HYPOTHETICAL, word
        elif word in modals.PLANNED_AUX and child.tag_ == "MD":
            yield Assertion.PLANNED, word
        elif word == "to" and verb.dep_ == "ROOT":
            yield Assertion.PLANNED, word  # a headline: "X to Join Talks"


def _of_wish(verb: Token, children: list[Token]) -> Iterator[tuple[Assertion, str]]:
    passive = any(c.dep_ == "auxpass" for c in children)
    if verb.lemma_ in modals.WISHES and not passive:
        yield Assertion.PLANNED, verb.text
    if (
        verb.lemma_ in {"set", "schedule", "slate", "poise", "expect"}
        and passive
        and not any(c.dep_ == "aux" and c.lower_ == "had" for c in children)
    ):
        yield Assertion.PLANNED, verb.text
    if (
        verb.lemma_ == "use"
        and verb.tag_ == "VBD"
        and any(c.dep_ == "xcomp" and _is_infinitive(c) for c in children)
    ):
        yield Assertion.BACKGROUND, "used to"


def _of_link(current: Token, parent: Token) -> Iterator[tuple[Assertion, str]]:
    """Read what the word above makes of a clause."""
    lemma, link = parent.lemma_, current.dep_
    if _is_infinitive(current) and link not in {"conj", "ROOT"}:
        yield from _of_infinitive(current, parent)
    elif link == "pcomp" and parent.lower_ == "without":
        yield Assertion.DENIED, "without"
    elif link == "pcomp" and parent.head.lemma_ in modals.DENIES:
        yield Assertion.DENIED, parent.head.text
    elif link == "pcomp" and parent.head.lemma_ in modals.INTENTIONS and parent.lower_ == "of":
        yield Assertion.PLANNED, parent.head.text
    elif link == "xcomp" and lemma in {"consider", "plan", "risk"}:
        yield Assertion.PLANNED, parent.text
    elif link == "xcomp" and lemma in {"avoid", "deny"}:
        yield Assertion.DENIED, parent.text
    elif link == "ccomp":
        if lemma in modals.CLAUSE_HEDGES and not _passive_report(parent):
            yield modals.CLAUSE_HEDGES[lemma], parent.text
        elif lemma in {"appear", "seem"} or _passive_report(parent):
            yield Assertion.HEDGED, parent.text
        elif lemma == "be" and any(c.lower_ in {"unclear", "uncertain"} for c in parent.children):
            yield Assertion.HYPOTHETICAL, "unclear"


def _of_infinitive(current: Token, parent: Token) -> Iterator[tuple[Assertion, str]]:
    lemma = parent.lemma_
    if lemma in modals.DENIES:
        yield Assertion.DENIED, parent.text
    elif lemma in {"appear", "seem"} or (lemma in modals.APPEARS and _passive(parent)):
        yield Assertion.HEDGED, parent.text
    elif parent.lower_ in {"first", "last", "latest"}:
        return
    elif current.dep_ in {"xcomp", "ccomp"} and lemma in modals.REALISED:
        return
    elif current.dep_ == "advcl" and lemma == "use":
        return
    else:
        yield Assertion.PLANNED, "to"


def _covers(current: Token, parent: Token, link: str) -> Token | None:
    """Return the next verb whose mood covers the clause; None where a clause is its own."""
    if link in {"relcl", "acl", "parataxis"} and not _is_infinitive(current):
        return None
    if link == "conj":
        own = any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in current.children)
        if own:
            # Its own mood, but still part of what is said, feared or hoped.
            return _above(parent)
        return parent if parent.pos_ in {"VERB", "AUX"} else None
    if link == "advcl":
        ahead = any(c.dep_ == "aux" and c.lower_ in modals.PLANNED_AUX for c in parent.children)
        timed = any(
            c.lower_ in {"when", "once", "until", "before", "after"}
            and c.dep_ in {"mark", "advmod"}
            for c in current.children
        )
        return parent if ahead and timed and current.tag_ in _PRESENT else None
    if link in {"pcomp", "prep"}:
        return (
            parent.head
            if parent.head.pos_ in {"VERB", "AUX"} and parent.lower_ in {"by", "in", "of", "from"}
            else None
        )
    if link in {"xcomp", "ccomp", "csubj", "oprd", "acomp", "attr"}:
        if parent.pos_ in {"VERB", "AUX"}:
            return parent
        return parent.head if parent.head.pos_ in {"VERB", "AUX"} else None
    return None


def _above(first: Token) -> Token | None:
    """Return the verb a joined clause shares with the clause it is joined to."""
    if first.dep_ == "ccomp" and first.head.pos_ == "VERB":
        return first.head
    return None


def _of_history(clues: Clues, token: Token) -> Iterator[tuple[Assertion, str]]:
    """Read "before the war", "once home to" and years long gone, in the token's own clause."""
    verb = token if token.pos_ in {"VERB", "AUX"} else token.head
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in modals.BACKGROUND_ADVERBS:
            if verb.tag_ in {"VBD", "VBN", "VBG"} or verb.pos_ == "AUX":
                yield Assertion.BACKGROUND, child.lower_
        elif child.dep_ in {"prep", "advmod"} and child.lower_ in {"before", "prior"}:
            if any(t.lemma_ in modals.BEFORE_WAR for t in child.subtree):
                yield Assertion.BACKGROUND, child.lower_
    newest = _reference_year(clues)
    words = [t for c in verb.children if c.dep_ in {"prep", "npadvmod"} for t in c.subtree]
    since = any(t.lower_ == "since" for t in words)
    years = [int(t.text) for t in words if _YEAR.fullmatch(t.text)]
    if years and not since and newest and max(years) <= newest - _HISTORY_YEARS:
        yield Assertion.BACKGROUND, str(max(years))


def _reference_year(clues: Clues) -> int | None:
    if clues.published is not None:
        return clues.published.year
    years = [int(year) for year in re.findall(r"\b20\d\d\b", clues.parsed.text)]
    return max(years, default=None)


def _means(subject: Token) -> Token:
    """Return the noun a relative pronoun stands for, else the subject itself."""
    clause = subject.head
    if subject.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl":
        return clause.head
    return subject


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_condition(clause: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ in {"if", "unless"} and not _as_if(c) for c in clause.children
    )


def _as_if(mark: Token) -> bool:
    before = mark.nbor(-1).lower_ if mark.i > mark.sent.start else ""
    return before in {"as", "even"}


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children) or verb.tag_ == "VBN"


def _passive_report(verb: Token) -> bool:
    """Whether it is "it is believed that", which names nobody."""
    return verb.lemma_ in modals.APPEARS and any(c.dep_ == "auxpass" for c in verb.children)
