"""Graphic words are behind a click wherever the page shows words; private names are in none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from geo.claims import Quote
from geo.people import Person, Standing

CRUEL = "where mutilated bodies lay in the street"


def texts(made):
    shells = "Shells killed between two and four people in Omdurman"
    monday = made.TEXTS["monday"].replace(shells, f"{shells}, {CRUEL}, Amna Idris said")
    took = "“We took the north of Omdurman,”"
    tuesday = made.TEXTS["tuesday"].replace(took, f"{took} and beheaded them, Amna Idris says")
    return {"monday": monday, "tuesday": tuesday}


@pytest.fixture
def case(made):
    case = made.made_case(texts=texts(made))
    people = []
    for report in case.reports:
        at = report.text.index("Amna Idris")
        quote = Quote(report.report_id, at, at + 10, "Amna Idris")
        people.append(Person(quote, Standing.PRIVATE, "Amna Idris", "teacher"))
    return replace(case, people=tuple(people))


def test_a_graphic_quote_opens_by_keyboard_says_so_and_closes_again(open_page, case):
    opened = open_page(case)
    opened.page.evaluate("DATELINE.app.select('i-1')")
    evidence = opened.page.locator("#evidence")
    button = evidence.get_by_role("button", name="Graphic description – show")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(evidence).not_to_contain_text("mutilated")
    button.press("Enter")
    expect(evidence.locator("blockquote")).to_contain_text(CRUEL)
    expect(evidence.locator("mark")).to_contain_text("Shells killed")
    expect(opened.page.locator("#live")).to_have_text("Graphic description shown")
    button = evidence.get_by_role("button", name="Graphic description – hide")
    expect(button).to_be_focused()
    button.press("Enter")
    expect(evidence).not_to_contain_text("mutilated")


def test_graphic_words_are_in_no_tip_no_list_no_card_and_on_no_sheet(open_page, case):
    opened = open_page(case)
    page = opened.page
    words = page.evaluate(
        """() => {
          const { app } = DATELINE;
          const tips = app.model.items.map((item) => DATELINE.tip(item).textContent);
          return [...tips, app.sheet.build().textContent, document.body.innerText].join("\\n");
        }"""
    )
    assert "beheaded" not in words
    assert "mutilated" not in words


def test_a_disagreement_tells_that_a_side_is_graphic_and_leads_to_its_evidence(open_page, made):
    case = made.made_dispute()
    cruel = tuple(
        replace(one, quote=replace(one.quote, text=f"{one.quote.text} and beheaded them"))
        if one.quote.text.startswith("We took")
        else one
        for one in case.claims
    )
    opened = open_page(replace(case, claims=cruel), address="#d=2024-03-12")
    dispute = opened.page.locator("#evidence .dispute")
    expect(dispute).to_contain_text("Graphic description – shown with its evidence")
    expect(dispute).not_to_contain_text("We took the north")


def test_what_is_sober_needs_no_click(open_page, made):
    opened = open_page(made.made_case())
    opened.page.evaluate("DATELINE.app.select('i-1')")
    expect(opened.page.locator("#evidence blockquote")).to_contain_text("Shells killed")
    expect(opened.page.locator(".veil")).to_have_count(0)


def test_a_private_name_is_nowhere_in_the_page_and_the_page_says_so(open_page, case):
    opened = open_page(case)
    assert "Idris" not in opened.page.content()
    expect(opened.page.locator("#evidence")).to_contain_text("2 names of 2 private persons")
    opened.page.evaluate("DATELINE.app.select('i-1')")
    opened.page.get_by_role("button", name="Graphic description – show").click()
    quote = opened.page.locator("#evidence blockquote")
    expect(quote).to_contain_text("[name removed] said")
    expect(quote.locator("mark")).to_have_text(
        "Shells killed between two and four people in Omdurman"
    )
