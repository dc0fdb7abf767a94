"""Names and parts of places in sentences about many wars; most names no gazetteer lists."""

from __future__ import annotations

import pytest

from geo.codes import MentionRole
from geo.reading.places.mentions import find_mentions
from geo.report import Report

NO_PLACES = {MentionRole.ORGANISATION, MentionRole.FURNITURE}


@pytest.fixture(scope="session")
def read(language_model, gazetteer):
    """Find the mentions of a text; with the real index."""

    def mentions(text):
        return find_mentions(language_model.parse(Report("report", text)), gazetteer)

    return mentions


NAMES = [
    ("The army captured Zorrakhel on Sunday.", "Zorrakhel"),
    ("Gunmen attacked Tamalat at dawn, killing nine herders.", "Tamalat"),
    ("Artillery shelled Vyshnozerne and Stepkove overnight.", "Vyshnozerne + Stepkove"),
    (
        "Soldiers and clan fighters have taken Aborrey and Yasomane since Friday.",
        "Aborrey + Yasomane",
    ),
    ("With the capture of Tiderrène on 11 April, the group holds three districts.", "Tiderrène"),
    ("The group still runs Buq Aqabble and taxes traders there.", "Buq Aqabble"),
    ("At Kamanyoka, on the way south, retreating soldiers fought the militia.", "Kamanyoka"),
    ("In Musakhel Killa, armed men blocked the highway and shot dead 23 people.", "Musakhel Killa"),
    ("In Pont-Saudé, about 60 miles to the north, a gang killed 115 people.", "Pont-Saudé"),
    ("Inékarren, a village 60 km east of Ménaka, was looted.", "Inékarren"),
    ("Jets bombed militants south of Sheikh Zuwaird on Thursday.", "Sheikh Zuwaird"),
    ("Fighters attacked checkpoints in and around Sheikh Zuwaird.", "Sheikh Zuwaird"),
    ("Gunmen shot dead 45 people in the village of Mender 20 in Oromia.", "Mender 20"),
    ("The army said it had retaken Kilometre 26 from the rebels.", "Kilometre 26"),
    ("Federal soldiers stationed in Dembi Dolla arrived late.", "Dembi Dolla"),
    ("The SAF remains in Al Manaqqil.", "Al Manaqqil"),
    (
        "The army holds Kupiansk-Vuzlovyy and is dug in at Pishchanne.",
        "Kupiansk-Vuzlovyy + Pishchanne",
    ),
    ("Residents of Umm Rakkuba fled towards Shendi when the convoy came.", "Umm Rakkuba"),
    (
        "Three villages - Gawa Qanka, Tolle and Chekorsa - were burned.",
        "Gawa Qanka + Tolle + Chekorsa",
    ),
    ("The Taliban overran the district centre of Ajrestanak on Saturday.", "Ajrestanak"),
    ("The militants moved into Bulo Madiina and hoisted their flag.", "Bulo Madiina"),
    ("Ukrainian troops pulled out of Novoselivka Persha last week.", "Novoselivka Persha"),
    ("The rebels lost Kitshangga to the army in March.", "Kitshangga"),
    ("Qal'at Surmaan fell to the Houthis after a week of fighting.", "Qal'at Surmaan"),
    ("Troops are advancing towards Hpasawngg from two sides.", "Hpasawngg"),
    ("The junta's aircraft bombed Thit Yaung Pin Hla village, killing four.", "Thit Yaung Pin Hla"),
    ("Guerrillas ambushed a patrol near San Vicente del Caguanillo.", "San Vicente del Caguanillo"),
    ("Clashes erupted at Ras al-Maarra and Wadi Abu Jubarra.", "Ras al-Maarra + Wadi Abu Jubarra"),
    ("Ain Issaq has been besieged since May.", "Ain Issaq"),
    ("The army drove the insurgents out of Nangadde and Quissangga.", "Nangadde + Quissangga"),
    (
        "Mortars hit Krasnohorivske, Heorhiivske and the town of Marinka.",
        "Krasnohorivske + Heorhiivske + Marinka",
    ),
    ("The commander said Adan Yabbal will be the next target of the offensive.", "Adan Yabbal"),
    ("Boko Haram fighters burned down Kwaplle and Thlaimmaka.", "Kwaplle + Thlaimmaka"),
    ("A drone struck a fuel lorry on the outskirts of Béréhoulou.", "Béréhoulou"),
    ("The twin bombings hit the Lamagallay military camp in Beledweyne.", "Lamagallay"),
    ("Defenders held out in the Azovstall steel plant in Mariupol.", "Azovstall"),
    ("Fighting went on in the city's Hamidiyya and Jubaylla districts.", "Hamidiyya + Jubaylla"),
    ("More than 200 people died in the Kali-Ballei mosque in Bentiu.", "Kali-Ballei"),
    ("Police raided a flat in 6 October City, west of Cairo.", "6 October City"),
]

