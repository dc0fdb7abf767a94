"""
The model's rules about single words, looked up instead of matched.

spaCy's attribute ruler runs its matcher over every word, a sixth of a parse. Whether a word
fits a rule depends only on its form, tag and dependency: each such triple is asked once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.attrs import DEP, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.pipeline import AttributeRuler
    from spacy.vocab import Vocab

_NAME = "attribute_ruler"
_FACTORY = "dateline_word_table"
# What of a word a rule may ask: all that the triple of form, tag and dependency decides.
_ASKED = {"LOWER", "TAG", "DEP", "IS_SPACE"}

_Key = tuple[int, int, int]  # the hashes of tag, form in small letters, dependency


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of words and what one of them is to be given."""

    number: int  # later rules overrule earlier ones
    length: int
    index: int
    attributes: Mapping[int, Any]


@dataclass(frozen=True, slots=True)
class _Fits:
    """What the rules say of a triple."""

    alone: tuple[_Rule, ...]  # rules of one word, the stronger last
    attributes: dict[int, Any]  # what they give together
    places: frozenset[tuple[int, int]]  # pattern and place in it, for rules of several words
    begins: tuple[int, ...]  # patterns of several words that may begin here


class WordTable:
    """The rules of an attribute ruler, with the same effect on every document."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._matcher = Matcher(vocab)  # of single words
        self._rules: list[_Rule] = []  # one a pattern
        self._fits: dict[_Key, _Fits] = {}  # grows with the words met, as spaCy's own store

    def learn(self, ruler: AttributeRuler) -> None:
        """Take over the rules of a ruler of which `fits_in` is true."""
        for number, (rows, index) in enumerate(_rules_of(ruler)):
            attributes: Any = ruler.attrs[number]
            for pattern in rows:
                at = len(self._rules)
                where = index if index >= 0 else len(pattern) + index
                self._rules.append(_Rule(number, len(pattern), where, attributes))
                for place, word in enumerate(pattern):
                    self._matcher.add(f"{at} {place}", [[word]])

    def __call__(self, doc: Doc) -> Doc:
        """Give each word of a document what the rules say of it."""
        keys = list(map(tuple, doc.to_array([TAG, LOWER, DEP]).tolist()))
        fits = [self._fits.get(key) or self._asked(key) for key in keys]
        in_rows = self._rows(fits)
        for at, one in enumerate(fits):
            if at in in_rows:
                rules = sorted((*one.alone, *in_rows[at]), key=_number)
                set_token_attrs(doc[at], _joined(rules))
            elif one.attributes:
                set_token_attrs(doc[at], one.attributes)
        return doc

    def _rows(self, fits: list[_Fits]) -> dict[int, list[_Rule]]:
        """Return the rules of several words by the place of the word they change."""
        found: dict[int, list[_Rule]] = {}
        for at, first in enumerate(fits):
            for pattern in first.begins:
                rule = self._rules[pattern]
                row = fits[at : at + rule.length]
                whole = all((pattern, place) in one.places for place, one in enumerate(row))
                if whole and len(row) == rule.length:
                    found.setdefault(at + rule.index, []).append(rule)
        return found

    def _asked(self, key: _Key) -> _Fits:
        tag, form, dependency = key
        doc = Doc(self._vocab, words=[self._vocab.strings[form]])
        doc[0].tag, doc[0].dep = tag, dependency
        matches = self._matcher(doc, allow_missing=True)
        names = [self._vocab.strings[match].split() for match, _, _ in matches]
        hits = sorted({(int(at), int(place)) for at, place in names})
        alone = tuple(self._rules[at] for at, _ in hits if self._rules[at].length == 1)
        rows = frozenset((at, place) for at, place in hits if self._rules[at].length > 1)
        begins = tuple(sorted(at for at, place in rows if place == 0))
        fits = self._fits[key] = _Fits(alone, _joined(alone), rows, begins)
        return fits


def _number(rule: _Rule) -> int:
    return rule.number


def _joined(rules: Iterable[_Rule]) -> dict[int, Any]:
    return {name: value for rule in rules for name, value in rule.attributes.items()}


def with_table(nlp: Language) -> Language:
    """Let a table take the place of the model's attribute ruler, if it can hold its rules."""
    ruler: Any = nlp.get_pipe(_NAME) if _NAME in nlp.pipe_names else None
    if ruler is not None and fits_in(ruler):
        place = nlp.pipe_names.index(_NAME)
        nlp.remove_pipe(_NAME)
        table: Any = nlp.add_pipe(_FACTORY, name=_NAME, before=place)
        table.learn(ruler)
    return nlp


def fits_in(ruler: AttributeRuler) -> bool:
    """Whether all that a ruler asks of a word is decided by its form, tag and dependency."""
    words = [word for rows, _ in _rules_of(ruler) for row in rows for word in row]
    return all(set(word) <= _ASKED for word in words)


def _rules_of(ruler: AttributeRuler) -> list[tuple[list[list[dict[str, Any]]], int]]:
    """Return the patterns of each rule, and which of their words it changes."""
    rules: Any = ruler.patterns
    return [(rule["patterns"], rule["index"]) for rule in rules]


@Language.factory(_FACTORY)
def _made(nlp: Language, name: str) -> WordTable:  # noqa: ARG001 - as spaCy calls it
    return WordTable(nlp.vocab)
