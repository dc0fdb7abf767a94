"""Places that are not named again: "the camp", "the capital", "this district"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind as Kind
from geo.claims import Mention
from geo.codes import MentionRole
from geo.reading.places.capitals import is_capital
from geo.reading.places.topic import share_of_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gazetteer.place import Place
    from geo.reading.parsed import ParsedReport, Sentence

_QUARTER = frozenset({Kind.DISTRICT, Kind.CAMP, Kind.TOWN, Kind.VILLAGE})
_SETTLED = frozenset({Kind.CITY, Kind.TOWN, Kind.VILLAGE})
_LOCAL = _QUARTER | _SETTLED | {Kind.LANDMARK}

# What each noun may stand for: first the kinds it means, then those that reports also call so.
_FITS: dict[str, tuple[frozenset[Kind], frozenset[Kind]]] = {
    "camp": (frozenset({Kind.CAMP}), _QUARTER),
    "town": (frozenset({Kind.TOWN}), _SETTLED),
    "city": (frozenset({Kind.CITY}), _SETTLED),
    "village": (frozenset({Kind.VILLAGE}), _SETTLED),
    "district": (_QUARTER, frozenset({Kind.COUNTY})),
    "neighborhood": (_QUARTER, _QUARTER),
    "suburb": (_QUARTER, _QUARTER),
    "quarter": (frozenset({Kind.DISTRICT}), _QUARTER),
    "area": (_LOCAL, frozenset({Kind.COUNTY, Kind.REGION})),
    "enclave": (_LOCAL, frozenset({Kind.COUNTY, Kind.REGION})),
    "province": (frozenset({Kind.PROVINCE}), frozenset({Kind.COUNTY})),
    "governorate": (frozenset({Kind.PROVINCE}), frozenset({Kind.COUNTY})),
    "region": (frozenset({Kind.REGION, Kind.PROVINCE}), frozenset({Kind.COUNTY})),
    "country": (frozenset({Kind.COUNTRY}), frozenset({Kind.COUNTRY})),
}
# Words for a quarter name it without their article, also after a name and as a predicate
# ("was a thriving district"); the others need "the" or "this" to point at one place.
_BARE = frozenset({"district", "neighborhood"})
_CAPITAL = "capital"
# No report calls the capital of a country so.
_SMALL = frozenset({"town", "village", "suburb"})
# A place named a sentence ago counts as much as one named twice two sentences ago, nearly: the
# last place of which something is told wins over one that the report began with.
_FADING = 0.6
# What a name that only says where another lies counts beside that other.
_ASIDE_SHARE = 0.2
# So many names back nothing is meant any more; a book would take quadratic time.
_LOOKED_AT = 60

_NOUN = (
    r"camp|town|city|village|district|neighbou?rhood|suburb|area|enclave|province|governorate|"
    r"region|country|capital"
)
_NOMINAL = re.compile(
    rf"(?:(?P<article>the|this)\s+)?(?P<own>(?:refugee|displacement|idp)\s+)?"
    rf"(?P<noun>{_NOUN})\b(?!-)(?!\s+of\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
# Buildings of state that a country has one of; a gazetteer lists them with their city:
# "Presidential Palace, Orsa".
_LANDMARK = re.compile(r"\b(?:presidential|national|royal) palace\b", re.IGNORECASE)
# Several unnamed places at once can be listed, not placed.
_SEVERAL = re.compile(r"\b[A-Z][a-z]+(?:an|i|ish|ese|ic)\s+(?:camps|towns|villages|cities)\b")
_QUALIFIED = re.compile(r"\b(?:the|this)\s+(?:(?-i:[a-z-]+)\s+){1,3}$", re.IGNORECASE)
# "Orsa, a small town in ..." says what the report will call it from then on.
_CALLED = re.compile(rf",\s+(?:a|an|the)\s+(?:[a-z-]+\s+){{0,4}}?(?P<noun>{_NOUN})\b")
_NATION_BEFORE = re.compile(r"\b(?P<nation>[A-Z][a-z]+(?:an|i|ish|ese|ic|ch|ian))\s+$")
_NOT_LOCATING = frozenset(
    {MentionRole.ORGANISATION, MentionRole.NATIONALITY, MentionRole.FURNITURE}
)
_ASIDE = frozenset(
    {
        MentionRole.CONTAINMENT,
        MentionRole.ANCHOR,
        MentionRole.SOURCE_LOCATION,
        MentionRole.METONYM,
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name, with the place it was resolved to."""

    mention: Mention
    place: Place


