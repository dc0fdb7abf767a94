"""Others who count the dead of what was just told: "the army put the number at two"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.claims import Count
from geo.reading.control.arguments import governed, objects, prepositions
from geo.reading.dates.clauses import is_past_perfect, predicate_of
from geo.reading.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.incidents.numbers import Figure
    from geo.reading.incidents.people import People

_FIGURES = words("number figure toll total count tally dead death loss casualty")
_PUTS = frozenset({"put", "place", "set"})
_GIVES = frozenset({"give", "cite", "quote", "report", "offer"})
_SPEAKS = frozenset({"speak", "talk"})
_COUNTS = words("count list record register confirm acknowledge admit report document verify tally")
# A toll that one of these gives is one source's; one that "rose" is the newest.
COUNTING = _PUTS | _GIVES | _COUNTS | {"say", "estimate"}
# Words for the dead as such; more exact ones may be only some of them: "six soldiers died".
_DEAD = words("dead death fatality body corpse victim people person civilian")
_HURT = frozenset({"wounded", "injured", "injury"})
# Who dies so is one of those told of, or comes on top of them.
_SOME = words("scene spot instantly immediately later hospital wound injury more another other "
              "them whom")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recount:
    """A number of dead or hurt that a clause gives for a happening told elsewhere."""

    token: Token  # the verb of counting
    count: Count
    first: int  # where the number begins in the report
    killed: bool
    earlier: bool  # "had spoken of", "had earlier counted": before the other number was known


def recounts_in(people: People) -> Iterator[Recount]:
    """Yield the numbers that the verbs of counting in a sentence give, in its order."""
    if not people.figures:
        return
    for token in people.sentence.span:
        if token.pos_ != "VERB":
            continue
        for noun in _counted(token):
            figure = _figure(people, noun)
            if figure is not None:
                killed, earlier = not _is_of_hurt(noun, token), is_past_perfect(token)
                first = people.sentence.start + figure.start
                yield Recount(token, _known(noun, figure), first, killed, earlier)
                break


def _counted(verb: Token) -> Iterator[Token]:
    """Yield the words a number may stand in: "at 12", "of 40 dead", "554 dead"."""
    lemma = verb.lemma_.lower()
    named = [one for one in objects(verb) if one.lemma_.lower() in _FIGURES and _of_dead(one)]
    if lemma in _PUTS and named:
        yield from _after(verb, "at to")
    elif lemma in _GIVES and named:
        yield from _after(verb, "as at")
        yield from (one for noun in named for one in _after(noun, "of as"))
    elif lemma in _SPEAKS:
        yield from _after(verb, "of")
    if lemma in _COUNTS:
        yield from objects(verb)
        yield from (n for one in objects(verb) if one.lemma_ == "name" for n in _after(one, "of"))


def _of_dead(figure: Token) -> bool:
    """Whether "the number" is that of the dead, or of whoever was counted before."""
    of = [noun for one in prepositions(figure, {"of"}) for noun in governed(one)]
    return all(noun.lemma_.lower() in _DEAD | _HURT or noun.like_num for noun in of)


def _after(token: Token, by: str) -> list[Token]:
    found = prepositions(token, frozenset(by.split()))
    # The parser hangs "at 12" on the figure and "as 10" on nothing but the verb.
    found += [p for one in objects(token) for p in prepositions(one, ("at", "as"))]
    return [noun for one in found for noun in governed(one)]


def _figure(people: People, noun: Token) -> Figure | None:
    figure = people.figure_of(noun)
    counted = people.counted(figure) if figure is not None else None
    general = counted is None or counted.lemma_.lower() in _DEAD | _HURT
    return figure if general else None


def _known(noun: Token, figure: Figure) -> Count:
    """Return a number; those whose names are known are not all: "the names of 12 victims"."""
    count, named = figure.count, noun.dep_ == "pobj" and noun.head.head.lemma_ == "name"
    return Count(count.low, count.best, None) if named else count


def _is_of_hurt(noun: Token, verb: Token) -> bool:
    around = (noun, *noun.children, *(t for one in objects(verb) for t in one.subtree))
    return any(token.lower_ in _HURT or token.lemma_.lower() in _HURT for token in around)


def counts_them_all(token: Token, victims: tuple[Token, ...]) -> bool:
    """Whether dead are all of those told of: "four had died", not "two died at the scene"."""
    general = all(
        one.pos_ in {"NUM", "PRON"} or one.lemma_.lower() in _DEAD or one.like_num
        for one in victims
    )
    clause = predicate_of(token).subtree
    return general and not any(t.lemma_.lower() in _SOME or t.lower_ in _SOME for t in clause)


def widened(first: Count, other: Count, *, earlier: bool = False) -> Count:
    """
    Return the number of one source with another's: lowest, the first's own best, highest.

    Parameters
    ----------
    first
        What the report holds to.
    other
        What another source counts.
    earlier
        Whether the other's is older: a lower one is then only out of date.
    """
    if first.best is None or (first.high or 0) >= 2 * max(first.low, 1):
        return first if other.best is None else other  # "dozens", "soldiers": no number yet
    if earlier and (other.best or other.low) <= first.best:
        return first
    high = first.high
    if (other.best or other.low) > (first.high or first.best):
        high = other.high
    return Count(min(first.low, other.low), first.best, high)
