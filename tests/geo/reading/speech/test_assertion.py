"""How statements are put: sentences about other wars, and every modal trap of the examples."""

from __future__ import annotations

import json
from datetime import date

import pytest

from geo.codes import Assertion
from geo.reading.clues import Clues
from geo.reading.speech.assertion import assertion_of

SAID = {Assertion.ASSERTED, Assertion.ATTRIBUTED}
DRAWN = {*SAID, Assertion.HEDGED}
MODAL_TRAPS = {"hypothetical", "future", "intended", "offer", "wish", "possible", "uncertain"}


def _clues(parsed, published=date(2024, 5, 3)):
    return Clues(parsed, published, (), (), ())


@pytest.fixture
def stance(language_model, write_report):
    def of(text, word):
        parsed = language_model.parse(write_report(text))
        for sentence in parsed.sentences:
            for token in sentence.span:
                if token.text == word:
                    return assertion_of(_clues(parsed), sentence, token)
        raise AssertionError(word)

    return of


@pytest.mark.parametrize(
    ("text", "word", "how"),
    [
        ("Rebels captured Goma on Monday.", "captured", "asserted"),
        ("Rebels managed to capture Goma.", "capture", "asserted"),
        ("Troops were able to retake the bridge.", "retake", "asserted"),
        ("The attack forced thousands to flee.", "flee", "asserted"),
        ("The junta continued to shell Sagaing.", "shell", "asserted"),
        ("The town, which the army lost, was burned.", "lost", "asserted"),
        ("Rebels captured Goma, a priest said.", "captured", "attributed"),
        ("According to the mayor, rebels captured Goma.", "captured", "attributed"),
        ("The army says it has seized the port.", "seized", "attributed"),
        ('"They burned the market," said a trader.', "burned", "attributed"),
        ("The loss was confirmed by a general.", "loss", "attributed"),
        ("Rebels have apparently captured Goma.", "captured", "hedged"),
        ("Rebels reportedly captured Goma.", "captured", "hedged"),
        ("Rebels appear to control the road.", "control", "hedged"),
        ("Twelve are believed to have died.", "died", "hedged"),
        ("Shells may have hit the clinic.", "hit", "hedged"),
        ("It is feared that forty drowned.", "drowned", "hedged"),
        ("An alleged attack on Bunia alarmed people.", "attack", "hedged"),
        ("The army denied that it had bombed the camp.", "bombed", "denied"),
        ("Rwanda denies backing the rebels.", "backing", "denied"),
        ("The militia did not enter Bria.", "enter", "denied"),
        ("Troops failed to retake Palma.", "retake", "denied"),
        ("No group has claimed the attack.", "claimed", "denied"),
        ("They were prevented from entering Jenin.", "entering", "denied"),
        ("Troops left without taking the hill.", "taking", "denied"),
        ("If the rebels take Goma, aid will stop.", "take", "hypothetical"),
        ("Thousands would flee if Goma fell.", "flee", "hypothetical"),
        ("The militia could seize the airport.", "seize", "hypothetical"),
        ("It is unclear whether troops entered Bria.", "entered", "hypothetical"),
        ("Will the army enter Khartoum?", "enter", "hypothetical"),
        ("The army will retake El Fasher, it said.", "retake", "planned"),
        ("Troops plan to storm the hospital.", "storm", "planned"),
        ("Troops are ready to storm the hospital.", "storm", "planned"),
        ("Ministers want the army to leave Juba.", "leave", "planned"),
        ("Kenya to Send Police to Haiti", "Send", "planned"),
        ("Jets were sent to drive the rebels out.", "drive", "planned"),
        ("The vote is set for Friday.", "set", "planned"),
        ("They agreed to withdraw from Kidal.", "withdraw", "planned"),
        ("They called for a ceasefire in Marib.", "ceasefire", "planned"),
        ("A planned assault on Rafah was put off.", "assault", "planned"),
        ("Lviv was once held by Poland.", "held", "background"),
        ("Before the war, miners lived in Bakhmut.", "lived", "background"),
        ("In 1994, militias killed thousands there.", "killed", "background"),
        ("Terrorism has reached the capital.", "reached", "background"),
        ("Farmers used to live in Palma.", "live", "background"),
    ],
)
def test_a_statement_is_what_a_careful_reader_takes_it_for(stance, text, word, how):
    assert stance(text, word).assertion == how


@pytest.mark.parametrize(
    ("text", "word", "how"),
    [
        ("Rebels hold the hill that the army would need to take.", "hold", "asserted"),
        ("The army will attack the town that rebels seized.", "seized", "asserted"),
        ("The siege could end, but troops shelled Marib.", "shelled", "asserted"),
        ("Rebels could seize Goma and hold it.", "hold", "hypothetical"),
        ("The ELN was repelled but has taken Arauca.", "taken", "asserted"),
        ("Its presence in Derna could alarm Egypt.", "presence", "asserted"),
        ("The mayor said rebels took Bria and would advance.", "took", "attributed"),
        ("The mayor said rebels took Bria and would advance.", "advance", "hypothetical"),
        ("Shelling went on as if the truce held nothing.", "went", "asserted"),
        ("Residents could hear shelling near Kharkiv.", "hear", "asserted"),
        ("Since 2015 the Houthis have held Sanaa.", "held", "asserted"),
    ],
)
def test_a_mood_covers_its_own_clause_only(stance, text, word, how):
    assert stance(text, word).assertion == how


