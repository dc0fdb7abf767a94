"""The numbers of one happening: its dead, its hurt, the civilians, those who fled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.agreement import added
from geo.claims import Count
from geo.codes import IncidentType
from geo.reading.control.arguments import agents, patients
from geo.reading.incidents.telling import victims_of

if TYPE_CHECKING:
    from geo.reading.incidents.deeds import Sentences
    from geo.reading.incidents.events import Event


def killed_in(here: Sentences, event: Event) -> Count | None:
    """Return how many were killed; none where nobody was hurt."""
    return _figure(event, killed=True) or _uncounted(here, event) or _unhurt(event)


def injured_in(event: Event) -> Count | None:
    """Return how many were hurt."""
    return _figure(event, killed=False)


def civilians_in(event: Event) -> Count | None:
    """Return how many of the dead were civilians; None where nothing is said of it."""
    tallies = [one.tally for one in event.casualties if one.killed and one.tally]
    civil = [t.civilians for t in tallies if t.civilians is not None]
    return added(civil) if civil else None


def displaced_in(here: Sentences, event: Event) -> Count | None:
    """Return how many were driven out or fled, if that is what is told."""
    if event.main.type is not IncidentType.DISPLACEMENT:
        return None
    verb = event.main.token
    tally = here.people.tally(agents(verb)) or here.people.tally(patients(verb))
    figured = tally is not None and tally.count != Count(2, None, None)
    return tally.count if tally is not None and figured else None


def harmed_nobody(event: Event) -> bool:
    """Whether it is told that nobody was killed or hurt."""
    tallies = [one.tally for one in event.casualties]
    return bool(tallies) and all(t is not None and t.count == Count(0, 0, 0) for t in tallies)


def _figure(event: Event, *, killed: bool) -> Count | None:
    tallies = [one.tally for one in event.casualties if one.killed is killed]
    seen = {(t.first, t.last): t for t in tallies if t is not None}
    return added([tally.count for tally in seen.values()]) if seen else None


def _unhurt(event: Event) -> Count | None:
    """Count no dead where nobody was even hurt."""
    zero = Count(0, 0, 0)
    hurt = [one.tally.count for one in event.casualties if one.tally and not one.killed]
    return zero if hurt == [zero] and len(event.casualties) == 1 else None


def _uncounted(here: Sentences, event: Event) -> Count | None:
    """Count the dead of "the massacre of six farmers"; at least one where no number is said."""
    nouns = [deed.token for deed in event.deeds if deed.token != deed.head]
    if event.main.type is not IncidentType.EXECUTION or not nouns:
        return None
    tally = here.people.tally(one for noun in nouns for one in victims_of(noun))
    return tally.count if tally is not None else Count(1, None, None)
