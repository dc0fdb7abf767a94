"""The readers that can be asked for by name: ours, and those of other distributions."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from geo.errors import ReaderError
from geo.reading.contract import GROUP, Reader

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable

OURS = "rules"


def reader_names() -> tuple[str, ...]:
    """Return the names of all readers, our own first."""
    return (OURS, *sorted({one.name for one in entry_points(group=GROUP)} - {OURS}))


def reader_named(name: str, gazetteer: Gazetteer, table: ActorTable) -> Reader:
    """
    Make the reader of a name.

    Parameters
    ----------
    name
        ``rules``, or what a distribution calls its entry point in ``dateline.readers``.
    gazetteer
        Where the reader turns names into places.
    table
        Who the actors are.

    Raises
    ------
    ReaderError
        No reader or several have this name, or it cannot be loaded.
    """
    if name == OURS:
        from geo.reading.reader import RuleReader  # noqa: PLC0415 - only its user waits for it

        return RuleReader(gazetteer, table=table)
    found = _registered(name)
    try:
        reader: Any = found.load()(gazetteer, table=table)
    except Exception as error:  # whatever the code of others does
        raise ReaderError(
            f"The reader {name!r} ({found.value}) cannot be started: {type(error).__name__}: "
            f"{error}. Mend or remove the distribution that brings it."
        ) from error
    if not isinstance(reader, Reader):
        raise ReaderError(f"The reader {name!r} ({found.value}) has no method `read`; add one.")
    return reader


def _registered(name: str) -> EntryPoint:
    # One distribution can be found twice, as when a checkout lies on the path.
    found = {one.value: one for one in entry_points(group=GROUP, name=name)}
    if not found:
        raise ReaderError(
            f"There is no reader {name!r}; installed are: {', '.join(reader_names())}."
        )
    if len(found) > 1:
        raise ReaderError(
            f"Several distributions bring a reader {name!r} ({', '.join(sorted(found))}); "
            "remove all but one."
        )
    return next(iter(found.values()))
