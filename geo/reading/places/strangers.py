"""Names that were given a namesake far from everything else that a report speaks of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gazetteer.candidates import distance_km
from gazetteer.names import fold
from gazetteer.place import PlaceKind
from geo.reading.places.capitals import country_named, is_capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.place import Place

# So large a part of its other places must lie in one country.
_AT_HOME = 0.6
# Farther from every other place than any war reaches; villages over a border stay.
_FAR_KM = 1000.0
# Cities that are named without their country, by their own name and by any spelling.
_KNOWN = 100_000
_FAMOUS = 1_000_000


def strangers(places: Sequence[Place], text: str) -> frozenset[str]:
    """
    Return the ids of places that a report cannot mean.

    Such a place is far from all others of the report, in a country of which the report
    names no well known place, nor the country itself in any form ("Syrian").
    """
    known = {place.id: place for place in places}
    countries = Counter(place.country for place in known.values() if place.country)
    named = {code for code in countries if country_named(code, text)}
    named |= {str(place.country) for place in known.values() if _is_well_known(place)}
    if not countries.keys() & named:
        return frozenset()
    home = max(countries.keys() & named, key=lambda code: countries[code])
    odd = [place for place in known.values() if place.country and place.country not in named]
    if countries[home] < _AT_HOME * (countries.total() - len(odd)):
        return frozenset()
    # A country's point says nothing of how far its border is.
    at_home = [p for p in known.values() if p.country == home and p.kind is not PlaceKind.COUNTRY]
    if not at_home:
        return frozenset()
    return frozenset(
        place.id for place in odd if min(distance_km(place, other) for other in at_home) > _FAR_KM
    )


def _is_well_known(place: Place) -> bool:
    if place.kind is PlaceKind.COUNTRY or is_capital(place):
        return True
    people = place.population or 0
    return people >= _FAMOUS or (people >= _KNOWN and _is_its_name(place))


def _is_its_name(place: Place) -> bool:
    """Whether the first name of a place is written in plain letters: Geneva, not Ḩamāh."""
    return fold(place.name) == place.name.lower()
