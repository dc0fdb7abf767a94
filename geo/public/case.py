"""A copy of a case for the public; what reports agree and disagree about stays as found."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geo.case import Case
from geo.errors import CoarseningError, PublicCopyError
from geo.people import Notice
from geo.public.coarse import Coarser
from geo.public.names import Wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from gazetteer.place import Place
    from geo.claims import Claim
    from geo.corroboration import Corroboration
    from geo.disagreement.divergence import Divergence
    from geo.disagreement.record import Contradiction
    from geo.features import Zone
    from geo.series import Total


@dataclass(frozen=True, eq=False, kw_only=True)
class PublicCase(Case):
    """
    A case of which something was taken out before it is shown.

    What compares reports is that of the whole case: a name less changes no finding.
    """

    original: Case = field(repr=False)
    wording: Wording | None = field(repr=False)
    coarser: Coarser | None = field(repr=False)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What origins contradict each other about."""
        found = self.original.contradictions
        return tuple(map(self.coarser.contradiction, found)) if self.coarser else found

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """How many were killed, injured and displaced at each place."""
        found = self.original.totals
        return tuple(map(self.coarser.total, found)) if self.coarser else found

    @cached_property
    def corroboration(self) -> dict[str, Corroboration]:
        """By the id of each claim, the statement it repeats and the origins that say so."""
        return {
            claim_id: replace(one, origins=self._called(one.origins))
            for claim_id, one in self.original.corroboration.items()
        }

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The origins that tell who holds which ground, the one that tells most first."""
        return self._called(self.original.origins)

    @cached_property
    def divergences(self) -> tuple[Divergence, ...]:
        """How far the views of origins lie apart, place by place, over days."""
        found = tuple(
            replace(one, origins=self._called(one.origins)) for one in self.original.divergences
        )
        return tuple(map(self.coarser.divergence, found)) if self.coarser else found

    def according_to(self, origin: str) -> tuple[Zone, ...]:
        """Return the zones as one origin alone tells them, taken at its word."""
        own = {self._name(one): one for one in self.original.origins}
        zones = self.original.according_to(own.get(origin, origin))
        return self.coarser.zones(zones) if self.coarser else zones

    def shape_shown(self, shape: BaseGeometry | None) -> BaseGeometry | None:
        """Return where something may be shown to be."""
        return self.coarser.shape(shape) if self.coarser else shape

    def save(self, path: Path) -> None:
        """Refuse: a copy for the public cannot be read back as the case it was."""
        raise PublicCopyError(path)

    def _called(self, origins: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._name(one) for one in origins)

    def _name(self, origin: str) -> str:
        return self.wording.origin(origin) if self.wording else origin


def published(
    case: Case,
    *,
    include_names: bool = False,
    coarsen_m: int | None = None,
    look: Callable[[str], Place] | None = None,
) -> Case:
    """
    Return a case as strangers may see it: this is the one place where anything is taken out.

    Parameters
    ----------
    case
        As it was read. A copy that was made before is returned as it is.
    include_names
        Keep the names of private persons.
    coarsen_m
        Make positions no sharper than a grid of cells of so many metres a side.
    look
        Finds a place by its id, such as `Gazetteer.place`: what small places lie in. None, and
        only places of the case are known; the others become cells of the grid.

    Returns
    -------
    case
        Its ``notice`` says what was done. Quotes have a mark in place of each name, with the
        offsets of the report as it was delivered.

    Raises
    ------
    CoarseningError
        If the grid has no size.
    """
    if case.notice is not None:
        return case
    if coarsen_m is not None and coarsen_m < 1:
        raise CoarseningError(coarsen_m)
    wording = None if include_names or case.people is None else Wording(case)
    coarser = Coarser(case, coarsen_m, look) if coarsen_m is not None else None
    changes = (_reworded(case, wording) if wording else {}) | {
        "notice": Notice(
            names_removed=len(wording.private) if wording else None,
            people=wording.people if wording else None,
            coarsened_m=coarsen_m,
        )
    }
    kept = {one.name: getattr(case, one.name) for one in fields(Case)} | changes
    if coarser:
        kept |= _moved(case, kept["claims"], coarser)
    return PublicCase(**kept, original=case, wording=wording, coarser=coarser)


def _reworded(case: Case, wording: Wording) -> dict[str, Any]:
    return {
        "claims": tuple(map(wording.claim, case.claims)),
        "reports": tuple(map(wording.report, case.reports)),
        "mentions": tuple(map(wording.mention, case.mentions)),
        "not_used": tuple(map(wording.not_used, case.not_used)),
        "people": (),
    }


def _moved(case: Case, claims: tuple[Claim, ...], coarser: Coarser) -> dict[str, Any]:
    return {
        "claims": tuple(map(coarser.claim, claims)),
        "zones": coarser.zones(case.zones),
        "incidents": tuple(map(coarser.incident, case.incidents)),
        "places": coarser.places(case.places),
        "mentions": (),  # each names its place
    }
