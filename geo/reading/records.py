"""Whether a record can be true, for records that the code of others made."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from geo.claims import ControlClaim, IncidentClaim, Mention, TollClaim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.claims import Claim, Count, Quote

    Known = Callable[[str], bool]  # whether an id is that of a place
    _Test = Callable[[Any], bool]


def fault_of(one: Mention | Claim, text: str, is_place: Known) -> str | None:
    """Return what is wrong with a mention or claim of a report's text, None if nothing is."""
    if fault := wrong_field(one):
        return fault
    if fault := wrong_quote(one.quote, text):
        return fault
    if not 0 <= one.confidence <= 1:
        return f"a confidence of {one.confidence} is not between 0 and 1"
    place_id = one.place_id if isinstance(one, Mention) else one.where.place_id
    if place_id is not None and not is_place(place_id):
        return f"the gazetteer has no place {place_id[:60]!r}"
    return None if isinstance(one, Mention) else _impossible(one)


def wrong_quote(quote: Quote, text: str) -> str | None:
    """Return what is wrong with a quote of a report's text, None if nothing is."""
    if 0 <= quote.start < quote.end and text[quote.start : quote.end] == quote.text:
        return None
    return f"the quote {quote.text[:60]!r} does not stand at {quote.start}"


def _impossible(claim: Claim) -> str | None:
    when = claim.when
    if when.start and when.end and when.end <= when.start:
        return f"the claim at {claim.quote.start} ends before it begins"
    for count in _counts_of(claim):
        steps = [step for step in (count.low, count.best, count.high) if step is not None]
        if steps != sorted(steps) or count.low < 0:
            return f"the numbers {count.low}, {count.best}, {count.high} are in no order"
    share = claim.share if isinstance(claim, ControlClaim) else None
    if share and not 0 <= share.low <= share.best <= share.high <= 1:
        return f"a share of {share.low}, {share.best}, {share.high} is in no order"
    return None


def _counts_of(claim: Claim) -> Iterator[Count]:
    match claim:
        case IncidentClaim():
            counts = (claim.fatalities, claim.injured, claim.deaths_civilians, claim.displaced)
            yield from (count for count in counts if count is not None)
        case TollClaim():
            yield claim.count
        case _:
            return


def wrong_field(record: Any) -> str | None:  # noqa: ANN401 - of any kind
    """
    Return the first field of a record that does not hold what it must, None if all do.

    >>> from geo.claims import Count
    >>> wrong_field(Count(1, 2, 3)), wrong_field(Count(1, "two", 3))
    (None, "Count.best is 'two'")
    """
    kind: Any = type(record)
    for name, fits in _tests_of(kind):
        value = getattr(record, name)
        if not fits(value):
            return f"{type(record).__name__}.{name} is {str(value)[:60]!r}"
    return None


@cache
def _tests_of(kind: type) -> tuple[tuple[str, _Test], ...]:
    # `date` is known to the records' modules only while types are checked.
    hints = get_type_hints(kind, localns={"date": date})
    return tuple((field.name, _test_for(hints[field.name])) for field in fields(kind))


def _test_for(kind: Any) -> _Test:  # noqa: ANN401 - an annotation
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _any_of([_test_for(one) for one in inner])
    if origin is tuple:
        return _many(_test_for(inner[0])) if Ellipsis in inner else _row(list(inner))
    if is_dataclass(kind):
        return lambda value: type(value) is kind and wrong_field(value) is None
    if kind in _PLAIN:
        return _PLAIN[kind]
    return lambda value: isinstance(value, kind)


def _any_of(tests: list[_Test]) -> _Test:
    return lambda value: any(test(value) for test in tests)


def _many(test: _Test) -> _Test:
    return lambda value: isinstance(value, tuple) and all(map(test, value))


def _row(kinds: list[Any]) -> _Test:
    tests = [_test_for(kind) for kind in kinds]
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(tests)
        and all(test(one) for test, one in zip(tests, value, strict=True))
    )


# Kinds whose instances are not all right: a bool is an int, a datetime a date, NaN a float.
_PLAIN: dict[Any, _Test] = {
    NoneType: lambda value: value is None,
    bool: lambda value: isinstance(value, bool),
    int: lambda value: isinstance(value, int) and not isinstance(value, bool),
    float: lambda value: isinstance(value, (int, float)) and math.isfinite(value),
    date: lambda value: type(value) is date,
}
