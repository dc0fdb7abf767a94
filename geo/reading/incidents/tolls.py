"""Figures that are no single event: running totals of dead, displaced, trapped, and inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import NotUsed, TollClaim, Where, claim_id
from geo.codes import Aspect, Assertion, Interest, TollKind
from geo.reading.control.roles import Roles
from geo.reading.dates.clause_time import when_of
from geo.reading.incidents.deeds import Sentences
from geo.reading.incidents.events import events_in
from geo.reading.incidents.headcounts import Headcount, headcounts_in
from geo.reading.incidents.people import People
from geo.reading.incidents.running_totals import began, is_of_war, is_running_total
from geo.reading.left_out import left_out
from geo.reading.places.clause_place import where_of
from geo.reading.speech.assertion import assertion_of
from geo.reading.speech.interests import interest_of
from geo.reading.speech.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.reading.clues import Clues

# How sure a rule is that its words mean such a figure: "trapped" says so itself, a number
# of residents beside a place does not.
_CONFIDENCE = {
    TollKind.KILLED: 0.9,
    TollKind.INJURED: 0.9,
    TollKind.TRAPPED: 0.9,
    TollKind.MISSING: 0.8,
    TollKind.DETAINED: 0.8,
    TollKind.DISPLACED: 0.8,
    TollKind.POPULATION: 0.7,
}


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
        found = [*_totals(clues, here), *headcounts_in(clues, here)]
        claims += [_claim(clues, gazetteer, here, one) for one in found]
    claims.sort(key=lambda one: (one.quote.start, one.quote.end, one.claim_id))
    return claims, list(left_out(claims))


def _claim(clues: Clues, gazetteer: Gazetteer, here: Sentences, found: Headcount) -> TollClaim:
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
        scope=found.scope,
        since=_since(clues, here, when.start),
        cause=found.cause,
    )


def _interest(party: str | None, interest: Interest) -> Interest:
    """Whom a figure serves is not known when a party gives it."""
    return Interest.UNKNOWN if party is not None else interest


def _since(clues: Clues, here: Sentences, start: date | None) -> date | None:
    since = [t for t in clues.times_in(here.roles.sentence) if t.kind == "since"]
    return since[0].when.start if since else start if start != clues.published else None


def _totals(clues: Clues, here: Sentences) -> Iterator[Headcount]:
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
            yield Headcount(kind, one.tally.count, one.token, start, end, cause)


def _cause(kind: str) -> str:
    return "execution" if kind == "execution" else "fighting"
