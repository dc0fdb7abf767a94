"""Under whose name a group is counted where a place's reports name it and its umbrella."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.actors import ActorTable
    from geo.claims import ControlClaim


def umbrellas(claims: Iterable[ControlClaim], table: ActorTable | None) -> dict[str, str]:
    """
    Count a group with its umbrella if both are named of one place.

    Parameters
    ----------
    claims
        Those about one place.
    table
        Who belongs to whom; without it everybody is counted alone.

    Returns
    -------
    names
        By the id of every actor that a claim names, the id it is counted under.
    """
    actors = sorted({claim.actor for claim in claims})
    names = {actor: actor for actor in actors}
    if table is None:
        return names
    for actor in actors:
        above = [one for one in actors if one != actor and table.is_within(actor, one)]
        # The widest one that is named: whoever all the others belong to.
        if above:
            names[actor] = min(above, key=lambda one: sum(table.is_within(one, o) for o in above))
    return names
