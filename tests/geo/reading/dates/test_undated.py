"""Reports of many wars that print no date: the days they could be from, and no other chosen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo.reading.dates.published import publication_dates

TODAY = date(2026, 11, 1)

# Invented before the rules that date them: a name, the first and last day a careful reader
# would give, and the report.
UNDATED = [
    ("kherson", "2022-11-11", "2022-11-12", """
Ukrainian troops entered the centre of Kherson on Friday, two days after Moscow ordered a retreat.

Russia's defence minister announced the withdrawal on Wednesday, November 9. Russian forces had
held the city since March 2022, residents said.

"It is a day of joy," the governor said on Friday. A curfew is to begin on Saturday."""),
    ("khartoum", "2023-04-18", "2023-04-19", """
Air strikes shook Khartoum on Tuesday as fighting between the army and the paramilitary RSF went
into a fourth day.

The clashes that began on Saturday, April 15, have killed at least 185 people, a UN envoy said on
Monday. A 24-hour truce announced on Tuesday did not hold.

The two generals had ruled together since the coup of October 2021."""),
    ("hodeidah", "2018-06-14", "2018-06-15", """
Yemeni forces backed by the coalition advanced on the airport of Hodeidah on Thursday.

The assault on the port began on June 13, a Wednesday, after a deadline passed. The Houthis have
held Hodeidah since 2014.

The Security Council will meet on Friday, diplomats said."""),
    ("marawi", "2017-05-24", "2017-05-25", """
Gunmen of the Maute group still held parts of Marawi on Wednesday, a day after they stormed it.

The president declared martial law on Tuesday, May 23. Troops went from house to house on
Wednesday, an army spokesman said.

The group pledged allegiance to Islamic State in 2015."""),
    ("goma", "2012-11-20", "2012-11-21", """
M23 rebels took the airport of Goma on Tuesday and walked into the town, witnesses said.

The rebels, who deserted the army in April 2012, had broken through at Kibumba last weekend. "They
are at the border," a resident said on Tuesday. Talks are planned for Wednesday in Kampala.

Fighting had resumed on Thursday, November 15."""),
    ("mekelle", "2021-06-29", "2021-06-30", """
Tigrayan fighters paraded through Mekelle on Tuesday after government soldiers left.

The interim administration fled on June 28, a Monday, and a ceasefire was announced the same day.
The war began in November 2020.

The Security Council is expected to meet on Friday."""),
    ("kunduz", "2015-09-29", "2015-09-30", """
Afghan forces tried to retake Kunduz on Tuesday, one day after the Taliban overran it.

The insurgents attacked before dawn on Monday, September 28, from three sides. American planes
struck outside the city on Tuesday, a spokesman said.

NATO ended its combat mission in December 2014."""),
    ("palma", "2021-03-27", "2021-03-29", """
Dozens of people were still missing in Palma on Saturday, three days after insurgents attacked.

The raid began on Wednesday, March 24, hours after a gas company said it would resume work. A
convoy was ambushed on Friday, a security source said on Saturday.

Insurgents have fought in Cabo Delgado since October 2017."""),
    ("gao", "2013-01-26", "2013-01-28", """
French and Malian troops seized the airport of Gao on Saturday, the French defence ministry said.

France sent its first planes on January 11, a Friday. Islamists had held Gao since the end of June
2012.

African leaders will discuss the mission on Sunday."""),
    ("stepanakert", "2020-10-04", "2020-10-05", """
Shells hit Stepanakert again on Sunday, its leader said, and Azerbaijan said Ganja was hit.

Heavy fighting broke out on Sunday, September 27, and has spread. Armenia said on Saturday that it
would use all means.

It is the worst fighting since 2016."""),
    ("mocha", None, None, """
Shells fell on the harbour of Mocha on Thursday, a port worker said. Two fishermen were hurt.

The harbour was to open again on Saturday."""),
    ("beni", None, None, """
Militiamen killed nine villagers near Beni overnight, a chief said.

"They came with machetes," he said. The army was looking for them."""),
    ("arauca", "2022-01-04", "2022-01-05", """
At least 23 people were killed in clashes between two armed groups in Arauca, the army said on
Monday, and more soldiers arrived on Tuesday.

The fighting began on Sunday, January 2. The groups have fought over the border since 2021."""),
    ("laukkai", "2024-01-05", "2024-01-08", """
An alliance of ethnic armies took the town of Laukkai on Friday, it said.

Six generals laid down their arms on Thursday, January 4, at the latest, a monitor said. The
alliance launched its offensive on October 27, 2023."""),
]  # fmt: skip


def _unwrapped(text):
    return "\n\n".join(" ".join(one.split()) for one in text.strip().split("\n\n"))


@pytest.fixture(scope="module")
def dated(language_model):
    from geo.report import Report

    reports = [Report(name, _unwrapped(text)) for name, _, _, text in UNDATED]
    # One by one: a folder of wars that have nothing in common is no help to any of them.
    return {
        one.report_id: publication_dates([language_model.parse(one)], today=TODAY)[one.report_id]
        for one in reports
    }


@pytest.mark.parametrize(("name", "first", "last"), [one[:3] for one in UNDATED])
def test_an_undated_report_is_from_one_of_the_days_it_allows_or_from_none(dated, name, first, last):
    found = dated[name]
    assert not found.given
    if first is None:
        assert found.date is None
    elif found.date is not None:
        assert date.fromisoformat(first) <= found.date <= date.fromisoformat(last)


@pytest.mark.parametrize("row", [one for one in UNDATED if one[1]], ids=lambda row: row[0])
def test_the_days_an_undated_report_allows_are_among_its_likely_ones(dated, row):
    name, first, last, _ = row
    within = [
        one.probability
        for one in dated[name].candidates
        if date.fromisoformat(first) <= one.date <= date.fromisoformat(last)
    ]
    assert within
    assert all(one.reasons for one in dated[name].candidates)


def test_most_reports_that_hold_clues_to_their_day_are_dated(dated, capsys):
    wanted = {name: (first, last) for name, first, last, _ in UNDATED if first}
    chosen = [name for name in wanted if dated[name].date is not None]
    with capsys.disabled():
        print(f"\nundated reports: {len(chosen)} of {len(wanted)} dated")
    assert len(chosen) >= 8


def test_a_folder_of_other_wars_changes_no_report_that_dates_itself(dated, language_model):
    from geo.report import Report

    reports = [Report(name, _unwrapped(text)) for name, _, _, text in UNDATED]
    together = publication_dates([language_model.parse(one) for one in reports], today=TODAY)
    for name, alone in dated.items():
        if alone.date is not None and together[name].date is not None:
            assert abs(together[name].date - alone.date) <= timedelta(1)
