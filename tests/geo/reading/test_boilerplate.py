"""What is story and what is furniture, in the five reports and in other outlets' forms."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.boilerplate import Block, BlockKind, blocks_of

PARAGRAPH = "Fighters of the northern front left the bridge on Friday, the army said in Goma."


def kinds_of(text: str) -> list[tuple[str, str]]:
    return [(str(block.kind), text[block.start : block.end]) for block in blocks_of(text)]


def kind_between(line: str) -> str | None:
    """The kind a line gets between two paragraphs."""
    text = f"{PARAGRAPH}\n\n{line}\n\nThe river road is cut, and aid has not come for a week."
    found = [kind for kind, words in kinds_of(text) if words == line]
    return found[0] if found else None


def test_no_furniture_of_the_example_reports_is_story(seeds_folder):
    gold = json.loads((seeds_folder / "gold.json").read_text(encoding="utf-8"))
    furniture = {"caption", "boilerplate", "related-link", "headline-scare-quote"}
    for one in gold["documents"]:
        text = (seeds_folder / one["file"]).read_bytes().decode()
        story = [block for block in blocks_of(text) if block.is_story]
        for trap in one["traps"]:
            if trap["kind"] in furniture:
                assert not any(b.start < trap["end"] and trap["start"] < b.end for b in story), trap
        for claim in [*one["control_claims"], *one["incidents"]]:
            assert any(b.start <= claim["start"] < b.end for b in story), claim


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related: Rebels Take Second Town in a Week", "related"),
        ("READ MORE: Why the ceasefire in Hodeidah failed", "related"),
        ("See also: Timeline of the war in Tigray", "related"),
        ("Photo: Wikimedia Commons", "credit"),
        ("Image credit: John Doe/Getty Images", "credit"),
        ("(AP Photo/Jane Roe)", "credit"),
        ("A rebel fighter near Bambari (file photo)", "caption"),
        ("Smoke rises over Donetsk in this undated picture. Reuters", "caption"),
        ("Residents flee the fighting in Mekele [Jane Roe/AFP]", "caption"),
        ("Government troops patrol Maiduguri AFP", "caption"),
        ("Follow Jane Roe on Twitter: @janeroe", "footer"),
        ("Reuters contributed to this report.", "footer"),
        ("(Reporting by Jane Roe in Bangui; editing by John Doe)", "footer"),
        ("This article was originally published by The Herald.", "footer"),
        ("The Fund is a registered 501(c)(3) charity; all gifts are welcome.", "footer"),
        ("© 2014 The Herald. All rights reserved.", "footer"),
        ("Sign up for our weekly newsletter", "footer"),
        ("By Jane Roe and John Doe", "byline"),
        ("Published 3 May 2014 at 10:20", "byline"),
        ("May 3, 2014", "byline"),
        ("Newsletter: The Morning Briefing", "pull_quote"),
        ("Sign up for Africa Brief, our weekly newsletter on the continent.", "footer"),
        ("We use cookies to improve your experience on this site.", "footer"),
        ("By continuing to read you agree to our use of cookies.", "footer"),
        ("(Reporting by Jane Roe, Writing by Ann Other; Editing by John Doe)", "footer"),
        ("Read more: What we know about the siege of El Fasher", "related"),
        ("Also read | Army retakes Wad Madani", "related"),
        ("Photograph: Jane Roe/AFP/Getty Images", "credit"),
        ("Getty Images", "credit"),
        ("Follow us on Telegram and X", "footer"),
        ("This story was updated at 14:00 GMT with new casualty figures.", "footer"),
        ("This story has been updated.", "footer"),
        ("This is a developing story and will be updated.", "footer"),
        ("Editor's note: This story contains graphic descriptions.", "footer"),
        ("Correction: An earlier version misstated the name of the town.", "footer"),
        ("pic.twitter.com/AbCdEf123", "footer"),
        ("— Jane Roe (@janeroe) May 3, 2023", "footer"),
        ("A post shared by Army of Sudan (@armysd)", "footer"),
        ("Share on Facebook", "footer"),
        ("Copyright 2023 The Associated Press. All rights reserved.", "footer"),
        ("Jane Roe is a freelance journalist based in Nairobi.", "footer"),
        ("Jane Roe covers the Great Lakes region for The Herald.", "footer"),
        ("The writer is a senior fellow at the Institute of Peace.", "footer"),
        ("SUDAN: Clashes in El Fasher Flash Update No. 03 As of 15 May 2024", "byline"),
        ("[1] See the report of the Panel of Experts, S/2023/431, para. 52.", "footer"),
        ("2. OCHA, Humanitarian Update, June 2023, p. 4.", "footer"),
        ("Goma 12 34 5,000", "pull_quote"),
        ("For more information, please contact: Jane Roe, roe@example.org", "footer"),
        ("Support independent journalism: donate today.", "footer"),
        ("The next update will be issued on or around 20 May.", "footer"),
        ("'No way out'", "pull_quote"),
        ('"A peaceful town?"', "pull_quote"),
        ("Aid convoys blocked", "pull_quote"),
    ],
)
def test_furniture_is_known_by_its_form(line, kind):
    assert kind_between(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Related violence in Bria killed nine people on Sunday.",
        "By Friday the rebels had taken the airport.",
        "Reuters could not verify the claim.",
        "Photographs show that the bridge has been destroyed.",
        "The town fell on Monday, two officials told Reuters.",
        '"We have no water and no bread."',
        "Watching from the hills, the militia held its fire.",
        "Donations from abroad keep the hospital of Bossangoa open.",
        "- At least five soldiers were killed near Ansongo on Sunday",
        "Updated figures show that 40 people died in Goma on Sunday.",
        "Share prices fell after rebels entered Goma on Monday.",
        "Shirin Akla is a journalist whom soldiers shot in Jenin on Wednesday.",
        "Support for the rebels grew after the reporting of the massacre.",
        "Cookies and milk were handed out to those who fled Goma.",
        "1. On 3 May, armed men attacked Drodro and killed 12 civilians.",
        "2. Goma, North Kivu: on 5 May 2024 shells hit the camp of Lushagala.",
        "Download speeds fell to nothing when the army shelled the exchange in Nyala.",
        "Tweets by the army said the town had fallen.",
        "The newsletter of the rebels claimed the capture of Sake.",
        "Correction officers opened fire on prisoners in Goma.",
        "As of 15 May, 12,300 people had fled Rutshuru, according to IOM.",
        "The author of the attack on Goma was killed by soldiers.",
        "Sources: rebels have entered Goma and hold the airport.",
        "Reporting from Goma, the agency said the town had fallen.",
        "The image of a burning church went around the world.",
    ],
)
def test_sentences_of_the_story_are_left_alone(line):
    assert kind_between(line) == "body"


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, Ukraine (AP) —",
        "BEIRUT (Reuters) -",
        "Bangui (AFP) –",
        "GOMA, Congo, March 3 (Reuters) -",
        "KHARTOUM —",
        "SAN SALVADOR, 3 JAN 90 --",
        "MANAGUA (NICARAGUA), 11 DEC 89 (RADIO SANDINO) --",
        "Aden, 12 May 2019 –",
        "Damascus (TeleSUR–",
    ],
)
def test_a_dateline_is_cut_from_the_first_paragraph(dateline):
    text = f"{dateline} {PARAGRAPH}\n\nIt is quiet now."
    assert kinds_of(text)[:2] == [("dateline", dateline), ("body", PARAGRAPH)]


@pytest.mark.parametrize(
    "text",
    [
        "The Sudan Liberation Movement (SLM) - one of many - left the town on Friday.",
        "Al-Shabaab (literally: the youth) took the town of Barawe on Friday.",
    ],
)
def test_an_aside_is_no_dateline(text):
    assert kinds_of(text) == [("body", text)]


def test_the_first_line_in_capitals_is_the_headline_and_the_next_is_not():
    text = f"Rebels Enter Bangui\nCapital falls without a fight\n\n{PARAGRAPH}"
    assert [kind for kind, _ in kinds_of(text)] == ["headline", "pull_quote", "body"]


def test_a_caption_printed_twice_is_no_story_even_with_its_credit_glued_on():
    text = f"Seleka rebels in Bangui\nSeleka rebels in BanguiAFP\n\n{PARAGRAPH}"
    assert [kind for kind, _ in kinds_of(text)] == ["caption", "caption", "body"]


def test_a_standfirst_that_repeats_the_story_is_read_once():
    said = "the bridge on Friday, the army said"
    text = (
        f"Bridge Lost\n\nFighters left {said}.\n\nFighters left {said} in Goma, after a long day."
    )
    assert [kind for kind, _ in kinds_of(text)] == ["headline", "pull_quote", "body"]


def test_promotion_after_the_story_is_a_footer():
    assert kinds_of(f"{PARAGRAPH}\n\nOur Mission: Fearless News For Everyone")[-1][0] == "footer"


def test_one_line_alone_is_story():
    assert kinds_of("Clashes in Goma") == [("body", "Clashes in Goma")]


def test_lines_broken_by_a_wire_machine_are_one_paragraph():
    lines = [
        "The guerrillas of the northern front attacked the garrison of the",
        "town before dawn and held the main square for two hours, until",
        "reinforcements from the capital arrived with armoured vehicles and",
        "drove them back into the hills.",
        "",
        "Four soldiers died, and the mayor is missing since the attack, as",
        "the ministry of defence said in a statement that was read on the",
        "radio.",
    ]
    assert len(blocks_of("\n".join(lines))) == 2


def test_a_report_on_one_endless_line_is_cut_between_sentences():
    text = "The town is held by the army. " * 4_000
    blocks = blocks_of(text)
    assert len(blocks) > 1
    assert all(text[block.start : block.end].endswith(".") for block in blocks)
    assert max(block.end - block.start for block in blocks) <= 20_000


@given(st.text())
def test_blocks_of_any_text_are_in_order_and_hold_all_that_is_not_space(text):
    blocks = blocks_of(text)
    end = 0
    for block in blocks:
        assert not text[end : block.start].strip()
        assert end <= block.start < block.end
        end = block.end
    assert not text[end:].strip()


def test_only_headline_and_body_are_story():
    story = {kind for kind in BlockKind if Block(0, 1, kind).is_story}
    assert story == {BlockKind.HEADLINE, BlockKind.BODY}
