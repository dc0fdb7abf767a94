"""
A large case made by a seeded generator: a country of districts that change hands for months.

The ground is a Voronoi partition whose borders wander like rivers, so that neighbours share
them to the point and every zone has as many corners as one drawn from a gazetteer.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import shapely
from shapely.geometry import MultiPoint, MultiPolygon, Point, Polygon, box

from gazetteer.place import Place, PlaceKind
from geo.actors import Actor, ActorKind
from geo.case import Case
from geo.claims import ControlClaim, Count, IncidentClaim, Quote, Source, When, Where
from geo.codes import (
    Aspect,
    Assertion,
    ClaimantType,
    DatePrecision,
    IncidentType,
    Interest,
    Relation,
    TollScope,
    WherePrecision,
    ZoneStatus,
)
from geo.features import Incident, Zone
from geo.reading.dates.published import Publication
from geo.report import Report

FIRST = date(2024, 3, 1)
DAYS = 92
COUNTRY = (32.0, 13.0, 38.0, 18.0)  # degrees: about 640 by 550 kilometres
DISTRICTS = 240
A_REPORT = 40  # claims: a long news report
SENTENCE = "{number}. {who} {did} {place}, a resident said by telephone on that day. "

ACTORS = (
    ("army", "National Army", "الجيش الوطني"),
    ("front", "Northern Front", "الجبهة الشمالية"),
    ("council", "Coastal Council", "المجلس الساحلي"),
    ("guards", "Border Guards", "حرس الحدود"),
    ("brigade", "Third Brigade", "اللواء الثالث"),
)
# What is said of ground, how it is drawn, and how often of a hundred.
SAID = (
    (Relation.CONTROLS, ZoneStatus.HELD, 46),
    (Relation.SEIZED, ZoneStatus.HELD, 14),
    (Relation.PRESENT, ZoneStatus.PRESENT, 20),
    (Relation.CONTESTS, ZoneStatus.CONTESTED, 8),
    (Relation.BESIEGES, ZoneStatus.BESIEGED, 6),
    (Relation.CONTROLS, ZoneStatus.DISPUTED, 6),
)
HAPPENED = (
    IncidentType.ARMED_CLASH,
    IncidentType.SHELLING,
    IncidentType.AIR_STRIKE,
    IncidentType.IED,
    IncidentType.SHOOTING,
    IncidentType.ABDUCTION,
    IncidentType.DISPLACEMENT,
    IncidentType.AID_DENIED,
)
SYLLABLES = (
    "ba",
    "da",
    "fa",
    "ha",
    "ja",
    "ka",
    "la",
    "ma",
    "na",
    "ra",
    "sa",
    "ta",
    "wa",
    "di",
    "ri",
    "mu",
    "nu",
    "ru",
)


@cache
def large_case(*, zones: int = 2_000, incidents: int = 5_000, seed: int = 7) -> Case:
    """Make a case; the same numbers give the same case."""
    chance = random.Random(seed)  # noqa: S311  made ground, no secret
    made = _Made(chance, tuple(_districts(chance)), zones)
    for number in range(zones):
        made.zone(number)
    for number in range(incidents):
        made.incident(number)
    return made.case()


def around():
    """The made country and its neighbour, for the base map."""
    west, south, east, north = COUNTRY
    land = _wandering(box(west - 0.3, south - 0.3, east + 0.3, north + 0.3), {}, random.Random(1))  # noqa: S311
    return (
        Place(
            id="iso:XX", name="Marania", kind=PlaceKind.COUNTRY, longitude=35.0, latitude=15.5,
            country="XX", other_names=("مارانيا",), outline=land, source="test",
        ),
        Place(
            id="iso:YY", name="Ostland", kind=PlaceKind.COUNTRY, longitude=41.0, latitude=15.5,
            country="YY", outline=box(38.3, 11.0, 46.0, 20.0).difference(land), source="test",
        ),
    )  # fmt: skip


def _districts(chance):
    west, south, east, north = COUNTRY
    seeds = MultiPoint(
        [(chance.uniform(west, east), chance.uniform(south, north)) for _ in range(DISTRICTS)]
    )
    frame = box(*COUNTRY)
    cells = [cell.intersection(frame) for cell in shapely.voronoi_polygons(seeds).geoms]
    borders: dict = {}
    names = iter(_names(chance))
    for number, cell in enumerate(sorted(cells, key=lambda one: one.centroid.coords[0])):
        outline = _wandering(shapely.set_precision(cell, 1e-6), borders, chance)
        middle = outline.representative_point()
        yield Place(
            id=f"xx:{number}",
            name=next(names),
            kind=PlaceKind.TOWN if number % 9 else PlaceKind.CITY,
            longitude=middle.x,
            latitude=middle.y,
            country="XX",
            outline=outline,
            source="test",
        )


def _names(chance):
    while True:
        yield "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3))).capitalize()


def _wandering(shape, borders, chance):
    """Give a shape's straight edges the turns of a real border; neighbours get the same ones."""
    corners = list(shape.exterior.coords)
    ring = []
    for start, end in pairwise(corners):
        key = (start, end) if start < end else (end, start)
        if key not in borders:
            borders[key] = _meander(*key, chance)
        line = borders[key]
        ring += (line if key == (start, end) else line[::-1])[:-1]
    made = shapely.make_valid(Polygon(ring))
    return made if isinstance(made, Polygon) else max(_polygons(made), key=lambda one: one.area)


