"""Who holds what in single sentences of many wars, as a coder would note it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from gazetteer.names import fold
from geo.actors import load_actors
from geo.codes import UNDRAWN, Relation
from geo.reading.actors.mentions import find_actors
from geo.reading.clues import Clues
from geo.reading.control.claims import read_control
from geo.reading.dates.times import find_times
from geo.reading.places.mentions import find_mentions
from geo.report import Report
from geo.weight import Drawing, drawing_of

SENTENCES = [
    one
    for name in ("wars.toml", "ways.toml")
    for one in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["said"]
]
SHOWN = {Drawing.CURRENT, Drawing.CLAIMED, Drawing.WEAK}
# Of the sentences as first written .51 was found and .86 of what was found was right.
RECALL_FLOOR = 0.88
PRECISION_FLOOR = 0.95


@pytest.fixture(scope="module")
def claims_in(language_model, gazetteer):
    table = load_actors()

    def claims(report):
        parsed = language_model.parse(report)
        mentions = find_mentions(parsed, gazetteer)
        actors = find_actors(parsed, mentions, table, lambda place: gazetteer.place(place).country)
        published = report.published
        clues = Clues(parsed, published, mentions, actors, find_times(parsed, published))
        return read_control(clues, gazetteer, table)[0]

    return claims


def _is_current(claim):
    if claim.relation is Relation.INFLUENCE:  # told, and never drawn
        return claim.assertion not in UNDRAWN
    return claim.where.place_id is not None and drawing_of(claim) in SHOWN


def _is(claim, line, gazetteer):
    actors, relations, places, part = [*(one.strip() for one in line.split("|")), ""][:4]
    actor = load_actors().get(claim.actor)
    called = f"{claim.actor} {claim.actor_text} {actor.name} {actor.side}".lower()
    ids = {place.id for name in places.split("/") for place in gazetteer.named(name)}
    here = fold(claim.where.place_name)
    named = any(fold(name) in here for name in places.split("/"))
    return (
        any(word in called for word in actors.split("/"))
        and str(claim.relation) in relations.split("/")
        and (claim.where.place_id in ids or named)
        and part in {"-", str(claim.where.part or "")}
    )


@pytest.fixture(scope="module")
def noted(claims_in, gazetteer):
    """For each sentence: lines that were found, lines that were not, claims nobody asked for."""
    answer = []
    for one in SENTENCES:
        report = Report("report", one["text"], published=date(2024, 6, 12))
        drawn = [claim for claim in claims_in(report) if _is_current(claim)]
        said = one["says"]
        found = [line for line in said if any(_is(c, line, gazetteer) for c in drawn)]
        allowed = [*said, *one.get("maybe", ())]
        wrong = [c for c in drawn if not any(_is(c, line, gazetteer) for line in allowed)]
        answer.append((one["text"], found, [x for x in said if x not in found], drawn, wrong))
    return answer


def test_most_of_what_is_said_of_ground_in_other_wars_is_found(noted):
    found = sum(len(one[1]) for one in noted)
    missed = [(one[0], line) for one in noted for line in one[2]]
    assert found / (found + len(missed)) >= RECALL_FLOOR, "\n".join(map(str, missed))


def test_hardly_anything_is_drawn_of_other_wars_that_is_not_said(noted):
    drawn = sum(len(one[3]) for one in noted)
    wrong = [(one[0], claim.actor, str(claim.relation)) for one in noted for claim in one[4]]
    assert 1 - len(wrong) / drawn >= PRECISION_FLOOR, "\n".join(map(str, wrong))


@pytest.mark.parametrize("place", ["Marib", "Taiz", "El Obeid", "Kunduz"])
def test_what_is_denied_or_threatened_draws_nobody_into_a_town(noted, place):
    undrawn = [one for one in noted if place in one[0] and not one[1] and not one[2]]
    assert undrawn
    assert [one[0] for one in undrawn if one[4]] == []
