"""A gazetteer of a dozen places, as an ordinary implementation: fast, and without an index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from gazetteer.spot import Toponym

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.index import Gazetteer


@dataclass(frozen=True)
class Ranked:
    place: Place
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resolution:
    toponym: Toponym
    place: Place | None
    confidence: float
    ranked: tuple[Ranked, ...]


def place(name: str, kind: str, country: str, *other_names: str) -> Place:
    return Place(
        id=f"test:{fold(name).replace(' ', '-')}",
        name=name,
        kind=PlaceKind(kind),
        longitude=0.0,
        latitude=0.0,
        country=country,
        other_names=other_names,
    )


PLACES = (
    place("Sudan", "country", "SD"),
    place("Chad", "country", "TD"),
    place("Ukraine", "country", "UA"),
    place("Russia", "country", "RU"),
    place("Kenya", "country", "KE"),
    place("Khartoum", "city", "SD"),
    place("Omdurman", "city", "SD"),
    place("El Fasher", "city", "SD", "al-Fasher"),
    place("North Darfur", "province", "SD"),
    place("Darfur", "region", "SD"),
    place("Kassala State", "province", "SD", "Kassala state"),
    place("Zamzam", "camp", "SD", "Zamzam Camp", "Zamzam camp"),
    place("Kyiv", "city", "UA"),
    place("Moscow", "city", "RU"),
    place("Bakhmut", "town", "UA"),
    place("Soledar", "town", "UA"),
    place("Klishchiivka", "village", "UA"),
    place("Donetsk", "city", "UA"),
    place("Donetsk region", "province", "UA", "Donetsk province"),
    place("Jordan", "country", "JO"),
    # Words and people that are villages somewhere, as in every real gazetteer.
    place("Adam", "village", "XX"),
    place("Musa", "village", "XX"),
    place("Press", "village", "XX"),
    place("Monday", "village", "XX"),
)


class SmallGazetteer:
    """Knows `PLACES`; resolves a name to the first place of that name."""

    def __init__(self, places: Sequence[Place] = PLACES) -> None:
        self._by_id = {one.id: one for one in places}

    def place(self, place_id: str) -> Place:
        return self._by_id[place_id]

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        return tuple(
            one
            for one in self._by_id.values()
            if one.kind is PlaceKind.COUNTRY and one.country == place.country != "" and one != place
        )

    def named(self, name: str, *, limit: int = 50) -> tuple[Place, ...]:
        key = fold(name)
        return tuple(
            one
            for one in self._by_id.values()
            if key in {fold(spelling) for spelling in (one.name, *one.other_names)}
        )[:limit]

    def lies_in(self, place: Place, other: Place) -> bool | None:
        if other.kind is PlaceKind.COUNTRY:
            return place.country == other.country and place.kind is not PlaceKind.COUNTRY
        return None

    def spot(self, text: str, *, embedded: bool = False) -> tuple[Toponym, ...]:
        del embedded
        spellings = {n for one in self._by_id.values() for n in (one.name, *one.other_names)}
        longest = sorted(spellings, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        return tuple(Toponym(*hit.span(), hit[0], None) for hit in pattern.finditer(text))

    def resolve(
        self,
        toponyms: Sequence[Toponym],
        text: str,
        *,
        country: str | None = None,
        speaks_of: Mapping[str, float] | None = None,
    ) -> tuple[Resolution, ...]:
        del text, country, speaks_of
        return tuple(self._resolution(one) for one in toponyms)

    def _resolution(self, toponym: Toponym) -> Resolution:
        found = self.named(toponym.text)
        best = found[0] if found else None
        return Resolution(toponym, best, 0.9 if best else 0.0, tuple(Ranked(p, 0.9) for p in found))


def small_gazetteer() -> Gazetteer:
    """Give the small one where the real one is expected; it has all that reading asks of it."""
    return cast("Gazetteer", SmallGazetteer())
