"""The names of a sentence as places of a clause, and which of them fit it best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.codes import MentionRole
from geo.reading.parsed import plain
from geo.reading.places.attachment import attachment, head_of
from geo.reading.places.containment import lies_in, said_to_lie_in
from geo.reading.places.near import near_phrases
from geo.reading.places.topic import is_set_first
from geo.reading.places.words import SPEECH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.claims import Mention
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence
    from geo.reading.places.near import NearPhrase

_NEVER = frozenset(
    {
        MentionRole.ORGANISATION,
        MentionRole.NATIONALITY,
        MentionRole.METONYM,
        MentionRole.SOURCE_LOCATION,
        MentionRole.FURNITURE,
    }
)
# A wide place must be that much closer to win over a local one in the same sentence.
_WIDTH = {
    PlaceKind.COUNTRY: 2.5,
    PlaceKind.REGION: 1.5,
    PlaceKind.PROVINCE: 1.5,
    PlaceKind.COUNTY: 1.0,
    PlaceKind.WATER: 1.0,
}
# Containers, grounds and common nouns count only where no name of a place itself is as close.
_ASIDE = {MentionRole.CONTAINMENT: 4.0, MentionRole.ANCHOR: 2.0}
NOMINAL_COST = 1.5
# "A district" that stands for no known place: any name of the clause says more.
_UNPLACED_COST = 6.0
# Beyond this it is about something else: of names this far, one in four is where it happened.
_FAR = 12.0

# A setting ("in A") gives way to a place in it that is so much farther along the parse.
_INSIDE_WITHIN = 3.0
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass", "conj"})
_BESIDE = frozenset({"except", "including", "besides", "like", "excluding"})

# "A, B and C"; behind "and" a preposition may be said again, behind a comma it is "A, in B".
_BETWEEN_EQUALS = re.compile(
    r"\s*(?:(?:camp|city|town|village|district|province)s?\s*)?"
    r"(?:,\s*|,?\s*(?:and|or|as well as)\s+(?:(?:in|of|at|from)\s+)?)"
    r"(?:(?:the|both|also|nearby|neighbou?ring|central|far|[a-z]*ern|rural|coastal|downtown|"
    r"besieged|occupied|[a-z]+-held|parts\s+of|"
    r"(?:towns?|villages?|city|cities|provinces?|districts?|camps?)\s+of)\s+)*",
    re.IGNORECASE,
)
# "camps in Malvia, notably Orsa": the second name is what the first means here.
_NOTABLY = re.compile(
    r"\b(?:notably|especially|particularly|in particular|above all|namely)\s+(?:in\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
# "In Orsa, a priest said that gunmen had killed nine": a setting holds for all its sentence,
# where the clause has no place of its own.
_SET_FIRST = 3.5
# "Told reporters in Orsa", "said at a meeting in Orsa", and no farther.
_STATED_WITHIN = 2.5
# What is said or offered has no place of its own unless the words give one.
STATEMENTS = SPEECH | {"call", "offer", "urge", "demand", "condemn", "agree", "vow", "pledge"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention of the sentence, by how far it is from the clause."""

    mention: Mention
    cost: float
    inside: bool  # part of the happening's own phrase
    phrase: NearPhrase | None
    object: bool = False  # what the verb itself is done to, and no setting
    beside: bool = False  # "except A", "including A"


def best_candidates(
    clues: Clues, sentence: Sentence, token: Token, gazetteer: Gazetteer
) -> list[Candidate]:
    """Return the candidate that fits a clause best, with those that stand beside it in a list."""
    candidates = list(_candidates(clues, sentence, token, gazetteer))
    best = min(candidates, key=lambda one: (one.cost, one.mention.quote.start), default=None)
    best = _sharpened(best, candidates, sentence)
    if best is not None:
        best = _most_local(best, candidates, sentence, gazetteer)
    if best is None or best.cost > _FAR:
        return []
    if token.lemma_ in STATEMENTS and best.cost > _STATED_WITHIN:
        return []  # what is said is about a place; the saying is not there
    return _equals(sentence, best, candidates)


