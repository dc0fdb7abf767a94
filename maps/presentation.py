"""What a page is given beside its case, and the options of a command that give it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.headtags import WebAddress
from maps.tiles import Tiles, TilesError

if TYPE_CHECKING:
    from collections.abc import Callable

    from maps.localmap import LocalMap


@dataclass(frozen=True, slots=True)
class Presentation:
    """
    What a page is given beside its case.

    Parameters
    ----------
    title
        The page's title; the place most claims are about, if None.
    tiles
        Online tiles that a reader may ask for. None, and the page has no button and may ask
        no host.
    address
        Where the page will be on the web: for those who show links to it.
    preview
        The name of the file beside the page that holds its picture, if there is one.
    local_map
        Streets, water and buildings from a file, embedded in the page.
    """

    title: str | None = None
    tiles: Tiles | None = None
    address: WebAddress | None = None
    preview: str | None = None
    local_map: LocalMap | None = None


_OPTIONS = (
    click.option(
        "--tiles",
        metavar="URL",
        help="Offer online tiles by a button, as https://…/{z}/{x}/{y}.png; none are asked for "
        "before a reader clicks.",
    ),
    click.option(
        "--tiles-attribution", metavar="TEXT", default="", help="Whom to credit for the tiles."
    ),
    click.option(
        "--pmtiles",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Draw streets, water and buildings from a PMTiles file (Protomaps or OpenMapTiles).",
    ),
    click.option(
        "--url",
        metavar="URL",
        help="Where map.html will be on the web, so that links to it show its picture.",
    ),
)


def _local_map(path: Path) -> LocalMap:
    # pyogrio takes a while to load, which `--help` does not wait for.
    from maps.localmap import LocalMap  # noqa: PLC0415

    return LocalMap(path)


def presentation_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a page, as one ``presentation``."""

    @functools.wraps(command)
    def with_presentation(
        *,
        tiles: str | None,
        tiles_attribution: str,
        url: str | None,
        pmtiles: Path | None,
        **others: Any,  # noqa: ANN401  the command's own
    ) -> None:
        if tiles_attribution and tiles is None:
            raise TilesError("--tiles-attribution credits tiles; name them with --tiles URL.")
        online = Tiles(tiles, tiles_attribution) if tiles is not None else None
        address = WebAddress(url) if url is not None else None
        local_map = _local_map(pmtiles) if pmtiles else None
        presentation = Presentation(tiles=online, address=address, local_map=local_map)
        command(presentation=presentation, **others)

    for option in reversed(_OPTIONS):
        with_presentation = option(with_presentation)
    return with_presentation
