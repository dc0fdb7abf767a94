"""Files that are damaged, foreign or malicious: each is read, or listed with a clear reason."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from geo.codes import Reason
from geo.errors import ReportError
from geo.reading.guarded import read_guarded
from geo.reading.reader import RuleReader
from geo.report import load_reports

STORY = "Shells fell on the market of Goma on Friday, and the army said that two people had died. "
BOMB = b"Shells fell on the market of Goma and two people died. "


@pytest.fixture(scope="module")
def rules(gazetteer, language_model):
    return RuleReader(gazetteer, parser=language_model)


@pytest.fixture
def read(tmp_path, rules, gazetteer):
    """Load and read one file; give the report if there is one, its reading, what was not used."""

    def run(content, name="report.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        reports, unreadable = load_reports([path])
        reading = read_guarded(rules, reports, gazetteer)
        failed = [one for one in reading.not_used if one.reason is Reason.READER_FAILED]
        assert not failed, failed
        return reports, reading, unreadable

    return run


LANGUAGES = {
    "French": "Des obus sont tombés sur le marché de la ville vendredi soir, selon des habitants. "
    "L'armée a déclaré que deux personnes avaient été tuées dans les combats.",
    "Spanish": "Los rebeldes tomaron el control de la ciudad el viernes, según fuentes militares. "
    "Al menos diez personas murieron en los combates, que se libran desde hace una semana.",
    "German": "Die Armee hat am Freitag die Stadt eingenommen, wie Anwohner berichteten. Bei den "
    "Gefechten wurden mindestens zehn Menschen getötet und viele verletzt.",
    "Turkish": "Ordu cuma günü kentin kuzeyini ele geçirdi ve çatışmalarda en az on kişi öldü. "
    "Yerel kaynaklara göre saldırı için çok sayıda asker bölgeye gönderildi.",
    "Portuguese": "Os rebeldes tomaram a cidade na sexta-feira, segundo fontes militares. Pelo "
    "menos dez pessoas foram mortas nos combates que começaram há uma semana.",
    "Italian": "I ribelli hanno preso la città venerdì, secondo fonti militari. Almeno dieci "
    "persone sono state uccise negli scontri che sono iniziati una settimana fa.",
    "Indonesian": "Pasukan pemerintah merebut kota itu pada hari Jumat dan sepuluh orang tewas "
    "dalam pertempuran yang terjadi di pinggiran kota, kata warga yang mengungsi.",
    "Swahili": "Waasi waliteka mji wa Goma siku ya Ijumaa na watu kumi waliuawa katika mapigano "
    "hayo, kwa mujibu wa wakazi wa mji huo.",
    "Somali": "Ciidamada dowladda ayaa la wareegay magaalada Baydhabo oo ay ku sugnaayeen "
    "dagaalyahannada, waxaana ku dhintay toban qof sida ay sheegeen dadka deegaanka ee magaalada.",
    "Polish": "Wojsko zajęło miasto w piątek i w walkach zginęło co najmniej dziesięć osób, jak "
    "podały lokalne źródła. To jest pierwszy atak od tygodnia na tym froncie.",
    "Arabic": "سيطرت قوات الجيش على المدينة يوم الجمعة بعد معارك عنيفة استمرت أياما",
    "Cyrillic": "Обстрел города продолжался всю ночь, погибли десять человек, сообщили местные",
    "Hebrew": "כוחות הצבא השתלטו על העיר ביום שישי לאחר קרבות כבדים שנמשכו ימים",
    "Chinese": "政府军星期五占领了这座城市，至少有十人在战斗中丧生，当地居民说。",
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_report_in_another_language_is_not_read_and_the_language_is_named(read, name):
    reports, _, (not_used,) = read(LANGUAGES[name])
    assert not reports
    assert not_used.reason is Reason.OTHER_LANGUAGE
    assert name in not_used.detail


ENGLISH = {
    "Arabic names": "Abu Bakr al-Shishani and Abu Omar al-Baghdadi led Jaysh al-Muhajireen "
    "wal-Ansar into Deir ez-Zor, al-Mayadin, Abu Kamal, al-Hasakah and Ras al-Ayn.",
    "a list of towns": "Airstrikes hit Saraqib, Maarat al-Numan, Khan Shaykhun, Jisr al-Shughur, "
    "Kafr Nabl, Ariha, Binnish, Taftanaz, Harim and Salqin, activists said.",
    "Spanish names": "ELN and FARC rebels clashed in San José del Guaviare, La Macarena, El "
    "Retorno, Puerto Rico and Vista Hermosa, killing General José de la Cruz de los Santos.",
    "French quotation": "The mayor of Kidal said: « Les rebelles sont partis de la ville ». He "
    "spoke to reporters after the fighters had left the town on Tuesday night.",
    "a telegram": "REBELS ATTACKED TWO ARMY POSTS IN SAN MIGUEL DEPARTMENT EARLY TODAY, AND FOUR "
    "SOLDIERS WERE KILLED, THE ARMED FORCES PRESS COMMITTEE REPORTED.",
    "a headline": "Ten killed in Aden car bombing",
}


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH.keys())
def test_an_english_report_full_of_foreign_names_is_read(read, text):
    reports, _, not_used = read(text)
    assert len(reports) == 1
    assert not not_used


UNREADABLE = {
    "nothing": (b"", Reason.EMPTY),
    "blanks": (b" \n\t\r\n" * 1_000, Reason.EMPTY),
    "zeros": (b"\0" * 10_000, Reason.UNREADABLE),
    "a zero inside": (BOMB * 3 + b"\0" + BOMB * 3, Reason.UNREADABLE),
    "noise": (bytes(range(256)) * 400, Reason.UNREADABLE),
    "control characters": (bytes(range(1, 32)) * 300, Reason.UNREADABLE),
    "ten megabytes on one line": (BOMB * 190_000, Reason.UNREADABLE),
    "a PDF named .txt": (b"%PDF-1.7\n" + BOMB * 10, Reason.UNREADABLE),
    "a Word file": (b"PK\x03\x04" + BOMB * 10, Reason.UNREADABLE),
    "rich text": (b"{\\rtf1\\ansi " + BOMB, Reason.UNREADABLE),
    "half a UTF-16": (STORY.encode("utf-16") + b"\0", Reason.UNREADABLE),
    "Shift JIS": ("爆撃は一晩中続いた。".encode("shift-jis") * 20, Reason.UNREADABLE),
    "Arabic of Windows": ("قصف الجيش المدينة ".encode("cp1256") * 30, Reason.OTHER_LANGUAGE),
    "one letter a line": (b"a\n" * 40_000, Reason.OTHER_LANGUAGE),
    "a million short lines": (b"the\n" * 450_000, Reason.UNREADABLE),
}


@pytest.mark.parametrize(("data", "reason"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_damaged_file_is_listed_with_a_reason(read, data, reason):
    reports, _, (not_used,) = read(data)
    assert not reports
    assert not_used.reason is reason
    assert not_used.detail.startswith("report.txt: ")


def test_a_pdf_named_as_a_text_is_called_a_pdf(read):
    _, _, (not_used,) = read(b"%PDF-1.4\n" + BOMB * 10)
    assert "a PDF" in not_used.detail


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_report_is_read_in_any_encoding_that_a_machine_writes(read, encoding):
    ((report,), reading, _) = read((STORY * 3).encode(encoding))
    assert report.text == STORY * 3
    assert reading.claims


# What once took quadratic time or raised an error in a library or in a rule.
READ = {
    "unclosed brackets": STORY + "(" * 100_000 + " " + STORY,
    "unclosed quotation marks": STORY + '"' * 100_000 + " " + STORY,
    "quotation marks between blanks": STORY + '" ' * 5_000 + STORY,
    "a row of dashes": STORY + "-" * 200_000 + " " + STORY,
    "a row of dots": STORY + "." * 200_000 + " " + STORY,
    "a row of digits": STORY + "1" * 200_000 + " people were killed. " + STORY,
    "many digits": f"At least {'9' * 290} people were killed in Goma on Friday. {STORY}",
    "a wide gap": STORY + " " * 500_000 + STORY,
    "a gap of tabs": STORY + "\t" * 200_000 + STORY,
    "empty lines": STORY + "\n" * 500_000 + STORY,
    "encoded data": STORY + "aGVsbG8gd29ybGQ" * 10_000 + " " + STORY,
    "stacked accents": STORY + "a" + "\u0301" * 50_000 + " " + STORY,
    "turned text": ("\u202e" + STORY + "\u2066") * 5,
    "bells": "".join(c + "\x07" * (i % 20 == 0) for i, c in enumerate(STORY * 5)),
    "no full stop": STORY + "and the army of the town of Goma " * 300 + STORY,
    "one name": STORY + "Goma and " * 1_000 + STORY,
    "one word a line": "the\n" * 5_000 + STORY,
}


@pytest.mark.parametrize("text", READ.values(), ids=READ.keys())
def test_what_surrounds_a_story_does_not_keep_it_from_being_read(read, text):
    ((report,), reading, _) = read(text)
    assert any("Shells fell" in claim.quote.text for claim in reading.claims)
    for claim in reading.claims:
        assert report.text[claim.quote.start : claim.quote.end] == claim.quote.text


PAGES = {
    "no text": ("<html><body><img src=x></body></html>", Reason.EMPTY),
    "nothing but a script": ("<script>the army of Goma</script>", Reason.EMPTY),
    "deep": ("<div>" * 200_000 + f"<p>{STORY * 3}</p>" + "</div>" * 200_000, None),
    "deep and never closed": ("<section><b>" * 100_000 + STORY * 3, None),
    "closed before it is opened": ("</div></nav>" * 100_000 + STORY * 3, None),
    "menus in menus": ("<nav></p>" * 20_000 + "</nav>" * 20_000 + STORY * 3, None),
    "broken tags": ("<" * 100_000 + f"<p>{STORY * 3}</p>", None),
    "a comment that never ends": (f"<p>{STORY * 3}</p>" + "<!--" * 20_000, None),
    "many attributes": ("<a " + "x='1' " * 50_000 + f">{STORY * 3}</a>", None),
    "ampersands": ("&" * 100_000 + f"<p>{STORY * 3}</p>", None),
    "numbers of no letter": ("&#99999999999;" * 5_000 + f"<p>{STORY * 3}</p>", None),
    "many titles": ("<title>a</title>" * 20_000 + f"<p>{STORY * 3}</p>", None),
}


@pytest.mark.parametrize(("page", "reason"), PAGES.values(), ids=PAGES.keys())
def test_a_page_of_any_shape_is_read_or_listed(read, page, reason):
    reports, reading, not_used = read(page, "page.html")
    assert [one.reason for one in not_used] == ([reason] if reason else [])
    assert bool(reports) == (reason is None)
    assert bool(reading.claims) == (reason is None)


def test_links_in_a_circle_are_listed_and_stop_no_other(tmp_path):
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "inside").symlink_to(tmp_path)
    reports, not_used = load_reports([tmp_path])
    assert [one.report_id for one in reports] == ["good"]
    assert {one.report_id for one in not_used} == {"a", "b", "nowhere"}


def test_what_is_no_file_is_listed_and_nobody_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    (tmp_path / "folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tmp_path / "s.txt"))
    (tmp_path / "good.txt").write_text(STORY)
    reports, not_used = load_reports([tmp_path])
    assert [one.report_id for one in reports] == ["good"]
    assert {one.reason for one in not_used} == {Reason.UNREADABLE}
    assert len(not_used) == 4


def test_a_file_that_may_not_be_opened_is_listed(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "secret.txt").write_text(STORY)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    reports, (not_used,) = load_reports([tmp_path])
    assert not reports
    assert not_used.detail == "secret.txt: Permission denied."


def test_a_folder_that_may_not_be_listed_is_an_error_in_one_sentence(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(ReportError, match="cannot be read: Permission denied"):
        load_reports([tmp_path])


def test_a_folder_of_folders_says_that_they_are_not_looked_into(tmp_path):
    deep = tmp_path.joinpath(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "report.txt").write_text(STORY)
    with pytest.raises(ReportError, match="Folders inside it are not looked into"):
        load_reports([tmp_path])
    reports, _ = load_reports([deep])
    assert len(reports) == 1


def test_a_file_whose_name_is_no_text_still_has_a_name(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(STORY)
    ((report,), _) = load_reports([tmp_path])
    assert report.report_id == "caf?"
    report.report_id.encode()
