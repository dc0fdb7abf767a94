"""The day a web page says it was published, among all the days that its markup holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from geo.reading.dates.context import Context
from geo.reading.dates.rules import resolve
from geo.reading.dates.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What the usual content systems call the day of first publication, without regard to case and
# to the marks between words. Days of the last change stand under other names, never read.
_PUBLISHED = frozenset({
    "articlepublishedtime", "articlepublished", "ogarticlepublishedtime", "ogpublishedtime",
    "ogpubdate", "datepublished", "rnewsdatepublished", "parselypubdate", "sailthrudate",
    "dcdateissued", "dctermsissued", "dcissued", "dcdatecreated", "dctermscreated", "dccreated",
    "dcdatepublished", "dctermsdatepublished", "citationpublicationdate", "citationdate",
    "citationonlinedate", "pubdate", "publishdate", "publisheddate", "publicationdate",
    "publicationtime", "publishtime", "publishedtime", "articledateoriginal",
    "articlepublicationdate", "originalpublicationdate", "firstpublished", "datecreated",
    "btpubdate", "cxenseparserecspublishtime", "shareaholicarticlepublishedtime",
    "articlepublisheddate", "pdate", "prismpublicationdate", "dateissued",
})  # fmt: skip
# Names that some systems give to the day of the last change: only where nothing better is.
_VAGUE = frozenset({"date", "dcdate", "dctermsdate", "articledate", "ogdate", "timestamp"})
_MARKS = re.compile(r"[\W_]+")
_CHANGED = re.compile(r"modif|updat|revis", re.IGNORECASE)

# Which evidence wins, best first.
META, LINKED, MARKED, IN_STORY, VAGUE_META, ANYWHERE, ADDRESS, IN_LINK = range(8)

_ISO = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(\d\d)\2(\d\d)(?!\d)")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,60})"')
_LONGEST = 80  # characters of a stamp; anything longer is a text
_NODES = 10_000  # more of them in linked data are no description of one article


@dataclass
class PageDays:
    """The days found on a page, each under what it was found in; the best one wins."""

    found: dict[int, date] = field(default_factory=dict)

    def add(self, rank: int, stamp: str) -> None:
        """Keep a stamp, if it can be read and is the first of its rank."""
        if rank not in self.found and (day := day_of(stamp)):
            self.found[rank] = day

    def add_meta(self, name: str, content: str) -> None:
        """Keep what a ``<meta>`` says, if its name is one for the day of publication."""
        key = _MARKS.sub("", name).lower()
        if key in _PUBLISHED:
            self.add(META, content)
        elif key in _VAGUE:
            self.add(VAGUE_META, content)

    def add_element(self, tag: str, given: Mapping[str, str], *, story: bool, link: bool) -> None:
        """Keep the day of a ``<time>``, or of an element that is marked as the publication's."""
        words = f"{given.get('itemprop', '')} {given.get('class', '')}".lower()
        stamp = given.get("datetime") or given.get("content") or given.get("title", "")
        if not stamp or _CHANGED.search(words):
            return
        marked = "datepublished" in words or "pubdate" in given or "published" in words.split()
        if marked and (tag == "time" or "datetime" in given or len(stamp) < _LONGEST):
            self.add(IN_LINK if link else MARKED, stamp)
        elif tag == "time":
            self.add(IN_LINK if link else IN_STORY if story else ANYWHERE, stamp)

    def add_linked(self, text: str) -> None:
        """Keep the ``datePublished`` of linked data: of an article before that of its page."""
        try:
            stamps = sorted(_stamps(json.loads(text)), key=lambda one: one[0])
        except (ValueError, RecursionError):  # a line break in a string, a comma too many
            stamps = [(0, found[1]) for found in _LINKED_DATE.finditer(text)]
        for _, stamp in stamps:
            self.add(LINKED, stamp)

    def add_address(self, address: str) -> None:
        """Keep the day in the page's own address, as in ``/2015/04/08/``."""
        if found := _IN_ADDRESS.search(address):
            self.add(ADDRESS, f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")

    @property
    def best(self) -> date | None:
        """The day that the page itself is likeliest to mean."""
        return self.found[min(self.found)] if self.found else None


def _stamps(data: object) -> Iterator[tuple[int, str]]:
    """Give each datePublished in linked data, 0 for an article's and 1 for another thing's."""
    left = [data]
    for _ in range(_NODES):
        if not left:
            return
        node = left.pop(0)
        if isinstance(node, list):
            left.extend(node)
        elif isinstance(node, dict):
            stamp = node.get("datePublished")
            if isinstance(stamp, str):
                kind = str(node.get("@type", ""))
                yield int(not re.search(r"Article|Posting|Report|Review", kind)), stamp
            # Below it stand the article of a page and the graph; lists of links are others'.
            left.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage")
                        if key in node)  # fmt: skip


def day_of(stamp: str) -> date | None:
    """
    Read a day from a stamp: the outlet's own day, as it is written.

    ISO 8601 with or without a zone, ``20220303``, RFC 2822 and days in words, American or
    British; seconds since 1970 are taken in UTC. A zone is not converted: the day in a paper
    is that of its place. None where nothing in it is a whole date.

    >>> day_of("2022-03-03T23:30:00-05:00"), day_of("Thu, 03 Mar 2022 23:30 GMT")
    (datetime.date(2022, 3, 3), datetime.date(2022, 3, 3))
    """
    try:
        if found := _ISO.match(stamp):
            return date(int(found[1]), int(found[3]), int(found[4]))
        if found := _EPOCH.match(stamp):
            return datetime.fromtimestamp(int(found[1]), tz=UTC).date()
    except ValueError:
        return None
    for words in words_in(" ".join(stamp[:_LONGEST].split())):
        days = resolve(words, Context(None)) if words.kind == "date" else None
        if days is not None and days.start is not None:
            return days.start
    return None
