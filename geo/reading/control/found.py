"""The records of the reading of control: ground in a sentence, and a predicate with its roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.words import Frame
    from geo.reading.parsed import Sentence


@dataclass(frozen=True, slots=True)
class Ground:
    """
    What a noun phrase says of ground.

    ``kind`` is place (a mention), part (a direction), area (territory, villages), site (a
    base, a bridge) or it (a pronoun).
    """

    top: Token  # the head of the whole phrase: "most"
    head: Token  # the noun that is ground: "east", "camp"
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """A predicate with its roles, before its place, time and source are looked up."""

    sentence: Sentence
    frame: Frame
    token: Token  # heads the statement: assertion and time are asked of it
    actors: tuple[ActorMention, ...]
    against: tuple[ActorMention, ...]
    start: int  # of the quote, in the report
    end: int
    ground: Ground | None = None
    hidden: frozenset[int] = frozenset()  # starts of mentions that are not its place
    own: tuple[int, int] | None = None  # span of its ground in a list, for what is said of it
    inside: bool = False  # of a town: "the Gogjali district of Mosul"
    attempted: bool = False
    ended: bool = False
    words: tuple[int, ...] = ()  # tokens that this predicate has used up
    anaphoric: bool = False  # "the withdrawal": actor and place from an earlier statement
