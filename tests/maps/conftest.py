from __future__ import annotations

import pytest

from tests.maps.made_case import made_case, made_dispute
from tests.maps.made_case import surroundings as made_surroundings


@pytest.fixture(scope="session")
def make_case():
    return made_case


@pytest.fixture(scope="session")
def make_dispute():
    return made_dispute


@pytest.fixture(scope="session")
def surroundings():
    return made_surroundings()
