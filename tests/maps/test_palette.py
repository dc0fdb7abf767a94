from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from geo.actors import Actor, ActorKind
from geo.claims import ControlClaim, IncidentClaim
from geo.codes import IncidentType, ZoneStatus
from maps.palette import NOBODY, PALETTE, ColourError, actor_styles

# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color
# Vision Deficiency", IEEE TVCG 15(6), severity 1.0; on linear RGB.
_SIGHTS = {
    "all colours": np.eye(3),
    "no red": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no green": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "no blue": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# IEC 61966-2-1 (sRGB), D65.
_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])

# What actors' colours are drawn on: the ground of towns, of land and of camps, in both themes.
_GROUNDS = {"light": ("#E7E1D5", "#EFEBE2", "#FBF9F4"), "dark": ("#20252A", "#1A1E22", "#2A3036")}
_FIRST = list(PALETTE)[:8]
_ACTORS = {
    "army": Actor("army", "Army", "army", ActorKind.STATE_FORCES, country=("SD",)),
    "neighbour": Actor("neighbour", "N", "neighbour", ActorKind.STATE_FORCES, country=("TD",)),
    "is": Actor("is", "IS", "is", ActorKind.ARMED_GROUP, jihadist=True),
    "militia": Actor("militia", "M", "army", ActorKind.ARMED_GROUP, parent="army"),
    "alliance": Actor("alliance", "A", "alliance", ActorKind.FACTION_UMBRELLA),
    "group": Actor("group", "G", "group", ActorKind.ARMED_GROUP),
}


