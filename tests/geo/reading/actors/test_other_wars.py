"""Actors of many wars that the examples do not mention, counted."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from geo.actors import load_actors
from geo.reading.actors.mentions import find_actors
from geo.reading.places.mentions import find_mentions

# Measured; raise when the reader improves.
FLOORS = {"other_wars.toml": 0.96, "described.toml": 0.95}


@pytest.mark.parametrize("file", FLOORS)
def test_most_phrases_for_those_who_fight_in_other_wars_mean_the_right_actor(
    file, language_model, write_report, gazetteer
):
    table = load_actors()
    wrong, count = [], 0
    for report in tomllib.loads(Path(__file__).with_name(file).read_text("utf-8"))["report"]:
        parsed = language_model.parse(write_report(report["text"]))
        found = find_actors(
            parsed,
            find_mentions(parsed, gazetteer),
            table,
            lambda place: gazetteer.place(place).country,
        )
        for phrase, wanted in report["actors"]:
            count += 1
            if not _is_read(phrase, wanted, found):
                wrong.append((phrase, wanted))
    assert 1 - len(wrong) / count >= FLOORS[file], wrong


def _is_read(phrase, wanted, found):
    words = _bare(phrase)
    near = [m for m in found if words in _bare(m.quote.text) or _bare(m.quote.text) in words]
    if wanted == "-":
        return not any(mention.armed for mention in near)
    if wanted == "text:":
        return any(mention.actor.startswith(wanted) for mention in near)
    return any(mention.actor == wanted for mention in near)


def _bare(phrase):
    return phrase.lower().removeprefix("the ")
