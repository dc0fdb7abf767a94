"""Who is said to be behind a deed: responsibility claimed, blame laid, a deed attributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX
from geo.reading.control.arguments import agents, governed, objects, patients, subjects
from geo.reading.incidents.telling import is_definite
from geo.reading.incidents.words import incident_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.codes import IncidentType
    from geo.reading.incidents.deeds import Sentences

_FOR = frozenset({"for", "of", "in", "over", "with"})
_ONTO = frozenset({"to", "on"})
_POINTING = frozenset({"it", "them", "this"})


@dataclass(frozen=True, slots=True)
class Blame:
    """A word by which somebody is said to have done something."""

    token: Token
    actors: tuple[str, ...]
    deeds: tuple[Token, ...]  # what they are said to have done; empty where it is not repeated

    @property
    def points_back(self) -> bool:
        """Whether the deed is one told before: "the attack", or none is named at all."""
        named = [t for one in self.deeds for t in one.subtree if t.pos_ in {"NOUN", "PROPN"}]
        if not named:
            return not self.deeds or any(one.lower_ in _POINTING for one in self.deeds)
        return any(is_definite(one) and _is_deed(one) for one in named)

    @property
    def type(self) -> IncidentType | None:
        """The type of the deed blamed for; None where its words may mean any."""
        for one in (t for deed in self.deeds for t in deed.subtree):
            entry = incident_words().noun(one)
            if entry is not None and not entry.generic:
                return entry.type
        return None

    def covers(self, token: Token) -> bool:
        """Whether a word stands in the phrase of what they are said to have done."""
        return any(token == deed or deed.is_ancestor(token) for deed in self.deeds)


def blames_in(here: Sentences) -> list[Blame]:
    """Return who is blamed for what in a sentence; what is denied blames nobody."""
    around = incident_words().around
    found: list[Blame] = []
    for token in here.roles.sentence.span:
        if token.lemma_.lower() in around["blaming"] and not _is_denied(token):
            for whom, what in _frames(token):
                armed = [one.actor for one in here.roles.armed(whom)]
                if armed:
                    found.append(Blame(token, tuple(dict.fromkeys(armed)), tuple(what)))
    return found


def is_vague(actors: tuple[str, ...]) -> bool:
    """Whether nobody is named: "fighters", "rebels"."""
    return all(one.startswith(TEXT_PREFIX) and " " not in one for one in actors)


def _is_denied(token: Token) -> bool:
    verbs = [token, *token.ancestors][:4]
    return any(_is_negated(one) or one.lemma_ in {"deny", "reject", "dismiss"} for one in verbs)


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _frames(token: Token) -> Iterator[tuple[list[Token], list[Token]]]:
    """Yield whom a word blames and for what."""
    around, lemma = incident_words().around, token.lemma_.lower()
    if lemma in around["owning_up"]:
        mine = [o for o in (*objects(token), *patients(token)) if o.lemma_ in around["guilt"]]
        if mine:
            yield agents(token), [n for o in mine for n in _under(o, _FOR)] + _under(token, _FOR)
    if lemma in around["accusing"]:
        yield patients(token), _under(token, _FOR)
    if lemma in around["ascribing"]:
        yield _under(token, _ONTO), [*patients(token), *_under(token, {"for"})]
    if lemma == "responsible":
        verb = token.head
        held = objects(verb) or patients(verb) if verb.lemma_ == "hold" else []
        yield held or subjects(verb), _under(token, _FOR) + _under(verb, {"for"})
    if lemma == "behind" and token.head.lemma_ == "be":
        yield subjects(token.head), governed(token)


def _under(token: Token, words: frozenset[str] | set[str]) -> list[Token]:
    return [n for c in token.children if c.lower_ in words for n in governed(c)]


def _is_deed(noun: Token) -> bool:
    lexicon = incident_words()
    lemma = noun.lemma_.lower()
    told = lemma in lexicon.around["acts"] or lemma in lexicon.around["deaths"]
    return told or lexicon.noun(noun) is not None or lexicon.weapon([noun]) is not None
