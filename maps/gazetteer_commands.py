"""`dateline gazetteer`: build the indexes of places, add to them, say what is in them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.console import echo_json, echo_table, harmless, opened, places_option

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("gazetteer")
def gazetteer_group() -> None:
    """Build the index of places, add to it, or say what is in it."""


@gazetteer_group.command("build")
@click.option(
    "--geonames",
    type=_FILE,
    help="A dump of GeoNames: allCountries.zip, or one country's such as SY.zip.",
)
@click.option("--alternate-names", type=_FILE, help="alternateNamesV2.zip of GeoNames.")
@click.option("--hierarchy", type=_FILE, help="hierarchy.zip of GeoNames.")
@click.option(
    "--outlines",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Boundaries as GeoJSON, of OpenStreetMap or Who's On First; may be repeated.",
)
def gazetteer_build(
    geonames: Path | None,
    alternate_names: Path | None,
    hierarchy: Path | None,
    outlines: tuple[Path, ...],
) -> None:
    """
    Build the index now rather than on first use.

    With a dump or outlines an index of these is made beside it, and used from then on. What
    was built before from other files of the kind is replaced.
    """
    if geonames is None and (alternate_names or hierarchy):
        raise click.UsageError("--alternate-names and --hierarchy need --geonames.")
    if geonames or outlines:
        from gazetteer.extra import build_extra  # noqa: PLC0415 - `--help` does not wait for it
        from maps.progress import build_progress  # noqa: PLC0415

        with build_progress() as on_progress:
            built = build_extra(
                geonames=geonames,
                alternate_names=alternate_names,
                hierarchy=hierarchy,
                outlines=outlines,
                on_progress=on_progress,
            )
        for sentence in built.told:
            click.echo(harmless(sentence), err=True)
    _show(opened())


@gazetteer_group.command("add")
@click.argument("files", nargs=-1, required=True, type=_FILE)
def gazetteer_add(files: tuple[Path, ...]) -> None:
    """Keep your own places, GeoJSON or CSV, for every run from now on."""
    from gazetteer.extra import add_places  # noqa: PLC0415 - as above
    from maps.progress import build_progress  # noqa: PLC0415

    with build_progress() as on_progress:
        kept = add_places(files, on_progress=on_progress)
    for path in kept:
        click.echo(f"Kept as {path}; delete it to be rid of its places.")


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
