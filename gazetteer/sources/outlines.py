"""Outlines of OpenStreetMap and Who's On First, laid over places that are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from gazetteer.names import fold
from gazetteer.place import Place, PlaceKind
from gazetteer.sources.embedded import laid_over
from gazetteer.sources.features import features
from gazetteer.sources.osm import osm_place
from gazetteer.sources.whos_on_first import is_wof, wof_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from gazetteer.sources.rows import Faults

WANTED = "a file of outlines of OpenStreetMap or Who's On First as GeoJSON"
_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_SPACES = frozenset({PlaceKind.REGION, PlaceKind.LANDMARK})
# So many namesakes are compared at most; the commonest name of GeoNames has some 3,000.
_NAMESAKES = 5_000


class Known(Protocol):
    """What outlines are laid over."""

    def place(self, place_id: str) -> Place | None:
        """Return the place with the id, or None."""

    def namesakes(self, key: str, *, limit: int) -> Sequence[Place]:
        """Return the places with this folded name."""


def read_outlines(path: Path, known: Known, faults: Faults) -> Iterator[Place]:
    """
    Yield the places of a file or folder with their outlines, each id once.

    An outline is laid over the place whose id the source itself gives: a number of GeoNames
    or an ISO 3166 code. Else over the one known place of the same name and sort whose point
    lies inside; where two could be meant, or none, it stays a place of its own.

    Raises
    ------
    GazetteerError
        When the file is not GeoJSON or has no place in it; a bad feature is counted.
    """
    seen: set[str] = set()
    for number, feature in features(path, faults):
        try:
            place, elsewhere = _place(feature)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            faults.add(number, str(error))
            continue
        faults.good += 1
        over = _over(place, elsewhere, known)
        for candidate in (over, place):
            if candidate is not None and candidate.id not in seen:
                seen.add(candidate.id)
                yield candidate
                break
        else:
            faults.add(number, f"{place.id} came before")
    faults.check()


def _place(feature: Mapping[str, Any]) -> tuple[Place, str | None]:
    return wof_place(feature) if is_wof(feature) else osm_place(feature)


def _over(place: Place, elsewhere: str | None, known: Known) -> Place | None:
    """Return the known place with this outline and these names, or None."""
    found = known.place(elsewhere) if elsewhere else None
    if elsewhere and found is None and elsewhere.startswith("geonames:"):
        return replace(place, id=elsewhere)
    if found is None:
        found = _safe_match(place, known)
    if found is None:
        return None
    # What is known of the place stays; the outline, and who drew it, are the new ones.
    joined = laid_over(found, place)
    if place.outline is None:
        return joined
    return replace(joined, outline=place.outline, outline_accuracy_m=None, source=place.source)


def _safe_match(place: Place, known: Known) -> Place | None:
    from shapely.geometry import Point  # noqa: PLC0415 - only builds need it

    if place.outline is None:
        return None
    found: dict[str, Place] = {}
    for name in (place.name, *place.other_names):
        for one in known.namesakes(fold(name), limit=_NAMESAKES):
            same_country = None in {one.country, place.country} or one.country == place.country
            if same_country and _same_sort(one.kind, place.kind):
                found[one.id] = one
    inside = [
        one for one in found.values() if place.outline.covers(Point(one.longitude, one.latitude))
    ]
    return inside[0] if len(inside) == 1 else None


def _same_sort(kind: PlaceKind, other: PlaceKind) -> bool:
    return any({kind, other} <= sort for sort in (_SETTLEMENTS, _SPACES)) or kind is other
