"""Actors in general phrases: "Malian troops", "Turkish-backed fighters", "the air force"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind
from geo.reading.actors import forces
from geo.reading.actors.group_names import NAME_OPENERS, named_as_a_band, unlisted_name
from geo.reading.actors.metonyms import country_acting, people_fighting
from geo.reading.actors.opponents import DEFENDERS, WORDS, opponent
from geo.reading.actors.owners import UNKNOWN, after_owner, owner_of
from geo.reading.actors.peoples import ALLIES, allies, people_under_arms
from geo.reading.actors.phrase_shape import (
    classifying,
    folded_phrase,
    is_definite,
    phrase_start,
)
from geo.reading.actors.regular_units import ENDINGS, regular_unit
from geo.reading.actors.said_before import called_later, same_kind, same_noun
from geo.reading.actors.whose_forces import ANYBODYS, CANDIDATES, Meanings
from geo.reading.clues import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.actors.setting import Setting
    from geo.reading.parsed import Sentence

_PLAIN_FIGHTERS = forces.IRREGULAR - forces.FACELESS
# A plain "the troops" are those called so before.
_TAKEN_UP = (ANYBODYS | forces.NEUTRAL | {"men"}) - {"fighters"}
_SHARED = frozenset({"forces", "units"}) | forces.MACHINES
# Joined once: they are asked of every word.
_PARTS_OR_ALLIES = WORDS | ALLIES
_MARKED = forces.MACHINES | forces.PLAIN_PEOPLE | forces.PEOPLE_OF


@dataclass(slots=True)
class Phrases:
    """Reads the general phrases of one report, in the order of the text."""

    setting: Setting
    _meanings: Meanings = field(init=False)
    _now: Sentence | None = None
    _before: Sentence | None = None

    def __post_init__(self) -> None:
        self._meanings = Meanings(self.setting)

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
        if sentence is not self._now:
            self._before, self._now = self._now, sentence
        if token.lower_ in forces.CIVILIANS:
            return _civilians(sentence, token)
        for read in (self._by_word, self._by_name):
            if found := read(sentence, token, here, earlier):
                return found
        return None

    def _by_word(
        self,
        sentence: Sentence,
        token: Token,
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> ActorMention | None:
        """Read a common noun for those who fight or govern."""
        word, found = token.lower_, None
        if token.text in forces.PROPER_ENDINGS and named_as_a_band(token):
            return None  # "the Orsa Youth Liberation Army" is nobody's army
        if word in forces.PEACEKEEPERS:
            return self._peacekeepers(sentence, token)
        if word in _PARTS_OR_ALLIES:
            found = self._by_part(sentence, token, here, earlier)
        elif token.text in ENDINGS:
            found = regular_unit(self.setting, sentence, token, here)
        if found is not None:
            return found
        known = word in CANDIDATES or word in self.setting.local_nouns
        if known and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return self._of_noun(sentence, token, here, earlier)
        if word in _MARKED:
            return self._marked(sentence, token, here, earlier)
        return None

    def _by_name(
        self,
        sentence: Sentence,
        token: Token,
        _here: list[ActorMention],
        _earlier: list[ActorMention],
    ) -> ActorMention | None:
        """Read a name: of a band nobody listed, of a leader, of a country that acts."""
        text = token.text
        if not text[0].isupper():
            return None
        if text in forces.PROPER_ENDINGS or text in NAME_OPENERS:
            name = unlisted_name(sentence, token)
            known = self.setting.called(name.quote.text.split()) if name else None
            return replace(name, actor=known) if name and known else name
        if (found := self._sharing(sentence, token)) is None and (
            token.pos_ == "PROPN" or token.dep_ == "nsubj"
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
        words = classifying(token.doc[phrase_start(token) : token.i + 1])
        if token.lower_ in forces.GOVERNMENT and words[0].lower().startswith(("anti-", "pro-")):
            return None  # "anti-regime" before somebody's name
        if token.dep_ == "compound" and token.tag_ == "NN" and token.lower_ in _PLAIN_FIGHTERS:
            words[-1] += "s"  # "rebel positions" are those of the rebels
        actor_id = self._whose(sentence, token, words, here, earlier)
        if actor_id is None or actor_id == UNKNOWN:
            return None
        kind = self.setting.table.get(actor_id).kind
        if kind is ActorKind.STATE_FORCES:
            self._meanings.met(actor_id, sentence.index)
        start = after_owner(sentence, token, phrase_start(token), here)
        quote = sentence.quote(sentence.offset_of(token.doc[start]), sentence.end_of(token))
        armed = kind.armed and token.lower_ not in forces.OFFICIALS
        armed = armed or (
            kind is ActorKind.UN_AGENCY and token.lower_ in forces.UNDER_ARMS | forces.CONTINGENTS
        )
        return ActorMention(quote, actor_id, sentence.offset_of(token), armed)

    def _whose(
        self,
        sentence: Sentence,
        token: Token,
        words: list[str],
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> str | None:
        """Return whom a noun means: whoever is named with it, named before, or called so here."""
        setting, before = self.setting, [*earlier, *here]
        actor_id = called_later(sentence, token, here)
        if actor_id is None:
            actor_id = owner_of(setting, sentence, token, here, earlier)
        if actor_id is None and len(words) == 1 and token.lower_ in _TAKEN_UP:
            actor_id = same_noun(token, before) if is_definite(token) else None
        if actor_id is None:
            actor_id = setting.called(words)
        if actor_id is None:
            actor_id = self._meanings.meant(token, words, sentence.index)
        if actor_id is None and words[0].endswith("-led") and words[0][0].isupper():
            return f"{TEXT_PREFIX}{folded_phrase(words)}"
        if actor_id and actor_id.startswith(TEXT_PREFIX) and token.lower_ in _PLAIN_FIGHTERS:
            actor_id = same_kind(setting.table, words, before) or actor_id
        return actor_id

    def _marked(
        self,
        sentence: Sentence,
        token: Token,
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> ActorMention | None:
        """Read "Israeli tanks advanced", "armed herders", "Smith's men"."""
        words = classifying(token.doc[phrase_start(token) : token.i + 1])
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
        return _under_arms(sentence, token, actor_id)

    def _peacekeepers(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read "peacekeepers": those of the mission in the country, else those of a nation."""
        words = classifying(token.doc[phrase_start(token) : token.i + 1])
        nation = self.setting.nation_in(words[:-1])
        actor_id = self.setting.mission() or (nation.government if nation else None)
        if actor_id is None or token.dep_ in {"compound", "amod"}:
            return None
        return _under_arms(sentence, token, actor_id)

    def _by_part(
        self,
        sentence: Sentence,
        token: Token,
        here: list[ActorMention],
        earlier: list[ActorMention],
    ) -> ActorMention | None:
        """Read those who are called after their part in the fight, or by whose allies they are."""
        words = classifying(token.doc[phrase_start(token) : token.i + 1])
        if token.lower_ in ALLIES:
            actor_id = allies(self.setting, words)
        elif token.lower_ in DEFENDERS and self.setting.nation_in(words):
            return None  # as "troops" are read
        else:
            actor_id = self.setting.called(words)
            actor_id = actor_id or opponent(self.setting, token, self._before, [*earlier, *here])
        if actor_id is None:
            return None
        return _under_arms(sentence, token, actor_id)

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
            self._meanings.met(actor_id, sentence.index)
        elif fighting := people_fighting(token, setting.nations):
            people = setting.people_of(fighting)
            actor_id = people.id if people else f"{TEXT_PREFIX}{token.lower_}"
        elif people_id := people_under_arms(setting, token):
            actor_id = people_id
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
    if token.i + 1 < token.sent.end and token.nbor().lower_ in forces.AFTER_NAME | CANDIDATES:
        return True
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        return token.lower_ != "military" or token.head.lower_ not in forces.ARMY_THINGS
    return token.dep_ == "compound" and token.head.dep_ == "poss" and token.head.pos_ == "PROPN"


def _under_arms(sentence: Sentence, token: Token, actor_id: str) -> ActorMention:
    """Return the mention of a phrase for those who fight, from its first word to its noun."""
    first = token.doc[phrase_start(token)]
    quote = sentence.quote(sentence.offset_of(first), sentence.end_of(token))
    return ActorMention(quote, actor_id, sentence.offset_of(token), armed=True)


def _civilians(sentence: Sentence, token: Token) -> ActorMention | None:
    if token.pos_ not in {"NOUN", "PROPN", "VERB"} or token.dep_ in {"compound", "amod"}:
        return None
    if token.lower_ in {"displaced", "civilian"} and token.pos_ != "NOUN":
        return None
    quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
    return ActorMention(quote, "civilians", sentence.offset_of(token), armed=False)
