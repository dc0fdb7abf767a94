"""A name with a word for an area is the area, not the city that it is called after."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Shelling in the Kharkiv region of Ukraine killed two.", "Kharkiv", "iso:UA-63"),
        ("Drones flew over Kyiv region, Ukraine, overnight.", "Kyiv", "iso:UA-32"),
        ("Fires spread in the Moscow region on Sunday.", "Moscow", "iso:RU-MOS"),
        ("Protesters marched in the Minsk region of Belarus.", "Minsk", "iso:BY-MI"),
        ("Ethiopia's Gambela region was calm.", "Gambela", "iso:ET-GA"),
        ("The region of Darfur is tense.", "Darfur", "region:darfur"),
        ("A raid in the West Bank city of Jenin failed.", "Jenin", "geonames:283506"),
        ("Rebels captured Hama on Thursday.", "Hama", "geonames:170017"),
        ("Rebels captured Daraa and Hama.", "Daraa", "geonames:170905"),
        ("Air strikes hit rural Hama.", "Hama", "iso:SY-HM"),
        ("Shelling in Hama province killed two.", "Hama", "iso:SY-HM"),
        ("A blast in Kyiv killed two in Ukraine.", "Kyiv", "geonames:703448"),
    ],
)
def test_a_name_called_a_region_is_the_region(gazetteer, text, name, place_id):
    found = gazetteer.resolve(gazetteer.spot(text), text)
    assert {one.toponym.text: one.place.id for one in found if one.place}[name] == place_id
