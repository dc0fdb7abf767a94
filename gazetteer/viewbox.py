"""Points and boxes in the forms that geopy takes, latitude first."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from geopy.exc import GeocoderQueryError
from geopy.point import Point

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def point_of(given: Any) -> Point:  # noqa: ANN401 - whatever geopy's Point takes
    """
    Return geopy's point of a Point, a "lat, lon" string or a sequence.

    Raises
    ------
    GeocoderQueryError
        When it is none of these, or not on the globe.
    """
    try:
        if given is None:
            # geopy would make the point 0, 0 of it.
            raise TypeError  # noqa: TRY301 - the sentence is said once, below
        with warnings.catch_warnings():
            # geopy warns of a latitude beyond the poles before it refuses it.
            warnings.simplefilter("ignore")
            return Point(given)
    except (TypeError, ValueError) as error:
        shown = f"{given!r}"[:60]
        raise GeocoderQueryError(
            f"{shown} is not a point; give a latitude and a longitude in degrees."
        ) from error


def in_box(viewbox: Sequence[Any]) -> Callable[[float, float], bool]:
    """
    Return what tells whether a longitude and a latitude in degrees lie in the box.

    Raises
    ------
    GeocoderQueryError
        When the box is not two corners.
    """
    if isinstance(viewbox, str) or not hasattr(viewbox, "__len__") or len(viewbox) != 2:
        raise GeocoderQueryError("A viewbox is two opposite corners; give two points.")
    one, other = (point_of(corner) for corner in viewbox)
    south, north = sorted((one.latitude, other.latitude))
    if _crosses(viewbox, one, other):
        # The western corner is the one east of Greenwich.
        east, west = sorted((one.longitude, other.longitude))
        return lambda lon, lat: south <= lat <= north and (lon >= west or lon <= east)
    west, east = sorted((one.longitude, other.longitude))
    return lambda lon, lat: south <= lat <= north and west <= lon <= east


def _crosses(viewbox: Sequence[Any], one: Point, other: Point) -> bool:
    """Tell whether the box is said to lie across the antimeridian."""
    beyond = [corner for corner in viewbox if abs(_longitude_as_given(corner)) > 180]
    if beyond:
        return len(beyond) == 1
    # RFC 7946: south-west first; then a west greater than the east is no slip. geopy's own
    # example of the whole world, (22, 180) to (-22, -180), has the north first.
    wide = one.longitude - other.longitude
    return bool(one.latitude < other.latitude and 180 < wide < 360)


def _longitude_as_given(corner: Any) -> float:  # noqa: ANN401 - whatever geopy's Point takes
    """Return the longitude before geopy brings it into -180 to 180; 0 where nobody can tell."""
    try:
        parts = corner.split(",") if isinstance(corner, str) else list(corner)
        return float(parts[1])
    except (AttributeError, IndexError, TypeError, ValueError):
        return 0.0
