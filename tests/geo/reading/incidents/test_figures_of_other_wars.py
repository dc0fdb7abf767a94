"""
Dead, hurt, missing, displaced, trapped, held and inhabitants in sentences about many wars.

Written before the rules that read them. A figure is "what low[-best-high]", "39+" is at
least 39, "total" a running total, "civilians" the civilians among the dead. A sentence
without figures has nothing that may be counted, or says that nothing is known.
"""

from __future__ import annotations

from datetime import date

import pytest

from geo.actors import load_actors
from geo.reading.incidents.claims import read_incidents
from geo.reading.incidents.tolls import read_tolls
from tests.geo.reading.incidents.figure_lines import found_lines, wanted_lines

THURSDAY = date(2024, 3, 14)


@pytest.fixture(scope="session")
def table():
    return load_actors()


@pytest.fixture
def read(clues_of, write_report, gazetteer, table):
    def claims(text):
        clues = clues_of(write_report(text), THURSDAY)
        return read_incidents(clues, gazetteer, table)[0], read_tolls(clues, gazetteer, table)[0]

    return claims


def test_of(cases):
    return pytest.mark.parametrize(("text", "wanted"), cases)


test_of.__test__ = False


@test_of(
    [
        (
            "The army said it had killed 258 militants, 65 soldiers and 26 civilians in Sirte.",
            "killed 349 civilians 26",
        ),
        (
            "A suicide bomber struck a mosque in Kano, leaving 14 dead and 30 wounded.",
            "killed 14; injured 30",
        ),
        (
            (
                "A shell hit a market in Donetsk, leaving 12 dead, including five children, "
                "and wounded dozens more."
            ),
            "killed 12 civilians 5; injured 24-36-99",
        ),
        (
            "The bodies of nine men were found on Tuesday near Uvira with gunshot wounds.",
            "killed 9",
        ),
        ("Gunmen opened fire on a bus near Mandera, killing 28 people.", "killed 28"),
        (
            "An air strike on a wedding in Dhamar killed 33 people and wounded 55 others.",
            "killed 33; injured 55",
        ),
        (
            "Twelve soldiers and three police officers were killed in an ambush near Boni.",
            "killed 15",
        ),
        ("A roadside bomb killed a colonel and two of his bodyguards in Baidoa.", "killed 3"),
        (
            "Shelling killed a mother and her three children in Kharkiv on Sunday.",
            "killed 4 civilians 4",
        ),
        (
            "A family of six was killed when a rocket hit their house in Taiz.",
            "killed 6 civilians 6",
        ),
        ("Clashes in Tripoli left at least 21 dead and 100 injured.", "killed 21+; injured 100"),
        (
            "The raid on Djibo claimed the lives of 41 people, mostly women and children.",
            "killed 41",
        ),
        (
            "Seven people lost their lives and scores were wounded in the blast in Quetta.",
            "killed 7; injured 40-60-99",
        ),
        ("The car bomb killed as many as 50 people in Mogadishu.", "killed 30-45-50"),
        (
            "No fewer than 30 villagers were slaughtered in the attack on Baga.",
            "killed 30+ civilians 30+",
        ),
        ("A dozen fighters died in the clashes in Kidal.", "killed 12"),
        ("Between 18 and 20 rebels were killed in the battle for Kismayo.", "killed 18-19-20"),
        (
            "At least 39 people, among them eight civilians, were killed in clashes in Benghazi.",
            "killed 39+ civilians 8",
        ),
        (
            "More than 60 people were killed, 22 of them children, in air strikes on Idlib.",
            "killed 60-65-70 civilians 22",
        ),
        (
            "Twenty-two children were among the 60 people killed in the strike on Hodeidah.",
            "killed 60 civilians 22",
        ),
        (
            "Three soldiers were killed and two wounded when their vehicle hit a mine in Gao.",
            "killed 3; injured 2",
        ),
        (
            (
                "Three people were killed and 11 others, including a police officer, were wounded "
                "when a bomb exploded in Peshawar."
            ),
            "killed 3; injured 11",
        ),
        ("Twin suicide bombings killed 30 people in Maiduguri.", "killed 30"),
        ("The second blast killed two and hurt another five in Jalalabad.", "killed 2; injured 5"),
        ("Police found 14 bodies in a mass grave in Tarhuna.", "killed 14"),
        ("Some 40 people were reported dead after the attack on Zamfara.", "killed 35-40-45"),
        ("Troops shot and killed four protesters in Mandalay.", "killed 4 civilians 4"),
        ("Fighting in Malakal has so far killed 120 people.", "killed 120 total"),
        (
            "Hundreds of civilians died in the bombardment of Mariupol.",
            "killed 200-300-999 civilians 200+",
        ),
        (
            "The militia killed 10 farmers, injured 14 and abducted 23 in Ituri.",
            "killed 10 civilians 10; injured 14; detained 23",
        ),
    ]
)
def test_the_dead_and_hurt_of_one_event_are_those_the_sentence_counts(read, text, wanted):
    assert found_lines(*read(text)) == wanted_lines(wanted)


