"""Words and quotation marks of reported speech, and the frames they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reading.speech.quotations import quote_around, quotes_of
from geo.reading.speech.saying import (
    holds,
    is_report_noun,
    is_saying,
    reporter_of,
    said_in_print,
    speaker_of,
)
from geo.reading.speech.words import words_of
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.parsed import ParsedReport, Sentence

_SPEAKS = words_of("saying")["speaks"]
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_PATH_UP = word_set(
    "ccomp xcomp pcomp advcl acl relcl conj dobj pobj prep attr acomp nsubj nsubjpass agent dative "
    "appos nmod compound poss amod advmod oprd parataxis csubj npadvmod"
)


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """Words that give a statement to somebody: "X said", "according to X"."""

    sentence: Sentence
    cue: Token  # the verb, or "according", or "reportedly"
    speaker: Token | None  # head of the speaker; None if nobody is named


def frames_over(parsed: ParsedReport, sentence: Sentence, token: Token) -> list[Frame]:
    """
    Return the frames a token stands in, innermost first.

    A quotation without words of saying in its own sentence takes those of the sentence
    it runs on from or into; a quotation that is a paragraph of its own continues the
    speech of the paragraph before.
    """
    found = list(_frames_in_sentence(sentence, token))
    quote = quote_around(parsed, sentence, token)
    if quote is not None and not any(_outside(frame, quote) for frame in found):
        carried = _frames_of_quote(parsed, sentence, quote)
        found += carried
    return found


def said_in(sentence: Sentence) -> list[Frame]:
    """Return every frame of a sentence, in the order of the text."""
    frames = [frame for token in sentence.span for frame in _frames_at(sentence, token)]
    return sorted(frames, key=lambda frame: frame.cue.i)


def _frames_in_sentence(sentence: Sentence, token: Token) -> Iterator[Frame]:
    current, alone = token, False
    if is_saying(token) and any(c.dep_ == "agent" for c in token.children):
        yield Frame(sentence, token, speaker_of(token))  # "was confirmed by X"
    while True:
        for child in current.children:
            if child.dep_ in {"parataxis", "prep", "advcl", "ccomp", "dep", "conj"} and not alone:
                yield from _side_frame(sentence, child, token)
        if current.head == current or current.dep_ not in _PATH_UP | {"dep", "ROOT"}:
            break
        parent = current.head
        if is_saying(parent) and holds(parent, current):
            yield Frame(sentence, parent, speaker_of(parent))
        elif noun := _noun_over(current, parent):
            yield Frame(sentence, noun, reporter_of(noun))
        elif (print_verb := _said_in(current, parent)) is not None:
            yield Frame(sentence, print_verb, speaker_of(print_verb))
        if current.dep_ == "relcl" and any(t.lemma_ == "responsibility" for t in parent.ancestors):
            break  # who claims an attack does not tell what it did
        # "X said A, but B happened": what is joined with its own subject is not said by X.
        alone = alone or (
            current.dep_ == "conj" and any(c.dep_ in _SUBJECTS for c in current.children)
        )
        current = parent
    yield from _loose_cues(sentence, token, alone=alone)


def _noun_over(content: Token, parent: Token) -> Token | None:
    """Return "reports" of "reports that …", "reports of …", "reports emerged that …"."""
    if is_report_noun(parent, content):
        return parent
    for child in parent.children if content.dep_ == "ccomp" else ():
        if child.dep_ in {"nsubj", "nsubjpass"} and is_report_noun(child, content):
            return None if is_saying(parent) else child
    return None


def _said_in(content: Token, parent: Token) -> Token | None:
    """Return "said" of "said in a tweet that they had …"."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)
    return said_in_print(parent) if content.dep_ in {"acl", "relcl"} and that else None


def _side_frame(sentence: Sentence, child: Token, token: Token) -> Iterator[Frame]:
    """Read ", X said" behind a clause, "as X said" and "according to X" beside it."""
    if child.lower_ == "according":
        speaker = next((t for t in child.subtree if t.dep_ == "pobj"), None)
        if speaker is not None:
            yield Frame(sentence, child, speaker)
    elif (
        child.dep_ != "prep"
        and is_saying(child)
        and token not in child.subtree
        and _is_beside(child, token)
    ):
        yield Frame(sentence, child, speaker_of(child))


