"""Those who are named by their part in a fight: "the defenders", "the enemy", "the invaders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.actors.setting import Setting
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import Sentence

DEFENDERS = frozenset({"defenders"})
WORDS = DEFENDERS | word_set("enemy occupiers invaders")
# These defend no ground.
_OTHER_DEFENDERS = word_set("rights public environmental land legal football title")


def opponent(
    setting: Setting,
    token: Token,
    before: Sentence | None,
    mentions: Sequence[ActorMention],
) -> str | None:
    """
    Return who plays a part in the fight that the text tells of.

    Parameters
    ----------
    setting, token
        The war, and the noun for the part.
    before
        The sentence before.
    mentions
        Mentions of the text so far, in its order.
    """
    home = setting.government()
    if home is None or {c.lower_ for c in token.children} & _OTHER_DEFENDERS:
        return None
    armed = [m for m in mentions if m.armed]
    others = [m.actor for m in armed if setting.table.get(m.actor).side != home.side]
    if token.lower_ in DEFENDERS:
        # Whoever the last sentence began with is most likely the one who attacks.
        last = [m for m in armed if before is None or m.quote.start >= before.start] or armed[-1:]
        attacker = last[0].actor if last else None
        return others[-1] if attacker == home.id and others else home.id
    if token.lower_ == "enemy":
        return others[-1] if others and _is_alone(token) else None
    foreign = [actor for actor in others if setting.table.get(actor).kind is ActorKind.STATE_FORCES]
    return foreign[-1] if foreign else None


def _is_alone(token: Token) -> bool:
    """Whether it is "the enemy" and not "an enemy" or "the enemy's" neighbour of a noun."""
    return token.dep_ != "compound" and any(c.lower_ == "the" for c in token.children)
