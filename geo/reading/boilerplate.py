"""Which lines of a report are the story, and which are captions, links and footers."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.reading import furniture

if TYPE_CHECKING:
    from collections.abc import Iterator


class BlockKind(StrEnum):
    """What a paragraph of a report is."""

    HEADLINE = "headline"
    BODY = "body"
    PULL_QUOTE = "pull_quote"  # sub-headline or repeated quotation
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"  # link to another story
    BYLINE = "byline"
    DATELINE = "dateline"  # "Goma (AFP) -": where the reporter is
    FOOTER = "footer"  # donation lines, re-post notices, promotion


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the report's text of one kind; offsets in code points, half-open."""

    start: int
    end: int
    kind: BlockKind

    @property
    def is_story(self) -> bool:
        """Whether statements may be read from it."""
        return self.kind in {BlockKind.BODY, BlockKind.HEADLINE}


# The model takes a paragraph at a time and its memory grows with it; the time of some rules
# grows with the square of a sentence. No paragraph of news has five thousand characters.
_LONGEST = 5_000
# No credit, link or notice is as long as a paragraph of a hundred words; where one is glued to
# the end of the story, losing the story is the worse loss.
_LONGEST_FURNITURE = 700
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
# Nobody writes a hundred blanks within a sentence; they part lines too.
_WIDE_GAP = re.compile(r"\s{100,}")
_GAP = re.compile(r"\n[ \t]*\n|\r\n[ \t]*\r\n|\r[ \t]*\r")


def blocks_of(text: str) -> tuple[Block, ...]:
    r"""
    Cut a report into blocks, by the form, place and wording of its lines.

    >>> text = "Two Dead in Goma\n\nGOMA (Reuters) - Shells fell on Goma on Friday."
    >>> [(str(b.kind), text[b.start : b.end]) for b in blocks_of(text)][1:]
    [('dateline', 'GOMA (Reuters) -'), ('body', 'Shells fell on Goma on Friday.')]
    """
    spans = _paragraphs(text)
    kinds = _kinds([text[start:end] for start, end in spans])
    blocks: list[Block] = []
    story_begun = False
    for (start, end), kind in zip(spans, kinds, strict=True):
        if kind is not BlockKind.BODY:
            blocks.append(Block(start, end, kind))
            continue
        body = start
        if not story_begun and (place := furniture.DATELINE.match(text, start, end)):
            blocks.append(Block(start, start + len(place[0].rstrip()), BlockKind.DATELINE))
            body = place.end()
        story_begun = True
        blocks.extend(_cut(text, body, end))
    return tuple(blocks)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    lines = []
    for match in _LINE.finditer(text):
        start = match.start()
        for piece in _WIDE_GAP.split(match[0]):
            if body := piece.strip():
                start = text.index(body, start)
                lines.append((start, start + len(body)))
                start += len(body)
    if not _is_wrapped([text[start:end] for start, end in lines]):
        return lines
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and not _GAP.search(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_wrapped(lines: list[str]) -> bool:
    # Wire copy is broken at 60 to 90 columns: most lines are full and stop mid-sentence.
    full = [line for line in lines if 50 <= len(line) <= 100 and not furniture.ends(line)]
    return len(lines) >= 4 and len(full) * 2 > len(lines)


def _cut(text: str, start: int, end: int) -> Iterator[Block]:
    while end - start > _LONGEST:
        stop = max(text.rfind(mark, start, start + _LONGEST) for mark in (". ", "? ", "! "))
        if stop <= start:  # no sentence ends: at least between two words
            stop = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        stop = stop + 1 if stop > start else start + _LONGEST
        yield Block(start, stop, BlockKind.BODY)
        while stop < end and text[stop].isspace():
            stop += 1
        start = stop
    if start < end:
        yield Block(start, end, BlockKind.BODY)


def _kinds(lines: list[str]) -> list[BlockKind]:
    kinds = [_by_wording(line) for line in lines]
    _mark_captions(lines, kinds)
    _mark_repeated(lines, kinds)
    story = [i for i, kind in enumerate(kinds) if kind is None and furniture.is_prose(lines[i])]
    if not story:  # a note, a list or one line: nothing to tell furniture by
        return [kind or BlockKind.BODY for kind in kinds]
    first, last = story[0], story[-1]
    headline_seen = False
    for i, line in enumerate(lines):
        if kinds[i] is not None or furniture.is_prose(line):
            continue
        if i < first:
            kinds[i] = BlockKind.PULL_QUOTE if headline_seen else BlockKind.HEADLINE
            headline_seen = True
        elif i > last:
            kinds[i] = BlockKind.FOOTER
        elif furniture.is_subheading(line):
            kinds[i] = BlockKind.PULL_QUOTE
    return [kind or BlockKind.BODY for kind in kinds]


def _by_wording(line: str) -> BlockKind | None:
    if len(line) > _LONGEST_FURNITURE:
        return None
    for kind, pattern in furniture.WORDING:
        if pattern.search(line):
            return BlockKind(kind)
    return None


def _mark_captions(lines: list[str], kinds: list[BlockKind | None]) -> None:
    for i, (line, following) in enumerate(itertools.pairwise(lines)):
        if furniture.is_prose(line) or len(line.split()) > 20:
            continue
        # A picture's caption is often printed twice, the second time with its credit.
        if following.startswith(line) and len(following) - len(line) <= 40:
            kinds[i] = kinds[i + 1] = BlockKind.CAPTION
        elif kinds[i] is None and i > 0 and kinds[i + 1] is BlockKind.CREDIT:
            kinds[i] = BlockKind.CAPTION


def _mark_repeated(lines: list[str], kinds: list[BlockKind | None]) -> None:
    # A standfirst or pull quote says again what a paragraph of the story says.
    words = [" ".join(re.findall(r"\w+", line.lower())) for line in lines]
    long = {i for i, said in enumerate(words) if said.count(" ") >= 40}
    for i, said in enumerate(words):
        if kinds[i] is not None or not 3 <= said.count(" ") < 40:
            continue
        nearby = range(len(lines)) if len(lines) <= 200 else long
        if any(j != i and len(words[j]) > len(said) + 20 and said in words[j] for j in nearby):
            kinds[i] = BlockKind.PULL_QUOTE
