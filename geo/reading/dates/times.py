"""When: the time expressions of a report, resolved, and the time of any clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.claims import When
from geo.codes import Aspect
from geo.reading.clues import TimeMention
from geo.reading.dates.clauses import SAYING, is_ahead, is_past, times_verb
from geo.reading.dates.context import Context
from geo.reading.dates.rules import resolve
from geo.reading.dates.words import TimeWords, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.dates.spans import Days
    from geo.reading.parsed import ParsedReport, Sentence


# Kinds that name a day or period of their own: what "that same day" points back to.
_NAMES = {
    "date",
    "days",
    "day_of_month",
    "month",
    "weekday",
    "weekend",
    "near_day",
    "ago",
    "shift",
    "night",
}
# Kinds the tense of the verb can turn to the future.
_TURNS = {"date", "days", "month", "year", "weekday", "weekend", "span", "weekdays", "quarter"}
_TURNS |= {"duration"}
_LOOKS_AHEAD = ("tomorrow", "the day after tomorrow")


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that say when, in their sentence, before they are resolved."""

    words: TimeWords
    sentence: Sentence
    start: int  # in the report
    end: int
    token: Token  # the first token
    future: bool  # the words speak of a time to come

    @property
    def quote_text(self) -> str:
        """The report's own words."""
        return self.sentence.quote(self.start, self.end).text

    @property
    def verb(self) -> Token:
        """The word that heads the clause the expression belongs to."""
        return times_verb(self.sentence, self.start, self.end) or self.token


def expressions_in(parsed: ParsedReport) -> Iterator[Expression]:
    """Find the words that say when in the story, in the order of the text."""
    for sentence in parsed.sentences:
        text = parsed.text[sentence.start : sentence.end]
        for words in words_in(text):
            start, end = sentence.start + words.start, sentence.start + words.end
            tokens = sentence.tokens_between(start, end)
            if tokens and not _is_false_friend(words, tokens):
                yield Expression(words, sentence, start, end, tokens[0], _future(words, sentence))


def _future(words: TimeWords, sentence: Sentence) -> bool:
    if words.kind == "near_day":
        return words.parts["word"].lower() in _LOOKS_AHEAD
    which = words.parts.get("which", "").lower()
    if words.kind not in _TURNS or which in {"next", "last"}:
        return which == "next" or "next" in words.parts
    start, end = sentence.start + words.start, sentence.start + words.end
    return is_ahead(sentence, start, end, bound=words.bound)


def _is_false_friend(words: TimeWords, tokens: list[Token]) -> bool:
    first, last = tokens[0], tokens[-1]
    if words.kind == "year":
        # "of 2000 houses": a number of things. "In 2019 rebels came" is none.
        in_it = words.parts.get("takes", "").strip().lower() in {"in", "since"}
        return _counts(last) and not (in_it and int(words.parts["year"]) % 100)
    if words.kind == "past":
        return first.lower_ == "once" and first.dep_ == "mark"
    if words.kind == "now":
        # "still" the adjective, "so far" as a distance.
        return first.pos_ in {"ADJ", "NOUN", "VERB"}
    return words.kind == "after" and first.lower_ == "since" and first.dep_ == "mark"


def _counts(number: Token) -> bool:
    """Whether a number says how many things there are."""
    return number.dep_ == "nummod" and number.head.tag_ == "NNS" and number.head.i > number.i


def find_times(parsed: ParsedReport, published: date | None) -> tuple[TimeMention, ...]:
    """
    Find and resolve the time expressions of a report.

    Parameters
    ----------
    parsed
        The parsed report; only its story is read.
    published
        The day of publication. Where it is None only full dates, years and words that
        hang on those are resolved; the others are left out.

    Returns
    -------
    times
        In the order of the text, each with a half-open interval of days.
    """
    found: list[TimeMention] = []
    previous: Days | None = None
    first_day = None
    expressions = list(expressions_in(parsed))
    for number, expression in enumerate(expressions):
        words = expression.words
        if words.kind == "after" and _points_nowhere(expression, found):
            continue
        context = _context(expression, published, previous)
        if words.kind == "beside":
            context = _beside(context, expressions[number : number + 2], found)
        if first_day and words.kind == "nth_day":
            context = replace(context, first=first_day)
        days = resolve(words, context)
        if days is None:
            continue
        if words.kind in _NAMES and not expression.future:
            previous = days
        if words.kind == "date" and days.start and (published is None or days.start <= published):
            first_day = min(first_day or days.start, days.start)
        days = _clipped(words, days, first_day)
        quote = parsed.quote(expression.start, expression.end)
        when = _bounded(words, days, published, quote.text)
        # "The day after they came on Sunday, Tikrit fell" dates the fall.
        kind = "shift" if context.beside_next else _kind(words)
        found.append(TimeMention(quote, when, kind))
    return tuple(found)


def _context(expression: Expression, published: date | None, previous: Days | None) -> Context:
    past = is_past(expression.verb)
    return Context(published, future=expression.future, past=past, previous=previous)


def _beside(context: Context, here: list[Expression], found: list[TimeMention]) -> Context:
    """
    Say which day "a day after ..." counts from.

    That of the clause it opens if that has one, "the day after they came on 3 May";
    else that told before it in the sentence, "on Monday, a day after they came".
    """
    one, *following = here
    first = one.sentence.start
    if found and found[-1].quote.start >= first and found[-1].kind in _NAMES | {"date"}:
        return context
    if following and following[0].sentence is one.sentence:
        other = following[0]
        days = resolve(other.words, replace(context, previous=None))
        if other.verb.lemma_ in SAYING:  # "a day after they overran it, police said on Sunday"
            return replace(context, previous=days)
        return replace(context, previous=days, beside_next=True)
    return replace(context, previous=None)


def _points_nowhere(expression: Expression, found: list[TimeMention]) -> bool:
    """Whether "initially" has no time before it in its sentence to begin at."""
    here = expression.token.lower_ == "initially"
    return here and not any(time.quote.start >= expression.sentence.start for time in found)


def _kind(words: TimeWords) -> str:
    if words.kind in {"now", "past", "after", "duration", "length"}:
        return words.kind
    return words.bound if words.bound in {"since", "until", "before", "by"} else words.kind


def _clipped(words: TimeWords, days: Days, first_day: date | None) -> Days:
    """Let "in recent days" begin no earlier than the first day the report has dated."""
    recent = words.kind == "recent" and words.parts.get("unit") == "day"
    if recent and first_day and days.start and days.end and days.start < first_day < days.end:
        return replace(days, start=first_day)
    return days


def _bounded(words: TimeWords, days: Days, published: date | None, basis: str) -> When:
    """Turn "since X", "until X" and "before X" into the interval they bound."""
    end = published + timedelta(1) if published else None
    match words.bound:
        case "since" if words.kind != "after":
            return When(days.start, end, days.precision, Aspect.STATE, published, basis)
        case "until" | "till" | "through" | "by" | "before" | "prior to":
            last = days.start if words.bound in {"before", "prior to"} else days.end
            return When(None, last, days.precision, basis=basis)
        case "after" | "from" if days.end and (end is None or days.end <= end):
            return When(days.start, end, days.precision, basis=basis)
    if words.kind in {"duration", "now"}:
        return When(days.start, days.end, days.precision, Aspect.STATE, published, basis)
    return When(days.start, days.end, days.precision, basis=basis)
