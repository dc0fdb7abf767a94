"""A reader that another distribution brings: found by name, guarded, and drawn like ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from geo.actors import load_actors
from geo.claims import Candidate, Count
from geo.codes import Reason
from geo.errors import ReaderError
from geo.reading.contract import Reading
from geo.reading.guarded import read_guarded
from geo.reading.installed import reader_named, reader_names
from geo.reading.reader import RuleReader
from geo.report import Report
from maps.cli import main
from maps.pipeline import map_reports

GOMA = "M23 rebels seized the city of Goma on 20 November 2012, residents said."
BAIDOA = "Al-Shabaab fighters withdrew from the town of Baidoa on 22 February 2012."

MODULE = '''
from geo.claims import ControlClaim, Quote, Source, When, Where, claim_id
from geo.codes import Assertion, ClaimantType, Interest, Relation
from geo.reading.contract import Reading


class HeldReader:
    """Reads "PLACE is held by ACTOR", and nothing else."""

    def __init__(self, gazetteer, *, table):
        self.gazetteer, self.table = gazetteer, table

    def read(self, reports):
        return Reading({}, (), tuple(filter(None, map(self._claim, reports))), ())

    def _claim(self, report):
        if "BROKEN" in report.text:
            raise LookupError("no such page")
        end = report.text.find(".")
        name, held, actor = report.text[:end].partition(" is held by ")
        if not held:
            return None
        place = self.gazetteer.named(name, limit=1)[0]
        said = name + held + actor
        return ControlClaim(
            claim_id=claim_id("control", report.text, 0, end),
            quote=Quote(report.report_id, 0, end, said if "LIE" not in report.text else "Nonsense"),
            outlet=report.outlet,
            published=report.published,
            source=Source("the report", ClaimantType.OUTLET, report.report_id),
            assertion=Assertion.ASSERTED,
            interest=Interest.THIRD_PARTY,
            where=Where(place.id, place.name),
            when=When(None, None, as_of=report.published),
            rule="held.one_sentence",
            confidence=1.0,
            actor=self.table.find(actor).id,
            actor_text=actor,
            relation=Relation.CONTROLS,
        )


def broken(gazetteer, *, table):
    raise OSError("the model is not there")


class NoReader:
    def __init__(self, gazetteer, *, table): pass
'''
ENTRY_POINTS = """[dateline.readers]
held = held_reader:HeldReader
broken = held_reader:broken
no-reader = held_reader:NoReader
gone = held_reader:Gone
"""
WHEEL = "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
LIST = "".join(f'["{name}.txt"]\npublished = 2013-01-05\n' for name in ("good", "page", "made-up"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder into which pip has installed a distribution with a reader."""
    folder = tmp_path_factory.mktemp("readers")
    wheel = folder / "held_reader-1.0-py3-none-any.whl"
    told = "held_reader-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("held_reader.py", MODULE)
        archive.writestr(
            f"{told}/METADATA", "Metadata-Version: 2.1\nName: held-reader\nVersion: 1.0\n"
        )
        archive.writestr(f"{told}/WHEEL", WHEEL)
        archive.writestr(f"{told}/entry_points.txt", ENTRY_POINTS)
        archive.writestr(
            f"{told}/RECORD", f"held_reader.py,,\n{told}/METADATA,,\n{told}/RECORD,,\n"
        )
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    pip += ["--disable-pip-version-check", "--target", str(folder / "site"), str(wheel)]
    subprocess.run(pip, check=True)  # noqa: S603 - our own wheel, from a folder of ours
    return folder / "site"


@pytest.fixture
def installed(site, monkeypatch):
    monkeypatch.syspath_prepend(str(site))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text("Goma is held by M23. That is what the report says of it.")
    (folder / "page.txt").write_text("BROKEN is the page that the reader was to read for us.")
    (folder / "made-up.txt").write_text("Bukavu is held by M23. The LIE is not in the report.")
    (folder / "reports.toml").write_text(LIST)
    return folder


def test_the_command_maps_with_a_reader_that_another_distribution_brings(site, folder, tmp_path):
    environment = dict(os.environ)
    known = [str(site), *filter(None, [environment.get("PYTHONPATH")])]
    environment["PYTHONPATH"] = os.pathsep.join(known)
    command = [sys.executable, "-c", "from maps.cli import main; main()", "map", str(folder)]
    command += ["--reader", "held", "-o", str(tmp_path / "out")]
    done = subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    claims = json.loads((tmp_path / "out" / "claims.geojson").read_text())["features"]
    said = [(one["properties"]["rule"], one["properties"]["place_name"]) for one in claims]
    assert said == [("held.one_sentence", "Goma")]
    zones = json.loads((tmp_path / "out" / "zones.geojson").read_text())["features"]
    assert [zone["properties"]["actor"] for zone in zones] == ["m23"]
    assert "Traceback" not in done.stderr
    assert "not read: page: the reader failed LookupError: no such page" in done.stderr
    assert "not read: made-up: the reader failed the quote 'Nonsense'" in done.stderr


@pytest.mark.usefixtures("installed")
def test_a_report_on_which_a_reader_fails_is_listed_with_the_reason(folder, gazetteer):
    table = load_actors()
    case = map_reports([folder], gazetteer=gazetteer, table=table,
                       reader=reader_named("held", gazetteer, table))  # fmt: skip
    lost = {
        one.report_id: one.detail for one in case.not_used if one.reason is Reason.READER_FAILED
    }
    assert set(lost) == {"page", "made-up"}
    assert lost["page"] == "LookupError: no such page"
    assert [report.report_id for report in case.reports] == ["good", "made-up", "page"]
    assert case.publications["page"].date == date(2013, 1, 5)


