"""A query in fields, as geopy's Nominatim takes it: city, county, state, country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geopy.exc import GeocoderQueryError

from gazetteer.place import PlaceKind
from gazetteer.query import Answer, Wishes, ask
from gazetteer.topology import SETTLEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gazetteer.index import Gazetteer
    from gazetteer.place import Place

# From the largest to the smallest, so that each is looked for inside the one before.
_FIELDS: dict[str, frozenset[PlaceKind]] = {
    "country": frozenset({PlaceKind.COUNTRY}),
    "state": frozenset({PlaceKind.PROVINCE, PlaceKind.REGION}),
    "county": frozenset({PlaceKind.COUNTY, PlaceKind.PROVINCE, PlaceKind.DISTRICT}),
    "city": SETTLEMENTS,
}
# Says nothing that the others do not.
_IGNORED = {"postalcode"}


def ask_structured(query: Mapping[str, str], gazetteer: Gazetteer, wishes: Wishes) -> Answer:
    """
    Return what the smallest of the fields means inside the larger ones.

    Raises
    ------
    GeocoderQueryError
        When a field is not one of these, such as a street, or none is filled in.
    """
    if strange := [str(key) for key in query if key not in _FIELDS and key not in _IGNORED]:
        raise GeocoderQueryError(
            f"The offline index has no {strange[0][:40]!r}; ask by {', '.join(_FIELDS)}."
        )
    fields = [field for field in _FIELDS if query.get(field)]
    if not fields:
        raise GeocoderQueryError(f"The query is empty; fill in {', '.join(_FIELDS)}.")
    written = ", ".join(str(query[field]) for field in reversed(fields))
    within: tuple[Place, ...] = ()
    for field in fields[:-1]:
        area = ask(str(query[field]), gazetteer, Wishes(within=within, allowed=_is(field)))
        within = tuple(one.place for one in area.ranked)
        if not within:
            return replace(area, query=written, guesses=(), not_known=(str(query[field]),))
    last = fields[-1]
    answer = ask(
        str(query[last]),
        gazetteer,
        replace(wishes, within=within, allowed=_is(last, wishes.allowed)),
    )
    return replace(answer, query=written)


def _is(field: str, also: Callable[[Place], bool] | None = None) -> Callable[[Place], bool]:
    kinds = _FIELDS[field]
    return lambda place: place.kind in kinds and (also is None or also(place))
