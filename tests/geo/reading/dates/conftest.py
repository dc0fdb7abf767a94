"""Sentences read for their times: the only expression of one, or the time of a clause."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo.codes import Aspect
from geo.reading.clues import Clues
from geo.reading.dates.clause_time import when_of
from geo.reading.dates.times import find_times

# A Wednesday.
PUBLISHED = date(2019, 10, 16)


@pytest.fixture
def read(language_model, write_report):
    def read(text, published=PUBLISHED):
        parsed = language_model.parse(write_report(text))
        return Clues(parsed, published, (), (), find_times(parsed, published))

    return read


@pytest.fixture
def span(read):
    """The first and last day of the only time expression of a sentence."""

    def span(text, published=PUBLISHED):
        (time,) = read(text, published).times
        last = time.when.end - timedelta(1) if time.when.end else None
        return tuple(day and day.isoformat() for day in (time.when.start, last))

    return span


@pytest.fixture
def when(read):
    """The time of the clause around a word."""

    def when(text, word, aspect=Aspect.EVENT, published=PUBLISHED):
        clues = read(text, published)
        for sentence in clues.parsed.sentences:
            for token in sentence.span:
                if token.text == word:
                    return when_of(clues, sentence, token, aspect=aspect)
        raise LookupError(word)

    return when
