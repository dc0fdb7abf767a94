"""When things happened in reports of many wars: sentences written before the rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo.codes import Aspect

EVENT, STATE = Aspect.EVENT, Aspect.STATE


@pytest.mark.parametrize(
    ("published", "text", "first", "last"),
    [
        ("2022-03-04", "Missiles hit Mykolaiv early on Sunday.", "2022-02-27", "2022-02-27"),
        (
            "2022-03-04",
            "Missiles hit Mykolaiv in the early hours of Thursday.",
            "2022-03-03",
            "2022-03-03",
        ),
        ("2023-05-09", "Jets bombed Bahri late on Monday.", "2023-05-08", "2023-05-08"),
        ("2023-05-09", "Shells fell on Omdurman late last month.", "2023-04-21", "2023-04-30"),
        ("2023-05-09", "Shells fell between 4 and 9 March.", "2023-03-04", "2023-03-09"),
        ("2023-05-09", "Shells fell between March 4 and 9.", "2023-03-04", "2023-03-09"),
        ("2023-05-09", "Shells fell from March 28 to April 2.", "2023-03-28", "2023-04-02"),
        ("2023-05-09", "Shells fell between 28 March and 2 April.", "2023-03-28", "2023-04-02"),
        ("2023-05-12", "Shells fell from Monday to Thursday.", "2023-05-08", "2023-05-11"),
        ("2023-05-12", "Shells fell between Monday and Wednesday.", "2023-05-08", "2023-05-10"),
        ("2023-05-12", "Eleven villages burned on 3-5 May.", "2023-05-03", "2023-05-05"),
        ("2018-11-01", "The port of Hodeidah was hit on Sept. 14.", "2018-09-14", "2018-09-14"),
        ("2018-11-01", "The port of Hodeidah was hit on Feb. 3.", "2018-02-03", "2018-02-03"),
        ("2018-11-01", "THE PORT WAS HIT ON 3 FEBRUARY.", "2018-02-03", "2018-02-03"),
        ("1990-02-08", "TWO SOLDIERS WERE KILLED ON 6 FEB.", "1990-02-06", "1990-02-06"),
        ("1990-02-08", "THE REBELS ATTACKED LAST NIGHT.", "1990-02-07", "1990-02-07"),
        ("2018-11-01", "The port was hit on 2018-09-14.", "2018-09-14", "2018-09-14"),
        ("2018-11-01", "The port was hit on 14/09/2018.", "2018-09-14", "2018-09-14"),
        ("2018-11-01", "The port was hit on 9/14/2018.", "2018-09-14", "2018-09-14"),
        (
            "2021-11-20",
            "Tigrayan forces advanced in the third quarter of 2021.",
            "2021-07-01",
            "2021-09-30",
        ),
        (
            "2021-11-20",
            "Tigrayan forces advanced in the second half of 2020.",
            "2020-07-01",
            "2020-12-31",
        ),
        ("2021-11-20", "They advanced in the first half of the year.", "2021-01-01", "2021-06-30"),
        ("2021-11-20", "They advanced in the summer of 2021.", "2021-06-01", "2021-08-31"),
        ("2021-11-20", "They advanced last summer.", "2021-06-01", "2021-08-31"),
        (
            "2024-01-24",
            "More than 20 people died in the past 24 hours.",
            "2024-01-23",
            "2024-01-24",
        ),
        ("2024-01-24", "The talks will open in two weeks.", "2024-02-04", "2024-02-10"),
        ("2024-01-24", "Relief trucks are due on Friday.", "2024-01-26", "2024-01-26"),
        ("2024-01-24", "The truce is expected to start on Sunday.", "2024-01-28", "2024-01-28"),
        ("2024-01-24", "The vote has been postponed until 3 March.", None, "2024-03-03"),
        ("2024-01-24", "Shells hit the clinic on the night of 21 January.", "2024-01-21",
         "2024-01-22"),
        ("2024-01-24", "Shells hit the clinic on the night of January 21-22.", "2024-01-21",
         "2024-01-22"),
        ("2024-01-24", "Clashes have gone on for three days.", "2024-01-21", "2024-01-24"),
        ("2024-01-24", "The town has been besieged since mid-December.", "2023-12-11",
         "2024-01-24"),
        ("2024-01-24", "Drones hit the depot over the weekend.", "2024-01-20", "2024-01-21"),
        ("2024-01-24", "Drones hit the depot in the last week of December.", "2023-12-25",
         "2023-12-31"),
        ("2024-01-24", "Drones hit the depot at the end of December.", "2023-12-21",
         "2023-12-31"),
        ("2024-01-24", "Drones hit the depot a week ago.", "2024-01-14", "2024-01-20"),
        ("2024-01-24", "Drones hit the depot on Tuesday 16 January.", "2024-01-16",
         "2024-01-16"),
        ("2024-01-24", "Drones hit the depot on the 16th of January.", "2024-01-16",
         "2024-01-16"),
        ("2024-01-24", "Drones hit the depot a year ago today.", "2023-01-24", "2023-01-24"),
        ("2024-01-24", "Drones hit the depot this morning.", "2024-01-24", "2024-01-24"),
        ("2024-01-24", "Drones hit the depot at dawn on Monday.", "2024-01-22", "2024-01-22"),
        ("2024-01-24", "Drones hit the depot overnight into Monday.", "2024-01-21", "2024-01-22"),
        ("2024-01-24", "Drones hit the depot overnight on Monday.", "2024-01-22", "2024-01-23"),
    ],
)  # fmt: skip
def test_an_expression_has_the_days_a_coder_would_note(span, published, text, first, last):
    assert span(text, date.fromisoformat(published)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The convoy was hit on 03/04/2019.",  # March or April
        "Unit 12/05 of the brigade held the bridge.",
        "Resolution 2254 was adopted by the council.",
        "The Three-Day War of the sheikhs is a legend.",
    ],
)
def test_what_could_be_two_days_or_none_is_not_read_as_one(read, text):
    assert read(text).times == ()


@pytest.mark.parametrize(
    ("published", "text", "word", "aspect", "first", "last"),
    [
        # What is announced on a day is dated to that day where nothing says otherwise.
        ("2022-09-12", "Kyiv announced Sunday that it had seized Kupiansk.", "seized", EVENT,
         "2022-09-11", "2022-09-11"),
        ("2022-09-12", "On Sunday, Ukraine said its troops had entered Izium.", "entered", EVENT,
         "2022-09-11", "2022-09-11"),
        ("2015-10-02", "A Taliban spokesman claimed on Thursday to have captured the hill.",
         "captured", EVENT, "2015-10-01", "2015-10-01"),
        # Its own day wins over the day of the speech.
        ("2022-09-12", "The mayor said on Sunday that shells had hit the school on Friday.",
         "hit", EVENT, "2022-09-09", "2022-09-09"),
        ("2022-09-12", "Shells hit the school on Friday, the mayor said on Sunday.", "hit", EVENT,
         "2022-09-09", "2022-09-09"),
        ("2022-09-12", "The mayor said on Sunday that shells had hit the school the previous day.",
         "hit", EVENT, "2022-09-10", "2022-09-10"),
        ("2022-09-12", "The mayor said on Sunday that shells had hit the school two days earlier.",
         "hit", EVENT, "2022-09-09", "2022-09-09"),
        # Days told from the sentence before.
        ("2014-06-20", "Gunmen stormed Mosul on Tuesday. That same day they took Qayyarah.",
         "took", EVENT, "2014-06-17", "2014-06-17"),
        ("2014-06-20", "Gunmen stormed Mosul on Tuesday. A day later they took Tikrit.", "took",
         EVENT, "2014-06-18", "2014-06-18"),
        ("2014-06-20", "Gunmen stormed Mosul on Tuesday. The next day Tikrit fell.", "fell",
         EVENT, "2014-06-18", "2014-06-18"),
        ("2014-06-20", "Gunmen stormed Mosul on June 10. Two days later they took Tikrit.",
         "took", EVENT, "2014-06-12", "2014-06-12"),
        ("2014-06-20", "The day after gunmen stormed Mosul on June 10, Tikrit fell.", "fell",
         EVENT, "2014-06-11", "2014-06-11"),
        # The days of a battle.
        ("2020-10-01", "The war began on Sunday. On the third day of fighting, a jet was hit.",
         "hit", EVENT, "2020-09-29", "2020-09-29"),
        # By the time of something dated.
        ("2013-03-20", "By the time French troops arrived on January 26, rebels had burned Gao.",
         "burned", EVENT, None, "2013-01-26"),
        ("2013-03-20", "The rebels fled before French troops entered Gao on January 26.",
         "fled", EVENT, None, "2013-01-26"),
        # After a meeting on a day.
        ("2019-04-10", "After a meeting in Tobruk on Monday, the army shelled Ain Zara.",
         "shelled", EVENT, "2019-04-08", "2019-04-08"),
        # A clause without a time shares the time of the one above.
        ("2019-04-10", "Haftar's forces shelled Ain Zara on Monday, killing four people.",
         "killing", EVENT, "2019-04-08", "2019-04-08"),
        ("2019-04-10", "The shell that killed four people landed in Ain Zara on Monday.",
         "killed", EVENT, "2019-04-08", "2019-04-08"),
        ("2019-04-10", "Four people killed in shelling of Ain Zara on Monday were buried.",
         "killed", EVENT, "2019-04-08", "2019-04-08"),
        ("2019-04-10", "Monday's attack on Ain Zara left four people dead.", "attack",
         EVENT, "2019-04-08", "2019-04-08"),
        ("2019-04-10", "In an attack on Sunday, militiamen burned down the market of Ain Zara.",
         "burned", EVENT, "2019-04-07", "2019-04-07"),
        ("2019-04-10", ("A drone strike in Murzuq killed 42 people on Sunday, a day after rebels "
         "overran it."), "overran", EVENT, "2019-04-06", "2019-04-06"),
        # States.
        ("2021-02-11", "The UN said on Tuesday that Eritrean troops hold Adwa.", "hold", STATE,
         "2021-02-09", "2021-02-09"),
        ("2021-02-11", "Eritrean troops still hold Adwa.", "hold", STATE, "2021-02-11",
         "2021-02-11"),
        ("2021-02-11", "As of Monday, Eritrean troops held Adwa.", "held", STATE, "2021-02-08",
         "2021-02-08"),
        ("2021-02-11", "Eritrean troops have controlled Adwa since 20 November.", "controlled",
         STATE, "2020-11-20", "2021-02-11"),
        ("2021-02-11", "Eritrean troops held Adwa until January 5.", "held", STATE, None,
         "2021-01-05"),
        ("2021-02-11", "Eritrean troops have controlled Adwa for three months.", "controlled",
         STATE, "2020-11-11", "2021-02-11"),
        ("2021-02-11", ("Al-Shabaab, which has controlled Jilib since 2014, shelled the base on "
         "Monday."), "shelled", EVENT, "2021-02-08", "2021-02-08"),
        ("2021-02-11", ("Al-Shabaab, which has controlled Jilib since 2014, shelled the base on "
         "Monday."), "controlled", STATE, "2014-01-01", "2021-02-11"),
        # A noun in -ing is no clause of its own.
        ("2020-11-09", "Shelling of Stepanakert wounded three residents on Friday.", "Shelling",
         EVENT, "2020-11-06", "2020-11-06"),
        # The day at the end of two joined verbs is that of both.
        ("2023-05-22", "A missile killed three people and hurt eight on Sunday evening.",
         "killed", EVENT, "2023-05-21", "2023-05-21"),
    ],
)  # fmt: skip
def test_a_clause_has_the_days_a_coder_would_note(  # noqa: PLR0917 - a row of the table
    when, published, text, word, aspect, first, last
):
    found = when(text, word, aspect, date.fromisoformat(published))
    ends = found.end - timedelta(1) if found.end else None
    assert (found.start and found.start.isoformat(), ends and ends.isoformat()) == (first, last)
