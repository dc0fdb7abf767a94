"""
Many records as columns, for a page of thousands of incidents.

Records of one kind repeat their keys and most of their words; as columns, what all share is
written once and what many share is a number in a list. `assets/scripts/columns.js` reads them.

This is the seam for a million incidents, which is not made yet. It needs, in this order: the
columns that are filtered and grouped on (longitude and latitude as 32-bit whole numbers of
1e-5 degrees, days, codes of actor, type and report) as one compressed block that
``DecompressionStream`` opens, which the page's policy allows; no record made before one is
pointed at, chosen or listed; and the quotes in a second block, opened when the first is read.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

Record: TypeAlias = dict[str, Any]

# Fewer stay records, which can be read in the page's source; they come to under a megabyte.
MANY = 1_000
# A list of words pays when each is used about this often: a code is two or three letters.
_OFTEN = 4


def columns_of(records: Sequence[Record]) -> list[Record] | Record:
    """
    Return records as columns if there are many; as they are if there are few.

    Returns
    -------
    columns
        ``number`` of records; ``at``, longitude and latitude of each in turn; ``fields`` and
        ``row``, each a column by its name. A column is ``{"all": value}``,
        ``{"words": values, "codes": number of the value of each record}`` or a list of
        values. A record without the field has null.
    """
    if len(records) < MANY or any(one["geometry"]["type"] != "Point" for one in records):
        return list(records)
    names = _names(one for one in records) - {"geometry", "row"}
    rows = [one["row"] for one in records]
    return {
        "number": len(records),
        "at": [value for one in records for value in one["geometry"]["coordinates"]],
        "fields": {name: _column([one.get(name) for one in records]) for name in sorted(names)},
        "row": {name: _column([row.get(name) for row in rows]) for name in sorted(_names(rows))},
    }


def _names(records: Iterable[Record]) -> set[str]:
    return {name for one in records for name in one}


def _column(values: list[Any]) -> list[Any] | Record:
    codes: dict[Hashable, int] = {}
    words: list[Any] = []
    numbers = []
    for value in values:
        key = _key(value)
        if key not in codes:
            codes[key] = len(words)
            words.append(value)
        numbers.append(codes[key])
    if len(words) == 1:
        return {"all": values[0]}
    return values if len(words) * _OFTEN > len(values) else {"words": words, "codes": numbers}


def _key(value: Any) -> Hashable:  # noqa: ANN401  a cell of a record
    # True is 1 to a dictionary and 1.0 is 1; a record keeps them apart.
    return json.dumps(value) if isinstance(value, (list, dict)) else (type(value), value)
