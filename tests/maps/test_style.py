from __future__ import annotations

import re

import pytest

from geo.codes import IncidentType, ZoneStatus
from maps.palette import PALETTE, actor_styles
from maps.style import HATCHES, INCIDENTS, LOOKS, STATUSES, glyph_of


@pytest.mark.parametrize("kind", IncidentType)
def test_every_incident_type_has_a_label_and_a_glyph(kind):
    assert INCIDENTS[kind][0]
    assert re.fullmatch(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+", glyph_of(kind))


def test_every_status_of_a_zone_has_its_words():
    assert set(STATUSES) == set(ZoneStatus)


def test_two_actors_of_a_case_never_look_alike(make_case):
    styles = actor_styles(make_case()).values()
    assert len(set(styles)) == len(styles)
    assert len({style.hatch for style in styles}) == len(styles)


def test_no_two_statuses_are_drawn_with_the_same_edge_on_the_same_fill():
    assert set(LOOKS) == set(ZoneStatus)
    assert len({(look.dash, look.fill) for look in LOOKS.values()}) == len(LOOKS)


def test_every_hatch_of_the_palette_is_drawn_and_no_two_by_the_same_path():
    assert {style.hatch for style in PALETTE.values()} < set(HATCHES)
    assert len({hatch.path for hatch in HATCHES.values()}) == len(HATCHES)


def test_the_same_case_always_gets_the_same_colours(make_case):
    assert list(actor_styles(make_case()).items()) == list(actor_styles(make_case()).items())
