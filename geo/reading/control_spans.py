"""The span of a noun's statement, and the places that are not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.arguments import pruned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control_roles import Ground, Roles


def other_mentions(roles: Roles, ground: Ground | None) -> frozenset[int]:
    """Return the mentions that are not in the ground's own phrase."""
    if ground is None:
        return frozenset()
    own = {m.quote.start for m in roles.mentions_below(ground.top)}
    return frozenset({m.quote.start for m in roles.places} - own) if own else frozenset()


def noun_span(
    roles: Roles,
    tokens: Iterable[Token],
    actors: tuple[ActorMention, ...],
    *,
    whole: Iterable[Token] = (),
) -> tuple[int, int]:
    """Return the span of nouns with what hangs on them and of the actors beside them."""
    everything = [t for one in tokens for t in pruned(one) if one.pos_ not in {"VERB", "AUX"}]
    everything += [t for t in tokens if t.pos_ in {"VERB", "AUX"}]
    everything += list(whole)
    everything = [t for t in everything if not t.is_punct and not t.is_space]
    starts = [roles.sentence.offset_of(t) for t in everything]
    ends = [roles.sentence.end_of(t) for t in everything]
    starts += [a.quote.start for a in actors]
    ends += [a.quote.end for a in actors]
    return min(starts), max(ends)
