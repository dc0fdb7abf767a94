"""What a page says of itself to whoever shows a link to it: tags in its head."""

from __future__ import annotations

import html
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from gazetteer.errors import DatelineError
from maps.inert import shown

PREVIEW_NAME = "preview.png"
# A "D" whose stroke is crossed by the line where the date changes.
_ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"
    "<rect width='32' height='32' rx='7' fill='#0B4F6C'/>"
    "<path d='M9 7.5h6c6 0 9 3.5 9 8.5s-3 8.5-9 8.5H9z' fill='none' stroke='#fff' "
    "stroke-width='3.2' stroke-linejoin='round'/>"
    "<path d='M15.5 2v28' stroke='#FFE9A8' stroke-width='2' stroke-dasharray='3 2.5'/></svg>"
)


class AddressError(DatelineError):
    """The address a page is to have on the web is none."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """
    Where a page will be on the web; whoever shows a link asks for absolute addresses only.

    Raises
    ------
    AddressError
        If it is not http or https, or names no host.
    """

    url: str

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            usable = False
        if not usable:
            raise AddressError(
                f"The page's address {self.url!r} is none on the web; write the one where "
                "map.html will be, such as https://example.org/maps/map.html."
            )

    def beside(self, name: str) -> str:
        """Return the address of a file that lies beside the page."""
        return urljoin(self.url, name)


def head_tags(title: str, subtitle: str, *, address: WebAddress | None, picture: str | None) -> str:
    """
    Write the tags; all text in them is escaped.

    Parameters
    ----------
    title, subtitle
        As the page shows them.
    address
        Where the page will be; without it the picture is named without a host, which few of
        those who show links follow.
    picture
        The file beside the page that is its preview, if there is one.
    """
    about = (
        f"{subtitle}. Who is said to hold which ground, and what is said to have happened, with "
        "the words of the reports."
    )
    properties = {
        "og:type": "website",
        "og:site_name": "Dateline",
        "og:title": title,
        "og:description": about,
        "og:url": address.url if address else None,
    }
    names = {
        "description": about,
        "twitter:card": "summary_large_image" if picture else "summary",
        "twitter:title": title,
        "twitter:description": about,
    }
    if picture:
        place = address.beside(picture) if address else picture
        properties |= {
            "og:image": place,
            "og:image:type": "image/png",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": f"Map: {title}",
        }
        names["twitter:image"] = place
    lines = [
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(_ICON)}">',
        *(f'<meta name="{name}" content="{_escaped(text)}">' for name, text in names.items()),
        *(
            f'<meta property="{name}" content="{_escaped(text)}">'
            for name, text in properties.items()
            if text is not None
        ),
    ]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return html.escape(shown(text))
