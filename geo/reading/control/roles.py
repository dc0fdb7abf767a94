"""Which actors and which ground a word of a sentence means, for the reading of control."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from geo.codes import MentionRole
from geo.reading.actors.forces import IRREGULAR, MEMBERS, NEUTRAL, STATE
from geo.reading.control.arguments import conjuncts, governed, pruned
from geo.reading.control.found import Ground
from geo.reading.control.measures import counted, is_measure, is_quantity, is_square
from geo.reading.control.sides import Sides
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.claims import Mention
    from geo.reading.clues import ActorMention, Clues
    from geo.reading.parsed import Sentence

_NOWHERE = frozenset(
    {
        MentionRole.ORGANISATION,
        MentionRole.NATIONALITY,
        MentionRole.METONYM,
        MentionRole.SOURCE_LOCATION,
        MentionRole.FURNITURE,
    }
)
# Bare, these are no ground: "took part", "took place", "changed sides".
_NEEDS_NO_ARTICLE = frozenset({"territory", "ground", "land", "terrain", "countryside"})
# Labels of names that may be places; a name without label is one more often than not, as
# the object of a verb of capture.
_NAMES_OF_PLACES = frozenset({"", "GPE", "LOC", "FAC"})
_FORCES = (
    STATE
    | IRREGULAR
    | NEUTRAL
    | MEMBERS
    | frozenset(
        {"group", "groups", "coalition", "alliance", "column", "convoy", "remnants", "wing", "arm"}
    )
)
_OF_WHOM = frozenset({"of", "from", "including", "with", "loyal", "like"})


@dataclass(frozen=True)
class Roles:
    """Actors and places of one sentence, found from its tokens."""

    clues: Clues
    sentence: Sentence
    sides: Sides = field(default_factory=Sides)

    @cached_property
    def actors(self) -> tuple[ActorMention, ...]:
        """The actor mentions of the sentence."""
        return self.clues.actors_in(self.sentence)

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        """The place mentions of the sentence that can locate something."""
        return tuple(m for m in self.clues.mentions_in(self.sentence) if m.role not in _NOWHERE)

    def actor_at(self, token: Token) -> ActorMention | None:
        """Return the actor mention that covers a token."""
        at = self.sentence.offset_of(token)
        return next((a for a in self.actors if a.quote.start <= at < a.quote.end), None)

    def place_at(self, token: Token) -> Mention | None:
        """Return the place mention that covers a token."""
        at = self.sentence.offset_of(token)
        return next((m for m in self.places if m.quote.start <= at < m.quote.end), None)

    def armed(self, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
        """Return the armed actors that nouns mean, with those joined to them."""
        found: list[ActorMention] = []
        for token in tokens:
            for noun in (*conjuncts(token), *self._listed_behind(token)):
                found.extend(self._of(noun, 0))
        return _unique(a for a in found if a.armed)

    def _listed_behind(self, token: Token) -> list[Token]:
        """Return the others of "the army, Wagner and a militia", an aside to the parser."""
        aside = (c for c in token.children if c.dep_ == "appos" and c.i > token.i)
        listed = [one for c in aside if c.conjuncts for one in (c, *c.conjuncts)]
        here = self.actor_at(token) if listed else None
        named = [a for one in listed if (a := self.actor_at(one) or self._left(one)) is not None]
        others = here is not None and all(a.actor != here.actor for a in named)
        return listed if others and len(named) == len(listed) else []

    def _left(self, token: Token) -> ActorMention | None:
        return next((a for c in token.lefts if (a := self.actor_at(c)) is not None), None)

    def _of(self, token: Token, depth: int) -> list[ActorMention]:
        here = self.actor_at(token)
        if here is not None and not here.actor.startswith("text:"):
            return [*self._sharing(here), here]
        below: list[ActorMention] = []
        if depth < 4 and (
            token.lower_ in _FORCES | control_words().around["partitives"] or here is not None
        ):
            for child in token.children:
                if child.dep_ in {"prep", "acl"} and child.lower_ in _OF_WHOM:
                    below += [a for n in governed(child) for a in self._joined(n, depth + 1)]
            if here is not None and not any(c.lower_ == "including" for c in token.children):
                below = []
        # "groups including the Fano": the general word adds nothing to the name.
        own = [here] if here is not None and not below else []
        if not own and not below and token.lower_ in _FORCES:
            left = [c for c in token.lefts if c.dep_ in {"compound", "nmod", "amod", "poss"}]
            left += [k for c in left for k in c.lefts]  # "a junta relief column"
            own = [a for c in left if (a := self.actor_at(c)) is not None]
        if not own and not below:
            named = (c for c in token.children if c.dep_ == "appos")
            own = [a for c in named if (a := self.actor_at(c)) is not None]
        return [*own, *below] or self._by_side(token)

    def _sharing(self, actor: ActorMention) -> list[ActorMention]:
        """Return those who share a noun with an actor: "Rwandan and Mozambican troops"."""
        before = [a for a in self.actors if a.quote.end < actor.quote.start]
        if not before or before[-1].head + len(before[-1].quote.text) != before[-1].quote.end:
            return []
        gap = self.sentence.raw[
            before[-1].quote.end - self.sentence.start : actor.quote.start - self.sentence.start
        ]
        words = self.sentence.tokens_between(before[-1].head, before[-1].quote.end)
        plain = len(words) == 1 and words[0].dep_ in {"amod", "compound", "nmod"}
        return [before[-1]] if plain and gap in {" and ", ", "} and before[-1].armed else []

    def _by_side(self, token: Token) -> list[ActorMention]:
        """Read "Israeli tanks", "Ukrainian defenders", "Russia" where nobody is named."""
        if token.lower_ in control_words().around["bearers"]:
            left = [c for c in token.children if c.dep_ in {"compound", "nmod", "amod", "poss"}]
            named = [a for t in left if (a := self.actor_at(t)) is not None]
            joined = [one for t in left for one in (t, *t.conjuncts)]
            return named[-1:] or [a for t in joined if (a := self.side_of(t)) is not None]
        here = self.sides.country(self.sentence, token)
        if here is None and any(c.lower_ == "the" for c in token.lefts):
            if token.tag_ == "NNPS":  # "fell to the Russians"
                here = self.sides.people(self.sentence, token)
            elif token.tag_ == "NNS":  # "the rebels" whom nothing before names
                here = self.side_of(token)
        return [here] if here is not None else []

    def side_of(self, token: Token) -> ActorMention | None:
        """Return whom an adjective stands for: "Russian-held", "rebel hands"."""
        return self.sides.adjective(self.clues, self.sentence, token)

    def _joined(self, token: Token, depth: int) -> list[ActorMention]:
        return [a for noun in (token, *token.conjuncts) for a in self._of(noun, depth)]

    def within(self, token: Token) -> tuple[ActorMention, ...]:
        """Return the armed actors named in a phrase, not those in clauses that hang on it."""
        found = []
        for actor in self.actors:
            heads = self.sentence.tokens_between(actor.head, actor.head + 1)
            heads = heads or self.sentence.tokens_between(actor.quote.start, actor.quote.end)
            if actor.armed and heads and _hangs_plainly(heads[0], token):
                found.append(actor)
        return _unique(found)

    def left_of(self, noun: Token) -> tuple[ActorMention, ...]:
        """Return the armed actors that own or modify a noun: "the army's", "the M23 advance"."""
        found = []
        for child in noun.lefts:
            if child.dep_ not in {"poss", "compound", "amod", "nmod", "nsubj", "det"}:
                continue
            nearest = [a for t in child.subtree if (a := self.actor_at(t)) is not None and a.armed]
            # "Goma and M23's presence": the last one is the owner.
            found += nearest[-1:]
        if not found:
            plain = [c for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"}]
            plain += [c for c in noun.lefts if c.dep_ == "poss" and c.tag_ == "NNS"]
            found = [a for c in plain if (a := self.side_of(c)) is not None]
        return _unique(found)

    def ground(self, token: Token, depth: int = 0) -> Ground | None:
        """Return what ground a noun phrase means, None if it means none."""
        kind = self._kind(token)
        if kind is None and depth < 4 and (is_quantity(token) or is_measure(token)):
            for noun in counted(token):
                if (below := self.ground(noun, depth + 1)) is not None:
                    return Ground(token, below.head, below.kind)
        if kind is None and is_measure(token) and is_square(token):
            kind = "area"
        return Ground(token, token, kind) if kind else None

    def _kind(self, token: Token) -> str | None:
        words = control_words()
        if self.place_at(token) is not None or self._is_named(token):
            return "place"
        if token.lower_ in words.around["directions"] and not token.text[0].isupper():
            return "part"
        # "The army holds everything else": of the town spoken of.
        else_ = token.lower_ == "everything" and any(c.lower_ == "else" for c in token.children)
        bare = not any(c.lower_ in {"of", "in"} for c in token.children)
        rest = bare and token.lower_ in {"rest", "remainder"}
        if else_ or rest or token.lower_ in {"it", "them", "there"}:
            return "it"
        lemma = token.lemma_.lower()
        known = lemma in words.areas or lemma in words.sites
        of = any(c.lower_ in {"of", "but", "except"} for c in token.children)
        if not known or (of and is_quantity(token)):
            return None
        if lemma in _NEEDS_NO_ARTICLE or token.tag_ == "NNS" or _is_modified(token):
            return "area" if lemma in words.areas else "site"
        return None

    def _is_named(self, token: Token) -> bool:
        """Whether a noun is or carries a name: "the city of Goma", "Uvira", "the town, Uvira"."""
        if token.pos_ == "PROPN" and token.ent_type_ in _NAMES_OF_PLACES:
            return self.actor_at(token) is None
        if any(c.dep_ == "appos" and self.place_at(c) is not None for c in token.children):
            return True
        if token.lemma_.lower() not in control_words().areas or token.tag_ == "NNS":
            return False
        before = (c for c in token.lefts if c.dep_ in {"compound", "nmod"})
        if any((m := self.place_at(c)) is not None and not m.nominal for c in before):
            return True  # "Deir ez-Zor city"
        of = (c for c in token.children if c.lower_ == "of" and not is_quantity(token))
        names = (n for c in of for n in governed(c))
        return any(n.pos_ == "PROPN" and self.place_at(n) is not None for n in names)

    def name_in(self, ground: Ground) -> str:
        """Return a proper name in a phrase of ground that no named place covers, or ""."""
        own = [t for t in (*ground.head.lefts, ground.head) if t.pos_ == "PROPN"]
        own = [t for t in own if self.actor_at(t) is None and not t.is_punct]
        own = own or self._named_of(ground.head)
        covering = [m for t in pruned(ground.head) if (m := self.place_at(t)) is not None]
        if not own or any(not m.nominal for m in covering):
            return ""
        return own[0].doc[own[0].i : own[-1].i + 1].text

    def _named_of(self, noun: Token) -> list[Token]:
        """Return the name behind "the district centre of", if no place covers it."""
        of = (c for c in noun.children if c.lower_ == "of" and c.i == noun.i + 1)
        names = [n for c in of for n in governed(c) if n.pos_ == "PROPN"]
        if not names or self.place_at(names[0]) is not None or self.actor_at(names[0]) is not None:
            return []
        return [t for t in names[0].lefts if t.pos_ == "PROPN"] + names[:1]

    def is_named_site(self, ground: Ground) -> bool:
        """Whether a site bears a name that nothing places: "the Signal Corps base"."""
        if ground.kind != "site" or self.mentions_below(ground.top):
            return False
        before = [t for t in ground.head.lefts if t.dep_ == "compound"]
        named = [a for t in before if (a := self.actor_at(t)) is not None]
        return any(a.actor.startswith("text:") and a.quote.text[0].isupper() for a in named)

    def mentions_below(self, token: Token) -> tuple[Mention, ...]:
        """Return the place mentions in the phrase of a token, not in clauses that hang on it."""
        inside = {self.sentence.offset_of(one) for one in pruned(token)}
        return tuple(m for m in self.places if _starts_in(m, inside, self.sentence))


def _starts_in(mention: Mention, inside: set[int], sentence: Sentence) -> bool:
    tokens = sentence.tokens_between(mention.quote.start, mention.quote.end)
    return any(sentence.offset_of(token) in inside for token in tokens[-1:])


def _is_modified(token: Token) -> bool:
    modifiers = {"det", "amod", "compound", "poss", "nummod", "nmod"}
    return any(child.dep_ in modifiers for child in token.children)


def _hangs_plainly(token: Token, top: Token) -> bool:
    """Whether a token is below another without a clause in between."""
    while token != top:
        if token.dep_ in {"relcl", "acl", "advcl", "parataxis"} or token.head == token:
            return False
        token = token.head
    return True


def _unique(actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    by_id: dict[str, ActorMention] = {}
    for actor in actors:
        by_id.setdefault(actor.actor, actor)
    return tuple(by_id.values())
