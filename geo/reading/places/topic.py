"""The place that the text is about where a sentence names none."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.place import PlaceKind
from geo.codes import MentionRole
from geo.reading.parsed import plain

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer
    from geo.claims import Mention
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence

# What a mention by role makes its place the one that the story is about. A town with a quarter
# of it named is told of nearly as much; what lies near a place is told of there.
_ABOUT = {
    MentionRole.SUBJECT: 1.0,
    MentionRole.HYPOTHETICAL: 1.0,
    MentionRole.BACKGROUND: 1.0,
    MentionRole.CONTAINMENT: 0.7,
    MentionRole.ANCHOR: 0.5,
}
_LOCAL = frozenset(
    {
        PlaceKind.CITY,
        PlaceKind.TOWN,
        PlaceKind.VILLAGE,
        PlaceKind.DISTRICT,
        PlaceKind.CAMP,
        PlaceKind.LANDMARK,
        PlaceKind.COUNTY,
    }
)
# Words with which a report leaves the place it was about.
ELSEWHERE = re.compile(
    r"\belsewhere\b|\bin (?:a separate|another) (?:incident|attack|development)\b", re.IGNORECASE
)
# Each sentence in between halves what a mention counts, nearly: three sentences on, two
# mentions weigh as much as one just before.
_FADING = 0.8
# After so many sentences a mention counts for a ten-thousandth: it is no longer looked for.
_WITHIN = 40
# A headline or a first sentence may speak of what only the next ones name; less than of what
# the text before has named.
_OPENING = 2
_AHEAD = 0.5
# A paragraph keeps to its place, and most of all to one that it sets first ("In Bor, ..."), even
# where the story has told of another five times.
_OWN_PARAGRAPH = 3.0
_SET_FIRST = 2.0
_FRONT = re.compile(
    r"^(?:[A-Z][^,;]{0,30},\s+)?(?:in|at|near|outside|inside|around|across)\s+[^,;:]{0,80}$",
    re.IGNORECASE,
)
# "Reinforcements from A", "the road to A", "rockets fired towards A": words that lead to where
# the story is not. Such a mention counts a quarter: four of them make one of the story's own.
_LEADS_AWAY = re.compile(
    r"\b(?:from|to|towards?|like|as|than|between|including|among\s+them|bound\s+for|via)\s+"
    r"(?:[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2}(?:,|,?\s+(?:and|or))\s+)*"
    r"(?:(?:the|nearby|neighbou?ring|central|northern|southern|eastern|western)\s+)*$",
)
# But who leaves a place is what its story tells.
_LEFT = re.compile(
    r"\b(?:withdr[ae]wn?|retreat(?:ed|ing)?|fled|flee(?:ing)?|left|expelled|driven|pull(?:ed|ing)?|"
    r"pulled\s+out|evacuated|displaced|ousted)\s+(?:\w+\s+){0,3}?from\s+$",
    re.IGNORECASE,
)
# And what has come to a place is there.
_COME_TO = re.compile(r"\b(?:spread|spilled|siege|returned|back)\s+(?:over\s+)?to\s+$")
_ASIDE_SHARE = 0.25
_REACH = 60


def share_of_story(sentence: Sentence, mention: Mention) -> float:
    """Return how much a mention makes its place the one that the story is about, 0 to 1."""
    at = mention.quote.start - sentence.start
    before = plain(sentence.raw)[max(0, at - _REACH) : at]
    away = _LEADS_AWAY.search(before) and not (_LEFT.search(before) or _COME_TO.search(before))
    return _ASIDE_SHARE if away else 1.0


def is_set_first(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place stands before its sentence as its setting: "In Bor, armed youths ..."."""
    at = mention.quote.start - sentence.start
    if at > _REACH * 2 or "," not in sentence.raw[mention.quote.end - sentence.start :]:
        return False
    return _FRONT.match(plain(sentence.raw)[:at]) is not None


def topic_of(
    clues: Clues, sentence: Sentence, gazetteer: Gazetteer, *, listed: bool = False
) -> Mention | None:
    """
    Return the mention of the local place that the sentences before one speak of most.

    The first sentences of a report look ahead too. A name nobody lists counts as well, so
    that its story is not put elsewhere, unless only ``listed`` ones are asked for. None where
    no local place is named.
    """
    weights: dict[str, float] = defaultdict(float)
    latest: dict[str, Mention] = {}
    opening = sentence.index < _OPENING
    last = sentence.index + (_WITHIN if opening else 0)
    for other in clues.parsed.sentences[max(0, sentence.index - _WITHIN) : last + 1]:
        away = sentence.index - other.index
        if away == 0:
            continue
        if away > 0 and ELSEWHERE.search(other.raw):
            weights.clear()
        nearness = _nearness(sentence, other)
        for mention in clues.mentions_in(other):
            if listed and mention.place_id is None:
                continue
            if (key := _local_key(mention, gazetteer)) is not None:
                weights[key] += nearness * _weight(other, mention)
                latest[key] = mention
    if not weights:
        return None
    return latest[max(weights, key=lambda key: weights[key])]


def _nearness(sentence: Sentence, other: Sentence) -> float:
    away = sentence.index - other.index
    if away < 0:
        return _AHEAD * _FADING**-away
    own = other.block == sentence.block
    return (_OWN_PARAGRAPH if own else 1.0) * _FADING**away


def _weight(sentence: Sentence, mention: Mention) -> float:
    first = _SET_FIRST if is_set_first(sentence, mention) else 1.0
    return share_of_story(sentence, mention) * _ABOUT[mention.role] * first


def _local_key(mention: Mention, gazetteer: Gazetteer) -> str | None:
    """Return what tells a local place from others, None for what is none."""
    if mention.role not in _ABOUT:
        return None
    if mention.place_id is not None:
        kind = gazetteer.place(mention.place_id).kind
        return mention.place_id if kind in _LOCAL else None
    if mention.nominal:
        return fold(mention.stands_for.text) if mention.stands_for else None
    return fold(mention.quote.text)
