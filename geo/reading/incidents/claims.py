"""What a report says has happened: incident claims, one for each happening it tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.claims import IncidentClaim, NotUsed, claim_id
from geo.codes import (
    UNDRAWN,
    Aspect,
    Assertion,
    ClaimantType,
    IncidentType,
    MentionRole,
    Reason,
    TollScope,
)
from geo.reading.control.arguments import governed, prepositions
from geo.reading.control.roles import Roles
from geo.reading.dates.clause_time import when_of
from geo.reading.incidents.blame import blames_in
from geo.reading.incidents.counts import (
    civilians_in,
    displaced_in,
    harmed_nobody,
    injured_in,
    killed_in,
)
from geo.reading.incidents.deeds import Sentences
from geo.reading.incidents.events import VIOLENT, events_in
from geo.reading.incidents.people import People
from geo.reading.incidents.recounts import recounts_in
from geo.reading.incidents.retold import (
    ascribed,
    at_the_place_of,
    counted_anew,
    is_first_told,
    recounted,
    stands_alone,
    told_before,
    with_range,
    with_toll,
)
from geo.reading.incidents.roles import actors_of, span_of, tags_of, targets_of
from geo.reading.incidents.running_totals import (
    began,
    dated_by,
    is_of_old,
    is_over,
    is_running_total,
)
from geo.reading.left_out import left_out
from geo.reading.places.clause_place import places_of
from geo.reading.places.words import words
from geo.reading.speech.assertion import assertion_of
from geo.reading.speech.sources import interest_of, source_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import Source, Where
    from geo.codes import Interest
    from geo.reading.clues import Clues
    from geo.reading.incidents.events import Event
    from geo.reading.parsed import Sentence

# "continue to shell", "daily air strikes": again and again over the time told of.
_RECURS = words("continue keep daily repeatedly intermittent ongoing regularly")
# Sentences within which a toll without a place joins the happening told last.
_NEAR = 2
_STAYING = frozenset({"in", "at", "near", "outside", "around", "inside"})
# What hits each of the places it is said to hit, or happens in each.
_HITTING = VIOLENT | {IncidentType.SEIZURE, IncidentType.RECAPTURE, IncidentType.WITHDRAWAL}
_HITTING |= {IncidentType.LOOTING_OR_DESTRUCTION, IncidentType.DISPLACEMENT}


def read_incidents(
    clues: Clues, gazetteer: Gazetteer, table: ActorTable
) -> tuple[list[IncidentClaim], list[NotUsed]]:
    """
    Read what happened.

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
        In the order of the text. What is planned, supposed, denied or long past is among
        them with that assertion, and must not be drawn.
    not_used
        The same claims, with the reason.
    """
    told = _Told(clues, gazetteer)
    left: list[NotUsed] = []
    for sentence in clues.parsed.sentences:
        here = Sentences(Roles(clues, sentence), People(sentence), table)
        if here.people.too_long:
            left.append(_too_long(clues, sentence))
        else:
            told.tell(here)
    return told.claims, [*left, *left_out(told.claims)]


@dataclass(slots=True)
class _Told:
    """What a report has told so far."""

    clues: Clues
    gazetteer: Gazetteer
    claims: list[IncidentClaim] = field(default_factory=list)
    last: tuple[int, int] | None = None  # the sentence of the violence told last, and its claim

    def tell(self, here: Sentences) -> None:
        """Take up what a sentence tells, and whom it blames for what was told before."""
        placed = bool(here.roles.places)
        near = self._near(here) is not None
        events = events_in(here, goes_on=near and not placed)
        for event in events:
            self._take(here, event, placed=placed)
        self._count_again(here, events)
        for blame in blames_in(here):
            if blame.points_back and not any(blame.covers(one.main.token) for one in events):
                ascribed(self.claims, blame.actors, blame.type)

    def _count_again(self, here: Sentences, events: list[Event]) -> None:
        """Take up the numbers that somebody else gives for the violence told last."""
        read = {one.tally.first for event in events for one in event.casualties if one.tally}
        for again in recounts_in(here.people):
            before = self._near(here)
            if before and self.last and again.first not in read:
                wide = with_range(before, again.count, killed=again.killed, earlier=again.earlier)
                self.claims[self.last[1]] = wide

    def _near(self, here: Sentences) -> IncidentClaim | None:
        """Return the violence told last, unless too much or another place lies between."""
        index = here.roles.sentence.index
        if self.last is None or index - self.last[0] > _NEAR:
            return None
        claim = self.claims[self.last[1]]
        between = self.clues.parsed.sentences[self.last[0] + 1 : index]
        away = any(self._is_elsewhere(sentence, claim) for sentence in between)
        return None if away else claim

    def _counted_last(self, before: IncidentClaim) -> int:
        """Return which claim told last at its place has a number of dead, or the last of all."""
        last = len(self.claims) - 1
        for at in range(last, max(-1, last - _NEAR - 1), -1):
            one = self.claims[at]
            if one.fatalities is not None and one.where.place_id == before.where.place_id:
                return at
        return last

    def _is_elsewhere(self, sentence: Sentence, claim: IncidentClaim) -> bool:
        """Whether a sentence goes on to another place."""
        return any(
            mention.role is MentionRole.SUBJECT and mention.place_id != claim.where.place_id
            for mention in self.clues.mentions_in(sentence)
        )

    def _take(self, here: Sentences, event: Event, *, placed: bool) -> None:
        claim, *elsewhere = _claims(self.clues, self.gazetteer, here, event)
        before, index = self._near(here), here.roles.sentence.index
        if before and self.last and told_before(event, claim, before, placed=placed):
            self.claims[self.last[1]] = with_toll(before, claim, event)
            self.last = (index, self.last[1])
            return
        if event.goes_on:
            if before and self.last and recounted(event, claim, before):
                self.claims[self.last[1]] = with_range(before, claim.fatalities)
            return
        same = before is not None and claim.where.place_id == before.where.place_id
        elsewhere_told = placed and not same
        if before and self.last and counted_anew(event, claim, before, placed=elsewhere_told):
            claim = at_the_place_of(before, claim)
            at = self._counted_last(before)
            if recounted(event, claim, self.claims[at]):
                self.claims[at] = with_range(self.claims[at], claim.fatalities)
        if stands_alone(event, claim) or is_first_told(event, claim, self.claims):
            self.claims += [claim, *elsewhere]
            if claim.incident_type in VIOLENT:
                self.last = (index, len(self.claims) - 1 - len(elsewhere))
        elif claim.actors and all(deed.definite for deed in event.deeds):
            ascribed(self.claims, claim.actors, event.main.type if event.main.exact else None)


def _claims(
    clues: Clues, gazetteer: Gazetteer, here: Sentences, event: Event
) -> list[IncidentClaim]:
    """Return a claim for each place of a happening; a toll is one, so its place is one too."""
    wheres = _wheres(clues, gazetteer, here, event)
    told = wheres[:1] if event.casualties or event.main.type not in _HITTING else wheres
    return [_claim(clues, here, event, where) for where in told]


def _claim(clues: Clues, here: Sentences, event: Event, where: Where) -> IncidentClaim:
    sentence, main, head = here.roles.sentence, event.main, event.head
    source = source_of(clues, sentence, head, here.table)
    actors, targets = actors_of(here, event), targets_of(here, event)
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


def _too_long(clues: Clues, sentence: Sentence) -> NotUsed:
    quote = clues.parsed.quote(sentence.start, sentence.end)
    detail = f"A sentence of {len(sentence.span)} words was not read for incidents."
    return NotUsed(quote.report_id, Reason.UNREADABLE, quote, detail)
