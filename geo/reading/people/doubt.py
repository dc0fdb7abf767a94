"""
Whether a name of which nothing is told may be a person's.

In doubt it is: a name that is shown harms whoever bears it, one that is not shown costs a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazetteer.vocabulary import load_vocabulary
from geo.reading.people.cues import is_nickname
from geo.reading.people.naming import is_kin
from geo.reading.people.words import is_given_name, words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.people.naming import English, Name

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "no"})
_PLACING = frozenset(
    {"in", "at", "near", "from", "into", "toward", "towards", "outside", "around", "across",
     "through", "inside", "between", "beyond", "via", "onto", "over", "overlooking", "to", "of",
     "on", "off", "under"}
)  # fmt: skip
_PEOPLES = frozenset({"he", "she", "i", "we", "you"})
_WHERE = frozenset({"GPE", "LOC", "FAC"})
# Where a person stands in a sentence: who does, suffers, is addressed, or is named beside one.
_STANDS = frozenset({"nsubj", "nsubjpass", "dobj", "appos", "conj", "poss", "attr", "dative"})


def is_nobody(name: Name, english: English) -> bool:
    """Return whether a span is an abbreviation, or words of English that nobody is called."""
    text = name.text
    if any(map(str.isdigit, text)) or (text.isupper() and len(name.tokens) == 1):
        return True
    if name.labelled or is_kin(name.tokens[0]) or is_nickname(name):
        return False
    words = [word.lower() for word in name.words]
    return not any(is_given_name(word) or not english(word) for word in words)


def may_be_person(name: Name, english: English) -> bool:  # noqa: PLR0911 - one a sign
    """Return whether a name may be that of a person, by its words and where it stands."""
    words = [part.lower() for word in name.words for part in word.split("'")]
    if not words or name.text.isupper() or _is_of_things(words):
        return False
    given = is_given_name(words[0]) or (len(words) > 1 and is_given_name(words[1]))
    if _has_article(name) and not (given and len(name.text.split()) > 1):
        return False
    several = len(name.text.split()) > 1
    if _is_where(name, given=given, several=several):
        return False
    foreign = [word for word in words if not english(word)]
    if name.labelled:
        return given or bool(foreign)
    if given:
        return several or name.head.dep_ in _STANDS or name.head.ent_type_ not in _WHERE
    if several:
        # "Peace Akello": one word of English may be a first name.
        return bool(foreign) and foreign[-1] == words[-1] and _may_be_two(name)
    return bool(foreign) and _does_as_people_do(name)


def _may_be_two(name: Name) -> bool:
    head = name.head
    return head.dep_ in _STANDS or head.dep_ == "pobj" or _speaks(name)


def _does_as_people_do(name: Name) -> bool:
    """Whether one strange word is told of as only people are."""
    head = name.head
    verb = head.head
    if _speaks(name) or _is_with_pronoun(head):
        return True
    if head.dep_ == "nsubj":
        if verb.lemma_ in words_for("done_by_places") or verb.pos_ == "AUX":
            return False
        reports = head.ent_type_ == "ORG" and verb.lemma_ in words_for("done_by_groups")
        where = head.ent_type_ in _WHERE and verb.lemma_ not in words_for("done_by")
        return not reports and not where
    if head.dep_ in {"dobj", "nsubjpass"}:
        return verb.lemma_ in words_for("done_to")
    if head.dep_ == "pobj" and verb.lower_ == "with":
        return verb.head.lemma_ in words_for("done_by")
    return head.dep_ == "poss" and verb.lower_ in words_for("belongings")


_SPOKEN = re.compile(r'[,?!]["\u201d\u2019\']+ (?:(?:said|says|asked|added|recalled) )?$')
_QUOTING = re.compile(r'^(?:: ["\u201c]|,? who(?:se|m)?\b|,? (?:he|she) (?:said|says))')
_AHEAD = 16  # characters: ",” recalled "


def _speaks(name: Name) -> bool:
    """Whether it is "…,” said Roe", "Roe: “…", "Roe, who"."""
    raw, start = name.sentence.raw, name.sentence.start
    ahead = raw[max(0, name.start - start - _AHEAD) : name.start - start]
    return bool(_SPOKEN.search(ahead) or _QUOTING.match(raw[name.end - start :][:_AHEAD]))


def _is_with_pronoun(head: Token) -> bool:
    """Whether it is "she and Roe", "Roe and his"."""
    others = [head.head] if head.dep_ == "conj" else []
    others += [child for child in head.children if child.dep_ == "conj"]
    return any(one.tag_ in {"PRP", "PRP$"} and one.lower_ in _PEOPLES for one in others)


def _is_of_things(words: list[str]) -> bool:
    things = words_for("things_after") | words_for("organisations")
    demonyms = load_vocabulary().demonyms
    return any(word in things or word in demonyms for word in words)


def _has_article(name: Name) -> bool:
    first = (name.before or name.tokens)[0]
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    return before in _ARTICLES or any(child.lower_ in _ARTICLES for child in name.head.children)


def _is_where(name: Name, *, given: bool, several: bool) -> bool:
    """Whether a preposition puts something there: "near Roe", but "with Roe"."""
    if given and (several or not _follows(name, _IN)):
        return False
    if not several and name.head.dep_ in {"dobj", "nsubjpass"} and not given:
        return name.head.head.lemma_ in words_for("done_to_places")
    if several and (name.labelled or _is_somebodys(name.head)):
        return _follows(name, _IN)
    return _follows(name, _PLACING) and not _is_somebodys(name.head)


def _is_somebodys(head: Token) -> bool:
    """Whether it is "the body of Roe", "relatives of Roe"."""
    owned = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    return owned is not None and owned.lower_ in words_for("belongings") | words_for("of_people")


_IN = _PLACING - {"to", "of", "from", "on", "between", "over", "under"}


def _follows(name: Name, words: frozenset[str]) -> bool:
    first = (name.before or name.tokens)[0]
    link: Token | None = first.nbor(-1) if first.i > first.sent.start else None
    return link is not None and link.lower_ in words
