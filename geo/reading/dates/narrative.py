"""The fighting whose beginning a report dates, and what it says of other times."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from geo.claims import When
from geo.codes import Aspect, DatePrecision
from geo.reading.dates.clauses import times_verb
from geo.reading.dates.happenings import FIGHTS, is_outbreak

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

    from geo.reading.clues import Clues, TimeMention
    from geo.reading.parsed import ParsedReport, Sentence

_ONE_DAY = timedelta(1)
# What a report tells began within these days of the fighting it dates; older is background.
_STORY_DAYS = 31
# The outbreak is dated early in a report or not at all.
_LOOKED_AT = 12
_ARRIVALS = FIGHTS | {"arrival", "entry", "move", "onslaught", "capture", "takeover"}


def outbreak_of(clues: Clues) -> TimeMention | None:
    """Return the time of the fighting that a report tells the beginning of, if it dates one."""
    found: TimeMention | None = None
    days = (
        one for one in clues.times if one.kind in {"date", "weekday"} and _is_recent(one, clues)
    )
    for time in islice(days, _LOOKED_AT):
        sentence = _sentence_of(clues.parsed, time.quote.start)
        verb = times_verb(sentence, time.quote.start, time.quote.end)
        if verb is None or not is_outbreak(verb):
            continue
        if found and found.when.start != time.when.start:
            return None  # two attacks: nothing says which one is meant
        found = found or time
    return found


def _is_recent(time: TimeMention, clues: Clues) -> bool:
    if time.when.start is None or clues.published is None:
        return False
    return timedelta(0) <= clues.published - time.when.start <= timedelta(_STORY_DAYS)


def _sentence_of(parsed: ParsedReport, offset: int) -> Sentence:
    at = bisect_right(parsed.sentences, offset, key=lambda one: one.start)
    return parsed.sentences[max(0, at - 1)]


def names_outbreak(token: Token) -> bool:
    """Whether a noun points back at an outbreak: "the attack", "their move into the town"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in _ARRIVALS:
        return False
    words = {child.lower_ for child in token.children if child.dep_ == "det"}
    owned = any(child.dep_ in {"poss", "compound"} for child in token.children)
    return token.tag_ == "NN" and (owned or "the" in words or "this" in words)


def since_outbreak(clues: Clues, as_of: date) -> tuple[When | None, TimeMention | None]:
    """Return the span from the outbreak a report dates to the day it speaks of, and its words."""
    time = outbreak_of(clues)
    if time is None or time.when.start is None or time.when.start > as_of:
        return None, None
    span = When(time.when.start, as_of + _ONE_DAY, DatePrecision.DAYS, Aspect.EVENT, as_of,
                time.quote.text)  # fmt: skip
    return span, time
