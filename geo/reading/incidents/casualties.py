"""The dead and the hurt of a sentence: which words say so, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.control.arguments import (
    governed,
    is_passive,
    objects,
    patients,
    prepositions,
    subjects,
)
from geo.reading.incidents.casualty_nouns import is_under_toll, noun_casualties
from geo.reading.incidents.people import governed_by_of
from geo.reading.incidents.victims import Casualties, SaidAs, cause_of, tally_of
from geo.reading.incidents.words import incident_words
from geo.reading.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from geo.reading.incidents.numbers import Figure
    from geo.reading.incidents.people import People, Tally

_KILL = frozenset({"kill", "slay"})
_DIE = frozenset({"die", "perish"})
_WOUND = frozenset({"wound", "injure", "hurt", "maim"})
_WOUNDED = frozenset({"wounded", "injured", "hurt", "maimed"})
_LIVES = frozenset({"claim", "cost", "take", "lose", "lay", "give", "sacrifice"})
# Their subjects are those who died, not what killed them.
_GIVEN = frozenset({"lose", "lay", "give", "sacrifice"})
# Characters beyond which a figure is not beside a word: five words.
_NEAR = 60
# Between a figure and what became of those it counts.
_BETWEEN = words(
    "were was are have been had has others other more people persons men women civilians  "
    "soldiers also and left or be is got being"
)


def casualties_in(people: People) -> list[Casualties]:
    """Return what a sentence says of dead and hurt, in the order of its words."""
    found: list[Casualties] = []
    used: set[Figure] = set()
    for token in people.sentence.span:
        for one in _casualties_at(people, token, used):
            found.append(one)
            if one.tally is not None:
                used |= {f for f in people.figures if _covers(people, one.tally, f)}
    return found


def _covers(people: People, tally: Tally, figure: Figure) -> bool:
    start = people.sentence.start + figure.start
    return tally.first <= start < tally.last


def _casualties_at(people: People, token: Token, used: set[Figure]) -> Iterator[Casualties]:
    one = _said_at(people, token, used)
    if one is not None:
        yield one
    elif token.pos_ in {"NOUN", "PROPN"}:
        yield from noun_casualties(people, token, used)


def _said_at(people: People, token: Token, used: set[Figure]) -> Casualties | None:
    lexicon = incident_words()
    lemma = lexicon.lemma(token)
    if token.pos_ in {"VERB", "AUX"} and (lemma in _KILL | _WOUND or lemma in lexicon.killing):
        return _of_verb(people, token, used, killed=lemma not in _WOUND)
    if token.pos_ == "VERB" and lemma in _DIE | lexicon.around["deprived"]:
        return _of_dying(people, token)
    if token.lower_ == "dead" or (token.lower_ in _WOUNDED and token.pos_ != "VERB"):
        return _of_adjective(people, token, used)
    if lemma in _LIVES and any(o.lemma_ == "life" for o in objects(token)):
        return _of_lives(people, token)
    return None


def _of_dying(people: People, verb: Token) -> Casualties | None:
    made = _made(people, verb, subjects(verb), killed=True)
    persons = any(one.pos_ in {"PRON", "PROPN"} for one in made.victims) or not made.victims
    down = any(child.lower_ in {"down", "out", "away"} for child in verb.children)
    # "The clashes have died down" tells of no dead.
    return made if made.tally is not None or (persons and not down) else None


def _of_verb(people: People, verb: Token, used: set[Figure], *, killed: bool) -> Casualties | None:
    victims = patients(verb)
    if verb.tag_ == "VBN" and not is_passive(verb) and not victims:
        victims = subjects(verb)
    victims = victims or _before_passive(verb)
    victims = [one for one in victims if one.lower_ != "themselves"]
    if any(is_under_toll(one) for one in victims):
        return None  # "the number of people killed": the toll says how many
    if victims and all(people.count_of(one, dies=True) is None for one in victims):
        pronoun = any(one.pos_ in {"PRON", "PROPN"} for one in victims)
        nearby = _nearby(people, verb, used)
        if nearby is None and not pronoun:
            return None  # "killed the bill"
        if nearby is not None:
            return Casualties(verb, killed, nearby, cause_of(verb), tuple(victims))
    made = _made(people, verb, victims, killed=killed)
    if made.tally is None or _already(people, made.tally, used):
        nearby = _nearby(people, verb, used)
        made = Casualties(verb, killed, nearby, made.cause, made.victims)
    return made


def _already(people: People, tally: Tally, used: set[Figure]) -> bool:
    return any(_covers(people, tally, figure) for figure in used)


def _made(people: People, token: Token, victims: list[Token], *, killed: bool) -> Casualties:
    tally = people.tally(victims, dies=True)
    return Casualties(token, killed, tally, cause_of(token), tuple(victims))


def _nearby(people: People, token: Token, used: set[Figure]) -> Tally | None:
    """Return the figure right before or behind a word: "30 others wounded"."""
    start = people.sentence.span.start_char
    for figure in people.figures:
        if figure in used or people.is_subset(figure):
            continue
        at = token.idx - start
        if not figure.start - _NEAR <= at <= figure.end + _NEAR:
            continue
        counted = people.counted(figure)
        if counted is not None and not incident_words().is_people(counted):
            continue
        between = [
            t
            for t in people.sentence.span
            if min(figure.end, token.idx - start) <= t.idx - start
            and t.idx - start < max(figure.start, token.idx - start)
            and t != token
        ]
        before = figure.end <= token.idx - start
        near = all(t.lower_ in _BETWEEN or t == counted for t in between)
        if near and (before or not between) and len(between) <= 5:
            return tally_of(people, figure, counted)
    return None


def _of_adjective(people: People, token: Token, used: set[Figure]) -> Casualties | None:
    killed = token.lower_ == "dead"
    shot_before = token.i > 0 and token.nbor(-1).lower_ == "shot"
    if killed and (token.head.lemma_ == "shoot" or shot_before):
        verb = token.head if token.head.lemma_ == "shoot" else token.nbor(-1)
        shot = [c for c in token.children if c.dep_ == "dobj"] or patients(verb)
        tally = people.tally(shot) or _behind(people, token)
        return Casualties(token, True, tally, victims=tuple(shot))
    nearby = _nearby(people, token, used)
    if nearby is not None:
        return Casualties(token, killed, nearby, cause_of(token))
    if _is_set(token):
        return None
    if killed and (put := _put_at(people, token, used)) is not None:
        return put
    left = [c for c in token.children if c.dep_ == "nsubj"]
    if not left and token.head.lemma_ == "leave":
        left = objects(token.head)
    elif not left and token.head.lemma_ in incident_words().around["known"]:
        # "were reported dead", "are feared dead", "were dead"
        left = patients(token.head) or subjects(token.head)
    tally = people.tally(left)
    return Casualties(token, killed, tally, cause_of(token), tuple(left)) if tally else None


def _put_at(people: People, token: Token, used: set[Figure]) -> Casualties | None:
    """Return the number of "put the dead at 12", "put its dead in Friday's fighting at 12"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    named = token.i > 0 and token.nbor(-1).lower_ == "the" and behind.text in {"at", "to"}
    verb = token.head
    by = prepositions(verb, ("at",)) if token.dep_ == "dobj" and verb.lemma_ == "put" else []
    found = [figure for one in by for n in governed(one) if (figure := people.figure_of(n))]
    found += [f for f in people.figures if named and _right_behind(people, behind, f)]
    figure = next((f for f in found if f not in used), None)
    if figure is None:
        return None
    return Casualties(token, True, tally_of(people, figure, None), said_as=SaidAs.TOLL)


