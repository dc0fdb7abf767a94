"""Which place named before "the town" or "the province" means: the one most is told of."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.names import fold
from gazetteer.place import PlaceKind as Kind
from geo.codes import MentionRole
from geo.reading.places.capitals import is_capital
from geo.reading.places.topic import is_set_first, share_of_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gazetteer.place import Place
    from geo.claims import Mention
    from geo.reading.parsed import ParsedReport

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
    "state": (frozenset({Kind.PROVINCE}), frozenset({Kind.PROVINCE})),
    "region": (frozenset({Kind.REGION, Kind.PROVINCE}), frozenset({Kind.COUNTY})),
    "country": (frozenset({Kind.COUNTRY}), frozenset({Kind.COUNTRY})),
}
# What also stands for the area around the town that the story is about.
_AREAS = frozenset({"province", "governorate", "state", "region", "country"})
# No report calls the capital of a country so.
_SMALL = frozenset({"town", "village", "suburb"})
# A place named a sentence ago counts as much as one named twice two sentences ago, nearly: the
# last place of which something is told wins over one that the report began with.
_FADING = 0.6
# What a name that only says where another lies counts beside that other; a town with a quarter
# of it named is still what is told of.
_ASIDE = {
    MentionRole.CONTAINMENT: 0.2,
    MentionRole.ANCHOR: 0.2,
    MentionRole.SOURCE_LOCATION: 0.05,
    MentionRole.METONYM: 0.05,
}
_WHOLE = 0.7
# A kind that the noun only loosely means: two sentences with a city make up for one with a town.
_LOOSELY = 0.5
# What the text itself called so counts as if it were named so many times.
_CALLED_SO = 3.0
# What a town tells of the province around it, beside that province's own name.
_OF_ITS_AREA = 0.5
# So many names back nothing is meant any more; a book would take quadratic time.
LOOKED_AT = 60
# The first sentences may speak of what only the next ones name.
_OPENING = 2
_NOT_LOCATING = frozenset(
    {MentionRole.ORGANISATION, MentionRole.NATIONALITY, MentionRole.FURNITURE}
)
_AREA_BEHIND = re.compile(
    r"\s+(?:region|province|governorate|state|oblast|district|county)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name, with the place it was resolved to."""

    mention: Mention
    place: Place


@dataclass(frozen=True, slots=True)
class Told:
    """A mention that a later noun may stand for, and how much its sentence tells of it."""

    start: int
    sentence: int  # its number in the report
    share: float
    place: Place | None  # None for a name that no gazetteer lists
    name: Mention  # the mention by name
    called: str = ""  # the noun that the text gives it: "Orsa, a small town"
    again: str = ""  # the noun that has stood for it: "the city"
    first: bool = False  # the setting of its sentence: "In Orsa, gunmen ..."

    @property
    def key(self) -> str:
        """What tells its place from others."""
        return self.place.id if self.place is not None else fold(self.name.quote.text)


def told_of(
    parsed: ParsedReport,
    named: Iterable[Named],
    unlisted: Iterable[Mention],
    called: Callable[[Mention], str],
) -> list[Told]:
    """Return the names that nouns may stand for, in the order of the text."""
    pairs = [*((one.mention, one.place) for one in named), *((one, None) for one in unlisted)]
    told: list[Told] = []
    for mention, place in pairs:
        sentence = parsed.sentence_at(mention.quote.start)
        if sentence is None or mention.role in _NOT_LOCATING:
            continue
        local = place is None or place.kind in _LOCAL
        inside = mention.role is MentionRole.CONTAINMENT and local
        aside = _WHOLE if inside else _ASIDE.get(mention.role, 1.0)
        share = share_of_story(sentence, mention) * aside
        start = mention.quote.start
        first = is_set_first(sentence, mention)
        told.append(
            Told(start, sentence.index, share, place, mention, called(mention), first=first)
        )
    return sorted(told, key=lambda one: one.start)


