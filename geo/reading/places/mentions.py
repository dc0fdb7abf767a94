"""Where a report names a place: every mention, what it was resolved to and what it does there."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.place import PlaceKind
from geo.claims import Candidate, Mention
from geo.codes import MentionRole
from geo.reading.places.antecedents import Named
from geo.reading.places.capitals import capital_meant, landmark_meant
from geo.reading.places.far_apart import without_far_namesakes
from geo.reading.places.near import near_at
from geo.reading.places.nominals import Around, find_nominals
from geo.reading.places.parts import part_before_or_after
from geo.reading.places.roles import lies_around, names_organisation, role_of
from geo.reading.places.shores import peoples_sides
from geo.reading.places.spots import Spot, name_span, with_kind
from geo.reading.places.strangers import strangers
from geo.reading.places.strays import without_strays
from geo.reading.places.unlisted import names_not_listed
from geo.reading.places.used_as_places import is_cut_out
from geo.reading.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from gazetteer.resolve import Resolution
    from gazetteer.spot import Toponym
    from geo.actors import ActorTable
    from geo.reading.parsed import ParsedReport

# Relations that make a name the ground of something else's position.
_ANCHORED = words("distance heading near adjacent outskirts between strip coast bank side")
# Organisations are called after these; a village's name inside one is more likely a word.
_FAMOUS = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.CITY, PlaceKind.REGION})
# "Orsa, the region's second town": what is told of is Orsa.
_OWN_TOWN = re.compile(
    r"'s\s+(?:[a-z-]+\s+){0,2}(?:town|city|village|port|capital|camp|district)\b"
)
_WATERS = frozenset({"river", "rivers", "creek"})
# Candidates kept with a mention, so that a reader sees what else it could have been.
_SHOWN = 5
# So many names of a report are weighed against each other at once: all of a news article, and
# those near each other of a book, which speaks of many things and would take quadratic time.
_COMPANY = 300
_BEFORE = 500  # characters around such a part that are still read: its sentences, whole


def find_mentions(
    parsed: ParsedReport,
    gazetteer: Gazetteer,
    table: ActorTable | None = None,
    *,
    speaks_of: Mapping[str, float] | None = None,
) -> tuple[Mention, ...]:
    """
    Find every mention of a place in a report.

    Parameters
    ----------
    parsed
        The report; names are also found in its captions and links, as furniture.
    gazetteer
        Where names are looked up.
    table
        The listed actors: what nobody lists as a place and one of them is called is none.
    speaks_of
        How often the report's other words point at countries, by ISO 3166-1 code.

    Returns
    -------
    mentions
        In the order of the text, without overlaps; names first resolved together, then the
        common nouns that stand for them.
    """
    toponyms = tuple(
        with_kind(one, parsed.text) for one in gazetteer.spot(parsed.text, embedded=True)
    )
    toponyms = tuple(one for one in toponyms if not is_cut_out(one, parsed.text, gazetteer))
    unlisted = names_not_listed(parsed, toponyms)
    toponyms = (*toponyms, *(one for one in unlisted if not _is_actor(one, table)))
    spots = [_spot(toponym, parsed, gazetteer) for toponym in sorted(toponyms, key=_start)]
    titles = [spot for spot in spots if names_organisation(spot)]
    inside = set(titles)
    places = [spot for spot in spots if spot not in inside]
    found = _resolutions(places, parsed.text, gazetteer, speaks_of)
    answers = _at_home(found, parsed.text)
    resolutions = without_strays(places, answers, gazetteer)
    named = [_mention(spot, one) for spot, one in zip(places, resolutions, strict=True)]
    named = [
        one
        for spot, one in zip(places, named, strict=True)
        if not _is_other_water(one, spot.toponym, gazetteer)
    ]
    named = list(without_far_namesakes(parsed, named, gazetteer))
    known = _of_kind(titles, _FAMOUS, gazetteer) | {fold(spot.name) for spot in places}
    organisations = [_organisation(spot) for spot in titles if fold(spot.name) in known]
    resolved = _resolved(named, gazetteer)
    around = Around(
        parsed.text,
        lambda offset: capital_meant(offset, parsed, resolved, gazetteer),
        lambda words, offset: landmark_meant(words, offset, parsed, resolved, gazetteer),
        gazetteer.ancestors,
        gazetteer.named,
    )
    unplaced = [one for one in named if one.place_id is None]
    nominals = find_nominals(parsed, resolved, unplaced, around)
    names = sorted([*named, *organisations], key=_span)
    nouns = _beside(names, sorted([*nominals, *peoples_sides(parsed, table)], key=_span))
    return tuple(sorted([*names, *(_in_its_words(one, parsed) for one in nouns)], key=_span))


def _at_home(resolutions: Sequence[Resolution], text: str) -> list[Resolution]:
    """Take no name for a namesake that lies far from all the report speaks of."""
    odd = strangers([one.place for one in resolutions if one.place is not None], text)
    return [
        replace(one, place=None) if one.place is not None and one.place.id in odd else one
        for one in resolutions
    ]


def _is_actor(toponym: Toponym, table: ActorTable | None) -> bool:
    return table is not None and table.find(toponym.text) is not None


def _resolutions(
    places: Sequence[Spot],
    text: str,
    gazetteer: Gazetteer,
    speaks_of: Mapping[str, float] | None,
) -> list[Resolution]:
    toponyms = [spot.toponym for spot in places]
    if len(toponyms) <= _COMPANY:
        return list(gazetteer.resolve(toponyms, text, speaks_of=speaks_of))
    parts = (toponyms[at : at + _COMPANY] for at in range(0, len(toponyms), _COMPANY))
    return [one for part in parts for one in _in_passage(part, text, gazetteer)]


def _in_passage(
    toponyms: Sequence[Toponym], text: str, gazetteer: Gazetteer
) -> tuple[Resolution, ...]:
    """Resolve names by the passage they stand in: a whole book would be read for each part."""
    first = max(0, toponyms[0].start - _BEFORE)
    last = max(one.end for one in toponyms) + _BEFORE
    inside = [replace(one, start=one.start - first, end=one.end - first) for one in toponyms]
    return gazetteer.resolve(inside, text[first:last])


def _span(mention: Mention) -> tuple[int, int]:
    return mention.quote.start, mention.quote.end


def _beside(names: Sequence[Mention], nouns: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the nouns that overlap no name; the names are in the order of the text."""
    starts = [one.quote.start for one in names]
    ends = list(accumulate((one.quote.end for one in names), max))
    for noun in nouns:
        before = bisect_left(starts, noun.quote.end)
        if not before or ends[before - 1] <= noun.quote.start:
            yield noun


