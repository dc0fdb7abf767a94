"""How many people a noun phrase means, and how many of them are civilians."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from geo.agreement import added
from geo.claims import Count
from geo.reading.incidents.numbers import figures
from geo.reading.incidents.subsets import civilians_among, civilians_that_are_among
from geo.reading.incidents.words import incident_words
from geo.reading.parsed import plain
from geo.reading.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.reading.incidents.numbers import Figure
    from geo.reading.parsed import Sentence

_NOBODY = frozenset({"nobody", "none", "no-one", "noone"})
_ONE = frozenset(
    {"he", "she", "him", "her", "someone", "somebody", "himself", "herself", "i", "me"}
)
_COLLECTIVE = words(
    "people family crowd personnel staff crew police military army population half  "
    "most majority number leadership casualties government"
)
# What stands between a figure and the word it counts without being a noun of its own.
_PASSED = frozenset({"ADJ", "DET", "NUM", "ADV", "PUNCT", "PART"})
# A figure before one of these has no noun: "killed seven on Monday", "seven dead".
_DATES = frozenset({"DATE", "TIME"})
# Endings of words for persons: "welder", "tailor", "tourist", "deportee".
_OF_PERSONS = ("er", "or", "ist", "ee")
_THEM = frozenset({"them", "whom", "these", "those"})
# The longest sentences of newspapers have about a hundred words.
_LONGEST = 300
# Words within which the noun of a figure stands.
_REACH = 12


@lru_cache(maxsize=512)  # the readers of incidents and of tolls ask of one sentence
def _figures(text: str) -> tuple[Figure, ...]:
    return tuple(figures(text))


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of people, how many of them are civilians, and where it is said."""

    count: Count
    civilians: Count | None
    first: int  # offsets of the report
    last: int


