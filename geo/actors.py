"""Who the actors are: names, aliases, sides and kinds, read from tables an analyst can extend."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXT_PREFIX = "text:"


class ActorTableError(DatelineError):
    """A table of actors cannot be read or breaks its form."""


class ActorKind(StrEnum):
    """What sort of actor: who can hold ground, and who only speaks."""

    STATE_FORCES = "state_forces"  # a government with its army, police and officials
    ARMED_GROUP = "armed_group"
    FACTION_UMBRELLA = "faction_umbrella"  # several groups under one name
    CIVIL_AUTHORITY = "civil_authority"
    MONITOR = "monitor"
    UN_AGENCY = "un_agency"
    NGO = "ngo"
    MEDIA_AGENCY = "media_agency"
    POLITICAL = "political"
    CIVILIANS = "civilians"

    @property
    def armed(self) -> bool:
        """Whether such an actor can hold ground or attack."""
        return self in {self.STATE_FORCES, self.ARMED_GROUP, self.FACTION_UMBRELLA}


@dataclass(frozen=True, slots=True)
class Actor:
    """
    One actor of the table.

    ``side`` is shared by those who fight or speak for one cause. ``country`` lists
    ISO 3166-1 alpha-2 codes. ``generic`` are phrases that mean this actor only in a
    report about one of its countries. ``parent`` is the umbrella or the government it
    belongs to; of state media it is the state.
    """

    id: str
    name: str
    side: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()  # persons who stand for it: "Smith's forces"
    people: tuple[str, ...] = ()  # adjectives of its people: "Palestinian"
    parent: str | None = None
    jihadist: bool = False
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Nation:
    """A state and the words for it."""

    code: str  # ISO 3166-1 alpha-2
    names: tuple[str, ...]  # "Syria"
    people: tuple[str, ...]  # "Syrian"
    capital: str | None
    government: str  # id of the actor that governs it


@dataclass(frozen=True, eq=False)  # by identity, so that what is made of it can be kept
class ActorTable:
    """All listed actors, found by id, by name and by country."""

    actors: Mapping[str, Actor]
    nations: Mapping[str, Nation] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors.values())

    def get(self, actor_id: str) -> Actor:
        """Return an actor; one that is not listed is made up from its id."""
        if actor_id in self.actors:
            return self.actors[actor_id]
        name = actor_id.removeprefix(TEXT_PREFIX)
        return Actor(actor_id, name, actor_id, ActorKind.ARMED_GROUP)

    def find(self, name: str) -> Actor | None:
        """Return the actor that a name or alias means, None if it is not listed."""
        words = name_words(name)
        for alias, actor_id in self.spellings.get(tuple(map(fold_word, words)), ()):
            if spelled_like(words, alias):
                return self.actors[actor_id]
        return None

    @cached_property
    def spellings(self) -> dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]:
        """Folded words of each name -> the names as listed, and whose they are."""
        found: dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]] = {}
        for actor in self:
            for alias in dict.fromkeys((actor.name, *actor.aliases)):
                words = name_words(alias)
                key = tuple(map(fold_word, words))
                found[key] = (*found.get(key, ()), (words, actor.id))
        return found

    def government_of(self, code: str) -> Actor | None:
        """Return the government of a country, by ISO 3166-1 alpha-2 code."""
        nation = self.nations.get(code)
        return self.get(nation.government) if nation else None

    def is_within(self, actor_id: str, umbrella: str) -> bool:
        """Say whether an actor is another one or belongs to it."""
        seen = set()
        current: str | None = actor_id
        while current and current not in seen:
            if current == umbrella:
                return True
            seen.add(current)
            current = self.get(current).parent
        return False


_WORD = re.compile(r"[^\W_]+(?:['\u2019](?!s\b)[^\W_]+)*", re.UNICODE)
# Arabic articles as they stand in Latin script before a hyphen; spellings differ in them.
_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|an|ar|as|ash|at|az)[-\u2010\u2011]|\b[Aa]l (?=[A-Z])")


_CAPITAL_ARTICLE = re.compile(r"\b(?:Al|El|An|As|Ash|Ad)-(?=\w)")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def name_spans(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text that count for a name, with their offsets."""
    bare = _ARTICLE.sub(_blank, text)
    bare = _CAPITAL_ARTICLE.sub(_blank, bare)
    return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(bare)]


def name_words(text: str) -> tuple[str, ...]:
    """
    Return the words of a name, without Arabic articles.

    >>> name_words("Ansar al-Sharia")
    ('Ansar', 'Sharia')
    """
    return tuple(word for _, _, word in name_spans(text))


