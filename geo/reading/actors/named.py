"""Actors that a report calls by a listed name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.actors import ActorKind, fold_word, name_spans, name_words, spelled_like
from geo.reading.actors.coined import coined_names, spots_of
from geo.reading.actors.forces import AFTER_NAME, IRREGULAR, OFFICIALS, UNDER_ARMS
from geo.reading.clues import ActorMention
from geo.reading.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from geo.actors import ActorTable
    from geo.reading.parsed import ParsedReport, Sentence

# "Taliban-linked", "anti-Houthi": the name describes somebody else.
_NOT_IT_AFTER = word_set(
    "linked backed allied affiliated aligned inspired style leaning supported sponsored based era "
    "friendly proof recognised recognized brokered mandated mediated"
)
_NOT_IT_BEFORE = frozenset({"anti", "pro", "ex", "non", "post", "pre"})
# Adjectives that may stand between a name and its noun: "Seleka rebel fighters".
_BETWEEN = word_set(
    "group militant rebel jihadist terrorist extremist insurgent armed special security islamist "
    "government army military air organization organisation movement"
)
# Who does not fight himself, but may have others who do.
_MAY_ARM = frozenset({ActorKind.CIVIL_AUTHORITY, ActorKind.UN_AGENCY, ActorKind.POLITICAL})
_MAX_WORDS = 12  # no listed name is longer


@dataclass(frozen=True, slots=True)
class Names:
    """Listed names by their folded words; built once for a table."""

    table: ActorTable
    by_first: dict[str, int]  # folded first word -> most words of a name that begins so

    def spot(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the longest listed names of a text: start, end and actor id."""
        spans = name_spans(text)
        folded = [fold_word(word) for _, _, word in spans]
        at = 0
        while at < len(spans):
            if folded[at] not in self.by_first:
                at += 1
                continue
            size, actor_id = self._longest_at(at, spans, folded)
            if actor_id:
                yield spans[at][0], spans[at + size - 1][1], actor_id
            at += max(size, 1)

    def _longest_at(
        self, at: int, spans: list[tuple[int, int, str]], folded: list[str]
    ) -> tuple[int, str | None]:
        most = min(self.by_first[folded[at]], _MAX_WORDS, len(spans) - at)
        for size in range(most, 0, -1):
            words = tuple(word for _, _, word in spans[at : at + size])
            for listed, actor_id in self.table.spellings.get(tuple(folded[at : at + size]), ()):
                if spelled_like(words, listed):
                    return size, actor_id
        return 0, None


@lru_cache(maxsize=4)  # one table serves a run
def names_of(table: ActorTable) -> Names:
    """Index the names of a table."""
    longest: dict[str, int] = {}
    for words in table.spellings:
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Names(table, longest)


def find_named(parsed: ParsedReport, table: ActorTable) -> tuple[ActorMention, ...]:
    """Return the mentions of listed actors, in the order of the text."""
    names, coined = names_of(table), coined_names(parsed, table)
    return tuple(
        mention for sentence in parsed.sentences for mention in _named_in(sentence, names, coined)
    )


def _named_in(
    sentence: Sentence, names: Names, coined: Mapping[str, str]
) -> Iterator[ActorMention]:
    text = sentence.span.text
    shouted = text.upper() == text  # in a headline in capitals no acronym stands out
    done = -1
    spots = names.spot(text)
    for start, end, actor_id in sorted([*spots, *spots_of(text, coined)]) if coined else spots:
        tokens = sentence.tokens_between(sentence.start + start, sentence.start + end)
        if start < done or not tokens:
            continue
        if shouted and end - start <= 3 and not _before_fighters(tokens[-1]):
            continue
        if _describes_another(tokens) or _part_of_a_longer_name(tokens):
            continue
        tokens = _with_alias_in_brackets(tokens, actor_id, names.table)
        last = _with_its_noun(tokens[-1])
        tokens = _with_article(tokens)
        first_at, end_at = sentence.offset_of(tokens[0]), sentence.end_of(last)
        head = last if last != tokens[-1] else _root(tokens)
        done = end_at - sentence.start
        kind = names.table.get(actor_id).kind
        armed = kind.armed and head.lower_ not in OFFICIALS
        armed = armed or (head.lower_ in UNDER_ARMS and kind in _MAY_ARM)
        yield ActorMention(
            sentence.quote(first_at, end_at), actor_id, sentence.offset_of(head), armed
        )


def _before_fighters(token: Token) -> bool:
    """Whether "ELN" stands before "GUERRILLAS", so that it is no common word."""
    return any(after.lower_ in IRREGULAR for after in _next(token, 1))


def _describes_another(tokens: list[Token]) -> bool:
    after, before = _next(tokens[-1], 2), tokens[0].nbor(-1) if tokens[0].i else None
    if len(after) == 2 and after[0].text == "-" and after[1].lower_ in _NOT_IT_AFTER:
        return True
    if before is not None and before.text == "-" and before.i:
        return before.nbor(-1).lower_ in _NOT_IT_BEFORE
    return before is not None and before.lower_.rstrip("-") in _NOT_IT_BEFORE


def _part_of_a_longer_name(tokens: list[Token]) -> bool:
    """Whether a bare first or last name of somebody else was taken for an actor's."""
    if len(tokens) > 1 or tokens[0].text.isupper():
        return False
    after = _next(tokens[-1], 1)
    return bool(after) and after[0].ent_type_ == "PERSON" == tokens[0].ent_type_


def _with_alias_in_brackets(tokens: list[Token], actor_id: str, table: ActorTable) -> list[Token]:
    """Take in "(ISIS)" after "Islamic State"."""
    after = _next(tokens[-1], 8)
    words = [token for token in after if not token.is_space]
    if words and words[0].lower_ == "group":
        words = words[1:]
    if not words or words[0].text != "(":
        return tokens
    closing = next((i for i, token in enumerate(words) if token.text == ")"), None)
    if closing is None:
        return tokens
    inside = "".join(token.text_with_ws for token in words[1:closing])
    # "ISIS/ISIL" and the like: every word in the brackets must be a name of it.
    for part in inside.split("/"):
        actor = table.find(part)
        if not name_words(part) or actor is None or actor.id != actor_id:
            return tokens
    doc = tokens[0].doc
    return list(doc[tokens[0].i : words[closing].i + 1])


def _with_article(tokens: list[Token]) -> list[Token]:
    """Take in the Arabic article before a name, which names are compared without."""
    first = tokens[0]
    doc, start = first.doc, first.i
    if start > first.sent.start and doc[start - 1].text == "-":
        start -= 1
    if (
        start > first.sent.start
        and doc[start - 1].lower_ in {"al", "el", "an", "ash", "as"}
        and (start < first.i or doc[start - 1].text[0].isupper() or doc[start - 1].lower_ == "al")
    ):
        return [*doc[start - 1 : first.i], *tokens]
    return tokens


def _with_its_noun(token: Token) -> Token:
    """Return the last noun that still means the actor: "the M23 rebels", "IS (…) fighters"."""
    last = token
    for after in _next(token, 4):
        if after.lower_ in AFTER_NAME and (after.pos_ != "VERB" or after.lower_ in IRREGULAR):
            last = after
        elif after.lower_ not in _BETWEEN and after.text != "-":
            break
    return last


def _next(token: Token, count: int) -> list[Token]:
    return list(token.doc[token.i + 1 : min(token.i + 1 + count, token.sent.end)])


def _root(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next(
        (t for t in tokens if t.head.i not in inside or (t.head == t and not t.is_punct)),
        tokens[-1],
    )
