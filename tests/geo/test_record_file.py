"""A case saved and loaded is the same case, to the last bit of every shape."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.case import Case
from geo.claims import (
    Claim,
    ControlClaim,
    Count,
    IncidentClaim,
    Near,
    Part,
    Quote,
    Share,
    When,
    Where,
)
from geo.record_file import FORMAT, CaseFileError
from tests.maps.made_case import made_case

texts = st.text(alphabet=st.characters(), max_size=20)  # lone surrogates among them
days = st.none() | st.dates()
counts = st.builds(Count, st.integers(0, 9), st.none() | st.integers(0, 9), st.none())
shares = st.builds(Share, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), text=texts)
ranges_m = st.none() | st.tuples(*[st.floats(0, 1e5)] * 3)
quotes = st.builds(Quote, texts, st.integers(0, 9), st.integers(0, 9), texts)
places = st.builds(
    Where,
    st.none() | texts,
    texts,
    part=st.none() | st.builds(Part, st.lists(texts).map(tuple), st.booleans()),
    near=st.none() | st.builds(Near, texts, ranges_m, st.none() | texts),
    uncertainty_m=st.none() | st.floats(0, 1e6),
)
whens = st.builds(When, days, days, as_of=days, basis=texts)


@st.composite
def claims(draw):
    """Change what a report may say in claims of all three kinds."""
    one = draw(st.sampled_from(made_case().claims))
    one = replace(
        one,
        claim_id=draw(texts),
        quote=draw(quotes),
        published=draw(days),
        where=draw(places),
        when=draw(whens),
        hedges=tuple(draw(st.lists(texts, max_size=2))),
    )
    match one:
        case ControlClaim():
            return replace(one, share=draw(st.none() | shares), actor=draw(texts))
        case IncidentClaim():
            return replace(one, fatalities=draw(st.none() | counts), tags=(draw(texts),))
        case _:
            return replace(one, count=draw(counts))


def same(one, other):
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(Case))


@settings(max_examples=25)
@given(st.lists(claims(), max_size=4))
def test_whatever_is_claimed_comes_back_as_it_was(tmp_path_factory, made):
    case = replace(made_case(), claims=tuple(made))
    path = tmp_path_factory.mktemp("saved") / "case.json"
    case.save(path)
    loaded = Case.load(path)
    assert same(case, loaded)
    assert all(isinstance(one, Claim) for one in loaded.claims)


def test_the_example_reports_come_back_with_their_maps(seeds_case, tmp_path):
    path = tmp_path / "case.json"
    seeds_case.save(path)
    loaded = Case.load(path)
    assert same(seeds_case, loaded)
    assert loaded.contradictions == seeds_case.contradictions
    assert type(loaded.zones[0].status) is type(seeds_case.zones[0].status)
    assert [one.name for one in tmp_path.iterdir()] == ["case.json"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", f'{{"{FORMAT}": {{"zones": 3}}}}', '{"dateline-case-0": {}}', "\0"]
)
def test_a_file_that_is_no_case_is_refused_with_the_cure(tmp_path, text):
    path = tmp_path / "case.json"
    path.write_text(text)
    with pytest.raises(CaseFileError, match=r"save it anew with Case\.save"):
        Case.load(path)


def test_a_case_that_is_not_there_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(CaseFileError, match=r"nowhere\.json cannot be read"):
        Case.load(tmp_path / "nowhere.json")
