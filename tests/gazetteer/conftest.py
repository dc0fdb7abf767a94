"""One index for all tests: the user's own, which the first run builds."""

import pytest

from gazetteer import open_gazetteer


@pytest.fixture(scope="session")
def gazetteer():
    opened = open_gazetteer()
    yield opened
    opened.close()
