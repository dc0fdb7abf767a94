"""The claims that stand about one place, as evidence in its cells and shares of its area."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from geo.codes import Relation, ShareOf
from geo.ground.fields import is_placed, mean_share, membership
from geo.ground.partition import Evidence, Wedged
from geo.ground.shares import Target, after_loss, combined, of_part, part_target
from geo.weight import CREDIBLE
from geo.zones.together import leaders_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from geo.ground.grid import Grid
    from geo.zones.standing import Said

    Floats = NDArray[np.float64]

# Probability that a holder's cell well inside the part is his: section 6.1.
_INSIDE = {
    Relation.CONTROLS: 0.95,
    Relation.SEIZED: 0.95,
    Relation.CONFINED_TO: 0.80,
    Relation.PRESENT: 0.70,
    Relation.WITHDREW_FROM: 0.08,
}
_ABSENT = 0.05  # "there are no fighters in the north": section 6.1
# "Is there" without more: section 4.3.
_SOMEWHERE = (0.02, 0.08, 0.25)
# A share that only a part implies binds half as much as one that was said, a share that
# mere presence implies a quarter; our defaults.
_IMPLIED, _UNSAID = 0.5, 0.25
# A claim with less than this of its ground left to newer ones has been superseded.
_LEFT = 0.25


@dataclass(frozen=True)
class Region:
    """
    What stands about one place on one day.

    ``before`` gives an actor's share on the last drawn day before another day, for losses
    "of what it held".
    """

    grid: Grid
    said: tuple[Said, ...]
    before: Callable[[str, date], Target | None]

    @cached_property
    def contrasted(self) -> frozenset[str]:
        """Reports that share out three or more directions between two or more actors."""
        terms: dict[str, set[str]] = {}
        actors: dict[str, set[str]] = {}
        for one in self.said:
            part = one.claim.where.part
            if one.is_present and part is not None and is_placed(part):
                report = one.claim.quote.report_id
                terms.setdefault(report, set()).update(t for t in part.terms if t.isupper())
                actors.setdefault(report, set()).add(one.actor)
        return frozenset(
            report for report, those in terms.items() if len(those) > 2 and len(actors[report]) > 1
        )

    @cached_property
    def fits(self) -> dict[str, Floats]:
        """How well each cell fits each claim's words, less what newer claims took of it."""
        return {one.claim.claim_id: self._own(one) * self._left_by(one) for one in self.said}

    @cached_property
    def standing(self) -> tuple[Said, ...]:
        """The claims that newer ones left ground to."""
        weights = self.grid.weights

        def left(one: Said) -> float:
            own = float(weights @ self._own(one))
            return float(weights @ self.fits[one.claim.claim_id]) / own if own else 1.0

        return tuple(one for one in self.said if left(one) >= _LEFT)

    @cached_property
    def sweeping(self) -> frozenset[str]:
        """
        Claims that give their actor all of a place in which another origin places a holder.

        The exact words draw the ground, the sweeping ones mark it as disputed: averaging
        both would draw what nobody said.
        """
        exact = [
            one
            for one in self.standing
            if one.holds and is_placed(one.claim.where.part) and one.weight >= CREDIBLE
        ]
        return frozenset(
            one.claim.claim_id
            for one in self.standing
            if one.is_whole
            and any(
                other.actor != one.actor and other.claim.source.origin != one.claim.source.origin
                for other in exact
            )
        )

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """Actors said to hold ground whose place or share is known well enough to divide by."""
        return tuple(
            sorted({one.actor for one in self.standing if one.holds and not self.is_vague(one)})
        )

    @cached_property
    def leaders(self) -> dict[str, str]:
        """Whom each holder shares its ground with; see `geo.zones.together`."""
        return leaders_of({actor: self.of(actor) for actor in self.holders})

    def members(self, leader: str) -> tuple[str, ...]:
        """Return those who share the ground of a label of the division, the first included."""
        return tuple(one for one, first in self.leaders.items() if first == leader) or (leader,)

    @staticmethod
    def is_vague(one: Said) -> bool:
        """
        Say whether a claim gives less than half of some area, and not where in it.

        "Large swathes of the east" is a number for the east, not a shape.
        """
        share, part = one.claim.share, one.claim.where.part
        if share is None or share.of not in {ShareOf.REGION, ShareOf.PART}:
            return False
        return share.best < 0.5 and (share.of is ShareOf.PART or not is_placed(part))

    @classmethod
    def is_some(cls, one: Said) -> bool:
        """Say whether a claim tells of some ground, and nothing of how much its actor has."""
        share = one.claim.share
        return cls.is_vague(one) and share is not None and not share.counted

    def of(self, actor: str) -> list[Said]:
        """Return the standing claims that say where an actor is or is not."""
        return [one for one in self.standing if one.actor == actor and not one.is_absence]

    def evidence(self) -> list[Evidence]:
        """Return what the holders' claims say of the cells; one origin counts once."""
        best: dict[tuple[object, ...], Said] = {}
        for one in sorted(self.standing, key=lambda one: (-one.weight, one.claim.claim_id)):
            if self.leaders.get(one.actor) == one.actor and one.claim.relation in _INSIDE:
                key = (one.actor, one.claim.source.origin, one.claim.relation, one.is_absence)
                best.setdefault((*key, str(one.claim.where.part)), one)
        return [self._evidence(one) for one in best.values() if self._speaks_of_cells(one)]

    def wedged(self) -> list[Wedged]:
        """Return who is said to be between which two others."""
        found = []
        for one in self.standing:
            sides = sorted({self._leader(other) for other in one.claim.against})
            if one.claim.relation is Relation.BETWEEN and len(sides) > 1:
                actor, both = self._leader(one.actor), (sides[0], sides[1])
                found.append(Wedged(one.claim.claim_id, actor, both, one.weight))
        return found

    def _leader(self, actor: str) -> str:
        return self.leaders.get(actor, actor)

    def targets(self) -> tuple[dict[str, Target], frozenset[str]]:
        """Return the share each holder should get, and those whose origins disagree."""
        leading = tuple(dict.fromkeys(self.leaders.values()))
        found = {actor: self._target(actor) for actor in leading}
        known = {actor: pair[0] for actor, pair in found.items() if pair is not None}
        open_ended = [actor for actor in leading if actor not in known]
        rest = max(0.05, 1 - sum(target.best for target in known.values()))
        for actor in open_ended:
            # "Controls the town" without a number: what the others leave.
            weight = _UNSAID * max(one.weight for one in self.of(actor))
            known[actor] = Target(0.05, rest / len(open_ended), 1.0, weight, self._ids(actor))
        split = frozenset(actor for actor, pair in found.items() if pair and not pair[1])
        return known, split

    def _target(self, actor: str) -> tuple[Target, bool] | None:
        claims = self.of(actor)
        if (left := self._after(actor, claims)) is not None:
            return left
        stated = [one for one in claims if one.is_present and _states_share(one)]
        exact = [one for one in stated if one.claim.claim_id not in self.sweeping]
        # "Recaptured some points" does not say that it is all the actor has.
        exact = [one for one in exact if not self.is_some(one)] or exact
        newest = [one for one in exact if not any(other.follows(one) for other in exact)]
        lasting = [one for one in newest if not one.is_peak]
        if not lasting:
            found = self._unsaid([one for one in claims if one.holds])
            return found if found or not newest else self._pooled(newest)
        target, agree = self._pooled(lasting)
        for peak in (one for one in newest if one.is_peak):
            bound = self._stated(peak).high
            agree = agree and bound >= target.low
            if bound >= target.low:
                high = min(target.high, bound)
                target = replace(target, best=min(target.best, high), high=high)
        return target, agree

    def _pooled(self, claims: Sequence[Said]) -> tuple[Target, bool]:
        return combined(self._by_origin([(one, self._stated(one)) for one in claims]))

    def _after(self, actor: str, claims: Sequence[Said]) -> tuple[Target, bool] | None:
        """Return what losses leave of an earlier holding; None if none is known."""
        left = Relation.WITHDREW_FROM
        shared = [one for one in claims if one.claim.relation is left and one.claim.share]
        before = self.before(actor, min(one.day for one in shared)) if shared else None
        if before is None:
            return None
        lost, agree = combined(self._by_origin([(one, _loss(one)) for one in shared]))
        return after_loss(before, lost), agree

    def _unsaid(self, claims: Sequence[Said]) -> tuple[Target, bool] | None:
        """Return the share that a part without a number means; None without a part."""
        placed = [one for one in claims if is_placed(one.claim.where.part)]
        if not placed:
            return None
        weight = max(one.weight for one in placed)
        ids = tuple(one.claim.claim_id for one in placed)
        if all(one.claim.relation is Relation.CONFINED_TO for one in placed):
            return Target(*_SOMEWHERE, _UNSAID * weight, ids), True
        fits = np.max([self._own(one) for one in placed], axis=0)
        return replace(part_target(self.grid, fits, _IMPLIED * weight), claim_ids=ids), True

    def _by_origin(self, stated: Sequence[tuple[Said, Target]]) -> list[Target]:
        """Keep the weightiest share of each origin, the most exact of equals."""
        best: dict[str, Target] = {}
        order = sorted(stated, key=lambda p: (-p[0].weight, p[1].spread, p[1].claim_ids))
        for one, target in order:
            best.setdefault(one.claim.source.origin, target)
        return list(best.values())

    def _stated(self, one: Said) -> Target:
        share, part = one.claim.share, one.claim.where.part
        assert share is not None  # noqa: S101 - asked before
        whole = share.of is ShareOf.REGION or part is None
        area = 1.0 if whole else mean_share(self.grid, part, contrast=self._contrast(one))  # type: ignore[arg-type]
        return replace(of_part(share, area, one.weight), claim_ids=(one.claim.claim_id,))

    def _evidence(self, one: Said) -> Evidence:
        share = one.claim.share
        exclusive = 0.0
        if one.claim.relation is Relation.CONFINED_TO:
            exclusive = share.best if share is not None and share.of is ShareOf.HOLDER else 1.0
        return Evidence(
            one.claim.claim_id,
            one.actor,
            self.fits[one.claim.claim_id],
            _ABSENT if one.is_absence else _INSIDE[one.claim.relation],
            one.weight,
            exclusive,
        )

    @staticmethod
    def _speaks_of_cells(one: Said) -> bool:
        # A loss or an absence without a part has no ground of its own.
        none = one.is_absence or one.claim.relation is Relation.WITHDREW_FROM
        return not none or is_placed(one.claim.where.part)

    def _own(self, one: Said) -> Floats:
        part = one.claim.where.part
        if part is None or not is_placed(part):
            return np.ones(len(self.grid))
        return membership(self.grid, part, contrast=self._contrast(one))

    def _left_by(self, one: Said) -> Floats:
        left = np.ones(len(self.grid))
        for other in self.said:
            located = is_placed(other.claim.where.part) or other.is_whole
            taken = other.holds and not self.is_vague(other)
            taken = taken or (other.is_absence and other.actor == one.actor)
            if taken and located and other.follows(one):
                left = left * (1 - self._own(other))
        return left

    def _contrast(self, one: Said) -> bool:
        return one.claim.quote.report_id in self.contrasted

    def _ids(self, actor: str) -> tuple[str, ...]:
        return tuple(one.claim.claim_id for one in self.of(actor))


def _states_share(one: Said) -> bool:
    return one.claim.share is not None and one.claim.share.of in {ShareOf.REGION, ShareOf.PART}


def _loss(one: Said) -> Target:
    share = one.claim.share
    assert share is not None  # noqa: S101 - asked before
    return Target(share.low, share.best, share.high, one.weight, (one.claim.claim_id,))
