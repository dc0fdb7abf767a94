"""Fixtures that are slow to make, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from geo.report import Report

# Deadlines flake on a busy machine, and a test that differs from run to run hides its cause.
settings.register_profile("every_day", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("every_day")

SEEDS = Path(__file__).parents[1] / "seeds"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="Accept the shapes as they are now."
    )
    parser.addoption(
        "--update-pictures", action="store_true", help="Accept the page as it looks now."
    )


@pytest.fixture(scope="session")
def seeds_folder():
    return SEEDS


@pytest.fixture(scope="session")
def language_model():
    # Tests that read nothing do not wait for the model.
    from geo.reading.parsed import Parser

    return Parser()


@pytest.fixture
def write_report():
    """Make a report of a text, as if it had been loaded from a file."""

    def write(text, report_id="report", **given):
        return Report(report_id=report_id, text=text, **given)

    return write


@pytest.fixture(scope="session")
def gazetteer():
    from gazetteer import open_gazetteer

    return open_gazetteer()


@pytest.fixture(scope="session")
def seeds_case(gazetteer, language_model):
    """The example reports, read and drawn once for all tests that look at the result."""
    from geo.reading.reader import RuleReader
    from maps.pipeline import map_reports

    reader = RuleReader(gazetteer, parser=language_model)
    return map_reports([SEEDS], gazetteer=gazetteer, reader=reader)
