"""Place names in running text, whole, and nothing that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


def names(gazetteer, text):
    return [toponym.text for toponym in gazetteer.spot(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine's army left Bakhmut on Sunday.", ["Ukraine", "Bakhmut"]),
        ("The blast in Kano state shook Abuja.", ["Kano", "Abuja"]),
        ("He flew to New York from São Paulo.", ["New York", "São Paulo"]),
        ("KABUL, Afghanistan (AP) - A bomb went off.", ["KABUL", "Afghanistan"]),
        ("US officials told us nothing.", ["US"]),
        ("Refugees in Dadaab camp, Kenya.", ["Dadaab", "Kenya"]),
        ("The Gaza Strip and the West Bank", ["Gaza Strip", "West Bank"]),
        ("Fighting near Ma'rib, Yemen", ["Ma'rib", "Yemen"]),
        ("at-Tall and Ad-Dawhah", ["at-Tall", "Ad-Dawhah"]),
        ("As Baghdad burned, At Homs nobody spoke.", ["Baghdad", "Homs"]),
        ("Les combats à Харків, Україна", ["Харків", "Україна"]),
    ],
)
def test_names_are_found_whole_and_without_what_is_not_theirs(gazetteer, text, expected):
    assert names(gazetteer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The In He We On But Most Since Many Victory Peace Council Minister Front Thursday.",
        "In May the Foreign Minister met General Ali Hassan and Doctor Nelson Mandela.",
        "Many Ukrainians, Sudanese and Burmese men spoke Arabic.",
        "Samer told Reuters that Hamas and Fatah had agreed. IS, the UN and CBS agreed.",
        "Victory is near. Peace Now! said Most.",
        "He joined Al Qaeda and Al Jazeera and Al Gore.",
    ],
)
def test_ordinary_words_people_and_organisations_are_not_places(gazetteer, text):
    assert names(gazetteer, text) == []


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Helmand province is quiet", "province"),
        ("the town of Lyman", "town"),
        ("Kakuma Somali refugee camp", "camp"),
        ("Lyman, a small town in Ukraine,", "town"),
        ("They left Kyiv.", None),
    ],
)
def test_the_kind_word_beside_a_name_is_told(gazetteer, text, feature):
    assert gazetteer.spot(text)[0].feature == feature


@given(st.text(max_size=200) | st.text(alphabet="ABab -'’.,\nالشKyivGoma", max_size=200))
def test_spans_lie_in_the_text_in_order_and_apart(gazetteer, text):
    end = 0
    for toponym in gazetteer.spot(text):
        assert text[toponym.start : toponym.end] == toponym.text
        assert toponym.start >= end
        end = toponym.end


@pytest.mark.parametrize(
    "text",
    ["", " ", "Goma" * 5_000, "A-" * 5_000, "Aa, " * 5_000, "'); DROP TABLE place; --", "(.*"],
)
def test_strange_texts_are_read_without_complaint(gazetteer, text):
    found = gazetteer.spot(text)
    gazetteer.resolve(found, text)
    gazetteer.named(text)
    gazetteer.similar(text[:10_000])


def test_a_list_lends_its_certainty_to_the_smaller_places_in_it(gazetteer):
    assert "Vuhledar" not in names(gazetteer, "Vuhledar is quiet.")
    text = "Fighting went on near Kharkiv, Kupiansk and Vuhledar."
    assert names(gazetteer, text) == ["Kharkiv", "Kupiansk", "Vuhledar"]


def test_the_kind_word_of_another_place_is_not_taken(gazetteer):
    bank, jenin = gazetteer.spot("the West Bank city of Jenin")
    assert (bank.feature, jenin.feature) == (None, "city")
