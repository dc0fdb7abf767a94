"""Nouns that tell of dead and hurt: a death toll, bodies, "14 deaths", "no casualties"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims import Count
from geo.reading.incidents.bounds import bounded
from geo.reading.incidents.people import Tally, governed_by_of
from geo.reading.incidents.victims import Casualties, SaidAs, cause_of, tally_of
from geo.reading.incidents.words import incident_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.incidents.numbers import Figure
    from geo.reading.incidents.people import People

_NUMBERS = frozenset({"number", "total", "count", "figure"})
_DEAD = frozenset({"dead", "death", "kill", "killing", "die", "fatality", "slay"})
_HURT = frozenset({"wounded", "injured", "wound", "injure", "injury"})
_NOBODY = {
    "casualty": (True, False),
    "victim": (True, False),
    "death": (True,),
    "fatality": (True,),
    "injury": (False,),
    "loss": (True,),
}
# "No reports of casualties" says that nothing is known, not that there were none.
_REPORTS = frozenset({"report", "word", "information", "news", "confirmation", "detail", "sign"})
_REPORTING = frozenset({"report", "confirm", "know", "announce", "record", "register"})
# Words between "toll" and its number: "from last week's attack on the market rose sharply to".
_FAR = 22
_BEFORE = 3
_PASS = frozenset({"pass", "exceed", "surpass", "top"})


def noun_casualties(people: People, token: Token, used: set[Figure]) -> Iterator[Casualties]:
    """Yield what a noun says of dead and hurt."""
    lemma = token.lemma_.lower()
    if (kinds := _NOBODY.get(lemma)) and _is_nobody(token):
        yield from _nobody(people, token, kinds)
    elif lemma == "toll" or (lemma in _NUMBERS and _of_victims(token)):
        yield from _toll(people, token, used)
    elif lemma in incident_words().around["bodies"]:
        yield from _bodies(people, token)
    elif lemma in incident_words().around["deaths"] | incident_words().around["injuries"]:
        yield from _deaths(people, token)


def is_under_toll(noun: Token) -> bool:
    """Whether a noun is whom "the number of" counts: the number itself stands elsewhere."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _NUMBERS


def _is_nobody(token: Token) -> bool:
    negated = any(child.lower_ == "no" for child in token.children)
    without = token.dep_ == "pobj" and token.head.lower_ == "without"
    if not (negated or without):
        return False
    if token.lemma_ == "loss" and not any(n.lemma_ == "life" for n in governed_by_of(token)):
        return False
    return token.head.lemma_ not in _REPORTING


def _nobody(people: People, token: Token, kinds: tuple[bool, ...]) -> Iterator[Casualties]:
    at = people.sentence.offset_of(token)
    zero = Count(0, 0, 0)
    named = {token, *token.conjuncts}
    hurt = any(one.lemma_ == "injury" for one in named)
    for killed in dict.fromkeys((*kinds, *([False] if hurt else []))):
        tally = Tally(zero, None, at, people.sentence.end_of(token))
        yield Casualties(token, killed, tally, said_as=SaidAs.NONE)


def _of_victims(token: Token) -> bool:
    """Whether "the number" is one of dead or wounded: "of dead", "of people killed"."""
    return any(
        t.lemma_.lower() in _DEAD | _HURT or t.lower_ in _HURT
        for noun in governed_by_of(token)
        for t in (noun, *(c for c in noun.children if c.dep_ in {"acl", "amod", "relcl", "conj"}))
    ) or any(c.lemma_.lower() == "body" for c in token.lefts)


def _toll(people: People, token: Token, used: set[Figure]) -> Iterator[Casualties]:
    figure = _figure_before(people, token) or _figure_behind(people, token, used)
    if figure is None:
        return
    said = [token, *token.lefts, *(t for noun in governed_by_of(token) for t in noun.subtree)]
    words = {t.lemma_.lower() for t in said} | {t.lower_ for t in said}
    killed = not (words & _HURT) or bool(words & _DEAD)
    tally = _passed(people, tally_of(people, figure, people.counted(figure)), figure)
    lexicon = incident_words()
    if any(lexicon.is_civilian(noun) for noun in governed_by_of(token)) or "civilian" in words:
        tally = Tally(tally.count, tally.count, tally.first, tally.last)
    yield Casualties(token, killed, tally, cause_of(token), said_as=SaidAs.TOLL)


def _passed(people: People, tally: Tally, figure: Figure) -> Tally:
    """Make "passed 1,000" more than 1,000."""
    token = people.token_of(figure)
    above = set() if token is None else {t.lemma_ for t in (token.head, *token.head.ancestors)}
    if figure.bound or tally.count.best is None or not _PASS & above:
        return tally
    return replace(tally, count=bounded(tally.count.best, "more_than"))


def _figure_before(people: People, token: Token) -> Figure | None:
    """Return the number of "brought to 112 the number of dead"."""
    for before in range(token.i - 1, max(people.sentence.span.start, token.i - 1 - _BEFORE), -1):
        figure = people.figure_at(token.doc[before])
        if figure is not None:
            first = people.sentence.span.char_span(figure.start, figure.end)
            lead = token.doc[first.start - 1] if first is not None and first.start else None
            return figure if lead is not None and lead.lower_ in {"to", "at"} else None
    return None


def _figure_behind(people: People, token: Token, used: set[Figure]) -> Figure | None:
    end = min(people.sentence.span.end, token.i + _FAR)
    for behind in token.doc[token.i + 1 : end]:
        figure = people.figure_at(behind)
        if figure is None:
            if behind.text == ";" or behind.lower_ in {"including", "by"}:
                return None
            continue
        counted = people.counted(figure)
        if figure in used or (counted is not None and not incident_words().is_people(counted)):
            continue
        return figure
    return None


def _bodies(people: People, token: Token) -> Iterator[Casualties]:
    """Yield the dead whose bodies are found."""
    lexicon = incident_words()
    above = [token.head, *token.head.ancestors][:3]
    verb = next((t for t in above if t.pos_ == "VERB"), None)
    acl = next((c for c in token.children if c.dep_ in {"acl", "relcl"}), None)
    verbs = {one.lemma_.lower() for one in (verb, acl) if one is not None}
    if not verbs & lexicon.around["found"]:
        return
    of = governed_by_of(token)
    tally = people.tally([token]) if people.figure_of(token) or not of else people.tally(of)
    if tally is None or (tally.count.best is None and not of):
        return
    if people.figure_of(token) is not None and any(lexicon.is_civilian(one) for one in of):
        tally = Tally(tally.count, tally.count, tally.first, tally.last)
    yield Casualties(token, True, tally, said_as=SaidAs.BODIES, victims=tuple(of))


def _deaths(people: People, token: Token) -> Iterator[Casualties]:
    killed = token.lemma_.lower() in incident_words().around["deaths"]
    of = governed_by_of(token)
    tally = people.tally(of) if of and killed else None
    figure = people.figure_of(token)
    if tally is None and figure is not None:
        tally = tally_of(people, figure, token)
        if any(child.lower_ == "civilian" for child in token.children):
            tally = Tally(tally.count, tally.count, tally.first, tally.last)
    if tally is not None:
        yield Casualties(token, killed, tally, cause_of(token), tuple(of))
