"""
The people a report names, each with his standing, at every place where his name stands.

A name is met many times and explained once: what any mention tells holds for all of them,
also for "Ahmad" after "Abu Ahmad". Whoever has no office and stands for nobody is private.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.actors import ActorKind
from geo.people import Person, Standing
from geo.reading.boilerplate import BlockKind
from geo.reading.people.cues import cue_of
from geo.reading.people.naming import name_words, names_in
from geo.reading.people.words import common_names, known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.actors import ActorTable
    from geo.reading.clues import Clues
    from geo.reading.parsed import Sentence
    from geo.reading.people.cues import Cue
    from geo.reading.people.naming import Name

_SPACE = r"[\s\u00a0]+"


@dataclass
class _Bearer:
    """One person while a report is read: the names he goes by and what is told of him."""

    names: list[str] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    known: bool = False

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for name in self.names for word in name_words(name))

    @property
    def name(self) -> str:
        return max(self.names, key=len)

    @property
    def standing(self) -> Standing | None:
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
    clues: Clues, table: ActorTable, *, asides: Sequence[Sentence] = ()
) -> tuple[Person, ...]:
    """
    Find the people of one report.

    Parameters
    ----------
    clues
        The report with its places and actors, whose names are no person's.
    table
        Who the actors are; their leaders are in public life.
    asides
        Sentences outside of the story: captions, pull quotes, links.
    """
    taken = _Taken(clues, table)
    names = [
        name
        for sentence in (*clues.parsed.sentences, *asides)
        if not _is_title_case(sentence)
        for name in names_in(sentence, taken)
    ]
    bearers = _bearers(names, taken, _known(table))
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


class _Taken:
    """What spans of a report name a place or an actor."""

    def __init__(self, clues: Clues, table: ActorTable) -> None:
        places = [one.quote for one in clues.mentions if not one.nominal]
        leaders = {name for actor in table.actors.values() for name in actor.leaders}
        acting = [one for one in clues.actors if not one.anaphoric]
        bands = [one for one in acting if table.get(one.actor).kind is not ActorKind.CIVILIANS]
        self._acts = [(one.quote.start, one.quote.end) for one in bands]
        spans = [(one.start, one.end) for one in places]
        spans += [
            (one.quote.start, one.quote.end) for one in acting if one.quote.text not in leaders
        ]
        self._spans = sorted(spans)

    def __call__(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self._spans)

    def acts(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self._acts)


def _known(table: ActorTable) -> frozenset[str]:
    leaders = {name for actor in table.actors.values() for name in actor.leaders}
    return frozenset(leaders | known_names())


def _bearers(names: Iterable[Name], taken: _Taken, known: frozenset[str]) -> list[_Bearer]:
    bearers: list[_Bearer] = []
    for name in sorted(names, key=lambda one: (-len(one.words), one.start)):
        words = frozenset(name.words)
        cue = cue_of(name, taken.acts)
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
    return bearers


def _is_known(name: str, known: frozenset[str]) -> bool:
    words = name.split()
    return (
        name in known
        or (len(words) > 1 and " ".join(words[-2:]) in known)
        or (
            # "Mr Taylor" may be anybody; "Putin" and "Vladimir Putin" are one.
            len(words) <= 3 and words[-1] in known and words[-1] not in common_names()
        )
    )


def _spans(clues: Clues, bearers: Sequence[_Bearer], taken: _Taken) -> Iterator[Person]:
    """Yield every span of the report that names one of the people, in order."""
    text = clues.parsed.report.text
    claimed: dict[int, tuple[int, _Bearer]] = {}
    full: list[tuple[int, _Bearer]] = []
    for bearer in bearers:
        for name in sorted(set(bearer.names), key=len, reverse=True):
            for match in _pattern(name).finditer(text):
                if len(name_words(name)) > 1 or bearer.name == name:
                    full.append((match.start(), bearer))
                _claim(claimed, match.span(), bearer)
    full.sort(key=lambda pair: pair[0])
    for word, owners in _owners(bearers).items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w])", text):
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
