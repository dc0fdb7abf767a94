"""Whom a noun means that the report has used before, or explains at once: "known as X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind
from geo.reading.actors import forces
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import Sentence

_NAMING = word_set("known called named dubbed nicknamed")
_JOINING = word_set('as locally the collectively simply commonly also , "')
_NEAR = 7  # words between "militia" and its name: "militia known locally as the X"
_RECENT = 12  # mentions back to which a plain "the troops" reaches
# Words by which one tells one sort of fighters from another.
_SORTS = word_set("rebel insurgent militant guerrilla jihadist separatist militia")
_BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION_UMBRELLA})


def called_later(sentence: Sentence, token: Token, here: Sequence[ActorMention]) -> str | None:
    """Return the actor that a noun is said to be called: "the militia known as X"."""
    at, end = token.i + 1, min(token.i + 1 + _NEAR, token.sent.end)
    if at >= end or token.doc[at].lower_ not in _NAMING:
        return None
    while at < end and token.doc[at].lower_ in _NAMING | _JOINING:
        at += 1
    if at >= end:
        return None
    offset = sentence.offset_of(token.doc[at])
    named = (m.actor for m in here if m.armed and m.quote.start <= offset < m.quote.end)
    return next(named, None)


def same_noun(token: Token, mentions: Sequence[ActorMention]) -> str | None:
    """Return whom a plain "the forces" takes up: those last called so."""
    for mention in reversed(mentions[-_RECENT:]):
        words = mention.quote.text.lower().split()
        if mention.armed and not mention.anaphoric and words[-1] == token.lower_:
            return mention.actor
    return None


def same_kind(
    table: ActorTable, words: Sequence[str], mentions: Sequence[ActorMention]
) -> str | None:
    """
    Return the listed band of the sort that "rebel fighters" are, if the report knows only one.

    Not for a phrase that tells more: "Chadian rebels" are others.
    """
    sorts = {sort for word in words if (sort := _sort(word))}
    if not sorts or any(_sort(w) is None and w.lower() not in forces.IRREGULAR for w in words):
        return None
    found = {m.actor for m in mentions if m.armed and sorts & set(map(_sort, m.quote.text.split()))}
    bands = {a for a in found if not a.startswith(TEXT_PREFIX) and table.get(a).kind in _BANDS}
    return next(iter(bands)) if len(bands) == 1 else None


def _sort(word: str) -> str | None:
    stem = word.lower().removesuffix("s")
    return stem if stem in _SORTS else None
