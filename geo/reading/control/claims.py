"""
Control claims: who holds, takes, leaves, besieges or contests which ground.

The words are in ``geo/data/control.toml``; `control_verbs` and `control_nouns` find them with
their actors and their ground, this module adds where, when, how much, on whose word and how
surely, and says why what was found was not used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.claims import ControlClaim, NotUsed, Where
from geo.codes import Reason, Relation
from geo.reading.control.absent import absent_forces
from geo.reading.control.flat import flat_statements
from geo.reading.control.forces import LOCATED, located_forces
from geo.reading.control.gaps import with_sides_apart
from geo.reading.control.ground import (
    is_any_ground,
    unplaced_name,
    wheres_of,
    with_its_place,
    within_known,
)
from geo.reading.control.made import Desk, claim_again, claim_made
from geo.reading.control.nouns import noun_statements
from geo.reading.control.rest import with_rests
from geo.reading.control.roles import Roles
from geo.reading.control.sides import Sides
from geo.reading.control.tense import overtaken
from geo.reading.control.verbs import verb_statements
from geo.reading.left_out import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.index import Gazetteer
    from geo.actors import ActorTable
    from geo.claims import Quote
    from geo.reading.clues import Clues
    from geo.reading.control.found import Found
    from geo.reading.parsed import Sentence

_NOBODY = (Reason.WEAK, "nobody is said to do it")
_A_NAME = re.compile(r"(?!\AThe )(?<!\w)[^\W\d_a-z]\w")
_HOLD = frozenset({Relation.CONTROLS, Relation.SEIZED})


def read_control(
    clues: Clues, gazetteer: Gazetteer, table: ActorTable
) -> tuple[list[ControlClaim], list[NotUsed]]:
    """
    Read the control claims of one report.

    Parameters
    ----------
    clues
        The report with its places, actors and times.
    gazetteer
        Where places are looked up.
    table
        The listed actors.

    Returns
    -------
    claims, not_used
        Every claim the words make, planned, denied and supposed ones with that assertion and
        a row in ``not_used``; and a row for each predicate without a place or an actor.
    """
    reader = Desk(clues, gazetteer, table, Sides.of(table))
    drafts: list[tuple[ControlClaim, Found]] = []
    not_used: list[NotUsed] = []
    for sentence in clues.parsed.sentences:
        for found in _statements(reader, sentence):
            made, reason = _claims(reader, found, drafts)
            drafts.extend((claim, found) for claim in made)
            if reason is not None:
                not_used.append(reason)
    claims = overtaken(_distinct(with_rests(drafts)), table)
    not_used.extend(left_out(claims))
    return claims, not_used


def _statements(reader: Desk, sentence: Sentence) -> Iterator[Found]:
    """Yield the predicates of a sentence; what another one contains only once."""
    roles = Roles(reader.clues, sentence, reader.sides)
    verbs = list(verb_statements(roles))
    used = frozenset(i for found in verbs for i in found.words)
    verbs += flat_statements(roles, used)
    found = [*verbs, *noun_statements(roles, used)]
    found = with_sides_apart(roles, found)
    # "The town is free of militants": what else is read in these words would say the contrary.
    absent = list(absent_forces(roles))
    found = [one for one in found if not any(_covers(other, one) for other in absent)] + absent
    located = [
        one for one in located_forces(roles) if not any(_covers(other, one) for other in found)
    ]
    yield from sorted([*found, *located], key=lambda one: (one.start, one.end))


def _covers(found: Found, force: Found) -> bool:
    """Whether a predicate speaks of the same force already."""
    return found.start < force.end and force.start < found.end


def _claims(
    reader: Desk, found: Found, before: Sequence[tuple[ControlClaim, Found]]
) -> tuple[list[ControlClaim], NotUsed | None]:
    found = with_its_place(reader.clues, found)
    if found.anaphoric:
        earlier = _earlier(found, before)
        made = [claim_again(reader, found, earlier)] if earlier else []
        return (made, None) if made else _refused(found, _NOBODY)
    if not found.actors:
        return _refused(found, _NOBODY)
    if is_any_ground(reader.clues, found):
        return _refused(found, (Reason.NO_PLACE, ""))
    name = unplaced_name(reader.clues, found)
    wheres = wheres_of(reader.clues, found, reader.gazetteer)
    if name:  # only what the report itself puts beside a listed place
        wheres = tuple(where for where in wheres if where.unlisted)
    if not any(where.place_id for where in wheres):
        inside = within_known(reader.clues, found, reader.gazetteer)
        quarters = () if inside else _in_town(reader, found)
        if inside is None and name and not quarters:
            made = _unplaced(reader, found, name)
            return (made, None) if made else _refused(found, (Reason.UNKNOWN_PLACE, name))
        found = inside or found
        wheres = quarters or wheres_of(reader.clues, found, reader.gazetteer)
    placed = [where for where in wheres if where.place_id is not None]
    if not placed:
        named = next((where.place_name for where in wheres if where.place_name), "")
        made = _unplaced(reader, found, named)
        unknown = Reason.UNKNOWN_PLACE if named else Reason.NO_PLACE
        return (made, None) if made else _refused(found, (unknown, named))
    if found.frame.rule == LOCATED or found.frame.forces:
        # "the forces in Mali" says who they are, not where in the country they stand.
        placed = [one for one in placed if not _is_country(reader.gazetteer, one)]
    # "Captured A, B and C" where nobody lists B.
    placed += [_named_only(one) for one in wheres if one.place_id is None and one.place_name]
    made = [claim_made(reader, found, actor, where) for actor in found.actors for where in placed]
    return made, None


def _in_town(reader: Desk, found: Found) -> tuple[Where, ...]:
    """Return the quarters nobody lists of towns that the report names; never a wider area."""
    rough = wheres_of(reader.clues, found, reader.gazetteer, roughly=True)
    return tuple(one for one in rough if one.unlisted and one.place_id and not one.is_somewhere_in)


def _named_only(where: Where) -> Where:
    return Where(None, where.place_name, unlisted=where.place_name)


def _is_country(gazetteer: Gazetteer, where: Where) -> bool:
    return gazetteer.place(str(where.place_id)).kind is PlaceKind.COUNTRY


def _unplaced(reader: Desk, found: Found, name: str) -> list[ControlClaim]:
    """
    Make the claims about ground that has a name and no known position.

    What was said is kept, with the name; that it cannot be drawn is for the map to say.
    "The hospital" is no name: whoever reads it elsewhere could not tell which.
    """
    if not _A_NAME.search(name):
        return []
    where = Where(None, name, unlisted=name)
    return [claim_made(reader, found, actor, where) for actor in found.actors]


def _refused(found: Found, why: tuple[Reason, str]) -> tuple[list[ControlClaim], NotUsed]:
    quote = found.sentence.quote(found.start, found.end)
    return [], NotUsed(quote.report_id, why[0], quote, why[1])


def _earlier(found: Found, before: Sequence[tuple[ControlClaim, Found]]) -> ControlClaim | None:
    wanted = _HOLD if found.frame.relation in _HOLD else {found.frame.relation}
    for claim, its in reversed(before):
        two_sides = claim.relation is not Relation.CONTESTS or claim.against
        if claim.relation in wanted and two_sides and not its.anaphoric:
            return claim
    return None


def _distinct(drafts: Sequence[tuple[ControlClaim, Found]]) -> list[tuple[ControlClaim, Found]]:
    """Keep the first of claims that say one thing in one sentence with overlapping words."""
    kept: list[tuple[ControlClaim, Found]] = []
    told: dict[tuple[object, ...], list[Quote]] = defaultdict(list)
    for claim, found in drafts:
        alike = told[_class(claim)]
        if not any(_overlap(claim.quote, other) for other in alike):
            kept.append((claim, found))
            alike.append(claim.quote)
    return kept


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


def _class(claim: ControlClaim) -> tuple[object, ...]:
    relation = "hold" if claim.relation in _HOLD else claim.relation
    sides = (
        frozenset({claim.actor, *claim.against}) if relation is Relation.CONTESTS else claim.actor
    )
    return (
        relation,
        sides,
        claim.where.place_id,
        claim.where.unlisted,
        claim.where.part,
        claim.tense,
    )
