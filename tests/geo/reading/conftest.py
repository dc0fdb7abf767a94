"""What the readers of claims are given: the places, actors and times of a report."""

from __future__ import annotations

import pytest

from geo.reading.reader import RuleReader


@pytest.fixture
def clues_of(language_model, gazetteer):
    """Find the places, actors and times of a report that appeared on a day."""
    reader = RuleReader(gazetteer, parser=language_model)

    def clues(report, published):
        return reader.clues_of(language_model.parse(report), published)

    return clues
