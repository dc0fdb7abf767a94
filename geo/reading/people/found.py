"""
The people a report names, each with his standing, at every place where his name stands.

A name is met many times and explained once: what any mention tells holds for all of them,
also for "Ahmad" after "Abu Ahmad". Whoever has no office and stands for nobody is private.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.people import Person, Standing
from geo.reading.boilerplate import BlockKind
from geo.reading.people.cues import cue_of
from geo.reading.people.doubt import is_nobody, may_be_person
from geo.reading.people.naming import name_words, names_in
from geo.reading.people.taken import Taken, known_in, plain_name
from geo.reading.people.words import common_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.actors import ActorTable
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence
    from geo.reading.people.cues import Cue
    from geo.reading.people.naming import English, Name

_SPACE = r"[\s\u00a0]+"


@dataclass
class _Bearer:
    """One person while a report is read: the names he goes by and what is told of him."""

    names: list[str] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    known: bool = False
    alias_of: _Bearer | None = None

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for name in self.names for word in name_words(name))

    @property
    def name(self) -> str:
        return max(self.names, key=len)

    @property
    def standing(self) -> Standing | None:
        if self.alias_of is not None:
            return self.alias_of.standing
        told = [cue.standing for cue in self.cues if cue.standing]
        shares = any(cue.standing is Standing.PRIVATE and cue.role for cue in self.cues)
        if self.known and shares and len(self.words) == 1:
            return Standing.PRIVATE  # "her husband Petro" is no president
        if self.known or Standing.PUBLIC in told:
            return Standing.PUBLIC
        things = sum(cue.thing for cue in self.cues)
        if Standing.PRIVATE in told or any(cue.person for cue in self.cues):
            return Standing.PRIVATE if things * 2 <= len(self.cues) else None
        return None

    @property
    def role(self) -> str:
        standing = self.standing
        return next((one.role for one in self.cues if one.role and one.standing is standing), "")


def people_in(
    clues: Clues, table: ActorTable, *, english: English, asides: Sequence[Sentence] = ()
) -> tuple[Person, ...]:
    """
    Find the people of one report.

    Parameters
    ----------
    clues
        The report with its places and actors, whose names are no person's.
    table
        Who the actors are; their leaders are in public life.
    english
        Whether a word in lower case is one of English, as few names are.
    asides
        Sentences outside of the story: captions, pull quotes, links.
    """
    taken = Taken(clues, table)
    names = [
        name
        for sentence in (*clues.parsed.sentences, *asides)
        if not _is_title_case(sentence)
        for name in names_in(sentence, taken, english)
        if not is_nobody(name, english)
    ]
    bearers = _bearers(names, taken, known_in(table), english)
    found = [one for one in bearers if one.standing is not None]
    return tuple(_spans(clues, found, taken))


_TITLE_CASE = 0.7  # of the words; a sentence full of names stays below it


def _is_title_case(sentence: Sentence) -> bool:
    """Whether it is a headline in capitals, which tell nothing of names then."""
    if sentence.block.kind is BlockKind.BODY:
        return False
    words = [t for t in sentence.span if t.is_alpha and len(t) > 3]
    capitals = sum(t.text[0].isupper() for t in words)
    return len(words) > 3 and capitals > _TITLE_CASE * len(words)


def _bearers(
    names: Iterable[Name], taken: Taken, known: frozenset[str], english: English
) -> list[_Bearer]:
    names = list(names)
    listed = _listed(names)
    bearers: list[_Bearer] = []
    for name in sorted(names, key=lambda one: (-len(one.words), one.start)):
        words = frozenset(name.words)
        cue = _cue(name, taken, english)
        if cue.standing is None and not (cue.person or cue.thing):
            others = (_cue(one, taken, english) for one in listed.get(name, ()))
            cue = replace(cue, person=any(one.person for one in others))
        # The longest names come first, so that a shorter one finds whose it is; one that
        # several bear is told of each of them.
        own = [one for one in bearers if words <= one.words]
        if not own:
            own = [_Bearer()]
            bearers += own
        for bearer in own:
            bearer.names.append(name.text)
            if len(own) == 1 or words == bearer.words:
                bearer.cues.append(cue)
            bearer.known |= _is_known(name.text, known)
    return _with_aliases(bearers, names)


# "Roe, known as Poe": both are one.
_ALIAS = re.compile(
    r"(?:'s|\u2019s)?[\s,(]*(?:who is |(?:who )?goes by )?"
    r"(?:(?:also|better|widely|popularly|locally) )?"
    r"(?:known|nicknamed|alias|aka|a\.k\.a\.|dit|nom de guerre|whose nom de guerre is|the name)"
    r"(?: (?:only|simply|to all))?(?: as| by)?[\s\"'\u201c\u2018]*"
)


def _with_aliases(bearers: list[_Bearer], names: Iterable[Name]) -> list[_Bearer]:
    """Make one of two bearers where a sentence says that one goes by the other's name."""
    in_order = sorted(names, key=lambda one: one.start)
    for one, other in itertools.pairwise(in_order):
        if one.sentence is not other.sentence:
            continue
        raw, start = one.sentence.raw, one.sentence.start
        if not _ALIAS.fullmatch(raw[one.end - start : other.start - start]):
            continue
        first, second = _of(bearers, one.text), _of(bearers, other.text)
        if first and second and first is not second and second.name == other.text:
            second.alias_of = first
    return bearers


