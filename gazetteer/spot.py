"""Place names in running text: the longest known names, without the words that only look so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.belief import believed
from gazetteer.known import Reading
from gazetteer.people import people_of
from gazetteer.spans import span_of
from gazetteer.tokens import tokens_of
from gazetteer.unlisted import unlisted_in
from gazetteer.use import Use, is_possessive, use_of
from gazetteer.vocabulary import load_vocabulary
from gazetteer.windows import chosen_of, windows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from gazetteer.known import Known, Window
    from gazetteer.longer import Whole
    from gazetteer.mentions import Mention
    from gazetteer.tokens import Token

# A name is given out when it is likelier a place than not. On GeoVirus half is best too; on
# LGL .4 gives one point of F1 more, for its gold has names that are no places of their own.
_ENOUGH = 0.5
# Of the names that the text calls places so many are marked: 17 of 22 on GeoVirus and 34
# of 40 on LGL.
_UNLISTED = 0.8


@dataclass(frozen=True, slots=True)
class Toponym:
    """
    A span of a text that names a place: ``text[start:end]``, counted in code points.

    ``feature`` is the kind word beside the name, in lower case ("province", "camp").
    ``use`` says whether the name stands for the place itself, ``possessive`` whether a
    possessive sign follows it, ``inside`` what longer name it is part of, if any.
    ``probability`` is the chance, between 0 and 1, that the name is meant as a place.
    ``listed`` is false where no source has the name and the text itself says that it is a
    place ("the village of Kampungu"): it cannot be resolved, but perhaps guessed.
    """

    start: int
    end: int
    text: str
    feature: str | None = None
    use: Use = Use.LITERAL
    possessive: bool = False
    inside: Whole | None = None
    probability: float = 1.0
    listed: bool = True


def spot(
    text: str,
    lookup: Callable[[set[str]], Mapping[str, Known]],
    *,
    entities: Iterable[tuple[int, int, str]] | None = None,
    demonyms: bool = False,
    embedded: bool = False,
) -> tuple[Toponym, ...]:
    """
    Return the place names of the text, in order, none overlapping.

    Parameters
    ----------
    text
        Any running text; in Latin, Greek and Cyrillic script names begin with a capital.
    lookup
        Returns the most important place of each folded name that is known.
    entities
        What a language model found in the text: (start, end, label), counted in code
        points, with labels as of OntoNotes (GPE, LOC, FAC, PERSON, ORG, NORP ...). It is
        weighed with the rest. None, unlike an empty sequence, means that none was asked.
    demonyms
        Give out nationalities and peoples too ("Syrian", "Iraqis").
    embedded
        Give out names inside names of something else too ("University of Aleppo").
    """
    reading, windows = reading_of(text, lookup, entities)
    found = [
        _toponym(reading, mention, probability)
        for mention, probability in believed(reading, chosen_of(reading, windows))
        if probability >= _ENOUGH or (embedded and mention.whole is not None)
    ]
    found += _unlisted(reading)
    if demonyms:
        found += _demonyms(reading)
    return _apart(found)


def reading_of(
    text: str,
    lookup: Callable[[set[str]], Mapping[str, Known]],
    entities: Iterable[tuple[int, int, str]] | None = None,
) -> tuple[Reading, list[Window]]:
    """Read a text: its words, its people, and the stretches that may be names of places."""
    tokens = tokens_of(text)
    windows = windows_of(text, tokens)
    known = lookup({window.key for window in windows})
    reading = Reading(
        text,
        tokens,
        known,
        people_of(text, tokens, known),
        frozenset(token.word for token in tokens if token.word.islower()),
        None if entities is None else _labels(tokens, entities),
    )
    return reading, windows


def _toponym(reading: Reading, mention: Mention, probability: float) -> Toponym:
    start, end = span_of(reading, mention)
    place = reading.known[mention.window.key].place
    inside = mention.whole if probability < _ENOUGH else None
    return Toponym(
        start,
        end,
        reading.text[start:end],
        mention.feature.word,
        Use.EMBEDDED if inside else use_of(reading, mention.window, place),
        is_possessive(reading.text, end),
        inside,
        probability,
    )


def _unlisted(reading: Reading) -> Iterator[Toponym]:
    for start, end, kind in unlisted_in(reading):
        yield Toponym(
            start,
            end,
            reading.text[start:end],
            kind,
            possessive=is_possessive(reading.text, end),
            probability=_UNLISTED,
            listed=False,
        )


def _labels(
    tokens: Sequence[Token], entities: Iterable[tuple[int, int, str]]
) -> dict[int, tuple[str, int, int]]:
    """Return the label of each word, with the first and last word of its span."""
    labels: dict[int, tuple[str, int, int]] = {}
    ordered = iter(enumerate(tokens))
    at, token = next(ordered, (0, None))
    for start, end, label in sorted(entities):
        while token is not None and token.end <= start:
            at, token = next(ordered, (0, None))
        covered = []
        while token is not None and token.start < end:
            covered.append(at)
            at, token = next(ordered, (0, None))
        while covered and tokens[covered[0]].word.lower() == "the":
            covered = covered[1:]
        labels.update((one, (label, covered[0], covered[-1])) for one in covered)
    return labels


def _demonyms(reading: Reading) -> Iterator[Toponym]:
    peoples = load_vocabulary().demonyms
    for token in reading.tokens:
        if token.word[0].isupper() and token.word.lower() in peoples:
            yield Toponym(
                token.start,
                token.end,
                token.word,
                use=Use.DEMONYM,
                possessive=is_possessive(reading.text, token.end),
            )


def _apart(found: Iterable[Toponym]) -> tuple[Toponym, ...]:
    """Return them in order; of two that overlap the one that begins first and is longer."""
    answer: list[Toponym] = []
    for toponym in sorted(found, key=lambda one: (one.start, -one.end, not one.listed)):
        if not answer or toponym.start >= answer[-1].end:
            answer.append(toponym)
    return tuple(answer)
