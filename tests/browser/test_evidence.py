"""What the evidence panel tells of a statement, in full and yet short."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from geo.claims import Near


@pytest.fixture
def seeds(open_page, seeds_page):
    return open_page(path=seeds_page, address="#d=2015-04-08")


def _choose(opened, test):
    opened.page.evaluate(
        f"() => {{ const {{ app }} = DATELINE;"
        f" app.select(app.model.items.find((item) => {test}).id); }}"
    )
    opened.settle()


def test_a_zone_tells_what_became_of_each_statement_day_by_day(seeds):
    _choose(seeds, "item.kind === 'zone' && item.claims.some((claim) => claim.audit.won)")
    fates = seeds.page.locator("#evidence .fate")
    expect(fates.first).to_contain_text("of the place; the words allow")
    days = seeds.page.locator("#evidence .fate details", has_text="Day by day").first
    expect(days.locator("li").first).to_be_hidden()
    days.locator("summary").click()
    expect(days.locator("li").first).to_contain_text("April 2015: drawn with")
    assert seeds.complaints == []


def test_more_statements_than_two_are_folded(seeds):
    _choose(
        seeds, "item.kind === 'zone' && new Set(item.claims.map((one) => one.headline)).size > 2"
    )
    evidence = seeds.page.locator("#evidence .evidence")
    folded = evidence.locator("details", has_text="more statement")
    expect(folded.locator(".fate").first).to_be_hidden()
    folded.locator("summary").first.click()
    expect(folded.locator(".fate").first).to_be_visible()


def test_a_statement_that_got_no_ground_says_who_has_it(open_page, made):
    case = made.made_dispute()
    alone = replace(case, zones=tuple(one for one in case.zones if one.zone_id == "z-disputed"))
    opened = open_page(alone, address="#d=2024-03-12")
    opened.page.evaluate("DATELINE.app.select('z-disputed')")
    expect(opened.page.locator("#evidence")).to_contain_text("What became of the statement")
    against = [one for one in opened.page.evaluate("DATELINE.app.model.payload.claims")
               if one["audit"]["status"] == "against"]  # fmt: skip
    assert against
    words = opened.page.evaluate("(claim) => DATELINE.fateOf(claim)", against[0])
    assert words == "Not drawn by itself: the ground was given to others."


def test_a_quote_names_the_likeliest_day_and_folds_the_others(seeds):
    _choose(seeds, "item.reports.includes('a-firepower-for-the-factions')")
    card = seeds.page.locator("#evidence .quote", has_text="Firepower for the factions").first
    expect(card).to_contain_text("7 April 2015 (81%, worked out from the text)")
    expect(card.get_by_text("7 April 2020")).to_be_hidden()
    card.locator("summary", has_text="Other days").click()
    expect(card.get_by_text("7 April 2020")).to_be_visible()


def test_a_distance_that_is_told_stands_with_its_verdict(open_page, made):
    case = made.made_case()
    (army,) = [one for one in case.claims if one.claim_id == "c-army"]
    stated = Near("distance", (9_000.0, 10_000.0, 11_000.0))
    told = replace(army, where=replace(army.where, stated=stated, stated_from="sd:bahri"))
    claims = tuple(told if one is army else one for one in case.claims)
    opened = open_page(replace(case, claims=claims), address="#d=2024-03-12")
    opened.page.evaluate("DATELINE.app.select('z-army')")
    facts = opened.page.locator("#evidence .facts")
    expect(facts).to_contain_text("Distance told")
    expect(facts).to_contain_text("The report says 10 km from")


def test_a_finger_can_ask_for_one_layer_alone(open_page, made):
    opened = open_page(
        made.made_case(), address="#d=2024-03-12", size=(390, 844), has_touch=True, is_mobile=True
    )
    opened.page.get_by_role("button", name="Layers", exact=True).tap()
    only = opened.page.get_by_role("button", name="Show only Shelling")
    expect(only).to_be_visible()
    box = only.bounding_box()
    assert box["width"] >= 44
    assert box["height"] >= 40
    only.tap()
    opened.settle()
    assert opened.page.evaluate("DATELINE.app.state.hiddenLayers.size") > 0


def test_the_holders_of_a_ground_draw_its_edge_and_not_the_fight_over_it_as_well(seeds):
    lined = seeds.page.evaluate(
        "[...document.querySelectorAll('path.zone-over:not(.unlined)')].map((one) =>"
        " DATELINE.app.model.byId.get(one.dataset.id).record.row.place_name)"
    )
    held = seeds.page.evaluate(
        "DATELINE.app.model.items.filter((one) => one.status === 'held'"
        " && DATELINE.app.state.visible(one)).map((one) => one.record.row.place_name)"
    )
    assert held
    assert not set(lined) & set(held)
