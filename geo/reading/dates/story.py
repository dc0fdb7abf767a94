"""The day that the sentences around a clause tell, for one that has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import When
from geo.codes import Aspect, DatePrecision
from geo.reading.dates.clauses import (
    SAYING,
    is_finite,
    is_past_perfect,
    is_perfect,
    predicate_of,
    times_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.clues import Clues, TimeMention
    from geo.reading.parsed import Sentence

# A story goes on for so many sentences, and over so many ends of paragraphs, with no day named.
_BACK, _BORDERS = 3, 2
_AHEAD = 2
_CLAUSES = {"ROOT", "ccomp", "conj"}
_NAMED = {"weekday", "date", "near_day"}
# What looks back over more than the story: no day is handed on across it.
_OTHER_TIMES = {"year", "years", "month", "since", "period", "ago", "quarter", "season", "past"}
# "The attack took place on Friday": what was told just before, as a noun, and those who did it.
_DEEDS = frozenset({
    "attack", "strike", "incident", "shooting", "killing", "assault", "explosion", "blast",
    "bombing", "ambush", "raid", "massacre", "shelling", "clash", "fighting", "bombardment",
    "violence", "airstrike", "abduction", "kidnapping", "event", "assassination",
})  # fmt: skip
_DOERS = frozenset({"attacker", "assailant", "raider", "gunman", "bomber", "militant", "insurgent"})
_HAPPENS = frozenset({"happen", "occur", "take", "come", "begin", "start", "unfold"})


def told_before(
    clues: Clues, sentence: Sentence, token: Token, *, said: bool = True
) -> When | None:
    """
    Return the day that an undated event of the past takes over from what was just told.

    "A bomb went off in the market on Tuesday. Ten people were killed." Only from a main
    clause of the sentences just before, and only for a verb in the simple past. The day on
    which somebody spoke comes last, and not at all where ``said`` is False.
    """
    verb = predicate_of(token)
    if verb.tag_ not in {"VBD", "VBN"} or _looks_back(verb) or _describes(verb):
        return None
    for before in _story_before(clues, sentence):
        days = sorted(_main_days(clues, before), key=lambda one: one[1].lemma_ in SAYING)
        for time, told in days:
            if said or told.lemma_ not in SAYING:
                return _handed_on(time)
        times = clues.times_in(before)
        if days or not _is_told(before) or any(time.kind in _OTHER_TIMES for time in times):
            return None
    return None


def _story_before(clues: Clues, sentence: Sentence) -> Iterator[Sentence]:
    """Give the sentences before one, the nearest first, while they can be one story."""
    borders, later = 0, sentence
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = clues.parsed.sentences[index]
        borders += before.block is not later.block
        if borders > _BORDERS:
            return
        yield before
        later = before


def _main_days(clues: Clues, sentence: Sentence) -> Iterator[tuple[TimeMention, Token]]:
    """Give the days that the main clauses of a sentence tell of as past, with their verbs."""
    for time in clues.times_in(sentence):
        told = times_verb(sentence, time.quote.start, time.quote.end)
        past = clues.published is None or (time.when.start or clues.published) <= clues.published
        day = time.when.precision is DatePrecision.DAY and time.kind in _NAMED
        if told is not None and past and day and _is_main(told):
            yield time, told


def _is_main(verb: Token) -> bool:
    """Whether a clause tells the story: a main one, or one without a tense below it."""
    if verb.dep_ in _CLAUSES or _is_misread(verb):
        return True
    # "joined the police to stop gangs from entering on Tuesday"
    return verb.dep_ in {"advcl", "xcomp"} and not is_finite(verb) and verb.head.dep_ in _CLAUSES


def _is_misread(verb: Token) -> bool:
    """Whether a participle is a verb in the past: "men armed with axes killed six people"."""
    objects = any(child.dep_ == "dobj" for child in verb.children)
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and objects


def _is_told(sentence: Sentence) -> bool:
    """Whether a sentence goes on with a story: its verb is in the simple past."""
    root = sentence.span.root
    return root.tag_ == "VBD" or (root.tag_ == "VBN" and not _looks_back(root))


def _looks_back(verb: Token) -> bool:
    return is_perfect(verb) or is_past_perfect(verb)


def _describes(verb: Token) -> bool:
    """Whether a clause says which thing is meant: "have left the ground they seized"."""
    above = predicate_of(verb.head)
    return verb.dep_ == "relcl" and (above.tag_ != "VBD" or _looks_back(above))


def _handed_on(time: TimeMention) -> When:
    return When(time.when.start, time.when.end, DatePrecision.DAYS, Aspect.EVENT,
                time.when.start, time.quote.text)  # fmt: skip


def told_after(clues: Clues, sentence: Sentence, token: Token) -> When | None:
    """
    Return the day that a sentence just after gives to what was told.

    "Nine herders were killed, police said. The attack took place on Friday."
    """
    verb = predicate_of(token)
    if verb.tag_ not in {"VBD", "VBN", "VBG"} or _looks_back(verb):
        return None
    first = sentence.index + 1
    for after in clues.parsed.sentences[first : first + _AHEAD]:
        days = [time for time, told in _main_days(clues, after) if _points_back(told)]
        if days:
            return _handed_on(days[0])
    return None


def _points_back(verb: Token) -> bool:
    """Whether a clause is about "the attack" or "the attackers" of the sentence before."""
    for subject in verb.children:
        if subject.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        definite = any(child.lower_ in {"the", "this"} for child in subject.children)
        noun = subject.lemma_.lower()
        deed = noun in _DEEDS and verb.lemma_ in _HAPPENS
        return definite and (deed or (noun in _DOERS and verb.tag_ == "VBD"))
    return False
