"""The ground as each origin alone tells it, as records for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.layers import zone_record
from maps.titles import origin_names

if TYPE_CHECKING:
    from geo.case import Case
    from maps.layers import Record

# More views than this are not compared by eye, and each is drawn anew from its own claims.
_MOST_VIEWS = 8


def view_records(case: Case) -> list[Record]:
    """
    Return the zones as each origin alone tells them; of the origins that tell most, if many.

    Returns
    -------
    views
        None with a single origin: the map itself is its view. Zones are as those of the
        map, with ids of their own.
    """
    if len(case.origins) < 2:
        return []
    drawn = [(origin, case.according_to(origin)) for origin in case.origins[:_MOST_VIEWS]]
    told = [(origin, zones) for origin, zones in drawn if zones]
    if len(told) < 2:
        return []
    names = origin_names(case)
    return [
        {
            "origin": origin,
            "name": names[origin],
            "zones": [
                # One ground told by one origin may be the very zone of the map.
                zone_record(zone, case) | {"id": f"{zone.zone_id}.{number}"}
                for zone in zones
            ],
            "claims": [claim.claim_id for claim in case.claims if claim.source.origin == origin],
        }
        for number, (origin, zones) in enumerate(told, start=1)
    ]
