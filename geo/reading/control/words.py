"""The words that say who stands how to which ground, read from ``geo/data/control.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.codes import Aspect, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """
    One predicate: its words, where its actor, its ground and its opponent stand.

    The fields are those of the table's head; a verb's object and preposition lists are
    single words, ``("object",)``, ``("subject",)`` or ``("free",)``.
    """

    rule: str
    relation: Relation
    words: frozenset[str]
    ground: tuple[str, ...]
    aspect: Aspect
    confidence: float
    particles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    actor: str = "subject"
    opponent: tuple[str, ...] = ()
    not_under: frozenset[str] = frozenset()
    whole: bool = False
    attempt: bool = False
    passive: bool = False
    outside: bool = False
    definite: bool = False
    partial: bool = False
    near: bool = False
    moves: bool = False
    opposed: bool = False
    gained: bool = False
    measured: bool = False
    ahead: bool = False
    bare: bool = False
    counted: bool = False
    theirs: bool = False
    forces: bool = False
    guarded: bool = False
    country: bool = False
    alone: bool = False
    besides: bool = False
    under: frozenset[str] = frozenset()

    @property
    def is_free(self) -> bool:
        """Whether the clause as a whole says where."""
        return self.ground == ("free",)


@dataclass(frozen=True, slots=True)
class ControlWords:
    """The frames by the word that evokes them, and the words around them."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    participles: Mapping[str, tuple[Frame, ...]]
    held: Mapping[str, tuple[Frame, ...]]
    areas: frozenset[str]
    sites: frozenset[str]
    around: Mapping[str, frozenset[str]]
    flat: Mapping[str, str]  # forms of a verb that nothing else has -> lemma
    camps: Mapping[str, str]  # adjective of a camp -> what its people are called
    forms: Mapping[str, str]  # regular inflections -> lemma, for words the tagger misses

    def lemma(self, token: Token) -> str:
        """Return a token's lemma; headlines in capitals confuse the tagger, so forms help."""
        if token.pos_ in {"PROPN", "ADJ", "X"} and token.lower_ in self.forms:
            return self.forms[token.lower_]
        return token.lemma_.lower()


@cache
def control_words() -> ControlWords:
    """Load the table, once."""
    text = files("geo").joinpath("data", "control.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    verbs = _by_word(raw["verb"], "verbs")
    return ControlWords(
        verbs,
        _by_word(raw["noun"], "nouns"),
        _by_word(raw["participle"], "words"),
        _by_word(raw["held"], "words"),
        frozenset(raw["ground"]["areas"]),
        frozenset(raw["ground"]["sites"]),
        {name: frozenset(words) for name, words in raw["around"].items()},
        {form: lemma for lemma, own in raw["flat"].items() for form in own},
        {word: camp for camp, own in raw["camps"].items() for word in own},
        {form: lemma for lemma in verbs for form in _forms(lemma)},
    )


def _by_word(entries: list[dict[str, Any]], key: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for entry in entries:
        frame = _frame(entry, key)
        for word in entry[key]:
            found[word] = (*found.get(word, ()), frame)
    return found


def _frame(entry: dict[str, Any], key: str) -> Frame:
    flags = (
        "whole",
        "attempt",
        "passive",
        "outside",
        "definite",
        "partial",
        "near",
        "moves",
        "opposed",
        "gained",
        "measured",
        "ahead",
        "bare",
        "counted",
        "theirs",
        "forces",
        "guarded",
        "country",
        "alone",
        "besides",
    )
    return Frame(
        rule=f"control.{entry['rule']}",
        relation=Relation(entry["relation"]),
        words=frozenset(entry[key]),
        ground=_words(entry.get("ground", "free")),
        aspect=Aspect(entry["aspect"]),
        confidence=entry["confidence"],
        particles=frozenset(entry.get("particles", ())),
        nouns=frozenset(entry.get("nouns", ())) if key == "verbs" else frozenset(),
        actor=entry.get("actor", "subject"),
        opponent=_words(entry.get("opponent", ())),
        not_under=frozenset(entry.get("not_under", ())),
        under=frozenset(entry.get("under", ())),
        **{flag: bool(entry.get(flag)) for flag in flags},
    )


def _words(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _forms(lemma: str) -> tuple[str, ...]:
    stem = lemma.removesuffix("e")
    return (f"{lemma}s", f"{lemma}es", f"{stem}ed", f"{stem}ing")
