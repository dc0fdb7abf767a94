"""The people a report names, and which of them are private persons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.claims import Quote  # noqa: TC001 - records are checked by their annotations


class Standing(StrEnum):
    """What a person is to the public."""

    PUBLIC = "public"  # holds an office, commands, or speaks for others
    PRIVATE = "private"  # resident, victim, relative, witness: somebody without an office


@dataclass(frozen=True, slots=True)
class Person:
    """
    A span of a report that names a person, without title.

    ``role`` is the word that told the standing ("shopkeeper", "spokesman"), empty where
    none did. One person's mentions in a report share ``name``, the longest of them.
    """

    quote: Quote
    standing: Standing
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """
    What was done to a copy of a case that is meant for the public.

    ``names_removed`` counts spans, ``people`` the persons they name; None where names were
    kept, or nobody looked for them. ``coarsened_m`` is the grid of positions, in metres.
    """

    names_removed: int | None = None
    people: int | None = None
    coarsened_m: int | None = None
