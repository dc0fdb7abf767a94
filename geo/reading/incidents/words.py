"""The words that say what happened, read from ``geo/data/incidents.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.codes import IncidentType
from geo.reading.actors import forces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

# Longest phrase of the table, in words.
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table; the fields are explained at its head."""

    type: IncidentType
    confidence: float
    needs: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    generic: bool = False
    kills: bool = False
    tag: str | None = None
    by_group: IncidentType | None = None


@dataclass(frozen=True, slots=True)
class IncidentWords:
    """The entries by the word that evokes them, and the words around them."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, Entry]
    weapons: tuple[tuple[IncidentType, frozenset[str]], ...]  # by rank
    tags: Mapping[str, frozenset[str]]
    around: Mapping[str, frozenset[str]]
    pairs: Mapping[str, int]  # "couple": 2
    killing: frozenset[str]  # verbs of the table whose patients are dead
    forms: Mapping[str, str]  # regular inflections -> lemma, for words the model gets wrong
    ends: frozenset[str]  # the last words of all nouns, weapons and tags

    def lemma(self, token: Token) -> str:
        """Return a verb's lemma; the model takes "raped" for a form of "rap"."""
        return self.forms.get(token.lower_, token.lemma_.lower())

    def phrases(self, token: Token) -> list[str]:
        """Return the lemma phrases that end at a token, the longest first; none for other words."""
        words = [token.lemma_.lower()]
        if words[0] not in self.ends:
            return []
        start = token.sent.start
        for before in range(token.i - 1, max(start, token.i - 2 * _LONGEST) - 1, -1):
            word = token.doc[before]
            if word.text == "-":
                continue
            if len(words) == _LONGEST or not (word.is_alpha or "-" in word.text):
                break
            words.insert(0, word.lower_ if word.tag_ in _FORMED else word.lemma_.lower())
        if words[-1] == "mine" and words[-2:][0] in self.around["pits"]:
            return [" ".join(words[-2:])]  # a gold mine is no weapon
        return [" ".join(words[at:]) for at in range(len(words))]

    def noun(self, token: Token) -> Entry | None:
        """Return the entry of a noun for a deed, by the longest phrase that ends at it."""
        for phrase in self.phrases(token):
            if phrase in self.nouns:
                return self.nouns[phrase]
        # The tagger takes "shelling" for a verb, and its lemma for "shell".
        return self.nouns.get(token.lower_) if token.tag_ != "VBG" or is_named(token) else None

    def weapon(self, tokens: Iterable[Token]) -> IncidentType | None:
        """Return the type that the weapons among tokens decide, None without any."""
        found = {phrase for token in tokens for phrase in self.phrases(token)}
        return next((kind for kind, words in self.weapons if words & found), None)

    def tags_of(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the tags that words among tokens give."""
        found = {phrase for token in tokens for phrase in self.phrases(token)}
        return tuple(tag for tag, words in self.tags.items() if words & found)

    def is_people(self, token: Token) -> bool:
        """Whether a noun means people."""
        lemma = token.lemma_.lower()
        named = lemma in self.around["people"] or lemma in self.around["civilians"]
        if named or token.lower_ in _PEOPLE or lemma in self.pairs:
            return True
        if token.ent_type_ in {"NORP", "PERSON"} and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return True
        return token.lower_.endswith(("men", "women", "children"))

    def is_civilian(self, token: Token) -> bool:
        """Whether a noun means people who do not fight."""
        lemma = token.lemma_.lower()
        return lemma in self.around["civilians"] or token.lower_ in forces.CIVILIANS


# "A guided bomb", "shelling": phrases are listed with these words as they are written.
_FORMED = frozenset({"VBG", "VBN"})
_NAMING = frozenset({"nsubj", "nsubjpass", "pobj", "csubj"})


def is_named(gerund: Token) -> bool:
    """Whether a gerund stands where a noun does: "fighting in Orsa killed", "after shelling"."""
    return gerund.dep_ in _NAMING and not any(c.dep_ == "dobj" for c in gerund.children)


_PEOPLE = forces.STATE | forces.IRREGULAR | forces.CIVILIANS | forces.OFFICIALS | forces.MEMBERS
_PEOPLE -= frozenset({"media", "television", "newspaper", "radio", "sources", "source", "navy"})


@cache
def incident_words() -> IncidentWords:
    """Load the table, once."""
    text = files("geo").joinpath("data", "incidents.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    verbs: dict[str, tuple[Entry, ...]] = {}
    for entry in raw["verb"]:
        for word in entry["words"]:
            verbs[word] = (*verbs.get(word, ()), _entry(entry))
    listed = [word for kind in ("noun", "weapon") for one in raw[kind] for word in one["words"]]
    listed += [word for words in raw["tags"].values() for word in words]
    return IncidentWords(
        verbs,
        {word: _entry(entry) for entry in raw["noun"] for word in entry["words"]},
        tuple((IncidentType(one["type"]), frozenset(one["words"])) for one in raw["weapon"]),
        {tag: frozenset(words) for tag, words in raw["tags"].items()},
        {name: frozenset(words) for name, words in raw["around"].items()},
        raw["pairs"],
        frozenset(w for w, entries in verbs.items() if any(e.kills for e in entries))
        - frozenset(raw["around"]["deprived"]),
        {form: lemma for lemma in verbs for form in _forms(lemma)},
        frozenset(word.split()[-1] for word in listed),
    )


def _forms(lemma: str) -> tuple[str, ...]:
    stem = lemma.removesuffix("e")
    return (f"{stem}ed", f"{stem}ing", f"{lemma}s")


def _entry(entry: dict[str, Any]) -> Entry:
    by_group = entry.get("by_group")
    return Entry(
        IncidentType(entry["type"]),
        entry["confidence"],
        tuple(entry.get("needs", ())),
        frozenset(entry.get("particles", ())),
        frozenset(entry.get("objects", ())),
        tag=entry.get("tag"),
        by_group=IncidentType(by_group) if by_group else None,
        **{flag: bool(entry.get(flag)) for flag in ("generic", "kills")},
    )
