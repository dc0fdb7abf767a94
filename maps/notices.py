"""What a page and its files say of themselves: what was taken out before they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from geo.case import Case

COLUMNS = ("names_removed", "people", "coarsened_m", "notice")


def notices_of(case: Case) -> tuple[str, ...]:
    """Return a sentence for everything that was taken out; none if nothing was."""
    notice = case.notice
    if notice is None:
        return ()
    return tuple(filter(None, (_names(case), _positions(notice.coarsened_m))))


def _names(case: Case) -> str:
    if case.people is None:
        return "Nobody looked for names of private persons in these reports."
    notice = case.notice
    if notice is None or not notice.names_removed:
        return ""
    names = _plural(notice.names_removed, "name")
    people = _plural(notice.people or 0, "private person")
    return (
        f"Names of private persons are removed from the reports' words: {names} of {people}. "
        "Offsets are those of the reports as they were delivered."
    )


def _positions(metres: int | None) -> str:
    if metres is None:
        return ""
    return (
        f"Positions are coarsened to {metres:,} m: what is smaller stands as the place it lies in, "
        "where several things may then cover each other; points and edges lie on a grid of that "
        "size. Quotes may still name the place."
    )


def notice_table(case: Case) -> pd.DataFrame:
    """Return one row that says what was taken out of the other tables."""
    notice = case.notice
    row = {
        "names_removed": notice.names_removed if notice else None,
        "people": notice.people if notice else None,
        "coarsened_m": notice.coarsened_m if notice else None,
        "notice": " ".join(notices_of(case)),
    }
    table = pd.DataFrame([row], columns=list(COLUMNS))
    return table.astype({"names_removed": "Int64", "people": "Int64", "coarsened_m": "Int64"})


def notice_member(case: Case) -> dict[str, object]:
    """Return the same as a foreign member of a GeoJSON file (RFC 7946, section 6.1)."""
    notice = case.notice
    if notice is None or not notices_of(case):
        return {}
    told = {
        "names_removed": notice.names_removed,
        "coarsened_m": notice.coarsened_m,
        "notices": list(notices_of(case)),
    }
    return {name: value for name, value in told.items() if value is not None}


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
