"""Whether dead and hurt are those of one event or a running total, and what is long over."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.codes import DatePrecision, IncidentType
from geo.reading.actors import forces
from geo.reading.control.arguments import agents
from geo.reading.dates.clauses import SAYING, is_past_perfect, is_perfect, predicate_of, times_verb
from geo.reading.incidents.words import incident_words

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

    from geo.claims import When
    from geo.reading.clues import Clues, TimeMention
    from geo.reading.incidents.events import Event
    from geo.reading.parsed import Sentence

_POINTS = frozenset({"weekday", "date", "near_day", "night"})
_SPANS = frozenset({"since", "duration", "recent"})
# Longer than a night and the day after it: one event does not take so long.
_LONG = timedelta(days=3)
# A report of an inquiry appears within months of what it looks into; what is a year old is told
# to explain something else.
_OLD = timedelta(days=365)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\byears?\b", re.IGNORECASE)
_LONG_DATES = frozenset({DatePrecision.MONTH, DatePrecision.QUARTER, DatePrecision.YEAR})
_SINCE = frozenset({"since", "overall"})
_UNITS = frozenset({"day", "week", "month", "year", "hour", "night"})


def is_running_total(clues: Clues, sentence: Sentence, event: Event) -> bool:
    """
    Say whether a toll adds up many events.

    "At least 39 people have been killed in the fighting", "since May", "so far"; not "seven
    people have been killed in a car bombing".
    """
    if event.main.type is IncidentType.DISPLACEMENT:
        # "have fled so far" adds up; "fled last weekend" does not.
        verb = event.main.token
        return _is_perfect(verb) or _spans(clues, sentence, verb)
    if event.main.type is IncidentType.DEPRIVATION_DEATHS and event.casualties:
        return True
    if event.is_toll:
        return _is_of_many(clues, sentence, event)
    if event.main.entry.tag == "killing" and not event.main.exact and event.casualties:
        dated = {predicate_of(one.token) for one in event.casualties}
        if any(_takes_a_month(clues, sentence, verb) for verb in dated):
            return True
    return any(_adds_up(clues, sentence, predicate_of(one.token)) for one in event.casualties)


def _adds_up(clues: Clues, sentence: Sentence, verb: Token) -> bool:
    """Whether a clause counts the dead of many days."""
    if _spans(clues, sentence, verb) or _in_days_of(verb) or is_days_after(verb):
        return True
    return (_is_perfect(verb) or is_past_perfect(verb)) and _in_lasting(verb)


def _is_of_many(clues: Clues, sentence: Sentence, event: Event) -> bool:
    """Whether a toll is that of a war or a place, and not of an event just told of."""
    lasting = incident_words().around["lasting"]
    if any(t.lemma_.lower() in lasting and _is_whole(t) for t in sentence.span):
        return True
    if any(t.kind in _SPANS for t in clues.times_in(sentence)):
        return True
    if is_of_campaign(event):
        return True
    # "The toll from the bombing in Orsa" is that of the bombing.
    of_one = any(child.lower_ == "from" for child in event.main.token.children)
    return event.main.entry.tag == "killing" and bool(clues.mentions_in(sentence)) and not of_one


def is_of_campaign(event: Event) -> bool:
    """
    Say whether a toll is that of all since some day, or of a battle of days.

    Such a toll counts rebels, soldiers and civilians apart.
    """
    sentence = event.main.token.sent
    said = {t.lower_ for t in sentence if t.pos_ in {"NOUN", "PROPN"}}
    sides = (forces.IRREGULAR, forces.STATE, forces.CIVILIANS)
    since = any(t.lower_ in _SINCE for t in sentence)
    return event.is_toll and (since or all(said & words for words in sides))


def _in_days_of(verb: Token) -> bool:
    """Whether people died "in five days of fighting"."""
    lasting = incident_words().around["lasting"]
    for token in verb.subtree:
        if token.lemma_.lower() in lasting and token.head.lower_ == "of":
            unit = token.head.head
            if unit.lemma_ in _UNITS and unit.head.lower_ in {"in", "during", "after", "over"}:
                return True
    return False


def is_days_after(verb: Token) -> bool:
    """Say whether people "have been killed" by "twelve days after" something began."""
    if not is_perfect(verb):
        return False
    inside = [c for c in verb.children if c.dep_ in {"advcl", "prep"} and c.i < verb.i]
    marks = [t for c in inside for t in (c, *c.children) if t.lower_ in {"after", "into"}]
    return any(t.lemma_ in _UNITS for mark in marks for t in (*mark.lefts, *mark.head.lefts))


def _is_perfect(verb: Token) -> bool:
    """Whether a verb is in the perfect, or continues one that is: "has killed and displaced"."""
    return is_perfect(verb) or (verb.dep_ in {"conj", "xcomp"} and is_perfect(verb.head))


def _spans(clues: Clues, sentence: Sentence, verb: Token) -> bool:
    if any(child.lower_ == "so" and child.dep_ == "advmod" for child in verb.subtree):
        return any(child.lower_ == "far" for child in verb.subtree)
    for time in clues.times_in(sentence):
        own = times_verb(sentence, time.quote.start, time.quote.end)
        if time.kind in _SPANS and own is not None and own in (verb, predicate_of(verb.head)):
            return time.kind == "since" or (is_perfect(verb) and _is_long(time))
    return False


def _takes_a_month(clues: Clues, sentence: Sentence, verb: Token) -> bool:
    """Whether people were killed over a month or more: "3,000 died in September"."""
    return any(
        time.when.precision in _LONG_DATES
        and times_verb(sentence, time.quote.start, time.quote.end) == verb
        for time in clues.times_in(sentence)
    )


def _is_long(time: TimeMention) -> bool:
    start, end = time.when.start, time.when.end
    return start is None or end is None or end - start > _LONG


def _in_lasting(verb: Token) -> bool:
    inside = [c for c in verb.children if c.lower_ in {"in", "during", "by"}]
    nouns = [*verb.children, *(noun for one in inside for noun in one.children)]
    lasting = incident_words().around["lasting"]
    return any(t.lemma_.lower() in lasting and _is_whole(t) for t in nouns)


def _is_whole(noun: Token) -> bool:
    """Whether a noun means the fighting as such, not "a clash" among others."""
    return not any(c.lower_ in {"a", "an", "one"} for c in noun.children)


def is_of_war(verb: Token) -> bool:
    """Say whether it is the war itself that killed or displaced: no place can be told of."""
    wars = incident_words().around["wars"]
    clause = predicate_of(verb)
    during = [c for c in clause.children if c.lower_ in {"in", "during", "by", "since"}]
    nouns = [*agents(clause), *(noun for one in during for noun in one.children)]
    if any(noun.lemma_.lower() in wars for noun in nouns):
        return True
    return clause.dep_ == "conj" and clause.head != clause and is_of_war(clause.head)


def began(clues: Clues, sentence: Sentence, head: Token) -> Token:
    """Return the verb whose "since ..." says from when a running total counts, or ``head``."""
    for time in clues.times_in(sentence):
        verb = times_verb(sentence, time.quote.start, time.quote.end)
        if time.kind == "since" and verb is not None:
            return verb
    return head


def dated_by(clues: Clues, sentence: Sentence, event: Event) -> Token:
    """Return the noun whose own words date a deed, "the attack, which began on Sunday", or head."""
    days = [t for t in clues.times_in(sentence) if t.kind in _POINTS]
    for deed in event.deeds if days else ():
        below = next((c for c in deed.token.children if c.dep_ in {"relcl", "acl"}), None)
        if deed.token.pos_ != "NOUN" or below is None:
            continue
        first, last = sentence.offset_of(below.left_edge), sentence.end_of(below.right_edge)
        if any(first <= day.quote.start < last for day in days):
            return deed.token
    return event.head


def is_over(clues: Clues, sentence: Sentence, head: Token) -> bool:
    """Say whether a clause only looks back: "had seen clashes since the end of 2016"."""
    verb = predicate_of(head)
    reported = verb.head != verb and predicate_of(verb.head).lemma_ in SAYING
    return not reported and is_past_perfect(verb) and _has_since(clues, sentence, verb)


def is_of_old(when: When, published: date | None) -> bool:
    """Say whether what happened is told as history: "in 2014", "in March of last year"."""
    if when.end is None or published is None or when.start is None:
        return False
    if when.precision is not DatePrecision.YEAR and not _YEAR.search(when.basis):
        return False  # "on Monday, 4 August", with the wrong day of the week
    past_year = when.precision is DatePrecision.YEAR and when.end.year <= published.year
    return (past_year and when.end <= published) or published - when.end > _OLD


def _has_since(clues: Clues, sentence: Sentence, verb: Token) -> bool:
    times = [t for t in clues.times_in(sentence) if t.kind == "since"]
    return any(times_verb(sentence, t.quote.start, t.quote.end) == verb for t in times)
