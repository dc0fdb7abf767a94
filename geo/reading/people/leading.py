"""Whether a name stands for an actor or an office: "the M23's Roe", "forces loyal to Roe"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from geo.reading.people.words import words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.parsed import Sentence
    from geo.reading.people.naming import Name

# Whether an actor who is no civilian is named in a span of the report.
Acts: TypeAlias = Callable[[int, int], bool]

_BEFORE = frozenset({"poss", "compound", "nmod", "amod"})
_POSSESSIVE = frozenset({"'s", "\u2019s", "'"})
_WINDOW = 3  # tokens: "forces loyal to"


def stands_for(name: Name, acts: Acts) -> bool:
    """Return whether a name is told as that of somebody who leads or speaks for others."""
    return (
        acts(name.start, name.end)
        or _in_brackets(name, acts)
        or _has_followers(name)
        or _is_followed(name)
        or _leads(name, acts)
        or _belongs(name, acts)
    )


def _in_brackets(name: Name, acts: Acts) -> bool:
    """Whether it is "the Sudan Liberation Army (Abdul Wahid)"."""
    ahead = name.sentence.raw[: name.start - name.sentence.start]
    behind = name.start - 3  # the last letter before blank and bracket
    return ahead.endswith(" (") and acts(behind, behind + 1)


def _has_followers(name: Name) -> bool:
    """Whether it is "Roe's forces", "the Roe regime"."""
    followers = words_for("followers")
    head, last = name.head, name.tokens[-1]
    if head.dep_ in _BEFORE and head.head.lower_ in followers:
        return True
    behind = last.doc[last.i + 1 : min(last.i + _WINDOW, last.sent.end)]
    return any(t.lower_ in followers for t in behind if t.text not in _POSSESSIVE)


def _is_followed(name: Name) -> bool:
    """Whether it is "loyal to Roe", "allied with Roe", "led by Roe", "under Roe"."""
    first = (name.before or name.tokens)[0]
    ahead = list(first.doc[max(first.sent.start, first.i - _WINDOW) : first.i])
    if not ahead:
        return False
    if ahead[-1].lower_ in {"alias", "one", "warlord"} and len(ahead) > 1:
        ahead.pop()
    link = ahead[-1]
    if link.lower_ in {"to", "with"}:
        return any(t.lower_ in words_for("loyal") for t in ahead)
    if link.lower_ == "by":
        return link.head.lemma_ in words_for("led_by")
    return link.lower_ == "under" and name.head.dep_ == "pobj"


def _leads(name: Name, acts: Acts) -> bool:
    """Whether it is "Roe, who heads", "Roe commands the brigade"; who leads a march is nobody."""
    head = name.head
    verbs = [child for child in head.children if child.dep_ == "relcl"]
    verbs += [head.head] if head.dep_ == "nsubj" else []
    verbs += [child for verb in tuple(verbs) for child in verb.children if child.dep_ == "conj"]
    return any(
        (verb.lemma_ == "speak" and verb.dep_ == "relcl")
        or (verb.lemma_ in words_for("led_by") and _is_led(verb, name.sentence, acts))
        for verb in verbs
    )


def _is_led(verb: Token, sentence: Sentence, acts: Acts) -> bool:
    led = [child for child in verb.children if child.dep_ == "dobj"]
    followers = words_for("followers") | words_for("things_after") | words_for("led")
    return any(
        t.lower_ in followers or t.pos_ == "PROPN" or _names_actor([t], sentence, acts) for t in led
    )


def _belongs(name: Name, acts: Acts) -> bool:
    """Whether it is "the M23's Roe", "Roe of the M23", "M23 Roe"."""
    return any(
        _names_actor(list(child.subtree) if _is_owner(child) else [child], name.sentence, acts)
        for child in name.head.children
        if _is_owner(child) or (child.dep_ in _BEFORE and child not in name.tokens)
    )


def _is_owner(child: Token) -> bool:
    return child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in {"of", "from"})


def _names_actor(tokens: list[Token], sentence: Sentence, acts: Acts) -> bool:
    return any(acts(sentence.offset_of(t), sentence.end_of(t)) for t in tokens)
