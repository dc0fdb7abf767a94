"""The gazetteer as a geopy geocoder: offline, and silent where a name is ambiguous."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders import SERVICE_TO_GEOCODER
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.errors import GazetteerError
from gazetteer.index import Gazetteer, open_gazetteer
from gazetteer.query import Answer, Wishes, ask
from gazetteer.resolve import Status
from gazetteer.structured import ask_structured
from gazetteer.viewbox import in_box, point_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from gazetteer.online import Online
    from gazetteer.place import Place

# So many candidates are listed unless the caller says how many.
_LISTED = 10
# A settlement farther than this says little about a point.
_NEAR_M = 100_000.0


class Dateline(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """
    Geocode with the offline index; nothing is sent anywhere unless ``online`` is given.

    Parameters
    ----------
    gazetteer
        The gazetteer to ask; by default the one in the user's cache folder, which is
        built when it is not there yet.
    online
        A service to ask for what the index does not know; see ``gazetteer.online``.
    options
        The options of every geopy geocoder, such as ``timeout`` or ``user_agent``. They
        change nothing: the geocoder has no way to open a connection.

    Notes
    -----
    The ``raw`` of an answer has the keys ``id``, ``name``, ``kind``, ``country`` (ISO
    3166-1 alpha-2), ``population``, ``source``, ``status``, ``confidence`` (0 to 1, of the
    best candidate; None for the others), ``score``, ``reasons``, ``guess_distance`` (how many
    letters the name differs; None unless it is a guess), ``provider``, and for a single answer
    ``candidates``, the other readings in the same form. ``reverse`` gives ``relation``
    ("nearest" or "contains") and ``distance_m``. Answers of an online service have the
    keys said in ``gazetteer.online``.
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        online: Online | None = None,
        **options: Any,  # noqa: ANN401 - geopy's, passed on as they come
    ) -> None:
        super().__init__(**{**options, "adapter_factory": _NoNetwork})
        self._gazetteer = gazetteer or open_gazetteer()
        self._online = online

    def geocode(  # noqa: PLR0913 - the parameters of geopy's Nominatim
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Collection[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
        timeout: float = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """
        Return what a name means: "Goma", "Paris, Texas", "Helmand province, Afghanistan".

        Parameters
        ----------
        query
            A name with what it lies in behind commas, or a mapping with some of the keys
            ``city``, ``county``, ``state`` and ``country``.
        exactly_one
            Return one location, or None where none fits clearly best; else a list of
            candidates, the likeliest first. Where no place has the name, the list has
            places with a similar one, marked with ``guess_distance``; a single answer is
            never a guess.
        limit
            How many candidates to return at most; 10 when it is not said.
        country_codes
            ISO 3166-1 alpha-2 codes to search in.
        viewbox
            Two opposite corners, in any form that geopy's Point takes, latitude first. What
            lies inside comes first. It crosses the antimeridian when a longitude is beyond
            180 degrees, or the first corner is the south-western one as in GeoJSON and
            its longitude is more than 180 degrees greater than the other's.
        bounded
            Return only what lies inside the viewbox.
        timeout
            Of the online service, in seconds; a look-up in the index takes milliseconds.

        Raises
        ------
        GeocoderQueryError
            When an argument is not as said here.
        """
        count = _count(limit)
        wishes = _wishes(country_codes, viewbox, bounded=bounded)
        if isinstance(query, Mapping):
            answer = ask_structured(query, self._gazetteer, wishes)
        elif isinstance(query, str):
            answer = ask(query, self._gazetteer, wishes)
        else:
            _refuse(f"A query is a name or a mapping, not {type(query).__name__}; give a string.")
        if self._online and not answer.ranked and answer.query.strip():
            found = self._online.geocode(
                answer.query,
                countries=_codes(country_codes),
                allowed=in_box(viewbox) if viewbox and bounded else None,
                timeout=timeout,
            )
            if found:
                return self._online.one_of(found) if exactly_one else found[:count]
        if exactly_one:
            return self._single(answer)
        return self._candidates(answer)[:count] or None

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

        Where none is within 100 km it is the areas that hold the point, smallest first; on
        the high seas it is None.

        Raises
        ------
        GeocoderQueryError
            When the query is not a point.
        """
        count = 1 if exactly_one else _count(limit, default=5)
        point = point_of(query)
        here = (point.longitude, point.latitude)
        near = self._gazetteer.nearest(*here, limit=count, within_m=_NEAR_M)
        found = [
            self._location(n.place, relation="nearest", distance_m=round(n.distance_m, 1))
            for n in near
        ] or [
            self._location(place, relation="contains", distance_m=0.0)
            for place in self._gazetteer.containing(*here)[:count]
        ]
        if not found and self._online:
            found = self._online.reverse(point, timeout=timeout)[:count]
        if exactly_one:
            return found[0] if found else None
        return found or None

    def _single(self, answer: Answer) -> Location | None:
        if answer.status is not Status.RESOLVED:
            return None
        best, *others = self._candidates(answer)
        best.raw["candidates"] = [other.raw for other in others[:_LISTED]]
        return best

    def _candidates(self, answer: Answer) -> list[Location]:
        found = [
            self._location(
                one.place,
                status=str(answer.status),
                confidence=round(answer.confidence, 3) if at == 0 else None,
                score=round(one.score, 2),
                reasons=list(one.why),
                guess_distance=None,
            )
            for at, one in enumerate(answer.ranked)
        ]
        return found or [
            self._location(
                guess.place,
                status=str(answer.status),
                confidence=None,
                score=None,
                reasons=[f"a guess: the spelling differs by {guess.distance}"],
                guess_distance=guess.distance,
            )
            for guess in answer.guesses
        ]

    def _location(self, place: Place, **more: object) -> Location:
        names = [place.name, *(parent.name for parent in self._gazetteer.ancestors(place))]
        raw = {
            "id": place.id,
            "name": place.name,
            "kind": place.kind.value,
            "country": place.country,
            "population": place.population,
            "source": place.source,
            "provider": "dateline",
            **more,
        }
        return Location(
            ", ".join(dict.fromkeys(names)), Point(place.latitude, place.longitude), raw
        )


def register() -> None:
    """Let geopy and geopandas know the geocoder by name: ``provider="dateline"``."""
    SERVICE_TO_GEOCODER["dateline"] = Dateline


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """What geopy would send requests with; this one has nothing to send them with."""

    def get_json(self, *_request: object, **_options: object) -> NoReturn:
        raise GazetteerError(
            "The Dateline geocoder sends nothing; ask an online one through gazetteer.online."
        )

    get_text = get_json


def _wishes(
    country_codes: str | Collection[str] | None, viewbox: Sequence[Any] | None, *, bounded: bool
) -> Wishes:
    if bounded and not viewbox:
        _refuse("A bounded search needs a viewbox; give two corners.")
    codes = _codes(country_codes)
    inside = in_box(viewbox) if viewbox else None
    tests: list[Callable[[Place], bool]] = []
    if codes:
        tests.append(lambda place: place.country in codes)
    if bounded and inside is not None:
        tests.append(lambda place: inside(place.longitude, place.latitude))
    return Wishes(
        allowed=(lambda place: all(test(place) for test in tests)) if tests else None,
        preferred=None if inside is None else lambda p: inside(p.longitude, p.latitude),
    )


def _codes(given: str | Collection[str] | None) -> frozenset[str]:
    listed = [given] if isinstance(given, str) else list(given or ())
    codes = frozenset(str(code).strip().upper() for code in listed)
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            _refuse(f"{code[:20]!r} is no country code; give ISO 3166-1 alpha-2, such as 'sy'.")
    return codes


def _count(limit: int | None, *, default: int = _LISTED) -> int:
    if limit is None:
        return default
    if not isinstance(limit, int) or limit < 1:
        _refuse(f"A limit is a whole number from 1 up, not {limit!r:.20}.")
    return limit


def _refuse(sentence: str) -> NoReturn:
    raise GeocoderQueryError(sentence)
