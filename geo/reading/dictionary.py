"""The words of English, as the language model's tables of forms list them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

_PARTS = ("noun", "verb", "adj", "adv")


@dataclass(frozen=True)
class Dictionary:
    """
    Lemmas, irregular forms and the rules of regular ones, each by part of speech.

    Among the nouns are well-known names too, in lower case: "lima", "paris".
    """

    lemmas: Mapping[str, frozenset[str]]
    forms: Mapping[str, frozenset[str]]
    rules: Mapping[str, list[list[str]]]

    def parts_of(self, word: str) -> frozenset[str]:
        """Return what a word in lower case can be: noun, verb, adj, adv; empty if unknown."""
        return frozenset(part for part in _PARTS if self._is(part, word))

    def _is(self, part: str, word: str) -> bool:
        lemmas = self.lemmas[part]
        if word in lemmas or word in self.forms[part]:
            return True
        return any(
            word.endswith(old) and word[: len(word) - len(old)] + new in lemmas
            for old, new in self.rules[part]
        )


def dictionary_of(model: Language) -> Dictionary:
    """Return the words a model knows; the tables come with its lemmatizer."""
    tables = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular, rules = map(tables.get_table, ("lemma_index", "lemma_exc", "lemma_rules"))
    return Dictionary(
        {part: frozenset(index.get(part, ())) for part in _PARTS},
        {part: frozenset(irregular.get(part, {})) for part in _PARTS},
        {part: list(rules.get(part, [])) for part in _PARTS},
    )
