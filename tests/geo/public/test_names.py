"""Private names leave every word of a case; offsets stay those of the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.errors import PublicCopyError
from geo.people import Person, Standing
from geo.public.case import published
from geo.public.names import MARK, marked
from tests.maps.made_case import made_case

TEXT = (
    "Quiet returned at noon. The army holds the northern half of Omdurman, Amna Idris said on "
    "Monday, while the RSF is present in Bahri, near the shop of Amna Idris. Shells killed "
    "between two and four people in Omdurman."
)


def with_people(case, names, standing=Standing.PRIVATE):
    people = []
    for report in case.reports:
        for name in names:
            at = report.text.find(name)
            while at >= 0:
                quote = replace(
                    case.claims[0].quote,
                    report_id=report.report_id, start=at, end=at + len(name), text=name,
                )  # fmt: skip
                people.append(Person(quote, standing, name))
                at = report.text.find(name, at + 1)
    return replace(case, people=tuple(people))


@pytest.fixture
def case():
    tuesday = "“We took the north of Omdurman,” a spokesman of the RSF said. Amna Idris fled."
    made = made_case(texts={"monday": TEXT, "tuesday": tuesday + " At least 39 people died."})
    return with_people(made, ["Amna Idris"])


def test_a_private_name_is_in_no_record_of_the_public_copy(case):
    public = published(case)
    for records in (public.reports, public.claims, public.mentions, public.not_used):
        assert "Idris" not in str(records)
    assert public.notice.names_removed == 3
    assert public.notice.people == 2  # nobody can tell that two reports mean one person


def test_the_text_of_a_report_keeps_its_length_so_that_offsets_stay_true(case):
    public = published(case)
    for before, after in zip(case.reports, public.reports, strict=True):
        assert len(before.text) == len(after.text)
    cut = {report.report_id: report.text for report in public.reports}
    for claim, told in zip(case.claims, public.claims, strict=True):
        quote = told.quote
        assert (claim.quote.start, claim.quote.end) == (quote.start, quote.end)
        assert marked(cut[quote.report_id][quote.start : quote.end]) == quote.text


def test_a_quote_that_cuts_a_name_in_two_shows_no_part_of_it(case):
    claim = case.claims[0]
    start = TEXT.index("Idris said")
    quote = replace(claim.quote, start=start, end=start + 10, text="Idris said")
    cut = published(replace(case, claims=(replace(claim, quote=quote),)))
    assert cut.claims[0].quote.text == f"{MARK} said"


def test_a_claimant_without_a_name_stays_an_origin_of_his_own(case):
    first, second, *_ = case.claims
    sources = [replace(first.source, claimant="Amna Idris", origin=o) for o in ("amna", "idris")]
    told = [replace(c, source=s) for c, s in zip((first, second), sources, strict=True)]
    quote = replace(second.quote, report_id=first.quote.report_id)
    public = published(replace(case, claims=(told[0], replace(told[1], quote=quote))))
    assert [claim.source.claimant for claim in public.claims] == [MARK, MARK]
    assert len({claim.source.origin for claim in public.claims}) == 2
    assert public.origins == tuple(public._called(public.original.origins))


def test_what_reports_agree_and_disagree_about_is_the_same_without_names(case):
    public = published(case)
    assert public.contradictions == case.contradictions
    assert public.totals == case.totals
    assert [one.statement_id for one in public.corroboration.values()] == [
        one.statement_id for one in case.corroboration.values()
    ]


def test_people_in_public_life_keep_their_names(case):
    known = with_people(case, ["Amna Idris"], Standing.PUBLIC)
    assert "Amna Idris" in published(known).reports[0].text


def test_names_are_kept_where_that_is_asked_for(case):
    assert published(case, include_names=True).reports == case.reports


def test_a_public_copy_is_made_once(case):
    public = published(case)
    assert published(public) is public


def test_a_public_copy_is_not_saved_as_if_it_were_the_case(case, tmp_path):
    with pytest.raises(PublicCopyError, match="save the case it was made from"):
        published(case).save(tmp_path / "case.json")


def test_a_case_keeps_its_people_through_a_file(case, tmp_path):
    case.save(tmp_path / "case.json")
    assert type(case).load(tmp_path / "case.json").people == case.people
