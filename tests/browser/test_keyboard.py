"""The page without a pointer: all that can be done is done with keys, and one sees where one is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

# What has the focus, in words, and whether one can see that it has.
WHERE = """() => {
  const node = document.activeElement;
  const [style, label] = [getComputedStyle(node), node.closest("label")];
  const outlined = (one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2;
  const thick = node.matches("path") && parseFloat(style.strokeWidth) >= 4;
  const box = node.getBoundingClientRect();
  const words = node.getAttribute("aria-label") || node.textContent.trim().slice(0, 40);
  return {
    name: node === document.body ? "BODY" : node.id || node.dataset.id || words || node.tagName,
    place: (node.closest("header, aside, main, section.time, nav") || node).classList[0],
    ring: Boolean(outlined(style) || (label && outlined(getComputedStyle(label))) || thick),
    seen: box.width > 0 && box.height > 0,
  };
}"""
MOVING = """() => [...document.querySelectorAll("*")].map((one) => getComputedStyle(one))
  .filter((one) => parseFloat(one.transitionDuration) > 0 || one.animationName !== "none").length"""


@pytest.fixture
def opened(open_page, dispute_page):
    return open_page(path=dispute_page, address="#d=2024-03-12", reduced_motion="reduce")


def _press(opened, *keys):
    for key in keys:
        opened.page.keyboard.press(key)
    opened.settle()


def _focus(opened):
    return opened.page.evaluate(WHERE)


def _tab_until(opened, wanted, *, key="Tab", most=80):
    """Go on with the key until what has the focus is called so; give what was passed."""
    passed = []
    for _ in range(most):
        opened.page.keyboard.press(key)
        passed.append(_focus(opened))
        if re.fullmatch(wanted, passed[-1]["name"]):
            return passed
    pytest.fail(f"{wanted} is not reached by {key}: {[one['name'] for one in passed]}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_page_is_walked_through_in_order_and_one_sees_where_one_is(
    scheme, open_page, dispute_page
):
    opened = open_page(path=dispute_page, color_scheme=scheme, reduced_motion="reduce")
    passed = _tab_until(opened, "BODY")[:-1]
    assert [one["name"] for one in passed if not one["ring"]] == []
    assert [one["name"] for one in passed if not one["seen"]] == []
    names = [one["name"] for one in passed]
    assert names[:4] == ["skip", "search", "export", "theme"]
    places = list(dict.fromkeys(one["place"] for one in passed[1:]))
    assert places == ["bar", "left", "stage", "time", "right"]
    # And back again: nothing holds the keyboard.
    back = _tab_until(opened, "skip", key="Shift+Tab")
    assert len(back) >= len(passed) - 1


def test_the_skip_link_leads_to_the_list_of_claims(opened):
    _press(opened, "Tab")
    expect(opened.page.locator("#skip")).to_be_in_viewport()
    _press(opened, "Enter")
    assert _focus(opened)["name"] == "claims-tab"
    expect(opened.page.locator("#claims-panel")).to_be_visible()
    _press(opened, "ArrowLeft")
    expect(opened.page.locator("#layers-panel")).to_be_visible()
    expect(opened.page.locator("#layers-tab")).to_be_focused()


def test_layers_are_switched_one_by_one_by_group_and_alone(opened):
    live = opened.page.locator("#live")
    expect(live).to_have_text("4 claims shown, 12 March 2024")
    _tab_until(opened, "Show all: Who holds what")
    group = opened.page.get_by_role("checkbox", name="Show all: Who holds what")
    row = opened.page.locator("#layers-panel .row", has_text="Rapid Support Forces").first
    row.get_by_role("checkbox").focus()
    _press(opened, "Space")
    assert group.evaluate("node => [node.checked, node.indeterminate]") == [False, True]
    expect(live).not_to_have_text("4 claims shown, 12 March 2024")
    _press(opened, "Tab")
    assert _focus(opened)["name"].startswith("Show only Rapid Support Forces")
    expect(row.locator(".only")).to_have_css("opacity", "1")
    _press(opened, "Enter")
    assert opened.page.locator("path.zone").count() == 1
    group.focus()
    _press(opened, "Space")
    assert group.evaluate("node => [node.checked, node.indeterminate]") == [True, False]
    expect(live).to_have_text("4 claims shown, 12 March 2024")


def test_a_search_begins_with_a_slash_and_leads_to_its_first_result_and_back(opened):
    _press(opened, "/")
    expect(opened.page.locator("#search")).to_be_focused()
    opened.page.keyboard.type("Bahri")
    _press(opened, "Enter")
    first = opened.page.locator("#claims-panel .line").first
    expect(first).to_be_focused()
    expect(first).to_contain_text("Bahri")
    _press(opened, "Enter")
    expect(opened.page.locator("#evidence h2")).to_be_focused()
    _press(opened, "Escape")
    expect(opened.page.locator("#claims-panel .line").first).to_be_focused()
    _press(opened, "/", "Escape")
    assert opened.page.locator("#search").input_value() == ""


@pytest.mark.parametrize("name", ["z-bahri", "i-2", "z-disputed"])
def test_what_is_on_the_map_opens_its_evidence_and_gives_the_focus_back(name, opened):
    _tab_until(opened, name)
    _press(opened, "Enter")
    heading = opened.page.locator("#evidence h2")
    expect(heading).to_be_focused()
    assert name in opened.page.evaluate("location.hash")
    _press(opened, "Tab")
    assert _focus(opened)["place"] == "right"
    _press(opened, "Escape")
    assert _focus(opened)["name"] == name
    assert "f=" not in opened.page.evaluate("location.hash")


def test_the_evidence_is_closed_with_its_button_and_related_claims_lead_on(opened):
    _tab_until(opened, "z-disputed")
    _press(opened, "Enter")
    opened.page.locator("#evidence button.side, #evidence .line").first.focus()
    _press(opened, "Enter")
    expect(opened.page.locator("#evidence h2")).to_be_focused()
    opened.page.get_by_role("button", name="Close evidence").focus()
    _press(opened, "Enter")
    assert _focus(opened)["name"] == "z-disputed"


def test_time_is_moved_with_arrows_and_played_and_the_focus_stays(opened):
    live = opened.page.locator("#live")
    _tab_until(opened, "from-day")
    _press(opened, "ArrowLeft")
    expect(live).to_contain_text("11 March 2024")
    expect(opened.page.locator("#from-day")).to_be_focused()
    expect(opened.page.locator("#from-day")).to_have_attribute("aria-valuetext", "11 March 2024")
    opened.page.locator("#play").focus()
    opened.page.clock.install()
    _press(opened, "Space")
    expect(opened.page.locator("#play")).to_have_attribute("aria-label", "Pause")
    opened.page.clock.run_for(1000)
    expect(live).to_contain_text("12 March 2024")
    _press(opened, "Space")
    expect(opened.page.locator("#play")).to_have_attribute("aria-label", "Play day by day")
    expect(opened.page.locator("#play")).to_be_focused()
    opened.page.locator("[data-mode=all]").focus()
    _press(opened, "Enter")
    expect(live).to_contain_text("All dates")
    expect(opened.page.locator("[data-mode=all]")).to_have_attribute("aria-pressed", "true")


def test_the_export_menu_is_walked_with_arrows_and_left_by_escape_or_tab(opened):
    export, menu = opened.page.locator("#export"), opened.page.locator("#export-menu")
    export.focus()
    _press(opened, "Enter")
    expect(opened.page.locator("[data-export=geojson]")).to_be_focused()
    _press(opened, "ArrowUp", "ArrowDown", "ArrowDown")
    expect(opened.page.locator("[data-export=csv]")).to_be_focused()
    _press(opened, "Escape")
    expect(export).to_be_focused()
    expect(menu).to_be_hidden()
    _press(opened, "Enter", "Tab")
    expect(menu).to_be_hidden()
    export.focus()
    _press(opened, "Enter")
    with opened.page.expect_download() as download:
        _press(opened, "Enter")
    assert Path(download.value.path()).stat().st_size > 0
    expect(export).to_be_focused()


def test_a_disagreement_is_opened_from_the_empty_panel(opened):
    passed = _tab_until(opened, "Rapid Support ForcesWe took.*")
    assert passed[-1]["place"] == "right"
    _press(opened, "Enter")
    assert "f=z-disputed" in opened.page.evaluate("location.hash")


def test_on_a_phone_a_sheet_takes_the_keyboard_in_and_lets_it_out(open_page, dispute_page):
    opened = open_page(path=dispute_page, size=(390, 844), reduced_motion="reduce")
    button = opened.page.locator("[data-sheet=layers]")
    button.focus()
    _press(opened, "Enter")
    expect(opened.page.locator("#layers-tab")).to_be_focused()
    _press(opened, "Escape")
    expect(button).to_be_focused()
    expect(opened.page.locator(".left")).not_to_be_visible()
    _press(opened, "Enter")
    # What comes after the sheet lies under it: the sheet makes room.
    opened.page.locator("path.zone").first.focus()
    _press(opened, "Tab")
    expect(opened.page.locator(".left")).not_to_be_visible()


def test_nothing_moves_for_who_wants_no_motion(opened):
    assert opened.page.evaluate(MOVING) == 0
    assert opened.page.evaluate("DATELINE.app.map.options.zoomAnimation") is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_switched_on_is_seen_in_colours_that_the_system_sets(
    scheme, open_page, dispute_page
):
    opened = open_page(path=dispute_page, forced_colors="active", color_scheme=scheme)
    box = opened.page.locator("#layers-panel input[type=checkbox]").first
    # The browser's own box: what we paint in it is not painted in such colours.
    expect(box).to_have_css("appearance", "auto")
    painted = "one => getComputedStyle(one).backgroundColor"
    on, off = (opened.page.locator(f"[data-mode={one}]") for one in ("day", "all"))
    assert on.evaluate(painted) != off.evaluate(painted)
    on, off = (opened.page.locator(f"#{one}-tab") for one in ("layers", "claims"))
    line = "one => getComputedStyle(one).borderBottomColor"
    assert on.evaluate(line) != off.evaluate(line)
