"""Whether a span of a report names a place or an actor."""

from __future__ import annotations

import pytest

from geo.actors import load_actors
from geo.reading.people.taken import Taken

TEXT = "Troops of the Rapid Support Forces left El Fasher, where Amna Idris lived, for Nyala."


@pytest.fixture
def taken(clues_of, write_report):
    return Taken(clues_of(write_report(TEXT), None), load_actors())


@pytest.mark.parametrize(
    ("words", "named"),
    [("El Fasher", True), ("Fasher", True), ("Support", True), ("Nyala", True), ("Amna", False)],
)
def test_any_letter_of_a_place_or_a_force_is_taken(taken, words, named):
    start = TEXT.index(words)
    assert taken(start, start + len(words)) is named


def test_what_only_touches_a_name_is_free(taken):
    start, end = TEXT.index("El Fasher"), TEXT.index("El Fasher") + len("El Fasher")
    assert not taken(end, end + 1)
    assert not taken(start - 1, start)
    assert taken(end - 1, end + 1)


def test_a_force_acts_and_a_place_does_not(taken):
    assert taken.acts(TEXT.index("Rapid"), TEXT.index("Rapid") + 5)
    assert not taken.acts(TEXT.index("Nyala"), TEXT.index("Nyala") + 5)
