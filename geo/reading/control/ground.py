"""Where a predicate found in a sentence is, and which of the report's words say so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.place import PlaceKind
from geo.codes import MentionRole, Relation
from geo.reading.control.roles import Roles
from geo.reading.control.words import control_words
from geo.reading.places.clause_place import places_of
from geo.reading.places.parts import part_before_or_after, part_in

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer
    from geo.claims import Mention, Where
    from geo.reading.clues import Clues
    from geo.reading.control.found import Found, Ground
    from geo.reading.parsed import Sentence

_LIES_IN = re.compile(
    r",?\s+(?:in|of|on|inside|within)\s+"
    r"(?:the\s+(?:[a-z]*(?:north|south|east|west)[a-z]*|cent(?:er|re)|heart|edge|outskirts)\s+"
    r"(?:(?:part|edge|outskirts|suburbs)\s+)?of\s+)?"
    r"(?:(?:[a-z]*ern|central|downtown)\s+)?(?:the\s+(?:city|town)\s+of\s+|the\s+)?"
)
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.CAMP, PlaceKind.COUNTY})
# Where a writer or a government is.
_NO_GROUND = frozenset(
    {
        MentionRole.SOURCE_LOCATION,
        MentionRole.METONYM,
        MentionRole.NATIONALITY,
        MentionRole.ORGANISATION,
        MentionRole.FURNITURE,
    }
)
_AROUND = frozenset({Relation.BESIEGES, Relation.STATIONED_OUTSIDE})
_BEHIND = re.compile(r"\s+(?:in|inside|at|near|of|on|around|over|outside|for)\s+(?:the\s+)?")


def with_its_place(clues: Clues, found: Found) -> Found:
    """Lengthen the quote of a noun to the place right behind it: "their fight ... in Sirte"."""
    if found.token.pos_ != "NOUN" or found.anaphoric:
        return found
    sentence = found.sentence
    for mention in clues.mentions_in(sentence):
        start = mention.quote.start
        gap = sentence.raw[found.end - sentence.start : max(found.end, start) - sentence.start]
        if start >= found.end and _BEHIND.fullmatch(gap):
            return replace(found, end=mention.quote.end)
    return found


def unplaced_name(clues: Clues, found: Found) -> str:
    """
    Return the ground of a predicate that no place can be found for, or "".

    A name nobody lists must not be taken for the town the report is about, nor a
    surrounded hospital for its town.
    """
    if found.ground is None or found.inside:
        return ""
    surrounds = found.frame.relation in _AROUND
    edges = control_words().around["edges"]
    if surrounds and found.ground.kind == "site" and found.ground.head.lemma_ not in edges:
        return words_of(found)
    roles = Roles(clues, found.sentence)
    return roles.name_in(found.ground) or (
        words_of(found) if roles.is_named_site(found.ground) else ""
    )


def is_any_ground(clues: Clues, found: Found) -> bool:
    """
    Whether the ground is told only by whose it is: "a government in the areas it controls".

    What the report has named before is where such areas are; what it names later is not.
    """
    ground = found.ground
    if ground is None or ground.kind != "area" or found.token.dep_ not in {"relcl", "acl"}:
        return False
    if found.token.head not in {ground.head, ground.top}:
        return False
    end = found.sentence.end_of(ground.top.right_edge)
    named = (m for m in clues.mentions if m.place_id is not None and m.quote.start < end)
    return all(m.role in _NO_GROUND for m in named)


def within_known(clues: Clues, found: Found, gazetteer: Gazetteer) -> Found | None:
    """
    Read a quarter nobody lists as a bit of the town that it is said to lie in.

    "The Gogjali district on Mosul's eastern edge" is ground in Mosul, a small bit of it.
    """
    ground = found.ground
    if ground is None:
        return None
    quarter = ground.head.lemma_.lower() in control_words().around["quarters"]
    if not quarter and (ground.kind != "site" or found.frame.relation in _AROUND):
        return None
    sentence = found.sentence
    end = sentence.end_of(ground.head)
    for mention in clues.mentions_in(sentence):
        gap = _gap(sentence, end, mention)
        if mention.place_id is None or not _LIES_IN.fullmatch(gap):
            continue
        if gazetteer.place(mention.place_id).kind in _TOWNS:
            kept = mention.quote.start
            others = {m.quote.start for m in clues.mentions_in(sentence)} - {kept}
            bit = replace(ground, kind="site")
            stop = max(found.end, mention.quote.end)
            return replace(found, ground=bit, hidden=frozenset(others), end=stop, inside=True)
    return None


def wheres_of(
    clues: Clues, found: Found, gazetteer: Gazetteer, *, roughly: bool = False
) -> tuple[Where, ...]:
    """
    Return the places of a predicate; those it leads away from are not asked.

    Parameters
    ----------
    roughly
        Whether a name nobody lists is told by an area it lies in.
    """
    if found.hidden:
        clues = clues.without(found.hidden)
    clues = replace(clues, mentions=_as_ground(clues, found))
    wheres = places_of(clues, found.sentence, found.token, gazetteer=gazetteer, roughly=roughly)
    own = [_with_own_part(found, _without_others_part(clues, found, where)) for where in wheres]
    return tuple(_with_shared_part(found, own))


def _as_ground(clues: Clues, found: Found) -> tuple[Mention, ...]:
    """Take "eight districts of Panjshir" for ground in Panjshir, which only holds them else."""
    ground = found.ground
    if ground is None or ground.kind != "area":
        return clues.mentions
    start = found.sentence.offset_of(ground.head)
    # "Holds villages in the north of Gao": the parser may hang "in" on the verb.
    end = max(found.end, found.sentence.end_of(ground.head.right_edge))
    own = [m for m in clues.mentions_in(found.sentence) if start <= m.quote.start < end]
    own = [m for m in own if m.quote.start not in found.hidden]
    if not own or any(m.role is not MentionRole.CONTAINMENT for m in own):
        return clues.mentions
    first = own[0]
    return tuple(replace(m, role=MentionRole.SUBJECT) if m is first else m for m in clues.mentions)


def _with_shared_part(found: Found, wheres: list[Where]) -> list[Where]:
    """Give each of several towns the part said of all: "the centre of Gondar and Bahir Dar"."""
    ground = found.ground
    if len(wheres) < 2 or ground is None or ground.kind == "part" or wheres[0].part is None:
        return wheres
    of = [c for c in ground.head.children if c.lower_ == "of"]
    if not any(noun.conjuncts for c in of for noun in c.children):
        return wheres
    return [one if one.part else replace(one, part=wheres[0].part) for one in wheres]


def _with_own_part(found: Found, where: Where) -> Where:
    """Give back the part that the ground itself names: "positions in the south of Sirte"."""
    ground = found.ground
    if where.part is not None or ground is None:
        return where
    if ground.kind == "area" and (end := _end_of_part(found, ground)):
        return replace(
            where, part=part_in(found.sentence, found.sentence.offset_of(ground.head), end)
        )
    if ground.kind != "part":
        return where
    start = found.sentence.offset_of(ground.top.left_edge)
    return replace(where, part=part_in(found.sentence, start, found.end))


def _end_of_part(found: Found, ground: Ground) -> int | None:
    """Return where "an area in the west" ends; None where no such part stands behind."""
    after = ground.head.doc[ground.head.i + 1 : min(ground.head.i + 4, ground.head.sent.end)]
    words = [token.lower_ for token in after]
    directions = control_words().around["directions"]
    if len(words) == 3 and words[:2] in (["in", "the"], ["on", "the"]) and words[2] in directions:
        return found.sentence.end_of(after[2])
    return None


def _without_others_part(clues: Clues, found: Found, where: Where) -> Where:
    """Take away a part that the clause says of something else: "left X for lines in the west"."""
    if where.part is None or found.ground is None:
        return where
    sentence = found.sentence
    end = end_of_ground(found)
    end = min(end, _start_of_aside(found))
    mentions = clues.mentions_in(sentence)
    near = [m for m in mentions if found.start <= m.quote.start < end or _around(found, m)]
    own = {part_before_or_after(sentence, m) for m in near} | {m.part for m in near}
    start, end = found.own or (found.start, end)
    if where.part in {*own, part_in(sentence, start, end)}:
        return where
    return replace(where, part=None)


def _around(found: Found, mention: Mention) -> bool:
    """Whether a place is said to have the site in it: "the port in the southwest of Orsa"."""
    if found.ground is None or found.ground.kind != "site":
        return False
    gap = _gap(found.sentence, found.sentence.end_of(found.ground.head), mention)
    return gap == " outside " or _LIES_IN.fullmatch(gap) is not None


def _gap(sentence: Sentence, end: int, mention: Mention) -> str:
    return sentence.raw[end - sentence.start : max(end, mention.quote.start) - sentence.start]


def _start_of_aside(found: Found) -> int:
    """Return where it is said what a place is: "Marib, its last stronghold in the north"."""
    sentence, ground = found.sentence, found.ground
    asides = [c for c in ground.head.children if c.dep_ == "appos"] if ground else []
    plain = [c for c in asides if c.pos_ == "NOUN" and c.i > c.head.i]
    if ground is None or ground.kind != "place" or not plain:
        return sentence.end
    return sentence.offset_of(min((c.left_edge for c in plain), key=lambda t: t.i))


def end_of_ground(found: Found) -> int:
    """Take in the clause that says whose ground it was: "most of the hills it had seized"."""
    if found.ground is None or found.token.i in {t.i for t in found.ground.top.subtree}:
        return found.end
    return found.sentence.end_of(found.ground.top.right_edge)


def words_of(found: Found) -> str:
    """Return the words for the ground of a predicate."""
    if found.ground is None:
        return ""
    from_, to = found.ground.top.left_edge, found.ground.head
    start = found.sentence.offset_of(min(from_, to, key=lambda t: t.i))
    end = found.sentence.end_of(max(found.ground.top, to, key=lambda t: t.i))
    return found.sentence.quote(start, end).text
