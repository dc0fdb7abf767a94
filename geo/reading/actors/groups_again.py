"""Which group "the group" is, "the alliance", "the ethnic army"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.actors import forces
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import Sentence

_ONE_GROUP = word_set(
    "group organisation organization movement outfit faction militia coalition alliance gang cartel"
)
# Several under one name.
_UNIONS = frozenset({"alliance", "coalition"})
# "The ethnic army" is a group; "the army" is the state's.
_NO_STATES_ARMY = word_set("ethnic rebel guerrilla insurgent")
_NOT_ARMED = word_set("rights aid monitoring advocacy ethnic medical relief news")
# Traits that governments do not lend to every enemy; "terrorist" and "Islamist" are lent freely.
_JIHADIST_ONLY = frozenset({"jihadist", "jihadi", "extremist"})
# Kinds a "group" can be; an army or a government is none.
_GROUPS = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.FACTION_UMBRELLA, ActorKind.NGO, ActorKind.MONITOR}
)


def means_a_group(token: Token) -> bool:
    """Whether a noun may stand for one group that was named before."""
    return token.lower_ in _ONE_GROUP or _is_a_groups_army(token)


def last_group(
    sentence: Sentence,
    before: Sentence | None,
    token: Token,
    earlier: Sequence[ActorMention],
    table: ActorTable,
) -> ActorMention | None:
    """Return the group last spoken of; a subject takes up the subject of the sentence before."""
    traits = {child.lower_ for child in token.children}
    if traits & _NOT_ARMED and not traits & forces.GROUP_TRAITS:
        return None  # but "the ethnic armed group"
    if token.lower_ in _UNIONS:
        unions = [m for m in earlier if _is_union(m, token.lower_, table)]
        if unions:
            return unions[-1]
    fitting = [m for m in earlier if _fits_group(m, traits, table)]
    if token.dep_ in {"nsubj", "nsubjpass"} and not any(
        m.quote.start >= sentence.start for m in fitting
    ):
        # Whoever the sentence before began with is most likely its subject.
        begun = [m for m in fitting if before is not None and m.quote.start >= before.start]
        alone = [m for m in begun if before is not None and not _is_one_of_several(m, before)]
        if begun and (alone or len(begun) == len(fitting)):
            return (alone or begun)[0]
        fitting = [m for m in fitting if m not in begun]
    return fitting[-1] if fitting else None


def _is_one_of_several(mention: ActorMention, sentence: Sentence) -> bool:
    """Whether an actor is joined to another: one of "soldiers and a militia" is no "group"."""
    heads = sentence.tokens_between(mention.head, mention.head + 1)
    return any(t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.children) for t in heads)


def _is_a_groups_army(token: Token) -> bool:
    return token.lower_ == "army" and bool({c.lower_ for c in token.children} & _NO_STATES_ARMY)


def _is_union(mention: ActorMention, word: str, table: ActorTable) -> bool:
    actor = table.get(mention.actor)
    called = word in f"{mention.quote.text} {actor.name}".lower()
    return mention.armed and (called or actor.kind is ActorKind.FACTION_UMBRELLA)


def _fits_group(mention: ActorMention, traits: set[str], table: ActorTable) -> bool:
    actor = table.get(mention.actor)
    if actor.kind not in _GROUPS or mention.actor == "civilians":
        return False
    if mention.quote.text.lower().split()[-1] in forces.FACELESS:
        return False  # nobody knows gunmen for a group
    if traits & forces.GROUP_TRAITS and not mention.armed:
        return False
    if traits & _JIHADIST_ONLY and not actor.jihadist and mention.actor in table.actors:
        return False
    return actor.kind is not ActorKind.FACTION_UMBRELLA or bool(traits & forces.GROUP_TRAITS)
