"""From reports to everything they say: the readers in the order they need each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.actors import load_actors
from geo.claims import NotUsed
from geo.codes import Reason
from geo.reading.actors.mentions import find_actors
from geo.reading.actors.theatres import theatres_of
from geo.reading.boilerplate import BlockKind
from geo.reading.capitals import Recaser
from geo.reading.cited import dated_as_cited
from geo.reading.clues import Clues
from geo.reading.contract import Reading
from geo.reading.control.claims import read_control
from geo.reading.dates.published import publication_dates
from geo.reading.dates.times import find_times
from geo.reading.incidents.claims import read_incidents
from geo.reading.incidents.tolls import read_tolls
from geo.reading.paired import deeds_of
from geo.reading.parsed import Parser
from geo.reading.people.found import alike, people_in
from geo.reading.places.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import Claim, Mention
    from geo.people import Person
    from geo.reading.parsed import ParsedReport
    from geo.report import Report

# Why each kind of block that is no story was left out.
_BLOCK_REASONS = {
    BlockKind.PULL_QUOTE: Reason.HEADLINE,
    BlockKind.CAPTION: Reason.CAPTION,
    BlockKind.CREDIT: Reason.CAPTION,
    BlockKind.RELATED: Reason.RELATED,
    BlockKind.BYLINE: Reason.FOOTER,
    BlockKind.DATELINE: Reason.DATELINE,
    BlockKind.FOOTER: Reason.FOOTER,
}


class RuleReader:
    """
    Reads with our own rules over the parse of a small English model.

    Parameters
    ----------
    gazetteer
        Where names become places.
    table
        Who the actors are; the packaged table if None.
    parser
        The language model; loaded if None (about half a second).
    on_report
        Called with the number of reports read so far.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        *,
        table: ActorTable | None = None,
        parser: Parser | None = None,
        on_report: Callable[[int], None] | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.table = table if table is not None else load_actors()
        self._parser = parser if parser is not None else Parser()
        self._retyped = Recaser(gazetteer.best, self.table, self._parser.dictionary)
        self._on_report = on_report

    def read(self, reports: Sequence[Report]) -> Reading:
        """Read the reports together, because they can date each other."""
        parsed = list(self._parser.parse_all(reports, retyped=self._retyped))
        publications = publication_dates(parsed)
        mentions: list[Mention] = []
        claims: list[Claim] = []
        not_used: list[NotUsed] = []
        people: list[Person] = []
        for number, one in enumerate(parsed, start=1):
            clues = self.clues_of(one, publications[one.report.report_id].date)
            mentions.extend(clues.mentions)
            found, left = self.claims_in(clues)
            claims.extend(_once(sorted(found, key=_in_text_order)))
            people.extend(self._people_in(clues))
            not_used.extend((*_furniture(one), *left))
            if self._on_report:
                self._on_report(number)
        return Reading(publications, tuple(mentions), tuple(claims), tuple(not_used), alike(people))

    def people(self, reports: Sequence[Report]) -> tuple[Person, ...]:
        """Find the people that reports name, for a reader that does not look for them."""
        found: list[Person] = []
        for one in self._parser.parse_all(reports, retyped=self._retyped):
            clues = self.clues_of(one, one.report.published)
            found.extend(self._people_in(clues))
        return alike(found)

    def _people_in(self, clues: Clues) -> tuple[Person, ...]:
        asides = self._parser.asides(clues.parsed)
        return people_in(clues, self.table, english=self._is_english, asides=asides)

    def _is_english(self, word: str) -> bool:
        return bool(self._parser.dictionary.parts_of(word))

    def clues_of(self, parsed: ParsedReport, published: date | None) -> Clues:
        """Find the places, actors and times of one report."""
        theatres = theatres_of(parsed, self.table)
        mentions = find_mentions(parsed, self.gazetteer, self.table, speaks_of=theatres)
        actors = find_actors(
            parsed, mentions, self.table, lambda place: self.gazetteer.place(place).country
        )
        times = find_times(parsed, published)
        return Clues(parsed, published, mentions, actors, times)

    def claims_in(self, clues: Clues) -> tuple[list[Claim], list[NotUsed]]:
        """Run every reader of claims over one report."""
        claims: list[Claim] = []
        not_used: list[NotUsed] = []
        for read in (read_control, read_incidents, read_tolls):
            found, left = read(clues, self.gazetteer, self.table)
            claims.extend(found)
            not_used.extend(left)
        claims.extend([*deeds_of(clues.parsed, claims)])
        return dated_as_cited(claims), not_used


def _in_text_order(claim: Claim) -> tuple[int, int, str]:
    return claim.quote.start, claim.quote.end, claim.claim_id


def _once(claims: Iterable[Claim]) -> Iterable[Claim]:
    """Keep the first of claims with one id: the same thing, read from the same words twice."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.claim_id, claim)
    return first.values()


def _furniture(parsed: ParsedReport) -> Iterable[NotUsed]:
    for block in parsed.blocks:
        if not block.is_story:
            quote = parsed.quote(block.start, block.end)
            yield NotUsed(parsed.report.report_id, _BLOCK_REASONS[block.kind], quote)
