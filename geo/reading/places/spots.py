"""A place name where it stands: its sentence, its tokens and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary
from geo.reading.places.words import PLAIN_KINDS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gazetteer.spot import Toponym
    from geo.reading.parsed import ParsedReport, Sentence

_KINDS = "|".join(sorted(PLAIN_KINDS))
_KIND_BEHIND = re.compile(
    rf"\s+(?:[A-Z][a-z]+\s+)?(?:(?:refugee|displacement|idp)\s+)?(?:{_KINDS})$", re.IGNORECASE
)
# "the Orsa quarter", "Orsa and Belen districts"
_QUARTER_BEHIND = re.compile(
    r"(?:\s+and\s+(?:al-)?[A-Z][\w'-]+)?\s+(?:quarter|neighbou?rhood|district|market|area)s?\b"
)
_KIND_BEFORE = re.compile(rf"^(?:the\s+)?(?:{_KINDS})\s+of\s+", re.IGNORECASE)


# Words that look like a foreign article before a name: "as France", "The Gambia".
_NOT_OURS = re.compile(r"^(?:[Tt]he|as|at|an|in|en|is|ed|ad|et|er|es)\s+(?=[A-Z])")


# "The Karm district of Orsa": the kind is the quarter's.
_OTHERS_KIND = re.compile(
    r"[A-Z][\w'-]+\s+(?:district|quarter|suburb|area|neighbou?rhood|market|prison|camp)\s+of\s+$"
)


def with_kind(toponym: Toponym, text: str) -> Toponym:
    """Return the name with the kind word behind it, where that makes it another: Orsa province."""
    if toponym.feature and _OTHERS_KIND.search(text, max(0, toponym.start - 60), toponym.start):
        return replace(toponym, feature=None)
    behind = re.match(r"\s+([a-z]+)\b", text[toponym.end : toponym.end + 30])
    if behind is None or behind[1] != toponym.feature:
        return toponym
    if toponym.feature not in load_vocabulary().in_name_after:
        return toponym
    end = toponym.end + behind.end()
    return replace(toponym, end=end, text=text[toponym.start : end])


def name_span(toponym: Toponym, text: str) -> tuple[int, int]:
    """Return where the name itself stands, without a plain kind beside it."""
    start, end = toponym.start, toponym.end
    for pattern in (_NOT_OURS, _KIND_BEFORE):
        if found := pattern.match(text[start:end]):
            start += found.end()
    behind = _KIND_BEHIND.search(text[start:end])
    return start, start + behind.start() if behind else end


@dataclass(frozen=True, eq=False)
class Spot:
    """One occurrence of a name that the gazetteer knows, or that the model took for a place."""

    toponym: Toponym
    span: tuple[int, int]  # the name without the plain kind beside it: "Orsa" of "Orsa camp"
    parsed: ParsedReport
    sentence: Sentence | None  # None outside the story

    @property
    def name(self) -> str:
        """The words of the name, with plain quotes."""
        return self.parsed.text[self.span[0] : self.span[1]]

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the name; empty outside the story."""
        return self.sentence.tokens_between(*self.span) if self.sentence else []

    @cached_property
    def head(self) -> Token | None:
        """The token of the name that the others hang on."""
        own = set(self.tokens)
        return next((t for t in reversed(self.tokens) if t.head not in own or t.head == t), None)

    @cached_property
    def before(self) -> str:
        """What stands before the name in its sentence or line, with plain quotes."""
        text = self.parsed.text
        start = self.sentence.start if self.sentence else text.rfind("\n", 0, self.span[0]) + 1
        return text[start : self.span[0]]

    @cached_property
    def after(self) -> str:
        """What stands after the name in its sentence or line, with plain quotes."""
        text = self.parsed.text
        line_end = text.find("\n", self.span[1])
        end = self.sentence.end if self.sentence else (len(text) if line_end < 0 else line_end)
        return text[self.span[1] : end]

    @property
    def guessed_quarter(self) -> bool:
        """Whether no gazetteer lists the name, and a part of a town is called by it."""
        return not self.toponym.listed and _QUARTER_BEHIND.match(self.after) is not None

    def neighbour(self, step: int) -> Token | None:
        """Return the token before (-1) or after (+1) the name in its sentence."""
        if not self.tokens or self.sentence is None:
            return None
        at = self.tokens[0].i - 1 if step < 0 else self.tokens[-1].i + 1
        inside = self.sentence.span.start <= at < self.sentence.span.end
        return self.sentence.span.doc[at] if inside else None
