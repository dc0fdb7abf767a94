"""Armed groups that have a name and that nobody listed: "the Zintan Brigades", "Liwa al-Haqq"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX
from geo.reading.actors.forces import PROPER_ENDINGS
from geo.reading.actors.phrase_shape import folded_phrase
from geo.reading.clues import ActorMention
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.parsed import Sentence

# First words of the names of Arabic-speaking brigades; the rest of the name follows.
NAME_OPENERS = word_set("Liwa Jaish Jaysh Harakat Ansar Katibat Katiba Faylaq Firqat Saraya Jund")
# Before "Army", "Forces" or "Guard" these make the name of a band.
_OF_A_BAND = word_set(
    "Liberation Resistance Independence Salvation Revolutionary Freedom Patriotic Redemption "
    "Restoration Struggle Rebellion"
)
_ARTICLES = frozenset({"al", "-", "el", "ul"})


def unlisted_name(sentence: Sentence, token: Token) -> ActorMention | None:
    """
    Read the name that a token such as "Brigades" ends or "Liwa" begins.

    Returns
    -------
    mention
        None if the word stands alone: "the Front", "Army".
    """
    doc, first, last = token.doc, token.i, token.i
    if last + 1 < token.sent.end and doc[last + 1].text in PROPER_ENDINGS:
        return None  # "Liberation Army": the next word ends the name
    if token.text in NAME_OPENERS:
        while last + 1 < token.sent.end and _goes_on(doc[last + 1]):
            last += 1
    while first > token.sent.start and _begins(doc[first - 1]):
        first -= 1
    if first == last:
        return None
    quote = sentence.quote(sentence.offset_of(doc[first]), sentence.end_of(doc[last]))
    name = folded_phrase(doc[first : last + 1].text.split())
    return ActorMention(quote, f"{TEXT_PREFIX}{name}", sentence.offset_of(token), armed=True)


def named_as_a_band(token: Token) -> bool:
    """Whether a word such as "Army" ends a name that no state gives its forces."""
    first = token.sent.start
    return token.i > first + 1 and token.nbor(-1).text in _OF_A_BAND


def _goes_on(token: Token) -> bool:
    return token.text[0].isupper() or token.text in _ARTICLES


def _begins(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"}
