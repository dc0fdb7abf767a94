"""Which time expression belongs to a clause, and which only to the speech it is told in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.dates.clauses import (
    SAYING,
    is_finite,
    is_past,
    is_past_perfect,
    is_perfect,
    predicate_of,
    times_verb,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.clues import TimeMention
    from geo.reading.parsed import Sentence

    # The times of a sentence, each with the head of the clause it belongs to.
    Times = list[tuple[TimeMention, Token | None]]

# Kinds of expression that name a day.
_POINTS = {"weekday", "date", "near_day", "night", "weekend", "shift", "period"}
# A clause of these dependencies has no time of its own and takes that of the clause above.
_SHARES = {"xcomp", "advcl", "acl", "pcomp", "oprd", "acomp", "csubj", "prep", "dep", "appos"}
# How the clause that reports what was said hangs on the saying: "claimed to have taken" too.
_SPOKEN = {"ccomp", "parataxis", "relcl", "conj", "xcomp"}
# "by the time", "before" and "until" put a happening before a dated one.
_EARLIER = {"before", "until"}
# "were killed on Sunday when a shell hit the market": both have that day.
_MEANWHILE = {"when", "as", "while"}
# "The shell that killed four landed on Monday": harm is done on the day of what does it.
HARMS = frozenset({"kill", "wound", "injure", "hit", "destroy", "damage", "strike", "maim"})
# Who dies after a shell hit the market on a day is news of that day.
_SUFFERED = HARMS | {"die"}


def verb_of(sentence: Sentence, time: TimeMention) -> Token | None:
    """Return the head of the clause that a time expression of a sentence belongs to."""
    if time.kind == "beside":  # "a day after they overran it" dates the overrunning
        tokens = sentence.tokens_between(time.quote.start, time.quote.end)
        below = predicate_of(tokens[-1])
        return below if tokens[-1].dep_ in {"mark", "prep"} else None
    return times_verb(sentence, time.quote.start, time.quote.end)


def spoken_time(times: Times, token: Token) -> TimeMention | None:
    """Return the day of the speech a clause is reported in: "said on Tuesday that ..."."""
    clause = predicate_of(token)
    while clause.head != clause:
        above = predicate_of(clause.head)
        if above.lemma_ in SAYING and clause.dep_ in _SPOKEN:
            for time, verb in times:
                if verb == above and time.when.start and time.kind not in {"now", "past"}:
                    return time
        clause = above
    # "The mayor, who spoke ..., said: '...'" hangs the saying below what was said.
    for child in predicate_of(token).children:
        if _adds_who_said(child):
            return next((time for time, verb in times if verb == child), None)
    return None


def _adds_who_said(child: Token) -> bool:
    """Whether words below a clause say whose it is: "..., residents said on Monday"."""
    if child.lower_ == "according":
        return True
    if child.lemma_ not in SAYING:
        return False
    # The parser may take it for an adverbial clause, which has a word that opens it.
    return child.dep_ == "parataxis" or (child.dep_ == "advcl" and not _marks(child))


def own_time(sentence: Sentence, times: Times, token: Token) -> TimeMention | None:
    """Return the expression that belongs to the clause, most closely attached first."""
    inside = {one.i for one in token.subtree}
    clause = predicate_of(token)
    if token != clause:
        # "the clashes that began on April 1": a noun's own clause dates it.
        for time, _ in times:
            tokens = sentence.tokens_between(time.quote.start, time.quote.end)
            if tokens and tokens[0].i in inside:
                return time
    if clause.dep_ == "relcl" and clause.head.ent_type_ == "DATE":
        # "on Monday, when a shell hit the car"
        for time, _ in times:
            if clause.head in sentence.tokens_between(time.quote.start, time.quote.end):
                return time
    seen = set()
    while clause.i not in seen:
        seen.add(clause.i)
        attached = [time for time, verb in times if verb == clause]
        attached += [
            time
            for time, verb in times
            if verb is not None and time.kind != "beside" and _dates(verb, clause)
        ]
        if attached:
            return min(attached, key=_vagueness)
        clause = _clause_above(clause)
    return _of_next_verb(sentence, times, predicate_of(token))


def _of_next_verb(sentence: Sentence, times: Times, clause: Token) -> TimeMention | None:
    """Return the day at the end of two joined verbs: "killed three and hurt eight on Sunday"."""
    for time, verb in times:
        if verb is None or verb.head != clause or verb.dep_ != "conj" or verb.tag_ != clause.tag_:
            continue
        # "Six were killed and dozens wounded this week" has one auxiliary for both.
        shared = not is_finite(verb)
        own_subject = not shared and any(
            child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children
        )
        if not own_subject and time.quote.start > sentence.offset_of(verb) and time.kind in _POINTS:
            return time
    return None


def _dates(verb: Token, clause: Token) -> bool:
    """Whether a clause below says when: "since the group entered the town on 1 April"."""
    marks = _marks(verb)
    temporal = {"since", "when", "after", "as"}
    return verb.head == clause and verb.dep_ == "advcl" and bool(marks & temporal)


def _marks(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}


def bounding_time(times: Times, token: Token) -> TimeMention | None:
    """Return the day of a happening that a clause comes before: "by the time ..."."""
    clause = predicate_of(token)
    for time, verb in times:
        if verb is None or time.when.start is None or verb == clause:
            continue
        if verb.head == clause and verb.dep_ == "advcl" and _marks(verb) & _EARLIER:
            return time
        by = verb.head.head if verb.dep_ == "relcl" and verb.head.lower_ == "time" else None
        if by is not None and by.lower_ == "by" and predicate_of(by) == clause:
            return time
    return None


def _vagueness(time: TimeMention) -> int:
    """Prefer a named day over how long it took, that over "now", and "now" over a vague past."""
    return {"duration": 1, "after": 1, "now": 2, "past": 3}.get(time.kind, 0)


def _clause_above(clause: Token) -> Token:
    """Return the clause whose time a clause without one shares, or itself."""
    if clause.head == clause:
        return clause
    above = predicate_of(clause.head)
    if above.lemma_ in SAYING:
        return clause
    if clause.dep_ == "conj":
        # "attacked the town on Monday and killed four": one tense, one time.
        same = clause.tag_ == above.tag_ and is_perfect(clause) == is_perfect(above)
        return above if same or not is_finite(clause) else clause
    shares = clause.dep_ in _SHARES and not is_finite(clause)
    return above if shares or _at_once(clause, above) else clause


def _at_once(clause: Token, above: Token) -> bool:
    """Whether a clause tells of the same day: harm, "when ...", or "after ..." below harm."""
    if clause.dep_ == "relcl":
        return clause.tag_ == above.tag_ == "VBD" and clause.lemma_ in HARMS
    if clause.dep_ != "advcl" or is_past_perfect(clause) or is_perfect(clause):
        return False
    marks = _marks(clause)
    together = bool(marks & _MEANWHILE) or ("after" in marks and above.lemma_ in _SUFFERED)
    return together and is_past(above)
