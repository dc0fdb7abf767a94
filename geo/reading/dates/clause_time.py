"""The time of a clause: its own expression, that of the speech it is in, or the report's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.claims import When
from geo.codes import Aspect, DatePrecision
from geo.reading.boilerplate import BlockKind
from geo.reading.dates.attached import HARMS, bounding_time, own_time, spoken_time, verb_of
from geo.reading.dates.clauses import (
    SAYING,
    auxiliaries,
    is_past_perfect,
    is_perfect,
    predicate_of,
)
from geo.reading.dates.narrative import names_outbreak, since_outbreak
from geo.reading.dates.story import told_after, told_before

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

    from geo.reading.clues import Clues, TimeMention
    from geo.reading.parsed import Sentence

_ONE_DAY = timedelta(1)
# Nine reports in ten appear within two days of their news (the lags of section 9.2).
_NEWS_DAYS = timedelta(2)
# What is told of as news because it was held, with no day of its own.
_MEETS = frozenset({"meet", "visit", "talk", "confer", "discuss", "negotiate"})


def when_of(clues: Clues, sentence: Sentence, token: Token, *, aspect: Aspect) -> When:
    """
    Say when the clause around a word happened or held.

    Parameters
    ----------
    clues
        What is known of the report; `clues.times` and `clues.published` are used.
    sentence
        The sentence the word stands in.
    token
        The word that heads the statement: a verb, or a noun such as "clashes".
    aspect
        Whether the statement is an event, a state or something that recurs.

    Returns
    -------
    when
        The time expression that belongs to the clause. Failing that, for a state the
        day of the speech it was said in or of publication; for an event the day told
        of just before, or an interval that ends there and begins with the fighting that
        the report dates, if it does.
    """
    times = [
        (time, verb_of(sentence, time))
        for time in clues.times_in(sentence)
        if time.kind != "length"  # how long, not when
    ]
    spoken = spoken_time(times, token)
    as_of = spoken.when.start if spoken and spoken.when.start else clues.published
    own = own_time(sentence, times, token)
    if own is not None and own is not spoken:
        return _with_time(own, token, aspect, as_of)
    if own is None and (bound := bounding_time(times, token)):
        start = bound.when.start
        last = start if bound.kind == "before" or start is None else start + _ONE_DAY
        return When(None, last, DatePrecision.UNKNOWN, aspect, start, bound.quote.text)
    return _without_time(clues, sentence, token, aspect, spoken)


def _with_time(time: TimeMention, token: Token, aspect: Aspect, as_of: date | None) -> When:
    when, words, verb = time.when, time.quote.text, predicate_of(token)
    end = as_of + _ONE_DAY if as_of else None
    if time.kind == "now":
        start = as_of if aspect is Aspect.STATE else None
        precision = DatePrecision.DAY if start else DatePrecision.DAYS
        return When(start, end, precision, aspect, as_of, words)
    if time.kind == "by" and aspect is Aspect.STATE and when.end:
        # "By Saturday they held most of it": on that day they did.
        day = when.end - _ONE_DAY
        return When(day, when.end, DatePrecision.DAYS, aspect, day, words)
    if time.kind == "past":
        return When(None, as_of, DatePrecision.UNKNOWN, aspect, None, words)
    if time.kind == "since" and _is_over(token):
        return When(when.start, as_of, when.precision, aspect, None, words)
    if end and when.start and when.start < end and _lasts(time, token, aspect):
        precision = DatePrecision.DAYS if when.precision is DatePrecision.DAY else when.precision
        return When(when.start, max(end, when.end or end), precision, aspect, as_of, words)
    if end and when.start and when.end and when.start < end < when.end and _is_told(verb):
        when = replace(when, end=end)  # "took it this week": not on the days to come
    last = when.end - _ONE_DAY if when.end else as_of
    return When(when.start, when.end, when.precision, aspect, last, words)


def _is_told(verb: Token) -> bool:
    """Whether a clause tells of the past, be it with the auxiliary of the verb before."""
    modal = any(aux.tag_ == "MD" for aux in auxiliaries(verb))
    return verb.tag_ in {"VBD", "VBN"} and not modal


def _lasts(time: TimeMention, token: Token, aspect: Aspect) -> bool:
    """Whether what began at a time still holds: "since", "for months", "has held it ..."."""
    if time.kind == "since" or _is_since_clause(token):
        return True
    if aspect is not Aspect.STATE:
        return False
    # "has held the bridge all week" keeps on; "held it on Monday" says only Monday.
    return time.kind == "duration" or is_perfect(predicate_of(token))


def _is_over(token: Token) -> bool:
    """Whether "had seen fighting since ..." looks back on it; reported, it is backshift."""
    clause = predicate_of(token)
    reported = clause.head != clause and predicate_of(clause.head).lemma_ in SAYING
    return is_past_perfect(clause) and not reported


def _is_since_clause(token: Token) -> bool:
    return any(
        mark.lower_ == "since" and mark.dep_ == "mark"
        for child in predicate_of(token).children
        if child.dep_ == "advcl"
        for mark in child.children
    )


def _without_time(
    clues: Clues, sentence: Sentence, token: Token, aspect: Aspect, spoken: TimeMention | None
) -> When:
    as_of = spoken.when.start if spoken else clues.published
    if as_of is None:
        return When(None, None, DatePrecision.UNKNOWN, aspect)
    basis = spoken.quote.text if spoken else ""
    end = as_of + _ONE_DAY
    if aspect is Aspect.STATE:
        return When(as_of, end, DatePrecision.DAY, aspect, as_of, basis)
    if aspect is Aspect.RECURRING:
        span, _ = since_outbreak(clues, as_of)
        return When(span.start if span else None, end, DatePrecision.DAYS, aspect, as_of, basis)
    if told := _told_beside(clues, sentence, token, spoken=spoken is not None):
        return told
    if spoken and not names_outbreak(token):
        # What is announced on a day is dated to it, though some of it happened the day before.
        return When(as_of, end, DatePrecision.DAYS, aspect, as_of, basis)
    return _undated_event(clues, sentence, token, as_of)


def _told_beside(clues: Clues, sentence: Sentence, token: Token, *, spoken: bool) -> When | None:
    """Return the day that the story beside a clause gives it, before that of the speech."""
    harm = predicate_of(token).lemma_ in HARMS | {"die"}
    told = told_after(clues, sentence, token)
    if told is None and spoken and harm:
        return told_before(clues, sentence, token, said=False)
    return told


def _undated_event(clues: Clues, sentence: Sentence, token: Token, as_of: date) -> When:
    span, outbreak = since_outbreak(clues, as_of)
    if outbreak is not None and names_outbreak(token):
        return outbreak.when
    end = as_of + _ONE_DAY
    if sentence.block.kind is BlockKind.HEADLINE or _is_announced(token):
        return When(_news_day(clues, as_of), end, DatePrecision.DAYS, Aspect.EVENT, as_of)
    if predicate_of(token).lemma_ in _MEETS and predicate_of(token).tag_ == "VBD":
        return When(
            _newest_day(clues, as_of) or as_of, end, DatePrecision.DAYS, Aspect.EVENT, as_of
        )
    return told_before(clues, sentence, token) or span or _open(token, as_of)


def _news_day(clues: Clues, as_of: date) -> date:
    return _newest_day(clues, as_of) or as_of - _NEWS_DAYS


def _newest_day(clues: Clues, as_of: date) -> date | None:
    """Return the newest day that a report names and tells of as past, if it is news."""
    days = [
        time.when.start
        for time in clues.times
        if time.kind in {"weekday", "near_day", "date"}
        and time.when.start
        and as_of - _NEWS_DAYS <= time.when.start <= as_of
    ]
    return max(days, default=None)


def _is_announced(token: Token) -> bool:
    """Whether someone "says it has taken" something: news of these days."""
    clause = predicate_of(token)
    above = predicate_of(clause.head)
    return (
        clause.dep_ == "ccomp"
        and above.lemma_ in SAYING
        and above.tag_ == "VBZ"
        and (is_perfect(clause))
    )


def _open(token: Token, as_of: date) -> When:
    """Return an interval with an unknown beginning: nothing dates the event."""
    clause = predicate_of(token)
    recent = is_perfect(clause) and not is_past_perfect(clause)
    precision = DatePrecision.DAYS if recent else DatePrecision.UNKNOWN
    return When(None, as_of + _ONE_DAY, precision, Aspect.EVENT, as_of)