def test_hedges_and_shares_are_kept_as_words(stance):
    assert stance("Rebels reportedly may have taken Goma.", "taken").hedges == ("may", "reportedly")
    assert stance("They were largely confined to the port.", "confined").hedges == ("largely",)
    assert stance("They were largely confined to the port.", "confined").assertion == "asserted"


def test_a_quotation_is_attributed_past_the_sentence_that_names_its_speaker(stance):
    text = '"We buried nine people," said a priest. "The soldiers burned the church."'
    assert stance(text, "burned").assertion == "attributed"


def _head(sentence, start, end, *, follow):
    """Return the main verb of a span, else its head; with ``follow`` its last infinitive."""
    tokens = [t for t in sentence.tokens_between(start, end) if not t.is_punct]
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head == t), None)
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"}]
    if head is not None and head.pos_ not in {"VERB", "AUX"} and verbs:
        head = verbs[0]
    while follow and head is not None:
        deeper = [
            t
            for t in head.children
            if t.i in inside
            and (
                t.dep_ == "xcomp"
                or (t.dep_ == "advcl" and any(c.lower_ == "to" for c in t.children))
            )
        ]
        if not deeper:
            break
        head = deeper[0]
    return head


def _annotated(seeds_folder, language_model, write_report, kind):
    gold = json.loads((seeds_folder / "gold.json").read_text())
    for document in gold["documents"]:
        report = write_report((seeds_folder / document["file"]).read_text())
        parsed = language_model.parse(report)
        for item in document[kind]:
            sentence = parsed.sentence_at(item["start"])
            if sentence is not None:
                yield item, parsed, sentence


def test_no_supposed_planned_or_wished_thing_of_the_examples_is_read_as_said(
    seeds_folder, language_model, write_report
):
    wrong, seen = [], 0
    for trap, parsed, sentence in _annotated(seeds_folder, language_model, write_report, "traps"):
        if trap["kind"] not in MODAL_TRAPS:
            continue
        head = _head(sentence, trap["start"], trap["end"], follow=True)
        stance = assertion_of(_clues(parsed, date(2015, 4, 10)), sentence, head)
        seen += 1
        if stance.assertion in SAID:
            wrong.append((trap["id"], trap["text"], head.text, stance))
    assert wrong == []
    assert seen >= 28


def test_every_current_claim_of_the_examples_is_read_as_said_or_hedged(
    seeds_folder, language_model, write_report
):
    wrong, seen = [], 0
    items = _annotated(seeds_folder, language_model, write_report, "control_claims")
    for claim, parsed, sentence in items:
        if claim["mappable"] != "current":
            continue
        head = _head(sentence, claim["start"], claim["end"], follow=False)
        stance = assertion_of(_clues(parsed, date(2015, 4, 10)), sentence, head)
        seen += 1
        if stance.assertion not in DRAWN:
            wrong.append((claim["id"], claim["text"], head.text, stance))
    assert wrong == []
    assert seen >= 30


TWO_TOLD = "Rebels took Goma. The army said it left Sake. It was impossible to verify this."


@pytest.mark.parametrize(
    ("text", "word", "doubted"),
    [
        ("The army said it took Kidal. The claim could not be independently verified.", "took", 1),
        ("Rebels said they took Kidal.\n\nReuters was unable to verify the report.", "took", 1),
        ("The RSF said it took Nyala, a claim that could not be verified.", "took", 1),
        ("A video showed that rebels took Goma. AFP could not verify the footage.", "took", 1),
        ("Medics said 40 died in Bria. The toll could not be independently confirmed.", "died", 1),
        ("Unconfirmed reports said that rebels took Goma.", "took", 1),
        ("Rebels took Goma, according to unconfirmed reports.", "took", 1),
        (
            "The army said it took Kidal. The UN could not verify figures it was sent.",
            "sent",
            0,
        ),
        (
            TWO_TOLD,
            "took",
            0,
        ),
        (
            TWO_TOLD,
            "left",
            1,
        ),
        ("The UN said it had verified that rebels took Goma.", "took", 0),
        ("The army confirmed that rebels took Goma.", "took", 0),
    ],
)
def test_what_nobody_could_verify_is_hedged_and_what_is_told_beside_it_is_not(
    stance, text, word, doubted
):
    assert ("unconfirmed" in stance(text, word).hedges) is bool(doubted)


def test_a_party_s_own_unverified_gain_is_still_told(stance):
    text = "The army said it took Kidal. The claim could not be independently verified."
    assert str(stance(text, "took").assertion) == "hedged"
