"""What stands for an actor named before: "the group", "the militants", "they", "its"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.reading.actors import forces
from geo.reading.actors.groups_again import last_group, means_a_group
from geo.reading.clues import ActorMention
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.parsed import Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"they", "their"})
_SINGULAR = frozenset({"it", "its"})
_PRONOUNS = _PLURAL | _SINGULAR
_FIGHTERS = forces.IRREGULAR - forces.FACELESS
# Soldiers and peacekeepers; neither are "the rebels" nor "the militants".
_NO_BAND = frozenset({ActorKind.STATE_FORCES, ActorKind.UN_AGENCY, ActorKind.CIVIL_AUTHORITY})
_OF_TWO = frozenset({"former", "latter"})
# Agencies call jihadists so, and seldom those who fight them.
_MILITANTS = word_set("militants jihadists extremists terrorists")


def refers_back(
    sentence: Sentence,
    before: Sentence | None,
    token: Token,
    earlier: Sequence[ActorMention],
    table: ActorTable,
) -> ActorMention | None:
    """
    Resolve a definite noun or a pronoun to the actor it stands for.

    Parameters
    ----------
    sentence, before, token
        The noun or pronoun in its sentence, and the sentence before.
    earlier
        The report's actor mentions that begin before it.
    table
        Who the actors are.

    Returns
    -------
    mention
        None where it stands for something else or where that is uncertain.
    """
    word = token.lower_
    if word in _PRONOUNS:
        found = _of_pronoun(sentence, before, token, earlier, table)
    elif word in _FIGHTERS and _definite(token):
        found = _last_fighters(token, earlier, table)
    elif means_a_group(token) and _definite(token):
        found = last_group(sentence, before, token, earlier, table)
    elif word in _OF_TWO and token.dep_ in _SUBJECTS and _definite(token):
        found = _of_two(token, earlier)
    else:
        return None
    if found is None:
        return None
    start = _start(token)
    quote = sentence.quote(sentence.offset_of(start), sentence.end_of(token))
    # "The army's spokesman said they had taken it": the army, not those who speak.
    armed = found.armed or (word == "they" and table.get(found.actor).kind.armed)
    return ActorMention(quote, found.actor, sentence.offset_of(token), armed, anaphoric=True)


def _of_pronoun(
    sentence: Sentence,
    before: Sentence | None,
    token: Token,
    earlier: Sequence[ActorMention],
    table: ActorTable,
) -> ActorMention | None:
    """Follow the nearest subject before the pronoun, if that is an actor."""
    plural = token.lower_ in _PLURAL
    subjects = [(sentence, subject) for subject in _subjects_before(token)]
    opened = _opening_mark(token)
    if opened is not None:
        # Who speaks of "them" speaks in words of his own.
        subjects = [(where, subject) for where, subject in subjects if subject.i > opened]
    elif not subjects and before is not None:
        subjects = [(before, subject) for subject in _last_subjects(before)]
    for where, subject in subjects:
        mention = _mention_of(subject, where, earlier)
        if mention is not None and _agrees(mention, table, subject, plural=plural):
            return mention
        if mention is None and _could_be_meant(subject, plural=plural):
            return None
    if token.lower_ == "their":
        return _only_plural(sentence, earlier, table)
    return None


def _of_two(token: Token, earlier: Sequence[ActorMention]) -> ActorMention | None:
    """Return the one of the two last named that "the former" or "the latter" is."""
    last: dict[str, ActorMention] = {}
    for mention in reversed(earlier):
        if mention.armed and not mention.anaphoric:
            last.setdefault(mention.actor, mention)
        if len(last) == 2:
            latter, former = last.values()
            return former if token.lower_ == "former" else latter
    return None


def _opening_mark(token: Token) -> int | None:
    """Return where the quotation a pronoun stands in begins; None outside of one."""
    marks = [t.i for t in token.doc[: token.i] if t.text == '"']
    return marks[-1] if len(marks) % 2 else None


def _last_subjects(sentence: Sentence) -> list[Token]:
    """Return the subjects of a sentence's main clauses, the last clause first."""
    root = sentence.span.root
    clauses = [root, *(c for c in root.children if c.dep_ == "conj" and c.pos_ == "VERB")]
    # "The troops have left, residents said": the next sentence goes on about the troops.
    told = [c for c in root.children if c.dep_ == "ccomp" and c.i < root.i]
    first = _subjects_of([verb for one in told for verb in (one, *one.conjuncts)])
    return [*first, *_subjects_of(clauses)]


