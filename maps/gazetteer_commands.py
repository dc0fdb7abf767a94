"""`dateline gazetteer`: build the indexes of places, add to them, say what is in them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from maps.console import echo_json, echo_table, opened, places_option

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer.index import Gazetteer


@click.group("gazetteer")
def gazetteer_group() -> None:
    """Build the index of places, add to it, or say what is in it."""


@gazetteer_group.command("build")
@places_option
def gazetteer_build(places_files: tuple[Path, ...]) -> None:
    """Build the index now rather than on first use."""
    _show(opened(places_files))


@gazetteer_group.command("info")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@places_option
def gazetteer_info(*, as_json: bool, places_files: tuple[Path, ...]) -> None:
    """Say where the indexes are, how large, from when, and what is in them."""
    gazetteer = opened(places_files)
    if as_json:
        echo_json([asdict(index) for index in gazetteer.indexes()])
    else:
        _show(gazetteer)


def _show(gazetteer: Gazetteer) -> None:
    for index in gazetteer.indexes():
        size = f"{index.size_bytes / 1e6:,.0f} MB, made {index.made}" if index.made else "in memory"
        # Not in the table: a path must be copied in one piece.
        click.echo(f"{index.file or 'your own places'} ({size})")
        rows = [[f"{one.places:,}", one.name, one.licence] for one in index.sources]
        echo_table(("places", "source", "licence"), rows)
