"""
What can go wrong, as one tree; every message is a sentence with its cure.

    DatelineError
    ├── GazetteerError      a source or the index cannot be read or built
    │   ├── UnknownPlaceError
    │   └── AmbiguousPlaceError
    ├── ReportError         a report, or the list of reports, cannot be read
    ├── TableError          a table breaks its promise
    ├── PartError           a part of a place is named in words that have no shape
    ├── ShareConflictError  claimed shares of one place cannot all be true
    ├── LocalMapError       a PMTiles file cannot be drawn
    ├── AddressError        the address a page is to have on the web is none
    ├── TilesError          the address of online tiles cannot be used
    └── OutputError         a file cannot be written
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class DatelineError(Exception):
    """Anything Dateline refuses to do, said in one sentence."""


class GazetteerError(DatelineError):
    """A source of places or the index made from it cannot be used."""


class UnknownPlaceError(GazetteerError):
    """No source of places knows the name or the id."""

    def __init__(self, name: str, *, near_misses: Sequence[str] = ()) -> None:
        self.name = name
        self.near_misses = tuple(near_misses)
        shown = name if len(name) <= 80 else name[:80] + "…"
        hint = (
            f" Did you mean {' or '.join(map(repr, near_misses))}?"
            if near_misses
            else " Add it to a places file and pass it with --places."
        )
        super().__init__(f"No gazetteer source knows a place called {shown!r}.{hint}")


class AmbiguousPlaceError(GazetteerError):
    """Several places have the name, and one must be meant."""

    def __init__(self, name: str, *, candidates: Sequence[str], asked_by: str) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        shown = name if len(name) <= 80 else name[:80] + "…"
        listed = "; ".join(candidates)
        super().__init__(
            f"{shown!r} in {asked_by} may mean several places ({listed}); write one of them out."
        )
