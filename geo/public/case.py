"""A copy of a case for the public; what reports agree and disagree about stays as found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from geo.case import Case
from geo.errors import PublicCopyError
from geo.people import Notice
from geo.public.names import Wording

if TYPE_CHECKING:
    from pathlib import Path

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

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What origins contradict each other about."""
        return self.original.contradictions

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """How many were killed, injured and displaced at each place."""
        return self.original.totals

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
        return tuple(
            replace(one, origins=self._called(one.origins)) for one in self.original.divergences
        )

    def according_to(self, origin: str) -> tuple[Zone, ...]:
        """Return the zones as one origin alone tells them, taken at its word."""
        own = {self._name(one): one for one in self.original.origins}
        return self.original.according_to(own.get(origin, origin))

    def save(self, path: Path) -> None:
        """Refuse: a copy for the public cannot be read back as the case it was."""
        raise PublicCopyError(path)

    def _called(self, origins: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._name(one) for one in origins)

    def _name(self, origin: str) -> str:
        return self.wording.origin(origin) if self.wording else origin


def published(case: Case, *, include_names: bool = False) -> Case:
    """
    Return a case as strangers may see it: this is the one place where anything is taken out.

    Parameters
    ----------
    case
        As it was read. A copy that was made before is returned as it is.
    include_names
        Keep the names of private persons.

    Returns
    -------
    case
        Its ``notice`` says what was done. Quotes have a mark in place of each name, with the
        offsets of the report as it was delivered.
    """
    if case.notice is not None:
        return case
    wording = None if include_names or case.people is None else Wording(case)
    return _without_names(case, wording)


def _without_names(case: Case, wording: Wording | None) -> PublicCase:
    if wording is None:
        return _copy(case, None, notice=Notice())
    claims = tuple(map(wording.claim, case.claims))
    return _copy(
        case,
        wording,
        reports=tuple(map(wording.report, case.reports)),
        mentions=tuple(map(wording.mention, case.mentions)),
        claims=claims,
        not_used=tuple(map(wording.not_used, case.not_used)),
        people=(),
        notice=Notice(names_removed=len(wording.private), people=wording.people),
    )


def _copy(case: Case, wording: Wording | None, **changes: object) -> PublicCase:
    kept = {
        name: getattr(case, name)
        for name in (
            "reports", "publications", "mentions", "claims", "zones", "incidents", "places",
            "not_used", "actors", "people",
        )
    }  # fmt: skip
    return PublicCase(**(kept | changes), original=case, wording=wording)
