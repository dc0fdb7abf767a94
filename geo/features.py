"""What is drawn: zones and incidents, derived from claims and pointing back at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from shapely.geometry import Point
    from shapely.geometry.base import BaseGeometry

    from geo.claims import Count
    from geo.codes import DatePrecision, IncidentType, TollScope, WherePrecision, ZoneStatus
    from geo.ground.audit import Audited


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """
    An area drawn for an actor over the half-open interval ``[valid_from, valid_to)``.

    ``geometry`` is a polygon in WGS 84. ``yolk`` and ``egg`` are its certain core and
    its widest reading, where the shares said have a range. Areas in square kilometres.
    ``audit`` tells how each of its claims is honoured. ``price`` is the evidence that the
    actor was lent to get its share, in log odds, against whoever needed none.
    """

    zone_id: str
    actor: str
    status: ZoneStatus
    place_id: str
    valid_from: date
    valid_to: date | None
    geometry: BaseGeometry
    area_km2: float
    confidence: float
    claim_ids: tuple[str, ...]
    n_reports: int
    n_origins: int
    method: str  # how the shape was drawn, in words a reader understands
    share_low: float | None = None
    share_best: float | None = None
    share_high: float | None = None
    conflicts_with: tuple[str, ...] = ()  # claim ids
    audit: tuple[Audited, ...] = ()
    price: float | None = None
    yolk: BaseGeometry | None = None
    egg: BaseGeometry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """
    One happening, made from one or more incident claims; ``geometry`` is never jittered.

    ``area`` is all the ground that the words allow: the band of "on the edge of the town",
    the whole camp of "next to my house".
    """

    incident_id: str
    incident_type: IncidentType
    date_start: date | None
    date_end: date | None  # half-open
    date_prec: DatePrecision
    place_id: str
    where_prec: WherePrecision
    uncertainty_m: float
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    claim_ids: tuple[str, ...]
    n_reports: int
    n_origins: int
    geometry: Point
    confidence: float
    fatalities: Count | None = None
    injured: Count | None = None
    deaths_civilians: Count | None = None
    displaced: Count | None = None
    toll_scope: TollScope
    tags: tuple[str, ...] = ()
    area: BaseGeometry | None = None
