"""Actors in general phrases: "Malian troops", "Turkish-backed fighters", "the air force"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind
from geo.reading.actors import forces
from geo.reading.actors.group_names import NAME_OPENERS, unlisted_name
from geo.reading.actors.metonyms import country_acting, people_fighting
from geo.reading.actors.owners import UNKNOWN, owner_of
from geo.reading.actors.phrase_shape import (
    classifying,
    folded_phrase,
    is_definite,
    is_indefinite,
    phrase_start,
)
from geo.reading.clues import ActorMention
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.actors import Nation
    from geo.reading.actors.setting import Setting
    from geo.reading.parsed import Sentence

# Words for forces that several states in one war may have: not always the local ones.
_ANYBODYS = word_set(
    "troops troop soldiers soldier warplane warplanes jet jets aircraft helicopter helicopters "
    "commandos marines paratroopers servicemen gunboats"
)
_CANDIDATES = (
    forces.STATE
    | forces.GOVERNMENT
    | forces.OFFICIALS
    | forces.IRREGULAR
    | forces.NEUTRAL
    | forces.GROUP
) - {"media", "television", "radio", "newspaper", "network", "unit", "units"}
_PLAIN_FIGHTERS = forces.IRREGULAR - forces.FACELESS
_SHARED = frozenset({"forces", "units"}) | forces.MACHINES
_ONE_GROUP = word_set("group organisation organization movement outfit network alliance coalition")


@dataclass(slots=True)
class Phrases:
    """Reads the general phrases of one report, in the order of the text."""

    setting: Setting
    _states: set[str] = field(default_factory=set)  # governments whose forces were met so far

    def read(
        self,
        sentence: Sentence,
        token: Token,
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> ActorMention | None:
        """
        Read the phrase that ends with a noun; None if it means no actor.

        ``here`` are the sentence's mentions found so far, ``earlier`` those of the text before.
        """
        word = token.lower_
        if word in forces.CIVILIANS:
            return _civilians(sentence, token)
        known = word in _CANDIDATES or word in self.setting.local_nouns
        if known and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return self._of_noun(sentence, token, here, earlier)
        if word in forces.MACHINES | forces.PLAIN_PEOPLE | forces.PEOPLE_OF:
            return self._marked(sentence, token, here, earlier)
        if token.text in forces.PROPER_ENDINGS or token.text in NAME_OPENERS:
            return unlisted_name(sentence, token)
        if (found := self._sharing(sentence, token)) is None and (
            token.pos_ == "PROPN" or (token.dep_ == "nsubj" and token.text[0].isupper())
        ):
            found = self._leader(sentence, token) or self._country(sentence, token)
        return found

    def _of_noun(
        self,
        sentence: Sentence,
        token: Token,
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> ActorMention | None:
        if _another_noun_reads_it(token):
            return None
        start = phrase_start(token)
        words = classifying(token.doc[start : token.i + 1])
        if token.lower_ in forces.GOVERNMENT and words[0].lower().startswith(("anti-", "pro-")):
            return None  # "anti-regime" before somebody's name
        if token.dep_ == "compound" and token.tag_ == "NN" and token.lower_ in _PLAIN_FIGHTERS:
            words[-1] += "s"  # "rebel positions" are those of the rebels
        actor_id = owner_of(self.setting, sentence, token, here, earlier)
        if actor_id is None:
            actor_id = self.setting.called(words) or self._by_words(token, words)
        if actor_id is None or actor_id == UNKNOWN:
            return None
        kind = self.setting.table.get(actor_id).kind
        if kind is ActorKind.STATE_FORCES:
            self._states.add(actor_id)
        quote = sentence.quote(sentence.offset_of(token.doc[start]), sentence.end_of(token))
        armed = kind.armed and token.lower_ not in forces.OFFICIALS
        return ActorMention(quote, actor_id, sentence.offset_of(token), armed)

    def _marked(
        self,
        sentence: Sentence,
        token: Token,
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> ActorMention | None:
        """Read "Israeli tanks advanced", "armed herders", "Smith's men"."""
        start = phrase_start(token)
        words = classifying(token.doc[start : token.i + 1])
        traits = {c.lower_ for c in token.children} & forces.ARMED_TRAITS
        actor_id = None
        if token.lower_ in forces.MACHINES:
            nation = self.setting.nation_in(words[:-1])
            acts = token.dep_ == "nsubj" or token.head.dep_ == "agent"
            actor_id = nation.government if nation and acts else None
        elif traits or _is_of_a_gang(token):
            actor_id = self.setting.called(words) or f"{TEXT_PREFIX}{folded_phrase(words)}"
        else:
            whose = (c for c in token.children if c.dep_ == "poss" and c.pos_ == "PROPN")
            leader = next(filter(None, map(self.setting.leader_at, whose)), None)
            actor_id = leader.id if leader else self.setting.called(words)
            actor_id = actor_id or owner_of(self.setting, sentence, token, here, earlier)
        if not actor_id:
            return None
        quote = sentence.quote(sentence.offset_of(token.doc[start]), sentence.end_of(token))
        return ActorMention(quote, actor_id, sentence.offset_of(token), armed=True)

    def _by_words(self, token: Token, words: list[str]) -> str | None:
        noun, before = token.lower_, [word.lower() for word in words[:-1]]
        if noun not in _CANDIDATES:
            return None
        nation = self.setting.nation_in(words)
        for part in token.doc[token.i - len(before) : token.i]:
            if leader := self.setting.leader_at(part):
                return leader.id
        if noun in forces.GROUP:
            return self._group(token, words, nation)
        if noun in forces.IRREGULAR:
            return self._irregular(token, words, nation)
        return self._of_forces(token, words, nation)

    def _of_forces(self, token: Token, words: list[str], nation: Nation | None) -> str | None:
        """Read words for the forces of a state, unless others say that they are rebels'."""
        noun, before = token.lower_, [word.lower() for word in words[:-1]]
        trait = any(word in forces.GOVERNMENT_TRAITS for word in before)
        if any(word in forces.REBEL_TRAITS for word in before):
            return f"{TEXT_PREFIX}rebels"
        if nation is not None:
            people = self.setting.people_of(nation)
            if people and not trait and noun in forces.NEUTRAL:
                return people.id
            return nation.government
        if noun in forces.NEUTRAL and not trait and (before or noun != "troops"):
            return f"{TEXT_PREFIX}{folded_phrase(words)}" if noun == "forces" and before else None
        return self._own_state(token, trait=trait)

    def _own_state(self, token: Token, *, trait: bool) -> str | None:
        """Read "the army": the state the report is about, unless several states fight."""
        noun = token.lower_
        government = self.setting.government()
        if government is None or (noun in forces.OFFICIALS | {"state"} and not trait):
            return None
        several = noun in _ANYBODYS and not trait and bool(self._states - {government.id})
        # "An army checkpoint" is the army's.
        vague = token.dep_ not in {"compound", "amod"} and is_indefinite(token)
        return None if several or vague else government.id

    def _irregular(self, token: Token, words: list[str], nation: Nation | None) -> str | None:
        if nation is not None and (people := self.setting.people_of(nation)):
            return people.id
        if nation is not None and token.lower_ in {"sniper", "snipers"}:
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

    def _sharing(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read the first of "Rwandan and Mozambican troops", who share a noun."""
        if not token.text[0].isupper():
            return None
        after = token.doc[token.i + 1 : min(token.i + 6, token.sent.end)]
        if len(after) < 3 or after[0].lower_ not in {"and", ","}:
            return None
        nation, second = self.setting.nation_in([token.text]), after[1]
        if nation is None or token.text not in nation.people or not second.text[0].isupper():
            return None
        noun = next((t for t in after[2:] if t.lower_ in forces.STATE | _SHARED), None)
        between = {t.pos_ for t in after[2 : noun.i - after.start]} if noun else {"X"}
        if self.setting.nation_in([second.text]) is None or between - {"ADJ", "NOUN", "PROPN"}:
            return None
        quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
        return ActorMention(quote, nation.government, sentence.offset_of(token), armed=True)

    def _leader(self, sentence: Sentence, token: Token) -> ActorMention | None:
        actor = self.setting.leader_at(token)
        if actor is None or token.dep_ in {"compound", "poss"}:
            return None
        quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
        return ActorMention(quote, actor.id, sentence.offset_of(token), armed=False)

    def _country(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read "Turkey struck", and "Palestinians battling the army"."""
        setting, first = self.setting, token
        if found := country_acting(token, setting.nations):
            nation, first = found
            actor_id = nation.government
            self._states.add(actor_id)
        elif fighting := people_fighting(token, setting.nations):
            people = setting.people_of(fighting)
            actor_id = people.id if people else f"{TEXT_PREFIX}{token.lower_}"
        else:
            return None
        quote = sentence.quote(sentence.offset_of(first), sentence.end_of(token))
        armed = setting.table.get(actor_id).kind.armed
        return ActorMention(quote, actor_id, sentence.offset_of(token), armed)


def _is_of_a_gang(token: Token) -> bool:
    """Whether "members" are those of a cartel or a gang."""
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    return token.lower_ in forces.PEOPLE_OF and before in forces.GANGS


def _another_noun_reads_it(token: Token) -> bool:
    """Whether the phrase goes on: "rebel fighters", "military aid", "President X's troops"."""
    if token.i + 1 < token.sent.end and token.nbor().lower_ in forces.AFTER_NAME | _CANDIDATES:
        return True
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        return token.lower_ != "military" or token.head.lower_ not in forces.ARMY_THINGS
    return token.dep_ == "compound" and token.head.dep_ == "poss" and token.head.pos_ == "PROPN"


def _civilians(sentence: Sentence, token: Token) -> ActorMention | None:
    if token.pos_ not in {"NOUN", "PROPN", "VERB"} or token.dep_ in {"compound", "amod"}:
        return None
    if token.lower_ in {"displaced", "civilian"} and token.pos_ != "NOUN":
        return None
    quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
    return ActorMention(quote, "civilians", sentence.offset_of(token), armed=False)
