"""Other people's text made inert: as JSON in a page, and a policy that runs only our scripts."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maps.guests import Guests

# Controls that reorder or hide what a reader sees (Unicode TR 36, "Trojan Source"), other
# control characters, and lone surrogates, which UTF-8 cannot write.
_UNSHOWN = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")

# What could end the script element, open a comment or an entity, or end a line in JavaScript.
_ESCAPES = {
    "&": "\\u0026",
    "<": "\\u003c",
    ">": "\\u003e",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_UNSAFE = re.compile("[&<>\u2028\u2029]")
# branca compiles finished output as a Jinja template: no brace may open one.
_TEMPLATE = re.compile(r"\{(?=[{%#])")


def shown(text: str) -> str:
    """Return a text without characters that reorder or hide what a reader sees."""
    return _SURROGATE.sub("\ufffd", _UNSHOWN.sub("", text))


def cleaned(value: object) -> object:
    """Return a JSON value with `shown` applied to every string in it, keys included."""
    match value:
        case str():
            return shown(value)
        case dict():
            return {shown(str(key)): cleaned(one) for key, one in value.items()}
        case list() | tuple():
            return [cleaned(one) for one in value]
        case _:
            return value


def safe_json(value: object) -> str:
    """
    Write a value as JSON that may stand inside a script element.

    It cannot close the element, open a comment or be taken for a template.
    """
    text = json.dumps(cleaned(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    text = _UNSAFE.sub(lambda match: _ESCAPES[match[0]], text)
    # JSON itself never writes two of these side by side, so this is always inside a string.
    return _TEMPLATE.sub(r"\\u007b", text)


def policy(
    *,
    scripts: Iterable[str],
    styles: Iterable[str],
    pictures: Iterable[str] = (),
    guests: Guests | None = None,
) -> str:
    """
    Write the Content-Security-Policy of a page.

    Parameters
    ----------
    scripts, styles
        The inline scripts and styles that we wrote, exactly as they stand in the page.
    pictures
        Origins that online tiles come from.
    guests
        A user's own layers. The files they load may run, and no others of their hosts; their
        pop-ups use inline styles.
    """
    script = [_digest(text) for text in scripts]
    style = [_digest(text) for text in styles]
    image = ["data:", "blob:", *pictures]
    font: list[str] = []
    if guests:
        script += guests.scripts
        style = ["'unsafe-inline'", *guests.styles]
        image += guests.pictures
        font = ["font-src", "data:", *guests.pictures]
    directives = [
        ["default-src 'none'"],
        ["script-src", *script],
        ["style-src", *style],
        ["img-src", *image],
        font,
        ["connect-src 'none'"],
        ["base-uri 'none'"],
        ["form-action 'none'"],
        ["frame-src 'none'"],
        ["object-src 'none'"],
    ]
    return "; ".join(" ".join(one) for one in directives if one)


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
