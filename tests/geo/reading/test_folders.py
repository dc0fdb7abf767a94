"""Many reports at once: one thing told twice loses no report, and only failures are read again."""

from __future__ import annotations

from collections import Counter

import pytest

from geo.codes import Reason
from geo.reading.contract import Reading
from geo.reading.dates.shared_dates import likely_pairs, link_of, traits_of
from geo.reading.guarded import read_guarded
from geo.reading.reader import RuleReader
from geo.report import Report


@pytest.fixture(scope="module")
def rules(gazetteer, language_model):
    return RuleReader(gazetteer, parser=language_model)


TWICE = (
    "There are two squads in Goma, one that murdered the clergymen and another that "
    "murdered two maids."
)


def test_no_two_claims_of_a_report_have_one_id(rules, gazetteer):
    reading = read_guarded(rules, [Report("goma", TWICE)], gazetteer)
    assert reading.claims
    assert max(Counter(claim.claim_id for claim in reading.claims).values()) == 1
    assert Reason.READER_FAILED not in {one.reason for one in reading.not_used}


class Counting:
    """Reads one report twice over, and counts what it is given."""

    def __init__(self, reader):
        self.reader = reader
        self.given: Counter[str] = Counter()

    def read(self, reports):
        self.given.update(one.report_id for one in reports)
        reading = self.reader.read(reports)
        claims = [
            claim for claim in reading.claims for _ in range(1 + (claim.quote.report_id == "bad"))
        ]
        return Reading(reading.publications, reading.mentions, tuple(claims), reading.not_used)


def test_a_report_that_fails_is_read_alone_and_the_others_are_not(rules, gazetteer):
    reader = Counting(rules)
    reports = [Report(name, f"Rebels seized {town}.") for name, town in
               (("one", "Goma"), ("bad", "Bukavu"), ("two", "Sloviansk"))]  # fmt: skip
    reading = read_guarded(reader, reports, gazetteer)
    assert {claim.quote.report_id for claim in reading.claims} == {"one", "two"}
    assert reader.given == {"one": 2, "bad": 2, "two": 2}


def test_every_tie_between_reports_is_among_the_likely_ones(language_model):
    texts = [
        "Fighters of the M23 entered the town of Sake on Friday after two days of shelling.",
        "Late in the day fighters of the M23 entered the town of Sake on Friday after a siege.",
        "The Sudanese army retook Wad Madani from the RSF on 11 January, Port Sudan said.",
        "On 11 January Port Sudan told of Wad Madani and the RSF; the Sudanese army was in it.",
        "Nothing of this was heard in Mocha.",
    ]
    parsed = list(language_model.parse_all([Report(str(n), t) for n, t in enumerate(texts)]))
    traits = [traits_of(one, ()) for one in parsed]
    pairs = [(i, j) for j in range(len(texts)) for i in range(j)]
    tied = {pair for pair in pairs if link_of(pair, traits[pair[0]], traits[pair[1]])}
    assert tied
    assert tied <= set(likely_pairs(traits)) < set(pairs)
