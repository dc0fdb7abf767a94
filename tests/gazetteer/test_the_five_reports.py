"""Every place that the annotation places is found and placed there; no other place is drawn in."""

import json

import pytest

PLACE_IDS = {
    "yarmouk_camp": "geonames:166716",
    "damascus": "geonames:170654",
    "central_damascus": "geonames:170654",
    "southern_damascus": "geonames:170654",
    "south_of_damascus_strip": "geonames:170654",
    "syria": "iso:SY",
    "eastern_syria": "iso:SY",
    "northern_syria": "iso:SY",
    "northern_iraq": "iso:IQ",
    "iraq": "iso:IQ",
    "jordan": "iso:JO",
    "israel": "iso:IL",
    "aleppo_province": "iso:SY-HL",
    "marea": "geonames:167245",
    "yalda": "pack:yalda",
    "hajar_al_aswad": "geonames:8419677",
    "qaboun": "pack:qaboun",
    "united_kingdom": "iso:GB",
    "united_states": "iso:US",
}
# What else the reports name that is a place, though nothing happens there: the annotation
# marks Palestine as part of organisations' names and leaves out agencies' and captions'.
ALSO_PLACES = {"Palestine", "US", "France"}


def documents(seeds_folder):
    gold = json.loads((seeds_folder / "gold.json").read_text(encoding="utf-8"))
    for document in gold["documents"]:
        text = (seeds_folder / document["file"]).read_text(encoding="utf-8")
        names = [name for name in document["toponyms"] if name["type"] == "name"]
        yield document["file"], text, names


def span(name):
    """The annotation has "Aleppo province" whole; the gazetteer gives its kind word apart."""
    return name["start"], name["start"] + len(name["text"].removesuffix(" province"))


def test_every_annotated_place_name_is_spotted_and_resolved_to_its_place(gazetteer, seeds_folder):
    wrong = []
    for file, text, names in documents(seeds_folder):
        found = {
            (answer.toponym.start, answer.toponym.end): answer
            for answer in gazetteer.resolve(gazetteer.spot(text), text)
        }
        for name in names:
            if name["place"] not in PLACE_IDS:
                continue
            answer = found.get(span(name))
            place = answer.place.id if answer and answer.place else None
            if place != PLACE_IDS[name["place"]]:
                wrong.append((file, name["text"], name["start"], place))
    assert wrong == []


def test_nothing_but_places_is_spotted_in_them(gazetteer, seeds_folder):
    for _, text, names in documents(seeds_folder):
        annotated = {span(name) for name in names}
        others = {
            toponym.text
            for toponym in gazetteer.spot(text)
            if (toponym.start, toponym.end) not in annotated
        }
        assert others <= ALSO_PLACES


@pytest.mark.parametrize("name", ["Yarmuok", "Yarmuk", "al-Yarmouk", "مخيم اليرموك"])
def test_a_place_that_two_sources_have_is_one_place_with_an_outline(gazetteer, name):
    (place,) = (p for p in gazetteer.named(name) if p.country == "SY")
    assert place.id == "geonames:166716"
    assert place.outline is not None
    assert gazetteer.ancestors(place)[0].name == "Damascus"
