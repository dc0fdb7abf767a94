"""From the bytes of a file to the text of a report: encodings and web pages."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from geo.page_dates import PageDays

if TYPE_CHECKING:
    from datetime import date

# Larger texts are data sets, not reports: a book has about a million characters.
MAX_CHARACTERS = 2_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Tabs, line feeds, form feeds and carriage returns are ordinary in text files.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What other kinds of file begin with, whatever they are called.
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text (RTF)"),
    (b"PK\x03\x04", "a packed file (zip, Word, OpenDocument or an e-book)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x1f\x8b", "a packed file (gzip)"),
)


def other_kind(data: bytes) -> str | None:
    """Say what kind of file bytes are if they are a well-known one that is no plain text."""
    return next((kind for mark, kind in _KINDS if data.startswith(mark)), None)


def decoded(data: bytes) -> str | None:
    """Read bytes as UTF-8, UTF-16, UTF-32 or Windows-1252; None when they are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _try(data, encoding)
            break
    else:
        text = _unmarked(data)
    # More than one control character in ten is a damaged or binary file, as is any zero.
    if text and ("\0" in text or len(_CONTROL.findall(text)) * 10 > len(text)):
        return None
    return text


def _unmarked(data: bytes) -> str | None:
    if b"\0" in data:
        # English in UTF-16 has a zero in every other byte, and nearly none in between.
        even, odd = data[::2].count(0), data[1::2].count(0)
        if max(even, odd) * 4 < len(data) or min(even, odd) * 100 > len(data):
            return None
        return _try(data, "utf-16-le" if odd > even else "utf-16-be")
    text = _try(data, "utf-8")
    return text if text is not None else _try(data, "cp1252")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


@dataclass
class Page:
    """What a web page holds: its story as text, and what its head says of it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None


_BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "article",
    "section", "main", "figure", "figcaption", "blockquote", "table", "tr", "header", "footer",
    "aside", "nav",
})  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "noscript", "nav", "footer", "aside", "form", "button", "svg",
    "template", "head", "title",
})  # fmt: skip
_META = {
    "og:site_name": "outlet",
    "og:title": "title",
}


@dataclass
class _Reading:
    """The state of one pass over a page."""

    pieces: list[str] = field(default_factory=list)
    story: list[str] = field(default_factory=list)  # what stands inside <article> or <main>
    facts: dict[str, str] = field(default_factory=dict)
    skipping: list[str] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)  # how often each is in `skipping`
    days: PageDays = field(default_factory=PageDays)
    linked: list[str] = field(default_factory=list)  # pieces of the linked data being read
    in_story: int = 0
    in_link: bool = False
    collecting: str | None = None


class _PageParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.state = _Reading()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        state, given = self.state, {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._describe(given)
        elif tag == "link" and given.get("rel") == "canonical":
            state.days.add_address(given.get("href", ""))
        elif not state.skipping:
            state.in_link = tag == "a" or (state.in_link and tag != "p")
            state.days.add_element(tag, given, story=state.in_story > 0, link=state.in_link)
        if tag in {"title", "h1"} or (tag == "script" and "ld+json" in given.get("type", "")):
            state.collecting = tag
        if tag in {"article", "main"}:
            state.in_story += 1
        if tag in _SKIPPED:
            state.skipping.append(tag)
            state.open[tag] += 1
        if tag in _BLOCKS:
            self._write("\n")

    def _describe(self, given: dict[str, str]) -> None:
        """Take what a ``<meta>`` says of the page."""
        state, content = self.state, given.get("content", "")
        name = (given.get("property") or given.get("name") or given.get("itemprop", "")).lower()
        if name in _META:
            state.facts.setdefault(_META[name], content)
        elif name == "og:url":
            state.days.add_address(content)
        else:
            state.days.add_meta(name, content)

    def handle_endtag(self, tag: str) -> None:
        state = self.state
        if tag == state.collecting:
            state.collecting = None
            if tag == "script":
                state.days.add_linked("".join(state.linked))
                state.linked.clear()
        state.in_link = state.in_link and tag != "a"
        if state.open[tag]:  # it closes what was opened in it and left open, too
            while (closed := state.skipping.pop()) != tag:
                state.open[closed] -= 1
            state.open[tag] -= 1
        if tag in _BLOCKS:
            self._write("\n")
        if tag in {"article", "main"} and state.in_story:
            state.in_story -= 1

    def handle_data(self, data: str) -> None:
        state = self.state
        if state.collecting == "script":
            state.linked.append(data)
        elif state.collecting:
            name = "h1" if state.collecting == "h1" else "head"
            state.facts[name] = state.facts.get(name, "") + data
        self._write(data)

    def _write(self, data: str) -> None:
        if not self.state.skipping:
            self.state.pieces.append(data)
            if self.state.in_story:
                self.state.story.append(data)


def page_of(html: str) -> Page:
    """Take the story and its facts out of a web page; anything that is no story is left."""
    parser = _PageParser()
    parser.feed(_without_comments(html))
    parser.close()
    facts = parser.state.facts
    # A page may mark an empty shell as its article; then the whole body is the story.
    story = _tidy("".join(parser.state.story))
    text = story if len(story) > 200 else _tidy("".join(parser.state.pieces))
    title = facts.get("title") or facts.get("h1") or facts.get("head")
    return Page(
        text=text,
        title=" ".join(title.split()) if title else None,
        outlet=facts.get("outlet") or None,
        published=parser.state.days.best,
    )


# So many tags that never end are no accident; the parser takes quadratic time over them.
_OPEN_TAGS = 1_000
_OPEN_TAG = re.compile("<(?=[^<>]*(?:<|$))")


def _without_comments(html: str) -> str:
    """Return a page without comments (one that never ends runs to the end) and broken tags."""
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0:
        kept.append(html[at:start])
        end = html.find("-->", start)
        at = end + 3 if end >= 0 else len(html)
    page = "".join((*kept, html[at:]))
    broken = page.count("<") - page.count(">") > _OPEN_TAGS
    return _OPEN_TAG.sub("&lt;", page) if broken else page


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