def _linear(colour):
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def _lab(linear):
    xyz = _TO_XYZ @ np.clip(linear, 0, 1) / _WHITE
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _ciede2000(one, other):
    """Sharma, Wu and Dalal 2005, "The CIEDE2000 Color-Difference Formula"."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    apart = h2 - h1
    turn = apart - 360 if apart > 180 else apart + 360 if apart < -180 else apart
    dl, dc, dh = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    lightness, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = (h1 + h2) / 2 if abs(apart) <= 180 else (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    t = (
        1 - 0.17 * np.cos(np.radians(h - 30)) + 0.24 * np.cos(np.radians(2 * h))
        + 0.32 * np.cos(np.radians(3 * h + 6)) - 0.2 * np.cos(np.radians(4 * h - 63))
    )  # fmt: skip
    sl = 1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = (
        -2
        * np.sqrt(c**7 / (c**7 + 25**7))
        * np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    )
    return float(np.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * dc / sc * dh / sh))


def _contrast(one, other):
    dark, light = sorted(float(_TO_XYZ[1] @ _linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_colours_is_the_published_one():
    # The first and the seventh pair of Sharma's table of test data.
    assert _ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert _ciede2000((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", _SIGHTS)
def test_the_first_eight_actors_are_told_apart_however_one_sees_colours(sight, theme):
    seen = {name: _lab(_SIGHTS[sight] @ _linear(getattr(PALETTE[name], theme))) for name in _FIRST}
    apart = {pair: _ciede2000(*(seen[one] for one in pair)) for pair in combinations(_FIRST, 2)}
    closest = min(apart, key=apart.__getitem__)
    # 2 is seen side by side, 5 across a map; all colours leave room for more.
    assert apart[closest] > (16 if sight == "all colours" else 7.9), (closest, apart[closest])


@pytest.mark.parametrize("theme", _GROUNDS)
def test_every_colour_stands_out_from_whatever_ground_it_is_drawn_on(theme):
    for style in (*PALETTE.values(), NOBODY):
        for ground in _GROUNDS[theme]:
            least = 2.9 if style is NOBODY else 3  # WCAG 1.4.11; nobody's colour is no message
            assert _contrast(getattr(style, theme), ground) >= least, (style, ground)


def test_no_two_colours_of_the_palette_share_a_hatch():
    assert len({style.hatch for style in PALETTE.values()}) == len(PALETTE)


def _case_of(make_case, *actors, country="SD"):
    case = make_case()
    zone = next(zone for zone in case.zones if zone.status is ZoneStatus.HELD)
    return replace(
        case,
        actors=tuple(_ACTORS.get(one) or _group(one) for one in actors),
        places=tuple(replace(place, country=country) for place in case.places),
        zones=tuple(
            replace(zone, zone_id=f"{one}-{at}", actor=one)
            for rank, one in enumerate(actors)
            for at in range(len(actors) - rank)
        ),
        claims=(),
        incidents=(),
    )


def _group(name):
    return Actor(name, name, name, ActorKind.ARMED_GROUP)


def _colours(case):
    names = {style: name for name, style in PALETTE.items()}
    return {actor: names.get(style) for actor, style in actor_styles(case).items()}


def test_an_actor_has_the_colour_of_its_kind_in_any_war(make_case):
    case = _case_of(make_case, "is", "army", "alliance", "militia", "group", "neighbour")
    assert _colours(case) == {
        "is": "slate", "army": "red", "alliance": "green", "militia": "amber", "group": "blue",
        "neighbour": "violet",
    }  # fmt: skip


def test_an_actor_keeps_its_colour_whoever_else_is_on_the_map(make_case):
    alone = _colours(_case_of(make_case, "army"))
    crowded = _colours(_case_of(make_case, "m1", "m2", "m3", "is", "m4", "m5", "m6", "army"))
    assert alone["army"] == crowded["army"] == "red"


def test_a_state_that_fights_abroad_does_not_look_like_the_state_itself(make_case):
    assert _colours(_case_of(make_case, "neighbour", "army", country="SD"))["neighbour"] == "violet"
    assert _colours(_case_of(make_case, "neighbour", "army", country="TD"))["neighbour"] == "red"


def test_no_two_of_forty_actors_look_alike(make_case):
    styles = actor_styles(_case_of(make_case, *(f"group {at}" for at in range(40))))
    assert len(set(styles.values())) == 40


def test_a_table_may_choose_an_actors_colour_and_is_told_when_there_is_no_such(make_case):
    case = _case_of(make_case, "group", "army")
    olive = replace(case, actors=(replace(_ACTORS["group"], colour="olive"), _ACTORS["army"]))
    assert _colours(olive) == {"group": "olive", "army": "red"}
    wrong = replace(case, actors=(replace(_ACTORS["group"], colour="mint"),))
    with pytest.raises(ColourError, match=r"mint.*slate, red, green"):
        actor_styles(wrong)


def _two_wars(make_case, *, together):
    """Give a case in which two states fight at home, told of by one report or by two."""
    case = make_case()
    army = next(one for one in case.claims if isinstance(one, ControlClaim))
    place = next(one for one in case.places if one.id == army.where.place_id)
    abroad = replace(place, id="td:town", country="TD")
    report = case.reports[0] if together else replace(case.reports[0], report_id="other")
    there = replace(
        army,
        claim_id="c-there",
        actor="neighbour",
        quote=replace(army.quote, report_id=report.report_id),
        where=replace(army.where, place_id=abroad.id),
    )
    return replace(
        case,
        actors=(_ACTORS["army"], _ACTORS["neighbour"]),
        reports=tuple({one.report_id: one for one in (*case.reports, report)}.values()),
        places=(replace(place, country="SD"), abroad),
        claims=(replace(army, actor="army"), there),
        zones=(),
        incidents=(),
    )


def test_the_states_of_two_wars_in_one_folder_are_both_red_and_told_apart_by_hatches(make_case):
    styles = actor_styles(_two_wars(make_case, together=False))
    assert {style.light for style in styles.values()} == {PALETTE["red"].light}
    assert styles["army"].hatch != styles["neighbour"].hatch


def test_two_states_that_one_report_names_never_share_a_colour(make_case):
    styles = actor_styles(_two_wars(make_case, together=True))
    assert len({style.light for style in styles.values()}) == 2


def test_an_outlet_that_only_speaks_takes_no_colour_from_those_who_fight(make_case):
    case = _two_wars(make_case, together=True)
    happened = next(one for one in make_case().claims if isinstance(one, IncidentClaim))
    words = replace(happened, incident_type=IncidentType.STATEMENT, actors=("army", "chief"))
    misread = replace(happened, incident_type=IncidentType.SHELLING, actors=("agency",))
    agency = Actor("agency", "Agency", "agency", ActorKind.MEDIA_AGENCY)
    actors = (*case.actors, agency, _group("chief"))
    told = replace(case, actors=actors, claims=(*case.claims, words, misread))
    styles = actor_styles(told)
    assert styles["agency"] == styles["chief"] == NOBODY
    assert styles["army"] == PALETTE["red"]
