"""
The place that a clause is about.

What is attached to the clause wins, the closest and most local first; then what is beside
another place ("a town in Orsa province"), then the rest of the sentence, then the place that
the text before it is about. Names of organisations, governments and speakers' whereabouts
never locate anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer.place import Place, PlaceKind
from geo.claims import Part, Where
from geo.codes import MentionRole, WherePrecision
from geo.reading.parsed import plain
from geo.reading.places.attachment import attachment, head_of
from geo.reading.places.near import near_phrases
from geo.reading.places.parts import part_before_or_after, part_in
from geo.reading.places.topic import ELSEWHERE, topic_of
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
_NOMINAL_COST = 1.5
# Beyond this a name stands in another clause, and its part is not ours.
_ATTACHED = 5.0

# "A, B and C"; behind "and" a preposition may be said again, behind a comma it is "A, in B".
_BETWEEN_EQUALS = re.compile(
    r"\s*(?:(?:camp|city|town|village|district|province)s?\s*)?"
    r"(?:,\s*|,?\s*(?:and|or|as well as)\s+(?:(?:in|of|at|from)\s+)?)"
    r"(?:(?:the|both|also|nearby|neighbou?ring|central|far|[a-z]*ern|"
    r"(?:towns?|villages?|city|cities|provinces?|districts?|camps?)\s+of)\s+)*",
    re.IGNORECASE,
)
# "camps in Malvia, notably Orsa": the second name is what the first means here.
_NOTABLY = re.compile(
    r"\b(?:notably|especially|particularly|in particular|above all|namely)\s+(?:in\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
# What is said or offered has no place of its own unless the words give one.
# "Told reporters in Orsa", "said at a meeting in Orsa", and no farther.
_STATED_WITHIN = 2.5
_STATEMENTS = SPEECH | {"call", "offer", "urge", "demand", "condemn", "agree", "vow", "pledge"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: Mention
    cost: float
    inside: bool  # part of the happening's own phrase
    phrase: NearPhrase | None


def where_of(clues: Clues, sentence: Sentence, token: Token, *, gazetteer: Gazetteer) -> Where:
    """
    Return the place that the clause headed by ``token`` is about.

    Parameters
    ----------
    clues
        What is known of the report.
    sentence
        The sentence that holds the token.
    token
        A verb, or a noun for a happening or a state: blast, clashes, siege, presence.
    gazetteer
        Where places are looked up.

    Returns
    -------
    where
        ``place_id`` is None where nothing places the clause, or its name is ambiguous or
        unknown; ``place_name`` then still has the words.
    """
    return places_of(clues, sentence, token, gazetteer=gazetteer)[0]


def places_of(
    clues: Clues, sentence: Sentence, token: Token, *, gazetteer: Gazetteer
) -> tuple[Where, ...]:
    """Return the coordinated places of a clause; as `where_of`, and never empty."""
    loose = _loose_part(sentence, token)
    candidates = list(_candidates(clues, sentence, token, gazetteer))
    best = min(candidates, key=lambda one: (one.cost, one.mention.quote.start), default=None)
    best = _sharpened(best, candidates, sentence)
    if token.lemma_ in _STATEMENTS and best is not None and best.cost > _STATED_WITHIN:
        best = None  # what is said is about a place; the saying is not there
    if best is not None and not (best.cost > _ATTACHED and _is_wide(best, gazetteer)):
        equals = _equals(sentence, best, candidates)
        return tuple(_where(one, sentence, loose, gazetteer) for one in equals)
    silent = token.lemma_ in _STATEMENTS or ELSEWHERE.search(sentence.raw)
    topic = None if silent else topic_of(clues, sentence, gazetteer)
    if topic is not None:
        return (_described(Where(topic.id, topic.name, loose), topic),)
    if best is not None:
        return (_where(best, sentence, loose, gazetteer),)
    return (Where(None, part=loose),)


def _sharpened(
    best: _Candidate | None, candidates: Sequence[_Candidate], sentence: Sentence
) -> _Candidate | None:
    if best is None:
        return None
    text = plain(sentence.raw)
    for other in candidates:
        before = text[: other.mention.quote.start - sentence.start]
        follows = other.mention.quote.start > best.mention.quote.end
        if follows and other.mention.place_id is not None and _NOTABLY.search(before):
            return other
    return best


def _candidates(
    clues: Clues, sentence: Sentence, token: Token, gazetteer: Gazetteer
) -> Iterator[_Candidate]:
    # "He said in Orsa": the speech itself happened where the speaker is.
    never = _NEVER - {MentionRole.SOURCE_LOCATION} if token.lemma_ in SPEECH else _NEVER
    mentions = [one for one in clues.mentions_in(sentence) if one.role not in never]
    phrases = near_phrases(sentence, mentions)
    for mention in mentions:
        tokens = sentence.tokens_between(mention.quote.start, mention.quote.end)
        if not tokens:
            continue
        cost, inside = attachment(token, head_of(tokens))
        cost += _width(mention, gazetteer)
        phrase = next((one for one in phrases if mention in one.anchors), None)
        cost += _ASIDE.get(mention.role, 0.0) + _NOMINAL_COST * mention.nominal
        yield _Candidate(mention, cost, inside, phrase)


def _kind(mention: Mention, gazetteer: Gazetteer) -> PlaceKind | None:
    return None if mention.place_id is None else gazetteer.place(mention.place_id).kind


def _width(mention: Mention, gazetteer: Gazetteer) -> float:
    kind = _kind(mention, gazetteer)
    return 0.0 if kind is None else _WIDTH.get(kind, 0.0)


def _is_wide(candidate: _Candidate, gazetteer: Gazetteer) -> bool:
    return _width(candidate.mention, gazetteer) > 0


def _equals(
    sentence: Sentence, best: _Candidate, candidates: Sequence[_Candidate]
) -> list[_Candidate]:
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


def _joined(text: str, at: int, one: _Candidate, other: _Candidate) -> bool:
    gap = text[one.mention.quote.end - at : other.mention.quote.start - at]
    same = one.mention.role == other.mention.role or MentionRole.CONTAINMENT not in {
        one.mention.role,
        other.mention.role,
    }
    pair = one.phrase is not None and one.phrase is other.phrase
    return same and not pair and _BETWEEN_EQUALS.fullmatch(gap) is not None


def _loose_part(sentence: Sentence, token: Token) -> Part | None:
    """Return the part that the clause names without its place: "confined to the north"."""
    own = sorted(token.subtree, key=lambda one: one.i)
    return part_in(sentence, sentence.offset_of(own[0]), sentence.end_of(own[-1]))


def _where(
    candidate: _Candidate, sentence: Sentence, loose: Part | None, gazetteer: Gazetteer
) -> Where:
    mention = candidate.mention
    own = mention.part or part_before_or_after(sentence, mention)
    if candidate.inside:
        part = own or loose
    else:
        # "stationed outside and maintain a siege": only the first of the two is outside.
        near_by = own if own is not None and "outside" not in own.terms else None
        part = loose or (near_by if candidate.cost <= _ATTACHED else None)
    anchored = candidate.phrase if mention.role is MentionRole.ANCHOR else None
    names = " and ".join(one.quote.text for one in anchored.anchors) if anchored else ""
    where = Where(
        mention.place_id, names or mention.quote.text, part, anchored.near if anchored else None
    )
    if mention.place_id is None:
        return where
    place = gazetteer.place(mention.place_id)
    return _described(replace(where, place_name=names or place.name), place)


def _described(where: Where, place: Place) -> Where:
    return replace(where, precision=_precision(where, place))


def _precision(where: Where, place: Place) -> WherePrecision:
    """Return UCDP's precision, after section 11 of the spatial language."""
    outside = where.part is not None and "outside" in where.part.terms
    match place.kind:
        case PlaceKind.COUNTRY:
            return WherePrecision.VAGUE if where.part or where.near else WherePrecision.COUNTRY
        case PlaceKind.REGION:
            return WherePrecision.VAGUE
        case PlaceKind.PROVINCE:
            return WherePrecision.PROVINCE
        case PlaceKind.COUNTY:
            return WherePrecision.DISTRICT
        case PlaceKind.WATER:
            open_sea = re.search(r"\b(?:sea|ocean|gulf|strait)\b", place.name, re.IGNORECASE)
            return WherePrecision.AT_SEA if open_sea else WherePrecision.NEAR
        case _:
            return WherePrecision.NEAR if where.near or outside else WherePrecision.EXACT
