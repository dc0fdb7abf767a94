from __future__ import annotations

import re

import pytest

from geo.codes import IncidentType, ZoneStatus
from maps.style import INCIDENTS, NOBODY, STATUSES, actor_styles, glyph_of


def _luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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


def test_actor_colours_stand_out_from_the_ground_in_both_themes(make_case):
    for style in (*actor_styles(make_case()).values(), NOBODY):
        assert _contrast(style.light, "#E7E1D5") >= 3
        assert _contrast(style.dark, "#20252A") >= 3


def test_the_same_case_always_gets_the_same_colours(make_case):
    assert list(actor_styles(make_case()).items()) == list(actor_styles(make_case()).items())