def find_nominals(
    parsed: ParsedReport,
    named: Sequence[Named],
    capital: Callable[[int], Place | None],
    landmark: Callable[[str, int], Place | None],
) -> Iterator[Mention]:
    """
    Find the common nouns that stand for a place named elsewhere in the report.

    Parameters
    ----------
    parsed
        The report.
    named
        Its resolved mentions by name, in order.
    capital
        Which capital is meant at an offset of the report.
    landmark
        Which building of state some words at an offset mean.
    """
    called = _called(parsed, named)
    for sentence in parsed.sentences:
        for found in _NOMINAL.finditer(sentence.raw):
            span = _span(sentence, found)
            if span is None:
                continue
            place = _told_so(found, span, called) or _referent(found, span, named, capital, parsed)
            yield _mention(parsed, span, place)
        for found in _LANDMARK.finditer(sentence.raw):
            span = sentence.start + found.start(), sentence.start + found.end()
            yield _mention(parsed, span, landmark(found[0], span[0]))
        for found in _SEVERAL.finditer(sentence.raw):
            yield _mention(
                parsed, (sentence.start + found.start(), sentence.start + found.end()), None
            )


def _called(parsed: ParsedReport, named: Sequence[Named]) -> list[tuple[str, Named]]:
    """Return which noun the report itself gives a place: "Orsa, a small town"."""
    called = []
    for one in named:
        found = _CALLED.match(parsed.text, one.mention.quote.end)
        if found and one.mention.role not in _NOT_LOCATING:
            called.append((_key(found["noun"]), one))
    return called


def _told_so(
    found: re.Match[str], span: tuple[int, int], called: Sequence[tuple[str, Named]]
) -> Place | None:
    noun = _key(found["noun"])
    earlier = [
        one.place
        for name, one in called
        if name == noun != _CAPITAL and one.mention.quote.end + 1 < span[0]
    ]
    return earlier[-1] if earlier else None


def _span(sentence: Sentence, found: re.Match[str]) -> tuple[int, int] | None:
    noun = _key(found["noun"])
    start = found.start("own") if found["own"] else found.start("noun")
    if noun in _BARE:
        return sentence.start + found.start("noun"), sentence.start + found.end()
    if found["article"]:
        return sentence.start + found.start(), sentence.start + found.end()
    before = sentence.raw[:start]
    if noun == _CAPITAL:
        nation = _NATION_BEFORE.search(before)
        return (sentence.start + nation.start(), sentence.start + found.end()) if nation else None
    points = found["own"] or _QUALIFIED.search(before)
    return (sentence.start + start, sentence.start + found.end()) if points else None


def _key(noun: str) -> str:
    return noun.lower().replace("neighbour", "neighbor")


def _referent(
    found: re.Match[str],
    span: tuple[int, int],
    named: Sequence[Named],
    capital: Callable[[int], Place | None],
    parsed: ParsedReport,
) -> Place | None:
    noun = _key(found["noun"])
    if noun == _CAPITAL:
        return capital(span[0])
    candidates = [one for one in named if one.mention.role not in _NOT_LOCATING]
    earlier = [one for one in candidates if one.mention.quote.start < span[0]]
    for kinds in _FITS[noun]:
        if (one := _most_told_of(earlier[-_LOOKED_AT:], span[0], noun, kinds, parsed)) is not None:
            return one
    for kinds in _FITS[noun]:
        if (one := _first(candidates, kinds)) is not None:
            return one
    return None


def _most_told_of(
    earlier: Sequence[Named], offset: int, noun: str, kinds: frozenset[Kind], parsed: ParsedReport
) -> Place | None:
    """Return the fitting place that the text before speaks of most, and most recently."""
    here = parsed.sentence_at(offset)
    weights: dict[str, float] = defaultdict(float)
    places: dict[str, Place] = {}
    for one in earlier:
        sentence = parsed.sentence_at(one.mention.quote.start)
        too_big = noun in _SMALL and is_capital(one.place)
        if one.place.kind not in kinds or too_big or sentence is None or here is None:
            continue
        share = share_of_story(sentence, one.mention)
        aside = _ASIDE_SHARE if one.mention.role in _ASIDE else 1.0
        weights[one.place.id] += share * aside * _FADING ** (here.index - sentence.index)
        places.pop(one.place.id, None)
        places[one.place.id] = one.place
    if not weights:
        return None
    # Of two told of alike the later one: "Having left Orsa they swept into Belen. The city".
    return places[max(reversed(places), key=lambda key: weights[key])]


def _first(pool: Sequence[Named], kinds: frozenset[Kind]) -> Place | None:
    """Return the first fitting place, one that the text is about before one beside it."""
    aside: Place | None = None
    for one in pool:
        if one.place.kind in kinds:
            if one.mention.role not in _ASIDE:
                return one.place
            aside = aside or one.place
    return aside


def _says_capital(words: str) -> bool:
    return words.lower().endswith(_CAPITAL)


def _mention(parsed: ParsedReport, span: tuple[int, int], place: Place | None) -> Mention:
    wide = place is None or place.kind in {Kind.COUNTRY, Kind.PROVINCE}
    quote = parsed.quote(*span)
    return Mention(
        quote=quote,
        role=MentionRole.CONTEXT if wide or _says_capital(quote.text) else MentionRole.SUBJECT,
        place_id=place.id if place else None,
        nominal=True,
        # Coreference by kind and nearness can go wrong where a name cannot; not measured.
        confidence=0.9 if place else 0.0,
    )
