"""What a number of people says of them: displaced, trapped, missing, held, or living there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.codes import TollKind, TollScope
from geo.reading.control.arguments import patients
from geo.reading.dates.clauses import is_past_perfect, is_perfect, predicate_of
from geo.reading.incidents.words import incident_words
from geo.reading.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.claims import Count
    from geo.reading.clues import Clues
    from geo.reading.incidents.deeds import Sentences
    from geo.reading.incidents.numbers import Figure

_TRAPPED = frozenset({"trap", "strand", "besiege", "encircle", "trapped", "stranded", "besieged"})
_LIVES = frozenset({"live", "reside", "dwell", "inhabit", "stay", "remain", "shelter", "house"})
_MOVED = frozenset({"displace", "flee", "escape", "uproot", "evacuate", "expel"})
_SEIZED = words("arrest detain abduct kidnap imprison jail intern")
_HELD = frozenset({"hold", "keep", "be", "remain", "take"})
_CUSTODY = words("hostage hostages captive custody detention jail prison detainee")
_MISSING = words("missing unaccounted disappeared")
# What may stand between a number and "missing".
_STILL = words("people persons others other more are is were was remain remained still went gone "
               "have has been had reported listed feared also and")  # fmt: skip
_NEAR = 5
_CHANGES = words("shrink fall drop grow rise swell dwindle decline stand number estimate be")
_INHABITANTS = frozenset({"resident", "inhabitant", "villager", "townspeople"})
_PLACES = words("neighborhood neighbourhood town city village camp district suburb")
# Words of dying: what they count was counted as dead already.
_DYING = frozenset(
    {"kill", "die", "wound", "injure", "dead", "hurt", "perish", "execute", "behead"}
)


@dataclass(frozen=True, eq=False, slots=True)
class Headcount:
    """One figure, before its place, time and source are looked up."""

    what: TollKind
    count: Count
    token: Token  # heads the statement
    start: int  # of the quote, in the report
    end: int
    cause: str = "fighting"
    background: bool = False
    scope: TollScope = TollScope.CUMULATIVE


def headcounts_in(clues: Clues, here: Sentences) -> Iterator[Headcount]:
    """Yield the figures of people who are displaced, trapped, missing, held, or live there."""
    sentence, people = here.roles.sentence, here.people
    for figure in people.figures:
        noun = people.counted(figure)
        anchor = noun or people.token_of(figure)
        if anchor is None or (noun is not None and not _is_counted(noun)):
            continue
        reading = _kind(here, figure, noun, anchor)
        if reading is None:
            continue
        kind, token, first = reading
        start = sentence.start + figure.start
        end = max(sentence.start + figure.end, sentence.end_of(anchor))
        if first is not None:
            start = min(start, sentence.offset_of(first))
            end = max(end, sentence.end_of(first))
        yield Headcount(
            kind, figure.count, token, start, end, "displacement", _looks_back(token),
            _scope(clues, here, kind, token),
        )  # fmt: skip


def _is_counted(noun: Token) -> bool:
    """Whether a noun means people one by one: families may have any number of them."""
    lemma = noun.lemma_.lower()
    around = incident_words().around
    if lemma in around["descendants"]:
        return True
    return incident_words().is_people(noun) and lemma not in around["households"]


def _scope(clues: Clues, here: Sentences, kind: TollKind, token: Token) -> TollScope:
    """Return whether people went missing or were seized at once, or over a time."""
    if kind not in {TollKind.MISSING, TollKind.DETAINED}:
        return TollScope.CUMULATIVE
    verb = predicate_of(token)
    since = any(time.kind == "since" for time in clues.times_in(here.roles.sentence))
    held = token.lemma_ in _HELD and token.lemma_ != "take"
    lasting = since or is_perfect(verb) or held
    return TollScope.CUMULATIVE if lasting else TollScope.EVENT


def _kind(
    here: Sentences, figure: Figure, noun: Token | None, anchor: Token
) -> tuple[TollKind, Token, Token | None] | None:
    """Return what a figure counts, the word that heads the statement, and a word of it."""
    missing = _missing(anchor)
    if missing is not None:
        return TollKind.MISSING, missing, missing
    if _is_descendants(noun):
        return TollKind.POPULATION, predicate_of(anchor), None
    above = _words_above(anchor)
    if any(t.lemma_.lower() in _DYING for t in above):
        return None
    return _of_verb(noun, anchor, above) or _population(here, figure, noun, anchor, above)


def _of_verb(
    noun: Token | None, anchor: Token, above: list[Token]
) -> tuple[TollKind, Token, Token | None] | None:
    """Return what was done to people: they were seized, trapped or driven out."""
    seized = _seized(anchor, noun)
    if seized is not None:
        return TollKind.DETAINED, seized, seized
    trapped = next((t for t in above if t.lemma_.lower() in _TRAPPED), None)
    if trapped is not None and noun is not None:
        return TollKind.TRAPPED, trapped, trapped
    moved = next((t for t in above if t.lemma_.lower() in _MOVED), None)
    if moved is None or (noun is None and anchor.head != moved):
        return None
    lasting = is_perfect(moved) or is_past_perfect(moved) or _of_perfect(moved)
    return (TollKind.DISPLACED, moved, moved) if lasting or moved.dep_ == "acl" else None


def _is_descendants(noun: Token | None) -> bool:
    """
    Say whether a number counts the descendants of others.

    "Five million decedents of the refugees": nobody is a dead man of somebody, so with "of"
    and other people behind it, it is the slip for descendants, and they live.
    """
    if noun is None or noun.lemma_.lower() not in incident_words().around["descendants"]:
        return False
    return noun.lemma_.lower() != "decedent" or any(c.lower_ == "of" for c in noun.children)


def _missing(anchor: Token) -> Token | None:
    """Return "missing" right behind a number and its noun, or before the noun."""
    for child in anchor.children:
        if child.lower_ in _MISSING and child.dep_ == "amod":
            return child
    end = min(anchor.sent.end, anchor.i + 1 + _NEAR)
    for token in anchor.doc[anchor.i + 1 : end]:
        if token.lower_ in _MISSING:
            return token
        if token.lower_ not in _STILL:
            return None
    return None


def _seized(anchor: Token, noun: Token | None) -> Token | None:
    """Return the verb by which people were arrested, abducted or held."""
    verb = anchor.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.dep_ in {"conj", "nummod", "appos"}:
        verb = verb.head
    acl = next((c for c in anchor.children if c.dep_ == "acl"), None)
    for one in (verb, acl):
        if one is None:
            continue
        mine = one is acl or anchor in _with_joined(patients(one))
        if mine and one.lemma_.lower() in _SEIZED:
            return one
        if mine and one.lemma_ in _HELD - {"be"} and _in_custody(one, noun):
            return one
    return None


def _with_joined(nouns: list[Token]) -> list[Token]:
    return [one for noun in nouns for one in (noun, *noun.conjuncts)]


def _in_custody(verb: Token, noun: Token | None) -> bool:
    said = {t.lower_ for t in verb.subtree if t.i < verb.i + 2 * _NEAR}
    return bool(said & _CUSTODY) or (noun is not None and noun.lemma_.lower() in _CUSTODY)


def _population(
    here: Sentences, figure: Figure, noun: Token | None, anchor: Token, above: list[Token]
) -> tuple[TollKind, Token, Token | None] | None:
    words = {t.lemma_.lower() for t in above}
    before = _before(here, figure)
    clause = predicate_of(anchor)
    if before[-2:] == ["home", "to"]:
        home = next((t for t in above if t.lower_ == "home"), None)
        return TollKind.POPULATION, home or clause, home
    if "population" in words | {c.lemma_ for c in clause.subtree if c.dep_ in {"nsubj", "pobj"}}:
        changes = clause.lemma_ in _CHANGES or "population" in before[-2:]
        return (TollKind.POPULATION, clause, clause) if changes else None
    lives = next((t for t in above[:3] if t.lemma_.lower() in _LIVES and t.pos_ == "VERB"), None)
    if lives is not None and noun is not None:
        return TollKind.POPULATION, lives, lives
    if before[-1:] == ["of"] and _PLACES & set(before[-3:-1]):
        return TollKind.POPULATION, clause, None
    inhabitant = noun is not None and noun.lemma_.lower() in _INHABITANTS
    subject = noun is not None and noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return (TollKind.POPULATION, clause, None) if inhabitant and not subject else None


def _before(here: Sentences, figure: Figure) -> list[str]:
    text = here.roles.sentence.span.text[: figure.start].lower()
    return text.replace(",", " ").split()


def _words_above(token: Token) -> list[Token]:
    """Return the words above a figure up to its clause, with their adjectives and participles."""
    found = [token, *(c for c in token.children if c.dep_ in {"amod", "acl"})]
    for above in token.ancestors:
        found += [above, *(c for c in above.children if c.dep_ in {"acomp", "xcomp", "oprd"})]
        if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"xcomp", "acl"}:
            break
    return found


def _of_perfect(verb: Token) -> bool:
    """Whether "have managed to escape": the verb above carries the perfect."""
    return verb.dep_ in {"xcomp", "conj"} and (is_perfect(verb.head) or is_past_perfect(verb.head))


def _looks_back(token: Token) -> bool:
    """Whether "once" or a time before the war is said of it: "once home to some 160,000"."""
    nearby = [*token.lefts, *predicate_of(token).lefts, *predicate_of(token).children]
    return any(t.lower_ in {"once", "formerly", "previously"} for t in nearby)
