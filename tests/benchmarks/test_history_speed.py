"""
How long a year of a war takes: daily states of many claims over many places.

The limit is 20 seconds for 200 claims over 30 places on one core of a machine with nothing
else to do. Run with ``make bench``.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from time import perf_counter

import pytest
from shapely.affinity import translate

from gazetteer.place import Place, PlaceKind
from geo.actors import load_actors
from geo.codes import Aspect, Relation, ShareOf
from geo.disagreement.found import contradictions_of
from geo.disagreement.views import according_to, origins_of
from geo.ground.grid import grid_of
from geo.history import zones_of
from tests.geo.ground.shapes import FIVE
from tests.geo.telling import told

FIRST = date(2022, 1, 1)
_EVENTS = {Relation.SEIZED, Relation.WITHDREW_FROM}
_RELATIONS = (
    Relation.CONTROLS, Relation.SEIZED, Relation.CONTROLS, Relation.PRESENT,
    Relation.WITHDREW_FROM, Relation.CONTESTS, Relation.BESIEGES, Relation.CONFINED_TO,
)  # fmt: skip
_PARTS = (None, ["N"], ["S", "W", "E"], ["N-most"], ["far-E"], ["centre"], ["SW"])
_SHARES = (None, None, (0.97, 1, 1), (0.75, 0.88, 0.97), (0.2, 0.45, 0.75))


def a_year(claims, places):
    """Make claims of a year about places of five shapes, the same every time."""
    chance = random.Random(1)  # noqa: S311 - a made-up war, not a secret
    shapes = list(FIVE.values())
    ground = {}
    for number in range(places):
        shape = translate(shapes[number % 5], 0.1 * (number // 5), 0.07 * (number % 7))
        middle = shape.centroid
        name = f"p{number}"
        ground[name] = Place(name, name, PlaceKind.TOWN, middle.x, middle.y, outline=shape)
    return [_claim(chance, number, f"p{number % places}") for number in range(claims)], ground


def _claim(chance, number, place):
    relation = chance.choice(_RELATIONS)
    share = None if relation is Relation.CONFINED_TO else chance.choice(_SHARES)
    lost = relation is Relation.WITHDREW_FROM
    day = FIRST + timedelta(days=chance.randrange(365))
    event = relation in _EVENTS
    return told(
        f"c{number:05}",
        chance.choice(["army", "rebels", "militia"]),
        relation,
        place=place,
        part=chance.choice(_PARTS) if share is None else None,
        share=share,
        of=ShareOf.PRIOR_HOLDING if lost else ShareOf.REGION,
        day=day,
        start=day if event else None,
        end=day + timedelta(days=1) if event else None,
        aspect=Aspect.EVENT if event else Aspect.STATE,
        origin=chance.choice(["wire", "monitor", "resident", "paper"]),
    )


def days_of(zones):
    """Return what is drawn on each day of the year."""
    days = [FIRST + timedelta(days=one) for one in range(365)]
    return [
        [z for z in zones if z.valid_from <= day and (z.valid_to is None or day < z.valid_to)]
        for day in days
    ]


def test_every_day_of_a_year_of_two_hundred_claims_is_drawn(benchmark):
    claims, places = a_year(200, 30)
    for place in places.values():
        grid_of(place.outline)  # kept from the first map of a place on
    daily = benchmark.pedantic(
        lambda: days_of(zones_of(claims, places.__getitem__)[0]), rounds=1, warmup_rounds=0
    )
    assert len(daily) == 365
    assert all(daily[-30:])
    if benchmark.enabled:
        print(f"\n200 claims, 30 places, 365 days: {benchmark.stats.stats.median:.1f} s")
        assert benchmark.stats.stats.median < 20


@pytest.mark.parametrize(("claims", "places"), [(200, 30), (400, 30), (400, 60), (200, 5)])
def test_growth_with_claims_and_places_is_printed(benchmark, claims, places):
    # Only the times need the whole year: that all is drawn shows with a twentieth of it.
    made, ground = a_year(claims if benchmark.enabled else claims // 20, places)
    zones, _ = benchmark.pedantic(zones_of, args=(made, ground.__getitem__), rounds=1)
    assert {zone.place_id for zone in zones} <= ground.keys()
    assert zones
    if benchmark.enabled:
        seconds = benchmark.stats.stats.median
        print(f"\n{claims} claims, {places} places: {seconds:.1f} s, {len(zones)} zones")


def test_comparing_what_all_say_costs_less_than_drawing_it(benchmark):
    claims, places = a_year(200, 30)
    start = perf_counter()
    zones_of(claims, places.__getitem__)
    drawing = perf_counter() - start
    found = benchmark.pedantic(
        contradictions_of, args=(claims, places.__getitem__, load_actors()), rounds=1
    )
    assert found
    views = [according_to(one, claims, places.__getitem__) for one in origins_of(claims)]
    assert len(views) == 4
    if benchmark.enabled:
        print(f"\ncontradictions {benchmark.stats.stats.median:.2f} s, drawing {drawing:.1f} s")
        assert benchmark.stats.stats.median < drawing
