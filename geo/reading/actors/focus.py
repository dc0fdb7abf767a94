"""Which country a report is about, so that "the army" and "the rebels" mean someone."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.actors import ActorKind, fold_word, name_spans
from geo.codes import MentionRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.actors import ActorTable, Nation
    from geo.claims import Mention
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import ParsedReport

_ISO = re.compile(r"\biso:([A-Z]{2})\b")

# What each kind of word says about the country of a report. A country's name or place is
# where things happen; an adjective may only be somebody's passport.
_NAME, _PEOPLE, _CAPITAL, _ACTOR = 3, 1, 1, 2
# A town or a province that is spoken of lies where things happen. It counts less than the
# country's own name, because a village may have been taken for one of the same name elsewhere.
_PLACE = 2
# Mentions of places where nothing happens: who speaks from there, what is called after them.
_ELSEWHERE = frozenset(
    {
        MentionRole.METONYM,
        MentionRole.ORGANISATION,
        MentionRole.NATIONALITY,
        MentionRole.SOURCE_LOCATION,
        MentionRole.BACKGROUND,
        MentionRole.FURNITURE,
    }
)


@lru_cache(maxsize=4)  # one table serves a run
def nations_by_word(table: ActorTable) -> dict[tuple[str, ...], tuple[Nation, int]]:
    """Return each word for a nation, as folded words, with the nation and its weight."""
    words: dict[tuple[str, ...], tuple[Nation, int]] = {}
    for nation in table.nations.values():
        capital = (nation.capital,) if nation.capital else ()
        plurals = tuple(f"{people}s" for people in nation.people if not people.endswith("s"))
        for weight, names in (
            (_CAPITAL, capital),
            (_PEOPLE, plurals),
            (_PEOPLE, nation.people),
            (_NAME, nation.names),
        ):
            for name in names:
                words[_folded(name)] = (nation, weight)
    return words


def focus_of(
    parsed: ParsedReport,
    mentions: Iterable[Mention],
    named: Iterable[ActorMention],
    table: ActorTable,
    country_of: Callable[[str], str | None] | None = None,
) -> tuple[str, ...]:
    """
    Return the countries of a report by how much it speaks of them, the main one first.

    ``country_of`` gives the country of a place by its id, so that a report of a town's own
    paper, which never names the country, has one too.

    Countries without forces of their own (Palestine in our table) cannot be the one
    whose "army" or "government forces" a report means; they come last.
    """
    votes: Counter[str] = Counter()
    words = nations_by_word(table)
    for sentence in parsed.sentences:
        _count(sentence.span.text, words, votes)
    for mention in mentions:
        if mention.place_id and (match := _ISO.fullmatch(mention.place_id)):
            votes[match[1]] += 1
        elif country_of and mention.place_id and not mention.nominal:
            code = country_of(mention.place_id) if mention.role not in _ELSEWHERE else None
            if code is not None:
                votes[code] += _PLACE
    for actor in {mention.actor for mention in named}:
        country = table.get(actor).country
        if len(country) == 1:
            votes[country[0]] += _ACTOR
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    return tuple(sorted(ranked, key=lambda code: not _has_forces(code, table)))


def _count(
    text: str, words: dict[tuple[str, ...], tuple[Nation, int]], votes: Counter[str]
) -> None:
    spans = name_spans(text)
    folded = [fold_word(word) for _, _, word in spans]
    at = 0
    while at < len(folded):
        for size in (4, 3, 2, 1):
            found = words.get(tuple(folded[at : at + size]))
            if found and spans[at][2][0].isupper():
                votes[found[0].code] += found[1]
                at += size - 1
                break
        at += 1


def _has_forces(code: str, table: ActorTable) -> bool:
    government = table.government_of(code)
    return government is not None and government.kind is ActorKind.STATE_FORCES


def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for _, _, word in name_spans(name))