def _is_beside(saying: Token, token: Token) -> bool:
    """Whether the words of saying report the clause beside them, and no clause of their own."""
    spoken = [c for c in saying.children if c.dep_ in {"nsubj", "nsubjpass"}]
    marks = [c for c in saying.children if c.dep_ == "mark" and c.lower_ == "as"]
    if marks and saying.dep_ == "advcl":
        return speaker_of(saying) is not None
    if saying.dep_ == "conj":  # ", X was quoted as saying"
        empty = any(_ends(c) for c in saying.subtree)
        return saying.lemma_ in {"quote", "cite"} and bool(spoken) and empty
    own = any(c.dep_ in {"ccomp", "mark"} and c.i > saying.i for c in saying.children)
    return bool(spoken) and not own and (saying.dep_ != "advcl" or saying.i > token.i)


def _ends(saying: Token) -> bool:
    """Whether "saying" has no clause of its own behind it."""
    return saying.dep_ == "pcomp" and all(c.dep_ != "ccomp" for c in saying.children)


def _loose_cues(sentence: Sentence, token: Token, *, alone: bool) -> Iterator[Frame]:
    """Read cues the parse may hang anywhere: "reportedly", a fronted "According to X"."""
    if alone:
        return
    first = sentence.span[0]
    if first.lower_ == "according" and not _on_path(token, first):
        speaker = next((t for t in first.subtree if t.dep_ == "pobj"), None)
        if speaker is not None:
            yield Frame(sentence, first, speaker)


def _on_path(token: Token, cue: Token) -> bool:
    """Whether a cue's own head is above the token, so that it was read already."""
    return cue.head == token or cue.head in token.ancestors


def _frames_at(sentence: Sentence, token: Token) -> Iterator[Frame]:
    if token.lower_ == "according":
        speaker = next((t for t in token.subtree if t.dep_ == "pobj"), None)
        yield Frame(sentence, token, speaker)
    elif is_saying(token) or (token.lemma_ in _SPEAKS and token.pos_ == "VERB"):
        yield Frame(sentence, token, speaker_of(token))


def _outside(frame: Frame, quote: tuple[int, int]) -> bool:
    return not quote[0] < frame.sentence.offset_of(frame.cue) < quote[1]


def _frames_of_quote(
    parsed: ParsedReport, sentence: Sentence, quote: tuple[int, int]
) -> list[Frame]:
    """Find who speaks a quotation whose own clause has no words of saying."""
    block = _paragraph(parsed, sentence)
    overlapping = [s for s in block if s.start < quote[1] and quote[0] < s.end]
    before = [s for s in reversed(block) if s.end <= quote[0]]
    after = [s for s in block if s.start >= quote[1]]
    for one in (*overlapping, *before, *after):
        frames = [f for f in said_in(one) if _outside(f, quote) and f.speaker is not None]
        if frames:
            return _innermost_first(frames)
    return _frames_before(parsed, block[0])


def _paragraph(parsed: ParsedReport, sentence: Sentence) -> list[Sentence]:
    """Return the sentences of a sentence's own block."""
    first = last = sentence.index
    sentences = parsed.sentences
    while first > 0 and sentences[first - 1].block is sentence.block:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1].block is sentence.block:
        last += 1
    return list(sentences[first : last + 1])


def _frames_before(parsed: ParsedReport, first: Sentence) -> list[Frame]:
    """Return the last frames of the paragraph before: a quotation alone continues it."""
    last: Sentence | None = None
    for one in reversed(parsed.sentences[: first.index]):
        # Past a paragraph that neither speaks nor quotes nobody is speaking any more.
        if last and one.block is not last.block and not quotes_of(parsed, last):
            return []
        frames = [f for f in said_in(one) if f.speaker is not None]
        if frames:
            return _innermost_first(frames)
        last = one
    return []


def _innermost_first(frames: list[Frame]) -> list[Frame]:
    """Return the last speaker of a sentence, then those his words came through."""
    verbs = [frame for frame in frames if frame.cue.lower_ != "according"]
    through = [frame for frame in frames if frame.cue.lower_ == "according"]
    return [*verbs[-1:], *through]
