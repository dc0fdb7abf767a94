"""Grounds in a list, each with its own quantity: "controls Bahri and most of Omdurman"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.control.arguments import objects, patients
from geo.reading.control.found import Ground
from geo.reading.control.measures import is_quantity
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.claims import Mention
    from geo.reading.control.found import Found
    from geo.reading.control.roles import Roles

_SUCH_AS = frozenset({"including", "among", "notably", "namely", "like"})
_BESIDE = frozenset({"conj", "cc", "punct", "relcl", "acl", "advcl", "appos", "npadvmod"})


def apart(roles: Roles, found: Found) -> Iterator[Found]:
    """
    Yield a statement once for each ground of its list.

    A list of bare, known names stays one statement, whose places are found together. A
    quantity or a part said of one ground must not be taken for the others', and a name that
    nobody lists must not take the known ones beside it along.
    """
    yield from _beside_examples(roles, found)
    examples = _examples(roles, found)
    known = any(mention.place_id for mention, _ in examples)
    if examples and not known and not _is_settlements(found):
        # "The outskirts, including the Hawban area": the outskirts are known all the same.
        hidden = frozenset(mention.quote.start for mention, _ in examples)
        yield replace(found, hidden=found.hidden | hidden)
        return
    if examples:
        if not _is_several(found):
            first = examples[0][0].quote.start
            hidden = frozenset(m.quote.start for m in roles.places if m.quote.start >= first)
            yield replace(found, hidden=found.hidden | hidden)
        for mention, ground in examples:
            hidden = frozenset(m.quote.start for m in roles.places if m is not mention)
            span = (mention.quote.start, mention.quote.end)
            end = max(found.end, mention.quote.end)
            yield replace(found, ground=ground, hidden=hidden, own=span, end=end)
        return
    grounds = _listed(roles, found)
    placed = [one for one in grounds if _is_placed(roles, one)]
    unknown = [one for one in grounds if one not in placed and _is_name(one)]
    special = any(_is_special(one) for one in placed) or unknown
    # "The airport and most of Goma": what is held of the town says more than a bit of it.
    bits = [one for one in grounds if one.kind == "site" and one not in placed]
    if not placed or not special or len(placed) + len(unknown) + len(bits) < 2:
        yield found
        return
    for ground in (*placed, *unknown):
        yield _only(roles, found, ground, ground)


def _only(roles: Roles, found: Found, ground: Ground, where: Ground) -> Found:
    """Return the statement of one ground of a list, at the places of ``where``."""
    own = {m.quote.start for m in _mentions(roles, where)}
    hidden = frozenset(m.quote.start for m in roles.places if m.quote.start not in own)
    own_words = _span(roles, ground)
    end = max(found.end, own_words[1])
    return replace(found, ground=ground, hidden=hidden, own=own_words, end=end)


def _is_several(found: Found) -> bool:
    """Whether the examples are all there is of it: "six towns, among them A and B"."""
    return found.ground is not None and found.ground.head.tag_ == "NNS"


def _is_settlements(found: Found) -> bool:
    settlements = control_words().around["settlements"]
    return found.ground is not None and found.ground.head.lemma_.lower() in settlements


def _examples(roles: Roles, found: Found) -> list[tuple[Mention, Ground]]:
    """Return the places of "six towns, among them A, B and C", "the south, including A"."""
    if found.ground is None or found.ground.kind == "site":
        return []
    if not _is_several(found) and found.ground.kind == "it":
        return []
    sentence = roles.sentence
    after = [t for t in sentence.span if t.i > found.ground.head.i]
    beside = next((t.i for t in after if _says_besides(t)), None)
    after = after if beside is None else [t for t in after if t.i < beside]
    opened = next((t for t in after if t.lower_ in _SUCH_AS), None)
    if opened is None or any(t.pos_ == "VERB" and t.i < opened.i for t in after if t != opened):
        return []
    verbs = [t.i for t in after if t.i > opened.i and t.pos_ in {"VERB", "AUX"}]
    last = verbs[0] if verbs else beside
    stop = sentence.end if last is None else sentence.offset_of(opened.doc[last])
    start = sentence.end_of(opened)
    named = [m for m in roles.places if start <= m.quote.start < stop and not m.nominal]
    heads = [sentence.tokens_between(m.quote.start, m.quote.end)[-1] for m in named]
    return [
        (m, Ground(head, head, "place"))
        for m, head in zip(named, heads, strict=True)
        if not _lies_behind(head)
    ]


def _beside_examples(roles: Roles, found: Found) -> Iterator[Found]:
    """Yield what is held besides: "the east, including A and B, as well as most of C"."""
    if found.ground is None or not _examples(roles, found):
        return
    after = [t for t in roles.sentence.span if t.i > found.ground.head.i]
    beside = next((t for t in after if _says_besides(t)), None)
    if beside is None or any(t.pos_ == "VERB" and t.lower_ not in _SUCH_AS for t in after):
        return
    joined = next((t for t in after if t.i > beside.i and t.dep_ == "conj"), None)
    ground = roles.ground(joined) if joined is not None else None
    if ground is not None and _is_placed(roles, ground):
        yield _only(roles, found, ground, ground)


def _says_besides(token: Token) -> bool:
    """Whether a token begins "as well as"."""
    return [t.lower_ for t in token.doc[token.i : token.i + 3]] == ["as", "well", "as"]


def _lies_behind(name: Token) -> bool:
    """Whether a name only says where another one is: "Singa in Sennar state"."""
    while name.dep_ == "compound":
        name = name.head
    return name.dep_ == "pobj" and name.head.lower_ not in {*_SUCH_AS, "of", "them"}


def _listed(roles: Roles, found: Found) -> list[Ground]:
    if found.ground is None or found.token.pos_ != "VERB":
        return []
    tops = patients(found.token) if found.frame.ground == ("object",) else [found.ground.top]
    tokens = [joined for one in tops for joined in (one, *one.conjuncts)]
    # "Minova, a town on the lake, and Sake": the parser joins the last to the town.
    aside = [c for one in tokens for c in one.children if c.dep_ == "appos"]
    tokens += [one for c in aside for one in c.conjuncts if roles.place_at(one)]
    # A quantity behind a comma is an adverb to the parser.
    if tokens and objects(found.token) and found.frame.ground == ("object",):
        loose = (c for c in found.token.children if c.dep_ == "npadvmod")
        after = [c for c in loose if c.i > tokens[-1].i and is_quantity(c)]
        tokens += [joined for one in after for joined in (one, *one.conjuncts)]
    # "Held the airport and most of the town": joined to the verb.
    if tokens and found.frame.ground == ("object",):
        loose = (c for c in found.token.children if c.dep_ == "conj" and c.i > tokens[-1].i)
        tokens += [c for c in loose if is_quantity(c) or c.pos_ in {"NOUN", "PROPN"}]
    for one in tuple(tokens):
        if is_quantity(one):  # "most of Omdurman and the east of Bahri": hangs on Omdurman
            below = [n for c in one.children if c.dep_ == "prep" for n in c.children]
            tokens += [k for n in below for k in n.conjuncts if is_quantity(k) or _has_of(k)]
    grounds = [roles.ground(one) for one in sorted(set(tokens), key=lambda t: t.i)]
    return [one for one in grounds if one is not None and one.kind != "it"]


def _has_of(token: Token) -> bool:
    return any(c.lower_ in {"of", "in"} for c in token.children)


def _is_special(ground: Ground) -> bool:
    """Whether a ground is more than a bare name."""
    return ground.kind != "place" or ground.top != ground.head or _has_of(ground.top)


def _is_placed(roles: Roles, ground: Ground) -> bool:
    """Whether a ground's own name is known; a place behind it is no help to an unknown one."""
    own = roles.place_at(ground.head)
    if own is not None and not own.nominal:
        return own.place_id is not None
    return not _is_name(ground) and any(m.place_id for m in _mentions(roles, ground))


def _is_name(ground: Ground) -> bool:
    return ground.kind == "place" and ground.head.pos_ == "PROPN"


def _phrase(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _BESIDE:
            yield from _phrase(child)


def _mentions(roles: Roles, ground: Ground) -> list[Mention]:
    inside = {roles.sentence.offset_of(token) for token in _phrase(ground.top)}
    return [m for m in roles.places if any(m.quote.start <= at < m.quote.end for at in inside)]


def _span(roles: Roles, ground: Ground) -> tuple[int, int]:
    tokens = sorted(_phrase(ground.top), key=lambda t: t.i)
    return roles.sentence.offset_of(tokens[0]), roles.sentence.end_of(tokens[-1])