def _of(bearers: list[_Bearer], name: str) -> _Bearer | None:
    return next((one for one in bearers if name in one.names), None)


def _cue(name: Name, taken: Taken, english: English) -> Cue:
    cue = cue_of(name, taken.acts)
    if cue.standing is None and not (cue.person or cue.thing):
        return replace(cue, person=may_be_person(name, english))
    return cue


# Between two names of a list: ", ", " and ", " (12), ", ", and her son ".
_COMMA = re.compile(
    r"(?: \(\d{1,3}\))?(?:, (?:aged )?\d{1,3})?(?:,|;| and| or| &|, and|; and) "
    r"(?:(?:his|her|their) [a-z -]{3,20})?"
)


def _listed(names: Sequence[Name]) -> dict[Name, list[Name]]:
    """Return for each name the others of the list it stands in."""
    lists: list[list[Name]] = []
    for name in sorted(names, key=lambda one: one.start):
        last = lists[-1][-1] if lists else None
        if last is not None and last.sentence is name.sentence:
            start = name.sentence.start
            if _COMMA.fullmatch(name.sentence.raw[last.end - start : name.start - start]):
                lists[-1].append(name)
                continue
        lists.append([name])
    return {name: [one for one in group if one is not name] for group in lists for name in group}


def _is_known(name: str, known: frozenset[str]) -> bool:
    words = plain_name(name).split()
    return (
        " ".join(words) in known
        or (len(words) > 1 and " ".join(words[-2:]) in known)
        or (
            # "Mr Taylor" may be anybody; "Putin" and "Vladimir Putin" are one.
            len(words) <= 3 and words[-1] in known and words[-1] not in common_names()
        )
    )


def _spans(clues: Clues, bearers: Sequence[_Bearer], taken: Taken) -> Iterator[Person]:
    """Yield every span of the report that names one of the people, in order."""
    text = clues.parsed.report.text
    claimed: dict[int, tuple[int, _Bearer]] = {}
    full: list[tuple[int, _Bearer]] = []
    calls = [(name, bearer) for bearer in bearers for name in sorted(set(bearer.names))]
    # The longest first, of whomever: "Naji" of Saleh Naji stands in "Nasser Naji" too.
    for name, bearer in sorted(calls, key=lambda call: -len(call[0])):
        for match in _pattern(name).finditer(text):
            if len(name_words(name)) > 1 or bearer.name == name:
                full.append((match.start(), bearer))
            _claim(claimed, match.span(), bearer)
    full.sort(key=lambda pair: pair[0])
    for word, owners in _owners(bearers).items():
        # "The Haddads" are those of that name.
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}s?(?![\w])", text):
            if not taken(*match.span()):
                _claim(claimed, match.span(), _nearest(match.start(), owners, full))
    for start, (end, bearer) in sorted(claimed.items()):
        quote = clues.parsed.quote(start, end)
        standing = bearer.standing
        if standing is not None:
            yield Person(quote, standing, bearer.name, bearer.role)


def _pattern(name: str) -> re.Pattern[str]:
    words = _SPACE.join(re.escape(word) for word in name.split())
    # A headline may be in capitals; one short word in another case is another word.
    flags = re.IGNORECASE if len(name.split()) > 1 else 0
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)


def _claim(claimed: dict[int, tuple[int, _Bearer]], span: tuple[int, int], bearer: _Bearer) -> None:
    start, end = span
    if any(first < end and start < last for first, (last, _) in claimed.items()):
        return
    claimed[start] = (end, bearer)


def _owners(bearers: Sequence[_Bearer]) -> dict[str, list[_Bearer]]:
    owners: dict[str, list[_Bearer]] = {}
    for bearer in bearers:
        for word in bearer.words:
            if word[:1].isupper():
                owners.setdefault(word, []).append(bearer)
    return owners


def _nearest(at: int, owners: list[_Bearer], full: list[tuple[int, _Bearer]]) -> _Bearer:
    """Return who was named last, of those that share a name."""
    before = [bearer for start, bearer in full if start < at and bearer in owners]
    return before[-1] if before else owners[0]


def alike(people: Iterable[Person]) -> tuple[Person, ...]:
    """
    Give whoever has an office in one report the same standing in the others.

    Only a name of two words or more tells that it is the same person.
    """
    listed = tuple(people)
    public = {name_words(one.name) for one in listed if one.standing is Standing.PUBLIC}
    return tuple(
        replace(one, standing=Standing.PUBLIC)
        if one.standing is Standing.PRIVATE and _in_public(name_words(one.name), public)
        else one
        for one in listed
    )


def _in_public(words: tuple[str, ...], public: set[tuple[str, ...]]) -> bool:
    return len(words) > 1 and words in public
