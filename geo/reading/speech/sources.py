"""Who said it: the chain from the outlet to the first speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import fold_word
from geo.claims import Source
from geo.codes import ClaimantType
from geo.reading.speech.frames import Frame, frames_over
from geo.reading.speech.hops import NOBODY, hops_of
from geo.reading.speech.speakers import Speaker, itself
from geo.reading.speech.wires import wire_of
from geo.reading.speech.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence

_HEARSAY = words_of("saying")["hearsay_adverbs"]


def source_of(clues: Clues, sentence: Sentence, token: Token, table: ActorTable) -> Source:
    """
    Say who says the clause headed by a token.

    Parameters
    ----------
    clues
        What is known of the report.
    sentence, token
        The clause; any word inside it will do.
    table
        Who the actors are.

    Returns
    -------
    source
        The chain runs outermost first: outlet, agencies, speaker. Private persons are
        described ("resident"), not named. Without any words of saying the outlet says
        it, unless a word like "reportedly" says that nobody is named.
    """
    outlet = clues.parsed.report.outlet
    root = outlet or "the report"
    hops: list[Speaker] = []
    for frame in _in_order(frames_over(clues.parsed, sentence, token)):
        found = hops_of(clues, frame, table)
        hops += [hop for hop in found if hop.name not in {known.name for known in hops}]
    if not hops and _is_hearsay(token):
        hops = [NOBODY]
    wire = wire_of(clues.parsed, table)
    if wire is not None and all(wire.name != name for name in (root, *(hop.name for hop in hops))):
        hops.append(itself(wire))
    if not hops:
        first = fold_name(outlet) if outlet else clues.parsed.report.report_id
        return Source(root, ClaimantType.OUTLET, first, (root,))
    speaker = hops[0]
    chain = (root, *(hop.name for hop in reversed(hops)))
    return Source(speaker.name, speaker.type, _origin(hops, chain), chain, speaker.party)


def _in_order(frames: list[Frame]) -> list[Frame]:
    """Put "according to X" outside of who said it, unless it stands in what he said."""
    verbs = [frame for frame in frames if frame.cue.lower_ != "according"]
    through = [frame for frame in frames if frame.cue.lower_ == "according"]
    inner = [one for one in through if any(_within(one.cue, verb.cue) for verb in verbs)]
    return [*inner, *verbs, *(one for one in through if one not in inner)]


def _within(according: Token, saying: Token) -> bool:
    """Whether it is "X said that, according to Y, …"."""
    if saying.i > according.i or saying.sent != according.sent:
        return False
    between = saying.doc[saying.i + 1 : according.i]
    return any(word.lower_ == "that" for word in between)


def fold_name(name: str) -> str:
    """Return a name in the form that two spellings of it share."""
    return " ".join(fold_word(word) for word in name.split() if fold_word(word))


def _origin(hops: list[Speaker], chain: tuple[str, ...]) -> str:
    """
    Name the first speaker so that reports which share him count once.

    Two residents are two witnesses: without a name they are told apart by who met them.
    """
    speaker = hops[0]
    if speaker.actor:
        return speaker.actor
    folded = fold_name(speaker.name)
    if speaker.type in {ClaimantType.RESIDENT, ClaimantType.UNATTRIBUTED} or not speaker.named:
        met_by = next((hop.actor for hop in hops[1:] if hop.actor), None) or fold_name(chain[0])
        return f"{folded} ({met_by})"
    return folded


def _is_hearsay(token: Token) -> bool:
    clause = [token, *token.ancestors]
    return any(child.lower_ in _HEARSAY for one in clause for child in one.children)
