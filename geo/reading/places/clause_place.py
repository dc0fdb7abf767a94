"""
The place that a clause is about.

What is attached to the clause wins, the closest and most local first; then what is beside
another place ("a town in Orsa province"), then the rest of the sentence, then the place that
the text before it is about. Names of organisations, governments and speakers' whereabouts
never locate anything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.place import Place, PlaceKind
from geo.claims import Part, Where
from geo.codes import MentionRole, WherePrecision
from geo.reading.places.attachment import is_own_clause
from geo.reading.places.candidates import NOMINAL_COST, STATEMENTS, best_candidates, width_of
from geo.reading.places.fallback import away_from, beside_listed, in_area, in_town, with_distance
from geo.reading.places.near import near_at
from geo.reading.places.parts import part_before_or_after, part_in
from geo.reading.places.topic import ELSEWHERE, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from gazetteer.index import Gazetteer
    from geo.claims import Mention, Near
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence
    from geo.reading.places.candidates import Candidate
    from geo.reading.places.near import NearPhrase

# Beyond this a name stands in another clause, and its part is not ours.
_ATTACHED = 5.0
# Names this far are where it happened less often than the place the text is about.
_LOOSE = 8.0


def where_of(clues: Clues, sentence: Sentence, token: Token, *, gazetteer: Gazetteer) -> Where:
    """
    Return the place that the clause headed by ``token`` is about.

    Parameters
    ----------
    clues
        What is known of the report.
    sentence
        The sentence that holds the token.
    token
        A verb, or a noun for a happening or a state: blast, clashes, siege, presence.
    gazetteer
        Where places are looked up.

    Returns
    -------
    where
        ``place_id`` is None where nothing places the clause, or its name is ambiguous or
        unknown; ``place_name`` then still has the words.
    """
    return places_of(clues, sentence, token, gazetteer=gazetteer)[0]


def places_of(
    clues: Clues,
    sentence: Sentence,
    token: Token,
    *,
    gazetteer: Gazetteer,
    roughly: bool = False,
) -> tuple[Where, ...]:
    """
    Return the coordinated places of a clause; as `where_of`, and never empty.

    Parameters
    ----------
    roughly
        Whether a name nobody lists may be placed in an area it lies in. What happened in a
        village did happen in its province; who holds it does not hold the province.
    """
    loose = _loose_part(sentence, token)
    best = best_candidates(clues, sentence, token, gazetteer)
    if best and best[0].cost <= _reach(best[0], gazetteer):
        return tuple(
            _or_near(
                _where(one, sentence, loose, gazetteer),
                one.mention,
                clues,
                gazetteer,
                roughly=roughly,
            )
            for one in best
        )
    silent = token.lemma_ in STATEMENTS or ELSEWHERE.search(sentence.raw)
    topic = None if silent else topic_of(clues, sentence, gazetteer)
    # What the text names later gives way to any place of the sentence itself.
    if topic is not None and (not best or topic.quote.start < sentence.start):
        return (_about(topic, loose, clues, gazetteer, roughly=roughly),)
    if best:
        where = _where(best[0], sentence, loose, gazetteer)
        return (_or_near(where, best[0].mention, clues, gazetteer, roughly=roughly),)
    return (Where(None, part=loose),)


def _about(
    topic: Mention, loose: Part | None, clues: Clues, gazetteer: Gazetteer, *, roughly: bool
) -> Where:
    """Return the place the text is about, for a clause that names none."""
    topic = _by_name(topic, clues)
    if topic.place_id is None:
        return _or_near(
            Where(None, topic.quote.text, loose), topic, clues, gazetteer, roughly=roughly
        )
    place = gazetteer.place(topic.place_id)
    return _described(Where(place.id, place.name, loose, _near_topic(topic, clues)), place)


def _near_topic(topic: Mention, clues: Clues) -> Near | None:
    """Return the relation that the text has put its story in: "near Orsa"."""
    sentence = clues.parsed.sentence_at(topic.quote.start)
    if topic.role is not MentionRole.ANCHOR or sentence is None:
        return None
    phrase = near_at(sentence, topic)
    return phrase.near if phrase is not None else None


def _by_name(mention: Mention, clues: Clues) -> Mention:
    """Return the mention by name for a noun that stands for a name nobody lists."""
    name = mention.stands_for
    if name is None:
        return mention
    return next((one for one in clues.mentions if one.quote == name), mention)


def _or_near(
    where: Where, mention: Mention, clues: Clues, gazetteer: Gazetteer, *, roughly: bool
) -> Where:
    """Return where a name nobody lists is, as well as the report lets one tell."""
    if mention.stands_for is not None:
        mention = _by_name(mention, clues)
        where = replace(where, place_name=mention.quote.text)
    sentence = clues.parsed.sentence_at(mention.quote.start)
    if sentence is not None and where.place_id is not None:
        return with_distance(where, clues, sentence, mention)
    if mention.nominal or sentence is None:
        return where
    found = beside_listed(clues, sentence, mention, gazetteer)
    if found is None:
        topic = topic_of(clues, sentence, gazetteer, listed=True)
        found = away_from(sentence, mention, clues.mentions_in(sentence), topic, gazetteer)
    if not roughly:
        return found if found is not None and found.near is not None else where
    if found is None:
        found = in_town(sentence, mention, topic, gazetteer) or in_area(clues, mention, gazetteer)
    return found or where


def mentions_for(
    clues: Clues, sentence: Sentence, token: Token, *, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the mentions of its sentence that place a clause; empty where none does."""
    return tuple(one.mention for one in best_candidates(clues, sentence, token, gazetteer))


