"""Loading reports: every readable file is kept to the letter, every other has its reason."""

from __future__ import annotations

from datetime import date

import pytest

from geo.codes import Reason
from geo.errors import ReportError
from geo.report import load_reports

STORY = "Shells fell on the market of Orsa on Friday, and the army said that two people had died."


@pytest.fixture
def file(tmp_path):
    def write(name, content=STORY):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_the_example_reports_load_in_name_order_with_the_outlets_of_their_list(seeds_folder):
    reports, not_used = load_reports([seeds_folder])
    assert [report.report_id[0] for report in reports] == list("abcde")
    assert [report.outlet for report in reports[:3]] == [
        None,
        "The Palestine Chronicle",
        "TeleSUR English",
    ]
    assert not not_used
    assert all(report.published is None for report in reports)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept_to_the_letter(file, line_end):
    text = f"{STORY}{line_end}{line_end}{STORY}"
    ((report,), _) = load_reports([file("one.txt", text.encode())])
    assert report.text == text


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode("utf-8-sig"),
        STORY.encode("utf-16"),
        ("\ufeff" + STORY).encode("utf-16-be"),
        STORY.encode("cp1252"),
    ],
)
def test_every_common_encoding_gives_the_same_text(file, data):
    ((report,), _) = load_reports([file("one.txt", data)])
    assert report.text == STORY


def test_quotation_marks_of_windows_are_read(file):
    ((report,), _) = load_reports(
        [file("one.txt", STORY.encode() + b" \x93It is over,\x94 he said.")]
    )
    assert report.text.endswith("“It is over,” he said.")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Reason.UNREADABLE),
        ("noise.txt", bytes(range(1, 32)) * 20, Reason.UNREADABLE),
        ("paper.pdf", b"%PDF-1.7", Reason.UNREADABLE),
        ("empty.txt", b"", Reason.EMPTY),
        ("blank.html", b"<html><body> <p> </p></body></html>", Reason.EMPTY),
        ("french.txt", "Des obus sont tombés sur le marché de la ville vendredi soir".encode(),
         Reason.OTHER_LANGUAGE),
        ("russian.txt", "Обстрел города продолжался всю ночь".encode(), Reason.OTHER_LANGUAGE),
        ("long.txt", b"The town is held. " * 120_000, Reason.UNREADABLE),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_listed_and_stops_no_other(file, name, data, reason):
    bad, good = file(name, data), file("zz-good.txt")
    reports, (not_used,) = load_reports([bad, good])
    assert [report.report_id for report in reports] == ["zz-good"]
    assert not_used.reason is reason
    assert not_used.report_id == bad.stem
    assert name in not_used.detail


def test_a_file_given_twice_is_read_once(file, tmp_path):
    path = file("one.txt")
    reports, _ = load_reports([path, tmp_path, path])
    assert len(reports) == 1


def test_two_files_of_one_name_get_ids_of_their_own(file):
    reports, _ = load_reports([file("a/one.txt"), file("b/one.txt"), file("b/one.html")])
    assert [report.report_id for report in reports] == ["one", "one-2", "one-3"]


PAGE = """<!doctype html><html><head><title>Two die in Orsa | The Herald</title>
<meta property="og:site_name" content="The Herald">
<meta property="og:title" content="Two die in Orsa">
<meta property="article:published_time" content="2019-05-03T21:10:00+02:00">
<script>var town = "The army has fled and is gone";</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Two die in Orsa</h1>
<p>Shells fell on the market of Orsa &amp; its <b>old</b> quarter on Friday, the army said.</p>
<p>Two people were killed, and the fighters who hold the bridge have not left it, it added.</p>
<p>Those who fled are in the school of the next village, which is held by the army.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_web_page_gives_its_story_its_outlet_and_its_day(file):
    ((report,), _) = load_reports([file("page.html", PAGE)])
    assert report.outlet == "The Herald"
    assert report.published == date(2019, 5, 3)
    assert report.title == "Two die in Orsa"
    assert "Orsa & its old quarter" in report.text
    assert "fled and is gone" not in report.text
    assert "rights reserved" not in report.text


def test_the_day_of_a_page_may_stand_in_its_linked_data(file):
    linked = '<script type="application/ld+json">{"datePublished": "2021-11-30"}</script>'
    page = f"<html><head>{linked}</head><body><p>{STORY}</p></body></html>"
    ((report,), _) = load_reports([file("page.html", page)])
    assert report.published == date(2021, 11, 30)


def test_the_list_beside_the_reports_wins(file):
    file(
        "reports.toml",
        '["page.html"]\noutlet = "A Wire"\npublished = 2019-05-04\ncountry = "KE"\n',
    )
    ((report,), _) = load_reports([file("page.html", PAGE)])
    assert (report.outlet, report.published) == ("A Wire", date(2019, 5, 4))
    assert (report.country, report.title) == ("KE", "Two die in Orsa")


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('["one.txt"]\noutlets = "x"', "outlets"),
        ('["one.txt"]\npublished = "4 May"', "without quotes"),
        ('["one.txt"]\noutlet = 4', "in quotes"),
        ('["one.txt"]\ncountry = "Kenya"', "two capitals"),
        ('["two.txt"]\noutlet = "x"', "two.txt"),
        ("outlet = ", "not TOML"),
        ('outlet = "x"', "as a table"),
    ],
)
def test_a_wrong_list_is_refused_in_one_sentence_with_the_cure(file, entry, complaint):
    path = file("one.txt")
    file("reports.toml", entry)
    with pytest.raises(ReportError, match=complaint):
        load_reports([path])


def test_a_path_that_leads_nowhere_is_an_error(tmp_path):
    with pytest.raises(ReportError, match="check the path"):
        load_reports([tmp_path / "nothing.txt"])
    with pytest.raises(ReportError, match="holds no report"):
        load_reports([tmp_path])
