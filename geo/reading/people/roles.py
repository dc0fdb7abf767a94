"""The words that say who somebody is: "a shopkeeper, Roe", "Roe, who is a teacher"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.people.naming import Name


_SHORT = 4  # letters of a title that is cut short: "Hon.", "Brig."


_PHRASE = 6  # tokens: "a former local tax collector"
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "our", "my", "another"})


def roles_of(name: Name) -> list[str]:
    """Return the words that say who he is, the nearest last."""
    head, inside = name.head, set(name.tokens)
    words: list[Token] = []
    for child in head.children:
        if child in inside or child in name.before:
            continue
        if child.dep_ in {"compound", "amod", "nmod"} and child.i < head.i:
            words += [t for t in child.subtree if t not in inside]
        elif child.dep_ == "appos" and child.ent_type_ != "PERSON":
            words += _described(child)
        elif child.dep_ == "relcl":
            words += [t for t in child.children if t.dep_ == "attr"]
    if head.dep_ in {"appos", "oprd"} and head.head not in inside:
        words += _described(head.head)
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ == "be":
        words += [t for c in head.head.children if c.dep_ == "attr" for t in _described(c)]
    if head.dep_ == "attr":  # "whose chief negotiator is Roe"
        words += [t for c in head.head.children if c.dep_ == "nsubj" for t in _described(c)]
    if head.dep_ == "conj":
        words += _shared(head, inside)
    words = [*_just_after(name), *words, *_just_before(name)]
    return [word.lower_.rstrip(".") for word in words]


def _described(noun: Token) -> list[Token]:
    """Return a noun with what stands before it; what hangs behind it is somebody else."""
    own = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < noun.i]
    if noun.lower_ == "one":  # "one of the founders of the group"
        links = (c for c in noun.children if c.lower_ == "of")
        own += [t for link in links for t in link.children]
    joined = [c for c in noun.children if c.dep_ == "conj" and c.ent_type_ != "PERSON"]
    return [*joined, *own, noun]


def _just_before(name: Name) -> list[Token]:
    """Return the nouns right before the name: "PLO envoy to Syria Ahmed", "SPLA spokesman Col"."""
    first = (name.before or name.tokens)[0]
    start, doc = first.sent.start, first.doc
    at = first.i - 1
    if first.i == start and at > 0 and doc[at].text == "." and len(doc[at - 1]) <= _SHORT:
        return [doc[at - 1]]  # the model ends a sentence behind "Hon."
    if at >= start and doc[at].text == ",":
        at -= 1
        # "A resident of the camp, Samer, said": the noun of the phrase that ends here.
        phrase = doc[at]
        while phrase.head.i < phrase.i and phrase.head.i >= start and phrase.pos_ != "VERB":
            if phrase.dep_ in {"pobj", "prep", "compound", "amod"}:
                phrase = phrase.head
            else:
                break
        apart = name.head.head in {phrase, *phrase.children} or name.head.dep_ == "appos"
        return [phrase] if phrase.pos_ == "NOUN" and apart else []
    # "PLO envoy to Syria Ahmed Roe".
    if at - 2 >= start and doc[at].pos_ == "PROPN" and doc[at - 1].pos_ == "ADP":
        return [t for t in doc[max(start, at - 3) : at - 1] if t.pos_ == "NOUN"]
    if at >= start and doc[at].pos_ in {"NOUN", "PROPN", "ADJ"} and doc[at].ent_type_ != "PERSON":
        return [doc[at]]
    return []


def _just_after(name: Name) -> list[Token]:
    """Return the noun of ", a farmer from the town", whatever the parse makes of it."""
    last = name.tokens[-1]
    behind = [t for t in last.doc[last.i + 1 : last.i + 2 + _PHRASE] if t.i < last.sent.end]
    if len(behind) < 3 or behind[0].text != "," or behind[1].lower_ not in _DETERMINERS:
        return []
    noun: list[Token] = []
    for token in behind[2:]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM", "ADV"} and token.text != "-":
            break
        if token.pos_ == "NOUN":
            noun = [token]
    return noun


def _shared(head: Token, inside: set[Token]) -> list[Token]:
    """Return what two are called together: "presidents Roe and Poe"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if first in inside:
        return []
    near = [c for c in first.children if c.dep_ in {"compound", "nmod"} and c.i < first.i]
    return [t for t in near if t.lower_.endswith("s") and t not in inside]
