"""Which happening of a sentence the dead and hurt beside it belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.control.arguments import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.reading.incidents.deeds import Deed
    from geo.reading.incidents.events import Event
    from geo.reading.incidents.victims import Casualties

# Clauses that go on with what the clause above tells.
SAME_STORY = frozenset({"advcl", "conj", "relcl", "acl", "xcomp", "ccomp", "pcomp", "dep"})

_DAYS = frozenset({"day", "week", "month", "year"})


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def linked(one: Casualties, events: Iterable[Event]) -> Event | None:
    """Return the happening of the clause above, beside or below the word."""
    ranked = []
    for event in events:
        for deed in event.deeds:
            steps = _steps(one.token, deed)
            if steps is not None:
                ranked.append((steps, abs(deed.token.i - one.token.i), event))
    return min(ranked, key=lambda three: three[:2])[2] if ranked else None


def _steps(token: Token, deed: Deed) -> int | None:
    """Return how many clauses lie between a word and a deed; None if they tell two stories."""
    for start, goals in ((token, {deed.token, deed.head}), (deed.head, {token})):
        current, steps = start, 0
        while steps < 4:
            if current in goals:
                return steps
            if current.head == current or _leaves(current):
                break
            if current.pos_ == "VERB":
                steps += 1
            current = current.head
    return None


def is_of_other_day(verb: Token) -> bool:
    """Whether a clause tells of another day: "a day after rebels overran the town"."""
    if verb.dep_ != "advcl" or not any(c.lower_ in {"after", "before"} for c in verb.children):
        return False
    return any(c.dep_ == "npadvmod" and c.lemma_ in _DAYS for c in verb.children)


def _leaves(current: Token) -> bool:
    """Whether the way up leads into another story."""
    if is_of_other_day(current):
        return True
    if current.pos_ != "VERB" or current.dep_ == "prep":
        return False  # "including", "following" and "according" are no clauses
    if current.dep_ == "conj" and has_subject(current):
        # "an attack began and 13 soldiers died": the dead are those of the attack.
        return not (
            current.lemma_ in {"die", "perish"} or is_passive(current) or _is_reduced(current)
        )
    return current.dep_ not in SAME_STORY


def _is_reduced(verb: Token) -> bool:
    """Whether it is "30 wounded", a passive without its "were"."""
    return verb.tag_ == "VBN" and verb.lemma_ in {"wound", "injure", "hurt", "kill"}


def shared(one: Casualties, events: Iterable[Event]) -> Event | None:
    """Return the happening of the casualties a word is joined to: "killed ... and wounded ..."."""
    for event in events:
        for other in event.casualties:
            near = abs(other.token.i - one.token.i) < 12
            joined = one.token.head in (other.token, other.token.head) or other.token in (
                one.token.head, *one.token.conjuncts
            )  # fmt: skip
            if near and (joined or one.killed != other.killed):
                return event
    return None
