"""Spans of a sentence that may be the name of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary
from geo.people import Standing
from geo.reading.people.words import is_given_name, standing_of, words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from geo.reading.parsed import Sentence

    Taken = Callable[[int, int], bool]  # whether a span names a place or an actor
    English = Callable[[str], bool]  # whether a word in lower case is one of English

# What the model may call a person's name it does not know; it never calls one a date.
_PERHAPS = frozenset({"", "PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
_COMPOUND = frozenset({"compound", "flat", "nmod", "punct", "case"})
# Behind the name of a family or of a thing "the" stands before it, of a person hardly ever.
_OWNED = frozenset({"local", "home", "house"})
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
    words = name.replace("\u2019", "'").split()
    parts = [part.strip(".'\"") for word in words for part in word.split("-")]
    told = tuple(p for p in parts if len(p) > 2 and p.lower() not in small)
    # "Ti Jo" has no longer word.
    return told or (tuple(p for p in parts if p) if len(words) > 1 else ())


def names_in(sentence: Sentence, taken: Taken, english: English) -> Iterator[Name]:
    """Yield what may be a person's name in a sentence: runs of words with a capital."""
    run: list[Token] = []
    for token in [*sentence.span, None]:
        if token is not None and _goes_on(run, token, sentence, taken, english):
            run.append(token)
            continue
        yield from _cut(sentence, run)
        run = [token] if token is not None and _begins(token, sentence, taken, english) else []


def _is_word(token: Token, english: English) -> bool:
    text = token.text
    if _is_foreign(token, english):
        return True  # whatever the model takes it for
    if _is_relatives(token):
        return text[:1].isupper() and token.ent_type_ not in {"DATE", "NORP"}
    fits = token.ent_type_ in _PERHAPS or _is_called_a_people(token)
    if not (text[:1].isupper() and any(map(str.isalpha, text)) and fits):
        return False
    return token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB"} and (
        token.pos_ == "PROPN" or token.ent_type_ == "PERSON" or _is_first_name(token)
    )


def _is_foreign(token: Token, english: English) -> bool:
    """Whether it is a word with a capital that English has not."""
    text, lower = token.text, token.lower_
    if not (text[:1].isupper() and text.isalpha() and len(text) > 2) or text.isupper():
        return False
    vocabulary = load_vocabulary()
    listed = lower in vocabulary.ordinary or lower in vocabulary.demonyms
    return not (listed or lower in vocabulary.area_demonyms or english(lower))


def _is_called_a_people(token: Token) -> bool:
    """Whether the model takes "Ruben Roe" for a people, as of names in -yan and -ian."""
    first = token
    while first.ent_type_ == "NORP" and first.ent_iob_ == "I":
        first = first.nbor(-1)
    if first.ent_type_ != "NORP":
        return False
    before = first.nbor(-1) if first.i > first.sent.start else first
    return _is_first_name(first) or (before.pos_ == "PROPN" and _is_first_name(before))


def _is_relatives(token: Token) -> bool:
    """Whether it stands right behind "his sister"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is not None and before.lower_ in words_for("belongings") and not before.is_title


def _is_first_name(token: Token) -> bool:
    return is_given_name(token.lower_)


def _begins(token: Token, sentence: Sentence, taken: Taken, english: English) -> bool:
    if not (token.text[:1].isupper() or token.lower_ in load_vocabulary().particles):
        return False
    span = sentence.offset_of(token), sentence.end_of(token)
    if taken(*span) and not (_is_namesake(token) or is_kin(token)):
        return False
    particle = token.lower_ in load_vocabulary().particles and token.ent_type_ == "PERSON"
    return particle or _is_word(token, english)


def is_kin(token: Token) -> bool:
    """Return whether a word stands right behind "his cousin", so that it is no place."""
    if token.i < token.sent.start + 2:
        return False
    role, whose = token.nbor(-1), token.nbor(-2)
    if role.text == "," and token.i >= token.sent.start + 3:
        role, whose = whose, token.nbor(-3)
    return (
        whose.tag_ == "PRP$"
        and role.lower_ not in _OWNED
        and standing_of(role.lower_) is Standing.PRIVATE
    )


def _is_namesake(token: Token) -> bool:
    """Whether a place is taken for a person: "Bohdan and Yevhenii Marchuk"."""
    if not is_given_name(token.lower_) or token.i + 2 >= token.sent.end:
        return False
    return token.nbor().lower_ == "and" and token.nbor(2).ent_type_ == "PERSON"


def _goes_on(  # noqa: PLR0911 - one a sign
    run: list[Token], token: Token, sentence: Sentence, taken: Taken, english: English
) -> bool:
    if not run:
        return False
    if token.text in _HYPHENS:
        return not run[-1].whitespace_ and not token.whitespace_
    if token.lower_ in load_vocabulary().particles and _leads_on(token):
        return True
    hyphened = run[-1].text in _HYPHENS
    halved = token.text[:1].isupper() and token.i + 1 < token.sent.end and not token.whitespace_
    if halved and token.nbor().text in _HYPHENS and run[-1].text not in _HYPHENS:
        return True  # "Kim Soon-ja"
    if not (_is_word(token, english) or (hyphened and token.text[:1].isalpha())):
        return False
    # "Joaquim Nampula" bears the name of a province, "Assimi Goita" stands for a government.
    inside = token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
    if taken(sentence.offset_of(token), sentence.end_of(token)) and not (hyphened or inside):
        return False
    # Two names side by side, as of a state and its minister, are two entities.
    return token.ent_iob_ != "B" or run[-1].ent_type_ in {"", token.ent_type_} or hyphened


def _leads_on(particle: Token) -> bool:
    """Whether a name goes on behind a particle: "de la Vega", "al-Masri"."""
    small = load_vocabulary().particles
    following = particle
    while following.lower_ in small and following.i + 1 < particle.sent.end:
        following = following.nbor()
    return following.text == "-" or (following.text[:1].isupper() and following is not particle)


def _title(token: Token) -> str:
    return token.lower_.rstrip(".")


_KUNYA = frozenset({"abu", "umm", "um", "oum"})


def _is_title(word: str) -> bool:
    known = standing_of(word) is not None or word in load_vocabulary().titles
    return known and word not in _KUNYA


def _cut(sentence: Sentence, run: list[Token]) -> Iterator[Name]:
    """Cut titles, and what no name ends with, from a run."""
    kept = list(run)
    # "Defence Minister Israel Katz": the last title has all before it.
    last = max((n for n, t in enumerate(kept[:-1]) if _is_title(_title(t))), default=-1)
    before, kept = kept[: last + 1], kept[last + 1 :]
    while kept and kept[0].text in _HYPHENS | {"."}:
        kept.pop(0)
    while kept and (
        not kept[-1].text[:1].isalpha() or kept[-1].text in load_vocabulary().particles
    ):
        kept.pop()
    if not kept or any(t.text in _ARTICLES for t in kept):
        return
    if not name_words(" ".join(t.text for t in kept)):
        return
    labelled = any(t.ent_type_ == "PERSON" for t in kept)
    # A plural is a people: "the Krajina Serbs". A title alone is nobody: "the Hon. Roe".
    if not labelled and (
        kept[-1].tag_ == "NNPS" or (len(kept) == 1 and _is_title(_title(kept[0])))
    ):
        return
    yield Name(sentence, tuple(kept), tuple(before), labelled)
