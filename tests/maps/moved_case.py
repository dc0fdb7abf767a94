"""The made case moved round the earth, to where longitude begins again."""

from __future__ import annotations

from dataclasses import replace

import shapely
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box

from tests.maps.made_case import made_case, surroundings

# Omdurman and Khartoum, at 32.4 to 32.6 degrees east, come to lie on both sides of 180.
BY = 147.53


def moved(shape):
    """Move a shape east, and write it as GeoJSON wants it: cut at 180 degrees."""
    if shape is None:
        return None
    far = translate(shape, BY)
    if isinstance(far, Point):
        return Point(round(far.x - 360 if far.x > 180 else far.x, 6), far.y)
    here = far.intersection(box(-180, -90, 180, 90))
    beyond = translate(far.intersection(box(180, -90, 540, 90)), -360)
    parts = [
        one for one in shapely.get_parts([here, beyond]) if isinstance(one, Polygon) and one.area
    ]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def moved_place(place):
    spot = moved(Point(place.longitude, place.latitude))
    return replace(place, longitude=spot.x, latitude=spot.y, outline=moved(place.outline))


def moved_case():
    case = made_case()
    return replace(
        case,
        places=tuple(map(moved_place, case.places)),
        zones=tuple(
            replace(one, geometry=moved(one.geometry), yolk=moved(one.yolk), egg=moved(one.egg))
            for one in case.zones
        ),
        incidents=tuple(
            replace(one, geometry=moved(one.geometry), area=moved(one.area))
            for one in case.incidents
        ),
    )


def moved_surroundings():
    return tuple(map(moved_place, surroundings()))
