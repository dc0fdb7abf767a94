"""What the other names of a text say about each candidate of one: the company it keeps."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazetteer.candidates import RADIUS_KM, Candidate, Reason, distance_km, province_of
from gazetteer.place import Place, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# At this distance from another place of the text a reason has lost two thirds, in km: the
# first is what a county or a rural bus covers, the second a small country or a state.
_BESIDE_KM, _NEAR_KM = 25.0, 150.0
# So many of the nearest other places count.
_NEIGHBOURS = 3
# Farther away than this nothing is near: e to the minus four is 2 in a hundred.
_FAR_KM = 600.0
_FAR_COSINE = math.cos(_FAR_KM / RADIUS_KM)
# Less than this is not worth a word.
_FAINT = 0.05
# A candidate that has less than this share of its name says nothing about other names.
_UNLIKELY = 0.005
# A meaning that is doubtful by itself still says much where it fits: evidence grows with
# the logarithm of its share, so that one in ten counts for 0.4 and one in a hundred for 0.08.
_DOUBT = 30.0
# A country named beside a place over its border ("Israel" and Gaza) lies about so far, in km.
_OVER_THE_BORDER_KM = 500.0


@dataclass(slots=True)
class Company:
    """
    What each name of a text may mean and how likely each meaning is.

    ``people`` counts nationality words by country; ``hinted`` are the ids of areas that
    the text mentions otherwise, as in "Kentucky State Police".
    """

    people: Counter[str]
    hinted: Mapping[str, float]
    shares: dict[int, list[tuple[Place, float]]] = field(default_factory=dict)
    countries: dict[int, dict[str, float]] = field(default_factory=dict)
    provinces: dict[int, dict[str, float]] = field(default_factory=dict)
    possible: dict[int, dict[str, float]] = field(default_factory=dict)
    vectors: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def expect(self, name: int, candidates: Sequence[Candidate]) -> None:
        """Note in which provinces the name may lie; the rarer the name, the more it says."""
        provinces = {province_of(c.place) for c in candidates} - {None}
        share = 1.0 / len(provinces) if provinces else 0.0
        self.possible[name] = {province: share for province in provinces if province}

    def believe(self, name: int, places: Sequence[Place], shares: Sequence[float]) -> None:
        """Note how likely each meaning of the name is now."""
        likely = [pair for pair in zip(places, shares, strict=True) if pair[1] >= _UNLIKELY]
        self.shares[name] = likely
        self.countries[name], self.provinces[name] = defaultdict(float), defaultdict(float)
        for place, share in likely:
            if place.country:
                self.countries[name][place.country] += share
            if province := province_of(place):
                self.provinces[name][province] += share

    def vector(self, place: Place) -> tuple[float, float, float]:
        """Return the point as a unit vector, so that nearness is one product."""
        found = self.vectors.get(place.id)
        if found is None:
            east, north = math.radians(place.longitude), math.radians(place.latitude)
            flat = math.cos(north)
            found = (flat * math.cos(east), flat * math.sin(east), math.sin(north))
            self.vectors[place.id] = found
        return found


@dataclass(frozen=True, slots=True)
class Others:
    """The company without one of its names: what that name is judged by."""

    company: Company
    places: tuple[tuple[int, Place, float], ...]
    countries: Mapping[str, float]
    provinces: Mapping[str, float]
    possible: Mapping[str, float]
    areas: Mapping[str, float]
    homes: Mapping[str, float]
    names: int


def others_of(company: Company, name: int) -> Others:
    """Sum up what all other names say."""
    rest = [other for other in company.shares if other != name]
    countries = _sum(company.countries[other] for other in rest)
    for code, count in company.people.items():
        countries[code] = countries.get(code, 0.0) + count
    places: list[tuple[int, Place, float]] = []
    areas: dict[str, float] = {}
    homes: dict[str, float] = {}
    for other in rest:
        for place, share in company.shares[other]:
            places.append((other, place, share))
            areas[place.id] = max(share, areas.get(place.id, 0.0))
            for parent in place.parents:
                homes[parent] = max(share, homes.get(parent, 0.0))
    return Others(
        company,
        tuple(places),
        _shared(countries),
        _sum(_scaled(company.provinces[other]) for other in rest),
        _shared(_sum(company.possible.get(other, {}) for other in rest)),
        areas,
        homes,
        len(rest),
    )


def reasons_among(place: Place, others: Others) -> Iterator[Reason]:
    """Yield what the other names of the text say about the candidate."""
    share = others.countries.get(place.country or "", 0.0)
    if share >= _FAINT:
        yield Reason("country_of_text", math.sqrt(share), "the text speaks of its country")
    yield from _by_hints(place, others.company.hinted)
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}:
        return
    yield from _by_province(place, others)
    yield from _by_named_parents(place, others)
    yield from _by_neighbours(place, others)


def _by_hints(place: Place, hinted: Mapping[str, float]) -> Iterator[Reason]:
    if share := hinted.get(f"iso:{place.country}", 0.0):
        yield Reason("country_hinted", math.sqrt(share), "its country stands in other names")
    if share := hinted.get(province_of(place) or "", 0.0):
        yield Reason("province_hinted", math.sqrt(share), "its province stands in other names")


def _by_province(place: Place, others: Others) -> Iterator[Reason]:
    province = province_of(place) or ""
    count = others.provinces.get(province, 0.0)
    if count >= _FAINT:
        share = count / max(1, others.names)
        yield Reason("province_share", math.sqrt(share), "the text speaks of its province")
        yield Reason("province_count", math.log1p(count), "")
    if rare := others.possible.get(province, 0.0):
        yield Reason("province_of_rare", math.sqrt(rare), "")


def _by_named_parents(place: Place, others: Others) -> Iterator[Reason]:
    country = f"iso:{place.country}"
    if named := others.areas.get(country, 0.0):
        yield Reason("country_named", _doubted(named), "the text names its country")
    divisions = (others.areas.get(area, 0.0) for area in place.parents if area != country)
    if named := max(divisions, default=0.0):
        yield Reason("area_named", _doubted(named), "the text names the division it lies in")
    if named := others.homes.get(place.id, 0.0):
        yield Reason("holds_named", _doubted(named), "the text names a place in it")


def _by_neighbours(place: Place, others: Others) -> Iterator[Reason]:
    x, y, z = others.company.vector(place)
    near: dict[int, tuple[float, float, Place]] = {}
    over_border = 0.0
    for name, other, share in others.places:
        ox, oy, oz = others.company.vector(other)
        cosine = x * ox + y * oy + z * oz
        if cosine <= _FAR_COSINE or other.id == place.id:
            continue
        far = RADIUS_KM * math.acos(min(1.0, cosine))
        if other.kind is PlaceKind.COUNTRY:
            if other.country != place.country:
                over_border = max(over_border, share * math.exp(-far / _OVER_THE_BORDER_KM))
            continue
        closeness = share * math.exp(-far / _NEAR_KM)
        if name not in near or closeness > near[name][0]:
            near[name] = (closeness, far, other)
    if over_border >= _FAINT:
        yield Reason("over_border", over_border, "near a country that the text names")
    yield from _by_nearest(place, sorted(near.values(), key=_strength)[:_NEIGHBOURS])


def _by_nearest(place: Place, near: Sequence[tuple[float, float, Place]]) -> Iterator[Reason]:
    total = math.fsum(_doubted(closeness) for closeness, _, _ in near)
    if total < _FAINT:
        return
    other = near[0][2]
    distance = distance_km(place, other)
    words = f"{distance:,.0f} km from {other.name}, which the text names too"
    yield Reason("near", total, words)
    at_once = (c * math.exp(far / _NEAR_KM - far / _BESIDE_KM) for c, far, _ in near)
    yield Reason("beside", math.fsum(_doubted(one) for one in at_once), "")


def _doubted(share: float) -> float:
    """Return a share on a logarithmic scale that leaves 0 and 1 where they are."""
    return math.log1p(_DOUBT * share) / math.log1p(_DOUBT)


def _scaled(shares: Mapping[str, float]) -> dict[str, float]:
    return {key: _doubted(share) for key, share in shares.items()}


def _strength(found: tuple[float, float, Place]) -> tuple[float, str]:
    return -found[0], found[2].id


def _sum(parts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for key, value in part.items():
            total[key] = total.get(key, 0.0) + value
    return total


def _shared(counts: Mapping[str, float]) -> dict[str, float]:
    total = math.fsum(counts.values())
    return {key: count / total for key, count in counts.items()} if total else {}