@test_of(
    [
        ("The death toll from the bombing in Karrada rose to 41 on Thursday.", "killed 41"),
        (
            "The attack in Beni brought to 112 the number of civilians killed since October.",
            "killed 112 total civilians 112",
        ),
        (
            "The latest deaths bring the toll to at least 85 since the fighting began.",
            "killed 85+ total",
        ),
        (
            "More than 5,000 people have been killed in Ukraine since April.",
            "killed 5000-5500-6000 total",
        ),
        (
            "In five days of fighting in El Geneina, 87 people were killed and 191 injured.",
            "killed 87 total; injured 191 total",
        ),
        ("So far this year, 640 civilians have been killed in North Kivu.", "killed 640 total"),
        (
            "At least 300 people have died in the violence in Kachin since last May.",
            "killed 300+ total",
        ),
        ("The conflict in Yemen has killed over 10,000 people.", "killed 10000-12500-15000 total"),
        ("The death toll in Gaza has passed 1,000.", "killed 1000-1250-1500 total"),
        (
            "The number of people killed in the offensive on Raqqa has risen to 160.",
            "killed 160 total",
        ),
        ("A total of 52 soldiers have been killed in Mali since January.", "killed 52 total"),
        (
            "Over the past month, shelling has killed 46 civilians in Nikopol.",
            "killed 46 total civilians 46",
        ),
        (
            "About 20,000 people have died of cholera and hunger in Baidoa since 2011.",
            "killed 15000-20000-25000 total",
        ),
        (
            "The violence has left 73 dead and more than 400 wounded since Saturday in Khartoum.",
            "killed 73 total; injured 400-450-500 total",
        ),
    ]
)
def test_running_totals_are_no_events(read, text, wanted):
    found = [line[:5] for line in found_lines(*read(text))]
    assert found == [line[:5] for line in wanted_lines(wanted)]


@test_of(
    [
        (
            "Some 2.5 million people have been displaced in Sudan.",
            "displaced 2250000-2500000-2750000 total",
        ),
        ("The clashes forced 18,000 people to flee Kutum.", "displaced 17500-18000-18500"),
        (
            "An estimated 1.2m people have fled their homes in Darfur.",
            "displaced 1150000-1200000-1250000 total",
        ),
        (
            "Two and a half million people have fled Syria.",
            "displaced 2250000-2500000-2750000 total",
        ),
        (
            "Between 18,000 and 20,000 people are trapped in Madaya.",
            "trapped 18000-19000-20000 total",
        ),
        (
            "A few thousand civilians remain trapped in the steelworks in Mariupol.",
            "trapped 2000-3000-5000 total",
        ),
        (
            "At least 40,000 civilians are believed to be trapped inside Mosul.",
            "trapped 40000+ total",
        ),
        (
            "The fighting has displaced 7-800,000 people in North Kivu.",
            "displaced 700000-750000-800000 total",
        ),
        (
            "Three lakh people have been displaced in Rakhine.",
            "displaced 250000-300000-350000 total",
        ),
        (
            "The town of Amirli is home to about 15,000 people.",
            "population 12500-15000-17500 total",
        ),
        (
            "Popasna, a town of 20,000 people, fell to Russian troops.",
            "population 15000-20000-25000 total",
        ),
        (
            "The population of Severodonetsk has fallen from 100,000 to 12,000.",
            "population 11500-12000-12500 total",
        ),
        ("Some 400 residents are still living in Marinka.", "population 350-400-450 total"),
        (
            "The camp, which shelters 120,000 refugees, was shelled on Monday.",
            "population 115000-120000-125000 total",
        ),
        ("Twenty-one fishermen are missing after the attack on Baga.", "missing 21"),
        ("Gunmen killed nine people in Plateau and 15 are still missing.", "killed 9; missing 15"),
        ("Police detained 214 protesters in Yangon.", "detained 214"),
        (
            "More than 1,500 people have been arrested since the coup in Myanmar.",
            "detained 1500-1750-2000 total",
        ),
        ("Militants abducted 276 schoolgirls in Chibok.", "detained 276"),
        ("The group is holding 30 hostages in Amenas.", "detained 30 total"),
        (
            "Nearly 600 people have crossed into Chad, fleeing the fighting in Adre.",
            "displaced 500-550-600",
        ),
        ("About 3,000 families were displaced from Marawi.", ""),
    ]
)
def test_displaced_trapped_missing_held_and_inhabitants_are_told_apart(read, text, wanted):
    assert found_lines(*read(text)) == wanted_lines(wanted)


