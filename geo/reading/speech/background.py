"""Statements about a time before the story: "once home to", "before the war", "in 1991"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.reading.speech import modals
from geo.reading.speech.verb_forms import VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.clues import Clues

# A year this long before the report is history, not news; what a report says of the last
# years of a long war is kept.
_HISTORY_YEARS = 3
_LONG_AGO = re.compile(
    r"\b(?:decades?|centur(?:y|ies)|generations?|(?:[1-9]\d+|ten|eleven|twelve|\w+teen|\w+ty"
    r"(?: ?-? ?\w+)?) years) (?:ago|earlier)\b"
    r"|\b(?:1[5-9]\d0|20[01]0) ?s\b|\bworld war\b|\bcold war\b"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def history_word(clues: Clues, token: Token) -> str | None:
    """Return the word by which a token's own clause speaks of long ago; None if it does not."""
    verb = token if token.pos_ in VERBAL else token.head
    for child in verb.children:
        word = child.lower_
        past = verb.tag_ in {"VBD", "VBN", "VBG"} or verb.pos_ == "AUX"
        if child.dep_ == "advmod" and word in modals.BACKGROUND_ADVERBS and past:
            return word
        beforehand = child.dep_ in {"prep", "advmod"} and word in {"before", "prior"}
        if beforehand and any(t.lemma_ in modals.BEFORE_WAR for t in child.subtree):
            return word
        if child.lower_ in modals.HABITUAL and verb.tag_ in {"VBP", "VBZ"}:
            return word
    return _long_ago(verb) or _year_long_gone(clues, verb)


def _long_ago(verb: Token) -> str | None:
    """Return the word of "a decade ago", "in the 1990s", "during the Second World War"."""
    for child in verb.children:
        if child.dep_ not in {"prep", "npadvmod", "advmod"}:
            continue
        text = " ".join(token.lower_ for token in child.subtree)
        if (found := _LONG_AGO.search(text)) and "since" not in text:
            return found[0]
    return None


def _year_long_gone(clues: Clues, verb: Token) -> str | None:
    words = [t for c in verb.children if c.dep_ in {"prep", "npadvmod"} for t in c.subtree]
    years = [int(token.text) for token in words if _YEAR.fullmatch(token.text)]
    newest = _reference_year(clues)
    if not years or newest is None or any(token.lower_ == "since" for token in words):
        return None
    return str(max(years)) if max(years) <= newest - _HISTORY_YEARS else None


def _reference_year(clues: Clues) -> int | None:
    if clues.published is not None:
        return clues.published.year
    return _newest_year(clues.parsed.text)


@lru_cache(maxsize=4)  # every claim of a report asks for it
def _newest_year(text: str) -> int | None:
    years = [int(year) for year in re.findall(r"\b20\d\d\b", text)]
    return max(years, default=None)
