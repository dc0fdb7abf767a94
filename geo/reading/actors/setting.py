"""Who is meant by general words in one report, given its country and the actors it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.actors import ActorKind, fold_word, name_words
from geo.reading.actors.focus import nations_by_word
from geo.reading.actors.forces import AFTER_NAME, GOVERNMENT_TRAITS
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from geo.actors import Actor, ActorTable, Nation
    from geo.reading.clues import ActorMention

    _Leaders = dict[str, list[tuple[tuple[str, ...], Actor]]]  # by the last word of a name

_TITLES = word_set(
    "president general gen. gen marshal colonel commander leader dictator strongman minister "
    "warlord sheikh mullah emir king prime"
)


# Under these words the table lists who fights for a people or a land: "Kachin rebels".
_BANDS = ("forces", "fighters", "rebels", "militia")


@dataclass(slots=True)
class Setting:
    """
    The war a report is about.

    ``focus`` are the report's countries, main one first; ``named`` its listed actors.
    """

    table: ActorTable
    focus: tuple[str, ...]
    named: Iterable[ActorMention]
    nations: dict[tuple[str, ...], tuple[Nation, int]] = field(init=False)
    local_nouns: frozenset[str] = field(init=False)  # last words of what locals are called
    _in_report: frozenset[str] = field(init=False)
    _leaders: _Leaders = field(init=False)

    def __post_init__(self) -> None:
        self.nations = nations_by_word(self.table)
        self._in_report = frozenset(mention.actor for mention in self.named)
        local = (a for a in self.table if set(a.country) & set(self.focus[:1]))
        self.local_nouns = frozenset(name.lower().split()[-1] for a in local for name in a.generic)
        self._leaders = _leaders_of(self.table)

    def government(self) -> Actor | None:
        """Return the government of the report's main country."""
        return self.table.government_of(self.focus[0]) if self.focus else None

    def called(self, words: list[str]) -> str | None:
        """Return the actor that is called so in the report's own country."""
        folded = [word.lower().replace("\u2019", "'") for word in words]
        nation = self.nation_in(words)
        country = nation.code if nation else (self.focus[0] if self.focus else None)
        locals_ = [actor for actor in self.table if country in actor.country and actor.generic]
        for first in range(len(folded)):
            phrases = {" ".join(folded[first:])}
            if len(folded) - first > 1 and folded[-1] in AFTER_NAME:
                phrases.add(" ".join(folded[first:-1]))  # "UPC rebels"
            fitting = [a for a in locals_ if phrases & {name.lower() for name in a.generic}]
            named = [actor for actor in fitting if actor.id in self._in_report]
            for some in (named, fitting):
                if len(some) == 1:
                    return some[0].id
        return None

    def mission(self) -> str | None:
        """Return the peacekeepers in the report's main country."""
        return self.called(["peacekeepers"])

    def people_of(self, nation: Nation) -> Actor | None:
        """Return the umbrella that fights for a people, if the table has one."""
        umbrellas = (a for a in self.table if a.kind is ActorKind.FACTION_UMBRELLA and a.people)
        return next((a for a in umbrellas if set(a.people) & set(nation.people)), None)

    def fighters_of_land(self, name: str) -> str | None:
        """Return the listed forces that are called after a land: Tigray forces."""
        if not name[0].isupper() or name.lower() in GOVERNMENT_TRAITS:
            return None
        named = (self.table.find(f"{name} {noun}") for noun in _BANDS)
        actor = next((one for one in named if one is not None and one.kind.armed), None)
        if actor is not None:
            return actor.id
        wanted = {f"{name} {noun}".lower() for noun in _BANDS}
        here = (one for one in self.table if self.focus and self.focus[0] in one.country)
        return next((a.id for a in here if wanted & {one.lower() for one in a.generic}), None)

    def only_jihadist(self) -> str | None:
        """
        Return the one jihadist actor the report names; None if there are several.

        One without a country is a worldwide network that others are said to belong to.
        """
        known = map(self.table.get, sorted(self._in_report))
        named = [actor.id for actor in known if actor.jihadist and actor.country]
        return named[0] if len(named) == 1 else None

    def nation_in(self, words: list[str]) -> Nation | None:
        """Return the nation named nearest before a noun: Chad of "Sudan's Chadian rebels"."""
        plain = [word.removesuffix("'s").removesuffix("'") for word in words]
        for end in range(len(plain), 0, -1):
            for at in range(max(0, end - 3), end):  # "South Sudan" is not Sudan
                key = tuple(fold_word(w) for n in plain[at:end] for w in name_words(n))
                found = self.nations.get(key)
                if found and plain[at][:1].isupper() and "-" not in plain[at]:
                    return found[0]
        return None

    def leader_at(self, token: Token) -> Actor | None:
        """Return the actor whose leader's name ends at a token."""
        for words, actor in self._leaders.get(fold_word(token.text), ()):
            before = token.doc[max(token.sent.start, token.i - 5) : token.i]
            names = [t for t in before if fold_word(t.text) and t.lower_ not in {"al", "el"}]
            full = tuple(fold_word(t.text) for t in names[1 - len(words) :]) == words[:-1]
            if len(words) > 1 and full:
                return actor
            # A last name alone may be a stranger's: it needs the right war, and no first name.
            stranger = names and names[-1].pos_ == "PROPN" and names[-1].lower_ not in _TITLES
            known = set(actor.country) & set(self.focus[:2]) or actor.id in self._in_report
            if len(words) == 1 and known and not stranger and token.text[0].isupper():
                return actor
        return None


@lru_cache(maxsize=4)  # one table serves a run
def _leaders_of(table: ActorTable) -> _Leaders:
    leaders: _Leaders = {}
    for actor in table:
        for leader in actor.leaders:
            words = tuple(map(fold_word, name_words(leader)))
            leaders.setdefault(words[-1], []).append((words, actor))
    return leaders