def _start(toponym: Toponym) -> int:
    return toponym.start


def _spot(toponym: Toponym, parsed: ParsedReport, gazetteer: Gazetteer) -> Spot:
    start, end = name_span(toponym, parsed.text)
    kind = parsed.text[end : toponym.end].strip()
    # "Mexico City" is a name of its own; "Orsa Camp" is Orsa, and listed so.
    if kind and not kind.islower() and not _same(parsed.text[start:end], toponym, gazetteer):
        end = toponym.end
    return Spot(toponym, (start, end), parsed, parsed.sentence_at(toponym.start))


def _same(name: str, toponym: Toponym, gazetteer: Gazetteer) -> bool:
    if toponym.text.endswith("City"):
        return False
    full, bare = (gazetteer.named(words, limit=1) for words in (toponym.text, name))
    return bool(bare) and (not full or full[0].id == bare[0].id)


def _of_kind(spots: Iterable[Spot], kinds: frozenset[PlaceKind], gazetteer: Gazetteer) -> set[str]:
    """Return the folded names whose most important place is of some kinds."""
    found = set()
    for name in {spot.name for spot in spots}:
        best = next(iter(gazetteer.named(name, limit=1)), None)
        if best is not None and best.kind in kinds:
            found.add(fold(name))
    return found


def _mention(spot: Spot, resolution: Resolution) -> Mention:
    place = resolution.place
    # A spelling near that of a town is no town where the report calls it a quarter.
    if place is not None and spot.guessed_quarter and not _bears(place, spot.name):
        place = None
    mention = Mention(
        quote=spot.parsed.quote(*spot.span),
        role=role_of(spot, place),
        place_id=place.id if place else None,
        candidates=tuple(
            Candidate(one.place.id, one.place.name, one.score, one.why)
            for one in resolution.ranked[:_SHOWN]
        ),
        confidence=resolution.confidence,
    )
    return _in_its_words(mention, spot.parsed)


def _is_other_water(mention: Mention, toponym: Toponym, gazetteer: Gazetteer) -> bool:
    """Whether a river's name was taken for a town on it: no deed is done in "the Orsa River"."""
    if toponym.feature not in _WATERS and not toponym.text.endswith(" River"):
        return False
    place = mention.place_id
    return place is None or gazetteer.place(place).kind is not PlaceKind.WATER


def _bears(place: Place, name: str) -> bool:
    return fold(name) in {fold(one) for one in (place.name, *place.other_names)}


def _in_its_words(mention: Mention, parsed: ParsedReport) -> Mention:
    """Add the part and the relation that the words beside a mention give it."""
    sentence = parsed.sentence_at(mention.quote.start)
    if sentence is None:
        return mention
    mention = replace(mention, part=part_before_or_after(sentence, mention))
    if mention.role not in {MentionRole.SUBJECT, MentionRole.CONTEXT, MentionRole.CONTAINMENT}:
        return mention
    before = parsed.text[sentence.start : mention.quote.start]
    after = parsed.text[mention.quote.end : sentence.end]
    if mention.nominal and (lies_around(before, None) or _OWN_TOWN.match(after)):
        mention = replace(mention, role=MentionRole.CONTAINMENT)
    phrase = near_at(sentence, mention)
    if phrase is None or phrase.near.word not in _ANCHORED:
        return mention
    return replace(mention, role=MentionRole.ANCHOR)


def _organisation(spot: Spot) -> Mention:
    role = MentionRole.ORGANISATION if spot.sentence else MentionRole.FURNITURE
    return Mention(spot.parsed.quote(*spot.span), role, None, confidence=0.0)


def _resolved(named: Sequence[Mention], gazetteer: Gazetteer) -> list[Named]:
    places: dict[str, Place] = {}
    for mention in named:
        if mention.place_id is not None and mention.place_id not in places:
            places[mention.place_id] = gazetteer.place(mention.place_id)
    return [Named(one, places[one.place_id]) for one in named if one.place_id is not None]