@test_of(
    [
        ("The strike on Derna caused no casualties.", "killed 0; injured 0"),
        ("No one was hurt in the blast in Aden.", "killed 0; injured 0"),
        ("Nobody was killed in the attack on Mocha.", "killed 0"),
        ("There were no immediate reports of casualties from the strike on Lviv.", ""),
        ("It was not clear how many people were killed in the raid on Sake.", ""),
        ("There was no word on casualties after the shelling of Sumy.", ""),
        ("A 34-year-old teacher was shot dead in Bamenda.", "killed 1 civilians 1"),
        ("Ali Hassan, 52, was killed by a sniper in Taiz.", "killed 1"),
        (
            "The third victim, a nurse, died on Friday after the attack on Kumba.",
            "killed 1 civilians 1",
        ),
        ("Gunmen burned 30 houses and seven vehicles in Pibor.", ""),
        ("Rebels destroyed three tanks and captured 12 prisoners near Kobane.", ""),
        ("The clashes in Wau have died down since Tuesday.", ""),
        ("The army fired 40 rockets at Bakhmut.", ""),
        ("Soldiers killed 200 cattle in Abyei.", ""),
        ("The rebels advanced 12 kilometres and shelled Goma for 3 hours.", ""),
        ("The ransom was set at 2 million dollars after the raid on Zamfara.", ""),
        ("In 2014 the town of Sinjar was attacked by 500 militants.", ""),
        (
            "They are among two million decedents of Greeks expelled from Izmir.",
            "population 1500000-2000000-2500000 total",
        ),
        (
            "Some 900,000 descendants of those exiles live in Beirut.",
            "population 850000-900000-950000 total",
        ),
        ("The 45th brigade was accused of killings in Bunia.", ""),
        ("Five out of 14 districts of Aleppo were shelled.", ""),
        ("The government sent 300 soldiers to Bunia.", ""),
        ("Fifty buses took the wounded out of Aleppo.", ""),
        ("He said 20 more people would have been killed in Gao.", ""),
        ("The army denied that 12 civilians had been killed in the strike on Wau.", ""),
    ]
)
def test_what_is_no_count_of_victims_is_not_read_as_one(read, text, wanted):
    assert found_lines(*read(text)) == wanted_lines(wanted)


@test_of(
    [
        (
            "THREE SOLDIERS WERE KILLED AND SEVEN OTHERS WERE WOUNDED IN CLASHES IN GOMA.",
            "killed 3; injured 7",
        ),
    ]
)
def test_a_telex_in_capitals_counts_the_same(read, text, wanted):
    found = [line[:5] for line in found_lines(*read(text))]
    assert found == [line[:5] for line in wanted_lines(wanted)]


@test_of(
    [
        (
            "The army said five people were killed in Wau, but the rebels said 30 civilians died.",
            {5, 30},
        ),
        (
            "The government put the dead at 12 in Bor, but witnesses said at least 40 were killed.",
            {12, 40},
        ),
        (
            (
                "According to police, 7 people died in the blast in Kano; hospital staff said 15 "
                "people were killed."
            ),
            {7, 15},
        ),
    ]
)
def test_two_sources_that_differ_make_two_claims(read, text, wanted):
    incidents, _ = read(text)
    said = {one.fatalities.low: one.source.claimant for one in incidents if one.fatalities}
    assert set(said) == wanted
    assert len(set(said.values())) == 2
