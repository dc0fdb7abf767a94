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

_ABOUT = frozenset({MentionRole.SUBJECT, MentionRole.HYPOTHETICAL, MentionRole.BACKGROUND})
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
# A headline or a first sentence may speak of what only the next ones name.
_OPENING = 2
# "Reinforcements from A", "the road to A", "rockets fired towards A": words that lead to where
# the story is not. Such a mention counts a quarter: four of them make one of the story's own.
_LEADS_AWAY = re.compile(
    r"\b(?:from|to|towards?|like|as|than|between|including|bound\s+for|via)\s+"
    r"(?:(?:the|nearby|neighbou?ring|central|northern|southern|eastern|western)\s+)*$",
    re.IGNORECASE,
)
# But who leaves a place is what its story tells.
_LEFT = re.compile(
    r"\b(?:withdr[ae]wn?|retreat(?:ed|ing)?|fled|flee(?:ing)?|left|expelled|driven|pull(?:ed|ing)?|"
    r"pulled\s+out|evacuated|displaced|ousted)\s+(?:\w+\s+){0,3}?from\s+$",
    re.IGNORECASE,
)
_ASIDE_SHARE = 0.25
_REACH = 60


def share_of_story(sentence: Sentence, mention: Mention) -> float:
    """Return how much a mention makes its place the one that the story is about, 0 to 1."""
    at = mention.quote.start - sentence.start
    before = plain(sentence.raw)[max(0, at - _REACH) : at]
    away = _LEADS_AWAY.search(before) and not _LEFT.search(before)
    return _ASIDE_SHARE if away else 1.0


def topic_of(clues: Clues, sentence: Sentence, gazetteer: Gazetteer) -> Mention | None:
    """
    Return the mention of the local place that the sentences before one speak of most.

    The first sentences of a report look ahead instead. A name nobody lists counts too, so
    that its story is not put elsewhere. None where no local place is named.
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
        for mention in clues.mentions_in(other):
            if (key := _local_key(mention, gazetteer)) is not None:
                weights[key] += share_of_story(other, mention) * _FADING ** abs(away)
                latest[key] = mention
    if not weights:
        return None
    return latest[max(weights, key=lambda key: weights[key])]


def _local_key(mention: Mention, gazetteer: Gazetteer) -> str | None:
    """Return what tells a local place from others, None for what is none."""
    if mention.role not in _ABOUT:
        return None
    if mention.place_id is not None:
        kind = gazetteer.place(mention.place_id).kind
        return mention.place_id if kind in _LOCAL else None
    return None if mention.nominal else fold(mention.quote.text)
