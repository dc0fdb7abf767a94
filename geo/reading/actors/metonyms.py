"""Countries and peoples that stand for those who act for them: "Turkey struck"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import fold_word, name_words
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from geo.actors import Nation

# A country that is, has or sees something is a place, not an actor.
_STATIVE = word_set(
    "be have remain see face lie experience become need descend host slide suffer plunge lack "
    "border share witness mark celebrate grapple"
)
# What only a government can do, so that a capital that does it is no town.
_SPEAKS = word_set(
    "say deny accuse announce insist blame claim vow warn agree reject call condemn order "
    "declare describe dismiss urge demand summon impose recognise recognize back"
)
# What only a state's forces do, so that a capital in front of it is no town either.
_STRIKES = word_set(
    "launch strike bomb shell fire attack deploy send retaliate invade seize annex mobilise "
    "mobilize withdraw intercept supply arm support deny carry"
)
_FIGHT = word_set("fight combat battle resist clash")


def country_acting(
    token: Token, nations: Mapping[tuple[str, ...], tuple[Nation, int]]
) -> tuple[Nation, Token] | None:
    """
    Return the nation that acts under its country's or capital's name, and its first token.

    >>> # "Turkey struck", "by Russia" do; "Mali has seen", "in Chad" do not
    """
    verb = _verb_of(token)
    if verb is None:
        return None
    first = token
    while (
        first.i > token.sent.start
        and first.nbor(-1).dep_ == "compound"
        and (first.nbor(-1).head == token)
    ):
        first = first.nbor(-1)
    name = token.doc[first.i : token.i + 1].text
    found = nations.get(tuple(map(fold_word, name_words(name))))
    if found is None:
        return None
    nation, _ = found
    if name in nation.names:
        return nation, first
    if name == nation.capital and verb.lemma_ in _SPEAKS | _STRIKES and token.dep_ == "nsubj":
        return nation, first
    return None


def people_fighting(
    token: Token, nations: Mapping[tuple[str, ...], tuple[Nation, int]]
) -> Nation | None:
    """Return the nation of people who are said to fight: "Palestinians battling the army"."""
    found = nations.get((fold_word(token.text),))
    if found is None or token.text not in {f"{people}s" for people in found[0].people}:
        return None
    verbs = [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    if token.dep_ == "nsubj":
        verbs.append(token.head)
    return found[0] if any(verb.lemma_ in _FIGHT for verb in verbs) else None


def _verb_of(token: Token) -> Token | None:
    head = token
    while head.dep_ == "conj" and head.head.pos_ == "PROPN":
        head = head.head
    if head.dep_ == "nsubj" and head.head.pos_ in {"VERB", "AUX"}:
        in_brackets = head.i + 1 < len(head.doc) and head.nbor(1).text == ")"  # "(Nairobi) -"
        return None if in_brackets or head.head.lemma_ in _STATIVE else head.head
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return head.head.head
    return None
