"""What the page looks like where a reader would notice: the chart, the tree, names and colours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shapely.geometry import box

from geo.actors import Actor, ActorKind
from geo.codes import ZoneStatus


def _crowded(made, number):
    """Make a case in which many actors hold ground, each a box of its own."""
    case = made.made_case()
    zone = next(zone for zone in case.zones if zone.status is ZoneStatus.HELD)
    names = [f"Front for the Liberation of Province {at}" for at in range(number)]
    return replace(
        case,
        actors=tuple(Actor(name, name, name, ActorKind.ARMED_GROUP) for name in names),
        zones=tuple(
            replace(
                zone,
                zone_id=f"z{at}",
                actor=name,
                geometry=box(30 + at % 6, 12 + at // 6, 30.9 + at % 6, 12.9 + at // 6),
            )
            for at, name in enumerate(names)
        ),
    )


def _bars(opened):
    return opened.page.locator(".bar-of-zone").count()


def test_a_chart_without_room_says_how_many_actors_it_leaves_out_and_shows_them_when_asked(
    open_page, made
):
    opened = open_page(_crowded(made, 20))
    more = opened.page.get_by_role("button", name="more actors in the chart")
    assert opened.page.locator(".lane", has_text="more").count() == 1
    before = _bars(opened)
    more.press("Enter")
    opened.page.wait_for_function(f"document.querySelectorAll('.bar-of-zone').length > {before}")
    assert _bars(opened) == 20
    fewer = opened.page.get_by_role("button", name="Show fewer actors in the chart")
    fewer.press("Enter")
    opened.page.wait_for_function(f"document.querySelectorAll('.bar-of-zone').length == {before}")


@pytest.mark.parametrize("width", [1440, 1024])
def test_no_name_in_the_chart_runs_out_of_its_panel(width, open_page, made):
    opened = open_page(_crowded(made, 20))
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.settle()
    panel = opened.page.locator(".time-chart").bounding_box()
    for name in opened.page.locator("#chart .lane").all():
        assert name.bounding_box()["x"] >= panel["x"]


def test_a_long_name_that_is_cut_in_the_chart_can_be_read_whole(open_page, made):
    opened = open_page(_crowded(made, 3))
    cut = opened.page.locator("#chart .lane", has_text="…").first
    assert cut.locator("title").text_content().startswith("Front for the Liberation of Province")


def test_an_actors_box_stands_for_all_that_it_is_said_to_do(open_page, made):
    case = _crowded(made, 2)
    extra = [
        replace(case.zones[0], zone_id=f"more-{status}", status=status)
        for status in (ZoneStatus.PRESENT, ZoneStatus.CLAIMED)
    ]
    opened = open_page(replace(case, zones=(*case.zones, *extra)))
    group = opened.page.get_by_role("group", name=case.actors[0].name, exact=True)
    boxes = group.get_by_role("checkbox")
    assert boxes.count() == 4
    boxes.nth(1).uncheck()
    opened.settle()
    assert boxes.first.evaluate("box => box.indeterminate")
    boxes.first.check()
    opened.settle()
    assert all(box.is_checked() for box in boxes.all())


def test_two_names_on_the_map_never_share_ground(open_page, made):
    opened = open_page(_crowded(made, 14))
    boxes = [one.bounding_box() for one in opened.page.locator(".zone-name, .place").all()]
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = (
                one["x"] + one["width"] <= other["x"] + 2
                or other["x"] + other["width"] <= one["x"] + 2
                or one["y"] + one["height"] <= other["y"] + 2
                or other["y"] + other["height"] <= one["y"] + 2
            )
            assert apart, (one, other)


def test_a_map_without_anything_to_draw_says_why(open_page, made):
    case = replace(made.made_case(), zones=(), incidents=(), claims=())
    opened = open_page(case)
    assert "there is nothing to draw" in opened.page.locator("#evidence").text_content()
    assert opened.page.locator("#chips").text_content() == "No claim could be drawn"
    assert opened.page.locator(".time").is_hidden()
