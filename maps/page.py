"""A case as one Folium page that opens without a network."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Figure
from folium.map import LayerControl

from gazetteer.errors import UnknownPlaceError
from geo.public.case import published
from maps.export.files import whole_file, write_text
from maps.guests import Guests
from maps.headtags import head_tags
from maps.inert import policy, safe_json, shown
from maps.payload import payload_of
from maps.presentation import Presentation
from maps.preview import preview_png
from maps.skeleton import fill, leaflet_script, leaflet_style, page_script, page_style

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from branca.element import Element

    from gazetteer.place import Place
    from geo.case import Case
    from maps.tiles import Tiles


class CaseMap(folium.Map):
    """
    A case as a `folium.Map`: save it, show it in a notebook, add Folium layers to it.

    The case's own layers pass no text through Folium: branca runs what it renders as a
    template, so a sentence of a report could run as code while the map is made. They go
    into one inert block of JSON that the page's own script reads. Layers that you add
    appear in the page's tree of layers; only then does the page load what they need.

    Parameters
    ----------
    case
        What the reports say.
    base
        Places whose outlines make the base map, such as `Gazetteer.base_map` gives.
    presentation
        Title, online tiles, local map, and how links to the page show it.
    include_names
        Keep the names of private persons, which a page is without otherwise.
    coarsen_m
        Show positions no sharper than a grid of so many metres. Small places become those of
        the case or the base that they lie in, or cells of the grid.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  Folium's own attribute
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(
        self,
        case: Case,
        *,
        base: Sequence[Place] = (),
        presentation: Presentation | None = None,
        include_names: bool = False,
        coarsen_m: int | None = None,
    ) -> None:
        known = {place.id: place for place in (*case.places, *base)}
        public = published(
            case, include_names=include_names, coarsen_m=coarsen_m, look=_look(known)
        )
        dress = presentation or Presentation()
        payload = payload_of(public, title=dress.title, base=base)
        local = dress.local_map
        payload["local"] = local.record(tuple(payload["view"])) if local else None
        tags = head_tags(
            payload["title"], payload["subtitle"], address=dress.address, picture=dress.preview
        )
        west, south, east, north = payload["view"]
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        # In place of the figure that Folium gave it; tall enough in a notebook for every panel.
        CaseFigure(payload, height="760px", tiles=dress.tiles, tags=tags).add_child(self)
        self._case, self._payload = public, payload

    def preview(self) -> bytes:
        """Draw the picture that a link to the page is shown with, a PNG of 1200 by 630 pixels."""
        return preview_png(self._case, self._payload)

    def add_child(
        self, child: Element, name: str | None = None, index: int | None = None
    ) -> Element:
        """Add a layer; a layer control is left out, since the page's tree is one already."""
        return self if isinstance(child, LayerControl) else super().add_child(child, name, index)

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401  Folium's signature
        """Render the layers that were added; the figure renders the case."""
        for child in self._children.values():
            child.render(**kwargs)
        return ""


class CaseFigure(Figure):
    """The page around a case: its skeleton, policy, data and scripts."""

    def __init__(
        self, payload: dict[str, Any], *, height: str, tiles: Tiles | None, tags: str
    ) -> None:
        super().__init__(title=payload["title"], height=height)
        self._payload = payload | {"tiles": tiles and tiles.record()}
        self._tiles = tiles
        self._tags = tags

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401  branca's signature
        """Return the whole page; the same case gives the same text."""
        self._forget_rendered()
        for child in self._children.values():
            child.render(**kwargs)
        guests = Guests(self)
        title = html.escape(shown(str(self._payload["title"])))
        parts = {
            "policy": policy(
                scripts=[leaflet_script(), page_script(), guests.script],
                styles=[leaflet_style(), page_style()],
                pictures=[self._tiles.origin] if self._tiles else [],
                guests=guests,
            ),
            "title": title,
            "tags": self._tags,
            "subtitle": html.escape(shown(str(self._payload["subtitle"]))),
            "leaflet_style": leaflet_style(),
            "style": page_style(),
            "leaflet": leaflet_script(),
            "script": page_script(),
            "guests_head": guests.head,
            "guests_body": guests.body,
            "guests_script": f"<script>{guests.script}</script>" if guests else "",
            "data": safe_json(self._payload | {"map": guests.map, "guests": guests.layers}),
        }
        return fill(parts)

    def _forget_rendered(self) -> None:
        # branca collects what children write; rendering twice would write it twice.
        for part in (self.header, self.html, self.script):
            part._children.clear()  # noqa: SLF001  branca has no public way


def write_page(
    case: Case,
    path: Path,
    *,
    base: Sequence[Place] = (),
    presentation: Presentation | None = None,
    preview: Path | None = None,
) -> None:
    """
    Write a case as one HTML file, and its picture for links as another; each whole or not at all.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    dress = presentation or Presentation()
    if preview:
        dress = replace(dress, preview=preview.name)
    page = CaseMap(case, base=base, presentation=dress)
    write_text(path, page.get_root().render())
    if preview:
        with whole_file(preview) as temporary:
            temporary.write_bytes(page.preview())


def _look(known: Mapping[str, Place]) -> Callable[[str], Place]:
    def place(place_id: str) -> Place:
        if place_id not in known:
            raise UnknownPlaceError(place_id)
        return known[place_id]

    return place
