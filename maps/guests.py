"""A user's own Folium layers in the page: their names, their scripts, and what these load."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import folium
from folium.map import Layer
from folium.raster_layers import TileLayer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from branca.element import Element, Figure

# branca names every element by its kind and 32 random hexadecimal digits.
_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}\b")
_SCRIPTS = re.compile(r"<script[^>]*\ssrc=\"([^\"]+)\"")
_STYLES = re.compile(r"<link[^>]*\shref=\"([^\"]+)\"")
# What only Folium's pop-ups and icons use, beside Leaflet itself.
_NEEDS_FOLIUM = re.compile(r"\$\(|AwesomeMarkers|BeautifyIcon")
# What goes into the policy may not end a source or a directive there.
_PLAIN_HOST = re.compile(r"[a-z0-9.-]+(:\d+)?|\[[0-9a-f:]+\](:\d+)?")
# Where Folium's elements keep the addresses of pictures and tiles.
_ADDRESSES = ("tiles", "url", "icon_url", "iconUrl", "shadow_url", "shadowUrl")


class Guests:
    """What a figure's own map was given by its user, with ids that do not change."""

    def __init__(self, figure: Figure) -> None:
        (case_map,) = figure._children.values()  # noqa: SLF001  branca has no public way
        self._numbers: dict[str, str] = {}
        self.map = self._steady(case_map.get_name())
        self.head = self._steady(figure.header.render().strip())
        self.body = self._steady(figure.html.render().strip())
        self.script = self._steady(figure.script.render().strip())
        if _NEEDS_FOLIUM.search(self.script):
            self.head = _folium_links() + self.head
        self.layers = [
            {"variable": self._steady(child.get_name()), "name": _name(child)}
            for child in case_map._children.values()  # noqa: SLF001
            if isinstance(child, Layer) and child.control
        ]
        self._addresses = list(_addresses(case_map))

    def __bool__(self) -> bool:
        return bool(self.script or self.head or self.body)

    @property
    def scripts(self) -> list[str]:
        """The files that may run, as sources of a policy: no others of their hosts."""
        return _sources(_SCRIPTS.findall(self.head))

    @property
    def styles(self) -> list[str]:
        """The style sheets that may be loaded, as sources of a policy."""
        return _sources(_STYLES.findall(self.head))

    @property
    def pictures(self) -> list[str]:
        """The origins of tiles and pictures that layers name, and of the style sheets' own."""
        found = {_origin(one) for one in [*self._addresses, *_STYLES.findall(self.head)]}
        return sorted(found - {""})

    def _steady(self, text: str) -> str:
        """Replace random ids by their order of appearance."""
        return _RANDOM_ID.sub(
            lambda match: self._numbers.setdefault(match[0], f"{len(self._numbers):032x}"), text
        )


def _name(layer: Layer) -> str:
    # Without a name Folium takes the element's id, which is random and tells nobody anything.
    unnamed = not layer.layer_name or str(layer.layer_name).endswith(f"_{layer._id}")  # noqa: SLF001
    return type(layer).__name__ if unnamed else str(layer.layer_name)


def _addresses(element: Element) -> Iterator[str]:
    """Yield every address of pictures that an element or one inside it names."""
    options: dict[str, Any] = getattr(element, "options", None) or {}
    for name in _ADDRESSES:
        for found in (getattr(element, name, None), options.get(name)):
            if isinstance(found, str):
                for subdomain in str(options.get("subdomains", "abc")):
                    yield found.replace("{s}", subdomain)
    inside = getattr(element, "tile_layer", None)  # of a small map in a corner
    if isinstance(inside, TileLayer):
        yield from _addresses(inside)
    for child in element._children.values():  # noqa: SLF001  branca has no public way
        yield from _addresses(child)


def _origin(address: str) -> str:
    """Return the origin of an address on the web; nothing for all else."""
    parts = urlsplit(address)
    host = parts.netloc.lower()
    usable = parts.scheme in {"http", "https"} and _PLAIN_HOST.fullmatch(host)
    return f"{parts.scheme}://{host}" if usable else ""


def _sources(links: list[str]) -> list[str]:
    found = set()
    for link in links:
        address = html.unescape(link)
        if origin := _origin(address):
            found.add(origin + quote(urlsplit(address).path, safe="/@:%+~!$&()*="))
    return sorted(found)


def _folium_links() -> str:
    scripts = [url for name, url in folium.Map.default_js if name != "leaflet"]
    styles = [url for name, url in folium.Map.default_css if name != "leaflet_css"]
    return "".join(
        [
            *(f'<script src="{url}"></script>' for url in scripts),
            *(f'<link rel="stylesheet" href="{url}">' for url in styles),
        ]
    )
