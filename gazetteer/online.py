"""
Services on the network, for what the index does not know: only on request, politely, once.

Nothing here is used unless an ``Online`` is made and given to ``gazetteer.geocoder.Dateline``.
What is sent is the query, as it was given to ``geocode``, or the point given to ``reverse``.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geopy.adapters import BaseSyncAdapter
from geopy.exc import (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQuotaExceeded,
)
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from gazetteer.candidates import distance_km
from gazetteer.online_cache import OnlineCache
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from geopy.point import Point

logger = logging.getLogger(__name__)

# https://operations.osmfoundation.org/policies/nominatim/: at most one request a second.
_DELAY_S = 1.0
_OSM = "© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright"
_ATTRIBUTION = {
    "Nominatim": _OSM,
    "Photon": _OSM,
    "Pelias": "Data by OpenStreetMap (ODbL 1.0), Who's On First, GeoNames and OpenAddresses, as "
    "the service says in its attribution page",
    "GeoNames": "GeoNames, CC BY 4.0, https://www.geonames.org",
}
# So many answers are kept for one question; the services' own default is five or ten.
_MOST = 10
# Answers nearer to each other than this are one place: a town's point and its boundary's.
_SAME_KM = 20.0
# Parameters that services have for a country, by geopy's names.
_COUNTRY_PARAMETERS = ("country_codes", "countries", "country")
# The service has said that it wants no more of these requests.
_REFUSED = (
    GeocoderQuotaExceeded,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
)


@dataclass(frozen=True, slots=True)
class Manners:
    """
    How requests are spaced and timed.

    ``delay_s`` is the least time between two requests of this process, in seconds; ``clock``
    is what the limiter reads and ``sleep`` what it waits with, ``now`` gives the day.
    """

    delay_s: float = _DELAY_S
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Online:
    """
    A geopy geocoder, asked politely, with its answers kept on disk.

    Parameters
    ----------
    geocoder
        Any synchronous geocoder of geopy, made with a ``user_agent`` that names you.
    cache_folder
        Where answers are kept, also empty ones; by default the user's cache folder.
    max_age
        Answers older than this are asked for again; by default none is too old.
    attribution
        The credit that the service's data need; known for the four services above.
    manners
        How fast to ask; the default is one request a second.

    Notes
    -----
    The ``raw`` of an answer has the keys ``provider``, ``source``, ``retrieved`` (UTC),
    ``attribution``, ``status`` ("from the network"), ``confidence`` (None) and ``answer``, which
    is what the service sent. When the service fails, that is logged, and there is no answer;
    once it has refused (quota, key), it is not asked again.

    Raises
    ------
    geopy.exc.ConfigurationError
        When the geocoder has no user agent of its own, or is asynchronous.
    """

    def __init__(
        self,
        geocoder: Geocoder,
        *,
        cache_folder: Path | None = None,
        max_age: timedelta | None = None,
        attribution: str | None = None,
        manners: Manners | None = None,
    ) -> None:
        _check(geocoder)
        if cache_folder is None:
            from platformdirs import user_cache_path  # noqa: PLC0415 - only where it is needed

            cache_folder = user_cache_path("dateline")
        self._geocoder = geocoder
        self._manners = manners or Manners()
        self._cache = OnlineCache(Path(cache_folder) / "online.sqlite", max_age=max_age)
        self._limited = _Limiter(_call, self._manners)
        self._refused = False
        self.service = _service(geocoder)
        kind = type(geocoder).__name__
        self.attribution = attribution or _ATTRIBUTION.get(
            kind, f"Data by {self.service}; see its terms of use"
        )

    def geocode(
        self,
        query: str,
        *,
        countries: Collection[str] = (),
        allowed: Callable[[float, float], bool] | None = None,
        timeout: float = DEFAULT_SENTINEL,
    ) -> list[Location]:
        """
        Return what the service finds for a query, the likeliest first.

        Parameters
        ----------
        countries
            ISO 3166-1 alpha-2 codes; a service that cannot be kept to countries is not asked.
        allowed
            Tells of a longitude and latitude whether it may be in the answer.
        """
        options: dict[str, Any] = {}
        known = signature(self._geocoder.geocode).parameters
        if countries:
            named = next((name for name in _COUNTRY_PARAMETERS if name in known), None)
            if named is None:
                return []
            options[named] = sorted(countries)
        if "limit" in known:
            options["limit"] = _MOST
        question = " ".join(["geocode", *sorted(countries), query.strip()])
        found = self._ask(question, self._geocoder.geocode, query, timeout=timeout, **options)
        return [one for one in found if not allowed or allowed(one.longitude, one.latitude)]

    def reverse(self, point: Point, *, timeout: float = DEFAULT_SENTINEL) -> list[Location]:
        """Return what the service finds at a point."""
        # Rounded to 0.1 m, so that one spot is one question.
        question = f"reverse {point.latitude:.6f} {point.longitude:.6f}"
        return self._ask(question, self._geocoder.reverse, point, timeout=timeout)

    def one_of(self, found: Sequence[Location]) -> Location | None:
        """Return the first of the answers if all are the same spot, else None."""
        places = [_as_place(one) for one in found]
        alone = all(distance_km(places[0], other) < _SAME_KM for other in places[1:])
        return found[0] if found and alone else None

    def _ask(
        self,
        question: str,
        method: Callable[..., Any],
        asked: str | Point,
        *,
        timeout: float,
        **options: object,
    ) -> list[Location]:
        now = self._manners.now()
        kept = self._cache.get(self.service, question, now=now)
        if kept is not None:
            return [self._location(one, kept.retrieved) for one in kept.found]
        if self._refused:
            return []
        try:
            answer = self._limited(method, asked, exactly_one=False, timeout=timeout, **options)
        except Exception as error:  # noqa: BLE001 - geopy's, and whatever nonsense makes it raise
            self._say(asked, error)
            return []
        found = [_row(one) for one in answer or () if one is not None][:_MOST]
        self._cache.put(self.service, question, found, now=now)
        return [self._location(one, now) for one in found]

    def _say(self, asked: str | Point, error: Exception) -> None:
        self._refused = isinstance(error, _REFUSED)
        # Not the error's own words: geopy's may have the address with the key in it.
        logger.warning(
            "%s did not answer %s (%s); the offline answer stands%s.",
            self.service,
            f"{asked!r}"[:120],
            type(error).__name__,
            ", and it is not asked again" if self._refused else "",
        )

    def _location(self, row: dict[str, Any], retrieved: datetime) -> Location:
        raw = {
            "provider": self.service,
            "source": self.service,
            "retrieved": retrieved.isoformat(timespec="seconds"),
            "attribution": self.attribution,
            "status": "from the network",
            "confidence": None,
            "answer": row["raw"],
        }
        return Location(row["address"], (row["latitude"], row["longitude"]), raw)


class _Limiter(RateLimiter):  # type: ignore[misc]  # geopy ships no types
    """geopy's limiter, which tries once and waits with the clock it is given."""

    def __init__(self, function: Callable[..., Any], manners: Manners) -> None:
        # Its own retries log the whole query with a traceback; one try is enough.
        super().__init__(
            function,
            min_delay_seconds=manners.delay_s,
            error_wait_seconds=manners.delay_s,
            max_retries=0,
            swallow_exceptions=False,
        )
        self._clock = manners.clock
        self._sleep = manners.sleep


def _call(method: Callable[..., Any], *arguments: object, **options: object) -> object:
    return method(*arguments, **options)


def _check(geocoder: Geocoder) -> None:
    agent = str(getattr(geocoder, "headers", {}).get("User-Agent") or "")
    if not agent or agent.startswith("geopy/"):
        raise ConfigurationError(
            "An online service must know who asks; make the geocoder with user_agent='your "
            "project and how to reach you'."
        )
    if not isinstance(geocoder.adapter, BaseSyncAdapter):
        raise ConfigurationError("The online geocoder must be synchronous; leave its adapter out.")


def _service(geocoder: Geocoder) -> str:
    """Return the name of the service and its host; never a key or a user's name."""
    # Some of geopy's classes keep the host, some only the whole address.
    host = getattr(geocoder, "domain", None) or urlsplit(getattr(geocoder, "api", "")).netloc
    return " ".join(filter(None, (type(geocoder).__name__, host)))


def _row(location: Location) -> dict[str, Any]:
    return {
        "address": location.address,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "raw": location.raw,
    }


def _as_place(location: Location) -> Place:
    return Place("online", "online", PlaceKind.TOWN, location.longitude, location.latitude)
