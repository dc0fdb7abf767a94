# ruff: noqa: RUF001 - news has curly quotes
"""Names of something else with a place inside: a university, a paper, a ship, a street."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.known import Reading, Window
    from gazetteer.tokens import Token

_CAPITALS = re.compile(r"(?: [A-Z][\w'’]+){1,4}")
# "Washington Latin Public Charter School": so far away the noun may stand.
_REACH = 6
# From here on a place stands beside another one as itself: "London Paris flights".
_WORLD_KNOWN = 6.0


class Whole(StrEnum):
    """What the longer name is a name of."""

    ORGANISATION = "organisation"
    TEAM = "team"
    STREET = "street"
    THING = "thing"


def whole_of(reading: Reading, window: Window) -> Whole | None:
    """Return what the name around the window is a name of; None where it stands for itself."""
    return _from_behind(reading, window) or _from_before(reading, window)


def _from_behind(reading: Reading, window: Window) -> Whole | None:
    longer = load_vocabulary().longer
    for step, token in enumerate(_following(reading, window)):
        word = token.word.lower()
        capital = token.word[0].isupper()
        if step < 2 and word in longer["things"] and (capital or word in longer["illnesses"]):
            return Whole.THING
        found = _noun(word, step) if capital else None
        if found or (capital and word in longer["offices_after"]):
            return found
        if not capital and word not in longer["connectors"]:
            return None
    return None


def _noun(word: str, step: int) -> Whole | None:
    """Return what the word, so many words behind the place, makes of the name."""
    longer = load_vocabulary().longer
    if step < 3 and word in longer["streets"]:
        return Whole.STREET
    if word in longer["organisations"]:
        return Whole.ORGANISATION
    return Whole.TEAM if step < 2 and word in longer["teams"] else None


def _following(reading: Reading, window: Window) -> Iterator[Token]:
    """Yield the words behind the window that may belong to one name with it."""
    tokens, at = reading.tokens, window.last
    shouted = tokens[at].word.isupper() and not tokens[at].is_acronym
    while at + 1 < len(tokens) and at - window.last < _REACH and tokens[at].joined:
        at += 1
        known = reading.known.get(tokens[at].word.lower())
        if known and known.importance >= _WORLD_KNOWN and tokens[at].word[0].isupper():
            return
        if shouted and tokens[at].word.isupper():
            return  # where all is in capitals they say nothing
        if tokens[at].is_capital or tokens[at].word.lower() in load_vocabulary().longer["lower"]:
            yield tokens[at]
        elif at == window.last + 1:
            yield tokens[at]
            return
        else:
            return


def _from_before(reading: Reading, window: Window) -> Whole | None:
    longer, tokens = load_vocabulary().longer, reading.tokens
    at = window.first - 1
    if at < 0 or not tokens[at].joined:
        return None
    word = tokens[at].word
    if word[0].isupper() and word.lower() in longer["before"]:
        return Whole.ORGANISATION
    if word.lower() == "the" and at and tokens[at - 1].joined:
        at -= 1
    if tokens[at].word.lower() in {"southern", "northern", "eastern", "western", "central"}:
        at -= 1
    if at < 1 or tokens[at].word.lower() not in {"of", "for"} or not tokens[at - 1].joined:
        return None
    head = tokens[at - 1].word
    return Whole.ORGANISATION if head[0].isupper() and head.lower() in longer["of_what"] else None


def is_house(reading: Reading, window: Window) -> bool:
    """Tell whether the words are an institution called after its house: White House."""
    tokens, houses = reading.tokens, load_vocabulary().longer["houses"]
    first, last = window.first, window.last
    spans = [(first, last)]
    if first and tokens[first - 1].joined:
        spans.append((first - 1, last))
    if last + 1 < len(tokens) and tokens[last].joined:
        spans.append((first, last + 1))
    return any(
        "-".join(token.word.lower().replace(".", "") for token in tokens[one : other + 1]) in houses
        for one, other in spans
    )


def ends_as_something_else(text: str, end: int) -> bool:
    """Tell whether a noun of an institution follows: "Orange County" of its Sheriff's Office."""
    following = _CAPITALS.match(text, end)
    words = following[0].split() if following else []
    return any(_noun(word.lower().strip("'’s"), step) for step, word in enumerate(words))
