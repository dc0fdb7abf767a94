# ruff: noqa: RUF001 - news has curly quotes
"""What speaks for and against a known name being meant as a place, as readable signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.beside import Evidence
from gazetteer.place import PlaceKind
from gazetteer.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.known import Reading, Window
    from gazetteer.mentions import Context, Mention
    from gazetteer.tokens import Token

_AREAS = frozenset({PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.REGION})
# What news says of small places that it must explain.
_SETTLED = frozenset({"camp", "village", "town", "hamlet", "suburb", "neighborhood"})
_SETTLED |= {"neighbourhood", "district", "governorate", "subdistrict", "township"}
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def signs_of(reading: Reading, mention: Mention, context: Context) -> dict[str, float]:
    """
    Return the signs that hold for a mention, with their strength (1 unless it is a number).

    ``importance`` counts from 4.5, about thirty thousand people.
    """
    window = mention.window
    known = reading.known[window.key]
    signs = {"bias": 1.0, "importance": min(known.importance, 7.5) - 4.5}
    signs.update((name, 1.0) for name in _names(reading, mention, context))
    return signs


def _names(reading: Reading, mention: Mention, context: Context) -> Iterator[str]:
    yield from _of_the_place(reading, mention, context)
    yield from _of_the_text(mention, context)
    yield from _of_people(reading, mention)
    yield from _of_its_words(reading, mention.window)
    yield from _of_its_marks(reading, mention.window, context)
    yield from _before(reading, mention.window, context)
    yield from _after(reading, mention.window, context)
    if reading.labels is not None:
        yield _label(reading, mention.window)


def _of_the_place(reading: Reading, mention: Mention, context: Context) -> Iterator[str]:
    window = mention.window
    known = reading.known[window.key]
    place = known.place
    if known.importance >= 5:
        yield "well known"
    if known.importance >= 6:
        yield "world known"
    if known.importance < 3.5:
        yield "hamlet"
    if place.kind is PlaceKind.COUNTRY:
        yield "country"
    elif place.kind in _AREAS:
        yield "area"
    if place.kind is not PlaceKind.COUNTRY and place.country in context.countries:
        yield "in a named country"
    if context.counts[window.key] > 2:
        yield "often"
    if window.last > window.first:
        yield "several words"
        # Nobody is called Laurel County.
        if reading.tokens[window.last].word.lower() in load_vocabulary().in_name_after:
            yield "says its kind"


def _of_the_text(mention: Mention, context: Context) -> Iterator[str]:
    key = mention.window.key
    if mention.evidence is not None:
        yield mention.evidence.value
    if mention.feature.word:
        yield "kind word"
        if mention.feature.word in _SETTLED:
            yield "settled"
    if mention.window.first in context.linked:
        yield "listed"
    if key in context.sure and mention.evidence is None and not mention.feature.word:
        yield "sure elsewhere"
    if mention.told or key in context.told:
        yield "is told" if mention.told else "told elsewhere"
    if mention.whole is not None:
        yield mention.whole.value
        if mention.evidence is Evidence.OF:
            yield f"{mention.whole.value} of"
    elif context.parts[key]:
        yield "in longer names elsewhere"


def _of_its_words(reading: Reading, window: Window) -> Iterator[str]:
    tokens = reading.tokens
    words = [token.word for token in tokens[window.first : window.last + 1]]
    if all(word.lower() in reading.lower for word in words):
        yield "in lower case elsewhere"
    if len(words) > 1 and all(word.lower() in load_vocabulary().ordinary for word in words):
        yield "ordinary words"
    if tokens[window.first].opens:
        yield "opens"
    if len(words) == 1 and tokens[window.first].is_acronym:
        yield "acronym"
    elif all(word.isupper() for word in words):
        yield "capitals"


def _of_its_marks(reading: Reading, window: Window, context: Context) -> Iterator[str]:
    text, start, end = reading.text, *reading.span(window)
    if text[end : end + 2] in {"'s", "’s"}:
        yield "possessive"
    if window.first - 1 in context.ends and text[start - 2 : start] == ", ":
        yield "after a comma"
    if text[end : end + 1] in {"$", "/"} or (start and text[start - 1] in {"$", "/", "@", "#"}):
        yield "odd sign"
    if text[end : end + 2] == " &" or text[max(0, start - 2) : start] == "& ":
        yield "ampersand"


def _of_people(reading: Reading, mention: Mention) -> Iterator[str]:
    vocabulary, tokens, window = load_vocabulary(), reading.tokens, mention.window
    words = [token.word.lower() for token in tokens[window.first : window.last + 1]]
    inside = all(at in reading.people.inside for at in range(window.first, window.last + 1))
    called = words[0] in vocabulary.people or words[0] in vocabulary.also_people
    if inside:
        yield "person"
        if called:
            yield "person by a first name"
    elif words[-1] in reading.people.names and len(words) == 1:
        yield "person elsewhere"
        if called:
            yield "person by a first name"
    if len(words) == 1 and words[0] in reading.people.titled:
        yield "titled"
    if words[0] in vocabulary.people:
        yield "first name"
    elif words[0] in vocabulary.also_people and len(words) == 1:
        yield "also a first name"
    following = tokens[window.last + 1] if window.last + 1 < len(tokens) else None
    if following and tokens[window.last].joined and following.word in vocabulary.speech:
        yield "speaks"


def _before(reading: Reading, window: Window, context: Context) -> Iterator[str]:
    tokens, before = reading.tokens, window.first - 1
    if before < 0 or not tokens[before].joined:
        return
    start = tokens[window.first].start
    apart = reading.text[start - 1].isspace()
    if before in context.ends:
        if apart and tokens[before].end == start - 1:
            yield "place before"
    elif not apart and tokens[before].word[0].isupper():
        yield "hyphen before"
    elif _is_strange(tokens[before]):
        yield "stranger opens before" if tokens[before].opens else "stranger before"


def _after(reading: Reading, window: Window, context: Context) -> Iterator[str]:
    tokens, after = reading.tokens, window.last + 1
    if after >= len(tokens) or not tokens[window.last].joined:
        return
    end = tokens[window.last].end
    apart = reading.text[end].isspace()
    if after in context.starts:
        if apart and tokens[after].start == end + 1:
            yield "place after"
    elif not apart and tokens[after].word[0].isupper():
        yield "hyphen after"
    elif _is_strange(tokens[after]):
        yield "strangers after" if tokens[after].word.endswith("s") else "stranger after"
    elif tokens[after].word[0].isupper() and tokens[after].word.lower() not in (
        load_vocabulary().demonyms
    ):
        yield "capital after"


def _is_strange(token: Token) -> bool:
    vocabulary = load_vocabulary()
    word = token.word.lower()
    if not token.word[0].isupper() or word in vocabulary.demonyms:
        return False
    return word not in vocabulary.ordinary and word not in vocabulary.kinds


def _label(reading: Reading, window: Window) -> str:
    assert reading.labels is not None  # noqa: S101 - the caller asks only then
    found = [
        reading.labels[at] for at in range(window.first, window.last + 1) if at in reading.labels
    ]
    if not found:
        return "model: nothing"
    label, first, last = found[0]
    if label in _PLACE_LABELS:
        same = (first, last) == (window.first, window.last)
        return "model: place" if same or label == "GPE" else "model: place inside"
    exact = (first, last) == (window.first, window.last)
    if label in {"PERSON", "ORG", "NORP"}:
        return f"model: {label.lower()}" + ("" if exact else " inside")
    return "model: other"
