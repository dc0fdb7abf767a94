"""One happening as incident claims: its place, time, sides and numbers, and whose word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import IncidentClaim, claim_id
from geo.codes import (
    UNDRAWN,
    Aspect,
    Assertion,
    ClaimantType,
    IncidentType,
    TollScope,
)
from geo.reading.control.arguments import governed, prepositions
from geo.reading.dates.clause_time import when_of
from geo.reading.incidents.counts import (
    civilians_in,
    displaced_in,
    harmed_nobody,
    injured_in,
    killed_in,
)
from geo.reading.incidents.events import VIOLENT
from geo.reading.incidents.roles import actors_of, span_of, tags_of, targets_of
from geo.reading.incidents.running_totals import (
    began,
    dated_by,
    is_of_old,
    is_over,
    is_running_total,
)
from geo.reading.places.clause_place import places_of
from geo.reading.places.words import words
from geo.reading.speech.assertion import assertion_of
from geo.reading.speech.interests import as_ally, interest_of
from geo.reading.speech.sources import source_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import Source, Where
    from geo.codes import Interest
    from geo.reading.clues import Clues
    from geo.reading.incidents.deeds import Sentences
    from geo.reading.incidents.events import Event
    from geo.reading.parsed import Sentence

# "continue to shell", "daily air strikes": again and again over the time told of.
_RECURS = words("continue keep daily repeatedly intermittent ongoing regularly")
_LEAVING = frozenset({"from", "out"})
_STAYING = frozenset({"in", "at", "near", "outside", "around", "inside"})
# What hits each of the places it is said to hit, or happens in each.
_HITTING = VIOLENT | {IncidentType.SEIZURE, IncidentType.RECAPTURE, IncidentType.WITHDRAWAL}
_HITTING |= {IncidentType.LOOTING_OR_DESTRUCTION, IncidentType.DISPLACEMENT}


def claims_of(
    clues: Clues, gazetteer: Gazetteer, here: Sentences, event: Event
) -> list[IncidentClaim]:
    """Return a claim for each place of a happening; a toll is one, so its place is one too."""
    wheres = _wheres(clues, gazetteer, here, event)
    told = wheres[:1] if event.casualties or event.main.type not in _HITTING else wheres
    return [_claim(clues, here, event, where) for where in told]


def _claim(clues: Clues, here: Sentences, event: Event, where: Where) -> IncidentClaim:
    sentence, main, head = here.roles.sentence, event.main, event.head
    actors, targets = actors_of(here, event), targets_of(here, event)
    told_by = source_of(clues, sentence, head, here.table)
    source = as_ally(told_by, (*actors, *targets, "")[0], here.table)
    start, end = span_of(here, event)
    scope = TollScope.EVENT
    dated = dated_by(clues, sentence, event)
    if is_running_total(clues, sentence, event):
        scope, dated = TollScope.CUMULATIVE, began(clues, sentence, head)
    report = clues.parsed.report
    when = when_of(clues, sentence, dated, aspect=_aspect(event))
    assertion = _assertion(clues, sentence, event, source)
    if assertion not in UNDRAWN and is_of_old(when, clues.published):
        assertion = Assertion.BACKGROUND
    what = (main.type, *actors, str(where.place_id), *filter(None, [where.unlisted]))
    return IncidentClaim(
        claim_id=claim_id("incident", report.text, start, end, *what),
        quote=clues.parsed.quote(start, end),
        outlet=report.outlet,
        published=clues.published,
        source=source,
        assertion=assertion,
        interest=_interest(source, event, actors, targets, here.table),
        where=where,
        when=when,
        rule=f"incident.{main.type}.{'verb' if main.token == main.head else 'noun'}",
        confidence=main.entry.confidence,
        hedges=assertion_of(clues, sentence, head).hedges,
        incident_type=main.type,
        tags=tags_of(event),
        actors=actors,
        targets=targets,
        fatalities=killed_in(here, event),
        injured=injured_in(event),
        deaths_civilians=civilians_in(event),
        toll_scope=scope,
        displaced=displaced_in(here, event),
    )


def _assertion(clues: Clues, sentence: Sentence, event: Event, source: Source) -> Assertion:
    assertion = assertion_of(clues, sentence, event.head).assertion
    if event.main.token != event.head and assertion not in UNDRAWN:
        # "Warned of a looming attack": the verb is plain, its noun is not.
        noun = assertion_of(clues, sentence, event.main.token).assertion
        assertion = noun if noun in UNDRAWN else assertion
    if is_over(clues, sentence, event.head):
        return Assertion.BACKGROUND
    harm = [one.token for one in event.casualties]
    unhurt = event.main.token not in harm and harmed_nobody(event)
    aid_denied = event.main.type is IncidentType.AID_DENIED
    if (aid_denied or unhurt) and assertion is Assertion.DENIED:
        # That aid did not come through is the deed, not a denial of it; and a blast that
        # hurt no one was one.
        quoted = source.claimant_type is not ClaimantType.OUTLET
        return Assertion.ATTRIBUTED if quoted else Assertion.ASSERTED
    return assertion


def _wheres(clues: Clues, gazetteer: Gazetteer, here: Sentences, event: Event) -> tuple[Where, ...]:
    """Return the places of a happening: those of its noun's own phrase, else of its clause."""
    sentence = here.roles.sentence
    nouns = [deed.token for deed in event.deeds if deed.token != deed.head]
    for token in [*nouns, event.main.token]:
        if here.roles.mentions_below(token):
            wheres = places_of(clues, sentence, token, gazetteer=gazetteer, roughly=True)
            if wheres[0].place_id is not None:
                return wheres
    return places_of(clues, sentence, _placed_by(here, event), gazetteer=gazetteer, roughly=True)


def _placed_by(here: Sentences, event: Event) -> Token:
    """Return the word that places it: "a raid killed two people in Orsa" by its victims."""
    if event.main.type is IncidentType.WITHDRAWAL:
        left = (n for p in prepositions(event.head, _LEAVING) for n in governed(p))
        return next((one for one in left if here.roles.place_at(one) is not None), event.head)
    for victim in (one for casualties in event.casualties for one in casualties.victims):
        told = (n for p in prepositions(victim, _STAYING) for n in governed(p))
        if any(here.roles.place_at(one) is not None for one in told):
            return victim
    return event.head


def _aspect(event: Event) -> Aspect:
    around = [t for word in event.words for t in (word, word.head, *word.children)]
    recurs = any(t.lemma_.lower() in _RECURS or t.lower_ in _RECURS for t in around)
    return Aspect.RECURRING if recurs and not event.casualties else Aspect.EVENT


def _interest(
    source: Source,
    event: Event,
    actors: tuple[str, ...],
    targets: tuple[str, ...],
    table: ActorTable,
) -> Interest:
    """Say whom the statement serves: a side's own success, or the blame of a massacre."""
    shameful = "civilians" in targets and event.main.type in VIOLENT
    loses = shameful or event.main.type is IncidentType.WITHDRAWAL
    return interest_of(source, actors[0] if actors else "", table, loses=loses)
