"""Places that are not named again: "the camp", "the capital", "this district"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.claims import Mention
from geo.codes import MentionRole
from geo.reading.places.antecedents import LOOKED_AT, Told, meant_by, seat_meant, told_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gazetteer.place import Place
    from geo.reading.parsed import ParsedReport, Sentence
    from geo.reading.places.antecedents import Named

# Words for a quarter name it without their article, also after a name and as a predicate
# ("was a thriving district"); the others need "the" or "this" to point at one place.
_BARE = frozenset({"district", "neighborhood"})
_CAPITAL = "capital"
_STATE = "state"

_NOUN = (
    r"camp|town|city|village|district|neighbou?rhood|suburb|area|enclave|province|governorate|"
    r"region|country|capital|state"
)
# "The town of Orsa" and "the district centre of Orsa" name it.
_NAMED = (
    r"(?!(?:\s+(?:cent(?:re|er)|headquarters|capital|hall|office))?"
    r"\s+of\s+(?-i:[A-Z]|a[a-z]{0,2}-[A-Z]))"
)
_NOMINAL = re.compile(
    rf"(?:(?P<article>the|this)\s+)?(?P<own>(?:refugee|displacement|idp)\s+)?"
    r"(?P<tier>(?:regional|provincial|state|district|zonal|departmental)\s+(?=capital))?"
    rf"(?P<noun>{_NOUN})\b(?!-){_NAMED}",
    re.IGNORECASE,
)
# "The state" is the government more often; not where something is in it or all over it.
_IN_STATE = re.compile(
    r"\b(?:in|across|throughout|around|over|leave|left|fled|of)\s+$", re.IGNORECASE
)
_NO_STATE = re.compile(
    r"\s+(?:of|media|television|tv|news|agency|security|forces|has|had)\b", re.IGNORECASE
)
# Buildings of state that a country has one of; a gazetteer lists them with their city:
# "Presidential Palace, Orsa".
_LANDMARK = re.compile(r"\b(?:presidential|national|royal) palace\b", re.IGNORECASE)
# Several unnamed places at once can be listed, not placed.
_SEVERAL = re.compile(r"\b[A-Z][a-z]+(?:an|i|ish|ese|ic)\s+(?:camps|towns|villages|cities)\b")
# "The camp of the 14th regiment" is one that nothing before has spoken of.
_OF_OTHERS = re.compile(r"\s+of\s+(?:the|a|an|its|their)\b")
_QUALIFIED = re.compile(r"\b(?:the|this)\s+(?:(?-i:[a-z-]+)\s+){1,3}$", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:nearby|neighbou?ring|next|adjacent|other)\s+$", re.IGNORECASE)
# "Orsa, a small town in ..." says what the report will call it from then on; so does "the
# town of Orsa". "Orsa, the region's second town" does not say that it is a region.
_CALLED = re.compile(rf",\s+(?:a|an|the)\s+(?:[a-z-]+\s+){{0,4}}?(?P<noun>{_NOUN})\b(?!'s)")
# "The Orsa quarter" is no town; nor is a market, whatever it is called.
_QUARTER_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+)?(?P<noun>camp|district|neighbou?rhood|suburb|quarter|market|square|bridge|"
    r"hospital|prison|airport|mosque|church|school|university|station|checkpoint|road|street)\b"
)
_CALLED_BEFORE = re.compile(rf"\b(?P<noun>{_NOUN})\s+of\s+$", re.IGNORECASE)
_NATION_BEFORE = re.compile(r"\b(?P<nation>[A-Z][a-z]+(?:an|i|ish|ese|ic|ch|ian))\s+$")
# What a noun that stands for a place adds to what is told of it, beside its name.
_AGAIN = 0.7


@dataclass(frozen=True, slots=True)
class Around:
    """A report's text, and what is asked of a gazetteer to tell which place a noun means."""

    text: str  # of the report
    capital: Callable[[int], Place | None]  # which capital is meant at an offset
    landmark: Callable[[str, int], Place | None]  # which building of state some words mean
    above: Callable[[Place], Sequence[Place]]  # the places around a place, nearest first
    namesakes: Callable[[str], Sequence[Place]]  # the places of a name


def find_nominals(
    parsed: ParsedReport, named: Sequence[Named], unlisted: Iterable[Mention], around: Around
) -> Iterator[Mention]:
    """
    Find the common nouns that stand for a place named elsewhere in the report.

    Parameters
    ----------
    parsed
        The report.
    named
        Its resolved mentions by name, in order.
    unlisted
        Its mentions by names that no gazetteer lists; nouns stand for them too.
    around
        What a gazetteer tells of the places.
    """
    told = told_of(parsed, named, unlisted, lambda mention: _called(parsed, mention))
    starts = [one.start for one in told]
    nouns: list[Told] = []
    for sentence in parsed.sentences:
        for found in _NOMINAL.finditer(sentence.raw):
            span = _span(sentence, found)
            if span is None:
                continue
            before = bisect_left(starts, span[0])
            names = told[max(0, before - LOOKED_AT) : before]
            earlier = sorted([*names, *nouns[-LOOKED_AT:]], key=_by_start)
            at = span[0], sentence.index
            meant = _meant(found, at, told, earlier, around)
            yield _mention(parsed, span, meant)
            if isinstance(meant, Told):
                nouns.append(_stood_for(meant, found, at))
        yield from _landmarks(parsed, sentence, around)


