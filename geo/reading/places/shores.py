"""
Ground on one side of a line: "the Malvian side of the border", "the coast of Orsa", "its banks".

Whose side it is often says an adjective only, which no gazetteer lists: "the Lebanese side".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims import Mention, Near
from geo.codes import MentionRole
from geo.reading.parsed import plain
from geo.reading.places.parts import DIRECTION, compass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.actors import ActorTable
    from geo.reading.parsed import ParsedReport

_BORDER = r"(?:border|frontier|boundary)"
_OF_BORDER = rf"\s+side\s+of\s+(?:the|its|their)\s+(?:[a-z]+\s+){{0,2}}?{_BORDER}\b"
_SIDE = re.compile(rf"(?:'s?)?{_OF_BORDER}")
# Between whose side it is and beyond which border: "Malvia's side of the border with Orsa".
SIDE_OF_BORDER_WITH = re.compile(
    rf"(?:'s?)?{_OF_BORDER}\s+(?:with|from|opposite|facing)\s+(?:the\s+)?", re.IGNORECASE
)
_SHORE = (
    r"(?:(?:coast(?:line)?|seaboard|shoreline)(?!\s*-?\s*guard)\b|"
    r"coastal\s+(?:strip|areas?|regions?|plain)\b)"
)
_AFTER = re.compile(
    rf"(?:'s?)?\s+(?:(?P<heading>{DIRECTION})(?:ern)?\s+)?(?P<sea>(?:[A-Z]\w+\s+){{1,2}})?{_SHORE}"
)
_OFF = re.compile(r"\boff\s+(?:of\s+)?(?:the\s+)?(?:[a-z]+ern\s+)?$", re.IGNORECASE)
_COAST_OF = re.compile(
    rf"(?:(?P<heading>{DIRECTION})(?:ern)?\s+)?(?P<sea>(?:[A-Z]\w+\s+){{1,2}})?{_SHORE}\s+of\s+"
    r"(?:the\s+)?(?:(?:[a-z]+\s+){0,2}(?:province|region|state|island|district)\s+of\s+)?$"
)
# "The eastern bank of a river"; "the Bank of Orsa" is none.
_BANK_OF = re.compile(
    rf"(?:(?P<heading>{DIRECTION})(?:ern)?\s+(?:river\s*)?(?:banks?|shores?)|"
    r"(?:left|right|far|opposite|other|both)\s+banks?|banks|shores?)\s+of\s+(?:the\s+)?(?:river\s+)?$"
)
# An adjective counts only where it says whose side or whose border: "the Malvian-Orsan border".
_PEOPLE = re.compile(
    rf"\b(?P<one>[A-Z]\w+(?:\s[A-Z]\w+)?)(?:{_OF_BORDER}|\s+(?:[a-z]+ern\s+)?{_SHORE})|"
    rf"\b(?P<first>[A-Z]\w+)[-/](?P<second>[A-Z]\w+)\s+{_BORDER}\b"
)
_JOINT = re.compile(rf"\s+{_BORDER}\b")
# Only a text with one of these has any of it.
_HINTS = ("border", "frontier", "boundary", "coast", "seaboard", "shoreline")


def shore_before(before: str) -> tuple[Near, int] | None:
    """Read "the northern coast of", "the eastern bank of" at the end of what precedes a name."""
    if found := _COAST_OF.search(before):
        if _OFF.search(before[: found.start()]):
            return None  # at sea
        return _coast(found), found.start()
    if found := _BANK_OF.search(before):
        heading = compass(found["heading"]) if found["heading"] else None
        return Near("bank", None, heading), found.start()
    return None


def shore_after(before: str, after: str) -> tuple[Near, int] | None:
    """Read "'s coast", " side of the border" behind a name; with the length of the words."""
    if found := _SIDE.match(after):
        return Near("side"), found.end()
    found = _AFTER.match(after)
    if found is None or _OFF.search(before):
        return None
    return _coast(found), found.end()


def is_joint_border(gap: str, after: str) -> bool:
    """Say whether two names share a border: "the Malvian-Orsan border"."""
    return gap in {"-", "/"} and _JOINT.match(after) is not None


def peoples_sides(parsed: ParsedReport, table: ActorTable | None) -> Iterator[Mention]:
    """Yield a mention of the country for each adjective that says whose side, border or coast."""
    if table is None or not any(hint in parsed.text for hint in _HINTS):
        return
    by_people = {word: code for code, one in table.nations.items() for word in one.people}
    for match in _PEOPLE.finditer(plain(parsed.text)):
        for name in ("one", "first", "second"):
            code = by_people.get(match[name] or "")
            if code is not None and parsed.sentence_at(match.start(name)) is not None:
                quote = parsed.quote(*match.span(name))
                yield Mention(quote, MentionRole.SUBJECT, f"iso:{code}")


def _coast(found: re.Match[str]) -> Near:
    # Of a country on two seas nobody here knows which shore is which.
    if found["sea"]:
        return Near("side")
    return Near("coast", None, compass(found["heading"]) if found["heading"] else None)