def _subjects_of(clauses: Sequence[Token]) -> list[Token]:
    found = [c for one in clauses for c in one.children if c.dep_ in _SUBJECTS]
    return sorted(found, key=lambda subject: -subject.i)


def _only_plural(
    sentence: Sentence, earlier: Sequence[ActorMention], table: ActorTable
) -> ActorMention | None:
    """Return the one band of fighters a sentence has named so far; None if there are two."""
    here = [m for m in earlier if m.armed and m.quote.start >= sentence.start]
    bands = [m for m in here if table.get(m.actor).kind is not ActorKind.STATE_FORCES]
    return bands[-1] if len({m.actor for m in bands}) == 1 else None


def _subjects_before(token: Token) -> list[Token]:
    """Return the subjects before a token, nearest clause first, then the sentence before."""
    found = []
    clause = token.head
    seen = set()
    while clause.i not in seen:
        seen.add(clause.i)
        found += [
            c
            for c in clause.children
            if (c.dep_ in _SUBJECTS or _acronym_as_aux(c)) and c.i < token.i and c.pos_ != "PRON"
        ]
        # "The rebels fled Orsa, but they hold Belen, residents said": two clauses of one saying.
        beside = [c for c in clause.head.children if c.dep_ == "ccomp" and c.i < clause.i]
        found += _subjects_of(beside) if clause.dep_ == "ccomp" else []
        relative = any(c.dep_ in _SUBJECTS and c.tag_ in {"WDT", "WP"} for c in clause.children)
        if clause.head.i < token.i and (clause.dep_ == "acl" or relative):
            found.append(clause.head)
        clause = clause.head
    return found


def _mention_of(
    subject: Token, sentence: Sentence, earlier: Sequence[ActorMention]
) -> ActorMention | None:
    """Return the actor mention that a subject is, or whose deed it is ("the X advance")."""
    at = sentence.offset_of(subject)
    for mention in reversed(earlier):
        if mention.quote.start <= at < mention.quote.end:
            return mention
    deeds = [c for c in subject.children if c.dep_ in {"compound", "poss", "nmod"}]
    for child in deeds:
        at = sentence.offset_of(child)
        for mention in reversed(earlier):
            if mention.quote.start <= at < mention.quote.end:
                return mention
    return None


def _agrees(mention: ActorMention, table: ActorTable, subject: Token, *, plural: bool) -> bool:
    """Whether number fits: "it" is neither fighters nor a person, "they" may be a group."""
    actor = table.get(mention.actor)
    if actor.kind in {ActorKind.CIVILIANS, ActorKind.MEDIA_AGENCY}:
        return False
    if plural:
        return subject.lower_ not in {"regime", "government", "army", "state", "president"}
    if actor.kind.armed and not mention.armed:
        return False
    return "Plur" not in subject.morph.get("Number", []) or table.get(
        mention.actor
    ).name.startswith(subject.text)


def _could_be_meant(subject: Token, *, plural: bool) -> bool:
    many = "Plur" in subject.morph.get("Number", []) or any(
        c.dep_ == "conj" for c in subject.children
    )
    return many == plural


def _acronym_as_aux(token: Token) -> bool:
    """Whether the tagger took "IS" or "AA" before a verb for a form of "to be"."""
    return token.text.isupper() and len(token) > 1 and token.dep_ in {"aux", "auxpass"}


def _last_fighters(
    token: Token, earlier: Sequence[ActorMention], table: ActorTable
) -> ActorMention | None:
    """
    Return whom "the militants" means: those last called so, else the last who fight.

    They are no state's forces. "The factions" are only ever those called so before.
    """
    rest = []
    for mention in reversed(earlier):
        if mention.armed and table.get(mention.actor).kind not in _NO_BAND:
            if token.lower_ in mention.quote.text.lower().split():
                return mention
            rest.append(mention)
    named = [m for m in rest if m.actor in table.actors]
    jihadist = [m for m in named if table.get(m.actor).jihadist]
    if token.lower_ in _MILITANTS and len({m.actor for m in jihadist}) == 1:
        return jihadist[0]
    return None if token.lower_ in {"factions", "faction"} else next(iter(named or rest), None)


def _definite(token: Token) -> bool:
    # "The Islamist terrorist group X": the name follows and is the mention.
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children):
        return False
    if token.dep_ in {"compound", "amod", "nmod"}:
        return False
    return any(c.lower_ in {"the", "this", "that", "these", "those"} for c in token.children)


def _start(token: Token) -> Token:
    if token.pos_ == "PRON":
        return token
    inside = [c for c in token.children if c.dep_ in {"det", "amod", "compound"} and c.i < token.i]
    return min(inside, key=lambda c: c.i, default=token)