def _stood_for(meant: Told, found: re.Match[str], at: tuple[int, int]) -> Told:
    """Return what a noun tells of the place that it stands for."""
    start, sentence = at
    noun = _key(found["noun"])
    return replace(meant, start=start, sentence=sentence, share=_AGAIN, again=noun, first=False)


def _by_start(one: Told) -> int:
    return one.start


def _landmarks(parsed: ParsedReport, sentence: Sentence, around: Around) -> Iterator[Mention]:
    for found in _LANDMARK.finditer(sentence.raw):
        span = sentence.start + found.start(), sentence.start + found.end()
        yield _mention(parsed, span, around.landmark(found[0], span[0]))
    for found in _SEVERAL.finditer(sentence.raw):
        yield _mention(parsed, (sentence.start + found.start(), sentence.start + found.end()), None)


def _called(parsed: ParsedReport, mention: Mention) -> str:
    """Return which noun the report itself gives a place: "Orsa, a small town"."""
    behind = _CALLED.match(parsed.text, mention.quote.end)
    behind = behind or _QUARTER_BEHIND.match(parsed.text, mention.quote.end)
    start = mention.quote.start
    found = behind or _CALLED_BEFORE.search(parsed.text, max(0, start - 20), start)
    noun = _key(found["noun"]) if found else ""
    return "" if noun == _CAPITAL else noun


def _span(sentence: Sentence, found: re.Match[str]) -> tuple[int, int] | None:
    noun = _key(found["noun"])
    start = found.start("own") if found["own"] else found.start("noun")
    if noun in _BARE:
        return sentence.start + found.start("noun"), sentence.start + found.end()
    before = sentence.raw[: found.start()]
    if noun == "camp" and _OF_OTHERS.match(sentence.raw, found.end()):
        return None
    if found["article"]:
        if noun == _STATE and not _is_a_state(before, sentence.raw[found.end() :]):
            return None
        return sentence.start + found.start(), sentence.start + found.end()
    if noun in {_CAPITAL, _STATE}:
        nation = noun == _CAPITAL and _NATION_BEFORE.search(before)
        return (sentence.start + nation.start(), sentence.start + found.end()) if nation else None
    before = sentence.raw[:start]
    points = found["own"] or (_QUALIFIED.search(before) and not _ANOTHER.search(before))
    return (sentence.start + start, sentence.start + found.end()) if points else None


def _is_a_state(before: str, after: str) -> bool:
    return bool(_IN_STATE.search(before)) and not _NO_STATE.match(after)


def _key(noun: str) -> str:
    return noun.lower().replace("neighbour", "neighbor")


def _meant(
    found: re.Match[str],
    at: tuple[int, int],
    told: Sequence[Told],
    earlier: Sequence[Told],
    around: Around,
) -> Place | Told | None:
    noun = _key(found["noun"])
    if noun != _CAPITAL:
        return meant_by(noun, at, told, earlier, around.above)
    if not found["tier"]:
        return around.capital(at[0])
    place = _beside(around.text, earlier, at[0])
    place = place or seat_meant(around.text, earlier, around.namesakes)
    return replace(earlier[-1], place=place) if place is not None else None


def _beside(text: str, earlier: Sequence[Told], offset: int) -> Place | None:
    """Return the place of "Orsa, the regional capital"."""
    last = earlier[-1] if earlier else None
    if last is None or text[last.name.quote.end : offset].strip() != ",":
        return None
    return last.place


def _says_capital(words: str) -> bool:
    return words.lower().endswith(_CAPITAL)


def _mention(parsed: ParsedReport, span: tuple[int, int], meant: Place | Told | None) -> Mention:
    place = meant.place if isinstance(meant, Told) else meant
    name = meant.name.quote if isinstance(meant, Told) and place is None else None
    wide = place is not None and place.kind in {PlaceKind.COUNTRY, PlaceKind.PROVINCE}
    wide = wide or (place is None and name is None)
    quote = parsed.quote(*span)
    return Mention(
        quote=quote,
        role=MentionRole.CONTEXT if wide or _says_capital(quote.text) else MentionRole.SUBJECT,
        place_id=place.id if place else None,
        nominal=True,
        # Coreference by kind and nearness can go wrong where a name cannot; not measured.
        confidence=0.9 if place or name else 0.0,
        stands_for=name,
    )