def _right_behind(people: People, words: Span, figure: Figure) -> bool:
    gap = figure.start - (words.end_char - people.sentence.span.start_char)
    return 0 <= gap <= 1


def _before_passive(verb: Token) -> list[Token]:
    """Return the people right before a passive whose subject the parser did not see."""
    first = verb.head if verb.dep_ == "conj" else verb
    aux = next((c for c in first.lefts if c.dep_ == "auxpass"), None)
    if aux is None:
        return []
    for token in reversed(verb.doc[verb.sent.start : aux.i]):
        if token.pos_ == "NOUN":
            return [token] if incident_words().is_people(token) else []
        if token.pos_ not in {"PROPN", "PUNCT", "AUX"}:
            break
    return []


def _is_set(token: Token) -> bool:
    """Whether "the dead" are those told of before: "among the dead were two nurses"."""
    return token.dep_ == "pobj" and token.head.lower_ in {"among", "of", "for"}


def _behind(people: People, token: Token) -> Tally | None:
    """Return the people of the noun phrase that follows a word: "shot dead a judge"."""
    for noun in people.sentence.span[token.i - people.sentence.span.start + 1 :]:
        if noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ not in {"compound", "nmod", "npadvmod"}:
            return people.tally([noun])
        if noun.pos_ == "NUM" and noun.dep_ in {"dobj", "nsubjpass"}:
            return people.tally([noun])
        if noun.pos_ in {"VERB", "AUX", "ADP"}:
            return None
    return None


def _of_lives(people: People, verb: Token) -> Casualties:
    (life,) = (one for one in objects(verb) if one.lemma_ == "life")
    figure = next((people.figure_at(c) for c in life.lefts if people.figure_at(c)), None)
    if figure is not None:
        return Casualties(verb, True, tally_of(people, figure, None), cause_of(verb))
    of = governed_by_of(life)
    if not of and verb.lemma_ in _GIVEN:
        of = subjects(verb)
    return Casualties(verb, True, people.tally(of), cause_of(verb), tuple(of))
