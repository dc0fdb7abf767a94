"""The place that the text is about where a sentence names none."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.codes import MentionRole

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
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


def topic_of(clues: Clues, sentence: Sentence, gazetteer: Gazetteer) -> Place | None:
    """
    Return the local place that the sentences before one speak of most, and most recently.

    The first sentences of a report look ahead instead. None where no local place is named.
    """
    weights: dict[str, float] = defaultdict(float)
    opening = sentence.index < _OPENING
    last = sentence.index + (_WITHIN if opening else 0)
    for other in clues.parsed.sentences[max(0, sentence.index - _WITHIN) : last + 1]:
        away = sentence.index - other.index
        if ELSEWHERE.search(other.raw) and away > 0:
            weights.clear()
        for mention in clues.mentions_in(other):
            if mention.role in _ABOUT and mention.place_id is not None and away != 0:
                weights[mention.place_id] += _FADING ** abs(away)
    local = {id_: w for id_, w in weights.items() if gazetteer.place(id_).kind in _LOCAL}
    if not local:
        return None
    return gazetteer.place(max(local, key=lambda id_: local[id_]))
