"""Words that say people were killed or hurt: whom, how many, and of what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.agreement import added
from geo.reading.control.arguments import subjects
from geo.reading.incidents.people import Tally
from geo.reading.incidents.subsets import civilians_among
from geo.reading.incidents.words import incident_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.claims import Count
    from geo.reading.incidents.numbers import Figure
    from geo.reading.incidents.people import People

_SIEGE, _KILLED = "deprivation", "violence"


class SaidAs(StrEnum):
    """How the dead and hurt are told of."""

    DEED = "deed"  # "killed nine"
    TOLL = "toll"  # "the death toll rose to 41": replaces what was said before
    BODIES = "bodies"  # "found nine bodies": perhaps of those told of before
    NONE = "none"  # "no casualties"


@dataclass(frozen=True, slots=True)
class Casualties:
    """One word that says people were killed or hurt, and whom."""

    token: Token
    killed: bool
    tally: Tally | None
    cause: str = _KILLED  # "deprivation" for hunger, thirst, lack of medicine
    victims: tuple[Token, ...] = ()
    said_as: SaidAs = SaidAs.DEED

    @property
    def of_deprivation(self) -> bool:
        """Whether the people died of want and not of violence."""
        return self.cause == _SIEGE


def tally_of(people: People, figure: Figure, counted: Token | None) -> Tally:
    """Return the people of one figure and the noun it counts, if it has one."""
    at = people.sentence.start
    last = people.sentence.end_of(counted) if counted is not None else at + figure.end
    civil = _civilians(people, figure, counted)
    return Tally(figure.count, civil, at + figure.start, max(at + figure.end, last))


def _civilians(people: People, figure: Figure, counted: Token | None) -> Count | None:
    if counted is not None and incident_words().is_civilian(counted):
        return figure.count
    token = counted if counted is not None else people.token_of(figure)
    among = civilians_among(people, token.i, figure.count) if token is not None else []
    return added(among) if among else None


def cause_of(token: Token) -> str:
    """Say whether hunger, disease or want is given as the cause."""
    if token.lemma_ in incident_words().around["deprived"]:
        return _SIEGE
    lexicon = incident_words().around["deprivation"]
    around = [token, token.head, token.head.head] if token.pos_ != "VERB" else [token]
    for one in around:
        for preposition in (*_causes(one), *subjects(one)):
            if any(t.lemma_.lower() in lexicon for t in preposition.subtree):
                return _SIEGE
    return _KILLED


def _causes(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.lower_ in {"of", "from", "due", "because", "to", "for", "through", "amid"}:
            yield child
        elif child.dep_ in {"acomp", "oprd", "dobj", "ccomp"} and child.i > token.i:
            yield from _causes(child)
