"""Everything read from one set of reports, as records; the tables are in `geo.tables`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from gazetteer.errors import UnknownPlaceError
from geo.actors import ActorTable
from geo.claims import ControlClaim, IncidentClaim, TollClaim
from geo.corroboration import corroboration_of
from geo.disagreement.divergence import divergences_of
from geo.disagreement.found import contradictions_of
from geo.disagreement.views import according_to, origins_of
from geo.record_file import read_record, write_record
from geo.series import totals_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path
    from typing import Self

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.actors import Actor, ActorKind
    from geo.claims import Claim, Mention, NotUsed
    from geo.corroboration import Corroboration
    from geo.disagreement.divergence import Divergence
    from geo.disagreement.record import Contradiction
    from geo.features import Incident, Zone
    from geo.ground.audit import Audited
    from geo.people import Notice, Person
    from geo.reading.dates.published import Publication
    from geo.report import Report
    from geo.series import Total


_LEAST_SHOWN = 0.01  # a whole percent


@dataclass(frozen=True, eq=False)
class Case:
    """
    What some reports say: the claims, what was drawn from them, and what was not used.

    Every zone and incident names its claims, every claim its quote, every quote its
    report, so that nothing on a map is without its words.
    """

    reports: tuple[Report, ...]
    publications: Mapping[str, Publication]  # by report id
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    zones: tuple[Zone, ...]
    incidents: tuple[Incident, ...]
    places: tuple[Place, ...]  # every place that a claim, zone or incident uses
    not_used: tuple[NotUsed, ...]
    actors: tuple[Actor, ...]  # every actor that a claim names
    people: tuple[Person, ...] | None = None  # None: nobody looked for names of people
    notice: Notice | None = None  # of a copy for the public: what was left out of it

    @cached_property
    def claims_by_id(self) -> dict[str, Claim]:
        """The claims by their ids."""
        return {claim.claim_id: claim for claim in self.claims}

    @cached_property
    def places_by_id(self) -> dict[str, Place]:
        """The places by their ids."""
        return {place.id: place for place in self.places}

    @cached_property
    def actor_names(self) -> dict[str, str]:
        """The actors' names by their ids."""
        return {actor.id: actor.name for actor in self.actors}

    @cached_property
    def actor_kinds(self) -> dict[str, ActorKind]:
        """What sort of actor each is, by its id."""
        return {actor.id: actor.kind for actor in self.actors}

    @property
    def control_claims(self) -> tuple[ControlClaim, ...]:
        """The claims about who holds what."""
        return tuple(claim for claim in self.claims if isinstance(claim, ControlClaim))

    @property
    def incident_claims(self) -> tuple[IncidentClaim, ...]:
        """The claims about what happened."""
        return tuple(claim for claim in self.claims if isinstance(claim, IncidentClaim))

    @property
    def tolls(self) -> tuple[TollClaim, ...]:
        """The claims about how many."""
        return tuple(claim for claim in self.claims if isinstance(claim, TollClaim))

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """How many were killed, injured and displaced at each place; nobody is counted twice."""
        return totals_of(self.tolls, self.incidents)

    @cached_property
    def table(self) -> ActorTable:
        """The actors that the claims name, as a table."""
        return ActorTable({actor.id: actor for actor in self.actors})

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What origins contradict each other about, each with the claims of both sides."""
        return contradictions_of(self.claims, self._place, self.table)

    @cached_property
    def corroboration(self) -> dict[str, Corroboration]:
        """By the id of each claim, the statement it repeats and the origins that say so."""
        return corroboration_of(self.claims, self.table)

    @cached_property
    def audits(self) -> dict[str, tuple[tuple[date, Audited], ...]]:
        """By the id of each claim, from each day on how what is drawn honours it."""
        found: dict[str, list[tuple[date, Audited]]] = {}
        for zone in sorted(self.zones, key=lambda zone: zone.valid_from):
            for one in zone.audit:
                found.setdefault(one.claim_id, []).append((zone.valid_from, one))
        return {claim_id: tuple(audits) for claim_id, audits in found.items()}

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The origins that tell who holds which ground, the one that tells most first."""
        return origins_of(self.control_claims)

    def according_to(self, origin: str) -> tuple[Zone, ...]:
        """Return the zones as one origin alone tells them, taken at its word."""
        return according_to(origin, self.control_claims, self._place, table=self.table)

    @cached_property
    def divergences(self) -> tuple[Divergence, ...]:
        """How far the views of origins lie apart, place by place, over days."""
        claims: dict[str, list[ControlClaim]] = {}
        for claim in self.control_claims:
            claims.setdefault(claim.where.place_id or "", []).append(claim)
        return tuple(
            one
            for place_id, group in sorted(claims.items())
            if place_id in self.places_by_id
            for one in divergences_of(self.places_by_id[place_id], group, table=self.table)
        )

    def _place(self, place_id: str) -> Place:
        if place_id not in self.places_by_id:
            raise UnknownPlaceError(place_id)
        return self.places_by_id[place_id]

    def shape_shown(self, shape: BaseGeometry | None) -> BaseGeometry | None:
        """Return where something may be shown to be; a copy for the public may be coarser."""
        return shape

    def save(self, path: Path) -> None:
        """Write the whole case, with the texts of its reports, to one JSON file."""
        write_record(self, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """
        Read a case that was saved.

        Raises
        ------
        CaseFileError
            If the file is not there or is no case.
        """
        case: Self = read_record(cls, path)
        return case

    def summary(self) -> str:
        """Say in one line what the case holds."""
        return (
            f"{len(self.reports)} reports, {len(self.claims)} claims: "
            f"{len(self.zones)} zones and {len(self.incidents)} incidents at "
            f"{len(self.places)} places; {len(self.not_used)} statements not used"
        )

    def _repr_html_(self) -> str:
        """Show the case in a notebook: what it holds, how each report was dated, and how else."""
        rows = "".join(
            f"<tr><td>{escape(report.report_id)}</td><td>{escape(report.outlet or '')}</td>"
            f"{_dated(self.publications[report.report_id])}</tr>"
            for report in self.reports
        )
        return (
            f"<p>{escape(self.summary())}</p>"
            "<table><tr><th>report</th><th>outlet</th><th>published</th>"
            f"<th>other days it may be of</th></tr>{rows}</table>"
        )


def _dated(publication: Publication) -> str:
    """Write the day of a report and, where it was worked out, the days that lost, with reasons."""
    chosen = publication.date
    known = publication.given or chosen is None
    shown = [one for one in publication.candidates if one.date == chosen]
    chance = "" if known or not shown else f" ({_percent(shown[0].probability)})"
    reasons = escape("; ".join(shown[0].reasons)) if shown else ""
    others = ", ".join(
        f'<span title="{escape("; ".join(one.reasons))}">{one.date} '
        f"({_percent(one.probability)})</span>"
        for one in publication.candidates
        if one.date != chosen
    )
    return f'<td title="{reasons}">{chosen or "not known"}{chance}</td><td>{others}</td>'


def _percent(chance: float) -> str:
    return f"{chance:.0%}" if chance >= _LEAST_SHOWN else "under 1%"
