"""States, peoples and camps that adjectives and countries stand for: "Russian-held", "to Russia".

The reading of actors finds those who are named by nouns. Ground is often said to be held by
an adjective ("under Russian occupation") or a country ("fell to Russia"); these are read here,
and only where the words around them speak of ground.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind, fold_word
from geo.reading.clues import ActorMention
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence

_BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION_UMBRELLA})
_FIGHTERS = frozenset({"forces", "fighters", "rebels", "militia", "militias"})
_PAIR = 2  # "Kurdish forces"


@dataclass(frozen=True, slots=True)
class Sides:
    """Whom adjectives of peoples and names of countries mean, by one folded word."""

    peoples: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    # "Kurdish" -> those whom some report calls "Kurdish forces", and those within them.
    bands: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, table: ActorTable) -> Sides:
        """Index a table; the umbrella that fights for a people goes before its government."""
        peoples = {
            fold_word(word): nation.government
            for nation in table.nations.values()
            for word in nation.people
        }
        umbrellas = (a for a in table if a.kind is ActorKind.FACTION_UMBRELLA)
        peoples |= {fold_word(word): actor.id for actor in umbrellas for word in actor.people}
        countries = {
            fold_word(name): nation.government
            for nation in table.nations.values()
            for name in nation.names
        }
        return cls(peoples, countries, _bands_by_word(table))

    def adjective(self, clues: Clues, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read an adjective or a bare noun of a camp: Russian, rebel, opposition, government."""
        word = token.lower_
        actor = self.peoples.get(fold_word(token.text)) if token.text[0].isupper() else None
        if actor is None and (bands := self.bands.get(fold_word(token.text))):
            actor = _last_of(clues, sentence, bands)
        if actor is None and word in control_words().camps:
            camp = control_words().camps[word]
            actor = _called(clues, sentence, camp) or (
                self._only_state(clues) if camp == "government" else f"{TEXT_PREFIX}{camp}"
            )
        return None if actor is None else _mention(sentence, token, actor)

    def _only_state(self, clues: Clues) -> str | None:
        """Return the one government that a report speaks of."""
        spoken = {a.actor for a in clues.actors} & set(self.countries.values())
        return spoken.pop() if len(spoken) == 1 else None

    def country(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read a country that gains or loses: "fell to Russia"."""
        if token.pos_ != "PROPN" or not token.text[0].isupper():
            return None
        actor = self.countries.get(fold_word(token.text))
        return None if actor is None else _mention(sentence, token, actor)

    def people(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read a people that holds or takes ground: "fell to the Russians"."""
        word = fold_word(token.text)
        actor = self.peoples.get(word) or self.peoples.get(word.removesuffix("s"))
        return None if actor is None else _mention(sentence, token, actor)


def _bands_by_word(table: ActorTable) -> dict[str, frozenset[str]]:
    """Index armed bands by the word before "forces" or "fighters" in what they are called."""
    found: dict[str, set[str]] = {}
    for actor in table:
        for name in (*actor.aliases, *actor.generic) if actor.kind in _BANDS else ():
            words = name.split()
            if len(words) == _PAIR and words[1] in _FIGHTERS and words[0][0].isupper():
                found.setdefault(fold_word(words[0]), set()).add(actor.id)
    within = {actor.id: actor.parent for actor in table if actor.parent}
    return {
        word: frozenset(ids | {one for one, parent in within.items() if parent in ids})
        for word, ids in found.items()
    }


def _last_of(clues: Clues, sentence: Sentence, bands: frozenset[str]) -> str | None:
    """Return the one of some bands that the report has spoken of last, or speaks of first."""
    named = [a for a in clues.actors if a.armed and a.actor in bands]
    before = [a for a in named if a.quote.start < sentence.end]
    chosen = before[-1:] or named[:1]
    return chosen[0].actor if chosen else None


def _called(clues: Clues, sentence: Sentence, camp: str) -> str | None:
    """Return who is called so in this report, nearest before or else first after."""
    stem = camp.removesuffix("s")
    named = [
        a for a in clues.actors if a.armed and not a.anaphoric and stem in a.quote.text.lower()
    ]
    before = [a for a in named if a.quote.start < sentence.end]
    chosen = before[-1:] or named[:1]
    return chosen[0].actor if chosen else None


def _mention(sentence: Sentence, token: Token, actor: str) -> ActorMention:
    at = sentence.offset_of(token)
    return ActorMention(sentence.quote(at, sentence.end_of(token)), actor, at, armed=True)
