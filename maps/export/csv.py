"""Tables to CSV that a spreadsheet opens as text, never as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from maps.export.files import whole_file

if TYPE_CHECKING:
    from pathlib import Path

# A cell that begins with one of these is run by spreadsheets as a formula
# (OWASP, "CSV Injection"); a leading apostrophe makes it text.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: pd.DataFrame, path: Path) -> None:
    """Write a table without its geometry as UTF-8 CSV, whole or not at all."""
    flat = pd.DataFrame(table.drop(columns="geometry", errors="ignore"))
    with whole_file(path) as temporary:
        inert = flat.astype(object).apply(_inert_column)
        inert.to_csv(temporary, index=False, lineterminator="\r\n")


def _inert_column(column: pd.Series) -> pd.Series:
    # A list of objects, because pandas would make whole numbers beside a gap floats again.
    return pd.Series([_inert(cell) for cell in column], index=column.index, dtype=object)


def _inert(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return "'" + cell
    # A toll of 39 is not 39.0.
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell
