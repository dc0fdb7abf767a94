# ruff: noqa: RUF001 - news has curly quotes and dashes
"""What stands beside a name and says that it is a place, and of what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.place import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from gazetteer.tokens import Token
    from gazetteer.vocabulary import Vocabulary

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout"})
LOCATIVE |= {"toward", "towards", "into", "within", "via", "onto", "beyond", "outskirts"}
# What armies do to places, and to people hardly ever.
_MILITARY = re.compile(
    r"(?:(?:re)?captur|(?:re)?tak|seiz|enter|storm|besieg|shell|bombard|liberat|reach|invad|"
    r"occup|encircl|overrun|retook|overran|bomb|visit|leav|evacuat|flee|fled|retak|regain|defend|"
    r"surround|raz|pound|ravag|devastat|tour|hit|pummel|batter|cross|left|control|hold|held)"
    r"(?:e|es|ed|ing|en|s|y|ies|ied|ying|ting|ling|led|lled)?",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:advanc|attack|assault|march|raid|strike|offensive|press|push|clos|shell|fire|rain)"
    r"\w*(?:\s+in)?\s+on\s+$",
    re.IGNORECASE,
)
# These govern people as often as places, so a verb of speech before them spoils them.
_OF = frozenset({"of", "for", "over", "through", "between", "on"})
_TO_OR_FROM = frozenset({"to", "from"})
_SPEECH = frozenset({"told", "said", "spoke", "talked", "according", "speaking", "belonging"})
_SPEECH |= {"letter", "message", "statement", "call", "listen", "thanks", "quote", "quotes"}
_SIDES = r"(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|suburbs?|"
_SIDES += r"centre|center|edge|outside|heart|streets|capital|parts?|residents|people|km|miles|"
_SIDES += r"most|much|all|half|third|quarter|per ?cent|%|swathe?s|control|siege|capture|fall)"
_SIDE_OF = re.compile(rf"(?:\b|(?<=\d)){_SIDES}\s+of\s+$", re.IGNORECASE)
_REGION_WORD = re.compile(
    r"\b(?:in|near|from|to|of|at|across)\s+(?:the\s+)?(?:\w+(?:ern|est)|central|downtown|greater|"
    r"nearby|neighbou?ring|rural|upper|lower)(?:[- ]\w+ern)?\s+$",
    re.IGNORECASE,
)
_TAKEN_OVER = re.compile(
    r"\b(?:t[ao]k\w*|took) (?:over|back|control of)\s+$",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    r"\s+(?:fell|(?:has|had|have)\s+(?:fallen|been\s+(?:under|hit|shelled|captured|liberated|"
    r"recaptured|bombed))|(?:is|was|were|came|remains|remained)\s+(?:under|besieged|surrounded|"
    r"shelled|captured|bombed|hit|attacked|liberated|recaptured|encircled|home\s+to|located))\b"
)
_IN_THE = re.compile(r"\b(?:in|at|near|outside|inside|around|across|throughout)\s+the\s+$")
# "Goma (Reuters) -", "KABUL, Afghanistan -", "Aden —" at the head of a text or line.
_DATELINE = re.compile(r"\s*(?:\(|—|–|--| - |,[^.\n]{2,40}?(?:\(|—|–|--| - ))")
_APPOSITION = re.compile(r",\s+(?:also\s+)?(?:an?|the|another)\s+((?:[\w'’-]+\s+){0,3}[\w'’-]+)")
_COMMA = re.compile(r",\s+")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w'’-]*)\s+$")
# Words for areas, which are named before the country they are of.
_AREAL = frozenset({PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.REGION})
_KIND_OF = re.compile(r"\b([A-Za-z-]+)\s+of\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Feature:
    """The kind word of a name, and the first and last word of name and kind word together."""

    word: str | None
    first: int
    last: int


def feature_of(
    text: str, tokens: Sequence[Token], first: int, last: int, vocabulary: Vocabulary
) -> Feature:
    """Find the kind word beside the name made of the words ``first`` to ``last``."""
    after = _word_at(tokens, last + 1) if tokens[last].joined else None
    always = after in vocabulary.in_name_after
    belongs = always or after in vocabulary.in_name_capital
    # "Nyanza Province" is the whole name; in "Kano state" the name is Kano, and of "Ohio
    # State" nobody can say whether it is the state or its university.
    own = belongs and after != "state" and tokens[last + 1].word[0].isupper()
    # In "the West Bank city of Jenin" the West Bank is no city; in "the Kharkiv region of
    # Ukraine" Kharkiv is the region.
    areal = vocabulary.kinds.get(after or "") in _AREAL
    other = not (own or always or areal) and _word_at(tokens, last + 2) == "of"
    if (belongs or after in vocabulary.kinds) and not other:
        return Feature(after, first, last + 1 if own else last)
    before = _word_at(tokens, first - 1) if first and tokens[first - 1].joined else None
    if before in vocabulary.in_name_before and tokens[first - 1].word[0].isupper():
        return Feature(before, first - 1, last)
    if _camp_follows(tokens, last, vocabulary):
        return Feature("camp", first, last)
    if of := _kind_of(text, tokens[first].start, vocabulary):
        return Feature(of, first, last)
    if before in vocabulary.kinds:
        return Feature(before, first, last)
    return Feature(_in_apposition(text, tokens[last].end, vocabulary), first, last)


def _kind_of(text: str, start: int, vocabulary: Vocabulary) -> str | None:
    """Return the kind word of "the town of" before a name, unless it is another name's."""
    of = _KIND_OF.search(text, max(0, start - 40), start)
    word = of[1].lower() if of else ""
    if of is None or word not in vocabulary.kinds:
        return None
    named = _CAPITAL_BEFORE.search(text, max(0, of.start() - 40), of.start())
    if named and vocabulary.kinds[word] in _AREAL | {PlaceKind.DISTRICT}:
        name = named[1].lower()
        if name not in vocabulary.ordinary and fold(name) not in vocabulary.demonyms:
            return None
    return word


