"""Ground on one side of a line, as reports of many countries put it: borders, coasts and banks."""

from __future__ import annotations

from datetime import date

import pytest

from geo.claims import ControlClaim
from geo.codes import Reason
from geo.history import zones_of
from geo.reading.reader import RuleReader


@pytest.fixture(scope="module")
def reader(language_model, gazetteer):
    return RuleReader(gazetteer, parser=language_model)


@pytest.fixture
def held(reader, write_report):
    """Return the first claim on ground of a sentence."""

    def read(text):
        reading = reader.read([write_report(text, published=date(2021, 6, 2))])
        return next(one for one in reading.claims if isinstance(one, ControlClaim))

    return read


@pytest.mark.parametrize(
    ("text", "place", "word", "other"),
    [
        (
            "Turkish troops hold villages along the Syrian side of the border with Turkey.",
            "iso:SY",
            "strip",
            "iso:TR",
        ),
        (
            "Rebels control the Congolese side of the border with Rwanda.",
            "iso:CD",
            "strip",
            "iso:RW",
        ),
        (
            "Hezbollah fighters hold positions on the Lebanese side of the border with Israel.",
            "iso:LB",
            "strip",
            "iso:IL",
        ),
        ("Militants hold villages along Mali's border with Niger.", "iso:ML", "strip", "iso:NE"),
        ("Fighters hold villages along the Syrian-Iraqi border.", "iso:IQ", "border", "iso:SY"),
        ("The army controls the coast of Syria.", "iso:SY", "coast", None),
        ("The LNA controls the Libyan coast.", "iso:LY", "coast", None),
        ("Insurgents control large parts of Mozambique's coast.", "iso:MZ", "coast", None),
        ("Rebels hold the Rakhine coast.", "iso:MM-16", "coast", None),
        ("Rebels hold villages on the coast of Cabo Delgado.", "iso:MZ-P", "coast", None),
        ("Fighters hold positions on the Sudanese side of the border.", "iso:SD", "side", None),
    ],
)
def test_the_side_of_a_line_lies_in_the_country_whose_side_it_is(held, text, place, word, other):
    where = held(text).where
    assert (where.place_id, where.near.word, where.other_place_id) == (place, word, other)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Islamic State fighters hold the eastern bank of the Euphrates.", "E"),
        ("Russian troops hold villages on the east bank of the Dnieper.", "E"),
        ("Rebels hold villages on the western banks of the Nile.", "W"),
    ],
)
def test_a_bank_is_a_side_of_its_river(held, text, heading):
    near = held(text).where.near
    assert (near.word, near.heading) == ("bank", heading)


def test_a_strip_of_the_coast_keeps_its_width(held):
    near = held("Rebels control a 10 km strip along the coast of Eritrea.").where.near
    assert (near.word, near.distance_m[1]) == ("coast", 10_000)


@pytest.mark.parametrize(
    "text",
    [
        "Pirates hold a ship off the coast of Somalia.",
        "The central bank of Libya is held by the LNA.",
        "The Syrian army holds the Syrian town of Palmyra.",
        "Troops hold Abidjan in Ivory Coast.",
        "The Libyan coast guard controls the port of Misrata.",
    ],
)
def test_what_only_sounds_like_a_shore_is_none(reader, write_report, text):
    reading = reader.read([write_report(text, published=date(2021, 6, 2))])
    nears = [one.where.near for one in reading.claims if one.where.near is not None]
    assert not {near.word for near in nears} & {"coast", "bank", "side", "strip", "border"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Islamic State fighters hold the eastern bank of the Euphrates.", "known as a point"),
        ("Fighters hold positions on the Sudanese side of the border.", "along which line"),
        ("Rebels control the coast of Mali.", "lies on the sea"),
    ],
)
def test_ground_whose_line_nobody_knows_is_left_out_with_the_reason(held, gazetteer, text, why):
    zones, not_used = zones_of([held(text)], gazetteer.place)
    assert zones == ()
    assert [one.reason for one in not_used] == [Reason.NO_AREA]
    assert why in not_used[0].detail
