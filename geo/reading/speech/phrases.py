"""The words of a noun phrase that names or describes a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.speech.saying import noun_misread

if TYPE_CHECKING:
    from spacy.tokens import Token


def words_for(head: Token) -> set[str]:
    """Return the words a noun phrase describes somebody by, apposition included."""
    return roles_of(phrase_of(head), head)


def phrase_of(head: Token) -> list[Token]:
    """Return the words of a noun phrase with its title, apposition and "of …"."""
    words: list[Token] = [head]
    for child in head.children:
        if child.dep_ in {"compound", "amod", "nmod", "poss", "det", "case", "nummod"}:
            words += list(child.subtree)
        elif child.dep_ in {"appos", "conj", "cc"}:
            words += [child, *(t for c in child.children for t in _modifier(c))]
        elif child.dep_ in {"prep", "acl"} and child.lower_ in {"of", "from", "for", "calling"}:
            words += list(child.subtree)
    # "In an interview with the BBC, the governor said" is often parsed as an apposition.
    fronted = head.head.dep_ == "pobj" and head.head.head.lower_ not in {"of", "from", "for"}
    if head.dep_ == "appos" and head.head.pos_ in {"PROPN", "NOUN"} and not fronted:
        words += [head.head, *(t for c in head.head.children for t in _modifier(c))]
    if noun_misread(head.head) == head:
        words.append(head.head)
    if head.dep_ == "oprd":  # "a resident calling himself X"
        words += [head.head.head]
    return sorted(set(words), key=lambda token: token.i)


def _modifier(child: Token) -> list[Token]:
    if child.dep_ in {"compound", "amod", "nmod", "poss"} or (
        child.dep_ == "prep" and child.lower_ in {"of", "from", "for"}
    ):
        return list(child.subtree)
    return []


def roles_of(phrase: list[Token], head: Token) -> set[str]:
    """Return the words of a phrase that may say what somebody is; "who leads X" makes a head."""
    roles = {t.lower_ for t in phrase if t.pos_ in {"NOUN", "PROPN", "ADJ"} or t.dep_ == "csubj"}
    for child in head.children:
        if child.dep_ == "relcl" and child.lemma_ in {"head", "lead", "run", "chair", "command"}:
            roles.add("head")
    return roles


def full_name(head: Token) -> str:
    """Return a person's name with what stands before its last word."""
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


def hung_on(head: Token, links: set[str]) -> list[Token]:
    """Return what hangs on a noun by one of some prepositions, with the preposition."""
    found = [c for c in head.children if c.dep_ == "prep" and c.lower_ in links]
    return [token for link in found for token in link.subtree]
