"""
Records to one JSON file and back, field by field as the records name them.

What is written can be read by any program: days are ISO 8601, shapes are WKB in
hexadecimal digits so that they come back to the last bit, claims say of which kind they are.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import DatelineError
from gazetteer.place import Place
from geo import codes
from geo.actors import Actor
from geo.claims import Claim, ControlClaim, Count, IncidentClaim, Mention, NotUsed, TollClaim
from geo.features import Incident, Zone
from geo.ground.audit import Audited
from geo.people import Notice, Person
from geo.reading.dates.published import Publication
from geo.report import Report

if TYPE_CHECKING:
    from pathlib import Path

# The version is the name of the one member, so that a later form cannot be taken for this.
FORMAT = "dateline-case-1"

_KINDS: dict[str, type[Claim]] = {
    "control": ControlClaim,
    "incident": IncidentClaim,
    "toll": TollClaim,
}
_NAMES = {cls: kind for kind, cls in _KINDS.items()}
# What the records' annotations name and their modules import for the type checker only.
_ANNOTATED = vars(codes) | {
    cls.__name__: cls
    for cls in (
        Actor, Audited, BaseGeometry, Claim, Count, Incident, Mention, NotUsed, Notice, Person,
        Place, Point, Publication, Report, Zone, date,
    )
} | {"Mapping": Mapping}  # fmt: skip


class CaseFileError(DatelineError):
    """A file of a case cannot be read."""


def write_record(record: Any, path: Path) -> None:  # noqa: ANN401 - any dataclass
    """Write a record as JSON, whole or not at all."""
    text = json.dumps({FORMAT: _plain(record)}, allow_nan=False)
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_text(text, encoding="ascii")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_record(cls: type[Any], path: Path) -> Any:  # noqa: ANN401 - an instance of cls
    """
    Read a record back.

    Raises
    ------
    CaseFileError
        If the file is not there, no such file, or of another version.
    """
    try:
        return _record(cls, json.loads(path.read_text(encoding="ascii"))[FORMAT])
    except (OSError, ValueError, LookupError, TypeError, shapely.GEOSException) as error:
        message = f"{path} cannot be read as a case ({error!r}); save it anew with Case.save()."
        raise CaseFileError(message) from error


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one return a sort of value
    if is_dataclass(value):
        row = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        kind = _NAMES.get(type(value))  # type: ignore[arg-type]
        return row | {"kind": kind} if kind else row
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case BaseGeometry():
            return shapely.to_wkb(value, hex=True)
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
    return value


def _read(value: Any, kind: Any) -> Any:  # noqa: ANN401, PLR0911 - one return a sort of type
    if value is None:
        return None
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _read(value, next(one for one in get_args(kind) if one is not type(None)))
    if origin is tuple:
        inner = get_args(kind)
        kinds = inner[:1] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_read(one, each) for one, each in zip(value, kinds, strict=True))
    if origin is Mapping:
        return {key: _read(one, get_args(kind)[1]) for key, one in value.items()}
    if not isinstance(kind, type):
        return value
    if issubclass(kind, Claim):
        return _record(_KINDS[value.pop("kind")], value)
    if issubclass(kind, BaseGeometry):
        return shapely.from_wkb(value)
    if is_dataclass(kind):
        return _record(kind, value)
    if issubclass(kind, date):
        return date.fromisoformat(value)
    return kind(value) if issubclass(kind, Enum) else value


def _record(cls: type[Any], row: dict[str, Any]) -> Any:  # noqa: ANN401 - an instance of cls
    kinds = _kinds_of(cls)  # type: ignore[arg-type]
    return cls(**{name: _read(value, kinds[name]) for name, value in row.items()})


@lru_cache(maxsize=64)
def _kinds_of(cls: type[Any]) -> dict[str, Any]:
    return get_type_hints(cls, localns=_ANNOTATED)
