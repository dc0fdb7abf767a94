"""How much of its place a control claim means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims import Share
from geo.codes import Relation, ShareOf, WherePrecision
from geo.reading.control.arguments import is_passive
from geo.reading.control.ground import end_of_ground, words_of
from geo.reading.control.measures import is_measure
from geo.reading.control.shares import ALL, POCKETS, SOME, exclusivity_in, share_in

if TYPE_CHECKING:
    from geo.claims import Where
    from geo.reading.control.found import Found

_HOLD = frozenset({Relation.CONTROLS, Relation.SEIZED})
_SHARED = _HOLD | {Relation.WITHDREW_FROM, Relation.PRESENT, Relation.INFLUENCE}
# Of a province or a country nobody takes all in one move without saying so.
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.VAGUE, WherePrecision.COUNTRY})


def share_of(found: Found, where: Where) -> Share | None:
    """Return how much of the place is meant, in the words that say it."""
    relation = found.frame.relation
    if found.attempted or relation not in {*_SHARED, Relation.CONFINED_TO}:
        return None
    if relation is Relation.CONFINED_TO:
        return exclusivity_in(found.sentence, found.start, found.end)
    start, end = found.own or (_quantity_start(found), max(found.end, end_of_ground(found)))
    if (said := share_in(found.sentence, start, end)) is not None:
        return said
    if found.frame.partial:
        return Share(*POCKETS, text=found.sentence.quote(found.start, found.end).text)
    return _of_ground(found, where)


def _of_ground(found: Found, where: Where) -> Share | None:
    """Return what the kind of ground says of the quantity, where nothing else does."""
    relation, ground = found.frame.relation, found.ground
    if ground is None or relation not in {*_HOLD, Relation.WITHDREW_FROM}:
        return None
    of = ShareOf.PRIOR_HOLDING if relation is Relation.WITHDREW_FROM else ShareOf.REGION
    if is_measure(ground.top):
        return Share(*POCKETS, of, words_of(found))  # square kilometres, of a place any size
    if ground.kind == "site" or (where.unlisted and where.near is None):
        return Share(*POCKETS, of, words_of(found))  # an airport is a small bit of its town
    if ground.kind == "area":
        return Share(*SOME, of, words_of(found))  # "territory in", "villages of"
    bare = where.part is None and where.near is None and where.precision not in _WIDE
    whole = found.frame.whole and ground.kind == "place"
    return Share(*ALL, of, words_of(found)) if bare and whole else None


def _quantity_start(found: Found) -> int:
    """Leave out the subject, whose quantities are people: "most of the rebels hold"."""
    verb = found.token
    if verb.pos_ != "VERB" or is_passive(verb) or found.frame.ground == ("subject",):
        return found.start
    adverbs = [c for c in verb.children if c.dep_ in {"advmod", "aux", "auxpass"}]
    first = min([verb, *adverbs], key=lambda t: t.i)
    return max(found.start, found.sentence.offset_of(first))