def fold_word(word: str) -> str:
    """
    Return a word without case, accents and apostrophes.

    >>> fold_word("Jama\u2019at"), fold_word("Séléka")
    ('jamaat', 'seleka')
    """
    if word.isascii() and word.isalnum():  # nearly every word, in a tenth of the time
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if letter.isalnum())


def spelled_like(words: tuple[str, ...], alias: tuple[str, ...]) -> bool:
    """
    Say whether words of a text have the capitals that a listed name needs.

    A capital in the list needs one in the text. Acronyms must match letter for letter:
    "IS" is a group, "is" and "Is" are not; from four letters on "Isis" is allowed.
    """
    return all(map(_capitals_fit, words, alias))


def _capitals_fit(word: str, listed: str) -> bool:
    if listed.isupper() and len(listed) > 1:
        return word == listed or (len(listed) >= 4 and word == listed.capitalize())
    return not listed[0].isupper() or word[0].isupper()


def load_actors(path: Path | None = None) -> ActorTable:
    """
    Load the packaged table of actors, and an analyst's own on top of it.

    Parameters
    ----------
    path
        A TOML file in the form of ``geo/data/actors.toml``. An actor with the id of a
        packaged one replaces the fields it gives.

    Raises
    ------
    ActorTableError
        If the file is no TOML or an entry lacks what an actor needs.
    """
    data = files("geo").joinpath("data")
    nations = tomllib.loads(data.joinpath("nations.toml").read_text("utf-8"))
    entries: dict[str, dict[str, Any]] = tomllib.loads(
        data.joinpath("actors.toml").read_text("utf-8")
    )
    if path is not None:
        for actor_id, entry in _own_entries(path).items():
            entries[actor_id] = entries.get(actor_id, {}) | entry
    return _table_of(entries, nations)


def _own_entries(path: Path) -> dict[str, dict[str, Any]]:
    try:
        own = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = f"The actors file {path} cannot be read ({error}); write it like actors.toml."
        raise ActorTableError(message) from error
    for actor_id, entry in own.items():
        if not isinstance(entry, dict):
            raise ActorTableError(f"{path}: {actor_id!r} is no table; write [{actor_id}] above it.")
    return own


def _table_of(
    entries: Mapping[str, Mapping[str, Any]], nations: Mapping[str, Mapping[str, Any]]
) -> ActorTable:
    actors = {actor_id: _actor(actor_id, entry) for actor_id, entry in entries.items()}
    states: dict[str, Nation] = {}
    for code, words in nations.items():
        people = tuple(words["people"])
        government = words.get("government", f"{fold_word(people[0])}_government")
        states[code] = Nation(code, tuple(words["names"]), people, words.get("capital"), government)
        actors[government] = _governed(actors.get(government), states[code])
    for actor in tuple(actors.values()):
        if not actor.side:
            actors[actor.id] = replace(actor, side=_inherited_side(actor, actors))
    return ActorTable(actors, states)


def _actor(actor_id: str, entry: Mapping[str, Any]) -> Actor:
    lists = ("aliases", "country", "generic", "leaders", "people")
    plain = {"name", "side", "kind", "parent", "jihadist", "colour"}
    if unknown := set(entry) - plain - set(lists):
        raise ActorTableError(
            f"Actor {actor_id!r} has unknown fields {sorted(unknown)}; "
            f"use {', '.join(sorted(plain | set(lists)))}."
        )
    try:
        given: dict[str, Any] = {name: tuple(entry.get(name, ())) for name in lists}
        return Actor(
            actor_id,
            entry["name"],
            entry.get("side", ""),
            ActorKind(entry.get("kind", "armed_group")),
            parent=entry.get("parent"),
            jihadist=bool(entry.get("jihadist")),
            colour=entry.get("colour"),
            **given,
        )
    except (KeyError, ValueError, TypeError) as error:
        kinds = ", ".join(ActorKind)
        raise ActorTableError(
            f"Actor {actor_id!r} needs a name and a kind that is one of {kinds} ({error})."
        ) from error


def _governed(actor: Actor | None, nation: Nation) -> Actor:
    """Give a state its government, or add the state's words to a listed one."""
    first = nation.people[0]
    if actor is None:
        actor = Actor(nation.government, f"{first} government", "", ActorKind.STATE_FORCES)
    country = tuple(dict.fromkeys((*actor.country, nation.code)))
    return replace(
        actor, country=country, people=tuple(dict.fromkeys((*actor.people, *nation.people)))
    )


def _inherited_side(actor: Actor, actors: Mapping[str, Actor]) -> str:
    """Return the side of the nearest umbrella that has one, else the actor's own."""
    seen = set()
    while not actor.side and actor.id not in seen:
        seen.add(actor.id)
        actor = actors.get(actor.parent or "", actor)
    return actor.side or actor.id
