"""The day of publication, worked out: of the five reports, and of an invented war."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from geo.reading.dates.forms import WEEKDAYS
from geo.reading.dates.published import publication_dates
from geo.report import load_reports

TODAY = date(2024, 6, 1)
_WEEKDAYS = "|".join(WEEKDAYS)


@pytest.fixture
def dated(language_model, write_report):
    """The publications of some texts, by their names."""

    def dated(given=None, today=TODAY, **texts):
        reports = [
            write_report(text, name, published=(given or {}).get(name))
            for name, text in texts.items()
        ]
        return publication_dates([language_model.parse(one) for one in reports], today=today)

    return dated


@pytest.fixture(scope="module")
def examples(language_model, seeds_folder):
    reports, _ = load_reports([seeds_folder])
    return [language_model.parse(report) for report in reports]


def test_all_example_reports_are_dated_inside_their_windows(examples, seeds_folder):
    gold = json.loads((seeds_folder / "gold.json").read_text(encoding="utf-8"))
    found = publication_dates(examples, today=date(2026, 11, 1))
    for one in gold["documents"]:
        window, publication = one["publication"], found[one["file"].removesuffix(".txt")]
        assert publication.date is not None
        assert window["earliest"] <= publication.date.isoformat() <= window["latest"]
    assert [str(one.date) for one in found.values()] == [
        "2015-04-07",
        "2015-04-14",
        "2015-04-08",
        "2015-04-09",
        "2015-04-08",
    ]


def test_the_example_that_can_date_itself_does_so_alone(examples):
    (alone,) = publication_dates(examples[:1], today=date(2026, 11, 1)).values()
    assert alone.date == date(2015, 4, 7)
    assert 0.6 < alone.candidates[0].probability < 0.95
    assert alone.candidates[1].date == date(2020, 4, 7)


def test_no_choice_of_the_example_reports_is_dated_wrongly(examples, seeds_folder):
    gold = json.loads((seeds_folder / "gold.json").read_text(encoding="utf-8"))
    windows = {one["file"].removesuffix(".txt"): one["publication"] for one in gold["documents"]}
    for size in (1, 2, 3, 4):
        for chosen in combinations(examples, size):
            for name, found in publication_dates(chosen, today=date(2026, 11, 1)).items():
                window, day = windows[name], found.date and found.date.isoformat()
                assert day is None or window["earliest"] <= day <= window["latest"], (name, day)


@pytest.mark.parametrize(
    ("first_day", "shift", "older_year"),
    [
        (date(2014, 7, 2), 0, "2011"),
        (date(2023, 3, 2), 1, "2019"),
        (date(2019, 11, 8), 2, "2017"),
    ],
)
def test_the_examples_moved_to_another_war_and_year_are_dated_as_well(
    language_model, seeds_folder, first_day, shift, older_year
):
    def moved(text: str) -> str:
        text = re.sub(_WEEKDAYS, lambda day: WEEKDAYS[(WEEKDAYS.index(day[0]) + shift) % 7], text)
        text = text.replace("April 1", f"{first_day:%B} {first_day.day}").replace(
            "2012", older_year
        )
        for name, other in {"Yarmouk": "Kibati", "Syria": "Congo", "ISIS": "M23"}.items():
            text = text.replace(name, other)
        return text

    reports, _ = load_reports([seeds_folder])
    parsed = [language_model.parse(replace(one, text=moved(one.text))) for one in reports]
    found = publication_dates(parsed, today=date(2026, 11, 1))
    assert [(one.date - first_day).days for one in found.values()] == [6, 13, 7, 8, 7]


def test_the_order_of_the_reports_does_not_matter(examples):
    forward = publication_dates(examples, today=date(2026, 11, 1))
    backward = publication_dates(examples[::-1], today=date(2026, 11, 1))
    assert {k: v.date for k, v in forward.items()} == {k: v.date for k, v in backward.items()}


def test_a_given_day_wins_over_everything(dated):
    text = "KYIV, March 3, 2022 (Wire) - Shells fell on Kharkiv on Thursday."
    (publication,) = dated({"one": date(2019, 1, 2)}, one=text).values()
    assert (publication.date, publication.given) == (date(2019, 1, 2), True)


@pytest.mark.parametrize(
    "text",
    [
        "KYIV, March 3, 2022 (Wire) - Shells fell on Kharkiv on Thursday, the mayor said.",
        "March 3, 2022\n\nShells fell on Kharkiv on Thursday, the mayor said.",
        "Posted on 3 March 2022\n\nShells fell on Kharkiv on Thursday, the mayor said.",
        "Kyiv, 3 March 2022\n\nShells fell on Kharkiv on Thursday, the mayor said.",
        "KYIV, 3 March 2022 /ReliefWeb\n\nShells fell on Kharkiv on Thursday, the mayor said.",
        "Published: 12:04 GMT, 3 March 2022\n\nShells fell on Kharkiv on Thursday, he said.",
        "(Kyiv, March 3, 2022) - Shells fell on Kharkiv on Thursday, the mayor said.",
        "(Kyiv, March 3, 2022) – Shells fell on Kharkiv on Thursday, the mayor said.",
        "GENEVA (3 March 2022) - Shells fell on Kharkiv on Thursday, the mayor said.",
        "Ukraine: Situation Report No. 5 (as of 3 March 2022)\n\nShells fell on Kharkiv.",
        "Thu 3 Mar 2022 10.15 GMT\n\nShells fell on Kharkiv on Thursday, the mayor said.",
        "Last updated 3 March 2022 10:15 GMT\n\nShells fell on Kharkiv, the mayor said.",
        "Shells fall on Kharkiv\n\nBy Jane Doe\n\n3 March 2022\n\nShells fell on Kharkiv.",
        "Date: 3 March 2022\n\nShells fell on Kharkiv on Thursday, the mayor said.",
    ],
)
def test_a_printed_date_is_the_day(dated, text):
    assert dated(one=text)["one"].date == date(2022, 3, 3)


def test_a_printed_date_wins_over_years_the_story_looks_ahead_to(dated):
    text = "KYIV, March 3, 2022 (Wire) - By spring 2023 nobody spoke of talks in 2024 any more."
    assert dated(one=text)["one"].date == date(2022, 3, 3)


def test_the_dateline_of_a_teleprinter_is_read(dated):
    text = "SAN SALVADOR, 3 JAN 90 -- FOUR SOLDIERS WERE KILLED IN A CLASH YESTERDAY."
    assert dated(one=text)["one"].date == date(1990, 1, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "KHARTOUM, April 23 (Reuters) - Jets bombed Bahri on Sunday, residents said.",
            {date(2006, 4, 23), date(2017, 4, 23), date(2023, 4, 23)},
        ),
        (
            "GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- SOLDIERS KILLED TWO REBELS YESTERDAY.",
            {date(1990, 2, 4)},
        ),
    ],
)
def test_a_dateline_leaves_the_years_it_does_not_tell_open(dated, text, days):
    found = dated(one=text)["one"]
    assert {one.date for one in found.candidates[: len(days)]} == days
    assert found.date == (next(iter(days)) if len(days) == 1 else None)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Kharkiv, and on 3 March 2019 a truce failed, the mayor said on Thursday.",
        "Kharkiv, Ukraine, has lived with war since 3 March 2019, the mayor said on Thursday.",
    ],
)
def test_a_date_inside_the_story_is_not_the_day_it_was_printed(dated, text):
    assert dated(one=text)["one"].date != date(2019, 3, 3)


def test_a_date_and_a_weekday_for_one_attack_give_the_year(dated):
    # 9 August fell on a Friday in 2013 and 2019; since 2016 excludes the first.
    text = (
        "The army said Tuesday it would defend Hodeidah.\n\n"
        "The fighting that began on August 9 has not ceased, a doctor said on Monday.\n\n"
        "The militia launched an assault on Hodeidah last Friday.\n\n"
        "Talks are set for Wednesday. The port has been closed since 2016."
    )
    publication = dated(one=text)["one"]
    assert publication.date == date(2019, 8, 13)
    assert any("one happening" in reason for reason in publication.candidates[0].reasons)


def test_a_report_that_names_no_date_is_not_dated_by_guess(dated):
    publication = dated(one="Shells fell on Kharkiv on Thursday, the mayor said.")["one"]
    assert publication.date is None
    assert not publication.given
    assert all(one.date.weekday() == 3 for one in publication.candidates)


def test_links_to_other_stories_date_nothing(dated):
    story = "Shells fell on Kharkiv on Thursday, the mayor said. Nobody was hurt in the city."
    link = "Related: Mayor Returns to Kharkiv on 5 May 2023"
    assert dated(one=f"{story}\n\n{link}\n\n{story}")["one"].date is None


QUOTE = '"We are ready to hand over the port and the customs house to a neutral force by sea,"'
ANCHOR = (
    "ADEN, August 13, 2019 (Wire) - The Council said Tuesday its fighters hold Aden.\n\n"
    f"{QUOTE} said the Council's Salem Awad.\n\n"
    "The Council proposed the formation of a joint harbour guard with the navy.\n\n"
    "Its fighters entered Aden on August 7."
)


def test_a_copied_quotation_brings_a_report_into_the_same_week(dated):
    follow = f"The navy said Wednesday it had no answer.\n\n{QUOTE} said Salem Awad in Aden."
    found = dated(anchor=ANCHOR, follow=follow)
    assert found["follow"].date == date(2019, 8, 14)
    assert any("anchor" in reason for reason in found["follow"].candidates[0].reasons)


def test_words_dated_earlier_this_week_put_the_report_later_in_their_week(dated):
    follow = (
        f"The navy backed the plan, it said on Thursday.\n\n{QUOTE} said Salem Awad earlier this "
        "week."
    )
    assert dated(anchor=ANCHOR, follow=follow)["follow"].date == date(2019, 8, 15)


LATER = (
    "The navy said on Tuesday that ships had come back to Aden, where the Council's fighters "
    "had entered on August 7.\n\nThe Council and the navy {verb} a joint harbour guard."
)


def test_a_report_that_tells_a_plan_as_done_is_later_than_the_plan(dated):
    plan = ANCHOR.replace("August 13, 2019 (Wire) - The Council said Tuesday",
                          "August 15, 2019 (Wire) - The Council said Thursday")  # fmt: skip
    done = dated(plan=plan, later=LATER.format(verb="had established"))["later"]
    assert done.date == date(2019, 8, 20)
    assert any("still plans" in reason for reason in done.candidates[0].reasons)
    # The control: without the guard in place the nearest Tuesday is as good or better.
    other = dated(plan=plan, later=LATER.format(verb="want"))["later"]
    chance = {one.date: one.probability for one in other.candidates}
    assert chance[date(2019, 8, 13)] > chance[date(2019, 8, 20)]


def test_ground_lost_is_told_after_ground_won(dated):
    won = "The Council's fighters have seized Aden, where fighting began on August 7, it said."
    lost = (
        "The Council's fighters have retreated from Aden, residents said on Tuesday. "
        "Fighting began in Aden on August 7, the Council said."
    )
    won = f"The Southern Council (STC) is armed. {won.replace('Council', 'STC')}"
    still = lost.replace("retreated from", "looted")
    given = {"won": date(2019, 8, 15)}
    chances = [
        {one.date: one.probability for one in dated(given, won=won, other=text)["other"].candidates}
        for text in (lost, still)
    ]
    earlier, later = date(2019, 8, 13), date(2019, 8, 20)
    assert chances[0][later] / chances[0][earlier] > 2 * chances[1][later] / chances[1][earlier]


def test_a_given_day_dates_the_reports_that_share_its_story(dated):
    undated = ANCHOR.removeprefix("ADEN, August 13, 2019 (Wire) - ")
    follow = f"The navy said Wednesday it had no answer.\n\n{QUOTE} said Salem Awad in Aden."
    found = dated({"first": date(2013, 8, 13)}, first=undated, follow=follow)
    assert found["follow"].date == date(2013, 8, 14)


def test_no_report_is_from_the_future_and_probabilities_add_up_to_one_at_most(dated):
    found = dated(today=date(2019, 8, 13), one=ANCHOR, two=LATER.format(verb="had established"))
    for publication in found.values():
        assert all(one.date <= date(2019, 8, 13) for one in publication.candidates)
        assert sum(one.probability for one in publication.candidates) <= 1.001


def test_impossible_dates_stop_nothing(dated):
    text = "Posted 2022-13-45\n\nShells fell on June 31 and on 30 February, and on 31/31/2020."
    assert dated(one=text, two=text).keys() == {"one", "two"}


def test_an_empty_folder_has_no_days():
    assert publication_dates([], today=TODAY) == {}
