"""Whose forces some words mean where no owner is named: "Malian troops", "the air force"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX
from geo.reading.actors import forces
from geo.reading.actors.phrase_shape import (
    folded_phrase,
    is_definite,
    is_indefinite,
    phrase_start,
)
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.actors import Nation
    from geo.reading.actors.setting import Setting

# Words for forces that several states in one war may have: not always the local ones.
ANYBODYS = word_set(
    "troops troop soldiers soldier warplane warplanes jet jets aircraft helicopter helicopters "
    "commandos marines paratroopers servicemen gunboats"
)
CANDIDATES = (
    forces.STATE
    | forces.GOVERNMENT
    | forces.OFFICIALS
    | forces.IRREGULAR
    | forces.NEUTRAL
    | forces.GROUP
) - {"media", "television", "radio", "newspaper", "network", "unit"}
# Two sentences on, nobody who reads "troops" thinks of another country's any more.
_LATELY = 2
_NO_FORCES = word_set("housing residential settlement care apartment business")
_ONE_GROUP = word_set("group organisation organization movement outfit network alliance coalition")
_OF_A_STATE = word_set("sniper snipers bomber bombers")


@dataclass(slots=True)
class Meanings:
    """Whose forces words mean in one report, and which states' were met so far."""

    setting: Setting
    # Governments whose forces were met so far, with the number of the last such sentence.
    _states: dict[str, int] = field(default_factory=dict)

    def met(self, government: str, sentence: int) -> None:
        """Note that a state's forces were spoken of in a sentence."""
        self._states[government] = sentence

    def meant(self, token: Token, words: list[str], sentence: int) -> str | None:
        """Return the actor that a noun with its words means in a sentence, by its number."""
        noun = token.lower_
        if noun not in CANDIDATES or self._is_no_force(token, words):
            return None
        for part in token.doc[phrase_start(token) : token.i]:
            if leader := self.setting.leader_at(part):
                return leader.id
        nation = self.setting.nation_in(words)
        if (
            nation is None
            and len(words) > 1
            and noun not in forces.GROUP | forces.OFFICIALS
            and (found := self.setting.fighters_of_land(words[-2]))
        ):
            return found  # "Kachin troops" as "Kachin rebels"
        if noun in forces.GROUP:
            return self._group(token, words, nation)
        if noun in forces.IRREGULAR:
            return self._irregular(token, words, nation)
        return self._of_forces(token, words, nation, sentence)

    def _is_no_force(self, token: Token, words: list[str]) -> bool:
        """Whether it is "housing units", "Unity state" or a government that is another."""
        noun, before = token.lower_, {word.lower() for word in words[:-1]}
        if noun in forces.NEUTRAL:
            return bool(before & _NO_FORCES)
        governs = noun in forces.GOVERNMENT | forces.OFFICIALS
        return governs and (bool(before & forces.OTHER_GOVERNMENT) or _is_a_region(token))

    def _of_forces(
        self, token: Token, words: list[str], nation: Nation | None, sentence: int
    ) -> str | None:
        """Read words for the forces of a state, unless others say that they are rebels'."""
        noun, before = token.lower_, {word.lower() for word in words[:-1]}
        trait = bool(before & forces.GOVERNMENT_TRAITS)
        if before & forces.REBEL_TRAITS:
            return f"{TEXT_PREFIX}rebels"
        if before & forces.NO_STATE and not trait:
            return None
        if nation is not None:
            people = self.setting.people_of(nation)
            if people and not trait and noun in forces.NEUTRAL:
                return people.id
            return nation.government
        if noun in forces.NEUTRAL and not trait and (before or noun != "troops"):
            return f"{TEXT_PREFIX}{folded_phrase(words)}" if noun == "forces" and before else None
        return self._own_state(token, sentence, trait=trait)

    def _own_state(self, token: Token, sentence: int, *, trait: bool) -> str | None:
        """Read "the army": the state the report is about, unless several states fight."""
        noun = token.lower_
        government = self.setting.government()
        if government is None or (noun in forces.OFFICIALS | {"state"} and not trait):
            return None
        near = noun in ANYBODYS and not trait and self._others_near(token, government.id, sentence)
        # "An army checkpoint" is the army's.
        vague = token.dep_ not in {"compound", "amod"} and is_indefinite(token)
        return None if near or vague else government.id

    def _others_near(self, token: Token, own: str, sentence: int) -> bool:
        """Whether another state's forces were met so lately that "troops" may be theirs."""
        # "Soldiers and Russian paramilitaries": who needs no adjective is at home.
        joined = token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children)
        others = (at for state, at in self._states.items() if state != own)
        return not joined and any(sentence - at <= _LATELY for at in others)

    def _irregular(self, token: Token, words: list[str], nation: Nation | None) -> str | None:
        if nation is not None and (people := self.setting.people_of(nation)):
            return people.id
        if nation is not None and token.lower_ in _OF_A_STATE:
            return nation.government
        if len(words) == 1:
            if token.lower_ in forces.JIHADIST and (only := self.setting.only_jihadist()):
                return only
            if is_definite(token) and token.lower_ not in forces.FACELESS:
                return None  # "the militants": see anaphora
        return f"{TEXT_PREFIX}{folded_phrase(words)}"

    def _group(self, token: Token, words: list[str], nation: Nation | None) -> str | None:
        if nation is not None and (people := self.setting.people_of(nation)):
            return people.id
        before = words[:-1]
        if not any(word.lower() in forces.GROUP_TRAITS for word in before):
            return None
        proper = [w for w in before if w[0].isupper() and w.lower() not in forces.GROUP_TRAITS]
        if is_definite(token) and not proper and token.lower_ in _ONE_GROUP:
            return None  # "the jihadist group": see anaphora
        name = [word for word in proper if self.setting.nation_in([word]) is None]
        return f"{TEXT_PREFIX}{folded_phrase(name or words)}"


def _is_a_region(token: Token) -> bool:
    """Whether a "state" is one of those a country has: "Unity state"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return token.lower_ == "state" and before is not None and before.pos_ == "PROPN"
