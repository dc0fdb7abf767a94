"""Shapes of places to try words on: WGS 84 degrees, none of them real unless said."""

from __future__ import annotations

from shapely.geometry import MultiPolygon, Polygon, box

SQUARE = box(30.0, 10.0, 30.02, 10.02)
LONG = box(30.0, 10.0, 30.1, 10.01)
L_SHAPE = Polygon(
    [(30, 10), (30.06, 10), (30.06, 10.01), (30.01, 10.01), (30.01, 10.06), (30, 10.06)]
)
ISLANDS = MultiPolygon([box(30.0, 10.0, 30.02, 10.02), box(30.05, 10.03, 30.06, 10.04)])
HOLED = Polygon(
    box(30, 10, 30.03, 10.03).exterior.coords, [box(30.01, 10.01, 30.02, 10.02).exterior.coords]
)
FIVE = {"square": SQUARE, "long": LONG, "L": L_SHAPE, "islands": ISLANDS, "hole": HOLED}

# The wedge of the specification's demonstration (section 6.7).
WEDGE = Polygon(
    [
        (36.2999, 33.4832), (36.3046, 33.4826), (36.3085, 33.4765), (36.3121, 33.4705),
        (36.3128, 33.4660), (36.3060, 33.4640), (36.2985, 33.4645), (36.2925, 33.4657),
        (36.2943, 33.4712), (36.2962, 33.4765), (36.2985, 33.4815),
    ]
)  # fmt: skip
