"""Filters by confidence, manner and report; the layer of what is no fact; one origin's account."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

DISPUTED = "#d=all"


@pytest.fixture
def opened(open_page, made):
    return open_page(made.made_dispute())


def _filters(opened):
    opened.page.get_by_role("button", name="Filters").click()


def _row(opened, name):
    return opened.page.locator("#layers-panel .row", has_text=name)


def test_filters_are_folded_until_asked_for(opened):
    expect(opened.page.get_by_role("radio", name="Strong")).to_be_hidden()
    _filters(opened)
    expect(opened.page.get_by_role("radio", name="Any")).to_be_checked()


def test_a_least_confidence_hides_what_is_surer_of_nothing_and_says_how_many(opened):
    _filters(opened)
    opened.page.get_by_role("radio", name="Moderate").check()
    opened.settle()
    # Zones have 0.7, incidents 0.5.
    assert opened.shown() == ["z-army", "z-bahri", "z-nobody"]
    expect(opened.page.locator("#filters .set")).to_have_text("1 set")
    chip = opened.page.get_by_role("button", name="2 left out by filters")
    chip.click()
    opened.settle()
    assert opened.shown() == ["z-army", "z-bahri", "z-nobody", "i-1", "i-3"]
    expect(opened.page.get_by_role("radio", name="Any")).to_be_checked()


def test_confidence_is_chosen_with_the_arrow_keys(opened):
    _filters(opened)
    opened.page.get_by_role("radio", name="Any").focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("ArrowRight")
    expect(opened.page.get_by_role("radio", name="Moderate")).to_be_checked()
    opened.settle()
    assert "i-1" not in opened.shown()


def test_what_is_told_in_a_manner_that_is_switched_off_is_not_shown(opened):
    opened.page.click("#next")
    opened.settle()
    assert "z-disputed" in opened.shown()
    _filters(opened)
    _row(opened, "Told by the report itself").get_by_role("checkbox").uncheck()
    opened.settle()
    # Only the speaker of the RSF, whose words are not put in anybody's mouth, tells of it.
    assert opened.shown() == ["z-bahri", "z-nobody", "i-2"]


def test_ground_that_two_reports_tell_of_stays_until_both_are_switched_off(open_page, made):
    opened = open_page(made.made_case(), address="#d=all")
    _filters(opened)
    _row(opened, "monday in Omdurman").get_by_role("checkbox").uncheck()
    opened.settle()
    assert opened.shown() == ["z-nobody", "z-disputed", "i-2"]


def test_plans_are_no_fact_and_are_off_until_asked_for(opened):
    opened.page.click("#next")
    opened.settle()
    tag = opened.page.get_by_role("button", name="Not fact, at Burri: 1 planned")
    expect(tag).to_have_count(0)
    assert "sc-plan" not in opened.shown()
    _row(opened, "Planned or offered").get_by_role("checkbox").check()
    expect(tag).to_be_visible()
    assert "sc-plan" in opened.shown()
    tag.press("Enter")
    evidence = opened.page.locator("#evidence")
    expect(evidence.locator("h2")).to_have_text(
        "Only planned or offered: Burri, seized by Rapid Support Forces"
    )
    expect(evidence).to_contain_text("No report says that this happened")


def test_a_plan_is_drawn_without_a_fill_and_in_nobodys_colour(open_page, made):
    opened = open_page(made.made_dispute(), address="#d=2024-03-12&s=planned")
    outline = opened.page.locator("path.scenario")
    assert outline.get_attribute("fill") == "none"
    colours = opened.page.evaluate("[...DATELINE.app.model.actors.values()].map(one => one.light)")
    drawn = outline.evaluate("path => getComputedStyle(path).stroke")
    assert drawn not in {
        f"rgb({int(one[1:3], 16)}, {int(one[3:5], 16)}, {int(one[5:], 16)})" for one in colours
    }


def test_one_origins_account_replaces_the_zones_and_there_is_a_way_back(opened):
    whole = opened.shown()
    opened.page.get_by_label("According to", exact=True).select_option(
        label="Rapid Support Forces (2 zones)"
    )
    banner = opened.page.locator(".account-banner")
    expect(banner).to_contain_text("Only what Rapid Support Forces says")
    shown = opened.shown()
    assert shown
    assert all(item.endswith(".2") for item in shown)
    expect(opened.page.locator("#evidence h2")).to_have_text("Rapid Support Forces")
    banner.get_by_role("button", name="Back to all reports").click()
    opened.settle()
    assert opened.shown() == whole
    expect(banner).to_be_hidden()
    expect(opened.page.get_by_label("According to", exact=True)).to_be_focused()


def test_every_control_stands_in_the_address_and_comes_back_from_it(opened, open_page, made):
    _filters(opened)
    opened.page.get_by_role("radio", name="Weak").check()
    _row(opened, "According to someone").get_by_role("checkbox").uncheck()
    _row(opened, "Planned or offered").get_by_role("checkbox").check()
    opened.page.get_by_label("According to", exact=True).select_option("rsf")
    opened.settle()
    address = opened.page.evaluate("location.hash")
    for part in ("c=weak", "a=attributed", "s=planned", "v=rsf"):
        assert part in address
    again = open_page(made.made_dispute(), address=address)
    assert again.shown() == opened.shown()
    assert again.page.evaluate("location.hash") == address


@pytest.mark.parametrize(
    "address",
    ["#c=0.9&a=planned,x&s=asserted,__proto__&v=nobody", "#c=constructor&v=%zz", "#d=2024-02-30"],
)
def test_what_the_page_does_not_know_is_not_taken_from_the_address(address, open_page, made):
    plain = open_page(made.made_dispute())
    opened = open_page(made.made_dispute(), address=address)
    for one in (plain, opened):
        one.page.evaluate("DATELINE.app.queue()")
        one.settle()
    assert opened.shown() == plain.shown()
    assert opened.page.evaluate("location.hash") == plain.page.evaluate("location.hash")
    assert opened.complaints == []


def test_a_group_is_half_on_when_some_of_it_is(opened):
    group = opened.page.get_by_role("checkbox", name="Show all: Who holds what")
    _row(opened, "Sudanese army").get_by_role("checkbox").uncheck()
    opened.settle()
    assert group.evaluate("box => box.indeterminate")
    group.press("Space")
    opened.settle()
    assert group.is_checked()
    assert "z-army" in opened.shown()


def test_only_works_from_the_keyboard_and_counts_are_read_aloud(opened):
    opened.page.get_by_role("button", name="Show only Disputed ground").press("Enter")
    opened.settle()
    assert not [one for one in opened.shown() if one.startswith("z-")]
    expect(opened.page.get_by_role("checkbox", name="Sudanese army held 1 of 1")).to_be_attached()


def test_a_phone_reaches_the_filters_in_its_sheet(open_page, made):
    opened = open_page(
        made.made_dispute(),
        size=(390, 844),
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    opened.page.click("[data-sheet=layers]")
    opened.page.get_by_role("button", name="Filters").tap()
    opened.page.get_by_role("radio", name="Strong").check()
    opened.settle()
    assert opened.shown() == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
