"""A case as one Folium page that opens without a network."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import folium
from branca.element import Figure
from folium.map import Layer

from maps.export.files import write_text
from maps.inert import policy, safe_json, shown
from maps.payload import payload_of
from maps.skeleton import fill, leaflet_script, leaflet_style, page_script, page_style

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from gazetteer.place import Place
    from geo.case import Case

# branca names every element by its kind and 32 random hexadecimal digits.
_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}\b")
_LINK = re.compile(r"(?:src|href)=\"([^\"]+)\"")
# What only Folium's pop-ups and icons use, beside Leaflet itself.
_NEEDS_FOLIUM = re.compile(r"\$\(|AwesomeMarkers|BeautifyIcon")


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
    title
        The page's title; the place most claims are about, if None.
    base
        Places whose outlines make the base map, such as `Gazetteer.base_map` gives.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  Folium's own attribute
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, case: Case, *, title: str | None = None, base: Sequence[Place] = ()) -> None:
        payload = payload_of(case, title=title, base=base)
        west, south, east, north = payload["view"]
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        # In place of the figure that Folium gave it; tall enough in a notebook for every panel.
        CaseFigure(payload, height="760px").add_child(self)

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401  Folium's signature
        """Render the layers that were added; the figure renders the case."""
        for child in self._children.values():
            child.render(**kwargs)
        return ""


class CaseFigure(Figure):
    """The page around a case: its skeleton, policy, data and scripts."""

    def __init__(self, payload: dict[str, Any], *, height: str) -> None:
        super().__init__(title=payload["title"], height=height)
        self._payload = payload

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401  branca's signature
        """Return the whole page; the same case gives the same text."""
        self._forget_rendered()
        for child in self._children.values():
            child.render(**kwargs)
        guests = _Guests(self)
        title = html.escape(shown(str(self._payload["title"])))
        parts = {
            "policy": policy(
                scripts=[leaflet_script(), page_script(), guests.script],
                styles=[leaflet_style(), page_style()],
                hosts=guests.hosts,
                guests=bool(guests),
            ),
            "title": title,
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


class _Guests:
    """What a user's own Folium layers need in the page, with ids that do not change."""

    def __init__(self, figure: CaseFigure) -> None:
        (case_map,) = figure._children.values()  # noqa: SLF001  branca has no public way
        self._numbers: dict[str, str] = {}
        self.map = self._steady(case_map.get_name())
        self.head = self._steady(figure.header.render().strip())
        self.body = self._steady(figure.html.render().strip())
        self.script = self._steady(figure.script.render().strip())
        if _NEEDS_FOLIUM.search(self.script):
            self.head = _folium_links() + self.head
        self.layers = [
            {"variable": self._steady(child.get_name()), "name": child.layer_name or "Layer"}
            for child in case_map._children.values()  # noqa: SLF001
            if isinstance(child, Layer)
        ]

    def __bool__(self) -> bool:
        return bool(self.script or self.head or self.body)

    @property
    def hosts(self) -> list[str]:
        """The origins the layers load scripts and styles from."""
        links = [urlsplit(link) for link in _LINK.findall(self.head)]
        return sorted({f"{link.scheme}://{link.netloc}" for link in links if link.netloc})

    def _steady(self, text: str) -> str:
        """Replace random ids by their order of appearance."""
        return _RANDOM_ID.sub(
            lambda match: self._numbers.setdefault(match[0], f"{len(self._numbers):032x}"), text
        )


def _folium_links() -> str:
    scripts = [url for name, url in folium.Map.default_js if name != "leaflet"]
    styles = [url for name, url in folium.Map.default_css if name != "leaflet_css"]
    return "".join(
        [
            *(f'<script src="{url}"></script>' for url in scripts),
            *(f'<link rel="stylesheet" href="{url}">' for url in styles),
        ]
    )


def write_page(
    case: Case, path: Path, *, base: Sequence[Place] = (), title: str | None = None
) -> None:
    """
    Write a case as one HTML file, whole or not at all.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    write_text(path, CaseMap(case, title=title, base=base).get_root().render())
