"""
Positions of a case, no sharper than a grid: for maps that must lead nobody to a door.

What is smaller than the grid stands as the place it lies in; points and edges lie on the grid.
Ids that a place could be guessed from are made anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import Point

from gazetteer.errors import UnknownPlaceError
from gazetteer.place import Place, PlaceKind
from geo.codes import WherePrecision
from geo.ground.outlines import outline_of
from geo.ground.plane import LocalPlane
from geo.public.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.case import Case
    from geo.claims import Claim, Where
    from geo.disagreement.divergence import Divergence
    from geo.disagreement.record import Contradiction
    from geo.features import Incident, Zone
    from geo.series import Total

    Look = Callable[[str], Place]

# How exactly a place of a kind is known: UCDP's `where_prec`.
_PRECISION = {
    PlaceKind.COUNTRY: WherePrecision.COUNTRY,
    PlaceKind.PROVINCE: WherePrecision.PROVINCE,
    PlaceKind.REGION: WherePrecision.VAGUE,
    PlaceKind.WATER: WherePrecision.VAGUE,
}


class Coarser:
    """Makes the positions of one case coarse; ``look`` finds places by their ids."""

    def __init__(self, case: Case, metres: int, look: Look | None = None) -> None:
        self.grid = Grid(metres)
        self._known = case.places_by_id
        self._look = look
        self._made: dict[str, Place] = {}

    def place(self, place_id: str) -> Place:
        """Return the place that stands for one: itself, what it lies in, or a cell of the grid."""
        if place_id not in self._made:
            self._made[place_id] = self._coarse(self._find(place_id))
        return self._made[place_id]

    def places(self, used: Iterable[Place]) -> tuple[Place, ...]:
        """Return the places that stand for those of a case, each once, by their ids."""
        coarse = {one.id: one for one in (self.place(place.id) for place in used)}
        return tuple(coarse[place_id] for place_id in sorted(coarse))

    def claim(self, one: Claim) -> Claim:
        """Return a claim whose place is coarse; its words are those of the report."""
        return replace(one, where=self._where(one.where))

    def zone(self, one: Zone) -> Zone:
        """Return a zone of whole cells, or the whole place that a smaller one lies in."""
        place = self.place(one.place_id)
        shape = self.grid.area(one.geometry)
        small = shape.is_empty or self.grid.is_finer(one.geometry) or place.id != one.place_id
        if small:
            shape = outline_of(place).geometry
        told = (
            f"shown as the whole of {place.name}, because it is smaller than"
            if small
            else "edges moved to a grid of"
        )
        return replace(
            one,
            zone_id="z" + _digest(*one.claim_ids, one.actor, str(one.status), str(one.valid_from)),
            place_id=place.id,
            geometry=shape,
            area_km2=round(float(LocalPlane.of(shape).to_metres(shape).area) / 1e6, 3),
            method=f"{one.method}; {told} {self.grid.metres:,} m",
            audit=() if small else one.audit,
            yolk=None if small else self._part(one.yolk),
            egg=None if small else self._part(one.egg),
            share_low=None if small else one.share_low,
            share_best=None if small else one.share_best,
            share_high=None if small else one.share_high,
        )

    def zones(self, ones: Iterable[Zone]) -> tuple[Zone, ...]:
        """Return zones with ids of their own, in their order."""
        seen: dict[str, int] = {}
        made = []
        for zone in map(self.zone, ones):
            seen[zone.zone_id] = number = seen.get(zone.zone_id, 0) + 1
            own = zone.zone_id if number == 1 else f"{zone.zone_id}-{number}"
            made.append(replace(zone, zone_id=own))
        return tuple(made)

    def incident(self, one: Incident) -> Incident:
        """Return an incident in the middle of its cell, with a radius that reaches the truth."""
        place = self.place(one.place_id)
        cell = self.grid.cell(one.geometry)
        area = None if one.area is None else self.grid.area(one.area)
        return replace(
            one,
            place_id=place.id,
            geometry=self.grid.point(one.geometry),
            where_prec=max(one.where_prec, _precision(place), WherePrecision.NEAR),
            uncertainty_m=float(self.grid.radius(one.uncertainty_m)),
            area=cell if area is None or area.is_empty else area,
        )

    def contradiction(self, one: Contradiction) -> Contradiction:
        """Return a contradiction about a coarse place."""
        told = (str(one.kind), one.about, *one.one.claim_ids, "", *one.other.claim_ids)
        place = self._id(one.place_id)
        return replace(one, place_id=place, contradiction_id=f"d{_digest(*told)}")

    def divergence(self, one: Divergence) -> Divergence:
        """Return a divergence about a coarse place."""
        return replace(one, place_id=self._id(one.place_id), disputed=self._part(one.disputed))

    def total(self, one: Total) -> Total:
        """Return a total of a coarse place."""
        return replace(one, place_id=self._id(one.place_id))

    def shape(self, one: BaseGeometry | None) -> BaseGeometry | None:
        """Return any shape on the grid: a point in the middle of its cell, an area in cells."""
        if one is None or isinstance(one, Point):
            return None if one is None else self.grid.point(one)
        cells = self.grid.area(one)
        return self.grid.cell(shapely.centroid(one)) if cells.is_empty else cells

    def _where(self, one: Where) -> Where:
        if one.place_id is None:
            return replace(one, place_name="", unlisted="", near=None, part=None, stated=None)
        place = self.place(one.place_id)
        known = one.precision or WherePrecision.NEAR
        metres = one.uncertainty_m
        return replace(
            one,
            place_id=place.id,
            place_name=place.name,
            part=one.part if place.id == one.place_id else None,
            near=None,
            precision=max(known, _precision(place), WherePrecision.NEAR),
            uncertainty_m=None if metres is None else float(self.grid.radius(metres)),
            unlisted="",
            other_place_id=None,
            stated=None,
            stated_from=None,
        )

    def _part(self, shape: BaseGeometry | None) -> BaseGeometry | None:
        cells = None if shape is None else self.grid.area(shape)
        return None if cells is None or cells.is_empty else cells

    def _id(self, place_id: str) -> str:
        try:
            return self.place(place_id).id
        except UnknownPlaceError:
            return ""

    def _coarse(self, place: Place) -> Place:
        for one in (place, *self._parents(place)):
            if not self.grid.is_finer(outline_of(one).geometry):
                return one
        return self._cell_of(place)

    def _parents(self, place: Place) -> Iterator[Place]:
        for place_id in place.parents:
            try:
                yield self._find(place_id)
            except UnknownPlaceError:
                continue

    def _find(self, place_id: str) -> Place:
        if place_id in self._known:
            return self._known[place_id]
        if self._look is None:
            raise UnknownPlaceError(place_id)
        return self._look(place_id)

    def _cell_of(self, place: Place) -> Place:
        """Return a cell of the grid as a place: nothing listed is as wide and holds it."""
        cell = self.grid.cell(Point(place.longitude, place.latitude))
        middle = cell.centroid
        spot = f"{middle.y:.2f}, {middle.x:.2f}"
        return Place(
            id=f"grid:{self.grid.metres}:{spot.replace(' ', '')}",
            name=f"Cell of {self.grid.metres:,} m around {spot}",
            kind=PlaceKind.REGION,
            longitude=round(middle.x, 6),
            latitude=round(middle.y, 6),
            country=place.country,
            outline=cell,
            source="grid",
        )


def _precision(place: Place) -> WherePrecision:
    return _PRECISION.get(place.kind, WherePrecision.NEAR)


def _digest(*told: str) -> str:
    return hashlib.sha256("\x1f".join(told).encode(errors="surrogatepass")).hexdigest()[:12]
