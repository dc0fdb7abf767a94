"""Actors in general phrases: "Syrian troops", "Turkish-backed fighters", "the air force"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind, fold_word, name_words
from geo.reading import forces
from geo.reading.clues import ActorMention
from geo.reading.focus import nations_by_word
from geo.reading.metonyms import country_acting, people_fighting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

    from geo.actors import Actor, ActorTable, Nation
    from geo.reading.parsed import Sentence

_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both"})
_TITLES = frozenset(
    "president general gen. gen marshal colonel commander leader dictator strongman minister "
    "warlord sheikh mullah emir king prime".split()
)
# First words of the names of Arabic-speaking brigades; the rest of the name follows.
_NAME_OPENERS = frozenset(
    "Liwa Jaish Jaysh Harakat Ansar Katibat Katiba Faylaq Firqat Saraya Jund Jamaat".split()
)
_BELONGING = frozenset({"from", "of", "loyal", "belonging"})
# Words for forces that several states in one war may have: not always the local ones.
_ANYBODYS = frozenset(
    "troops troop soldiers soldier warplane warplanes jet jets aircraft helicopter helicopters "
    "commandos marines paratroopers servicemen gunboats".split()
)


@dataclass(slots=True)
class Phrases:
    """
    Reads general phrases of one report.

    ``focus`` are the report's countries, main one first; ``named`` its listed actors.
    """

    table: ActorTable
    focus: tuple[str, ...]
    named: Iterable[ActorMention]
    states: set[str] = field(default_factory=set)  # governments whose forces were met
    _nations: dict[tuple[str, ...], tuple[Nation, int]] = field(init=False)
    _leaders: dict[str, list[tuple[tuple[str, ...], Actor]]] = field(init=False)
    _in_report: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._nations = nations_by_word(self.table)
        self._in_report = {mention.actor for mention in self.named}
        self._leaders = {}
        for actor in self.table:
            for leader in actor.leaders:
                words = tuple(map(fold_word, name_words(leader)))
                self._leaders.setdefault(words[-1], []).append((words, actor))

    def read(
        self, sentence: Sentence, token: Token, here: list[ActorMention]
    ) -> ActorMention | None:
        """Read the phrase that ends with a noun; None if it means no actor."""
        word = token.lower_
        if word in forces.CIVILIANS:
            return self._civilians(sentence, token)
        if word in _CANDIDATES and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return self._of_noun(sentence, token, here)
        if token.text in forces.PROPER_ENDINGS or token.text in _NAME_OPENERS:
            return self._proper(sentence, token)
        if token.pos_ == "PROPN":
            return self._leader(sentence, token) or self._country(sentence, token)
        return None

    def _of_noun(
        self, sentence: Sentence, token: Token, here: list[ActorMention]
    ) -> ActorMention | None:
        following = token.nbor() if token.i + 1 < token.sent.end else None
        if following is not None and following.lower_ in forces.AFTER_NAME | _CANDIDATES:
            return None  # "rebel fighters": the last noun reads the whole phrase
        if token.pos_ == "ADJ" and token.dep_ == "amod":
            return None  # "military aid", "militant Islam"
        if token.dep_ == "compound" and token.head.dep_ == "poss" and token.head.pos_ == "PROPN":
            return None  # "President Smith's troops": the last noun reads the whole phrase
        start = _phrase_start(token)
        words = _classifying(token.doc[start : token.i + 1])
        if words[0].lower().startswith(("anti-", "pro-", "ex-")) and (
            token.lower_ in forces.GOVERNMENT
        ):
            return None  # "the anti-regime fighters" after a slip of the parser
        if token.dep_ == "compound" and token.tag_ == "NN" and token.lower_ in forces.IRREGULAR:
            words[-1] += "s"  # "rebel positions" are those of the rebels
        actor = (
            self._whose(sentence, token, here)
            or self._generic(words)
            or self._by_words(token, words)
        )
        if actor is None:
            return None
        if self.table.get(actor).kind is ActorKind.STATE_FORCES:
            self.states.add(actor)
        quote = sentence.quote(sentence.offset_of(token.doc[start]), sentence.end_of(token))
        armed = self.table.get(actor).kind.armed and token.lower_ not in forces.OFFICIALS
        return ActorMention(quote, actor, sentence.offset_of(token), armed)

    def _whose(self, sentence: Sentence, token: Token, here: list[ActorMention]) -> str | None:
        """Read "its fighters", "fighters from the X group", "forces loyal to Y"."""
        for child in token.children:
            if child.dep_ == "poss" and child.pos_ == "PRON":
                at = sentence.offset_of(child)
                return next((m.actor for m in here if m.head == at and m.armed), None)
        if token.dep_ == "nsubj" and token.head.lemma_ == "be":
            for child in token.head.children:
                at = sentence.offset_of(child)
                for mention in here:
                    covers = mention.quote.start <= at < mention.quote.end
                    if child.dep_ == "attr" and covers and mention.armed:
                        return mention.actor  # "the main faction is X"
        for child in token.children:
            if child.lower_ not in _BELONGING or child.i < token.i:
                continue
            subtree = sorted(child.subtree, key=lambda t: t.i)
            first, last = sentence.offset_of(subtree[0]), sentence.end_of(subtree[-1])
            for mention in here:
                if first <= mention.quote.start < last and mention.armed:
                    return mention.actor
            for part in subtree[1:6]:
                if leader := self._leader_at(part):
                    return leader.id
        return None

    def _generic(self, words: list[str]) -> str | None:
        """Read what one of the listed actors is called in its own country."""
        folded = [word.lower().replace("\u2019", "'") for word in words]
        nation = self._nation_in(words)
        country = nation.code if nation else (self.focus[0] if self.focus else None)
        for first in range(len(folded)):
            phrase = " ".join(folded[first:])
            fitting = [
                actor
                for actor in self.table
                if country in actor.country
                and phrase in (generic.lower() for generic in actor.generic)
            ]
            named = [actor for actor in fitting if actor.id in self._in_report]
            for some in (named, fitting):
                if len(some) == 1:
                    return some[0].id
        return None

    def _by_words(self, token: Token, words: list[str]) -> str | None:
        noun, before = token.lower_, [word.lower() for word in words[:-1]]
        nation = self._nation_in(words)
        for part in range(token.i - len(before), token.i):
            if part >= 0 and (leader := self._leader_at(token.doc[part])):
                return leader.id
        if noun in forces.GROUP:
            return self._group(token, words, nation)
        if noun in forces.IRREGULAR:
            return self._irregular(token, words, nation)
        trait = any(word in forces.GOVERNMENT_TRAITS for word in before)
        if any(word in forces.REBEL_TRAITS for word in before):
            return f"{TEXT_PREFIX}rebels"
        if nation is not None:
            return self._of_nation(nation, noun, state=trait)
        if noun in forces.NEUTRAL and not trait:
            return f"{TEXT_PREFIX}{_phrase(words)}" if noun == "forces" and before else None
        return self._own_state(token, noun, trait=trait)

    def _own_state(self, token: Token, noun: str, *, trait: bool) -> str | None:
        """Read "the army": the state the report is about, unless several fight."""
        if noun in forces.OFFICIALS or (noun == "state" and not trait):
            return None
        government = self.table.government_of(self.focus[0]) if self.focus else None
        if _indefinite(token) or government is None:
            return None
        if noun in _ANYBODYS and not trait and len(self.states - {government.id}) > 0:
            return None
        return government.id

    def _of_nation(self, nation: Nation, noun: str, *, state: bool) -> str:
        government = self.table.get(nation.government)
        people = self._people_of(nation)
        if people and not state and noun in forces.NEUTRAL:
            return people.id
        return government.id

    def _people_of(self, nation: Nation) -> Actor | None:
        """Return the umbrella that fights for a people, if the table has one."""
        umbrellas = (a for a in self.table if a.kind is ActorKind.FACTION_UMBRELLA and a.people)
        return next((a for a in umbrellas if set(a.people) & set(nation.people)), None)

    def _irregular(self, token: Token, words: list[str], nation: Nation | None) -> str | None:
        if nation is not None and (people := self._people_of(nation)):
            return people.id
        if nation is not None and token.lower_ in {"sniper", "snipers"}:
            return nation.government
        bare = len(words) == 1
        if bare and token.lower_ in forces.JIHADIST and (only := self._only_jihadist()):
            return only
        if bare and _definite(token) and token.lower_ not in forces.FACELESS:
            return None  # "the militants": see anaphora
        return f"{TEXT_PREFIX}{_phrase(words)}"

    def _group(self, token: Token, words: list[str], nation: Nation | None) -> str | None:
        before = words[:-1]
        proper = [w for w in before if w[0].isupper() and w.lower() not in forces.GROUP_TRAITS]
        trait = any(word.lower() in forces.GROUP_TRAITS for word in before)
        if nation is not None and (people := self._people_of(nation)):
            return people.id
        if not trait:
            return None
        if _definite(token) and not proper and token.lower_ in _SINGULAR_GROUP:
            return None  # "the jihadist group": see anaphora
        name = [w for w in proper if not self._nations.get((fold_word(w),))]
        return f"{TEXT_PREFIX}{_phrase(name or words)}"

    def _only_jihadist(self) -> str | None:
        named = {a for a in self._in_report if self.table.get(a).jihadist}
        return named.pop() if len(named) == 1 else None

    def _nation_in(self, words: list[str]) -> Nation | None:
        """Return the nation named nearest before a noun: "Syria's Palestinian factions"."""
        plain = [word.removesuffix("'s").removesuffix("'") for word in words]
        for at in range(len(plain) - 1, -1, -1):
            for size in (3, 2, 1):
                key = tuple(fold_word(w) for n in plain[at : at + size] for w in name_words(n))
                found = self._nations.get(key)
                if found and plain[at][0].isupper() and "-" not in plain[at]:
                    return found[0]
        return None

    def _leader_at(self, token: Token) -> Actor | None:
        for words, actor in self._leaders.get(fold_word(token.text), ()):
            before = [t for t in token.doc[max(token.sent.start, token.i - 5) : token.i]]
            names = [t for t in before if fold_word(t.text) and t.lower_ not in {"al", "el"}]
            full = tuple(fold_word(t.text) for t in names[1 - len(words) :]) == words[:-1]
            if len(words) > 1 and full:
                return actor
            stranger = names and names[-1].pos_ == "PROPN" and names[-1].lower_ not in _TITLES
            known = set(actor.country) & set(self.focus[:2]) or actor.id in self._in_report
            if len(words) == 1 and known and not stranger and token.text[0].isupper():
                return actor
        return None

    def _leader(self, sentence: Sentence, token: Token) -> ActorMention | None:
        actor = self._leader_at(token)
        if actor is None or token.dep_ in {"compound", "poss"}:
            return None
        quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
        return ActorMention(quote, actor.id, sentence.offset_of(token), armed=False)

    def _country(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read "Turkey struck", and "Palestinians battling the army"."""
        found = country_acting(token, self._nations)
        if found is not None:
            nation, first = found
            self.states.add(nation.government)
            armed = self.table.get(nation.government).kind.armed
            quote = sentence.quote(sentence.offset_of(first), sentence.end_of(token))
            return ActorMention(quote, nation.government, sentence.offset_of(token), armed)
        nation_fighting = people_fighting(token, self._nations)
        if nation_fighting is None:
            return None
        people = self._people_of(nation_fighting)
        actor = people.id if people else f"{TEXT_PREFIX}{token.lower_}"
        quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
        return ActorMention(quote, actor, sentence.offset_of(token), armed=True)

    def _proper(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """Read a name nobody listed: "the Zintan Brigades", "Liwa al-Haqq"."""
        doc, first, last = token.doc, token.i, token.i
        if token.text in _NAME_OPENERS:
            while last + 1 < token.sent.end and (
                doc[last + 1].text[0].isupper() or (doc[last + 1].text in {"al", "-", "el", "ul"})
            ):
                last += 1
        while (
            first > token.sent.start
            and doc[first - 1].text[0].isupper()
            and (doc[first - 1].pos_ in {"PROPN", "NOUN", "ADJ"})
        ):
            first -= 1
        if first == last or (first == token.sent.start and doc[first].pos_ == "DET"):
            return None
        span = doc[first : last + 1]
        quote = sentence.quote(sentence.offset_of(doc[first]), sentence.end_of(doc[last]))
        name = _phrase(span.text.split())
        return ActorMention(quote, f"{TEXT_PREFIX}{name}", sentence.offset_of(token), armed=True)

    def _civilians(self, sentence: Sentence, token: Token) -> ActorMention | None:
        if token.pos_ not in {"NOUN", "PROPN", "VERB"} or token.dep_ in {"compound", "amod"}:
            return None
        if token.lower_ in {"displaced", "civilian"} and token.pos_ != "NOUN":
            return None
        quote = sentence.quote(sentence.offset_of(token), sentence.end_of(token))
        return ActorMention(quote, "civilians", sentence.offset_of(token), armed=False)


# Adjectives that tell nothing of who somebody is.
_IDLE = frozenset(
    "main key other new remaining local many several numerous suspected unidentified unknown "
    "masked dozens hundreds more some such various respective so-called".split()
)
_CANDIDATES = (
    forces.STATE
    | forces.GOVERNMENT
    | forces.OFFICIALS
    | forces.IRREGULAR
    | forces.NEUTRAL
    | forces.GROUP
) - {"media", "television", "radio", "newspaper", "network", "unit", "units"}
_SINGULAR_GROUP = frozenset(
    "group organisation organization movement outfit network alliance coalition".split()
)


def _phrase_start(token: Token) -> int:
    """Return where the noun's own words begin: no article, no verb, no date."""
    start = token.i
    doc, floor = token.doc, max(token.sent.start, token.i - 7)
    while start > floor:
        before = doc[start - 1]
        inside = before.pos_ in {"ADJ", "NOUN", "PROPN"} or before.text in {"-", "'s", "'"}
        inside = inside or before.dep_ == "amod" or doc[start].text == "-"
        # The words of a phrase hang inside it; what hangs elsewhere only stands beside it.
        inside = inside and (before.head.i > before.i or before.text in {"-", "'s", "'"})
        inside = inside and (before.head.i <= token.i or before.dep_ == "case")
        if (
            not inside
            or before.ent_type_ in {"DATE", "TIME"}
            or before.is_punct
            and (before.text != "-")
        ):
            break
        start -= 1
    while start < token.i and doc[start].text in {"-", "'s", "'"}:
        start += 1
    return start


def _classifying(phrase: Span) -> list[str]:
    """Return the words that say what sort they are: no superlative, number or "suspected"."""
    text = "".join(
        token.text_with_ws
        for token in phrase
        if token.i == phrase.end - 1
        or not (token.tag_ in {"JJS", "JJR", "RBS", "CD", "VBG"} or token.lower_ in _IDLE)
    )
    return text.split() or [phrase[-1].text]


def _determiner(token: Token) -> str:
    start = _phrase_start(token)
    left = token.doc[start - 1].lower_ if start > token.sent.start else ""
    child = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    return child or left


def _definite(token: Token) -> bool:
    return _determiner(token) in _DEFINITE


def _indefinite(token: Token) -> bool:
    return _determiner(token) in {"a", "an", "any", "no", "some", "other", "another"}


def _phrase(words: list[str]) -> str:
    return " ".join(word.casefold().removesuffix("'s") for word in words)
