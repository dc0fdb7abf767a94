"""Groups that a story introduces before it names them: "A rebel army said …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.actors import TEXT_PREFIX, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.actors import ActorTable
    from geo.reading.clues import ActorMention
    from geo.reading.parsed import ParsedReport

# So far on, in characters, the name is still that of the one just introduced: two sentences.
_SOON = 400


def with_names(
    parsed: ParsedReport, mentions: Iterable[ActorMention], table: ActorTable
) -> tuple[ActorMention, ...]:
    """
    Give those who are introduced without a name the one they have a sentence later.

    Only where the name takes up the noun: "a rebel army … the National Alliance Army".
    """
    found = list(mentions)
    for at, first in enumerate(found):
        if not first.actor.startswith(TEXT_PREFIX) or not _is_introduced(parsed, first):
            continue
        noun = first.quote.text.lower().split()[-1]
        before = {m.actor for m in found[:at]}
        for m in found[at + 1 :]:
            if m.quote.start > first.quote.end + _SOON:
                break
            group = m.actor in table.actors and table.get(m.actor).kind is ActorKind.ARMED_GROUP
            named = noun in m.quote.text.lower().split() and m.actor not in before
            if group and named and not m.anaphoric:
                found = _renamed(found, first, m)
                break
    return tuple(found)


def _is_introduced(parsed: ParsedReport, mention: ActorMention) -> bool:
    words = parsed.text[max(0, mention.quote.start - 4) : mention.quote.start].split()
    return bool(words) and words[-1] in {"A", "An"}


def _renamed(
    mentions: list[ActorMention], first: ActorMention, name: ActorMention
) -> list[ActorMention]:
    start, end = first.quote.start, name.quote.start
    return [
        replace(m, actor=name.actor)
        if m.actor == first.actor and start <= m.quote.start < end
        else m
        for m in mentions
    ]
