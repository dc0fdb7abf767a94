"""The gazetteer as a geopy geocoder: offline, and silent where a name is ambiguous."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.index import Gazetteer, open_gazetteer
from gazetteer.resolve import Status
from gazetteer.spot import Toponym

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from gazetteer.place import Place


class Dateline(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """
    Geocode with the offline index; nothing is ever sent anywhere.

    Parameters
    ----------
    gazetteer
        The gazetteer to ask; by default the one in the user's cache folder, which is
        built when it is not there yet.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options)
        self._gazetteer = gazetteer or open_gazetteer()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Collection[str] | None = None,
        timeout: float = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """
        Return what a name means: "Goma", "Paris, Texas", "Helmand province, Afghanistan".

        Parameters
        ----------
        exactly_one
            Return one location, or None where none fits clearly best; else a list of
            candidates, the likeliest first.
        limit
            How many candidates to return at most.
        country_codes
            ISO 3166-1 alpha-2 codes to search in.
        timeout
            Taken for geopy's sake; a look-up takes milliseconds.
        """
        del timeout
        name = query.split(",", maxsplit=1)[0].strip()
        start = query.index(name)
        toponym = Toponym(start, start + len(name), name, self._feature(name))
        (answer,) = self._gazetteer.resolve([toponym], query)
        ranked = [candidate.place for candidate in answer.ranked]
        if country_codes:
            given = [country_codes] if isinstance(country_codes, str) else country_codes
            codes = {code.upper() for code in given}
            ranked = [place for place in ranked if place.country in codes]
        if exactly_one:
            sure = answer.status is Status.RESOLVED or len(ranked) == 1
            return self._location(ranked[0]) if ranked and sure else None
        return [self._location(place) for place in ranked[:limit]] or None

    def reverse(
        self,
        query: Point | str | Sequence[float],
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        timeout: float = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """
        Return the settlements nearest to a latitude and longitude in degrees (WGS 84).

        Nothing farther than about 100 km is returned.
        """
        del timeout
        point = query if isinstance(query, Point) else Point(query)
        found = self._gazetteer.near(
            point.longitude, point.latitude, limit=1 if exactly_one else limit or 5
        )
        locations = [self._location(place) for place in found]
        if exactly_one:
            return locations[0] if locations else None
        return locations or None

    def _feature(self, name: str) -> str | None:
        spotted = self._gazetteer.spot(name)
        return spotted[0].feature if spotted else None

    def _location(self, place: Place) -> Location:
        names = [place.name, *(parent.name for parent in self._gazetteer.ancestors(place))]
        raw = {
            "id": place.id,
            "kind": place.kind.value,
            "country": place.country,
            "population": place.population,
            "source": place.source,
        }
        return Location(
            ", ".join(dict.fromkeys(names)), Point(place.latitude, place.longitude), raw
        )
