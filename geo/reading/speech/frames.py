"""Words and quotation marks of reported speech, and the frames they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.parsed import ParsedReport, Sentence

SAYS = word_set(
    "say tell report announce claim state add note declare explain confirm describe insist allege "
    "write assert maintain acknowledge admit warn estimate stress argue accuse tweet post quote "
    "recount recall concede reiterate comment reveal disclose remark testify deny document "
    "observe cite indicate boast publish show"
)
# These report only with a clause behind them; "shows", "notes" may be plain deeds.
_ONLY_WITH_CLAUSE = word_set(
    "show publish observe document indicate cite post describe write maintain recall reveal "
    "quote note"
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "oprd", "dobj"})
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


def quote_around(parsed: ParsedReport, sentence: Sentence, token: Token) -> tuple[int, int] | None:
    """Return the span of the quotation a token lies in, in the report; None outside of one."""
    at = sentence.offset_of(token)
    for start, end in quotes_of(parsed, sentence):
        if start < at < end:
            return start, end
    return None


def quotes_of(parsed: ParsedReport, sentence: Sentence) -> list[tuple[int, int]]:
    """
    Return the quotations of a sentence's paragraph; an unclosed one runs to its end.

    Marks are paired in order: the plain text has no opening and closing ones.
    """
    block = sentence.block
    pairs = _pairs_of_marks(parsed.text[block.start : block.end])
    return [(block.start + first, block.start + last) for first, last in pairs]


@lru_cache(maxsize=64)  # every claim of a paragraph asks for its quotations
def _pairs_of_marks(text: str) -> tuple[tuple[int, int], ...]:
    marks = [mark.start() for mark in re.finditer('"', text)]
    if len(marks) % 2:
        marks.append(len(text))
    return tuple(zip(marks[::2], marks[1::2], strict=True))


def subject_of(verb: Token) -> Token | None:
    """Return who does what a verb says; "adding that" has the subject of its main verb."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.dep_ != "csubj":
            return child
    if (beside := _noun_beside(verb)) is not None:
        return beside
    if verb.dep_ in {"advcl", "conj", "xcomp", "acl", "pcomp", "ccomp"} and verb.head != verb:
        if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head
        return subject_of(verb.head)
    return None


def _noun_beside(verb: Token) -> Token | None:
    """Return the speaker of "…, the mayor said" whom the parser hung on the word before."""
    doc, start = verb.doc, verb.i
    while start > verb.sent.start and not doc[start - 1].is_punct:
        start -= 1
    if start == verb.sent.start or doc[start - 1].text not in {",", '"'}:
        return None
    segment = doc[start : verb.i]
    nouns = (t for t in segment if t.pos_ in {"NOUN", "PROPN"} and t.ent_type_ != "DATE")
    return next((t for t in nouns if not start <= t.head.i < verb.i), None)


def _frames_in_sentence(sentence: Sentence, token: Token) -> Iterator[Frame]:
    current, alone = token, False
    if is_saying(token) and any(c.dep_ == "agent" for c in token.children):
        yield Frame(sentence, token, _speaker_of(token))  # "was confirmed by X"
    while True:
        for child in current.children:
            if child.dep_ in {"parataxis", "prep", "advcl", "ccomp", "dep"} and not alone:
                yield from _side_frame(sentence, child, token)
        if current.head == current or current.dep_ not in _PATH_UP | {"dep", "ROOT"}:
            break
        parent = current.head
        if is_saying(parent) and _holds(parent, current):
            yield Frame(sentence, parent, _speaker_of(parent))
        # "X said A, but B happened": what is joined with its own subject is not said by X.
        alone = alone or (
            current.dep_ == "conj" and any(c.dep_ in _SUBJECTS for c in current.children)
        )
        current = parent
    yield from _loose_cues(sentence, token, alone=alone)


def _side_frame(sentence: Sentence, child: Token, token: Token) -> Iterator[Frame]:
    """Read ", X said" behind a clause and "according to X" beside it."""
    if child.lower_ == "according":
        speaker = next((t for t in child.subtree if t.dep_ == "pobj"), None)
        if speaker is not None:
            yield Frame(sentence, child, speaker)
    elif (
        child.dep_ in {"parataxis", "ccomp", "advcl"}
        and is_saying(child)
        and token not in child.subtree
        and any(c.dep_ == "nsubj" for c in child.children)
        and not any(c.dep_ in {"ccomp", "mark"} and c.i > child.i for c in child.children)
        and (child.dep_ != "advcl" or child.i > token.i)
    ):
        yield Frame(sentence, child, _speaker_of(child))


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
    elif is_saying(token):
        yield Frame(sentence, token, _speaker_of(token))


def is_saying(token: Token) -> bool:
    """Whether a verb reports what somebody says."""
    if token.pos_ not in {"VERB", "AUX"} or token.lemma_ not in SAYS:
        return False
    if token.lemma_ in _ONLY_WITH_CLAUSE:
        return any(child.dep_ in {"ccomp", "parataxis"} for child in token.children) or (
            token.dep_ == "parataxis"
        )
    return True


def _holds(verb: Token, content: Token) -> bool:
    """Whether a dependent is what is said: "told AFP that", not "told to leave"."""
    if content.dep_ == "nsubjpass":  # "the withdrawal was confirmed by X"
        return content.pos_ in {"NOUN", "VERB"} and _speaker_of(verb) is not None
    if content.dep_ not in _CONTENT:
        return False
    if content.dep_ == "xcomp":
        return content.pos_ in {"VERB", "AUX"} and not any(
            c.lower_ == "to" and c.dep_ == "aux" for c in content.children
        )
    if content.dep_ == "dobj":
        return verb.lemma_ in {"report", "announce", "claim", "confirm", "deny", "allege"}
    return True


def _speaker_of(verb: Token) -> Token | None:
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        return next(iter(agent.children), None) if agent is not None else None
    return subject_of(verb)


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