@dataclass(frozen=True)
class People:
    """The figures of one sentence and the nouns they count."""

    sentence: Sentence

    @property
    def too_long(self) -> bool:
        """Whether this is no sentence but a list or a table, which the parse says nothing of."""
        return len(self.sentence.span) > _LONGEST

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers of the sentence; offsets count from its beginning."""
        return _figures(plain(self.sentence.raw))

    def figure_at(self, token: Token) -> Figure | None:
        """Return the figure that covers a token."""
        at = token.idx - self.sentence.span.start_char
        return next((one for one in self.figures if one.start <= at < one.end), None)

    def token_of(self, figure: Figure) -> Token | None:
        """Return the last word of a figure."""
        start = self.sentence.span.start_char
        inside = [t for t in self.sentence.span if figure.start <= t.idx - start < figure.end]
        return inside[-1] if inside else None

    def is_subset(self, figure: Figure) -> bool:
        """Whether a number is one of those counted before: "including five children"."""
        before = plain(self.sentence.raw)[: figure.start].lower().split()[-1:]
        return before in (["including"], ["them"], ["whom"])

    @cached_property
    def _nouns(self) -> dict[Figure, Token | None]:
        return {figure: self._noun_behind(figure) for figure in self.figures}

    def counted(self, figure: Figure) -> Token | None:
        """Return the noun a figure counts; None where it stands alone ("killed seven")."""
        return self._nouns[figure]

    def _noun_behind(self, figure: Figure) -> Token | None:
        noun: Token | None = None
        for token in self._behind(figure):
            if token.ent_type_ in _DATES and token.pos_ in {"PROPN", "NOUN"}:
                break
            if token.pos_ in {"NOUN", "PROPN"}:
                if noun is not None and noun.i + 1 != token.i and token.nbor(-1).text != "-":
                    break
                noun = token
            elif (
                (noun is not None and token.text != "-")
                or (
                    token.lower_ != "of"
                    and token.pos_ not in _PASSED
                    and token.tag_ not in {"VBN", "VBG", "PRP", "HYPH"}
                )
                or token.text in {",", ".", ";", ":", "(", ")"}
                or token.tag_ == "PRP"
            ):
                break
        return noun

    def _behind(self, figure: Figure) -> list[Token]:
        start = self.sentence.span.start_char
        tokens = list(self.sentence.span)
        at = bisect_left(tokens, figure.end, key=lambda token: token.idx - start)
        return tokens[at : at + _REACH]

    def count_of(self, noun: Token, *, dies: bool = False) -> Count | None:
        """
        Return how many people a noun means, without those joined to it.

        None where it does not mean people. Where somebody ``dies`` a number of whatever is
        no beast and no thing is one of people: "killed five guests".
        """
        lexicon = incident_words()
        figure = self.figure_of(noun)
        if figure is not None:
            counted = self.counted(figure)
            if counted is not None and counted.lemma_.lower() in lexicon.around["households"]:
                return None  # 3,000 families: nobody knows how many people
            people = counted is None or lexicon.is_people(counted) or (dies and _may_die(counted))
            return figure.count if people else None
        if noun.lemma_.lower() in lexicon.around["groups"]:
            # "a family of six", "a group of 12 students"
            for one in governed_by_of(noun):
                if self.figure_of(one) is not None:
                    return self.count_of(one)
        pair = lexicon.pairs.get(noun.lemma_.lower())
        return _count_without_figure(noun) if pair is None else Count(pair, pair, pair)

    def figure_of(self, noun: Token) -> Figure | None:
        """Return the figure that counts a noun, or that the noun is part of."""
        at = self.figure_at(noun)
        if at is not None:
            return at
        for figure in self.figures:
            counted = self.counted(figure)
            if counted is not None and counted == noun:
                return figure
        for child in noun.children:
            before = child.dep_ in {"nummod", "amod", "quantmod", "det"} and child.i < noun.i
            if before and (found := self.figure_at(child)) is not None:
                return found
        return None

    def tally(self, nouns: Iterable[Token], *, dies: bool = False) -> Tally | None:
        """Add up the people that nouns and those joined to them mean; subsets are not added."""
        joined = [one for noun in nouns for one in _joined(noun)]
        parts = [(one, self.count_of(one, dies=dies)) for one in dict.fromkeys(joined)]
        counted = [(one, count) for one, count in parts if count is not None]
        if not counted:
            return None
        total = added([count for _, count in counted])
        civilians = self._civilians(counted, total)
        tokens = [t for one, _ in counted for t in (one, *one.lefts)]
        figured = [f for one, _ in counted if (f := self.figure_of(one)) is not None]
        starts = [t.idx - self.sentence.span.start_char for t in tokens]
        first = min([*starts, *(figure.start for figure in figured)])
        last = max(self.sentence.end_of(t) for t in tokens)
        return Tally(total, civilians, self.sentence.start + first, last)

    def _civilians(self, counted: list[tuple[Token, Count]], total: Count) -> Count | None:
        """Return how many of those counted are civilians; None where nothing is said of it."""
        civil = [count for one, count in counted if self._is_civil(one)]
        if len(civil) < len(counted):
            last = max(self._people_noun(one).i for one, _ in counted)
            for one, _ in counted:
                civil += civilians_that_are_among(self._people_noun(one), self)
            civil += civilians_among(self, last, total)
        return added(civil) if civil else None

    def _is_civil(self, token: Token) -> bool:
        noun = self._people_noun(token)
        same = [noun, *(c for c in noun.children if c.dep_ == "appos" and self._alone(c))]
        return any(incident_words().is_civilian(one) for one in same)

    def _alone(self, noun: Token) -> bool:
        """Whether a noun set beside another counts nobody of its own: "the victim, a nurse"."""
        return self.figure_of(noun) is None and noun.tag_ == "NN"

    def _people_noun(self, token: Token) -> Token:
        figure = self.figure_of(token)
        noun = self.counted(figure) if figure is not None else None
        return noun or token


def _joined(noun: Token) -> list[Token]:
    nouns = [c for c in noun.conjuncts if c.pos_ not in {"VERB", "AUX"} and c.i > noun.i]
    # "12 people in Saada and 3 in Hajjah": the second are not where the first are.
    nouns = [c for c in nouns if not (_is_somewhere(noun) and _is_somewhere(c))]
    return [noun, *(one for one in nouns if not _is_of_them(noun, one))]


def _is_somewhere(noun: Token) -> bool:
    """Whether a count has a place of its own right behind it."""
    own = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"in", "at", "near"})
    return any(n.ent_type_ in {"GPE", "LOC", "FAC"} for c in own for n in c.children)


def _may_die(noun: Token) -> bool:
    """Whether a plural noun that nobody listed may mean people."""
    lemma = noun.lemma_.lower()
    doer = noun.tag_ == "NNS" and lemma.endswith(_OF_PERSONS)
    return doer and lemma not in incident_words().around["no_people"]


def _is_of_them(noun: Token, other: Token) -> bool:
    """Whether a noun only says who is among those before: "45 people, most of them women"."""
    between = noun.doc[noun.i + 1 : other.i]
    return any(t.lower_ in _THEM and t.nbor(-1).lower_ == "of" for t in between)


def governed_by_of(noun: Token) -> list[Token]:
    """Return what "of" behind a noun governs: "six" of "a family of six"."""
    return [n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]


def _count_without_figure(noun: Token) -> Count | None:
    lexicon = incident_words()
    lower = noun.lower_
    if lower in _NOBODY or (lower == "one" and noun.i and noun.nbor(-1).lower_ == "no"):
        return Count(0, 0, 0)
    if noun.pos_ == "PRON":
        return Count(1, 1, 1) if lower in _ONE else None
    if not lexicon.is_people(noun):
        return None
    determiners = {child.lower_ for child in noun.children}
    if "no" in determiners:
        return Count(0, 0, 0)
    plural = (
        noun.tag_ in {"NNS", "NNPS"} or lower in _COLLECTIVE or lower.endswith(("men", "children"))
    )
    if plural:
        return Count(2, 2, 2) if "both" in determiners else Count(2, None, None)
    return Count(1, 1, 1)
