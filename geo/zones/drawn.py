"""A piece of ground as it is drawn on one day, before the days are joined into zones."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from geo.features import Zone
from geo.ground.plane import LocalPlane

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from geo.claims import ControlClaim
    from geo.codes import ZoneStatus
    from geo.ground.audit import Audited


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A piece of ground for an actor; the claims it rests on and how it was drawn."""

    actor: str
    status: ZoneStatus
    geometry: BaseGeometry
    claims: tuple[ControlClaim, ...]
    confidence: float
    method: str
    shares: tuple[float, float, float] | None = None
    conflicts_with: tuple[str, ...] = ()
    audit: tuple[Audited, ...] = ()
    price: float | None = None
    yolk: BaseGeometry | None = None
    egg: BaseGeometry | None = None

    def same_as(self, other: Drawn) -> bool:
        """Whether nothing but the day differs, and a little age."""
        return (
            (self.actor, self.status, self.method, self.conflicts_with)
            == (other.actor, other.status, other.method, other.conflicts_with)
            and self.claim_ids == other.claim_ids
            # A tenth of confidence can be seen; a new zone then carries the lower one.
            and abs(self.confidence - other.confidence) < 0.1
            and bool(self.geometry.equals_exact(other.geometry, 1e-9))
        )

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The ids of the claims, in order, each once."""
        return tuple(sorted({claim.claim_id for claim in self.claims}))


def zone_of(drawn: Drawn, place_id: str, valid_from: date, valid_to: date | None) -> Zone:
    """Return the zone of a drawn piece over a half-open interval of days."""
    low, best, high = drawn.shares or (None, None, None)
    return Zone(
        zone_id=_zone_id(place_id, drawn, valid_from),
        actor=drawn.actor,
        status=drawn.status,
        place_id=place_id,
        valid_from=valid_from,
        valid_to=valid_to,
        geometry=drawn.geometry,
        area_km2=_area_km2(drawn.geometry),
        confidence=round(drawn.confidence, 3),
        claim_ids=drawn.claim_ids,
        n_reports=len({claim.quote.report_id for claim in drawn.claims}),
        n_origins=len({claim.source.origin for claim in drawn.claims}),
        method=drawn.method,
        share_low=low,
        share_best=best,
        share_high=high,
        conflicts_with=drawn.conflicts_with,
        audit=drawn.audit,
        price=None if drawn.price is None else round(drawn.price, 3),
        yolk=drawn.yolk,
        egg=drawn.egg,
    )


def reading_confidence(claims: Iterable[ControlClaim]) -> float:
    """Return how surely the best-read of the claims was read right."""
    return max((claim.confidence for claim in claims), default=0.0)


def areal(shape: BaseGeometry) -> BaseGeometry:
    """Keep only what has area of a shape."""
    if shape.geom_type in {"Polygon", "MultiPolygon"}:
        return shape
    return shapely.union_all([one for one in shapely.get_parts(shape) if one.area > 0])


def _area_km2(geometry: BaseGeometry) -> float:
    if geometry.is_empty:
        return 0.0
    return round(float(LocalPlane.of(geometry).to_metres(geometry).area) / 1e6, 6)


def _zone_id(place_id: str, drawn: Drawn, valid_from: date) -> str:
    told = (place_id, drawn.actor, drawn.status, valid_from.isoformat(), *drawn.claim_ids)
    return "z" + hashlib.sha256("\x1f".join(told).encode(errors="surrogatepass")).hexdigest()[:12]
