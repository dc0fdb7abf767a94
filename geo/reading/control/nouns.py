"""Nouns and modifiers that say it in passing: "the army's advance into", "rebel-held"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codes import Relation
from geo.reading.control.arguments import governed, is_passive, pruned, subjects
from geo.reading.control.clashes import clash_of, is_ended
from geo.reading.control.found import Found, Ground
from geo.reading.control.spans import noun_span, other_mentions
from geo.reading.control.words import control_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.clues import ActorMention
    from geo.reading.control.roles import Roles
    from geo.reading.control.words import Frame

# What a gerund that is a noun may be: "after fighting between" is a pcomp to the parser.
_NOMINAL = frozenset({"nsubj", "csubj", "nsubjpass", "dobj", "pobj", "pcomp"})
_UNDER = frozenset({"under"})
_GAINING = frozenset(
    {"hold", "control", "have", "complete", "gain", "seize", "take", "secure", "own"}
)
_BRINGING = frozenset({"bring", "have", "place", "put", "keep"})
_HELD = frozenset({"under", "in", "into"})
_MANNED = frozenset({"use", "run", "hold", "man", "operate", "control", "occupy", "own"})
_LED_BY = frozenset({"impose", "lay", "lead", "launch", "conduct", "enforce", "maintain", "mount"})


def noun_statements(roles: Roles, used: frozenset[int]) -> Iterator[Found]:
    """
    Yield what nouns and modifiers of a sentence say of ground.

    ``used`` are the tokens that a verb's statement has taken up already.
    """
    words = control_words()
    for token in roles.sentence.span:
        lemma = token.lemma_.lower()
        if token.i not in used and _may_be_noun(token):
            for frame in words.nouns.get(token.lower_, words.nouns.get(lemma, ())):
                if (found := _noun(roles, token, frame)) is not None:
                    yield found
                    break
        if token.lower_ in words.participles and token.dep_ == "amod":
            yield from _participle(roles, token, words.participles[token.lower_][0])
        if token.lower_ in words.held and token.i > roles.sentence.span.start:
            yield from _held(roles, token, words.held[token.lower_][0])


def _may_be_noun(token: Token) -> bool:
    # "Fighting between ... continued": the tagger may see the verb in it.
    gerund = token.tag_ == "VBG" and token.dep_ in _NOMINAL
    return token.pos_ in {"NOUN", "PROPN"} or gerund


def _noun(roles: Roles, noun: Token, frame: Frame) -> Found | None:
    if frame.relation is Relation.CONTESTS:
        return clash_of(roles, noun, frame)
    if frame.relation is Relation.CONTROLS and _is_of_taken(noun):
        return None
    actors = _owners(roles, noun, frame)
    ground = None if frame.is_free else _bound(roles, noun, frame)
    if ground is None and not frame.is_free and not (actors and _stands_for(noun, frame)):
        return _recalled(roles, noun, frame) if not actors else None
    if not actors:
        return _recalled(roles, noun, frame)
    start, end = noun_span(roles, [noun, *([ground.top] if ground else [])], actors)
    return Found(
        roles.sentence,
        frame,
        noun,
        actors,
        (),
        start,
        end,
        ground,
        other_mentions(roles, ground),
        ended=_is_lifted(noun),
    )


def _is_of_taken(noun: Token) -> bool:
    """Whether it is said of a place that others take: "retook Mayadeen, one of its bastions"."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    place = top.head
    verb = place.head
    if top.dep_ != "appos" or place.dep_ not in {"dobj", "nsubjpass", "conj"}:
        return False
    frames = control_words().verbs.get(verb.lemma_.lower(), ())
    return any(f.relation is Relation.SEIZED and f.ground == ("object",) for f in frames)


def _in_control(roles: Roles, noun: Token, frame: Frame) -> tuple[ActorMention, ...]:
    """Return who "is in control of" it, not who is of it."""
    inside = frame.ahead and noun.dep_ == "pobj" and noun.head.lower_ == "in"
    return roles.armed(subjects(noun.head.head)) if inside else ()


def _stands_for(noun: Token, frame: Frame) -> bool:
    """Whether the ground is a pronoun whose place the clause names: "after its capture by"."""
    its = any(c.dep_ == "poss" and c.lower_ in {"its", "their"} for c in noun.children)
    return its and frame.whole and any(c.lower_ == "by" for c in noun.children)


def _owners(roles: Roles, noun: Token, frame: Frame) -> tuple[ActorMention, ...]:
    """Return whose advance, siege or base it is."""
    if frame.actor == "to":
        to = (c for c in noun.children if c.lower_ == "to" and c.dep_ == "prep")
        return roles.armed(n for c in to for n in governed(c))
    if holders := _in_control(roles, noun, frame):
        return holders
    found = [] if _stands_for(noun, frame) else list(roles.left_of(noun))
    if not found and frame.country:
        # "Ukraine's withdrawal from": of a base or a stronghold it says only where that is.
        whose = (c for c in noun.lefts if c.dep_ == "poss")
        found = [a for c in whose if (a := roles.sides.country(roles.sentence, c)) is not None]
    owned = bool(found)
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"of", "by"}:
            # "their last stronghold, by troops": the by-phrase is the verb's.
            found += roles.armed(governed(child)) if child.lower_ == "of" or not owned else ()
        elif child.dep_ in {"acl", "relcl"} and child.lemma_ in _MANNED | _LED_BY:
            by = [n for c in child.children if c.dep_ == "agent" for n in governed(c)]
            found += roles.armed(by)
    if not found and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        # "under the influence of", "under siege by" the verb's own by-phrase.
        verb = noun.head.head
        by = [n for c in verb.children if c.lower_ in {"by", "from"} for n in governed(c)]
        found += roles.armed(by) or _who_keeps(roles, noun)
    if not found and frame.whole and noun.dep_ == "pobj" and noun.head.lower_ == "with":
        # "With the capture of Tidermene, the group now holds": those who hold took it.
        verb = noun.head.head
        held = verb.lemma_ in _GAINING and not is_passive(verb)
        found += roles.armed(subjects(verb)) if held else ()
    return tuple({one.actor: one for one in reversed(found)}.values())[::-1]


