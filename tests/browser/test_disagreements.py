"""Where reports disagree, how surely an edge is known, and how a shape was drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect
from shapely.geometry import box


@pytest.fixture
def opened(open_page, made):
    return open_page(made.made_dispute(), address="#d=2024-03-12")


def test_an_empty_panel_first_shows_where_the_reports_disagree_with_both_quotes(opened):
    (dispute,) = opened.page.locator("#evidence .dispute").all()
    expect(dispute).to_contain_text("Omdurman: Sudanese army or Rapid Support Forces")
    assert dispute.locator("q").all_text_contents() == [
        "The army holds the northern half of Omdurman",
        "We took the north of Omdurman",
    ]
    left, right = (side.bounding_box() for side in dispute.locator(".side").all())
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"] + 1


def test_a_side_of_a_disagreement_opens_its_shape(opened):
    opened.page.locator("#evidence .side", has_text="We took the north").press("Enter")
    opened.settle()
    assert "f=z-disputed" in opened.page.evaluate("location.hash")


def test_an_items_own_side_comes_first_in_what_it_conflicts_with(opened):
    opened.page.evaluate("DATELINE.app.select('z-disputed')")
    conflict = opened.page.locator("#evidence .dispute")
    expect(conflict.locator("q").first).to_have_text("We took the north of Omdurman")
    expect(opened.page.get_by_role("heading", name="Conflicts with")).to_be_visible()


def test_a_chosen_zone_shows_its_core_its_widest_reading_and_its_shares(open_page, made):
    case = made.made_case()
    (army,) = [zone for zone in case.zones if zone.zone_id == "z-army"]
    ranged = replace(
        army,
        yolk=box(32.42, 15.67, 32.50, 15.70),
        egg=box(32.42, 15.64, 32.50, 15.70),
    )
    zones = tuple(ranged if one is army else one for one in case.zones)
    opened = open_page(replace(case, zones=zones))
    lines = opened.page.locator("path.yolk, path.egg")
    expect(lines).to_have_count(0)
    opened.page.evaluate("DATELINE.app.select('z-army')")
    expect(opened.page.locator("#map path.yolk")).to_have_count(1)
    expect(opened.page.locator("#map path.egg")).to_have_count(1)
    evidence = opened.page.locator("#evidence")
    expect(evidence).to_contain_text("At least 40% · drawn 50% · at most 60%")
    expect(evidence).to_contain_text("read by test.rule")
    opened.page.evaluate("DATELINE.app.select(null)")
    expect(opened.page.locator("#map path.egg")).to_have_count(0)
    uncertain = opened.page.locator(".row", has_text="Uncertainty")
    uncertain.get_by_role("checkbox").check()
    expect(opened.page.locator("#map path.egg")).to_have_count(1)


def test_the_ground_that_an_incidents_words_allow_stands_for_its_ring(open_page, made):
    case = made.made_case()
    drone = next(one for one in case.incidents if one.incident_id == "i-2")
    band = replace(drone, area=box(32.55, 15.58, 32.56, 15.605))
    incidents = tuple(band if one is drone else one for one in case.incidents)
    opened = open_page(replace(case, incidents=incidents), address="#d=2024-03-12")
    opened.page.evaluate("DATELINE.app.select('i-2')")
    expect(opened.page.locator("#map path.egg")).to_have_count(1)
    expect(opened.page.locator("#map path.uncertainty")).to_have_count(0)


def test_hostile_text_in_plans_accounts_and_disagreements_is_text(open_page, made):
    hostile = "<img src=x onerror='window.__x=1'>${window.__x=1}{{7*7}}"
    opened = open_page(
        made.made_dispute(say=lambda text: hostile + text), address="#d=all&s=planned"
    )
    for origin in opened.page.locator("#according-to option").all():
        opened.page.get_by_label("According to", exact=True).select_option(
            origin.get_attribute("value")
        )
        opened.settle()
    opened.page.evaluate("DATELINE.app.setView(null)")
    opened.page.evaluate("DATELINE.app.select('sc-plan')")
    opened.settle()
    assert opened.page.evaluate("window.__x") is None
    assert hostile in opened.page.locator("#evidence").text_content()
    assert opened.complaints == []
