"""Units of an army by their number or their arm: "the 72nd Mechanized Brigade"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX
from geo.reading.clues import ActorMention
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.actors.setting import Setting
    from geo.reading.parsed import Sentence

ENDINGS = word_set(
    "Brigade Brigades Battalion Battalions Regiment Regiments Division Divisions Corps Force"
)
# What an army calls its units after; a group calls its own after people, places and faith.
_ARMS = word_set(
    "infantry marine marines motorised motorized mechanised mechanized armoured armored tank "
    "airborne assault artillery mountain light special operations commando border naval rifle "
    "separate parachute cavalry engineer combined arms territorial defence defense jungle mobile "
    "reconnaissance military air reaction rapid"
)
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)?|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|"
    r"Eleventh|Twelfth"
)


def regular_unit(
    setting: Setting, sentence: Sentence, token: Token, here: Sequence[ActorMention]
) -> ActorMention | None:
    """Read the unit that a word such as "Brigade" ends; None if it is no army's by its name."""
    doc, first = token.doc, token.i
    floor = sentence.span.start
    while first > floor and _is_of_an_army(doc[first - 1]):
        first -= 1
    if token.text == "Force" and first > floor and doc[first - 1].text == "Task":
        first -= 1  # "Task Force 1"
    numbered = token.i + 1 < sentence.span.end and doc[token.i + 1].text.isdigit()
    if (
        token.text not in ENDINGS
        or (token.text == "Force" and not numbered)
        or (first == token.i and not numbered)
    ):
        return None
    before = doc[first - 1] if first > floor else None
    if before is not None and before.text == "'s":
        before = doc[first - 2]
    actor = _owner(setting, sentence, before, here)
    if actor is None:
        return None
    quote = sentence.quote(sentence.offset_of(doc[first]), sentence.end_of(token))
    return ActorMention(quote, actor, sentence.offset_of(token), armed=True)


def _owner(
    setting: Setting, sentence: Sentence, before: Token | None, here: Sequence[ActorMention]
) -> str | None:
    """Return whose unit it is: that of a name before it, else of the report's own state."""
    if before is not None:
        at = sentence.offset_of(before)
        for mention in here:
            if mention.armed and mention.quote.start <= at < mention.quote.end:
                return mention.actor
        if nation := setting.nation_in([before.text]):
            return nation.government
        if before.pos_ == "PROPN":
            return setting.fighters_of_land(before.text) or f"{TEXT_PREFIX}{before.text.lower()}"
    government = setting.government()
    return government.id if government else None


def _is_of_an_army(token: Token) -> bool:
    return token.lower_ in _ARMS or token.text == "-" or bool(_ORDINAL.fullmatch(token.text))
