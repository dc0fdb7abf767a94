# ruff: noqa: RUF001 - news has curly quotes
"""Where exactly the name of a place begins and ends in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from gazetteer.known import Reading
    from gazetteer.mentions import Mention

# With a capital these belong to the name: "Western Europe", "East Java", "Greater Mumbai".
_PART = re.compile(
    r"(?:^|(?<=[^\w.]))((?:(?:Greater|Upper|Lower|Central|Inner|Outer|North|South|East|West|Northeast|Northwest|"
    r"Southeast|Southwest|North-?[Ee]ast(?:ern)?|North-?[Ww]est(?:ern)?|South-?[Ee]ast(?:ern)?|South-?[Ww]est(?:ern)?|"
    r"Northern|Southern|Eastern|Western|Mid)[ -]){1,2})$"
)
_REPUBLIC = re.compile(
    r"(?:(?:[A-Z][a-z]+(?:['’]s)? ){0,3}(?:Republic|Kingdom|Sultanate|Emirate) of (?:the )?)$"
)
# The gazetteer may know the rest: "People's" + "Republic of China", which is another country.
_PEOPLES = re.compile(r"(?:(?:People['’]s|Islamic|Democratic|Federal|Socialist|Arab) )+$")
_THE = re.compile(r"[Tt]he\s+")


def span_of(reading: Reading, mention: Mention) -> tuple[int, int]:
    """Return the name with the capitalised words that belong to it, and without "the"."""
    text, tokens = reading.text, reading.tokens
    start, end = tokens[mention.feature.first].start, tokens[mention.feature.last].end
    end = _whole_abbreviation(text, start, end)
    if found := _THE.match(text, start, end):
        whole = text[start:end].lower()
        return (start, end) if whole in load_vocabulary().with_the else (found.end(), end)
    republic = _PEOPLES if text.startswith("Republic", start) else _REPUBLIC
    before = republic.search(text, max(0, start - 50), start)
    if before is None:
        before = _PART.search(text, max(0, start - 25), start)
        opens = before is not None and tokens[mention.window.first - 1].opens
        if before is not None and (opens and "ern" in before[1]):
            before = None
    return (before.start(), end) if before else (start, end)


def _whole_abbreviation(text: str, start: int, end: int) -> int:
    """Add the full stop of "Ky." and "Calif."."""
    short = text[end : end + 1] == "." and text[start:end].lower() in load_vocabulary().short_states
    return end + 1 if short else end
