"""Hostile text, and a case that has it in every field that can hold a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from geo.claims import Quote
from geo.report import Report

# What ran in Folium's own layers, in a browser or while the map was built; what a spreadsheet, a
# terminal or Google Earth would run; and what breaks a layout or a file.
SAYABLE = (
    '<img src=x onerror="window.__x=1">',
    "</script><script>window.__x=1</script>",
    "${window.__x=1}",
    "`+(window.__x=1)+`",
    "{{ cycler.__init__.__globals__.os.abort() }}",
    "{{7*7}} 50{% of {#12",
    "<!--<script>",
    "javascript:window.__x=1",
    "\u202eevil\u202c",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|",
    "+1-1",
    "<svg onload=window.__x=1>",
    "@@script@@ @@data@@",
    "\u2028window.__x=1\u2029",
    "]]>&lt;b&gt;'\"",
    "<![CDATA[ &amp; ]]><Placemark>",
    "\x00 \x1b[2J\x1b]0;renamed\x07 \x7f \x9b31m",
    "data:text/html,<script>window.__x=1</script>",
    "../../etc/passwd",
    "W" * 300,
    "__proto__",
    "a,b\r\nc;d\te",
)

# Half a letter, which no file in UTF-8 can hold: only a reader of others can bring it.
PAYLOADS = (*SAYABLE, "\ud800 alone")

# Words of our own: a stranger cannot write them, or is refused with a reason where he does.
OUR_WORDS = {"Part.terms", "Near.word", "Near.heading", "Actor.colour"}
# These name another record, or nobody: what is empty stays empty.
_NAMES_A_RECORD = re.compile(
    r".*_ids?$|actors?$|against$|targets$|conflicts_with$|parents?$|party$|stated_from$"
)
_IS_TEXT = re.compile(r"^(tuple\[)?str\b")


def hostile(case, payload):
    """
    Return the case with a payload before every text of every record, whatever its field.

    Ids get it too, the same everywhere, so that records still name each other; texts that are
    empty get nothing but it. In reports it stands inside the words that are quoted.
    """
    starts: dict[str, set[int]] = {}
    for quote in _quotes(case):
        starts.setdefault(quote.report_id, set()).add(quote.start)
    walk = _Walk(payload, {report: sorted(found) for report, found in starts.items()})
    texts = {report.report_id: report.text for report in case.reports}
    walk.texts = {report: walk.laced(report, text) for report, text in texts.items()}
    return walk.changed(case)


def _quotes(value):
    if isinstance(value, Quote):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _quotes(getattr(value, field.name))
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _quotes(one)


class _Walk:
    def __init__(self, payload, starts):
        self.payload = payload
        self.starts = starts
        self.texts = {}

    def changed(self, value):  # noqa: PLR0911  one return a kind of value
        match value:
            case Enum():
                return value
            case str():
                return self.payload + value
            case Quote():
                return self._quote(value)
            case Report():
                rest = self._record(value)
                return replace(rest, text=self.texts[value.report_id])
            case tuple() | frozenset():
                return type(value)(self.changed(one) for one in value)
            case dict():
                return {self.changed(key): self.changed(one) for key, one in value.items()}
            case _ if is_dataclass(value):
                return self._record(value)
            case _:
                return value

    def _record(self, record):
        new = {}
        for field in fields(record):
            if f"{type(record).__name__}.{field.name}" in OUR_WORDS:
                continue
            value = getattr(record, field.name)
            if value or not _IS_TEXT.match(str(field.type)):
                new[field.name] = self.changed(value)
            elif not _NAMES_A_RECORD.match(field.name):
                text = self.payload
                new[field.name] = (text,) if str(field.type).startswith("tuple") else text
        return replace(record, **new)

    def _quote(self, quote):
        starts = self.starts[quote.report_id]
        size = len(self.payload)
        start = quote.start + size * bisect_left(starts, quote.start)
        end = quote.end + size * bisect_left(starts, quote.end)
        text = self.texts[quote.report_id][start:end]
        return Quote(self.payload + quote.report_id, start, end, text)

    def laced(self, report, text):
        for start in reversed(self.starts.get(report, ())):
            text = text[:start] + self.payload + text[start:]
        return text
