"""What resolves words that say when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from geo.reading.dates.spans import Days


@dataclass(frozen=True, slots=True)
class Context:
    """What resolves relative words: the day of publication, the tense, the day last named."""

    published: date | None
    future: bool = False
    past: bool = False  # the verb is in a past tense; both False where nothing tells
    previous: Days | None = None
    beside_next: bool = False  # `previous` is what follows: "the day after rebels came on Monday"
    first: date | None = None  # the first day of the story that the report has dated so far
