"""From the bytes of a file to the text of a report: encodings, web pages, languages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

# Larger texts are data sets, not reports: a book has about a million characters.
MAX_CHARACTERS = 2_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Tabs, line feeds, form feeds and carriage returns are ordinary in text files.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

# The commonest words of English that are rare in other languages' texts.
_COMMON = frozenset({
    "the", "of", "and", "to", "in", "that", "for", "on", "with", "as", "at", "by", "from",
    "was", "were", "is", "are", "be", "been", "has", "have", "had", "it", "its", "this",
    "which", "who", "not", "said", "after", "they", "their", "he", "his", "she", "an", "or",
    "but",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def decoded(data: bytes) -> str | None:
    """Read bytes as UTF-8, UTF-16 with its mark, or Windows-1252; None when they are no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data, encoding)
    if b"\0" in data:
        return None
    text = _try(data, "utf-8")
    if text is None:
        text = _try(data, "cp1252")
    # More than one control character in ten is a damaged or binary file.
    if text and len(_CONTROL.findall(text)) * 10 > len(text):
        return None
    return text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def looks_english(text: str) -> bool:
    """
    Tell whether a text is English, by the share of its commonest words.

    English news has one such word in three; under one in ten is another language. Texts
    of fewer than eight words are let through, unless most letters are not Latin.
    """
    letters = [char for char in text[:20_000] if char.isalpha()]
    if sum(char < "\u0250" for char in letters) * 2 < len(letters):
        return False
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    if len(words) < 8:
        return True
    return sum(word in _COMMON for word in words) * 10 >= len(words)


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
    "template", "head",
})  # fmt: skip
_META = {
    "og:site_name": "outlet",
    "og:title": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "dcterms.created": "published",
}
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


@dataclass
class _Reading:
    """The state of one pass over a page."""

    pieces: list[str] = field(default_factory=list)
    story: list[str] = field(default_factory=list)  # what stands inside <article> or <main>
    facts: dict[str, str] = field(default_factory=dict)
    skipping: list[str] = field(default_factory=list)
    in_story: int = 0
    collecting: str | None = None


class _PageParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.state = _Reading()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        state, given = self.state, {name: value or "" for name, value in attrs}
        if tag == "meta":
            key = (given.get("property") or given.get("name") or given.get("itemprop", "")).lower()
            if key in _META:
                state.facts.setdefault(_META[key], given.get("content", ""))
        elif tag == "time" and given.get("datetime"):
            state.facts.setdefault("time", given["datetime"])
        if tag in {"title", "h1"} or (tag == "script" and "ld+json" in given.get("type", "")):
            state.collecting = tag
        if tag in {"article", "main"}:
            state.in_story += 1
        if tag in _SKIPPED:
            state.skipping.append(tag)
        if tag in _BLOCKS:
            self._write("\n")

    def handle_endtag(self, tag: str) -> None:
        state = self.state
        if tag == state.collecting:
            state.collecting = None
        if tag in state.skipping:
            del state.skipping[state.skipping.index(tag) :]
        if tag in _BLOCKS:
            self._write("\n")
        if tag in {"article", "main"} and state.in_story:
            state.in_story -= 1

    def handle_data(self, data: str) -> None:
        state = self.state
        if state.collecting == "script":
            if linked := _LINKED_DATE.search(data):
                state.facts.setdefault("linked", linked[1])
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
    parser.feed(html)
    parser.close()
    facts = parser.state.facts
    # A page may mark an empty shell as its article; then the whole body is the story.
    story = _tidy("".join(parser.state.story))
    text = story if len(story) > 200 else _tidy("".join(parser.state.pieces))
    days = (_day(facts.get(key, "")) for key in ("published", "linked", "time"))
    title = facts.get("title") or facts.get("h1") or facts.get("head")
    return Page(
        text=text,
        title=" ".join(title.split()) if title else None,
        outlet=facts.get("outlet") or None,
        published=next((day for day in days if day), None),
    )


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp.strip()[:10])
    except ValueError:
        return None