class Evidence(StrEnum):
    """How the words around a name treat it as a place."""

    RULED = "ruled"  # "in Goma", "captured Goma"
    MOVED = "moved"  # "from Goma", "to Goma"
    SUFFERS = "suffers"  # "Goma fell", "Goma is under siege"
    OF = "of"  # "the people of Goma", "the road for Goma"
    SIDED = "sided"  # "north of Goma", "near eastern Goma", "the attack on Goma"
    DATELINE = "dateline"  # "GOMA (Reuters) -"
    COMMA = "comma"  # "Goma, Congo"


def evidence_of(
    text: str, tokens: Sequence[Token], first: int, last: int, starts: Collection[int]
) -> Evidence | None:
    """Tell how the text treats the name as a place: in Goma; Goma, Congo; Goma (Reuters)."""
    token = tokens[first]
    end = tokens[last].end
    if heads_dateline(text, token.start, end):
        return Evidence.DATELINE
    following = last + 1
    comma = _COMMA.match(text, end)
    if comma is not None and following in starts and tokens[following].start == comma.end():
        return Evidence.COMMA
    if found := _ruled(text, tokens, first):
        return found
    return Evidence.SUFFERS if _SUFFERS.match(text, end) else None


def _ruled(text: str, tokens: Sequence[Token], first: int) -> Evidence | None:
    """Tell how the words before the name treat it."""
    token = tokens[first]
    before = _word_at(tokens, first - 1) if first and not token.opens else None
    ruled = before if before and tokens[first - 1].joined else ""
    head = text[max(0, token.start - 60) : token.start]
    if ruled in LOCATIVE or _MILITARY.fullmatch(ruled) or _IN_THE.search(head):
        return Evidence.RULED
    if any(pattern.search(head) for pattern in (_SIDE_OF, _ON, _REGION_WORD, _TAKEN_OVER)):
        return Evidence.SIDED
    if before in _TO_OR_FROM and _word_at(tokens, first - 2) not in _SPEECH:
        return Evidence.MOVED
    return Evidence.OF if ruled in _OF else None


def heads_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether the name begins a line as a dateline does: "Goma (Reuters) -"."""
    line_start = not text[max(0, text.rfind("\n", 0, start) + 1) : start].strip()
    return line_start and _DATELINE.match(text, end) is not None


def _word_at(tokens: Sequence[Token], at: int) -> str | None:
    return tokens[at].word.lower() if 0 <= at < len(tokens) else None


def _camp_follows(tokens: Sequence[Token], last: int, vocabulary: Vocabulary) -> bool:
    """Tell whether "camp" follows after nationalities and words such as refugee."""
    for at in range(last, min(last + 4, len(tokens) - 1)):
        if not tokens[at].joined:
            return False
        word = tokens[at + 1].word.lower()
        if word in {"camp", "camps"}:
            return True
        if word not in vocabulary.before_camp and word not in vocabulary.demonyms:
            return False
    return False


def _in_apposition(text: str, end: int, vocabulary: Vocabulary) -> str | None:
    """Return the kind word of ", a small town in ..." after the name."""
    found = _APPOSITION.match(text, end)
    words = found[1].lower().split() if found else []
    return next((word for word in words if word in vocabulary.kinds), None)
