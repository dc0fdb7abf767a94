"""What is behind a click, and what is not: sentences of many wars, made for this test."""

from __future__ import annotations

import pytest

from geo.graphic import is_graphic

GRAPHIC = [
    "Fighters beheaded two men in the camp's main square.",
    "Insurgents decapitated 50 villagers on a football pitch in Muidumbe.",
    "The bodies had been mutilated, villagers said.",
    "Soldiers gang-raped women in front of their families in Tigray.",
    "Former detainees said they were tortured in the basement.",
    "Burnt bodies lay in the church in Oicha.",
    "Residents found charred remains beside the bus in Borno.",
    "Three children were killed when a shell hit the house in Donetsk.",
    "The strike killed a woman and her two children in Rafah.",
    "A five-year-old girl died of hunger in Zamzam; a 5-year-old boy was shot dead.",
    "Body parts were scattered over the market of Sarajevo.",
    "They hacked her brother to death with machetes.",
    "Men were burned alive in their houses in Sagaing.",
    "Her legs were crushed under the wall.",
    "Rebels cut off the hands of farmers near Makeni and severed their ears.",
    "The bodies were piled beside the road to Bucha.",
    "His throat was slit and his body was dragged through the streets.",
    "Investigators opened a mass grave in Izium.",
    "They set him on fire in the stadium.",
    "The sniper hit a baby, who died at once.",
    "Headless corpses hung from the bridge in Culiacán.",
    "Prisoners were starved to death in the fort.",
    "Fighters displayed the heads on spikes in Raqqa.",
    "They raped the girls they had abducted.",
    "Dogs were eating the corpses left rotting in El Geneina.",
]
PLAIN = [
    "At least 39 people have been killed in the fighting.",
    "Two soldiers were killed and five wounded.",
    "The army began the execution of the plan on Monday.",
    "The plan was executed within hours.",
    "Burnt houses lined the road to Tidermène.",
    "The market was burned down and shops were looted.",
    "Rebels cut the road and severed the supply line to Goma.",
    "Turkey severed ties with the government.",
    "The dismemberment of the country began in 1991.",
    "The children were evacuated to Vavuniya; two soldiers were killed.",
    "A 10-year-old war has killed thousands.",
    "Troops tore apart the checkpoint and crushed the rebellion.",
    "He is the head of the body that executes the budget.",
    "The army captured the headquarters and killed the commander.",
    "Fields of rapeseed burned near Kherson.",
    "Rape seed fields were shelled.",
    "The storm whipped up dust over the camp.",
    "Some 3,500 children are trapped in Yarmouk without food.",
    "Shells fell on a children's hospital; nobody was hurt.",
    "The body of experts met in Geneva.",
    "Fighters executed 12 prisoners, the monitor said.",
    "The militia hung its flag over the square.",
    "Heads of state met in Bamako.",
    "A blaze burned the left arm of the building complex",
    "The government's hands are tied.",
    "The town burned and is in rebel hands.",
    "An arms depot was burned at the base.",
    "The army cut off the head of the bridge from its supplies.",
]


@pytest.mark.parametrize("sentence", GRAPHIC)
def test_cruelty_to_a_body_is_behind_a_click(sentence):
    assert is_graphic(sentence)


@pytest.mark.parametrize("sentence", PLAIN)
def test_killing_told_soberly_and_harm_to_things_are_shown(sentence):
    assert not is_graphic(sentence)


def test_line_breaks_of_wire_copy_do_not_hide_a_word():
    assert is_graphic("The bodies were\nmutilated near\nthe river")
