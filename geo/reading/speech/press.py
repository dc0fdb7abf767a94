"""For whom press speaks: a state's own, and what says of itself whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.actors import Actor, ActorTable

_LISTS = words_of("speakers")
_PRESS, _PARTISAN_PRESS = _LISTS["press"], _LISTS["partisan_press"]
_STATE_PRESS = _LISTS["state_press"]
# What says for whom press is.
_PARTISAN = re.compile(
    r"\b[Pp]ro-(?P<pro>\w+)"
    r"|(?P<of>\w+)-(?:affiliated|linked|aligned|backed|run|owned|controlled|allied|funded)\b"
)


def is_press(actor: Actor | None) -> bool:
    """Say whether a listed actor is press."""
    return actor is not None and actor.kind is ActorKind.MEDIA_AGENCY


def is_state_press(phrase: list[Token], head: Token, actor: Actor | None) -> bool:
    """Whether it is "state television", "the official news agency", and none that is listed."""
    if is_press(actor):
        return False
    before = {token.lower_ for token in phrase if token.i < head.i}
    agency = head.lower_ == "agency" and "news" in before
    # "State-run" is three tokens.
    return (agency or head.lower_ in _PRESS) and bool(before & _STATE_PRESS)


def side_of_press(phrase: list[Token], head: Token, table: ActorTable) -> Actor | None:
    """Return whom press is for, by its own words: "pro-Malvian media", "X-affiliated channels"."""
    if head.lower_ not in _PRESS | _PARTISAN_PRESS:
        return None
    before = "".join(token.text_with_ws for token in phrase if token.i < head.i)
    for match in _PARTISAN.finditer(before):
        word = match["pro"] or match["of"]
        actor = table.find(word) or _state_of(word, table)
        if actor is not None:
            return actor
    return None


def _state_of(word: str, table: ActorTable) -> Actor | None:
    nations = table.nations.values()
    return next(
        (table.get(n.government) for n in nations if word in {*n.people, *n.names, n.capital}), None
    )


def state_in(phrase: list[Token], table: ActorTable) -> Actor | None:
    """Return the state whose name or adjective stands in a phrase: "a Malian officer"."""
    words = {token.text for token in phrase}
    for nation in table.nations.values():
        if words & {*nation.people, *nation.names}:
            return table.get(nation.government)
    return None
