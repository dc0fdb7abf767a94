"""Deeds that nobody does in earnest: in a drill, in a story, in a figure of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.speech.verb_forms import VERBAL
from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_LISTS = words_of("unreal")
_DRILLS = _LISTS["drills"]
_PRETENDED = _LISTS["pretended"]
_STORIES = _LISTS["stories"]
_GAMES = _LISTS["games"]
_DEPICTS = _LISTS["depicts"]
_IN_EARNEST = _LISTS["in_earnest"]
_CROWDS = _LISTS["crowds"]
_CROWDING = _LISTS["crowding"]
_FIGURES = _LISTS["figures"]
_NO_WEAPONS = _LISTS["no_weapons"]
_FIGURE_LINKS = frozenset({"of", "for", "against", "on", "over", "with"})


def unreal_word(token: Token) -> str | None:
    """
    Return the word that shows a deed to be played, told as a story or meant as a figure.

    Parameters
    ----------
    token
        The verb or the noun that names the deed.
    """
    if token.pos_ not in VERBAL and (word := _as_figure(token)):
        return word
    verb = token if token.pos_ in VERBAL or token.dep_ == "ROOT" else token.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and verb.lemma_ in _CROWDING and subject.lemma_ in _CROWDS:
        return subject.text
    return _setting(verb) or _narrator(token)


def _as_figure(noun: Token) -> str | None:
    if noun.lemma_ not in _FIGURES:
        return None
    for link in noun.children:
        if link.dep_ == "prep" and link.lower_ in _FIGURE_LINKS:
            for thing in link.children:
                if thing.dep_ == "pobj" and thing.lemma_ in _NO_WEAPONS:
                    return thing.text
    return None


def _setting(verb: Token) -> str | None:
    for thing, link in _circumstances(verb):
        lemma = thing.lemma_.lower()
        pretended = next((c for c in thing.children if c.lower_ in _PRETENDED), None)
        if pretended is not None:
            return pretended.text
        played = lemma == "game" and any(c.lower_ in _GAMES for c in thing.children)
        if link == "in" and (played or lemma in _STORIES):
            return thing.text
        if link in {"in", "during", "as", "at"} and lemma in _DRILLS:
            earnest = verb.lemma_ in _IN_EARNEST
            return None if earnest else thing.text
    return None


def _circumstances(verb: Token) -> Iterator[tuple[Token, str]]:
    """Yield what a verb's deed is done to, and what it is done in, with the word that links."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child, ""
        for link in (child, *child.children) if child.dep_ in {"dobj", "prep"} else ():
            if link.dep_ == "prep":
                yield from ((t, link.lower_) for t in link.children if t.dep_ == "pobj")


def _narrator(token: Token) -> str | None:
    """Return the film or the book that a verb above gives the deed to."""
    current = token
    while current.head != current and current.dep_ != "advcl":
        current = current.head
        if current.lemma_ in _DEPICTS and current.pos_ in VERBAL:
            for child in current.children:
                if child.dep_ == "nsubj" and child.lemma_.lower() in _STORIES:
                    return child.text
    return None
