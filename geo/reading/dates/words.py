"""The words that say when, found in running text, none resolved yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.reading.dates.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Mapping

_I = re.IGNORECASE
_BOUND = re.compile(
    r"\b(?P<bound>since|until|till|before|after|by|from|prior\s+to|as\s+of|through)\s+"
    r"(?:at\s+least\s+|the\s+)?$",
    _I,
)
# "The Sunday Times", "Bloody Friday", "every Monday" name no day.
_NO_DAY_BEFORE = re.compile(r"\b(?:Black|Bloody|Good|Palm|Ash|every|each|Super)\s+$")
_NO_DAY_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Tribune|World)\b"
)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A form found at ``text[start:end]``; ``bound`` is the preposition that bounds by it."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]
    bound: str | None = None


def words_in(text: str) -> list[TimeWords]:
    """
    Find the words that say when in a text; of overlapping forms the longest wins.

    >>> [(w.kind, w.bound) for w in words_in("Held since late May 2017, it fell on Monday.")]
    [('month', 'since'), ('weekday', None)]
    """
    return list(_found(text))


@lru_cache(maxsize=4_096)  # a report is looked at for its own day, and then for all others
def _found(text: str) -> tuple[TimeWords, ...]:
    found = [
        _words(text, kind, match)
        for kind, patterns in FORMS
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda words: (words.start - words.end, words.start))
    kept: list[TimeWords] = []
    for words in found:
        if not _is_no_day(text, words) and not any(
            words.start < other.end and other.start < words.end for other in kept
        ):
            kept.append(words)
    return tuple(sorted(kept, key=lambda words: words.start))


def _words(text: str, kind: str, match: re.Match[str]) -> TimeWords:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "short_year" in parts:  # "3 JAN 90" in a teleprinter's dateline
        parts["year"] = ("19" if parts["short_year"] > "40" else "20") + parts["short_year"]
    start = match.start()
    takes = parts.get("takes", "")
    if kind in {"month", "year"}:
        start += len(takes)
    start += len(match[0][start - match.start() :]) - len(
        match[0][start - match.start() :].lstrip()
    )
    bound = _BOUND.search(text[max(0, start - 24) : start])
    name = " ".join(bound["bound"].lower().split()) if bound else None
    if bound and name == "since":
        start -= len(bound[0])
    return TimeWords(start, match.end(), kind, parts, name)


def _is_no_day(text: str, words: TimeWords) -> bool:
    return words.kind == "weekday" and bool(
        _NO_DAY_BEFORE.search(text[: words.start]) or _NO_DAY_AFTER.match(text, words.end)
    )