def _who_keeps(roles: Roles, noun: Token) -> tuple[ActorMention, ...]:
    """Return who "has brought the town under its control"."""
    verb = noun.head.head
    brought = verb.lemma_ in _BRINGING and not is_passive(verb)
    return roles.armed(subjects(verb)) if brought else ()


def _bound(roles: Roles, noun: Token, frame: Frame) -> Ground | None:
    """Return the ground of a noun: what it is of, behind its preposition, or its possessor."""
    ahead: list[Token] = []
    if noun.dep_ in {"appos", "attr"}:
        # "Sirte, the group's last stronghold in Libya": the town, not the country.
        ahead = [noun.head] if noun.dep_ == "appos" else subjects(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ in (_HELD if frame.ahead else _UNDER):
        above = noun.head.head
        above = above.head if above.dep_ == "advmod" else above  # "back in rebel hands"
        ahead = subjects(above) if above.pos_ in {"VERB", "AUX"} else [above]
    elif (named := _just_before(roles, noun)) is not None:
        ahead = [named]
    elif (host := _host(noun)) is not None:
        ahead = subjects(host)
    behind = [c for c in noun.children if c.dep_ in {"poss", "appos"} and roles.place_at(c)]
    for one in (*ahead, *_governed_by(noun, frame), *behind):
        ground = roles.ground(one)
        if ground is not None and ground.kind != "it":
            return ground
    # "half the population of Kherson lives under ...": the place of those who do.
    for mention in (m for one in ahead for m in roles.mentions_below(one)):
        token = roles.sentence.tokens_between(mention.quote.start, mention.quote.end)[-1]
        return Ground(token, token, "place")
    return None


def _host(noun: Token) -> Token | None:
    """Return the verb of "the town is home to a base", "hosts a garrison"."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in {"host", "house"}:
        return noun.head
    home = noun.head.head
    at_home = noun.dep_ == "pobj" and noun.head.lower_ == "to" and home.lower_ == "home"
    return home.head if at_home and home.head.lemma_ in {"be", "become", "remain"} else None


def _just_before(roles: Roles, noun: Token) -> Token | None:
    """Return the place that a noun is in apposition to, whatever the parser makes of it."""
    comma = noun.left_edge.i - 1
    if noun.dep_ not in {"npadvmod", "dep", "appos"} or comma <= roles.sentence.span.start:
        return None
    before = noun.doc[comma - 1]
    return before if noun.doc[comma].text == "," and roles.place_at(before) else None


def _governed_by(noun: Token, frame: Frame) -> Iterator[Token]:
    """Yield what the noun's prepositions govern, in the order of the text."""
    for child in sorted(noun.subtree, key=lambda one: one.i):
        if child.lower_ in frame.ground and child.i > noun.i and child.dep_ in {"prep", "aux"}:
            # "arrival to Gao": the parser sees an infinitive.
            following = [child.nbor(1)] if child.dep_ == "aux" else []
            yield from governed(child) or following
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    if after.lower_ in frame.ground and after.dep_ == "prep" and after.head != noun:
        yield from governed(after)  # "struck rebel positions in": the verb's, to the parser


def _recalled(roles: Roles, noun: Token, frame: Frame) -> Found | None:
    """Read "the withdrawal was confirmed": whose and where was said before."""
    definite = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.children)
    if not (frame.definite and definite and noun.dep_ in {"nsubj", "nsubjpass"}):
        return None
    if any(c.dep_ in {"prep", "poss", "compound"} for c in noun.children):
        return None
    tokens = [t for t in pruned(noun.head) if t.i >= noun.i and not t.is_punct]
    start, end = noun_span(roles, [noun, *tokens], (), whole=tokens)
    return Found(
        roles.sentence, frame, noun, (), (), start, end, ended=is_ended(noun), anaphoric=True
    )


def _is_lifted(noun: Token) -> bool:
    lifted = control_words().around["lifted"]
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in lifted


def _participle(roles: Roles, word: Token, frame: Frame) -> Iterator[Found]:
    actor = roles.actor_at(word.head)
    if actor is None or not actor.armed:
        return
    start, end = roles.sentence.offset_of(word), actor.quote.end
    yield Found(roles.sentence, frame, word.head, (actor,), (), start, end)


def _held(roles: Roles, word: Token, frame: Frame) -> Iterator[Found]:
    """Read "rebel-held Kherson"."""
    hyphen = word.nbor(-1)
    if hyphen.text != "-" or hyphen.i == roles.sentence.span.start:
        return
    before = hyphen.nbor(-1)
    actor = roles.actor_at(before) or roles.side_of(before)
    if actor is None or not actor.armed:
        return
    noun = word.head if word.head.i > word.i else word.nbor(1)
    ground = roles.ground(noun)
    if ground is None:
        return
    below = [*roles.mentions_below(noun)] or None
    if below is None and ground.kind != "place":
        return
    start, end = noun_span(roles, [noun, word], (actor,))
    yield Found(
        roles.sentence, frame, word, (actor,), (), start, end, ground, other_mentions(roles, ground)
    )
