"""Why words for a place have no ground to draw: nobody here knows the line that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.ground.coasts import bank, coast_strip

if TYPE_CHECKING:
    from gazetteer.place import Place
    from geo.claims import Where

# Places with neighbours all around: of one alone nobody knows which border is meant.
_BORDERED = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE})
_CURE = "give its outline in a places file (--places)"


def unknown_ground(where: Where, place: Place, other: Place | None) -> str | None:
    """
    Say why the ground of some words cannot be drawn, None if it can.

    Parameters
    ----------
    where
        The place, with a part of it or a relation to it.
    place
        The place it names.
    other
        The second place of a border, where it is known.

    Notes
    -----
    A river that is a point has no banks; section 5.3 has no shape for them.
    """
    word = where.near.word if where.near is not None else ""
    if word == "side" or (word == "strip" and other is None and place.kind in _BORDERED):
        return f"the words do not say along which line of {place.name} the ground lies"
    if place.kind is PlaceKind.WATER:
        return _of_water(where, place)
    if word == "coast" and place.outline is not None and coast_strip(place.outline).is_empty:
        return f"no border of {place.name} lies on the sea by the outlines that are known"
    return None


def _of_water(where: Where, place: Place) -> str | None:
    near = where.near
    if near is None or near.word not in {"bank", "coast", "strip"}:
        return None
    if place.outline is None:
        return f"{place.name} is known as a point, not as a line with sides; {_CURE}"
    if near.word != "bank" or near.heading is None:
        return None
    if bank(place.outline, near.heading).is_empty:
        return f"{place.name} has no bank on that side by its outline"
    return None
