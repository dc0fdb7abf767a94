"""Which lines of a report are the story, and which are captions, links and footers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a paragraph of a report is."""

    HEADLINE = "headline"
    BODY = "body"
    PULL_QUOTE = "pull_quote"  # sub-headline or repeated quotation
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"  # link to another story
    BYLINE = "byline"
    DATELINE = "dateline"  # "Damascus (AFP) -": where the reporter is
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


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a report into blocks."""
    blocks = []
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            at = start + line.index(body)
            blocks.append(Block(at, at + len(body), BlockKind.BODY))
        start += len(line)
    return tuple(blocks)
