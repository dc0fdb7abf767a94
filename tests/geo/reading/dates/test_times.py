"""When things happened: the table of the specification, on sentences of other wars."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from geo.codes import Aspect, DatePrecision
from geo.reading.dates.times import find_times

if TYPE_CHECKING:
    from geo.claims import When

# A Wednesday, the day of publication where a test gives no other.
PUBLISHED = date(2019, 10, 16)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Militants raided Tabqa on Monday.", "2019-10-14", "2019-10-14"),
        ("The ministry said Wednesday the road was open.", "2019-10-16", "2019-10-16"),
        ("Gunmen raided the village on Thursday.", "2019-10-10", "2019-10-10"),
        ("The talks are set for Wednesday in Sochi.", "2019-10-23", "2019-10-23"),
        ("The envoys will meet Friday in Sochi.", "2019-10-18", "2019-10-18"),
        ("Officials said the truce would begin on Sunday.", "2019-10-20", "2019-10-20"),
        ("Gunmen raided the village last Wednesday.", "2019-10-09", "2019-10-09"),
        ("The vote is planned for next Wednesday.", "2019-10-23", "2019-10-23"),
        ("Shells hit the depot on Sat. morning.", "2019-10-12", "2019-10-12"),
        ("Rebels took the ridge on 3 August.", "2019-08-03", "2019-08-03"),
        ("Rebels took the ridge on December 3rd.", "2018-12-03", "2018-12-03"),
        ("The column will leave on December 3.", "2019-12-03", "2019-12-03"),
        ("Rebels took the ridge on 3 May 2014.", "2014-05-03", "2014-05-03"),
        ("Rebels took the ridge on May 3rd, 2014.", "2014-05-03", "2014-05-03"),
        ("REBELS TOOK THE RIDGE ON 3 MAY 2014.", "2014-05-03", "2014-05-03"),
        ("REBELS TOOK THE RIDGE ON MONDAY.", "2019-10-14", "2019-10-14"),
        ("Rebels took the ridge on 2014-05-03.", "2014-05-03", "2014-05-03"),
        ("Rebels took the ridge on Friday, August 9.", "2019-08-09", "2019-08-09"),
        ("Rebels took the ridge in March 2016.", "2016-03-01", "2016-03-31"),
        ("Rebels took the ridge in early March 2016.", "2016-03-01", "2016-03-10"),
        ("Rebels took the ridge in November.", "2018-11-01", "2018-11-30"),
        ("Rebels took the ridge in January this year.", "2019-01-01", "2019-01-31"),
        ("Rebels took the ridge in July last year.", "2018-07-01", "2018-07-31"),
        ("Rebels took the ridge in 2011.", "2011-01-01", "2011-12-31"),
        ("Rebels took the ridge in late 2011.", "2011-10-01", "2011-12-31"),
        ("Rebels took the ridge last weekend.", "2019-10-12", "2019-10-13"),
        ("Rebels took the ridge earlier this week.", "2019-10-14", "2019-10-16"),
        ("Rebels took the ridge this month.", "2019-10-01", "2019-10-31"),
        ("Rebels took the ridge last month.", "2019-09-01", "2019-09-30"),
        ("Rebels took the ridge last week.", "2019-10-07", "2019-10-13"),
        ("Rebels took ten villages in recent days.", "2019-10-07", "2019-10-16"),
        ("Rebels took ten villages in recent weeks.", "2019-09-18", "2019-10-16"),
        ("Rebels took the ridge two days ago.", "2019-10-14", "2019-10-14"),
        ("Rebels took the ridge yesterday.", "2019-10-15", "2019-10-15"),
        ("Shells fell overnight.", "2019-10-15", "2019-10-16"),
        ("Nobody has seen a patrol in over four days.", "2019-10-12", "2019-10-16"),
        ("The port has been closed for more than seven months.", "2019-03-16", "2019-10-16"),
        ("The port has been closed since the end of 2017.", "2017-10-01", "2019-10-16"),
        ("The port has been closed since August 3.", "2019-08-03", "2019-10-16"),
        ("The rebels currently hold the ridge.", "2019-10-16", "2019-10-16"),
        ("The ridge was previously held by the army.", None, "2019-10-15"),
        ("The ridge was theirs a few years ago.", None, "2017-10-15"),
    ],
)
def test_an_expression_means_what_an_agency_means_by_it(span, text, first, last):
    assert span(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels may march on the capital, and we would leave.",
        "A 12-year-old girl was the second victim.",
        "The Sunday Times met the commander.",
        "Markets open on Fridays and every Monday.",
        "Some of 2000 houses are gone.",
        "The cat sat on the sun deck.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(read, text):
    assert read(text).times == ()


def test_without_a_day_of_publication_only_what_needs_none_is_resolved(read):
    text = "Rebels took the ridge on Monday. They came in 2011. The port fell on 3 May 2014."
    assert [time.quote.text for time in read(text, None).times] == ["2011", "3 May 2014"]


def test_that_same_day_is_the_day_named_before_it(read):
    times = read("On Friday shells hit Taiz. That same day the port was closed.").times
    assert times[1].when.start == times[0].when.start == date(2019, 10, 11)


def test_a_quoted_expression_is_the_words_of_the_report(read):
    clues = read("“Since late 2017”, he said, the port\u00a0is closed, and on Mon. it burned.")
    for time in clues.times:
        assert clues.parsed.report.text[time.quote.start : time.quote.end] == time.quote.text


@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        # Each verb its own day.
        ("Rebels took the ridge on Monday but lost it on Tuesday.", "took", 14, 14),
        ("Rebels took the ridge on Monday but lost it on Tuesday.", "lost", 15, 15),
        # One tense joined by "and": one day.
        ("Gunmen attacked the market on Monday and killed six people.", "killed", 14, 14),
        ("On Sunday, gunmen attacked the market and killed six people.", "killed", 13, 13),
        ("The clashes that began on October 9 have ceased.", "clashes", 9, 9),
        ("In violence elsewhere on Sunday, six people were killed in a blast.", "killed", 13, 13),
        ("A mortar killed a boy Sunday on the edge of Taiz, a doctor said.", "killed", 13, 13),
        # What is announced on a day has that day where nothing says otherwise.
        ("The army said on Tuesday that rebels had shelled the port.", "shelled", 15, 15),
        # An undated sentence goes on with the day just told.
        ("A bomb went off in the market on Monday. Six people were killed.", "killed", 14, 14),
    ],
)
def test_an_event_has_the_day_its_clause_is_given(when, text, word, first, last):
    found = when(text, word)
    assert (found.start, found.end) == (date(2019, 10, first), date(2019, 10, last + 1))


def test_a_state_holds_on_the_day_of_the_report(when):
    found = when("The rebels hold the ridge above Taiz.", "hold", Aspect.STATE)
    assert (found.start, found.end) == (PUBLISHED, PUBLISHED + timedelta(1))
    assert found.as_of == PUBLISHED


def test_a_state_in_reported_speech_holds_on_the_day_of_the_speech(when):
    found = when("The mayor said on Monday that rebels hold the ridge.", "hold", Aspect.STATE)
    assert found.as_of == date(2019, 10, 14)


def test_a_state_since_a_day_begins_there_and_lasts(when):
    text = "The rebels have held the ridge since August 3."
    found = when(text, "held", Aspect.STATE)
    assert (found.start, found.as_of) == (date(2019, 8, 3), PUBLISHED)
    assert found.basis == "since August 3"


def test_a_state_since_something_happened_begins_with_it(when):
    text = "The militia has fought beside the army since the rebels entered Taiz on October 2."
    assert when(text, "fought", Aspect.STATE).start == date(2019, 10, 2)


def test_a_once_held_place_was_held_before_the_report(when):
    found = when("The ridge was previously controlled by the army.", "controlled", Aspect.STATE)
    assert (found.start, found.end, found.as_of) == (None, PUBLISHED, None)


def test_a_past_event_without_a_time_has_no_known_beginning(when):
    found = when("Rebels burned the depot.", "burned")
    assert (found.start, found.end) == (None, PUBLISHED + timedelta(1))
    assert found.precision is DatePrecision.UNKNOWN
    assert when("Rebels have seized the depot.", "seized").precision is DatePrecision.DAYS


def test_what_follows_the_outbreak_a_report_dates_began_no_earlier(when):
    text = "Rebels entered Taiz on October 2. The port is shut. They have seized the ridge."
    assert when(text, "seized").start == date(2019, 10, 2)
    text = "Rebels entered Taiz on October 2. Aid is short. The attack shocked the capital."
    assert when(text, "attack").start == date(2019, 10, 2)


def test_what_goes_on_ends_with_the_report(when):
    found = when("Planes continue to bomb the port.", "bomb", Aspect.RECURRING)
    assert (found.start, found.end) == (None, PUBLISHED + timedelta(1))


def test_nothing_is_dated_when_the_report_is_not(when):
    found = when("Rebels hold the ridge.", "hold", Aspect.STATE, published=None)
    assert (found.start, found.end, found.as_of) == (None, None, None)


def test_the_expressions_of_the_example_reports_mean_what_the_annotation_says(
    seeds_folder, language_model, write_report
):
    gold = json.loads((seeds_folder / "gold.json").read_text(encoding="utf-8"))
    right = wrong = 0
    for one in gold["documents"]:
        text = (seeds_folder / one["file"]).read_bytes().decode()
        published = date.fromisoformat(one["publication"]["date"])
        times = find_times(language_model.parse(write_report(text)), published)
        for expected in one["time_expressions"]:
            found = [
                time.when
                for time in times
                if time.quote.start < expected["end"] and expected["start"] < time.quote.end
            ]
            right += any(_is(when, expected) for when in found)
            wrong += not any(_is(when, expected) for when in found)
    # The rest hangs on knowing the war, or bounds a time from one side only.
    assert right >= 35, wrong


def _is(when: When, expected: dict[str, str]) -> bool:
    last = when.end - timedelta(1) if when.end else None
    begins = expected["value_start"] == (when.start and when.start.isoformat())
    return begins and expected["value_end"] in (None, last and last.isoformat())
