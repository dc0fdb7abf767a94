"""Online map tiles that a page may offer: never asked for before a reader clicks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from gazetteer.errors import DatelineError

# What Leaflet fills in. Without z, x and y every tile would be the same picture.
_NEEDED = frozenset("zxy")
_KNOWN = _NEEDED | {"r", "-y"}
_SLOT = re.compile(r"\{([^{}]*)\}")
# The host goes into the page's policy, where a blank, a quote or a semicolon would say more.
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]")
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
_EXAMPLE = "write it as https://tiles.example.org/{z}/{x}/{y}.png"


class TilesError(DatelineError):
    """The address of online tiles cannot be used."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """
    Where online tiles come from, and whom to credit.

    Parameters
    ----------
    url
        An address with {z}, {x} and {y} in it, on one https host (plain http will do for
        this machine). Whatever key it holds can be read by everyone who has the page.
    attribution
        Shown as text, never as markup.

    Raises
    ------
    TilesError
        If the address is no such thing.
    """

    url: str
    attribution: str = ""

    def __post_init__(self) -> None:
        _check_slots(self.url)
        _check_host(self.url)

    @property
    def origin(self) -> str:
        """The one origin that a page's policy lets pictures come from."""
        return f"{urlsplit(self.url).scheme}://{self.host}"

    @property
    def host(self) -> str:
        """The host as a reader is told it."""
        return urlsplit(self.url).netloc.lower()

    def record(self) -> dict[str, str]:
        """Return what the page's script needs."""
        return {"url": self.url, "host": self.host, "attribution": self.attribution}


def _check_slots(url: str) -> None:
    slots = set(_SLOT.findall(url))
    if "s" in slots:
        raise TilesError(
            f"The address of tiles {url!r} stands for several hosts by {{s}}; write one of them "
            "out, because the page lets pictures come from one host only."
        )
    if not {slot.removeprefix("-") for slot in slots} >= _NEEDED:
        raise TilesError(f"The address of tiles {url!r} lacks {{z}}, {{x}} or {{y}}; {_EXAMPLE}.")
    if unknown := sorted(slots - _KNOWN):
        raise TilesError(
            f"The address of tiles {url!r} has {{{unknown[0]}}}, which the page cannot fill in; "
            f"{_EXAMPLE}."
        )


def _check_host(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise TilesError(f"The address of tiles {url!r} is no address; {_EXAMPLE}.") from error
    host = parts.netloc.lower()
    name = host.removesuffix(f":{port}")
    if _HOST.fullmatch(name) is None:
        # A user name or a slot in the host ends here too.
        raise TilesError(f"The address of tiles {url!r} names no plain host; {_EXAMPLE}.")
    if parts.scheme != "https" and not (parts.scheme == "http" and name in _OWN_MACHINE):
        raise TilesError(
            f"The address of tiles {url!r} does not begin with https://, so that others could "
            f"see what a reader looks at; {_EXAMPLE}."
        )
