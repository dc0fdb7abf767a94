"""Figures that are no single event: running totals of dead, displaced, trapped, and inhabitants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims import NotUsed, TollClaim, Where, claim_id
from geo.codes import Aspect, Assertion, Interest, TollKind, TollScope
from geo.reading.control.roles import Roles
from geo.reading.dates.clause_time import when_of
from geo.reading.dates.clauses import is_past_perfect, is_perfect, predicate_of
from geo.reading.incidents.deeds import Sentences
from geo.reading.incidents.events import events_in
from geo.reading.incidents.people import People
from geo.reading.incidents.running_totals import began, is_of_war, is_running_total
from geo.reading.incidents.words import incident_words
from geo.reading.left_out import left_out
from geo.reading.places.clause_place import where_of
from geo.reading.places.words import words
from geo.reading.speech.assertion import assertion_of
from geo.reading.speech.sources import interest_of, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import Count
    from geo.reading.clues import Clues
    from geo.reading.incidents.numbers import Figure

_TRAPPED = frozenset({"trap", "strand", "besiege", "encircle", "trapped", "stranded", "besieged"})
_LIVES = frozenset({"live", "reside", "dwell", "inhabit", "stay", "remain", "shelter", "house"})
_MOVED = frozenset({"displace", "flee", "escape", "uproot", "evacuate", "expel"})
_CHANGES = words("shrink fall drop grow rise swell dwindle decline stand number estimate be")
_INHABITANTS = frozenset({"resident", "inhabitant", "villager", "townspeople"})
_PLACES = words("neighborhood neighbourhood town city village camp district suburb")
# Words of dying: what they count was counted as dead already.
_DYING = frozenset(
    {"kill", "die", "wound", "injure", "dead", "hurt", "perish", "execute", "behead"}
)
# How sure a rule is that its words mean such a figure: "trapped" says so itself, a number
# of residents beside a place does not.
_CONFIDENCE = {
    TollKind.KILLED: 0.9,
    TollKind.INJURED: 0.9,
    TollKind.TRAPPED: 0.9,
    TollKind.DISPLACED: 0.8,
    TollKind.POPULATION: 0.7,
}


@dataclass(frozen=True, eq=False, slots=True)
class _Found:
    """One figure, before its place, time and source are looked up."""

    what: TollKind
    count: Count
    token: Token  # heads the statement
    start: int  # of the quote, in the report
    end: int
    cause: str = "fighting"
    background: bool = False


def read_tolls(
    clues: Clues, gazetteer: Gazetteer, table: ActorTable
) -> tuple[list[TollClaim], list[NotUsed]]:
    """
    Read running totals of killed, injured, displaced and trapped, and numbers of inhabitants.

    Parameters
    ----------
    clues
        What is known of the report.
    gazetteer
        Where places are looked up.
    table
        Who the actors are.

    Returns
    -------
    claims
        In the order of the text. The toll of a single event stands in its incident claim
        and is not repeated here.
    not_used
        Figures of the past, supposed or denied, with the reason.
    """
    claims: list[TollClaim] = []
    for sentence in clues.parsed.sentences:
        people = People(sentence)
        if people.too_long or not people.figures:
            continue
        here = Sentences(Roles(clues, sentence), people, table)
        found = [*_totals(clues, here), *_figures(clues, here)]
        claims += [_claim(clues, gazetteer, here, one) for one in found]
    claims.sort(key=lambda one: (one.quote.start, one.quote.end, one.claim_id))
    return claims, list(left_out(claims))


def _claim(clues: Clues, gazetteer: Gazetteer, here: Sentences, found: _Found) -> TollClaim:
    sentence = here.roles.sentence
    source = source_of(clues, sentence, found.token, here.table)
    stance = assertion_of(clues, sentence, found.token)
    where = where_of(clues, sentence, found.token, gazetteer=gazetteer)
    if is_of_war(found.token) and not here.roles.places:
        # The dead of a whole war are not those of the town that the text is about.
        where = Where(None)
    when = when_of(clues, sentence, began(clues, sentence, found.token), aspect=Aspect.STATE)
    assertion = Assertion.BACKGROUND if found.background else stance.assertion
    triple = f"{found.count.low}-{found.count.best}-{found.count.high}"
    return TollClaim(
        claim_id=claim_id(
            "toll", clues.parsed.report.text, found.start, found.end, found.what, triple
        ),
        quote=clues.parsed.quote(found.start, found.end),
        outlet=clues.parsed.report.outlet,
        published=clues.published,
        source=source,
        assertion=assertion,
        interest=_interest(source.party, interest_of(source, "", here.table)),
        where=where,
        when=when,
        rule=f"toll.{found.what}",
        confidence=_CONFIDENCE[found.what],
        hedges=stance.hedges,
        what=found.what,
        count=found.count,
        scope=TollScope.CUMULATIVE,
        since=_since(clues, here, when.start),
        cause=found.cause,
    )


def _interest(party: str | None, interest: Interest) -> Interest:
    """Whom a figure serves is not known when a party gives it."""
    return Interest.UNKNOWN if party is not None else interest


def _since(clues: Clues, here: Sentences, start: date | None) -> date | None:
    since = [t for t in clues.times_in(here.roles.sentence) if t.kind == "since"]
    return since[0].when.start if since else start if start != clues.published else None


def _totals(clues: Clues, here: Sentences) -> Iterator[_Found]:
    """Yield running totals of dead and hurt."""
    sentence = here.roles.sentence
    for event in events_in(here):
        if not is_running_total(clues, sentence, event):
            continue
        for one in event.casualties:
            if one.tally is None:
                continue
            kind = TollKind.KILLED if one.killed else TollKind.INJURED
            start = min(one.tally.first, sentence.offset_of(one.token))
            end = max(one.tally.last, sentence.end_of(one.token))
            cause = "siege" if one.of_deprivation else _cause(event.main.type)
            yield _Found(kind, one.tally.count, one.token, start, end, cause)


def _cause(kind: str) -> str:
    return "execution" if kind == "execution" else "fighting"


def _figures(clues: Clues, here: Sentences) -> Iterator[_Found]:
    """Yield figures of people who are displaced, trapped, or live there."""
    del clues
    sentence, people = here.roles.sentence, here.people
    for figure in people.figures:
        noun = people.counted(figure)
        anchor = noun or _token_at(here, figure)
        if anchor is None or (noun is not None and not incident_words().is_people(noun)):
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
        past = _looks_back(here, token)
        yield _Found(kind, figure.count, token, start, end, "displacement", past)


def _token_at(here: Sentences, figure: Figure) -> Token | None:
    start = here.roles.sentence.span.start_char
    inside = [t for t in here.roles.sentence.span if figure.start <= t.idx - start < figure.end]
    return inside[-1] if inside else None


def _kind(
    here: Sentences, figure: Figure, noun: Token | None, anchor: Token
) -> tuple[TollKind, Token, Token | None] | None:
    """Return what a figure counts, the word that heads the statement, and a word of it."""
    above = _words_above(anchor)
    if any(t.lemma_.lower() in _DYING for t in above):
        return None
    trapped = next((t for t in above if t.lemma_.lower() in _TRAPPED), None)
    if trapped is not None and noun is not None:
        return TollKind.TRAPPED, trapped, trapped
    moved = next((t for t in above if t.lemma_.lower() in _MOVED), None)
    if moved is not None and (noun is not None or anchor.head == moved):
        lasting = is_perfect(moved) or is_past_perfect(moved) or _of_perfect(moved)
        return (TollKind.DISPLACED, moved, moved) if lasting or moved.dep_ == "acl" else None
    return _population(here, figure, noun, anchor, above)


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


def _looks_back(here: Sentences, token: Token) -> bool:
    """Whether "once" or a time before the war is said of it: "once home to some 160,000"."""
    del here
    nearby = [*token.lefts, *predicate_of(token).lefts, *predicate_of(token).children]
    return any(t.lower_ in {"once", "formerly", "previously"} for t in nearby)
