"""The parts of the page's script that need no document, tested by Node's own test runner."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_TESTS = sorted((Path(__file__).parent.parent / "scripts").glob("*.test.js"))


@pytest.fixture(scope="module")
def node():
    executable = shutil.which("node") or shutil.which("nodejs")
    if executable is None:
        pytest.fail("No Node to test the page's scripts with: apt-get install nodejs")
    return executable


def test_there_are_scripts_to_test():
    assert _TESTS


@pytest.mark.parametrize("path", _TESTS, ids=lambda path: path.name)
def test_the_page_does_in_node_what_its_unit_tests_say(path, node):
    run = subprocess.run(  # noqa: S603  our own files
        [node, "--test", str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
