"""
What a reader is: reports in, records out.

Dateline's own reader is `geo.reading.reader.RuleReader`. Another one, a language model or a
person's notes, is a class in a distribution of its own that names it in its metadata::

    [project.entry-points."dateline.readers"]
    notes = "my_package:NotesReader"

and ``dateline map reports/ --reader notes`` reads with it. The class is called with the
gazetteer and the table of actors, and has one method::

    class NotesReader:
        def __init__(self, gazetteer, *, table): ...

        def read(self, reports):
            return Reading(publications={}, mentions=(), claims=(...), not_used=())

What it gives back is checked before it is drawn (`geo.reading.guarded`): every field of a
record must have its type, every quote must stand in its report, letter for letter, and
every place must be in the gazetteer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.claims import Claim, Mention, NotUsed
    from geo.people import Person
    from geo.reading.dates.published import Publication
    from geo.report import Report

# Distributions name their readers in this group of their entry points.
GROUP = "dateline.readers"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of some reports. Claims stand in the order of the text."""

    # By report id. A report that is left out was published on the day given for it, if any.
    publications: Mapping[str, Publication]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    not_used: tuple[NotUsed, ...]
    # None: the reader did not look for people; our own rules do then.
    people: tuple[Person, ...] | None = None


@runtime_checkable
class Reader(Protocol):
    """Anything that finds claims in reports: rules, a model, a person."""

    def read(self, reports: Sequence[Report]) -> Reading:
        """Read the reports together, because they can date each other."""
        ...
