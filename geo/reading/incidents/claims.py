"""What a report says has happened: incident claims, one for each happening it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.claims import IncidentClaim, NotUsed
from geo.codes import (
    MentionRole,
    Reason,
)
from geo.reading.control.roles import Roles
from geo.reading.incidents.blame import blames_in
from geo.reading.incidents.deeds import Sentences
from geo.reading.incidents.events import VIOLENT, events_in
from geo.reading.incidents.one_event import claims_of
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
from geo.reading.left_out import left_out

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import Where
    from geo.reading.clues import Clues
    from geo.reading.incidents.events import Event
    from geo.reading.parsed import Sentence

# Sentences within which a toll without a place joins the happening told last.
_NEAR = 2
# Each item of a list and each timed entry of a live page is a small report of its own.
_ITEM = re.compile(
    r"\s*(?:[\u2022\u25aa\u25cf\u25e6\u2023\u00b7*\u2013\u2014-]\s|\d{1,2}[:.h]?\d{2}\b|\(\d{1,2}\)\s)"
)


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
        self._turn_to(here)
        near = self._near(here) is not None
        events = events_in(here, goes_on=near and not placed)
        for event in events:
            self._take(here, event, placed=placed)
        self._count_again(here, events)
        for blame in blames_in(here):
            if blame.points_back and not any(blame.covers(one.main.token) for one in events):
                ascribed(self.claims, blame.actors, blame.type)

    def _turn_to(self, here: Sentences) -> None:
        """Of what hit several places go on with that at the one which a sentence names."""
        if self.last is None:
            return
        quote = self.claims[self.last[1]].quote
        named = {mention.place_id for mention in here.roles.places} - {None}
        for at in range(self.last[1], len(self.claims)):
            one = self.claims[at]
            if one.quote == quote and one.where.unlisted is None and one.where.place_id in named:
                self.last = (self.last[0], at)
                return

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
        parsed = self.clues.parsed
        block = parsed.sentences[index].block
        if block != parsed.sentences[self.last[0]].block and _ITEM.match(parsed.text, block.start):
            return None
        between = parsed.sentences[self.last[0] + 1 : index]
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
        claim, *elsewhere = claims_of(self.clues, self.gazetteer, here, event)
        before, index = self._near(here), here.roles.sentence.index
        if before and self.last and told_before(event, claim, before, placed=placed):
            self.claims[self.last[1]] = with_toll(before, claim, event)
            self.last = (index, self.last[1])
            return
        if event.goes_on:
            if before and self.last and recounted(event, claim, before):
                self.claims[self.last[1]] = with_range(before, claim.fatalities)
            return
        same = before is not None and _is_there(claim.where, before.where)
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


def _is_there(where: Where, other: Where) -> bool:
    """Whether two places are one; two villages that nobody lists may lie in one province."""
    return where.place_id == other.place_id and (
        where.unlisted == other.unlisted or None in {where.unlisted, other.unlisted}
    )


def _too_long(clues: Clues, sentence: Sentence) -> NotUsed:
    quote = clues.parsed.quote(sentence.start, sentence.end)
    detail = f"A sentence of {len(sentence.span)} words was not read for incidents."
    return NotUsed(quote.report_id, Reason.UNREADABLE, quote, detail)
