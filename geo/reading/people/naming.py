"""Spans of a sentence that may be the name of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary
from geo.reading.people.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from geo.reading.parsed import Sentence

    Taken = Callable[[int, int], bool]  # whether a span names a place or an actor

# What the model may call a person's name it does not know; it never calls one a date.
_PERHAPS = frozenset({"", "PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
_COMPOUND = frozenset({"compound", "flat", "nmod", "punct", "case"})
# Behind the name of a family or of a thing "the" stands before it, of a person hardly ever.
_HYPHENS = frozenset({"-", "\u2011"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})


@dataclass(frozen=True, eq=False)
class Name:
    """A run of tokens that may name a person; ``before`` are the titles cut from its front."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    labelled: bool  # the model calls it a person

    @property
    def start(self) -> int:
        """Where it begins in the report."""
        return self.sentence.offset_of(self.tokens[0])

    @property
    def end(self) -> int:
        """Where it ends in the report, exclusive."""
        return self.sentence.end_of(self.tokens[-1])

    @property
    def head(self) -> Token:
        """The token by which the name hangs in its sentence."""
        inside = set(self.tokens)
        outer = [t for t in self.tokens if t.head not in inside or t.head == t]
        proper = [t for t in outer if t.dep_ not in _COMPOUND]
        return (proper or outer or [self.tokens[-1]])[-1]

    @property
    def text(self) -> str:
        """The name as it is written."""
        first, last = self.tokens[0], self.tokens[-1]
        doc = first.doc
        return " ".join(doc[first.i : last.i + 1].text.split())

    @property
    def words(self) -> tuple[str, ...]:
        """The words that tell this name from others, without articles and particles."""
        return name_words(self.text)


def name_words(name: str) -> tuple[str, ...]:
    """
    Return the words that tell a name from others.

    >>> name_words("Abu Ahmad al-Masri")
    ('Ahmad', 'Masri')
    """
    small = load_vocabulary().particles | words_for("courtesy")
    parts = (part for word in name.split() for part in word.replace("\u2019", "'").split("-"))
    return tuple(p.strip(".'\"") for p in parts if len(p) > 2 and p.lower() not in small)


def names_in(sentence: Sentence, taken: Taken) -> Iterator[Name]:
    """Yield what may be a person's name in a sentence: runs of words with a capital."""
    run: list[Token] = []
    for token in [*sentence.span, None]:
        if token is not None and _goes_on(run, token, sentence, taken):
            run.append(token)
            continue
        yield from _cut(sentence, run)
        run = [token] if token is not None and _begins(token, sentence, taken) else []


def _is_word(token: Token) -> bool:
    text = token.text
    if _is_relatives(token):
        return text[:1].isupper() and token.ent_type_ not in {"DATE", "NORP"}
    if not (text[:1].isupper() and any(map(str.isalpha, text)) and token.ent_type_ in _PERHAPS):
        return False
    return token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB"} and (
        token.pos_ == "PROPN" or token.ent_type_ == "PERSON" or _is_first_name(token)
    )


def _is_relatives(token: Token) -> bool:
    """Whether it stands right behind "his sister"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is not None and before.lower_ in words_for("belongings") and not before.is_title


def _is_first_name(token: Token) -> bool:
    return token.lower_ in load_vocabulary().people


def _begins(token: Token, sentence: Sentence, taken: Taken) -> bool:
    span = sentence.offset_of(token), sentence.end_of(token)
    if taken(*span):
        return False
    particle = token.lower_ in load_vocabulary().particles and token.ent_type_ == "PERSON"
    return particle or _is_word(token)


def _goes_on(run: list[Token], token: Token, sentence: Sentence, taken: Taken) -> bool:
    if not run:
        return False
    if token.text in _HYPHENS:
        return not run[-1].whitespace_ and not token.whitespace_
    if token.lower_ in load_vocabulary().particles:
        following = token.nbor() if token.i + 1 < token.sent.end else None
        return following is not None and (following.text == "-" or following.text[:1].isupper())
    hyphened = run[-1].text in _HYPHENS
    if not (_is_word(token) or (hyphened and token.text[:1].isalpha())):
        return False
    # "Joaquim Nampula" bears the name of a province, "Assimi Goita" stands for a government.
    inside = token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
    if taken(sentence.offset_of(token), sentence.end_of(token)) and not (hyphened or inside):
        return False
    # Two names side by side, as of a state and its minister, are two entities.
    return token.ent_iob_ != "B" or run[-1].ent_type_ in {"", token.ent_type_} or hyphened


def _title(token: Token) -> str:
    return token.lower_.rstrip(".")


def _cut(sentence: Sentence, run: list[Token]) -> Iterator[Name]:
    """Cut titles, and what no name ends with, from a run."""
    titles = words_for("public") | words_for("private") | load_vocabulary().titles
    kept = list(run)
    kunya = {"abu", "umm", "um", "oum"}
    # "Defence Minister Israel Katz": the last title has all before it.
    last = max((n for n, t in enumerate(kept[:-1]) if _title(t) in titles - kunya), default=-1)
    before, kept = kept[: last + 1], kept[last + 1 :]
    while kept and kept[0].text in _HYPHENS | {"."}:
        kept.pop(0)
    small = load_vocabulary().particles
    while kept and (not kept[-1].text[:1].isalpha() or kept[-1].lower_ in small):
        kept.pop()
    # A plural is a people: "the Krajina Serbs".
    if not kept or kept[-1].tag_ == "NNPS" or any(t.text in _ARTICLES for t in kept):
        return
    if not name_words(" ".join(t.text for t in kept)):
        return
    labelled = any(t.ent_type_ == "PERSON" for t in kept)
    yield Name(sentence, tuple(kept), tuple(before), labelled)
