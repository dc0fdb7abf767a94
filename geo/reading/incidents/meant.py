"""What a noun means to a deed: those who fight, people, a place, something to attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.actors import forces
from geo.reading.incidents.words import incident_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.control.roles import Roles
    from geo.reading.incidents.people import People

_PERSONS = frozenset({"them", "us", "those", "who", "anyone", "anybody", "everyone", "everybody"})
_ARMED = forces.STATE | forces.IRREGULAR | forces.NEUTRAL | forces.FACELESS


def is_armed(roles: Roles, token: Token) -> bool:
    """Whether a noun means those who fight."""
    return bool(roles.armed([token])) or any(
        one.lower_ in _ARMED for one in (token, *token.conjuncts)
    )


def is_site(roles: Roles, token: Token) -> bool:
    """Whether a noun means a place or something that stands in one."""
    if roles.place_at(token) is not None:
        return True
    if token.lemma_.lower() in incident_words().around["sites"]:
        return True
    ground = roles.ground(token)
    return ground is not None and ground.kind in {"place", "area", "site", "part"}


def is_target(roles: Roles, people: People, token: Token) -> bool:
    """Whether a noun means people, a place or an actor, and so can be attacked."""
    if token.lemma_.lower() in incident_words().around["abstract"]:
        return False
    return (
        is_site(roles, token)
        or token.lemma_.lower() in incident_words().around["groups"]
        or is_people(people, token)
        or roles.actor_at(token) is not None
        or is_armed(roles, token)
    )


def is_people(people: People, token: Token) -> bool:
    """Whether a noun or pronoun means people."""
    # Of families nobody knows how many people they are; people they are all the same.
    households = incident_words().around["households"]
    if token.lower_ in _PERSONS or token.lemma_.lower() in households:
        return True
    return people.count_of(token) is not None
