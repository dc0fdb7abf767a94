"""Who said it: the chain from the outlet to the first speaker, and whose interest it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import ActorKind, fold_word
from geo.claims import Source
from geo.codes import ClaimantType, Interest
from geo.reading.speech.frames import Frame, frames_over, said_in
from geo.reading.speech.speakers import Speaker, speaker_of
from geo.reading.word_sets import word_set

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
_NOBODY = Speaker("unattributed", ClaimantType.UNATTRIBUTED, "unattributed")
# "The article notes": the press named before.
_THE_PRESS = word_set("article report agency newspaper website outlet broadcaster")
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


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
    for frame in frames_over(clues.parsed, sentence, token):
        found = _hops_of(clues, frame, table)
        hops += [hop for hop in found if hop.name not in {known.name for known in hops}]
    if not hops:
        if _is_hearsay(token):
            hops = [_NOBODY]
        else:
            first = fold_name(outlet) if outlet else clues.parsed.report.report_id
            return Source(root, ClaimantType.OUTLET, first, (root,))
    speaker = hops[0]
    chain = (root, *(hop.name for hop in reversed(hops)))
    return Source(speaker.name, speaker.type, _origin(hops, chain), chain, speaker.party)


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
        own = table.get(source.party).side == table.get(beneficiary).side
        if own:
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


def _enemies(one: str, other: str, table: ActorTable) -> bool:
    """Whether one is a government and the other an armed group in its own country."""
    first, second = table.get(one), table.get(other)
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


def _hops_of(clues: Clues, frame: Frame, table: ActorTable) -> list[Speaker]:
    """Return the speaker of a frame and the press he used, innermost first."""
    head = frame.speaker
    if head is None:
        return [_NOBODY]
    agencies = _agencies(clues, frame, table)
    at = frame.sentence.offset_of(head)
    known = any(mention.head == at for mention in clues.actors_in(frame.sentence))
    if head.pos_ == "PRON" and head.tag_ not in {"WP", "WDT"} and not known:
        return [*(_hops_before(clues, frame, head.lower_, table) or [_NOBODY]), *agencies]
    speaker = speaker_of(clues, frame.sentence, _antecedent(head), table)
    if speaker.actor is None and head.lower_ in _THE_PRESS:
        return _hops_before(clues, frame, head.lower_, table) or [speaker]
    return [speaker, *agencies]


def _antecedent(head: Token) -> Token:
    """Return whom "who" stands for."""
    return head.head.head if head.tag_ in {"WP", "WDT"} and head.head.dep_ == "relcl" else head


def _hops_before(clues: Clues, frame: Frame, word: str, table: ActorTable) -> list[Speaker]:
    """
    Return who "he" or "the article" is: the last person, or press, that spoke.

    Six sentences back is as far as a reader keeps a speaker in mind.
    """
    sentences = clues.parsed.sentences
    for index in range(frame.sentence.index, max(frame.sentence.index - 6, -1), -1):
        for one in reversed(said_in(sentences[index])):
            before = index < frame.sentence.index or one.cue.i < frame.cue.i
            if not before or one.speaker is None or one.speaker.pos_ == "PRON":
                continue
            if one.speaker.lower_ in _THE_PRESS:
                continue
            speaker = speaker_of(clues, one.sentence, _antecedent(one.speaker), table)
            press = speaker.type is ClaimantType.MEDIA
            if (
                press
                if word in _THE_PRESS
                else (speaker.person and not press)
                or (word in {"they", "it"} and not speaker.person and not press)
            ):
                return [speaker, *_agencies(clues, one, table)]
    return []


def _agencies(clues: Clues, frame: Frame, table: ActorTable) -> list[Speaker]:
    """Read the press a speaker used: "told AFP", "quoted by SANA", "in a post carried by X"."""
    found = []
    for part in frame.cue.subtree:
        if part.pos_ not in {"PROPN", "NOUN", "X"} or part == frame.speaker:
            continue
        told = part.dep_ in {"dobj", "dative"} and part.head == frame.cue
        through = part.dep_ == "pobj" and (
            part.head.dep_ in {"agent", "dative"}
            or (part.head.lower_ == "to" and part.head.head == frame.cue)
            or part.head.lower_ in {"with", "via", "through"}
        )
        if not (told or through):
            continue
        speaker = speaker_of(clues, frame.sentence, part, table)
        if speaker.type is ClaimantType.MEDIA and speaker.actor:
            found.append(speaker)
    return found


def _is_hearsay(token: Token) -> bool:
    clause = [token, *token.ancestors]
    return any(child.lower_ in _HEARSAY for one in clause for child in one.children)