NOT_PLACES = [
    ("The army captured Mullah Omar Haqqani on Sunday.", "Mullah Omar Haqqani"),
    ("Gunmen attacked Mr Barakat as he left his office.", "Barakat"),
    ("In June, soldiers burned the market.", "June"),
    ("The army attacked Hamas in Rafah.", "Hamas"),
    ("Rebels captured two T-72 tanks and a Grad launcher.", "Grad"),
    ("They shot at Ahmed Wali and his brother.", "Ahmed Wali"),
    ("The soldiers fired Kornet missiles at the post.", "Kornet"),
    ("The army says it respects Ramadan and Easter.", "Ramadan"),
    ("A spokesman for Doctors Without Borders spoke of forty dead.", "Borders"),
    ("Trust in Zelensky has grown, a poll found.", "Zelensky"),
    ("The rebels hold Captain Diarra and four others.", "Diarra"),
    ("The Kharkiv Herald said two people died.", "Kharkiv"),
    ("The Azov Brigade attacked the Wagner Group near Bakhmut.", "Wagner"),
    ("Forces loyal to Haftar fought those of Bashagha.", "Haftar"),
    ("They met Kofi Annan in Geneva and Lakhdar Brahimi in Cairo.", "Lakhdar Brahimi"),
    ("In Arabic, the leaflets told people to leave.", "Arabic"),
    ("Fighters of Katibat Macina attacked the post.", "Katibat Macina"),
    ("The army hit Hezbollah and Jaish al-Islam positions.", "Jaish al-Islam"),
    ("At Mass, the bishop called for peace.", "Mass"),
    ("Soldiers seized Kalashnikovs and Toyota pickups in Gao.", "Toyota"),
    ("The Security Council heard from Guterres on Monday.", "Guterres"),
    ("Talks in Doha between Kabila and Tshisekedi ended.", "Tshisekedi"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_what_a_report_uses_as_a_place_is_found_whole(read, text, expected):
    found = {one.quote.text for one in read(text) if one.role not in NO_PLACES}
    assert set(expected.split(" + ")) <= found


@pytest.mark.parametrize(("text", "name"), NOT_PLACES)
def test_people_groups_months_and_weapons_are_no_places(read, text, name):
    found = {one.quote.text for one in read(text) if one.role not in NO_PLACES}
    assert not [one for one in found if name in one or one in name]


PARTS = [
    ("The militia holds the eastern districts of Taiz.", "Taiz", "E"),
    ("The army took the northern half of Bakhmut.", "Bakhmut", "N-half"),
    ("Soldiers hold central Bambari.", "Bambari", "centre"),
    ("Tanks entered downtown Benghazi.", "Benghazi", "centre"),
    ("Gunmen roam the southern port city of Aden.", "Aden", None),
    ("Rockets hit northern Gaza.", "Gaza", "N"),
    ("Troops entered the eastern town of Kupiansk.", "Kupiansk", None),
    ("Shells hit the southern suburbs of Tripoli.", "Tripoli", "S"),
    ("They hold the whole of the west and south of Mosul.", "Mosul", "W+S"),
    ("Fighting broke out in the north-western corner of Idlib.", "Idlib", "NW-corner"),
    ("A bomb went off in Kandahar's southern districts.", "Kandahar", "S"),
    ("Snipers fired from the heart of Aleppo.", "Aleppo", "centre"),
    ("A market in the city centre of Kherson was hit.", "Kherson", "centre"),
    ("Clashes were reported in the centre and north of Culiacán.", "Culiacán", "centre+N"),
    ("The army holds the northern neighbourhoods of Khartoum.", "Khartoum", "N"),
    ("The northern city of Kunduz was quiet.", "Kunduz", None),
    ("Militants control the far north of Burkina Faso.", "Burkina Faso", "far-N"),
    ("The army now holds two thirds of Sirte and the southeastern quarter of Hun.", "Sirte", None),
    ("The Taliban overran the district centre of Ajristan.", "Ajristan", None),
    ("Israel struck northern and central Gaza overnight.", "Gaza", "N+centre"),
    ("The gang runs the north, centre and west of Tijuana.", "Tijuana", "N+centre+W"),
    ("A base east of Sirte was hit.", "Sirte", None),
]


@pytest.mark.parametrize(("text", "name", "part"), PARTS)
def test_a_part_is_of_the_town_and_not_of_the_country_it_lies_in(read, text, name, part):
    found = [str(one.part) if one.part else None for one in read(text) if name in one.quote.text]
    assert part in found[:1]