def _sharpened(
    best: Candidate | None, candidates: Sequence[Candidate], sentence: Sentence
) -> Candidate | None:
    if best is None:
        return None
    text = plain(sentence.raw)
    for other in candidates:
        before = text[: other.mention.quote.start - sentence.start]
        follows = other.mention.quote.start > best.mention.quote.end
        if follows and other.mention.place_id is not None and _NOTABLY.search(before):
            return other
    return best


def _most_local(
    best: Candidate, candidates: Sequence[Candidate], sentence: Sentence, gazetteer: Gazetteer
) -> Candidate:
    """Return the most specific place inside the best one that the same clause speaks of."""
    for other in sorted(candidates, key=lambda one: one.cost):
        if other is best or other.beside or (other.mention.nominal and not best.mention.nominal):
            continue
        if said_to_lie_in(sentence, other.mention, best.mention, gazetteer) or (
            not best.object
            and other.cost <= best.cost + _INSIDE_WITHIN
            and lies_in(other.mention, best.mention, gazetteer)
        ):
            best = other
    return best


def _candidates(
    clues: Clues, sentence: Sentence, token: Token, gazetteer: Gazetteer
) -> Iterator[Candidate]:
    # "He said in Orsa": the speech itself happened where the speaker is.
    never = _NEVER - {MentionRole.SOURCE_LOCATION} if token.lemma_ in SPEECH else _NEVER
    mentions = [one for one in clues.mentions_in(sentence) if one.role not in never]
    phrases = near_phrases(sentence, mentions)
    for mention in mentions:
        tokens = sentence.tokens_between(mention.quote.start, mention.quote.end)
        if not tokens:
            continue
        name = head_of(tokens)
        cost, inside = attachment(token, name)
        if cost > _SET_FIRST and is_set_first(sentence, mention):
            cost = _SET_FIRST
        cost += width_of(mention, gazetteer)
        phrase = next((one for one in phrases if mention in one.anchors), None)
        cost += _ASIDE.get(mention.role, 0.0) + _nominal_cost(mention)
        yield Candidate(
            mention, cost, inside, phrase, name.dep_ in _OBJECTS, name.head.lower_ in _BESIDE
        )


def _nominal_cost(mention: Mention) -> float:
    if not mention.nominal:
        return 0.0
    placed = mention.place_id is not None or mention.stands_for is not None
    return NOMINAL_COST if placed else _UNPLACED_COST


def _kind(mention: Mention, gazetteer: Gazetteer) -> PlaceKind | None:
    return None if mention.place_id is None else gazetteer.place(mention.place_id).kind


def width_of(mention: Mention, gazetteer: Gazetteer) -> float:
    """Return by how much a wide place must be closer to win over a local one."""
    kind = _kind(mention, gazetteer)
    return 0.0 if kind is None else _WIDTH.get(kind, 0.0)


def _equals(
    sentence: Sentence, best: Candidate, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Return the best candidate with those that stand beside it in a list."""
    text = plain(sentence.raw)
    ordered = sorted(candidates, key=lambda one: one.mention.quote.start)
    at = ordered.index(best)
    first = last = at
    while first > 0 and _joined(text, sentence.start, ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < len(ordered) and _joined(
        text, sentence.start, ordered[last], ordered[last + 1]
    ):
        last += 1
    return [best, *(one for one in ordered[first : last + 1] if one is not best)]


def _joined(text: str, at: int, one: Candidate, other: Candidate) -> bool:
    gap = text[one.mention.quote.end - at : other.mention.quote.start - at]
    same = one.mention.role == other.mention.role or MentionRole.CONTAINMENT not in {
        one.mention.role,
        other.mention.role,
    }
    pair = one.phrase is not None and one.phrase is other.phrase
    return same and not pair and _BETWEEN_EQUALS.fullmatch(gap) is not None
