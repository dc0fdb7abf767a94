"""Statements that a report says nobody could verify: "the claim could not be confirmed"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.reading.speech.frames import said_in
from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.reading.parsed import ParsedReport, Sentence
    from geo.reading.speech.frames import Frame

_LISTS = words_of("saying")
_DOUBTED, _UNCONFIRMED = _LISTS["doubted"], _LISTS["unconfirmed"]
# The word that `geo.weight` knows, whatever the report's own.
DOUBT = "unconfirmed"
_CHECKED = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|verification)"
_UNVERIFIED = re.compile(
    rf"(?:\b(?:not|unable|impossible|difficult|cannot|yet|never)\b|n't)[^.;]{{0,40}}?\b{_CHECKED}\b"
    r"|\bno (?:independent|immediate|official) (?:confirmation|verification|corroboration)\b"
    rf"|\b(?:hard|difficult|impossible) to {_CHECKED}\b",
    re.IGNORECASE,
)
# "The claims" are those of the last sentences before, as long as somebody speaks in them.
_SENTENCES_BACK = 3
_CONTENT = frozenset({"ccomp", "xcomp"})


def doubts_about(parsed: ParsedReport, sentence: Sentence, frames: Iterable[Frame]) -> list[str]:
    """Return the hedge of a statement that nobody could verify, if it is one."""
    words = {
        child.lower_
        for frame in frames
        for one in (frame.cue, frame.speaker)
        if one is not None
        for child in one.children
    }
    doubted = words & _UNCONFIRMED or sentence.index in _doubted_sentences(parsed)
    return [DOUBT] if doubted else []


@lru_cache(maxsize=4)  # every claim of a report asks for it
def _doubted_sentences(parsed: ParsedReport) -> frozenset[int]:
    """Return the numbers of the sentences whose statements could not be verified."""
    found: set[int] = set()
    for sentence in parsed.sentences:
        # The search through the characters spares most sentences the walk over the tokens.
        match = _UNVERIFIED.search(sentence.span.text)
        if match is None:
            continue
        start = sentence.block.start + sentence.span.start_char + match.end()
        checked = sentence.tokens_between(start - len(match[0]), start)[-1]
        about = _pointer(checked)
        if about is None:
            continue
        if any(_is_beside(frame.cue, checked) for frame in said_in(sentence)):
            found.add(sentence.index)
        else:
            found |= _before(parsed, sentence, plural=about.tag_ == "NNS")
    return frozenset(found)


def _pointer(checked: Token) -> Token | None:
    """Return the word that points at the statement: "the claim", "this", "which"."""
    near = [*checked.children, *(c for a in (*checked.ancestors,)[:2] for c in (a, *a.children))]
    for word in near:
        if word.lemma_.lower() in _DOUBTED or word.tag_ == "WDT":
            own = any(c.dep_ in {"acl", "ccomp"} and c.pos_ == "VERB" for c in word.children)
            if not own:
                return word
    return None


def _is_beside(cue: Token, checked: Token) -> bool:
    """Whether something is said beside the words of doubt, and they are not what is said."""
    if cue in {checked, *checked.children} or checked == cue:
        return False
    current = checked
    while current not in (cue, current.head):
        if current.dep_ not in _CONTENT:
            break
        current = current.head
    return current != cue and cue not in checked.subtree


def _before(parsed: ParsedReport, sentence: Sentence, *, plural: bool) -> set[int]:
    found: set[int] = set()
    for index in range(sentence.index - 1, max(sentence.index - 1 - _SENTENCES_BACK, -1), -1):
        if said_in(parsed.sentences[index]):
            found.add(index)
            if not plural:
                break
        elif found:
            break
    return found
