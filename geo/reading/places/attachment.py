"""How far a name is from a happening along the parse of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.places.words import GOVERNMENTS, OFFICIALS, PEOPLE, PLACE_NOUNS, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

# Edges of the parse, by how far what hangs on them is from the happening itself.
_CLAUSE_EDGES = frozenset({"ccomp", "advcl", "parataxis", "csubj", "relcl", "acl", "dep"})
_OF_NOUN = frozenset({"relcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSE_COST = 4.0
# "The army left Orsa, but it still holds the north of Belen": what has a subject of its own may
# be elsewhere; less so than what is said, or when.
_OWN_CLAUSE_COST = 2.0
_LOOSE_EDGES = {"conj": 0.5, "xcomp": 0.5, "pcomp": 1.0, "appos": 0.5, "prep": 0.5}
# Prepositions that lead away from the place of the happening.
_PREPOSITIONS = {"by": 2.0, "with": 1.5, "about": 2.0, "for": 1.5, "against": 1.0, "from": 1.0}
_PREPOSITIONS |= {"to": 0.5, "like": 2.0, "including": 1.0, "aside": 4.0, "besides": 4.0}
# "Protested against the war in A", "shot hours after a blast in B": what these lead to is
# another happening, unless the name itself follows ("an attack against A").
_OTHER_HAPPENING = words("against about over for after before since following of despite until as")
_OTHER_COST = {"of": 0.0, "for": 2.0} | dict.fromkeys(_OTHER_HAPPENING - {"of", "for"}, 3.0)
# "A judge from A", "the mayor of A", "residents of A": who they are, not where they are now.
_WHOSE = frozenset({"from", "of", "to"})
_PERSON_COST = 3.0
# But "residents of A said houses were looted": they tell of A.
_LOCALS = words("resident residents inhabitants villagers people civilians families")
# What leaves a place happens there; what goes to one, there.
_LEAVING = words("flee withdraw retreat evacuate displace leave escape expel depart")
_DESTINATION_COST = 2.0
# "Soldiers who had come from A" are somewhere else now.
_COMING = words("come arrive hail return originate travel")
_ORIGIN_COST = 3.0
# "The A embassy", "B's Ana Bek": names that tell of whom, not where.
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_OWNER_COST = 4.0
# "The town of A" is A, and so is the east of it.
_NAMED_BY = words("town city village port township hamlet settlement north south east west")
# "Bombed a base in A, killing nine": what a participle adds happened in the same place.
_PARTICIPLE_UP = 2.0

# "Clashes between A and B in Orsa": the parser hangs "in Orsa" on B more often than it is so,
# and what stands between counts little.
_ADVERBIAL = frozenset({"in", "at", "inside", "near"})
_MISHUNG = 0.3


def head_of(tokens: Sequence[Token]) -> Token:
    """Return the token of a span that the others hang on."""
    own = set(tokens)
    return next((one for one in reversed(tokens) if one.head not in own), tokens[-1])


def attachment(token: Token, name: Token) -> tuple[float, bool]:
    """Return how far a name is from the token along the parse, and whether it hangs below it."""
    above = [token, *token.ancestors]
    reached = {one.i: number for number, one in enumerate(above)}
    cost, weight = 0.0, 1.0
    current = _called_so(name)
    while current.i not in reached:
        cost += _edge(current) * (weight if current.dep_ not in _CLAUSE_EDGES else 1.0)
        cost += _leads_away(current, name)
        if current.dep_ == "prep" and current.lower_ in _ADVERBIAL:
            weight = _MISHUNG
        if current.pos_ == "VERB":
            weight = 1.0  # another clause begins: nothing was misplaced into it
        if current.head == current:
            return cost + _CLAUSE_COST * 2, False
        current = current.head
    steps = reached[current.i]
    cost += sum(_edge_up(one) for one in above[:steps])
    return cost, steps == 0 or _is_antecedent(token, current, steps)


def _called_so(name: Token) -> Token:
    """Return the noun that a name only names: "town" of "the town of Orsa"."""
    noun = name.head.head
    if name.dep_ == "pobj" and name.head.lower_ == "of" and noun.lower_ in _NAMED_BY:
        return noun
    return name


def _edge(token: Token) -> float:
    if token.dep_ in _CLAUSE_EDGES:
        return 1.5 if token.dep_ in _OF_NOUN else _CLAUSE_COST
    if token.dep_ == "prep":
        return _PREPOSITIONS.get(token.lower_, 0.5)
    if token.dep_ == "pcomp" and token.pos_ == "VERB" and token.tag_ != "VBG":
        return _CLAUSE_COST  # "as charities left A": a clause, called an object
    if is_own_clause(token):
        return _OWN_CLAUSE_COST
    return _LOOSE_EDGES.get(token.dep_, 1.0)


def is_own_clause(token: Token) -> bool:
    """Whether a token heads a clause beside another, with a subject of its own."""
    joined = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
    return joined and any(child.dep_ in _SUBJECTS for child in token.children)


def _edge_up(token: Token) -> float:
    # From a relative clause the way to its noun is short: "Orsa, which has seen clashes".
    if token.dep_ in _OF_NOUN:
        return 0.5
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not _mark(token):
        return _PARTICIPLE_UP
    return _edge(token)


def _mark(token: Token) -> bool:
    return any(child.dep_ in {"mark", "advmod"} and child.i < token.i for child in token.children)


def _leads_away(token: Token, name: Token) -> float:
    """Return what the words over a name add because they tell of something else than where."""
    head = token.head
    if token.dep_ in _MODIFIERS:
        return _OWNER_COST if _is_person(head) and head.lower_ not in PLACE_NOUNS else 0.0
    if token.dep_ != "prep":
        return 0.0
    return _PERSON_COST if _is_whose(token) else _led_by(token, name)


def _is_whose(token: Token) -> bool:
    lives_there = token.lower_ == "of" and token.head.lower_ in _LOCALS
    return token.lower_ in _WHOSE and _is_person(token.head) and not lives_there


def _led_by(token: Token, name: Token) -> float:
    head = token.head
    direct = name.head == token or name.dep_ in {"conj", "appos"}
    if token.lower_ in _OTHER_COST and not direct:
        return _OTHER_COST[token.lower_]
    moves = head.lemma_ in _LEAVING, token.lower_
    if moves == (True, "to"):
        return _DESTINATION_COST
    if moves == (True, "from"):
        return -_PREPOSITIONS["from"]
    return _ORIGIN_COST if head.lemma_ in _COMING and token.lower_ == "from" else 0.0


def _is_person(noun: Token) -> bool:
    lowered = noun.lower_
    known = lowered in OFFICIALS or lowered in GOVERNMENTS or lowered in PEOPLE
    return known or noun.ent_type_ == "PERSON"


def _is_antecedent(token: Token, common: Token, steps: int) -> bool:
    return steps == 1 and token.dep_ in _OF_NOUN and common == token.head
