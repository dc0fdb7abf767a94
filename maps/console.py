"""What the commands share: options, tables, and text by others made harmless on a terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.index import Gazetteer

# The bidirectional controls, which make a line read as something else than it is.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Controls, lone surrogates, and the separators that end a line.
_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})
# So wide is a table in a file or a pipe, where nobody has set a width.
_WIDTH = 160

places_option = click.option(
    "--places",
    "places_files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own places, as GeoJSON or CSV; they win over all others.",
)


def _known(_: click.Context, __: click.Parameter, name: str) -> str:
    if name != "rules":
        from geo.reading.installed import reader_names  # noqa: PLC0415 - `--help` is quicker

        if name not in (names := reader_names()):
            raise click.BadParameter(f"there is no reader {name!r}; use {' or '.join(names)}.")
    return name


reader_option = click.option(
    "--reader",
    "reader_name",
    default="rules",
    show_default=True,
    callback=_known,
    help="What reads the reports: our rules, or a reader that is installed.",
)


def opened(places_files: Sequence[Path] = ()) -> Gazetteer:
    """Open the gazetteer; its first building is shown on standard error."""
    from gazetteer.index import open_gazetteer  # noqa: PLC0415 - `--help` does not wait for it
    from maps.progress import build_progress  # noqa: PLC0415

    with build_progress() as on_progress:
        return open_gazetteer(places_files=places_files, on_progress=on_progress)


def harmless(text: str) -> str:
    """
    Return the text in one line, without what a terminal would act on.

    Names and quotes come from files by others: an escape sequence in one of them could
    clear the screen or rename the window.
    """
    return "".join("\ufffd" if _acts(sign) else sign for sign in " ".join(text.split()))


def echo_json(value: object) -> None:
    """Print JSON with letters as they are; what a terminal would act on is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    # Such signs stand in strings only, so the text stays JSON and says the same.
    signs = (f"\\u{ord(c):04x}" if c != "\n" and _acts(c) else c for c in text)
    click.echo("".join(signs))


def echo_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "") -> None:
    """Print a table; nothing in it is read as markup."""
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*columns, title=Text(harmless(title)) if title else None, title_justify="left")
    for row in rows:
        # Text, not str: square brackets in a report are not markup.
        table.add_row(*(Text(harmless(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(table)


def _acts(sign: str) -> bool:
    return unicodedata.category(sign) in _CONTROL or sign in _TURNING
