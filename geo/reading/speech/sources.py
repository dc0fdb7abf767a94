"""Who said it: the chain from the outlet to the first speaker, and whose interest it serves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.actors import ActorKind, fold_word
from geo.claims import Source
from geo.codes import ClaimantType, Interest
from geo.reading.speech.frames import Frame, frames_over
from geo.reading.speech.hops import NOBODY, hops_of
from geo.reading.speech.speakers import Speaker, itself
from geo.reading.speech.wires import wire_of
from geo.reading.speech.words import pairs_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence

_THIRD_PARTIES = frozenset(
    {
        ClaimantType.MONITOR,
        ClaimantType.UN_OR_NGO,
        ClaimantType.RESIDENT,
        ClaimantType.MEDIA,
        ClaimantType.OUTLET,
    }
)
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


def interest_of(
    source: Source, beneficiary: str, table: ActorTable, *, loses: bool = False
) -> Interest:
    """
    Say whether a statement serves the one who makes it.

    Parameters
    ----------
    source
        Who says it.
    beneficiary
        Id of the actor the statement is about.
    table
        Who the actors are.
    loses
        The actor loses by what is said, as when it has withdrawn.
    """
    if source.party is not None:
        sides = frozenset((table.get(source.party).side, table.get(beneficiary).side))
        if len(sides) == 1 or sides in _sides("allied", table):
            return Interest.AGAINST_INTEREST if loses else Interest.SELF_SERVING
        if source.claimant_type not in _THIRD_PARTIES:
            # A rival's gain is admitted against interest; of a rival's loss one never knows.
            rivals = table.get(source.party).kind.armed and table.get(beneficiary).kind.armed
            return (
                Interest.AGAINST_INTEREST
                if rivals and not loses and _enemies(source.party, beneficiary, table)
                else Interest.UNKNOWN
            )
    return Interest.THIRD_PARTY if source.claimant_type in _THIRD_PARTIES else Interest.UNKNOWN


@lru_cache(maxsize=8)  # every claim of a party asks for it
def _sides(part: str, table: ActorTable) -> frozenset[frozenset[str]]:
    """Return the pairs of sides of the actors that a part of the words lists."""
    pairs = (frozenset(table.get(one).side for one in pair) for pair in pairs_of(part))
    return frozenset(pair for pair in pairs if len(pair) > 1)


def _enemies(one: str, other: str, table: ActorTable) -> bool:
    """Whether they are known enemies, or a government and an armed group of its country."""
    first, second = table.get(one), table.get(other)
    if frozenset((first.side, second.side)) in _sides("at_war", table):
        return True
    kinds = {first.kind, second.kind}
    shared = set(first.country) & set(second.country)
    return ActorKind.STATE_FORCES in kinds and len(kinds) > 1 and bool(shared)


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
