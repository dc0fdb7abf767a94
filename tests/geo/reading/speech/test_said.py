"""Who says it, through whom and in whose interest, in other wars."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from geo.actors import load_actors
from geo.reading.actors.mentions import find_actors
from geo.reading.clues import Clues
from geo.reading.speech.interests import interest_of
from geo.reading.speech.sources import source_of

_FILE = Path(__file__).with_name("said.toml")
SENTENCES = [line for group in tomllib.loads(_FILE.read_text("utf-8")).values() for line in group]
# 0.55 before there were rules for these; the floor only goes up.
FLOOR = 0.93


@pytest.fixture(scope="module")
def source(language_model, table):
    def of(text, word, report):
        parsed = language_model.parse(report)
        clues = Clues(parsed, None, (), find_actors(parsed, (), table), ())
        for sentence in parsed.sentences:
            for token in sentence.span:
                if token.text == word:
                    return source_of(clues, sentence, token, table)
        raise AssertionError((word, text))

    return of


@pytest.fixture(scope="module")
def table():
    return load_actors()


def faults(line, source, table, write_report):
    text, word, kind, claimant, party, chain, interest = line.split(" | ")
    found = source(text, word, write_report(text, outlet="The Lake Post"))
    if kind not in ("-", found.claimant_type):
        yield f"type {found.claimant_type}"
    if claimant != "-" and claimant.lower() not in found.claimant.lower():
        yield f"claimant {found.claimant}"
    if party != "-" and (None if party == "none" else party) != found.party:
        yield f"party {found.party}"
    if not _same_chain(chain, found.chain[1:]):
        yield f"chain {found.chain[1:]}"
    if interest != "-":
        actor, sign, wanted = re.fullmatch(r"(\w+?)([+-])(\w+)", interest).groups()
        got = interest_of(found, actor, table, loses=sign == "-")
        if got != wanted:
            yield f"interest {got}"


def _same_chain(wanted, found):
    if wanted == "-":
        return True
    hops = [] if wanted == "none" else wanted.split(" > ")
    return len(hops) == len(found) and all(
        hop == "*" or hop.lower() in name.lower() for hop, name in zip(hops, found, strict=True)
    )


def test_statements_are_given_to_those_who_make_them(source, table, write_report):
    wrong = {
        line: told
        for line in SENTENCES
        if (told := list(faults(line, source, table, write_report)))
    }
    right = 1 - len(wrong) / len(SENTENCES)
    assert right >= FLOOR, "\n".join(f"{line}\n    {why}" for line, why in wrong.items())
