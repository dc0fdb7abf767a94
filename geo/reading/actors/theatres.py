"""The countries that a report's armed groups fight in, which say where its names lie."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.actors.named import names_of

if TYPE_CHECKING:
    from geo.actors import ActorTable
    from geo.reading.parsed import ParsedReport

# A government's forces fight abroad too, and words for its people are counted anyway.
_AT_HOME = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION_UMBRELLA})
# A group that is at home in more countries than these tells little of where it is now.
_COUNTRIES = 3


def theatres_of(parsed: ParsedReport, table: ActorTable) -> dict[str, float]:
    """
    Count the groups that a report names by the countries they fight in.

    Returns
    -------
    theatres
        By ISO 3166-1 code; each group counts once, shared out among its countries.
    """
    names = names_of(table)
    found = {
        actor_id
        for sentence in parsed.sentences
        for _, _, actor_id in names.spot(sentence.span.text)
    }
    theatres: dict[str, float] = defaultdict(float)
    for actor in map(table.get, sorted(found)):
        if actor.kind in _AT_HOME and len(actor.country) <= _COUNTRIES:
            for code in actor.country:
                theatres[code] += 1 / len(actor.country)
    return dict(theatres)
