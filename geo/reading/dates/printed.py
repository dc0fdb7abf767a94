"""The day that is printed over a report: in its dateline, its byline or a line of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.boilerplate import BlockKind
from geo.reading.dates.context import Context
from geo.reading.dates.rules import resolve
from geo.reading.dates.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geo.reading.dates.words import TimeWords
    from geo.reading.parsed import ParsedReport

_HEAD = 6  # lines: what stands over a report is printed there
_LONGEST = 90  # characters of a line that is a date and little else
# What may stand before such a date: a city, "Date:", "Situation report No. 5 (as of".
_BEFORE = re.compile(
    r"(?:[(\[]?(?:[A-Z][\w.'-]*[ ,/|]+){0,4}[A-Z][\w.'-]*\s*[,|/]\s*)?"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,?\s+)?$"
    r"|.{0,60}\(?\b(?i:as of|dated?:?|published|posted|updated|issued)[\s:]+"
    r"(?:\d\d?[:.]\d\d\s*\w*,?\s+)?(?:at\s+|on\s+)?(?:[A-Z][a-z]{2,8},?\s+)?$"
)
_AFTER = re.compile(
    r"[\s,|/()\[\]–—:-]*(?:at\s+)?(?:\d\d?[:.h]\d\d)?[\s,]*(?:[ap]\.?m\.?)?\s*"  # noqa: RUF001
    r"(?:[A-Z]{2,4}|/?\s*[A-Z][\w-]+|\([^)]{0,30}\))?[\W\d]*$"
)
# "(Beirut, October 3, 2019) - Forces ...": the opening of a paragraph of the story.
_OPENS = re.compile(
    r"\(?[A-Z][\w.'/ -]{2,40},\s+(?:[A-Z][\w.' -]{2,30},\s+)?\(?$|[A-Z][A-Z.'/ -]{2,40}\($"
)
_DASH = re.compile(r"\)?\s*(?:[-–—:/]|\([A-Z][^()]{1,40}\))")  # noqa: RUF001


def printed_dates(parsed: ParsedReport) -> Iterator[tuple[TimeWords, str]]:
    """Give the dates of datelines, of bylines, and of lines over the story that are only a date."""
    for number, block in enumerate(parsed.blocks):
        said = parsed.text[block.start : block.end]
        if block.kind in {BlockKind.DATELINE, BlockKind.BYLINE}:
            yield from ((words, said) for words in words_in(said) if words.kind == "date")
        elif number < _HEAD and block.kind is not BlockKind.RELATED:
            yield from ((words, said) for words in words_in(said[:_LONGEST])
                        if words.kind == "date" and _stands_alone(said, words))  # fmt: skip


def _stands_alone(said: str, words: TimeWords) -> bool:
    before, after = said[: words.start], said[words.end :]
    if len(said) <= _LONGEST and _BEFORE.match(before) and _AFTER.match(after):
        return True
    return bool(_OPENS.match(before) and _DASH.match(after))


def printed_day(parsed: ParsedReport) -> date | None:
    """Return the full date that is printed over a report, if there is one."""
    for words, _ in printed_dates(parsed):
        if (days := resolve(words, Context(None))) and days.start:
            return days.start
    return None
