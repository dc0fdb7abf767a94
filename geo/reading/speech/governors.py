"""What the word above a clause makes of it: "failed to", "without", "hopes that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Assertion
from geo.reading.speech import modals
from geo.reading.speech.verb_forms import is_infinitive, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def verdicts_of_governor(clause: Token) -> Iterator[tuple[Assertion, str]]:
    """Yield what the head of a clause makes of it, if anything."""
    parent, link = clause.head, clause.dep_
    if is_infinitive(clause) and link not in {"conj", "ROOT"}:
        yield from _of_infinitive(clause, parent)
    elif link == "pcomp":
        yield from _of_gerund(parent)
    elif link == "xcomp" and parent.lemma_ in modals.GERUND_VERBS:
        yield modals.GERUND_VERBS[parent.lemma_], parent.text
    elif link == "ccomp":
        yield from _of_clause(clause, parent)
    elif link == "acl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        yield from verdicts_of_content_noun(parent)


def verdicts_of_content_noun(noun: Token) -> Iterator[tuple[Assertion, str]]:
    """Read "no evidence that", "rejected claims that", "called reports of … false"."""
    lemma, head = noun.lemma_, noun.head
    if lemma in modals.CONTENT_NOUNS or lemma in modals.REPORT_NOUNS:
        refuted = head.lemma_ in modals.REFUTES and noun.dep_ in {"dobj", "nsubjpass"}
        untrue = any(c.lower_ in modals.UNTRUE for c in head.children)
        if refuted or untrue or any(c.lower_ == "no" for c in noun.children):
            yield Assertion.DENIED, noun.text
    if lemma in modals.CONTENT_NOUNS:
        yield modals.CONTENT_NOUNS[lemma], noun.text


def of_untrue_claim(token: Token) -> Iterator[tuple[Assertion, str]]:
    """Read "the allegations concerning a strike in Orsa are false"."""
    for noun in token.ancestors:
        if noun.dep_ in {"nsubj", "nsubjpass"} and _is_content(noun):
            word = next((c for c in noun.head.children if c.lower_ in modals.UNTRUE), None)
            if word is not None:
                yield Assertion.DENIED, word.text
                return


def _is_content(noun: Token) -> bool:
    return noun.lemma_ in modals.REPORT_NOUNS or noun.lemma_ in modals.CONTENT_NOUNS


def _of_infinitive(clause: Token, parent: Token) -> Iterator[tuple[Assertion, str]]:
    """Read "failed to", "is believed to", "managed to"; any other "to" is a purpose."""
    lemma = parent.lemma_
    realised = clause.dep_ in {"xcomp", "ccomp"} and lemma in modals.REALISED
    used = clause.dep_ == "advcl" and lemma == "use"
    if lemma in modals.DENIES:
        yield Assertion.DENIED, parent.text
    elif lemma in {"appear", "seem"} or (lemma in modals.APPEARS and is_passive(parent)):
        yield Assertion.HEDGED, parent.text
    elif not realised and not used and parent.lower_ not in {"first", "last", "latest"}:
        yield Assertion.PLANNED, "to"


def _of_gerund(preposition: Token) -> Iterator[tuple[Assertion, str]]:
    """Read "without taking", "prevented from entering", "plans of attacking"."""
    governor = preposition.head
    if preposition.lower_ == "without":
        yield Assertion.DENIED, "without"
    elif governor.lemma_ in modals.DENIES:
        yield Assertion.DENIED, governor.text
    elif governor.lemma_ in modals.INTENTIONS and preposition.lower_ in {"of", "for"}:
        yield Assertion.PLANNED, governor.text


def _of_clause(clause: Token, parent: Token) -> Iterator[tuple[Assertion, str]]:
    """Read "fears that", "it is believed that", "it is unclear whether"."""
    lemma = parent.lemma_
    if any(c.dep_ == "dobj" and c.i > clause.i for c in parent.children):
        return  # "X fell; the army denied it": two statements, and both are kept
    finite = any(c.lower_ in {"was", "were", "has", "had"} for c in clause.children)
    if lemma in {"demand", "ask", "request"} and finite:
        return  # "those demanding that X go were shot", parsed wrongly: a demand is no past
    nobody_says = lemma in modals.APPEARS and any(c.dep_ == "auxpass" for c in parent.children)
    if nobody_says or lemma in {"appear", "seem"}:
        yield Assertion.HEDGED, parent.text
    elif lemma in modals.CLAUSE_VERBS:
        yield modals.CLAUSE_VERBS[lemma], parent.text
    elif any(child.lower_ in {"unclear", "uncertain"} for child in parent.children):
        yield Assertion.HYPOTHETICAL, "unclear"
