"""The day of what happened, told in its clause, before it or after it: reports of many wars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo.codes import Aspect, DatePrecision

# (published, text, the word that heads the statement, its first and its last day)
ROWS = [
    # The hour, the part of the day.
    ("2022-02-04", "The militia struck the camp at about 4 a.m. on Wednesday.", "struck",
     "2022-02-02", "2022-02-02"),
    ("2022-02-04", "Early on Wednesday the militia struck the camp.", "struck", "2022-02-02",
     "2022-02-02"),
    ("2022-02-04", "Late Tuesday night, drones attacked the refinery.", "attacked", "2022-02-01",
     "2022-02-01"),
    ("2022-02-04", "Shells hit the clinic around noon on Tuesday.", "hit", "2022-02-01",
     "2022-02-01"),
    ("2022-02-04", "Drones attacked the depot overnight.", "attacked", "2022-02-03",
     "2022-02-04"),
    # What is told in the sentence before, and how long after it.
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. Hours later, gunmen stormed "
     "a hotel."), "stormed", "2023-07-11", "2023-07-11"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. Earlier in the day, a mine "
     "killed two soldiers."), "killed", "2023-07-11", "2023-07-11"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. In the evening, mortars hit "
     "the airport."), "hit", "2023-07-11", "2023-07-11"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. Also on Tuesday, mortars hit "
     "the airport."), "hit", "2023-07-11", "2023-07-11"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. Minutes later gunmen opened "
     "fire."), "opened", "2023-07-11", "2023-07-11"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. On the same day, mortars hit "
     "the airport."), "hit", "2023-07-11", "2023-07-11"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. The day before, mortars hit "
     "the airport."), "hit", "2023-07-10", "2023-07-10"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. The following morning, "
     "mortars hit the airport."), "hit", "2023-07-12", "2023-07-12"),
    ("2023-07-14", ("A car bomb went off in Beledweyne on Tuesday. Three soldiers died. The "
     "attackers burned two shops."), "burned", "2023-07-11", "2023-07-11"),
    # When one thing happened as another did.
    ("2023-05-09", ("At least 17 people were killed on Sunday when shells hit a market in "
     "Omdurman."), "hit", "2023-05-07", "2023-05-07"),
    ("2023-05-09", "Five nurses died on Sunday as shells hit a hospital in Omdurman.", "hit",
     "2023-05-07", "2023-05-07"),
    ("2023-05-09", "Rescuers pulled six bodies from the rubble after an air strike on Sunday.",
     "strike", "2023-05-07", "2023-05-07"),
    ("2023-05-09", "A drone strike late on Sunday in Nyala killed six people.", "killed",
     "2023-05-07", "2023-05-07"),
    ("2023-05-09", "Sunday's drone strike on Nyala killed six people.", "killed", "2023-05-07",
     "2023-05-07"),
    ("2023-05-09", "The rebels retook the bridge on Monday, a day after they lost it.",
     "retook", "2023-05-08", "2023-05-08"),
    # The day of the speech is not that of the event.
    ("2021-08-10", "The governor said on Monday that the town fell on Saturday.", "fell",
     "2021-08-07", "2021-08-07"),
    ("2021-08-10", "Gunmen killed nine herders in Gwer on Friday night, police said on Sunday.",
     "killed", "2021-08-06", "2021-08-06"),
    ("2021-08-10", ("Gunmen killed nine herders in Gwer, police said on Sunday. The attack "
     "took place on Friday night."), "killed", "2021-08-06", "2021-08-06"),
    ("2021-08-10", ("Nine herders were killed in Gwer, police said. The shooting happened on "
     "Friday."), "killed", "2021-08-06", "2021-08-06"),
    ("2021-08-10", ("Police said on Sunday that nine herders had been killed in an attack two "
     "days earlier."), "killed", "2021-08-06", "2021-08-06"),
    # Several days.
    ("2021-08-10", "At least 16 people were killed in two days of fighting.", "killed",
     "2021-08-08", "2021-08-10"),
    ("2021-08-10", "Shelling killed nine people in the previous 24 hours.", "killed",
     "2021-08-09", "2021-08-10"),
    ("2021-08-12", "The army recaptured three villages this week.", "recaptured", "2021-08-09",
     "2021-08-12"),
    ("2021-08-10", "The army recaptured three villages over the weekend.", "recaptured",
     "2021-08-07", "2021-08-08"),
    ("2021-08-10", "Between Friday and Sunday, jets bombed the port.", "bombed", "2021-08-06",
     "2021-08-08"),
    ("2021-08-10", "Jets bombed the port on Friday and Saturday.", "bombed", "2021-08-06",
     "2021-08-07"),
    # A day of the month.
    ("2021-01-10", "Rebels shelled Bangui on 19 December.", "shelled", "2020-12-19",
     "2020-12-19"),
    ("2021-01-10", "In the attack of 19 December, rebels killed eleven people.", "killed",
     "2020-12-19", "2020-12-19"),
    ("2021-01-10", "On the night of 3 to 4 January, rebels shelled Damara.", "shelled",
     "2021-01-03", "2021-01-04"),
    ("2021-01-10", "Rebels entered Bangassou at dawn on January 3 after days of fighting.",
     "entered", "2021-01-03", "2021-01-03"),
    ("2021-01-10", "Rebels killed a driver on the 3rd.", "killed", "2021-01-03", "2021-01-03"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "word", "first", "last"), ROWS)
def test_what_happened_has_its_own_day(  # noqa: PLR0917 - a row of the table
    when, published, text, word, first, last
):
    found = when(text, word, Aspect.EVENT, date.fromisoformat(published))
    ends = found.end - timedelta(1) if found.end else None
    assert (str(found.start), str(ends)) == (first, last)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army said on Sunday it had seized Wau.", "seized"),
        ("Rebels seized Wau, the army said on Sunday.", "seized"),
        ("The army on Sunday said rebels had seized Wau.", "seized"),
        ("Rebels seized Wau, a spokesman told reporters on Sunday.", "seized"),
        ("According to a statement on Sunday, rebels seized Wau.", "seized"),
    ],
)
def test_the_day_of_the_speech_is_only_a_guess_at_the_day_of_what_is_told(when, text, word):
    found = when(text, word, Aspect.EVENT, date(2021, 8, 10))
    assert found.start == date(2021, 8, 8)
    assert found.precision is DatePrecision.DAYS


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # Another incident has its own day, told or not.
        ("A bomb went off on Tuesday. In 2019 rebels burned the market.", "burned"),
        ("A bomb went off on Tuesday. Rebels had burned the market.", "burned"),
        ("The president visited the front on Tuesday. Rebels have burned the market.", "burned"),
    ],
)
def test_what_was_before_the_story_has_not_the_day_of_the_story(when, text, word):
    assert when(text, word, Aspect.EVENT, date(2021, 8, 12)).start != date(2021, 8, 10)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They came in nineteen ninety-six.", "1996-01-01", "1996-12-31"),
        ("They came in the year two thousand.", "2000-01-01", "2000-12-31"),
        ("They came in twenty eleven.", "2011-01-01", "2011-12-31"),
        ("They recently came.", "2021-07-13", "2021-08-10"),
        ("They came two decades ago.", "2001-01-01", "2001-12-31"),
        ("Rebels have held Wau for seventeen days.", "2021-07-24", "2021-08-10"),
        ("Rebels have held Wau for twenty-four days.", "2021-07-17", "2021-08-10"),
        ("Prices rose in the quarter.", "2021-04-01", "2021-06-30"),
    ],
)
def test_numbers_in_words_and_vague_words_have_days(span, text, first, last):
    assert span(text, date(2021, 8, 10)) == (first, last)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A two-day siege ended when rebels took Wau on Sunday.", "took"),
        ("On Sunday rebels took Wau, 12 hours after they came.", "took"),
        ("Rebels took Wau on Sunday in a three-week offensive.", "took"),
    ],
)
def test_how_long_something_took_says_not_when(when, text, word):
    assert when(text, word, Aspect.EVENT, date(2021, 8, 10)).start == date(2021, 8, 8)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The UN said on Monday that jets had hit Wau the night before.", "hit"),
        ("Troops have retaken the port, a year after rebels overran it, the army said on Sunday.",
         "retaken"),
        (("Militants have been beaten since the siege began on August 8. A drone killed two on "
         "Monday. The gunmen took a priest hostage on the first day."), "took"),
        (("Gunmen killed six people on Sunday. The army came. Troops also entered Wau. Hours "
         "later a bomb killed two."), "bomb"),
        (("Rebels have taken Wau after besieging it for four weeks, residents and an official "
         "said on Sunday."), "taken"),
        ("At least 18 people were killed and dozens wounded on Sunday in clashes.", "killed"),
    ],
)  # fmt: skip
def test_a_day_told_further_off_is_found(when, text, word):
    assert when(text, word, Aspect.EVENT, date(2021, 8, 10)).start == date(2021, 8, 8)