def meant_by(
    noun: str,
    at: tuple[int, int],
    told: Sequence[Told],
    earlier: Sequence[Told],
    above: Callable[[Place], Sequence[Place]],
) -> Told | None:
    """
    Return what a noun stands for.

    Parameters
    ----------
    noun
        The noun: town, camp, province.
    at
        Its offset in the report, and the number of its sentence.
    told
        Every name of the report.
    earlier
        What the text before the noun tells of, nouns that stood for places included.
    above
        The places around a place.
    """
    found = _most_told_of(noun, at[1], earlier[-LOOKED_AT:], above)
    if found is None and at[1] < _OPENING and not any(_is_local(one) for one in earlier):
        for kinds in _FITS[noun]:
            if (first := _first(told, kinds)) is not None:
                return first
    return found


def _is_local(one: Told) -> bool:
    return one.place is None or one.place.kind in _LOCAL


def _most_told_of(
    noun: str, here: int, earlier: Sequence[Told], above: Callable[[Place], Sequence[Place]]
) -> Told | None:
    """Return the fitting place that the text before speaks of most, and most recently."""
    for one in reversed(earlier):
        # "In Orsa, the army holds the city centre", whatever was told of before.
        if one.first and one.sentence == here:
            fit = next((it for it, _ in _fitting(noun, one, above)), None)
            if fit is not None:
                return fit
    weights: dict[str, float] = defaultdict(float)
    latest: dict[str, Told] = {}
    for one in earlier:
        fading = one.share * _FADING ** (here - one.sentence)
        for fitting, fits in _fitting(noun, one, above):
            key = fitting.key
            weights[key] += fading * fits
            latest.pop(key, None)
            latest[key] = fitting
    if not weights:
        return None
    # Of two told of alike the later one: "Having left Orsa they swept into Belen. The city".
    return latest[max(reversed(latest), key=lambda key: weights[key])]


def _fitting(
    noun: str, one: Told, above: Callable[[Place], Sequence[Place]]
) -> Iterator[tuple[Told, float]]:
    """Yield what a noun may mean by a name, and how well it fits."""
    so = _CALLED_SO if one.called == noun else 1.0
    if one.place is None:
        if noun not in _AREAS and one.called in {"", noun}:
            yield one, so * _LOOSELY
        return
    meant, loosely = _FITS[noun]
    if noun in _SMALL and is_capital(one.place):
        return
    if one.place.kind in meant or one.again == noun:
        yield one, so
    elif one.place.kind in loosely or one.called == noun:
        yield one, so * _LOOSELY
    if noun in _AREAS and one.place.kind in _LOCAL:
        around = next((place for place in above(one.place) if place.kind in meant), None)
        if around is not None:
            told = Told(one.start, one.sentence, one.share, around, one.name)
            yield told, _OF_ITS_AREA


def _first(told: Sequence[Told], kinds: frozenset[Kind]) -> Told | None:
    """Return the first fitting place, one that the text is about before one beside it."""
    fitting = [one for one in told if one.place is not None and one.place.kind in kinds]
    about = (one for one in fitting if one.name.role not in _ASIDE)
    return next(about, next(iter(fitting), None))


def seat_meant(
    text: str,
    earlier: Sequence[Told],
    namesakes: Callable[[str], Sequence[Place]],
) -> Place | None:
    """Return which city "the regional capital" is: the one that its region is called after."""
    for one in reversed(earlier[-LOOKED_AT:]):
        place = one.place
        if place is None:
            continue
        if place.kind in _SETTLED and _AREA_BEHIND.match(text, one.name.quote.end):
            return place
        if place.kind in {Kind.PROVINCE, Kind.COUNTY}:
            bare = _AREA_BEHIND.sub("", one.name.quote.text)
            cities = (two for two in namesakes(bare) if two.country == place.country)
            city = next((two for two in cities if two.kind in _SETTLED), None)
            if city is not None:
                return city
    return None
