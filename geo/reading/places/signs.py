"""The words around a name that show it to be a place's, read from ``geo/data/places.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# A word with a capital of any script that has them; hyphens and apostrophes join what is
# inside it, except before a possessive s.
_LETTERS = r"[^\W\d_]+"
_CAPITAL = rf"[^\W\d_a-zà-ÿ](?:{_LETTERS})?(?:['-](?!s\b){_LETTERS})*"
WORD = rf"(?:(?:[Aa]l|[Ee]l|as|ad|ar|ash|at|an|az)-)?{_CAPITAL}"
# "San Vicente del Valle", "Ras el Ain", "Mocha bin Said".
_PARTICLE = r"(?:(?:de las?|de los|del?|las?|los|d[aiou]s?|el|al|kwa|ya|um|ibn|bin)\s+)?"
# Numbered ones too: "Mender 20", but not "left Orsa 12 days ago", and "6 October City".
_NUMBER = r"(?:\s\d{1,3}(?![\w,.]*\d|\s+[a-z]+s\b|%))?"
NAME = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_CAPITAL}\s+(?:City|District|Square)|"
    rf"{WORD}(?:\s+{_PARTICLE}{WORD}){{0,3}}{_NUMBER})"
)
# What may follow a name that is not a modifier: "captured Orsa.", not "captured Orsa fighters".
ENDS = (
    r"(?=\s*(?:[,.;:)(\"\u2013\u2014]|-\s|$|'s\b|\d|(?:in|on|at|from|and|or|after|where|which|"
    r"before|with|during|while|when|until|without|against|near|since|between|over|overnight|then|"
    r"but|for|by|as|to|has|have|had|is|was|were|last|this|early|late|again|today|yesterday|"
    r"killing|leaving|left|also|will|would|can|could|remained|remains|village|town|city|camp)\b))"
)
# "A, B and the town of C".
NEXT = (
    r"\s*(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)"
    r"(?:(?:also|in|at|from)\s+)?(?:the\s+(?:[a-z-]+\s+)?(?:towns?|villages?|city|cities)\s+of\s+)?"
)


# "Hold central Orsa", "bombed nearby Belen", "entered rebel-held Malvia".
_LEAD = (
    r"(?:(?:the\s+)?(?:[a-z]+ern|central|downtown|nearby|neighbou?ring|adjacent|rural|greater|"
    r"strategic|besieged|[a-z]+-(?:held|controlled|run))\s+)?"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """
    What stands beside a name.

    ``sure``, before it: even what the model calls a person is a place there. ``likely``,
    before it, and ``kept``, which ends with a verb of taking: unless it is a person or a group.
    ``openers`` are the first words of longer names, ``several`` what stands behind a list.
    """

    sure: re.Pattern[str]
    opening: re.Pattern[str]
    kept: re.Pattern[str]
    fought: re.Pattern[str]
    likely: re.Pattern[str]
    said: re.Pattern[str]
    called: re.Pattern[str]
    site: re.Pattern[str]
    who: re.Pattern[str]
    about_people: frozenset[str]
    honours: frozenset[str]
    openers: frozenset[str]
    several: re.Pattern[str]


@cache
def signs() -> Signs:
    """Build the patterns, once."""
    raw = tomllib.loads(files("geo").joinpath("data", "places.toml").read_text("utf-8"))
    led = "|".join(raw["led_by"]).replace(" ", r"\s+")
    said = "|".join(raw["said_of"]).replace(" ", r"\s+")
    behind = rf"(?:{_any(raw, 'before_sites')})\s+"
    return Signs(
        sure=re.compile(
            rf"\b(?:(?:{_any(raw, 'only_places')})(?:\s+down)?|{led})\s+{_LEAD}$", re.IGNORECASE
        ),
        opening=re.compile(r"(?:^|[\"(]\s*)(?:In|At|Near|Outside|Inside|Around)\s+$"),
        kept=re.compile(
            rf"\b(?:(?:{_any(raw, 'taken')})(?:\s+(?:down|back|over|up))?|"
            rf"(?:{_any(raw, 'nouns_of')})\s+of)\s+{_LEAD}$",
            re.IGNORECASE,
        ),
        fought=re.compile(rf"\b(?:{_any(raw, 'fought')})\s+{_LEAD}$", re.IGNORECASE),
        likely=re.compile(rf"\b(?:in|at|into|between)\s+{_LEAD}$", re.IGNORECASE),
        said=re.compile(rf"\s+(?:{said})\b"),
        called=re.compile(
            rf"\s*,\s+(?:an?|the|another)\s+(?:[\w'-]+\s+){{0,4}}?(?:{_any(raw, 'appositions')})\b"
        ),
        site=re.compile(rf"\s+(?:{behind}){{0,2}}(?:{_any(raw, 'sites')})\b(?!-)"),
        who=re.compile(
            r",\s+(?:(?:an?|the|his|her|its|whose)\s+(?:[\w'-]+\s+){0,4}?"
            rf"(?:{_any(raw, 'who')})\b"
            r"|who\b|\d{2},)"
        ),
        about_people=frozenset(raw["about_people"].split()),
        honours=frozenset(raw["honours"].split()),
        openers=frozenset(raw["openers"].split()),
        several=re.compile(rf"\s+(?:{_any(raw, 'several')})\b"),
    )


def _any(raw: dict[str, Any], key: str) -> str:
    """Return the words of a list as alternatives of a pattern, longer ones first."""
    return "|".join(sorted(raw[key].split(), key=len, reverse=True))
