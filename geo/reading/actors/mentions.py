"""Who a report speaks of: listed names, general phrases, and what stands for them later."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.actors.anaphora import refers_back
from geo.reading.actors.focus import focus_of
from geo.reading.actors.forces import UNDER_ARMS
from geo.reading.actors.named import find_named
from geo.reading.actors.named_later import with_names
from geo.reading.actors.phrases import Phrases
from geo.reading.actors.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.actors import ActorTable
    from geo.claims import Mention
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import ParsedReport, Sentence

# A third of all words, none of which is an actor, however the model erred.
_NO_NOUNS = frozenset({"PUNCT", "SPACE", "ADP", "AUX", "CCONJ"})
_UN = "un"  # the id in the table


def find_actors(
    parsed: ParsedReport,
    mentions: Iterable[Mention],
    table: ActorTable,
    country_of: Callable[[str], str | None] | None = None,
) -> tuple[ActorMention, ...]:
    """
    Find the actors of a report, in the order of the text.

    Parameters
    ----------
    parsed
        The report.
    mentions
        Its place names; those known by country help to say whose "army" is meant.
    table
        The listed actors.
    country_of
        The country of a place by its id.

    Returns
    -------
    actors
        Mentions with the id of a listed actor, or "text:…" for one that nobody
        listed. A pronoun whose actor is uncertain gives no mention.
    """
    named = find_named(parsed, table)
    focus = focus_of(parsed, mentions, named, table, country_of)
    setting = Setting(table, focus, named)
    phrases = Phrases(setting)
    by_sentence = _by_sentence(parsed, _of_mission(named, setting))
    found: list[ActorMention] = []
    before: Sentence | None = None
    for sentence in parsed.sentences:
        here = by_sentence[sentence.index]
        taken = [(m.quote.start, m.quote.end) for m in here]
        for token in sentence.span:
            at = sentence.offset_of(token)
            if token.pos_ in _NO_NOUNS or any(start <= at < end for start, end in taken):
                continue
            mention = phrases.read(sentence, token, here, found)
            if mention is None:
                # Nobody keeps more than some forty mentions in mind.
                earlier = [
                    *found[-40:],
                    *sorted((m for m in here if m.quote.start < at), key=_place_in_text),
                ]
                mention = refers_back(sentence, before, token, earlier, table)
            if mention is not None and not any(
                mention.quote.start < end and start < mention.quote.end for start, end in taken
            ):
                here.append(mention)
                taken.append((mention.quote.start, mention.quote.end))
        found.extend(sorted(here, key=_place_in_text))
        before = sentence
    return with_names(parsed, found, table)


def _of_mission(named: Iterable[ActorMention], setting: Setting) -> Iterable[ActorMention]:
    """Say which mission "UN peacekeepers" are of, by the country."""
    mission = setting.mission()
    for mention in named:
        last = mention.quote.text.split()[-1].lower()
        under_arms = mention.actor == _UN and last in UNDER_ARMS
        yield replace(mention, actor=mission) if under_arms and mission else mention


def _by_sentence(
    parsed: ParsedReport, named: Iterable[ActorMention]
) -> dict[int, list[ActorMention]]:
    found: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in named:
        sentence = parsed.sentence_at(mention.quote.start)
        if sentence is not None:
            found[sentence.index].append(mention)
    return found


def _place_in_text(mention: ActorMention) -> tuple[int, int]:
    return mention.quote.start, mention.quote.end