@pytest.mark.usefixtures("installed")
def test_a_reader_nobody_installed_is_named_with_those_that_are(folder, tmp_path, gazetteer):
    for command in (["map", str(folder), "-o", str(tmp_path)], ["read", str(folder)]):
        result = CliRunner().invoke(main, [*command, "--reader", "nobody"])
        assert result.exit_code == 2
        assert "there is no reader 'nobody'" in result.output
        assert "rules or broken or gone or held or no-reader" in " ".join(result.output.split())
    with pytest.raises(ReaderError, match="'nobody'; installed are: rules, broken, gone, held"):
        reader_named("nobody", gazetteer, load_actors())


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("broken", "OSError: the model is not there"),
        ("gone", "AttributeError"),
        ("no-reader", "has no method `read`"),
    ],
)
def test_a_reader_that_cannot_start_says_so_in_one_sentence(name, said, gazetteer):
    with pytest.raises(ReaderError, match=said):
        reader_named(name, gazetteer, load_actors())


def test_without_other_distributions_there_are_our_rules_alone():
    assert reader_names() == ("rules",)


class _Changed:
    """Gives back what our rules read, with one record changed."""

    def __init__(self, rules, change, where="claims"):
        self.rules, self.change, self.where = rules, change, where

    def read(self, reports):
        reading = self.rules.read(reports)
        records = getattr(reading, self.where)
        wrong = [self.change(one) if "Goma" in one.quote.text else one for one in records]
        return replace(reading, **{self.where: tuple(wrong)})


@pytest.fixture(scope="module")
def two_reports():
    return Report("goma", GOMA), Report("baidoa", BAIDOA)


@pytest.fixture(scope="module")
def rules(gazetteer, language_model):
    return RuleReader(gazetteer, parser=language_model)


WRONG = {
    "no record": lambda _: "M23 holds Goma",
    "nothing": lambda _: None,
    "a relation of its own": lambda claim: replace(claim, relation="owns"),
    "a confidence of two": lambda claim: replace(claim, confidence=2.0),
    "no number": lambda claim: replace(claim, confidence=float("nan")),
    "a place nobody knows": lambda c: replace(c, where=replace(c.where, place_id="mars:1")),
    "a list for a tuple": lambda claim: replace(claim, hedges=["perhaps"]),
    "an end before the beginning": lambda c: replace(
        c, when=replace(c.when, start=date(2013, 1, 2), end=date(2013, 1, 1))
    ),
    "a quote that is shifted": lambda c: replace(
        c, quote=replace(c.quote, start=c.quote.start + 1)
    ),
    "words the report does not say": lambda c: replace(c, quote=replace(c.quote, text="Goma fell")),
    "another report's quote": lambda c: replace(c, quote=replace(c.quote, report_id="elsewhere")),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_record_loses_its_own_report_and_no_other(change, rules, two_reports, gazetteer):
    right = rules.read(two_reports)
    assert {claim.quote.report_id for claim in right.claims} == {"goma", "baidoa"}
    reading = read_guarded(_Changed(rules, change), two_reports, gazetteer)
    assert {claim.quote.report_id for claim in reading.claims} == {"baidoa"}
    (lost,) = (one for one in reading.not_used if one.reason is Reason.READER_FAILED)
    assert lost.report_id == "goma"
    assert lost.detail
    assert set(reading.publications) == {"goma", "baidoa"}


def test_a_mention_whose_score_is_no_number_loses_its_report(rules, two_reports, gazetteer):
    def change(mention):
        return replace(mention, candidates=(Candidate("mars:1", "Goma", float("inf")),))

    reading = read_guarded(_Changed(rules, change, "mentions"), two_reports, gazetteer)
    assert {claim.quote.report_id for claim in reading.claims} == {"baidoa"}


def test_two_claims_of_one_id_lose_their_report(rules, two_reports, gazetteer):
    class Twice:
        def read(self, reports):
            reading = rules.read(reports)
            again = [one for one in reading.claims if "Goma" in one.quote.text]
            return replace(reading, claims=(*reading.claims, *again))

    reading = read_guarded(Twice(), two_reports, gazetteer)
    assert {claim.quote.report_id for claim in reading.claims} == {"baidoa"}


def test_numbers_in_no_order_lose_their_report(rules, gazetteer):
    reports = [Report("goma", "A shell killed nine people in Goma on 20 November 2012."),
               Report("baidoa", BAIDOA)]  # fmt: skip
    change = WRONG | {"": lambda claim: replace(claim, fatalities=Count(9, 3, 1))}
    reading = read_guarded(_Changed(rules, change[""]), reports, gazetteer)
    (lost,) = (one for one in reading.not_used if one.reason is Reason.READER_FAILED)
    assert (lost.report_id, lost.detail) == ("goma", "the numbers 9, 3, 1 are in no order")


def test_a_reader_that_fails_on_reports_together_is_asked_one_by_one(rules, two_reports, gazetteer):
    class Alone:
        def read(self, reports):
            (report,) = reports
            return rules.read([report])

    reading = read_guarded(Alone(), two_reports, gazetteer)
    assert {claim.quote.report_id for claim in reading.claims} == {"goma", "baidoa"}
    assert not [one for one in reading.not_used if one.reason is Reason.READER_FAILED]


def test_a_reader_that_gives_back_nothing_at_all_loses_every_report(two_reports, gazetteer):
    class Silent:
        def read(self, _reports):
            return None

    reading = read_guarded(Silent(), two_reports, gazetteer)
    assert isinstance(reading, Reading)
    assert [one.report_id for one in reading.not_used] == ["goma", "baidoa"]


def test_what_our_rules_give_back_is_never_found_wrong(seeds_case):
    assert Reason.READER_FAILED not in {one.reason for one in seeds_case.not_used}
