"""What a text is read with: its words, the places of its names, the people in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.people import People
    from gazetteer.place import Place
    from gazetteer.tokens import Token


@dataclass(frozen=True, slots=True)
class Known:
    """The most important place of a name; ``importance`` is about log10 of its population."""

    place: Place
    importance: float


@dataclass(frozen=True, slots=True)
class Window:
    """The words ``first`` to ``last`` of a text, and their folded name."""

    first: int
    last: int
    key: str


@dataclass(frozen=True, slots=True)
class Reading:
    """
    One text while it is read.

    ``labels`` has what a language model calls each span that it found, by the number of
    each word of the span; None where no model was asked.
    """

    text: str
    tokens: Sequence[Token]
    known: Mapping[str, Known]
    people: People
    lower: frozenset[str]  # words that the text also writes without a capital
    labels: Mapping[int, tuple[str, int, int]] | None = field(default=None)

    def slice(self, first: int, last: int) -> str:
        """Return the text of the words ``first`` to ``last``."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def span(self, window: Window) -> tuple[int, int]:
        """Return where the window begins and ends in the text."""
        return self.tokens[window.first].start, self.tokens[window.last].end
