"""How many of the people just counted are civilians: "among them eight civilians"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.control.arguments import subjects
from geo.reading.incidents.words import incident_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.claims import Count
    from geo.reading.incidents.people import People

_MARKERS = frozenset({"including", "among", "amongst", "include", "includes", "included"})
_THEM = frozenset({"them", "whom", "these", "those", "which"})
# Words within which the list of a subset stands, and those between "them" and its noun.
_LIST, _NEXT = 16, 4
_ENDS = frozenset({"VERB", "AUX", "SCONJ"})


def civilians_among(people: People, after: int, whole: Count) -> list[Count]:
    """
    Return the numbers of civilians that the words behind a number of people set apart.

    Parameters
    ----------
    people
        The figures of the sentence.
    after
        Index in the document of the last word of the number and its noun.
    whole
        The number itself: "all of them civilians" are as many.
    """
    end = people.sentence.span.end
    tokens = people.sentence.span.doc[after + 1 : end]
    found: list[Count] = []
    for token in tokens:
        if token.lower_ in _MARKERS:
            return found + _listed(people, token)
        if token.lower_ == "all" and _is_civil(_noun_after(token)):
            return [whole]
        figure = people.figure_at(token)
        if figure is None or token.i == after:
            continue
        if not _of_them(people, token):
            break  # another number of people: what follows is set apart from those
        if _is_civil(_noun_after(token)):
            found.append(figure.count)
    return found


def civilians_that_are_among(noun: Token, people: People) -> list[Count]:
    """Return the civilians of "22 children were among the 60 people" at "people"."""
    among = noun.head
    if noun.dep_ != "pobj" or among.lower_ not in _MARKERS or among.head.lemma_ != "be":
        return []
    inside = [one for one in subjects(among.head) if incident_words().is_civilian(one)]
    counts = [people.count_of(one) for one in inside]
    return [count for count in counts if count is not None]


def _listed(people: People, marker: Token) -> list[Count]:
    """Return the counts of civilians in the list behind "including"."""
    found: list[Count] = []
    end = min(people.sentence.span.end, marker.i + _LIST)
    for token in people.sentence.span.doc[marker.i + 1 : end]:
        if token.pos_ in _ENDS and token.lower_ not in {"were", "was", "are"}:
            break
        if token.pos_ not in {"NOUN", "PROPN"} or not incident_words().is_civilian(token):
            continue
        count = people.count_of(token)
        if count is not None and count.best is not None:
            found.append(count)
    return found


def _of_them(people: People, token: Token) -> bool:
    end = people.sentence.span.end
    behind = [one.lower_ for one in token.doc[token.i + 1 : min(end, token.i + _NEXT)]]
    return behind[:1] == ["of"] and bool(_THEM & set(behind))


def _noun_after(token: Token) -> Token | None:
    end = min(token.sent.end, token.i + 2 + _NEXT)
    for one in token.doc[token.i + 1 : end]:
        if one.pos_ in {"NOUN", "PROPN"}:
            return one
        if one.text in {",", ";", "."}:
            return None
    return None


def _is_civil(noun: Token | None) -> bool:
    return noun is not None and incident_words().is_civilian(noun)
