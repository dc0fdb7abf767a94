"""How far a name is from a happening along the parse of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

# Edges of the parse, by how far what hangs on them is from the happening itself.
_CLAUSE_EDGES = frozenset({"ccomp", "advcl", "parataxis", "csubj", "relcl", "acl", "dep"})
_OF_NOUN = frozenset({"relcl", "acl"})
_CLAUSE_COST = 4.0
_LOOSE_EDGES = {"conj": 0.5, "xcomp": 0.5, "pcomp": 1.0, "appos": 0.5, "prep": 0.5}
# Prepositions that lead away from the place of the happening.
_PREPOSITIONS = {"by": 2.0, "with": 1.5, "about": 2.0, "for": 1.5, "against": 1.0, "from": 1.0}
_PREPOSITIONS |= {"to": 0.5, "like": 2.0, "including": 1.0}

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
    current = name
    while current.i not in reached:
        cost += _edge(current) * (weight if current.dep_ not in _CLAUSE_EDGES else 1.0)
        if current.dep_ == "prep" and current.lower_ in _ADVERBIAL:
            weight = _MISHUNG
        if current.head == current:
            return cost + _CLAUSE_COST * 2, False
        current = current.head
    steps = reached[current.i]
    # From a relative clause the way to its noun is short: "Orsa, which has seen clashes".
    cost += sum(0.5 if one.dep_ in _OF_NOUN else _edge(one) for one in above[:steps])
    return cost, steps == 0 or _is_antecedent(token, current, steps)


def _edge(token: Token) -> float:
    if token.dep_ in _CLAUSE_EDGES:
        return 1.5 if token.dep_ in _OF_NOUN else _CLAUSE_COST
    if token.dep_ == "prep":
        return _PREPOSITIONS.get(token.lower_, 0.5)
    return _LOOSE_EDGES.get(token.dep_, 1.0)


def _is_antecedent(token: Token, common: Token, steps: int) -> bool:
    return steps == 1 and token.dep_ in _OF_NOUN and common == token.head