def _reach(candidate: Candidate, gazetteer: Gazetteer) -> float:
    """Return how far a name may be to win over the place that the text is about."""
    if width_of(candidate.mention, gazetteer) == 0:
        return _LOOSE
    # "The rest of the province" was charged for its noun already.
    return _ATTACHED + (NOMINAL_COST if candidate.mention.nominal else 0.0)


def _loose_part(sentence: Sentence, token: Token) -> Part | None:
    """Return the part that the clause names without its place: "confined to the north"."""
    own = sorted(_own_clause(token), key=lambda one: one.i)
    return part_in(sentence, sentence.offset_of(own[0]), sentence.end_of(own[-1]))


def _own_clause(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if not is_own_clause(child):
            yield from child.subtree


def _where(
    candidate: Candidate, sentence: Sentence, loose: Part | None, gazetteer: Gazetteer
) -> Where:
    mention = _within(candidate)
    own = mention.part or part_before_or_after(sentence, mention)
    if candidate.inside:
        part = own or loose
    else:
        # "stationed outside and maintain a siege": only the first of the two is outside.
        near_by = own if own is not None and "outside" not in own.terms else None
        part = loose or (near_by if candidate.cost <= _ATTACHED else None)
    phrase = candidate.phrase
    is_pair = phrase is not None and len(phrase.anchors) > 1  # "between A and B"
    anchored = phrase if mention.role is MentionRole.ANCHOR or is_pair else None
    names = " and ".join(_called(one, gazetteer) for one in anchored.anchors) if anchored else ""
    where = Where(
        mention.place_id,
        names or mention.quote.text,
        part,
        anchored.near if anchored else None,
        other_place_id=_other(anchored, mention) if anchored else None,
    )
    if mention.place_id is None:
        return where
    place = gazetteer.place(mention.place_id)
    return _described(replace(where, place_name=names or place.name), place)


def _within(candidate: Candidate) -> Mention:
    """Return the mention that a clause's ground lies in: "Malvia's border with Orsa" in Malvia."""
    phrase = candidate.phrase
    if phrase is not None and phrase.near.word == "strip":
        return phrase.anchors[0]
    return candidate.mention


def _called(anchor: Mention, gazetteer: Gazetteer) -> str:
    """Return the words for an anchor: the report's own, but a noun's place by its name."""
    if anchor.nominal and anchor.place_id is not None:
        return gazetteer.place(anchor.place_id).name
    return anchor.quote.text


def _other(phrase: NearPhrase, mention: Mention) -> str | None:
    """Return the second place of a phrase with two, if it is known and another one."""
    others = [one.place_id for one in phrase.anchors if one.place_id != mention.place_id]
    return others[0] if len(phrase.anchors) == 2 and others else None


def _described(where: Where, place: Place) -> Where:
    return replace(where, precision=_precision(where, place))


def _precision(where: Where, place: Place) -> WherePrecision:
    """Return UCDP's precision, after section 11 of the spatial language."""
    outside = where.part is not None and "outside" in where.part.terms
    match place.kind:
        case PlaceKind.COUNTRY:
            return WherePrecision.VAGUE if where.part or where.near else WherePrecision.COUNTRY
        case PlaceKind.REGION:
            return WherePrecision.VAGUE
        case PlaceKind.PROVINCE:
            return WherePrecision.PROVINCE
        case PlaceKind.COUNTY:
            return WherePrecision.DISTRICT
        case PlaceKind.WATER:
            open_sea = re.search(r"\b(?:sea|ocean|gulf|strait)\b", place.name, re.IGNORECASE)
            return WherePrecision.AT_SEA if open_sea else WherePrecision.NEAR
        case _:
            return WherePrecision.NEAR if where.near or outside else WherePrecision.EXACT