def _polygons(shape):
    return [one for one in shapely.get_parts(shape) if isinstance(one, Polygon)]


def _meander(start, end, chance):
    line = [start, end]
    for _ in range(5):  # doubled five times: 32 pieces a border
        finer = [line[0]]
        for (x, y), (to_x, to_y) in pairwise(line):
            aside = chance.gauss(0, 0.10)
            finer += [((x + to_x) / 2 - aside * (to_y - y), (y + to_y) / 2 + aside * (to_x - x))]
            finer += [(to_x, to_y)]
        line = finer
    return line


@dataclass
class _Made:
    """What has been made so far."""

    chance: random.Random
    places: tuple[Place, ...]
    number_of_zones: int

    def __post_init__(self):
        self.zones, self.incidents, self.claims, self.texts = [], [], [], []
        self.until = dict.fromkeys((place.id for place in self.places), 0)
        # A few of the places are where most happens.
        self.weights = [1 / (1 + rank) ** 0.6 for rank in range(len(self.places))]
        self.order = list(self.places)
        self.chance.shuffle(self.order)

    def zone(self, number):
        place = self.order[number % len(self.order)]
        relation, status, _ = self.chance.choices(SAID, [often for *_, often in SAID])[0]
        actor, name, _ = self.actor(place)
        start = self.until[place.id] if number >= len(self.order) else self.chance.randint(0, 6)
        # As many stretches as places have zones fill the days of the case.
        most = 2 * DAYS * len(self.order) // self.number_of_zones
        length = self.chance.randint(4, max(4, min(DAYS, most)))
        end = start + length
        self.until[place.id] = end % DAYS
        claim = ControlClaim(
            **self.told(f"c{number}", place, start % DAYS, f"{name} hold", "claimed"),
            actor=actor, actor_text=name, relation=relation,
        )  # fmt: skip
        against = self.against(place, actor) if status == ZoneStatus.DISPUTED else ()
        self.claims.append(claim)
        shape = self.part(place.outline)
        first = FIRST + timedelta(days=start % DAYS)
        self.zones.append(
            Zone(
                zone_id=f"z{number}", actor=actor, status=status, place_id=place.id,
                valid_from=first, valid_to=first + timedelta(days=length),
                geometry=shape, area_km2=round(shape.area * 11_800, 1),
                confidence=round(self.chance.uniform(0.35, 0.95), 2), claim_ids=(claim.claim_id,),
                n_reports=1, n_origins=1, method="the part of the outline that the words name",
                conflicts_with=against,
            )
        )  # fmt: skip

    def incident(self, number):
        place = self.chance.choices(self.order, self.weights)[0]
        actor, name, _ = self.actor(place)
        day = self.chance.randrange(DAYS)
        kind = self.chance.choices(HAPPENED, range(len(HAPPENED), 0, -1))[0]
        told = self.told(f"i{number}", place, day, f"{name} attacked", "reported")
        named = (actor,) if self.chance.random() < 0.8 else ()
        claim = IncidentClaim(
            **told, incident_type=kind, actors=named, fatalities=Count(number % 7, None, None)
        )
        self.claims.append(claim)
        self.incidents.append(
            Incident(
                incident_id=f"e{number}", incident_type=kind,
                date_start=FIRST + timedelta(days=day), date_end=None,
                date_prec=DatePrecision.DAY, place_id=place.id, where_prec=WherePrecision.EXACT,
                uncertainty_m=1500.0, actors=named, targets=(), claim_ids=(claim.claim_id,),
                n_reports=1, n_origins=1, geometry=self.spot(place.outline),
                confidence=round(self.chance.uniform(0.35, 0.95), 2), toll_scope=TollScope.EVENT,
                tags=(), fatalities=Count(number % 7, None, None),
            )
        )  # fmt: skip

    def against(self, place, actor):
        """What was said last of a place for another actor."""
        said = (
            one.claim_id
            for one in reversed(self.claims)
            if one.where.place_id == place.id and one.actor != actor
        )
        return tuple(filter(None, [next(said, "")]))

    def actor(self, place):
        # Each has a side of the country; now and then someone else is there.
        share = (place.longitude - COUNTRY[0]) / (COUNTRY[2] - COUNTRY[0])
        own = min(len(ACTORS) - 1, int(share * len(ACTORS)))
        return ACTORS[own] if self.chance.random() < 0.7 else self.chance.choice(ACTORS)

    def part(self, outline):
        """The whole, or what lies on one side of a line through it."""
        if self.chance.random() < 0.45:
            return outline
        angle = self.chance.choice(range(8)) * math.pi / 4
        x, y = outline.representative_point().coords[0]
        far = 4 * math.cos(angle), 4 * math.sin(angle)
        side = Polygon(
            [
                (x - far[1], y + far[0]), (x + far[1], y - far[0]),
                (x + far[1] + far[0], y - far[0] + far[1]),
                (x - far[1] + far[0], y + far[0] + far[1]),
            ]
        )  # fmt: skip
        parts = _polygons(outline.intersection(side))
        return parts[0] if len(parts) == 1 else MultiPolygon(parts)

    def spot(self, outline):
        west, south, east, north = outline.bounds
        middle = outline.representative_point()
        x = self.chance.gauss(middle.x, (east - west) / 6)
        y = self.chance.gauss(middle.y, (north - south) / 6)
        spot = Point(round(x, 5), round(y, 5))
        return spot if outline.contains(spot) else middle

    def told(self, claim_id, place, day, did, verb):
        number, report_id = len(self.claims), f"report-{len(self.claims) // A_REPORT}"
        if number % A_REPORT == 0:
            self.texts.append("")
        start = len(self.texts[-1])
        sentence = SENTENCE.format(
            number=number, who=verb.capitalize() + ":", did=did, place=place.name
        )
        self.texts[-1] += sentence
        when = FIRST + timedelta(days=day)
        return {
            "claim_id": claim_id,
            "quote": Quote(report_id, start, start + len(sentence) - 1, sentence[:-1]),
            "outlet": "Marania Dispatch",
            "published": when,
            "source": Source("a resident", ClaimantType.RESIDENT, "resident"),
            "assertion": Assertion.ATTRIBUTED if number % 5 else Assertion.HEDGED,
            "interest": Interest.THIRD_PARTY,
            "where": Where(place.id, place.name, precision=WherePrecision.EXACT),
            "when": When(when, None, DatePrecision.DAY, Aspect.STATE, when, "on that day"),
            "rule": "test.rule",
            "confidence": 0.7,
        }

    def case(self) -> Case:
        reports = tuple(
            Report(
                report_id=f"report-{number}", text=text, outlet="Marania Dispatch",
                title=f"Week {number // 14 + 1}, part {number % 14 + 1}",
            )
            for number, text in enumerate(self.texts)
        )  # fmt: skip
        return Case(
            reports=reports,
            publications={
                one.report_id: Publication(date=FIRST, candidates=(), given=True) for one in reports
            },
            mentions=(),
            claims=tuple(self.claims),
            zones=tuple(self.zones),
            incidents=tuple(self.incidents),
            places=self.places,
            not_used=(),
            actors=tuple(
                Actor(id=one, name=name, side=one, kind=ActorKind.ARMED_GROUP, aliases=(local,))
                for one, name, local in ACTORS
            ),
        )
